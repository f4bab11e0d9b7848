"""Documents of word processors: Word (`.docx`), OpenDocument (`.odt`) and Rich Text (`.rtf`)."""
