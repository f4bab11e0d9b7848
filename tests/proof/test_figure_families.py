"""Families of sentences, one for each kind of figure that is easily misread.

Each line of `press/families.tsv` and `press/cases.tsv` is a language, a sentence (`⏎` is a line
break, `⇥` a tab) and what is read in it: `kind value|min..|..max currency`, `>` and `<` exclusive
bounds, `~` about, `-` nothing.
"""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tui.proof.extract import find_mentions

if TYPE_CHECKING:
    from tui.model.mentions import Mention

PRESS = Path(__file__).with_name("press")
KINDS = ("money", "percent", "fraction")


def _rows() -> list[tuple[str, str, str]]:
    rows = []
    for name in ("families.tsv", "cases.tsv"):
        for line in (PRESS / name).read_text("utf-8").splitlines():
            if line and not line.startswith("#"):
                language, sentence, figures = line.split("\t")
                rows.append((language, sentence.replace("⏎", "\n").replace("⇥", "\t"), figures))
    return rows


def shown(mention: Mention) -> str:
    """A figure as the tables write it."""
    quantity = mention.quantity
    assert quantity is not None
    if quantity.value is not None:
        number = format(quantity.value, "f")
    elif quantity.exclusive_minimum is not None:
        number = f">{quantity.exclusive_minimum:f}"
    elif quantity.exclusive_maximum is not None:
        number = f"<{quantity.exclusive_maximum:f}"
    else:
        low, high = (
            "" if bound is None else format(bound, "f")
            for bound in (quantity.minimum, quantity.maximum)
        )
        number = f"{low}..{high}"
    about = "~" if quantity.approximate else ""
    unit = quantity.unit if mention.kind == "money" else ""
    return f"{mention.kind} {about}{number} {unit}".strip()


def _read(sentence: str, language: str) -> str:
    found = find_mentions(sentence, language=language)
    return "; ".join(shown(one) for one in found if one.kind in KINDS) or "-"


@pytest.mark.parametrize(("language", "sentence", "figures"), _rows())
def test_a_sentence_of_each_family_is_read_as_it_says(
    language: str, sentence: str, figures: str
) -> None:
    assert _read(sentence, language) == figures


@pytest.mark.parametrize("width", [24, 40, 72])
def test_lines_broken_anywhere_change_no_figure(width: int) -> None:
    for language, sentence, figures in _rows():
        if "\n\n" in sentence:
            continue
        wrapped = textwrap.fill(
            sentence, width, break_long_words=False, break_on_hyphens=False,
            replace_whitespace=False, drop_whitespace=True,
        )  # fmt: skip
        assert _read(wrapped, language) == figures, wrapped


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\x85"])
def test_every_kind_of_line_end_is_a_line_end(end: str) -> None:
    text = f"Nordwind will pay Kestrel up to{end}4 billion dollars.{end}{end}Kestrel pays $3."
    found = find_mentions(text, language="en")
    assert [shown(one) for one in found] == ["money ..4000000000 USD", "money 3 USD"]


@pytest.mark.parametrize("sign", ["\u00ad", "\u200b", "\u2060", "\ufeff"])
def test_a_sign_that_nobody_sees_is_nothing(sign: str) -> None:
    text = f"Nordwind will pay more t{sign}han 4 bil{sign}lion dol{sign}lars."
    (mention,) = find_mentions(text, language="en")
    assert shown(mention) == "money >4000000000 USD"
    assert mention.text == text[mention.start : mention.end]


def test_the_place_of_a_figure_is_that_in_the_text_as_it_is() -> None:
    text = "Nordwind\r\nwill pay  Kestrel up\r\nto 4\u00a0bil\u00adlion\r\ndollars."
    (mention,) = find_mentions(text, language="en")
    assert mention.text == "up\r\nto 4\u00a0bil\u00adlion\r\ndollars"
    assert text[mention.start : mention.end] == mention.text
