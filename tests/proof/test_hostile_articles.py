"""Whatever an article holds, what reads it ends soon and within little memory.

`FUZZ=50` (`make fuzz`) takes articles of 100 kB instead of 4 kB, and many more random ones.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.corpus.load import Loaded, load, read_corpus_bytes
from tui.model.corpus import ArticleText
from tui.proof.audit.registry import audit
from tui.proof.quotes.locate import Locator
from tui.proof.results.proof_store import ProofStore
from tui.search.engine import build
from tui.timeline.timeline import Timeline

LONGER = int(os.environ.get("FUZZ", "1"))
SIZE = 100_000 if LONGER > 1 else 4_000
UNITS = (
    "7", "7 ", "milliards ", "4 milliards ", "4 milliards de dollars ", "« ", '"', "de 1 à ",
    "entre 1 et ", ",", ".", "1,", "1 000 ", "1\u202f000\u202f", "$1", "€1m-", "un ", "vingt-",
    "jusqu'à ", "-", "–", "1-", "1 ou 2 ", "1% ", "2024-", "il y a ", "mi-", " ", "\n", "(",
    "\u0301", "a\u0301", "\u200b", "1\u200b", "\U0001f600", "４", "4bn", "\r", "\u2028", "\u202e",
    "A. ", "et demi ", "one hundred and ", "[…] ", "x",
)  # fmt: skip


def corpus_over(text: str) -> bytes:
    """A corpus that quotes an article at its start, over its length, with a slip, and in parts."""
    quotes = (
        text[:60], text[1:3000], text[:2000], text[:300] + " z " + text[:300],
        text[:20] + " […] " + text[30:50], "4 milliards de dollars", text[-200:],
    )  # fmt: skip
    evidence = ", ".join(
        f"{{for: [amount, payer], article: a, quote: {escaped(quote)}}}" for quote in quotes
    )
    name = escaped(text[:60].strip() or "x")
    return (
        f"version: 1\narticles_dir: .\nparties: {{p: {{name: {name}}}}}\n"
        "articles: {a: {file: a.txt, language: fr, published: 2024-01-01}}\n"
        f"deals: [{{id: d, title: {name}, payer: p, amount: 4 bn USD, announced: 2024-01, "
        f"evidence: [{evidence}]}}]\n"
    ).encode()


def escaped(text: str) -> str:
    return '"' + "".join(f"\\U{ord(letter):08x}" for letter in text) + '"'


def read_through(loaded: Loaded) -> None:
    """All that the program does with a corpus, but for the screen."""
    corpus = loaded.corpus
    proofs = ProofStore(corpus)
    for record in corpus.records:
        proofs.record(record)
    audit(proofs, coverage=True)
    index = build(corpus)
    for text in corpus.texts.values():
        for query in (text.text[:300], f'"{text.text[:40]}"', f"/{text.text[:10]}/"):
            index.search(query.replace("\n", " ")).article_terms("a")
    Timeline.build(list(corpus.records.values()), corpus, "payer")


def with_text(data: bytes, text: str) -> Loaded:
    import msgspec

    loaded = read_corpus_bytes(data, Path("deals.yaml"))
    corpus = msgspec.structs.replace(loaded.corpus, texts={"a": ArticleText(text)})
    return msgspec.structs.replace(loaded, corpus=corpus)


pieces = st.lists(
    st.one_of(st.sampled_from(UNITS), st.text(st.characters(codec="utf-8"), max_size=6)),
    max_size=40,
).map("".join)


@settings(max_examples=12 * LONGER, deadline=None)
@given(pieces, st.integers(1, 30))
def test_any_article_is_read_through(text: str, times: int) -> None:
    read_through(with_text(corpus_over(text * times), text * times))


def test_hostile_articles_are_read_through_soon_and_in_little_memory(tmp_path: Path) -> None:
    few = ("7 ", "de 1 à ", "-", "[…] ")
    units = UNITS if LONGER > 1 else few
    for number, unit in enumerate(units):
        folder = tmp_path / str(number)
        folder.mkdir()
        text = (unit * SIZE)[:SIZE]
        (folder / "a.txt").write_bytes(text.encode())
        (folder / "deals.yaml").write_bytes(corpus_over(text))
    script = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        f"sys.path.insert(0, {str(Path(__file__).parent)!r})\n"
        "from test_hostile_articles import load, read_through\n"
        "resource.setrlimit(resource.RLIMIT_CPU, (240, 240))\n"
        "resource.setrlimit(resource.RLIMIT_AS, (900 << 20, 900 << 20))\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "for path in Path(sys.argv[1]).iterdir():\n"
        "    read_through(load(path / 'deals.yaml'))\n"
        "print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert int(done.stdout) <= 200


def test_a_page_of_one_word_has_its_places_counted_only_so_far() -> None:
    text = "a " * 100_000
    anchor = Locator(text).locate(text[:100_000])
    assert anchor.state == "ambiguous"
    assert anchor.start == 0


def test_a_quote_of_whole_pages_is_located_word_for_word_or_not_at_all() -> None:
    text = " ".join(f"mot{number}" for number in range(2_000))
    assert Locator(text).locate(text[:9_000].rpartition(" ")[0]).state == "exact"
    assert Locator(text).locate(text[:9_000].replace("mot9 ", "")).state == "missing"


@pytest.mark.parametrize("words", [1_000, 3_000])
def test_a_page_pasted_into_the_search_is_a_query(words: int) -> None:
    index = build(with_text(corpus_over("x"), "x").corpus)
    assert index.search("mot " * words).total == 0


def test_thousands_of_quotes_on_one_record_are_proved_and_audited(tmp_path: Path) -> None:
    text = " ".join(f"Le groupe {n} va payer {n} milliards à Paul." for n in range(1_000))
    (tmp_path / "a.txt").write_text(text, "utf-8")
    items = ", ".join(
        f"{{for: amount, article: a, quote: {json.dumps(quote, ensure_ascii=False)}}}"
        for n in range(700)
        for quote in (f"{n} milliards", f"groupe […] payer […] {n} millions")
    )
    data = corpus_over("x").replace(b"evidence: [", f"evidence: [{items}, ".encode())
    (tmp_path / "deals.yaml").write_bytes(data)
    loaded = load(tmp_path / "deals.yaml")
    proofs = ProofStore(loaded.corpus)
    (field,) = [field for field in proofs.record("d").fields if field.path == "amount"]
    assert len(field.statements) > 1_400
    audit(proofs, coverage=True)
