"""What is exported: records with their articles, parties and proofs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.model.corpus import Corpus
from tui.model.locales import EN, Locale
from tui.model.records import all_evidence, record_parties

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from tui.model.proofs import RecordProof
    from tui.model.records import Record


class Selection(NamedTuple):
    """What an export is made of.

    Attributes:
        corpus: The records, and of articles and parties those that belong to them.
        proof: The proof of a record by its id.
        locale: How figures and dates are written where people read them.
        names: The names of its parties by id.
    """

    corpus: Corpus
    proof: Callable[[str], RecordProof]
    locale: Locale
    names: Mapping[str, str]

    @classmethod
    def of(
        cls, corpus: Corpus, proof: Callable[[str], RecordProof], locale: Locale = EN
    ) -> Selection:
        """A whole corpus, or a part of it that `part_of` made."""
        return cls(corpus, proof, locale, corpus.party_names())


def part_of(corpus: Corpus, records: Iterable[Record]) -> Corpus:
    """The part of a corpus that some records need: the articles they quote, the parties they name.

    A party that a record names by name and not by id is found by either. Everything keeps the order
    of the corpus, the records that in which they are given.
    """
    chosen = {record.id: record for record in records}
    articles: set[str] = set()
    parties: set[str] = set()
    for record in chosen.values():
        articles.update(evidence.article for _, evidence in all_evidence(record))
        parties.update(record_parties(record))
    return Corpus(
        {
            id_: party
            for id_, party in corpus.parties.items()
            if id_ in parties or party.name in parties
        },
        {id_: article for id_, article in corpus.articles.items() if id_ in articles},
        chosen,
        {id_: text for id_, text in corpus.texts.items() if id_ in articles},
        corpus.files,
    )
