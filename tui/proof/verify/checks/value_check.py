"""Does a quote state the recorded value? Compared as statements, never by likeness.

A quote states a value when a figure of it is equal and the sentence around it was read and says so
of this record. Where something in the sentence may turn it, the answer is `unclear`, with the
words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, TypeAlias

import msgspec

from tui.language.common_names import KINDS_OF_HOUSE, PLACES
from tui.language.figures import currencies
from tui.language.figures import figure_roles as lists
from tui.language.figures.figure_roles import NAMED_SUMS
from tui.language.plain_words import plain_word
from tui.model.dates import Edtf
from tui.model.quantities import UNDISCLOSED, Quantity
from tui.model.records import Deal, Fact, record_parties
from tui.proof.claim.quote import names_in
from tui.proof.verify.checks.date_check import check_date
from tui.proof.verify.checks.doubts import cast, denied_above, denies, quoted, turned
from tui.proof.verify.checks.fact_check import other_than_fact
from tui.proof.verify.checks.sum_check import other_than_sum

if TYPE_CHECKING:
    from decimal import Decimal

    from tui.model.mentions import Mention
    from tui.model.proofs import ValueCheck
    from tui.model.records import Value
    from tui.proof.claim.claim import Claim, FigureClaim
    from tui.proof.claim.figures import Found
    from tui.proof.claim.quote import QuoteReading
    from tui.proof.events import Role
    from tui.proof.verify.checks.asked import Asked

Verdict: TypeAlias = tuple["ValueCheck", str]
_BoundKind: TypeAlias = Literal["exact", "maximum", "minimum", "more", "less", "range"]
_COUNTED = frozenset({"count", "measure"})
_SHARES = frozenset({"percent", "fraction"})
_BOUNDS = ("value", "minimum", "maximum", "exclusive_minimum", "exclusive_maximum")


def check_value(value: Value, reading: QuoteReading, asked: Asked) -> Verdict:
    """Compare a recorded quantity or date with what the sentence of a quote claims.

    - `states`: a figure of the quote says the same: equal numbers, equal kind of bound, equally
      approximate; the unit is equal or left out by the quote. And nothing in its sentence makes it
      another figure than the one asked for, or denies it, or doubts it beyond the record's status.
    - `unclear`: a figure of the quote is equal, and something in its sentence may turn it.
    - `denies`: a figure of the quote is equal, and its sentence says that it is not so.
    - `contradicts`: no figure of the quote is equal, and none can be true together with the value,
      or one has the same kind of bound and another number. A figure of another currency, or of
      things whose kind is not known ("25 millions de foyers" against 30 GW), contradicts nothing.
    - `otherwise`: the figures of the quote say less, more or something else, and may be true
      together with the value ("exactly 4 bn" against "up to 4 bn").
    - `silent`: the quote has no figure that could be compared, or only one of another kind.

    Shares are compared as such: "un quart" states 25 %. A date is stated by one that is equal or
    more precise.

    Args:
        value: The recorded quantity or date.
        reading: The quote in its sentences.
        asked: The field.

    Returns:
        The verdict, and why it is not `states`, in the user's words.
    """
    if isinstance(value, Edtf):
        return check_date(value, reading, asked)
    if isinstance(value, Quantity):
        return _check_quantity(value, reading, asked)
    return "silent", "a text is judged by its reader"


def _check_quantity(value: Quantity, reading: QuoteReading, asked: Asked) -> Verdict:
    if value.words == UNDISCLOSED:
        return _check_undisclosed(reading)
    figures = [one for one in reading.mentions if one.quantity and _comparable(value, one)]
    if not figures:
        return "silent", f"the quote has no figure to compare with {value}"
    told = [_told(mention, value, reading, asked) for mention in figures]
    doubt, denied = "", False
    for mention, (quantity, bounded, words) in zip(figures, told, strict=True):
        if same(value, bounded):
            doubt = _doubt(value, mention, reading, asked)
            if not doubt:
                return "states", ""
            denied = denied or denies(reading, mention, asked)
        elif same(value, quantity) and not doubt:
            doubt = words
    if doubt:
        return ("denies" if denied else "unclear"), doubt
    said = " and ".join(dict.fromkeys(str(bounded) for _, bounded, _ in told))
    detail = f"the quote says {said}, the record {value}"
    sums = [one for one in figures if not _cast(one, reading, asked)]
    if not sums or not all(_of_one_kind(value, mention) for mention in figures):
        return "silent", detail
    bounds = [one[1] for one, figure in zip(told, figures, strict=True) if figure in sums]
    if any(_bound_kind(value) == _bound_kind(one) != "range" for one in bounds):
        return "contradicts", detail
    if any(value.meets(one) is not False for one in bounds):
        return "otherwise", detail
    return "contradicts", detail


def _check_undisclosed(reading: QuoteReading) -> Verdict:
    sums = [one for one in reading.mentions if one.kind == "money"]
    if sums:
        return "contradicts", f"the record says undisclosed, the quote {sums[0].text}"
    return "judged", "that no figure is told is judged by the curator"


def _told(
    mention: Mention, value: Quantity, reading: QuoteReading, asked: Asked
) -> tuple[Quantity, Quantity, str]:
    """A figure in the unit of a value, the same as its sentence bounds it, and those words."""
    assert mention.quantity is not None
    quantity = _in_unit(mention.quantity, value.unit)
    if quantity.value is None or quantity.value not in _numbers(value):
        return quantity, quantity, ""  # No bound could make it the value.
    found = reading.figure(mention)
    if found is None or found[1].bound is None:
        return quantity, quantity, ""
    claim, figure = found
    assert figure.bound is not None
    if _is_estimate(claim, figure.bound, value, asked):
        return quantity, quantity, ""
    words = quoted("a bound", claim, figure.bound)
    return quantity, _bounded(quantity, figure.bound.what), words


def _is_estimate(claim: Claim, bound: Found, value: Quantity, asked: Asked) -> bool:
    """Whether "estimated at" blurs nothing: the size of a market is never more than an estimate."""
    return (
        bound.what == "about"
        and not value.approximate
        and isinstance(asked.record, Fact)
        and asked.record.kind == "market-size"
        and claim.sentence.low[bound.first].startswith(("estim", "evalu"))
    )


def _numbers(value: Quantity) -> tuple[Decimal | None, ...]:
    """The numbers that a quantity is told with."""
    return (
        value.value, value.minimum, value.maximum, value.exclusive_minimum,
        value.exclusive_maximum,
    )  # fmt: skip


def _bounded(quantity: Quantity, side: str) -> Quantity:
    """A plain figure with a bound that stands farther off; one that has a bound already is kept."""
    if quantity.value is None:
        return quantity
    if side == "about":
        return msgspec.structs.replace(quantity, approximate=True)
    return msgspec.structs.replace(quantity, value=None, **{side: quantity.value})


def _cast(mention: Mention, reading: QuoteReading, asked: Asked) -> str:
    found = reading.figure(mention)
    return cast(*found, asked) if found else ""


def _doubt(value: Quantity, mention: Mention, reading: QuoteReading, asked: Asked) -> str:
    """Why an equal figure may not say the value; empty where its sentence says it."""
    found = reading.figure(mention)
    if found is None:
        return "its sentence could not be read"
    claim, figure = found
    return (
        _other_dollars(mention, claim, value.unit)
        or reading.other_currency(value.currency)
        or _cut_number(mention, claim)
        or _alternative(mention, claim)
        or _own_part(claim, figure, asked)
        or other_than_sum(claim, figure, reading, asked)
        or other_than_fact(claim, figure, reading, asked)
        or turned(claim, figure.turns, asked)
        or _of_others(claim, figure, asked)
        or _possessed(claim, figure, asked)
        or _joint(claim, figure, asked)
        or _of_several(claim, figure, reading, asked)
        or _dated_otherwise(claim, figure, asked)
        or _of_other_event(mention, claim, reading, asked)
        or _beside_others(value, figure, reading, asked)
        or _denied(reading)
        or reading.corrected(mention.text)
        or denied_above(mention.text, reading, asked)
    )


_PREFIXED = re.compile(r"(?<![A-Za-z.])(?:([A-Z]{1,3})|([A-Z]{2,3}) )\$(?!\w*[A-Z]{2})")
_AMERICAN = frozenset({"US", "USD", "U", "M", "G", "K", "B", "T", "MM", "MD"})
"""Letters before a dollar sign that name no other country: of America, or of a scale."""


def _other_dollars(mention: Mention, claim: Claim, unit: str) -> str:
    """Whose dollars they are where letters beside the sign name another country: "HK $".

    A sign that the vocabulary reads as the recorded currency is none of another country.
    """
    if mention.quantity is None or mention.quantity.unit not in {"USD", ""}:
        return ""
    near = claim.sentence.source[max(0, mention.start - 4) : mention.end + 6]
    for match in _PREFIXED.finditer(near):
        letters = match[1] or match[2]
        if letters not in _AMERICAN and currencies.SIGNS.read(f"{letters}$", "") != unit:
            return f"other dollars: “{match[0]}”"
    return ""


def _cut_number(mention: Mention, claim: Claim) -> str:
    """Whether a figure may begin before a break: "1.⏎4 billion" is hardly 4 billion."""
    text = claim.sentence.source
    before = _HALF_NUMBER.search(text, max(0, mention.start - 8), mention.start)
    if before is None or not mention.text[:1].isdigit():
        return ""
    return f"the number may begin before it: “{text[before.start() : mention.end]}”"


_HALF_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}[.,]\s\Z")


def _alternative(mention: Mention, claim: Claim) -> str:
    """Another figure that is told in its place: "8 million, or 80", "48 billion – sorry, million"."""
    text, end = claim.sentence.source, claim.sentence.end
    behind = _OR_ELSE.match(text, mention.end, end) or _SLIP.match(text, mention.end, end)
    if behind is not None:
        return f"another figure in its place: “{behind[0].strip()}”"
    if claim.sentence.known & _SAYING_ELSE and (found := _DIFFERING.search(text, mention.end, end)):
        return f"another source gives another figure: “{found[0].strip()}”"
    return ""


_OR_ELSE = re.compile(
    r"[^.;:\d]{0,24},?\s(?:or|ou)\s(?:\w+\s)?\d[\d.,]*(?![\d.,]*\s?(?:%|percent|per cent|pour cent))"
    r"(?=\s*[,;.]|\s(?:or|ou)\b)"
)
_SLIP = re.compile(
    r"[^.;\d]{0,12}(?:pardon|sorry|make that|or rather|je veux dire|I mean|erratum)\b", re.IGNORECASE
)
_DIFFERING = re.compile(
    r"\b(?:another|others?|autre|autres|second|seconde)\b[^.;]{0,60}\d"
    r"|\d[^.;]{0,60}\b(?:another|others?|autre|autres|second|seconde)\b",
    re.IGNORECASE,
)
_SAYING_ELSE = frozenset(
    """
    sources source differ differs diverge divergent witnesses person people accounts versions
    """.split()
)


def doubt_of_operand(mention: Mention, reading: QuoteReading, asked: Asked) -> str:
    """Why a figure is none of a deal's, so that no formula of it may hold the figure."""
    found = reading.figure(mention)
    if found is None:
        return ""
    claim, figure = found
    return turned(claim, figure.turns, asked) or _of_other_event(mention, claim, reading, asked)


def _own_part(claim: Claim, figure: FigureClaim, asked: Asked) -> str:
    """Why a figure is another than the one asked for, unless its words tell that it is this one."""
    doubt = cast(claim, figure, asked)
    if doubt and figure.role is not None:
        if figure.role.what == "old" and _dated_alike(figure, claim, asked):
            return ""
        if figure.role.what == "part" and _part_named(claim, figure, asked):
            return ""
    return doubt


def _part_named(claim: Claim, figure: FigureClaim, asked: Asked) -> bool:
    """Whether a part is that of a party of the record: "5 billion, including 4 from Kestrel".

    A name before the words that tell of the part is that of the whole.
    """
    assert figure.role is not None
    words = claim.sentence.low[figure.role.first : figure.role.last]
    if not _PAID_IN_PARTS.isdisjoint(words):
        return False
    if figure.role.first > figure.word and not NAMED_SUMS.isdisjoint(words):
        return False  # "20 million of the loan to Circ": who is named has the whole.
    begins = claim.sentence.words[min(figure.word, figure.role.last)].start
    first, last = max(begins, figure.region[0]), figure.region[1]
    return bool(asked.names.find(claim.sentence.source, first, last))


_PAID_IN_PARTS = frozenset(
    {"instalment", "installment", "tranche", "acompte", "echeance", "payment"}
)
"""A part by itself, whoever is named behind it."""


def _denied(reading: QuoteReading) -> str:
    words = reading.denied_after()
    return f"the next sentence denies it: “{words}”" if words else ""


def _of_others(claim: Claim, figure: FigureClaim, asked: Asked) -> str:
    """Whose figure it is where words beside it name others, and another figure is the record's."""
    rivals = [
        other
        for other in claim.figures()
        if other.word != figure.word and other.mention.kind == figure.mention.kind
    ]
    if not rivals:
        return ""
    text = claim.sentence.source
    mine = asked.names.ids_in(text, *figure.region)
    strangers = _strangers(claim, figure, asked)
    if not strangers:
        return ""
    for other in rivals:
        if asked.names.ids_in(text, *other.region) - mine:
            return f"the figure beside “{strangers[0]}”, not beside the parties of the record"
    return ""


def _possessed(claim: Claim, figure: FigureClaim, asked: Asked) -> str:
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
        if match is None or not owner or asked.names.find(text, *match.span()):
            continue
        if pattern is _OWNED_AFTER and not _POINTED.search(
            text, claim.sentence.start, figure.mention.start
        ):
            continue
        if plain_word(owner) not in PLACES:
            return f"it is that of another: “{match[0].strip()}”"
    return ""


_OWNED_BEFORE = re.compile(
    r"(?P<who>[^\W\d_a-z\u00df-\u00ff][\w.-]+)(?: (?:family|group|company|fund))?"
    r"['\u2019]s\s(?:\w+\s)?$"
    r"|(?P<name>[^\W\d_a-z\u00df-\u00ff][\w.-]+) et (?:ses|leurs)\s$"
)
_OWNED_AFTER = re.compile(r"\s(?:de la |de |d['\u2019]|du )(?P<who>[^\W\d_a-z\u00df-\u00ff][\w-]+)")
_POINTED = re.compile(r"\b(?:les|des|aux|ses)\s$")


def _joint(claim: Claim, figure: FigureClaim, asked: Asked) -> str:
    """Who else a sum comes from or goes to: "from Castell and others"."""
    text = claim.sentence.source
    if isinstance(asked.record, Deal) and lists.EACH.isdisjoint(claim.sentence.low):
        whole = text[claim.sentence.start : claim.sentence.end]
        company = _WITH_OTHERS.search(whole)
        if company is not None and asked.record.payer and asked.names.find(whole):
            return f"others have their part in it: “{company[0].strip()}”"
    for naming in asked.names.find(text, *figure.region):
        match = _AND_OTHERS.match(text, naming.end)
        if match is not None:
            return f"others have their part in it: “{text[naming.start : match.end()]}”"
        among = _AMONG_BEFORE.search(text, max(0, naming.start - _AMONG_REACH), naming.start)
        if among is not None and figure.role is None and (
            among[0].lower() != "dont " or _ENDS_LIST.match(text, naming.end)
        ):
            return f"others have their part in it: “{text[among.start() : naming.end]}”"
    return ""


def _of_several(claim: Claim, figure: FigureClaim, reading: QuoteReading, asked: Asked) -> str:
    """With whom a total is told of that is not of the record alone: "buying A and B cost 85"."""
    if not isinstance(asked.record, Deal) or asked.tranche is not None:
        return ""
    joined = _SUM_INCLUDES.search(claim.text)
    if joined is not None and not asked.names.find(joined["who"]):
        return f"the part of another is in it: “{joined[0]}”"
    since = _cumulated(claim, figure)
    if since:
        return since
    told = claim.sentence.known & _ALTOGETHER or _IN_ALL.search(claim.text.lower())
    if not told:
        return _paid_together(figure, reading, asked)
    several = _SEVERAL.search(claim.text.lower())
    if several is not None:
        return f"a total of several: “{several[0]}”"
    text, sentence = claim.sentence.source, claim.sentence
    own = asked.names.find(text, sentence.start, sentence.end)
    for naming in own:
        for match in (
            _JOINED_BEFORE.search(text, sentence.start, naming.start),
            _JOINED_AFTER.match(text, naming.end, sentence.end),
        ):
            if match is None or plain_word(match["who"]) in PLACES:
                continue
            place = match.start("who")
            if not any(one.start <= place < one.end for one in own):
                return f"a total with another: “{match[0].strip()}”"
    return ""


def _paid_together(figure: FigureClaim, reading: QuoteReading, asked: Asked) -> str:
    """Who else a sum is paid for: "bought Kestrel and Halden for 85 million"."""
    record, mention = asked.record, figure.mention
    if not isinstance(record, Deal) or not record.payee:
        return ""
    for event in asked.directions.events(reading, alone=True):
        if event.frame != "buy" or len(event.figures) != 1:
            continue
        start, end = event.figures[0]
        paid = [role.party or role.name for role in event.payees]
        if not (start < mention.end and mention.start < end) or record.payee not in paid:
            continue
        for role in event.payees:
            if role.party not in record_parties(record) and plain_word(role.name) not in PLACES:
                return f"it is paid for {role.name} as well"
    return ""


_SEVERAL = re.compile(
    r"\b(?:both|two|three|four|deux|trois|quatre)\s(?:\w+\s)?"
    r"(?:purchases|deals|acquisitions|takeovers|buyouts|rachats|op\xe9rations|cessions|achats)\b"
)
def _cumulated(claim: Claim, figure: FigureClaim) -> str:
    """The time over which several sums came together: "Since 2019 … has put", "in five years"."""
    lowered = claim.text.lower()
    deals = _COUNTED_DEALS.search(lowered)
    if deals is not None:
        return f"a total of several: “{deals[0]}”"
    since = _SINCE.search(lowered)
    if since is not None and _PERFECT.search(lowered):
        return f"a total over some time: “{since[0]}”"
    return ""


_COUNTED_DEALS = re.compile(
    r"\b(?:(?:in|over|across|en|sur|par)\s(?:some\s|ses\s)?(?:\d+|two|three|four|five|six|seven|eight"
    r"|nine|ten|eleven|twelve|dozens?|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|quatorze"
    r"|quinze|vingt)\s(?:\w+\s)?(?:deals|rounds|transactions|operations|acquisitions|purchases"
    r"|investments|op\xe9rations|tours|lev\xe9es|rachats|investissements)"
    r"|on (?:acquisitions|takeovers|deals|start-ups|purchases)|en (?:acquisitions|rachats)"
    r"|dans des (?:rachats|acquisitions|start-up))\b"
)
_SINCE = re.compile(
    r"\b(?:since|depuis)\s(?:the\s|le\s|la\s|l['\u2019]\s?)?(?:\d{4}|its|then|sa cr\xe9ation|d\xe9but|early"
    r"|late|mid|lors|\w+ \d{4})\b"
)
_PERFECT = re.compile(
    r"\b(?:has|have|had|a|ont)\s(?:\w+\s){0,2}(?:\w+ed|put|spent|lent|sunk|given|mis|inject\xe9|investi"
    r"|vers\xe9|d\xe9pens\xe9|pr\xeat\xe9|lev\xe9|re\xe7u|apport\xe9|plac\xe9)\s"
    r"(?:a total of|in all|en tout|au total|altogether|un total de)"
)
_SUM_INCLUDES = re.compile(
    r"\b(?:sum|price|total|figure|somme|prix|montant|which|that|qui)\s(?:that\s|which\s|qui\s)?"
    r"(?:also\s|aussi\s)?(?:includes?|covers?|comprend|inclut|couvre)\s(?:aussi\s|also\s)?"
    r"(?P<who>[^\W\d_a-z\xdf-\xff][\w-]+)"
)
_ALTOGETHER = frozenset(
    {"altogether", "combined", "cumule", "cumules", "cumulee", "both", "ensemble", "jointly",
     "together", "cost", "costs", "coute", "coutent", "coutera",
     "came"}
)  # fmt: skip
_IN_ALL = re.compile(r"\b(?:in (?:total|all)|au total|en tout|a total of|un total de)\b")
_JOINED_BEFORE = re.compile(
    r"(?P<who>[^\W\d_a-z\u00df-\u00ff][\w-]+),?\s(?:and|et|puis|then)\s"
    r"(?:(?:le|la|the|de|from|in|into|dans|to|\xe0)\s){0,2}$"
)
_JOINED_AFTER = re.compile(
    r",?\s(?:and|et|puis|then)\s(?:(?:le|la|the|de|from|in|into|dans|to|\xe0)\s){0,2}"
    r"(?P<who>[^\W\d_a-z\u00df-\u00ff][\w-]+)"
)
_ENDS_LIST = re.compile(r"\s*(?:[.,;:)]|et\b|and\b|\Z)")
_WITH_OTHERS = re.compile(
    r"\b(?:group|consortium|syndicate|pool|club|groupe|attelage|investors|investisseurs)\s"
    r"(?:of\s\w+\s|de\s\w+\s)?(?:led|headed|men\xe9s?|emmen\xe9s?|conduits?)\s(?:by|par)\b"
    r"|\b(?:aux c\xf4t\xe9s d|alongside\s|together with\s|along with\s|in tandem with\s|avec l['\u2019]appui d)"
    r"|\b(?:also drew in|also attracted|a aussi attir\xe9|a \xe9galement attir\xe9|se partagent?"
    r"|shares? with|also took part|ont aussi particip\xe9|y ont aussi)\b"
    r"|\b(?:en t\xeate|among them|\xe0 leur t\xeate)\b",
    re.IGNORECASE,
)
_AMONG_REACH = 24
"""Code points before a name among which the words stand that make it one of several."""
_AMONG_BEFORE = re.compile(
    r"\b(?:dont|including|among them|y compris|parmi lesquels|such as|tels que|notamment"
    r"|\xe0 l['\u2019]image de)\s(?:le |la |l['\u2019]|the )?\Z",
    re.IGNORECASE,
)
_AND_OTHERS = re.compile(
    r",?\s(?:and|et)\s(?:\w+\s){0,1}(?:others?|d['\u2019]autres|autres|several|plusieurs)\b"
    r"|,?\s(?:among others|entre autres|notamment|among it|among them|included|compris(?:es|e)?)\b",
    re.IGNORECASE,
)


def _dated_otherwise(claim: Claim, figure: FigureClaim, asked: Asked) -> str:
    """When a total or a fact was so, where its words date it at another time than the record."""
    if isinstance(asked.record, Deal) or not asked.dates:
        return ""
    clause = claim.clauses.of[figure.word]
    for number, word in enumerate(claim.sentence.words):
        if word.kind != "date" or word.mention is None or word.mention.date is None:
            continue
        if claim.clauses.of[number] != clause or not _within(word.start, figure.region):
            continue
        if number > _FIRST_WORDS and abs(number - figure.word) > _DATE_REACH:
            continue
        told = word.mention.date
        if not any(told.meets(own) for own in asked.dates) or _begins_before(word.mention, asked):
            return f"it is dated otherwise: “{word.mention.text}”"
    return ""


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


def _of_other_event(mention: Mention, claim: Claim, reading: QuoteReading, asked: Asked) -> str:
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
    others = ""
    for event in asked.directions.events(reading, alone=True):
        if not any(start < mention.end and mention.start < end for start, end in event.figures):
            continue
        roles = (*event.payers, *event.payees, *event.parties)
        if any(role.party in ours for role in roles):
            paid = {role.party for role in event.payees}
            if not payee or not paid or paid & {*ours} or any(not one.name for one in event.payees):
                return ""
            if _is_place(event.payees[0], claim, asked) or _named_longer(event.payees[0], asked):
                return ""
            return f"it goes to {event.payees[0].name}: “{text[event.start : event.end]}”"
        if roles:
            others = f"the deal of {roles[0].name}: “{text[event.start : event.end]}”"
    return others


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
        if not any(name in text[one.start : one.end] for one in own)
        and name not in figure.mention.text
    ]


def _beside_others(
    value: Quantity, figure: FigureClaim, reading: QuoteReading, asked: Asked
) -> str:
    """Another figure of the quote that may be meant as well; empty where words tell them apart."""
    for mention in reading.mentions:
        if mention is figure.mention or mention.quantity is None or not _comparable(value, mention):
            continue
        if same(value, _told(mention, value, reading, asked)[1]):
            continue
        found = reading.figure(mention)
        if found is not None and not _told_apart(figure, found[1], found[0], asked):
            return f"another figure in the quote: “{mention.text}”"
    return ""


_TOTALS = frozenset({"total", "totale", "altogether", "overall", "combined", "somme"})


def _told_apart(mine: FigureClaim, other: FigureClaim, claim: Claim, asked: Asked) -> bool:
    if other.role is not None or (mine.role is not None and mine.role.what == "part"):
        return True
    text = claim.sentence.source
    own, their = (asked.names.ids_in(text, *one.region) for one in (mine, other))
    if own - their and (_strangers(claim, other, asked) or their - own):
        return True
    if _dated_alike(mine, claim, asked) and not _dated_alike(other, claim, asked):
        return True
    if asked.tranche is not None:
        return False
    words = {word.low for word in claim.sentence.words if _within(word.start, mine.region)}
    rival = {word.low for word in claim.sentence.words if _within(word.start, other.region)}
    return bool(words & _TOTALS) and not rival & _TOTALS


def _within(place: int, region: tuple[int, int]) -> bool:
    return region[0] <= place < region[1]


def _dated_alike(figure: FigureClaim, claim: Claim, asked: Asked) -> bool:
    """Whether a date beside a figure is one of the record's."""
    dates = [
        word.mention.date
        for word in claim.sentence.words
        if word.kind == "date" and word.mention is not None and _within(word.start, figure.region)
    ]
    return any(told is not None and any(told.meets(own) for own in asked.dates) for told in dates)


def _bound_kind(quantity: Quantity) -> _BoundKind:
    low = quantity.minimum is not None or quantity.exclusive_minimum is not None
    high = quantity.maximum is not None or quantity.exclusive_maximum is not None
    if low and high:
        return "range"
    if quantity.value is not None or not (low or high):
        return "exact" if not quantity.approximate else "range"
    if quantity.maximum is not None:
        return "maximum"
    if quantity.minimum is not None:
        return "minimum"
    return "more" if low else "less"


def _comparable(value: Quantity, mention: Mention) -> bool:
    """Whether a figure may measure the same thing."""
    quantity = mention.quantity
    if quantity is None:
        return False
    if quantity.unit and quantity.unit == value.unit:
        return True
    if value.currency or mention.kind == "money":
        elided = not quantity.unit and "elided-currency" in mention.flags
        return mention.kind == "money" and (quantity.unit == value.unit or elided)
    if mention.kind in _SHARES or value.unit == "%":
        return mention.kind in _SHARES and _is_share(value)
    return quantity.unit == value.unit or (mention.kind in _COUNTED and not quantity.unit)


def _of_one_kind(value: Quantity, mention: Mention) -> bool:
    """Whether a comparable figure surely measures the same thing; a bare number may not."""
    return bool(value.currency) or mention.kind in _SHARES or _unit_of(mention) == value.unit


def _unit_of(mention: Mention) -> str:
    return mention.quantity.unit if mention.quantity else ""


def _is_share(value: Quantity) -> bool:
    """Whether a value is a share of a whole: a percentage, or a bare number up to 1."""
    magnitude = value.magnitude
    return value.unit == "%" or (not value.unit and magnitude is not None and magnitude <= 1)


def _in_unit(quantity: Quantity, unit: str) -> Quantity:
    """The same figure in a unit that it leaves out; hundredths become shares and back."""
    if quantity.unit == unit:
        return quantity
    if "%" not in (quantity.unit, unit):
        return msgspec.structs.replace(quantity, unit=unit)
    shift = 2 if unit == "%" else -2
    bounds = {
        name: number.scaleb(shift) if (number := getattr(quantity, name)) is not None else None
        for name in _BOUNDS
    }
    return msgspec.structs.replace(quantity, unit=unit, **bounds)


def same(left: Quantity, right: Quantity) -> bool:
    """Whether two quantities state the same: number, kind of bound, unit, or the same words."""
    if left.words or right.words:
        return left.words == right.words
    return left == right
