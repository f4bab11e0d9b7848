"""Every verb of a sentence with its subject and complements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.proof.events.syntax.complements import ComplementReader
from tui.proof.events.syntax.item_row import ItemRow
from tui.proof.events.syntax.items import FigureItem, Item, Phrase, VerbGroup
from tui.proof.events.syntax.predicates import Argument, Predicate
from tui.proof.events.syntax.relatives import RelativeReader
from tui.proof.events.syntax.subjects import SubjectReader

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def read_predicates(items: Sequence[Item], language: str) -> list[Predicate]:
    """The verbs of a sentence, left to right; quotation marks must be gone from the items."""
    row = ItemRow(items)
    predicates = {
        at: Predicate(at, item) for at, item in enumerate(items) if isinstance(item, VerbGroup)
    }
    complements = ComplementReader(row)
    for predicate in predicates.values():
        complements.read(predicate)
    relatives = RelativeReader(row, predicates)
    subjects = SubjectReader(row, predicates, relatives, language)
    for predicate in predicates.values():
        subjects.read(predicate)
        relatives.complete(predicate)
        if predicate.group.dative:
            pronoun = Item("pronoun", predicate.group.first, predicate.group.last, "lui")
            predicate.arguments.append(Argument("to", [pronoun], predicate.place))
    relatives.clefts()
    _fronted_sum(row, list(predicates.values()))
    _fronted_verb(row, predicates)
    return list(predicates.values())


def _fronted_sum(row: ItemRow, predicates: list[Predicate]) -> None:
    """As in "For $350 million, Kestrel buys …": the sum of the first finite verb."""
    figure, comma = row.at(1), row.at(2)
    if row.kind(0) != "preposition" or row.items[0].value not in {"for", "amount", "exchange"}:
        return
    if not isinstance(figure, FigureItem) or figure.kind != "figure":
        return
    if comma is None or comma.value != ",":
        return
    main = next((one for one in predicates if one.group.form == "finite"), None)
    if main is not None and not any(segment.figures for segment in main.segments):
        main.segments[0].figures.append(figure)


def _fronted_verb(row: ItemRow, predicates: Mapping[int, Predicate]) -> None:
    """As in "Paying the £94,000 is Nordwind": who stands behind "is" does what stands before."""
    first = predicates.get(0)
    if first is None or first.group.form != "gerund" or first.subject:
        return
    for at in sorted(predicates)[1:2]:
        verb, named = predicates[at].group.verb, row.at(at + 1)
        copula = verb is not None and verb.lemma == "be" and not predicates[at].subject
        if copula and isinstance(named, Phrase) and named.name is not None:
            first.subject = [named]
