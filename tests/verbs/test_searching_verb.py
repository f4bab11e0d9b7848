"""`dealtui search` as a table."""

from __future__ import annotations

import pytest
from running import SHIPPED

from tui.cli import main

pytestmark = pytest.mark.usefixtures("opened_before")


def test_titles_stand_below_each_other_however_wide_dates_and_figures_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["-c", str(SHIPPED), "--locale", "en", "search", "anthropic"])
    rows = capsys.readouterr().out.splitlines()
    starts = {
        row.index(title)
        for row in rows
        for title in (
            "What Anthropic raised",
            "OpenAI buys cloud",
            "Mistral raised twenty",
            "Jaan Tallinn",
        )
        if title in row
    }
    assert len(starts) == 1


def test_a_search_without_a_match_says_so_beside_the_data(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["-c", str(SHIPPED), "search", "zzqxv"]) == 1
    assert tuple(capsys.readouterr()) == ("", "dealtui search: nothing matches\n")


def test_a_search_of_no_rows_says_whether_there_are_matches(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["-c", str(SHIPPED), "search", "anthropic", "--limit", "0"]) == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("0 of ")
    assert main(["-c", str(SHIPPED), "search", "zzqxv", "--limit", "0"]) == 1


@pytest.mark.parametrize("limit", ["-3", "few"])
def test_a_limit_that_is_no_number_of_rows_is_an_error_of_usage(
    limit: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as exit_:
        main(["-c", str(SHIPPED), "search", "anthropic", "--limit", limit])
    assert exit_.value.code == 2
    assert "must be 0 or more" in capsys.readouterr().err
