"""What became of one field of a record, commit by commit, as git has it.

What reads YAML and runs git is loaded when it is asked for.
"""

from __future__ import annotations

from codecs import BOM_UTF8
from typing import TYPE_CHECKING, NamedTuple

from tui.model.messages import shown
from tui.platform.translation import tr

if TYPE_CHECKING:
    from pathlib import Path

    from tui.platform.git import Commit

_BOM = BOM_UTF8.decode()


class HistoryError(Exception):
    """Why there is no history, in words for the user."""


class FieldHistory(NamedTuple):
    """What became of the lines that a field is written on.

    Attributes:
        commits: The commits that changed them, newest first.
        uncommitted: What the file has changed since the last commit, as `-old` and `+new`.
    """

    commits: tuple[Commit, ...]
    uncommitted: tuple[str, ...] = ()


def field_history(path: Path, source: str, record: str, field: str) -> FieldHistory:
    """The history of a field; takes git a second for some thousand commits.

    The lines are looked for in the last commit, since git knows no others, and followed back from
    there, through other names of the file and other ids of the record. Fields that share a line
    share its history.

    Args:
        path: The corpus file.
        source: Its text today.
        record: The id of the record.
        field: The path of the field, see `FieldRow.path`.

    Raises:
        HistoryError: If there is none.
    """
    from tui.corpus.edit.file_edit import SpliceError
    from tui.platform.git import GitError, Repository

    try:
        repository = Repository(path)
        head = repository.commit("HEAD")
        file = path.resolve()
        with repository.tree(head) as tree:
            try:
                committed = tree.read(file)
            except FileNotFoundError:
                file = repository.former_path(head, file)
                committed = tree.read(file)
        text = committed.decode("utf-8", "replace").removeprefix(_BOM)
        lines = lines_of_field(text, record, field)
        today = lines_of_field(source.removeprefix(_BOM), record, field)
        was = text.split("\n")[slice(*lines)] if lines else []
        now = source.split("\n")[slice(*today)] if today else []
        changed = [*(f"-{line}" for line in was), *(f"+{line}" for line in now)]
        if lines is None and today is None:
            raise HistoryError(
                tr("{field} is not written in the file: there is nothing to follow.").format(
                    field=field
                )
            )
        commits = repository.history(file, lines[0] + 1, lines[1]) if lines else []
    except FileNotFoundError:
        raise HistoryError(tr("{name} was not committed yet.").format(name=path.name)) from None
    except (GitError, SpliceError) as error:
        raise HistoryError(
            tr("There is no history: {reason}.").format(reason=shown(str(error)))
        ) from error
    return FieldHistory(tuple(commits), tuple(changed) if was != now else ())


def lines_of_field(source: str, record: str, field: str) -> tuple[int, int] | None:
    """The lines that a field is written on, as a slice of all lines; `None` if it is on none.

    Raises:
        SpliceError: If the text cannot be read as it is.
    """
    from tui.corpus.edit.insertion import SourceText, with_id

    part = SourceText(source, record).find_record(record)
    name = field
    if part is not None and field.startswith("tranches."):
        tranche, _, name = field.removeprefix("tranches.").rpartition(".")
        part = with_id(part.get("tranches"), tranche)
    entry = part.entry(name) if part is not None else None
    if entry is None:
        return None
    key, value = entry
    end = max(key.end, key.start + len(source[key.start : value.end].rstrip()))
    return source.count("\n", 0, key.start), source.count("\n", 0, end) + 1


def written_record(source: str, record: str) -> str:
    """A record as it is written in the file, as an item of a list.

    Raises:
        SpliceError: If it is not there, or the text cannot be read as it is.
    """
    from tui.corpus.edit.insertion import SourceText

    part = SourceText(source, record).record(record)
    first, *rest = source[part.start : part.end].rstrip().replace("\r\n", "\n").split("\n")
    start = part.start - (source.rfind("\n", 0, part.start) + 1)
    return "\n".join([f"- {first}", *(f"  {_without(line, start)}".rstrip() for line in rest)])


def _without(line: str, columns: int) -> str:
    """A line with so many columns of indentation less."""
    indent = len(line) - len(line.lstrip(" "))
    return line[min(indent, columns) :]
