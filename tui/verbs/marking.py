"""`dealtui marks`: the user's own marks, taken along and brought back."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from tui.model.safe_text import safe_line
from tui.verbs.corpora import locate
from tui.verbs.grammar import add_verb

if TYPE_CHECKING:
    from argparse import Namespace, _SubParsersAction


def add_verbs(verbs: _SubParsersAction[Any]) -> None:
    """Add the verb to the grammar."""
    marks = add_verb(
        verbs,
        "marks",
        summary="your stars, notes and reviews, as jsonl",
        description="Print your own marks on the records of the corpus, or bring them in from "
        "standard input. They are not part of the corpus file.",
        examples="""
        dealtui marks export > marks.jsonl
        dealtui marks import < marks.jsonl
        """,
    )
    marks.add_argument("what", choices=("export", "import"), help="import reads standard input")
    marks.set_defaults(run=_marks)


def _marks(options: Namespace) -> int:
    import msgspec

    from tui.platform.folders import marks_file
    from tui.session.own_marks import marks_key
    from tui.store.marks import Marks, StateError

    path = locate(options)
    if path is None:
        return 2
    marks, key = Marks(marks_file()), marks_key(path)
    if options.what == "export":
        from tui.export.tables.writers import write_jsonl

        write_jsonl(marks.export(key), sys.stdout)
        return 0
    try:
        lines = sys.stdin.buffer.read().splitlines()
        rows = [msgspec.json.decode(line, type=dict[str, Any]) for line in lines if line.strip()]
        count = marks.bring_in(key, rows)
    except (msgspec.DecodeError, StateError) as error:
        print(f"dealtui marks: {safe_line(str(error))}", file=sys.stderr)
        return 2
    print(f"{count} of {len(rows)} marks brought in", file=sys.stderr)
    return 0
