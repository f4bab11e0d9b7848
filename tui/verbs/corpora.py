"""Finding and opening the corpus that a command is about, and searching it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tui.model.safe_text import safe_line

if TYPE_CHECKING:
    from tui.corpus.load import Loaded
    from tui.model.corpus import Corpus
    from tui.search.engine import Result


def locate(argument: str | None) -> Path | None:
    """The corpus that the user means, or `None` after saying on stderr why there is none."""
    from tui.corpus.discovery import CorpusError, find_corpus

    try:
        return find_corpus(argument, environ=os.environ, cwd=Path.cwd())
    except CorpusError as error:
        print(f"dealtui: {safe_line(str(error))}", file=sys.stderr)
        return None


def opened(argument: str | None) -> Loaded | None:
    """The loaded corpus, or `None` after saying why."""
    path = locate(argument)
    if path is None:
        return None
    from tui.corpus.load import load

    return load(path)


def found(corpus: Corpus, query: str, verb: str) -> Result:
    """What a query finds, after saying on stderr what of it could not be read."""
    from tui.search.engine import build

    index = build(corpus)
    if "proof" in query.casefold():
        from tui.proof.verify.prover import Prover

        prover = Prover(corpus)
        index.set_proof({record: prover.record(record).state for record in corpus.records})
    result = index.search(query)
    for problem in result.problems:
        hint = f" (did you mean {problem.suggestion}?)" if problem.suggestion else ""
        place = f"column {problem.start + 1}: "
        print(safe_line(f"dealtui {verb}: {place}{problem.message}{hint}"), file=sys.stderr)
    return result
