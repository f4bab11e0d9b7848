"""One smallest corpus a kind of lie, and small truths: the first never proves, the second does."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tui.corpus.load import load
from tui.proof.verify.prover import Prover

if TYPE_CHECKING:
    from tui.model.proofs import ProofState

CASES = Path(__file__).with_name("cases")
LIES = sorted(case.name for case in CASES.iterdir() if case.is_dir())
PROVEN = {"proved", "moved", "derived"}
VERDICTS = """
01-line-break-hides-bound: amount unsourced
02-negation-is-not-read: amount unclear
03-article-date-beside-another-date: date unsourced
04-formula-proves-itself: amount unsourced
05-moved-though-modality-changed: amount changed, status changed
06-word-between-bound-and-figure: amount unsourced
07-bound-behind-not-adjacent: amount unsourced
08-going-up-to: amount unsourced
09-roles-are-not-read: payer judged, payee contradicted
10-party-list-partly-absent: parties unsourced
11-party-of-the-quote-not-of-the-article: payee changed
12-old-value: amount unclear
13-difference-per-share-per-year: amount unclear
14-dollars-of-an-unknown-country: amount unsourced
15-elision-over-another-deal: amount changed
16-future-month-read-as-past: due contradicted
17-bounded-date: date contradicted
18-soft-hyphen-hides-bound: amount contradicted
19-swapped-with-an-apposition: payer changed, payee changed
20-any-sign-proves-a-status: status unsourced
21-currency-changed-still-moved: amount changed
22-name-in-another-name: payee unsourced
"""
TRUTHS = [
    line.split("\t")
    for line in (CASES / "truths.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def states(folder: Path) -> dict[str, ProofState]:
    """The states of the fields of record `r` that its evidence speaks for."""
    loaded = load(folder / "deals.yaml")
    record = loaded.corpus.records["r"]
    spoken = {field for item in record.evidence for field in item.fields}
    proof = Prover(loaded.corpus).record("r")
    return {field.path: field.state for field in proof.fields if field.path in spoken}


@pytest.mark.parametrize("name", LIES)
def test_a_lie_is_not_proved(name: str) -> None:
    found = states(CASES / name)
    assert found
    assert not PROVEN & set(found.values()), found
    verdict = ", ".join(f"{field} {state}" for field, state in found.items())
    assert f"{name}: {verdict}" in VERDICTS.splitlines()


@pytest.mark.parametrize("row", TRUTHS, ids=lambda row: row[1][:50])
def test_a_truth_is_proved(row: list[str], tmp_path: Path) -> None:
    language, sentence, quote, recorded = row
    published = re.search(r"\(article of ([\d-]+)\)", sentence)
    sentence = re.sub(r"\s*\(article of [\d-]+\)", "", sentence).replace("⏎", "\n")
    field, value = recorded.split(" ", 1)
    section = "facts" if field == "value" else "deals"
    about = "party: kestrel\n    kind: stake" if section == "facts" else "note: a case"
    (tmp_path / "a.txt").write_text(f"Morning briefing\n\n{sentence}\n", "utf-8")
    (tmp_path / "deals.yaml").write_text(
        f"""version: 1
articles_dir: .
parties: {{nordwind: {{name: Nordwind}}, kestrel: {{name: Kestrel}}, circ: {{name: Circ}}}}
articles:
  a: {{file: a.txt, published: {published[1] if published else "2024-03-12"}, language: {language}}}
{section}:
  - id: r
    title: Case
    {about}
    {field}: {value}
    evidence:
      - {{for: [{field}], article: a, quote: "{quote}"}}
""",
        "utf-8",
    )
    found = states(tmp_path)
    assert found
    assert set(found.values()) <= PROVEN, found
