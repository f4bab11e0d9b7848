"""A corpus in memory: what one `deals.yaml` and its articles say."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from tui.model.records import Article, Party, Record
from tui.model.source_files import FilePlace, SourceFile, place_in

if TYPE_CHECKING:
    from collections.abc import Iterable


class ArticleText(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """The decoded text of an article file.

    Attributes:
        text: The whole text, line ends as stored; offsets of quotes count its code points.
        encoding: How the bytes were decoded: `utf-8`, `utf-8-sig`, `utf-16`, `cp1252`.
        guessed: Whether the encoding is a guess that the user should see.
        digest: SHA-256 of the bytes, hexadecimal.
    """

    text: str
    encoding: str = "utf-8"
    guessed: bool = False
    digest: str = ""


class Corpus(msgspec.Struct, frozen=True):
    """The valid part of a corpus; each mapping keeps the order of the file and is keyed by id.

    `texts` has no entry for an article that could not be read; `files` has none where the corpus is
    one file.
    """

    parties: dict[str, Party] = {}
    articles: dict[str, Article] = {}
    records: dict[str, Record] = {}
    texts: dict[str, ArticleText] = {}
    files: tuple[SourceFile, ...] = ()

    def place(self, line: int) -> FilePlace:
        """The file that a line of a record, party or article is in, and its number there."""
        return place_in(self.files, line)

    def in_time(self, articles: Iterable[str]) -> list[Article]:
        """The articles with some ids, as far as the corpus has them.

        Oldest first, undated ones last.
        """
        known_articles = [self.articles[name] for name in articles if name in self.articles]
        return sorted(known_articles, key=_publication_day)

    def party_names(self) -> dict[str, str]:
        """The display names of all parties by id."""
        return {party.id: party.name for party in self.parties.values()}

    def party_name(self, party: str) -> str:
        """The display name of a party, or the id itself where the corpus has no name for it."""
        named = self.parties.get(party)
        return named.name if named else party


class Touched(NamedTuple):
    """The ids of what may differ between two states of a corpus, but for lines."""

    parties: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    records: frozenset[str] = frozenset()


def _publication_day(article: Article) -> date:
    when = article.published
    return (when.latest if when else None) or date.max
