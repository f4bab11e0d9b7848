"""Dates are intervals: what a source tells of a day, and nothing narrower."""

from __future__ import annotations

import warnings
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.model.dates import DateError, Edtf

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import edtf

days = st.dates(date(1, 1, 1), date(9999, 12, 31))
months = st.tuples(st.integers(1000, 9998), st.integers(1, 12)).map(lambda m: f"{m[0]}-{m[1]:02}")
years = st.integers(1000, 9998).map(str)
decades = st.integers(100, 998).map("{}X".format)
quarters = st.tuples(st.integers(1000, 9998), st.integers(33, 36)).map(lambda m: f"{m[0]}-{m[1]}")
marks = st.sampled_from(["", "~", "?", "%"])
simple = st.one_of(days.map(date.isoformat), months, years, decades)


def oracle(text: str) -> tuple[date, date]:
    """The strict bounds that the reference implementation reads."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        read = edtf.parse_edtf(text)
        low, high = read.lower_strict(), read.upper_strict()
    return date(*low[:3]), date(*high[:3])


@settings(max_examples=60, deadline=None)
@given(simple)
def test_a_date_spans_the_days_that_the_reference_reads(text: str) -> None:
    mine = Edtf.parse(text)
    assert (mine.earliest, mine.latest) == oracle(text)


@settings(max_examples=30, deadline=None)
@given(st.tuples(st.one_of(days.map(date.isoformat), months, years), marks))
def test_a_qualifier_changes_no_bound(parts: tuple[str, str]) -> None:
    text, mark = parts
    plain, marked = Edtf.parse(text), Edtf.parse(text + mark)
    assert (plain.earliest, plain.latest) == (marked.earliest, marked.latest)
    assert marked.approximate == (mark in ("~", "%"))
    assert marked.uncertain == (mark in ("?", "%"))


@settings(max_examples=40, deadline=None)
@given(st.lists(simple, min_size=2, max_size=2))
def test_an_interval_runs_from_the_start_of_the_first_to_the_end_of_the_second(
    ends: list[str],
) -> None:
    first, second = sorted(ends, key=lambda text: Edtf.parse(text).sort_key)
    if Edtf.parse(first).earliest > Edtf.parse(second).latest:  # type: ignore[operator] # both closed
        return
    interval = Edtf.parse(f"{first}/{second}")
    assert interval.earliest == oracle(first)[0]
    assert interval.latest == oracle(second)[1]


@settings(max_examples=20, deadline=None)
@given(quarters)
def test_a_quarter_by_number_is_the_quarter_by_name(text: str) -> None:
    year, _, code = text.partition("-")
    named = Edtf.parse(f"{year}-Q{int(code) - 32}")
    numbered = Edtf.parse(text)
    assert (named.earliest, named.latest) == (numbered.earliest, numbered.latest)


@given(st.integers(1, 9998))
def test_quarters_and_halves_divide_a_year_without_gap_or_overlap(year: int) -> None:
    for parts in (("Q1", "Q2", "Q3", "Q4"), ("H1", "H2")):
        read = [Edtf.parse(f"{year:04}-{part}") for part in parts]
        assert read[0].earliest == date(year, 1, 1)
        assert read[-1].latest == date(year, 12, 31)
        for before, after in pairwise(read):
            assert before.latest is not None
            assert after.earliest == before.latest + timedelta(1)


@given(st.text(alphabet="0123456789-/.~?%XQH ", max_size=24))
def test_any_text_is_a_date_or_refused_with_words(text: str) -> None:
    try:
        read = Edtf.parse(text)
    except DateError as error:
        words = str(error)
    else:
        words = read.text
        if read.earliest and read.latest:
            assert read.earliest <= read.latest
    assert words


def test_september_is_no_first_of_september() -> None:
    september = Edtf.parse("2023-09")
    assert september.earliest == date(2023, 9, 1)
    assert september.latest == date(2023, 9, 30)
    assert not september.within(Edtf.parse("2023-09-01"))
    assert Edtf.parse("2023-09-25").within(september)


def test_winter_ends_in_the_year_after() -> None:
    winter = Edtf.parse("2023-24")
    assert (winter.earliest, winter.latest) == (date(2023, 12, 1), date(2024, 2, 29))


def test_open_and_unknown_ends_stay_open() -> None:
    until, since = Edtf.parse("../2024"), Edtf.parse("2023-10/")
    assert (until.earliest, until.latest) == (None, date(2024, 12, 31))
    assert (since.earliest, since.latest) == (date(2023, 10, 1), None)
    assert until.meets(since)
    assert not until.within(since)


@pytest.mark.parametrize(
    "text",
    [
        "", "/", "../..", "../", "/..", "202", "20230", "2023-13", "2023-00", "2023-02-30",
        "2023-9", "23-09", "2023-Q5", "2023-H0", "2023-Q1-05", "2023-Q1-XX", "2023-21-XX",
        "202X-05", "2024/2023", "2023-XX-05", "0000", "0000-01", "9999-24", "2023/2024/2025",
        "2023-09-25T10:00", "٢٠٢٣", "２０２３-09",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        Edtf.parse(text)


def test_unspecified_parts_leave_the_longer_period() -> None:
    assert Edtf.parse("2023-09-XX").latest == date(2023, 9, 30)
    assert Edtf.parse("2023-XX").earliest == date(2023, 1, 1)
    assert Edtf.parse("2023-XX-XX").latest == date(2023, 12, 31)
    assert Edtf.parse("19XX").earliest == date(1900, 1, 1)


@given(st.lists(simple, min_size=2, max_size=2).map(lambda two: [Edtf.parse(t) for t in two]))
def test_meeting_is_mutual_and_containing_implies_it(two: list[Edtf]) -> None:
    left, right = two
    assert left.meets(right) == right.meets(left)
    if left.within(right):
        assert left.meets(right)
