"""The figures, bounds and negations of a passage, in order, and what differs between two.

Two passages whose signatures are equal say the same figures with the same bounds. The signature
keeps what was printed: "7" and "sept", "1 000" and "1,000" differ, because calling them equal
would need their language; a person reads the few such cases.
"""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from tui.language.vocabulary import plain
from tui.model.messages import msg
from tui.proof.compare import lexicon

_TOKEN = re.compile(
    r"(?<![\d.,/:'-])\d{1,3}(?: \d{3})+(?![\d/:'])(?:[.,]\d+)*"  # a number in groups
    r"|[.,]?\d+(?:[.,'/:\u00b7\u066b\u066c\u2044]\d+)*"  # a number with decimals, groups, fraction
    r"|[^\W\d_]+"  # letters
    r"|\w"  # other numerals: superscripts, vulgar fractions
    r"|[^\w\s]"  # one sign
)
_A_SUM_IN_DOLLARS = re.compile(r"[$£] ?[\d.,]+ ?[^\W\d_]* \Z")
"""Behind such a sum a country tells whose dollars or pounds it is of."""
_WORD_REST = re.compile(r"'[^\W\d_]+(?=[ .,]|$)")
_QUIET_SIGNS = frozenset(".,;:!?'\"()[]{}*_\\|&@\u2022\u00b7\u00b6\u00a7\u00a9\u00ae\u2122")
DENYING_AFTER_NE = frozenset({"plus", "que", "qu", "point", "personne"})
_AFTER_NE = re.compile(r"(?:\b[Nn]e |\b[Nn]')(?:[^\W\d_]+[ ']){0,4}\Z")
"""What makes a negation of the words above: "ne compte plus lever", "n'a versé que"."""
_AFTER_THE_VERB = frozenset({"until", "till", "for", "through", "beyond", "into"})
_ONE = frozenset({"a", "an", "one", "the", "its", "their", "his", "her"})
_BEFORE_YEAR = frozenset({"l", "d", "un", "par", "chaque", "cet", "bel", "nouvel"})
_RANGE_WORDS = frozenset({"à", "to", "ou", "or", "et", "and"})
_MONEY_SIGNS = frozenset({"$", "€", "£", "¥", "%"})


class QuoteToken(msgspec.Struct, frozen=True):
    """One word, number or sign of a folded text.

    Attributes:
        text: As printed.
        start: First code point in the folded text.
        end: One past the last.
        key: Comparable form: plain lower case.
        weight: What it is: "" for a word that weighs nothing, else "figure", "bound", "not".
    """

    text: str
    start: int
    end: int
    key: str
    weight: str


def tokens(text: str, start: int = 0, end: int | None = None) -> list[QuoteToken]:
    """Read the words, numbers and signs of a folded text; quiet punctuation is left out."""
    stop = len(text) if end is None else end
    raw = [(match[0], match.start()) for match in _TOKEN.finditer(text, start, stop)]
    found: list[QuoteToken] = []
    for index, (word, at) in enumerate(raw):
        before = raw[index - 1] if index else ("", -1)
        after = raw[index + 1] if index + 1 < len(raw) else ("", -1)
        weight = _weight(text, word, at, before, after, start)
        if weight is None:
            continue
        found.append(QuoteToken(word, at, at + len(word), _key(word, weight), weight))
    return found


@lru_cache(maxsize=8192)
def _key(word: str, weight: str) -> str:
    if len(word) <= 3 and weight == "figure":
        return word
    # "a" and "à", "ou" and "où" are other words; longer ones are the same without accents.
    return word.lower() if len(word) <= 2 else plain(word)


def _weight(
    text: str, word: str, at: int, before: tuple[str, int], after: tuple[str, int], begin: int
) -> str | None:
    """Say what a token weighs, read from `begin` on; `None` for a sign that says nothing."""
    end = at + len(word)
    if not word.isalpha():
        if word[0].isnumeric() or word[-1].isnumeric():
            return "figure"
        if word == "-":
            return "figure" if _sign_of_number(text, at) else None
        return None if word in _QUIET_SIGNS else "figure"
    touches_before = before[1] >= 0 and before[1] + len(before[0]) == at
    touches_after = after[1] == end
    if (touches_before and _numeral(before[0])) or (touches_after and _numeral(after[0])):
        return "figure"
    if word == "M" and text[end : end + 1] != ".":
        return "figure"
    if word.lower() in DENYING_AFTER_NE and _AFTER_NE.search(text, max(begin, at - 40), at):
        return "not"
    following = after[0]
    if _means_nothing_here(text, word, at, before[0], following):
        return ""
    alone = _alone(word)
    if alone == "figure":
        return alone
    if len(word) <= 2 and before[0] and _numeral(before[0]) and not word.islower():
        return "figure"
    if len(word) == 1 and before[0] and _numeral(before[0]) and word not in "aàdlyse":
        return "figure"
    if lexicon.names_country(word) and (
        lexicon.is_currency(before[0]) or _A_SUM_IN_DOLLARS.search(text, max(begin, at - 24), at)
    ):
        return "figure"
    if word.lower() in {"un", "une", "a", "an", "one"}:
        counts = following and (lexicon.is_number_word(following) or lexicon.is_scale(following))
        return "figure" if counts or word.lower() == "one" else ""
    if word == "t" and text[at - 1 : at] == "'" and text[at - 2 : at - 1] in "nN":
        return "not"
    if alone or (word == "yet" and following == "to"):
        return alone or "not"
    if lexicon.is_bound_pair(word, following) or lexicon.is_bound_pair(before[0], word):
        return "bound"
    if word.lower() in _RANGE_WORDS and _counts(before[0]) and _counts(following):
        return "bound"
    if word.lower() in {"plus", "more"} and (_numeral(before[0]) or _counts(following)):
        return "bound"
    return ""


def _means_nothing_here(text: str, word: str, at: int, before: str, following: str) -> bool:
    """Whether a word of the lists is another word where it stands."""
    match word.lower():
        case "won":
            return text[at + 3 : at + 5] == "'t"
        case "dont":
            return before.lower() not in {"i", "you", "we", "they", "who"}
        case "ruled":
            return following.lower() != "out"
        case "last":
            return following.lower() in _AFTER_THE_VERB
        case "first":
            return following.endswith("ed")
        case "over" | "under" | "about" | "around" | "some" | "within" | "between" | "entre":
            code = following.isupper() and len(following) <= 3
            return not (_counts(following) or following in _ONE or code)
        case "an":
            before = text[max(0, at - 2) : at - 1] if before == "'" else before
            return not (_counts(before) or plain(before) in _BEFORE_YEAR)
    return False


@lru_cache(maxsize=8192)
def _alone(word: str) -> str:
    """Say what a word weighs whatever stands beside it."""
    if not _is_latin(word) or lexicon.is_figure(word):
        return "figure"
    if lexicon.is_negation(word):
        return "not"
    return "bound" if lexicon.is_bound(word) else ""


@lru_cache(maxsize=8192)
def _numeral(word: str) -> bool:
    return word != "" and (word[0].isnumeric() or word[-1].isnumeric() or word in _MONEY_SIGNS)


def _counts(word: str) -> bool:
    """Whether a word is a number, in digits or written out."""
    return _numeral(word) or lexicon.is_number_word(word)


def _is_latin(word: str) -> bool:
    return word.isascii() or all(ord(sign) < 0x250 or 0x1E00 <= ord(sign) < 0x1F00 for sign in word)


def _sign_of_number(text: str, at: int) -> bool:
    """Whether a hyphen is a minus or the dash of a range, with or without a space after it."""
    after = text[at + 1 : at + 2]
    if after == " ":
        after = text[at + 2 : at + 3]
    return after.isnumeric() or (after != "" and after in _MONEY_SIGNS) or after in {"-", "+"}


def signature(text: str, found: list[QuoteToken]) -> list[QuoteToken]:
    """Keep the tokens that weigh something.

    Two numbers beside each other keep what stands between them, so that "1 000" is not "1, 000".
    """
    weighty: list[QuoteToken] = []
    for token in found:
        if token.weight == "":
            continue
        last = weighty[-1] if weighty else None
        if last is not None and 0 < token.start - last.end <= 3 and token.text[0].isnumeric():
            between = text[last.end : token.start]
            if last.text[-1].isnumeric() and not any(sign.isalpha() for sign in between):
                weighty.append(_beside_number(token, between))
                continue
        weighty.append(token)
    return weighty


def _beside_number(token: QuoteToken, between: str) -> QuoteToken:
    return QuoteToken(token.text, token.start, token.end, between + token.key, token.weight)


def difference(quote: str, quoted: list[QuoteToken], text: str, found: list[QuoteToken]) -> str:
    """Say what weighs differently in the article and in the quote; empty when nothing does.

    Args:
        quote: The folded quote.
        quoted: Its signature.
        text: The folded article.
        found: The signature of the passage found there.
    """
    ours = [token.key for token in quoted]
    theirs = [token.key for token in found]
    if ours == theirs:
        return ""
    first = 0
    while first < min(len(ours), len(theirs)) and ours[first] == theirs[first]:
        first += 1
    last = 0
    while last < min(len(ours), len(theirs)) - first and ours[-1 - last] == theirs[-1 - last]:
        last += 1
    old = _phrase(quote, quoted, first, len(ours) - last)
    new = _phrase(text, found, first, len(theirs) - last)
    if new and old:
        return msg("the article now says {new}, the quote {old}", new=new, old=old)
    if new:
        return msg("the article now says {new} where the quote does not", new=new)
    return msg("the article no longer says {old}", old=old)


def _phrase(text: str, weighty: list[QuoteToken], first: int, last: int) -> str:
    """Print a stretch of a signature as it stands, with the scale and currency that follow."""
    if first >= last:
        return ""
    while (
        last < len(weighty)
        and weighty[last].weight == "figure"
        and weighty[last].text[0].isalpha()
        and weighty[last].start - weighty[last - 1].end <= 1
    ):
        last += 1
    pieces: list[str] = []
    for index in range(first, min(last, first + 8)):
        near = index > first and weighty[index].start - weighty[index - 1].end <= 4
        begin = weighty[index - 1].end if near else weighty[index].start
        end = _WORD_REST.match(text, weighty[index].end)
        gap = "" if near or not pieces else " … "
        pieces.append(gap + text[begin : end.end() if end else weighty[index].end])
    return "".join(pieces) + (" …" if last > first + 8 else "")
