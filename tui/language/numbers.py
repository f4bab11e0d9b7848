"""Words for numbers, fractions, ranks and multiples."""

from __future__ import annotations

from fractions import Fraction

from tui.language.vocabulary import Entry, Table

DECIMAL_POINT = frozenset(("", "en", "zh", "ja", "ko", "th", "he", "hi"))
"""Languages in which a comma groups thousands and a point begins the decimals; empty: unknown."""


def _in_order(language: str, first: int, step: int, words: str) -> tuple[Entry[int], ...]:
    """Entries for numbers that follow each other."""
    return tuple(
        Entry(first + step * at, word, languages=language) for at, word in enumerate(words.split())
    )


ZERO: Table[int] = Table(Entry(0, "zéro", languages="fr"), Entry(0, "zero", languages="en"))
"""Nothing, which counts only in front of decimals and among them."""

DECIMAL_SIGN: Table[bool] = Table(
    Entry(True, "virgule", languages="fr"), Entry(True, "point", languages="en")
)
"""How the decimal sign is said: "deux virgule cinq", "two point five"."""

NUMBERS: Table[int] = Table(
    *_in_order("fr", 1, 1, "une? deux trois quatre cinq six sept huit neuf dix onze douze treize "
               "quatorze quinze seize"),
    *_in_order("fr", 20, 10, "vingts? trente quarante cinquante soixante septante huitante|octante"
               " nonante"),
    *_in_order("en", 1, 1, "one two three four five six seven eight nine ten eleven twelve "
               "thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"),
    *_in_order("en", 30, 10, "thirty forty fifty sixty seventy eighty ninety"),
)  # fmt: skip
"""Words that are added up: "quatre-vingt-dix-sept", "forty two"."""

MULTIPLIERS: Table[int] = Table(
    Entry(100, "cents?", languages="fr"),
    Entry(1000, "mille", languages="fr"),
    Entry(100, "hundred", languages="en"),
)
"""Words by which those before them are multiplied."""

ROUND: Table[int] = Table(
    *_in_order("fr", 10, 10, "dizaine vingtaine trentaine quarantaine cinquantaine soixantaine"),
    Entry(12, "douzaine", languages="fr"),
    Entry(15, "quinzaine", languages="fr"),
    Entry(100, "centaine", languages="fr"),
    Entry(2, "couple", languages="en"),
    Entry(12, "dozen", languages="en"),
)
"""Nouns for about so many: "une dizaine", "a couple"."""

FRACTIONS: Table[Fraction] = Table(
    Entry(Fraction(1, 2), "la moitié", languages="fr"),
    Entry(Fraction(1, 3), "(un|le) tiers", languages="fr"),
    Entry(Fraction(2, 3), "(les )?deux tiers", languages="fr"),
    Entry(Fraction(1, 4), "(un|le) quart", languages="fr"),
    Entry(Fraction(3, 4), "(les )?trois quarts", languages="fr"),
    Entry(Fraction(1, 5), "(un|le) cinquième", languages="fr"),
    Entry(Fraction(2, 5), "deux cinquièmes", languages="fr"),
    Entry(Fraction(3, 5), "trois cinquièmes", languages="fr"),
    Entry(Fraction(1, 6), "un sixième", languages="fr"),
    Entry(Fraction(1, 8), "un huitième", languages="fr"),
    Entry(Fraction(1, 10), "un dixième", languages="fr"),
    Entry(Fraction(1, 2), "half", languages="en"),
    Entry(Fraction(1, 3), "(a|one)( |-)third", languages="en"),
    Entry(Fraction(2, 3), "two( |-)thirds", languages="en"),
    Entry(Fraction(1, 4), "(a|one)( |-)quarter", languages="en"),
    Entry(Fraction(3, 4), "three( |-)quarters", languages="en"),
    Entry(Fraction(1, 5), "(a|one)( |-)fifth", languages="en"),
    Entry(Fraction(1, 10), "(a|one)( |-)tenth", languages="en"),
    Entry(Fraction(1, 3), "one in three", languages="en"),
    Entry(Fraction(1, 4), "one in four", languages="en"),
    Entry(Fraction(1, 5), "one in five", languages="en"),
    Entry(Fraction(1, 10), "one in ten", languages="en"),
)
"""Parts of a whole."""

RANKS: Table[int] = Table(
    Entry(1, "premi(er|ère)s?", languages="fr"),
    Entry(2, "deuxièmes?|seconde?s?", languages="fr"),
    *_in_order("fr", 3, 1, "troisièmes? quatrièmes? cinquièmes? sixièmes? septièmes? huitièmes? "
               "neuvièmes? dixièmes? onzièmes? douzièmes?"),
    Entry(20, "vingtièmes?", languages="fr"),
    Entry(100, "centièmes?", languages="fr"),
    *_in_order("en", 1, 1, "first second third fourth fifth sixth seventh eighth ninth tenth "
               "eleventh twelfth"),
    Entry(20, "twentieth", languages="en"),
    Entry(100, "hundredth", languages="en"),
)  # fmt: skip
"""Ordinal numbers."""

RANK_ENDINGS: Table[bool] = Table(
    Entry(True, "ers?|ères?|res?|es?|èmes?|nde?s?", languages="fr"),
    Entry(True, "st|nd|rd|th", languages="en"),
)
"""What makes an ordinal of digits: "4e", "1st"."""

FACTORS: Table[int] = Table(
    Entry(2, "doubl~|twofold"),
    Entry(3, "tripl~|threefold"),
    Entry(4, "quadrupl~|fourfold"),
    Entry(5, "quintupl~|fivefold"),
    Entry(10, "décupl~|decupl~|tenfold"),
)
"""Words that make something so many times as much."""
