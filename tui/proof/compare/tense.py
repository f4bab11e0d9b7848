"""Whether something was done or is yet to be: "paid" against "will pay", "a versé", "versera".

Only verb forms that tell it for certain are read, in both languages. A verb that a quote tells as
done and its passage as yet to come, or the reverse, is a change; so are verbs of payment that
stand for each other.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tui.language.plain_words import words_of
from tui.language.vocabulary import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.proof.compare.differences import QuoteToken

_AHEAD = words_of(
    """
    will ll shall would could may might should va vont ira iront devra devront devrait devraient
    pourra pourront pourrait pourraient sera seront serait seraient aura auront aurait auraient
    """
)
_BEHIND = words_of("has have had was were a ont avait avaient ai avons eut")
_BETWEEN = words_of(
    "be been not also now soon then already have n pas plus ete it aussi bientot deja ensuite"
)
"""Words that may stand between an auxiliary and its verb."""
_BE = words_of("is are be being est sont to d")
_REACH = 4
_PAST = {
    "paid": "pay", "spent": "spen", "bought": "buy", "sold": "sell", "lent": "lend", "gave": "give",
    "given": "give", "took": "take", "taken": "take", "got": "get", "lost": "lose", "made": "make",
    "won": "win", "built": "buil", "held": "hold", "went": "go", "began": "begi", "begun": "begi",
    "met": "meet", "left": "leav", "rose": "rise", "risen": "rise", "fell": "fall",
    "fallen": "fall", "grew": "grow", "grown": "grow", "sent": "send", "borrowed": "borr",
}  # fmt: skip
_PARTICIPLES = {
    "recu": "rece", "recus": "rece", "recue": "rece", "mis": "mett", "mise": "mett",
    "pris": "pren", "prise": "pren", "acquis": "acqu", "acquise": "acqu", "remis": "reme",
}  # fmt: skip
_STEMS = {
    "pay": "pay", "pays": "pay", "paye": "pay", "paie": "pay", "paid": "pay", "recev": "rece",
    "sell": "sell", "buy": "buy",
}  # fmt: skip
_ED = re.compile(r"[a-z]{2,}[^e]ed\Z")
_PARTICIPLE = re.compile(r"[^\W\d_]{2,}(?:é|ée|és|ées|[iu]|[iu]e|[iu]s|[iu]es)\Z")
_FUTURE = re.compile(r"[a-z]{3,}(?:ra|ront|rait|raient|rons)\Z")
_MONEY = re.compile(
    r"(?:pay|spen|buy|sell|lend|inves|acqu|vers|pret|rach|achet|vend|inje|debo|rembo|fina|purch"
    r"|rece|dona|dote|octr|award|disb|trans|engag)"
)


def turned_in_time(
    quoted: Sequence[QuoteToken], found: Sequence[QuoteToken]
) -> tuple[QuoteToken, QuoteToken] | None:
    """The first verb of a quote that tells as done what the passage tells as to come, or reversed.

    Args:
        quoted: The tokens of the quote.
        found: The tokens of the passage.
    """
    old, new = _told(quoted), _told(found)
    for verb, (token, times) in old.items():
        other = new.get(verb)
        if other is not None and times.isdisjoint(other[1]):
            return token, other[0]
    return None


def _told(words: Sequence[QuoteToken]) -> dict[str, tuple[QuoteToken, set[str]]]:
    """The times in which each verb is told; under "money" those of all payments together."""
    told: dict[str, tuple[QuoteToken, set[str]]] = {}
    for at, token in enumerate(words):
        read = _verb(words, at)
        if read is None:
            continue
        verb, time = read
        for name in (verb, "money") if _MONEY.match(verb) else (verb,):
            told.setdefault(name, (token, set()))[1].add(time)
    return told


def _verb(words: Sequence[QuoteToken], at: int) -> tuple[str, str] | None:
    """The verb that a word is a form of and its time, "done" or "ahead"."""
    token = words[at]
    if token.weight == "figure" or token.text[0].isupper():
        return None
    key = plain(token.text)
    if key in _AHEAD or key in _BEHIND or key in _BETWEEN or key in _BE:
        return None
    helper = _helper(words, at)
    if helper == "ahead":
        return _stem(key), "ahead"
    if helper == "be":
        return None
    if _FUTURE.match(key):
        return _stem(key), "ahead"
    done = key in _PAST or _ED.match(key) is not None
    if not done and helper == "behind":
        done = key in _PARTICIPLES or _PARTICIPLE.match(token.text) is not None
    return (_stem(key), "done") if done else None


def _helper(words: Sequence[QuoteToken], at: int) -> str:
    """What stands before a verb: an auxiliary of what is to come or is done, or "be"."""
    for before in range(at - 1, max(-1, at - 1 - _REACH), -1):
        token = words[before]
        key = "à" if token.text == "à" else plain(token.text)
        if key in _AHEAD:
            return "ahead"
        if key in _BETWEEN or key.endswith("ly"):
            continue
        if key in _BEHIND:
            return "ahead" if _helper(words, before) == "ahead" else "behind"
        if key in _BE:
            return "ahead" if _helper(words, before) == "ahead" else "be"
        return ""
    return ""


@lru_cache(maxsize=4096)
def _stem(key: str) -> str:
    for forms in (_PAST, _PARTICIPLES):
        if key in forms:
            return forms[key]
    if key.startswith("recev"):
        return "rece"
    return _STEMS.get(key[:4], _STEMS.get(key, key[:4]))
