from __future__ import annotations

import pytest

from tui.proof.quotes.locate import Locator


def _state(text: str, quote: str, prefix: str = "", suffix: str = "") -> str:
    return Locator(text).locate(quote, prefix, suffix).state


def _passage(text: str, quote: str, prefix: str = "", suffix: str = "") -> str:
    anchor = Locator(text).locate(quote, prefix, suffix)
    return text[anchor.start : anchor.end]


def test_a_quote_typed_with_plain_spaces_and_quotes_is_exact() -> None:
    text = "Amazon va engager 2,75\xa0milliards d\u2019euros."
    anchor = Locator(text).locate("2,75 milliards d'euros")
    assert anchor.state == "exact"
    assert text[anchor.start : anchor.end] == "2,75\xa0milliards d\u2019euros"
    assert anchor.detail == ""


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("engager 2,75 milliards", "5 milliards"),
        ("engager 2,75 milliards", "75 milliards"),
        ("engager 2,5 milliards", "5 milliards"),
        ("it raised $2.75 billion", "75 billion"),
        ("it raised .5 billion", "5 billion"),
        ("un prix de 1 000 000 euros", "000 euros"),
        ("un prix de 1 000 000 euros", "000 000 euros"),
        ("un prix de 24 000 euros", "un prix de 24"),
        ("un prix de 2 4 milliards", "4 milliards"),
        ("il a 4 millions", "4 milli"),
        ("il a 14 millions", "4 millions"),
        ("vingt-quatre milliards", "quatre milliards"),
        ("cent quatre milliards", "quatre milliards"),
        ("two hundred and five million", "five million"),
        ("il a 2 milliards et demi", "il a 2 milliards"),
        ("un demi-milliard", "milliard"),
        ("il a perdu -4 milliards", "4 milliards"),
        ("de 3-4 milliards", "4 milliards"),
        ("une part de 1/3", "une part de 1"),
        ("une part de 70%", "une part de 70"),
        ("une part de 70\xa0%", "une part de 70"),
        ("il a \u20ac4 hier", "4 hier"),
        ("il a C$4 hier", "$4 hier"),
        ("il n\u2019a investi 3 fois", "a investi 3 fois"),
        ("jusqu\u2019\xe0 4 milliards", "\xe0 4 milliards"),
        ("they can't invest", "they can"),
        ("4\xb2 hectares", "4"),
        ("non-exclusif", "exclusif"),
        ("4 mille milliards", "4 mille"),
    ],
)
def test_a_quote_that_cuts_a_token_is_not_exact(text: str, quote: str) -> None:
    assert _state(text, quote) in {"changed", "missing"}


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("en 2023, 4 milliards", "4 milliards"),
        ("En 2023. 4 milliards.", "4 milliards"),
        ("(4 milliards)", "4 milliards"),
        ("\xab\xa04 milliards\xa0\xbb", "4 milliards"),
        ("l\u2019IA et qu\u2019OpenAI", "OpenAI"),
        ("Amazon\u2019s deal", "Amazon"),
        ("jusqu\u2019\xe0 4 milliards", "4 milliards"),
        ("un plan de 4 milliards, 5 euros", "4 milliards, 5 euros"),
        ("date 2023-10 ChatGPT", "date 2023-10"),
        ("le duo Amazon-Anthropic", "Amazon"),
    ],
)
def test_a_quote_between_token_edges_is_exact(text: str, quote: str) -> None:
    assert _state(text, quote) == "exact"


def test_several_hits_are_ambiguous_at_the_first_with_their_number() -> None:
    anchor = Locator("Ici 4 milliards, l\xe0 4 milliards.").locate("4 milliards")
    assert (anchor.state, anchor.start, anchor.end) == ("ambiguous", 4, 15)
    assert "2" in anchor.detail


def test_prefix_and_suffix_choose_among_hits() -> None:
    text = "Google : 4\xa0milliards d\u2019euros. Amazon : 4 milliards au total."
    second = text.rindex("4 milliards")
    for context in (
        ("Amazon :", ""),
        ("", "au total"),
        ("Amazon : ", " au"),
        ("d'euros. Amazon :", ""),
    ):
        anchor = Locator(text).locate("4 milliards", *context)
        assert (anchor.state, anchor.start) == ("exact", second)


def test_a_prefix_shared_by_two_hits_stays_ambiguous() -> None:
    assert _state("A : 4 euros. A : 4 euros.", "4 euros", "A :") == "ambiguous"


def test_an_equal_passage_elsewhere_does_not_stand_in_for_the_one_that_was_changed() -> None:
    text = "Google a investi 2 milliards. Amazon a investi 3 milliards."
    assert _state(text, "2 milliards", "Amazon a investi") == "changed"


def test_a_changed_figure_is_told_with_both_figures() -> None:
    text = "Le g\xe9ant mettra 5\xa0milliards de dollars sur la table."
    anchor = Locator(text).locate("mettra 4 milliards de dollars")
    assert anchor.state == "changed"
    assert anchor.detail == "the article now says 5 milliards, the quote 4 milliards"
    assert text[anchor.start : anchor.end] == "mettra 5\xa0milliards de dollars"


def test_a_bound_that_the_article_lacks_is_a_change() -> None:
    assert (
        _state("Il mettra 4 milliards de dollars.", "jusqu'\xe0 4 milliards de dollars")
        == "changed"
    )
    assert _state("(plus de 3 milliards investis)", "(3 milliards investis") == "changed"


def test_a_verb_is_moved_by_a_known_equal_and_changed_by_any_other() -> None:
    text = "Hier, le groupe va verser 2,75\xa0milliards de dollars dans la soci\xe9t\xe9."
    quote = "le groupe va payer 2,75 milliards de dollars dans"
    assert _state(text, quote) == "moved"
    assert _passage(text, quote) == "le groupe va verser 2,75\xa0milliards de dollars dans"
    for other in ("engager", "retirer", "pr\xeater", "saluer"):
        assert _state(text, quote.replace("payer", other)) == "changed", other


def test_the_passage_is_chosen_by_its_words_not_by_an_equal_figure() -> None:
    text = "Google veut engager 3 milliards. Plus tard, Amazon va d\xe9penser 2 milliards."
    assert _state(text, "veut engager 2 milliards") == "changed"
    assert _passage(text, "veut engager 2 milliards") == "veut engager 3 milliards"


def test_another_name_in_the_same_sentence_is_a_change() -> None:
    assert (
        _state("Hier, Google a investi 2 milliards.", "Amazon a investi 2 milliards") == "changed"
    )


def test_names_alone_are_no_statement() -> None:
    text = "Hier, le rapprochement entre Microsoft et OpenAI a surpris."
    assert _state(text, "Microsoft (allié à OpenAI)") == "changed"
    assert _state(text, "le rapprochement de Microsoft avec OpenAI") == "moved"


def test_a_hyphen_set_otherwise_is_moved() -> None:
    assert _state("un investis-\nsement massif", "un investissement massif") == "moved"


def test_a_moved_paragraph_is_exact() -> None:
    text = "Un.\n\nAmazon a investi 4 milliards.\n\nDeux."
    assert (
        _state("\n\n".join(reversed(text.split("\n\n"))), "Amazon a investi 4 milliards") == "exact"
    )


def test_nothing_alike_is_missing_without_a_place() -> None:
    anchor = Locator("Amazon a investi 4 milliards.").locate("zebras cross wide rivers")
    assert (anchor.state, anchor.start, anchor.end) == ("missing", -1, -1)
    assert not anchor.found


@pytest.mark.parametrize("quote", ["", "  \n", "\u200b"])
def test_an_empty_quote_is_missing(quote: str) -> None:
    assert _state("Amazon", quote) == "missing"


def test_a_quote_may_leave_words_out_where_it_says_so() -> None:
    text = "Le g\xe9ant, dit-on, mettra \xe0 disposition 4 millions de dollars."
    assert _state(text, "Le g\xe9ant [\u2026] mettra \xe0 disposition (...) de dollars") == "exact"
    assert _passage(text, "Le g\xe9ant [\u2026] 4 millions") == text[: text.index(" de dollars")]


def test_what_a_quote_leaves_out_may_not_deny_it() -> None:
    text = "Le g\xe9ant ne veut pas mettre 4 millions."
    assert _state(text, "Le g\xe9ant [\u2026] mettre 4 millions") == "changed"


def test_an_elision_mark_of_the_article_itself_is_exact() -> None:
    assert _state("si FTX [\u2026] attendait", "FTX [...] attendait") == "exact"


@pytest.mark.parametrize("text", ["", " ", "4", "\x00", "\ud800", "\u0301", "[\u2026]" * 50])
@pytest.mark.parametrize("quote", ["4", "-", "[\u2026]", "\u0301", "\ud800 4", "$", "4 " * 300])
def test_no_text_and_no_quote_breaks_the_locator(text: str, quote: str) -> None:
    anchor = Locator(text).locate(quote, "a", "b")
    assert -1 <= anchor.start <= anchor.end <= len(text)
