"""Regular expressions that cost nothing until they are used."""

from __future__ import annotations

import re
from functools import cached_property, partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator


class Pattern:
    """A regular expression compiled at its first use; it takes what `re.Pattern` takes."""

    def __init__(self, written: str | Callable[[], str], flags: int = 0) -> None:
        """Keep the expression as it is written, or what writes it when it is first needed."""
        self._written, self._flags = written, flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression itself."""
        written = self._written if isinstance(self._written, str) else self._written()
        return re.compile(written, self._flags)

    @cached_property
    def match(self) -> Callable[..., re.Match[str] | None]:
        """Match at a place."""
        return self.compiled.match

    @cached_property
    def search(self) -> Callable[..., re.Match[str] | None]:
        """Look for the first place that matches."""
        return self.compiled.search

    @cached_property
    def fullmatch(self) -> Callable[..., re.Match[str] | None]:
        """Match a stretch from end to end."""
        return self.compiled.fullmatch

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        """Find all places that match, one after the other."""
        return self.compiled.finditer

    def around(self, text: str, windows: Iterable[tuple[int, int]]) -> Iterator[re.Match[str]]:
        """Find all places that match inside some stretches of a text."""
        for start, end in windows:
            yield from self.finditer(text, start, end)


READ = ("fr", "en")
"""The languages of which figures are read in sentences."""


def by_language(write: Callable[[str], str], flags: int = 0) -> dict[str, Pattern]:
    """A pattern for each language, written for it at its first use."""
    return {language: Pattern(partial(write, language), flags) for language in READ}
