"""Whose a figure of a fact is, where the words nearest to it name somebody.

"Halden, valued at 4 billion, is a rival of Kestrel": the subject, the name before the comma, the
one behind "of" and those who hold a share are told apart from the party of the record. Each reading
takes time with the words of one sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language import clause_words, fact_turns, presupposing, reporting
from tui.language.clauses.event_nouns import COMPANY_NOUNS
from tui.language.common_names import NO_PARTIES
from tui.language.plain_words import Phrases
from tui.model.messages import msg
from tui.model.records import Fact, record_parties
from tui.proof.extract.countries import country
from tui.proof.verify.checks.facts.changes import of_change
from tui.proof.verify.checks.facts.stakes import Holding, holding, is_of_goods

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.proof.claim.claim import Claim, FigureClaim
    from tui.proof.claim.parties import Naming
    from tui.proof.verify.checks.asked import Asked

_STOPS = frozenset(",;()\u2013\u2014:")
_THAT_OF: Phrases[str] = Phrases({"that of": fact_turns.THAT_OF})
_COMPLEMENT_REACH = 8
"""Words behind a share among which the company stands that it is a share of."""
_OF_REACH = 6
"""Words behind a figure to "that of", and from there to the name."""


def _names(claim: Claim, asked: Asked) -> Iterator[tuple[int, bool]]:
    """The words of names, by number, and whether each is of a party of the record."""
    own = asked.names.find(claim.sentence.source, claim.sentence.start, claim.sentence.end)
    for at, word in enumerate(claim.sentence.words):
        if word.kind != "word" or not claim.sentence.is_capital(at) or len(word.low) < 2:
            continue
        mine = any(one.start <= word.start < one.end for one in own)
        if word.low.endswith(_ADJECTIVES):
            continue  # "The Munich-based company" is named by no place.
        if _is_where(claim, at) or _is_nationality(claim, at):
            continue
        listed = word.low in _NO_NAMES
        opens = at == 0 or claim.sentence.words[at - 1].low in _OPENS
        if mine or not (listed or (opens and _is_plain(claim, at))):
            yield at, mine


_ADJECTIVES = ("-based", "-born", "-listed", "-owned", "-led", "-backed", "-style")
_NO_NAMES = (
    NO_PARTIES
    | clause_words.PRONOUNS
    | clause_words.DETERMINERS
    | (clause_words.PREPOSITIONS - {"on"})
    | presupposing.MEASURED_NOUNS
)


def _is_where(claim: Claim, at: int) -> bool:
    """Whether a capital tells where a company is: "the Northampton company"."""
    low = claim.sentence.low
    return (
        low[at - 1 : at] in (["the"], ["this"], ["a"])
        and low[at + 1 : at + 2] != []
        and (low[at + 1] in fact_turns.COMPANIES)
    )


def _is_nationality(claim: Claim, at: int) -> bool:
    """Whether a capital only tells where somebody is from: "the Tunisian oil exporter Circ"."""
    words = claim.sentence.words
    if at + 1 >= len(words) or words[at + 1].kind != "word":
        return False
    behind = words[at + 1].low
    noun = behind not in clause_words.PREPOSITIONS | clause_words.JOINING | {"'s"}
    written = claim.sentence.source[words[at].start : words[at].end].lower()
    return noun and not claim.clauses.is_finite(at + 1) and bool(country(written))


def _is_plain(claim: Claim, at: int) -> bool:
    """Whether a capital at the head of a sentence may be that of any word."""
    following = claim.sentence.words[at + 1 : at + 2]
    return not (following and claim.sentence.is_capital(at + 1)) and (
        following == [] or following[0].low not in {"'s", ","} | _OPENS_ABOUT
    )


_OPENS = frozenset('"\u00ab\u201c\u2018:')
_OPENS_ABOUT = frozenset(
    """
    itself himself herself lui-meme elle-meme employs lost earned posted reported emploie affiche
    possede detient vend
    """.split()
) | frozenset({"has", "had", "is", "was", "a", "est", "vaut", "makes", "made"})


def of_another(claim: Claim, figure: FigureClaim, record: Fact, asked: Asked) -> str:
    """Whose a figure is where the words nearest to it name somebody else.

    Where the sentence names no party of the record, who is meant by "the group" is not looked for:
    only another one that is its subject, or at whom it is so, has the figure.
    """
    if not record_parties(record):
        return ""
    names = dict(_names(claim, asked))
    if record.kind == "stake" and record.holder:
        told, whose = _held_by(claim, figure, record.holder, names, asked)
        if told == "others" or (told == "ours" and not record.party):
            return whose
    strangers = [at for at, mine in names.items() if not mine]
    if not strangers:
        return ""
    at = _of_joined(claim, figure, names)
    at = at if at >= 0 else _elsewhere(claim, figure, names)
    if at >= 0:
        return msg("it is that of another: “{words}”", words=_name(claim, at))
    if len(strangers) == len(names):
        at = _of_stranger(claim, figure, names, asked)
        return msg("it is that of another: “{words}”", words=_name(claim, at)) if at >= 0 else ""
    if record.kind == "price":
        at = figure.word + 2
        if at in strangers and claim.sentence.low[at - 1] in {"at", "chez", "au", "in"}:
            return msg("it is that of another: “{words}”", words=_name(claim, at))
    if record.kind == "valuation" and _values_object(claim, figure):
        return ""
    if record.kind != "stake":
        at = _subject(claim, figure, names)
    elif not record.holder and any(names[one] for one in names if one < figure.word):
        at = -1  # "Kestrel holds 12 percent of Halden" is told of Kestrel.
    else:
        at = _share_of(claim, figure, names)
        if at >= 0 and asked.names.may_be_short(claim.sentence.printed(at, at + 1)):
            at = -1  # "Half of the Circ gas field company, Circ LNG"
    if at < 0 and record.kind != "stake":
        # Whom a stake "belongs to" is its holder.
        at = _told_of(claim, figure, names)
        at = at if at >= 0 else _about_name_before(claim, figure, names)
    return msg("it is that of another: “{words}”", words=_name(claim, at)) if at >= 0 else ""


def of_unnamed(claim: Claim, figure: FigureClaim, record: Fact, asked: Asked) -> str:
    """The company without a name that a figure describes: "has bought a rival that lost 3 million".

    "Kestrel is a company of 640 people" and "Kestrel, a maker with 640 people" tell of Kestrel.

    Args:
        claim: The sentence.
        figure: The figure.
        record: The fact.
        asked: The field.
    """
    if record.kind in {"stake", "price", "market-share", "other"}:
        return ""
    low, source = claim.sentence.low, claim.sentence.source
    nouns = COMPANY_NOUNS[claim.language] | fact_turns.OTHER_COMPANIES
    for noun in range(figure.word - 1, max(0, figure.word - _DESCRIBED_REACH), -1):
        if claim.sentence.words[noun].kind == "figure" or low[noun] in {";", ":"}:
            break
        if low[noun] not in nouns:
            continue
        if claim.clauses.of[noun] not in claim.clauses.around(figure.word):
            break  # "Circ, whose founders met at a club, was valued at 4 million"
        article = next((at for at in range(noun - 1, max(-1, noun - 4), -1) if low[at] in _A), -1)
        start, end = claim.sentence.words[noun].end, figure.mention.start
        linked = low[noun + 1] in _DESCRIBING
        if article < 0 or not linked or low[article - 1 : article] in _PREDICATED:
            break
        own = asked.names.find(source, start, claim.sentence.end)
        apposed = article <= 1 and any(
            low[figure.word : one].count(",") for one in _numbers(claim, own)
        )
        within = any(one.start < end for one in own) and low[noun] not in fact_turns.OTHER_COMPANIES
        if apposed or within:
            break
        words = claim.sentence.printed(article, noun + 1)
        return msg("it is that of another: “{words}”", words=words)
    return ""


def _numbers(claim: Claim, names: Sequence[Naming]) -> list[int]:
    """The numbers of the first words of names."""
    return [claim.sentence.number_at(one.start) for one in names]


_A = frozenset({"a", "an", "un", "une", "another"})
_DESCRIBING = frozenset(
    "of with that which who qui dont de d' avec fort forte , employing worth valued making"
    " comptant realisant employant valorise valorisee evalue evaluee estime estimee pesant valant"
    " cote cotee".split()
)
_PREDICATED = (
    ["is"], ["was"], ["are"], ["est"], ["etait"], ["become"], ["became"], ["becomes"], ["devenu"],
    ["devenue"], ["devient"], ["into"], ["to"], ["as"], ["comme"], ["remains"], ["reste"], [","],
    ["("], ["already"], ["now"], ["en"], ["aujourd'hui"], ["still"], ["toujours"], ["desormais"],
)  # fmt: skip
"""Before "a company" these make it the party itself: "is a company of 640 people"."""
_DESCRIBED_REACH = 10
"""Words from a company to a figure that describes it: "a rival that lost close to"."""


def _values_object(claim: Claim, figure: FigureClaim) -> bool:
    """Whether something values "it" or "the company" at a sum, so that its subject does not count.

    "Whose sale of a sliver to Halden valued the team at 4 million", "qui le valorise 4 millions".
    """
    low = claim.sentence.low
    for at in range(figure.word - 1, max(0, figure.word - _VALUED_REACH), -1):
        if low[at] in _STOPS:
            return False
        if low[at].startswith(("valu", "valoris")):
            whom = low[at + 1 : figure.word]
            nouns = COMPANY_NOUNS[claim.language] | {"it", "team", "club", "whole", "them"}
            return low[at - 1] in {"le", "la", "l'", "les"} or not nouns.isdisjoint(whom)
    return False


_VALUED_REACH = 7


def _of_stranger(claim: Claim, figure: FigureClaim, names: dict[int, bool], asked: Asked) -> int:
    """The stranger whose figure it is in a sentence that names no party of a record; -1 for none.

    "Its bigger rival Halden lost 4 million", "At Brava it is 5 euros". Who says something is no
    subject of it, and a name with which that of a party begins may be short for it.
    """
    low, of = claim.sentence.low, claim.clauses.of
    for at in names:
        article = low[at - 1 : at] in (["the"], ["la"], ["le"])
        if (
            at < figure.word
            and (
                low[at - 1 : at] in _AT_SOMEBODY
                or (article and low[at - 2 : at - 1] in _AT_SOMEBODY)
            )
            and low[at - 2 : at - 1] != ["than"]
        ):
            return at
    at = _subject(claim, figure, names)
    if at < 0:
        at = _apposed_parent(claim, figure, names)
        if at >= 0:
            return at
        at = _about_name_before(claim, figure, names)
        if at >= 0 and low[at + 2 : at + 3] in _ITSELF:
            return at
        at = -1
    if at < 0 or of[at] != of[figure.word]:
        return -1
    said = any(
        low[number] in reporting.REPORTING[claim.language] for number in range(at, figure.word)
    )
    parent = not _PARENTS.isdisjoint(low[max(0, at - _PARENT_REACH) : at])
    word = claim.sentence.words[at]
    short = asked.names.may_be_short(claim.sentence.source[word.start : word.end])
    return -1 if said or (short and not parent) else at


def _elsewhere(claim: Claim, figure: FigureClaim, names: dict[int, bool]) -> int:
    """The stranger at whom a statement begins: "…; at the Palace, it is 12 euros"; -1 for none."""
    low = claim.sentence.low
    first = figure.word
    while first and low[first - 1] not in {";", ":", "\u2013", "\u2014"}:
        first -= 1
    if any(names[at] for at in names if first <= at < figure.word):
        return -1
    begins = first + (low[first] in _OPENS)
    at = begins
    while at < figure.word and (low[at] in _ATS or low[at] in clause_words.DETERMINERS):
        at += 1
    placed = any(word in _ATS for word in low[begins:at])
    return at if placed and at in names and "," in low[at : figure.word] and first else -1


_ATS = frozenset("at in chez au aux dans".split())


def _of_joined(claim: Claim, figure: FigureClaim, names: dict[int, bool]) -> int:
    """The stranger that a figure is joined to: "smaller than Halden and its 4 million of sales"."""
    low, at = claim.sentence.low, figure.word - 1
    while at > 0 and low[at] not in _ITS and claim.sentence.words[at].kind == "word":
        if figure.word - at > 2:
            return -1
        at -= 1
    owner = at - 2
    if owner > 0 and low[owner] == ",":
        owner -= 1  # "Unlike Halden, with its 4 million of sales, Circ …"
    if owner < 0 or low[at] not in _ITS or low[at - 1] not in {"and", "et", "with", "avec"}:
        return -1
    first = owner
    while first > 0 and claim.sentence.is_capital(first - 1):
        first -= 1
    run = [one for one in range(first, owner + 1) if one in names]
    return first if run and not any(names[one] for one in run) else -1


_ITS = frozenset("its their his her ses leurs son sa leur".split())


def _apposed_parent(claim: Claim, figure: FigureClaim, names: dict[int, bool]) -> int:
    """The parent that a figure is told of by its name between commas; -1 where none is.

    "La maison mère, Halden, a gagné 4 millions": not what its subsidiary made.
    """
    low = claim.sentence.low
    verb = figure.word
    while verb and low[verb - 1] not in _STOPS:
        verb -= 1
    last = verb - 2
    if last < 1 or low[verb - 1] != ",":
        return -1
    first = last
    while first and low[first - 1] not in _STOPS:
        first -= 1
    if not first or low[first - 1] != "," or any(one not in names for one in range(first, last)):
        return -1
    parent = not _PARENTS.isdisjoint(low[max(0, first - 1 - _PARENT_REACH) : first - 1])
    return first if parent and last in names else -1


_ITSELF = (["itself"], ["themselves"], ["lui-meme"], ["elle-meme"])
_AT_SOMEBODY = (["at"], ["chez"], ["au"], ["dans"])
_PARENTS = frozenset(
    "parent owner mother holding mere maison-mere proprietaire actionnaire".split()
)
_PARENT_REACH = 4
"""Words before a name among which it is called the parent of another: "Parent company Halden"."""


def _held_by(
    claim: Claim, figure: FigureClaim, holder: str, names: dict[int, bool], asked: Asked
) -> tuple[Holding, str]:
    """Whether words tell a share as the holder's, and if not, whose it is in their place."""
    sentence = claim.sentence
    own = {
        sentence.number_at(one.start): sentence.number_at(one.end - 1)
        for one in asked.names.find(sentence.source, sentence.start, sentence.end)
        if one.party == holder
    }
    mine = {at for first, last in own.items() for at in range(first, last + 1)}
    told = holding(claim, figure, {at: at in mine for at in {*names, *mine}}, asked)
    if not mine and told != "ours":
        strangers = list(names)
        short = any(asked.names.may_be_short(sentence.printed(at, at + 1)) for at in strangers)
        if told == "others" and strangers and not short:
            return "others", msg(
                "it is that of another: “{words}”", words=_name(claim, strangers[0])
            )
        return "untold", ""
    if told == "ours" and not is_of_goods(claim, figure):
        return "ours", ""
    if told == "others" or (mine and is_of_goods(claim, figure)):
        stranger = next((at for at in names if at not in mine), figure.word)
        return "others", msg("it is that of another: “{words}”", words=_name(claim, stranger))
    behind = _share_of(claim, figure, dict.fromkeys(mine, False))
    if behind in mine:
        return "others", msg("it is a share of it: “{words}”", words=_name(claim, behind))
    return "untold", ""


def is_holders(claim: Claim, figure: FigureClaim, asked: Asked) -> bool:
    """Whether words show that a share is that of the holder of a record.

    Args:
        claim: The sentence.
        figure: The share.
        asked: The field.
    """
    record = asked.record
    if not isinstance(record, Fact) or record.kind != "stake" or not record.holder:
        return False
    return _held_by(claim, figure, record.holder, dict(_names(claim, asked)), asked)[0] == "ours"


def held_by_others(claim: Claim, figure: FigureClaim, record: Fact, asked: Asked) -> bool:
    """Whether a share is another's than the holder's, or one that was sold.

    Args:
        claim: The sentence.
        figure: A share that is not the recorded one.
        record: The stake.
        asked: The field.
    """
    low, at = claim.sentence.low, figure.word
    first = claim.sentence.number_at(figure.region[0])
    stretch = low[first:at]
    if low[at - 1 : at] and low[at - 1] in fact_turns.RESTS:
        return True
    if not _VOTES.isdisjoint(low[at + 1 : at + 1 + _VOTES_REACH]):
        return True
    if not fact_turns.BEHIND_OTHERS.isdisjoint(stretch):
        return True
    if of_change(claim, figure, record) or not fact_turns.UNTIL_THEN.isdisjoint(stretch):
        return True
    if any(_SOLD.at(low, one) is not None for one in range(first, at)):
        return True
    if not record.holder:
        return False
    behind = low[at + 1 : at + 1 + _HELD_REACH]
    held = any(word in fact_turns.HELD for word in behind) and {"by", "par"} & {*behind}
    if held and not fact_turns.OWNERS_IN_COMMON.isdisjoint(behind):
        return True
    told, _ = _held_by(claim, figure, record.holder, dict(_names(claim, asked)), asked)
    common = not fact_turns.OWNERS_IN_COMMON.isdisjoint(stretch)
    having = any(word in fact_turns.HOLDING or word.endswith(("ant", "ing")) for word in stretch)
    return told == "others" or (common and having)


_HELD_REACH = 8
"""Words behind a share to those by whom it is held: "of Circ is held by its founders"."""
_VOTES = frozenset({"votes", "voting", "vote"})
_VOTES_REACH = 4
"""Words behind a share to the votes that it is a share of: "30 % des droits de vote"."""
_SOLD: Phrases[str] = Phrases({"sold": fact_turns.OTHER_THINGS["stake"]})


def _name(claim: Claim, at: int) -> str:
    last = at + 1
    while last < len(claim.sentence.words) and claim.sentence.is_capital(last):
        last += 1
    return claim.sentence.printed(at, last)


def _share_of(claim: Claim, figure: FigureClaim, names: dict[int, bool]) -> int:
    """The stranger whom a share right before is of: "34 percent of Halden Mills"; -1 for none."""
    low = claim.sentence.low
    for at in range(figure.word + 1, min(len(low), figure.word + 1 + _COMPLEMENT_REACH)):
        if at in names:
            return -1 if names[at] else at
        if low[at] in _IS and low[at + 1 : at + 2] in (["in"], ["dans"], ["chez"]):
            continue  # "Its 60 percent is in Halden": not in Brava.
        if low[at] not in fact_turns.HELD_IN:
            return -1 if at == figure.word + 1 else _behind_common(claim, at, names)
    return -1


_IS = frozenset("is are est sont".split())


def _behind_common(claim: Claim, at: int, names: dict[int, bool]) -> int:
    """The stranger in apposition to a common noun: "34 percent of the brewer Halden"."""
    if at + 1 in names and not names[at + 1]:
        return at + 1
    return -1


def _told_of(claim: Claim, figure: FigureClaim, names: dict[int, bool]) -> int:
    """The stranger that a figure is said to be that of: "sont ceux du groupe Halden"."""
    low = claim.sentence.low
    for at in range(figure.word + 1, min(len(low), figure.word + 1 + 2 * _OF_REACH)):
        phrase = _THAT_OF.at(low, at)
        if phrase is None or "," in low[figure.word : at]:
            continue  # "Halden, whose capacity is 45 megawatts, belongs to Circ"
        for number in range(at + phrase[0], min(len(low), at + phrase[0] + _OF_REACH)):
            if number in names:
                return -1 if names[number] else number
            if low[number] in _STOPS:
                break
    return -1


def _subject(claim: Claim, figure: FigureClaim, names: dict[int, bool]) -> int:
    """The stranger alone named between the commas of a figure, before it; -1 where none is.

    "A pint of Halden lager costs 6 dollars, one more than at Kestrel."
    """
    low = claim.sentence.low
    first = last = figure.word
    while first and low[first - 1] not in _STOPS:
        first -= 1
    while last + 1 < len(low) and low[last + 1] not in _STOPS:
        last += 1
    inside = [at for at in names if first <= at <= last]
    before = [
        at
        for at in inside
        if at < figure.word and low[at - 1 : at] not in _AT_PLACES and not _on_route(low, at)
    ]  # "The plant in Ohio" is not Ohio's.
    if any(names[at] for at in inside) or not before:
        return -1
    told = range(before[0], figure.word)
    if not any(claim.clauses.is_finite(at) or low[at] in _TELLING for at in told):
        return -1
    complement = claim.clauses.all[claim.clauses.of[figure.word]].kind == "complement"
    return -1 if complement or low[before[0] - 1 : before[0]] in (["by"], ["par"]) else before[0]


_AT_PLACES = (["in"], ["near"], ["between"], ["from"], ["entre"], ["vers"], ["depuis"])


def _on_route(low: list[str], at: int) -> bool:
    """Whether a name is the other end of a way: "between Ashby and Selby"."""
    before = low[max(0, at - _ROUTE_REACH) : at]
    return before[-1:] in (["and"], ["et"], ["to"]) and not {"between", "entre", "from"}.isdisjoint(
        before
    )


_ROUTE_REACH = 4


_TELLING = frozenset(
    "charges charge asks ask facture facturent demande propose"
    " costs sells makes earns loses takes turns has is coute vaut vend pese fait gagne perd realise"
    " affiche compte degage atteint".split()
)


def _ends(low: list[str], at: int) -> int:
    """One past the last word before the next comma."""
    while at < len(low) and low[at] not in _STOPS:
        at += 1
    return at


def _about_name_before(claim: Claim, figure: FigureClaim, names: dict[int, bool]) -> int:
    """The stranger before the comma behind which a figure is told of it: "Halden, worth 4 M"."""
    low = claim.sentence.low
    first = figure.word
    while first and low[first - 1] not in _STOPS:
        first -= 1
    ranks = fact_turns.RANKS | COMPANY_NOUNS[claim.language]
    named = low[first] in clause_words.DETERMINERS and low[first + 1] in ranks
    opens = low[first] in fact_turns.OF_NAME | fact_turns.RANKS or named or first == figure.word
    opens = opens or (low[first] in _A and first + 1 == figure.word)  # "Halden, a 45-megawatt farm"
    if first < 2 or not opens or low[first - 1] not in {",", "("}:
        return -1
    if any(first <= at < figure.word for at in names):
        return -1
    if any(names.get(at) for at in range(figure.word, _ends(low, figure.word))):
        return -1  # "…, qui garde 41 des 56 salariés de Kestrel"
    before = first - 2
    while before > 0 and before not in names and claim.sentence.is_capital(before):
        before -= 1  # "Halden Group (4 million in sales)"
    return before if before in names and not names[before] else -1
