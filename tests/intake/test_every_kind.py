"""What is read from a document is what its plain text says, whatever kind of document it is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import made_documents as made
import pytest

from tui.cli import main
from tui.intake.reader import Source, read_here
from tui.proof.extract import find_mentions

if TYPE_CHECKING:
    from pathlib import Path

    from tui.intake.document import Document

LINES = [
    (60.0, 780.0, 18.0, made.TITLE),
    *made.set_lines(made.PARAGRAPHS, x=60, top=740, letters=88),
]
KINDS = {
    "page.html": made.page(),
    "page.mhtml": made.mhtml(),
    "feed.rss": made.feed(),
    "feed.atom": made.feed(atom=True),
    "quoted-printable.eml": made.mail(),
    "base64.eml": made.mail(kind="base64"),
    "flowed.eml": made.mail(kind="flowed"),
    "html.eml": made.mail(kind="html"),
    "text.docx": made.word(),
    "text.odt": made.opendocument(),
    "text.rtf": made.rich_text(),
    "text.pdf": made.pdf([LINES]),
    "text.md": f"# {made.PLAIN}".encode(),
    "text.txt": made.PLAIN.encode(),
}


def read(data: bytes, name: str = "") -> Document:
    return read_here(Source(data, name))[0]


def figures(text: str) -> list[str]:
    return [str(one.quantity) for one in find_mentions(text, language="fr") if one.quantity]


@pytest.mark.parametrize("name", KINDS)
def test_the_paragraphs_of_a_document_are_those_of_its_plain_text(name: str) -> None:
    text = read(KINDS[name], name).text
    found = [one for one in text.strip().split("\n\n") if one != made.TITLE]
    assert found == list(made.PARAGRAPHS)


@pytest.mark.parametrize("name", KINDS)
def test_the_figures_of_a_document_are_those_of_its_plain_text(name: str) -> None:
    body = "\n\n".join(made.PARAGRAPHS)
    text = read(KINDS[name], name).text.replace(made.TITLE, "")
    assert figures(text) == figures(body)
    assert len(figures(body)) > 5


@pytest.mark.parametrize("name", KINDS)
def test_title_and_language_are_found(name: str) -> None:
    document = read(KINDS[name], name)
    assert document.title == made.TITLE
    assert document.language == "fr"


@pytest.mark.parametrize(
    "name", [name for name in KINDS if name.endswith(("html", "rss", "atom", "eml"))]
)
def test_the_day_and_the_author_come_from_what_the_document_declares(name: str) -> None:
    document = read(KINDS[name], name)
    assert (document.published, document.author) == (made.DAY, made.AUTHOR)


@pytest.mark.parametrize("name", KINDS)
def test_the_content_decides_the_kind_and_not_the_name(name: str) -> None:
    document = read(KINDS[name], "wrong.xyz")
    assert document.text.strip().endswith(made.PARAGRAPHS[-1])
    assert document.text.count("financé") == 1


def test_reading_prints_what_would_be_taken_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "une page ☀.html"
    file.write_bytes(made.page())
    assert main(["read", str(file), "--format", "json"]) == 0
    row = json.loads(capsys.readouterr().out)
    assert list(row) == [
        "title", "published", "author", "publisher", "language", "url", "text", "pages", "notes",
    ]  # fmt: skip
    assert (row["title"], row["publisher"]) == (made.TITLE, made.PUBLISHER)
    assert main(["read", str(file)]) == 0
    shown = capsys.readouterr().out
    assert made.PARAGRAPHS[0] in shown
    assert made.NAVIGATION not in shown


def test_several_sources_are_read_though_one_cannot_be(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.pdf"
    good.write_text(made.PLAIN, "utf-8")
    bad.write_bytes(b"%PDF-1.4\nbroken")
    assert main(["read", str(bad), str(good), "--format", "json"]) == 2
    told = capsys.readouterr()
    assert json.loads(told.out)["title"] == made.TITLE
    assert "damaged" in told.err
