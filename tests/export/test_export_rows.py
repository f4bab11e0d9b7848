"""Exports are exact for programs and harmless for terminals and spreadsheets."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.corpus.load import load, read_corpus_bytes
from tui.export.selection import Selection
from tui.export.tables.rows import (
    article_rows,
    deal_rows,
    evidence_rows,
    fact_rows,
    total_rows,
)
from tui.export.tables.writers import write_csv, write_jsonl
from tui.model.corpus import ArticleText
from tui.model.locales import EN
from tui.proof.verify.prover import Prover

if TYPE_CHECKING:
    from tui.model.corpus import Corpus

SHIPPED = Path(__file__).resolve().parents[2] / "data" / "deals.yaml"
SOURCE = """\
version: 1
parties: {a: {name: A}, b: {name: B}}
articles: {one: {file: one.txt, title: T, published: 2023-09, language: fr}}
deals:
  - id: d
    title: D
    payer: a
    status: committed
    announced: 2023-09
    due: ../2024-Q1
    amount: up to 4 bn USD
    tags: [x, y]
    tranches:
      - {id: t.1, amount: about 1.25 bn USD, status: paid, evidence: [{article: one, quote: q1}]}
    evidence:
      - {for: [payer, amount], article: one, quote: q2}
      - {for: amount, article: one, quote: q3, stance: disputes, says: up to 4 M USD,
         rank: deprecated, because: slip}
      - {for: amount, article: one, quote: q4, stance: mentions}
      - {for: announced, article: one, quote: q5}
      - {for: amount, article: one, quote: q6, derived: a + b}
  - {id: e, title: E, amount: undisclosed}
totals:
  - {id: s, title: S, count: 6, amount: 7 bn USD, period: 2023, members: [d, d.t.1]}
facts:
  - {id: f, title: F, kind: stake, party: b, holder: a, value: less than 1/3,
     evidence: [{article: one, quote: q7}]}
  - {id: g, title: G, kind: capacity, value: 2.2 GW}
"""


TEXT = "q1 and q2, then q3; q5. q6? q7"


def selection_of(corpus: Corpus) -> Selection:
    return Selection.of(corpus, Prover(corpus).record, EN)


@pytest.fixture
def selection() -> Selection:
    loaded = read_corpus_bytes(SOURCE.encode(), Path("f"))
    assert loaded.problems == ()
    texts = {"one": ArticleText(TEXT)}
    return selection_of(msgspec.structs.replace(loaded.corpus, texts=texts))


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def lines(rows: Any, stream: io.StringIO | None = None) -> list[dict[str, Any]]:
    stream = stream or io.StringIO()
    write_jsonl(rows, stream)
    return [json.loads(line, parse_float=Decimal) for line in stream.getvalue().splitlines()]


def test_a_deal_has_its_bounds_dates_tranches_and_articles(selection: Selection) -> None:
    deal, undisclosed = lines(deal_rows(selection))
    none = dict.fromkeys(("value", "min", "max", "exclusive_min", "exclusive_max", "words"))
    assert deal["amount"] == {
        **none, "max": 4_000_000_000, "approx": False, "currency": "USD", "unit": "USD",
    }  # fmt: skip
    assert deal["dates"] == {"announced": "2023-09", "date": None, "due": "../2024-Q1"}
    assert deal["tranches"][0]["amount"]["value"] == 1_250_000_000
    assert deal["tranches"][0]["amount"]["approx"] is True
    assert (deal["payer"], deal["payee"], deal["articles"]) == ("a", None, ["one.txt"])
    assert deal["line"] == 5
    assert undisclosed["amount"] == {
        **none, "words": "undisclosed", "approx": False, "currency": None, "unit": None,
    }  # fmt: skip


def test_evidence_has_the_figure_that_each_quote_gives(selection: Selection) -> None:
    rows = {row["quote"]: row for row in lines(evidence_rows(selection))}
    assert list(rows) == ["q2", "q3", "q4", "q5", "q6", "q1", "q7"]
    figures = {quote: (row["value"], row["max"], row["currency"]) for quote, row in rows.items()}
    assert figures == {
        "q2": (None, 4_000_000_000, "USD"),
        "q3": (None, 4_000_000, "USD"),
        "q4": (None, None, None),
        "q5": (None, None, None),
        "q6": (None, None, None),
        "q1": (1_250_000_000, None, "USD"),
        "q7": (None, None, None),
    }
    assert (rows["q2"]["field"], rows["q2"]["fields"]) == ("payer", ["payer", "amount"])
    assert (rows["q1"]["field"], rows["q1"]["tranche"]) == ("amount", "t.1")
    assert (rows["q7"]["kind"], rows["q7"]["field"], rows["q7"]["article"]) == (
        "fact", "value", "one.txt",
    )  # fmt: skip
    assert rows["q7"]["exclusive_max"] == Decimal("0.3333333333333333333333333333")
    assert (rows["q3"]["stance"], rows["q3"]["rank"]) == ("disputes", "deprecated")
    assert (rows["q3"]["start"], rows["q3"]["end"], rows["q3"]["anchor"]) == (16, 18, "exact")
    assert (rows["q4"]["start"], rows["q4"]["end"], rows["q4"]["anchor"]) == (None, None, "missing")


def test_totals_facts_and_articles(selection: Selection) -> None:
    (total,) = lines(total_rows(selection))
    assert (total["count"]["value"], total["members"]) == (6, ["d", "d.t.1"])
    stake, capacity = lines(fact_rows(selection))
    assert (stake["party"], stake["holder"]) == ("b", "a")
    assert (capacity["value"]["value"], capacity["value"]["unit"]) == (Decimal("2.2"), "GW")
    assert capacity["value"]["currency"] is None
    (article,) = lines(article_rows(selection))
    assert (article["quotes"], article["records"], article["characters"]) == (
        7,
        ["d", "f"],
        len(TEXT),
    )


def test_the_shipped_corpus_exports_whole() -> None:
    selection = selection_of(load(SHIPPED).corpus)
    rows = [*deal_rows(selection), *total_rows(selection), *fact_rows(selection)]
    assert [row["id"] for row in rows] == list(selection.corpus.records)
    assert all(row["sha256"] for row in article_rows(selection))


def test_numbers_have_no_noise_of_binary_floats() -> None:
    stream = io.StringIO()
    write_jsonl([{"a": Decimal("0.1"), "b": Decimal("61.50"), "c": 10**30}], stream)
    assert stream.getvalue() == '{"a":0.1,"b":61.50,"c":1000000000000000000000000000000}\n'


def test_csv_flattens_what_is_nested(selection: Selection) -> None:
    stream = io.StringIO()
    write_csv(deal_rows(selection), stream)
    first, second = csv.DictReader(io.StringIO(stream.getvalue()))
    assert (first["amount.max"], first["amount.currency"], first["tags"]) == (
        "4000000000", "USD", "x; y",
    )  # fmt: skip
    assert first["dates.announced"] == "2023-09"
    assert json.loads(first["tranches"])[0]["id"] == "t.1"
    assert second["amount.words"] == "undisclosed"
    assert "amount" not in first


def test_a_column_stays_where_a_nested_value_is_missing_from_the_first_row() -> None:
    stream = io.StringIO()
    write_csv([{"id": "a", "amount": None, "z": 1}, {"id": "b", "amount": {"min": 2}}], stream)
    assert stream.getvalue() == "id,amount.min,z\na,,1\nb,2,\n"


@pytest.mark.parametrize(
    "start",
    [
        "=",
        "+",
        "-",
        "@",
        "\t",
        "\r",
        "\n",
        " =",
        "\u00a0 +",
        "\u200b@",
        "\ufeff-",
        "\uff1d",
        "\uff20",
    ],
)
def test_no_cell_starts_a_formula(start: str) -> None:
    stream = io.StringIO(newline="")
    write_csv(
        [{"a": start + "1+1", "b": [start + "x", "y"], "c": -1, "d": Decimal("-0.5")}], stream
    )
    rows = list(csv.reader(io.StringIO(stream.getvalue(), newline="")))
    assert rows[1] == [f"'{start}1+1", f"'{start}x; y", "-1", "-0.5"]


HARMFUL = "\x1b]52;c;x\x07 \x9b1m \u202e \u200b \U000e0041 \u2028"


def test_a_terminal_gets_no_control_character_and_a_pipe_gets_the_exact_data() -> None:
    rows = [{"a": HARMFUL, "b": [HARMFUL], HARMFUL: 1}]
    terminal, pipe = Terminal(), io.StringIO()
    for write in (write_jsonl, write_csv):
        write(rows, terminal)
    assert all(letter.isprintable() or letter == "\n" for letter in terminal.getvalue())
    assert json.loads(terminal.getvalue().splitlines()[0]) == rows[0]
    write_jsonl(rows, pipe)
    assert json.loads(pipe.getvalue()) == rows[0]
    assert "\u202e" in pipe.getvalue()


def test_a_stream_that_knows_only_ascii_gets_escapes() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    write_jsonl([{"a": "é\U0001f600"}], stream)
    write_csv([{"a": "é"}], stream)
    stream.flush()
    first = raw.getvalue().decode("ascii").splitlines()[0]
    assert json.loads(first) == {"a": "é\U0001f600"}


def test_nothing_gives_nothing() -> None:
    stream = io.StringIO()
    write_csv([], stream)
    write_jsonl([], stream)
    assert stream.getvalue() == ""


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(codec="utf-8")))
def test_any_text_survives_json_and_never_commands_a_terminal(text: str) -> None:
    terminal = Terminal()
    write_jsonl([{"a": text}], terminal)
    assert json.loads(terminal.getvalue()) == {"a": text}
    assert not any(
        ord(letter) < 32 or 127 <= ord(letter) < 160 for letter in terminal.getvalue()[:-1]
    )
