"""Reads single values of a corpus file: texts, enumerations, dates, quantities.

Dates and amounts recur, so each distinct text is parsed once.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.corpus.schema.shapes import ID_PATTERN, SHAPES, Key
from tui.corpus.yaml.nodes import ListNode, MapNode, Node, ScalarNode, column_of, line_of
from tui.corpus.yaml.places import short
from tui.language.figures.iso4217 import CURRENCIES
from tui.model.dates import Edtf
from tui.model.messages import msg
from tui.model.problems import Problem, Severity
from tui.model.quantities import UNDISCLOSED, Quantity
from tui.model.suggestions import Suggestions

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

_ID = re.compile(ID_PATTERN)
_OFFSET = re.compile(r"[0-9]{1,9}")
_LONGEST_VALUE = 200
_KIND_WORDS = {ListNode: msg("a list"), MapNode: msg("a mapping")}
_DATE_HINT = msg("Write 2023, 2023-09, 2023-09-25, 2024-Q1, 2023-09~ or 2023-10/2024-03.")
_AMOUNT_HINT = msg("Write 1.25 bn USD, up to 4 bn USD, about 400 M EUR, 1-2 bn USD or undisclosed.")
_NO_KEY = {
    "root": msg("the file has no key {word!r}"),
    "ignored": msg("a finding to leave out has no key {word!r}"),
    "party": msg("a party has no key {word!r}"),
    "article": msg("an article has no key {word!r}"),
    "dismissal": msg("a dismissed figure has no key {word!r}"),
    "evidence": msg("evidence has no key {word!r}"),
    "tranche": msg("a tranche has no key {word!r}"),
    "deal": msg("a deal has no key {word!r}"),
    "use": msg("a use has no key {word!r}"),
    "total": msg("a total has no key {word!r}"),
    "fact": msg("a fact has no key {word!r}"),
    "quantity": msg("an amount has no key {word!r}"),
}
_SCALE_WORDS = frozenset(
    "b bln billion billions million millions mio mrd mds milliard milliards thousand trillion "
    "trillions".split()
)
_PAIRS = (("minimum", "maximum"), ("exclusive_minimum", "exclusive_maximum"),
          ("minimum", "exclusive_maximum"), ("exclusive_minimum", "maximum"))  # fmt: skip


class Scalars:
    """Reads the values of one file, noting problems with the record that is being read.

    Attributes:
        problems: Everything found wrong, in order.
        record: The id of the record that is being read, or empty.
        article: The id of the article that is being read, or empty.
    """

    def __init__(self, file: str, problems: list[Problem]) -> None:
        self.file = file
        self.problems = problems
        self.record = ""
        self.article = ""
        self.suggestions = Suggestions()
        self._quantities: dict[str, Quantity | ValueError] = {}
        self._dates: dict[str, Edtf | ValueError] = {}

    def note(
        self,
        code: str,
        place: int,
        message: str,
        hint: str = "",
        *,
        field: str = "",
        severity: Severity = "error",
    ) -> None:
        """Note a problem at a place."""
        self.problems.append(
            Problem(
                code, message, hint, severity, self.file, line_of(place), column_of(place),
                self.record, field, self.article,
            )
        )  # fmt: skip

    def text(self, node: Node, key: Key) -> str | None:
        """A text that is not empty; `None` where there is none."""
        if type(node) is ScalarNode:
            return node.value or None
        self.note(
            "not-a-text",
            node.place,
            msg("{name} must be a text, not {what}", name=key.name, what=_KIND_WORDS[type(node)]),
            field=key.name,
        )
        return None

    def texts(self, node: Node, key: Key) -> list[tuple[str, int]]:
        """The texts of a list, each with its place."""
        if isinstance(node, ScalarNode) and not node.value:
            return []
        if not isinstance(node, ListNode):
            hint = ""
            if isinstance(node, ScalarNode) and node.value:
                hint = f"Write {key.name}: [{short(node.value)}]."
            self.note(
                "not-a-list",
                node.place,
                msg("{name} must be a list", name=key.name),
                hint,
                field=key.name,
            )
            return []
        found = []
        for item in node.items:
            text = self.text(item, key)
            if text is not None:
                found.append((text, item.place))
            elif isinstance(item, ScalarNode):
                self.note(
                    "empty-item",
                    item.place,
                    msg("an item of {name} is empty", name=key.name),
                    field=key.name,
                )
        return found

    def offsets(self, node: Node, key: Key) -> tuple[int, ...]:
        """Whole numbers that do not fall; nothing where one is none."""
        found: list[int] = []
        for text, place in self.texts(node, key):
            number = int(text) if _OFFSET.fullmatch(text) else -1
            if number < (found[-1] if found else 0):
                self.note(
                    "bad-offset",
                    place,
                    msg("{word!r} is no place in the text after the last", word=short(text)),
                    msg("Take the article in again, or leave the key out."),
                    field=key.name,
                )
                return ()
            found.append(number)
        return tuple(found)

    def identifier(self, text: str, place: int, key: Key) -> str:
        """An id as it is, noting when it is malformed."""
        if _ID.fullmatch(text) is None:
            self.note(
                "bad-id", place, msg("{word!r} is no id", word=short(text)),
                msg("Use small letters, digits, - and . and start with a letter or digit."),
                field=key.name,
            )  # fmt: skip
        return text

    def choice(self, node: Node, key: Key) -> str | None:
        """A word of an enumeration; `None` after noting that it is none of them."""
        text = self.text(node, key)
        if text is None or text in key.choices:
            return text
        self.note(
            "unknown-word",
            node.place,
            msg("{word!r} is no {name}", word=short(text), name=key.name),
            self.suggestions.hint(text, key.choices),
            field=key.name,
        )
        return None

    def date(self, node: Node, key: Key) -> Edtf | None:
        """A date in EDTF."""
        text = self.text(node, key)
        if text is None:
            return None
        known = self._dates.get(text)
        if known is None:
            try:
                if len(text) > _LONGEST_VALUE:
                    raise _too_long("date")
                known = Edtf.parse(text)
            except (ValueError, ArithmeticError) as error:
                known = ValueError(str(error))
            self._dates[text] = known
        if isinstance(known, Edtf):
            return known
        self.note("bad-date", node.place, _cut(known), _DATE_HINT, field=key.name)
        return None

    def quantity(self, node: Node, key: Key) -> Quantity | None:
        """A quantity in its short form, or as a mapping of bounds."""
        if isinstance(node, MapNode):
            return self._bounds(node, key)
        text = self.text(node, key)
        quantity = None if text is None else self._short_form(text, node.place, key)
        if quantity is not None and key.name == "amount":
            self._check_currency(quantity, node.place, key)
        return quantity

    def _check_currency(self, quantity: Quantity, place: int, key: Key) -> None:
        """Note an amount of a deal without a currency, or with one that does not exist."""
        code = quantity.currency
        if code and code not in CURRENCIES:
            self.note(
                "unknown-currency", place, msg("{code} is no currency", code=code),
                self.suggestions.hint(code, CURRENCIES, msg("Write its ISO 4217 code: USD, EUR.")),
                field=key.name, severity="warning",
            )  # fmt: skip
        elif not quantity.unit and quantity.words != UNDISCLOSED:
            self.note(
                "missing-currency", place, msg("an amount without a currency"),
                msg("Write it after the number: 4 bn USD."), field=key.name, severity="warning",
            )  # fmt: skip

    def _short_form(self, text: str, place: int, key: Key) -> Quantity | None:
        """A quantity in its short form; `None` after noting that it cannot be read."""
        known = self._quantities.get(text)
        if known is None:
            try:
                if len(text) > _LONGEST_VALUE:
                    raise _too_long("amount")
                known = Quantity.parse(text)
                if known.unit.lower() in _SCALE_WORDS:
                    known = ValueError(
                        msg("{text!r} is no amount: {unit} is no unit", text=text, unit=known.unit)
                    )
            except (ValueError, ArithmeticError) as error:
                known = ValueError(str(error))
            self._quantities[text] = known
        if isinstance(known, Quantity):
            return known
        self.note("bad-amount", place, _cut(known), _AMOUNT_HINT, field=key.name)
        return None

    def _bounds(self, node: MapNode, key: Key) -> Quantity | None:
        """`{min: 2 bn, exclusive_max: 4 bn, approx: true, currency: USD}`."""
        numbers: dict[str, Decimal] = {}
        unit, approximate = "", False
        good = True
        for name, place, value in self.known_keys(node, "quantity"):
            bound = SHAPES["quantity"].keys[name]
            if bound.kind == "number":
                text = self.text(value, bound)
                figure = self._short_form(text, value.place, key) if text else None
                if figure is None or not figure.is_exact or figure.value is None:
                    if figure is not None or not text:
                        self.note(
                            "bad-amount",
                            value.place,
                            msg("{name} must be one number", name=name),
                            msg("Write 4 bn, 1.25 bn or 250 M."),
                            field=key.name,
                        )
                    good = False
                    continue
                numbers[bound.target] = figure.value
                good &= self._same_unit(unit, figure.unit, value.place, key)
                unit = unit or figure.unit
            elif bound.kind == "flag":
                approximate = self._flag(value, bound)
            else:
                word = self.text(value, bound) or ""
                good &= self._same_unit(unit, word, place, key)
                unit = unit or word
        wrong = _wrong_bounds(numbers)
        if wrong and good:
            self.note("bad-amount", node.place, wrong, _AMOUNT_HINT, field=key.name)
        if wrong or not good:
            return None
        return Quantity(
            unit,
            numbers.get("value"),
            numbers.get("minimum"),
            numbers.get("maximum"),
            numbers.get("exclusive_minimum"),
            numbers.get("exclusive_maximum"),
            approximate,
        )

    def _same_unit(self, known: str, unit: str, place: int, key: Key) -> bool:
        if not known or not unit or known == unit:
            return True
        self.note(
            "bad-amount",
            place,
            msg("two units in one amount: {one}, {other}", one=short(known), other=short(unit)),
            msg("An amount has one currency or unit."),
            field=key.name,
        )
        return False

    def _flag(self, node: Node, key: Key) -> bool:
        text = self.text(node, key)
        if text not in (None, "true", "false"):
            self.note(
                "unknown-word",
                node.place,
                msg("{name} is true or false", name=key.name),
                field=key.name,
            )
        return text == "true"

    def known_keys(self, node: MapNode, shape: str) -> Iterable[tuple[str, int, Node]]:
        """The keys of a mapping that its shape has, each with its place and value.

        Others are noted.
        """
        keys = SHAPES[shape].keys
        for (name, value), place in zip(node.entries.items(), node.key_places, strict=True):
            if name in keys:
                yield name, place, value
            else:
                self.unknown_key(name, place, shape)

    def unknown_key(self, name: str, place: int, shape: str) -> None:
        """Note a key that its mapping does not have."""
        self.note(
            "unknown-key", place, msg(_NO_KEY[shape], word=short(name)),
            self.suggestions.hint(name, SHAPES[shape].keys,
                                  msg("Known: {keys}.", keys=", ".join(SHAPES[shape].keys))),
            field=name if len(name) <= _LONGEST_VALUE else "",
        )  # fmt: skip


def _too_long(what: str) -> ValueError:
    return ValueError(msg("no {what} is as long as this text", what=msg(what)))


def _cut(error: Exception) -> str:
    text = str(error).partition(": write ")[0]
    return text if len(text) <= _LONGEST_VALUE * 2 else text[: _LONGEST_VALUE * 2] + "…"


def _wrong_bounds(numbers: dict[str, Decimal]) -> str:
    """What is wrong with the bounds of an amount; empty when nothing is."""
    if not numbers:
        return msg("an amount needs a value or a bound")
    if "value" in numbers and len(numbers) > 1:
        return msg("an amount is either a value or bounds")
    for low, high in _PAIRS:
        if low in numbers and high in numbers and numbers[low] > numbers[high]:
            return msg("the lower bound is above the upper one")
    return ""
