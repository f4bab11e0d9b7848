"""What was used and is to be corrected, by the history of the corpus where git has one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.platform.git import GitError, Repository
from tui.proof.results.corrections import corrections, gone
from tui.session.revisions import revision_of

if TYPE_CHECKING:
    from tui.model.records import Record, Use
    from tui.proof.results.corrections import Correction
    from tui.session.file_session import FileSession


class CorrectionReport(NamedTuple):
    """The uses to correct, and how far they could be looked into.

    Attributes:
        found: In the order of the corpus, records that are gone last.
        uses: How many uses were looked at.
        without_past: How many of them could be compared only with the corpus of today.
        reason: Why there is no history at all; empty where there is.
    """

    found: tuple[Correction, ...]
    uses: int
    without_past: int
    reason: str = ""


def corrections_of(session: FileSession, since: str = "") -> CorrectionReport:
    """Look into every use of every record.

    A use is compared with the corpus as it was at the end of the day when it appeared. Each state
    of the corpus is read once, whatever the number of uses.

    Args:
        session: The corpus of today.
        since: A revision: only what changed after it is told, and records that are gone since.

    Raises:
        GitError: If `since` is no revision.
    """
    uses = [(record, use) for record in session.records for use in record.used_in]
    start, reason = "", ""
    commits: dict[str, list[tuple[Record, Use]]] = {}
    try:
        repository = Repository(session.loaded.path)
        start = repository.commit(since) if since else ""
    except GitError as error:
        if since:
            raise
        commits, reason = {"": uses}, str(error)
    else:
        for record, use in uses:
            commit = _commit_of(use, session, repository, start)
            commits.setdefault(commit, []).append((record, use))
    found: list[Correction] = []
    lost: list[Correction] = []
    without_past = 0
    after = session.proofs
    for commit in {start: None, **commits}:
        before = None
        if commit:
            revision = revision_of(session.loaded.path, commit, session.locale, after.memo)
            before = revision.session.proofs if revision.exists else None
        if commit == start and before is not None:
            lost += gone(before, after)
        used = commits.get(commit, ())
        known = before.corpus.records if before is not None else {}
        without_past += sum(record.id not in known for record, _ in used)
        found += corrections(used, before, after)
    found.sort(key=lambda one: (one.record.line, one.use.line, one.use.column))
    return CorrectionReport((*found, *lost), len(uses), without_past, reason)


def _commit_of(use: Use, session: FileSession, repository: Repository, start: str) -> str:
    """The commit that shows the corpus as it was when it was used; empty for none."""
    day = use.date.earliest if use.date is not None else None
    if day is None:
        return start
    loaded = session.loaded
    commit = repository.commit_at(day, (*loaded.paths, loaded.articles_dir))
    return repository.newer(commit, start) if commit and start else commit or start
