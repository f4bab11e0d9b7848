"""`dealtui diff` and `dealtui corrections`: what changed, and where that was used."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from tui.model.format import counted
from tui.model.messages import shown
from tui.model.safe_text import safe_line
from tui.platform.translation import tr
from tui.verbs.corpora import exit_code, is_unreadable, locate, open_session
from tui.verbs.grammar import add_verb

if TYPE_CHECKING:
    from argparse import Namespace, _SubParsersAction

    from tui.proof.results.article_memo import ArticleMemo
    from tui.proof.results.fact_diff import FactDiff
    from tui.session.file_session import FileSession


def add_verbs(verbs: _SubParsersAction[Any]) -> None:
    """Add the verbs to the grammar."""
    diff = add_verb(
        verbs,
        "diff",
        summary="what changed between two revisions, as facts",
        description="Print which records and fields were added, changed or are gone since a "
        "revision of git, their proof before and after, what is newly disputed, and which articles "
        "were edited. With one revision it is compared with the files as they are, with two with "
        "each other. Notes, tags, spelling and order are no facts. Nothing is written.",
        examples="""
        dealtui diff                              since the last commit
        dealtui diff v1.2                         since a tag
        dealtui diff main my-branch --format md   for a pull request
        dealtui diff --exit-code HEAD             exit 1 if any fact changed
        """,
    )
    diff.add_argument(
        "revision", nargs="?", default="HEAD", metavar="REV",
        help="what is compared (HEAD); REV..REV2 is the same as REV REV2",
    )  # fmt: skip
    diff.add_argument("other", nargs="?", default="", metavar="REV2", help="what it became")
    diff.add_argument(
        "--format", choices=("text", "md", "json"), default="text", help="how it is printed (text)"
    )
    diff.add_argument("--exit-code", action="store_true", help="exit 1 if anything changed")
    diff.set_defaults(run=_diff)
    corrections = add_verb(
        verbs,
        "corrections",
        summary="what was used and does not hold any more",
        description="Go through every `used-in` of the records and list the uses that are to be "
        "corrected: the figure as used is not the recorded one any more, another field has another "
        "value, or a field lost its proof, each with what it was, what it is and who says so. A "
        "use is compared with the corpus of its day, as git has it. Exit 1 if there are any.",
        examples="""
        dealtui corrections
        dealtui corrections --since v1.2 --format md    with records that are gone since
        """,
    )
    corrections.add_argument(
        "--since", metavar="REV", default="",
        help="only what changed after this revision, and records that are gone since",
    )  # fmt: skip
    corrections.add_argument(
        "--format", choices=("text", "md", "jsonl"), default="text",
        help="how it is printed (text)",
    )  # fmt: skip
    corrections.set_defaults(run=_corrections)


def _diff(options: Namespace) -> int:
    from tui.platform.git import GitError
    from tui.proof.results.fact_diff import fact_diff

    first, dots, second = options.revision.partition("..")
    if dots and not options.other:
        options.revision, options.other = first or "HEAD", second or "HEAD"
    try:
        after = session_at(options, options.other) if options.other else open_session(options)
        if after is None:
            return 2
        before = session_at(options, options.revision, after.proofs.memo)
    except GitError as error:
        return refuse(options, shown(str(error)))
    if before is None:
        return 2
    diff = fact_diff(before.proofs, after.proofs)
    after.save()
    _print(diff, options.format, after)
    code = int(options.exit_code and bool(diff))
    if before.loaded.errors and not options.partial:
        code = 1
    return exit_code(after.loaded, options, code)


def _print(diff: FactDiff, form: str, session: FileSession) -> None:
    from tui.export.text.diff_text import diff_markdown, diff_text, diff_values, summary

    if form == "json":
        import json

        print(json.dumps(diff_values(diff), indent=2))
    elif form == "md":
        print(diff_markdown(diff, session.locale), end="")
    else:
        print(diff_text(diff, session.locale), end="")
        print(summary(diff), file=sys.stderr)


def _corrections(options: Namespace) -> int:
    from tui.export.text.corrections_text import (
        Sources,
        correction_values,
        corrections_markdown,
        corrections_text,
    )
    from tui.platform.git import GitError
    from tui.session.corrections import corrections_of

    session = open_session(options)
    if session is None:
        return 2
    try:
        report = corrections_of(session, options.since)
    except GitError as error:
        return refuse(options, shown(str(error)))
    session.save()
    sources = Sources(session.corpus, session.proof, session.locale)
    if options.format == "jsonl":
        from tui.export.tables.writers import write_jsonl

        write_jsonl(correction_values(report.found, sources), sys.stdout)
    else:
        write = corrections_text if options.format == "text" else corrections_markdown
        print(write(report.found, sources), end="")
    summary = tr("{count} to correct of {uses}").format(
        count=len(report.found), uses=counted(report.uses, "use")
    )
    if report.without_past:
        why = report.reason or tr("no date, or older than the record")
        summary += "; " + tr("{count} compared only with the corpus of today: {reason}").format(
            count=report.without_past, reason=shown(why)
        )
    print(safe_line(summary), file=sys.stderr)
    return exit_code(session.loaded, options, int(bool(report.found)))


def refuse(options: Namespace, message: str) -> int:
    """Say why a command cannot do its work.

    Returns:
        Its exit code.
    """
    print(safe_line(f"dealtui {options.verb}: {message}"), file=sys.stderr)
    return 2


def session_at(
    options: Namespace, revision: str, memo: ArticleMemo | None = None
) -> FileSession | None:
    """The corpus as a revision had it, after saying on stderr what of it is not as it was.

    Args:
        options: The command line, which names the corpus of today.
        revision: The revision.
        memo: What others have made of article texts already.

    Returns:
        `None`, after saying why, where there is no corpus today, or none that can be read then.

    Raises:
        GitError: If there is no repository or no such revision.
    """
    from tui.session.revisions import revision_of
    from tui.verbs.corpora import locale_of

    path = locate(options)
    if path is None:
        return None
    found = revision_of(path, revision, locale_of(options), memo)
    if is_unreadable(found.session.loaded):
        return None
    wrong = len(found.session.loaded.errors)
    notes = []
    if not found.exists:
        words = tr("{revision} does not have {file}")
        notes.append(words.format(revision=revision, file=path.name))
    if wrong:
        words = tr(
            "{errors} in the corpus at {revision}: what cannot be read there counts as missing"
        )
        notes.append(words.format(errors=counted(wrong, "error"), revision=revision))
    if found.unversioned:
        words = tr("{files} not under version control: read as they are today")
        notes.append(words.format(files=counted(len(found.unversioned), "file")))
    for note in filter(None, notes):
        print(safe_line(f"dealtui {options.verb}: {note}"), file=sys.stderr)
    return found.session
