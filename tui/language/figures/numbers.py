"""Words for numbers, fractions, ranks and multiples."""

from __future__ import annotations

from fractions import Fraction

from tui.language.vocabulary import Lexeme, Table

DECIMAL_POINT = frozenset(("", "en", "zh", "ja", "ko", "th", "he", "hi"))
"""Languages in which a comma groups thousands and a point begins the decimals; empty: unknown."""


def _in_order(language: str, first: int, step: int, words: str) -> tuple[Lexeme[int], ...]:
    """Entries for numbers that follow each other."""
    return tuple(
        Lexeme(first + step * at, word, languages=language) for at, word in enumerate(words.split())
    )


ZERO: Table[int] = Table(Lexeme(0, "zéro", languages="fr"), Lexeme(0, "zero", languages="en"))
"""Nothing, which counts only in front of decimals and among them."""

DECIMAL_SIGN: Table[bool] = Table(
    Lexeme(True, "virgule", languages="fr"), Lexeme(True, "point", languages="en")
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
    Lexeme(100, "cents?", languages="fr"),
    Lexeme(1000, "mille", languages="fr"),
    Lexeme(100, "hundred", languages="en"),
)
"""Words by which those before them are multiplied."""

ROUND: Table[int] = Table(
    *_in_order("fr", 10, 10, "dizaine vingtaine trentaine quarantaine cinquantaine soixantaine"),
    Lexeme(12, "douzaine", languages="fr"),
    Lexeme(15, "quinzaine", languages="fr"),
    Lexeme(100, "centaine", languages="fr"),
    Lexeme(2, "couple", languages="en"),
    Lexeme(12, "dozen", languages="en"),
)
"""Nouns for about so many: "une dizaine", "a couple"."""

FRACTIONS: Table[Fraction] = Table(
    Lexeme(Fraction(1, 2), "la moitié", languages="fr"),
    Lexeme(Fraction(1, 3), "(un|le) tiers", languages="fr"),
    Lexeme(Fraction(2, 3), "(les )?deux tiers", languages="fr"),
    Lexeme(Fraction(1, 4), "(un|le) quart", languages="fr"),
    Lexeme(Fraction(3, 4), "(les )?trois quarts", languages="fr"),
    Lexeme(Fraction(1, 5), "(un|le) cinquième", languages="fr"),
    Lexeme(Fraction(2, 5), "deux cinquièmes", languages="fr"),
    Lexeme(Fraction(3, 5), "trois cinquièmes", languages="fr"),
    Lexeme(Fraction(1, 6), "un sixième", languages="fr"),
    Lexeme(Fraction(1, 8), "un huitième", languages="fr"),
    Lexeme(Fraction(1, 10), "un dixième", languages="fr"),
    Lexeme(Fraction(1, 2), "half", languages="en"),
    Lexeme(Fraction(1, 3), "(a|one)( |-)third", languages="en"),
    Lexeme(Fraction(2, 3), "two( |-)thirds", languages="en"),
    Lexeme(Fraction(1, 4), "(a|one)( |-)quarter", languages="en"),
    Lexeme(Fraction(3, 4), "three( |-)quarters", languages="en"),
    Lexeme(Fraction(1, 5), "(a|one)( |-)fifth", languages="en"),
    Lexeme(Fraction(1, 10), "(a|one)( |-)tenth", languages="en"),
    Lexeme(Fraction(1, 3), "one in three", languages="en"),
    Lexeme(Fraction(1, 4), "one in four", languages="en"),
    Lexeme(Fraction(1, 5), "one in five", languages="en"),
    Lexeme(Fraction(1, 10), "one in ten", languages="en"),
)
"""Parts of a whole."""

RANKS: Table[int] = Table(
    Lexeme(1, "premi(er|ère)s?", languages="fr"),
    Lexeme(2, "deuxièmes?|seconde?s?", languages="fr"),
    *_in_order("fr", 3, 1, "troisièmes? quatrièmes? cinquièmes? sixièmes? septièmes? huitièmes? "
               "neuvièmes? dixièmes? onzièmes? douzièmes?"),
    Lexeme(20, "vingtièmes?", languages="fr"),
    Lexeme(100, "centièmes?", languages="fr"),
    *_in_order("en", 1, 1, "first second third fourth fifth sixth seventh eighth ninth tenth "
               "eleventh twelfth"),
    Lexeme(20, "twentieth", languages="en"),
    Lexeme(100, "hundredth", languages="en"),
)  # fmt: skip
"""Ordinal numbers."""

RANK_ENDINGS: Table[bool] = Table(
    Lexeme(True, "ers?|ères?|res?|es?|èmes?|nde?s?", languages="fr"),
    Lexeme(True, "st|nd|rd|th", languages="en"),
)
"""What makes an ordinal of digits: "4e", "1st"."""

FACTORS: Table[int] = Table(
    Lexeme(2, "doubl~|twofold"),
    Lexeme(3, "tripl~|threefold"),
    Lexeme(4, "quadrupl~|fourfold"),
    Lexeme(5, "quintupl~|fivefold"),
    Lexeme(10, "décupl~|decupl~|tenfold"),
)
"""Words that make something so many times as much."""
