"""Every sign that the screen can draw is explained: those in code, and those in pictures."""

from __future__ import annotations

import ast
import unicodedata
from itertools import chain
from typing import TYPE_CHECKING

import pytest

from tests.running import ROOT
from tui.commands import COMMANDS
from tui.timeline.marks.symbols import ARTICLE, FACT, STATUS_SIGNS, TOTAL, UNPUBLISHED
from tui.widgets.drawing.glyphs import PENDING, PROOF, STANCE
from tui.widgets.drawing.palette import STYLES
from tui.widgets.drawing.sign_meanings import SIGN_MEANINGS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DRAWING = ("widgets", "screens", "timeline", "flows", "app.py", "commands.py")
"""What decides what stands on the screen, beside the texts of the corpus."""
ALSO = ("model/format.py", "model/headline.py", "model/locales.py", "model/safe_text.py")
NOT_DRAWN = ("flows/spark.py", "widgets/drawing/ascii_signs.py")
"""Lines that the verb `party` prints, and a table of what is replaced."""
PUNCTUATION = frozenset("’‘“”«»–—¿¡„")
"""Part of words and sentences, and no signs."""


def explained() -> set[str]:
    """All signs that have a meaning."""
    meanings = chain.from_iterable(SIGN_MEANINGS.values())
    return set(chain.from_iterable(meaning.signs for meaning in meanings)) - {" "}


def is_sign(char: str) -> bool:
    """Whether a character is no letter of a language, currency or mark of punctuation."""
    if char.isascii() or char in PUNCTUATION or unicodedata.category(char) == "Sc":
        return False
    letters = unicodedata.name(char, "").split()
    if unicodedata.category(char)[0] in "LMNZC":
        return letters[:1] == ["GREEK"]
    return True


def signs_in_code(path: Path) -> Iterator[str]:
    """The signs in the strings of a module, those of its documentation left out."""
    tree = ast.parse(path.read_text("utf-8"))
    documentation = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)
    }  # fmt: skip
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in documentation
        ):
            yield from filter(is_sign, node.value)


def modules() -> list[Path]:
    paths = [ROOT / "tui" / name for name in (*DRAWING, *ALSO)]
    found = (one for path in paths for one in ([path] if path.is_file() else path.rglob("*.py")))
    return sorted(set(found) - {ROOT / "tui" / name for name in NOT_DRAWN})


def test_every_sign_that_a_module_draws_is_explained() -> None:
    known = explained()
    drawn = [(str(module), sign) for module in modules() for sign in signs_in_code(module)]
    assert [(module, sign) for module, sign in drawn if sign not in known] == []


def test_every_sign_of_a_screen_is_explained() -> None:
    pictures = list((ROOT / "tests/screens/golden").glob("*.txt"))
    assert pictures
    known = explained()
    drawn = [
        (picture.stem, sign)
        for picture in pictures
        for sign in set(filter(is_sign, picture.read_text("utf-8")))
    ]
    assert [(name, sign) for name, sign in drawn if sign not in known] == []


def test_what_is_explained_is_drawn_somewhere() -> None:
    drawn = set(chain.from_iterable(map(signs_in_code, modules())))
    for picture in (ROOT / "tests/screens/golden").glob("*.txt"):
        drawn |= set(picture.read_text("utf-8"))
    # Pictures of control characters are made of their numbers; frames are Textual's.
    drawn |= set("␛␤␡")
    assert {sign for sign in explained() if not sign.isascii()} - drawn == set()


@pytest.mark.parametrize(
    "sign",
    [
        *(look.glyph for look in (*PROOF.values(), *STANCE.values(), PENDING)),
        *STATUS_SIGNS.values(), FACT, TOTAL, ARTICLE, UNPUBLISHED, "*", "!", "~", "+", "^",
    ],
)  # fmt: skip
def test_signs_of_the_tables_and_those_of_a_keyboard_are_explained(sign: str) -> None:
    assert sign in explained()


def test_a_state_is_explained_under_the_word_that_stands_beside_its_sign() -> None:
    words = [meaning.words for meaning in SIGN_MEANINGS["How far it is proved"]]
    for look in PROOF.values():
        assert any(line.lower().startswith(look.word) for line in words)


def test_a_meaning_is_one_sentence_in_a_style_that_there_is() -> None:
    for meaning in chain.from_iterable(SIGN_MEANINGS.values()):
        assert meaning.words.endswith(".")
        assert ". " not in meaning.words
        assert set(meaning.style.split()) <= STYLES.keys()


def test_keys_are_written_with_signs_that_are_explained() -> None:
    for command in COMMANDS:
        assert set(filter(is_sign, command.shown)) <= explained()
