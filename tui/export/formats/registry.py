"""The table of export formats: what each takes, and the module that writes it.

A format is a module with `write(selection, what, stream)` and a row here. It may have
`write_text`, which knows what a terminal must not be given, and `companion`, which gives the end of
the name and the content of a file that belongs beside it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO

    from tui.export.selection import Selection

ROWS = ("deals", "totals", "facts", "evidence", "articles", "parties")
SUBJECTS = (*ROWS, "flows", "corpus")
"""What can be exported: a table, the money between parties, or everything in one file."""


class ExportFormat(NamedTuple):
    """A format of exports.

    Attributes:
        title: What it is, for a list.
        subjects: What can be written in it, the first where nothing is said.
        suffixes: Ends of file names that ask for it.
        module: Its module in this package.
        binary: Whether it is no text that a terminal could show.
    """

    title: str
    subjects: tuple[str, ...]
    suffixes: tuple[str, ...]
    module: str
    binary: bool = False


FORMATS: dict[str, ExportFormat] = {
    "jsonl": ExportFormat("a JSON object for each row", ROWS, (".jsonl", ".ndjson"), "lines"),
    "csv": ExportFormat("a table with a header", ROWS, (".csv",), "csv_table"),
    "xlsx": ExportFormat(
        "a workbook with a sheet for each table", ("corpus", *ROWS), (".xlsx",), "xlsx", binary=True
    ),
    "md": ExportFormat(
        "Markdown: tables with the quotes as footnotes",
        ("corpus", "deals", "totals", "facts"), (".md", ".markdown"), "markdown",
    ),
    "csl-json": ExportFormat(
        "the articles for citation processors (CSL)", ("articles",), (".csl.json",), "csl"
    ),
    "bibtex": ExportFormat("the articles for LaTeX", ("articles",), (".bib",), "bibtex"),
    "sqlite": ExportFormat(
        "a database with views and full text",
        ("corpus",), (".sqlite", ".sqlite3", ".db"), "sqlite", binary=True,
    ),
    "ftm": ExportFormat(
        "FollowTheMoney entities, one a line", ("corpus",), (".ftm.json", ".ftm"), "ftm"
    ),
    "jsonld": ExportFormat(
        "the quotes as W3C Web Annotations", ("evidence",), (".jsonld",), "annotations"
    ),
    "graphml": ExportFormat("parties and flows as a graph", ("flows",), (".graphml",), "graphml"),
    "gexf": ExportFormat("parties and flows as a graph for Gephi", ("flows",), (".gexf",), "gexf"),
}  # fmt: skip


def writer(name: str) -> Callable[[Selection, str, BinaryIO], None]:
    """The function that writes a format; its module is loaded now.

    Raises:
        ImportError: If a package is missing that the format needs.
    """
    module = import_module(f"tui.export.formats.{FORMATS[name].module}")
    write: Callable[[Selection, str, BinaryIO], None] = module.write
    return write


def format_of(file_name: str) -> str:
    """The format that the end of a file name asks for; empty for none."""
    lowered = file_name.lower()
    for name, form in FORMATS.items():
        if lowered.endswith(form.suffixes):
            return name
    return ""
