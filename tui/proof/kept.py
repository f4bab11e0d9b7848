"""Proofs as plain values, named after all that they depend on, so that they can be stored.

A name is a digest of the record's values and evidence, of the texts of the articles that it quotes
and of the names of its parties: whatever changes, the name changes. Lines and columns are left
out, so that an edit elsewhere in the file costs nothing.
"""

from __future__ import annotations

from hashlib import blake2b, sha256
from typing import TYPE_CHECKING, Any

import msgspec

from tui import __version__
from tui.model.mentions import Mention
from tui.model.proofs import Anchor, FieldProof, RecordProof, Statement
from tui.model.records import record_parties

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.model.corpus import Corpus
    from tui.model.records import FieldRow, Record

_DAMAGED = (msgspec.ValidationError, TypeError, ValueError, KeyError, IndexError)
_FROM_NOTHING, _FROM_RECORD, _FROM_SOURCE = 0, 1, 2


def article_key(article_id: str, corpus: Corpus) -> str:
    """What the reading of an article depends on; empty when it has no text."""
    text = corpus.texts.get(article_id)
    if text is None:
        return ""
    digest = text.digest or sha256(text.text.encode("utf-8", "surrogatepass")).hexdigest()
    article = corpus.articles.get(article_id)
    about = f"{article.language} {article.published or ''}" if article else ""
    return f"{digest} {about} {__version__}"


def record_key(
    rows: Sequence[FieldRow], record: Record, corpus: Corpus, article: Callable[[str], str]
) -> str:
    """What the proof of a record depends on; empty where that is not the record alone.

    Args:
        rows: Its fields.
        record: The record.
        corpus: What has its parties.
        article: Gives the key of an article.
    """
    told = []
    for row in rows:
        said = []
        for item in row.evidence:
            if ":" in item.derived:
                return ""
            said.append(
                (
                    item.fields, article(item.article), item.quote, item.prefix, item.suffix,
                    item.stance, item.rank, item.says, item.derived,
                )
            )  # fmt: skip
        told.append((row.path, row.value, said))
    parties = [
        (party.name, party.aliases)
        for name in record_parties(record)
        if (party := corpus.parties.get(name))
    ]
    plain = msgspec.json.encode((__version__, record.id, told, parties))
    return blake2b(plain, digest_size=16).hexdigest()


def pack_proof(proof: RecordProof, rows: Sequence[FieldRow]) -> list[Any]:
    """A proof as lists of plain values; evidence and values stay with the record."""
    return [
        proof.state,
        [
            [field.state, field.detail, [_pack(one, row.value) for one in field.statements]]
            for field, row in zip(proof.fields, rows, strict=True)
        ],
    ]  # fmt: skip


def _pack(statement: Statement, recorded: object) -> list[Any]:
    anchor = statement.anchor
    if statement.value is None:
        origin = _FROM_NOTHING
    else:
        origin = _FROM_RECORD if statement.value is recorded else _FROM_SOURCE
    return [
        anchor.state, anchor.start, anchor.end, anchor.detail,
        statement.check, origin, statement.detail,
    ]  # fmt: skip


def unpack_proof(packed: Any, record_id: str, rows: Sequence[FieldRow]) -> RecordProof | None:
    """The proof again; `None` when the stored form is damaged."""
    try:
        state, packed_fields = packed
        fields = []
        for row, (field_state, detail, said) in zip(rows, packed_fields, strict=True):
            statements = []
            for evidence, one in zip(row.evidence, said, strict=True):
                anchored, start, end, where, check, origin, why = one
                values = (None, row.value, evidence.says)
                anchor = Anchor(anchored, start, end, where)
                statements.append(Statement(row.path, evidence, anchor, check, values[origin], why))
            fields.append(FieldProof(row.path, field_state, tuple(statements), detail))
        return RecordProof(record_id, state, tuple(fields))
    except _DAMAGED:
        return None


def pack_mentions(mentions: list[Mention]) -> Any:
    """Mentions as plain values."""
    return msgspec.to_builtins(mentions)


def unpack_mentions(packed: Any) -> list[Mention] | None:
    """The mentions again; `None` when the stored form is damaged."""
    try:
        return msgspec.convert(packed, list[Mention])
    except _DAMAGED:
        return None
