"""What an article says of its own statements: a headline that denies them, a correction, a joke.

And which of its parts are no news: advertisements, captions, links to other articles, readers'
comments.
"""

from __future__ import annotations

import re
from functools import cache, cached_property, lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from tui.language import neighbour_words, odd_places, polarity
from tui.language.clauses.verbs import verb_forms
from tui.language.figures.sum_words import DEAL_NOUNS, SUM_NOUNS
from tui.language.plain_words import Phrases, plain_text, plain_word
from tui.proof.claim.claim import Claim
from tui.proof.claim.sentences import read_stretch, sentences_of
from tui.proof.claim.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.language.polarity import Denial
    from tui.proof.claim.turns.turn import Turn

_HEAD = 700
"""Code points that headline and lead take at most, and a note at the end."""
_PARAGRAPHS = 3
_HEADLINE = 140
"""Code points of a headline at most."""
_NEVER_WERE: Phrases[str] = Phrases({"never": neighbour_words.NEVER_WERE})
_DENYING: tuple[Denial, ...] = ("deny", "refuse", "cancel", "untrue")
_WORD = re.compile(r"\w+")
_LABEL = re.compile(
    r"[\s(\[*_>\u00ab\"]*([^\W\d_][\w'\u2019 -]{0,30}?)\s*"
    r"(?:[:\u2013\u2014|(\n,]|[.!?](?:\s|\Z)| - |\s*\Z)"
)
"""What stands before a colon, a dash or a full stop at the head of a paragraph."""
_COMMENTS = re.compile(
    r"^[\W\d]*(?:comments?|commentaires?|reader comments|avis des lecteurs|vos r\u00e9actions"
    r"|leave a comment|laisser un commentaire)[\W\d]*$",
    re.IGNORECASE | re.MULTILINE,
)
_CORRECTING = (
    "orrect",
    "clarif",
    "errat",
    "rectif",
    "mise au p",
    "editor's",
    "note de",
    "retract",
    "amended",
)
"""Pieces of the headings of all corrections, to tell quickly that there is none."""
_COMMENT_WORDS = ("omment", "OMMENT", "avis", "Avis", "AVIS", "\xe9actions", "\xc9ACTIONS")
"""Pieces of the words that head readers' comments, to tell quickly that there are none."""
_BEFORE_DOLLARS, _BEHIND_DOLLARS = 110, 40
"""Code points around "dollars" in which the words lie that say whose they are."""
_ALL_IN_DOLLARS = re.compile(
    r"\b(?:figures|amounts|sums|prices|dollars)\b[^.;]{0,50}\b(?!American|US|United)[A-Z][a-z]+"
    r"(?:ian|an|ese|ish)? dollars\b"
    r"|\b(?:montants|chiffres|sommes|prix)\b[^.;]{0,50}\bdollars (?!am\u00e9ricains)"
    r"\w+(?:iens|ais|ois|ins)\b"
)
_NEGATED = re.compile(
    r"\b(?:have|has|had|did|will|n['\u2019](?:a|ont|avons|avait|avaient))\s?"
    r"(?:\w+\s){0,2}(?:no|not|never|rien|pas|jamais|aucune?|nothing)\b"
    r"|\bn(?:e\s|['\u2019])\w+\s(?:pas|jamais|plus)\b"
)
"""A verb that a headline negates: "we have bought no stake", "nous n'avons rien acheté"."""
_REPLACING = re.compile(r"(?:\bnot\b|\bnon\b|\binstead of\b|\bau lieu d)", re.IGNORECASE)
_REPLACED_BEHIND = re.compile(
    r"(?:\bnot\b|\bnon\b|\binstead of\b|\brather than\b|\bau lieu d|\bplut\u00f4t que?\b)"
    r"[^.;:\d]{0,20}\d",
    re.IGNORECASE,
)
"""A figure that another one before it takes the place of: "…, not £85 million as we wrote"."""
_PARAGRAPH_END = re.compile(r"\n\s*\n")
_LABEL_REACH = 60


class ArticleFrame:
    """What an article says of its own statements; each part is read when it is first asked for."""

    def __init__(self, article: str, language: str) -> None:
        """Take an article."""
        self._article, self._language = article, language

    @cached_property
    def denials(self) -> Sequence[tuple[Claim, Turn]]:
        """What headline and lead deny, with the sentence that each denial stands in."""
        head = self._article[:_HEAD]
        if not may_deny(head) and not _NEGATED.search(head.lower()):
            return []
        return [
            (claim, turn)
            for begin, stop in islice(_paragraphs(head), _PARAGRAPHS)
            for claim in self._denying_sentences(begin, stop)
            for turn in claim.turns.all
            if turn.kind in _DENYING or (turn.kind == "not" and _denies_deal(claim, turn))
        ]

    def _denying_sentences(self, begin: int, stop: int) -> list[Claim]:
        reading = read_stretch(self._article, begin, stop)
        return [
            Claim(reading.text, span, (), self._language)
            for span in sentences_of(self._article, reading)
            if may_deny(reading.text[slice(*span)])
            or _NEGATED.search(reading.text[slice(*span)].lower())
        ]

    @cached_property
    def fiction(self) -> str:
        """The words by which it says that nothing in it is true; empty where it does not."""
        for edge in (self._article[:_HEAD], self._article[-_HEAD:]):
            plain = plain_text(edge)
            for phrase in odd_places.FICTION:
                if phrase in plain:
                    return phrase
        return ""

    @cached_property
    def corrections(self) -> Sequence[str]:
        """Its paragraphs that correct a figure of it, with one space for each white space."""
        plain = self._article.lower()
        if not any(root in plain for root in _CORRECTING):
            return []
        return [
            " ".join(paragraph.split())
            for begin, stop in _paragraphs(self._article)
            if _label(paragraph := self._article[begin:stop], 0, stop - begin) in _correcting()
            and _is_about_sum(paragraph)
        ]

    @cached_property
    def doubted(self) -> str:
        """The words by which its headline says that what it tells is not so; empty for none."""
        for begin, stop in islice(_paragraphs(self._article[:_HEAD]), _PARAGRAPHS):
            if stop - begin > _HEADLINE:
                continue
            label = _LABEL.match(self._article, begin, stop)
            if label and plain_word(label[1]).strip() in _doubting():
                return label[1]
            if self._article[begin:stop].rstrip().endswith("."):
                continue
            words = Sentence(self._article, begin, stop)
            for at, length, _ in _NEVER_WERE.each(words.low):
                return words.printed(at, at + length)
        return ""

    def corrected(self, figure: str) -> bool:
        """Whether a correction takes a figure back, or says another one without naming it."""
        figure = " ".join(figure.split())
        return any(
            figure not in paragraph
            or (
                (may_deny(paragraph) or _REPLACING.search(paragraph))
                and not _is_right(figure, paragraph)
            )
            for paragraph in self.corrections
        )

    @cached_property
    def other_dollars(self) -> str:
        """The words by which it says that its dollars are those of another country."""
        text = self._article
        at = text.find("dollars")
        while at >= 0:
            # Looked for around its rarest word: ten times as fast as in the whole article.
            match = _ALL_IN_DOLLARS.search(text, max(0, at - _BEFORE_DOLLARS), at + _BEHIND_DOLLARS)
            if match is not None:
                return " ".join(match[0].split())
            at = text.find("dollars", at + 1)
        return ""

    @cached_property
    def _comments_from(self) -> int:
        text = self._article
        found = _COMMENTS.search(text) if any(word in text for word in _COMMENT_WORDS) else None
        return found.end() if found else len(text) + 1

    def odd_place(self, begin: int, stop: int) -> str:
        """What a paragraph is that is no news: "an advertisement"; empty for news."""
        found = _opening().get(_label(self._article, begin, stop))
        if found is None and (mark := self._mark_above(begin)):
            return mark
        if found is None and begin >= self._comments_from:
            return "a reader's comment"
        return found or ""

    def _mark_above(self, begin: int) -> str:
        """What the paragraph above marks that is nothing but a label: "Letters"."""
        above = self._article[max(0, begin - _LABEL_REACH) : begin].rstrip()
        mark = above.rpartition("\n\n")[2] if "\n\n" in above else above
        return _opening().get(plain_word(mark.strip(" \t*_:.[]()\n")), "")


def _denies_deal(claim: Claim, turn: Turn) -> bool:
    """Whether a negation of the head of an article is about a verb that moves money."""
    forms = verb_forms(claim.language)
    near = claim.sentence.words[turn.first : turn.last + 3]
    near = [*claim.sentence.words[max(0, turn.first - 2) : turn.first], *near]
    return _NEGATED.search(claim.text.lower()) is not None and any(
        form.verb.frame
        for word in near
        for form in forms.get(claim.sentence.source[word.start : word.end].lower(), ())
    )


def _label(text: str, begin: int, stop: int) -> str:
    label = _LABEL.match(text, begin, min(stop, begin + _LABEL_REACH))
    return plain_word(label[1]).strip() if label else ""


@cache
def _opening() -> dict[str, str]:
    return {
        plain_word(phrase): what
        for what, phrases in odd_places.OPENING.items()
        for phrase in phrases
    }


@cache
def _correcting() -> frozenset[str]:
    return frozenset(map(plain_word, odd_places.CORRECTION))


@cache
def _doubting() -> frozenset[str]:
    return frozenset(map(plain_word, odd_places.DOUBTED))


def _is_right(figure: str, paragraph: str) -> bool:
    """Whether a correction puts a figure in the place of another: "paid 58, not 85 as we wrote"."""
    before, _, behind = paragraph.partition(figure)
    return (
        not may_deny(before)
        and not _REPLACING.search(before)
        and _REPLACED_BEHIND.search(behind) is not None
    )


def _is_about_sum(paragraph: str) -> bool:
    """Whether a correction tells a figure, or is about what was paid or by whom."""
    told = paragraph.partition(":")[2] or paragraph
    return any(sign.isdigit() for sign in told) or not _CORRECTED.isdisjoint(
        _WORD.findall(plain_text(told))
    )


_CORRECTED = (
    SUM_NOUNS | DEAL_NOUNS | frozenset("buyer seller lender acheteur acquereur vendeur".split())
)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for match in _PARAGRAPH_END.finditer(text):
        if text[at : match.start()].strip():
            yield at, match.start()
        at = match.end()
    if text[at:].strip():
        yield at, len(text)


@lru_cache(maxsize=64)
def may_deny(text: str) -> bool:
    """Whether a text has a word that denies, which is far quicker to say than reading it."""
    plain = plain_text(text)
    words = _WORD.findall(plain)
    if not _single_words().isdisjoint(words):
        return True
    heads = _heads()
    return any(phrase in plain for word in heads.keys() & words for phrase in heads[word])


@cache
def _single_words() -> frozenset[str]:
    words = " ".join(polarity.SINGLE[kind] for kind in _DENYING).split()
    return frozenset(word.strip("~_") for word in words)


@cache
def _heads() -> dict[str, list[str]]:
    """The wordings that deny by their first words."""
    heads: dict[str, list[str]] = {}
    for phrase in polarity.NOTICED:
        heads.setdefault(_WORD.findall(phrase)[0], []).append(phrase)
    return heads
