"""What a change would do to a record is found out from the record alone, also in a large file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.corpus.load import load
from tui.session import change_check
from tui.session.change_check import changed_record

if TYPE_CHECKING:
    from pathlib import Path

HEAD = """version: 1
articles_dir: .
parties:
  kestrel: {name: Kestrel}
  larkspur: {name: Larkspur}
  bramble: {name: Bramble}
  oden: {name: Oden}
articles:
  press: {file: press.txt, published: 2025-03-10, language: en}
  other: {file: press.txt, published: 2025-03-10, language: en}
  third: {file: press.txt, published: 2025-03-10, language: en}
  fourth: {file: press.txt, published: 2025-03-10, language: en}
deals:
"""
DEAL = """  - id: deal-{at}
    title: Deal {at}
    payer: {payer}
    payee: larkspur
    amount: 2 bn USD
    evidence:
      - {{for: [amount, payer], article: press, quote: 2 billion dollars}}
"""


@pytest.mark.parametrize("large", [False, True], ids=["whole", "record alone"])
@pytest.mark.parametrize(
    ("payer", "state", "codes"),
    [("kestrel", "proved", set()), ("bramble", "unsourced", set()),
     ("nobody", "unclear", {"unknown-party"})],
)  # fmt: skip
def test_a_changed_record_is_read_and_proved_with_all_that_it_refers_to(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    payer: str,
    state: str,
    codes: set[str],
    *,
    large: bool,
) -> None:
    (tmp_path / "press.txt").write_text("Kestrel paid 2 billion dollars to Larkspur.\n", "utf-8")
    deals = [DEAL.format(at=at, payer="kestrel") for at in range(9)]
    path = tmp_path / "deals.yaml"
    path.write_text(HEAD + "".join(deals), "utf-8")
    if large:
        monkeypatch.setattr(change_check, "_LARGE", 10)
    deals[4] = DEAL.format(at=4, payer=payer)
    changed = changed_record(load(path), HEAD + "".join(deals), "deal-4")
    assert changed is not None
    states = {field.path: field.state for field in changed.proof.fields}
    assert states["amount"] == "proved"
    assert {problem.code for problem in changed.problems} == codes
    if not codes:
        assert states["payer"] == state
    assert changed_record(load(path), HEAD, "deal-4") is None
