"""The names in a sentence: known parties first and longest, then capitalised runs that are new."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, TypeAlias

from tui.language.clauses.event_nouns import COMPANY_NOUNS, WORKERS
from tui.language.clauses.function_words import DETERMINERS, PREPOSITIONS, PRONOUNS, TIME_WORDS
from tui.language.clauses.name_words import (
    COMMON_HEADS,
    COUNTRY_CODES,
    GIVEN_NAMES,
    INSTITUTIONS,
    LEGAL_FORMS,
    NATIONALITIES,
    NOT_NAMES,
    PERSON_NOUNS,
    PLACES,
    PLACES_OF_SEVERAL_WORDS,
    PUBLISHERS,
    TITLES,
)
from tui.language.clauses.verbs import verb_forms
from tui.language.common_names import GENERATIONS, KINDS_IN_NAMES
from tui.language.plain_words import plain_word
from tui.model.casefold import plain
from tui.proof.events.syntax.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.model.records import Party
    from tui.proof.events.syntax.tokens import SentenceToken

NameKind: TypeAlias = Literal["party", "new", "person", "place", "publisher"]
_OF = {"en": frozenset({"of"}), "fr": frozenset({"de", "d", "du", "des"})}
_INNER = frozenset({"&", "de", "van", "von", "der", "di", "della", "del", "la", "le"})
"""Small words inside a name: "Procter & Gamble", "Van der Berg"."""
_COMPOUND = ("-backed", "-based", "-owned", "-led", "-listed", "-controlled", "-funded", "-style")
_GOES_ON = frozenset({"ai", "ia", "cloud", "internet", "company", "group", "bourse", "it"})
"""Words that begin no name but may go on with one: "Mistral AI", "Kestrel Group"."""
_FORMS_BEHIND_COMMA = frozenset("inc llc ltd corp limited plc".split())
"""Legal forms that a comma may part from the name: "Kestrel, Inc."."""
_TITLE_CASE = 0.75
"""Share of capitals above which a sentence is a headline in title case: capitals say nothing."""


_PREFIXES = frozenset("pre post after half full year mid non long short like-for avant".split())
_NOBODY = frozenset("nobody everybody anybody somebody nothing everything everyone".split())
_PLACE_NAMES = PLACES | frozenset(map(plain, PLACES)) | PLACES_OF_SEVERAL_WORDS | COUNTRY_CODES
"""Also as in "L'Egypte": capitals often go without their accents."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands in a sentence.

    Attributes:
        start: First code point in the whole text.
        end: One past the last.
        text: The name: of a known party its own, else as it is written.
        kind: A known party, a new one, or what is never proposed as one.
        party: The id of the known party, or empty.
    """

    start: int
    end: int
    text: str
    kind: NameKind
    party: str = ""


class KnownNames:
    """The names and aliases of known parties, by their first word; made once for a corpus."""

    def __init__(self, parties: Mapping[str, Party]) -> None:
        """Index the parties; costs about 20 µs a name."""
        self._by_first: dict[str, list[tuple[tuple[str, ...], Party]]] = {}
        for party in parties.values():
            for name in {party.name, *party.aliases}:
                for words in _words_of(name):
                    entries = self._by_first.setdefault(words[0].lower(), [])
                    if (words, party) not in entries:
                        entries.append((words, party))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def at(self, tokens: Sequence[SentenceToken], place: int) -> tuple[int, Party] | None:
        """The longest known name that begins at a token: how many tokens, and whose it is.

        Capitals count, for "orange" is no company; a word in capitals throughout says nothing.
        """
        for words, party in self._by_first.get(tokens[place].low, ()) or self._by_first.get(
            tokens[place].text.lower(), ()
        ):
            stretch = tokens[place : place + len(words)]
            following = tokens[place + len(words) : place + len(words) + 1]
            if following and following[0].low.rstrip(".") in GENERATIONS:
                continue  # "Martin Hale Jr." is not Martin Hale.
            if len(stretch) == len(words) and _same_words(stretch, words):
                return len(words), party
        return None


@lru_cache(maxsize=4096)
def _words_of(name: str) -> tuple[tuple[str, ...], ...]:
    """The words of a name as either language cuts them; most names are of many records."""
    cuts = (tokenize(name, 0, len(name), language, ()) for language in ("en", "fr"))
    words = (tuple(token.text for token in tokens) for tokens in cuts)
    return tuple(dict.fromkeys(filter(None, words)))


def _same_words(tokens: Sequence[SentenceToken], words: Sequence[str]) -> bool:
    """Whether tokens are the words of a name, one that tells what it is printed small or not."""
    last = len(words) - 1
    if not last:
        return _same(tokens[0], words[0])
    return any(token.text[:1].isupper() for token in tokens) and all(
        _same(token, word)
        or (
            at in {0, last}
            and token.text.lower() == word.lower()
            and plain_word(word) in KINDS_IN_NAMES
        )
        for at, (token, word) in enumerate(zip(tokens, words, strict=True))
    )


def _same(token: SentenceToken, word: str) -> bool:
    if token.text == word or token.text.replace("’", "'") == word.replace("’", "'"):
        return True
    return token.text.isupper() and len(token.text) > 2 and token.text == word.upper()


def find_names(
    tokens: Sequence[SentenceToken], parties: KnownNames, language: str
) -> list[tuple[int, int, Name]]:
    """The names of a sentence: first token, one past the last token, the name.

    Args:
        tokens: The tokens of one sentence.
        parties: The known parties.
        language: `fr` or `en`.
    """
    plain = _says_nothing(tokens)
    found: list[tuple[int, int, Name]] = []
    at = 0
    while at < len(tokens):
        known = parties.at(tokens, at)
        if known is None and _is_trade_before(tokens, at, parties):
            at += 1  # "Toolmaker Kestrel": the capital is that of the sentence.
            continue
        if known is None and not _opens(tokens, at, language, plain):
            at += 1
            continue
        end = _run_end(tokens, at, parties, language, plain)
        while end > at:
            name = _name(tokens, at, end, parties, language)
            if name is not None:
                found.append((at, end, name))
                break
            end -= 1
        at = max(end, at + 1)
    return found


def _says_nothing(tokens: Sequence[SentenceToken]) -> bool:
    """Whether capitals tell no names here: a headline in title case or in capitals."""
    words = [token for token in tokens if token.kind == "word" and len(token.text) > 3]
    capitals = sum(1 for token in words if token.text[0].isupper())
    return len(words) > 3 and capitals / len(words) > _TITLE_CASE


def _opens(tokens: Sequence[SentenceToken], at: int, language: str, plain: bool) -> bool:
    """Whether a name that nobody knows may begin at a token."""
    token = tokens[at]
    if not token.capital:
        return False
    if not _may_be_name(token, language):
        return _initial(tokens, at)
    head = at == 0 or tokens[at - 1].text in {":", "«", "“", '"', "—", "–", "(", "-", "‘"}
    if plain:
        return not _is_ordinary(token.low, language)
    if not head or not token.text[0].isupper():
        return True
    first, _, rest = token.text.partition("-")
    if rest and rest.islower() and first.lower() in _PREFIXES:
        # "Pre-tax profit", "Half-year sales"
        return False
    if token.low in COMMON_HEADS[language] or _is_ordinary(token.low, language):
        return False
    return not _begins_like_a_noun(tokens, at, language)


def _initial(tokens: Sequence[SentenceToken], at: int) -> bool:
    """Whether a single capital begins a name: "H Company", not "A" of a headline."""
    token = tokens[at]
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return (
        len(token.text) == 1
        and token.text not in "AIO"
        and following is not None
        and following.capital
        and following.text[0].isupper()
    )


def _is_trade_before(tokens: Sequence[SentenceToken], at: int, parties: KnownNames) -> bool:
    """Whether the first word of a sentence says what the party behind it does."""
    if at or len(tokens) < len(("Toolmaker", "Kestrel")) or parties.at(tokens, 1) is None:
        return False
    return tokens[0].low.endswith(_TRADES)


_TRADES = (
    "maker", "grower", "builder", "seller", "monger", "breeder", "dealer", "roaster", "packer",
    "hauler", "carrier", "lender", "insurer", "brewer", "baker", "trader", "printer", "publisher",
    "designer", "developer", "operator", "contractor", "supplier", "provider", "retailer", "grocer",
    "wholesaler", "manufacturer", "producer", "distributor", "refiner", "miner",
    "widow", "tycoon", "heiress", "heir", "philanthropist", "billionaire", "magnate",
)  # fmt: skip
"""Ends of nouns for what a company does."""


def _begins_like_a_noun(tokens: Sequence[SentenceToken], at: int, language: str) -> bool:
    """Whether a capitalised word at the head of a sentence is more likely a noun than a name."""
    token = tokens[at]
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or following.capital or following.text in {"'s", "’s", ",", "(", "&"}:
        return False
    if following.kind == "figure":
        return True
    if language == "en":
        if token.low.endswith(("ly", "ing")) or following.low == "of":
            return True
        plural = token.low.endswith("s") and not token.low.endswith(("ss", "us", "is"))
        return plural and following.low in {
            "are",
            "were",
            "have",
            "say",
            "expect",
            "of",
            "in",
            "for",
        }
    return token.low.endswith(("ment", "ant", "é", "ée", "és", "ées"))


def _is_ordinary(word: str, language: str) -> bool:
    """Whether a word is one of the language, so that a capital at a head says nothing."""
    return (
        word in COMMON_HEADS[language]
        or word in DETERMINERS[language]
        or word in PREPOSITIONS[language]
        or word in PRONOUNS[language]
        or word in COMPANY_NOUNS[language]
        or word in WORKERS[language]
        or word in verb_forms(language)
    )


def _may_be_name(token: SentenceToken, language: str) -> bool:
    low = token.low
    return not (
        low in NOT_NAMES
        or low in TITLES
        or low in TIME_WORDS[language]
        or low in NATIONALITIES
        or low.endswith(_COMPOUND)
        or (token.text[0].isupper() and len(token.text) == 1)
        or low in DETERMINERS[language]
        or low in PRONOUNS[language]
    )


def _run_end(
    tokens: Sequence[SentenceToken], at: int, parties: KnownNames, language: str, plain: bool
) -> int:
    """One past the last token of the longest run that may be one name."""
    known = parties.at(tokens, at)
    end = at + (known[0] if known else 1)
    place = _place_of_several_words(tokens, at)
    if place:
        return at + place
    institution = tokens[at].low in INSTITUTIONS
    while end < len(tokens):
        token = tokens[end]
        following = tokens[end + 1] if end + 1 < len(tokens) else None
        if (
            language == "fr"
            and token.text in {"Le", "La", "Du", "De", "Des", "Les"}
            and following is not None
            and following.capital
            and _may_be_name(following, language)
        ):
            end += 2
        elif (
            token.text == ","
            and following is not None
            and following.low.rstrip(".") in _FORMS_BEHIND_COMMA
            and following.capital
        ):
            return end + 2  # "Kestrel, Inc. has bought", "Kestrel, LLC"
        elif token.low in LEGAL_FORMS and token.text.endswith(".") and token.capital:
            # "Kestrel Inc. | Halden declined": the legal form ends the name.
            return end + 1
        elif token.capital and (
            _may_be_name(token, language)
            or token.low in _GOES_ON
            or token.low in LEGAL_FORMS
            or len(token.text) == 1  # "Sizewell C"
        ):
            if plain and _is_ordinary(token.low, language):
                break
            end += 1
        elif (token.text == "&" and following is not None and following.kind == "word") or (
            following is not None
            and following.capital
            and following.low not in TIME_WORDS[language]
            and _may_be_name(following, language)
            and (
                token.text in _INNER - {"de", "la", "le"}
                or (token.low in _OF[language] and (institution or _joins(tokens, at, known)))
            )
        ):
            end += 2
        else:
            break
        institution = institution or tokens[end - 1].low in INSTITUTIONS
    return end


def _joins(tokens: Sequence[SentenceToken], at: int, known: object) -> bool:
    """Whether "de" goes on with an unknown name: "Houblonnière de Meuse", "Eaux de Sault".

    Not after a known party ("Kestrel de Norvège"), a person, a place or a word in -ien or -ais,
    which are as likely followed by where they are from.
    """
    low = tokens[at].low
    return known is None and low not in GIVEN_NAMES and low not in PLACES and low not in PUBLISHERS


def _place_of_several_words(tokens: Sequence[SentenceToken], at: int) -> int:
    """How many tokens a place such as "Hong Kong" takes from a token on; 0 where none stands."""
    for size in (4, 3, 2):
        words = " ".join(token.low for token in tokens[at : at + size])
        if words in PLACES_OF_SEVERAL_WORDS:
            return size
    return 0


def _name(
    tokens: Sequence[SentenceToken], at: int, end: int, parties: KnownNames, language: str
) -> Name | None:
    """What a run of tokens names, or `None` where it is to be read shorter."""
    start, last = tokens[at].start, tokens[end - 1].end
    known = parties.at(tokens, at)
    if known is not None:
        size, party = known
        rest = tokens[at + size : end]
        if all(token.low in LEGAL_FORMS or token.text == "," for token in rest):
            return Name(start, last, party.name, "party", party.id)
    words = tokens[at:end]
    written = " ".join(_written(words).split())
    low = written.lower()
    if low in _NOBODY:
        return None
    if low in PUBLISHERS:
        return Name(start, last, written, "publisher")
    if low in _PLACE_NAMES:
        return Name(start, last, written, "place")
    inner = next((i for i in range(at + 1, end) if parties.at(tokens, i)), None)
    if inner is not None and tokens[at].low in PLACES | GIVEN_NAMES:
        return None
    if words[0].low in GIVEN_NAMES and 2 <= len(words) <= 4 and words[-1].low not in LEGAL_FORMS:
        return Name(start, last, written, "person")
    if at and tokens[at - 1].low in PERSON_NOUNS:
        return Name(start, last, written, "person")
    title = tokens[at - 1].low.rstrip(".") if at else ""
    if words[0].low.rstrip(".") in {"mr", "mrs", "ms", "dr"} and len(words) > 1:
        return Name(start, last, written, "person")
    if title in {"mr", "mrs", "ms", "m", "mme", "dr", "ceo", "pdg", "president", "minister"}:
        return Name(start, last, written, "person")
    return Name(start, last, written, "new")


def _written(words: Sequence[SentenceToken]) -> str:
    parts = []
    for at, token in enumerate(words):
        gap = at > 0 and words[at - 1].end < token.start
        parts.append((" " if gap else "") + token.text)
    return "".join(parts)
