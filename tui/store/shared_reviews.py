"""Who checked which record, kept beside the corpus, so that a team shares it through git.

The file has one line for each person and record: who checked what, when, and the digest of what was
checked. It is a set of last-writer-wins registers, one for each person and record (Shapiro et al.,
"A comprehensive study of convergent and commutative replicated data types", 2011): of several lines
the latest counts, whatever their order, and a review that is taken back stays as a line that says
so. So any merge that keeps the lines of both sides is right, as `merge=union` of git does, and the
two sides of a conflict that git left in the file can both be read.

The file is small next to the corpus; it is read whole, and again when it is another one.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec

from tui.model.messages import msg
from tui.model.problems import Problem
from tui.store.marks import StateError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from tui.corpus.yaml.nodes import Node

NAME = "reviews.yaml"
"""What the file is called; it lies beside the corpus file."""
ATTRIBUTES = f"{NAME} merge=union"
"""The line of `.gitattributes` by which git keeps the lines of both sides."""
MAX_BYTES = 16 * 1024 * 1024
"""The largest file that is read: some hundred thousand reviews."""
_HEADING = """\
# Who checked which record, and what it said then; shared with the corpus and written by dealtui.
# Of several lines of one person on one record the latest counts.
version: 1
reviews:
"""
_CONFLICT = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")
_REQUIRED = ("record", "by", "at", "content")


class SharedReview(msgspec.Struct, frozen=True):
    """A check of a record by a person.

    Attributes:
        record: The id that the record had.
        by: Who checked it.
        at: When, in UTC: `2026-11-29T08:20:11Z`.
        content: The digest of what was checked.
        withdrawn: Whether the person takes it back.
    """

    record: str
    by: str
    at: str
    content: str
    withdrawn: bool = False

    @property
    def day(self) -> str:
        """The day of the check in ISO 8601."""
        return self.at[:10]

    @property
    def order(self) -> tuple[str, bool, str, str, str]:
        """Sorts later lines behind earlier ones; of one moment the withdrawal is the later.

        No two different lines are alike in it, so that it is the same wherever they are sorted.
        """
        return self.at, self.withdrawn, self.content, self.record, self.by


class Reviews(msgspec.Struct, frozen=True):
    """The reviews of a corpus at one moment, without those that were taken back.

    Attributes:
        by_record: The reviews of each record, by its id then, the earliest first.
        by_content: The same by the digest of what was checked, whatever its id is now.
    """

    by_record: Mapping[str, tuple[SharedReview, ...]] = {}
    by_content: Mapping[str, tuple[SharedReview, ...]] = {}


class SharedReviews:
    """The one owner of the reviews beside a corpus. May be used from several threads.

    Every change is made on the newest state of the file, under a lock, and replaces it whole.

    Attributes:
        path: The file; without it nothing is shared.
    """

    def __init__(self, corpus: Path) -> None:
        """Read what lies beside a corpus file, if anything does."""
        self.path = corpus.with_name(NAME)
        self._changing = threading.Lock()
        self._seen: tuple[int, int, int] | None = None
        self._reviews = Reviews()
        self._problems: tuple[Problem, ...] = ()
        self.refresh()

    @property
    def exists(self) -> bool:
        """Whether reviews are shared, as it was at the last look."""
        return self._seen is not None

    @property
    def now(self) -> Reviews:
        """The reviews as they were at the last look; another value whenever they change."""
        return self._reviews

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What of the file could not be read."""
        return self._problems

    def refresh(self) -> bool:
        """Read the file again if it is another one; whether it is."""
        with self._changing:
            state = self._state()
            if state == self._seen:
                return False
            self._publish(state)
            return True

    def share(self) -> None:
        """Begin to share reviews; those that are there stay.

        Raises:
            OSError: If the file cannot be written.
        """
        if not self.path.exists():
            self._write(lambda lines: lines)

    def add(self, checked: Mapping[str, str], by: str, *, withdrawn: bool = False) -> None:
        """Say that a person checked some records just now, or takes that back.

        Args:
            checked: The digests of what was checked, by the ids of the records.
            by: The person.
            withdrawn: Whether the person takes it back.

        Raises:
            StateError: If the file cannot be read or written; it is untouched then.
        """
        at = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")

        def changed(lines: list[SharedReview]) -> list[SharedReview]:
            mine = [one for one in lines if one.by == by and one.record in checked]
            # A clock that runs behind must not make this one the earlier.
            moment = max([at, *(one.at for one in mine)])
            added = (
                SharedReview(record, by, moment, content, withdrawn)
                for record, content in checked.items()
            )
            return [*(one for one in lines if one not in mine), *added]

        try:
            self._write(changed)
        except OSError as error:
            raise StateError(
                msg(
                    "{name} cannot be written: {reason}",
                    name=self.path.name,
                    reason=error.strerror or error,
                )
            ) from error

    def _write(self, change: Callable[[list[SharedReview]], list[SharedReview]]) -> None:
        from tui.platform.atomic_files import locked_folder, write_atomically

        with self._changing, contextlib.ExitStack() as stack:
            # Where a folder cannot be locked, as on some network disks, the file is still whole.
            with contextlib.suppress(OSError):
                stack.enter_context(locked_folder(self.path.parent))
            lines, problems = self._read() if self.path.exists() else ([], ())
            if lost := next((one for one in problems if one.severity == "error"), None):
                raise StateError(
                    msg(
                        "{name}:{line}: {message}; mend it first, nothing is written over it",
                        name=self.path.name,
                        line=lost.line,
                        message=lost.message,
                    )
                )
            write_atomically(self.path, text_of(change(lines)).encode())
            self._publish(self._state())

    def _publish(self, state: tuple[int, int, int] | None) -> None:
        lines, self._problems = self._read() if state is not None else ([], ())
        self._reviews = reviews_of(lines)
        self._seen = state

    def _state(self) -> tuple[int, int, int] | None:
        try:
            status = self.path.stat()
        except OSError:
            return None
        return status.st_ino, status.st_size, status.st_mtime_ns

    def _read(self) -> tuple[list[SharedReview], tuple[Problem, ...]]:
        from tui.corpus.articles import ArticleError, read_bytes

        file = str(self.path)
        try:
            data = read_bytes(self.path, MAX_BYTES)
        except ArticleError as error:
            return [], (Problem(error.code, error.message, error.hint, file=file),)
        return read_reviews(data, file)


def reviews_of(lines: Iterable[SharedReview]) -> Reviews:
    """What some lines come to, whatever their order: of each person and record the latest."""
    by_record: dict[str, tuple[SharedReview, ...]] = {}
    by_content: dict[str, tuple[SharedReview, ...]] = {}
    for one in sorted(_latest(lines).values(), key=lambda one: one.order):
        if not one.withdrawn:
            by_record[one.record] = (*by_record.get(one.record, ()), one)
            by_content[one.content] = (*by_content.get(one.content, ()), one)
    return Reviews(by_record, by_content)


def _latest(lines: Iterable[SharedReview]) -> dict[tuple[str, str], SharedReview]:
    """The latest line of each person on each record."""
    ordered = sorted(lines, key=lambda one: one.order)
    return {(line.record, line.by): line for line in ordered}


def text_of(lines: Iterable[SharedReview]) -> str:
    """The lines as a file, sorted by record and person, so that two branches write far apart."""
    from tui.corpus.edit.scalar_writer import flow

    items = []
    for _, one in sorted(_latest(lines).items()):
        item = {"record": one.record, "by": one.by, "at": one.at, "content": one.content}
        if one.withdrawn:
            item["withdrawn"] = "true"
        items.append(f"  - {flow(item)}\n")
    return _HEADING + "".join(items)


def read_reviews(data: bytes, file: str) -> tuple[list[SharedReview], tuple[Problem, ...]]:
    """The reviews of a file, and what is wrong with it.

    Args:
        data: Its bytes.
        file: Its name, for the problems.
    """
    from tui.corpus.yaml.document_reader import decode_yaml, read_yaml
    from tui.corpus.yaml.nodes import ListNode, MapNode, ScalarNode

    problems: list[Problem] = []
    text = decode_yaml(data, file, problems)
    if text is None:
        return [], tuple(problems)
    text, conflicts = _without_conflicts(text, file)
    root, found = read_yaml(text, file=file)
    problems += [*conflicts, *found]
    if not isinstance(root, MapNode):
        problems.append(_problem(root, file, "not-a-mapping", msg("the file must be a mapping")))
        return [], tuple(problems)
    version = root.entries.get("version")
    if not (isinstance(version, ScalarNode) and version.value == "1"):
        words = msg("only version 1 of the file is known")
        problems.append(_problem(version or root, file, "unknown-version", words))
    listed = root.entries.get("reviews")
    if listed is None or (isinstance(listed, ScalarNode) and listed.value is None):
        return [], tuple(problems)
    if not isinstance(listed, ListNode):
        problems.append(_problem(listed, file, "not-a-list", msg("reviews must be a list")))
        return [], tuple(problems)
    lines = []
    for item in listed.items:
        values = _texts(item)
        missing = [key for key in _REQUIRED if not values.get(key)]
        if missing:
            words = msg("this review has no {missing}", missing=missing[0])
            problems.append(_problem(item, file, "missing-key", words))
            continue
        record, by, at, content = (values[key] for key in _REQUIRED)
        withdrawn = values.get("withdrawn") == "true"
        lines.append(SharedReview(record, by, at, content, withdrawn))
    return lines, tuple(problems)


def _texts(item: Node) -> dict[str, str]:
    """The keys of an item with their texts."""
    from tui.corpus.yaml.nodes import MapNode, ScalarNode

    entries = item.entries.items() if isinstance(item, MapNode) else ()
    return {
        name: node.value
        for name, node in entries
        if isinstance(node, ScalarNode) and node.value is not None
    }


def _without_conflicts(text: str, file: str) -> tuple[str, list[Problem]]:
    """A text without the lines by which git marks a conflict: both of its sides count."""
    if not any(mark in text for mark in _CONFLICT):
        return text, []
    lines = text.split("\n")
    marks = [at for at, line in enumerate(lines) if line.startswith(_CONFLICT)]
    for at in marks:
        lines[at] = ""
    if not marks:
        return text, []
    problem = Problem(
        "merge-conflict",
        msg("a merge left its conflict; the reviews of both sides count"),
        msg("The next review writes the file anew; `{attributes}` in "
".gitattributes prevents it.", attributes=ATTRIBUTES),
        "warning", file, marks[0] + 1, 1,
    )  # fmt: skip
    return "\n".join(lines), [problem]


def _problem(node: Node, file: str, code: str, message: str) -> Problem:
    return Problem(code, message, file=file, line=node.line, column=node.column)
