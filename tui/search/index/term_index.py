"""The parts of an index that terms are looked up in, as one value."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyroaring import BitMap

    from tui.search.index.positions import Positions
    from tui.search.index.postings import PackedPostings
    from tui.search.index.term_dictionary import TermDictionary


class TermIndex(NamedTuple):
    """The parts of an index that terms are looked up in.

    Attributes:
        found: Groups of text by word, see `CollectedPostings.found`.
        titles: Places in titles by word.
        phrases: The words of all texts in order.
        citing: For each article the rows that quote it.
        naming: For each party the rows that name it.
    """

    vocabulary: TermDictionary
    stride: int
    found: PackedPostings
    titles: PackedPostings
    phrases: Positions
    citing: Sequence[BitMap]
    naming: PackedPostings
