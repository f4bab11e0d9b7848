"""A corpus in memory: what one `deals.yaml` and its articles say."""

from __future__ import annotations

import msgspec

from tui.model.records import Article, Party, Record


class ArticleText(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """The decoded text of an article file.

    Attributes:
        text: The whole text, line ends as stored; offsets of quotes count its code points.
        encoding: How the bytes were read: `utf-8`, `utf-8-sig`, `utf-16`, `cp1252`.
        guessed: Whether the encoding is a guess that the user should see.
        digest: SHA-256 of the bytes, hexadecimal.
    """

    text: str
    encoding: str = "utf-8"
    guessed: bool = False
    digest: str = ""


class Corpus(msgspec.Struct, frozen=True):
    """The valid part of a corpus; each mapping keeps the order of the file and is keyed by id.

    `texts` lacks the articles that could not be read.
    """

    parties: dict[str, Party] = {}
    articles: dict[str, Article] = {}
    records: dict[str, Record] = {}
    texts: dict[str, ArticleText] = {}

    def party_name(self, party: str) -> str:
        """The name to show for a party id, the id itself where the corpus has no name."""
        known = self.parties.get(party)
        return known.name if known else party
