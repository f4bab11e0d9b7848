"""One pass over libyaml's events, building plain nodes and noting problems as it goes."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NoReturn, TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from tui.corpus.yaml.nodes import (
    MAX_BYTES,
    SYNTAX,
    ListNode,
    MapNode,
    Node,
    ScalarNode,
    column_of,
    line_of,
    pack,
)
from tui.corpus.yaml.positions import line_and_column, place_of, real_places, short
from tui.model.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator

MAX_DEPTH = 64
"""How deep collections may lie in each other."""
MAX_SCALAR = 1_000_000
"""The longest scalar in code points."""
MAX_ALIASED = 200_000
"""How many nodes all aliases of a text together may stand for."""

BLOCK_STYLES = ("|", ">")
"""Literal and folded texts; the line end after them belongs to the file, not to the text."""

Event: TypeAlias = Any
# The C parser's events are typed nowhere, and casts in the inner loop would cost time.

_MANY = 100
_REFUSED = "\0 a key that was refused"
_NULLS = frozenset(("", "~", "null"))
_UNREADABLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")


class _StopReadingError(Exception):
    """The rest of the text cannot be read; the problem is already noted."""


class EventReader:
    """One pass over the events of a text, noting problems as it goes."""

    def __init__(self, text: str, file: str, problems: list[Problem]) -> None:
        self.text = text.removeprefix("\ufeff")
        self.file = file
        self.problems = problems
        self.root: Node | None = None
        self._pure = not yaml.__with_libyaml__
        self._anchors: dict[str, tuple[Node, int]] = {}
        self._aliased = 0
        self._read = 0
        self._real = real_places(self.text)
        self._parser: Any = None
        self.next: Callable[[], Any] = _nothing

    @contextmanager
    def guarded(self) -> Iterator[None]:
        """Turn everything that the parser may raise into problems."""
        try:
            yield
        except _StopReadingError:
            pass
        except yaml.MarkedYAMLError as error:
            self._syntax_error(error)
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            self._unreadable(error)
        finally:
            if self._parser is not None:
                self._parser.dispose()

    def first_node(self) -> Event:
        """The event that starts the root; `None` when the text has no document."""
        if len(self.text) > MAX_BYTES:
            self._stop("file-too-large", 0, f"more than {MAX_BYTES >> 20} MB of YAML")
        loader = yaml.SafeLoader if self._pure else yaml.CSafeLoader
        self._parser = loader(self.text)
        self.next = self._parser.get_event
        if self._real:
            self.next = self._real.correcting(self.next)
        event: Event = self.next()
        while type(event) in (StreamStartEvent, DocumentStartEvent):
            event = self.next()
        if type(event) is StreamEndEvent:
            self.problems.append(
                Problem("empty", "the file is empty", "Start with `version: 1`.", file=self.file)
            )
            return None
        return event

    def end_document(self) -> None:
        """Check that nothing follows the document."""
        event: Event = self.next()
        while type(event) is DocumentEndEvent:
            event = self.next()
        if type(event) is not StreamEndEvent:
            self.note(
                "second-document", event, "only the first document of a file is read",
                "Remove the line `---` and what follows, or move it into a file of its own.",
            )  # fmt: skip

    def key(self, event: Event, seen: dict[str, int]) -> str | None:
        """The text of a key of the root, noted in `seen`; `None` after noting why it is none."""
        if type(event) is not ScalarEvent:
            self.build(event)
            self.note("key-not-text", event, "a key must be a text")
            return None
        key = self._check(event)
        if not self.check_key(event, key, seen, seen.__getitem__):
            return None
        seen[key] = place_of(event)
        return key

    # One loop without calls: a call for each of a million events would double the time.
    def build(self, event: Event, depth: int = 1) -> Node:  # noqa: PLR0915
        """The node that starts with an event.

        Args:
            event: The first event of the node.
            depth: How deep the node lies.
        """
        following, checked = self.next, self._pure
        stack: list[tuple[MapNode | ListNode | None, str | None]] = []
        anchored: list[tuple[int, str, int]] = []
        holder: MapNode | ListNode | None = None
        entries: dict[str, Node] | None = None
        places: list[int] = []
        key: str | None = None
        node: Node
        while True:
            kind = type(event)
            self._read += 1
            if kind is ScalarEvent:
                value, mark = event.value, event.start_mark
                place = mark.line << 32 | mark.column
                if event.tag or event.anchor or checked or len(value) > MAX_SCALAR:
                    value = self._check(event)
                if entries is not None and key is None:
                    if not value or value in entries or (value == "<<" and not event.style):
                        key = self._refuse_key(event, holder)
                    else:
                        key = value
                        places.append(place)
                    event = following()
                    continue
                style = event.style
                if not style:
                    if value in _NULLS:
                        value = None
                elif style in BLOCK_STYLES:
                    value = value.rstrip("\n")
                node = ScalarNode(place, value)
                if event.anchor:
                    self._anchors[event.anchor] = (node, 1)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                mark = event.start_mark
                place = mark.line << 32 | mark.column
                if len(stack) + depth > MAX_DEPTH:
                    self._stop(
                        "too-deep", place, f"more than {MAX_DEPTH} collections lie in each other"
                    )
                if event.tag:
                    self._check_tag(event)
                stack.append((holder, key))
                if event.anchor:
                    self._anchors.pop(event.anchor, None)
                    anchored.append((len(stack), event.anchor, self._read))
                key = None
                if kind is MappingStartEvent:
                    holder = MapNode(place, {}, [])
                    entries, places = holder.entries, holder.key_places
                else:
                    holder, entries = ListNode(place, []), None
                if self.root is None:
                    self.root = holder
                event = following()
                continue
            elif kind is AliasEvent:
                node = self._alias(event)
            else:  # the end of a mapping or a sequence
                assert holder is not None
                node = holder
                if anchored and anchored[-1][0] == len(stack):
                    _, anchor, before = anchored.pop()
                    self._anchors[anchor] = (node, self._read - before)
                holder, key = stack.pop()
                entries = None
                if type(holder) is MapNode:
                    entries, places = holder.entries, holder.key_places
            if entries is not None:
                if key is None:
                    self._problem("key-not-text", node.place, "a key must be a text")
                    key = _REFUSED
                else:
                    if key is not _REFUSED:
                        entries[key] = node
                    key = None
            elif holder is not None:
                holder.items.append(node)  # type: ignore[union-attr] # entries tells which
            else:
                return node
            event = following()

    def _alias(self, event: Event) -> Node:
        """The node that an alias stands for; what all aliases stand for is bounded."""
        place = place_of(event)
        node, size = self._anchors.get(event.anchor, (None, 0))
        if node is None:
            self._problem(
                "unknown-alias", place, f"*{short(event.anchor)} stands for nothing complete",
                "Define the anchor before it is used, and never inside itself.",
            )  # fmt: skip
            return ScalarNode(place, None)
        self._aliased += size
        self._read += size
        if self._aliased > MAX_ALIASED:
            self._stop("alias-bomb", place, f"the aliases stand for more than {MAX_ALIASED} values")
        return node

    def _check(self, event: Event) -> str:
        """The text of a scalar that is out of the ordinary, after noting what is refused."""
        value: str = event.value
        if event.tag:
            self._check_tag(event)
        if len(value) > MAX_SCALAR:
            self.note("text-too-long", event, f"a text of more than {MAX_SCALAR:,} characters")
            value = value[:MAX_SCALAR]
        if self._pure and _SURROGATE.search(value):
            self.note("yaml-encoding", event, "an escape stands for half a character")
            value = _SURROGATE.sub("\ufffd", value)
        return value

    def _check_tag(self, event: Event) -> None:
        self.note(
            "tag", event, f"tags are not read: {short(event.tag)}",
            "Leave the tag out; every value is the text that you typed.",
        )  # fmt: skip

    def _refuse_key(self, event: Event, holder: MapNode | ListNode | None) -> str:
        """Note why a scalar cannot be a key here."""
        assert isinstance(holder, MapNode)
        self.check_key(event, event.value, holder.entries, holder.key_place)
        return _REFUSED

    def check_key(
        self,
        event: Event,
        key: str,
        known: Container[str],
        where: Callable[[str], int],
    ) -> bool:
        """Whether a text may be a key; notes why not."""
        if not key:
            self.note("key-not-text", event, "a key must be a text that is not empty")
        elif key == "<<" and not event.style:
            self.note(
                "merge-key", event, "merge keys (<<) are not read", "Write the keys out in full."
            )
        elif key in known:
            many = len(self.problems) > _MANY
            self.note(
                "duplicate-key", event,
                f"{short(key)} is given twice"
                + ("" if many else f", first on line {line_of(where(key))}"),
                "Keep one of them; the first one counts until then.",
            )  # fmt: skip
        else:
            return True
        return False

    def note(self, code: str, event: Event, message: str, hint: str = "") -> None:
        """Note a problem at the start of an event."""
        self._problem(code, place_of(event), message, hint)

    def _problem(self, code: str, place: int, message: str, hint: str = "") -> None:
        self.problems.append(
            Problem(
                code, message, hint, file=self.file, line=line_of(place), column=column_of(place)
            )
        )

    def _stop(self, code: str, place: int, message: str) -> NoReturn:
        self._problem(code, place, message, "What follows is not read.")
        raise _StopReadingError

    def _syntax_error(self, error: yaml.MarkedYAMLError) -> None:
        mark: Any = error.problem_mark or error.context_mark
        if error.context_mark is not None and "quoted scalar" in (error.context or ""):
            mark = error.context_mark  # where the quote was opened; it may run on to the end
        place = 0
        if mark is not None:
            place = self._real.place(mark) if self._real else pack(mark.line, mark.column)
            place = self._inside(place)
        words = error.problem or "this is not YAML"
        context: Any = error.context_mark
        if error.context and context is not None and error.problem_mark is not None:
            words += f", {error.context} that starts on line {context.line + 1}"
        self._problem(
            SYNTAX, place, words, "Check indentation, quotes, colons and brackets around here."
        )

    def _inside(self, place: int) -> int:
        """The place itself, or the end of the text: libyaml may count a line more than it has."""
        line, column = line_and_column(self.text, len(self.text))
        return min(place, pack(line - 1, column - 1))

    def _unreadable(self, error: Exception) -> None:
        """Note the character or escape that no YAML text may hold."""
        found = _UNREADABLE.search(self.text)
        if found is None:
            self._problem(SYNTAX, 0, f"this is not YAML: {short(str(error))}")
            return
        line, column = line_and_column(self.text, found.start())
        self._problem(
            "control-character",
            pack(line - 1, column - 1),
            f"the character U+{ord(found[0]):04X} may not stand in YAML",
            'Remove it, or write it as an escape in double quotes, such as "\\x1b".',
        )


def _nothing() -> Any:
    return None
