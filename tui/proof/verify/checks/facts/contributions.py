"""Is a sum what some part brings a company, or a step of its sales, and not what it has in all?

"Spare parts alone brought Circ 4 million in revenue", "added 4 million in sales", "half of its
sales, 4 million, came from exports": each has the noun of a revenue, and none tells the revenue.
Each reading takes time with the words of one sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language import (
    clause_words,
    contribution_words,
    fact_turns,
    period_words,
    presupposing,
)
from tui.language.plain_words import Phrases
from tui.model.messages import msg
from tui.proof.extract.countries import country

if TYPE_CHECKING:
    from tui.model.records import Fact
    from tui.proof.claim.claim import Claim, FigureClaim
    from tui.proof.verify.checks.asked import Asked

_FLOWS = frozenset({"revenue", "profit", "loss"})
_MAKING_UP: Phrases[str] = Phrases({"part": contribution_words.MAKING_UP})
_PRONOUNS = frozenset("it them us lui leur nous".split())
_STOPS = frozenset(",;()\u2013\u2014:")
_BROUGHT_REACH = 8
"""Words from a verb of bringing over the company to its sum: "brought crane builder Circ 4"."""
_STEP_REACH = 4
"""Words from a sum to the noun of measure behind it: "4 million in annual sales"."""
_SHARE_REACH = 7
"""Words from a sum to the whole that it is a share of: "or a good quarter of its workforce"."""


def contributed(claim: Claim, figure: FigureClaim, record: Fact, asked: Asked) -> str:
    """The words by which a figure is a part of what a fact records, or a step of it.

    Args:
        claim: The sentence.
        figure: The figure.
        record: The fact.
        asked: The field, the value of a fact.
    """
    if record.kind == "capacity":
        added = _stepped(claim, figure)
        words = claim.sentence.printed(*added) if added else ""
        return msg("a difference: “{words}”", words=words) if added else ""
    if record.kind not in _FLOWS | {"headcount"}:
        return ""
    found = _told_as_share(claim, figure, record) or _of_one_place(claim, figure, record)
    if not found and record.kind in _FLOWS:
        found = (
            _brought(claim, figure, asked)
            or _made_up(claim, figure, asked)
            or _stepped(claim, figure)
            or _fraction_of(claim, figure)
            or _handed_out(claim, figure)
            or _of_in_front(claim, figure)
            or _of_its_people(claim, figure, asked)
            or _of_subunit(claim, figure, asked)
        )
    if not found:
        return ""
    first, last = found
    return msg("it is that of a part: “{words}”", words=claim.sentence.printed(first, last))


def _is_measure(word: str) -> bool:
    return word in presupposing.MEASURED_NOUNS


def _brought(claim: Claim, figure: FigureClaim, asked: Asked) -> tuple[int, int] | None:
    """Something that brings a company a sum: "parts brought Circ 4 million", "rapporté à Circ"."""
    low, words, text = claim.sentence.low, claim.sentence.words, claim.sentence.source
    for at in range(figure.word - 2, max(-1, figure.word - _BROUGHT_REACH), -1):
        if words[at].kind == "figure" or low[at] in _STOPS:
            return None
        if low[at] not in contribution_words.BRINGING:
            continue
        inside = low[at + 1 : figure.word]
        named = asked.names.find(text, words[at].end, figure.mention.start)
        timed = at and (words[at - 1].kind in {"date", "number"} or _is_time(low[at - 1]))
        if timed or not _WHOLE.isdisjoint(low[figure.word :]):
            return None  # "Sales of bells brought Circ 4 million, its whole revenue."
        if named or not _PRONOUNS.isdisjoint(inside):
            return max(0, at - 1), at + 1
        return None
    return None


_WHOLE = frozenset("whole entire all entirety total tout toute totalite ensemble".split())


def _made_up(claim: Claim, figure: FigureClaim, asked: Asked) -> tuple[int, int] | None:
    """A part that makes up some of a whole: "accounted for 4 million of its sales"."""
    low, words = claim.sentence.low, claim.sentence.words
    for at in range(figure.word - 1, -1, -1):
        if words[at].kind == "figure" or claim.clauses.of[at] not in claim.clauses.around(
            figure.word
        ):
            return None
        phrase = _MAKING_UP.at(low, at)
        if phrase is not None and at + phrase[0] <= figure.word:
            own = asked.names.find(claim.sentence.source, claim.sentence.start, words[at].start)
            if any(words[at].start - one.end <= len(", ") for one in own):
                return None  # "Circ contributed 4 million to its parent's revenue"
            return at, at + phrase[0]
    return None


def _stepped(claim: Claim, figure: FigureClaim) -> tuple[int, int] | None:
    """A step of a measure: "added 4 million in sales", "4 million off its profit"."""
    low, at = claim.sentence.low, figure.word
    behind = low[at + 1 : at + 1 + _STEP_REACH]
    stop = next((n for n, word in enumerate(behind) if word in _STOPS | _AGAINST), len(behind))
    behind = behind[:stop]
    measure = next((n for n, word in enumerate(behind, at + 1) if _is_measure(word)), -1)
    if measure > 0 and behind[0] in contribution_words.TAKING_OFF - {"from", "du", "aux"}:
        return at, measure + 1
    first = at - 1
    while first > 0 and low[first] in _PLAIN:
        first -= 1
    verb = first if first >= 0 else 0
    if measure > 0 and low[verb] in contribution_words.STEPPING:
        return verb, measure + 1
    # "Lost revenue of 4 million"
    of = first > 1 and low[at - 1] in {"of", "de"} and _is_measure(low[first])
    if of and low[first - 1] in contribution_words.STEPPING and low[first] in fact_turns.SALES:
        return first - 1, first + 1
    if measure < 0:
        return None
    for number in range(at - 1, max(-1, at - _BROUGHT_REACH), -1):
        if claim.sentence.words[number].kind in {"sign", "figure"}:
            break
        if low[number] in contribution_words.COSTING:
            return number, number + 1  # "The strike cost Circ 4 million in profit"
    return None


_AGAINST = frozenset(
    "pour for on with avec against contre after apres and et malgre despite \u2020".split()
)
"""Behind a sum these set another measure beside it: "lost 4 million on sales of 60"."""
_PLAIN = frozenset(
    "a an about some around nearly almost of de environ quelque pres plus more".split()
)
"""Words between a verb and its sum."""


def _fraction_of(claim: Claim, figure: FigureClaim) -> tuple[int, int] | None:
    """A part of a measure in front of its sum: "half of its sales, 4 million, came from"."""
    low, at = claim.sentence.low, figure.word
    first = at - 1
    if low[at - 1 : at] == [] or low[first] not in _APPOSING:
        return None
    while first > 0 and low[first] in _APPOSING:
        first -= 1
    reach = range(first, max(-1, first - _WHOLE_REACH), -1)
    measure = next((n for n in reach if _is_measure(low[n])), -1)
    if measure < 1 or any(low[n] in _STOPS for n in range(measure, first)):
        return None
    for number in range(measure - 1, max(-1, measure - _STEP_REACH), -1):
        mention = claim.sentence.words[number].mention
        share = mention is not None and mention.kind in {"percent", "fraction"}
        if share or low[number] in contribution_words.FRACTIONS:
            return number, measure + 1
        if low[number] not in clause_words.DETERMINERS | {"of", "all", "annual", "total"}:
            return None
    return None


_WHOLE_REACH = 8
"""Words from a comma back to the measure before it: "half the revenue of the crane maker Circ"."""
_APPOSING = frozenset(", ( or soit about some environ quelque \u2013".split())
"""What stands between a part and its sum in apposition."""


def _told_as_share(claim: Claim, figure: FigureClaim, record: Fact) -> tuple[int, int] | None:
    """The share of a whole that a figure is: "480 people, or a quarter of its workforce"."""
    low, words, at = claim.sentence.low, claim.sentence.words, figure.word
    wholes = _WHOLES.get(record.kind, frozenset())
    for link in range(at + 1, min(len(low), at + _SHARE_REACH)):
        if words[link].kind == "figure" and not _is_share(claim, link):
            return None
        if low[link] not in {",", "(", "\u2013"}:
            continue
        share = False
        for number in range(link + 1, min(len(low), link + _SHARE_REACH)):
            if low[number] in _STOPS:
                break
            share = share or low[number] in contribution_words.FRACTIONS
            share = share or _is_share(claim, number)
            if share and low[number] in wholes and low[number - 1] in _OWN:
                return link + 1, number + 1
        return None
    return None


def _is_share(claim: Claim, at: int) -> bool:
    mention = claim.sentence.words[at].mention
    return mention is not None and mention.kind in {"percent", "fraction"}


_WHOLES: dict[str, frozenset[str]] = {
    "revenue": fact_turns.SALES | {"total", "ensemble"},
    "profit": frozenset("profit profits earnings benefice benefices resultat total".split()),
    "loss": frozenset("loss losses perte pertes deficit total".split()),
    "headcount": frozenset(
        "workforce staff headcount employees effectif effectifs personnel total".split()
    ),
}
"""The wholes that a figure of each kind may be a share of, and is then no whole itself."""
_OWN = frozenset("its their his her the ses son sa leurs leur la le les total of annual".split())


def _of_in_front(claim: Claim, figure: FigureClaim) -> tuple[int, int] | None:
    """A whole at the head, of which a sum is told: "Of its revenue, 4 million came from"."""
    low = claim.sentence.low
    if low[0] not in {"of", "sur", "de", "du", "des"} or "," not in low[: figure.word]:
        return None
    comma = low.index(",")
    inside = range(1, comma)
    if any(claim.sentence.words[n].kind == "figure" for n in inside):
        return None  # "Of sales of 60 million, 4 was left as profit"
    measure = any(_is_measure(low[n]) for n in inside)
    return (0, comma) if measure and figure.word - comma <= _STEP_REACH else None


def _of_its_people(claim: Claim, figure: FigureClaim, asked: Asked) -> tuple[int, int] | None:
    """Those around a company whose gain or loss is told: "Investors in Circ lost 4 million"."""
    low, words = claim.sentence.low, claim.sentence.words
    own = [at for at in claim.clauses.words_around(figure.word) if at < figure.word]
    for at in own:
        if words[at].kind == "figure" or claim.clauses.is_finite(at):
            return None
        if low[at] in contribution_words.PEOPLE and at + 2 < len(low):
            linked = low[at + 1] in {"in", "of", "at", "de", "d'", "du", "chez"}
            near = words[min(len(words) - 1, at + _NAME_REACH)].end
            text = claim.sentence.source
            if linked and asked.names.find(text, words[at].end, near):
                return at, at + 2
    return None


def _handed_out(claim: Claim, figure: FigureClaim) -> tuple[int, int] | None:
    """What was paid out of a profit: "paid its owners 4 million of profits"."""
    low, at = claim.sentence.low, figure.word
    first = at - 1
    while first > 0 and low[first] in _PLAIN:
        first -= 1
    behind = low[at + 1 : at + 1 + _STEP_REACH]
    out = low[first] in contribution_words.HANDING_OUT
    return (first, at) if out and any(map(_is_measure, behind)) else None


def _of_one_place(claim: Claim, figure: FigureClaim, record: Fact) -> tuple[int, int] | None:
    """The place or the thing for which alone a figure is told: "in Asia", "in Cork alone"."""
    low, words, at = claim.sentence.low, claim.sentence.words, figure.word
    around = claim.clauses.words_around(at)
    for number in around:
        if low[number] not in contribution_words.ALONE or not number:
            continue
        if any(word.kind == "figure" for word in words[min(at, number) + 1 : max(at, number)]):
            continue
        if words[number - 1].kind != "date" and not _is_time(low[number - 1]):
            return max(0, number - 2), number + 1
    if record.kind == "headcount":
        return None
    spots = [number for number in range(len(low) - 1) if _opens_place(claim, number, at)]
    for number in spots:
        name = number + 1
        if low[name] in clause_words.DETERMINERS:
            name += 1
        if name < len(low) and _is_region(claim, name):
            return number, name + 1
    return None


def _opens_place(claim: Claim, number: int, figure: int) -> bool:
    """Whether a preposition of place stands at the head of a sentence."""
    low = claim.sentence.low
    if low[number] not in {"in", "en", "au", "aux", "\u00e0", "a"}:
        return False
    return number == 0 and "," in low[:figure]


def _is_region(claim: Claim, at: int) -> bool:
    """Whether a word names a country or a part of the world."""
    word = claim.sentence.words[at]
    written = claim.sentence.source[word.start : word.end].lower()
    return word.low in contribution_words.REGIONS or (
        claim.sentence.is_capital(at) and bool(country(written))
    )


def _is_time(word: str) -> bool:
    return word in period_words.DAYS_OF_UNIT or word in _SEASONS


_SEASONS = frozenset(
    "season summer winter spring autumn saison ete hiver printemps automne".split()
)


def _of_subunit(claim: Claim, figure: FigureClaim, asked: Asked) -> tuple[int, int] | None:
    """The division that is the subject of a sum: "Chez Circ, la branche mode a réalisé"."""
    low, words = claim.sentence.low, claim.sentence.words
    for at in claim.clauses.words_around(figure.word):
        if at >= figure.word or not (
            low[at] in contribution_words.SUBUNITS or _is_business(claim, at)
        ):
            continue
        if any(word.kind == "figure" for word in words[at : figure.word]):
            continue
        opening = clause_words.DETERMINERS | {"'s", "'"}
        before = [n for n in range(max(0, at - 3), at) if low[n] in opening]
        if not before or low[before[0] - 1 : before[0]] in (["by"], ["par"], ["of"], ["de"]):
            continue
        near = words[min(len(words) - 1, at + _NAME_REACH)].end
        apposed = low[at + 1 : at + 2] not in (["of"], ["at"], ["de"], ["d'"], ["du"])
        if apposed and asked.names.find(claim.sentence.source, words[at].end, near):
            continue  # "The subsidiary, Circ, made 4 million"
        if before[0] > 1 and low[before[0] - 1] == ",":
            own = asked.names.find(claim.sentence.source, claim.sentence.start, words[at].start)
            beside = [one for one in own if words[before[0] - 1].start - one.end <= 1]
            first = claim.sentence.number_at(beside[-1].start) if beside else 0
            if beside and low[first - 1 : first] not in (["chez"], ["at"], ["dans"]):
                continue  # "Circ, the Dutch arm of Brava, made 4 million"
        return before[0], at + 1
    return None


def _is_business(claim: Claim, at: int) -> bool:
    """Whether a business is one of several of a company: "Circ's German business"."""
    low = claim.sentence.low
    if low[at] not in {"business", "businesses", "operations"} or at < _STEP_REACH - 1:
        return False
    adjective = low[at - 1] not in clause_words.DETERMINERS | {"'s", "'"}
    of = low[at + 1 : at + 2] in (["of"], ["at"]) and claim.sentence.is_capital(at + 2)
    return adjective and (of or not {"'s", "'"}.isdisjoint(low[at - 3 : at - 1]))


_NAME_REACH = 4
"""Words behind a division to its own name: "la filiale italienne, Circ"."""
