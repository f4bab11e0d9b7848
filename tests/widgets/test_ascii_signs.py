"""Signs in ASCII: every sign that can be drawn has one, and different things stay different."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color

import tui
from tui.flows.bars import BAR_SIGNS
from tui.timeline.marks.symbols import ARTICLE, FACT, STATUS_SIGNS, TOTAL, UNPUBLISHED
from tui.widgets.drawing.ascii_signs import ASCII, AsciiSigns, in_ascii
from tui.widgets.drawing.glyphs import PROOF, STANCE

HOUSE = Path(tui.__file__).parent
DRAWN = ("widgets", "screens", "timeline", "flows", "session", "commands.py", "model/format.py")
FAMILIES = {
    "proof": [look.glyph for look in PROOF.values()],
    "stances": [look.glyph for look in STANCE.values()],
    "statuses": list(STATUS_SIGNS.values()),
    "money": list(BAR_SIGNS.values()),
    "marks": [*STATUS_SIGNS.values(), FACT, TOTAL, ARTICLE, UNPUBLISHED],
}


def signs_of(module: Path) -> set[str]:
    """The characters of the strings of a module that are neither ASCII nor letters."""
    tree = ast.parse(module.read_text("utf-8"))
    expressions = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return {
        char
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if id(node) not in expressions
        for char in node.value
        if not char.isascii() and not char.isalpha() and char.isprintable()
    }


def test_every_sign_that_the_program_draws_has_one_in_ascii() -> None:
    modules = [
        module
        for name in DRAWN
        for module in ([HOUSE / name] if name.endswith(".py") else (HOUSE / name).rglob("*.py"))
        if module.name not in {"ascii_signs.py", "sign_meanings.py"}
    ]
    lacking = {char: module.name for module in modules for char in signs_of(module) - set(ASCII)}
    assert lacking == {}


def test_each_is_one_character_of_ascii_for_one_of_one_cell() -> None:
    for sign, plain in ASCII.items():
        assert plain.isascii(), sign
        assert (len(sign), len(plain), cell_len(sign)) == (1, 1, 1), sign


@pytest.mark.parametrize("family", FAMILIES)
def test_what_means_different_things_is_written_differently(family: str) -> None:
    plain = [sign.translate(str.maketrans(ASCII)) for sign in FAMILIES[family]]
    assert len(set(plain)) == len(set(FAMILIES[family])), plain


def test_at_least_is_not_written_as_more_than() -> None:
    bounds = ["≥ $3 bn", "> $3 bn", "≤ $3 bn", "< $3 bn"]
    assert [in_ascii(words) for words in bounds] == [">=$3 bn", "> $3 bn", "<=$3 bn", "< $3 bn"]


def test_lines_keep_their_width_their_styles_and_their_letters() -> None:
    segments = [Segment("│ ✓ prêt à 4 mds € → «Łódź»"), Segment("plain")]
    drawn = AsciiSigns().apply(segments, Color(0, 0, 0))
    assert [segment.text for segment in drawn] == ['| v prêt à 4 mds E > "Łódź"', "plain"]
    assert drawn[1] is segments[1]
