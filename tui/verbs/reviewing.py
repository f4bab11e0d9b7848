"""`dealtui reviews`: who checked which record, and sharing that through git."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from tui.model.format import counted
from tui.model.messages import shown
from tui.model.safe_text import safe_line
from tui.platform.translation import tr
from tui.verbs.corpora import (
    exit_code,
    is_unreadable,
    locale_of,
    locate,
    locate_own,
    say_what_is_missing,
)
from tui.verbs.grammar import add_verb

if TYPE_CHECKING:
    from argparse import Namespace, _SubParsersAction
    from pathlib import Path

    from tui.session.file_session import FileSession


def add_verbs(verbs: _SubParsersAction[Any]) -> None:
    """Add the verb to the grammar."""
    reviews = add_verb(
        verbs,
        "reviews",
        summary="who checked which record, and whether it changed since",
        description="List the reviews of the records: yours, and those that are shared in "
        "reviews.yaml beside the corpus. `share` begins to share them: it makes that file, and "
        "tells git to merge it by keeping the lines of both sides; from then on V in the app "
        "writes there. Your reviews so far stay private unless --mine is given; notes and stars "
        "always do. Exit 1 where the file cannot be read whole.",
        examples="""
        dealtui reviews                    every record with its reviews
        dealtui reviews --open             only those that nobody checked as they are now
        dealtui reviews share --mine       begin to share, with what you checked so far
        """,
    )
    reviews.add_argument(
        "what", nargs="?", choices=("list", "share"), default="list",
        help="list them, or begin to share them (list)",
    )  # fmt: skip
    reviews.add_argument(
        "--open", action="store_true", help="list only records without a review that holds"
    )
    reviews.add_argument(
        "--mine", action="store_true", help="share: also what you checked until now"
    )
    reviews.add_argument(
        "--format", choices=("text", "jsonl"), default="text", help="how it is printed (text)"
    )
    reviews.set_defaults(run=_reviews)


def _reviews(options: Namespace) -> int:
    from tui.platform.folders import cache_folder, marks_file
    from tui.session.file_session import FileSession
    from tui.store.marks import Marks

    path = locate_own(options) if options.what == "share" else locate(options)
    if path is None:
        return 2
    cache = None if options.no_cache else cache_folder()
    marks = Marks(marks_file())
    session = FileSession.open(path, cache=cache, marks=marks, locale=locale_of(options))
    if is_unreadable(session.loaded):
        return 2
    if options.what == "share":
        say_what_is_missing(session.loaded)
        return _share(session, mine=options.mine)
    from tui.corpus.load import format_problem

    for problem in session.shared_reviews.problems:
        print(format_problem(problem), file=sys.stderr)
    _list(session, options)
    return exit_code(session.loaded, options, int(bool(session.shared_reviews.problems)))


def _list(session: FileSession, options: Namespace) -> None:
    holding = 0
    rows = []
    for record in session.records:
        checks = session.own.checks(record.id)
        holds = any(one.holds for one in checks)
        holding += holds
        if options.open and holds:
            continue
        if options.format == "text":
            words = session.own.review(record.id) or tr("not checked")
            print(safe_line(f"{record.id}  {words}"))
        rows.append(
            {
                "record": record.id,
                "title": record.title,
                "checked": holds,
                "reviews": [
                    {"by": one.by or session.reviewer, "day": one.day, "holds": one.holds}
                    for one in checks
                ],
            }
        )
    if options.format == "jsonl":
        from tui.export.tables.writers import write_jsonl

        write_jsonl(rows, sys.stdout)
    total = counted(session.record_count, "record")
    print(
        tr("{count} of {total} checked as they are now").format(count=holding, total=total),
        file=sys.stderr,
    )


def _share(session: FileSession, *, mine: bool) -> int:
    from tui.store.marks import StateError

    reviews = session.shared_reviews
    try:
        reviews.share()
        attributes = _tell_git(reviews.path)
        count = session.own.share() if mine else 0
    except (OSError, StateError) as error:
        print(safe_line(f"dealtui reviews: {shown(str(error))}"), file=sys.stderr)
        return 2
    print(
        safe_line(
            tr("reviews are shared in {path}, as {reviewer}").format(
                path=reviews.path, reviewer=session.reviewer
            )
        )
    )
    if attributes is not None:
        print(safe_line(tr("{file} tells git to merge them: commit both").format(file=attributes)))
    if mine:
        print(tr("{reviews} of yours shared").format(reviews=counted(count, "review")))
    return 0


def _tell_git(path: Path) -> Path | None:
    """Let git keep the lines of both sides, where the file lies in a repository.

    Raises:
        OSError: If `.gitattributes` cannot be read or written.
    """
    from tui.platform.atomic_files import write_atomically
    from tui.platform.git import GitError, Repository
    from tui.store.shared_reviews import ATTRIBUTES

    try:
        Repository(path)
    except GitError:
        return None
    file = path.with_name(".gitattributes")
    text = file.read_text("utf-8") if file.exists() else ""
    if ATTRIBUTES not in text.splitlines():
        gap = "" if not text or text.endswith("\n") else "\n"
        write_atomically(file, f"{text}{gap}{ATTRIBUTES}\n".encode())
    return file
