"""Whose figure it is, where words beside it name others than the parties of the record."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from tui.language import clause_words, fact_turns, reporting
from tui.language.clause_words import PRONOUNS
from tui.language.clauses.name_words import GIVEN_NAMES
from tui.language.common_names import KINDS_OF_HOUSE, NO_PARTIES
from tui.language.plain_words import plain_word
from tui.language.time_words import FOUNDING, PUBLISHING
from tui.model.dates import Edtf
from tui.model.messages import msg
from tui.model.records import Deal, Fact, record_parties
from tui.proof.claim.quote import names_in
from tui.proof.claim.turns.scope import FURTHER
from tui.proof.verify.checks.roles.transfers import is_transfer
from tui.proof.verify.checks.sums.paying_parties import is_apposed_subject

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.model.mentions import Mention
    from tui.model.records import Record
    from tui.proof.claim.claim import Claim, FigureClaim
    from tui.proof.claim.quote import QuoteReading
    from tui.proof.events import Event, Role
    from tui.proof.verify.checks.asked import Asked


def of_others(claim: Claim, figure: FigureClaim, asked: Asked) -> str:
    """Whose figure it is where words beside it name others, and another figure is the record's."""
    rivals = [
        other
        for other in claim.figures()
        if other.word != figure.word
        and other.mention.kind == figure.mention.kind
        and (other.role is None or other.role.what != "difference")
    ]
    if not rivals:
        return ""
    text = claim.sentence.source
    if _is_of_subject(claim, figure, asked):
        return ""
    if isinstance(asked.record, Fact) and not _IN_TURN.isdisjoint(claim.sentence.known):
        return ""  # Whose each is follows from the order of the names.
    mine = asked.names.ids_in(text, *figure.region)
    strangers = _strangers(claim, figure, asked)
    if isinstance(asked.record, Fact):
        strangers = [name for name in strangers if _is_beside(name, claim, figure, asked)]
        if asked.record.kind != "stake":  # People have shares, and no sales of their own.
            strangers = [one for one in strangers if not _is_of_person(one, claim, figure)]
    if mine and isinstance(asked.record, Deal):
        # "58 millions pour Kestrel, l'armateur que la famille Roux cherchait à vendre"
        strangers = [name for name in strangers if _is_beside(name, claim, figure, asked)]
    if not strangers:
        return ""
    for other in rivals:
        if asked.names.ids_in(text, *other.region) - mine:
            return msg(
                "the figure beside “{words}”, not beside the parties of the record",
                words=strangers[0],
            )
    return ""


def _is_of_person(name: str, claim: Claim, figure: FigureClaim) -> bool:
    """Whether a name is that of a person, as far as the given name before it tells."""
    at = claim.sentence.source.find(name, *figure.region)
    number = claim.sentence.number_at(at) if at >= 0 else 0
    while number > 0 and claim.sentence.is_capital(number - 1):
        number -= 1
    return claim.sentence.low[number] in GIVEN_NAMES


def _is_beside(name: str, claim: Claim, figure: FigureClaim, asked: Asked) -> bool:
    """Whether a name stands in the clause of a figure, or in one around it."""
    at = claim.sentence.source.find(name, *figure.region)
    number = claim.sentence.number_at(at) if at >= 0 else figure.word
    behind = number > figure.word and "," in claim.sentence.low[figure.word : number]
    own = asked.names.find(claim.sentence.source, claim.sentence.start, figure.mention.start)
    clause = claim.clauses.of[figure.word]
    if behind and any(
        claim.clauses.of[claim.sentence.number_at(one.start)] == clause for one in own
    ):
        return False  # "Circ employs 900 people, a third of them in shops it took over from Brava"
    return claim.clauses.of[number] in claim.clauses.around(figure.word)


_IN_TURN = frozenset({"respectively", "respectivement"})


def _is_of_subject(claim: Claim, figure: FigureClaim, asked: Asked) -> bool:
    """Whether a party of the record is the subject, and the other figures are told of it aside.

    "Kestrel, which sold 5 percent in May, holds 22 percent of Brava".
    """
    clauses, text = claim.clauses, claim.sentence.source
    own = clauses.of[figure.word]
    if clauses.all[own].kind != "main":
        return False
    first = claim.sentence.words[0]
    before = asked.names.find(text, first.start, figure.mention.start)
    if not any(clauses.of[claim.sentence.number_at(one.start)] == own for one in before):
        return False
    return all(
        clauses.all[clauses.of[other.word]].kind == "aside-relative"
        or _is_aside(claim, other.word, figure.word)
        for other in claim.figures()
        if other.word != figure.word and other.mention.kind == figure.mention.kind
    )


def _is_aside(claim: Claim, other: int, mine: int) -> bool:
    """Whether a figure is told aside of a subject: "Nordwind, repoussé à 3 millions, a payé 4"."""
    low = claim.sentence.low
    opened = next((at for at in range(other - 1, 0, -1) if low[at] == ","), -1)
    closed = next((at for at in range(other + 1, mine) if low[at] == ","), -1)
    return 0 < opened < closed and not any(map(claim.clauses.is_finite, range(closed)))


def possessed(claim: Claim, figure: FigureClaim, asked: Asked) -> str:
    """Whose figure it is where it is somebody's: "Halden's 15 percent", "les 15 % de Halden"."""
    if not isinstance(asked.record, Fact):
        return ""
    text = claim.sentence.source
    for pattern, start in (
        (_OWNED_BEFORE, claim.sentence.start),
        (_OWNED_AFTER, figure.mention.end),
    ):
        match = (
            pattern.search(text, start, figure.mention.start)
            if pattern is _OWNED_BEFORE
            else pattern.match(text, start, claim.sentence.end)
        )
        owner = match and (match["who"] or match.groupdict().get("name"))
        if match is None or not owner or _is_ours(match, asked):
            continue
        if pattern is _OWNED_AFTER and not _POINTED.search(
            text, claim.sentence.start, figure.mention.start
        ):
            continue
        if plain_word(owner) not in NO_PARTIES:
            return msg("it is that of another: “{words}”", words=match[0].strip())
    return ""


def _is_ours(match: re.Match[str], asked: Asked) -> bool:
    """Whether the words of an owner are of a name of the record's: the last of several, too."""
    near = max(0, match.start() - _NAME_LENGTH)
    return any(one.end > match.start() for one in asked.names.find(match.string, near, match.end()))


_NAME_LENGTH = 80
"""Code points before the last word of a name among which the others stand."""
_OWNED_BEFORE = re.compile(
    r"(?P<who>[^\W\d_a-z\u00df-\u00ff][\w.-]+)(?: (?:family|group|company|fund))?"
    r"['\u2019]s\s(?:\w+\s)?$"
    r"|(?P<name>[^\W\d_a-z\u00df-\u00ff][\w.-]+) et (?:ses|leurs)\s$"
)
_OWNED_AFTER = re.compile(r"\s(?:de la |de |d['\u2019]|du )(?P<who>[^\W\d_a-z\u00df-\u00ff][\w-]+)")
_POINTED = re.compile(r"\b(?:les|des|aux|ses)\s$")


def dated_otherwise(claim: Claim, figure: FigureClaim, asked: Asked) -> str:
    """When a total or a fact was so, where its words date it at another time than the record."""
    if not asked.dates:
        return ""
    clause = claim.clauses.of[figure.word]
    if isinstance(asked.record, Deal):
        return _before_its_time(claim, figure, asked)
    then = _of_when(claim, figure, asked) or _told_back(claim, figure, asked)
    if then:
        return then
    for number, word in enumerate(claim.sentence.words):
        if word.kind != "date" or word.mention is None or word.mention.date is None:
            continue
        if claim.clauses.of[number] != clause or not _within(word.start, figure.region):
            continue
        told = word.mention.date
        near = number <= _FIRST_WORDS or abs(number - figure.word) <= _DATE_REACH
        near = near or _is_part_of_year(word.mention)
        if not near and any(claim.clauses.is_finite(at) for at in range(number)):
            continue  # A date before the first verb is that of the whole sentence.
        if claim.sentence.low[number - 1] in _COMPARING | FOUNDING | PUBLISHING:
            continue  # "Twice as much as a year ago", "founded in 1931"
        first = claim.sentence.low[0]
        if number == 1 and first.endswith(("ee", "ees", "es", "e", "ed")):
            continue  # "Installée depuis 1974 à Lens, …"
        if _is_of_report(claim, number, told, asked) or _holds_since(word.mention, asked):
            continue
        if not any(told.meets(own) for own in asked.dates) or _begins_before(word.mention, asked):
            return msg("it is dated otherwise: “{words}”", words=word.mention.text)
    return _of_other_year(claim, figure, asked)


def _of_when(claim: Claim, figure: FigureClaim, asked: Asked) -> str:
    """The date of a clause in which a figure stands: "in 2019, when it made 4 million"."""
    opened = claim.clauses.all[claim.clauses.of[figure.word]].opened
    low, words = claim.sentence.low, claim.sentence.words
    behind = _dated_behind(claim, figure, asked)
    if behind:
        return behind
    if opened < 1 or low[opened] not in {"when", "where", "où", "lorsque", "quand"}:
        return ""
    at = opened - 1 - (low[opened - 1] == ",")
    mention = words[at].mention
    told = mention.date if mention is not None else None
    if told is None or mention is None or any(told.meets(own) for own in asked.dates):
        return ""
    return msg("it is dated otherwise: “{words}”", words=mention.text)


def _dated_behind(claim: Claim, figure: FigureClaim, asked: Asked) -> str:
    """The date of a clause behind a figure that dates it: "when it was sold in 2018"."""
    clauses, words = claim.clauses, claim.sentence.words
    before = claim.sentence.low[: figure.word]
    if fact_turns.HOLDING_THEN.isdisjoint(before):
        return ""
    for at in range(figure.word + 1, len(words)):
        clause = clauses.all[clauses.of[at]]
        mention = words[at].mention
        told = mention.date if mention is not None else None
        if told is None or mention is None or clause.opened <= figure.word:
            continue
        opens = claim.sentence.low[clause.opened] in {"when", "lorsque", "lorsqu'", "quand"}
        if opens and not any(told.meets(own) for own in asked.dates):
            return msg("it is dated otherwise: “{words}”", words=mention.text)
    return ""


def _told_back(claim: Claim, figure: FigureClaim, asked: Asked) -> str:
    """The time before, right behind a figure beside that of the record: "4 a year before"."""
    back = _BACK.match(claim.sentence.source, figure.mention.end, claim.sentence.end)
    beside = any(
        one.word != figure.word and one.mention.kind == figure.mention.kind
        for one in claim.figures()
    )
    if back is None or not beside:
        return ""
    mentions = [word.mention for word in claim.sentence.words if word.mention is not None]
    dates = [one.date for one in mentions if one.date is not None]
    if dates and not any(told.meets(own) for told in dates for own in asked.dates):
        return ""
    return msg("it is of another time: “{words}”", words=back[0].strip())


_BACK = re.compile(
    r"\s(?:\w+\s){0,3}?(?:(?:of|in|for) the (?:previous|preceding|prior) year"
    r"|(?:\w+[ -])?(?:\w+) (?:years?|months?) (?:earlier|before)|the year before"
    r"|(?:[\w-]+) (?:ans?|mois) (?:plus t\xf4t|auparavant)|l['\u2019]ann\xe9e pr\xe9c\xe9dente)"
)


def _of_other_year(claim: Claim, figure: FigureClaim, asked: Asked) -> str:
    """The year before the noun of a result, which no preposition tells: "its 2022 revenue"."""
    words = claim.sentence.words
    for number, word in enumerate(words[:-1]):
        if word.kind != "number" or not _YEAR.fullmatch(word.low):
            continue
        measured = words[number + 1].low in fact_turns.SALES | fact_turns.GAINS
        if not measured or not _within(word.start, figure.region):
            continue
        if not any(Edtf.parse(word.low).meets(own) for own in asked.dates):
            return msg("it is dated otherwise: “{words}”", words=word.low)
    return ""


_YEAR = re.compile(r"(?:19|20)\d\d")


def _is_of_report(claim: Claim, at: int, told: Edtf, asked: Asked) -> bool:
    """Whether a day is the one on which the result of a time before it is told.

    "Reported 2023 revenue of 4 million on Thursday": sales and profits are made in months, so that
    a day that closes none of them is that of the news, not long after what it tells of.
    """
    record, when = asked.record, asked.dates[0]
    if not isinstance(record, Fact) or record.kind not in _RESULTS:
        return False
    if None in {told.earliest, told.latest, when.earliest, when.latest}:
        return False
    assert told.earliest is not None
    assert when.earliest is not None
    assert when.latest is not None
    if told.earliest != told.latest or claim.sentence.low[at - 1] in _CLOSING:
        return False
    length = when.latest - when.earliest
    return length.days >= _SHORTEST and (
        when.latest < told.earliest <= when.latest + length + _REPORTING
    )


_RESULTS = frozenset({"revenue", "profit", "loss"})
_CLOSING = frozenset({"to", "ended", "ending", "until", "through", "au", "clos", "close", "le"})
"""Before a day these make it the last of a time of accounts."""
_SHORTEST = 27
"""Days from the first to the last of the shortest time that accounts are made for, a month."""
_REPORTING = timedelta(days=60)
"""How long after the next time of accounts has ended the result of the last one is still news."""


def _holds_since(mention: Mention, asked: Asked) -> bool:
    """Whether a time tells since when something is so that still is: "à 70 % depuis 2019"."""
    record, told, when = asked.record, mention.date, asked.dates[0]
    if not isinstance(record, Fact) or record.kind in _RESULTS or told is None:
        return False
    since = plain_word(mention.text).startswith(("since", "depuis"))
    return since and (told.earliest is None or when.latest is None or told.earliest <= when.latest)


def _is_part_of_year(mention: Mention) -> bool:
    """Whether a date is a quarter or a half-year, for which sums are told: not "early 2023"."""
    told, head = mention.date, plain_word(mention.text).partition(" ")[0]
    if told is None or told.earliest is None or told.latest is None or head in _EDGES:
        return False
    days = (told.latest - told.earliest).days + 1
    return days in _QUARTERS or days in _HALVES


_EDGES = frozenset({"early", "late", "mid", "debut", "fin", "mi", "printemps", "ete", "automne"})
_QUARTERS, _HALVES = range(90, 93), range(181, 185)
"""Days of the quarters and of the halves of a year."""


def _before_its_time(claim: Claim, figure: FigureClaim, asked: Asked) -> str:
    """When a sum had been paid already, where the record dates its deal later.

    "The family had already given the trust 4 million in 2018".
    """
    low, of = claim.sentence.low, claim.clauses.of
    clause = of[figure.word]
    if not any(low[at] in _PAST and of[at] == clause for at in range(figure.word)):
        return ""
    for number, word in enumerate(claim.sentence.words):
        if word.kind != "date" or word.mention is None or of[number] != clause:
            continue
        told = word.mention.date
        if told is None or told.latest is None:
            continue
        earliest = [own.earliest for own in asked.dates]
        if all(one is not None and told.latest < one for one in earliest):
            return msg("it is dated otherwise: “{words}”", words=word.mention.text)
    return ""


_COMPARING = frozenset({"as", "than", "que", "qu'", "after", "following", "apres"})
_PAST = frozenset({"avait", "avaient", "had"})
_FIRST_WORDS, _DATE_REACH = 3, 5
"""Words at the head of a sentence, and beside a figure, whose date is that of the figure."""


def _begins_before(mention: Mention, asked: Asked) -> bool:
    """Whether a sum is told since a time before the period of a total begins."""
    told, period = mention.date, asked.dates[0]
    since = plain_word(mention.text).startswith(("since", "depuis"))
    return (
        since
        and told is not None
        and told.latest is not None
        and period.earliest is not None
        and told.latest < period.earliest
    )


def of_other_event(mention: Mention, claim: Claim, reading: QuoteReading, asked: Asked) -> str:
    """Whose deal a figure is told of, where the words name others and no party of the record."""
    record = asked.record
    ours = record_parties(record)
    text = claim.sentence.source
    span = (claim.sentence.start, claim.sentence.end)
    if not ours or len(names_in(text, *span, span[0] - 1)) <= len(asked.names.ids_in(text, *span)):
        return ""
    if isinstance(record, Fact) and asked.names.ids_in(text, *span):
        return ""
    payee = record.payee if isinstance(record, Deal) else ""
    found = reading.figure(mention)
    if isinstance(record, Deal) and found is not None and _is_of_earlier_time(*found):
        stranger = _earlier_stranger(*found, asked)
        if stranger:
            return stranger
    if payee and is_transfer(claim, asked):
        return ""  # A player goes from one to the other.
    others = ""
    for event in asked.directions.events(reading, alone=True):
        if not any(start < mention.end and mention.start < end for start, end in event.figures):
            continue
        roles = _asked_roles(event, record)
        if any(role.party in ours for role in roles):
            paid = {role.party for role in event.payees}
            if not payee or not paid or paid & {*ours} or any(not one.name for one in event.payees):
                return ""
            if _is_head_of(event.payees[0], payee, claim, asked):
                return ""  # "Ann Roe, fondatrice de Kestrel, a levé 4 millions"
            if event.frame == "sell" and _is_person(event.payees[0]):
                return ""  # "Ann Roe sold Kestrel to Nordwind": the company counts as paid.
            if _is_place(event.payees[0], claim, asked) or _named_longer(event.payees[0], asked):
                return ""
            if _is_nobody(event.payees[0], claim, asked):
                return ""
            region = found[1].region if found is not None else span
            near = asked.names.ids_in(text, *region)
            if payee in near and not _within(event.payees[0].start, region):
                return ""  # "Bought Halden, for 9 million, and Kestrel, for 14"
            thing = asked.names.ids_in(text, event.end, event.payees[0].start)
            if event.frame in {"buy", "take"} and payee in thing:
                return ""  # "Va acquérir Kestrel auprès du fonds Brava": what is bought.
            return msg(
                "it goes to {name}: “{words}”",
                name=event.payees[0].name,
                words=text[event.start : event.end],
            )
        roles = [
            role
            for role in roles
            if not (_is_nobody(role, claim, asked) or _is_head_of(role, payee, claim, asked))
        ]
        if isinstance(record, Deal) and is_apposed_subject(claim, [event], asked):
            continue  # "L'assureur de Brava, Kestrel, a indemnisé la ville"
        if payee and _acts_for(payee, claim, asked):
            roles = [role for role in roles if role not in event.payees]
        if roles:
            others = msg(
                "the deal of {name}: “{words}”",
                name=roles[0].name,
                words=text[event.start : event.end],
            )
    return others


def _asked_roles(event: Event, record: Record) -> Sequence[Role]:
    """The parties of an event in roles that a record names somebody for."""
    if not isinstance(record, Deal) or not (record.payer or record.payee):
        return (*event.payers, *event.payees, *event.parties)
    payers = event.payers if record.payer or not record.payee else ()
    payees = event.payees if record.payee or not record.payer else ()
    return (*payers, *payees, *event.parties)


def _is_person(role: Role) -> bool:
    """Whether a name is that of a person, as far as its given name tells."""
    words = role.name.split()
    return not role.party and len(words) > 1 and plain_word(words[0]) in GIVEN_NAMES


def _is_head_of(role: Role, party: str, claim: Claim, asked: Asked) -> bool:
    """Whether somebody is told behind his name as the head of a party: ", PDG de Kestrel,"."""
    sentence = claim.sentence
    at = sentence.number_at(role.end - 1) + 1
    if role.party or sentence.low[at : at + 1] != [","]:
        return False
    stop = next((n for n in range(at + 1, len(sentence.low)) if sentence.low[n] == ","), -1)
    if stop < 0 or stop - at > _HEAD_REACH or _HEADS.isdisjoint(sentence.low[at:stop]):
        return False
    told = sentence.words[at].end, sentence.words[stop].start
    return party in asked.names.ids_in(sentence.source, *told)


_HEAD_REACH = 12
"""Words of what somebody is: ", la jeune fondatrice et présidente de la société K,"."""
_HEADS = frozenset(
    """
    fondateur fondatrice cofondateur cofondatrice patron patronne pdg president presidente dirigeant
    dirigeante directeur directrice gerant gerante createur creatrice proprietaire founder
    co-founder boss chief head chairman chairwoman owner director ceo
    """.split()
)


def _is_place(role: Role, claim: Claim, asked: Asked) -> bool:
    """Whether a name behind that of a party only tells where it is: "the Circ yard, in Selby"."""
    text = claim.sentence.source
    before = _WHERE.search(text, claim.sentence.start, role.start)
    if before is None or role.party:
        return False
    ours = {asked.record.payee} if isinstance(asked.record, Deal) else set()
    return any(
        one.party in ours and 0 <= before.start() - one.end <= _PLACE_REACH
        for one in asked.names.find(text, claim.sentence.start, before.start())
    )


_WHERE = re.compile(r",\s(?:in|at|near|\xe0|en|au|pr\xe8s de)\s$")
_PLACE_REACH = 1
"""Code points between a party and the comma before its place: a closing quotation mark."""


def _acts_for(party: str, claim: Claim, asked: Asked) -> bool:
    """Whether somebody is paid for a party of theirs: "a obtenu 4 millions pour sa société, K"."""
    sentence = claim.sentence
    for one in asked.names.find(sentence.source, sentence.start, sentence.end):
        at = sentence.number_at(one.start)
        near = sentence.low[max(0, at - _ACTING_REACH) : at]
        for place, word in enumerate(near[:-1]):
            if one.party == party and word in {"for", "pour"} and near[place + 1] in _OWN:
                return True
    return False


_OWN = frozenset("sa son ses leur leurs her his their its".split())
_ACTING_REACH = 5
"""Words from "for" to the name of whom somebody acts for: "pour sa jeune société,"."""


def _is_nobody(role: Role, claim: Claim, asked: Asked) -> bool:
    """Whether a name that is of no party shows nobody else in a role.

    It tells where a thing is ("son usine de Golbey", ", à Metz,"), or a name of the record is in
    it, or a pronoun stands for it by its place alone.
    """
    if role.party:
        return False
    sentence, text = claim.sentence, claim.sentence.source
    ours = set(record_parties(asked.record))
    if ours & asked.names.ids_in(text, role.start, role.end):
        return True
    at = sentence.number_at(role.start)
    if sentence.low[at] in _PRONOUNS or plain_word(role.name) in NO_PARTIES:
        return True
    title = sentence.low[max(0, at - _TITLE_REACH) : at]
    if any(sign in _OPENING_QUOTES for sign in title) and ours & asked.names.ids_in(
        text, sentence.start, sentence.end
    ):
        return True  # The title of a work: "pour le film de Kestrel, « Les Salines »"
    link = at - 1
    while link > 0 and sentence.low[link] in _ARTICLES:
        link -= 1
    low = sentence.low
    if at and low[at - 1] in _SITES:
        return not _OWNING.isdisjoint(low)  # "La friche Brava, que détenait Kestrel"
    if link < 1 or low[link] not in _LOCATING:
        return False
    if low[link - 1] == ",":
        return low[link] in _BEFORE_PLACES
    site = next((one for one in range(link - 1, link - 1 - _SITE_REACH, -1)
                 if one > 0 and low[one] in _SITES), 0)  # fmt: skip
    if not site:
        return False
    payee = asked.record.payee if isinstance(asked.record, Deal) else ""
    named = payee in asked.names.ids_in(text, sentence.start, sentence.end)
    return named or low[site - 1] in _OWN  # "L'usine de Brava" may be that of a company.


_TITLE_REACH = 2
"""Words from a quotation mark to the name in a title: "« Les Salines »"."""
_OPENING_QUOTES = frozenset('\xab\u201c"')
_PRONOUNS = frozenset("lui leur nous vous me te it them us him her you we".split())
_ARTICLES = frozenset({"la", "le", "l'", "les", "the"})
_LOCATING = frozenset("de d' du des \xe0 au aux en in at near of".split())
_BEFORE_PLACES = frozenset("\xe0 au aux en in at near".split())
_SITE_REACH = 2
"""Words from a site to what tells where it is: "son usine historique de Golbey"."""
_OWNING = frozenset(
    """
    detenait detient detenu detenue appartenait appartient appartenant possedait propriete owned
    owns held belonged belonging
    """.split()
)
_SITES = frozenset(
    """
    usine usines site sites siege hotel auberge moulin port gare hopital clinique stade mairie
    pont barrage mine carriere centrale entrepot entrepots atelier ateliers magasin magasins centre
    echangeur aeroport theatre musee cinema chateau domaine ferme golf camping immeuble terrain
    friche chantier abattoir fonderie raffinerie scierie tannerie papeterie verrerie agence
    plateforme parc marina residence ecole college lycee caserne prison piscine patinoire
    plant plants factory mill mine quarry hotel harbour port station hospital clinic stadium
    warehouse warehouses depot yard works store stores centre center campus site sites farm resort
    smelter refinery terminal headquarters
    """.split()
)
"""What stands somewhere, so that "of" or "in" behind it tells where."""


def _named_longer(role: Role, asked: Asked) -> bool:
    """Whether a name is that of the payee with what it is before it: "la Maison Circ"."""
    if not isinstance(asked.record, Deal) or role.party:
        return False
    head, _, rest = role.name.partition(" ")
    return plain_word(head) in KINDS_OF_HOUSE and asked.record.payee in asked.names.ids_in(
        rest, 0, len(rest)
    )


def _strangers(claim: Claim, figure: FigureClaim, asked: Asked) -> list[str]:
    """Names beside a figure that are none of the record's parties."""
    text = claim.sentence.source
    own = asked.names.find(text, *figure.region)
    return [
        name
        for name in names_in(text, *figure.region, claim.sentence.start)
        if not any(_unowned(name) in text[one.start : one.end] for one in own)
        and name not in figure.mention.text
        and plain_word(name) not in PRONOUNS
        and not _NO_NAME.fullmatch(name)
        and not _tells(name, claim, figure)
    ]


_NO_NAME = re.compile(r".+-(?:based|born|listed|owned|bound|made|backed|led|style|area|wide)")
"""A place in an adjective: "the Munich-based company"."""


def _unowned(name: str) -> str:
    """A name without the ending by which it owns something: "Kestrel's"."""
    return name[:-2] if name.endswith(("'s", "\u2019s")) else name


def _tells(name: str, claim: Claim, figure: FigureClaim) -> bool:
    """Whether a name is that of who tells the news, or of a month: "…, Techdaily has learned"."""
    if plain_word(_unowned(name)).rstrip(".") in _MONTHS | _DAYS:
        return True
    words, telling = claim.sentence.words, reporting.REPORTING[claim.language]
    for number, word in enumerate(words):
        if word.start < figure.region[0] or claim.sentence.source[word.start : word.end] != name:
            continue
        behind = claim.sentence.low[number + 1 : number + 1 + _TELLING_REACH]
        first = number
        while first > 1 and claim.sentence.is_capital(first - 1):
            first -= 1  # "According to Companies House"
        before = claim.sentence.low[max(0, first - 2) : first]
        return (
            not telling.isdisjoint(behind)
            or before == ["according", "to"]
            or (not {"selon", "d'apres"}.isdisjoint(before))
        )
    return False


_TELLING_REACH = 3
"""Words from a name to the verb by which it tells something: "Techdaily has learned"."""
_MONTHS = frozenset(
    "jan feb mar apr may jun jul aug sep sept oct nov dec janv fevr avr juil".split()
)


_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_TOTALS = frozenset({"total", "totale", "altogether", "overall", "combined", "somme"})


def told_apart(mine: FigureClaim, other: FigureClaim, claim: Claim, asked: Asked) -> bool:
    """Whether words tell the figure of a record from another one: a role, a name, a date."""
    together = claim.figure(mine.mention) is not None
    if together and _is_of_subject(claim, mine, asked):
        return True
    if other.role is not None or (mine.role is not None and mine.role.what == "part"):
        return True
    if not FURTHER.isdisjoint(claim.sentence.low[other.word + 1 : other.word + 2]):
        return True  # "4 million now and 2 million more"
    if _is_contingent_on_top(claim, other) and not _is_contingent_on_top(claim, mine):
        return True  # "45 million at signing and up to 300 million in milestones"
    if _is_of_earlier_time(claim, other) and not _is_of_earlier_time(claim, mine):
        return True
    if _is_dated_in_front(claim, other) and not _is_dated_in_front(claim, mine):
        return True
    text = claim.sentence.source
    own, their = (asked.names.ids_in(text, *one.region) for one in (mine, other))
    if own - their and (_strangers(claim, other, asked) or their - own):
        return True
    if dated_alike(mine, claim, asked) and not dated_alike(other, claim, asked):
        return True
    if own and not their and _comes_from(claim, mine) and _comes_from(claim, other):
        return True  # "8 million from its owners and a 22 million loan from Kestrel"
    if asked.tranche is not None:
        return False
    if _is_of_another_subject(claim, mine, other):
        return True
    if _comes_on_top(claim, other) and not _comes_on_top(claim, mine):
        return True
    words = {word.low for word in claim.sentence.words if _within(word.start, mine.region)}
    rival = {word.low for word in claim.sentence.words if _within(word.start, other.region)}
    return bool(words & _TOTALS) and not rival & _TOTALS


def _is_contingent_on_top(claim: Claim, figure: FigureClaim) -> bool:
    """Whether a sum is what may be paid later: "in milestones", "de complément de prix"."""
    behind = claim.sentence.low[figure.word + 1 : figure.word + 1 + _FROM_REACH]
    near = behind[: behind.index(",")] if "," in behind else behind
    return not _CONTINGENT.isdisjoint(near)


_CONTINGENT = frozenset(
    """
    milestone milestones royalties earn-out earn-outs etape etapes jalon jalons complement
    complements bonus redevances
    """.split()
)
"""What is paid on top of a sum where something comes about."""


def _comes_from(claim: Claim, figure: FigureClaim) -> bool:
    """Whether it is told whom a sum comes from: "8 million from", "a 22 million loan from"."""
    low = claim.sentence.low[figure.word + 1 : figure.word + 1 + _FROM_REACH]
    near = low[: low.index(",")] if "," in low else low
    return not {"from", "by", "aupres", "par"}.isdisjoint(near)


_FROM_REACH = 4
"""Words behind a sum among which stands whom it comes from: "22 million in loans from"."""


def _is_of_earlier_time(claim: Claim, figure: FigureClaim) -> bool:
    """Whether a figure only dates what is told: "fourteen months after a Series A of 8 million"."""
    clause = claim.clauses.all[claim.clauses.of[figure.word]]
    return clause.kind in {"adverbial", "fronted"} and claim.sentence.low[clause.opened] in _EARLIER


def _is_dated_in_front(claim: Claim, figure: FigureClaim) -> bool:
    """Whether a participle in front tells a sum of a year: "Entrée au capital en 2018 pour 4 M"."""
    words, low = claim.sentence.words, claim.sentence.low
    comma = low.index(",") if "," in low else 0
    if not figure.word < comma:
        return False
    form = claim.sentence.source[words[0].start : words[0].end].lower()
    participle = form.endswith(("ed", "\xe9", "\xe9e", "\xe9s", "\xe9es")) or low[0] in _ENTERED
    return participle and any(
        word.mention is not None and _YEAR.search(word.mention.text)
        for word in words[:comma]
        if word.kind == "date"
    )


_ENTERED = frozenset("bought sold acquis acquise repris reprise vendu vendue".split())


def _ends(claim: Claim, clause: int) -> tuple[int, int]:
    """The first word of a clause and one past the last."""
    inside = [at for at, number in enumerate(claim.clauses.of) if number == clause]
    return inside[0], inside[-1] + 1


def _earlier_stranger(claim: Claim, figure: FigureClaim, asked: Asked) -> str:
    """Whose deal dates what is told, where its words name others and no party of the record."""
    sentence, number = claim.sentence, claim.clauses.of[figure.word]
    inside = [word for at, word in enumerate(sentence.words) if claim.clauses.of[at] == number]
    first, last = inside[0].start, inside[-1].end
    names = names_in(sentence.source, first, last, sentence.start)
    if asked.names.ids_in(sentence.source, first, last):
        return ""
    before = sentence.low[claim.clauses.all[number].opened : figure.word]
    if not (_RAISED_BIDS.isdisjoint(before) or names):
        return ""  # "Après avoir relevé son offre à 4 millions, Nordwind a emporté Kestrel"
    later = any(
        word.mention is not None and word.mention.kind == "money" and claim.clauses.of[at] != number
        for at, word in enumerate(sentence.words)
        if at > figure.word
    )
    if not names:
        words = sentence.printed(*_ends(claim, number)) if later else ""
        return msg("it is of a deal before: “{words}”", words=words) if words else ""
    return msg("it is told of {name}", name=names[0])


_RAISED_BIDS = frozenset(
    "releve relevee rehausse augmente ameliore raised sweetened bumped".split()
)
"""What is done to an offer by which the buyer got what it bought."""
_EARLIER = frozenset({"apres", "after", "following"})


def _is_of_another_subject(claim: Claim, mine: FigureClaim, other: FigureClaim) -> bool:
    """Whether "and" and a subject without a verb tell another sum: "…, et la région 3 millions"."""
    low, words = claim.sentence.low, claim.sentence.words
    between = range(mine.word + 1, other.word)
    joins = [at for at in between if low[at] in {"et", "and"} and at + 1 < other.word]
    if not joins or low[joins[-1] + 1] not in _ARTICLES:
        return False
    rest = range(joins[-1] + 2, other.word)
    return 0 < len(rest) <= _SUBJECT_REACH and all(
        words[at].kind == "word" and low[at] not in clause_words.PREPOSITIONS - _LOCATING
        and not claim.clauses.is_finite(at)
        for at in rest
    )  # fmt: skip


_SUBJECT_REACH = 3
"""Words of a subject whose verb is left out: "et la région 3 millions"."""


def _comes_on_top(claim: Claim, figure: FigureClaim) -> bool:
    """Whether a figure is told as one beside another: "a further 10 million", "10 M de plus"."""
    low, at = claim.sentence.low, figure.word
    behind = low[at + 1 : at + 3]
    return not _ON_TOP.isdisjoint(low[max(0, at - _TWO) : at]) or (
        behind == ["de", "plus"] or not _ON_TOP_BEHIND.isdisjoint(behind[:1])
    )


_TWO = 2
_ON_TOP = frozenset({"further", "another", "additional", "extra", "autres", "plus"})
_ON_TOP_BEHIND = frozenset({"supplementaires", "additionnels", "more"})


def _within(place: int, region: tuple[int, int]) -> bool:
    return region[0] <= place < region[1]


def dated_alike(figure: FigureClaim, claim: Claim, asked: Asked) -> bool:
    """Whether a date beside a figure is one of the record's."""
    dates = [
        word.mention.date
        for word in claim.sentence.words
        if word.kind == "date" and word.mention is not None and _within(word.start, figure.region)
    ]
    return any(told is not None and any(told.meets(own) for own in asked.dates) for told in dates)
