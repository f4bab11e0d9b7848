"""Documents of word processors: the text as it stands with all changes accepted, and its notes."""

from __future__ import annotations

import made_documents as made

from tui.intake.office.opendocument import read_opendocument
from tui.intake.office.rich_text import read_rich_text
from tui.intake.office.word import read_word


def test_tracked_insertions_are_text_and_deletions_are_not() -> None:
    body = (
        f"<w:p>{made.run('Le groupe paie ')}<w:del><w:r><w:delText>77 millions</w:delText></w:r>"
        f"</w:del><w:ins>{made.run('3 millions')}</w:ins>{made.run(' d’euros.')}</w:p>"
    )
    document = read_word(made.word(body))
    assert "Le groupe paie 3 millions d’euros." in document.text
    assert "77" not in document.text
    assert any("1 insertions, 1 deletions" in note for note in document.notes)


def test_footnotes_stand_at_the_end_under_their_numbers() -> None:
    body = f"<w:p>{made.run('Un chiffre.')}<w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
    note = f"<w:footnote w:id='2'><w:p>{made.run('Selon la société.')}</w:p></w:footnote>"
    assert "Un chiffre. [1]\n\n[1] Selon la société." in read_word(made.word(body, note)).text


def test_a_text_box_is_read_once_and_a_table_is_lines() -> None:
    box = f"<w:txbxContent><w:p>{made.run('Dans un cadre.')}</w:p></w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    cells = "".join(f"<w:tc><w:p>{made.run(one)}</w:p></w:tc>" for one in ("2023", "12,8 M€"))
    body = (
        f"<w:p><mc:AlternateContent {mc}><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}"
        f"</mc:Fallback></mc:AlternateContent>{made.run('Un texte.')}</w:p>"
        f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    )
    text = read_word(made.word(body)).text
    assert text.count("Dans un cadre.") == 1
    assert "2023 | 12,8 M€" in text


def test_words_in_many_runs_are_one_word() -> None:
    body = f"<w:p>{made.run('3 mil')}{made.run('li')}{made.run('ons d’euros')}</w:p>"
    assert "3 millions d’euros" in read_word(made.word(body)).text


def test_an_opendocument_leaves_out_what_was_deleted_and_keeps_its_notes() -> None:
    changes = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>77 millions</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
    )
    body = (
        "<text:p>Le groupe<text:s text:c='2'/>paie 3<text:note><text:note-citation>1"
        "</text:note-citation><text:note-body><text:p>Selon lui.</text:p></text:note-body>"
        "</text:note> millions.</text:p><text:list><text:list-item><text:p>Un point.</text:p>"
        "</text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>2023"
        "</text:p></table:table-cell><table:table-cell><text:p>12,8 M€</text:p></table:table-cell>"
        "</table:table-row></table:table>"
    )
    text = read_opendocument(made.opendocument(body, changes)).text
    assert "77" not in text
    assert "Le groupe paie 3 [1] millions.\n\n- Un point.\n\n2023 | 12,8 M€" in text
    assert text.endswith("[1] Selon lui.")


def test_rich_text_is_read_by_its_code_page_its_notes_and_its_tables() -> None:
    extra = (
        "\\par Prix\\~: 3\\'a0000\\'80 en ao\\'fbt.{\\footnote\\pard Selon la soci\\'e9t\\'e9.}"
        "\\par\\trowd\\intbl 2023\\cell 12,8 M\\'80\\cell\\row\\pard Fin."
    )
    text = read_rich_text(made.rich_text(extra)).text
    assert "Prix\xa0: 3\xa0000€ en août. [1]" in text
    assert "2023 | 12,8 M€" in text
    assert text.endswith("[1] Selon la société.")


def test_the_author_and_the_day_of_a_file_are_taken_where_its_text_says_neither() -> None:
    document = read_rich_text(made.rich_text())
    assert (document.author, document.published) == (made.AUTHOR, made.DAY)
    assert any("dated by the file" in note for note in document.notes)
    assert read_word(made.word()).author == made.AUTHOR
