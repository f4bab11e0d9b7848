"""PDFs: columns, hyphens, running heads and notes put back into text whose pages are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import made_documents as made

from tui.intake.pdf.reader import read_pdf
from tui.intake.reader import Source, read_here

if TYPE_CHECKING:
    from tui.intake.document import Document

LEFT, RIGHT, TOP = 50.0, 310.0, 700.0


def read(*pages: list[made.Shown], **options: str) -> Document:
    return read_pdf(made.pdf(list(pages), **options))


def paragraphs(document: Document) -> list[str]:
    return document.text.split("\n\n")


def test_columns_are_read_one_after_the_other_however_they_were_written() -> None:
    left = made.set_lines(made.PARAGRAPHS[:2], x=LEFT, top=TOP, letters=46)
    right = made.set_lines(made.PARAGRAPHS[2:], x=RIGHT, top=TOP, letters=46)
    mixed = [line for pair in zip(left, right, strict=False) for line in pair]
    mixed += [*left[len(right) :], *right[len(left) :]]
    heading = (LEFT, 760.0, 20.0, "Le chantier Morvan lève 23 millions d’euros")
    assert paragraphs(read([heading, *mixed]))[1:] == list(made.PARAGRAPHS)


def test_words_parted_at_line_ends_are_joined_and_compounds_keep_their_hyphen() -> None:
    lines = ["Le fonds a confirmé l’inves-", "tissement, peut-", "être en vingt-", "deux ver-",
             "sements, et le porte-conte-", "neurs sera livré en Franche-", "Comté."]  # fmt: skip
    shown = [(LEFT, TOP - 12 * at, 10.0, line) for at, line in enumerate(lines)]
    text = read(shown).text
    assert "l’investissement, peut-être en vingt-deux versements" in text
    assert "porte-conteneurs sera livré en Franche-Comté." in text


def test_running_heads_and_page_numbers_are_left_out() -> None:
    pages = []
    for number, half in enumerate((made.PARAGRAPHS[:2], made.PARAGRAPHS[2:]), 1):
        head = (LEFT, 800.0, 8.0, "La Gazette des quais — édition spéciale")
        foot = (280.0, 30.0, 8.0, f"Page {number}")
        pages.append([head, *made.set_lines(half, x=LEFT, top=TOP, letters=80), foot])
    assert paragraphs(read(*pages)) == list(made.PARAGRAPHS)


def test_a_sentence_that_runs_over_a_page_is_whole_and_each_place_knows_its_page() -> None:
    lines = made.set_lines(made.PARAGRAPHS[:1], x=LEFT, top=TOP, letters=70)
    second = made.set_lines(made.PARAGRAPHS[1:], x=LEFT, top=TOP, letters=70)
    moved = [(x, TOP + 15 * at, size, text) for at, (x, _, size, text) in enumerate(lines[:1:-1])]
    document = read(lines[:2], [*moved[::-1], *[(x, y - 40, s, t) for x, y, s, t in second]])
    assert made.PARAGRAPHS[0] in document.text
    assert len(document.pages) == 2
    start = document.pages[1]
    assert document.text[:start].split()[-1] == lines[1][3].split()[-1]
    assert document.text[start:].startswith(lines[2][3].split()[0])


def test_a_note_stands_apart_from_the_sentence_that_refers_to_it() -> None:
    body = made.set_lines(made.PARAGRAPHS[:2], x=LEFT, top=TOP, letters=80)
    x, y, size, text = body[0]
    note = [(LEFT, 80.0, 8.0, "^1^ Chiffres arrondis par la rédaction.")]
    document = read([(x, y, size, text + "^1^"), *body[1:], *note])
    assert "[1] Chiffres arrondis par la rédaction." in document.text
    assert made.PARAGRAPHS[0] in document.text


def test_rows_of_a_table_are_lines_with_their_cells_apart() -> None:
    rows = [("Année", "Ventes", "Dette"), ("2022", "9,1 M€", "44 M€"), ("2023", "12,8 M€", "39 M€")]
    table = [
        (LEFT + 150.0 * column, 500.0 - 14 * row, 10.0, cell)
        for row, cells in enumerate(rows)
        for column, cell in enumerate(cells)
    ]
    text = made.set_lines(made.PARAGRAPHS[:2], x=LEFT, top=TOP, letters=80)
    assert "Année | Ventes | Dette\n2022 | 9,1 M€ | 44 M€" in read([*text, *table]).text


def test_the_title_is_the_largest_line_and_not_the_name_of_a_file() -> None:
    lines = made.set_lines(made.PARAGRAPHS, x=LEFT, top=TOP, letters=80)
    heading = (LEFT, 760.0, 20.0, "Le chantier Morvan lève 23 millions")
    document = read([heading, *lines], title="Microsoft Word - morvan_v3.docx")
    assert document.title == "Le chantier Morvan lève 23 millions"


def test_a_scan_with_a_page_of_text_says_which_pages_are_pictures() -> None:
    lines = made.set_lines(made.PARAGRAPHS, x=LEFT, top=TOP, letters=80)
    data = made.pdf([lines, []], image=True)
    document = read_here(Source(data))[0]
    assert any("page 2" in note for note in document.notes)
