"""An article comes into a corpus whole or not at all, and out again; what it came from is kept."""

from __future__ import annotations

import hashlib
import os
import shlex
import shutil
import signal
import subprocess
import sys
import time
import unicodedata
from typing import TYPE_CHECKING

import made_documents as made
import pytest

from tui.cli import main
from tui.corpus.load import load
from tui.intake.corpus.duplicates import near_duplicate
from tui.intake.corpus.inbox import Inbox
from tui.intake.corpus.provenance import original_path
from tui.intake.corpus.triage import new_files
from tui.model.article_places import address_at, page_at
from tui.model.corpus import ArticleText
from tui.model.records import Article
from tui.session.article_news import article_news
from tui.session.file_intake import prepare_file, take_in

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def corpus(tmp_path: Path, own_folders: None) -> Path:
    assert main(["init", str(tmp_path / "corpus")]) == 0
    return tmp_path / "corpus" / "deals.yaml"


def add(corpus: Path, *arguments: str) -> int:
    return main(["-c", str(corpus), "add", "--no-open", *arguments])


def file(corpus: Path, name: str, data: bytes) -> str:
    path = corpus.parent.parent / name
    path.write_bytes(data)
    return str(path)


def test_a_new_corpus_is_valid_has_an_identity_and_says_what_comes_next(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = corpus.read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=deals.schema.json")
    assert "\ncorpus: " in text
    loaded = load(corpus)
    assert loaded.problems == ()
    assert loaded.articles_dir.is_dir()
    assert (corpus.parent / "deals.schema.json").is_file()
    assert main(["init", str(corpus.parent)]) == 1
    assert corpus.read_text("utf-8") == text
    assert "there is a corpus already" in capsys.readouterr().err


def test_a_new_corpus_in_a_repository_adds_to_what_git_ignores(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("old", "utf-8")
    assert main(["init", str(tmp_path)]) == 0
    assert main(["init", str(tmp_path / "two")]) == 0
    assert (tmp_path / ".gitignore").read_text("utf-8").startswith("old\n")
    assert "*.lock" in (tmp_path / "two" / ".gitignore").read_text("utf-8")


def test_the_next_commands_can_be_pasted_into_a_shell(
    tmp_path: Path, own_folders: None, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "l'été 2024 $HOME"
    assert main(["init", str(folder)]) == 0
    line = next(one for one in capsys.readouterr().err.splitlines() if " check " in one)
    assert shlex.split(line)[:4] == ["dealtui", "-c", str(folder), "check"]


def test_a_page_is_taken_in_with_its_original_and_its_hashes(corpus: Path) -> None:
    data = made.page(head=f'<link rel="canonical" href="{made.URL}">')
    assert add(corpus, file(corpus, "une page ☀ 2.html", data)) == 0
    loaded = load(corpus)
    (article,) = loaded.corpus.articles.values()
    assert (article.id, article.title, article.author) == ("une-page-2", made.TITLE, made.AUTHOR)
    assert (article.url, str(article.published), article.language) == (made.URL, made.DAY, "fr")
    text = loaded.corpus.texts[article.id]
    assert text.text == made.PLAIN
    assert article.sha256 == text.digest
    kept = original_path(loaded, article.id)
    assert kept is not None
    assert kept.read_bytes() == data
    assert kept.stem == hashlib.sha256(data).hexdigest()
    assert loaded.problems == ()


@pytest.mark.parametrize("how", ["option", "setting"])
def test_the_original_is_not_kept_where_the_user_does_not_want_it(
    corpus: Path, how: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    if how == "setting":
        (tmp_path / "xdg_config_home" / "dealtui").mkdir(parents=True)
        settings = tmp_path / "xdg_config_home" / "dealtui" / "config.toml"
        settings.write_text("originals = false\n", "utf-8")
    options = ["--no-original"] if how == "option" else []
    assert add(corpus, file(corpus, "a.html", made.page()), *options) == 0
    assert load(corpus).corpus.articles["a"].original == ""
    assert not (corpus.parent / "articles" / "originals").exists()


def test_a_place_of_a_pdf_knows_its_page_until_the_text_is_changed(corpus: Path) -> None:
    pages = [
        made.set_lines((one,), x=60, top=700, letters=88) for one in made.PARAGRAPHS
    ]  # fmt: skip
    assert add(corpus, file(corpus, "a.pdf", made.pdf(pages)), "--page", "7") == 0
    loaded = load(corpus)
    article, text = loaded.corpus.articles["a"], loaded.corpus.texts["a"]
    for number, paragraph in enumerate(made.PARAGRAPHS):
        assert page_at(article, text, text.text.index(paragraph)) == 7 + number
    changed = ArticleText(text.text + " ", digest="0" * 64)
    assert page_at(article, changed, 0) is None


def test_checking_says_which_text_or_original_is_no_longer_what_was_taken_in(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a", "b", "c"):
        body = f"<p>{name * 30} paie {ord(name)} millions d’euros pour la halle de {name * 9}.</p>"
        assert add(corpus, file(corpus, f"{name}.html", made.page(body=body * 3)), "--keep") == 0
    loaded = load(corpus)
    kept = [original_path(loaded, name) for name in ("a", "b")]
    assert kept[0] is not None
    assert kept[1] is not None
    kept[0].write_bytes(b"other")
    kept[1].unlink()
    (loaded.articles_dir / "c.txt").write_text("changed", "utf-8")
    assert main(["-c", str(corpus), "--no-cache", "check"]) == 1
    told = capsys.readouterr().out
    for rule, what in (
        ("original-changed", "the original of a"),
        ("original-missing", "the original of b"),
        ("text-changed", "the text of c"),
    ):
        assert any(what in line and line.endswith(f"({rule})") for line in told.splitlines())


EDITED = made.PLAIN.replace("162 personnes", "163 personnes")


@pytest.mark.parametrize(
    "other",
    [EDITED, unicodedata.normalize("NFD", made.PLAIN), f"PARIS (Agence) {made.PLAIN}",
     "\n\n".join(made.PLAIN.split("\n\n")[:-1])],
    ids=["small edits", "another form of its letters", "a wire copy", "a shorter copy"],
)  # fmt: skip
def test_the_same_story_is_told_before_it_is_added(
    corpus: Path, capsys: pytest.CaptureFixture[str], other: str
) -> None:
    assert add(corpus, file(corpus, "a.txt", made.PLAIN.encode())) == 0
    before = corpus.read_text("utf-8")
    second = file(corpus, "b.txt", other.encode())
    assert add(corpus, second) == 1
    told = capsys.readouterr().err
    assert "like a, which is in the corpus" in told
    assert "% like" in told
    assert corpus.read_text("utf-8") == before
    assert add(corpus, second, "--as-version-of", "a") == 0
    assert load(corpus).corpus.articles["b"].version_of == "a"


def test_what_differs_is_shown_and_another_story_is_no_duplicate(corpus: Path) -> None:
    texts = {"a": ArticleText(made.PLAIN)}
    like = near_duplicate(EDITED, texts)
    assert like is not None
    assert like.share > 0.9
    assert [line[0] for line in like.differences] == ["-", "+"]
    assert "163 personnes" in like.differences[1]
    other = "Le port de Lorient a ouvert un quai. " * 12
    assert near_duplicate(other, texts) is None


def test_the_same_file_is_taken_in_once_however_it_is_called(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert add(corpus, file(corpus, "a.html", made.page())) == 0
    assert add(corpus, file(corpus, "b.html", made.page()), "--keep") == 1
    assert "already, as a" in capsys.readouterr().err


def test_an_article_is_removed_with_its_files_unless_a_record_quotes_it(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = corpus.read_text("utf-8")
    assert add(corpus, file(corpus, "a.html", made.page())) == 0
    assert add(corpus, file(corpus, "b.txt", b"Un autre texte, de 5 millions d'euros.\n")) == 0
    text = corpus.read_text("utf-8")
    record = "deals:\n  - {id: x, title: X, evidence: [{article: b, quote: 5 millions}]}\n"
    corpus.write_text(text.replace("deals: []\n", record), "utf-8")
    assert main(["-c", str(corpus), "remove", "b"]) == 1
    assert "quote b" in capsys.readouterr().err
    corpus.write_text(text, "utf-8")
    assert main(["-c", str(corpus), "remove", "a"]) == 0
    assert main(["-c", str(corpus), "remove", "b"]) == 0
    assert corpus.read_text("utf-8") == before
    left = [path for path in (corpus.parent / "articles").rglob("*") if path.is_file()]
    assert left == []
    assert main(["-c", str(corpus), "remove", "a"]) == 2


def test_files_that_no_article_names_are_new_until_they_are_taken_in(corpus: Path) -> None:
    folder = corpus.parent / "articles"
    for name, data in (("a.html", made.page()), ("b c ☀.txt", b"Un texte, 5 millions d'euros.\n"),
                       (".hidden.txt", b"x"), ("README.md", b"x")):  # fmt: skip
        (folder / name).write_bytes(data)
    (folder / "a_files").mkdir()
    (folder / "a_files" / "ad.html").write_bytes(made.page())
    loaded = load(corpus)
    assert [path.name for path in new_files(loaded)] == ["a.html", "b c ☀.txt"]
    for path in new_files(loaded):
        (addition,) = prepare_file(load(corpus), path)
        assert not addition.twin
        take_in(load(corpus), addition)
    assert new_files(load(corpus)) == []
    assert load(corpus).corpus.articles["b-c"].file == "b c ☀.txt"


def test_a_kill_at_any_moment_leaves_no_half_of_an_article(corpus: Path) -> None:
    script = (
        "import sys; from tui.cli import main; from tui.intake.corpus import addition as a\n"
        "import os, time\n"
        "real = a.write_atomically\n"
        "def slow(path, data):\n    print('step', flush=True); time.sleep(0.1); real(path, data)\n"
        "a.write_atomically = slow\n"
        "apply = a.apply\n"
        "def late(*x):\n    print('step', flush=True); time.sleep(0.1); apply(*x)\n"
        "a.apply = late\n"
        "main(sys.argv[1:])"
    )
    page = file(corpus, "a.html", made.page())
    for steps in (1, 2, 3):
        shutil.rmtree(corpus.parent / "articles")
        process = subprocess.Popen(
            [sys.executable, "-c", script, "-c", str(corpus), "add", "--no-open", page],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )  # fmt: skip
        assert process.stdout is not None
        for _ in range(steps):
            assert process.stdout.readline() == "step\n"
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        process.stdout.close()
        loaded = load(corpus)
        assert loaded.corpus.articles == {}
        assert loaded.problems == ()
    assert add(corpus, page) == 0
    assert load(corpus).problems == ()


def test_a_file_that_still_grows_has_not_arrived(tmp_path: Path) -> None:
    inbox = Inbox(tmp_path)
    growing = tmp_path / "a b.html"
    growing.write_bytes(b"<html>")
    (tmp_path / "c.html.part").write_bytes(b"x")
    assert inbox.arrived() == []
    growing.write_bytes(b"<html><body>more")
    assert inbox.arrived() == []
    assert inbox.arrived() == [growing]
    assert inbox.arrived() == []


def test_what_arrives_is_told_and_nothing_is_written_unconfirmed(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from tui.verbs.intake.arrivals import arrive

    before = corpus.read_text("utf-8")
    arrive(corpus, corpus.parent.parent / file(corpus, "a.html", made.page()), keep_original=True)
    assert made.TITLE in capsys.readouterr().out
    assert corpus.read_text("utf-8") == before


def test_an_article_confirms_completes_contradicts_or_is_new(tmp_path: Path) -> None:
    path = tmp_path / "deals.yaml"
    path.write_text(
        "version: 1\nparties:\n  a: {name: Alpina}\n  m: {name: Morvan}\n  k: {name: Kerguen}\n"
        "  o: {name: Orion}\ndeals:\n"
        "  - {id: same, title: T, payer: a, payee: m, amount: 23 M EUR, announced: 2024-03}\n"
        "  - {id: other, title: T, payer: a, payee: k, amount: 5 M EUR, announced: 2024-03}\n"
        "  - {id: open, title: T, payer: a, payee: o, announced: 2024-03}\n",
        "utf-8",
    )
    far = " Rien d’autre à signaler ce jour-là dans la région." * 8
    text = (
        f"Alpina investit 23 millions d’euros dans Morvan.{far} Alpina verse 8 millions d’euros à "
        f"Kerguen.{far} Alpina donne 2 millions d’euros à Orion.{far} Morvan paie 1 million "
        f"d’euros à Kerguen.{far} Une autre société lève 4 millions d’euros."
    )
    from tui.model.dates import Edtf

    news = article_news(text, load(path).corpus, language="fr", published=Edtf.parse("2024-03-28"))
    assert [(one.bearing, one.record) for one in news] == [
        ("confirms", "same"), ("contradicts", "other"), ("completes", "open"), ("new", ""),
    ]  # fmt: skip


def test_the_address_of_a_quote_leads_a_browser_to_it() -> None:
    article = Article("a", "a.txt", url=made.URL)
    assert address_at(article, "3 millions, d’euros") == (
        f"{made.URL}#:~:text=3%20millions%2C%20d%E2%80%99euros"
    )
    long = address_at(article, made.PARAGRAPHS[0])
    assert long.startswith(f"{made.URL}#:~:text=Le%20chantier")
    assert "," in long
    assert address_at(Article("a", "a.txt"), "x") == ""


def test_many_sources_are_taken_in_with_one_command(corpus: Path) -> None:
    start = time.monotonic()
    names = []
    for at in range(20):
        body = "".join(
            f"<p>Article {at}, phrase {n * at}, {at + n} millions.</p>" for n in range(9)
        )
        names.append(file(corpus, f"page-{at}.html", made.page(body=body)))
    assert add(corpus, "--keep", *names) == 0
    assert len(load(corpus).corpus.articles) == 20
    assert time.monotonic() - start < 60
