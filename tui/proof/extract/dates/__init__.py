"""Dates in press text, absolute and relative."""
