"""Which line breaks are spaces, and which end a paragraph."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.proof.quotes.prose import Prose, paragraph_around


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("paid up to\nfour million", "paid up to four million"),
        ("paid $7\nmillion for it", "paid $7 million for it"),
        ("paid up to\nUS$7 million", "paid up to US$7 million"),
        ("paid 12\n500 euros", "paid 12 500 euros"),
        ("It is paid.\n\nIt is done.", "It is paid.\nIt is done."),
        ("It is paid.\n    Then it was done.", "It is paid.\nThen it was done."),
        ("News\nNordwind pays Kestrel a sum.", "News\nNordwind pays Kestrel a sum."),
        ("- first\n- Second", "- first\n- Second"),
        ("Revenue  245  300\nCosts  120  130", "Revenue 245 300\nCosts 120 130"),
        ("245\t300", "245\t300"),
        ("paid 7\tmillion", "paid 7 million"),
        ("3.5 mil-\nlion euros", "3.5 million euros"),
        ("vingt-\nquatre euros", "vingt-quatre euros"),
        ("mil\u00adlion", "million"),
        ("a \u200b b", "a b"),
        ("un cafe\u0301\ntombe", "un caf\u00e9 tombe"),
    ],
)  # fmt: skip
def test_a_text_is_read_as_its_sentences_run_on(text: str, read: str) -> None:
    assert Prose(text).text == read


def test_lines_wrapped_at_one_width_are_one_paragraph() -> None:
    text = (
        "The yard that Nordwind bought from the county council of Skagen and\n"
        "Halden last year will be closed, the mayor said on Monday, and the\n"
        "Kestrel fund will pay for it."
    )
    assert "\n" not in Prose(text).text


@given(st.text("ab1 \n\r\t\u00ad\u200b\u2028-.A$\u0301\u00e9", max_size=40))
def test_every_place_leads_back_to_the_text(text: str) -> None:
    prose = Prose(text)
    last = 0
    for at in range(len(prose.text)):
        start, end = prose.origin(at, at + 1)
        assert last <= start <= end <= len(text)
        if prose.text[at].isalnum() and text[start:end].isascii():
            assert prose.text[at] in text[start:end]
        last = start


@given(st.text("ab1 \n\r\t.A$", max_size=40), st.data())
def test_the_paragraph_of_a_part_holds_it(text: str, data: st.DataObject) -> None:
    words = [at for at, sign in enumerate(text) if sign.isalnum()]
    if not words:
        return
    at = data.draw(st.sampled_from(words))
    start, end = paragraph_around(text, at, at + 1)
    assert start <= at < end
