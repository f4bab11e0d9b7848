"""Data about languages: words for numbers, scales, currencies, units, months, bounds."""
