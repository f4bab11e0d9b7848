"""`dealtui search` as a table."""

from __future__ import annotations

import pytest
from running import SHIPPED

from tui.cli import main

pytestmark = pytest.mark.usefixtures("own_folders")


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
