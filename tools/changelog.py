"""The releases that CHANGELOG.md names: `## 0.1.0 - 2026-11-29`, the newest first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
_HEADING = re.compile(r"^## (\d+\.\d+\.\d+) - (\d{4}-\d{2}-\d{2})$", re.MULTILINE)
_UNRELEASED = re.compile(r"^## Unreleased\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Release:
    """A version with the day on which it was released."""

    version: str
    date: str

    @property
    def numbers(self) -> tuple[int, ...]:
        """The version as numbers, to be compared."""
        return tuple(map(int, self.version.split(".")))


def changelog() -> str:
    """The text of the changelog."""
    return (ROOT / "CHANGELOG.md").read_text("utf-8")


def releases(text: str | None = None) -> list[Release]:
    """The releases in the order in which they stand."""
    return [Release(*found) for found in _HEADING.findall(changelog() if text is None else text)]


def unreleased(text: str | None = None) -> str:
    """What is written under `Unreleased`; empty where nothing is."""
    found = _UNRELEASED.search(changelog() if text is None else text)
    return found[1].strip() if found else ""
