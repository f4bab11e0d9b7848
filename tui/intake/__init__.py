"""From what people have to a corpus: pages, PDFs, mails, office files, feeds and tables."""
