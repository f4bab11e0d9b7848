"""Parties that are probably one: their names are spelt alike.

Names are compared by the key collision method of OpenRefine (its `fingerprint`: words folded,
sorted, each once), with legal forms left out, and by OSA distance (insertions, deletions,
substitutions and swaps of neighbours). Comparing all pairs would take minutes for 38,000 parties,
so only names in one block are compared: those with one key, those with a common variant of one
deletion (which any two at OSA distance 1 have), and those with a rare word in common. What is
found is a suggestion: a person merges or keeps apart.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from tui.language.common_names import LEGAL_FORMS
from tui.model.casefold import plain
from tui.model.task import UNATTENDED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from tui.model.records import Party
    from tui.model.task import Task

_ONE_EDIT = 6
"""Letters from which one edit is a slip: of five, `adobe` and `adore` are two names."""
_TWO_EDITS = 10
"""Letters from which two edits are, in two words of the name and one in each."""
_COMMON = 40
"""Names beyond which a block says nothing: `capital`, `partners`."""
_WORD = 4
"""Letters from which a word in common says anything."""
_FORMS = LEGAL_FORMS | frozenset(("holdings", "cie", "pbc", "srl", "sl", "oy", "aps", "kg"))
"""Legal forms as names end with; some of them are hardly ever printed in articles."""
_ARTICLES = frozenset(("the", "le", "la", "les"))
_INSIDE = re.compile(r"[.'’`]")
_WORDS = re.compile(r"[^\W_]+")
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(r"\d+|[ivx]+")
"""A number, in Roman letters too: the second and the third fund of a house are two parties."""


class Likeness(NamedTuple):
    """Two parties that are probably one.

    Attributes:
        one: The id of the one that comes first in the corpus.
        other: The id of the other.
        distance: The edits between their names; 0 where they are one but for signs, order and
            legal form.
        name: The name or alias of the first that is alike.
        other_name: That of the second.
    """

    one: str
    other: str
    distance: int
    name: str
    other_name: str


class Cluster(NamedTuple):
    """Parties that hang together by likenesses.

    Attributes:
        parties: Their ids, the most used one first.
        likeliest: The likeliest pair of them.
    """

    parties: tuple[str, ...]
    likeliest: Likeness


@dataclass(frozen=True, slots=True)
class Spelling:
    """One name of one party, as it is compared.

    Attributes:
        party: The id of the party; empty for a name that no party has.
        name: The name as it is written.
        words: Its words folded, without the legal form.
        compact: The words written as one: `openai` for OpenAI and for Open AI.
    """

    party: str
    name: str
    words: tuple[str, ...]
    compact: str

    @property
    def fingerprint(self) -> str:
        """The words sorted, each once: what spellings of one name have in common."""
        return " ".join(sorted(set(self.words)))


def spelling(name: str, party: str = "") -> Spelling:
    """A name as it is compared."""
    folded = _INSIDE.sub("", plain(name).replace("&", " and ").replace("+", " and "))
    words = ["and" if word == "et" else word for word in _WORDS.findall(folded)]
    while len(words) > 1 and words[-1] in _FORMS:
        words.pop()
        if len(words) > 1 and words[-1] == "and":  # "Kestrel & Co"
            words.pop()
    if len(words) > 1 and words[0] in _ARTICLES:
        del words[0]
    return Spelling(party, name, tuple(words), "".join(words))


def likely_duplicates(parties: Mapping[str, Party], task: Task = UNATTENDED) -> list[Likeness]:
    """The pairs of parties that are probably one, the likeliest first.

    Pairs that the corpus keeps apart (`distinct-from`) are left out. Costs one variant for each
    letter of every name: three seconds for 38,000 parties with 50,000 names.

    Args:
        parties: All parties by id.
        task: Who waits for it.

    Raises:
        CancelledError: If nobody waits any more.
    """
    order = {party: at for at, party in enumerate(parties)}
    apart = {frozenset((one.id, other)) for one in parties.values() for other in one.distinct_from}
    best: dict[tuple[str, str], Likeness] = {}
    for one, other, distance in _alike(_spellings(parties), task):
        if frozenset((one.party, other.party)) in apart:
            continue
        first, second = sorted((one, other), key=lambda each: order[each.party])
        found = Likeness(first.party, second.party, distance, first.name, second.name)
        known = best.get((found.one, found.other))
        if known is None or distance < known.distance:
            best[found.one, found.other] = found
    return sorted(best.values(), key=lambda each: (each[2], order[each.one], order[each.other]))


def clusters(likenesses: Iterable[Likeness], uses: Callable[[str], int]) -> list[Cluster]:
    """The parties that hang together by likenesses, clusters in order of their likeliest pairs.

    The smaller of two clusters is added to the larger, so that n pairs cost O(n log n).

    Args:
        likenesses: Pairs, the likeliest first.
        uses: How often a party is used: the one that is used most is the one to keep.
    """
    cluster_of: dict[str, list[str]] = {}
    likeliest: dict[str, Likeness] = {}
    for found in likenesses:
        one = cluster_of.setdefault(found.one, [found.one])
        other = cluster_of.setdefault(found.other, [found.other])
        small, large = sorted((one, other), key=len)
        if one is not other:
            large += small
            cluster_of.update(dict.fromkeys(small, large))
        likeliest.setdefault(found.one, found)
        likeliest.setdefault(found.other, found)
    seen = {party: at for at, party in enumerate(likeliest)}
    whole = {id(cluster): cluster for cluster in cluster_of.values()}
    made = [
        Cluster(
            tuple(sorted(parties, key=lambda party: (-uses(party), seen[party]))),
            min((likeliest[party] for party in parties), key=lambda each: each.distance),
        )
        for parties in whole.values()
    ]
    return sorted(made, key=lambda cluster: cluster.likeliest.distance)


def like_parties(
    names: Iterable[str], parties: Mapping[str, Party], task: Task = UNATTENDED
) -> dict[str, str]:
    """The names that are spelt nearly as one of a party, with its id; costs as `likely_duplicates`.

    Raises:
        CancelledError: If nobody waits any more.
    """
    found: dict[str, tuple[int, str]] = {}
    unknown = [spelling(name) for name in names]
    for one, other, distance in _alike([*_spellings(parties), *unknown], task):
        for new, old in ((one, other), (other, one)):
            if not new.party and old.party:
                best = found.get(new.name)
                if best is None or distance < best[0]:
                    found[new.name] = (distance, old.party)
    return {name: party for name, (_, party) in found.items()}


def _spellings(parties: Mapping[str, Party]) -> list[Spelling]:
    return [
        spelling(name, party.id)
        for party in parties.values()
        for name in dict.fromkeys((party.name, *party.aliases))
    ]


def _alike(spellings: Sequence[Spelling], task: Task) -> Iterator[tuple[Spelling, Spelling, int]]:
    """Pairs of names of two parties that are alike, with their distance; some come repeatedly."""
    by_key: dict[str, list[Spelling]] = defaultdict(list)
    by_length: dict[int, list[Spelling]] = defaultdict(list)
    by_word: dict[str, list[Spelling]] = defaultdict(list)
    for each in task.walk(spellings):
        if not each.words:
            continue
        for key in {each.fingerprint, each.compact}:
            by_key[key].append(each)
        by_length[len(each.compact)].append(each)
        if len(each.compact) >= _TWO_EDITS and len(each.words) > 1:
            for word in set(each.words):
                if len(word) >= _WORD:
                    by_word[word].append(each)
    for first, *rest in task.walk(by_key.values()):
        # The first stands for all: a name that thousands share makes no million pairs.
        yield from ((first, other, 0) for other in rest if other.party != first.party)
    for length in {one for each in by_length for one in (each - 1, each)}:
        if length >= _ONE_EDIT - 1:
            whole, longer = by_length.get(length, ()), by_length.get(length + 1, ())
            for one, other in _pairs(_variants(whole, longer, task), task):
                if _at_one_edit(one, other):
                    yield one, other, 1
    for one, other in _pairs(by_word, task):
        if _at_one_edit_a_word(one, other):
            yield one, other, 2


def _variants(
    whole: Sequence[Spelling], longer: Sequence[Spelling], task: Task
) -> dict[str, list[Spelling]]:
    """Names of one length, and those with one letter more by what is left without each letter.

    Two names at OSA distance 1 have such a variant in common. One length at a time, so that the
    variants of all names never lie in memory together.
    """
    variants: dict[str, list[Spelling]] = defaultdict(list)
    for each in task.walk(whole):
        variants[each.compact].append(each)
    for each in task.walk(longer):
        text = each.compact
        for variant in {text[:at] + text[at + 1 :] for at in range(len(text))}:
            variants[variant].append(each)
    return variants


def _pairs(
    blocks: Mapping[str, Sequence[Spelling]], task: Task
) -> Iterator[tuple[Spelling, Spelling]]:
    """The pairs within blocks that are small enough to say anything."""
    for block in task.walk(blocks.values()):
        if 1 < len(block) <= _COMMON:
            yield from combinations(block, 2)


def _at_one_edit(one: Spelling, other: Spelling) -> bool:
    from rapidfuzz.distance import OSA

    return (
        one.party != other.party
        and min(len(one.compact), len(other.compact)) >= _ONE_EDIT
        and _same_numbers(one, other)
        and OSA.distance(one.compact, other.compact, score_cutoff=1) == 1
    )


def _at_one_edit_a_word(one: Spelling, other: Spelling) -> bool:
    """Whether two names differ by one edit in each of two words, which begin alike."""
    from rapidfuzz.distance import OSA

    if one.party == other.party or len(one.words) != len(other.words):
        return False
    different = [pair for pair in zip(one.words, other.words, strict=True) if pair[0] != pair[1]]
    return (
        len(different) == 2
        and _same_numbers(one, other)
        and all(
            old[0] == new[0]
            and min(len(old), len(new)) >= _WORD
            and OSA.distance(old, new, score_cutoff=1) == 1
            for old, new in different
        )
    )


def _same_numbers(one: Spelling, other: Spelling) -> bool:
    """Whether what tells houses of one name apart is the same: numbers, and words of a letter."""
    if len(one.words) == len(other.words):
        return _telling(one) == _telling(other)
    return _DIGITS.findall(one.compact) == _DIGITS.findall(other.compact)


def _telling(each: Spelling) -> list[str]:
    return [word for word in each.words if len(word) < 3 or _NUMBER.fullmatch(word)]
