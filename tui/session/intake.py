"""What the app asks of intake: what lies there and is new, taking it in, an article's origins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.intake.corpus.addition import Addition, Stated, prepare, take_in
from tui.intake.corpus.creation import create_corpus
from tui.intake.corpus.provenance import original_path
from tui.intake.corpus.triage import new_files
from tui.intake.document import IntakeError
from tui.intake.isolation import IsolatedReader
from tui.intake.sources import obtain
from tui.model.article_places import address_at, page_at

if TYPE_CHECKING:
    from pathlib import Path

    from tui.corpus.load import Loaded

__all__ = [
    "Addition",
    "IntakeError",
    "address_at",
    "create_corpus",
    "new_files",
    "original_path",
    "page_at",
    "prepare_file",
    "take_in",
]


def prepare_file(loaded: Loaded, path: Path, *, keep_original: bool = True) -> list[Addition]:
    """Read a file and make its articles ready to be taken in; nothing is written.

    Meant for a background thread: a file may take a minute to read. Each addition says whether the
    corpus has it already (`twin`) or one nearly alike (`like`).

    Raises:
        IntakeError: If the file cannot be read.
    """
    source = obtain(str(path))
    outlets = {article.publisher for article in loaded.corpus.articles.values()} - {""}
    with IsolatedReader(tuple(sorted(outlets))) as reader:
        documents = reader.read(source)
    alone = len(documents) == 1
    return [
        prepare(
            loaded, source, document, Stated(), place=path, keep_original=keep_original, alone=alone
        )
        for document in documents
    ]
