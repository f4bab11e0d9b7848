"""Reads a query. Any text is a query: what cannot be read is reported, the rest holds."""

from __future__ import annotations

import re
from dataclasses import replace

from tui.model.suggestions import nearest
from tui.search.analysis.analyzer import fold, words
from tui.search.query.fields import FIELDS, field_meant, known_values, turned_round
from tui.search.query.ranges import AMOUNT, UnreadableError, read_amount, read_dates
from tui.search.query.syntax import And, Filter, Node, Not, Or, Query, QueryProblem, Term, terms_of
from tui.search.query.term_forms import PLAIN, ends_in_scale, with_last_word, word_at

__all__ = ["parse"]

_DEEPEST = 40
_LONGEST = 2000
_FIELD = re.compile(r"([^\W\d_]{2,20}):")
_OPENING = {"“": '"', "”": '"', "«": '"', "»": '"', "„": '"', "’": "'", "‘": "'"}


def parse(text: str) -> Query:
    """Read a query; never raises.

    Characters beyond the first 2,000 are not read, and reported.
    """
    parser = _Parser(text)
    read = parser.query()
    typing = max((term.end for term in read.terms), default=0)
    if ends_in_scale(parser.text[:typing]):
        # Which word is the last, and so may be unfinished, is known only now.
        read = _Parser(text, typing).query()
    return read


def _aligned(text: str) -> str:
    """The folded text with each character at its old place."""
    folded = (fold(_OPENING.get(char, char)) for char in text)
    return "".join(" " if char in ("", "\n") else char[0] for char in folded)


class _Parser:
    """One pass over the text: groups by recursion, everything else by patterns."""

    def __init__(self, text: str, typing: int = -1) -> None:
        self.source, self.typing = text, typing
        self.text = _aligned(text[:_LONGEST])
        self.end = len(self.text.rstrip())
        self.at = 0
        self.depth = 0
        self.problems: list[QueryProblem] = []
        self.filters: list[Filter] = []
        self.sort = ""
        self.inside: set[str] = set()
        self.unclosed = ""

    def query(self) -> Query:
        nodes: list[Node] = []
        while True:
            nodes.extend(self._all())
            if self.at >= self.end:
                break
            self._problem(self.at, self.at + 1, "this bracket was never opened")
            self.at += 1
        if len(self.source) > _LONGEST:
            self._problem(_LONGEST, len(self.source), f"only the first {_LONGEST} letters are read")
        root = with_last_word(And(tuple(nodes)))
        return Query(
            self.source, root, tuple(terms_of(root)), tuple(self.filters),
            tuple(sorted(self.problems, key=lambda problem: problem.start)),
            self.sort, frozenset(self.inside), self.unclosed,
        )  # fmt: skip

    def _problem(self, start: int, end: int, message: str, suggestion: str = "") -> None:
        self.problems.append(QueryProblem(start, end, message, suggestion))

    def _space(self) -> None:
        while self.at < self.end and self.text[self.at] == " ":
            self.at += 1

    def _all(self) -> list[Node]:
        """Alternatives until a closing bracket or the end."""
        nodes: list[Node] = []
        self._space()
        while self.at < self.end and self.text[self.at] != ")":
            choice = self._choice()
            if choice is not None:
                nodes.append(choice)
            self._space()
        return nodes

    def _choice(self) -> Node | None:
        nodes: list[Node] = []
        while True:
            node = self._one()
            if node is not None:
                nodes.append(node)
            self._space()
            if self.at >= self.end or self.text[self.at] != "|":
                break
            while self.at < self.end and self.text[self.at] in "| ":
                self.at += 1
            if self.at >= self.end or self.text[self.at] == ")":
                break
        if not nodes:
            return None
        return nodes[0] if len(nodes) == 1 else Or(tuple(nodes))

    def _one(self) -> Node | None:
        start = self.at
        char = self.text[start]
        if char == "|":
            return None
        if char == "-":
            self.at += 1
            if self.at >= self.end or self.text[self.at] in " -|)":
                return None
            node = self._excluded(start)
            if isinstance(node, Filter):
                return node
            return Not(node) if node is not None else None
        return self._positive(start)

    def _excluded(self, start: int) -> Node | None:
        """What stands behind a minus, where no word counts as unfinished."""
        typing, self.typing = self.typing, -1
        node = self._positive(start)
        self.typing = typing
        return node

    def _positive(self, start: int) -> Node | None:
        char = self.text[self.at]
        if char == "(":
            return self._group()
        if char == '"':
            return self._phrase()
        field = _FIELD.match(self.text, self.at)
        if field is not None:
            known = field[1] if field[1] in FIELDS else ""
            if known:
                self.at = field.end()
                return self._filter(start, known)
            if self._unknown_field(field):
                return None
        return self._word()

    def _group(self) -> Node | None:
        start = self.at
        self.at += 1
        if self.depth >= _DEEPEST:
            self._problem(start, start + 1, "brackets this deep are not read")
            return None
        self.depth += 1
        nodes = self._all()
        self.depth -= 1
        if self.at < self.end:
            self.at += 1
        else:
            self.unclosed += ")"
            self._problem(start, start + 1, "this bracket is not closed")
        return And(tuple(nodes)) if nodes else None

    def _quoted(self) -> tuple[str, bool]:
        """The text in quotes at this place, and whether the end quote is there."""
        start = self.at + 1
        close = self.text.find('"', start)
        end = close if close >= 0 else len(self.text)
        if close < 0:
            self.unclosed += '"'
        self.at = end + 1
        return self.source[start:end], close >= 0

    def _phrase(self) -> Node | None:
        start = self.at
        text, closed = self._quoted()
        found = tuple(words(text))
        if not found:
            return None
        end = min(self.at, len(self.text))
        return Term(start, end, text, found, phrase=True, last=not closed)

    def _word(self) -> Node | None:
        start = self.at
        exact = self.text[start] == "'"
        if exact:
            self.at += 1
            if self.at < self.end and self.text[self.at] == '"':
                return self._phrase()
        word = word_at(self.source, self.text, self.at, exact=exact, typing=self.typing)
        if word is None:
            return None
        self.at = word.end
        return word.node

    def _unknown_field(self, field: re.Match[str]) -> bool:
        """Report a name that is no field and pass over it with its value.

        Not where nothing that is meant stands behind it either: `Re: amazon` is two words.
        """
        name = self.source[field.start(1) : field.end(1)]
        near = field_meant(name)
        self.at = field.end()
        _, value, _ = self._value()
        if not near and not value:
            self.at = field.start()
            return False
        hint = f"{near}:" if near else ""
        self._problem(field.start(), field.end(), f"there is no field “{name}”", hint)
        return True

    def _value(self) -> tuple[int, str, bool]:
        """Start and text of the value at this place, and whether it was quoted."""
        start = self.at
        if start < self.end and self.text[start] == '"':
            text, _ = self._quoted()
            return start, text, True
        match = PLAIN.match(self.text, start)
        if match is None:
            return start, "", False
        self.at = match.end()
        return start, self.source[start : self.at], False

    def _filter(self, start: int, name: str) -> Node | None:
        negated = self.text[start] == "-"
        place, text, quoted = self._filter_value(name)
        end = min(self.at, len(self.text))
        if not (text.strip() if quoted else text.strip(" ,")):
            example = FIELDS[name].example
            self._problem(start, end, f"{name}: needs a value, such as {name}:{example}")
            return None
        if negated and name in ("in", "sort"):
            message = f"{name}: is no filter, so a minus before it means nothing"
            self._problem(start, end, message, turned_round(name, text))
            return None
        try:
            return self._read(Filter(start, end, name, text, negated, quoted), place)
        except UnreadableError as error:
            self._problem(place, end, str(error), error.suggestion)
            return None

    def _filter_value(self, name: str) -> tuple[int, str, bool]:
        """As `_value`, after spaces; none where the next filter begins instead."""
        behind = self.at
        self._space()
        following = _FIELD.match(self.text, self.at + (self.text[self.at : self.at + 1] == "-"))
        if self.at > behind and following is not None and following[1] in FIELDS:
            self.at = behind
            return behind, "", False
        if name == "amount" and (match := AMOUNT.match(self.text, self.at)) and match[0].strip():
            place, self.at = self.at, match.end()
            rest = PLAIN.match(self.text, self.at)
            if rest is not None:
                self.at = rest.end()
            text = self.source[place : self.at].rstrip()
            self.at = place + len(text)
            return place, text, False
        return self._value()

    def _read(self, read: Filter, place: int) -> Node | None:
        """The filter with its value read, `None` where it is no part of the tree."""
        name, text = read.field, read.text
        if name == "amount":
            return self._keep(read, amount=read_amount(fold(text)))
        if name in ("date", "known", "year"):
            return self._keep(read, dates=read_dates(fold(text)))
        if FIELDS[name].values:
            values = self._known_values(read, place)
            if not values:
                return None
            if name == "sort":
                self.sort = values[-1]
            elif name == "in":
                self.inside.update(values)
        kept = self._keep(read)
        return None if name in ("sort", "in") else kept

    def _known_values(self, read: Filter, place: int) -> list[str]:
        """The values of a list, of which those that are none are pointed at."""
        known: list[str] = []
        for part in [read.text] if read.quoted else read.text.split(","):
            end = read.end if read.quoted else place + len(part)
            values = known_values(read.field, part)
            if part.strip() and not values:
                near = nearest(part, FIELDS[read.field].values)
                self._problem(place, end, f"{read.field}: has no value “{part.strip()}”", near)
            known += values[:1] if read.field == "sort" else values
            place = end + 1
        return known

    def _keep(self, read: Filter, **values: object) -> Filter:
        kept = replace(read, **values) if values else read  # type: ignore[arg-type] # amount, dates
        self.filters.append(kept)
        return kept
