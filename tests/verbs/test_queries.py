"""The query of a verb: read alike by all verbs that take one."""

from __future__ import annotations

import pytest

from tui.cli import main


@pytest.mark.parametrize("verb", ["search", "timeline", "flows"])
def test_the_case_of_a_field_makes_no_difference(
    verb: str, capsys: pytest.CaptureFixture[str]
) -> None:
    printed = []
    for query in ("proof:proved", "Proof:proved", "proof:changed"):
        main([verb, query])
        printed.append(capsys.readouterr().out)
    assert printed[0] == printed[1] != printed[2]


@pytest.mark.parametrize("verb", ["search", "timeline", "flows"])
def test_what_cannot_be_read_is_told_with_its_place_and_what_was_meant(
    verb: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main([verb, "amazon amout:>1bn"])
    told = capsys.readouterr().err
    assert told.startswith(f"dealtui {verb}: column 8: ")
    assert "did you mean amount:?" in told
