"""What is proved: folding, anchoring, figures in press text, value checks, audit."""
