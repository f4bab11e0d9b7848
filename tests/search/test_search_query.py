"""The query language: what is read, what is reported, and that nothing is refused."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tui.search.query.edit import remove_filter, toggle_filter
from tui.search.query.query_parser import parse
from tui.search.query.syntax import And, Filter, Not, Or, Term, has_unreadable, readable
from tui.search.query.value_ranges import AmountRange, DateRange

PIECES = (
    '"', "'", "-", "(", ")", "|", ":", "payer:", "paye:", "amount:>1", " bn", "€", "date:",
    "..", "2023", "4 ", "sort:-", "in:", "é", "\u202f", "ß", "\x00", "ﬁ", " ", "amazon",
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join)))
def test_any_text_is_a_query_and_all_places_lie_in_it(text: str) -> None:
    query = parse(text)
    for part in (*query.problems, *query.filters, *query.terms):
        assert 0 <= part.start <= part.end <= len(text)
    for term in query.terms:
        assert term.words


def test_deep_brackets_are_reported_not_followed() -> None:
    query = parse("(" * 5000 + "amazon")
    assert query.problems


def only(text: str) -> object:
    (node,) = parse(text).root.nodes
    return node


def test_words_phrases_and_exact_words() -> None:
    query = parse('amazn "cloud deal" \'aws')
    assert [(term.words, term.phrase, term.exact) for term in query.terms] == [
        (("amazn",), False, False), (("cloud", "deal"), True, False), (("aws",), False, True),
    ]  # fmt: skip


def test_only_the_last_word_may_be_unfinished_even_with_filters_behind_it() -> None:
    query = parse("open antro status:paid")
    assert [term.last for term in query.terms] == [False, True]


def test_minus_excludes_and_bar_chooses_before_all_must_hold() -> None:
    first, second, third = parse("amazon google | meta -rumour").root.nodes
    assert isinstance(first, Term)
    assert isinstance(second, Or)
    assert [part.text for part in second.nodes if isinstance(part, Term)] == ["google", "meta"]
    assert isinstance(third, Not)


def test_groups_hold_choices_of_several_words() -> None:
    choice = only("(a b) | c")
    assert isinstance(choice, Or)
    assert isinstance(choice.nodes[0], And)


@pytest.mark.parametrize(
    "text",
    [
        "4bn",
        "4 bn",
        "4 milliards",
        "4 Md",
        "$4bn",
        "4,0 bn",
        "4000 mln",
        "4\u202f000 M€",
        "'4bn",
        "'4 milliards",
        "4 000 000 000",
        "4\u00a0000\u202f000\u2009000 €",
        "$4 000 000 000 ",
        "4 000 mln kind:deal",
    ],
)
def test_every_spelling_of_a_figure_is_the_same_figure(text: str) -> None:
    (term,) = parse(text).terms
    assert (term.words, term.figure) == (("4000000000",), True)


@pytest.mark.parametrize(
    ("text", "words"),
    [("12 000 employees", [("12000",), ("employees",)]), ("2023 500", [("2023",), ("500",)]),
     ("500 2023", [("500",), ("2023",)]), ("1 250 0", [("1250",), ("0",)]),
     ("1 250,5 000", [("1250.5",), ("000",)])],
)  # fmt: skip
def test_a_figure_has_groups_of_three_digits(text: str, words: list[tuple[str, ...]]) -> None:
    assert [term.words for term in parse(text).terms] == words


def test_a_letter_that_is_a_scale_and_begins_a_longer_one_means_both_at_the_end() -> None:
    (begun,) = parse("4 m status:paid").terms
    assert begun.words == ("4000000", "4000000000")
    finished, _ = parse("4 m amazon").terms
    assert finished.words == ("4000000",)


def test_an_unfinished_scale_is_also_the_words_that_it_is_before_another_word() -> None:
    choice = only("4 mi")
    assert isinstance(choice, Or)
    apart, figure = choice.nodes
    assert isinstance(apart, And)
    assert [(term.words, term.last) for term in apart.nodes if isinstance(term, Term)] == [
        (("4",), False), (("mi",), True),
    ]  # fmt: skip
    assert isinstance(figure, Term)
    assert figure.words == ("4000000", "4000000000")
    assert [term.words for term in parse("4 mi amazon").terms] == [("4",), ("mi",), ("amazon",)]


@pytest.mark.parametrize("text", ["M&S", "m & s", "'M&S", "M&S status:paid"])
def test_letters_around_an_ampersand_are_initials(text: str) -> None:
    (term,) = parse(text).terms
    assert (term.words, term.initials) == (("m", "s"), True)


@pytest.mark.parametrize("text", ["Procter&Gamble", "M&Sons", "M&", "4&5"])
def test_longer_words_around_an_ampersand_are_words(text: str) -> None:
    assert not any(term.initials for term in parse(text).terms)


def test_a_billion_may_be_the_french_one() -> None:
    node = only("30 billions")
    assert isinstance(node, Term)
    assert node.words == ("30000000000", "30000000000000")


def test_a_misspelt_field_is_pointed_at_and_the_rest_holds() -> None:
    query = parse("cloud paye:amazon status:paid")
    (problem,) = query.problems
    assert (problem.start, problem.end, problem.suggestion) == (6, 11, "payee:")
    assert [part.field for part in query.filters] == ["status"]
    assert [term.text for term in query.terms] == ["cloud"]


@pytest.mark.parametrize(
    ("name", "meant"),
    [("lang", "language:"), ("inst", "instrument:"), ("stat", "status:"), ("art", "article:"),
     ("amout", "amount:"), ("tga", "tag:"), ("Kin", "kind:"), ("id", ""), ("foo", "")],
)  # fmt: skip
def test_a_field_that_begins_with_what_is_typed_is_meant_else_the_nearest(
    name: str, meant: str
) -> None:
    (problem,) = parse(f"{name}:x").problems
    assert problem.suggestion == meant


def test_a_field_that_means_nothing_is_reported_and_left_out_with_its_value() -> None:
    query = parse('foo:bar amazon -foo:"x y" cloud')
    assert len(query.problems) == 2
    assert [term.text for term in query.terms] == ["amazon", "cloud"]


@pytest.mark.parametrize("text", ["Re: amazon", "foo:", "(foo:) amazon"])
def test_a_word_with_a_colon_and_nothing_behind_it_is_a_word(text: str) -> None:
    query = parse(text)
    assert not query.problems
    assert query.terms[0].words in (("re",), ("foo",))


@pytest.mark.parametrize("text", ["payer: payer:microsoft", "amount: -kind:deal", "in: date:2023"])
def test_a_filter_without_a_value_does_not_take_the_next_filter_for_one(text: str) -> None:
    query = parse(text)
    assert [problem.start for problem in query.problems] == [0]
    assert len(query.filters) == 1


@pytest.mark.parametrize("text", ["amount:1..", "amount:1 ..", "amount:..2", "amount:>1 bn"])
def test_an_amount_ends_before_the_next_filter(text: str) -> None:
    query = parse(f"{text} kind:deal")
    assert not query.problems
    assert [(chip.field, chip.text) for chip in query.filters] == [
        ("amount", text.removeprefix("amount:")), ("kind", "deal"),
    ]  # fmt: skip


def test_a_value_may_stand_behind_a_space() -> None:
    (chip,) = parse("payer: microsoft").filters
    assert chip.text == "microsoft"


@pytest.mark.parametrize("text", ["status:paid,", "status:,paid", "in:title,"])
def test_a_list_that_is_being_typed_is_what_is_there_of_it(text: str) -> None:
    query = parse(text)
    assert not query.problems
    assert len(query.filters) == 1


def test_of_a_list_only_the_values_that_are_none_are_left_out() -> None:
    text = "status:paid,comitted,rumoured"
    query = parse(text)
    (problem,) = query.problems
    assert (text[problem.start : problem.end], problem.suggestion) == ("comitted", "committed")
    assert len(query.filters) == 1


@pytest.mark.parametrize(
    ("text", "meant"),
    [("-sort:amount", "sort:-amount"), ("-sort:-amount", "sort:amount"),
     ("-in:title,parties,notes", "in:amount,instrument,quotes,articles"), ("-in:x", "")],
)  # fmt: skip
def test_a_minus_before_what_is_no_filter_is_pointed_at(text: str, meant: str) -> None:
    query = parse(f"amazon {text}")
    (problem,) = query.problems
    assert (problem.start, problem.end, problem.suggestion) == (7, 7 + len(text), meant)
    assert (query.sort, query.inside, query.filters) == ("", frozenset(), ())


def test_a_misspelt_value_is_pointed_at_with_the_right_one() -> None:
    (problem,) = parse("status:comitted").problems
    assert ("status:comitted"[problem.start : problem.end], problem.suggestion) == (
        "comitted", "committed",
    )  # fmt: skip


def test_a_field_without_a_value_says_what_it_wants() -> None:
    (problem,) = parse("amazon payer:").problems
    assert "payer:amazon" in problem.message


@pytest.mark.parametrize(
    ("text", "unit", "low", "high"),
    [
        (">1bn", "", (10**9, 1), None),
        (">=1 Md€", "EUR", (10**9, 0), None),
        ("<2.5bnUSD", "USD", None, (Decimal("2.5e9"), -1)),
        ("1bn..5bn", "", (10**9, 0), (5 * 10**9, 0)),
        ("1..5bn EUR", "EUR", (10**9, 0), (5 * 10**9, 0)),
        ("..400M", "", None, (4 * 10**8, 0)),
        ("$4bn", "USD", (4 * 10**9, 0), (4 * 10**9, 0)),
        (">50%", "%", (50, 1), None),
    ],
)
def test_amounts_are_ranges_with_or_without_a_currency(
    text: str, unit: str, low: object, high: object
) -> None:
    node = only(f"amount:{text}")
    assert isinstance(node, Filter)
    assert node.amount == AmountRange(unit, low, high)  # type: ignore[arg-type] # ints are numbers
    assert node.text == text


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023..2024-03", date(2023, 1, 1), date(2024, 3, 31)),
        ("2024-Q1", date(2024, 1, 1), date(2024, 3, 31)),
        ("..2023-12", date.min, date(2023, 12, 31)),
        (">2023", date(2024, 1, 1), date.max),
        ("2023-10/2024-03", date(2023, 10, 1), date(2024, 3, 31)),
    ],
)
def test_dates_are_ranges_of_days(text: str, first: date, last: date) -> None:
    node = only(f"date:{text}")
    assert isinstance(node, Filter)
    assert node.dates == DateRange(first, last)


def test_a_range_that_ends_before_it_starts_is_reported() -> None:
    assert parse("date:2024..2023").problems
    assert parse("amount:5bn..1bn").problems


@pytest.mark.parametrize(
    ("text", "meant"),
    [("2023-2024", "2023/2024"), ("2023–2024", "2023/2024"), ("2023-S2", "2023-H2"),
     ("2023-t3..2024", "2023-Q3..2024"), ("2024-2023", ""), ("yesterday", ""), ("2023-S3", "")],
)  # fmt: skip
def test_a_date_in_another_spelling_is_pointed_at_with_the_right_one(text: str, meant: str) -> None:
    (problem,) = parse(f"date:{text}").problems
    assert problem.suggestion == meant


def test_sort_and_in_are_shown_as_filters_but_exclude_nothing() -> None:
    query = parse("cloud in:articles sort:-amount")
    assert query.sort == "-amount"
    assert query.inside == {"articles"}
    assert [part.field for part in query.filters] == ["in", "sort"]
    assert len(query.root.nodes) == 1


@settings(max_examples=150, deadline=None)
@given(st.text("ab \"'-()|", max_size=12), st.text(min_size=1, max_size=12))
@example("", ",")
def test_a_toggled_filter_is_there_and_toggled_again_it_is_gone(query: str, value: str) -> None:
    if not value.strip() or set(value) & set('"“”„«»'):
        return
    once = toggle_filter(query, "payer", value)
    present = [part.text.strip() for part in parse(once).filters if part.field == "payer"]
    assert present == [value.strip()]
    assert not parse(toggle_filter(once, "payer", value)).filters


def test_removing_a_chip_leaves_the_rest_as_it_was() -> None:
    text = "amazon payer:google cloud"
    (chip,) = parse(text).filters
    assert remove_filter(text, chip) == "amazon cloud"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a | payer:x b", "a b"), ("c payer:x | b", "c b"), ("a | payer:x | b", "a | b")],
)
def test_removing_a_chip_leaves_no_bar_that_would_choose_between_others(
    text: str, expected: str
) -> None:
    (chip,) = parse(text).filters
    assert remove_filter(text, chip) == expected


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        (">1bn", "amount", ">1bn"), (">=1bn", "amount", ">=1bn"), ("<2bn", "amount", "<2bn"),
        ("=> 3 M€", "amount", "=> 3 M€"), ("≥30GW", "amount", "≥30GW"),
        ("<70 %", "amount", "<70 %"),
        (">$4bn", "amount", ">$4bn"), ("1bn..5bn", "amount", "1bn..5bn"),
        ("4bn-5bn", "amount", "4bn-5bn"), ("4–5 milliards", "amount", "4–5 milliards"),
        ("1..5 bn EUR", "amount", "1..5 bn EUR"), ("2GW..", "amount", "2GW.."),
        ("..3 mln", "amount", "..3 mln"), (">1,5 Md€", "amount", ">1,5 Md€"),
        (">2023-05", "date", ">2023-05"), ("<=2024-Q1", "date", "<=2024-Q1"),
        (">= 2023-09-25", "date", ">= 2023-09-25"), ("2023..2024-03", "date", "2023..2024-03"),
        ("2021..", "date", "2021.."), ("..2023-12", "date", "..2023-12"),
        (">2022", "date", ">2022"),
        ("2023-10/2024-03", "date", "2023-10/2024-03"), ("../2024", "date", "../2024"),
    ],
)  # fmt: skip
def test_a_comparison_or_range_without_a_field_is_an_amount_or_a_date(
    text: str, field: str, value: str
) -> None:
    for query in (text, f"amazon {text}", f"{text} amazon", f"({text})", f"{text} | amazon"):
        (found,) = parse(query).filters
        assert (found.field, found.text, found.negated) == (field, value, False), query
        assert query[found.start : found.end] == text
    spaced = text if field == "amount" else text.replace(" ", "")
    named = parse(f"{field}:{spaced}").filters[0]
    assert (found.amount, found.dates) == (named.amount, named.dates)


@pytest.mark.parametrize(
    "text",
    ["<b>", "amazon..", "->", "a -> b", "4-5", "2023-05", "2023", "4bn", "1/3", "24/7", "="],
)
def test_words_and_plain_figures_are_no_ranges(text: str) -> None:
    assert not parse(text).filters


def test_a_minus_excludes_a_comparison_and_an_arrow_is_none() -> None:
    (excluded,) = parse("amazon ->1bn").filters
    assert (excluded.field, excluded.negated, excluded.start) == ("amount", True, 7)
    assert not parse("amazon -> 4bn").filters


@pytest.mark.parametrize(
    ("text", "meant"), [(">5000", "amount:>5000"), ("1..2", "amount:1..2"), ("5bn..1bn", "")]
)
def test_a_range_that_may_be_anything_is_asked_about(text: str, meant: str) -> None:
    query = parse(text)
    (problem,) = query.problems
    assert (text[problem.start : problem.end], problem.suggestion) == (text, meant)
    assert has_unreadable(query.root)


MEANINGLESS = (
    "payre:", "payre:x", "-payre:x", "-(payre:x)", "has:foo", "in:foo", "-in:title", "sort:foo",
    "date:18/11/2025", "amount:much", "\U0001f680", "⚠️", "***", "&", "(", "((", "()", ")", ">5000",
    "2025..2023",
)  # fmt: skip


@pytest.mark.parametrize("text", MEANINGLESS)
def test_a_part_that_means_nothing_is_said_and_stands_for_nothing(text: str) -> None:
    query = parse(text)
    assert query.problems
    assert has_unreadable(query.root)
    assert not has_unreadable(readable(query.root))


@pytest.mark.parametrize(
    "text",
    ["payer:", "-payer:", "payer: amazon", "(amazon", "(payer:", '"amazon', '"', "-", "'",
     "amazon |", "a - b", "a, b", "a & co", "(a | (b", "amazon ***"],
)  # fmt: skip
def test_what_is_unfinished_or_stands_between_words_takes_nothing_away(text: str) -> None:
    assert not has_unreadable(parse(text).root)


@pytest.mark.parametrize("query", ["!=4bn", "≠4bn", "~1bn", ">-1bn", "4bn+", "<>1bn", ">1bn<5bn"])
def test_a_comparison_that_does_not_exist_is_no_word(query: str) -> None:
    read = parse(query)
    assert not read.terms
    assert [problem.start for problem in read.problems] == [0]


@pytest.mark.parametrize(
    ("query", "places"),
    [("amazon |", [7]), ("| amazon", [0]), ("(a | ) b", [3]), ('amazon "clo', [7]), ("a | b", [])],
)
def test_what_is_not_finished_is_known_beside_what_cannot_be_read(
    query: str, places: list[int]
) -> None:
    read = parse(query)
    assert not read.problems
    assert [problem.start for problem in read.unfinished] == places
