"""Taking entries out of mappings and items out of lists, with their commas or their lines.

Comments on lines of their own stay where they are; one behind what goes, or in it, goes with it.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from tui.corpus.edit.file_edit import SpliceError
from tui.model.messages import msg

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from tui.corpus.edit.layout import LayoutPart

    Change = tuple[int, int, str]

_COMMA = re.compile(r"\s*,\s*")
_REST_OF_LINE = re.compile(r"[ \t]*(?:\r\n|\n|\r|\Z)")
_COMMENT = re.compile(r"(?:^|[ \t\r\n,\[{])#", re.MULTILINE)
_COMMENT_LINE = re.compile(r"[ \t]*#[^\r\n]*(?:\r\n|\n|\r|\Z)")
_BLANK_LINE = re.compile(r"[ \t]*(?:\r\n|\n|\r)")


def without_entry(source: str, mapping: LayoutPart, key: str) -> Change | None:
    """The change that takes an entry away with its comma or its line.

    Returns:
        `None` where it is the first entry, or where a comment would go with it.
    """
    entries = mapping.entries or []
    at = next((at for at, (name, _) in enumerate(entries) if name.value == key), 0)
    if at == 0:
        return None
    before, (name, value) = entries[at - 1][1], entries[at]
    if mapping.flow:
        alone = _COMMA.fullmatch(source, before.end, name.start)
        return (before.end, value.end, "") if alone else None
    start = start_of_line(source, name.start)
    rest = _REST_OF_LINE.match(source, value.end)
    if source[start : name.start].strip(" ") or rest is None:
        return None
    return start, rest.end(), ""


def without_parts(source: str, whole: LayoutPart, gone: Collection[int]) -> list[Change]:
    """The changes that take some entries of a mapping, or items of a list, away.

    Args:
        source: The text.
        whole: The mapping or list.
        gone: The places of what goes in the order of the text; something stays.

    Raises:
        SpliceError: If nothing would stay, or a part does not stand on lines of its own.
    """
    parts = _stretches(whole)
    if len(gone) >= len(parts):
        raise SpliceError(msg("nothing would be left of what holds this"))
    changes = []
    for goes, run in groupby(range(len(parts)), key=lambda at: at in gone):
        if goes:
            places = list(run)
            first, last = places[0], places[-1]
            take = _from_flow if whole.flow else _from_block
            changes.append(take(source, whole, parts, first, last))
    return changes


def _stretches(whole: LayoutPart) -> list[tuple[int, int]]:
    """Where each entry or item begins and ends."""
    if whole.entries is not None:
        return [(name.start, max(name.end, value.end)) for name, value in whole.entries]
    return [(item.start, item.end) for item in whole.items or ()]


def _from_flow(
    source: str, _whole: LayoutPart, parts: Sequence[tuple[int, int]], first: int, last: int
) -> Change:
    start, end = parts[first][0], parts[last][1]
    if last + 1 < len(parts):
        following = parts[last + 1][0]
        if has_comment(source, end, following):
            # The comma goes, the comment behind it stays on its line.
            return start, source.index(",", end) + 1, ""
        return start, following, ""
    before = parts[first - 1][1]
    # Before a comment the comma stays: one may stand behind the last entry.
    return (start if has_comment(source, before, start) else before), end, ""


def _from_block(
    source: str, whole: LayoutPart, parts: Sequence[tuple[int, int]], first: int, last: int
) -> Change:
    start = parts[first][0]
    if whole.items is not None:
        start = dash_of(source, start, whole.column)
    line = start_of_line(source, start)
    end = end_of_line(source, parts[last][1])
    if not source[line:start].strip(" "):
        return line, end, ""
    # It stands behind the dash of its mapping, where what follows takes its place.
    if first or last + 1 >= len(parts):
        raise SpliceError(msg("this place cannot be changed automatically; edit it by hand"))
    following = parts[last + 1][0]
    if has_comment(source, end, following):
        return start, _trimmed(source, end), ""
    return start, following, ""


def block_of(source: str, item: LayoutPart, column: int) -> tuple[int, int]:
    """The lines of an item of a list in lines: from its dash past the comments that belong to it.

    Args:
        source: The text.
        item: The item.
        column: The column of the dashes of the list.

    Raises:
        SpliceError: If it shares its first line with something else.
    """
    dash = dash_of(source, item.start, column)
    start = start_of_line(source, dash)
    if source[start:dash].strip(" "):
        raise SpliceError(msg("this place cannot be changed automatically; edit it by hand"))
    return start, comments_under(source, end_of_line(source, item.end), column)


def with_surroundings(source: str, whole: LayoutPart, change: Change) -> Change:
    """The lines of a part that goes, with what belongs to it.

    That are comments under it which are set further in, and the blank lines after it, where blank
    lines keep it apart from what is before.
    """
    start, end, text = change
    if start != start_of_line(source, start) or end != start_of_line(source, end):
        return change
    end = comments_under(source, end, whole.column)
    before = source[:start]
    if before.endswith(("\n\n", "\n\r\n")):
        while (found := _BLANK_LINE.match(source, end)) is not None:
            end = found.end()
    return start, end, text


def comments_under(source: str, end: int, column: int) -> int:
    """The end of the comments under a block that are set further in than its dash."""
    while (found := _COMMENT_LINE.match(source, end)) is not None and found.end() > end:
        if source.index("#", end) - end <= column:
            break
        end = found.end()
    return end


def dash_of(source: str, start: int, column: int) -> int:
    """Where the dash of an item stands, that begins at `start`.

    Args:
        source: The text.
        start: Where the item begins.
        column: The column of the dashes.
    """
    line = start_of_line(source, start)
    while source[line + column : line + column + 1] != "-" and line > 0:
        line = start_of_line(source, line - 1)
    return line + column


def start_of_line(source: str, offset: int) -> int:
    """The first character of the line of a place."""
    return source.rfind("\n", 0, offset) + 1


def end_of_line(source: str, offset: int) -> int:
    """One past the line end of the line of a place; a place at a line's start ends the one before.

    What ends with a line break of its own, as some texts in lines do, is not followed by another
    line.
    """
    if offset > 0 and source[offset - 1] == "\n":
        return offset
    found = source.find("\n", offset)
    return len(source) if found < 0 else found + 1


def ends_its_line(source: str, offset: int) -> bool:
    """Whether nothing but spaces follows on the line of a place."""
    return _REST_OF_LINE.match(source, offset) is not None


def has_comment(source: str, start: int, end: int) -> bool:
    """Whether a comment stands between two parts, where nothing but signs and spaces may."""
    between = source[start:end]
    return "#" in between and _COMMENT.search(between) is not None


def comment_inside(source: str, part: LayoutPart) -> bool:
    """Whether a part holds a comment, which would go where it is written anew."""
    if part.entries is None and part.items is None:
        header = source[part.start : part.end].partition("\n")[0]
        return header[:1] in ("|", ">") and "#" in header
    at = part.start
    inner = [side for entry in part.entries or () for side in entry] + list(part.items or ())
    for side in inner:
        if has_comment(source, at, side.start) or comment_inside(source, side):
            return True
        at = max(at, side.end)
    return has_comment(source, at, part.end)


def _trimmed(source: str, end: int) -> int:
    """The end of a line without its line break."""
    while end > 0 and source[end - 1] in "\r\n":
        end -= 1
    return end
