"""A new article comes into the corpus with what it says of itself; nothing is overwritten."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.cli import main
from tui.corpus.load import load
from tui.proof.verify.byline import read_byline

if TYPE_CHECKING:
    from pathlib import Path

CORPUS = """version: 1
articles_dir: articles
articles:
  one: {file: one.txt, publisher: La Gazette du Nord, published: 2023-10-02}  # kept
deals: []
"""
PRESS = """Reuters - Monday 17 March 2025

SoftBank to invest $2.5 billion in Ampere

SoftBank said on Monday it will invest $2.5 billion in the chip designer, and the deal closes in
2026. It owns 90% of Arm.
"""


@pytest.fixture
def corpus(tmp_path: Path, own_folders: None) -> Path:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "one.txt").write_text("Google paie 3 milliards.\n", "utf-8")
    path = tmp_path / "deals.yaml"
    path.write_text(CORPUS, "utf-8")
    return path


def add(corpus: Path, file: Path, *options: str) -> int:
    return main(["-c", str(corpus), "add", str(file), "--no-open", *options])


def new(path: Path, name: str, text: str = PRESS) -> Path:
    file = path.parent / name
    file.write_bytes(text.encode())
    return file


def test_what_an_article_says_of_itself_is_recorded_with_it(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert add(corpus, new(corpus, "Mon été – 1.txt")) == 0
    loaded = load(corpus)
    article = loaded.corpus.articles["mon-ete-1"]
    assert article.title == "SoftBank to invest $2.5 billion in Ampere"
    assert (article.publisher, str(article.published)) == ("Reuters", "2025-03-17")
    assert article.language == "en"
    assert loaded.corpus.texts["mon-ete-1"].text == PRESS
    assert corpus.read_text("utf-8").startswith(CORPUS.split("deals:", maxsplit=1)[0])
    told = capsys.readouterr()
    assert "SoftBank to invest" in told.err
    assert [line.split()[1:4] for line in told.out.splitlines()] == [
        ["2.5", "bn", "USD"], ["2.5", "bn", "USD"], ["90", "%", "90%"],
    ]  # fmt: skip


def test_nothing_is_overwritten(corpus: Path) -> None:
    assert add(corpus, new(corpus, "one.txt")) == 0
    assert load(corpus).corpus.articles["one-2"].file == "one-2.txt"
    assert (corpus.parent / "articles" / "one.txt").read_text("utf-8").startswith("Google")
    (corpus.parent / "articles" / "two.txt").symlink_to("nowhere")
    assert add(corpus, new(corpus, "two.txt", PRESS + "More."), "--keep") == 0
    assert load(corpus).corpus.articles["two"].file == "two-2.txt"


def test_an_article_is_added_once(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = new(corpus, "new.txt")
    assert add(corpus, file) == 0
    before = corpus.read_text("utf-8")
    assert add(corpus, file, "--id", "other") == 1
    assert "already, as new" in capsys.readouterr().err
    assert corpus.read_text("utf-8") == before


@pytest.mark.parametrize("name", ["-dash.txt", ".hidden.txt", "a\nb.txt", "esc\x1b[31m.txt"])
def test_an_awkward_name_gives_way_to_the_id(corpus: Path, name: str) -> None:
    assert add(corpus, new(corpus, name), "--id", "fine") == 0
    assert load(corpus).corpus.articles["fine"].file == "fine.txt"
    assert load(corpus).corpus.texts["fine"].text == PRESS


def test_a_file_inside_the_folder_stays_where_it_is(corpus: Path) -> None:
    sub = corpus.parent / "articles" / "2025"
    sub.mkdir()
    (sub / "new.txt").write_text(PRESS, "utf-8")
    assert add(corpus, sub / "new.txt") == 0
    assert load(corpus).corpus.articles["new"].file == "2025/new.txt"
    assert sorted(path.name for path in (corpus.parent / "articles").iterdir()) == [
        "2025", "one.txt",
    ]  # fmt: skip


def test_an_empty_article_is_refused(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert add(corpus, new(corpus, "new.txt", " \n")) == 2
    assert "no text" in capsys.readouterr().err
    assert corpus.read_text("utf-8") == CORPUS


def test_no_article_is_copied_when_the_corpus_cannot_be_changed(corpus: Path) -> None:
    corpus.write_text(CORPUS.replace("articles:\n  one", "articles: &x [\n  one"), "utf-8")
    before = corpus.read_text("utf-8")
    assert add(corpus, new(corpus, "new.txt")) == 2
    assert corpus.read_text("utf-8") == before
    assert [path.name for path in (corpus.parent / "articles").iterdir()] == ["one.txt"]


def test_an_article_that_tells_nothing_of_itself_is_named_after_its_file(corpus: Path) -> None:
    assert add(corpus, new(corpus, "note.txt", "2 milliards")) == 0
    article = load(corpus).corpus.articles["note"]
    assert (article.title, article.publisher, article.published) == ("note", "", None)


@pytest.mark.parametrize(
    ("text", "title", "publisher", "published"),
    [
        ("Le Monde\nPublié le 4 mai 2024 à 10h12\nGoogle va dépenser 3 milliards\n\nTexte.",
         "Google va dépenser 3 milliards", "Le Monde", "2024-05-04"),
        ("Aller au contenu principal\nGoogle paie trois milliards d’euros\nLe Figaro, 5 juin 2024",
         "Google paie trois milliards d’euros", "Le Figaro", "2024-06-05"),
        ("Google paie trois milliards d’euros\nPARIS, 12 mars (Reuters) - Le groupe dit …",
         "Google paie trois milliards d’euros", "Reuters", "None"),
        ("Google paie trois milliards à Mistral\n\nLe 4 mai 2021, il avait promis un milliard.\n"
         "La suite du texte est longue et dit bien autre chose encore.",
         "Google paie trois milliards à Mistral", "", "None"),
        ("date 2023-09 Le géant Amazon a choisi\n", "Le géant Amazon a choisi", "", "2023-09"),
        ("Une grande opération en Picardie\nLa Gazette du Nord\n\nTexte.",
         "Une grande opération en Picardie", "La Gazette du Nord", "None"),
    ],
)  # fmt: skip
def test_a_byline_is_told_from_the_text(
    text: str, title: str, publisher: str, published: str
) -> None:
    found = read_byline(text, "fr", ["La Gazette du Nord"])
    assert (found.title, found.publisher, str(found.published)) == (title, publisher, published)
