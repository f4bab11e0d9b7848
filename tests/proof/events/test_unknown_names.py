"""Names in articles that no party has are counted; what is no name of a party is left out."""

from __future__ import annotations

from tui.model.records import Party
from tui.proof.events.syntax.names import KnownNames
from tui.proof.events.unknown_names import NamePlace, count_names, unknown_names

KNOWN = KnownNames({"kestrel": Party("kestrel", "Kestrel Capital", ("Kestrel",))})
FRENCH = """Larkspur lève 12 millions

Mardi, Larkspur a levé 12 millions d'euros auprès de Kestrel et de la banque Orrery. Selon Jean
Dupont, à Paris, Orrery a suivi. Orrery dément.
"""
ENGLISH = """On Tuesday Kestrel Capital said it had backed Larkspur Energy Inc, based in London.
Profits rose. Larkspur Energy Inc owns a mill.
"""


def names(text: str, language: str) -> list[str]:
    return [one.name for one in unknown_names(text, KNOWN, language)]


def test_known_parties_persons_places_and_words_of_the_language_are_left_out() -> None:
    assert set(names(FRENCH, "fr")) == {"Larkspur", "Orrery"}
    assert set(names(ENGLISH, "en")) == {"Larkspur Energy Inc"}


def test_names_are_counted_over_articles_with_where_they_stand_first() -> None:
    articles = {"one": (FRENCH, "fr"), "two": ("It was said that LARKSPUR fell.\n", "en")}
    found = [
        (article, unknown_names(text, KNOWN, language))
        for article, (text, language) in articles.items()
    ]
    counted = {one.name: one for one in count_names(found)}
    assert [(one.name, one.articles) for one in counted.values()] == [
        ("Larkspur", 2),
        ("Orrery", 1),
    ]
    assert counted["Orrery"].times == 3
    assert counted["Larkspur"].first == NamePlace("one", 0, len("Larkspur"))


def test_a_word_that_only_opens_sentences_is_no_name() -> None:
    text = "Comments fell. Comments rose, and Trinket fell. He met Trinket.\n"
    assert [one.name for one in count_names([("a", unknown_names(text, KNOWN, "en"))])] == [
        "Trinket"
    ]
