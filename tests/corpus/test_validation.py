"""Every problem of a corpus is reported, each at its place, and none hides a good record."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from tui.corpus.load import Loaded, format_problem, load, read_articles, read_corpus_file
from tui.model.problems import Problem
from tui.model.quantities import Quantity
from tui.model.records import Deal, Fact, Total
from tui.model.task import Task

if TYPE_CHECKING:
    from pathlib import Path

HEAD = """\
version: 1
parties:
  amazon: {name: Amazon, aliases: [AWS]}
  anthropic: {name: Anthropic}
articles:
  one: {file: one.txt, published: 2023-09, language: fr}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "one.txt").write_text("Amazon va investir 4 milliards.", "utf-8")
    return tmp_path


def loaded(folder: Path, body: str, head: str = HEAD) -> Loaded:
    path = folder / "deals.yaml"
    path.write_bytes((head + body).encode())
    return load(path)


def problem_places(result: Loaded) -> list[tuple[str, int, int]]:
    return [(problem.code, problem.line, problem.column) for problem in result.problems]


def test_a_good_corpus_has_no_problem_and_all_its_parts(folder: Path) -> None:
    result = loaded(
        folder,
        """\
deals:
  - id: d
    title: no
    payer: amazon
    payee: anthropic
    parties: [amazon]
    instrument: equity
    status: paid
    announced: 2023-09
    amount: {min: 1 bn, exclusive_max: 4 bn USD, approx: true}
    tranches:
      - {id: first, amount: 1.25 bn USD, status: paid, date: 2023-Q4,
         evidence: [{article: one, quote: "4 milliards"}]}
    evidence:
      - {for: [amount, payer], article: one, quote: "Amazon va investir", prefix: a, suffix: b}
      - {for: announced, article: one, quote: 1:30, says: 2023-10, stance: disputes}
totals:
  - {id: t, title: T, count: 6, amount: 7 bn USD, members: [d, d.first]}
facts:
  - {id: f, title: F, kind: stake, party: anthropic, holder: amazon, value: less than 1/3}
""",
    )
    assert result.problems == ()
    deal = result.corpus.records["d"]
    assert isinstance(deal, Deal)
    assert deal.title == "no"
    assert deal.amount == Quantity(
        "USD", minimum=Decimal("1E9"), exclusive_maximum=Decimal("4E9"), approximate=True
    )
    assert deal.tranches[0].evidence[0].fields == ("amount",)
    assert deal.evidence[1].quote == "1:30"
    assert str(deal.evidence[1].says) == "2023-10"
    assert (deal.line, deal.column) == (8, 5)
    assert (deal.evidence[0].line, deal.evidence[0].column) == (21, 9)
    total, fact = result.corpus.records["t"], result.corpus.records["f"]
    assert isinstance(total, Total)
    assert total.members == ("d", "d.first")
    assert isinstance(fact, Fact)
    assert fact.holder == "amazon"
    assert result.corpus.texts["one"].text.startswith("Amazon va")


@pytest.mark.parametrize(
    ("line", "code", "column", "hint"),
    [
        ("payer: amazn", "unknown-party", 12, "amazon"),
        ("status: payed", "unknown-word", 13, "paid"),
        ("instrument: convertable-note", "unknown-word", 17, "convertible-note"),
        ("announced: 2023-13", "bad-date", 16, "2023-09"),
        ("date: 27/03/2024", "bad-date", 11, "2023-09"),
        ("amount: 4 billions", "bad-amount", 13, "up to 4 bn USD"),
        ("amount: 4-1 bn USD", "bad-amount", 13, "1-2 bn USD"),
        ("amount: {min: 4 bn, max: 1 bn, currency: USD}", "bad-amount", 13, ""),
        ("amount: {min: 4 bn USD, max: 5 bn EUR}", "bad-amount", 34, "one currency"),
        ("amount: {value: up to 3}", "bad-amount", 21, "4 bn"),
        ("amount: {}", "bad-amount", 13, ""),
        ("amount: 4 bn", "missing-currency", 13, "USD"),
        ("amount: 4 bn UDS", "unknown-currency", 13, "USD"),
        ("amonut: 4 bn USD", "unknown-key", 5, "amount"),
        ("parties: amazon", "not-a-list", 14, "[amazon]"),
        ("note: [a]", "not-a-text", 11, ""),
        ("tranches: [{amount: 4 bn USD}]", "missing-key", 16, "Unique"),
        ("evidence: [{article: one}]", "missing-key", 16, "exact words"),
        ("evidence: [{article: two, quote: x}]", "unknown-article", 26, "articles"),
        ("evidence: [{article: one, quote: x, for: amonut}]", "unknown-field", 46, "amount"),
        ("evidence: [{article: one, quote: x, stance: refutes}]", "unknown-word", 49, "disputes"),
        ("evidence: [{article: one, quote: x, says: lots}]", "bad-amount", 47, "1.25 bn"),
        ("evidence: [{article: one, quote: x, rank: deprecated}]", "missing-reason", 16, "because"),
        ("evidence: {article: one}", "not-a-list", 15, "- "),
    ],
)
def test_a_wrong_field_is_reported_at_its_place_and_its_record_stays(
    folder: Path, line: str, code: str, column: int, hint: str
) -> None:
    result = loaded(
        folder, f"deals:\n  - id: d\n    title: D\n    {line}\n  - {{id: e, title: E}}\n"
    )
    assert problem_places(result) == [(code, 10, column)]
    assert hint in result.problems[0].hint
    assert list(result.corpus.records) == ["d", "e"]


def test_a_wrong_evidence_field_does_not_become_evidence_for_the_amount(folder: Path) -> None:
    result = loaded(
        folder,
        "deals: [{id: d, title: D, evidence: [{for: amonut, article: one, quote: x}]}]\n",
    )
    assert result.corpus.records["d"].evidence == ()


def test_records_without_a_usable_id_are_reported_and_left_out(folder: Path) -> None:
    result = loaded(
        folder,
        "deals:\n  - {title: no id}\n  - {id: a, title: A}\n  - {id: a, title: again}\n"
        "  - just text\n  - {id: b}\n  - {id: B b, title: odd}\n",
    )
    assert problem_places(result) == [
        ("missing-key", 8, 5),
        ("duplicate-id", 10, 10),
        ("not-a-mapping", 11, 5),
        ("missing-key", 12, 5),
        ("bad-id", 13, 10),
    ]
    assert {key: record.title for key, record in result.corpus.records.items()} == {
        "a": "A",
        "b": "b",
        "B b": "odd",
    }


def test_a_tranche_with_a_taken_id_is_left_out(folder: Path) -> None:
    body = "deals: [{id: d, title: D, tranches: [{id: x}, {id: x}, {id: y}]}]\n"
    result = loaded(folder, body)
    assert [problem.code for problem in result.problems] == ["duplicate-id"]
    deal = result.corpus.records["d"]
    assert isinstance(deal, Deal)
    assert [tranche.id for tranche in deal.tranches] == ["x", "y"]


def test_parties_and_articles_may_stand_after_the_records(folder: Path) -> None:
    text = "version: 1\ndeals:\n  - {id: d, title: D, payer: a}\nparties:\n  a: {name: A}\n"
    assert loaded(folder, text, head="").problems == ()


def test_members_of_a_total_must_exist(folder: Path) -> None:
    result = loaded(
        folder,
        "deals: [{id: d, title: D, tranches: [{id: x}]}]\n"
        "totals: [{id: t, title: T, members: [d, d.x, d.y, dd]}]\n",
    )
    assert [problem.code for problem in result.problems] == ["unknown-member"] * 2


def test_a_fact_of_no_kind_is_reported_and_shown_as_other(folder: Path) -> None:
    result = loaded(folder, "facts: [{id: f, title: F}]\n")
    assert [problem.code for problem in result.problems] == ["missing-key"]
    fact = result.corpus.records["f"]
    assert isinstance(fact, Fact)
    assert fact.kind == "other"


@pytest.mark.parametrize("folder_name", ["/etc", "a/../../b", "~/x", "a/.."])
def test_the_folder_of_the_articles_is_relative(folder: Path, folder_name: str) -> None:
    result = loaded(folder, f"articles_dir: {folder_name}\n")
    assert "bad-folder" in [problem.code for problem in result.problems]


def test_the_folder_of_the_articles_may_lie_above(folder: Path) -> None:
    below = folder / "data"
    below.mkdir()
    result = loaded(below, "articles_dir: ..\ndeals: []\n")
    assert result.problems == ()
    assert "one" in result.corpus.texts


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("missing.txt", "file-missing"),
        ("../one.txt", "bad-path"),
        ("/etc/passwd", "bad-path"),
        ("link.txt", "bad-path"),
        ("sub/../../one.txt", "bad-path"),
        ('"a\\0b"', "bad-path"),
        ("sub", "not-a-file"),
        ("/dev/zero", "bad-path"),
        ("binary.txt", "binary"),
    ],
)
def test_an_article_that_cannot_be_read_is_a_problem_of_that_article_alone(
    tmp_path: Path, name: str, code: str
) -> None:
    store = tmp_path / "corpus"
    (store / "sub").mkdir(parents=True)
    (tmp_path / "one.txt").write_text("outside")
    (store / "link.txt").symlink_to(tmp_path / "one.txt")
    (store / "binary.txt").write_bytes(b"\0\1\2")
    (store / "good.txt").write_text("good")
    result = loaded(
        store,
        f"version: 1\narticles:\n  bad:\n    title: B\n    file: {name}\n"
        "  good: {file: good.txt}\n",
        head="",
    )
    assert problem_places(result) == [(code, 5, 11)]
    assert result.problems[0].article == "bad"
    assert list(result.corpus.texts) == ["good"]


def test_an_article_in_windows_encoding_is_read_and_noted(folder: Path) -> None:
    (folder / "one.txt").write_bytes("déjà 4 €".encode("cp1252"))
    result = loaded(folder, "")
    assert [(problem.code, problem.severity) for problem in result.problems] == [
        ("guessed-encoding", "info")
    ]
    assert result.corpus.texts["one"].text == "déjà 4 €"


def test_records_can_be_had_before_the_articles(folder: Path) -> None:
    path = folder / "deals.yaml"
    path.write_text(HEAD + "deals: [{id: d, title: D}]\n", "utf-8")
    records = read_corpus_file(path)
    assert list(records.corpus.records) == ["d"]
    assert records.corpus.texts == {}
    assert read_articles(records) == load(path)


def test_a_missing_or_unreadable_file_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    assert [problem.code for problem in load(tmp_path / "no.yaml").problems] == ["file-missing"]
    assert [problem.code for problem in load(tmp_path).problems] == ["not-a-file"]


def test_the_version_is_checked(folder: Path) -> None:
    assert problem_places(loaded(folder, "version: 2\n", head="")) == [("unknown-version", 1, 10)]
    missing = loaded(folder, "deals: [{id: d, title: D}]\n", head="")
    assert [(problem.code, problem.severity) for problem in missing.problems] == [
        ("missing-key", "warning")
    ]


def test_a_problem_prints_its_place_code_and_hint() -> None:
    problem = Problem(
        "bad-date", "no date", "Write 2023.", file="data/deals.yaml", line=3, column=9
    )
    assert (
        format_problem(problem)
        == "data/deals.yaml:3:9: [error] no date (bad-date)\n    Write 2023."
    )
    assert format_problem(Problem("empty", "nothing", file="f")) == "f: [error] nothing (empty)"


def test_a_printed_problem_never_holds_a_control_character(folder: Path) -> None:
    result = loaded(folder, 'deals: [{id: d, title: D, status: "\\e]52;c;x\\a\\u202e"}]\n')
    text = format_problem(result.problems[0])
    assert text.isprintable() or text.replace("\n", "").isprintable()
    assert "\x1b" not in text


def test_progress_is_reported(folder: Path) -> None:
    steps: list[str] = []
    (folder / "deals.yaml").write_text(HEAD, "utf-8")
    load(folder / "deals.yaml", task=Task(lambda step, done, total: steps.append(step)))
    assert set(steps) == {"reading records", "reading articles"}
