"""The article: its pane, and its text broken into lines."""
