"""Plain text in lines and columns."""
