"""Figures in press text, French and English: money, shares, measures, counts, dates."""

from tui.proof.mentions.find import find_mentions

__all__ = ["find_mentions"]
