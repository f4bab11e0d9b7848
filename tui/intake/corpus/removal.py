"""Taking an article out of a corpus again: its entry first, then its files."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.corpus.articles import ArticleError, resolve_inside
from tui.corpus.edit.file_edit import Edit, edit_of
from tui.corpus.edit.splice import SpliceError, apply
from tui.corpus.load import read_corpus_text
from tui.intake.document import IntakeError
from tui.model.messages import msg, number_of
from tui.model.records import all_evidence

if TYPE_CHECKING:
    from pathlib import Path

    from tui.corpus.load import Loaded


class Removal(NamedTuple):
    """What taking an article out changes; nothing is written yet."""

    edit: Edit
    files: tuple[Path, ...]


def plan_removal(loaded: Loaded, article_id: str, *, keep_files: bool = False) -> Removal:
    """How an article would be taken out.

    Raises:
        IntakeError: If there is none, or records quote it.
        SpliceError: If its entry cannot be taken out without touching something else.
    """
    corpus = loaded.corpus
    article = corpus.articles.get(article_id)
    if article is None:
        raise IntakeError(
            "unknown-article", msg("the corpus has no article {article}", article=article_id)
        )
    quoting = [
        record.id for record in corpus.records.values()
        if any(evidence.article == article_id for _, evidence in all_evidence(record))
    ]  # fmt: skip
    if quoting:
        some = ", ".join(quoting[:5]) + (" …" if len(quoting) > 5 else "")
        raise IntakeError(
            "article-quoted",
            msg(
                "{records} quote {article}: {ids}",
                records=number_of(len(quoting), "record"),
                article=article_id,
                ids=some,
            ),
            msg("Take their evidence away first."),
        )
    versions = [one.id for one in corpus.articles.values() if one.version_of == article_id]
    if versions:
        raise IntakeError(
            "article-quoted",
            msg(
                "{version} is a version of {article}",
                version=versions[0],
                article=article_id,
            ),
        )
    others = [one for one in corpus.articles.values() if one.id != article_id]
    still_named = {name for one in others for name in (one.file, one.original) if name}
    files = [] if keep_files else [article.file, article.original]
    paths = []
    for name in files:
        if not name or name in still_named:
            continue
        try:
            paths.append(resolve_inside(loaded.articles_dir, name))
        except ArticleError:
            continue
    edit = _without_entry(loaded.source, article_id)
    _check(loaded, edit, article_id)
    return Removal(edit, tuple(paths))


def remove(loaded: Loaded, removal: Removal) -> str:
    """Take an article out: the corpus file first, then its files.

    Returns:
        The text of the corpus file afterwards.

    Raises:
        SpliceError: If the corpus file changed meanwhile.
        OSError: If it cannot be written.
    """
    apply(loaded.path, removal.edit)
    for path in removal.files:
        path.unlink(missing_ok=True)
    return removal.edit.after_text


def _check(loaded: Loaded, edit: Edit, article_id: str) -> None:
    """Make sure that the new text reads as the old one without the article.

    Raises:
        SpliceError: If it does not.
    """
    before = read_corpus_text(edit.before_text, loaded.path).corpus
    after = read_corpus_text(edit.after_text, loaded.path).corpus
    kept = [name for name in before.articles if name != article_id]
    same = list(after.articles) == kept and list(after.records) == list(before.records)
    if not same or list(after.parties) != list(before.parties):
        raise SpliceError(msg("this place cannot be changed automatically; edit it by hand"))


def _without_entry(source: str, article_id: str) -> Edit:
    """The change that takes the entry of an article away with its lines, or its comma."""
    from tui.corpus.edit.layout import LayoutError, layouts

    try:
        roots = layouts(source)
    except LayoutError as error:
        raise SpliceError(msg("the file cannot be read as it is: {reason}", reason=error)) from None
    tables = [(root, root.get("articles")) for root in roots]
    root, table = next(
        (pair for pair in tables if pair[1] is not None and pair[1].entry(article_id) is not None),
        tables[0],
    )
    entries = (table.entries if table is not None else None) or []
    at = next((at for at, (key, _) in enumerate(entries) if key.value == article_id), -1)
    if table is None or at < 0:
        raise SpliceError(msg("there is no {key} to take away", key=article_id))
    key, value = entries[at]
    if table.flow:
        start, end = key.start, value.end
        if at + 1 < len(entries):
            end = entries[at + 1][0].start
        elif at:
            start = entries[at - 1][1].end
        return edit_of(source, [(start, end, "")])
    start = source.rfind("\n", 0, key.start) + 1
    line_end = source.find("\n", max(value.end - 1, key.end))
    end = len(source) if line_end < 0 else line_end + 1
    if source[start : key.start].strip(" "):
        raise SpliceError(msg("this place cannot be changed automatically; edit it by hand"))
    if len(entries) > 1:
        return edit_of(source, [(start, end, "")])
    # The last entry: an empty table stands where the table was.
    name = next(part for part, found in root.entries or [] if found is table)
    colon = source.index(":", name.end) + 1
    return edit_of(source, [(colon, end, " {}\n")])
