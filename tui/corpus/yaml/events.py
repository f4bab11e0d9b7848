"""Builds nodes from libyaml's events in one pass, noting problems on the way.

A hand-written composer: one loop with an explicit stack of open collections, linear in the number
of events. Depth, size and what aliases expand to are bounded, so that a hostile file costs no more
than an honest one.
"""

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
from tui.corpus.yaml.places import line_and_column, place_correction, place_of, short
from tui.model.messages import msg
from tui.model.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator

MAX_DEPTH = 64
"""Collections nested in each other; the format itself needs eight."""
MAX_SCALAR = 1_000_000
"""Code points of a single scalar; the longest sensible one is a note of some pages."""
MAX_ALIASED = 200_000
"""Nodes that all aliases of a text may stand for together: enough for honest reuse, and far from
the billions of an alias bomb.
"""

BLOCK_STYLES = ("|", ">")
"""Literal and folded block scalars; the line break at their end belongs to the file, not to the
text.
"""

Event: TypeAlias = Any
# The C parser's events are typed nowhere, and casts in the inner loop would cost time.

_MANY_PROBLEMS = 100
_REFUSED_KEY = "\0 a key that was refused"
_NULLS = frozenset(("", "~", "null"))
_UNREADABLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")


class _StopReadingError(Exception):
    """The rest of the text cannot be read; the problem is already noted."""


class EventReader:
    """One pass over the events of a text."""

    def __init__(self, text: str, file: str, problems: list[Problem]) -> None:
        self.text = text.removeprefix("\ufeff")
        self.file = file
        self.problems = problems
        self.root: Node | None = None
        self._is_pure_python = not yaml.__with_libyaml__
        self._anchors: dict[str, tuple[Node, int]] = {}
        self._aliased_count = 0
        self._node_count = 0
        self._correction = place_correction(self.text)
        self._parser: Any = None
        self.next: Callable[[], Any] = _no_event

    @contextmanager
    def guarded(self) -> Iterator[None]:
        """Turn everything that the parser raises into problems."""
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
            self._stop(
                "file-too-large", 0, msg("more than {size} MB of YAML", size=MAX_BYTES >> 20)
            )
        loader = yaml.SafeLoader if self._is_pure_python else yaml.CSafeLoader
        self._parser = loader(self.text)
        self.next = self._parser.get_event
        if self._correction:
            self.next = self._correction.correcting(self.next)
        event: Event = self.next()
        while type(event) in (StreamStartEvent, DocumentStartEvent):
            event = self.next()
        if type(event) is StreamEndEvent:
            self.problems.append(
                Problem(
                    "empty",
                    msg("the file is empty"),
                    msg("Start with `version: 1`."),
                    file=self.file,
                )
            )
            return None
        return event

    def end_document(self) -> None:
        """Check that nothing follows the first document."""
        event: Event = self.next()
        while type(event) is DocumentEndEvent:
            event = self.next()
        if type(event) is not StreamEndEvent:
            self.note(
                "second-document", event, msg("only the first document of a file is read"),
                msg("Remove the line `---` and what follows, or move it into a file of its "
"own."),
            )  # fmt: skip

    def key(self, event: Event, key_places: dict[str, int]) -> str | None:
        """The text of a key of the root, recorded in `key_places`.

        `None` after noting what is wrong with it.
        """
        if type(event) is not ScalarEvent:
            self.build(event)
            self.note("key-not-text", event, msg("a key must be a text"))
            return None
        key = self._check(event)
        if not self.check_key(event, key, key_places, key_places.__getitem__):
            return None
        key_places[key] = place_of(event)
        return key

    # One loop without calls: a call for each of a million events would double the time.
    def build(self, event: Event, depth: int = 1) -> Node:  # noqa: PLR0915
        """Build the node that starts with an event.

        Args:
            event: The first event of the node.
            depth: How deep the node is nested.
        """
        next_event, check_all = self.next, self._is_pure_python
        # The enclosing collections, each with the key that waits for a value in it.
        stack: list[tuple[MapNode | ListNode | None, str | None]] = []
        # Anchored collections that are still open: depth, name, and the nodes read before.
        open_anchors: list[tuple[int, str, int]] = []
        container: MapNode | ListNode | None = None
        entries: dict[str, Node] | None = None
        places: list[int] = []
        key: str | None = None
        node: Node
        while True:
            kind = type(event)
            self._node_count += 1
            if kind is ScalarEvent:
                value, mark = event.value, event.start_mark
                place = mark.line << 32 | mark.column
                # The common scalar, plain and short, skips all checks.
                if event.tag or event.anchor or check_all or len(value) > MAX_SCALAR:
                    value = self._check(event)
                if entries is not None and key is None:
                    if not value or value in entries or (value == "<<" and not event.style):
                        key = self._refuse_key(event, container)
                    else:
                        key = value
                        places.append(place)
                    event = next_event()
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
                        "too-deep",
                        place,
                        msg("more than {count} collections lie in each other", count=MAX_DEPTH),
                    )
                if event.tag:
                    self._check_tag(event)
                stack.append((container, key))
                if event.anchor:
                    # An alias inside its own anchor would make the node endless; it stands for
                    # nothing until the node is complete.
                    self._anchors.pop(event.anchor, None)
                    open_anchors.append((len(stack), event.anchor, self._node_count))
                key = None
                if kind is MappingStartEvent:
                    container = MapNode(place, {}, [])
                    entries, places = container.entries, container.key_places
                else:
                    container, entries = ListNode(place, []), None
                if self.root is None:
                    self.root = container
                event = next_event()
                continue
            elif kind is AliasEvent:
                node = self._alias(event)
            else:  # the end of a mapping or a sequence
                assert container is not None
                node = container
                if open_anchors and open_anchors[-1][0] == len(stack):
                    _, anchor, count_before = open_anchors.pop()
                    self._anchors[anchor] = (node, self._node_count - count_before)
                container, key = stack.pop()
                entries = None
                if type(container) is MapNode:
                    entries, places = container.entries, container.key_places
            if entries is not None:
                if key is None:
                    self.note_at("key-not-text", node.place, msg("a key must be a text"))
                    key = _REFUSED_KEY
                else:
                    if key is not _REFUSED_KEY:
                        entries[key] = node
                    key = None
            elif container is not None:
                container.items.append(node)  # type: ignore[union-attr] # entries tells which
            else:
                return node
            event = next_event()

    def _alias(self, event: Event) -> Node:
        """The node that an alias stands for; what all aliases expand to is bounded."""
        place = place_of(event)
        node, size = self._anchors.get(event.anchor, (None, 0))
        if node is None:
            self.note_at(
                "unknown-alias",
                place,
                msg("*{word} stands for nothing complete", word=short(event.anchor)),
                msg("Define the anchor before it is used, and never inside itself."),
            )
            return ScalarNode(place, None)
        self._aliased_count += size
        self._node_count += size
        if self._aliased_count > MAX_ALIASED:
            self._stop(
                "alias-bomb",
                place,
                msg("the aliases stand for more than {count} values", count=MAX_ALIASED),
            )
        return node

    def _check(self, event: Event) -> str:
        """The text of an unusual scalar, after noting what is refused."""
        value: str = event.value
        if event.tag:
            self._check_tag(event)
        if len(value) > MAX_SCALAR:
            self.note(
                "text-too-long",
                event,
                msg("a text of more than {count:,} characters", count=MAX_SCALAR),
            )
            value = value[:MAX_SCALAR]
        if self._is_pure_python and _SURROGATE.search(value):
            self.note("yaml-encoding", event, msg("an escape stands for half a character"))
            value = _SURROGATE.sub("\ufffd", value)
        return value

    def _check_tag(self, event: Event) -> None:
        self.note(
            "tag", event, msg("tags are not read: {word}", word=short(event.tag)),
            msg("Leave the tag out; every value is the text that you typed."),
        )  # fmt: skip

    def _refuse_key(self, event: Event, container: MapNode | ListNode | None) -> str:
        """Note why a scalar cannot be a key here."""
        assert isinstance(container, MapNode)
        self.check_key(event, event.value, container.entries, container.key_place)
        return _REFUSED_KEY

    def check_key(
        self,
        event: Event,
        key: str,
        keys: Container[str],
        place_of_key: Callable[[str], int],
    ) -> bool:
        """Whether a text may be a key; notes why not."""
        if not key:
            self.note("key-not-text", event, msg("a key must be a text that is not empty"))
        elif key == "<<" and not event.style:
            self.note(
                "merge-key",
                event,
                msg("merge keys (<<) are not read"),
                msg("Write the keys out in full."),
            )
        elif key in keys:
            # Looking up the first place is linear in the mapping; a hostile file repeats thousands
            # of keys.
            many_problems = len(self.problems) > _MANY_PROBLEMS
            self.note(
                "duplicate-key", event,
                msg("{word} is given twice", word=short(key))
                if many_problems
                else msg(
                    "{word} is given twice, first on line {line}",
                    word=short(key), line=line_of(place_of_key(key)),
                ),
                msg("Keep one of them; the first one counts until then."),
            )  # fmt: skip
        else:
            return True
        return False

    def note(self, code: str, event: Event, message: str, hint: str = "") -> None:
        """Note a problem at the start of an event."""
        self.note_at(code, place_of(event), message, hint)

    def note_at(self, code: str, place: int, message: str, hint: str = "") -> None:
        """Note a problem at a packed place."""
        self.problems.append(
            Problem(
                code, message, hint, file=self.file, line=line_of(place), column=column_of(place)
            )
        )

    def _stop(self, code: str, place: int, message: str) -> NoReturn:
        self.note_at(code, place, message, msg("What follows is not read."))
        raise _StopReadingError

    def _syntax_error(self, error: yaml.MarkedYAMLError) -> None:
        mark: Any = error.problem_mark or error.context_mark
        if error.context_mark is not None and "quoted scalar" in (error.context or ""):
            mark = error.context_mark  # where the quote was opened; it may run on to the end
        place = 0
        if mark is not None:
            place = (
                self._correction.place(mark) if self._correction else pack(mark.line, mark.column)
            )
            place = self._inside(place)
        message: str = error.problem or msg("this is not YAML")
        context: Any = error.context_mark
        if error.context and context is not None and error.problem_mark is not None:
            message = msg(
                "{problem}, {context} that starts on line {line}",
                problem=message,
                context=error.context,
                line=context.line + 1,
            )
        self.note_at(
            SYNTAX,
            place,
            message,
            msg("Check indentation, quotes, colons and brackets around here."),
        )

    def _inside(self, place: int) -> int:
        """The place itself, or the end of the text: libyaml may count one line too many."""
        line, column = line_and_column(self.text, len(self.text))
        return min(place, pack(line - 1, column - 1))

    def _unreadable(self, error: Exception) -> None:
        """Note the character or escape that YAML forbids."""
        match = _UNREADABLE.search(self.text)
        if match is None:
            self.note_at(SYNTAX, 0, msg("this is not YAML: {word}", word=short(str(error))))
            return
        line, column = line_and_column(self.text, match.start())
        self.note_at(
            "control-character",
            pack(line - 1, column - 1),
            msg("the character U+{ord:04X} may not stand in YAML", ord=ord(match[0])),
            msg('Remove it, or write it as an escape in double quotes, such as "\\x1b".'),
        )


def _no_event() -> Any:
    return None
