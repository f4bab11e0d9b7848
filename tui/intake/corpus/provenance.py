"""Where the text of an article comes from: its original and its hashes."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from tui.corpus.articles import ArticleError, resolve_inside
from tui.model.messages import msg
from tui.model.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tui.corpus.load import Loaded
    from tui.model.records import Article

FOLDER = "originals"
"""The folder of the originals, in that of the articles."""
ORIGINAL_CHECKS = {
    "original-missing": "The original of an article is not there",
    "original-changed": "The original of an article was changed",
}
"""The defects that `original_problems` finds, with their titles."""
_NAME = re.compile(r"(?:.*/)?([0-9a-f]{64})(?:\.[a-z0-9]{1,8})?")
_CHUNK = 1 << 20


def original_name(data: bytes, extension: str) -> str:
    """The name under which an original is kept, relative to the folder of the articles."""
    suffix = re.sub(r"[^a-z0-9]", "", extension.lower())[:8]
    digest = hashlib.sha256(data).hexdigest()
    return f"{FOLDER}/{digest}.{suffix}" if suffix else f"{FOLDER}/{digest}"


def original_path(loaded: Loaded, article_id: str) -> Path | None:
    """The file that an article was read from; `None` when none was kept or it is gone."""
    article = loaded.corpus.articles.get(article_id)
    if article is None or not article.original:
        return None
    try:
        path = resolve_inside(loaded.articles_dir, article.original)
    except ArticleError:
        return None
    return path if path.is_file() else None


def original_problems(loaded: Loaded) -> Iterator[Problem]:
    """Originals that are gone, or no longer what their names say. Reads every original."""
    for article in loaded.corpus.articles.values():
        if not article.original:
            continue
        named = _NAME.fullmatch(article.original)
        try:
            path = resolve_inside(loaded.articles_dir, article.original)
            digest = _digest(path)
        except (ArticleError, OSError):
            yield _problem(
                article,
                loaded,
                "original-missing",
                msg(
                    "the original of {article} is not there: {original}",
                    article=article.id,
                    original=article.original,
                ),
                msg("Put it back, or take the line away."),
            )
            continue
        if named is not None and digest != named[1]:
            yield _problem(
                article,
                loaded,
                "original-changed",
                msg(
                    "the original of {article} is no longer what its name says (SHA-256)",
                    article=article.id,
                ),
                msg("It cannot serve as evidence: restore it from a copy."),
            )


def _digest(path: Path) -> str:
    state = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            state.update(chunk)
    return state.hexdigest()


def _problem(article: Article, loaded: Loaded, code: str, message: str, hint: str) -> Problem:
    return Problem(
        code, message, hint, "error", str(loaded.path), article.line, article.column,
        field="original", article=article.id,
    )  # fmt: skip
