"""A text that was typed anew becomes the smallest edit of the file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.corpus.edit.changes.whole_text import RewriteText
from tui.corpus.edit.file_edit import SpliceError
from tui.corpus.edit.proposals import Refusal, propose


@given(st.text("ab\n", max_size=12), st.text("ab\n", max_size=12))
def test_what_was_typed_is_what_stands_in_the_file_afterwards(before: str, after: str) -> None:
    edit = propose(before, RewriteText(before, after))
    if before == after:
        assert isinstance(edit, Refusal)
    else:
        assert not isinstance(edit, Refusal)
        assert edit.after_text == after


def test_only_what_differs_is_replaced() -> None:
    edit = RewriteText("a: 1\nb: 2\nc: 3\n", "a: 1\nb: 25\nc: 3\n").edit("a: 1\nb: 2\nc: 3\n")
    assert edit.replacement == "5"


def test_a_file_that_changed_meanwhile_is_left_as_it_is() -> None:
    with pytest.raises(SpliceError, match="changed meanwhile"):
        RewriteText("a: 1\n", "a: 2\n").edit("a: 3\n")
