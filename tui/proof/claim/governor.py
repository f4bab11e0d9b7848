"""What governs a figure: the noun, verb or preposition that it belongs to in its clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from tui.language import clause_words
from tui.language.clause_words import OF
from tui.language.figures import far_bounds
from tui.language.figures.sum_words import (
    ATTRIBUTES,
    DEAL_NOUNS,
    GIVERS,
    HANDED,
    PURPOSES,
    SUM_NOUNS,
)
from tui.language.plain_words import Phrases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.proof.claim.words import Sentence

GovernorKind: TypeAlias = Literal["nothing", "noun", "preposition", "word"]
_BOUNDS: Phrases[str] = Phrases(
    {"bound": tuple(phrase for side in far_bounds.BEFORE.values() for phrase in side)}
)
_LONGEST_BOUND = 5
"""Words of the longest phrase that bounds a figure."""
_QUOTES = frozenset("\"'\u00ab\u00bb\u201c\u201d\u2018\u2019*_~")
_COPULAS = frozenset("what would will is be could ce qui serait sera est".split())
_TRANSPARENT = (
    (far_bounds.INTENSIFYING - _COPULAS)
    | clause_words.DETERMINERS
    | frozenset("just only exactly precisely juste exactement precisement seulement".split())
    | _QUOTES
) - OF - frozenset("somme montant sum amount enveloppe total".split())  # fmt: skip
"""Words between a figure and what governs it that change nothing of that."""
_EXTREMES = ("maxim", "minim")
"""What adjectives begin with that bound a sum behind their noun."""
_PAYMENTS = frozenset(
    """
    versement paiement rachat acquisition achat octroi apport remboursement investissement don
    payment purchase acquisition investment repayment grant
    """.split()
)
"""Nouns whose agent may stand before their sum: "le versement par Kestrel de 4 millions"."""
_PRICED = frozenset(
    """
    offre contrat marche chantier commande cheque pret tour serie levee rachat vente cession
    subvention aide amende accord operation transaction projet
    """.split()
)
"""French nouns that "à" gives a sum: "une offre à 4 millions"."""
_INTENSIFYING = far_bounds.INTENSIFYING - clause_words.DETERMINERS - OF
_OPENS_NOUN = frozenset("a an the its their his her this that these those our 's another".split())
_NOUN_REACH = 6
"""Words of the longest noun phrase that is looked at."""
_ENDS_NOUN = (
    clause_words.DETERMINERS
    | clause_words.PREPOSITIONS
    | clause_words.ENGLISH_AUXILIARIES
    | clause_words.FRENCH_AUXILIARIES
    | clause_words.JOINING
    | clause_words.PRONOUNS
    | clause_words.RELATIVE
    | clause_words.THAT
)


class Governor(NamedTuple):
    """What governs a figure.

    Attributes:
        kind: `noun` where the figure is its complement ("a loan of 4 million") or stands before
            it ("a 4 million dollar loan"), `preposition`, `word` for a verb or a name right before
            the figure, `nothing` where a sign or the head of the sentence is before it.
        words: The words, in plain form.
        first: The number of the first.
        last: One past the number of the last.
    """

    kind: GovernorKind
    words: tuple[str, ...]
    first: int
    last: int

    def is_any(self, nouns: frozenset[str]) -> bool:
        """Whether one of its words, or of the parts of a compound, is one of some nouns."""
        return any(
            word in nouns or any(part in nouns for part in word.split("-")) for word in self.words
        )


def governor_of(sentence: Sentence, at: int) -> Governor:
    """What governs a figure; linear in the few words beside it.

    Args:
        sentence: The sentence.
        at: The number of the figure among its words.
    """
    behind = _noun_behind(sentence, at)
    if behind is not None:
        return behind
    low, words = sentence.low, sentence.words
    number = at - 1
    while number >= 0:
        bound = _bound_ending(low, number)
        if not bound and low[number] not in _TRANSPARENT and not _is_adjective(sentence, number):
            break
        number -= bound or 1
    if number < 0 or words[number].kind in {"sign", "figure"}:
        return Governor("nothing", (), number + 1, number + 1)
    word = low[number]
    if word in SUM_NOUNS and low[number + 1].startswith(_EXTREMES):
        return Governor("noun", (word,), number, number + 1)  # "D'un montant maximal de 4 millions"
    if word in OF:
        # "The Series C, of 4 million, was …"
        number -= number > 1 and low[number - 1] == ","
        first = _noun_begins(sentence, number)
        outer = _before_giver(sentence, first)
        if outer < first:
            return Governor("noun", tuple(low[outer : outer + 1]), outer, number + 1)
        outer = _before_purpose(sentence, first)
        if outer < first:
            return Governor("noun", tuple(low[outer : outer + 1]), outer, number + 1)
        outer = _before_agent(sentence, first)
        if outer < first:
            return Governor("noun", tuple(low[outer : outer + 1]), outer, number + 1)
        return Governor("noun", tuple(low[first:number]), first, number + 1)
    if word == "\u00e0" and number and low[number - 1] in _PRICED:
        return Governor("noun", (low[number - 1],), number - 1, number + 1)
    if word in clause_words.PREPOSITIONS or word in {"worth", "moyennant"}:
        return Governor("preposition", (word,), number, number + 1)
    return Governor("word", (word,), number, number + 1)


def _is_adjective(sentence: Sentence, at: int) -> bool:
    """Whether a word only describes a price: "for a knockdown £3m", "of a paltry £3m"."""
    low = sentence.low
    return (
        at > 1
        and sentence.words[at].kind == "word"
        and sentence.words[at + 1].kind == "figure"
        and low[at - 1] in {"a", "an"}
        and low[at - 2] in clause_words.PREPOSITIONS
        and not sentence.is_capital(at)
        and low[at] not in DEAL_NOUNS | _ENDS_NOUN
    )


def _bound_ending(low: Sequence[str], last: int) -> int:
    """How many words a phrase has that bounds a figure and ends at a word; 0 where none does."""
    for length in range(min(_LONGEST_BOUND, last + 1), 0, -1):
        phrase = _BOUNDS.at(low, last + 1 - length)
        if phrase is not None and phrase[0] == length:
            return length
    return 0


def _noun_begins(sentence: Sentence, of: int) -> int:
    """Where the noun before "of" begins, with the complements between: "un tour de table de"."""
    first = of
    while first > 0 and of - first < _NOUN_REACH:
        word = sentence.words[first - 1]
        letter = word.low == "a" and sentence.is_capital(first - 1)  # "une série A de 15 millions"
        ends = word.low in _ENDS_NOUN and word.low not in OF and not letter
        if word.kind != "word" or ends:
            break
        first -= 1
    return first


def _before_agent(sentence: Sentence, first: int) -> int:
    """The noun that a participle with its agent tells of: "un prêt garanti par l'État de 4 M".

    A figure behind the name of the agent is that of the noun. The number given where there is none.
    """
    low, at = sentence.low, first
    while at and low[at - 1] in clause_words.DETERMINERS - OF:
        at -= 1
    if at > 1 and low[at - 1] in {"par", "by"} and low[at - 2] in _PAYMENTS:
        return at - 2  # "Le versement par l'assureur de 4 millions"
    if not sentence.is_capital(first):
        return first
    if at < len(("noun", "participle", "by")) or low[at - 1] not in {"par", "by"}:
        return first
    return at - 3 if sentence.words[at - 3].kind == "word" else first


def _before_giver(sentence: Sentence, first: int) -> int:
    """The noun of a deal before whom it comes from: "une subvention de la Région de 4 M".

    A figure behind the giver is that of the noun. The number given where there is none.
    """
    low, at = sentence.low, first
    if not (sentence.is_capital(at) or low[at] in GIVERS):
        return first
    if low[at - 1 : at] and low[at - 1] in clause_words.DETERMINERS - OF:
        at -= 1
    noun = at - 2
    if noun < 0 or low[at - 1] not in OF or low[noun] not in DEAL_NOUNS:
        return first
    return noun


def _before_purpose(sentence: Sentence, first: int) -> int:
    """The noun of a deal before what it is for: "une aide au démarrage de 4 millions".

    Only kinds of aid are told so; what a project or a fund comes to is its own sum. The number
    given where there is none.
    """
    low, at = sentence.low, first
    if low[at] not in PURPOSES:
        return first
    while at and low[at - 1] in clause_words.DETERMINERS - OF:
        at -= 1
    noun = at - 2
    if noun < 0 or low[at - 1] not in _TOWARDS or low[noun] not in DEAL_NOUNS | HANDED:
        return first
    return noun


_TOWARDS = frozenset({"à", "a", "au", "aux", "en", "pour"})


def _names_payer(sentence: Sentence, at: int) -> bool:
    """Whether a name is the subject of a verb right behind it."""
    behind = sentence.low[at + 1 : at + 2]
    return (
        sentence.is_capital(at)
        and bool(behind)
        and (
            behind[0] in clause_words.IRREGULAR_PAST | clause_words.ENGLISH_AUXILIARIES
            or (behind[0].endswith("ed") and not sentence.is_capital(at + 1))
        )
    )


def _is_described(sentence: Sentence, before: int, at: int) -> bool:
    """Whether an adjective stands between determiner and figure: "its sweetened £2m bid"."""
    low = sentence.low
    adjective = sentence.words[before].kind == "word" and not sentence.is_capital(before)
    return (
        adjective
        and low[before] not in _ENDS_NOUN | _OPENS_NOUN
        and low[before - 1] in _OPENS_NOUN - {"'s"}
        and low[at + 1 : at + 2] != []
        and low[at + 1] in DEAL_NOUNS
    )


def _noun_behind(sentence: Sentence, at: int) -> Governor | None:
    """The noun that an English figure stands before: "the 4 million dollar loan"."""
    low, words = sentence.low, sentence.words
    before = at - 1
    while before >= 0 and low[before] in _INTENSIFYING:
        before -= 1
    headline = (
        before >= 0 and low[before] == "in" and not DEAL_NOUNS.isdisjoint(low[at + 1 : at + 4])
    )
    described = before > 0 and _is_described(sentence, before, at)
    before -= described
    if before < 0 or not (headline or low[before] in _OPENS_NOUN):
        return None  # "Nordwind in £2m swoop on Kestrel" leaves out its article.
    mention = words[at].mention
    if mention is not None and mention.text.endswith("s"):
        return None  # "The 4 million dollars promised by Nordwind".
    last = at + 1
    while last < len(words) and last - at <= _NOUN_REACH:
        word = words[last]
        if word.low == "-":
            last += 1
            continue
        if word.kind != "word" or word.low in _ENDS_NOUN:
            break
        last += 1
    if any(_names_payer(sentence, number) for number in range(at + 1, last)):
        return None  # "The $118 million Nordwind paid"
    run = tuple(low[at + 1 : last])
    past = not described and bool(run) and run[0] in clause_words.IRREGULAR_PAST
    if not run or (run[0].endswith("ed") and run[0] not in ATTRIBUTES) or past:
        return None  # "The $4 billion promised by Nordwind".
    return Governor("noun", run, at + 1, last)
