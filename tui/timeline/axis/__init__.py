"""Where days are on a row: the scale, its folds and its ticks."""
