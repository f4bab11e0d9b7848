"""Drawing in cells of a terminal."""
