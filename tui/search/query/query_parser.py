"""The query parser. Any text is a query: what cannot be read is reported, and finds nothing.

A recursive-descent parser for the grammar below, in which a space means *and*, and `|` binds more
tightly than a space. It reads the text once, in time linear in its length, and its recursion is
bounded by `_MAX_DEPTH`.

    conjunction  = alternatives*
    alternatives = operand ("|" operand)*
    operand      = "-"? primary
    primary      = "(" conjunction ")" | phrase | filter | range | term
    phrase       = "'"? '"' text '"'
    filter       = field ":" value
    range        = what `bare_ranges` knows: ">1bn", "2023..2024"

A part that cannot be read is `Unreadable` in the tree, which finds nothing. What is only unfinished
(a field without a value, an open bracket with something in it) is pointed at and left out.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from tui.model.messages import msg
from tui.model.suggestions import nearest
from tui.search.analysis.analyzer import fold, words
from tui.search.query.bare_ranges import bare_range
from tui.search.query.fields import FIELDS, closest_field, inverted, matching_values
from tui.search.query.syntax import (
    And,
    Filter,
    Not,
    Or,
    Query,
    QueryNode,
    QueryProblem,
    Term,
    Unreadable,
    terms_of,
)
from tui.search.query.term_forms import PLAIN, ends_in_scale, term_at, with_last_word
from tui.search.query.value_ranges import AMOUNT, UnreadableError, read_amount, read_dates

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["parse"]

_SHORTEST_BEGUN = 3
"""Letters from which a name with nothing behind its colon is the beginning of a field."""
_MAX_DEPTH = 40
"""Brackets in brackets. Each level takes six frames, and Python's stack has a thousand."""
_MAX_LENGTH = 2000
"""Characters; a pasted article is no query, and every word of it would be looked up."""
_FIELD = re.compile(r"([^\W\d_]{2,20}):")
_BEGIN = frozenset("\"'-| ")
_TYPOGRAPHIC = {"“": '"', "”": '"', "«": '"', "»": '"', "„": '"', "’": "'", "‘": "'"}
"""Quotes and apostrophes that phones and editors substitute."""


def parse(text: str) -> Query:
    """Parse a query; never raises.

    Characters beyond the first 2,000 are ignored, and reported.
    """
    parser = _QueryParser(text)
    query = parser.query()
    last_word_end = max((term.end for term in query.terms), default=0)
    if ends_in_scale(parser.text[:last_word_end]):
        # Which word is the last one, and so may be unfinished, is known only now: `4 mi` may become
        # `4 millions`, but not in `4 mi amazon`. Rare enough to parse twice.
        query = _QueryParser(text, last_word_end).query()
    return query


def _is_picture(char: str) -> bool:
    """Whether a sign is an emoji or the like: no dash or comma that may stand between words."""
    return unicodedata.category(char) in ("So", "Cn", "Co")


def _aligned(text: str) -> str:
    """The folded text, one character for each of the original, so that offsets agree.

    Signs of mathematics stay: without its stroke, ≠ would be the opposite.
    """
    folded = (
        char if unicodedata.category(char) == "Sm" else fold(_TYPOGRAPHIC.get(char, char))
        for char in text
    )
    return "".join(" " if char in ("", "\n") else char[0] for char in folded)


class _FilterValue(NamedTuple):
    """The text behind the colon of a filter, where it starts, and whether it was quoted."""

    start: int
    text: str
    quoted: bool = False


class _QueryParser:
    """One parse of a text: offsets refer to the text as typed, decisions to its folded form."""

    def __init__(self, text: str, last_word_end: int = -1) -> None:
        self.source, self.last_word_end = text, last_word_end
        self.text = _aligned(text[:_MAX_LENGTH])
        self.end = len(self.text.rstrip())
        self.at = 0
        self.depth = 0
        self.problems: list[QueryProblem] = []
        self.filters: list[Filter] = []
        self.sort = ""
        self.inside: set[str] = set()
        self.unclosed = ""
        self.unfinished: list[QueryProblem] = []

    def query(self) -> Query:
        nodes: list[QueryNode] = []
        while True:
            nodes.extend(self._conjunction())
            if self.at >= self.end:
                break
            # `_conjunction` stops early only at a `)` without its `(`; skip it and read on.
            nodes.append(
                self._unreadable(self.at, self.at + 1, msg("this bracket was never opened"))
            )
            self.at += 1
        if len(self.source) > _MAX_LENGTH:
            self._report(
                _MAX_LENGTH,
                len(self.source),
                msg("only the first {count} letters are read", count=_MAX_LENGTH),
            )
        if not (nodes or self.filters or self.problems) and self.end:
            nodes.extend(self._without_word())
        root = with_last_word(And(tuple(nodes)))
        return Query(
            self.source, root, tuple(terms_of(root)), tuple(self.filters),
            tuple(sorted(self.problems, key=lambda problem: problem.start)),
            self.sort, frozenset(self.inside), self.unclosed, tuple(self.unfinished),
        )  # fmt: skip

    def _report(self, start: int, end: int, message: str, suggestion: str = "") -> None:
        self.problems.append(QueryProblem(start, end, message, suggestion))

    def _without_word(self) -> Iterator[Unreadable]:
        """What stands for a query without a word or filter."""
        text = self.source[: self.end].strip()
        unreadable = self._unreadable(0, self.end, msg("there is no word in “{text}”", text=text))
        # A quote, a minus or a bar begins something that is still to be typed.
        if not (self.unclosed.startswith('"') or set(self.text) <= _BEGIN):
            yield unreadable

    def _unreadable(self, start: int, end: int, message: str, suggestion: str = "") -> Unreadable:
        """Report a part that cannot be read, and what stands for it in the tree."""
        self._report(start, end, message, suggestion)
        return Unreadable()

    def _skip_spaces(self) -> None:
        while self.at < self.end and self.text[self.at] == " ":
            self.at += 1

    def _conjunction(self) -> list[QueryNode]:
        """Everything up to a closing bracket or the end; all of it must hold."""
        nodes: list[QueryNode] = []
        self._skip_spaces()
        while self.at < self.end and self.text[self.at] != ")":
            choice = self._alternatives()
            if choice is not None:
                nodes.append(choice)
            self._skip_spaces()
        return nodes

    def _alternatives(self) -> QueryNode | None:
        nodes: list[QueryNode] = []
        while True:
            operand = self._operand()
            if operand is not None:
                nodes.append(operand)
            self._skip_spaces()
            if self.at >= self.end or self.text[self.at] != "|":
                break
            bar = self.at
            while self.at < self.end and self.text[self.at] in "| ":
                self.at += 1
            behind = self.at < self.end and self.text[self.at] != ")"
            if operand is None or not behind:
                self.unfinished.append(QueryProblem(bar, bar + 1, msg("a side of this | is empty")))
            # A `|` with nothing behind it: whoever types it has not finished the query yet.
            if not behind:
                break
        if not nodes:
            return None
        return nodes[0] if len(nodes) == 1 else Or(tuple(nodes))

    def _operand(self) -> QueryNode | None:
        start = self.at
        char = self.text[start]
        if char == "|":
            return None
        if char == "-":
            self.at += 1
            # A lone minus is a dash between words, not a negation.
            if self.at >= self.end or self.text[self.at] in " -|)":
                return None
            node = self._negated_primary(start)
            if isinstance(node, Filter | Unreadable):
                return node
            return Not(node) if node is not None else None
        return self._primary(start)

    def _negated_primary(self, start: int) -> QueryNode | None:
        """What stands behind a minus, where no word counts as unfinished."""
        last_word_end, self.last_word_end = self.last_word_end, -1
        node = self._primary(start)
        self.last_word_end = last_word_end
        return node

    def _primary(self, start: int) -> QueryNode | None:
        char = self.text[self.at]
        if char == "(":
            return self._group()
        if char == '"':
            return self._phrase()
        field = _FIELD.match(self.text, self.at)
        if field is not None:
            name = field[1] if field[1] in FIELDS else ""
            if name:
                self.at = field.end()
                return self._filter(start, name)
            unknown = self._unknown_field(field)
            if unknown is not None:
                return unknown
        return self._range(start) or self._word()

    def _range(self, start: int) -> QueryNode | None:
        """A comparison or range without a field; `None` where there is none."""
        value_start = self.at
        found = bare_range(self.text, value_start, negated=self.text[start] == "-")
        if found is None:
            return None
        self.at = found.end
        text = self.source[value_start : found.end]
        if not found.field:
            message = msg("{text} is no amount and no date: write >1bn, or >2023-05", text=text)
            return self._unreadable(value_start, found.end, message, f"amount:{text}")
        negated = start != value_start
        filter_ = Filter(start, found.end, found.field, text, negated)
        return self._resolved_or_reported(filter_, value_start)

    def _group(self) -> QueryNode | None:
        start = self.at
        self.at += 1
        if self.depth >= _MAX_DEPTH:
            return self._unreadable(start, start + 1, msg("brackets this deep are not read"))
        self.depth += 1
        read = (len(self.problems), len(self.filters))
        nodes = self._conjunction()
        self.depth -= 1
        empty = not nodes and read == (len(self.problems), len(self.filters))
        closed = self.at < self.end
        if closed:
            self.at += 1
        else:
            self.unclosed += ")"
            self._report(start, start + 1, msg("this bracket is not closed"))
        if empty and closed:
            return self._unreadable(start, self.at, msg("there is no word between these brackets"))
        if empty:
            return Unreadable()
        return And(tuple(nodes)) if nodes else None

    def _quoted(self) -> tuple[str, bool]:
        """The text in quotes here, and whether the closing quote is there."""
        start = self.at + 1
        close = self.text.find('"', start)
        end = close if close >= 0 else len(self.text)
        if close < 0:
            self.unclosed += '"'
            words = msg("this quote is not closed")
            self.unfinished.append(QueryProblem(start - 1, start, words))
        self.at = end + 1
        return self.source[start:end], close >= 0

    def _phrase(self) -> QueryNode | None:
        start = self.at
        text, closed = self._quoted()
        terms = tuple(words(text))
        if not terms:
            return None
        end = min(self.at, len(self.text))
        return Term(start, end, text, terms, phrase=True, last=not closed)

    def _word(self) -> QueryNode | None:
        start = self.at
        exact = self.text[start] == "'"
        if exact:
            self.at += 1
            if self.at < self.end and self.text[self.at] == '"':
                return self._phrase()
        term = term_at(
            self.source, self.text, self.at, exact=exact, last_word_end=self.last_word_end
        )
        if term is None:
            return None
        self.at = term.end
        if term.node is None and any(map(_is_picture, self.source[start : term.end])):
            message = msg("nothing is called “{words}”", words=self.source[start : term.end])
            return self._unreadable(start, term.end, message)
        return term.node

    def _unknown_field(self, field: re.Match[str]) -> Unreadable | None:
        """Report a name that is no field, and skip it together with its value.

        Returns nothing, and skips nothing, where it does not look like a filter: `Re: amazon` is
        two words.
        """
        name = self.source[field.start(1) : field.end(1)]
        suggestion = closest_field(name)
        self.at = field.end()
        value = self._value()
        if not value.text and (not suggestion or len(name) < _SHORTEST_BEGUN):
            self.at = field.start()
            return None
        hint = f"{suggestion}:" if suggestion else ""
        message = msg("there is no field “{name}”", name=name)
        return self._unreadable(field.start(), field.end(), message, hint)

    def _value(self) -> _FilterValue:
        """Offset and text of the value here, and whether it was quoted."""
        start = self.at
        if start < self.end and self.text[start] == '"':
            text, _ = self._quoted()
            return _FilterValue(start, text, quoted=True)
        match = PLAIN.match(self.text, start)
        if match is None:
            return _FilterValue(start, "")
        self.at = match.end()
        return _FilterValue(start, self.source[start : self.at])

    def _filter(self, start: int, name: str) -> QueryNode | None:
        """A field and its value; `None` where it is not part of the tree, or cannot be read."""
        negated = self.text[start] == "-"
        value_start, text, quoted = self._filter_value(name)
        end = min(self.at, len(self.text))
        if not (text.strip() if quoted else text.strip(" ,")):
            # It is still to be typed, and what was found until then stays.
            example = FIELDS[name].example
            self._report(
                start,
                end,
                msg("{name}: needs a value, such as {name}:{example}", name=name, example=example),
            )
            return None
        if negated and name in ("in", "sort"):
            message = msg("{name}: is no filter, so a minus before it means nothing", name=name)
            return self._unreadable(start, end, message, inverted(name, text))
        filter_ = Filter(start, end, name, text, negated, quoted)
        return self._resolved_or_reported(filter_, value_start)

    def _resolved_or_reported(self, filter_: Filter, value_start: int) -> QueryNode | None:
        """Like `_resolved`, where the value may be unreadable."""
        try:
            return self._resolved(filter_, value_start)
        except UnreadableError as error:
            return self._unreadable(value_start, filter_.end, str(error), error.suggestion)

    def _filter_value(self, name: str) -> _FilterValue:
        """Like `_value`, but allows spaces before it, and inside an amount.

        Empty where the next filter follows at once: in `payer: status:paid` the payer has no value.
        """
        after_colon = self.at
        self._skip_spaces()
        following = _FIELD.match(self.text, self.at + (self.text[self.at : self.at + 1] == "-"))
        if self.at > after_colon and following is not None and following[1] in FIELDS:
            self.at = after_colon
            return _FilterValue(after_colon, "")
        if name == "amount" and (match := AMOUNT.match(self.text, self.at)) and match[0].strip():
            start, self.at = self.at, match.end()
            # Take what sticks to the amount too, so that `>1bnx` is reported as a whole.
            rest = PLAIN.match(self.text, self.at)
            if rest is not None:
                self.at = rest.end()
            text = self.source[start : self.at].rstrip()
            self.at = start + len(text)
            return _FilterValue(start, text)
        return self._value()

    def _resolved(self, filter_: Filter, value_start: int) -> QueryNode | None:
        """The filter with its value interpreted; `None` where it is not part of the tree.

        Args:
            filter_: The filter as typed.
            value_start: Where its value starts, for reporting.
        """
        name, text = filter_.field, filter_.text
        if name == "amount":
            return self._add_filter(filter_, amount=read_amount(fold(text)))
        if name in ("date", "known", "year"):
            return self._add_filter(filter_, dates=read_dates(fold(text)))
        if FIELDS[name].values:
            values = self._fixed_values(filter_, value_start)
            if not values:
                return Unreadable()
            if name == "sort":
                self.sort = values[-1]
            elif name == "in":
                self.inside.update(values)
        added = self._add_filter(filter_)
        return None if name in ("sort", "in") else added

    def _fixed_values(self, filter_: Filter, start: int) -> list[str]:
        """The values of a comma-separated list; those that do not exist are reported."""
        found: list[str] = []
        for part in [filter_.text] if filter_.quoted else filter_.text.split(","):
            end = filter_.end if filter_.quoted else start + len(part)
            values = matching_values(filter_.field, part)
            if part.strip() and not values:
                suggestion = nearest(part, FIELDS[filter_.field].values)
                self._report(
                    start,
                    end,
                    msg("{field}: has no value “{strip}”", field=filter_.field, strip=part.strip()),
                    suggestion,
                )
            found += values[:1] if filter_.field == "sort" else values
            start = end + 1
        return found

    def _add_filter(self, filter_: Filter, **values: object) -> Filter:
        added = replace(filter_, **values) if values else filter_  # type: ignore[arg-type] # amount, dates
        self.filters.append(added)
        return added
