"""What was known when: Amazon and Anthropic, step by step as the articles appeared."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tui.cli import main
from tui.corpus.load import load
from tui.flows.edges import COLUMNS, edges
from tui.flows.matrix import matrix
from tui.flows.words import sum_words
from tui.model.locales import EN
from tui.proof.verify.as_of import known

CORPUS = load(Path(__file__).parents[2] / "data" / "deals.yaml").corpus


@pytest.mark.parametrize(
    ("day", "figures"),
    [
        (date(2023, 10, 31), ("$1.25 bn", "", "", "up to $4 bn", "")),
        (date(2024, 4, 30), ("$1.25 bn", "$2.75 bn", "", "up to $4 bn", "")),
        (date(2025, 7, 31), ("$1.25 bn", "$2.75 bn", "", "up to $4 bn", "1 deal, no sum")),
    ],
)
def test_the_flows_step_back_to_what_had_been_reported(day: date, figures: tuple[str, ...]) -> None:
    then = known(CORPUS, day)
    sums = matrix(edges(then.records.values(), then)).cells["amazon", "anthropic"].sums["USD"]
    assert tuple(sum_words(sums.get(at), "USD", at, EN) for at in COLUMNS) == figures


def test_the_total_of_eight_billion_is_known_from_july_2025(
    capsys: pytest.CaptureFixture[str],
) -> None:
    printed = {}
    for day in ("2024-04", "2025-07"):
        assert main(["--locale", "en", "timeline", "--known", day]) == 0
        printed[day] = capsys.readouterr().out
    assert "as known on 30 Apr 2024" in printed["2024-04"]
    assert "$8 bn" not in printed["2024-04"]
    assert "$8 bn" in printed["2025-07"]
    assert "several bn USD" in printed["2025-07"]
    assert "several bn USD" not in printed["2024-04"]


def test_a_wrong_date_or_locale_is_reported_before_anything_is_read(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for wrong in (["--known", "soon"], ["--known", "2023/.."], ["--locale", "klingon"]):
        with pytest.raises(SystemExit) as ended:
            main(["flows", *wrong])
        assert ended.value.code == 2
        assert wrong[0] in capsys.readouterr().err
