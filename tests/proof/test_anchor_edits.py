"""Edits by the thousand: what changes a statement never passes, what does not is never refused."""

from __future__ import annotations

import os
import random
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tui.proof.compare.differences import tokens
from tui.proof.extract.language_detection import guess_language
from tui.proof.quotes.locate import Locator
from tui.proof.quotes.normalize import fold
from tui.proof.quotes.selector import is_whole, unique_selector

# FUZZ=50 makes fifty times as many edits, outside the suite.
LONGER = int(os.environ.get("FUZZ", "1"))
QUOTE_EDITS, ARTICLE_EDITS = 30 * LONGER, 15 * LONGER
"""Edits of each kind: all of them together go through the lines that three times as many do."""
STRETCHES = 300 * LONGER
"""Stretches of the articles that are looked at for a place where an edit of a kind is possible."""
_SEEDS = Path(__file__).parents[2] / "seeds"
_ENGLISH = """Amazon said on Monday it will invest up to $4 billion in Anthropic, taking a minority
stake. The company did not disclose the valuation. Google has already committed more than $2
billion, of which $500 million was paid in October 2023. Microsoft, which owns nearly 49% of OpenAI,
spent about 13 billion dollars over three years. Revenue rose 1.5 times to €1,250 million in the
second quarter. "We have never denied the deal," said the chief executive. The start-up raised seven
billion dollars in six rounds, at least two of them without a lead investor. Analysts expect between
3 and 5 billion euros by 2026, less than one third of the total. The fund sold half of its shares
for £250m, of which 2.75bn were never paid. Sales fell by −5% in the first quarter and rose +12 per
cent in the third. At most a dozen investors put in fewer than ninety million pounds; two hundred
and fifty others, just under half of them, cannot sell before March 2031. It no longer owns 12,500
shares. In the fourth quarter of 2022 it lost as much as 1,305 million dollars, a third of its
cash."""
_FRENCH = """Le chiffre d’affaires a reculé de −5 % au premier trimestre, puis progressé de près de
12 % au troisième. Mistral ne compte plus lever que 2,5 M€ ; Microsoft n’a versé que 40 Mds de
dollars à peine. Au moins une douzaine de milliards d’euros, soit moins de 21 % du total, manquent
encore. Le fonds détient quatre-vingts millions d’actions et deux cents millions de dollars
canadiens. Selon la banque, Google compte céder entre sept et neuf milliards de livres d’ici à
2031, au plus un quart du capital. Meta dépensera deux milliards et demi en 2025, pas plus de
trente-cinq millions en 2026. Elle avait promis 12 500 emplois, environ 1 350 de plus qu’en 2019."""

_FRENCH_PARTS = (
    ("Amazon", "La société Mistral", "Le fonds souverain", "Selon Reuters, Google", "Microsoft"),
    ("a investi", "va engager", "n’a pas versé", "pourrait injecter", "avait promis", "dépensera"),
    ("jusqu’à ", "plus de ", "près de ", "", "", "au moins ", "environ "),
    ("4", "2,75", "1 250", "sept", "400", "1,4", "61,5", "vingt-quatre"),
    (" milliards", " millions"),
    (" de dollars", " d’euros", " de livres"),
    (" dans Anthropic", " dans la jeune pousse", " chez OpenAI", " pour un tiers du capital"),
    (" en septembre 2023", " au premier trimestre 2024", " en mars", ", sans délai", ""),
)
_ENGLISH_PARTS = (
    ("Amazon", "The start-up", "Sources said Google", "Nvidia", "The Saudi fund"),
    (" invested", " will spend", " did not pay", " could raise", " had pledged"),
    (" up to", " more than", " nearly", "", "", " at least", " about"),
    (" $4", " £2.75", " €1,250", " 7", " $61.5"),
    (" billion", " million", "bn", "m"),
    (" in Anthropic", " for a minority stake", " with OpenAI", " for 40% of the company"),
    (" in October 2023", " in the second quarter", " by 2026", " without conditions", ""),
)

Edit = Callable[[random.Random, str], str | None]


def _replacing(pattern: str, change: Callable[[random.Random, re.Match[str]], str]) -> Edit:
    def edit(chance: random.Random, quote: str) -> str | None:
        found = list(re.finditer(pattern, quote))
        if not found:
            return None
        match = chance.choice(found)
        return quote[: match.start()] + change(chance, match) + quote[match.end() :]

    return edit


def _other(*words: str) -> Callable[[random.Random, re.Match[str]], str]:
    return lambda chance, match: chance.choice([word for word in words if word != match[0].lower()])


def _in_script(chance: random.Random, match: re.Match[str]) -> str:
    digit = int(match[0])
    kinds = ["０１２３４５６７８９", "٠١٢٣٤٥٦٧٨٩", "⁰¹²³⁴⁵⁶⁷⁸⁹"]
    return chance.choice([*(kind[digit] for kind in kinds), f"{digit}\u0336", "O"])


_ALIKE = {ord("a"): "а", ord("i"): "і", ord("o"): "о", ord("e"): "е"}
_BOUNDS = [
    *("jusqu'à", "plus de", "moins de", "près de", "au moins", "environ", "presque"),
    *("up to", "more than", "less than", "nearly", "about", "at least"),
]
_BOUND = r"\b(?:jusqu['’]à|up to|more than|plus de|près de|nearly|about|at least|less than) "


def _swapped(chance: random.Random, match: re.Match[str]) -> str:
    """Two neighbouring digits in the other order, or another last one where they are equal."""
    digits = match[0]
    at = chance.randrange(len(digits) - 1)
    if digits[at] == digits[at + 1]:
        return digits[:-1] + str((int(digits[-1]) + 1) % 10)
    return digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]


HARMFUL: dict[str, Edit] = {
    "another digit": _replacing(
        r"\d", lambda chance, m: chance.choice([d for d in "0123456789" if d != m[0]])
    ),
    "a digit more": _replacing(
        r"\d+", lambda chance, m: chance.choice([m[0] + "3", "6" + m[0], m[0] + "0"])
    ),
    "a digit less": _replacing(r"\d\d+", lambda chance, m: chance.choice([m[0][1:], m[0][:-1]])),
    "the comma moved": _replacing(
        r"(\d)[,.](\d)",
        lambda chance, m: chance.choice(
            [f"{m[1]}{m[2]}", f"{m[1]} {m[2]}", f"{m[1]}, {m[2]}", f"{m[1]}{m[2]},1"]
        ),
    ),
    "a group sign": _replacing(
        r"\d(?=\d)", lambda chance, m: m[0] + chance.choice([" ", ",", ".", "\u202f", "'"])
    ),
    "something before a number": _replacing(
        r"(?<![\w.,'/:$€£-])\d",
        lambda chance, m: chance.choice(["1 ", "2,", "-", "3-", "1/", "~", "+", "<", "½ "]) + m[0],
    ),
    "another scale": _replacing(
        r"\b(?:millions?|milliards?|billions?)\b",
        _other("million", "milliard", "millions", "milliards", "billion", "trillions", "mille"),
    ),
    "no scale": _replacing(r" (?:millions?|milliards?|billions?)\b(?=.*\w)", lambda *_: ""),
    "another currency": _replacing(
        r"\b(?:dollars|euros|livres)\b", _other("dollars", "euros", "yens")
    ),
    "another country's currency": _replacing(
        r"\b(?:dollars|livres)\b(?!\s+canadiens)",
        lambda chance, m: f"{m[0]} {chance.choice(['canadiens', 'australiens', 'turques'])}",
    ),
    "another sign": _replacing(r"[$€£%]", _other("$", "€", "£", "%", "¥")),
    "no sign": _replacing(r"[$€£%]", lambda *_: ""),
    "a bound more": _replacing(
        r"(?<= )(?=\d)(?<!\d )(?<![$€£] )",
        lambda chance, _: chance.choice(_BOUNDS) + " ",
    ),
    "another bound": _replacing(
        _BOUND,
        lambda chance, m: (
            chance.choice([b for b in _BOUNDS if b != m[0].strip().replace("’", "'")]) + " "
        ),
    ),
    "no bound": _replacing(_BOUND, lambda *_: ""),
    "a negation more": _replacing(
        r"\b(?:a|est|ont|sont|va|will|has|was|is|avait|pourrait|could)\b",
        lambda chance, m: chance.choice(
            [f"{m[0]} pas", f"{m[0]} not", f"ne {m[0]}", f"n’{m[0]} jamais", f"{m[0]} never"]
        ),
    ),
    "no negation": _replacing(r"\b(?:pas|not|never|sans|without|jamais) |\bn['’]", lambda *_: ""),
    "another year": _replacing(
        r"\b20\d\d\b", lambda chance, m: str(int(m[0]) + chance.choice([-10, -1, 1, 2, 100]))
    ),
    "another month": _replacing(
        r"\b(?:février|mars|avril|mai|août|septembre|octobre|novembre|October)\b",
        _other("juin", "octobre", "mai", "novembre", "January"),
    ),
    "another number in words": _replacing(
        r"\b(?:six|sept|seven|trois|deux|two|three|half|third|tiers|premier|second|vingt)\b",
        _other("huit", "nine", "quatre", "quart", "dernier"),
    ),
    "digits in another order": _replacing(r"\d\d+", _swapped),
    "a number in two": _replacing(r"\d\d+", lambda _, m: f"{m[0][0]} {m[0][1:]}"),
    "zeros more": _replacing(
        r"\d+", lambda chance, m: chance.choice([m[0] + "00", m[0] + " 000", "0" + m[0]])
    ),
    "no sign of a number": _replacing(r"[−+](?=\d)", lambda *_: ""),
    "a sign with a space": _replacing(
        r"(?<=[a-zé] )(?=\d)", lambda chance, _: chance.choice(["− ", "- ", "+ ", "≈ ", "−"])
    ),
    "another rank": _replacing(
        r"\b(?:first|second|third|fourth|premier|troisième)\b",
        _other("first", "third", "fourth", "premier", "deuxième", "2e", "next"),
    ),
    "another written number": _replacing(
        r"\b(?:dozen|douzaine|ninety|hundred|half|third|cents|vingts|demi|sept|neuf|deux|trente)\b",
        _other("dozen", "dizaine", "nineteen", "thousand", "quarter", "mille", "trente", "huit"),
    ),
    "a bound turned": _replacing(
        r"\b(?:au moins|moins de|près de|environ|at most|fewer than|just under|as much as)(?= )",
        _other("plus de", "au plus", "moins de", "at least", "more than", "well over", "à peine"),
    ),
    "a scale in short": _replacing(
        r"(?<=[a-zé\d] )(?:M(?=€)|Mds|milliards?|millions?)(?= |€)", _other("k", "M", "Md", "Mrd")
    ),
    "a limiting negation": _replacing(
        r"\b(?:détient|compte|dépensera|manquent)\b",
        lambda chance, m: f"ne {m[0]} {chance.choice(['plus', 'que', 'pas', 'jamais', 'guère'])}",
    ),
    "another percent": _replacing(
        r" ?%| per\ncent\b",
        lambda chance, _: chance.choice([" points", " ‰", "", " pp", " millions"]),
    ),
    "digits of another script": _replacing(r"\d", _in_script),
    "letters of another script": _replacing(
        r"\b(?:milliards?|millions?|billion|dollars)\b", lambda _, m: m[0].translate(_ALIKE)
    ),
}

HARMLESS_SIGNS: dict[str, Edit] = {
    "spaces": _replacing(r"\s", lambda chance, _: chance.choice(["  ", "\u202f", "\n", "\xa0"])),
    "apostrophes": _replacing(r"['’]", lambda chance, _: chance.choice("'’‘ʼ")),
    "soft hyphens": _replacing(r"(?<=[a-z]{3})(?=[a-z]{3})", lambda *_: "\xad"),
    "zero width": _replacing(r"(?<=[a-z]{2})(?=[a-z]{2})", lambda *_: "\u200b"),
    "marks apart": lambda _, quote: unicodedata.normalize("NFD", quote),
}


def _articles() -> list[str]:
    chance = random.Random(8)
    texts = [path.read_text("utf-8") for path in sorted(_SEEDS.glob("0*.txt"))]
    texts += [_ENGLISH, _FRENCH]
    for parts in (_FRENCH_PARTS, _ENGLISH_PARTS):
        for _ in range(4):
            sentences = []
            for _ in range(12):
                words = [chance.choice(part) for part in parts]
                glue = " " if parts is _FRENCH_PARTS else ""
                sentences.append(words[0] + glue + words[1] + glue + "".join(words[2:]) + ".")
            texts.append(" ".join(sentences))
    return texts


ARTICLES = _articles()
LOCATORS = [Locator(text) for text in ARTICLES]


def _stretch(chance: random.Random, text: str) -> tuple[int, int]:
    words = [match.span() for match in re.finditer(r"\S+", text)]
    while True:
        first = chance.randrange(len(words) - 4)
        last = min(len(words) - 1, first + chance.randint(3, 20))
        start, end = words[first][0], words[last][1]
        if is_whole(text, start, end):
            return start, end


def _says(text: str, quote: str) -> bool:
    """Whether a text holds the words of a quote, as an edit may by chance quote another place."""
    words = [re.findall(r"[^\s,.;:()\"']+", fold(part).text) for part in (quote, text)]
    return f" {' '.join(words[0])} " in f" {' '.join(words[1])} "


_SPELLINGS = (
    (r"\b(?:milliards?|Mds?|Mrd)\b", "milliard"),
    (r"\bmillions?\b|(?<=\d )M\b|(?<=[a-z] )M\b|(?<=\d)m\b", "million"),
    (r"(?<![\d,.'\u202f ])([1-9]\d{0,2})[ '\u202f](?=\d{3}(?!\d))", r"\1"),
    (r"([1-9]\d{0,2}),(?=\d{3}(?: ?(?:billion|milliard|million)|bn|m\b|\Z))", r"\1"),
    (r"(\d[.,][1-9]+)0+(?!\d)", r"\1"),
    (r"\bpresque\b", "près de"),
)


_IN_ENGLISH = ((r"\b(?:milliard|billion)s?\b", "milliard"), (r"\btrillions\b", "trillion"))
"""In French a billion is a thousand times as much."""


def _means_the_same(old: str, new: str, article: str) -> bool:
    """Whether an edit only spelt a figure otherwise: "Md" for "milliards", 1,250 for 1250."""
    english = _IN_ENGLISH if guess_language(article) == "en" else ()
    for pattern, one in (*_SPELLINGS, *english):
        old, new = (re.sub(pattern, one, text) for text in (old, new))
    return " ".join(old.split()) == " ".join(new.split())


def _figures(text: str) -> list[str]:
    return [token.key for token in tokens(fold(text).text) if token.weight]


@pytest.mark.parametrize("kind", HARMFUL)
def test_a_quote_whose_statement_was_edited_is_never_taken_as_proved(kind: str) -> None:
    chance = random.Random(kind)
    edited = 0
    for _ in range(STRETCHES):
        if edited == QUOTE_EDITS:
            break
        number = chance.randrange(len(ARTICLES))
        start, end = _stretch(chance, ARTICLES[number])
        changed = HARMFUL[kind](chance, ARTICLES[number][start:end])
        if changed is None or _says(ARTICLES[number], changed):
            continue
        if _means_the_same(ARTICLES[number][start:end], changed, ARTICLES[number]):
            continue
        edited += 1
        anchor = LOCATORS[number].locate(changed)
        assert anchor.state in {"changed", "missing"}, (changed, anchor)
    assert edited > 3


@pytest.mark.parametrize("kind", HARMFUL)
def test_an_article_whose_statement_was_edited_no_longer_proves_the_quote(kind: str) -> None:
    chance = random.Random(kind)
    edited = 0
    for _ in range(STRETCHES):
        if edited == ARTICLE_EDITS:
            break
        text = chance.choice(ARTICLES)
        start, end = _stretch(chance, text)
        quote = text[start:end]
        changed = HARMFUL[kind](chance, quote)
        if changed is None or _says(changed, quote) or _means_the_same(quote, changed, text):
            continue
        article = text[:start] + changed + text[end:]
        if _says(article.replace(changed, "|"), quote):
            continue
        anchor = Locator(article).locate(quote)
        elsewhere = anchor.end <= start or start + len(changed) <= anchor.start
        if elsewhere and _figures(article[anchor.start : anchor.end]) == _figures(quote):
            continue  # Another sentence of the article says it, untouched.
        edited += 1
        assert anchor.state in {"changed", "missing"}, (quote, changed, anchor)
    assert edited > 1


@pytest.mark.parametrize("kind", HARMLESS_SIGNS)
def test_typography_alone_changes_nothing(kind: str) -> None:
    chance = random.Random(kind)
    for _ in range(150):
        number = chance.randrange(len(ARTICLES))
        text = ARTICLES[number]
        start, end = _stretch(chance, text)
        quote = text[start:end]
        typed = HARMLESS_SIGNS[kind](chance, quote)
        if typed is None:
            continue
        assert LOCATORS[number].locate(typed).state in {"exact", "ambiguous"}, typed
        article = Locator(text[:start] + typed + text[end:])
        assert article.locate(quote).state in {"exact", "ambiguous"}, typed


def _plain_words(quote: str) -> list[tuple[int, int]]:
    """Find the words inside a quote that weigh nothing and name nobody."""
    folded = fold(quote).text
    if len(folded) != len(quote):
        return []
    return [
        (token.start, token.end)
        for token in tokens(folded)[2:-2]
        if not token.weight and token.text.islower() and len(token.text) > 4
    ]


def test_a_word_that_no_equal_replaced_is_a_change_found_at_its_place() -> None:
    chance = random.Random(3)
    changed = tried = 0
    for _ in range(500):
        number = chance.randrange(6)
        text = ARTICLES[number]
        start, end = _stretch(chance, text)
        quote = text[start:end]
        words = _plain_words(quote)
        if len(words) < 2:
            continue
        first, last = chance.choice(words)
        reworded = quote[:first] + "zèbre" + quote[last:]
        tried += 1
        anchor = LOCATORS[number].locate(reworded)
        changed += anchor.state == "changed" and anchor.start < end and anchor.end > start
    assert tried > 200
    assert changed == tried


def test_a_dropped_clause_is_moved() -> None:
    chance = random.Random(5)
    tried = 0
    for text in ARTICLES[:6]:
        for sentence in re.split(r"(?<=[.!?])\s+", text):
            for clause in re.findall(r", [^,.()]{8,60}(?=[,.])", sentence):
                folded = fold(clause).text
                dropped = sentence.replace(clause, "", 1)
                if any(token.weight for token in tokens(folded)) or len(dropped) < 60:
                    continue
                tried += 1
                article = text.replace(sentence, dropped)
                assert Locator(article).locate(sentence).state == "moved", clause
                assert Locator(text).locate(dropped).state in {"moved", "exact"}, clause
    assert tried > 15, chance


@settings(max_examples=250, deadline=None)
@given(st.integers(0, len(ARTICLES) - 1), st.data())
def test_a_selector_made_for_a_passage_finds_it_again(number: int, data: st.DataObject) -> None:
    text = ARTICLES[number]
    words = [match.span() for match in re.finditer(r"\S+", text)]
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, min(len(words) - 1, first + 8)))
    start, end = words[first][0], words[last][1]
    assume(is_whole(text, start, end))
    anchor = LOCATORS[number].locate(*unique_selector(text, start, end))
    assert (anchor.state, anchor.start, anchor.end) == ("exact", start, end)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.sampled_from(["a", "b", "4", "\n", "euros", "« b »"]), min_size=1, max_size=14),
    st.data(),
)
def test_a_selector_tells_copies_apart(parts: list[str], data: st.DataObject) -> None:
    text = " ".join(parts)
    words = [match.span() for match in re.finditer(r"\S+", text)]
    assume(words)
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    start, end = words[first][0], words[last][1]
    assume(is_whole(text, start, end))
    anchor = Locator(text).locate(*unique_selector(text, start, end))
    assert (anchor.state, anchor.start, anchor.end) == ("exact", start, end)


def test_a_unique_passage_needs_no_context() -> None:
    text = "Amazon a investi 4 milliards, Google 2 milliards."
    assert unique_selector(text, 17, 28) == ("4 milliards", "", "")


def test_a_copied_passage_gets_the_fewest_words_of_context() -> None:
    text = "Amazon a investi 2 milliards hier. Google a investi 2 milliards hier."
    start = text.rindex("2 milliards")
    assert unique_selector(text, start, start + 11) == ("2 milliards", "Google a investi", "")
