"""What the sources say on a field, in a narrow window too."""

from __future__ import annotations

import pytest
from running import SHIPPED

from tui.corpus.load import load
from tui.model.locales import EN
from tui.proof.verify.prover import Prover
from tui.screens.side.statements import CHECK_WORDS, statement_entries


@pytest.mark.parametrize("width", [64, 104])
def test_nothing_that_a_source_says_is_cut_off(width: int) -> None:
    corpus = load(SHIPPED).corpus
    prover = Prover(corpus)
    shown = 0
    for record in corpus.records.values():
        for field in prover.record(record.id).fields:
            entries = statement_entries(record, field, corpus.articles, EN, width)
            lines = ["".join(text for text, _ in entry.runs).rstrip() for entry in entries[2:]]
            assert max(map(len, lines), default=0) <= width, lines
            words = " ".join(" ".join(lines).split())
            for statement in field.statements:
                shown += 1
                assert " ".join(statement.evidence.quote.split()) in words
                assert f"{CHECK_WORDS[statement.check]} · {statement.anchor.state}" in words
                assert statement.evidence.because in words
    assert shown > 100
