"""`dealtui add --watch`: says what arrives in a folder, and takes in what a person confirms."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from tui.model.safe_text import safe_line

if TYPE_CHECKING:
    from pathlib import Path

    from tui.corpus.load import Loaded
    from tui.intake.corpus.addition import Addition

_PAUSE = 1.0
"""Seconds between two looks into the folder; a file is complete when two looks agree."""


def watch_arrivals(corpus: Path, folder: Path, *, keep_original: bool) -> int:
    """Watch a folder until the user stops it with ctrl+c.

    Without a terminal to confirm on, it only says what arrives; nothing is written.
    """
    from tui.intake.corpus.inbox import Inbox

    if not folder.is_dir():
        print(f"dealtui add: {safe_line(str(folder))} is no folder", file=sys.stderr)
        return 2
    print(f"watching {safe_line(str(folder))}; ctrl+c ends it", file=sys.stderr)
    inbox = Inbox(folder)
    while True:
        for path in inbox.arrived():
            arrive(corpus, path, keep_original=keep_original)
        sys.stdout.flush()
        time.sleep(_PAUSE)


def arrive(corpus: Path, path: Path, *, keep_original: bool) -> None:
    """Say what a file holds and says about the corpus, and take it in when that is confirmed."""
    from tui.corpus.edit.splice import SpliceError
    from tui.corpus.load import load
    from tui.session.intake import IntakeError, prepare_file, take_in

    loaded = load(corpus)
    try:
        additions = prepare_file(loaded, path, keep_original=keep_original)
    except IntakeError as error:
        print(safe_line(f"{path.name}: {error}"))
        return
    for addition in additions:
        _describe(loaded, path, addition)
        if addition.twin or not _confirmed():
            continue
        try:
            take_in(loaded, addition)
        except (OSError, SpliceError) as error:
            print(f"dealtui add: {safe_line(str(error))}", file=sys.stderr)
            return
        print(f"added as {safe_line(addition.id)}")
        loaded = load(corpus)


def _describe(loaded: Loaded, path: Path, addition: Addition) -> None:
    from tui.model.dates import Edtf
    from tui.session.article_news import article_news

    entry = addition.entry
    about = " · ".join(str(entry[key]) for key in ("publisher", "published") if entry.get(key))
    print(safe_line(f"{path.name}: {entry['title']}{f' ({about})' if about else ''}"))
    if addition.twin:
        print(f"  in the corpus already, as {safe_line(addition.twin)}")
        return
    if addition.like is not None:
        print(safe_line(f"  {addition.like.share:.0%} like {addition.like.article}"))
    published = Edtf.parse(entry["published"]) if entry["published"] else None
    for news in article_news(
        addition.text, loaded.corpus, language=entry["language"] or "en", published=published
    ):
        names = ", ".join(loaded.corpus.party_name(party) for party in news.parties)
        record = f" {news.record}" if news.record else ""
        words = " ".join(news.figure.text.split())
        print(safe_line(f"  {news.bearing + record}: {news.figure.quantity} “{words}” ({names})"))


def _confirmed() -> bool:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    try:
        answer = input("  take it in? [y/N] ")
    except EOFError:
        return False
    return answer.strip().lower() in ("y", "yes", "o", "oui", "j", "ja")
