"""A new corpus: a commented file, the folder of the articles, and what editors and git need."""

from __future__ import annotations

import json
import os
import uuid
from pathlib import Path
from typing import NamedTuple

from tui.corpus.discovery import FILE_NAME
from tui.intake.document import IntakeError
from tui.model.messages import msg
from tui.platform.atomic_files import write_atomically

SCHEMA_FILE = "deals.schema.json"
ARTICLES = "articles"
_IGNORED = ("# What dealtui writes aside while it changes a file", ".*.new", "*.lock")
_TEMPLATE = """\
# yaml-language-server: $schema={schema}
#
# What the articles in {articles}/ say about deals, and the quotes that prove it.
# Everything here may be written by hand; dealtui adds to it without touching another byte.
version: 1
corpus: {identity}  # tells this corpus from others; leave it as it is
articles_dir: {articles}

# Companies, funds and people by id:
#   amazon: {{name: Amazon, aliases: [AWS, Amazon Web Services]}}
parties: {{}}

# Filled by `dealtui add FILE…` or by hand:
#   some-id: {{file: some-text.txt, title: …, publisher: …, published: 2023-10-02, language: en}}
articles: {{}}

# Agreements and announced intentions:
#   - id: amazon-anthropic-2023
#     title: Amazon backs Anthropic
#     payer: amazon
#     payee: anthropic
#     status: committed        # rumoured, announced, committed, paid, cancelled
#     announced: 2023-09
#     amount: up to 4 bn USD
#     evidence:
#       - {{article: some-id, quote: "up to 4 billion dollars"}}
deals: []

# Sums that an article states over several deals, and figures that are no deals (valuations …):
totals: []
facts: []
"""


class Created(NamedTuple):
    """What was made: the corpus file, and everything with it."""

    path: Path
    made: tuple[Path, ...]


def create_corpus(folder: Path) -> Created:
    """Make a corpus in a folder, which is made too when it is not there.

    Nothing that is there is overwritten; the corpus file comes last, so that a folder holds a
    corpus or none.

    Raises:
        IntakeError: If there is a corpus already, or the folder cannot be written.
    """
    path = folder / FILE_NAME
    if path.exists() or path.is_symlink():
        raise IntakeError(
            "exists", msg("there is a corpus already: {path}", path=path), msg("Open it with -c.")
        )
    made: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        articles = folder / ARTICLES
        if not articles.exists():
            articles.mkdir()
            made.append(articles)
        schema = folder / SCHEMA_FILE
        if not schema.exists():
            from tui.corpus.schema.json_schema import json_schema

            text = json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"
            write_atomically(schema, text.encode())
            made.append(schema)
        if _in_repository(folder) and (ignored := _ignore(folder)):
            made.append(ignored)
        text = _TEMPLATE.format(schema=SCHEMA_FILE, articles=ARTICLES, identity=uuid.uuid4())
        write_atomically(path, text.encode())
    except OSError as error:
        words = error.strerror or str(error)
        raise IntakeError(
            "unwritable", msg("{folder} cannot be written: {reason}", folder=folder, reason=words)
        ) from None
    return Created(path, (path, *made))


def _in_repository(folder: Path) -> bool:
    whole = Path(os.path.realpath(folder))
    return any((parent / ".git").exists() for parent in (whole, *whole.parents))


def _ignore(folder: Path) -> Path | None:
    """Add what git should not see to `.gitignore`; `None` when it is there already."""
    path = folder / ".gitignore"
    old = path.read_text("utf-8") if path.exists() else ""
    missing = [line for line in _IGNORED if line not in old.splitlines()]
    if not missing:
        return None
    joint = "" if not old or old.endswith("\n") else "\n"
    write_atomically(path, (old + joint + "\n".join(missing) + "\n").encode())
    return path
