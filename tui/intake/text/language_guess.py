"""The language of a text, told by the small words that each cannot do without.

The figure reader knows French and English; a corpus may name any language of ISO 639-1.
"""

from __future__ import annotations

import re

_SAMPLE = 20_000
"""Code points that are looked at."""
_ENOUGH = 3
"""Small words that must be seen: fewer tell nothing."""
_SMALL_WORDS = {
    "en": "the of and to in is that for with has was on by from at an its which said are have will",
    "fr": "le la les des du et en un une est dans pour que qui au aux sur par avec il elle ce "
    "pas plus",
    "de": "der die das und in den von zu mit ist für auf nicht im dem ein eine sich des auch "
    "hat wird",
    "es": "el la los las de en y que un una por con para del se su al es más ha lo como",
    "it": "il la di e che in un una per del della con si non sono è gli le nel alla dei ha",
    "pt": "o a os as de e do da que em um uma para com não no na se por mais dos foi ao",
    "nl": "de het een van en in is op te dat voor met zijn aan niet die er ook door om bij",
    "sv": "och att det som en på är av för med till den har inte om ett han var de ska",
    "da": "og at det er en på af for med til den har ikke de som der et han kan skal",
    "nb": "og det er en på av for med til den har ikke som de et han kan skal fra ble",
    "pl": "w i na z się nie do to że jest o jak po od za przez dla oraz są ale tym",
    "cs": "a se v na je že to s z do o ve k pro za od jsou by ale jako při byl",
    "fi": "ja on ei se että oli hän mutta myös kun ovat joka tai sen mukaan ovat",
    "hu": "a az és hogy nem is egy van volt ez meg már de csak el még mint",
    "ro": "și de la în a cu pe nu care din un o este pentru să mai fost sau",
    "tr": "ve bir bu için da de ile olarak çok daha olan en kadar gibi sonra ise",
}
_SCRIPTS = (
    ("ja", re.compile("[ぁ-ゟ゠-ヿ]")),
    ("ko", re.compile("[가-힣]")),
    ("zh", re.compile("[一-鿿]")),
    ("el", re.compile("[α-ωά-ώ]")),
    ("he", re.compile("[א-ת]")),
    ("ar", re.compile("[ء-ي]")),
    ("uk", re.compile("[іїєґ]")),
    ("ru", re.compile("[а-яё]")),
)
_OF_A_SCRIPT = 0.15
"""Share of the letters that must be of a script for its language to be told by it."""
_UKRAINIAN = 0.02
"""Russian has none of the four letters that are a twentieth of any Ukrainian text."""
_WORD = re.compile(r"[^\W\d_]+")


def guess_language(text: str) -> str:
    """The ISO 639-1 code of the language of a text; empty where nothing tells."""
    sample = text[:_SAMPLE].lower()
    letters = sum(1 for letter in sample if letter.isalpha())
    if not letters:
        return ""
    for language, script in _SCRIPTS:
        needed = _UKRAINIAN if language == "uk" else _OF_A_SCRIPT
        if len(script.findall(sample)) > letters * needed:
            return language
    words = _WORD.findall(sample)
    counts = {
        language: sum(1 for word in words if word in known) for language, known in _SETS.items()
    }
    best = max(counts, key=lambda language: counts[language])
    return best if counts[best] >= _ENOUGH else ""


_SETS = {language: frozenset(words.split()) for language, words in _SMALL_WORDS.items()}
