"""The timeline: its pane, and the view it draws."""
