"""`dealtui add`: a new article into the corpus, with what it says and nobody recorded yet."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.model.safe_text import safe_line
from tui.verbs.corpora import locate

if TYPE_CHECKING:
    from argparse import Namespace, _SubParsersAction

    from tui.corpus.load import Loaded
    from tui.model.dates import Edtf

_STAMP = re.compile(r"\bdate\s+(\d{4}(?:-\d{2}){0,2})\b|\b(\d{2})/(\d{2})/(\d{4})\b")


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
    from tui.corpus import splice
    from tui.corpus.articles import ArticleError, read_article
    from tui.corpus.load import load
    from tui.files import write_atomically
    from tui.model.dates import DateError, Edtf
    from tui.proof.mentions.language import guess_language

    path = locate(options.corpus)
    if path is None:
        return 2
    source = Path(options.file)
    try:
        text = read_article(source)
        published = Edtf.parse(options.published) if options.published else stamp(text.text)
    except (ArticleError, DateError) as error:
        print(f"dealtui add: {safe_line(str(error))}", file=sys.stderr)
        return 2
    loaded = load(path)
    known = {known.digest: article for article, known in loaded.corpus.texts.items()}
    if text.digest in known:
        print(
            f"dealtui add: it is in the corpus already, as {safe_line(known[text.digest])}",
            file=sys.stderr,
        )
        return 1
    article = options.id or free_article_id(source.stem, loaded)
    if article in loaded.corpus.articles:
        print(f"dealtui add: the corpus has an article {safe_line(article)}", file=sys.stderr)
        return 2
    target = loaded.articles_dir / source.name
    inside = target.resolve() == source.resolve()
    if target.exists() and not inside:
        target = loaded.articles_dir / f"{article}.txt"
    mapping: dict[str, Any] = {"file": target.name, "title": options.title or title(text.text)}
    if options.publisher:
        mapping["publisher"] = options.publisher
    if published is not None:
        mapping["published"] = str(published)
    mapping["language"] = options.lang or guess_language(text.text)
    try:
        if not inside:
            if target.exists():
                raise FileExistsError(17, "the corpus has a file of that name", target.name)
            write_atomically(target, source.read_bytes())
        splice.apply(path, splice.add_article(loaded.source, article, mapping))
    except (OSError, splice.SpliceError) as error:
        print(f"dealtui add: {safe_line(str(error))}", file=sys.stderr)
        return 2
    print(f"added as {safe_line(article)}: {safe_line(str(mapping))}", file=sys.stderr)
    _figures(text.text, mapping["language"], published)
    if options.no_open or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return 0
    from tui.app import DealtuiApp

    app = DealtuiApp(path, article=article)
    app.run()
    return app.return_code or 0


def _figures(text: str, lang: str, published: Edtf | None) -> None:
    from tui.proof.mentions import find_mentions

    for mention in find_mentions(text, language=lang, published=published):
        if mention.quantity is not None and mention.kind != "count":
            words = safe_line(" ".join(mention.text.split()))
            print(f"{mention.start:>6}  {mention.quantity!s:<22} {words}")


def free_article_id(stem: str, loaded: Loaded) -> str:
    """An id out of the file's name that no article has yet."""
    base = re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-") or "article"
    taken = loaded.corpus.articles
    if base not in taken:
        return base
    names = (f"{base}-{number}" for number in range(2, len(taken) + 3))
    return next(name for name in names if name not in taken)


def stamp(text: str) -> Edtf | None:
    """The date that an article carries near its start, where it carries one."""
    from tui.model.dates import DateError, Edtf

    match = _STAMP.search(text, 0, 600)
    if match is None:
        return None
    written = match[1] or f"{match[4]}-{match[3]}-{match[2]}"
    try:
        return Edtf.parse(written)
    except DateError:
        return None


def title(text: str) -> str:
    """The first line that reads like one, at most 120 characters."""
    lines = [line.strip() for line in text.splitlines() if len(line.strip()) > 12]
    first = lines[0] if lines else ""
    first = re.sub(r"^date\s+[\d-]+\s+", "", first)
    return first if len(first) <= 120 else first[:119].rsplit(" ", 1)[0] + " …"
