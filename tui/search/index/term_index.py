"""What an index needs to look up terms, as one value."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tui.search.index.positions import Positions
    from tui.search.index.postings import PackedPostings
    from tui.search.index.term_dictionary import TermDictionary


class TermIndex(NamedTuple):
    """What an index needs to look up terms.

    Attributes:
        dictionary: All words of the corpus.
        stride: Documents are numbered `group * stride + row`, see `CollectedTerms`.
        postings: For each word the documents that contain it.
        title_positions: For each word its positions in titles, see `CollectedTerms`.
        positions: The words of all documents in order.
        rows_by_article: For each article the rows that quote it.
        rows_by_party: For each party the rows that name it.
    """

    dictionary: TermDictionary
    stride: int
    postings: PackedPostings
    title_positions: PackedPostings
    positions: Positions
    rows_by_article: PackedPostings
    rows_by_party: PackedPostings
