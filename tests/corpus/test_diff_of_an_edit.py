"""The diff of a change, applied to the text before, gives the text afterwards."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tui.corpus.edit.file_edit import SpliceError, diff, edit_of

TEXT = "".join(f"line {number} {'abc'[number % 3]}\n" for number in range(60))
PLACES = st.lists(st.integers(0, len(TEXT)), min_size=2, max_size=10, unique=True).map(sorted)
WRITTEN = st.sampled_from(["", "x", "y\nz\n", "\nnew", "line 7 b\n"])


def applied(text: str, difference: str) -> str:
    """A text after a unified diff."""
    before, after, at = text.split("\n"), list[str](), 0
    for line in difference.split("\n")[2:]:
        head = re.match(r"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@", line)
        if head is not None:
            start = int(head[1]) - (head[2] != "0")
            after += before[at:start]
            at = start
            assert len(after) == int(head[3]) - (head[4] != "0")
        elif line.startswith("+"):
            after.append(line[1:])
        elif line:
            assert before[at] == line[1:]
            after += [before[at]] if line.startswith(" ") else []
            at += 1
    return "\n".join([*after, *before[at:]])


@given(PLACES, st.lists(WRITTEN, min_size=5, max_size=5))
def test_a_diff_is_what_the_edit_does(places: list[int], written: list[str]) -> None:
    stretches = [pair for at, pair in enumerate(pairwise(places)) if at % 2 == 0]
    changes = [(start, end, text) for (start, end), text in zip(stretches, written, strict=False)]
    try:
        edit = edit_of(TEXT, changes)
    except SpliceError:
        return
    assert applied(TEXT, diff(edit)) == edit.after_text


def test_only_the_lines_around_the_stretches_are_shown() -> None:
    edit = edit_of(TEXT, [(0, 4, "LINE"), (len(TEXT) - 9, len(TEXT) - 5, "LINE")])
    shown = diff(edit).splitlines()
    assert [line for line in shown if line.startswith("@@")] == [
        "@@ -1,4 +1,4 @@",
        "@@ -57,4 +57,4 @@",
    ]
    assert shown.count("--- deals.yaml") == 1
