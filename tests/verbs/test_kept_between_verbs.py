"""What one command found out, the next one uses, whatever either is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from running import shipped_copy

from tui.cli import main
from tui.proof.verify.prover import Prover

if TYPE_CHECKING:
    from pathlib import Path

    from tui.model.proofs import RecordProof

PROVING = {
    "check": ["check"],
    "search": ["search", "proof:disputed"],
    "sorted search": ["search", "amazon sort:proof"],
    "evidence": ["export", "evidence"],
    "timeline": ["timeline", "proof:proved"],
    "flows": ["flows", "proof:proved"],
    "party": ["party", "Anthropic"],
}
"""Commands that need proofs."""


@pytest.fixture
def corpus(tmp_path: Path, own_folders: None) -> Path:
    return shipped_copy(tmp_path)


@pytest.fixture
def proved(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The records that are proved, in their order."""
    found: list[str] = []
    prove = Prover.record

    def record(self: Prover, record_id: str) -> RecordProof:
        found.append(record_id)
        return prove(self, record_id)

    monkeypatch.setattr(Prover, "record", record)
    return found


def told(
    corpus: Path, arguments: list[str], capsys: pytest.CaptureFixture[str], *before: str
) -> tuple[int, str]:
    code = main(["-c", str(corpus), *before, *arguments])
    return code, capsys.readouterr().out


@pytest.mark.parametrize("name", PROVING)
def test_a_command_repeated_proves_nothing_and_says_the_same(
    name: str, corpus: Path, proved: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    fresh = told(corpus, PROVING[name], capsys, "--no-cache")
    assert proved
    first = told(corpus, PROVING[name], capsys)
    proved.clear()
    again = told(corpus, PROVING[name], capsys)
    assert not proved
    assert fresh == first == again


def test_every_command_uses_what_check_has_proved(
    corpus: Path, proved: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    fresh = {name: told(corpus, PROVING[name], capsys, "--no-cache") for name in PROVING}
    told(corpus, ["check"], capsys)
    proved.clear()
    assert {name: told(corpus, PROVING[name], capsys) for name in PROVING} == fresh
    assert not proved


def test_a_command_that_needs_no_proof_proves_nothing(
    corpus: Path, proved: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    for arguments in (["search", "proof or disputed"], ["timeline"], ["export", "articles"]):
        told(corpus, arguments, capsys)
    assert not proved


def test_an_edit_between_two_commands_is_proved_and_nothing_else(
    corpus: Path, proved: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    told(corpus, ["check"], capsys)
    source = corpus.read_text("utf-8")
    corpus.write_text(source.replace("amount: up to 4 bn USD", "amount: 9 bn USD", 1), "utf-8")
    proved.clear()
    _, out = told(corpus, ["search", "proof:contradicted", "--format", "ids"], capsys)
    assert "amazon-anthropic-2023" in out.split()
    assert proved == ["amazon-anthropic-2023"]
