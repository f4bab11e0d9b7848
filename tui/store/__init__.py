"""What the user adds: stars, notes, review marks, saved searches. Never lost."""
