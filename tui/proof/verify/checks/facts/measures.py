"""What a sum measures of a company, as far as the noun or verb tells that it belongs to.

"Sales of 4 million, on which it made 300,000", "swung from a 9 million profit to a 2 million
loss": the noun right behind a sum comes first, then the nearest before it within its clause. Each
reading takes time with the words of one sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.language import clause_words
from tui.language.clauses.event_nouns import COMPANY_NOUNS
from tui.language.figures import measure_words
from tui.language.plain_words import Phrases, WordClasses
from tui.language.speaking import WE

if TYPE_CHECKING:
    from tui.language.figures.measure_words import Measure
    from tui.proof.claim.claim import Claim, FigureClaim
    from tui.proof.verify.checks.asked import Asked

_NOUNS: Phrases[Measure] = Phrases(measure_words.MEASURES)
_VERBS: WordClasses[Measure] = WordClasses(measure_words.ITS_VERBS)
_TAKING: Phrases[Measure] = Phrases(measure_words.TAKING)
_BEHIND_REACH = 4
"""Words from a sum to its noun behind it: "3 million in annual operating profit"."""
_LINKS = frozenset("in of de d' en as - worth du des".split())
_MONEY = "money"


class Measured(NamedTuple):
    """What a sum measures, and the words that tell it.

    Attributes:
        what: The measure.
        first: The number of the first word.
        last: One past the number of the last.
        owned: Whether a noun tells it that is somebody's part of it: "of its revenue".
    """

    what: Measure
    first: int
    last: int
    owned: bool = False


def measured(claim: Claim, figure: FigureClaim, asked: Asked) -> Measured | None:
    """What a sum measures; `None` where no noun or verb beside it tells.

    Args:
        claim: The sentence.
        figure: The sum.
        asked: The field.
    """
    found = (
        _behind(claim, figure)
        or _behind_comma(claim, figure)
        or _sold(claim, figure)
        or _before(claim, figure, asked)
        or _relative(claim, figure)
    )
    if found is not None and found.first > figure.word and _is_lost_of(claim, figure, found):
        return found._replace(owned=True)
    return found


def _sold(claim: Claim, figure: FigureClaim) -> Measured | None:
    """Goods that were sold for a sum: "sold 4 million worth of bells", "pour 4 M de vélos"."""
    low, at = claim.sentence.low, figure.word - 1
    while at > 0 and low[at] in _PLAIN:
        at -= 1
    if at < 0 or low[at] not in _SELLING:
        return None
    behind = low[figure.word + 1 : figure.word + 3]
    goods = figure.word + 3 if behind == ["worth", "of"] else figure.word + 2
    if behind != ["worth", "of"] and behind[:1] not in (["de"], ["d'"]):
        return None
    own = low[goods : goods + 2]
    if not own or not measure_words.NO_GOODS.isdisjoint(own) or own[0] in _OWNING:
        return None
    return Measured("revenue", at, at + 1)


_SELLING = frozenset("sold sells sell selling vendu vend vendent vendait".split())


def _is_lost_of(claim: Claim, figure: FigureClaim, found: Measured) -> bool:
    """Whether a verb tells a change of what a noun names: "a perdu 6 millions de ventes"."""
    low, at = claim.sentence.low, figure.word - 1
    while at > 0 and low[at] in _PLAIN:
        at -= 1
    verb = _VERBS.of(low[at]) if at >= 0 else None
    return verb in {"loss", "profit"} and found.what != verb


def _relative(claim: Claim, figure: FigureClaim) -> Measured | None:
    """The verb of a clause about a sum: "the 4 million that Circ took in 2023", "it lost"."""
    low, words = claim.sentence.low, claim.sentence.words
    last = min(len(low), figure.word + 1 + _CLAUSE_REACH)
    for at in range(figure.word + 1, last):
        if words[at].kind in {"sign", "figure"}:
            return None
        verb = _VERBS.of(low[at])
        taking = _TAKING.at(low, at)
        what = verb or (taking[1] if taking is not None else None)
        if what is not None and at > figure.word + 1:
            end = at + (taking[0] if verb is None and taking is not None else 1)
            if low[end : end + 1] and low[end] in measure_words.OUT_OF:
                return None  # "The 3 million that it took from its reserves"
            ends = (
                end >= len(low)
                or words[end].kind in {"date", "sign"}
                or (low[end] in clause_words.PREPOSITIONS | clause_words.ENGLISH_AUXILIARIES)
            )
            return Measured(what, at, end) if ends else None
    return None


_CLAUSE_REACH = 6
"""Words from a sum to the verb of the clause about it: "that the bell maker Circ took"."""


def _behind(claim: Claim, figure: FigureClaim) -> Measured | None:
    """The noun right behind a sum: "3 million in sales", "a 3 million dollar loss"."""
    low, words = claim.sentence.low, claim.sentence.words
    at = figure.word + 1
    if low[at : at + 1] == ["("]:  # "3 million dollars (2.8 million euros) in sales"
        while at < len(low) and low[at] != ")":
            at += 1
        at += 1
    at = _past_copula(claim, at)
    last = min(len(low), at + _BEHIND_REACH)
    owned = False
    for number in range(at, last):
        phrase = _NOUNS.at(low, number)
        if phrase is not None and phrase[1] != "neutral":
            return Measured(phrase[1], number, number + phrase[0], owned)
        if words[number].kind not in {"word", "date", "number"} and low[number] != "-":
            return None
        owned = owned or (low[number] in {"du", "des"} and number == at)
        if low[number] in _LINKS or words[number].kind in {"date", "number"}:
            continue
        if low[number] in _OWNING and number > at and low[number - 1] in _LINKS:
            owned = True
            continue
        if low[number] in _ENDS or claim.clauses.is_finite(number):
            return None
    return None


def _behind_comma(claim: Claim, figure: FigureClaim) -> Measured | None:
    """The noun of a sum that opens the sentence: "At 3 million, its profit has doubled"."""
    low, at = claim.sentence.low, figure.word
    if low[at - 1 : at] not in (["at"], ["\u00e0"], ["a"], ["avec"], ["with"]) or at > _FRONT:
        return None
    if low[at + 1 : at + 2] != [","]:
        return None
    for number in range(at + 2, min(len(low), at + 2 + _BEHIND_REACH)):
        phrase = _NOUNS.at(low, number)
        if phrase is not None and phrase[1] != "neutral":
            return Measured(phrase[1], number, number + phrase[0])
    return None


_FRONT = 3
"""Words before a sum at the head of a sentence: a quotation mark and "at"."""


def _past_copula(claim: Claim, at: int) -> int:
    """Where the noun may begin that a sum is said to be: "3 million was left as profit"."""
    low = claim.sentence.low
    first = at
    while at < len(low) and low[at] in _COPULAS and at - first < _COPULA_REACH:
        at += 1
    return at if at > first and low[at - 1] in _ENDS_COPULA else first


_OWNING = frozenset(
    "its their his her our the 's ses son sa leur leurs notre nos le la les".split()
)
"""Before a noun these make it somebody's: "6 million of its revenue"."""
_COPULAS = frozenset(
    """
    was were is are be been has have had left remained remains remaining as the its : , c' est
    etait ce sont fut soit reste restait restent son sa le la l' leur represents represented
    """.split()
)
"""Words by which a sum is said to be something."""
_ENDS_COPULA = frozenset("was is are were as the its est le la l' son sa leur".split())
_COPULA_REACH = 6
"""Words between a sum and the noun that it is said to be."""


def _before(claim: Claim, figure: FigureClaim, asked: Asked) -> Measured | None:
    """The noun or verb nearest before a sum, up to the sum before it."""
    low, words, of = claim.sentence.low, claim.sentence.words, claim.clauses.of
    inside = set(claim.clauses.around(figure.word))
    at = figure.word - 1
    while at >= 0:
        word = words[at]
        if word.mention is not None and word.mention.kind == _MONEY:
            comes_in = _comes_in(low, at, figure.word)
            if comes_in:
                inside.add(claim.clauses.all[of[figure.word]].parent)
            elif not _is_start(low, at, figure.word):
                return None
            at -= 1
            continue
        if low[at] in {";", ":"} and _is_far(claim, at, figure.word):
            return None
        phrase = _ending(low, at)
        if phrase is not None and of[phrase.first] not in inside and not _is_near(phrase, figure):
            phrase = None
        if phrase is not None:
            if phrase.what != "neutral":
                return phrase
            at = phrase.first - 1
            continue
        verb = _VERBS.of(low[at])
        if verb is not None and of[at] in inside and word.kind == "word":
            direct = all(one in _PLAIN for one in low[at + 1 : figure.word])
            bare = verb == "loss" or not direct or _is_bare(claim, figure, verb)
            if at and low[at - 1] in {"fait", "faire", "cost"}:
                bare = False  # "A fait perdre 3 millions à Circ": another lost them.
            return Measured(verb if bare else "another", at, at + 1)
        taking = _taken(claim, figure, at, asked)
        if taking is not None and of[at] in inside:
            return taking
        at -= 1
    return None


_NEAR = 6
"""Words from a noun to its sum where another clause seems to stand between them."""


def _is_near(found: Measured, figure: FigureClaim) -> bool:
    """Whether a noun stands so near to a sum that it is its own in whatever clause."""
    return figure.word - found.last < _NEAR


def _is_far(claim: Claim, at: int, figure: int) -> bool:
    """Whether a colon parts two statements, not a heading from its figure: "Sales: 4 million"."""
    return claim.sentence.low[at] == ";" or any(
        claim.clauses.is_finite(number) for number in range(at + 1, figure)
    )


def _is_start(low: list[str], at: int, figure: int) -> bool:
    """Whether a sum is the one that another came from: "rose from 3 million in 2022 to 4"."""
    before = low[max(0, at - _BACK) : at]
    moved = low[figure - 1 : figure] in (["to"], ["\u00e0"], ["a"], ["les"])
    return moved and not {"from", "de", "d'"}.isdisjoint(before)


def _comes_in(low: list[str], at: int, figure: int) -> bool:
    """Whether a participle tells what the subject came to: "beat the 40 million …, reaching 44"."""
    stretch = low[at + 1 : figure]
    return "," in stretch and not _COMING.isdisjoint(stretch[stretch.index(",") :][:3])


_COMING = frozenset(
    """
    coming reaching hitting ending totalling totaling arriving closing atteignant ressortant
    s'etablissant s'elevant etablissant elevant
    """.split()
)
"""Participles behind a comma by which a subject comes to a sum."""
_BACK = 3
"""Words before a sum among which "from" makes it the start of a change."""


def _ending(low: list[str], last: int) -> Measured | None:
    """The noun that ends at a word: the longest phrase that fills the words up to it."""
    best: Measured | None = None
    for first in range(last, max(-1, last - _LONGEST), -1):
        phrase = _NOUNS.at(low, first)
        if phrase is not None and first + phrase[0] == last + 1:
            best = Measured(phrase[1], first, last + 1)
    return best


_LONGEST = 6
"""Words of the longest noun."""


def _taken(claim: Claim, figure: FigureClaim, at: int, asked: Asked) -> Measured | None:
    """A verb of many things with a bare sum for its object: "took in 4 million in 2023"."""
    low = claim.sentence.low
    phrase = _TAKING.at(low, at)
    if phrase is None:
        return None
    last = at + phrase[0]
    between = low[last : figure.word]
    if any(word not in _PLAIN for word in between):
        return None
    if not _is_companys(claim, at, asked) or not _is_bare(claim, figure, phrase[1]):
        return None
    return Measured(phrase[1], at, last)


_PLAIN = frozenset(
    """
    a an about some around nearly almost just only over more than less under roughly a total of
    record plus de moins pres quelque environ les quelques pour
    """.split()
)
"""Words between a verb and its sum."""


def _is_companys(claim: Claim, verb: int, asked: Asked) -> bool:
    """Whether a company is the subject of a verb: a party of the record, "it", "we", "the firm"."""
    sentence = claim.sentence
    low, at = sentence.low, verb - 1
    skipped = clause_words.FRENCH_AUXILIARIES | clause_words.ENGLISH_AUXILIARIES
    while at >= 0 and (
        low[at] in skipped | clause_words.ADVERBS_BETWEEN
        or sentence.words[at].kind == "date"
        or low[at] in {"also", "only", "still", ")", "that"}
        or low[at : at + 2] in ([",", "which"], [",", "who"], [",", "qui"])
        or low[at - 1 : at + 1] in ([",", "which"], [",", "who"], [",", "qui"])
    ):
        at -= 1
    if at < 0:
        return False
    if low[at] in WE | _IT or low[at] in COMPANY_NOUNS[claim.language]:
        return True
    if low[at] == "(":
        return False
    clauses = claim.clauses
    own = [one for one in range(verb) if clauses.of[one] == clauses.of[verb]]
    named = asked.names.find(sentence.source, sentence.start, sentence.words[verb].start)
    for one in named:
        first, last = sentence.number_at(one.start), sentence.number_at(one.end - 1)
        head = not first or low[first - 1] not in clause_words.PREPOSITIONS | _OF
        if last == at and (head or low[first - 1] in {"at", "chez"}):
            return True
        if own and first <= own[0] + 1 and last in own and head and low[last + 1] != "'s":
            return True
    return False


_IT = frozenset("it they he she il elle ils elles who which".split())
_OF = frozenset("of de d' du".split())
_ENDS = (
    clause_words.PREPOSITIONS
    | clause_words.JOINING
    | clause_words.RELATIVE
    | clause_words.ADVERBIAL
    | clause_words.DETERMINERS
)


def _is_bare(claim: Claim, figure: FigureClaim, what: Measure) -> bool:
    """Whether nothing behind a sum tells that it is of another kind: "6 million of debt"."""
    low, words = claim.sentence.low, claim.sentence.words
    at = figure.word + 1
    if at >= len(low):
        return True
    neutral = _NOUNS.at(low, at)
    if neutral is not None and neutral[1] == "neutral":
        at = min(at + neutral[0], len(low) - 1)
    if words[at].kind == "word" and low[at] not in _BEHIND_BARE | _LINKS:
        return claim.clauses.of[at] != claim.clauses.of[figure.word] or words[at].kind != "word"
    if what == "profit" and low[at] in {"from", "of", "worth", "d'", "de", "des"}:
        return False
    for number in range(at, len(low)):
        if low[number] in {",", ";", ":", ")"} or words[number].kind == "figure":
            return True
        if claim.clauses.all[claim.clauses.of[number]].kind == "coordinate" and (
            claim.clauses.of[number] != claim.clauses.of[figure.word]
        ):
            return True  # "Took 4 million and made a profit": what comes next is told by itself.
        if low[number] in measure_words.OF_OTHERS_MONEY:
            return False
        phrase = _NOUNS.at(low, number)
        if phrase is not None and phrase[1] not in {"neutral", what} and number < at + _NEAR:
            return low[number - 1] in {"on", "sur", "pour", "for"}
    return True


_BEHIND_BARE = (
    clause_words.PREPOSITIONS
    | clause_words.JOINING
    | clause_words.RELATIVE
    | clause_words.THAT
    | frozenset(
        """
        net nets nette gross brut last this that l' cette cet ce a an despite after was is a year
        """.split()
    )
)
"""What may follow a bare sum: a time, a place, another clause."""
