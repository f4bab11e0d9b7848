"""Rows for programs: JSON lines and CSV."""
