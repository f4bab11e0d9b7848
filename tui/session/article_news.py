"""What a new article says about the parties of a corpus: confirms, completes, contradicts, new.

A reading for the person who decides whether to take the article in; it records nothing and proves
nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import msgspec

from tui.model.dates import Edtf
from tui.model.mentions import Mention
from tui.model.messages import msg, shown
from tui.model.records import record_amount, record_date, record_parties
from tui.proof.extract import find_mentions
from tui.session.record_draft import parties_near

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tui.model.corpus import Corpus
    from tui.model.records import Record

Bearing: TypeAlias = Literal["confirms", "completes", "contradicts", "new"]

_NEAR_IN_TIME = 200
"""Days between an article and a record about one event: follow-ups come within half a year."""

_SAYS: dict[Bearing, str] = {
    "confirms": msg("confirms {record}: {value} “{words}” ({parties})"),
    "completes": msg("completes {record}: {value} “{words}” ({parties})"),
    "contradicts": msg("contradicts {record}: {value} “{words}” ({parties})"),
    "new": msg("new: {value} “{words}” ({parties})"),
}


class News(msgspec.Struct, frozen=True):
    """What one figure of an article means for the corpus.

    Attributes:
        bearing: How it bears on the records.
        figure: The figure.
        parties: The parties named near it, nearest first.
        record: The record that it bears on; empty for what is new.
    """

    bearing: Bearing
    figure: Mention
    parties: tuple[str, ...]
    record: str = ""

    def words(self, name_of: Callable[[str], str]) -> str:
        """What it says in a line: `confirms some-deal: 4 bn USD “$4 billion” (Payer, Payee)`."""
        names = ", ".join(map(name_of, self.parties))
        return shown(
            msg(
                _SAYS[self.bearing],
                record=self.record,
                value=self.figure.quantity,
                words=" ".join(self.figure.text.split()),
                parties=names,
            )
        )


def article_news(
    text: str, corpus: Corpus, *, language: str, published: Edtf | None = None
) -> list[News]:
    """What the sums of an article say about parties that the corpus knows, in order of the text."""
    found: list[News] = []
    for mention in find_mentions(text, language=language, published=published):
        if mention.kind != "money" or mention.quantity is None:
            continue
        parties = tuple(parties_near(text, mention.start, mention.end, corpus.parties)[:2])
        if not parties:
            continue
        bearing, record = _bearing(mention, _about(parties, corpus), published)
        found.append(News(bearing, mention, parties, record))
    return found


def news_of(text: str, corpus: Corpus, entry: Mapping[str, Any]) -> list[News]:
    """What an article says that would be taken in with an entry of the corpus file."""
    published = Edtf.parse(entry["published"]) if entry["published"] else None
    return article_news(text, corpus, language=entry["language"] or "en", published=published)


def _about(parties: Sequence[str], corpus: Corpus) -> list[Record]:
    """The records that name all of some parties."""
    wanted = set(parties)
    return [one for one in corpus.records.values() if wanted <= set(record_parties(one))]


def _bearing(
    mention: Mention, records: Sequence[Record], published: Edtf | None
) -> tuple[Bearing, str]:
    """How a figure bears on the records about its parties."""
    quantity = mention.quantity
    assert quantity is not None
    open_one, other = "", ""
    for record in records:
        amount = record_amount(record)
        if amount is None or amount.words:
            open_one = open_one or record.id
        elif amount.meets(quantity):
            return "confirms", record.id
        elif amount.unit == quantity.unit and _is_near(record, published):
            other = other or record.id
    if open_one:
        return "completes", open_one
    return ("contradicts", other) if other else ("new", "")


def _is_near(record: Record, published: Edtf | None) -> bool:
    """Whether a record may be of the time of an article."""
    when = record_date(record)
    if when is None or published is None:
        return False
    first, last = when.earliest, when.latest
    start, end = published.earliest, published.latest
    if first is None or last is None or start is None or end is None:
        return False
    return (start - last).days <= _NEAR_IN_TIME and (first - end).days <= _NEAR_IN_TIME
