"""CSL-JSON: the articles as citation processors and reference managers read them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date
    from typing import BinaryIO

    from tui.export.selection import Selection
    from tui.model.dates import Edtf
    from tui.model.records import Article


def write(selection: Selection, what: str, stream: BinaryIO) -> None:
    """Write the articles as one JSON array."""
    items = [_item(article) for article in selection.corpus.articles.values()]
    stream.write(json.dumps(items, ensure_ascii=False, indent=2).encode() + b"\n")


def _item(article: Article) -> dict[str, Any]:
    """One article; what is not known has no key (CSL 1.0.2, names as literals)."""
    hash_ = f"sha256:{article.sha256}" if article.sha256 else ""
    item = {
        "id": article.id,
        "type": "article-newspaper",
        "title": article.title or article.file,
        "container-title": article.publisher,
        "author": [{"literal": article.author}] if article.author else None,
        "issued": _date(article.published),
        "accessed": _date(article.retrieved),
        "page": article.page,
        "URL": article.url,
        "language": article.language,
        "archive_location": article.original,
        "note": "; ".join(filter(None, (article.note, hash_))),
    }
    return {key: value for key, value in item.items() if value}


def _date(date: Edtf | None) -> dict[str, Any] | None:
    """A date variable: as precise as the source, an interval as two dates."""
    if date is None or (date.earliest is None and date.latest is None):
        return None
    first, last = date.earliest or date.latest, date.latest or date.earliest
    assert first is not None
    assert last is not None
    parts = date_parts(first, last)
    value: dict[str, Any] = {"date-parts": parts}
    if date.approximate or date.uncertain:
        value["circa"] = True
    return value


def date_parts(first: date, last: date) -> list[list[int]]:
    """The parts of the dates from `first` to `last`: a whole month is a month, a whole year a year.

    Two lists for what is neither a day, a month nor a year.
    """
    from calendar import monthrange

    if first == last:
        return [[first.year, first.month, first.day]]
    days = monthrange(last.year, last.month)[1]
    if first.year == last.year and first.day == 1 and last.day == days:
        if first.month == last.month:
            return [[first.year, first.month]]
        if (first.month, last.month) == (1, 12):
            return [[first.year]]
    return [[day.year, day.month, day.day] for day in (first, last)]
