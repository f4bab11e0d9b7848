"""What a user finds: figures, names, filters, reasons, facets, completion."""

from __future__ import annotations

import gc
import json
import weakref
from typing import TYPE_CHECKING

import pytest

from tui.model.corpus import ArticleText, Corpus
from tui.model.dates import Edtf
from tui.model.format import FR, format_quantity
from tui.model.quantities import Quantity
from tui.model.records import Article, Deal, Evidence, Fact, Party, Total, Tranche, Use
from tui.model.task import CancelledError, Task
from tui.search.engine import Hit, Index, build
from tui.search.index.builder import collect_terms
from tui.search.result_rows import search_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

TEXT = (
    "L’annonce est tombée mercredi.\n"
    "Avec 4 milliards au total, c’est le plus important investissement d’Amazon.\n"
    "Son concurrent a réuni 2,4 milliards auprès de Goldman Sachs.\n"
)


def corpus() -> Corpus:
    parties = (
        Party("amazon", "Amazon", ("Amazon Web Services", "AWS")),
        Party("anthropic", "Anthropic"), Party("gs", "Goldman Sachs"),
        Party("openai", "OpenAI"), Party("mistral", "Mistral AI SAS"),
        Party("pg", "Procter & Gamble"), Party("saint", "Crédit Saint-Étienne"),
    )  # fmt: skip
    articles = (
        Article("monde", "1.txt", title="Une étrange symbiose", publisher="Le Monde",
                published=Edtf.parse("2024-03-28"), language="fr"),
        Article("times", "2.txt", title="A deal", published=Edtf.parse("2023-10"), language="en"),
    )  # fmt: skip
    records = (
        Deal("backs", "Amazon backs Anthropic", payer="amazon", payee="anthropic",
             instrument="convertible-note", status="committed", announced=Edtf.parse("2023-09"),
             amount=Quantity.parse("up to 4 bn USD"), tags=("cloud",),
             tranches=(Tranche("first", "Paid at once", Quantity.parse("1.25 bn USD"), "paid",
                               Edtf.parse("2024-02")),),
             evidence=(Evidence(("amount",), "monde", "4 milliards au total"),)),
        Deal("stake", "A stake in Mistral", payer="gs", payee="mistral", status="rumoured",
             announced=Edtf.parse("2024-01"), amount=Quantity.parse("2.4 bn EUR"),
             note="Nobody confirmed it.",
             evidence=(Evidence(("amount",), "times", "$2.4 billion", stance="disputes"),)),
        Deal("soap", "Soap for data", payer="pg", payee="saint", announced=Edtf.parse("2022"),
             amount=Quantity.parse("about 400 M EUR")),
        Total("sum", "Two operations", payee="anthropic", amount=Quantity.parse("7 bn USD"),
              period=Edtf.parse("2023")),
        Fact("worth", "OpenAI is valued", "valuation", "openai", date=Edtf.parse("2025-03"),
             value=Quantity.parse("300 bn USD"), used_in=(Use("A memo"),)),
    )  # fmt: skip
    return Corpus(
        {party.id: party for party in parties},
        {article.id: article for article in articles},
        {record.id: record for record in records},
        {"monde": ArticleText(TEXT), "times": ArticleText("They put in $2.4 billion.")},
    )


@pytest.fixture(scope="module", name="index")
def _index() -> Index:
    return build(corpus())


def found(index: Index, query: str) -> list[str]:
    result = index.search(query)
    return [result.record_id(at) for at in range(result.total)]


def test_no_query_lists_everything_newest_first(index: Index) -> None:
    assert found(index, "") == ["worth", "stake", "sum", "backs", "soap"]


@pytest.mark.parametrize(
    "query",
    [
        "4bn",
        "4 bn",
        "4 milliards",
        "4 Md",
        "$4bn",
        "4000000000",
        "4\u202f000 M€",
        "'4bn",
        "4 000 000 000",
        "4\u202f000\u00a0000\u202f000 $",
        "'4000000000",
    ],
)
def test_every_spelling_finds_the_same_amounts(index: Index, query: str) -> None:
    assert found(index, query) == ["backs"]


def test_a_figure_is_never_found_inside_another(index: Index) -> None:
    assert "backs" not in found(index, "25 bn")
    assert found(index, "2,4 milliards") == ["stake", "backs"]
    assert found(index, "1,25 milliard") == ["backs"]


@pytest.mark.parametrize(
    ("query", "record"),
    [
        ("amzaon", "backs"), ("AWS", "backs"), ("web servcies", "backs"), ("anthro", "backs"),
        ("gs", "stake"), ("goldmansachs", "stake"), ("goldman sahcs", "stake"),
        ("open ai", "worth"), ("opnai", "worth"), ("mistral ai", "stake"),
        ("mistralai", "stake"), ("mistarl sai", "stake"), ("mistral inc", "stake"),
        ("procter and gamble", "soap"), ("proctergamble", "soap"), ("p&g", "soap"),
        ("credit saint etienne", "soap"), ("SAINT-ETIENNE", "soap"), ("d'amazon", "backs"),
        ("symbiose", "backs"), ("cloud", "backs"), ("valu", "worth"), ("thropic", "backs"),
    ],
)  # fmt: skip
def test_records_are_found_however_they_are_typed(index: Index, query: str, record: str) -> None:
    assert record in found(index, query)[:2]


def named(*names: str) -> Index:
    """Deals paid by parties of some names, each newer than the one before."""
    return build(
        Corpus(
            {name: Party(name, name) for name in names},
            records={
                name: Deal(name, f"{name} buys", payer=name, announced=Edtf.parse(f"{2000 + at}"))
                for at, name in enumerate(names)
            },
        )
    )


@pytest.mark.parametrize(
    ("typed", "meant", "newer"),
    [("tecso", "Tesco", "Tescoline"), ("denstu", "Dentsu", "Dentsuma"),
     ("hunywell", "Honeywell", "Honeywellness")],
)  # fmt: skip
def test_a_whole_name_with_a_slip_stands_before_newer_names_that_begin_like_it(
    typed: str, meant: str, newer: str
) -> None:
    assert found(named(meant, newer), typed) == [meant, newer]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("arcellor mital", "ArcelorMittal"), ("merkado livre", "MercadoLibre"),
     ("price waterhous copers", "PricewaterhouseCoopers"), ("esilor luxotica", "EssilorLuxottica")],
)  # fmt: skip
def test_a_name_of_one_word_is_found_when_it_is_typed_apart_with_two_slips(
    typed: str, meant: str
) -> None:
    assert found(named(meant, "Amazon"), typed) == [meant]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("dr reddies", "Dr. Reddy's Laboratories"), ("osk lines", "Mitsui O.S.K. Lines"),
     ("osk", "Mitsui O.S.K. Lines"), ("moodys", "Moody’s")],
)  # fmt: skip
def test_dots_and_apostrophes_inside_a_name_can_be_left_out(typed: str, meant: str) -> None:
    assert found(named(meant, "Amazon"), typed) == [meant]


@pytest.mark.parametrize("typed", ["aujourdhui", "datacenter", "datacent"])
def test_words_side_by_side_are_found_written_together(typed: str) -> None:
    titles = ("Aujourd’hui", "A data center", "Data of a center", "Hui")
    made = build(Corpus(records={title: Deal(title, title) for title in titles}))
    (only,) = found(made, typed)
    ((start, end),) = made.search(typed).hit(0).matched["title"]
    assert only[start:end].lower() in ("aujourd’hui", "data center")


def test_words_typed_apart_do_not_mean_a_shorter_word() -> None:
    assert found(named("Amazon"), "amazon cl") == []


def test_all_words_are_required(index: Index) -> None:
    assert found(index, "amazon zebra") == []
    assert found(index, "amazon anthropic") == ["backs"]


def test_a_hit_in_the_title_stands_before_one_in_an_article(index: Index) -> None:
    assert found(index, "stake amazon") == []
    assert found(index, "goldman")[0] == "stake"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("payer:amazon", {"backs"}), ("payer:amazn", {"backs"}), ("payer:aws", {"backs"}),
        ("payee:anthropic", {"backs", "sum"}), ('payer:"Goldman Sachs"', {"stake"}),
        ("party:openai", {"worth"}), ("instrument:convertible", {"backs"}),
        ("status:engagé", {"backs"}), ("status:committed,rumoured", {"backs", "stake"}),
        ("kind:fact", {"worth"}), ("kind:valuation", {"worth"}), ("tag:cloud", {"backs"}),
        ("has:tranches", {"backs"}), ("has:dispute", {"stake"}), ("has:note", {"stake"}),
        ("has:used", {"worth"}),
        ("has:evidence", {"backs", "stake"}), ("language:french", {"backs"}),
        ("article:times", {"stake"}), ('article:"le monde"', {"backs"}),
        ("year:2024", {"backs", "stake"}), ("year:2023", {"backs", "sum"}),
        ("amount:>3bn", {"backs", "sum", "worth"}), ("amount:>2bnEUR", {"stake"}),
        ("amount:>1 Md€", {"stake"}), ("amount:..500M", {"soap"}), ("amount:400M", {"soap"}),
        ("amount:1bn..5bn", {"backs", "stake"}), ("date:2023..2023-12", {"backs", "sum"}),
        ("date:2024-02", {"backs"}), ("known:..2023-12", {"stake"}),
        ("known:2024", {"backs"}), ("-status:rumoured -kind:fact", {"backs", "soap", "sum"}),
        ("-has:amount", set()), ("(payer:gs | payer:pg) 400", {"soap"}),
    ],
)  # fmt: skip
def test_filters_keep_what_they_say(index: Index, query: str, expected: set[str]) -> None:
    result = index.search(query)
    assert not result.problems
    assert set(found(index, query)) == expected


@pytest.mark.parametrize("text", ["M&S", "m & s", "-(-M&S)"])
def test_initials_are_those_of_a_party_or_written_as_they_are(text: str) -> None:
    parties = {name: Party(name, name) for name in ("Marks & Spencer", "M&S Bank", "Meta")}
    made = {name: Deal(name, "Ms Smith has money to spend", payer=name) for name in parties}
    assert set(found(build(Corpus(parties, records=made)), text)) == {"Marks & Spencer", "M&S Bank"}


@pytest.mark.parametrize("text", ["30GW", "30 GW", "30 gigawatts", "30 gigawatt"])
def test_a_unit_is_found_in_short_and_in_words(text: str) -> None:
    titles = ("30 GW of power", "30 gigawatts", "30 galleries", "3 GW")
    made = Corpus(records={f"r{at}": Deal(f"r{at}", title) for at, title in enumerate(titles)})
    assert set(found(build(made), text)) == {"r0", "r1"}


def test_a_unit_in_words_is_not_the_beginning_of_a_name() -> None:
    made = Corpus(records={name: Deal(name, f"30 {name}") for name in ("GW", "Gwent", "Mwanza")})
    assert found(build(made), "30 gigawatts") == ["GW"]
    assert found(build(made), "30 megawatt") == []


def test_in_looks_only_where_it_says(index: Index) -> None:
    assert found(index, "in:articles symbiose") == ["backs"]
    assert found(index, "in:title symbiose") == []
    assert found(index, "in:quotes total") == ["backs"]
    assert found(index, "in:articles backs") == []


def test_in_says_where_to_look_and_is_no_filter(index: Index) -> None:
    assert "backs" in found(index, "-symbiose in:title")
    assert found(index, "in:quotes total in:title") == found(index, "total in:title,quotes")
    assert found(index, "(zebra in:articles) | stake") == found(index, "in:articles zebra | stake")


def test_phrases_need_their_words_side_by_side(index: Index) -> None:
    assert found(index, '"plus important investissement"') == ["backs"]
    assert found(index, '"important plus"') == []
    assert found(index, '"amazon web services"') == ["backs"]
    assert found(index, '"goldman sachs') == ["stake", "backs"]


def test_exact_words_forgive_nothing(index: Index) -> None:
    assert found(index, "'amazn cloud") == []
    assert found(index, "'amazon cloud") == ["backs"]


def test_excluded_words_are_taken_as_written(index: Index) -> None:
    assert set(found(index, "-amazon")) == {"worth", "stake", "sum", "soap"}
    assert len(found(index, "-amazn")) == 5


def test_an_unknown_payer_finds_nothing_and_suggests_the_near_one(index: Index) -> None:
    result = index.search("payer:opnei")
    assert result.total == 0
    (problem,) = result.problems
    assert (problem.message, problem.suggestion) == (
        "no payer is called “opnei”", "payer:OpenAI",
    )  # fmt: skip


def test_amounts_are_sorted_within_their_currency(index: Index) -> None:
    assert found(index, "sort:-amount") == ["worth", "sum", "backs", "stake", "soap"]
    assert found(index, "sort:amount") == ["backs", "sum", "worth", "soap", "stake"]


def test_statuses_and_proofs_are_in_the_order_of_their_ladders() -> None:
    made = build(corpus())
    assert found(made, "sort:status has:evidence") == ["stake", "backs"]
    assert found(made, "sort:-status has:evidence") == ["backs", "stake"]
    made = made.with_proofs({"backs": "unsourced", "stake": "ambiguous", "soap": "proved"})
    assert found(made, "sort:proof")[:3] == ["backs", "stake", "soap"]


def test_a_chosen_column_overrules_the_order_of_the_query(index: Index) -> None:
    result = index.search("sort:-amount", sort="title")
    assert result.record_id(0) == "stake"
    assert index.search("sort:title", sort="").record_id(0) == "worth"


def test_matched_parts_lie_in_the_original_text(index: Index) -> None:
    hit = index.search("Anthropci BACKS").hit(0)
    assert {"Amazon backs Anthropic"[start:end] for start, end in hit.matched["title"]} == {
        "backs", "Anthropic",
    }  # fmt: skip


def test_an_alias_marks_the_name(index: Index) -> None:
    assert index.search("aws").hit(0).matched == {"payer": ((0, 6),)}


def test_a_hit_in_an_article_shows_its_line_and_place(index: Index) -> None:
    snippet = index.search("investisement concurent").hit(0).snippet
    assert snippet is not None
    assert snippet.article == "monde"
    assert TEXT[snippet.offset :].startswith(snippet.text)
    start, end = snippet.spans[0]
    assert snippet.text[start:end] == "investissement"
    assert snippet.place is not None
    assert TEXT[slice(*snippet.place)] == "investissement"


def why(made: Index, query: str, record: str) -> Hit:
    """The reason why a record is found."""
    result = made.search(query)
    position = result.position(record)
    assert position is not None
    return result.hit(position)


def marked(text: str, spans: Sequence[Sequence[int]]) -> list[str]:
    """The marked parts of a text."""
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("query", "marks"),
    [
        ("sparkcap", ["Spark Cap"]), ("sparkcapital", ["Spark Capital"]),
        ("sparkcapitla", ["Spark Capital"]), ("sktelecom", ["SK Telecom"]),
        ("dubaihold", ["Dubai Hold"]), ("telecom", ["Telecom"]), ("spark cap", ["Spark Cap"]),
        ("tatamo", ["Tata Mo"]), ("moodys", ["Moody’s"]), ("kohl", ["Kohl"]),
        ("kkr", ["Kohlberg Kravis Roberts"]), ("kk", ["Kohlberg Kravis Roberts"]),
        ("royalmint", ["Royal Mint"]), ("sp", ["Sp"]), ("yamamoto", ["Tata Motors"]),
    ],
)  # fmt: skip
def test_names_are_marked_however_they_are_written_together(query: str, marks: list[str]) -> None:
    names = ("Spark Capital", "SK Telecom", "Dubai Holding", "Tata Motors", "Moody’s Corp",
             "Kohlberg Kravis Roberts", "The Royal Mint")  # fmt: skip
    made = build(
        Corpus(
            {name: Party(name, name) for name in names},
            records={
                **{name: Deal(name, "A title", payer=name) for name in names},
                "all": Deal("all", "A title", parties=names),
            },
        )
    )
    record = next(name for name in names if marks[0] in name)
    assert marked(record, why(made, query, record).matched["payer"]) == marks
    several = marked(", ".join(names), why(made, query, "all").matched["parties"])
    assert set(marks) <= set(several)


def test_an_amount_is_marked_however_its_figure_is_typed(index: Index) -> None:
    for query in ("4bn", "4 milliards", "4000000000", "'4000000000", "400"):
        assert why(index, query, "backs").matched["amount"] == ((6, 10),)
        assert why(index, query, "backs").figure == ((7, 11),)
    assert why(index, "2400000000", "stake").matched["amount"] == ((0, 6),)
    assert "amount" not in why(index, "2400000000", "backs").matched


def test_an_amount_is_marked_as_it_is_shown_in_french() -> None:
    index = build(corpus(), locale=FR)
    shown = format_quantity(Quantity.parse("2.4 bn EUR"), FR)
    assert marked(shown, why(index, "2400000000", "stake").figure) == ["2,4 Md"]


def test_both_ends_of_a_range_are_marked_where_they_are_written() -> None:
    made = build(Corpus(records={"d": Deal("d", "A loan", amount=Quantity.parse("3-4 bn EUR"))}))
    for query, written, shown in (
        ("4000000000", "4 bn", "4 bn"), ("3bn", "3", "3"), ("eur", "EUR", "€3–4 bn"),
    ):  # fmt: skip
        hit = why(made, query, "d")
        assert marked("3-4 bn EUR", hit.matched["amount"]) == [written]
        assert marked("€3–4 bn", hit.figure) == [shown]


@pytest.mark.parametrize(
    ("first", "second"), [("4 billion", "4,000,000,000"), ("4,000,000,000", "4 billion")]
)
def test_a_figure_in_an_article_is_shown_however_it_is_typed(first: str, second: str) -> None:
    text = f"A loan of {first} dollars.\nAnother of {second} dollars."
    made = build(
        Corpus(
            articles={"one": Article("one", "1.txt", language="en")},
            records={"d": Deal("d", "A loan", evidence=(Evidence(("title",), "one", "A loan"),))},
            texts={"one": ArticleText(text)},
        )
    )
    for query in ("4000000000", "4bn", '"4000000000"', '"4 000 000 000'):
        result = made.search(query)
        snippet = result.hit(0).snippet
        assert snippet is not None
        assert marked(snippet.text, snippet.spans) == [first]
        assert marked(text, result.article_terms("one")) == [first, second]


def test_years_types_and_the_status_of_a_tranche_are_reasons_too(index: Index) -> None:
    assert why(index, "2025", "worth").matched == {"date": ((0, 4),)}
    assert why(index, "2023", "sum").matched == {"date": ((0, 4),)}
    assert why(index, "total", "sum").matched == {"type": ((0, 5),)}
    assert why(index, "fact", "worth").matched == {"type": ((0, 4),)}
    assert "tranches.first.status" in why(index, "paid", "backs").matched
    made = build(Corpus(records={"d": Deal("d", "A", announced=Edtf.parse("2021-05/2023-02"))}))
    assert why(made, "2021", "d").matched == {"date": ((0, 4),)}
    assert why(made, "2022", "d").matched == {"date": ((0, 15),)}


def test_a_line_is_shown_for_what_only_the_article_has_whatever_else_matched(index: Index) -> None:
    hit = why(index, "amazon 4bn tombée", "backs")
    assert {"title", "payer", "amount"} <= hit.matched.keys()
    assert hit.snippet is not None
    assert hit.snippet.text == "L’annonce est tombée mercredi."


def test_the_line_is_of_the_article_with_most_of_the_terms_and_has_most_of_them() -> None:
    articles = {name: Article(name, f"{name}.txt") for name in ("one", "two")}
    evidence = tuple(Evidence(("title",), name, "loan") for name in articles)
    made = build(
        Corpus(
            articles=articles,
            records={"d": Deal("d", "A loan", evidence=evidence)},
            texts={
                "one": ArticleText("This loan is about tea."),
                "two": ArticleText("This loan is about tea.\nThey sell coffee and tea."),
            },
        )
    )
    snippet = why(made, "tea coffee", "d").snippet
    assert snippet is not None
    assert (snippet.article, snippet.text) == ("two", "They sell coffee and tea.")
    snippet = why(made, "tea", "d").snippet
    assert snippet is not None
    assert (snippet.article, snippet.text) == ("one", "This loan is about tea.")


def test_a_line_of_a_note_or_of_a_title_is_shown_where_no_article_has_the_term(
    index: Index,
) -> None:
    noted = why(index, "confirmed", "stake").snippet
    assert noted is not None
    assert (noted.article, noted.text, noted.place) == ("", "Nobody confirmed it.", None)
    titled = why(index, "étrange", "backs").snippet
    assert titled is not None
    assert (titled.article, titled.text, titled.place) == ("monde", "Une étrange symbiose", None)
    published = why(index, "'monde", "backs").snippet
    assert published is not None
    assert marked(published.text, published.spans) == ["Monde"]
    assert why(index, "in:notes confirmed", "stake").snippet == noted


def test_every_record_that_is_found_has_a_reason(index: Index) -> None:
    names = [name for party in corpus().parties.values() for name in (party.name, *party.aliases)]
    queries = {"deal", "total", "2022", "2024", "paid", "cloud", "2.4", "usd", "le monde", "valu"}
    for name in names:
        joined = "".join(name.split()).lower()
        queries |= {name, joined, joined[:-2], name[:4], joined[:3] + joined[4:]}
    for query in queries:
        result = index.search(query)
        for position in range(result.total):
            hit = result.hit(position)
            assert hit.matched or hit.snippet, (query, hit.record_id)


def test_words_apart_need_no_line_where_the_record_has_them_together() -> None:
    made = build(
        Corpus(
            {"o": Party("o", "OpenAI")},
            {"one": Article("one", "1.txt")},
            {"d": Deal("d", "A loan", payer="o", evidence=(Evidence(("title",), "one", "loan"),))},
            {"one": ArticleText("This loan is about AI.")},
        )
    )
    hit = why(made, "open ai", "d")
    assert hit.matched["payer"] == ((0, 6),)
    assert hit.snippet is None
    assert why(made, "openai ai", "d").snippet is not None


def test_no_line_is_shown_for_what_the_row_shows(index: Index) -> None:
    assert index.search("anthropic").hit(0).snippet is None


def test_terms_are_marked_in_the_whole_article(index: Index) -> None:
    spans = index.search("milliards amazon").article_terms("monde")
    assert [TEXT[start:end] for start, end in spans] == ["milliards", "Amazon", "milliards"]


def test_rows_for_programs_are_plain_data(index: Index) -> None:
    rows = list(search_rows(index.search("milliards amazon"), 1))
    assert json.loads(json.dumps(rows)) == rows
    assert rows[0]["rank"] == 1
    assert rows[0]["id"] == "backs"
    assert rows[0]["kind"] == "deal"
    assert rows[0]["matched"]["title"] == [[0, 6]]
    assert "4 milliards" in rows[0]["snippet"]


def test_limit_cuts_the_list_but_not_the_total(index: Index) -> None:
    result = index.search("", limit=2)
    assert len(result.ids) == 2
    assert result.total == 5
    with pytest.raises(IndexError):
        result.record_id(2)


def test_proof_states_can_be_set_later() -> None:
    index = build(corpus())
    assert found(index, "proof:disputed") == []
    index = index.with_proofs({"backs": "proved", "stake": "disputed"})
    assert found(index, "proof:disputed") == ["stake"]


def test_facets_count_the_result_in_words_and_years_in_order(index: Index) -> None:
    counts = index.facets(index.search("anthropic"))
    assert [(item.label, item.count) for item in counts["payee"]] == [("Anthropic", 2)]
    assert [(item.label, item.count) for item in counts["instrument"]] == [("convertible note", 1)]
    years = [item.value for item in index.facets(index.search(""))["year"]]
    assert years == ["2025", "2024", "2023", "2022"]


@pytest.mark.parametrize("field", ["payer", "payee", "status", "year", "article", "kind"])
def test_choosing_a_facet_gives_as_many_records_as_it_said(index: Index, field: str) -> None:
    for item in index.facets(index.search(""))[field]:
        assert index.search(f'{field}:"{item.value}"').total == item.count


def test_fields_and_values_complete(index: Index) -> None:
    assert [item.text for item in index.complete("cloud pay", 9)] == ["payer:", "payee:"]
    (value,) = index.complete("payer:gold", 10)
    assert (value.start, value.end, value.text) == (6, 10, "gs")
    assert [item.text for item in index.complete("status:co", 9)] == ["committed"]
    assert index.complete("party:", 6)


def completed(index: Index, query: str) -> str:
    """The query with its best completion taken; `^` is the cursor, before and afterwards."""
    cursor = query.index("^")
    text = query.replace("^", "")
    best = index.complete(text, cursor)[0]
    return f"{text[: best.start]}{best.text}^{text[best.end :]}"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("stat^us:paid cloud", "status:^paid cloud"), ("(st^ | x)", "(status:^ | x)"),
        ("amazon -pay^ cloud", "amazon -payer:^ cloud"), ("payer:go^ld | x", "payer:gs^ | x"),
        ("payer:gs,ama^zn cloud", "payer:gs,amazon^ cloud"), ("in:ti^,notes", "in:title^,notes"),
        ('payer:"Goldm^an S" x', "payer:gs^ x"), ("status:com^itted)", "status:committed^)"),
        ("date:20^ amazon", "date:2025^ amazon"), ("known:^", "known:2024^"),
        ("sort:-am^", "sort:-amount^"), ("sort:-^ x", "sort:-amount^ x"),
        ("sort:am^", "sort:amount^"), ('payer:"am^', "payer:amazon^"),
    ],
)  # fmt: skip
def test_completion_replaces_the_word_at_the_cursor_anywhere_in_the_query(
    index: Index, query: str, expected: str
) -> None:
    assert completed(index, query) == expected


def test_between_words_every_field_is_offered(index: Index) -> None:
    assert {item.text for item in index.complete("amazon ", 7)} >= {"payer:", "sort:", "known:"}


def test_building_can_be_given_up_and_tells_how_far_it_is() -> None:
    with pytest.raises(CancelledError):
        build(corpus(), task=Task(is_cancelled=lambda: True))
    reports: list[tuple[int, int]] = []
    build(corpus(), task=Task(lambda _, done, total: reports.append((done, total))))
    assert reports[-1] == (7, 7)


def test_an_index_that_was_replaced_is_freed_without_the_cycle_collector() -> None:
    made = build(corpus())
    for query in ("amazn 4bn", '"plus important" symbiose', "(aws | gs) -cloud payer:amazn"):
        result = made.search(query)
        for position in range(result.total):
            result.hit(position)
        result.article_terms("monde")
    parts = [weakref.ref(part) for part in (made, made.matcher, made.highlighter, made.doc_values)]
    collecting = gc.isenabled()
    gc.disable()
    try:
        del made, result
        assert not any(part() for part in parts)
    finally:
        if collecting:
            gc.enable()


def test_building_leaves_no_circle_of_objects_that_freezing_would_keep_for_ever() -> None:
    collecting = gc.isenabled()
    gc.disable()
    try:
        gathered = collect_terms(corpus())
        known = (gathered, gathered.part)
        assert not any(type(item).__module__ == collect_terms.__module__ and item not in known
                       for item in gc.get_objects())  # fmt: skip
    finally:
        if collecting:
            gc.enable()


@pytest.mark.parametrize("query", ["4 banks", "'a banks", "'a b", "banks 4", "b", "'b", "bank a"])
def test_what_was_prepared_changes_no_answer(query: str) -> None:
    titles = ("42 banks", "4 banks", "a banks", "apt banks", "ban banks", "b")
    made = Corpus(records={f"r{at}": Deal(f"r{at}", title) for at, title in enumerate(titles)})
    fresh, warmed = build(made), build(made)
    warmed.warm()
    assert list(warmed.search(query).ids) == list(fresh.search(query).ids)


def test_preparing_keeps_to_its_bound() -> None:
    steps = [len(list(build(corpus()).matcher.warm(most))) for most in (0, 1000, 1 << 20)]
    assert 0 < steps[0] < steps[1] < steps[2]


def test_an_empty_corpus_answers() -> None:
    index = build(Corpus())
    assert index.search("anything -at (all").total == 0
    assert index.facets(index.search(""))["payer"] == []


@pytest.mark.parametrize(
    "query",
    ["payre:x", "amazon has:foo", "-(payre:x)", "\U0001f680", "***", "(", "amazon -payre:x"],
)
def test_a_part_that_means_nothing_finds_nothing_and_says_so(index: Index, query: str) -> None:
    result = index.search(query)
    assert result.total == 0
    assert result.problems
    assert index.search(query, lenient=True).total > 0


def test_the_other_side_of_a_choice_is_found_beside_a_part_that_means_nothing(
    index: Index,
) -> None:
    assert index.search("soap | payre:x").total == index.search("soap").total > 0


def test_a_bare_comparison_finds_what_its_field_does(index: Index) -> None:
    for bare, named in (
        (">1bn", "amount:>1bn"),
        ("->1bn", "-amount:>1bn"),
        ("1bn..5bn", "amount:1bn..5bn"),
        ("2bn-7bn", "amount:2bn..7bn"),
        ("2023..2024-01", "date:2023..2024-01"),
    ):
        found = set(index.search(bare).newest_first())
        assert found == set(index.search(named).newest_first())
        assert found
