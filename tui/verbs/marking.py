"""`dealtui marks`: the user's own marks, taken along, brought back, and moved between records."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from tui.model.messages import shown
from tui.model.safe_text import safe_line
from tui.platform.translation import tr
from tui.verbs.corpora import exit_code, is_unreadable, locate, say_what_is_missing
from tui.verbs.grammar import add_verb

if TYPE_CHECKING:
    from argparse import Namespace, _SubParsersAction

    from tui.session.own_marks import OwnMarks
    from tui.store.marks import Marks


def add_verbs(verbs: _SubParsersAction[Any]) -> None:
    """Add the verb to the grammar."""
    marks = add_verb(
        verbs,
        "marks",
        summary="your stars, notes and reviews, as jsonl",
        description="Print your own marks on the records of the corpus, bring them in from "
        "standard input, or put those of a record that is gone on the one that took its place. "
        "They are not part of the corpus file.",
        examples="""
        dealtui marks export > marks.jsonl
        dealtui marks import < marks.jsonl
        dealtui marks move old-id new-id
        """,
    )
    marks.add_argument("what", choices=("export", "import", "move"), help="what to do with them")
    marks.add_argument(
        "ids", nargs="*", metavar="ID", help="the id a record had, and has now: move"
    )
    marks.add_argument(
        "--of", metavar="KEY", help="export those of another corpus, by the key that doctor names"
    )
    marks.set_defaults(run=_marks)


def _marks(options: Namespace) -> int:
    from tui.platform.folders import marks_file
    from tui.session.file_session import FileSession
    from tui.store.marks import Marks, StateError

    if len(options.ids) != (2 if options.what == "move" else 0):
        words = tr("move needs two ids, export and import none")
        print(f"dealtui marks: {words}", file=sys.stderr)
        return 2
    path = locate(options)
    if path is None:
        return 2
    marks = Marks(marks_file())
    session = FileSession.open(path, marks=marks)
    if is_unreadable(session.loaded):
        return 2
    try:
        if options.what == "export":
            code = _export(marks, options.of or session.own.key)
            return exit_code(session.loaded, options, code)
        say_what_is_missing(session.loaded)
        if options.what == "import":
            return _import(marks, session.own.key)
        old, new = options.ids
        return _move(session.own, old, new, known=session.has_record(new))
    except StateError as error:
        print(f"dealtui marks: {safe_line(shown(str(error)))}", file=sys.stderr)
        return 2


def _export(marks: Marks, key: str) -> int:
    from tui.export.tables.writers import write_jsonl

    write_jsonl(marks.export(key), sys.stdout)
    return 0


def _import(marks: Marks, key: str) -> int:
    import msgspec

    try:
        lines = sys.stdin.buffer.read().splitlines()
        rows = [msgspec.json.decode(line, type=dict[str, Any]) for line in lines if line.strip()]
    except msgspec.DecodeError as error:
        print(f"dealtui marks: {safe_line(shown(str(error)))}", file=sys.stderr)
        return 2
    count = marks.bring_in(key, rows)
    words = tr("{count} of {all} marks brought in")
    print(words.format(count=count, all=len(rows)), file=sys.stderr)
    return 0


def _move(own: OwnMarks, old: str, new: str, *, known: bool) -> int:
    if not known:
        words = tr("there is no record {id}").format(id=repr(safe_line(new)))
        print(f"dealtui marks: {words}", file=sys.stderr)
        return 2
    if old not in {one.record for one in own.find_lost()}:
        words = tr("no mark of yours is on a record {id} that is gone")
        print(f"dealtui marks: {words.format(id=repr(safe_line(old)))}", file=sys.stderr)
        return 2
    own.move(old, new)
    words = tr("the marks of {old} are on {new} now")
    print(words.format(old=safe_line(old), new=safe_line(new)), file=sys.stderr)
    return 0
