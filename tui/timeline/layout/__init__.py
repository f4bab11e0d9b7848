"""Which marks are on which row: the parts of a picture, lanes, rows."""
