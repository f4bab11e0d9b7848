"""What is drawn: marks, their signs, sizes and words."""
