"""Figures in press text, French and English: money, shares, measures, counts, dates."""

from tui.proof.extract.reader import find_mentions

__all__ = ["find_mentions"]
