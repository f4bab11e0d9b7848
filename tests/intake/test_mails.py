"""Mails: their readable part, decoded, without quotations and signatures."""

from __future__ import annotations

import made_documents as made
import pytest

from tui.intake.document import Document, IntakeError
from tui.intake.mail.message import read_mail, read_mailbox

BODY = "\n\n".join(made.PARAGRAPHS)
QUOTED = "On parle de 150 millions, tu confirmes ?"


def read(body: str, **options: str) -> Document:
    return read_mail(made.mail(body=body, **options))


def test_a_figure_is_not_cut_by_the_encoding_of_the_mail() -> None:
    long = "Le groupe a payé, selon nos informations, exactement 9,1 millions d’euros à son rival."
    assert long in read(long).text


@pytest.mark.parametrize(
    "thread",
    [
        f"Le mer. 27 mars 2024 à 09:12, Rédaction <r@x.example> a écrit :\n\n> {QUOTED}\n> R.",
        f"On Wed, 27 Mar 2024 at 09:12, Desk <r@x.example> wrote:\n\n{QUOTED}",
        f"-----Message d'origine-----\nDe : Rédaction\nObjet : Morvan\n\n{QUOTED}",
        "________________________________\nDe : Rédaction <r@x.example>\nEnvoyé : mercredi 27 mars "
        f"2024\nÀ : S. Marchetti\nObjet : Morvan\n\n{QUOTED}",
        f"Am 27.03.2024 um 09:12 schrieb Redaktion:\n> {QUOTED}",
    ],
)
def test_a_quoted_thread_is_left_out_and_noted(thread: str) -> None:
    document = read(f"{BODY}\n\n{thread}\n")
    assert document.text == BODY
    assert any("quoted thread" in note for note in document.notes)


def test_headers_in_an_answer_are_those_of_what_it_answers_however_short_it_is() -> None:
    thread = f"De : Rédaction\nEnvoyé : mercredi 27 mars 2024\nObjet : Morvan\n\n{QUOTED}"
    assert read(f"Oui.\n\n{thread}\n", subject="RE: Morvan").text == "Oui."
    assert QUOTED in read(f"Pour info.\n\n{thread}\n", subject="TR: Morvan").text


def test_answers_between_the_lines_of_a_quotation_stay() -> None:
    body = f"> {QUOTED}\n\nOui, 150.\n\n> Et quand ?\n\nEn mars."
    assert read(body).text == "Oui, 150.\n\nEn mars."


def test_a_mail_that_only_quotes_keeps_its_quotation() -> None:
    document = read(f"> {QUOTED}\n> R.\n")
    assert document.text == f"{QUOTED}\nR."
    assert any("only what it quotes" in note for note in document.notes)


def test_quotation_and_signature_in_html_are_left_out() -> None:
    html = (
        f"<div>{made.PARAGRAPHS[0]}</div><div class='gmail_signature'>S. Marchetti<br>06 00</div>"
        f"<div class='gmail_quote'><blockquote>{QUOTED}<br>R.</blockquote></div>"
    )
    data = made.mail(kind="html").partition(b"\r\n\r\n")[0] + b"\r\n\r\n" + html.encode()
    document = read_mail(data.replace(b"quoted-printable", b"8bit"))
    assert document.text == made.PARAGRAPHS[0]
    assert any("S. Marchetti" in note for note in document.notes)


@pytest.mark.parametrize("signature", ["-- \nS. Marchetti\n06 00 00 00 00", "Envoyé de mon iPhone"])
def test_a_signature_is_left_out_and_noted(signature: str) -> None:
    document = read(f"{BODY}\n\n{signature}\n")
    assert document.text == BODY
    assert any(signature.splitlines()[-1] in note for note in document.notes)


def test_a_forwarded_mail_is_that_of_its_first_author() -> None:
    forwarded = (
        "Pour info.\n\n---------- Message transféré ----------\nDe : Ann Reed <a@x.example>\n"
        f"Date : 12 mars 2024\nObjet : Morvan\n\n{BODY}"
    )
    document = read(forwarded, subject=f"TR: {made.TITLE}")
    assert (document.title, document.author, document.published) == (
        made.TITLE, "Ann Reed", "2024-03-12",
    )  # fmt: skip
    assert made.PARAGRAPHS[-1] in document.text


def test_the_html_part_is_read_where_the_plain_part_says_nothing() -> None:
    html = "".join(f"<p>{one}</p>" for one in made.PARAGRAPHS)
    data = (
        "From: a@x.example\nTo: b@x.example\nSubject: Morvan\nMIME-Version: 1.0\n"
        'Content-Type: multipart/alternative; boundary="b"\n\n'
        '--b\nContent-Type: text/plain; charset="utf-8"\n\nSee the HTML part.\n'
        f'--b\nContent-Type: text/html; charset="utf-8"\n\n{html}\n--b--\n'
    )
    assert read_mail(data.encode()).text.split("\n\n") == list(made.PARAGRAPHS)


def test_what_is_hidden_in_html_is_not_read_and_attachments_are_named() -> None:
    html = "<div style='display:none'>77 millions</div><p>Le groupe paie 3 millions.</p>"
    data = (
        "From: a@x.example\nTo: b@x.example\nSubject: Morvan\nMIME-Version: 1.0\n"
        f'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/html\n\n{html}\n'
        '--b\nContent-Type: application/pdf; name="a.pdf"\n'
        'Content-Disposition: attachment; filename="bilan.pdf"\n\nxx\n--b--\n'
    )
    document = read_mail(data.encode())
    assert document.text == "Le groupe paie 3 millions."
    assert any("bilan.pdf" in note for note in document.notes)


def test_a_mailbox_gives_each_mail_and_leaves_out_those_without_text() -> None:
    head = "From a@x Wed Mar 27 08:00:00 2024\n"
    empty = "From: a@x.example\nTo: b@x.example\nSubject: rien\n\n"
    mails = [made.mail().decode(), empty, made.mail(body=">From ici, tout va bien.").decode()]
    documents = read_mailbox("\n".join(head + one for one in mails).encode())
    assert len(documents) == 2
    assert documents[1].text == "From ici, tout va bien."


def test_a_mail_without_text_is_refused() -> None:
    with pytest.raises(IntakeError, match="no text"):
        read("   \n")
