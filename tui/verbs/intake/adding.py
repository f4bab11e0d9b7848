"""`dealtui add`: new articles into the corpus, with what they say and nobody recorded yet."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.model.format import counted
from tui.model.messages import shown
from tui.model.safe_text import safe_line
from tui.platform.failures import in_words
from tui.platform.translation import tr
from tui.verbs.corpora import is_unreadable, locale_of, locate_own, say_what_is_missing
from tui.verbs.grammar import add_verb
from tui.verbs.intake.reading import add_private

if TYPE_CHECKING:
    from argparse import Namespace, _SubParsersAction

    from tui.corpus.load import Loaded
    from tui.intake.corpus.addition import Addition
    from tui.intake.document import Document
    from tui.intake.isolation import IsolatedReader
    from tui.intake.reader import Source

_WIDTH = 10
_SHOWN = ("file", "title", "author", "publisher", "published", "language", "url", "original")
_OPTIONS = {"title": "--title", "publisher": "--publisher", "published": "--published"}


def add_verbs(verbs: _SubParsersAction[Any]) -> None:
    """Add the verb to the grammar."""
    add = add_verb(
        verbs,
        "add",
        summary="bring new articles into the corpus",
        description="Take articles into the corpus: texts, web pages, PDFs, mails, office files, "
        "feeds, addresses, standard input (-), the clipboard (clipboard:). List the figures that "
        "they state, and open the app there. What can be found out is found out; every guess can "
        "be overridden.",
        examples="""
        dealtui add page.html report.pdf mail.eml
        dealtui add clipboard: --publisher "Les Echos" --published 2026-03-02
        dealtui add --watch ~/Downloads
        """,
    )
    add.add_argument("sources", nargs="*", metavar="SOURCE", help="a file, an address, - …")
    add.add_argument("--id", default="", help="its id in the corpus")
    add.add_argument(
        "--title", default="", help="its headline, where the source does not say it well"
    )
    add.add_argument("--author", default="", help="who wrote it")
    add.add_argument("--publisher", default="", help="who published it")
    add.add_argument("--published", default="", metavar="DATE", help="EDTF, e.g. 2024-03-28")
    add.add_argument("--lang", default="", help="ISO 639-1 code")
    add.add_argument("--url", default="", help="where it can be found")
    add.add_argument("--page", default="", help="the page on which it begins")
    like = add.add_mutually_exclusive_group()
    like.add_argument(
        "--as-version-of", default="", metavar="ARTICLE", help="another version of an article"
    )
    like.add_argument(
        "--keep", action="store_true", help="add it though the corpus has one that is nearly alike"
    )
    add.add_argument(
        "--no-original", action="store_true", help="do not keep the file it was read from"
    )
    add.add_argument(
        "--watch", metavar="FOLDER", default="",
        help="say what arrives in a folder and what it says; take in what you confirm",
    )  # fmt: skip
    add.add_argument("--no-open", action="store_true", help="do not open the app afterwards")
    add_private(add)
    add.set_defaults(run=_add)


def _add(options: Namespace) -> int:
    path = locate_own(options)
    if path is None:
        return 2
    if options.watch:
        from tui.verbs.intake.arrivals import watch_arrivals

        return watch_arrivals(path, Path(options.watch), keep_original=_keeps_originals(options))
    if not options.sources:
        return _refused("say what to add: a file, an address, - or clipboard:")
    if len(options.sources) > 1 and (options.id or options.title):
        return _refused("--id and --title are of one article; add the others apart")
    from tui.intake.isolation import IsolatedReader

    adding = Adding(path, options)
    if is_unreadable(adding.loaded):
        return 2
    say_what_is_missing(adding.loaded)
    with IsolatedReader(adding.outlets()) as reader:
        codes = [adding.add(name, reader) for name in options.sources]
    added = adding.added
    if len(options.sources) > 1:
        words = tr("{count} added of {all} sources")
        print(words.format(count=len(added), all=len(options.sources)), file=sys.stderr)
    if options.no_open or not added or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return max(codes)
    from tui.app import DealtuiApp

    app = DealtuiApp(path, article=added[0], locale=locale_of(options))
    app.run()
    return app.return_code or max(codes)


class Adding:
    """Takes sources into one corpus, one after the other.

    Attributes:
        loaded: The corpus as it is now.
        added: The ids of the articles that were added.
    """

    def __init__(self, path: Path, options: Namespace) -> None:
        from tui.corpus.load import load

        self._options = options
        self.loaded: Loaded = load(path)
        self.added: list[str] = []

    def outlets(self) -> tuple[str, ...]:
        """The publishers that the corpus knows."""
        articles = self.loaded.corpus.articles.values()
        return tuple(sorted({article.publisher for article in articles} - {""}))

    def add(self, name: str, reader: IsolatedReader) -> int:
        """Take one source in; the exit code."""
        from tui.intake.document import IntakeError
        from tui.intake.sources import is_address, obtain

        try:
            source = obtain(name, private=self._options.allow_private)
            documents = reader.read(source)
        except IntakeError as error:
            return _refused(f"{name}: {shown(str(error))}")
        place = None if is_address(name) or name in ("-", "clipboard:") else Path(name)
        codes = [
            self._add_document(source, document, place, alone=len(documents) == 1)
            for document in documents
        ]
        return max(codes, default=0)

    def _add_document(
        self, source: Source, document: Document, place: Path | None, *, alone: bool
    ) -> int:
        from tui.corpus.edit.splice import SpliceError
        from tui.intake.corpus.addition import prepare, take_in
        from tui.intake.document import IntakeError

        try:
            addition = prepare(
                self.loaded, source, document, _stated(self._options), place=place,
                keep_original=_keeps_originals(self._options), alone=alone,
            )  # fmt: skip
            if addition.twin:
                words = tr("it is in the corpus already, as {article}")
                return _refused(words.format(article=addition.twin), code=1)
            if addition.like is not None and not self._options.keep:
                _show_likeness(addition)
                return 1
            self.loaded = take_in(self.loaded, addition)
        except (IntakeError, OSError, SpliceError) as error:
            return _refused(shown(in_words(error)))
        self.added.append(addition.id)
        _report(addition, document)
        return 0


def _stated(options: Namespace) -> Any:
    from tui.intake.corpus.addition import Stated

    return Stated(
        options.id, options.title, options.author, options.publisher, options.published,
        options.lang, options.url, options.page, options.as_version_of,
    )  # fmt: skip


def _keeps_originals(options: Namespace) -> bool:
    from tui.platform.folders import settings_file
    from tui.platform.settings import SettingsError, read_settings

    if options.no_original:
        return False
    try:
        return read_settings(settings_file()).originals
    except SettingsError:
        return True


def _refused(words: str, code: int = 2) -> int:
    print(f"dealtui add: {safe_line(words)}", file=sys.stderr)
    return code


def _show_likeness(addition: Addition) -> None:
    like = addition.like
    assert like is not None
    words = tr("it is {share} like {article}, which is in the corpus")
    _refused(words.format(share=f"{like.share:.0%}", article=like.article), code=1)
    for line in like.differences:
        print(f"  {safe_line(line)}", file=sys.stderr)
    words = tr("add it with --as-version-of {article} or --keep, or leave it")
    print(f"  {words.format(article=safe_line(like.article))}", file=sys.stderr)


def _report(addition: Addition, document: Document) -> None:
    """Say what was found out, and list the figures that may be recorded."""
    print(tr("added as {id}").format(id=safe_line(addition.id)), file=sys.stderr)
    for key in _SHOWN:
        value = addition.entry.get(key)
        if value:
            print(f"  {key:<{_WIDTH}} {safe_line(str(value))}", file=sys.stderr)
        elif key in _OPTIONS:
            words = tr("not found; {option} tells it").format(option=_OPTIONS[key])
            print(f"  {key:<{_WIDTH}} {words}", file=sys.stderr)
    for note in document.notes:
        print(f"  {'note':<{_WIDTH}} {safe_line(note)}", file=sys.stderr)
    _figures(addition)


def _figures(addition: Addition) -> None:
    from tui.model.dates import Edtf
    from tui.proof.extract import find_mentions
    from tui.proof.verify.coverage import RECORDED_KINDS

    published = addition.entry["published"]
    found = find_mentions(
        addition.text,
        language=addition.entry["language"] or "en",
        published=Edtf.parse(published) if published else None,
    )
    mentions = [mention for mention in found if mention.kind in RECORDED_KINDS]
    figures = counted(len(mentions), "figure", "figures")
    words = tr("{figures} to record:").format(figures=figures)
    print(f"  {words}", file=sys.stderr)
    for mention in mentions:
        words = safe_line(" ".join(mention.text.split()))
        print(f"{mention.start:>6}  {mention.quantity!s:<22} {words}")
