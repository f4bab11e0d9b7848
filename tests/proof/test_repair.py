"""A repair takes the article's own words: the quote is found letter for letter, where it was."""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tui.model.corpus import ArticleText, Corpus
from tui.model.records import Article, Deal, Evidence
from tui.proof.audit.registry import audit
from tui.proof.audit.repair import Repair, repair
from tui.proof.compare.differences import tokens
from tui.proof.quotes.locate import Locator
from tui.proof.quotes.normalize import fold
from tui.proof.quotes.selector import is_whole
from tui.proof.results.proof_store import ProofStore

if TYPE_CHECKING:
    from tui.model.problems import Problem

_SEEDS = Path(__file__).parents[2] / "seeds"
ARTICLES = [path.read_text("utf-8") for path in sorted(_SEEDS.glob("0*.txt"))]
REPAIRED = frozenset({"quote-moved", "quote-ambiguous"})
ROUNDS = 45


def proofs_over(text: str, quote: str, prefix: str = "", suffix: str = "") -> ProofStore:
    evidence = Evidence(("amount",), "one", quote, prefix, suffix, line=7, column=9)
    article = Article("one", "one.txt", language="fr")
    deal = Deal("deal", "A deal", evidence=(evidence,))
    return ProofStore(Corpus({}, {"one": article}, {"deal": deal}, {"one": ArticleText(text, "x")}))


def finding(proofs: ProofStore) -> Problem | None:
    return next(iter(audit(proofs, select=REPAIRED)), None)


def stretch(chance: random.Random, text: str, shortest: int, longest: int) -> tuple[int, int]:
    words = [match.span() for match in re.finditer(r"\S+", text)]
    while True:
        first = chance.randrange(len(words) - longest)
        start, end = words[first][0], words[first + chance.randint(shortest, longest) - 1][1]
        if is_whole(text, start, end):
            return start, end


def reworded(chance: random.Random, quote: str) -> str | None:
    """A slip of the pen in a word that weighs nothing: two letters in the other order."""
    folded = fold(quote).text
    plain = [
        token
        for token in tokens(folded)[2:-2]
        if not token.weight
        and token.text.islower()
        and len(token.text) > 6
        and token.text.isalpha()
        and token.text[2] != token.text[3]
    ]
    if len(folded) != len(quote) or len(plain) < 2:
        return None
    token = chance.choice(plain)
    word = quote[token.start : token.end]
    slipped = word[:2] + word[3] + word[2] + word[4:]
    return quote[: token.start] + slipped + quote[token.end :]


def applied(mended: Repair, prefix: str, suffix: str) -> tuple[str, str, str]:
    """What the file says once the repair's keys are set; keys it leaves out stay."""
    values = {"prefix": prefix, "suffix": suffix, **mended.values}
    return values["quote"], values["prefix"], values["suffix"]


def check_repair(text: str, quote: str, prefix: str = "", suffix: str = "") -> str | None:
    """Repair a quote where it needs one, and hold the outcome; the code of the finding."""
    proofs = proofs_over(text, quote, prefix, suffix)
    problem = finding(proofs)
    if problem is None:
        return None
    before = proofs.anchor("one", proofs.corpus.records["deal"].evidence[0])
    mended = repair(proofs, problem)
    assert mended is not None, (quote, prefix, suffix, before)
    assert (mended.line, mended.column) == (7, 9)
    assert set(mended.values) <= {"quote", "prefix", "suffix"}
    selector = applied(mended, prefix, suffix)
    after = Locator(text).locate(*selector)
    assert after.state == "exact", (selector, after)
    assert (after.start, after.end) == (before.start, before.end)
    assert re.sub(r" ?\n\s*", " ", text[after.start : after.end]) == selector[0]
    assert is_whole(text, after.start, after.end)
    assert finding(proofs_over(text, *selector)) is None
    return problem.code


@pytest.mark.parametrize("number", range(len(ARTICLES)))
def test_a_reworded_quote_takes_the_words_of_the_article(number: int) -> None:
    chance, text = random.Random(number), ARTICLES[number]
    repaired = 0
    for _ in range(ROUNDS):
        start, end = stretch(chance, text, 6, 18)
        typed = reworded(chance, text[start:end])
        if typed is not None:
            repaired += check_repair(text, typed) == "quote-moved"
    assert repaired > 2


@pytest.mark.parametrize("number", range(len(ARTICLES)))
def test_a_reworded_article_gives_its_new_words(number: int) -> None:
    chance, text = random.Random(number), ARTICLES[number]
    repaired = 0
    for _ in range(ROUNDS // 3):
        start, end = stretch(chance, text, 6, 18)
        quote = text[start:end]
        printed = reworded(chance, quote)
        if printed is not None and text.count(quote) == 1:
            edited = text[:start] + printed + text[end:]
            repaired += check_repair(edited, quote) == "quote-moved"
    assert repaired > 2


@pytest.mark.parametrize("number", range(len(ARTICLES)))
def test_a_quote_of_one_word_that_occurs_often_gets_its_neighbours(number: int) -> None:
    chance, text = random.Random(number), ARTICLES[number]
    repaired = 0
    for _ in range(ROUNDS):
        start, end = stretch(chance, text, 1, 2)
        repaired += check_repair(text, text[start:end]) == "quote-ambiguous"
    assert repaired > 2


@pytest.mark.parametrize("number", range(len(ARTICLES)))
def test_context_that_no_longer_fits_is_made_anew_or_taken_away(number: int) -> None:
    chance, text = random.Random(number), ARTICLES[number]
    codes = set()
    for _ in range(ROUNDS):
        start, end = stretch(chance, text, 4, 9)
        before = " ".join(text[:start].split()[-5:])
        typed = reworded(chance, before) or "mots étrangers"
        codes.add(check_repair(text, text[start:end], prefix=typed))
    assert codes & REPAIRED


def test_a_context_that_is_no_longer_needed_is_emptied_not_left_standing() -> None:
    text = "Amazon a investi 2 milliards de dollars dans la jeune société Anthropic hier matin."
    proofs = proofs_over(text, "2 milliards de dollars", prefix="Amazon avait investi")
    problem = finding(proofs)
    assert problem is not None
    mended = repair(proofs, problem)
    assert mended is not None
    assert mended.values == {"quote": "2 milliards de dollars", "prefix": ""}


@pytest.mark.parametrize("number", range(len(ARTICLES)))
def test_a_figure_that_changed_is_never_offered_a_repair(number: int) -> None:
    chance, text = random.Random(number), ARTICLES[number]
    digits = [match.start() for match in re.finditer(r"\d(?=\s(?:milliard|million))", text)]
    assert digits
    for at in digits:
        other = chance.choice([digit for digit in "123456789" if digit != text[at]])
        start = text.rfind(" ", 0, max(0, at - 25)) + 1
        end = text.find(" ", at + 25)
        edited = text[:at] + other + text[at + 1 :]
        proofs = proofs_over(edited, text[start:end])
        for problem in audit(proofs):
            assert problem.code not in REPAIRED
            assert repair(proofs, problem) is None
