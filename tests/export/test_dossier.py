"""The dossier is one file that shows every record with its proof, safely and without a network."""

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import date
from functools import cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from running import SHIPPED, shipped_copy

from tui.cli import main
from tui.corpus.load import load
from tui.export.html.dossier import STATES, Dossier, dossier_html
from tui.export.html.markup import tag, words
from tui.export.selection import Selection
from tui.model.proofs import PROOF_STATES
from tui.model.records import all_evidence
from tui.platform.printing import BROWSERS
from tui.proof.verify.prover import Prover

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tui.model.corpus import Corpus
    from tui.model.proofs import RecordProof

CORPUS = load(SHIPPED).corpus
BROWSER = next(filter(None, map(shutil.which, BROWSERS)), None)
VOID = {"meta", "img", "source", "input", "br"}
OPTIONAL_END = {"tr", "td", "th", "thead", "tbody", "dt", "dd"}
PROOF = cache(Prover(CORPUS).record)


def page(
    corpus: Corpus = CORPUS, proof: Callable[[str], RecordProof] = PROOF, **changes: object
) -> str:
    dossier = Dossier("Deals", "", date(2026, 3, 2), {})._replace(**changes)
    return dossier_html(Selection.of(corpus, proof), dossier)


@pytest.fixture(scope="module")
def whole() -> str:
    """The page of the shipped corpus."""
    return page()


class Reader(HTMLParser):
    """Collects what a browser would: ids, links, loads, texts by class; checks the nesting."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.marked: list[str] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.ids += [values["id"] or ""] if "id" in values else []
        self.links += [values["href"] or ""] if tag == "a" else []
        self.loads += [values[key] or "" for key in ("src", "srcset", "data") if key in values]
        assert not any(key.startswith("on") for key in values)
        if tag == "mark":
            self.marked.append("")
        if tag not in VOID | OPTIONAL_END:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID | OPTIONAL_END:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] == ["mark"]:
            self.marked[-1] += data


def test_every_record_article_and_quote_is_there(whole: str) -> None:
    reader = Reader(whole)
    assert {f"record-{name}" for name in CORPUS.records} <= set(reader.ids)
    assert {f"article-{name}" for name in CORPUS.articles} <= set(reader.ids)
    assert len(reader.ids) == len(set(reader.ids))
    for record in CORPUS.records.values():
        for _, evidence in all_evidence(record):
            quote = " ".join(evidence.quote.split())
            assert any(quote in " ".join(mark.split()) for mark in reader.marked), quote


def test_links_lead_to_the_web_or_to_what_the_page_has(whole: str) -> None:
    reader = Reader(whole)
    inside = {link[1:] for link in reader.links if link.startswith("#")}
    assert inside <= set(reader.ids)
    assert all(link.startswith(("#", "https://", "http://")) for link in reader.links)


def test_nothing_is_asked_of_a_network(whole: str) -> None:
    assert all(load.startswith("data:image/svg+xml;base64,") for load in Reader(whole).loads)
    assert "default-src 'none'" in whole
    assert not re.search(r"@import|url\(|<link|<iframe|<object", whole)


def test_every_state_is_explained_and_those_in_use_are_counted(whole: str) -> None:
    assert set(STATES) == set(PROOF_STATES)
    assert '<span class="state proved">proved</span><td class=number>' in whole


def test_what_sources_say_otherwise_stands_beside_what_is_recorded(whole: str) -> None:
    table = whole.partition("Where sources disagree")[2].partition("</table>")[0]
    assert "up to $4 bn" in table
    assert "up to $4 M" in table
    assert "set aside" in table


def test_a_sheet_to_sign_has_columns_and_what_was_checked(whole: str) -> None:
    record = next(iter(CORPUS.records))
    signed = page(sign_off=True, reviews={record: "checked by you on 2 Mar 2026"})
    fields = sum(len(PROOF(name).fields) for name in CORPUS.records)
    assert signed.count("<td class=sign data-label=") == 2 * fields
    assert "checked by you on 2 Mar 2026" in signed
    assert "class=sign>" not in whole


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "\x1b[31m&amp;", "'"]
)
def test_texts_stay_texts(text: str) -> None:
    assert not re.search(r"[<>\"'\x1b]", words(text))
    assert tag("p", "", title=text).count("<") == 2


def test_hostile_records_and_articles_break_nothing(tmp_path: Path) -> None:
    path = shipped_copy(tmp_path)
    source = path.read_text("utf-8").replace(
        "title: Amazon backs Anthropic", "title: '</title><script>x</script>\"><b onclick=y>'", 1
    )
    path.write_text(source, "utf-8")
    changed = load(path).corpus
    html = page(changed, Prover(changed).record)
    Reader(html)
    assert html.count("<script>") == 1


class TestVerb:
    def test_a_query_chooses_and_the_file_is_written_whole(
        self, tmp_path: Path, whole: str
    ) -> None:
        target = tmp_path / "out.html"
        assert main(["--demo", "dossier", "openai amazon 38", "-o", str(target)]) == 0
        html = target.read_text("utf-8")
        assert "OpenAI buys cloud services from Amazon" in html
        assert len(html) < len(whole)

    def test_nothing_found_writes_nothing(self, tmp_path: Path) -> None:
        target = tmp_path / "out.html"
        assert main(["--demo", "dossier", "zzzzzz", "-o", str(target)]) == 1
        assert not target.exists()

    def test_without_a_program_to_print_that_is_said(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setenv("PATH", str(tmp_path))
        arguments = ["-o", str(tmp_path / "a.html"), "--pdf", str(tmp_path / "a.pdf")]
        assert main(["--demo", "dossier", *arguments]) == 2
        assert "no program to print with is installed" in capsys.readouterr().err


@pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed")
class TestBrowser:
    def run(self, whole: str, tmp_path: Path, *options: str) -> subprocess.CompletedProcess[bytes]:
        (tmp_path / "page.html").write_text(whole, "utf-8")
        assert BROWSER is not None
        return subprocess.run(
            [
                BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
                f"--user-data-dir={tmp_path}/profile", *options, f"file://{tmp_path}/page.html",
            ],
            capture_output=True, timeout=100, check=True,
        )  # fmt: skip

    def test_with_scripts_it_can_be_searched(self, tmp_path: Path, whole: str) -> None:
        dom = self.run(whole, tmp_path, "--dump-dom").stdout.decode()
        assert 'placeholder="Search these records"' in dom

    def test_it_is_printed(self, tmp_path: Path) -> None:
        target = tmp_path / "out.pdf"
        arguments = ["-o", str(tmp_path / "a.html"), "--pdf", str(target), "openai amazon 38"]
        assert main(["--demo", "dossier", *arguments]) == 0
        assert target.read_bytes().startswith(b"%PDF-")
