"""Search results as plain data, for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.search.engine import Result


def search_rows(result: Result, limit: int | None = None) -> Iterator[dict[str, Any]]:
    """The records of a result in its order.

    Args:
        result: The answer to a query.
        limit: At most so many; `None` for all.

    Yields:
        `rank` (from 1), `id`, `kind` (deal, total or fact), `title`, `matched` (for each field the
        `[start, end]` of its matching parts, in code points of its text) and `snippet` (the line of
        an article or a note, empty where the fields say it all).
    """
    count = len(result.ids) if limit is None else min(max(0, limit), len(result.ids))
    for position in range(count):
        hit = result.hit(position)
        record = result.index.corpus.records[hit.record_id]
        yield {
            "rank": position + 1,
            "id": hit.record_id,
            "kind": type(record).__name__.lower(),
            "title": record.title,
            "matched": {
                field: [[start, end] for start, end in spans]
                for field, spans in hit.matched.items()
            },
            "snippet": hit.snippet.text if hit.snippet else "",
        }
