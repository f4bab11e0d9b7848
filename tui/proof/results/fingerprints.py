"""Names for what a proof depends on: whatever changes, the name changes.

The name of a record's proof is a digest of its values and evidence, of the texts of the articles
that it quotes and of the names of its parties. Lines and columns are left out, so that an edit
elsewhere in the file costs nothing.
"""

from __future__ import annotations

from hashlib import blake2b, sha256
from typing import TYPE_CHECKING

import msgspec

from tui.model.records import record_parties

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.model.corpus import Corpus
    from tui.model.records import FieldRow, Record


def corpus_key(digest: str, corpus: Corpus) -> str:
    """What everything that is proved in a corpus depends on.

    Args:
        digest: The digest of the corpus file.
        corpus: What has its texts.
    """
    whole = blake2b(digest.encode(), digest_size=16)
    for article, text in sorted(corpus.texts.items()):
        whole.update(f"{article} {text.digest}\n".encode())
    return whole.hexdigest()


def article_key(article_id: str, corpus: Corpus) -> str:
    """What the reading of an article depends on; empty when it has no text."""
    text = corpus.texts.get(article_id)
    if text is None:
        return ""
    digest = text.digest or sha256(text.text.encode("utf-8", "surrogatepass")).hexdigest()
    article = corpus.articles.get(article_id)
    about = f"{article.language} {article.published or ''}" if article else ""
    return f"{digest} {about}"


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
    fields = []
    for row in rows:
        evidence = []
        for item in row.evidence:
            if ":" in item.derived:
                return ""
            evidence.append(
                (
                    item.fields, article(item.article), item.quote, item.prefix, item.suffix,
                    item.stance, item.rank, item.says, item.derived, item.judged,
                )
            )  # fmt: skip
        fields.append((row.path, row.value, evidence))
    parties = [
        (party.name, party.aliases)
        for name in record_parties(record)
        if (party := corpus.parties.get(name))
    ]
    plain = msgspec.json.encode((record.id, fields, parties))
    return blake2b(plain, digest_size=16).hexdigest()
