"""Pictures as self-contained SVG files."""
