"""`dealtui add --watch`: says what arrives in a folder, and takes in what a person confirms."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from tui.model.messages import shown
from tui.model.safe_text import safe_line
from tui.platform.failures import in_words
from tui.platform.translation import tr
from tui.verbs.corpora import is_unreadable, say_what_is_missing
from tui.verbs.streams import output

if TYPE_CHECKING:
    from pathlib import Path

    from tui.corpus.load import Loaded
    from tui.intake.corpus.addition import Addition

_PAUSE = 1.0
"""Seconds between two looks into the folder; a file is complete when two looks agree."""


def watch_arrivals(corpus: Path, folder: Path, *, keep_original: bool) -> int:
    """Watch a folder until the user stops it with ctrl+c, or nobody reads any more.

    Without a terminal to confirm on, it only says what arrives; nothing is written.
    """
    from tui.corpus.load import load
    from tui.intake.corpus.inbox import Inbox

    if not folder.is_dir():
        words = tr("{path} is no folder").format(path=safe_line(str(folder)))
        print(f"dealtui add: {words}", file=sys.stderr)
        return 2
    loaded = load(corpus)
    if is_unreadable(loaded):
        return 2
    say_what_is_missing(loaded)
    words = tr("watching {path}; ctrl+c ends it").format(path=safe_line(str(folder)))
    print(words, file=sys.stderr)
    inbox = Inbox(folder)
    while not output().gone:
        for path in inbox.arrived():
            arrive(corpus, path, keep_original=keep_original)
        sys.stdout.flush()
        time.sleep(_PAUSE)
    return 0


def arrive(corpus: Path, path: Path, *, keep_original: bool) -> None:
    """Say what a file holds and says about the corpus, and take it in when that is confirmed."""
    from tui.corpus.edit.splice import SpliceError
    from tui.corpus.load import load
    from tui.session.file_intake import IntakeError, prepare_file, take_in

    loaded = load(corpus)
    try:
        additions = prepare_file(loaded, path, keep_original=keep_original)
    except IntakeError as error:
        print(safe_line(f"{path.name}: {shown(str(error))}"))
        return
    for addition in additions:
        _describe(loaded, path, addition)
        if addition.twin or not _confirmed():
            continue
        try:
            take_in(loaded, addition)
        except (OSError, SpliceError) as error:
            print(f"dealtui add: {safe_line(shown(in_words(error)))}", file=sys.stderr)
            return
        print(tr("added as {id}").format(id=safe_line(addition.id)))
        loaded = load(corpus)


def _describe(loaded: Loaded, path: Path, addition: Addition) -> None:
    from tui.session.file_intake import new_article

    article = new_article(loaded, addition)
    about = f" ({' · '.join(article.about)})" if article.about else ""
    print(safe_line(f"{path.name}: {article.title}{about}"))
    if article.twin:
        words = tr("in the corpus already, as {article}").format(article=safe_line(article.twin))
        print(f"  {words}")
        return
    if article.like is not None:
        words = tr("{share} like {article}")
        alike = words.format(share=f"{article.like.share:.0%}", article=article.like.article)
        print(safe_line(f"  {alike}"))
    for news in article.news:
        print(f"  {safe_line(news.words(loaded.corpus.party_name))}")


def _confirmed() -> bool:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    try:
        answer = input(f"  {tr('take it in? [y/N]')} ")
    except EOFError:
        return False
    return answer.strip().lower() in ("y", "yes", "o", "oui", "j", "ja")
