"""What changed between two states of a corpus, as facts: records, fields, proofs, articles.

Records are matched by id. One that is gone and one that is new are the same under another id where
kind, title and quotes are the same. Values are compared as values: another spelling of the same
amount is no change, nor are notes, tags and the order of the file.

Whatever a proof depends on has a key (`fingerprints.record_key`). Where the keys of both states are
the same, nothing is proved, so that the cost is one pass over both corpora and the proofs of the
records that may differ.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.model.proofs import PROOF_STATES
from tui.model.records import Deal, all_evidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tui.model.corpus import ArticleText, Corpus
    from tui.model.proofs import ProofState
    from tui.model.records import Article, Record, Value
    from tui.proof.results.proof_store import ProofStore

_RANK = {state: rank for rank, state in enumerate(PROOF_STATES)}
_SOUND = _RANK["moved"]
"""From here on a state is proof; what is worse is a doubt, a want or a fault."""
_AGAINST = frozenset({"disputed", "contradicted"})
_ABOUT_ARTICLES = (
    "title", "publisher", "published", "language", "author", "url", "version_of",
)  # fmt: skip
"""What an article says of itself that matters to who reads it; `file` is only where it lies."""


def is_sound(state: ProofState) -> bool:
    """Whether a state is proof of some kind."""
    return _RANK[state] >= _SOUND


class FieldChange(NamedTuple):
    """A field with another value or another state.

    Attributes:
        path: See `FieldRow.path`; also `title` and `same-as`, which nothing proves.
        before: Its value; `None` where it had none.
        after: Its value now.
        state_before: The state of its proof; `None` where there was none to have.
        state_after: The state now, likewise.
    """

    path: str
    before: Value | None
    after: Value | None
    state_before: ProofState | None = None
    state_after: ProofState | None = None

    @property
    def lost_proof(self) -> bool:
        """Whether it was proved in some way and is not any more."""
        if self.state_before is None or self.state_after is None:
            return False
        return is_sound(self.state_before) and not is_sound(self.state_after)

    @property
    def newly_disputed(self) -> bool:
        """Whether a source says otherwise now, and none did before."""
        return self.state_after in _AGAINST and self.state_before not in _AGAINST


class Quote(NamedTuple):
    """The words of an article, by its id."""

    article: str
    words: str


class RecordChange(NamedTuple):
    """A record that is in one of the states alone, or differs between them.

    Attributes:
        before: The record as it was; `None` for a new one.
        after: The record as it is; `None` for one that is gone.
        fields: The fields that differ; of a new or lost record all.
        added_quotes: Evidence that is new.
        lost_quotes: Evidence that is gone.
    """

    before: Record | None
    after: Record | None
    fields: tuple[FieldChange, ...] = ()
    added_quotes: tuple[Quote, ...] = ()
    lost_quotes: tuple[Quote, ...] = ()

    @property
    def record(self) -> Record:
        """The record as it is, else as it was."""
        record = self.after or self.before
        assert record is not None
        return record

    @property
    def former_id(self) -> str:
        """The id that the same record had before; empty where it is no other."""
        renamed = self.before and self.after and self.before.id != self.after.id
        return self.before.id if renamed and self.before else ""


class ArticleChange(NamedTuple):
    """An article that is new, gone, or has another text or other data.

    Attributes:
        before: As it was; `None` for a new one.
        after: As it is; `None` for one that is gone.
        text: Whether its text was edited, line ends aside.
        keys: What is said of it that differs.
    """

    before: Article | None
    after: Article | None
    text: bool = False
    keys: tuple[str, ...] = ()

    @property
    def article(self) -> Article:
        """The article as it is, else as it was."""
        article = self.after or self.before
        assert article is not None
        return article


class FactDiff(NamedTuple):
    """All that changed; in the order of the corpus as it is, what is gone last."""

    records: tuple[RecordChange, ...] = ()
    articles: tuple[ArticleChange, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.records or self.articles)

    @property
    def fields(self) -> Iterator[FieldChange]:
        """The changed fields of all records."""
        return (field for change in self.records for field in change.fields)


def fact_diff(before: ProofStore, after: ProofStore) -> FactDiff:
    """Compare two states of a corpus, each given by its proofs."""
    old, new = before.corpus.records, after.corpus.records
    former = former_ids(before.corpus, after.corpus)
    changes = []
    for id_, record in new.items():
        was = old.get(former.get(id_, id_))
        change = record_change(was, record, before, after)
        if change is not None:
            changes.append(change)
    renamed = set(former.values())
    for id_, record in old.items():
        if id_ not in new and id_ not in renamed:
            changes.append(RecordChange(record, None, *_differences(record, None, before, after)))
    return FactDiff(tuple(changes), tuple(_article_changes(before, after)))


def record_change(
    was: Record | None, record: Record, before: ProofStore, after: ProofStore
) -> RecordChange | None:
    """What changed of one record; `None` where nothing did."""
    if was is not None and _about(was) == _about(record):
        key = before.key(was)
        if key and key == after.key(record):
            return None
    change = RecordChange(was, record, *_differences(was, record, before, after))
    differs = change.fields or change.added_quotes or change.lost_quotes
    return change if was is None or change.former_id or differs else None


def former_ids(before: Corpus, after: Corpus) -> Mapping[str, str]:
    """Of records under a new id the one that they had."""
    by_content: dict[object, list[str]] = {}
    for id_, record in before.records.items():
        if id_ not in after.records:
            by_content.setdefault(_content(record), []).append(id_)
    former = {}
    for id_, record in after.records.items():
        if id_ in before.records:
            continue
        alike = by_content.get(_content(record), [])
        # Two records without anything of their own cannot be told apart.
        if len(alike) == 1:
            former[id_] = alike.pop()
    return former


def _content(record: Record) -> object:
    return type(record), record.title, _quotes(record)


def _quotes(record: Record | None) -> tuple[Quote, ...]:
    if record is None:
        return ()
    quotes = (Quote(item.article, item.quote) for _, item in all_evidence(record))
    return tuple(dict.fromkeys(quotes))


def _differences(
    was: Record | None, record: Record | None, before: ProofStore, after: ProofStore
) -> tuple[tuple[FieldChange, ...], tuple[Quote, ...], tuple[Quote, ...]]:
    values_before, states_before = _fields(was, before)
    values_after, states_after = _fields(record, after)
    fields = []
    for path in {**values_after, **values_before}:
        change = FieldChange(
            path,
            values_before.get(path),
            values_after.get(path),
            states_before.get(path),
            states_after.get(path),
        )
        if change.before != change.after or change.state_before != change.state_after:
            fields.append(change)
    quotes_before, quotes_after = _quotes(was), _quotes(record)
    return (
        tuple(fields),
        tuple(quote for quote in quotes_after if quote not in quotes_before),
        tuple(quote for quote in quotes_before if quote not in quotes_after),
    )


def _fields(
    record: Record | None, proofs: ProofStore
) -> tuple[dict[str, Value | None], dict[str, ProofState]]:
    """The values and the states of the fields of a record, by path."""
    if record is None:
        return {}, {}
    values: dict[str, Value | None] = dict(_about(record))
    values.update((row.path, row.value) for row in proofs.rows(record))
    return values, {field.path: field.state for field in proofs.record(record.id).fields}


def _about(record: Record) -> dict[str, Value | None]:
    """What a record says beside its fields, that whoever counts or cites it relies on."""
    about: dict[str, Value | None] = {"title": record.title}
    if isinstance(record, Deal):
        about["same-as"] = record.same_as or None
    return about


def _article_changes(before: ProofStore, after: ProofStore) -> Iterator[ArticleChange]:
    old, new = before.corpus, after.corpus
    for id_, article in new.articles.items():
        was = old.articles.get(id_)
        if was is None:
            yield ArticleChange(None, article)
            continue
        keys = tuple(key for key in _ABOUT_ARTICLES if getattr(was, key) != getattr(article, key))
        text = _edited(old.texts.get(id_), new.texts.get(id_))
        if text or keys:
            yield ArticleChange(was, article, text, keys)
    for id_, article in old.articles.items():
        if id_ not in new.articles:
            yield ArticleChange(article, None)


def _edited(before: ArticleText | None, after: ArticleText | None) -> bool:
    """Whether two texts differ in more than line ends, which git may write as the system does."""
    if before is None or after is None:
        return before is not after
    if before.digest and before.digest == after.digest:
        return False
    return before.text.splitlines() != after.text.splitlines()
