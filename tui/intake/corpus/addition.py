"""Taking a document into a corpus: original, text, then the entry, each written whole.

The entry in the corpus file comes last. A process that ends before it leaves at most files that no
article names, which are listed as new the next time.
"""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from tui.corpus.edit.file_edit import Edit
from tui.corpus.edit.splice import SpliceError, add_article, apply
from tui.intake.corpus.duplicates import Likeness, near_duplicate
from tui.intake.corpus.provenance import original_name
from tui.intake.document import Document, IntakeError
from tui.intake.kinds import kind_of
from tui.model.corpus import ArticleText
from tui.model.messages import msg
from tui.model.records import Article
from tui.model.safe_text import safe_line
from tui.platform.atomic_files import write_atomically

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from tui.corpus.load import Loaded
    from tui.intake.reader import Source
    from tui.model.dates import Edtf

_EXTENSIONS = {
    "text": "txt", "markdown": "md", "html": "html", "mhtml": "mhtml", "feed": "xml", "mail": "eml",
    "mailbox": "mbox", "pdf": "pdf", "docx": "docx", "odt": "odt", "rtf": "rtf",
}  # fmt: skip
_NAMELESS = re.compile(r"(?:index|default|article|page|amp|download|document|view|\W|\d)*")
_LONGEST_ID = 60


class Stated(msgspec.Struct, frozen=True):
    """What the person who adds an article states of it; empty where it is to be found out."""

    id: str = ""
    title: str = ""
    author: str = ""
    publisher: str = ""
    published: str = ""
    language: str = ""
    url: str = ""
    page: str = ""
    version_of: str = ""


class Addition(msgspec.Struct, frozen=True):
    """An article that is ready to be taken in; nothing is written yet.

    Attributes:
        id: Its id.
        entry: Its keys and values in the corpus file.
        text: The text as it will be stored.
        data: The bytes of the text file; `None` where the file lies in the folder already.
        original: The bytes of the original; `None` where none is kept.
        twin: The article that has just this text or original; empty where there is none.
        like: The article that it is a near duplicate of and no version.
    """

    id: str
    entry: dict[str, Any]
    text: str
    data: bytes | None
    original: bytes | None
    twin: str = ""
    like: Likeness | None = None


def prepare(
    loaded: Loaded,
    source: Source,
    document: Document,
    stated: Stated,
    *,
    place: Path | None = None,
    keep_original: bool = True,
    alone: bool = True,
    taken: Collection[str] = (),
) -> Addition:
    """Make an article ready to be taken in.

    Args:
        loaded: The corpus with its texts.
        source: What the document was read from.
        document: What was read.
        stated: What the person states of it.
        place: The file that it was read from, if it was one.
        keep_original: Whether the original is kept where the text is not the original itself.
        alone: Whether the source holds no other document, so that its name may name the article.
        taken: Ids and files of articles that are about to be taken in as well.

    Raises:
        IntakeError: If the id is taken, or nothing is there to take in.
    """
    articles = loaded.corpus.articles
    if stated.id and stated.id in articles:
        raise IntakeError("id-taken", msg("the corpus has an article {article}", article=stated.id))
    if stated.version_of and stated.version_of not in articles:
        raise IntakeError(
            "unknown-article",
            msg("the corpus has no article {article}", article=stated.version_of),
        )
    inside = _place_inside(place, loaded.articles_dir) if place is not None else ""
    plain = kind_of(source.data, source.name) in ("text", "markdown")
    data: bytes | None = source.data
    text = document.text
    if not (plain and (inside or document.text.encode() == source.data)):
        text = stored_text(document)
        data = text.encode("utf-8", "replace")
    article_id = stated.id or free_article_id(
        _stem(source, document, alone=alone), {*articles, *taken}
    )
    own = data == source.data
    original = None if own or not keep_original else source.data
    digest = hashlib.sha256(data or b"").hexdigest()
    kept_as = original_name(source.data, _extension(source)) if original is not None else None
    name = (
        inside
        if inside and own
        else _free_name(loaded, _wanted(source, place, own=own), article_id, taken)
    )
    published = _published(stated.published or document.published)
    entry: dict[str, Any] = {
        "file": name,
        "title": stated.title
        or document.title
        or (Path(source.name).stem if source.name else None),
        "author": stated.author or document.author or None,
        "publisher": stated.publisher or document.publisher or None,
        "published": str(published) if published else None,
        "language": stated.language or document.language or None,
        "url": stated.url or document.url or source.url or None,
        "retrieved": source.retrieved or None,
        "page": stated.page or None,
        "pages": list(document.pages[1:]) or None,
        "version-of": stated.version_of or None,
        "sha256": digest,
        "original": kept_as,
    }
    return Addition(
        article_id, entry, text, None if inside and own else data, original,
        _twin(loaded, digest, source.data, alone=alone),
        None if stated.version_of else near_duplicate(text, loaded.corpus.texts),
    )  # fmt: skip


def take_in(loaded: Loaded, addition: Addition) -> Loaded:
    """Write an article into the corpus.

    Returns:
        The corpus with the article, without reading its file again; the places of what stands
        behind the entry are those of before.

    Raises:
        SpliceError: If the corpus file cannot be changed, or changed meanwhile.
        OSError: If a file cannot be written. Nothing of the article is left in either case.
    """
    edit = add_article(loaded.source, addition.id, addition.entry)
    made = store(loaded, addition)
    try:
        apply(loaded.path, edit)
    except (OSError, SpliceError):
        _unmake(made)
        raise
    return _with_article(loaded, addition, edit.after_text)


def store(loaded: Loaded, addition: Addition) -> list[Path]:
    """Write the original and the text of an article, which no article names yet.

    Returns:
        The files that were not there before.

    Raises:
        OSError: If one cannot be written; none is left then.
    """
    folder = loaded.articles_dir
    made: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if addition.original is not None:
            kept = folder / addition.entry["original"]
            if not kept.exists():
                kept.parent.mkdir(exist_ok=True)
                made.append(kept)
                write_atomically(kept, addition.original)
        if addition.data is not None:
            text = folder / addition.entry["file"]
            text.parent.mkdir(parents=True, exist_ok=True)
            made.append(text)
            write_atomically(text, addition.data)
    except OSError:
        _unmake(made)
        raise
    return made


def _unmake(made: list[Path]) -> None:
    for path in made:
        path.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class ArticleEntries:
    """The entries of articles whose files are stored, as a proposal to the corpus file.

    Attributes:
        entries: Ids, each with its keys and values.
    """

    entries: tuple[tuple[str, dict[str, Any]], ...]
    title: str = "Take in"
    creates: str = ""

    def edit(self, source: str) -> Edit:
        """All entries in one edit, so that they are taken back together.

        Raises:
            SpliceError: If an id is taken, or the file is not readable as it is.
        """
        text = source
        for article_id, entry in self.entries:
            text = add_article(text, article_id, entry).after_text
        start = _common(source, text)
        kept = min(_common(source[::-1], text[::-1]), len(source) - start)
        end = len(source) - kept
        return Edit(source, text, start, end, text[start : len(text) - kept])


def _common(first: str, second: str) -> int:
    """How many letters two texts begin with in common."""
    return len(os.path.commonprefix((first, second)))  # noqa: RUF071 (they are no paths)


def _with_article(loaded: Loaded, addition: Addition, source: str) -> Loaded:
    """A corpus that holds an article which was just written."""
    entry = addition.entry
    article = Article(
        addition.id,
        entry["file"],
        entry["title"] or "",
        entry["publisher"] or "",
        _published(entry["published"] or ""),
        entry["language"] or "en",
        entry["url"] or "",
        sha256=entry["sha256"],
        original=entry["original"] or "",
        version_of=entry["version-of"] or "",
    )
    corpus = loaded.corpus
    text = ArticleText(addition.text, digest=entry["sha256"])
    held = msgspec.structs.replace(
        corpus,
        articles={**corpus.articles, addition.id: article},
        texts={**corpus.texts, addition.id: text},
    )
    digest = hashlib.sha256(source.encode()).hexdigest()
    return msgspec.structs.replace(loaded, corpus=held, source=source, digest=digest)


def stored_text(document: Document) -> str:
    """The text with its headline above it, unless it begins with that or its pages are counted."""
    title = " ".join(document.title.split())
    start = " ".join(document.text[: len(document.title) + 400].split())
    headed = not title or document.pages or title in start
    text = document.text if headed else f"{title}\n\n{document.text}"
    return text if text.endswith("\n") else text + "\n"


def free_article_id(stem: str, taken: Collection[str]) -> str:
    """An id out of a name that is not taken yet."""
    from tui.proof.quotes.normalize import fold_word

    base = re.sub(r"[^a-z0-9]+", "-", fold_word(stem)).strip("-") or "article"
    if len(base) > _LONGEST_ID:
        base = base[:_LONGEST_ID].rpartition("-")[0] or base[:_LONGEST_ID]
    if base not in taken:
        return base
    names = (f"{base}-{number}" for number in range(2, len(taken) + 3))
    return next(name for name in names if name not in taken)


def _stem(source: Source, document: Document, *, alone: bool) -> str:
    """What an article is named after: its file, or its headline where the file has no name."""
    stem = Path(source.name).stem
    nameless = not stem or bool(source.url) or _NAMELESS.fullmatch(stem.lower()) is not None
    if not alone or nameless:
        return document.title or stem or "article"
    return stem


def _published(text: str) -> Edtf | None:
    from tui.model.dates import DateError, Edtf

    try:
        return Edtf.parse(text) if text else None
    except DateError as error:
        raise IntakeError("bad-date", str(error)) from None


def _twin(loaded: Loaded, digest: str, data: bytes, *, alone: bool) -> str:
    """The article that has the same text, or was read from the same file."""
    for name, text in loaded.corpus.texts.items():
        if text.digest == digest:
            return name
    whole = hashlib.sha256(data).hexdigest()
    for name, article in loaded.corpus.articles.items():
        if article.sha256 == digest or (alone and whole in article.original):
            return name
    return ""


def _extension(source: Source) -> str:
    given = Path(source.name).suffix.removeprefix(".")
    kind = _EXTENSIONS.get(kind_of(source.data, source.name), "bin")
    # `htm` or `text` may stay; a name that says another kind than the content may not.
    return given if given.lower() in (kind, "htm", "text", "markdown", "rss", "atom") else kind


def _place_inside(place: Path, folder: Path) -> str:
    """The name of a file from the folder of the articles; empty when it lies elsewhere."""
    real, whole = (Path(os.path.realpath(path)) for path in (place, folder))
    return real.relative_to(whole).as_posix() if real.is_relative_to(whole) else ""


def _wanted(source: Source, place: Path | None, *, own: bool) -> str:
    """What the text file would be called; empty where only the id is fit for it."""
    if not own or place is None:
        return ""
    awkward = source.name != safe_line(source.name) or source.name[:1] in ("-", ".", "")
    return "" if awkward else source.name


def _free_name(loaded: Loaded, wanted: str, article_id: str, taken: Collection[str]) -> str:
    """The name of a text file that no file has yet."""
    folder = loaded.articles_dir
    named = {article.file for article in loaded.corpus.articles.values()} | set(taken)
    for name in chain(filter(None, [wanted]), _numbered(article_id)):
        path = folder / name
        if name not in named and not path.exists() and not path.is_symlink():
            return name
    raise AssertionError("there is always another number")


def _numbered(article_id: str) -> Iterator[str]:
    yield f"{article_id}.txt"
    for number in count(2):
        yield f"{article_id}-{number}.txt"
