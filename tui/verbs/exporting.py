"""`dealtui export` and `dealtui schema`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from tui.export.formats.registry import FORMATS, SUBJECTS, format_of, writer
from tui.model.safe_text import safe_line, safe_text
from tui.platform.translation import tr
from tui.session.export_files import write_export
from tui.verbs.corpora import exit_code, open_session
from tui.verbs.grammar import add_verb
from tui.verbs.outputs import STDOUT
from tui.verbs.selecting import selection_of
from tui.verbs.streams import output

if TYPE_CHECKING:
    from argparse import Namespace, _SubParsersAction
    from collections.abc import Callable
    from typing import BinaryIO

    from tui.corpus.load import Loaded
    from tui.export.selection import Selection

    Writer: TypeAlias = Callable[[Selection, str, BinaryIO], None]


def add_verbs(verbs: _SubParsersAction[Any]) -> None:
    """Add the verbs to the grammar."""
    export = add_verb(
        verbs,
        "export",
        summary="the corpus in the formats of other programs",
        description="Write a table, the flows or the whole corpus, with the state of every proof, "
        "its quotes and their sources. Keys and their order are an interface that does not change. "
        "Without -o it goes to standard output.",
        examples="""
        dealtui export evidence --format csv       every quote with its place in its article
        dealtui export deals | jq .payer
        dealtui export corpus -o deals.xlsx        a workbook; also .sqlite and .md
        dealtui export corpus --format ftm -o deals.ftm.json
        dealtui export articles -o sources.bib --query 'party:anthropic'
        dealtui export flows -o flows.graphml
        """,
    )
    export.add_argument("what", choices=SUBJECTS, help="a table, the flows, or everything")
    export.add_argument(
        "--format",
        choices=tuple(FORMATS),
        default="",
        help="how it is written: as the end of the file's name says, else jsonl",
    )
    export.add_argument("-o", "--output", metavar="FILE", default="", help="where it is written")
    export.add_argument("--query", default="", help="only records that fit, and what they quote")
    export.set_defaults(run=_export)
    schema = add_verb(
        verbs,
        "schema",
        summary="the JSON Schema of deals.yaml",
        description="Print the JSON Schema (draft-07) of the corpus file, by which editors "
        "complete and check it.",
        examples="dealtui schema > deals.schema.json",
    )
    schema.set_defaults(run=_schema)


def _export(options: Namespace) -> int:
    name = options.format or format_of(options.output) or "jsonl"
    form = FORMATS[name]
    if options.what not in form.subjects:
        others = ", ".join(key for key, one in FORMATS.items() if options.what in one.subjects)
        words = tr("{format} has no form for {what}; there is {others}")
        return _refuse(words.format(format=name, what=options.what, others=others))
    if form.binary and options.output in ("", STDOUT) and sys.stdout.isatty():
        words = tr("{format} is not for a terminal; say where with -o FILE")
        return _refuse(words.format(format=name))
    session = open_session(options)
    if session is None:
        return 2
    selection = selection_of(session, options)
    if isinstance(selection, int):
        return selection
    try:
        write = writer(name)
    except ImportError as error:
        missing = tr("{format} needs the package {package}")
        missing = missing.format(format=name, package=error.name)
        return _refuse(tr("{missing}: pip install 'dealtui[intake]'").format(missing=missing))
    if options.output not in ("", STDOUT):
        code = _to_file(Path(options.output), name, options.what, selection, session.loaded)
    else:
        code = _to_stdout(write, options.what, selection)
    session.save()
    return code or exit_code(session.loaded, options)


def _refuse(message: str) -> int:
    print(safe_line(f"dealtui export: {message}"), file=sys.stderr)
    return 2


def _to_stdout(write: Writer, what: str, selection: Selection) -> int:
    """Write to standard output; what a terminal would obey is written harmlessly there."""
    from io import BytesIO

    write_text = _part_of_format(write, "write_text")
    if write_text is not None:
        write_text(selection, what, sys.stdout)
        return 0
    content = BytesIO()
    write(selection, what, content)
    if sys.stdout.isatty():
        print(safe_text(content.getvalue().decode()), end="")
    else:
        output().write_bytes(content.getvalue())
    return 0


def _to_file(path: Path, name: str, what: str, selection: Selection, loaded: Loaded) -> int:
    """Write a file, whole or not at all, and what belongs beside it."""
    try:
        write_export(path, name, what, selection, loaded)
    except OSError as error:
        return _refuse(
            tr("{file} cannot be written: {reason}").format(
                file=path, reason=error.strerror or error
            )
        )
    return 0


def _part_of_format(write: Writer, name: str) -> Any:
    """What the module of a format has beside `write`; `None` where it does not."""
    return getattr(sys.modules[write.__module__], name, None)


def _schema(options: Namespace) -> int:
    import json

    from tui.corpus.schema.json_schema import json_schema

    json.dump(json_schema(), sys.stdout, indent=2, ensure_ascii=False)
    print()
    return 0
