"""Every way to say "at most", "more than" or "about", before sums of every shape."""

from __future__ import annotations

import pytest

from tui.proof.extract import find_mentions

# what the short form says: the words that say so
FRENCH = {
    "up to": "jusqu’à, jusqu'à environ, au plus, au maximum, un maximum de, pas plus de, "
    "plafonné à, n’excédant pas, ne dépassant pas, dans la limite de, pouvant atteindre",
    "at least": "au moins, au minimum, un minimum de, pas moins de, à partir de, a minima",
    "more than": "plus de, un peu plus de, bien plus de, supérieur à, au-delà de, au-dessus de, "
    "dépassant, dépasse désormais, excédant, a franchi le cap des, a franchi la barre des",
    "less than": "moins de, un peu moins de, inférieur à, en dessous de, au-dessous de, sous les, "
    "en deçà de",
    "about": "environ, près de, quelque, autour de, aux alentours de, aux environs de, à peu près, "
    "presque, quasiment, de l’ordre de, avoisinant, frôle les, pas loin de",
}
ENGLISH = {
    "up to": "up to, at most, no more than, not more than, a maximum of, as much as, capped at, "
    "not exceeding",
    "at least": "at least, no less than, not less than, a minimum of, starting at",
    "more than": "more than, slightly more than, over, well over, above, in excess of, north of, "
    "upwards of, greater than, beyond, exceeding, topping, surpassed",
    "less than": "less than, under, just under, below, well below, south of, short of",
    "about": "about, around, approximately, roughly, nearly, almost, some, close to, an estimated, "
    "in the region of, just shy of",
}
SUMS = {
    "fr": (("4 milliards de dollars", "4 bn USD"), ("7,5 M€", "7.5 M EUR"), ("12 %", "12 %")),
    "en": (("$4 billion", "4 bn USD"), ("€7.5m", "7.5 M EUR"), ("12%", "12 %")),
}


@pytest.mark.parametrize(
    ("language", "meaning", "words"),
    [
        (language, meaning, words)
        for language, bounds in (("fr", FRENCH), ("en", ENGLISH))
        for meaning, all_words in bounds.items()
        for words in all_words.split(", ")
    ],
)
def test_a_bound_is_read_before_every_sum(language: str, meaning: str, words: str) -> None:
    for written, short in SUMS[language]:
        for opening in ("", "(", "Bouygues y mettra " if language == "fr" else "It spent "):
            (mention,) = find_mentions(f"{opening}{words} {written}.", language=language)
            read = str(mention.quantity).replace("about ", "", meaning != "about")
            assert read == f"{meaning} {short}"
            assert mention.text.endswith(written)
            assert len(mention.text) > len(written)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Au cours de 2024, 4 milliards de dollars ont été dépensés."),
        ("fr", "En plus, de 4 milliards de dollars dépend sa survie."),
        ("fr", "Un chèque de 4 milliards de dollars."),
        ("fr", "Il a droit aux 4 milliards de dollars."),
        ("en", "It paid the $4 billion."),
        ("en", "A dispute over a $4 billion contract."),
        ("en", "The board came to $4 billion."),
    ],
)
def test_words_that_only_resemble_a_bound_are_none(language: str, sentence: str) -> None:
    read = [str(one.quantity) for one in find_mentions(sentence, language=language) if one.quantity]
    assert read == ["4 bn USD"]
