"""PDFs: their text layer, put back into columns, lines and paragraphs."""
