"""Names in articles that no party has: who could be added, with how often and where."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from tui.proof.events.syntax.names import find_names
from tui.proof.events.syntax.sentences import paragraphs, sentences
from tui.proof.events.syntax.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.proof.events.syntax.names import KnownNames

_LONGEST = 80
"""Characters; a run of capitals that is longer is a line of headlines, no name."""


_HEADS = frozenset(':«“"—–-(‘•|')
"""Signs after which a sentence may begin, and with it a capital that says nothing."""


class Occurrence(NamedTuple):
    """A name in a text.

    Attributes:
        name: As it is written.
        start: First code point.
        end: One past the last.
        sure: Whether its capitals can only be those of a name: it has several, or does not open a
            sentence.
    """

    name: str
    start: int
    end: int
    sure: bool


class NamePlace(NamedTuple):
    """One place at which an article has a name.

    Attributes:
        article: The id of the article.
        start: First code point in its text.
        end: One past the last.
    """

    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A name that is of no party.

    Attributes:
        name: As it is written most often.
        times: How often it stands in all articles.
        articles: How many articles have it.
        first: Where it stands first.
    """

    name: str
    times: int
    articles: int
    first: NamePlace


def unknown_names(text: str, known: KnownNames, language: str) -> list[Occurrence]:
    """The names of an article that no party has; persons and places are left out.

    Read as the reader of events reads them: runs of capitalised words that no list of the language
    calls anything else. Costs the tokens of the text once: about a tenth of a second for 100,000
    characters.

    Args:
        text: The article.
        known: The names of the parties.
        language: `fr` or `en`; any other is read as English.
    """
    language = "fr" if language == "fr" else "en"
    found = []
    for start, end in paragraphs(text):
        for first, last in sentences(text, start, end):
            tokens = tokenize(text, first, last, language, ())
            for at, _, name in find_names(tokens, known, language):
                if name.kind == "new" and len(name.text) <= _LONGEST:
                    opens = at == 0 or tokens[at - 1].text in _HEADS
                    sure = not opens or sum(map(str.isupper, name.text)) > 1
                    found.append(Occurrence(name.text, name.start, name.end, sure))
    return found


def count_names(found: Iterable[tuple[str, Sequence[Occurrence]]]) -> list[UnknownName]:
    """The names of several articles together, those in most articles first.

    Names that differ in case or accents alone are one, under its most frequent spelling. A word
    that only ever opens sentences is none.

    Args:
        found: The id of each article with its names, as `unknown_names` gives them.
    """
    from tui.model.casefold import plain

    spellings: dict[str, Counter[str]] = {}
    articles: dict[str, set[str]] = {}
    first: dict[str, NamePlace] = {}
    sure: set[str] = set()
    for article, names in found:
        for one in names:
            key = plain(one.name)
            spellings.setdefault(key, Counter())[one.name] += 1
            articles.setdefault(key, set()).add(article)
            first.setdefault(key, NamePlace(article, one.start, one.end))
            if one.sure:
                sure.add(key)
    counted = [
        UnknownName(spelt.most_common(1)[0][0], spelt.total(), len(articles[key]), first[key])
        for key, spelt in spellings.items()
        if key in sure
    ]
    return sorted(counted, key=lambda one: (-one.articles, -one.times, one.name))
