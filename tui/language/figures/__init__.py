"""Words and signs of figures: numbers, scales, currencies, units, dates, bounds."""
