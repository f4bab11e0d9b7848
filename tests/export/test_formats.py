"""Each format is read back by a reader that is not ours, and says what the corpus says."""

from __future__ import annotations

import json
import sqlite3
import xml.etree.ElementTree as ET
from collections import Counter
from decimal import Decimal
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, ClassVar

import networkx
import openpyxl
import pytest
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc import formatter as citeproc_formatter
from citeproc.source.json import CiteProcJSON
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt
from pybtex.database import parse_string
from running import SHIPPED

from tui.cli import main
from tui.corpus.load import load
from tui.export.formats.markdown import escaped
from tui.export.formats.registry import FORMATS, format_of, writer
from tui.export.selection import Selection, part_of
from tui.flows.edges import edges
from tui.model.corpus import Corpus
from tui.model.dates import Edtf
from tui.model.locales import EN
from tui.model.records import Article, Deal, all_evidence
from tui.proof.verify.prover import Prover

CORPUS = load(SHIPPED).corpus
PROOF = cache(Prover(CORPUS).record)
WHOLE = Selection.of(CORPUS, PROOF, EN)
STYLE = Path(__file__).with_name("newspaper.csl")
HOSTILE = "=1+1|<b>*x*</b>\x1b[31m{\\input} $5 ~ #1 & 100 %_\n- [a](b)"


def exported(name: str, what: str = "", selection: Selection = WHOLE) -> bytes:
    stream = BytesIO()
    writer(name)(selection, what or FORMATS[name].subjects[0], stream)
    return stream.getvalue()


def hostile() -> Selection:
    """A corpus whose every text means something to some reader."""
    article = Article("ä ö/1", "a.txt", title=HOSTILE, publisher=HOSTILE, author=HOSTILE)
    record = Deal("d", HOSTILE, note=HOSTILE)
    corpus = Corpus({}, {article.id: article, "a o/1": article}, {"d": record})
    return Selection.of(corpus, Prover(corpus).record, EN)


class TestWorkbook:
    def test_a_sheet_for_each_table_with_numbers_as_numbers(self) -> None:
        book = openpyxl.load_workbook(BytesIO(exported("xlsx")))
        assert book.sheetnames == ["deals", "totals", "facts", "evidence", "articles", "parties"]
        columns, *rows = book["deals"].iter_rows(values_only=True)
        deals = {row[0]: dict(zip(columns, row, strict=True)) for row in rows}
        assert deals["openai-amazon-2025"]["amount.value"] == 38_000_000_000
        assert deals["openai-amazon-2025"]["state"] == PROOF("openai-amazon-2025").state
        quotes = sum(len(all_evidence(record)) for record in CORPUS.records.values())
        assert book["evidence"].max_row == quotes + 1

    def test_no_cell_is_a_formula_whatever_it_begins_with(self) -> None:
        book = openpyxl.load_workbook(BytesIO(exported("xlsx", "corpus", hostile())))
        cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
        assert {cell.data_type for cell in cells} <= {"s", "n", "b"}
        assert any(str(cell.value).startswith("=1+1") for cell in cells)


class TestMarkdown:
    def test_a_row_for_each_record_and_every_footnote_is_there(self) -> None:
        text = exported("md").decode()
        html = MarkdownIt("commonmark").enable("table").render(text)
        assert html.count("<tr>") == len(CORPUS.records) + html.count("<table>")
        used = Counter(mark for mark in text.split() if mark.startswith("[^") and ":" in mark)
        assert set(used.values()) == {1}
        assert f"[^{len(used)}]:" in text

    @given(st.text(max_size=60))
    def test_any_text_is_shown_as_it_is(self, text: str) -> None:
        html = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(escaped(text))
        root = ET.fromstring(f"<r>{html}</r>")
        shown = " ".join("".join(root.itertext()).split())
        assert {child.tag for child in root.iter()} <= {"r", "p"}
        assert shown == " ".join(escaped_plain(text).split())


def escaped_plain(text: str) -> str:
    from tui.model.safe_text import safe_line

    return safe_line(" ".join(text.split()))


class TestCitations:
    def test_a_citation_processor_reads_every_article(self) -> None:
        items = json.loads(exported("csl-json"))
        source = CiteProcJSON(items)
        style = CitationStylesStyle(str(STYLE), validate=False)
        bibliography = CitationStylesBibliography(style, source, citeproc_formatter.plain)
        for item in items:
            bibliography.register(Citation([CitationItem(item["id"])]))
        lines = [str(line) for line in bibliography.bibliography()]
        assert len(lines) == len(CORPUS.articles)
        assert any("Reuters" in line and "2025" in line for line in lines)

    @pytest.mark.parametrize(
        ("date", "parts"),
        [
            ("2024-03-28", [[2024, 3, 28]]), ("2024-03", [[2024, 3]]), ("2024", [[2024]]),
            ("2024-02", [[2024, 2]]), ("2024-Q1", [[2024, 1, 1], [2024, 3, 31]]),
            ("2023-12/2024-01", [[2023, 12, 1], [2024, 1, 31]]),
            ("../2024-05", [[2024, 5, 31]]),
        ],
    )  # fmt: skip
    def test_a_date_is_as_precise_as_its_source(self, date: str, parts: list[list[int]]) -> None:
        article = Article("a", "a.txt", published=Edtf.parse(date))
        selection = Selection.of(Corpus({}, {"a": article}), Prover(Corpus()).record, EN)
        (item,) = json.loads(exported("csl-json", "articles", selection))
        assert item["issued"]["date-parts"] == parts

    def test_bibtex_is_read_back_whatever_the_titles_hold(self) -> None:
        for selection in (WHOLE, hostile()):
            text = exported("bibtex", "articles", selection).decode()
            entries = parse_string(text, "bibtex").entries
            assert len(entries) == len(selection.corpus.articles)
            assert all("title" in entry.fields for entry in entries.values())


class TestDatabase:
    @pytest.fixture
    def database(self, tmp_path: Path) -> sqlite3.Connection:
        (tmp_path / "deals.sqlite").write_bytes(exported("sqlite"))
        return sqlite3.connect(tmp_path / "deals.sqlite")

    def test_tables_hold_every_row_and_exact_amounts(self, database: sqlite3.Connection) -> None:
        counts = {
            name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
            for name in ("deals", "totals", "facts", "articles", "parties", "flows")
        }
        assert counts["deals"] + counts["totals"] + counts["facts"] == len(CORPUS.records)
        assert counts["articles"] == len(CORPUS.articles)
        assert counts["flows"] == len(edges(CORPUS.records.values(), CORPUS))
        query = 'SELECT "amount.value" FROM deals WHERE id = ?'
        (amount,) = database.execute(query, ("openai-amazon-2025",)).fetchone()
        assert amount == 38_000_000_000

    def test_views_show_what_is_not_proved_and_what_is_disputed(
        self, database: sqlite3.Connection
    ) -> None:
        states = {row[0] for row in database.execute("SELECT state FROM quotes_to_check")}
        assert states.isdisjoint({"proved", "judged", "derived"})
        stances = {row[0] for row in database.execute("SELECT stance FROM disputes")}
        assert stances <= {"disputes", "corrects"}
        assert stances

    def test_full_text_finds_words_without_their_accents(
        self, database: sqlite3.Connection
    ) -> None:
        query = "SELECT id FROM article_text WHERE article_text MATCH 'etrange'"
        assert database.execute(query).fetchall()
        query = "SELECT id FROM record_text WHERE record_text MATCH 'milliards'"
        assert database.execute(query).fetchall()

    def test_the_file_is_sound(self, database: sqlite3.Connection) -> None:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


class TestEntities:
    entities: ClassVar = [json.loads(line) for line in exported("ftm").splitlines()]

    def test_followthemoney_takes_every_entity(self) -> None:
        model = pytest.importorskip("followthemoney").model
        for entity in self.entities:
            proxy = model.get_proxy(entity)
            proxy.schema.validate(entity)
            for name, values in entity["properties"].items():
                assert len(proxy.get(name)) == len(values), (entity["id"], name, values)

    def test_only_money_that_has_moved_is_a_payment(self) -> None:
        every = edges(CORPUS.records.values(), CORPUS)
        flows = [flow for flow in every if flow.payer and flow.payee]
        schemata = Counter(entity["schema"] for entity in self.entities)
        assert schemata["Payment"] == sum(flow.column == "paid" for flow in flows)
        assert schemata["UnknownLink"] == sum(flow.column != "paid" for flow in flows)

    def test_every_link_leads_to_entities_that_are_there(self) -> None:
        known = {entity["id"] for entity in self.entities}
        ends = ("payer", "beneficiary", "subject", "object", "owner", "asset", "proof")
        for entity in self.entities:
            for end in ends:
                assert set(entity["properties"].get(end, ())) <= known
            if entity["schema"] in ("Payment", "UnknownLink", "Ownership"):
                assert entity["properties"]["proof"]


ANNOTATION = {
    "type": "object",
    "required": ["@context", "id", "type", "total", "first"],
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "type": {"const": "AnnotationCollection"},
        "first": {
            "type": "object",
            "required": ["type", "items"],
            "properties": {
                "type": {"const": "AnnotationPage"},
                "items": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "required": ["id", "type", "motivation", "target", "body"],
                        "properties": {
                            "id": {"type": "string", "format": "uri"},
                            "type": {"const": "Annotation"},
                            "motivation": {"enum": ["assessing", "linking"]},
                            "target": {
                                "type": "object",
                                "required": ["source", "selector"],
                                "properties": {
                                    "selector": {
                                        "type": "array",
                                        "items": {
                                            "oneOf": [
                                                {
                                                    "required": ["exact"],
                                                    "properties": {
                                                        "type": {"const": "TextQuoteSelector"}
                                                    },
                                                },
                                                {
                                                    "required": ["start", "end"],
                                                    "properties": {
                                                        "type": {"const": "TextPositionSelector"},
                                                        "start": {"type": "integer", "minimum": 0},
                                                    },
                                                },
                                            ]
                                        },
                                    }
                                },
                            },
                        },
                    },
                },
            },
        },
    },
}


def test_annotations_select_the_words_of_the_quote() -> None:
    document = json.loads(exported("jsonld"))
    Draft202012Validator(ANNOTATION).validate(document)
    items = document["first"]["items"]
    assert document["total"] == len(items) == len({item["id"] for item in items})
    texts = {f"urn:dealtui:article:{name}": text.text for name, text in CORPUS.texts.items()}
    exact = 0
    for item in items:
        quote, *positions = item["target"]["selector"]
        for position in positions:
            text = texts[item["target"]["source"]]
            exact += text[position["start"] : position["end"]] == quote["exact"]
    assert exact > len(items) / 2


@pytest.mark.parametrize(
    ("name", "read"), [("graphml", networkx.read_graphml), ("gexf", networkx.read_gexf)]
)
def test_graphs_have_an_edge_for_every_flow(name: str, read: Any) -> None:
    graph = read(BytesIO(exported(name)))
    flows = edges(CORPUS.records.values(), CORPUS)
    assert graph.is_directed()
    assert graph.number_of_edges() == len(flows)
    sums: Counter[str] = Counter()
    for payer, _, data in graph.edges(data=True):
        if payer == "openai" and data.get("currency") == "USD" and data.get("low"):
            sums[data["column"]] += int(Decimal(data["low"]))
    assert sums["committed"] >= 38_000_000_000


@settings(max_examples=30)
@given(st.sets(st.sampled_from(sorted(CORPUS.records)), max_size=6))
def test_a_part_has_all_that_its_records_need_and_nothing_else(chosen: set[str]) -> None:
    part = part_of(CORPUS, [CORPUS.records[name] for name in sorted(chosen)])
    quoted = {item.article for record in part.records.values() for _, item in all_evidence(record)}
    assert set(part.articles) == quoted
    selection = Selection.of(part, PROOF, EN)
    for name, form in FORMATS.items():
        for what in form.subjects:
            exported(name, what, selection)


class TestVerb:
    def test_the_end_of_the_file_name_says_the_format(self, tmp_path: Path) -> None:
        for name, form in FORMATS.items():
            path = tmp_path / f"deals{form.suffixes[0]}"
            assert format_of(str(path)) == name
            assert main(["--demo", "export", form.subjects[0], "-o", str(path)]) == 0
            assert path.stat().st_size > 100
        assert (tmp_path / "deals.metadata.json").exists()

    def test_a_query_leaves_out_what_does_not_fit(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["--demo", "export", "deals", "--query", "openai amazon 38"]) == 0
        ids = [json.loads(line)["id"] for line in capsys.readouterr().out.splitlines()]
        assert ids[0] == "openai-amazon-2025"
        assert main(["--demo", "export", "deals", "--query", "zzzzzz"]) == 1
        assert main(["--demo", "export", "deals", "--query", "payre:x"]) == 2

    def test_a_format_that_does_not_fit_says_which_do(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["--demo", "export", "flows", "--format", "csv"]) == 2
        assert "there is graphml, gexf" in capsys.readouterr().err

    def test_a_folder_that_is_not_there_is_said(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["--demo", "export", "deals", "-o", str(tmp_path / "no" / "x.csv")]) == 2
        assert "cannot be written" in capsys.readouterr().err
