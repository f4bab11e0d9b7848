"""Reads a corpus file again after an edit, without parsing what did not change.

The text of before and that of now are compared; what differs is widened to whole entries: records
of a list, parties and articles of a mapping. Only those are parsed, together with the entry behind
them, and take the place of the old ones; what lies behind moves by as many lines as the text grew.
The cost is a comparison of two texts and a copy of every entry that moved, and otherwise that of
the edit.

The result is that of reading the whole file, or there is none and the file has to be read whole.
That an entry may be parsed without what stands before it is not taken for granted:

- It begins on a line of its own, at the indentation of its list or mapping, so that in either text
  nothing before it goes on in it.
- The old stretch is parsed in the same way, and has to give what the whole file gave.
- The entry behind the stretch is parsed with it and has to be what it was: an open quote or bracket
  would have swallowed it.
- Anchors and aliases in the stretch, line ends other than LF and CRLF, several files, and problems
  that concern more than one entry are left to the reading of the whole file.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left, bisect_right
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from tui.corpus.entries_apart import (
    ANCHOR,
    KEY_OF_ROOT,
    Entry,
    MovedLines,
    has_plain_lines,
    without_lines,
)
from tui.corpus.schema.record_builder import CorpusReader
from tui.corpus.schema.shapes import RECORD_SECTIONS
from tui.corpus.yaml.document_reader import stream_yaml
from tui.corpus.yaml.nodes import MAX_BYTES, STOPPING, MapNode
from tui.model.corpus import Corpus, Touched
from tui.model.records import Article, Deal, Fact, Party, Total
from tui.platform.gc_pause import without_cyclic_gc

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tui.corpus.load import Loaded
    from tui.model.problems import Problem

MAX_STRETCHES = 16
"""Stretches that differ: each is parsed behind as many empty lines as stand before it, in 3 ms."""
_MAX_SHARE = 4
"""Where a quarter of the text differs, reading all of it takes hardly longer."""
_MAX_PROBLEMS = 50
"""Problems of a file whose reading can be cut: hints are given for the first hundred only."""
_NEAR_ENTRIES, _NEAR_CHARACTERS = 64, 1 << 16
"""How far behind a difference the texts are looked at for being the same again."""
_PROBE = 400
"""Characters of an entry by which it is found again: it has an id within them, as a rule."""
_BLOCK = 1 << 12

_BEFORE_ITEM, _BEFORE_KEY = re.compile(" *- +"), re.compile(" *")
_OF_SEVERAL_ENTRIES = STOPPING | {"duplicate-id", "duplicate-key"}
_LOOKED_FOR = {
    "unknown-party": {"parties"}, "unknown-article": {"articles"}, "unknown-member": {"members"},
    "unknown-deal": {"deals", "members"},
}  # fmt: skip
"""The codes of problems that depend on what else there is, by what that is, see `_referable`."""
_SECTIONS: dict[type, str] = {
    Party: "parties", Article: "articles", Deal: "deals", Total: "totals", Fact: "facts",
}  # fmt: skip
_TABLES = ("parties", "articles")
_ID, _LINE = attrgetter("id"), attrgetter("line")
_PLACE = attrgetter("line", "column")


class Reread(NamedTuple):
    """A corpus file that was read again.

    Attributes:
        loaded: What reading the whole file would give.
        touched: What of it may differ from before.
    """

    loaded: Loaded
    touched: Touched


class _Stretch(NamedTuple):
    """A stretch of both texts that differs, in offsets; all between two stretches is the same.

    Attributes:
        first: The number of the entry that it begins with.
        end: The number of the first entry behind it; that of all entries where there is none.
    """

    old_start: int
    old_end: int
    new_start: int
    new_end: int
    first: int
    end: int


class _Part(NamedTuple):
    """What a stretch holds now.

    Attributes:
        entries: Its entries, without the one behind it.
        old_entries: What it held.
        lines: Its lines.
        old_lines: What its lines were.
        reader: Who read it, with the problems of it and of the entry behind it.
    """

    entries: Sequence[Entry]
    old_entries: Sequence[Entry]
    lines: range
    old_lines: range
    reader: CorpusReader


class _WholeFileError(Exception):
    """The whole file has to be read."""


def read_again(data: bytes, before: Loaded) -> Reread | None:
    """What a corpus file holds now, if that can be told from what it held before.

    Args:
        data: Its bytes.
        before: What was read of it, with or without the texts of its articles.

    Returns:
        The corpus file as `read_corpus_bytes` would give it, without texts; `None` where only
        reading all of it tells.
    """
    if len(data) > MAX_BYTES:
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    if not _can_be_cut(before, text):
        return None
    try:
        with without_cyclic_gc():
            return _Rereading(before, text, hashlib.sha256(data).hexdigest()).run()
    except _WholeFileError:
        return None


def _can_be_cut(before: Loaded, text: str) -> bool:
    """Whether each entry of both texts can be read and placed on its own."""
    if before.includes or before.corpus.files or len(before.text_problems) > _MAX_PROBLEMS:
        return False
    plain = has_plain_lines(before.source) and has_plain_lines(text)
    return plain and all(map(_is_of_one_entry, before.text_problems))


def _is_of_one_entry(problem: Problem) -> bool:
    of_entry = bool(problem.record or problem.article)
    return of_entry and problem.code not in _OF_SEVERAL_ENTRIES


class _Rereading:
    """One comparison of a file with what it was."""

    def __init__(self, before: Loaded, text: str, digest: str) -> None:
        self.before, self.digest = before, digest
        self.old, self.new = before.source, text
        corpus = before.corpus
        every: list[Entry] = [
            *corpus.parties.values(), *corpus.articles.values(), *corpus.records.values(),
        ]  # fmt: skip
        self.entries = sorted(every, key=_LINE)

    def run(self) -> Reread:
        """Put the new entries in the place of the old ones.

        Raises:
            _WholeFileError: If that does not tell what the file holds.
        """
        lines = MovedLines()
        entries: list[Entry] = []
        problems: list[Problem] = []
        parts: list[_Part] = []
        at, line = 0, 0
        for stretch in self._stretches():
            entries += lines.moved(self.entries[at : stretch.first])
            problems += self._problems_between(line, self.entries[stretch.first].line, lines)
            part = self._part(stretch, lines)
            entries += part.entries
            parts.append(part)
            at, line = stretch.end, part.old_lines.stop
            lines.grow(line, part.lines.stop)
        entries += lines.moved(self.entries[at:])
        problems += self._problems_between(line, len(self.old) + 2, lines)
        loaded = self._loaded(entries, lines)
        touched = self._touched(parts, problems)
        for part in parts:
            part.reader.check_references(loaded.corpus)
            problems += [one for one in part.reader.problems if one.line in part.lines]
        if len(problems) > _MAX_PROBLEMS or not all(map(_is_of_one_entry, problems)):
            raise _WholeFileError
        found = tuple(sorted(problems, key=_PLACE))
        loaded = msgspec.structs.replace(loaded, problems=found, text_problems=found)
        return Reread(loaded, touched)

    def _problems_between(self, start: int, end: int, lines: MovedLines) -> Iterator[Problem]:
        """The problems of the lines between two, as they lie now."""
        for one in self.before.text_problems:
            if start <= one.line < end:
                yield msgspec.structs.replace(one, line=lines.of(one.line))

    def _loaded(self, entries: Sequence[Entry], lines: MovedLines) -> Loaded:
        """The corpus file with other entries; its problems are still those of before."""
        corpus = Corpus()
        by_id: dict[type, dict[str, Any]] = {
            Party: corpus.parties, Article: corpus.articles,
            Deal: corpus.records, Total: corpus.records, Fact: corpus.records,
        }  # fmt: skip
        for kind, run in groupby(entries, key=type):
            some = list(run)
            by_id[kind].update(zip(map(_ID, some), some, strict=True))
        if len(corpus.parties) + len(corpus.articles) + len(corpus.records) < len(entries):
            raise _WholeFileError  # An id is given twice.
        ignored = tuple(
            msgspec.structs.replace(one, line=lines.of(one.line)) for one in self.before.ignored
        )
        return msgspec.structs.replace(
            self.before, corpus=corpus, source=self.new, digest=self.digest, ignored=ignored
        )

    def _touched(self, parts: Sequence[_Part], kept_problems: Iterable[Problem]) -> Touched:
        """The ids of what differs in the stretches.

        Raises:
            _WholeFileError: If an entry elsewhere may name what is gone, or lacked what is new.
        """
        old = [entry for part in parts for entry in part.old_entries]
        new = [entry for part in parts for entry in part.entries]
        was, now = _referable(old), _referable(new)
        changed = {kind for kind, _ in was ^ now}
        if any(changed & _LOOKED_FOR.get(one.code, set()) for one in kept_problems):
            raise _WholeFileError
        gone = was - now
        if gone and (
            any(kind in _TABLES for kind, _ in gone)
            or any(name in gone for entry in self.entries for name in _named_by(entry))
        ):
            raise _WholeFileError
        return _differing(old, new)

    # What differs

    def _stretches(self) -> list[_Stretch]:
        """The stretches of both texts that differ, widened to whole entries."""
        old, new = self.old, self.new
        found: list[_Stretch] = []
        old_at = new_at = 0
        most = len(new) // _MAX_SHARE
        while True:
            same = _common_prefix(old, old_at, new, new_at)
            difference = old_at + same
            if difference == len(old) and new_at + same == len(new):
                return found
            if len(found) == MAX_STRETCHES:
                raise _WholeFileError
            first, start = self._begin(difference, new_at - old_at)
            new_start = start + new_at - old_at
            if start < old_at:  # The difference before reaches up to this one.
                last = found.pop()
                first, start, new_start = last.first, last.old_start, last.new_start
            end, old_at, new_at = (
                self._same_again(first, start, new_start, difference)
                or self._same_at_end(first, start, difference, new_at + same)
            )  # fmt: skip
            most -= max(new_at - new_start, old_at - start)
            if most < 0:
                raise _WholeFileError
            found.append(_Stretch(start, old_at, new_start, new_at, first, end))

    def _begin(self, difference: int, shift: int) -> tuple[int, int]:
        """The last entry that begins before a difference and as it did, and where it does."""
        start = self.old.rfind("\n", 0, difference) + 1
        line = self.old.count("\n", 0, start) + 1
        for at in range(bisect_right(self.entries, line, key=_LINE) - 1, -1, -1):
            entry = self.entries[at]
            for _ in range(line - entry.line):
                start = self.old.rfind("\n", 0, start - 1) + 1
            line = entry.line
            head = self._head(entry, start)
            # A line that is indented further could belong to what stands before.
            begins = head and self.new.startswith(head, start + shift)
            if begins and (head[-2:] == "- " or self.new[start + shift + len(head)] != " "):
                return at, start
        raise _WholeFileError

    def _head(self, entry: Entry, start: int) -> str:
        """What stands before an entry on its line, if it begins the line; else nothing."""
        head = self.old[start : start + entry.column - 1]
        pattern = _BEFORE_KEY if isinstance(entry, Party | Article) else _BEFORE_ITEM
        return head if pattern.fullmatch(head) else ""

    def _same_again(
        self, first: int, start: int, new_start: int, difference: int
    ) -> tuple[int, int, int] | None:
        """The next entry from which on the texts are the same for a while, with both places."""
        old, new, entries = self.old, self.new, self.entries
        line, at = entries[first].line, start
        for number in range(first + 1, min(first + _NEAR_ENTRIES, len(entries))):
            at = self._line_start(at, entries[number].line - line)
            line = entries[number].line
            if at <= difference or not self._head(entries[number], at):
                continue
            behind = entries[number + 1].line - line if number + 1 < len(entries) else 1
            probe = old[at : self._line_start(at, behind)][:_PROBE]
            there = new.find(probe, new_start, new_start + (at - start) + _NEAR_CHARACTERS)
            if there > 0 and new[there - 1] == "\n":
                return number, at, there
        return None

    def _same_at_end(
        self, first: int, start: int, difference: int, new_difference: int
    ) -> tuple[int, int, int]:
        """The entry from which on the texts are the same up to their ends, with both places.

        Where there is none, a key of the root that is the same in both, or the end.
        """
        old, new, entries = self.old, self.new, self.entries
        most = min(len(old) - difference, len(new) - new_difference)
        least = max(len(old) - _common_suffix(old, new, most), start + 1)
        shift = len(new) - len(old)
        from_line = at = self._line_start(least - 1, 1)
        key = KEY_OF_ROOT.search(old, from_line)
        until = key.start() if key else len(old)
        line = old.count("\n", 0, at) + 1
        number = bisect_left(entries, line, first + 1, key=_LINE)
        while number < len(entries):
            at = self._line_start(at, entries[number].line - line)
            line = entries[number].line
            if at >= until:
                break
            if self._head(entries[number], at):
                return number, at, at + shift
            number += 1
        return number, until, until + shift

    def _line_start(self, at: int, lines: int) -> int:
        """Where a line begins that is some lines behind an offset; the end where there is none."""
        for _ in range(lines):
            at = self.old.find("\n", at) + 1
            if not at:
                return len(self.old)
        return at

    # What it holds

    def _part(self, stretch: _Stretch, lines: MovedLines) -> _Part:
        """What a stretch holds.

        Raises:
            _WholeFileError: If it depends on what is around it, or may change what is behind it.
        """
        old_entries = self.entries[stretch.first : stretch.end]
        behind = self._behind(stretch)
        old_text = self.old[stretch.old_start : stretch.old_end]
        new_text = self.new[stretch.new_start : stretch.new_end]
        tail = self._text_of(stretch.end, stretch.old_end) if behind else ""
        if any(map(ANCHOR.search, (old_text, new_text, tail))):
            raise _WholeFileError
        section = _SECTIONS[type(old_entries[0])]
        old_lines = _lines_of(old_text, old_entries[0].line)
        new_lines = _lines_of(new_text, lines.of(old_entries[0].line))
        was, was_sections, was_reader = self._parsed(section, old_text + tail, old_lines.start)
        now, now_sections, now_reader = self._parsed(section, new_text + tail, new_lines.start)
        after = MovedLines()
        after.grow(old_lines.stop, new_lines.stop)
        if (
            was_sections != now_sections
            or was != [*old_entries, *behind]
            or now[max(0, len(now) - len(behind)) :] != after.moved(behind)
            or not all(map(_is_of_one_entry, now_reader.problems))
        ):
            raise _WholeFileError
        was_reader.check_references(self.before.corpus)
        until = old_lines.stop + tail.count("\n")
        known = [one for one in self.before.text_problems if old_lines.start <= one.line < until]
        if sorted(was_reader.problems, key=_PLACE) != known:
            raise _WholeFileError
        kept = now[: len(now) - len(behind)]
        return _Part(kept, old_entries, new_lines, old_lines, now_reader)

    def _behind(self, stretch: _Stretch) -> Sequence[Entry]:
        """The entry that begins where a stretch ends; none where that is a key of the root."""
        [*behind] = self.entries[stretch.end : stretch.end + 1]
        if behind and self._head(behind[0], stretch.old_end):
            line = self.entries[stretch.first].line
            lines = self.old.count("\n", stretch.old_start, stretch.old_end)
            return behind if behind[0].line == line + lines else ()
        return ()

    def _text_of(self, number: int, start: int) -> str:
        """The text of an entry, up to the next one or the next key of the root."""
        end = len(self.old)
        if number + 1 < len(self.entries):
            lines = self.entries[number + 1].line - self.entries[number].line
            end = self._line_start(start, lines)
        key = KEY_OF_ROOT.search(self.old, start, end)
        return self.old[start : key.start() if key else end]

    def _parsed(
        self, section: str, text: str, line: int
    ) -> tuple[list[Entry], list[str], CorpusReader]:
        """The entries of a stretch of text that begins in a section, on a line.

        Returns:
            They, the sections that they are in, and who read them.
        """
        problems: list[Problem] = []
        reader = CorpusReader(str(self.before.path), problems)
        sections: list[str] = []
        source = "\n" * (line - 2) + f"{section}:\n{text}"
        for key, place, index, node in stream_yaml(source, str(self.before.path), problems):
            is_table = key in _TABLES and index < 0 and isinstance(node, MapNode)
            if not is_table and not (key in RECORD_SECTIONS and index >= 0):
                raise _WholeFileError
            if sections[-1:] != [key]:
                sections.append(key)
            reader.take(key, place, index, node)
        every: list[Entry] = [
            *reader.parties.values(), *reader.articles.values(), *reader.records.values(),
        ]  # fmt: skip
        return sorted(every, key=_LINE), sections, reader


def _differing(old: Iterable[Entry], new: Iterable[Entry]) -> Touched:
    """The ids of what is not the same in both, whatever its lines are."""
    was, now = (
        {(_SECTIONS[type(entry)], entry.id): without_lines(entry) for entry in entries}
        for entries in (old, new)
    )
    parties: set[str] = set()
    articles: set[str] = set()
    records: set[str] = set()
    for section, name in {*was, *now}:
        if was.get((section, name)) != now.get((section, name)):
            of_section = {"parties": parties, "articles": articles}
            of_section.get(section, records).add(name)
    return Touched(frozenset(parties), frozenset(articles), frozenset(records))


def _lines_of(text: str, first: int) -> range:
    """The lines of a text that begins with a line; the last one may lack its end."""
    return range(first, first + text.count("\n") + bool(text and not text.endswith("\n")))


def _referable(entries: Iterable[Entry]) -> set[tuple[str, str]]:
    """What other entries may name: the section, or `members` for what a total may, and the id."""
    found = {(_SECTIONS[type(entry)], entry.id) for entry in entries}
    for entry in entries:
        if not isinstance(entry, Party | Article):
            found.add(("members", entry.id))
        if isinstance(entry, Deal):
            found.update(("members", f"{entry.id}.{part.id}") for part in entry.tranches)
    return found


def _named_by(entry: Entry) -> Iterator[tuple[str, str]]:
    """The records and tranches that an entry names, as `_referable` has them."""
    if isinstance(entry, Total):
        yield from (("members", name) for name in entry.members)
    elif isinstance(entry, Deal) and entry.same_as:
        yield "deals", entry.same_as


def _common_prefix(old: str, old_at: int, new: str, new_at: int) -> int:
    """How many characters two texts share from two offsets on: by blocks, then by bisection."""
    same, most, size = 0, min(len(old) - old_at, len(new) - new_at), _BLOCK
    while same < most:
        size = min(size, most - same)
        first, second = old_at + same, new_at + same
        if old[first : first + size] != new[second : second + size]:
            break
        same, size = same + size, size * 2
    else:
        return most
    while size > 1:
        half = size // 2
        first, second = old_at + same, new_at + same
        if old[first : first + half] == new[second : second + half]:
            same, size = same + half, size - half
        else:
            size = half
    return same


def _common_suffix(old: str, new: str, most: int) -> int:
    """How many characters two texts share at their ends, up to a number; as for the prefix."""
    same, size, old_end, new_end = 0, _BLOCK, len(old), len(new)
    while same < most:
        size = min(size, most - same)
        if old[old_end - size : old_end] != new[new_end - size : new_end]:
            break
        same, size, old_end, new_end = same + size, size * 2, old_end - size, new_end - size
    else:
        return most
    while size > 1:
        half = size // 2
        if old[old_end - half : old_end] == new[new_end - half : new_end]:
            same, size = same + half, size - half
            old_end, new_end = old_end - half, new_end - half
        else:
            size = half
    return same
