"""`dealtui add`: a new article into the corpus, with what it says and nobody recorded yet."""

from __future__ import annotations

import re
import sys
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.model.safe_text import safe_line
from tui.verbs.corpora import open_session

if TYPE_CHECKING:
    from argparse import Namespace, _SubParsersAction

    from tui.corpus.load import Loaded
    from tui.model.corpus import ArticleText
    from tui.model.dates import Edtf

_WIDTH = 10


def add_verbs(verbs: _SubParsersAction[Any]) -> None:
    """Add the verb to the grammar."""
    add = verbs.add_parser(
        "add",
        help="bring a new article into the corpus",
        description="Copy an article into the corpus, list the figures that it states, and open "
        "the app there. What can be found out is found out; every guess can be overridden.",
    )
    add.add_argument("file", help="a text file")
    add.add_argument("--id", default="", help="its id in the corpus")
    add.add_argument("--title", default="")
    add.add_argument("--publisher", default="")
    add.add_argument("--published", default="", metavar="DATE", help="EDTF, e.g. 2024-03-28")
    add.add_argument("--lang", default="", help="ISO 639-1 code")
    add.add_argument("--no-open", action="store_true", help="do not open the app afterwards")
    add.set_defaults(run=_add)


def _add(options: Namespace) -> int:
    from tui.corpus.articles import ArticleError, read_article
    from tui.corpus.edit.splice import SpliceError
    from tui.model.dates import DateError, Edtf

    session = open_session(options)
    if session is None:
        return 2
    from tui.corpus.discovery import is_shipped

    if options.demo or is_shipped(session.loaded.path):
        return _refused("the demo corpus is read only: name a corpus of your own with -c PATH")
    source = Path(options.file)
    try:
        text = read_article(source)
        published = Edtf.parse(options.published) if options.published else None
    except (ArticleError, DateError) as error:
        return _refused(str(error))
    if not text.text.strip():
        return _refused(f"there is no text in {source.name}")
    loaded = session.loaded
    known = {known.digest: article for article, known in loaded.corpus.texts.items()}
    if text.digest in known:
        return _refused(f"it is in the corpus already, as {known[text.digest]}", code=1)
    article = options.id or free_article_id(source.stem, loaded)
    if article in loaded.corpus.articles:
        return _refused(f"the corpus has an article {article}")
    mapping = _found_out(options, text.text, published, loaded)
    name, inside = _file_name(source, article, loaded.articles_dir)
    mapping = {"file": name, **mapping}
    mapping["title"] = mapping["title"] or source.stem
    try:
        _write(loaded, article, mapping, None if inside else source.read_bytes())
    except (OSError, SpliceError) as error:
        return _refused(str(error))
    print(f"added as {safe_line(article)}", file=sys.stderr)
    for key in ("file", "title", "publisher", "published", "language"):
        value = mapping.get(key)
        words = safe_line(str(value)) if value else f"not found; --{key} tells it"
        print(f"  {key:<{_WIDTH}} {words}", file=sys.stderr)
    _figures(text, mapping)
    if options.no_open or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return 0
    from tui.app import DealtuiApp

    app = DealtuiApp(loaded.path, article=article, locale=session.locale)
    app.run()
    return app.return_code or 0


def _refused(words: str, code: int = 2) -> int:
    print(f"dealtui add: {safe_line(words)}", file=sys.stderr)
    return code


def _found_out(
    options: Namespace, text: str, published: Edtf | None, loaded: Loaded
) -> dict[str, Any]:
    """What is known about an article: as told, else as it says itself."""
    from tui.proof.extract.language_detection import guess_language
    from tui.proof.verify.byline import read_byline

    lang = options.lang or guess_language(text)
    outlets = {article.publisher for article in loaded.corpus.articles.values()}
    byline = read_byline(text, lang, outlets)
    when = published or byline.published
    return {
        "title": options.title or byline.title,
        "publisher": options.publisher or byline.publisher or None,
        "published": str(when) if when else None,
        "language": lang,
    }


def _file_name(source: Path, article: str, folder: Path) -> tuple[str, bool]:
    """What the article's file is called from the folder of the articles, and if it lies there.

    A name that another file has, or that is awkward to type, gives way to the article's id.
    """
    real = source.resolve()
    if real.is_relative_to(folder.resolve()):
        return real.relative_to(folder.resolve()).as_posix(), True
    awkward = source.name != safe_line(source.name) or source.name[0] in "-."
    names = (f"{article}-{number}.txt" if number > 1 else f"{article}.txt" for number in count(1))
    for name in names if awkward else chain((source.name,), names):
        if not (folder / name).exists() and not (folder / name).is_symlink():
            return name, False
    raise AssertionError("there is always another number")


def _write(loaded: Loaded, article: str, mapping: dict[str, Any], data: bytes | None) -> None:
    """Copy the article and name it in the corpus file; neither without the other."""
    from tui.corpus.edit.splice import SpliceError, add_article, apply
    from tui.platform.atomic_files import write_atomically

    edit = add_article(loaded.source, article, mapping)
    target = loaded.articles_dir / mapping["file"]
    if data is not None:
        target.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(target, data)
    try:
        apply(loaded.path, edit)
    except (OSError, SpliceError):
        if data is not None:
            target.unlink(missing_ok=True)
        raise


def _figures(text: ArticleText, mapping: dict[str, Any]) -> None:
    """List the figures that may be recorded, all of them open."""
    from tui.model.dates import Edtf
    from tui.proof.extract import find_mentions
    from tui.proof.verify.coverage import RECORDED_KINDS

    when = Edtf.parse(mapping["published"]) if mapping["published"] else None
    found = find_mentions(text.text, language=mapping["language"], published=when)
    mentions = [mention for mention in found if mention.kind in RECORDED_KINDS]
    print(f"  {len(mentions)} figures to record:", file=sys.stderr)
    for mention in mentions:
        words = safe_line(" ".join(mention.text.split()))
        print(f"{mention.start:>6}  {mention.quantity!s:<22} {words}")


def free_article_id(stem: str, loaded: Loaded) -> str:
    """An id out of the file's name that no article has yet."""
    from tui.proof.quotes.normalize import fold_word

    base = re.sub(r"[^a-z0-9]+", "-", fold_word(stem)).strip("-") or "article"
    taken = loaded.corpus.articles
    if base not in taken:
        return base
    names = (f"{base}-{number}" for number in range(2, len(taken) + 3))
    return next(name for name in names if name not in taken)
