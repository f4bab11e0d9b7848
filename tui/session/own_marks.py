"""The user's own marks on the records of one session, and the reviews that a team shares.

A review is kept in one place: in the file beside the corpus where there is one, and else among the
user's marks. What was marked before stays private until the user checks the record again.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from tui.model.format_dates import full_day
from tui.model.locales import EN
from tui.model.records import all_evidence
from tui.model.safe_text import safe_line, safe_text
from tui.platform.translation import tr
from tui.store.record_mark import LostMark
from tui.store.shared_reviews import Reviews

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from tui.model.corpus import Corpus
    from tui.model.locales import Locale
    from tui.model.problems import Problem
    from tui.model.records import Record
    from tui.search.index.mark_rows import MarkedRecord, Review
    from tui.store.marks import Marks
    from tui.store.record_mark import CorpusMarks, RecordMark
    from tui.store.shared_reviews import SharedReviews

_OFFERED = 5
"""Records that are offered the marks of one that is gone."""
NOBODY = Reviews()
"""Where no reviews are shared."""


class Check(NamedTuple):
    """A review of a record.

    Attributes:
        by: Who checked it; empty for the user.
        day: The day, in ISO 8601.
        holds: Whether the record is still what was checked.
    """

    by: str
    day: str
    holds: bool


class OwnMarks:
    """Stars, notes and reviews of one corpus, kept in the shared state of the user.

    Attributes:
        key: The key of the corpus among the marks.
    """

    def __init__(
        self,
        marks: Marks,
        key: str,
        corpus: Corpus,
        locale: Locale = EN,
        *,
        unread: str = "",
        shared: SharedReviews | None = None,
        reviewer: Callable[[], str] = lambda: "",
        private: bool = False,
    ) -> None:
        """Take the marks of a corpus.

        Args:
            marks: The marks on all corpora.
            key: That of this corpus, as `Marks.recognize` gives it.
            corpus: What could be read of it.
            locale: How the user reads dates.
            unread: The text of the corpus file, where not all of it could be read.
            shared: The reviews beside it; `None` where there is no place for them.
            reviewer: Gives the name under which the user shares reviews.
            private: Whether the shared reviews are read and never added to.
        """
        self._unread = unread
        self._marks, self.key, self._corpus, self._locale = marks, key, corpus, locale
        self._shared, self._reviewer, self._private = shared, reviewer, private
        self._lost: tuple[LostMark, ...] = ()
        self._marked: tuple[CorpusMarks, Reviews, Mapping[str, MarkedRecord]] | None = None
        self._contents: dict[str, str] = {}
        """Digests of records, as far as they were asked for."""
        self._shared_contents: dict[str, str] = {}
        """The same without their ids."""

    @property
    def set_aside(self) -> Path | None:
        """Where a damaged file of marks was put, if one was found."""
        return self._marks.set_aside

    def refresh(self) -> bool:
        """Read what another instance, or git, may have written; whether anything was new."""
        shared = self._shared is not None and self._shared.refresh()
        return self._marks.refresh() or shared

    def starred(self, record_id: str) -> bool:
        """Whether the user starred a record."""
        return self._of(record_id).star

    def note(self, record_id: str) -> str:
        """The user's note on a record."""
        return self._of(record_id).note

    def review(self, record_id: str) -> str:
        """Who checked a record and when, and whether it changed since; empty for nobody."""
        checks = self.checks(record_id)
        words = [self._check_words(one, alone=not at) for at, one in enumerate(checks)]
        return "; ".join(words)

    def _check_words(self, one: Check, *, alone: bool) -> str:
        """One review: "checked by Ana on 4 Jul"; behind another one without the verb."""
        words = tr("checked by {reader} on {day}") if alone else tr("by {reader} on {day}")
        words = words.format(reader=one.by or tr("you"), day=_day_words(one.day, self._locale))
        return words if one.holds else tr("{review}, changed since").format(review=words)

    def checks(self, record_id: str) -> Sequence[Check]:
        """The reviews of a record, the user's own first, then the others by their days.

        A shared one holds for what was checked, whatever its id is now.
        """
        mark = self._of(record_id)
        own = []
        if mark.reviewed:
            own.append(Check("", mark.reviewed, mark.content == self._content(record_id)))
        reviews = self._reviews
        if not (reviews.by_record or reviews.by_content):
            return own
        valid = reviews.by_content.get(self._shared_content(record_id), ())
        outdated = [
            one
            for one in reviews.by_record.get(record_id, ())
            if one.by not in {other.by for other in valid}
        ]
        me = self._reviewer()
        found = [
            Check("" if one.by == me else one.by, one.day, one in valid)
            for one in dict.fromkeys((*valid, *outdated))
        ]
        mine = [one for one in found if not one.by]
        return [*(mine or own), *(one for one in found if one.by)]

    @property
    def _reviews(self) -> Reviews:
        return self._shared.now if self._shared is not None else NOBODY

    def line(self, record_id: str) -> tuple[tuple[str, str], ...]:
        """All marks on a record as runs of text and style; nothing when there is none."""
        mark = self._of(record_id)
        runs: list[tuple[str, str]] = []
        if mark.star:
            runs.append((f"* {tr('starred')}  ", "own"))
        if review := self.review(record_id):
            holds = any(one.holds for one in self.checks(record_id))
            runs.append((f"✎ {review}  ", "own") if holds else (f"! {review}  ", "warn"))
        if mark.note:
            # No quotation marks: those stand for words of a source.
            runs.append((tr("✎ my note: {words}").format(words=safe_text(mark.note)), "own"))
        return tuple(runs)

    def marked(self) -> Mapping[str, MarkedRecord]:
        """What the user added to each record, for the search; the same until that changes.

        Whether a review still holds is worked out once for each record that has one.
        """
        from tui.search.index.mark_rows import MarkedRecord

        marks, reviews = self._marks.of(self.key), self._reviews
        known = self._marked
        if known is None or known[0] is not marks or known[1] is not reviews:
            found = {
                record_id: MarkedRecord(mark.star, mark.note, self._review(record_id))
                for record_id, mark in marks.records.items()
                if mark.says_something
            }
            for record_id in self._shared_records(reviews):
                if record_id not in found:
                    found[record_id] = MarkedRecord(False, "", self._review(record_id))
            known = self._marked = (marks, reviews, found)
        return known[2]

    def _shared_records(self, reviews: Reviews) -> Iterable[str]:
        """The records with a shared review, also those that have another id now."""
        records = self._corpus.records
        yield from (name for name in reviews.by_record if name in records)
        if any(name not in records for name in reviews.by_record):
            known = reviews.by_record
            for name in records:
                if name not in known and self._shared_content(name) in reviews.by_content:
                    yield name

    def _review(self, record_id: str) -> Review:
        checks = self.checks(record_id)
        if not checks:
            return "none"
        return "reviewed" if any(one.holds for one in checks) else "outdated"

    def toggle_star(self, record_id: str) -> None:
        """Star a record, or take the star away."""
        self._update(record_id, star=not self.starred(record_id))

    def set_note(self, record_id: str, note: str) -> None:
        """Write a note; an empty one takes it away."""
        self._update(record_id, note=note)

    def toggle_review(self, record_id: str) -> None:
        """Mark a record as checked today at its present content, or take a valid mark back.

        Where reviews are shared that is said in their file, and the private mark goes.
        """
        mark = self._of(record_id)
        if self._shared is not None and self._shared.exists and not self._private:
            self._toggle_shared(self._shared, record_id)
            if mark.reviewed:
                self._update(record_id, reviewed="", content="")
            return
        content = self._content(record_id)
        if mark.reviewed and mark.content == content:
            self._update(record_id, reviewed="", content="")
        else:
            today = datetime.now(UTC).astimezone().date().isoformat()
            self._update(record_id, reviewed=today, content=content)

    def _toggle_shared(self, shared: SharedReviews, record_id: str) -> None:
        shared.refresh()
        me, content = self._reviewer(), self._shared_content(record_id)
        valid = shared.now.by_content.get(content, ())
        mine = {one.record: content for one in valid if one.by == me}
        shared.add(mine or {record_id: content}, me, withdrawn=bool(mine))

    def share(self) -> int:
        """Put the private reviews that still hold into the shared file: how many.

        Raises:
            StateError: If it cannot be written.
        """
        holding = {
            record_id: self._shared_content(record_id)
            for record_id, mark in self._marks.of(self.key).records.items()
            if mark.reviewed and mark.content == self._content(record_id)
        }
        if self._shared is None or self._private or not holding:
            return 0
        self._shared.add(holding, self._reviewer())
        for record_id in holding:
            self._update(record_id, reviewed="", content="")
        return len(holding)

    def _update(self, record_id: str, **changes: Any) -> None:
        evidence = self._evidence(record_id)
        self._marks.update(self.key, record_id, **changes, evidence=evidence)

    def searches(self) -> Mapping[str, str]:
        """Saved searches by name."""
        return self._marks.of(self.key).searches

    def save_search(self, name: str, query: str) -> None:
        """Keep a search."""
        self._marks.save_search(self.key, name, query)

    def history(self) -> Sequence[str]:
        """Queries typed before, oldest first."""
        return self._marks.of(self.key).history

    def remember_query(self, query: str) -> None:
        """Keep a query in the history."""
        if query.strip():
            self._marks.remember_query(self.key, query.strip())

    def is_dismissed(self, finding: Problem) -> bool:
        """Whether the user dismissed a finding of the audit that says just this."""
        return finding_key(finding) in self._marks.of(self.key).dismissed

    def undismissed(self, findings: Iterable[Problem]) -> list[Problem]:
        """The findings that the user did not dismiss."""
        dismissed = self._marks.of(self.key).dismissed
        if not dismissed:
            return list(findings)
        return [finding for finding in findings if finding_key(finding) not in dismissed]

    def toggle_dismissed(self, finding: Problem) -> None:
        """Dismiss a finding, or take that back."""
        back = self.is_dismissed(finding)
        self._marks.dismiss(self.key, finding_key(finding), back=back)

    def place(self) -> str:
        """The record that was read last."""
        return self._marks.of(self.key).place

    def remember_place(self, record_id: str) -> None:
        """Keep the record that is read, and what the marked ones rest on now."""
        evidence = {
            name: digests
            for name, mark in self._marks.of(self.key).records.items()
            if (digests := self._evidence(name)) and digests != mark.evidence
        }
        self._marks.remember_place(self.key, record_id, evidence)

    # Marks on records that are gone

    @property
    def lost(self) -> Sequence[LostMark]:
        """Marks on records that are not in the corpus, as `find_lost` found them."""
        marked = self._marks.of(self.key).records
        return tuple(one for one in self._lost if marked.get(one.record) == one.mark)

    def find_lost(self) -> Sequence[LostMark]:
        """Look for marks on records that are not in the corpus, and for their successors.

        A record that could not be read is not lost: its id still stands in the file. A successor
        rests on a quote of the lost record: the same words of the same article. Reads the evidence
        of every record where any mark is lost, so it is for a background thread.
        """
        records = self._corpus.records
        lost = {
            name: mark
            for name, mark in self._marks.of(self.key).records.items()
            if name not in records and name not in self._unread and mark.says_something
        }
        sought = {digest for mark in lost.values() for digest in mark.evidence.split()}
        resting: dict[str, list[str]] = {}
        for record in records.values() if sought else ():
            for digest in sought.intersection(_quotes(record)):
                resting.setdefault(digest, []).append(record.id)
        found = []
        for name, mark in sorted(lost.items()):
            shared = Counter(
                record for digest in mark.evidence.split() for record in resting.get(digest, ())
            )
            most = max(shared.values(), default=0)
            # Many records rest on the one sentence that dates them all; few share more.
            successors = tuple(
                record for record, count in shared.most_common(_OFFERED) if 2 * count > most
            )
            found.append(LostMark(name, mark, successors))
        self._lost = tuple(found)
        return self._lost

    def move(self, lost: str, record_id: str) -> None:
        """Put the marks of a record that is gone on the one that took its place.

        A review stays valid where nothing but the id has changed.
        """
        mark = self._of(lost)
        record = self._corpus.records.get(record_id)
        if record is not None and mark.content:
            renamed = msgspec.structs.replace(record, id=lost)
            if self._digest(renamed) == mark.content:
                mark = msgspec.structs.replace(mark, content=self._content(record_id))
        joined = self._of(record_id).joined(mark)
        joined = msgspec.structs.replace(joined, evidence=self._evidence(record_id))
        self._marks.move(self.key, lost, record_id, joined)

    def _of(self, record_id: str) -> RecordMark:
        return self._marks.of(self.key).of_record(record_id)

    def _content(self, record_id: str) -> str:
        """Digest of what a review is about: the record and the articles that it quotes."""
        content = self._contents.get(record_id)
        if content is None:
            record = self._corpus.records.get(record_id)
            content = self._contents[record_id] = self._digest(record) if record else ""
        return content

    def _shared_content(self, record_id: str) -> str:
        """The same without the id, which a team may change."""
        content = self._shared_contents.get(record_id)
        if content is None:
            record = self._corpus.records.get(record_id)
            content = self._digest(msgspec.structs.replace(record, id="")) if record else ""
            self._shared_contents[record_id] = content
        return content

    def _digest(self, record: Record) -> str:
        # Where it was used says nothing about whether it is right.
        record = msgspec.structs.replace(record, used_in=())
        texts = sorted({evidence.article for _, evidence in all_evidence(record)})
        digest = hashlib.sha256(msgspec.json.encode(_without_place(record)))
        for article in texts:
            text = self._corpus.texts.get(article)
            digest.update((text.digest if text else "missing").encode())
        return digest.hexdigest()[:16]

    def _evidence(self, record_id: str) -> str:
        record = self._corpus.records.get(record_id)
        return " ".join(sorted(_quotes(record))) if record is not None else ""


def _quotes(record: Record) -> set[str]:
    """Digests of the quotes that a record rests on: the article, and its words."""
    return {
        hashlib.sha256(
            f"{evidence.article}\n{' '.join(evidence.quote.split())}".encode(
                "utf-8", "surrogatepass"
            )
        ).hexdigest()[:12]
        for _, evidence in all_evidence(record)
    }


def finding_key(finding: Problem) -> str:
    """The name of a finding wherever it stands; one with another message has another name."""
    message = hashlib.sha256(finding.message.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    about = finding.record or finding.article
    return " ".join((finding.code, about, finding.field, message))


def _without_place(record: Record) -> object:
    """The record without lines and columns, which move when others are edited."""

    def strip(value: object) -> object:
        if isinstance(value, dict):
            return {key: strip(item) for key, item in value.items() if key not in _PLACE}
        if isinstance(value, list | tuple):
            return [strip(item) for item in value]
        return value

    return strip(msgspec.to_builtins(record))


_PLACE = frozenset(("line", "column"))


def _day_words(day: str, locale: Locale) -> str:
    """A day of the marks for a reader; as it stands where it is none."""
    try:
        return full_day(date.fromisoformat(day), locale)
    except ValueError:
        return safe_line(day)
