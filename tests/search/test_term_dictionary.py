"""Which words of a corpus a typed word can mean."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from tui.search.index.term_dictionary import TermDictionary

LONG = ("anthropic", "amazon", "investissement", "microsoft", "milliards", "convertible")
LETTERS = "aintom"


@st.composite
def misspelt(draw: st.DrawFn) -> str:
    word = draw(st.sampled_from(LONG))
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(word) - 1))
        letter = draw(st.sampled_from(LETTERS))
        word = draw(
            st.sampled_from(
                [
                    word[:at] + word[at + 1 :],
                    word[:at] + letter + word[at:],
                    word[:at] + letter + word[at + 1 :],
                    word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :],
                ]
            )
        )
        word = word or "a"
    return word[: draw(st.integers(1, len(word)))] if draw(st.booleans()) else word


def limit(typed: str, word: str) -> int:
    if len(typed) < 4:
        return 0
    return 2 if len(typed) >= 8 or (len(typed) >= 6 and len(word) >= 8) else 1


def edits(typed: str, word: str, last: bool) -> int:
    distances = (
        [OSA.distance(typed, word)] if OSA.distance(typed, word) <= limit(typed, word) else []
    )
    for length in range(1, len(word) + 1) if last else ():
        prefix = word[:length]
        if (typed[-1] == prefix[-1] or typed[-2:] == prefix[-2:][::-1]) and OSA.distance(
            typed, prefix
        ) <= limit(typed, typed):
            distances.append(OSA.distance(typed, prefix))
    return min(distances, default=9)


@settings(max_examples=250, deadline=None)
@given(st.sets(misspelt(), min_size=1, max_size=40), misspelt(), st.booleans())
def test_exactly_the_words_within_the_forgiven_edits_match(
    words: set[str], typed: str, last: bool
) -> None:
    dictionary = TermDictionary.of(words)
    for end in range(1, len(typed)):
        dictionary.expand(typed[:end], last=True)
    expansion = dictionary.expand(typed, last=last)
    dictionary_words = dictionary.words
    prefix = {dictionary_words[number] for number in expansion.prefix}
    assert prefix == {word for word in words if word.startswith(typed)}
    infix = {dictionary_words[number] for number in expansion.infix}
    assert infix == (
        {word for word in words - prefix if typed in word} if len(typed) >= 3 else set()
    )
    one = {dictionary_words[number] for span in expansion.one for number in span}
    two = {dictionary_words[number] for number in expansion.two}
    assert one - prefix == {word for word in words - prefix if edits(typed, word, last) == 1}
    assert two - one - prefix == {word for word in words - prefix if edits(typed, word, last) == 2}
    distances = {word: OSA.distance(typed, word) for word in words}
    forgiven = {word: distances[word] for word in words if distances[word] <= limit(typed, word)}
    assert {dictionary_words[number] for number in expansion.whole} == {
        w for w in forgiven if distances[w] == 0
    }
    assert {dictionary_words[number] for number in expansion.whole_one} == {
        w for w in forgiven if distances[w] == 1
    }
    assert {dictionary_words[number] for number in expansion.whole_two} >= {
        w for w in forgiven if distances[w] == 2
    }
    assert {dictionary_words[number] for number in expansion.whole_two} <= set(forgiven)


def matching_words(words: set[str], typed: str, *, last: bool = False) -> set[str]:
    dictionary = TermDictionary.of(words)
    expansion = dictionary.expand(typed, last=last)
    ranges = [expansion.prefix, *expansion.one]
    numbers = [*(number for span in ranges for number in span), *expansion.infix, *expansion.two]
    return {dictionary.words[number] for number in numbers}


def test_short_words_are_not_forgiven_a_typo() -> None:
    assert matching_words({"ibm", "imb", "aws"}, "imb") == {"imb"}


def test_a_swap_is_one_typo() -> None:
    assert matching_words({"meta"}, "meat") == {"meta"}


def test_a_long_name_that_lost_two_letters_is_still_found() -> None:
    assert matching_words({"blackrok"}, "blcrok") == {"blackrok"}


def test_a_wrong_last_letter_does_not_open_the_whole_beginning() -> None:
    assert matching_words({"invoice", "invite"}, "inve", last=True) == set()


def test_a_typo_in_an_unfinished_last_word_is_forgiven() -> None:
    assert matching_words({"anthropic"}, "antro", last=True) == {"anthropic"}
    assert matching_words({"anthropic"}, "antro", last=False) == set()


def test_figures_have_no_typos_and_no_parts() -> None:
    assert matching_words({"2023", "2024", "12023", "20231"}, "2023", last=True) == {"2023"}


def test_the_beginning_of_a_year_finds_years_while_it_is_typed() -> None:
    assert matching_words({"2023", "2024"}, "202", last=True) == {"2023", "2024"}
    assert matching_words({"2023", "2024"}, "202", last=False) == set()


def test_a_part_of_a_name_without_spaces_is_found_inside_it_however_short_it_is() -> None:
    words = {"北京大学基金", "東京電力", "삼성전자", "ソフトバンク", "amazon", "大学"}
    assert matching_words(words, "大学") == {"北京大学基金", "大学"}
    assert matching_words(words, "京") == {"北京大学基金", "東京電力"}
    assert matching_words(words, "전자") == {"삼성전자"}
    assert matching_words(words, "バンク") == {"ソフトバンク"}
    assert matching_words(words, "鋼") == set()
    # Two letters are inside nearly every word.
    assert matching_words(words, "az") == set()
