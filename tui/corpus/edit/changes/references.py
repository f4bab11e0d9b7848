"""What in a corpus file refers to a record, a tranche or an article by its id.

| what               | where it is named                                                         |
|--------------------|---------------------------------------------------------------------------|
| a record           | `members` of totals, formulas under `derived` (`id:amount`), `same-as`     |
|                    | of deals, `record` under `ignore`                                          |
| a tranche          | `members` (`deal.tranche`), formulas (`tranches.id.amount`, also of others) |
| an article         | `article` of evidence and under `ignore`, `version-of` of other articles   |
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.corpus.schema.shapes import RECORD_SECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.corpus.edit.layout import LayoutPart


@dataclass(frozen=True, slots=True)
class Reference:
    """One place that names something.

    Attributes:
        record: The id of the record that it stands in; that of the article for `version-of`, the
            rule for what is ignored.
        owner: The mapping that has the key.
        key: The key.
        part: The text that names it: the item of a list, or the value.
    """

    record: str
    owner: LayoutPart
    key: str
    part: LayoutPart


def references_to_record(root: LayoutPart, record_id: str) -> list[Reference]:
    """Where other records name a record, or a tranche of it."""
    own = _tranches_of(root, record_id)
    names = {record_id, *(f"{record_id}.{tranche}" for tranche in own)}
    formula = formula_of_record(record_id)
    found = _ignored(root, "record", record_id)
    for record, name in _records(root):
        named = (*_members(record, name), *_links(record, name))
        found += [one for one in named if one.part.value in names]
        found += [one for one in _formulas(record, name) if _has(formula, one.part)]
    return found


def references_to_tranche(root: LayoutPart, record_id: str, tranche: str) -> list[Reference]:
    """Where a tranche of a deal is named, in its own record too."""
    found = []
    for record, name in _records(root):
        pattern = formula_of_tranche(record_id, tranche, own=name == record_id)
        found += [one for one in _formulas(record, name) if _has(pattern, one.part)]
        member = f"{record_id}.{tranche}"
        found += [one for one in _members(record, name) if one.part.value == member]
    return found


def references_to_article(root: LayoutPart, article_id: str) -> list[Reference]:
    """Where evidence quotes an article, and what is a version of it."""
    found = _ignored(root, "article", article_id)
    for record, name in _records(root):
        for evidence in _evidence(record):
            part = evidence.get("article")
            if part is not None and part.value == article_id:
                found.append(Reference(name, evidence, "article", part))
    for table in _values(root, "articles"):
        for key, article in table.entries or ():
            part = article.get("version-of")
            if part is not None and part.value == article_id:
                found.append(Reference(key.value or "", article, "version-of", part))
    return found


def formula_of_record(record_id: str) -> re.Pattern[str]:
    """A record named in a formula: `other-record:amount`."""
    return re.compile(rf"(?<![\w.:-]){re.escape(record_id)}(?=:[A-Za-z_])")


def formula_of_tranche(record_id: str, tranche: str, *, own: bool) -> re.Pattern[str]:
    """A tranche named in a formula: `tranches.first.amount`, or `deal:tranches.first.amount`."""
    owner = "" if own else f"{re.escape(record_id)}:"
    start = rf"(?<![\w.:-])(?P<lead>{owner}tranches\.)"
    return re.compile(rf"{start}{re.escape(tranche)}(?=\.[A-Za-z_])")


def _ignored(root: LayoutPart, key: str, name: str) -> list[Reference]:
    """The findings to ignore that are those of one record or article."""
    found = []
    for item in (item for items in _values(root, "ignore") for item in items.items or ()):
        part, rule = item.get(key), item.get("rule")
        if part is not None and part.value == name:
            found.append(Reference((rule.value or "") if rule else "", item, "ignore", part))
    return found


def _records(root: LayoutPart) -> Iterator[tuple[LayoutPart, str]]:
    for section in RECORD_SECTIONS:
        for items in _values(root, section):
            for item in items.items or ():
                name = item.get("id")
                yield item, (name.value or "") if name is not None else ""


def _values(root: LayoutPart, key: str) -> Iterator[LayoutPart]:
    """What stands under a key, in each file that has it."""
    return (value for name, value in root.entries or () if name.value == key)


def _tranches_of(root: LayoutPart, record_id: str) -> set[str]:
    for record, name in _records(root):
        tranches = record.get("tranches") if name == record_id else None
        if tranches is not None:
            ids = [part.get("id") for part in tranches.items or ()]
            return {part.value for part in ids if part is not None and part.value}
    return set()


def _members(record: LayoutPart, name: str) -> Iterator[Reference]:
    members = record.get("members")
    for item in (members.items if members is not None else None) or ():
        yield Reference(name, record, "members", item)


def _links(record: LayoutPart, name: str) -> Iterator[Reference]:
    link = record.get("same-as")
    if link is not None:
        yield Reference(name, record, "same-as", link)


def _evidence(record: LayoutPart) -> Iterator[LayoutPart]:
    tranches = record.get("tranches")
    for owner in (record, *((tranches.items if tranches is not None else None) or ())):
        evidence = owner.get("evidence")
        yield from (evidence.items if evidence is not None else None) or ()


def _formulas(record: LayoutPart, name: str) -> Iterator[Reference]:
    for evidence in _evidence(record):
        formula = evidence.get("derived")
        if formula is not None:
            yield Reference(name, evidence, "derived", formula)


def _has(pattern: re.Pattern[str], part: LayoutPart) -> bool:
    return part.value is not None and pattern.search(part.value) is not None
