"""Sentences with what somebody recorded of them, read from the text files of this folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from tui.corpus.load import read_corpus_bytes
from tui.model.corpus import ArticleText, Corpus
from tui.proof.verify.prover import Prover

FOLDER = Path(__file__).parent
_PARTIES = {
    name.lower(): {"name": name} for name in ("Nordwind", "Kestrel", "Halden", "Brava", "Circ")
}
_FACTS = {"value", "party", "holder"}


class Sentence(NamedTuple):
    """One line of a file: a text, the quoted words, and the record that they are evidence of."""

    kind: str
    language: str
    text: str
    quote: str
    fields: dict[str, Any]

    @property
    def field(self) -> str:
        """The field that the quote is evidence for."""
        return next(iter(self.fields))

    def __str__(self) -> str:
        return f"{self.kind}: {self.text.strip()}"


def read(name: str) -> list[Sentence]:
    """The sentences of a file."""
    found = []
    for line in (FOLDER / name).read_text("utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        kind, language, text, fields, *quote = (part.strip() for part in line.split(" | "))
        text = text.replace("⏎", "\n")
        quoted = quote[0] if quote else text.partition("[[")[2].partition("]]")[0]
        found.append(
            Sentence(
                kind,
                language,
                text.replace("[[", "").replace("]]", ""),
                quoted,
                yaml.load("{" + fields + "}", yaml.CBaseLoader),
            )
        )
    return found


def corpus(sentence: Sentence, text: str | None = None) -> Corpus:
    """A corpus of one article with one record `r`."""
    fields = dict(sentence.fields)
    evidence = {"for": sentence.field, "article": "a", "quote": sentence.quote}
    for name in ("derived", "judged"):
        if name in fields:
            evidence[name] = fields.pop(name)
    published = fields.pop("published", "2024-03-12")
    section = fields.pop("in", "facts" if sentence.field in _FACTS else "deals")
    if section == "facts":
        fields.setdefault("kind", "other")
    record = {"id": "r", "title": "Case", **fields, "evidence": [evidence]}
    article = {"file": "a.txt", "language": sentence.language, "published": published}
    whole = {
        "version": 1, "articles_dir": ".", "parties": _PARTIES, "articles": {"a": article},
        section: [record],
    }  # fmt: skip
    source = json.dumps(whole, ensure_ascii=False).encode()  # Which is YAML.
    loaded = read_corpus_bytes(source, Path("deals.yaml"))
    assert "r" in loaded.corpus.records, (sentence, loaded.problems)
    body = text if text is not None else f"Morning briefing.\n\n{sentence.text}\n"
    return Corpus(
        loaded.corpus.parties, loaded.corpus.articles, loaded.corpus.records,
        {"a": ArticleText(body)},
    )  # fmt: skip


def proved(sentence: Sentence, text: str | None = None) -> tuple[str, str]:
    """The state of the field, and why."""
    proof = Prover(corpus(sentence, text)).record("r")
    field = next(field for field in proof.fields if field.path == sentence.field)
    return field.state, field.detail
