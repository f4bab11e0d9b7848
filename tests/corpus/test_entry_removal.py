"""A key whose text becomes empty goes away, and nothing with it."""

from __future__ import annotations

import pytest

from tui.corpus.edit.splice import replace_scalars

HEAD = "version: 1\ndeals:\n  - id: d\n    title: D\n    evidence:\n"
FLOW = (
    HEAD
    + '      - {for: amount, article: a, quote: "q", prefix: "p", suffix: s, stance: mentions}\n'
)
BLOCK = (
    HEAD
    + """\
      - for: amount
        article: a
        quote: "q"   # as printed
        prefix: >-
          p
          q
        suffix: 's'
    note: n
"""
)
EDGE = HEAD + '      - {for: amount, article: a, quote: "q",\n         prefix: "p"}\n'
CASES = {
    "in braces": (FLOW, FLOW.replace(', prefix: "p", suffix: s', "")),
    "on lines of their own": (
        BLOCK,
        BLOCK.replace("        prefix: >-\n          p\n          q\n        suffix: 's'\n", ""),
    ),
    "last, after a line break": (EDGE, EDGE.replace(',\n         prefix: "p"', "")),
}
COMMENTED = {
    "beside a comment": HEAD + "      - for: amount\n        quote: q\n        prefix: p  # why\n",
    "after a comment": HEAD + "      - {for: amount, quote: q,  # why\n         prefix: p}\n",
    "first": HEAD + "      - prefix: p\n        for: amount\n        quote: q\n",
}


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_context_is_taken_away_with_its_comma_or_its_line(name: str, end: str) -> None:
    before, after = (text.replace("\n", end) for text in CASES[name])
    keys = [key for key in ("prefix", "suffix") if key in before]
    edit = replace_scalars(before, 6, 9, dict.fromkeys(keys, ""))
    assert edit.after_text == after


@pytest.mark.parametrize("name", COMMENTED)
def test_where_a_comment_would_go_too_the_key_stays_without_a_text(name: str) -> None:
    before = COMMENTED[name]
    edit = replace_scalars(before, 6, 9, {"prefix": ""})
    assert edit.after_text == before.replace("prefix: p", 'prefix: ""')
