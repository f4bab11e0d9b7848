"""The parties of a corpus for a screen that lists them: how each is used, and what is doubtful."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.model.casefold import plain
from tui.model.problems import Problem
from tui.model.task import UNATTENDED
from tui.platform.translation import tr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.corpus.parties.duplicates import Cluster
    from tui.corpus.parties.usage import PartyUse
    from tui.model.corpus import Corpus
    from tui.model.records import Party
    from tui.model.task import Task
    from tui.proof.events.unknown_names import NamePlace

_STEP = 16
"""After so many articles progress is reported."""


@dataclass(frozen=True, slots=True)
class ListedParty:
    """A party with how often the records name it.

    Attributes:
        party: The party.
        payer: Records in which it pays.
        payee: Records in which it is paid.
        records: Records that name it in whatever role.
        articles: Articles that these quote.
    """

    party: Party
    payer: int = 0
    payee: int = 0
    records: int = 0
    articles: int = 0


@dataclass(frozen=True, slots=True)
class PartyOverview:
    """All parties of a corpus.

    Attributes:
        parties: By id, in order of their names.
        duplicates: Those that are probably one, the likeliest first.
    """

    parties: Mapping[str, ListedParty]
    duplicates: Sequence[Cluster]


@dataclass(frozen=True, slots=True)
class NameWithoutParty:
    """A name that articles have and no party.

    Attributes:
        name: As it is written most often.
        times: How often it stands in all articles.
        articles: How many articles have it.
        first: Where it stands first.
        like: The id of a party with nearly such a name; empty for none.
    """

    name: str
    times: int
    articles: int
    first: NamePlace
    like: str = ""


def party_overview(corpus: Corpus, task: Task = UNATTENDED) -> PartyOverview:
    """How the parties of a corpus are used, and which are probably one.

    Costs a walk over all records, and what `likely_duplicates` costs.

    Raises:
        CancelledError: If nobody waits any more.
    """
    from tui.corpus.parties.duplicates import clusters, likely_duplicates
    from tui.corpus.parties.usage import party_uses

    uses = party_uses(corpus.records.values(), task)
    ordered = sorted(corpus.parties.values(), key=lambda party: (plain(party.name), party.id))
    parties = {party.id: _listed(party, uses.get(party.id)) for party in task.walk(ordered)}
    found = likely_duplicates(corpus.parties, task)
    return PartyOverview(parties, clusters(found, lambda party: parties[party].records))


def listed_party(party: Party, corpus: Corpus) -> ListedParty:
    """A party with how often the records name it; costs a walk over all records."""
    from tui.corpus.parties.usage import party_uses

    return _listed(party, party_uses(corpus.records.values()).get(party.id))


def _listed(party: Party, use: PartyUse | None) -> ListedParty:
    if use is None:
        return ListedParty(party)
    return ListedParty(party, use.payer, use.payee, use.records, len(use.articles))


def names_without_party(corpus: Corpus, task: Task = UNATTENDED) -> Sequence[NameWithoutParty]:
    """The names in the articles that no party has, those in most articles first.

    Reads every article: about a second for a million characters.

    Raises:
        CancelledError: If nobody waits any more.
    """
    from tui.corpus.parties.duplicates import like_parties
    from tui.proof.events.syntax.names import KnownNames
    from tui.proof.events.unknown_names import count_names, unknown_names

    known = KnownNames(corpus.parties)
    found = []
    for article_id in task.steps(tr("reading names"), corpus.articles, _STEP):
        text = corpus.texts.get(article_id)
        if text is not None:
            language = corpus.articles[article_id].language
            found.append((article_id, unknown_names(text.text, known, language)))
    counted = count_names(found)
    like = like_parties([one.name for one in counted], corpus.parties, task)
    return [
        NameWithoutParty(one.name, one.times, one.articles, one.first, like.get(one.name, ""))
        for one in counted
    ]


def name_finding(name: str) -> Problem:
    """A name without a party as a finding, which the user may dismiss like those of the audit."""
    return Problem("name-without-party", plain(name), severity="info")


def still_without_party(
    names: Sequence[NameWithoutParty], parties: Mapping[str, ListedParty]
) -> list[NameWithoutParty]:
    """The names that no party has meanwhile, so that articles need not be read again."""
    known = {
        plain(name)
        for listed in parties.values()
        for name in (listed.party.name, *listed.party.aliases)
    }
    return [one for one in names if plain(one.name) not in known]
