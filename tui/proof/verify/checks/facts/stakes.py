"""Who holds a share that a sentence tells, as far as its words show it.

"Nordwind owns 12 percent of Halden", "Nordwind's 12 percent stake in Halden", "12 percent of
Halden belongs to Nordwind", "we have 12 percent of Halden", said by the head of Nordwind. The name
behind the share is the company that it is a share of. Each reading takes time with the words of
one sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from tui.language import clause_words, fact_turns
from tui.language.clause_words import OF
from tui.language.clauses.event_nouns import COMPANY_NOUNS
from tui.language.role_words import OTHERS
from tui.language.speaking import WE
from tui.model.messages import msg
from tui.proof.claim.speakers import speakers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.proof.claim.claim import Claim, FigureClaim
    from tui.proof.verify.checks.asked import Asked

Holding: TypeAlias = Literal["ours", "others", "untold"]
_POSSESSIVE = frozenset({"'s", "\u2019s", "'", "\u2019"})
_ASIDE = OF | frozenset({"by", "par", "with", "avec", "than", "que", "to", "at", "in", "dans"})
"""Before a name these make it no subject: "the founder of Kestrel owns"."""
_BEHIND_REACH = 12
"""Words from a share to the verb of belonging, and from there to the name."""
_POSSESSED_REACH = 6
"""Words of a noun phrase with a share: "Kestrel's direct 30 percent voting stake"."""


class _Run(NamedTuple):
    """A name in a sentence: its words, and whether it is of a party of the record."""

    first: int
    last: int
    mine: bool


def holding(claim: Claim, figure: FigureClaim, names: Mapping[int, bool], asked: Asked) -> Holding:
    """Whose a share is.

    Args:
        claim: The sentence.
        figure: The share.
        names: The words of names, by number, and whether each is of a party of the record.
        asked: The field, the value of a stake that has a holder.
    """
    runs = _runs(claim, names)
    if _of_unnamed(claim, figure, runs):
        return "others"
    for told in (
        _each(claim, figure, runs),
        _respectively(claim, figure, runs),
        _listed(claim, figure, runs),
        _possessed(claim, figure, runs),
        _belonging(claim, figure, runs),
        _spoken(claim, figure, asked),
        _absolute(claim, figure, runs),
        _held(claim, figure, runs),
        _apposed(claim, figure, runs),
        _with_it(claim, figure, runs),
        _as_shareholder(claim, figure, runs),
    ):
        if told != "untold":
            return told
    return "untold"


def is_of_goods(claim: Claim, figure: FigureClaim) -> bool:
    """Whether a share is of something else than a company: "12 percent of Halden's output"."""
    low, at = claim.sentence.low, figure.word + 1
    belongs = not fact_turns.BELONGING.isdisjoint(low[max(0, at - _POSSESSED_REACH) : at])
    if low[at : at + 1] in (["\u00e0"], ["a"]) and claim.language == "fr" and not belongs:
        return at + 1 < len(low) and claim.sentence.is_capital(at + 1)
    if at >= len(low) or low[at] not in OF:
        return False
    at += 1
    while at < len(low) and low[at] in clause_words.DETERMINERS - OF:
        at += 1
    if at >= len(low) or claim.sentence.words[at].kind != "word":
        return False
    if claim.sentence.is_capital(at):
        while at < len(low) and claim.sentence.is_capital(at):
            at += 1
        owned = low[at : at + 1] != [] and low[at] in _POSSESSIVE and low[at + 1 : at + 2] != []
        if owned and claim.sentence.is_capital(at + 1):
            return False  # "12 percent of Japan's Halden": of a company.
        return owned and low[at + 1] not in fact_turns.PAPERS | fact_turns.HELD_IN
    if low[at] in fact_turns.TRADE:
        return True
    if low[at] in fact_turns.PAPERS or low[at] in COMPANY_NOUNS[claim.language]:
        return False
    behind = low[at + 1 : at + 2]
    return (
        bool(behind) and behind[0] in OF and claim.sentence.is_capital(at + 2)
        if (at + 2 < len(low))
        else False
    )


def _runs(claim: Claim, names: Mapping[int, bool]) -> list[_Run]:
    found: list[_Run] = []
    for at in sorted(names):
        joined = found and all(
            claim.sentence.low[one] in {"-", "&", *OF} for one in range(found[-1].last + 1, at)
        )
        if joined and found[-1].mine == names[at] and at - found[-1].last <= 1:
            found[-1] = found[-1]._replace(last=at)
        else:
            found.append(_Run(at, at, names[at]))
    return found


def _of(run: _Run) -> Holding:
    return "ours" if run.mine else "others"


def _of_unnamed(claim: Claim, figure: FigureClaim, runs: Sequence[_Run]) -> bool:
    """Whether a share is that of owners without a name: "… holds 12 percent and the state 25"."""
    low, first = claim.sentence.low, figure.word
    if not _EACH.isdisjoint(low[:first]):
        return False
    while first and not (
        low[first - 1] in _PARTING or claim.sentence.words[first - 1].kind == "figure"
    ):
        first -= 1
    if not first or not any(run.mine for run in runs):
        return False
    mine = {at for run in runs for at in range(run.first, run.last + 1)}
    common = any(
        low[at] in fact_turns.OWNERS_IN_COMMON and at not in mine
        for at in range(first, figure.word)
    )
    return common and not any(first <= run.first < figure.word for run in runs)


_PARTING = frozenset({",", ";", "and", "et", "with", "while", "tandis", "(", "but", "mais"})
"""What parts what somebody holds from what another does."""


def _each(claim: Claim, figure: FigureClaim, runs: Sequence[_Run]) -> Holding:
    """As in "Kestrel and the state each own half of Halden": who stands before has the share."""
    low, at = claim.sentence.low, figure.word
    each = next((one for one in range(at - 1, -1, -1) if low[one] in _EACH), -1)
    if each < 0 or any(word.kind == "figure" for word in claim.sentence.words[each:at]):
        return "untold"
    own = [run for run in runs if run.last < each]
    return "ours" if any(run.mine for run in own) else "untold"


_EACH = frozenset({"each", "chacun", "chacune"})


def _respectively(claim: Claim, figure: FigureClaim, runs: Sequence[_Run]) -> Holding:
    """As in "Kestrel and Halden own 60 and 40 percent respectively": each has its own in turn."""
    words = claim.sentence.words
    if {"respectively", "respectivement"}.isdisjoint(claim.sentence.known):
        return "untold"
    shares = [
        at
        for at, word in enumerate(words)
        if word.mention is not None and word.mention.kind == figure.mention.kind
    ]
    holders = [run for run in runs if run.last < shares[0]]
    place = shares.index(figure.word)
    return _of(holders[place]) if len(holders) == len(shares) else "untold"


def _listed(claim: Claim, figure: FigureClaim, runs: Sequence[_Run]) -> Holding:
    """As in "its shareholders are Kestrel, with 12 percent, and Halden (9 percent)"."""
    low, at = claim.sentence.low, figure.word
    if fact_turns.SHAREHOLDERS.isdisjoint(low):
        return "untold"
    before = at - 1
    while before > 0 and low[before] in {",", "(", "with", "avec", "\u00e0", "a", "at", "for"}:
        before -= 1
    run = next((one for one in runs if one.last == before and before < at - 1), None)
    if run is None or {",", "("}.isdisjoint(low[before + 1 : at]):
        return "untold"
    return "untold" if run.first and low[run.first - 1] in OF else _of(run)


def _possessed(claim: Claim, figure: FigureClaim, runs: Sequence[_Run]) -> Holding:
    """As in "Kestrel's 30 percent of", "la participation de 20 % de Kestrel dans"."""
    low, at = claim.sentence.low, figure.word
    for run in runs:
        last = run.last + (low[run.last + 1 : run.last + 2] in _KINDS)
        behind = low[last + 1 : last + 2]
        if run.last < at and behind and behind[0] in _POSSESSIVE:
            between = low[last + 2 : at]
            if len(between) <= _POSSESSED_REACH and not any(
                claim.clauses.is_finite(one)
                for one in range(last + 2, at)
                if low[one] not in _STANDING
            ):
                near = low[at + 1 : at + 1 + _POSSESSED_REACH]
                stakes = fact_turns.OF_STAKES
                if (stakes & {*between} or stakes & {*near}) and not OTHERS & {*between}:
                    return _of(run)
        if run.first > at + 1 and low[run.first - 1] in OF and _fills(claim, at, run.first - 1):
            inside = low[run.last + 1 : run.last + 2]
            if inside and inside[0] in {"dans", "in", "au", "chez"}:
                return _of(run)
    return "untold"


_KINDS = (["family"], ["group"], ["company"], ["fund"], ["bank"])
_STANDING = frozenset("stands stood is was amounts came comes remains".split())
"""Verbs between a stake and its figure: "Kestrel's stake stands at 34 percent"."""


def _fills(claim: Claim, figure: int, of: int) -> bool:
    """Whether between a share and "de" stands nothing but what it is a share of."""
    between = claim.sentence.low[figure + 1 : of]
    return all(word in fact_turns.PAPERS | clause_words.DETERMINERS for word in between)


def _belonging(claim: Claim, figure: FigureClaim, runs: Sequence[_Run]) -> Holding:
    """As in "12 percent of Halden is owned by Kestrel", "30 % appartiennent à Kestrel"."""
    low, at = claim.sentence.low, figure.word
    first = max(0, at - 3)
    for verb in range(first, min(len(low) - 1, at + _BEHIND_REACH)):
        if verb > at and low[verb] in fact_turns.RESTS and low[verb - 1] in {"the", "le", "les"}:
            break  # "12 percent of Halden, with the rest in the hands of Kestrel"
        if low[verb] in fact_turns.HELD:
            links = {"by", "par"}
        elif low[verb] in _SUBSIDIARIES and abs(verb - at) <= _TWO:
            links = {"of", "de", "d'", "du"}
        elif low[verb] in fact_turns.BELONGING:
            links = {"to", "\u00e0", "a", "au", "aux"}
        elif low[verb] in {"hands", "mains"} and verb > at:
            links = {"of", "de", "d'", "du"}
        else:
            continue
        for link in range(verb + 1, min(len(low), verb + _BEHIND_REACH)):
            if low[link] in links and link != at:
                run = next((one for one in runs if one.first > link), None)
                if run is not None and run.first - link <= _POSSESSED_REACH:
                    heads = {*low[link + 1 : run.first]}
                    return "untold" if heads & OTHERS and heads & OF else _of(run)
    return "untold"


_SUBSIDIARIES = frozenset({"subsidiary", "filiale"})
_TWO = 2
"""Words from a share to a subsidiary: "a 60 percent subsidiary of", "filiale à 60 % de"."""


def _spoken(claim: Claim, figure: FigureClaim, asked: Asked) -> Holding:
    """As in "We have 30 percent of Halden", said by the head of Kestrel."""
    low = claim.sentence.low
    for at in range(figure.word - 1, 0, -1):
        if claim.sentence.words[at].kind == "figure":
            break
        if low[at] in fact_turns.HOLDING and low[at - 1] in WE | {"now", "already", "still"}:
            if low[at - 1] not in WE and low[at - 2 : at - 1] != ["we"]:
                break
            record = asked.record
            told = speakers(claim, asked.names)
            return "ours" if getattr(record, "holder", "") in told else "others"
    return "untold"


def _apposed(claim: Claim, figure: FigureClaim, runs: Sequence[_Run]) -> Holding:
    """As in "Kestrel, with 14 percent of Halden, is its second shareholder"."""
    low, at = claim.sentence.low, figure.word
    first = at - 1
    while first > 0 and low[first] in clause_words.DETERMINERS - OF:
        first -= 1
    if first < len((",", "name")) or low[first] not in {"with", "avec"} or low[first - 1] != ",":
        return "untold"
    run = next((one for one in runs if one.last == first - 2), None)
    if run is None or not run.mine or (run.first and low[run.first - 1] in _ASIDE):
        return (
            "untold"  # "Kestrel is the first shareholder of Halden, with 14 percent": not Halden.
        )
    return "ours"


def _held(claim: Claim, figure: FigureClaim, runs: Sequence[_Run]) -> Holding:
    """As in "Kestrel owns 12 percent", "Kestrel, which owns", "dont Kestrel d\u00e9tient"."""
    sentence, clauses = claim.sentence, claim.clauses
    low = sentence.low
    around = set(clauses.around(figure.word))
    verb = next(
        (
            at
            for at in range(figure.word - 1, -1, -1)
            if low[at] in fact_turns.HOLDING and clauses.of[at] in around
        ),
        -1,
    )
    if verb < 0 or any(sentence.words[at].kind == "figure" for at in range(verb + 1, figure.word)):
        return "untold"
    clause = clauses.all[clauses.of[verb]]
    inside = [one for one in runs if clauses.of[one.first] == clauses.of[verb]]
    subject = _subject(claim, [one for one in inside if one.last < verb], verb)
    if subject is None and clause.kind in {"relative", "aside-relative"}:
        if low[clause.opened] not in {"which", "who", "that", "qui"}:
            return "untold"
        before = clause.opened - 1
        before -= low[before] == ","
        subject = next((one for one in runs if one.last == before), None)
    if subject is None and _is_common(claim, verb):
        return "others" if any(one.mine and one.first > figure.word for one in runs) else "untold"
    return "untold" if subject is None else _of(subject)


def _is_common(claim: Claim, verb: int) -> bool:
    """Whether those who hold a share are told by no name: "Les salariés possèdent"."""
    clauses = claim.clauses
    own = [at for at in range(verb) if clauses.of[at] == clauses.of[verb]]
    return not fact_turns.OWNERS_IN_COMMON.isdisjoint(claim.sentence.low[at] for at in own)


def _subject(claim: Claim, runs: Sequence[_Run], verb: int) -> _Run | None:
    """The name before a verb that is its subject."""
    low = claim.sentence.low
    for run in reversed(runs):
        first = run.first
        while first and low[first - 1] in clause_words.DETERMINERS - OF:
            first -= 1
        if first and low[first - 1] in _ASIDE:
            if low[first - 1] in OF and not OTHERS.isdisjoint(low[max(0, first - 3) : first - 1]):
                before = [one for one in runs if one.last < first]
                if not before:
                    return None  # "The founder of Kestrel owns …".
            continue
        if low[run.last + 1 : run.last + 2] and low[run.last + 1] in _POSSESSIVE:
            return None
        return run
    return None


def _with_it(claim: Claim, figure: FigureClaim, runs: Sequence[_Run]) -> Holding:
    """As in "With 30 percent of Halden, Kestrel has a seat on its board"."""
    low = claim.sentence.low
    head = low[1] if low[:1] and not low[0][:1].isalpha() else low[0]
    if head not in {"with", "avec", *fact_turns.HAVING_IN_FRONT} or "," not in low[figure.word :]:
        return "untold"
    comma = low.index(",", figure.word)
    if low[comma + 1 : comma + 2] != [] and low[comma + 1] in clause_words.PRONOUNS:
        return "untold"  # "With 56 percent, it still controls Circ"
    run = next((one for one in runs if one.first > comma), None)
    if run is None or any(claim.clauses.is_finite(at) for at in range(comma, run.first)):
        return "untold"
    return _of(run)


def _absolute(claim: Claim, figure: FigureClaim, runs: Sequence[_Run]) -> Holding:
    """As in "Halden has the majority, Kestrel making do with 12 percent": behind a comma."""
    low = claim.sentence.low
    comma = next((at for at in range(figure.word - 1, 0, -1) if low[at] in {",", ";"}), -1)
    if comma < 0:
        return "untold"
    run = next((one for one in runs if comma < one.first < figure.word), None)
    if run is None or any(low[at] not in _BEFORE_NAME for at in range(comma + 1, run.first)):
        return "untold"
    behind = run.last + 1
    while behind < figure.word and low[behind] in {"se", "s'", "n'", "ne", "en"}:
        behind += 1
    verb = low[behind] if behind < figure.word else ""
    return _of(run) if verb.endswith(("ant", "ing")) else "untold"


_BEFORE_NAME = (clause_words.DETERMINERS - OF) | frozenset(
    "with avec fonds groupe banque societe famille fund group bank company family".split()
)


def _as_shareholder(claim: Claim, figure: FigureClaim, runs: Sequence[_Run]) -> Holding:
    """As in "Its first shareholder, with 12 percent, is Kestrel", "Actionnaire à 12 %, Kestrel"."""
    low, at = claim.sentence.low, figure.word
    noun = next((n for n in range(at - 1, -1, -1) if low[n] in _SHAREHOLDER), -1)
    comma = next((n for n in range(at + 1, len(low)) if low[n] == ","), -1)
    if noun < 0 or comma < 0 or low[at - 1] not in {"with", "avec", "\u00e0", "a", "at"}:
        return "untold"
    if any(claim.clauses.is_finite(n) for n in range(at)):
        return "untold"
    first = comma + 1 + (low[comma + 1 : comma + 2] != [] and low[comma + 1] in _IS)
    while first < len(low) and low[first] in _BEFORE_NAME:
        first += 1
    run = next((one for one in runs if one.first <= first <= one.last), None)
    if first < len(low) and low[first] in fact_turns.OWNERS_IN_COMMON and run is None:
        return "others"
    return _of(run) if run is not None else "untold"


_SHAREHOLDER = frozenset(
    "shareholder actionnaire owner proprietaire holder stakeholder investor investisseur".split()
)
_IS = frozenset("is are remains was est reste demeure etait".split())


def of_votes(claim: Claim, figure: FigureClaim) -> str:
    """The votes that a share is of, where the sentence sets them beside the capital."""
    low, at = claim.sentence.low, figure.word
    behind = low[at + 1 : at + 1 + _VOTES_REACH]
    votes = next((n for n, word in enumerate(behind, at + 1) if word in _VOTES), -1)
    if votes < 0 or not _CAPITAL.isdisjoint(low[at:votes]):
        return ""
    if _CAPITAL.isdisjoint(low) and "doubles" not in low:
        return ""
    return msg("another thing is told: “{words}”", words=claim.sentence.printed(at, votes + 1))


_VOTES = frozenset("votes voting vote voix".split())
_VOTES_REACH = 4
"""Words behind a share to the votes that it is of: "30 % des droits de vote"."""
_CAPITAL = frozenset("capital equity shares stock actions titres".split())
