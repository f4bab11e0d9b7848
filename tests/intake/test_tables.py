"""Tables: each row becomes a record or is named with what cannot be read; nothing is lost."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from tui.cli import main
from tui.corpus.load import load
from tui.intake.document import IntakeError
from tui.intake.tables.columns import match_columns
from tui.intake.tables.days import order_of, read_day
from tui.intake.tables.money import conventions_of, read_money
from tui.intake.tables.names import name_key, split_names
from tui.intake.tables.sheet import read_sheet

if TYPE_CHECKING:
    from pathlib import Path

CSV = """Company;Investors;Amount;Date;Round;City
Morvan;Alpina (lead), Bretagne Fonds and Caisse du Ponant;€48M;13/05/2024;Series B;Lorient
Cendrée;Alpina;23 M€;27/03/2024;Série A;Lyon
Loam & Co;Verdant Group, Inc.;£72m;02/11/2023;Acquisition;Ludlow
Kestrel;Alpina SAS;undisclosed;Q1 2024;Seed;
Zell;ALPINA; 450 K€;2023;Grant;
Foo;Bar;abc;31/02/2024;Seed;
;;1;;;
Baz;Qux;1.234.567,89 USD;05/06/2024;Debt;
Baz;Qux;1.234.567,89 USD;05/06/2024;Debt;
"""


@pytest.fixture
def corpus(tmp_path: Path, own_folders: None) -> Path:
    path = tmp_path / "deals.yaml"
    path.write_text(
        "version: 1\nparties:\n  alpina-fr: {name: Alpina, aliases: [Fonds Alpina]}\n"
        "deals: []  # kept\n",
        "utf-8",
    )
    return path


def bring(corpus: Path, name: str, data: str | bytes, *options: str) -> int:
    table = corpus.parent / name
    table.write_bytes(data if isinstance(data, bytes) else data.encode())
    return main(["-c", str(corpus), "import", str(table), *options])


def rows(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_dry_run_says_what_each_row_becomes_and_writes_nothing(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = corpus.read_text("utf-8")
    assert bring(corpus, "t.csv", CSV, "--dry-run", "--format", "jsonl") == 1
    found = rows(capsys)
    assert corpus.read_text("utf-8") == before
    assert list(found[0])[:8] == [
        "row", "id", "payer", "payee", "amount", "currency", "date", "doubts",
    ]  # fmt: skip
    told = [(one["row"], one["payer"], one["payee"], one["amount"], one["currency"], one["date"])
            for one in found]  # fmt: skip
    assert told == [
        (2, "alpina-fr", "morvan", 48_000_000, "EUR", "2024-05-13"),
        (3, "alpina-fr", "cendree", 23_000_000, "EUR", "2024-03-27"),
        (4, "verdant-group", "loam-co", 72_000_000, "GBP", "2023-11-02"),
        (5, "alpina-fr", "kestrel", "undisclosed", None, "2024-Q1"),
        (6, "alpina-fr", "zell", 450_000, "EUR", "2023"),
        (7, "bar", "foo", None, None, None),
        (8, None, None, None, None, None),
        (9, "qux", "baz", 1_234_567.89, "USD", "2024-06-05"),
        (10, "qux", "baz", 1_234_567.89, "USD", "2024-06-05"),
    ]
    assert found[0]["parties"] == ["bretagne-fonds", "caisse-du-ponant"]
    assert "3 payers" in found[0]["doubts"][0]
    assert found[5]["doubts"] == ["“abc” is no amount", "“31/02/2024” is no date"]
    assert "repeats row 9" in found[8]["doubts"]


def test_the_records_stand_in_the_file_and_the_same_table_again_adds_nothing(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bring(corpus, "t.csv", CSV) == 1
    text = corpus.read_text("utf-8")
    assert "# kept" in text
    loaded = load(corpus)
    assert [one for one in loaded.problems if one.severity == "error"] == []
    assert len(loaded.corpus.records) == 7
    deal = loaded.corpus.records["morvan-alpina-fr-2024-05-13"]
    assert (str(deal.amount), deal.instrument) == ("48 M EUR", "equity")  # type: ignore[union-attr] # a deal
    told = capsys.readouterr()
    assert "row 8: " in told.out
    assert "not used   City" in told.out
    assert bring(corpus, "t.csv", CSV) == 1
    assert corpus.read_text("utf-8") == text
    assert "0 records added" in capsys.readouterr().err


def test_ids_do_not_depend_on_the_order_of_the_rows(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = CSV.splitlines()
    bring(corpus, "t.csv", CSV, "--dry-run", "--format", "jsonl")
    first = {one["id"] for one in rows(capsys)}
    bring(corpus, "t.csv", "\n".join([lines[0], *reversed(lines[1:])]), "--dry-run", "--format",
          "jsonl")  # fmt: skip
    assert {one["id"] for one in rows(capsys)} == first


def test_two_rows_that_differ_have_two_ids_and_a_later_table_adds_only_what_is_new(
    corpus: Path,
) -> None:
    head = "payer,payee,amount,currency,date\n"
    one, two = "A,B,5 M,EUR,2024-03-01\n", "A,B,7 M,EUR,2024-03-01\n"
    assert bring(corpus, "t.csv", head + one) == 0
    assert bring(corpus, "t.csv", head + one + two) == 0
    assert sorted(str(deal.amount) for deal in load(corpus).corpus.records.values()) == [  # type: ignore[union-attr] # deals
        "5 M EUR", "7 M EUR",
    ]  # fmt: skip
    assert bring(corpus, "t.csv", head + two + one) == 0
    assert len(load(corpus).corpus.records) == 2


def workbook() -> bytes:
    import io
    from datetime import UTC, datetime

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["List of deals 2024"])
    sheet.append([])
    sheet.append(["Bénéficiaire", "Investisseur", "Montant (M€)", "Date de l’opération"])
    sheet.append(["Morvan", "Alpina", 23.5, datetime(2024, 3, 27, tzinfo=UTC).replace(tzinfo=None)])
    sheet.append(["Kerguen", "Fonds Alpina", 5, "mars 2024"])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


FORMS = {
    "t.xlsx": workbook(),
    "t.tsv": "payee\tpayer\tamount\tdate\nMorvan\tAlpina\t23.5 M€\t2024-03-27\n"
    "Kerguen\tFonds Alpina\t5 M€\tmars 2024\n",
    "t.jsonl": '{"payee": "Morvan", "payer": "Alpina", "amount": 23.5e6, "currency": "EUR", '
    '"date": "2024-03-27"}\n{"payee": "Kerguen", "payer": ["Fonds Alpina"], "amount": "5 M€", '
    '"date": "2024-03"}\n',
    "wrong.txt": "Company,Investor,Amount (k€),Closing date\nMorvan,Alpina,23500,27/03/2024\n"
    "Kerguen,Fonds Alpina,5000,Mar-24\n",
}


@pytest.mark.parametrize("name", FORMS)
def test_every_form_of_a_table_gives_the_same_records(
    corpus: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert bring(corpus, name, FORMS[name], "--dry-run", "--format", "jsonl") == 0
    keys = ("payer", "payee", "amount", "currency", "date", "doubts")
    assert [[one[key] for key in keys] for one in rows(capsys)] == [
        ["alpina-fr", "morvan", 23_500_000, "EUR", "2024-03-27", []],
        ["alpina-fr", "kerguen", 5_000_000, "EUR", "2024-03", []],
    ]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("not json", "the line is no JSON"), ('{"payee": "Kerg', "the line is no JSON"),
        ("[" * 100_000, "the line is no JSON"), ('"Kerguen"', "the line is no object of JSON"),
        ("null", "the line is no object of JSON"),
    ],
)  # fmt: skip
def test_a_damaged_line_is_listed_and_the_others_are_read(
    corpus: Path, capsys: pytest.CaptureFixture[str], line: str, fault: str
) -> None:
    table = (
        f'{{"payee": "Morvan", "payer": "Alpina"}}\n{line}\n{{"payee": "Loam", "payer": "Zell"}}'
    )
    assert bring(corpus, "t.jsonl", table, "--dry-run", "--format", "jsonl") == 1
    found = rows(capsys)
    assert [one["payee"] for one in found] == ["morvan", None, "loam"]
    assert found[1]["doubts"] == [fault]


def test_a_map_says_which_column_is_which(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = "Qui,Pour qui,Combien,Quand\nAlpina,Morvan,23,27.03.2024\n"
    assert bring(corpus, "t.csv", table) == 2
    assert "--map" in capsys.readouterr().err
    columns = corpus.parent / "map.yaml"
    columns.write_text(
        "payer: Qui\npayee: Pour qui\namount: Combien\ndate: Quand\ncurrency: =USD\n", "utf-8"
    )
    options = ("--map", str(columns), "--dry-run", "--format", "jsonl")
    assert bring(corpus, "t.csv", table, *options) == 0
    (row,) = rows(capsys)
    assert (row["payer"], row["amount"], row["currency"]) == ("alpina-fr", 23, "USD")
    columns.write_text("payer: Nobody\n", "utf-8")
    assert bring(corpus, "t.csv", table, *options) == 2


@pytest.mark.parametrize(
    ("cell", "wanted", "currency"),
    [
        ("€3.4M", "3.4 M EUR", "EUR"), ("450 K€", "450000 EUR", "EUR"),
        ("$1.2bn", "1.2 bn USD", "USD"),
        ("US$ 5 million", "5 M USD", "USD"), ("£2,500,000", "2.5 M GBP", "GBP"),
        ("1 200 000 €", "1.2 M EUR", "EUR"), ("12,5 millions d’euros", "12.5 M EUR", "EUR"),
        ("2 Md€", "2 bn EUR", "EUR"), ("CHF 3.5m", "3.5 M CHF", "CHF"),
        ("~5M€", "about 5 M EUR", "EUR"),
        ("10-12 M€", "10-12 M EUR", "EUR"), ("up to $4bn", "up to 4 bn USD", "USD"),
        (">3M USD", "more than 3 M USD", "USD"), ("5M+ €", "at least 5 M EUR", "EUR"),
        ("undisclosed", "undisclosed", ""), ("Non divulgué", "undisclosed", ""),
        ("n.c.", "undisclosed", ""),
        ("0.75 M€", "750000 EUR", "EUR"), ("HK$ 30m", "30 M HKD", "HKD"),
    ],
)  # fmt: skip
def test_amounts_are_read_as_tables_write_them(cell: str, wanted: str, currency: str) -> None:
    money = read_money(cell, conventions_of("Amount", [cell]))
    assert (str(money.quantity), money.currency, money.doubts) == (wanted, currency, ())


@pytest.mark.parametrize("cell", ["", "-", "N/A", "?", "tbd"])
def test_an_empty_cell_is_neither_zero_nor_undisclosed(cell: str) -> None:
    assert read_money(cell, conventions_of("Amount", [])).quantity is None


def test_the_decimal_sign_is_that_of_the_whole_column_and_a_doubt_where_none_tells() -> None:
    german = conventions_of("Betrag", ["1.234", "2.345.678", "7,5"])
    assert read_money("1.234", german).quantity is not None
    assert str(read_money("1.234 EUR", german).quantity) == "1234 EUR"
    english = conventions_of("Amount", ["1.234", "7.5"])
    assert str(read_money("1.234 EUR", english).quantity) == "1.234 EUR"
    unknown = read_money("1,234 EUR", conventions_of("Amount", ["1,234"]))
    assert unknown.quantity is not None
    assert unknown.quantity.value == Decimal(1234)
    assert unknown.doubts


@pytest.mark.parametrize("cell", ["kr 5m", "¥300m"])
def test_a_sign_of_several_currencies_is_doubted(cell: str) -> None:
    money = read_money(cell, conventions_of("Amount", []))
    assert money.currency == ""
    assert money.doubts


def test_the_order_of_day_and_month_is_told_by_the_column() -> None:
    assert order_of(["03/04/2024", "13/04/2024"]) == "dmy"
    assert order_of(["03/04/2024", "04/13/2024"]) == "mdy"
    assert read_day("03/04/2024", "mdy").text == "2024-03-04"
    assert read_day("03/04/2024", "dmy").text == "2024-04-03"
    open_one = read_day("03/04/2024", order_of(["03/04/2024"]))
    assert open_one.doubts
    assert not read_day("04/04/2024", "").doubts


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        ("2024-03-27", "2024-03-27"), ("2024/3/7", "2024-03-07"), ("27.03.24", "2024-03-27"),
        ("20240327", "2024-03-27"), ("Mar 27, 2024", "2024-03-27"), ("27 mars 2024", "2024-03-27"),
        ("27-Mar-24", "2024-03-27"), ("Mar-24", "2024-03"), ("mars 2024", "2024-03"),
        ("2024-03", "2024-03"), ("03/2024", "2024-03"), ("Q1 2024", "2024-Q1"), ("1T24", "2024-Q1"),
        ("H2 2023", "2023-H2"), ("S1 2023", "2023-H1"), ("2024", "2024"), ("FY2023", "2023"),
        ("2024-03-27T10:00:00Z", "2024-03-27"), ("45378", "2024-03-27"), ("", ""), ("n/a", ""),
    ],
)  # fmt: skip
def test_dates_are_read_in_many_forms(cell: str, wanted: str) -> None:
    assert read_day(cell, "dmy").text == wanted


def test_several_names_in_a_cell_are_taken_apart_and_nobody_is_no_name() -> None:
    assert split_names("Acme, Inc., Foo & Co and Bar", commas=True) == (
        "Acme, Inc.",
        "Foo & Co",
        "Bar",
    )
    assert split_names("A; B | C\nD", commas=False) == ("A", "B", "C", "D")
    assert split_names("Smith, Jones", commas=False) == ("Smith, Jones",)
    assert split_names("Alpina (lead), others", commas=True) == ("Alpina",)
    assert split_names("undisclosed investors", commas=True) == ()


def test_a_party_is_the_same_under_every_spelling_of_its_name() -> None:
    keys = {name_key(name) for name in ("Éclat SAS", "ECLAT", "Eclat, Inc.", "The Éclat Ltd.")}
    assert keys == {"eclat"}
    assert name_key("Loam & Co") != name_key("Loam")


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", "empty"), (b"\n\n;;\n", "empty"), (b"PK\x03\x04broken", "damaged"),
     (b'[{"a": 1}, {"a"', "damaged"), (b"\xd0\xcf\x11\xe0xx", "unknown-kind")],
)  # fmt: skip
def test_what_is_no_table_is_named_as_what_it_is(data: bytes, code: str) -> None:
    with pytest.raises(IntakeError) as refused:
        match_columns(read_sheet(data, "t.csv"))
    assert refused.value.code == code


def test_thousands_of_rows_are_written_in_one_change(corpus: Path) -> None:
    head = "Company,Investors,Amount,Date\n"
    lines = [f"Start-up {at},Fonds {at % 50}; Alpina,{at},0{at % 9 + 1}/2024" for at in range(3000)]
    assert bring(corpus, "t.csv", head + "\n".join(lines)) == 0
    loaded = load(corpus)
    assert len(loaded.corpus.records) == 3000
    assert [one for one in loaded.problems if one.severity == "error"] == []
