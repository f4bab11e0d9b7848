"""Plain texts: hard wraps told from paragraphs, and Markdown from plain text."""

from __future__ import annotations

import textwrap

import made_documents as made
import pytest

from tui.intake.plain.markdown import read_markdown
from tui.intake.plain.wraps import unwrapped
from tui.intake.text.charset import decode
from tui.intake.text.hyphens import joined, vocabulary
from tui.intake.text.language_guess import guess_language

BODY = "\n\n".join(made.PARAGRAPHS)


@pytest.mark.parametrize("width", [50, 65, 72, 80, 100])
@pytest.mark.parametrize("indent", ["", "   "])
def test_lines_that_a_program_wrapped_are_joined(width: int, indent: str) -> None:
    wrapped = "\n\n".join(
        textwrap.fill(one, width, initial_indent=indent) for one in made.PARAGRAPHS
    )
    found = unwrapped(wrapped)
    assert [one.strip() for one in found.text.split("\n\n")] == list(made.PARAGRAPHS)
    assert found.width


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "\n".join(made.PARAGRAPHS),
        "Un vers court\nPuis un plus long vers\nEt la rime\nQui dort\nDans le port\nSans fin\n",
        "- un point de la liste\n- un autre point de la liste\n- un dernier\n",
        "2022    9,1 M€    44 M€\n2023    12,8 M€   39 M€\n2024    15,0 M€   31 M€\n",
        "Une ligne seule, sans fin",
    ],
)
def test_what_no_program_wrapped_stays_as_it_is(text: str) -> None:
    assert unwrapped(text).text == text


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("un inves-", "tissement", "un investissement"),
        ("peut-", "être", "peut-être"),
        ("vingt-", "deux", "vingt-deux"),
        ("Rhône-", "Alpes", "Rhône-Alpes"),
        ("self-", "driving cranes", "self-driving cranes"),
        ("the invest-", "ment of", "the investment of"),
        ("de 10-", "12 ans", "de 10-12 ans"),
        ("cet inves\xad", "tisseur", "cet investisseur"),
        ("un porte-", "conteneurs", "un porte-conteneurs"),
    ],
)
def test_a_hyphen_at_a_line_end_goes_unless_it_belongs_to_the_word(
    before: str, after: str, whole: str
) -> None:
    words = vocabulary("des porte-conteneurs et un investissement")
    assert joined(before, after, words | {"porte-conteneurs"}) == whole


def test_markdown_is_read_without_its_marks() -> None:
    source = (
        f"---\ntitle: {made.TITLE}\nauthor: {made.AUTHOR}\ndate: {made.DAY}\n---\n\n# Titre\n\n"
        "Le **groupe** paie [3 millions](https://a.example/x_y) d’euros\npour `Morvan`.\n\n"
        "| Année | Ventes |\n|---|---:|\n| 2023 | 12,8 M€ |\n\n* un point\n* un autre\n"
    )
    document = read_markdown(source.encode())
    assert (document.title, document.author, document.published) == (
        made.TITLE, made.AUTHOR, made.DAY,
    )  # fmt: skip
    assert "Le groupe paie 3 millions d’euros pour Morvan." in document.text
    assert "Année | Ventes\n2023 | 12,8 M€" in document.text
    assert "- un point\n- un autre" in document.text


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (BODY, "fr"), ("The company said that it will pay for the plant in the spring.", "en"),
        ("Das Unternehmen will die Fabrik in Kiel bis zum Sommer bauen und nicht im Winter.", "de"),
        ("Компания привлекла 900 миллионов рублей на строительство завода.", "ru"),
        ("海風電力は洋上風力発電所に投資すると発表した。", "ja"), ("1234 5678", ""),
    ],
)  # fmt: skip
def test_the_language_is_told_by_its_small_words(text: str, language: str) -> None:
    assert guess_language(text) == language


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "cp1252", "mac_roman"])
def test_a_text_in_french_is_read_in_the_encodings_of_three_systems(codec: str) -> None:
    assert decode(BODY.encode(codec)).text == BODY
