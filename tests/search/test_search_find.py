"""Finding inside one article."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.search.analysis.analyzer import fold, fold_with_offsets
from tui.search.highlight.find_in_text import FindError, find_in_text
from tui.search.query.regex_size import expanded_size, regex_problem

TEXT = "L’Œuvre coûte 2\u202f750 millions.\nŒuvre d'art — l'œuvre"


def parts(pattern: str) -> list[str]:
    return [TEXT[start:end] for start, end in find_in_text(TEXT, pattern)]


def test_case_accents_ligatures_apostrophes_and_spaces_do_not_matter() -> None:
    assert parts("oeuvre") == ["Œuvre", "Œuvre", "œuvre"]
    assert parts("l'oeuvre COUTE") == ["L’Œuvre coûte"]
    assert parts("2 750") == ["2\u202f750"]
    assert parts("millions. oeuvre") == ["millions.\nŒuvre"]


def test_an_expression_stands_between_slashes() -> None:
    assert parts(r"/\d+/") == ["2", "750"]
    assert parts("/OEUVRE|art/") == ["art"]


def test_a_broken_expression_says_why() -> None:
    with pytest.raises(FindError, match="cannot be read"):
        find_in_text("x", "/(/")


def test_no_expression_hangs() -> None:
    with pytest.raises(FindError, match="too long"):
        find_in_text("a" * 40 + "b", "/(a|a|aa)+$/")


def test_the_limit_of_time_is_one_for_all_places_together() -> None:
    # Each exclamation mark takes a part of it.
    with pytest.raises(FindError, match="too long"):
        find_in_text(("a" * 26 + "!") * 100, "/(?:a|aa)+c|!/")


@pytest.mark.parametrize(
    "expression",
    [
        r"(\w+\s){999999}", "((a{1000}){1000}){1000}", "(?:(?:(?:a{1000}){1000}){1000}){1000}",
        "a{20000}", "a{20000,}", "(?:ab){9000}", "(" * 40 + "a" + ")+" * 40,
        "(?:a{0,5}b){9000}", "x(?:(?i)a{200}){200}", "(?P<n>a{200}){200}", "(?=a{200}){200}",
    ],
)  # fmt: skip
def test_what_would_take_all_memory_is_refused_before_it_is_compiled(
    expression: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("regex.compile", lambda *_: pytest.fail("it was compiled"))
    with pytest.raises(FindError, match=r"repeats more than 10,000 parts"):
        find_in_text("a", f"/{expression}/")


def test_an_expression_is_not_too_long_and_has_no_flags_for_several_lines() -> None:
    with pytest.raises(FindError, match="at most 1,000 letters"):
        find_in_text("a", f"/{'a' * 1001}/")
    for flag in ("(?x)", "(?ix:", "(?V1)", "(?sV1)"):
        with pytest.raises(FindError, match=r"the flag (x|V1) cannot be used"):
            find_in_text("a", f"/{flag}a{')' * flag.endswith(':')}/")


@pytest.mark.parametrize(
    ("expression", "parts"),
    [
        ("ab", 2), ("a{3}", 3), ("a{3,5}", 4), ("a{3,}", 4), ("a{,5}", 1), ("a{3,3}", 3),
        ("a+", 2), ("a*", 1), ("a?", 1), ("a{3}?", 3), ("a{3}+", 3), ("a+?b", 3),
        ("(ab){30}", 60), ("(?:a|bc){30}", 90), ("((a{2}){3}){4}", 24), ("(?<n>a{3}){4}", 12),
        (r"\(a{30}\)", 32), (r"(a\){2}){3}", 12), (r"[(]a{9}", 10), ("(?:a[)]b{2}){9}", 36),
        ("[]{9}]{2}", 2), ("[^]{9}]{2}", 2), (r"[\]{9}]{2}", 2), ("[[:alpha:]{9}]{2}", 2),
        ("[a{9}", 5), ("(?#{9}[()a{3}", 3), (r"(?#\){9})a{3}", 3), ("a(?#b){9}", 9),
        ("(?:a{9})(?i){9}", 81), ("(?i-s:a{3}){3}", 9), ("(?:a{9}){e<=0}{9}", 81),
        ("(?:a{9}){e<=0:[}]}{9}", 81), ("(?:a{9}){e<=0:}}{9}", 81), ("a{b}{9}", 9), ("a{ 9}", 5),
        (r"\p{L}{9}", 9), ("(?R){9}", 9), ("(?:a(?1)){9}(b)", 19), ("(?(1)a{9}|b){9}", 90),
    ],
)  # fmt: skip
def test_repetitions_are_counted_as_the_engine_writes_them_out(expression: str, parts: int) -> None:
    counted = expanded_size(expression)
    assert counted >= parts
    # What holds the parts together, and names, count little more.
    assert counted <= 5 * parts + 30


_PLAIN = st.sampled_from(
    [
        ("a", 1),
        (r"\(", 1),
        ("[])(|]", 1),
        (r"[^\]{9}]", 1),
        ("(?i)a", 1),
        ("(?#({9})a", 1),
        ("é", 1),
    ]
)
_TIMES = st.sampled_from(
    [
        ("{2}", 2),
        ("{3,}", 4),
        ("{,4}", 1),
        ("{2,9}?", 3),
        ("+", 2),
        ("*+", 1),
        ("??", 1),
        ("{7}+", 7),
    ]
)


def _larger(inner: st.SearchStrategy[tuple[str, int]]) -> st.SearchStrategy[tuple[str, int]]:
    """An expression repeated, after and before others, with its parts."""
    opening = st.sampled_from(["(", "(?:", "(?>", "(?=", "(?s:", "(?|"])
    return st.tuples(opening, st.lists(inner, min_size=1, max_size=3), st.booleans(), _TIMES).map(
        lambda made: (
            made[0] + ("|" if made[2] else "").join(text for text, _ in made[1]) + ")" + made[3][0],
            sum(parts for _, parts in made[1]) * made[3][1],
        )
    )


@settings(max_examples=300, deadline=None)
@given(st.recursive(_PLAIN, _larger, max_leaves=12))
def test_no_nest_of_repetitions_is_counted_too_low(made: tuple[str, int]) -> None:
    expression, parts = made
    assert expanded_size(expression) >= parts
    if regex_problem(expression) is None:
        find_in_text("", f"/{expression}/")


@pytest.mark.parametrize(
    "body", ["a", r"(\w+\s)", "(?:(a|b|c)(d|e)x?)", r"(?f)(^[\w--x])", r"\R", "(?:a(?=b)c*)"]
)
def test_the_largest_expression_that_is_taken_takes_a_moment_and_little_memory(body: str) -> None:
    most = next(n for n in range(10_000, 0, -50) if regex_problem(f"{body}{{{n}}}") is None)
    code = (
        "import regex, resource, time\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        f"regex.compile({body + '{' + str(most) + '}'!r}, regex.I | regex.M)\n"
        "after = resource.getrusage(resource.RUSAGE_SELF)\n"
        "print(time.process_time(), (after.ru_maxrss - before) // 1024)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    seconds, megabytes = map(float, done.stdout.split())
    assert seconds < 5
    assert megabytes < 50


@pytest.mark.parametrize(
    "expression", ["(?au)a", r"\L<x>", "(" * 400 + ")" * 400, "a**", "[", "\\"]
)
def test_no_expression_fails_in_another_way(expression: str) -> None:
    with pytest.raises(FindError):
        find_in_text("a", f"/{expression}/")


def test_a_letter_that_folds_to_two_is_one_place() -> None:
    assert find_in_text("Straße", "s") == [(0, 1), (4, 5)]
    assert find_in_text("sßs", "ss") == [(0, 2)]
    assert find_in_text("ßß", "ss") == [(0, 1), (1, 2)]


def test_nothing_is_found_by_nothing() -> None:
    assert find_in_text("text", "") == []
    assert find_in_text("text", "//") == []
    assert find_in_text("text", "/x*/") == [(2, 3)]


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=30), st.text(max_size=4))
def test_places_found_fold_to_what_was_looked_for(text: str, pattern: str) -> None:
    done = 0
    for start, end in find_in_text(text, pattern):
        assert done <= start < end <= len(text)
        done = end


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=40))
def test_every_folded_character_leads_back_to_its_own(text: str) -> None:
    folded, places = fold_with_offsets(text)
    assert folded == fold(text)
    assert len(places) == len(folded) + 1
    for at, char in enumerate(folded):
        assert char in fold(text[places[at]])


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
