"""A change of one stretch of the corpus file: shown as a diff, written whole."""

from __future__ import annotations

import contextlib
import difflib
import hashlib
from itertools import islice
from os.path import commonprefix
from typing import TYPE_CHECKING

import msgspec

from tui.corpus.joined_text import parts_of
from tui.model.messages import msg
from tui.platform.atomic_files import write_atomically
from tui.platform.regular_files import read_regular

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tui.corpus.joined_text import TextPart

_CONTEXT = 3


class SpliceError(Exception):
    """A change that cannot be made; the message says why in the user's words."""


class Edit(msgspec.Struct, frozen=True):
    """One stretch of a text replaced by another.

    Attributes:
        before_text: The whole text before.
        after_text: The whole text after.
        start: Where the stretch starts, in code points of `before_text`.
        end: Where it ends.
        replacement: What stands there afterwards.
        changes: The stretches that differ in it, as start, end and text, in order; where there are
            none, it is one.
    """

    before_text: str
    after_text: str
    start: int
    end: int
    replacement: str
    changes: tuple[tuple[int, int, str], ...] = ()


def edit_of(source: str, changes: list[tuple[int, int, str]]) -> Edit:
    """The smallest single edit that makes several changes, given as start, end and text.

    Raises:
        SpliceError: If there is nothing to change, or changes overlap.
    """
    if not changes:
        raise SpliceError(msg("there is nothing to change"))
    ordered = sorted(changes, key=lambda change: change[:2])
    start, end = ordered[0][0], ordered[-1][1]
    pieces: list[str] = []
    at = start
    for first, last, text in ordered:
        if first < at:
            raise SpliceError(msg("two changes overlap"))
        pieces += (source[at:first], text)
        at = last
    replacement = "".join(pieces)
    if replacement == source[start:end]:
        raise SpliceError(msg("there is nothing to change"))
    after = source[:start] + replacement + source[end:]
    return Edit(source, after, start, end, replacement, tuple(ordered))


def together(first: Edit, second: Edit) -> Edit:
    """Two edits as one, of which the second starts from what the first left.

    Raises:
        SpliceError: If the second changes what the first wrote.
    """
    grown = len(first.replacement) - (first.end - first.start)
    if second.start >= first.start + len(first.replacement):
        start, end = second.start - grown, second.end - grown
    elif second.end <= first.start:
        start, end = second.start, second.end
    else:
        raise SpliceError(msg("two changes overlap"))
    changes = [(first.start, first.end, first.replacement), (start, end, second.replacement)]
    return edit_of(first.before_text, changes)


def edits_by_file(edit: Edit) -> list[tuple[str, Edit]]:
    """An edit of a joined text as edits of the files that it changes, each by the name of its file.

    Raises:
        SpliceError: If it would change where one file ends and another begins.
    """
    before, after = parts_of(edit.before_text), parts_of(edit.after_text)
    if len(before) == 1:
        return [("", edit)]
    if [part.name for part in before] != [part.name for part in after]:
        raise SpliceError(msg("this would move the border between two files; edit them by hand"))
    return [
        (old.name, _edit_of_part(edit, old, new.text))
        for old, new in zip(before, after, strict=True)
        if old.text != new.text
    ]


def _edit_of_part(edit: Edit, part: TextPart, after: str) -> Edit:
    """The part of an edit that is in one file."""
    end = part.start + len(part.text)
    inside = [
        (start - part.start, last - part.start, text)
        for start, last, text in edit.changes
        if part.start <= start and last <= end
    ]
    if inside and (found := edit_of(part.text, inside)).after_text == after:
        return found
    # What is added behind a last line without an end changes that as well.
    same = len(commonprefix([part.text, after]))  # noqa: RUF071 (texts, and no paths)
    return edit_of(part.text, [(same, len(part.text), after[same:])])


def diff(edit: Edit, name: str = "deals.yaml") -> str:
    """The change as a unified diff with three lines around each stretch that differs.

    It goes file by file. Only the lines around the stretches are compared: the cost is that of what
    is shown, and of counting the lines before it.

    Raises:
        SpliceError: If it would change where one file ends and another begins.
    """
    return "".join(_diff(one, file or name) for file, one in edits_by_file(edit))


def _diff(edit: Edit, name: str) -> str:
    text = edit.before_text
    lines: list[str] = []
    counted = skipped = grown = 0
    for changes in _near_each_other(edit):
        start, end = changes[0][0], changes[-1][1]
        first = lines_back(text, start, _CONTEXT)
        last = lines_on(text, end, _CONTEXT + 1)
        before, after = text[first:last], _changed(text, first, last, changes)
        if before.endswith("\n") and after.endswith("\n"):
            before, after = before[:-1], after[:-1]
        skipped += text.count("\n", counted, first)
        counted = first
        compared = difflib.unified_diff(
            before.split("\n"), after.split("\n"), name, name, n=_CONTEXT, lineterm=""
        )
        lines += [
            _moved(line, skipped, grown) if line.startswith("@@") else line.removesuffix("\r")
            for line in islice(compared, 2 if lines else 0, None)
        ]
        grown += after.count("\n") - before.count("\n")
    return "\n".join(lines) + "\n"


def _near_each_other(edit: Edit) -> Iterator[list[tuple[int, int, str]]]:
    """The stretches of an edit, those together whose lines around them meet."""
    near: list[tuple[int, int, str]] = []
    for change in edit.changes or ((edit.start, edit.end, edit.replacement),):
        if near and edit.before_text.count("\n", near[-1][1], change[0]) > 2 * _CONTEXT + 1:
            yield near
            near = []
        near.append(change)
    yield near


def _changed(text: str, first: int, last: int, changes: Sequence[tuple[int, int, str]]) -> str:
    """A part of a text as it is after changes that lie in it."""
    pieces: list[str] = []
    at = first
    for start, end, written in changes:
        pieces += (text[at:start], written)
        at = end
    return "".join((*pieces, text[at:last]))


def apply(path: Path, edit: Edit, expected_digest: str | None = None) -> None:
    """Write the changed text over the file, whole or not at all; its permissions stay.

    An edit of a joined text is written to the files that it changes. Where one of them cannot be,
    those that were written before it get their old texts back.

    Args:
        path: The corpus file; the others lie at their names from its folder.
        edit: The change.
        expected_digest: SHA-256 of the bytes that the file must have; without it, it must have
            exactly the text that the change starts from.

    Raises:
        SpliceError: If the file changed meanwhile.
        OSError: If it cannot be read or written; it is untouched then.
    """
    edits = edits_by_file(edit)
    if any(".." in name.split("/") or name.startswith("/") for name, _ in edits):
        raise SpliceError(msg("a file outside of the folder of the corpus is not changed"))
    files = [(path.parent / name if name else path, one) for name, one in edits]
    for file, one in files:
        if len(files) > 1 and file.resolve().read_bytes() != one.before_text.encode():
            raise SpliceError(
                msg("{name} changed on disk meanwhile; it is left as it is", name=file.name)
            )
    written: list[tuple[Path, Edit]] = []
    try:
        for file, one in files:
            _replace(file, one.before_text, one.after_text, expected_digest)
            written.append((file, one))
    except (OSError, SpliceError):
        for file, one in written:
            with contextlib.suppress(OSError, SpliceError):
                _replace(file, one.after_text, one.before_text, None)
        raise


def _replace(path: Path, before: str, after: str, expected_digest: str | None) -> None:
    data = read_regular(path)
    same = data == before.encode()
    if expected_digest is not None:
        same &= hashlib.sha256(data).hexdigest() == expected_digest
    if not same:
        raise SpliceError(
            msg("{name} changed on disk meanwhile; it is left as it is", name=path.name)
        )
    write_atomically(path, after.encode())


def lines_back(text: str, offset: int, count: int) -> int:
    """The start of the line that lies some lines before a place."""
    at = text.rfind("\n", 0, offset)
    for _ in range(count):
        if at < 0:
            return 0
        at = text.rfind("\n", 0, at)
    return at + 1


def lines_on(text: str, offset: int, count: int) -> int:
    """The end of the line that lies some lines after a place, itself the first."""
    at = offset
    for _ in range(count):
        at = text.find("\n", at)
        if at < 0:
            return len(text)
        at += 1
    return at - 1


def _moved(header: str, skipped: int, grown: int) -> str:
    """A hunk header with its line numbers counted from the start of the file.

    Args:
        header: The header.
        skipped: Lines of the file before what was compared.
        grown: Lines that changes before it added.
    """
    parts = header.split(" ")
    for at, before in ((1, skipped), (2, skipped + grown)):
        number, comma, count = parts[at][1:].partition(",")
        parts[at] = f"{parts[at][0]}{int(number) + before}{comma}{count}"
    return " ".join(parts)
