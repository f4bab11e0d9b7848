"""One small corpus written in every way that YAML allows: in braces, in lines, with comments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.corpus.edit.layout import layout
from tui.corpus.edit.yaml_semantics import value_of

if TYPE_CHECKING:
    import random

DOCUMENT: dict[str, Any] = {
    "version": "1",
    "parties": {"a": {"name": "Alpha"}, "b": {"name": "Beta", "aliases": ["B", "Beta Inc"]}},
    "articles": {
        "one": {
            "file": "one.txt",
            "title": "One: a # title",
            "not-a-deal": [
                {"quote": "ten", "because": "a rate"},
                {"quote": "x", "because": "a date"},
            ],
        },
        "two": {"file": "two.txt", "version-of": "one"},
    },
    "deals": [
        {
            "id": "first",
            "title": "First",
            "payer": "a",
            "amount": "4 bn USD",
            "tranches": [
                {"id": "early", "amount": "1 bn USD", "status": "paid"},
                {
                    "id": "late",
                    "amount": "3 bn USD",
                    "evidence": [
                        {"article": "one", "quote": "three", "derived": "amount - 1 bn USD"}
                    ],
                },
            ],
            "evidence": [
                {"for": ["amount", "payer"], "article": "one", "quote": "four, \"4\" # 'bn'"},
                {"for": "payer", "article": "two", "quote": "Alpha", "stance": "mentions"},
            ],
            "tags": ["cloud", "ai"],
        },
        {
            "id": "second",
            "title": "Second",
            "payer": "a",
            "payee": "b",
            "amount": "5 bn USD",
            "note": "a note",
            "evidence": [
                {
                    "for": "amount",
                    "article": "one",
                    "quote": "five",
                    "derived": "first:amount + first:tranches.early.amount",
                },
                {"for": "payee", "article": "two", "quote": "Beta"},
            ],
        },
        {"id": "third", "title": "Third", "same-as": "first", "amount": "3.7 bn EUR"},
    ],
    "totals": [
        {"id": "sum", "title": "Sum", "members": ["first", "second"], "amount": "9 bn USD"},
        {"id": "part", "title": "Part", "members": ["first.early", "third"]},
    ],
    "facts": [{"id": "worth", "title": "Worth", "kind": "valuation", "party": "a"}],
    "ignore": [
        {"rule": "field-unsourced", "because": "known", "record": "first"},
        {"rule": "article-unused", "because": "for later", "article": "two"},
    ],
}
"""Texts, lists and dictionaries only, as `value_of` reads them."""


class Writer:
    """Writes a document in a style of its own at every place."""

    def __init__(self, choices: random.Random, *, comments: bool = True) -> None:
        self._choices, self._comments, self._count = choices, comments, 0

    def write(self, document: dict[str, Any], newline: str = "\n") -> str:
        """The document as YAML."""
        lines = ["# head"]
        for key, value in document.items():
            lines += self._comment(0, 0.3)
            if isinstance(value, str):
                lines.append(f"{key}: {value}{self._trailing()}")
            else:
                lines.append(f"{key}:{self._trailing()}")
                lines += self._value(value, 2)
            if self._choices.random() < 0.5:
                lines.append("")
        return newline.join(lines) + (newline if self._choices.random() < 0.9 else "")

    def _value(self, value: Any, indent: int) -> list[str]:
        if isinstance(value, dict):
            return self._mapping(value, indent)
        lines: list[str] = []
        blank = self._choices.random() < 0.3
        for item in value:
            lines += self._comment(indent, 0.2)
            if isinstance(item, str) or self._choices.random() < 0.4:
                lines.append(f"{' ' * indent}- {self._flow(item)}{self._trailing()}")
            else:
                inner = self._mapping(item, indent + 2, dashed=True)
                inner[0] = " " * indent + "- " + inner[0].lstrip()
                lines += inner
            if blank:
                lines.append("")
        return lines

    def _mapping(self, value: dict[str, Any], indent: int, *, dashed: bool = False) -> list[str]:
        lines: list[str] = []
        for key, inner in value.items():
            if lines or not dashed:
                lines += self._comment(indent, 0.15)
            if isinstance(inner, str) or self._choices.random() < 0.4:
                lines.append(f"{' ' * indent}{key}: {self._flow(inner)}{self._trailing()}")
            elif isinstance(inner, list):
                lines.append(f"{' ' * indent}{key}:{self._trailing()}")
                lines += self._value(inner, indent + self._choices.choice((0, 2, 4)))
            else:
                lines.append(f"{' ' * indent}{key}:{self._trailing()}")
                lines += self._mapping(inner, indent + self._choices.choice((2, 4)))
        return lines

    def _flow(self, value: Any) -> str:
        space = self._choices.choice(("", "", " "))
        if isinstance(value, dict):
            inner = ", ".join(f"{key}: {self._flow(one)}" for key, one in value.items())
            return "{" + space + inner + space + "}"
        if isinstance(value, list):
            return "[" + space + ", ".join(map(self._flow, value)) + space + "]"
        plain = not set(value) & set("#:\"',") and not value[0].isdigit()
        style = self._choices.choice(
            ("plain", "single", "double") if plain else ("single", "double")
        )
        if style == "single":
            return "'" + value.replace("'", "''") + "'"
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return value if style == "plain" else f'"{escaped}"'

    def _comment(self, indent: int, likely: float) -> list[str]:
        if not self._comments or self._choices.random() > likely:
            return []
        self._count += 1
        return [f"{' ' * indent}# comment {self._count}"]

    def _trailing(self) -> str:
        if not self._comments or self._choices.random() > 0.1:
            return ""
        self._count += 1
        return f"  # trailing {self._count}"


def read(source: str) -> Any:
    """What a text means, as texts, lists and dictionaries."""
    return value_of(layout(source))
