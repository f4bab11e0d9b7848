"""What panes draw with: lines, palette, glyphs, highlighted text."""
