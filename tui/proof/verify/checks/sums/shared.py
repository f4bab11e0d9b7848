"""Sums that are not those of a record alone: of several payers, of several deals, of some years."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.language.clause_words import OF
from tui.language.common_names import NO_PARTIES
from tui.language.figures import figure_roles as lists
from tui.language.figures import purpose_words
from tui.language.plain_words import Phrases, plain_word
from tui.model.messages import msg
from tui.model.records import Deal, Total, record_parties

if TYPE_CHECKING:
    from tui.proof.claim.claim import Claim, FigureClaim
    from tui.proof.claim.quote import QuoteReading
    from tui.proof.verify.checks.asked import Asked


def shared_sum(claim: Claim, figure: FigureClaim, reading: QuoteReading, asked: Asked) -> str:
    """Why a sum is not that of the parties or the deal of a record alone; empty where it may be.

    Args:
        claim: The sentence.
        figure: The figure.
        reading: The quote that holds it.
        asked: The field.
    """
    return _joint(claim, figure, asked) or _of_several(claim, figure, reading, asked)


def _joint(claim: Claim, figure: FigureClaim, asked: Asked) -> str:
    """Who else a sum comes from or goes to: "from Castell and others"."""
    text = claim.sentence.source
    if isinstance(asked.record, Deal | Total) and lists.EACH.isdisjoint(claim.sentence.low):
        whole = text[claim.sentence.start : claim.sentence.end]
        company = _WITH_OTHERS.search(whole)
        if company is not None and _HOLDING.search(whole, 0, company.start()):
            company = None  # "Devient actionnaire, aux côtés de la famille": who holds it with it.
        if company is not None and asked.record.payer and asked.names.find(whole):
            return msg("others have their part in it: “{words}”", words=company[0].strip())
    for naming in asked.names.find(text, *figure.region):
        joined = _JOINED.match(text, naming.end)
        if joined is not None and naming.party == getattr(asked.record, "payer", ""):
            return msg(
                "others have their part in it: “{words}”", words=text[naming.start : joined.end()]
            )
        match = _AND_OTHERS.match(text, naming.end)
        if match is not None:
            return msg(
                "others have their part in it: “{words}”", words=text[naming.start : match.end()]
            )
        among = _AMONG_BEFORE.search(text, max(0, naming.start - _AMONG_REACH), naming.start)
        if (
            among is not None
            and figure.role is None
            and (among[0].lower() != "dont " or _ENDS_LIST.match(text, naming.end))
        ):
            return msg(
                "others have their part in it: “{words}”", words=text[among.start() : naming.end]
            )
    return ""


def _of_several(claim: Claim, figure: FigureClaim, reading: QuoteReading, asked: Asked) -> str:
    """With whom a total is told of that is not of the record alone: "buying A and B cost 85"."""
    if not isinstance(asked.record, Deal) or asked.tranche is not None:
        return ""
    joined = _SUM_INCLUDES.search(claim.text)
    if joined is not None and not asked.names.find(joined["who"]):
        return msg("the part of another is in it: “{words}”", words=joined[0])
    if one_of := _one_of_several(claim, figure, asked):
        return one_of
    if listed := _one_of_a_list(claim, figure, asked):
        return listed
    since = _cumulated(claim, figure) or _raised_so_far(claim, figure)
    if since:
        return since
    told = claim.sentence.known & _ALTOGETHER or _IN_ALL.search(claim.text.lower())
    if not told:
        return _paid_together(figure, reading, asked)
    several = _SEVERAL.search(claim.text.lower())
    if several is not None:
        return msg("a total of several: “{words}”", words=several[0])
    text, sentence = claim.sentence.source, claim.sentence
    own = asked.names.find(text, sentence.start, sentence.end)
    for naming in own:
        for match in (
            _JOINED_BEFORE.search(text, sentence.start, naming.start),
            _JOINED_AFTER.match(text, naming.end, sentence.end),
        ):
            if match is None or plain_word(match["who"]) in NO_PARTIES:
                continue
            place = match.start("who")
            if not any(one.start <= place < one.end for one in own):
                return msg("a total with another: “{words}”", words=match[0].strip())
    return ""


def _one_of_a_list(claim: Claim, figure: FigureClaim, asked: Asked) -> str:
    """The several that a list names, the payee among them: "on three chains: A, B and Circ"."""
    sentence, low, record = claim.sentence, claim.sentence.low, asked.record
    opens = next(
        (at for at in range(figure.word + 1, len(low)) if low[at] in _OPENS_LIST), len(low)
    )  # fmt: skip
    counted = next(
        (at for at in range(figure.word + 1, opens) if low[at] in purpose_words.SEVERAL), -1
    )
    if counted < 0 or opens >= len(low) or not isinstance(record, Deal) or not record.payee:
        return ""
    closes = next((at for at in range(opens + 1, len(low)) if low[at] in _OPENS_LIST), len(low) - 1)
    first, last = sentence.words[opens].end, sentence.words[closes].start
    listed = {"and", "et"} & {*low[opens:closes]}
    if listed and record.payee in asked.names.ids_in(sentence.source, first, last):
        return msg("one of several: “{words}”", words=sentence.printed(counted, counted + 2))
    return ""


_OPENS_LIST = frozenset({":", "-", "\u2013", "\u2014", "("})


def _one_of_several(claim: Claim, figure: FigureClaim, asked: Asked) -> str:
    """The several of whom a party is one: "four banks, among them Nordwind", "one of the firms"."""
    sentence, low = claim.sentence, claim.sentence.low
    if not lists.EACH.isdisjoint(low):
        return ""
    around = set(claim.clauses.around(figure.word))
    for at in range(len(low) - 1):
        if low[at : at + 2] in (["one", "of"], ["l'un", "des"], ["l'une", "des"]):
            several = _counted_parties(claim, at + 2) if at + 2 < len(low) else -1
            if several > at:
                return msg("one of several: “{words}”", words=sentence.printed(at, several + 1))
        phrase = _ONE_OF.at(low, at)
        if phrase is not None and at + phrase[0] < len(low):
            noun = at + phrase[0]
            if sentence.words[noun].kind == "number" or low[noun] in purpose_words.SEVERAL:
                noun = min(noun + 1, len(low) - 1)
            plural = low[noun] in purpose_words.PARTIES
            copula = at > 0 and low[at - 1] in {"is", "was", "were", "are", "est", "sont"}
            if plural and copula and noun < figure.word:
                return msg("one of several: “{words}”", words=sentence.printed(at, noun + 1))
            if plural and noun < figure.word and _figure_is_about(claim, noun, figure):
                return msg("a total of several: “{words}”", words=sentence.printed(at, noun + 1))
        if claim.clauses.of[at] not in around:
            continue
        if low[at] in {"on", "to", "in", "\xe0", "a", "en", "dans"} and at > figure.word:
            bought = _bought(claim, at)
            if bought > at:
                return msg("a total of several: “{words}”", words=sentence.printed(at, bought + 1))
        counted = _counted_parties(claim, at)
        joins = at
        while joins > 1 and low[joins - 1] in _TOWARDS:
            joins -= 1
        if counted > at and (
            (joins and low[joins - 1] in _WITH and _names_before(claim, joins - 1, asked))
            or (low[counted + 1 : counted + 2] and low[counted + 1] in _WITH
                and _names_behind(claim, counted + 1, asked))
        ):  # fmt: skip
            return msg("one of several: “{words}”", words=sentence.printed(at, counted + 1))
        if counted > at and any(
            _names_behind(claim, number + length - 1, asked) or _names_before(claim, number, asked)
            for number, length, _ in _AMONG.each(low, counted + 1)
        ):
            return msg("one of several: “{words}”", words=sentence.printed(at, counted + 1))
    return ""


def _figure_is_about(claim: Claim, noun: int, figure: FigureClaim) -> bool:
    """Whether a figure is told in the clause about a noun right before it."""
    clause = claim.clauses.all[claim.clauses.of[figure.word]]
    between = range(noun + 1, figure.word)
    if len(between) <= _COMPLEMENT and claim.sentence.low[noun + 1] in OF and not any(
        claim.clauses.is_finite(at) or claim.sentence.words[at].kind == "sign" for at in between
    ):  # fmt: skip
        return True  # "One of the eight lenders of the loan of 4 million"
    return clause.kind in {"relative", "complement"} and 0 < clause.opened - noun <= _NOUN_REACH


def _bought(claim: Claim, at: int) -> int:
    """Where the noun of deals stands that a preposition governs: "on acquisitions"; -1 for none."""
    low = claim.sentence.low
    for number in range(at + 1, min(len(low), at + 1 + _NOUN_REACH)):
        if low[number] in purpose_words.PURCHASES:
            if low[number] == "sales" and low[at] == "in":
                return -1  # "took 4 million in sales"
            of_other = low[number + 1 : number + 2] in (["of"], ["de"], ["d'"], ["du"], ["from"])
            return -1 if of_other or low[at + 1] in _POINTING else number
        if claim.sentence.words[number].kind != "word" or low[number] in _NO_MORE:
            break
    return -1


def _counted_parties(claim: Claim, at: int) -> int:
    """The noun of parties that a number of several counts: "eleven firms"; -1 for none."""
    low, words = claim.sentence.low, claim.sentence.words
    number = words[at].kind == "number" and low[at] not in {"1", "0"}
    if not (number or low[at] in purpose_words.SEVERAL):
        return -1
    for noun in range(at + 1, min(len(low), at + 1 + _NOUN_REACH)):
        if low[noun] in purpose_words.PARTIES:
            return noun
        if words[noun].kind != "word" or low[noun] in _NO_MORE:
            break
    return -1


def _names_before(claim: Claim, at: int, asked: Asked) -> bool:
    """Whether a party of the record stands right before a word: "Kestrel and two lenders"."""
    words = claim.sentence.words
    return any(
        0 <= words[at].start - one.end <= 1
        for one in asked.names.find(claim.sentence.source, claim.sentence.start, words[at].start)
    )


def _names_behind(claim: Claim, at: int, asked: Asked) -> bool:
    """Whether a party of the record stands right behind a word: "two lenders and Kestrel"."""
    words = claim.sentence.words
    near = claim.sentence.words[at + 1 : at + 1 + _NOUN_REACH]
    if not near:
        return False
    return any(
        one.start <= near[-1].start
        for one in asked.names.find(claim.sentence.source, words[at].end, claim.sentence.end)
    )


_COMPLEMENT = 8
"""Words of the complement of a noun that hold its figure: "of the loan of 4 million"."""
_TOWARDS = frozenset({"\u00e0", "to", "from", "de", "for", "pour", "qu'", "as", "well"})
"""What may stand between "and" and the number of those who are joined: "ainsi qu'à quatre"."""
_WITH = frozenset("and et with avec alongside ainsi plus".split())
_ONE_OF: Phrases[str] = Phrases({"one of": purpose_words.ONE_OF})
_AMONG: Phrases[str] = Phrases({"among": purpose_words.AMONG})
_NOUN_REACH = 3
"""Words from a number or a preposition to its noun: "eleven small firms"."""
_POINTING = frozenset("the its this that their le la les l' ses ces cette".split())
_NO_MORE = frozenset("and et or ou but mais who which that qui que".split())


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
            if role.party not in record_parties(record) and plain_word(role.name) not in NO_PARTIES:
                return msg("it is paid for {name} as well", name=role.name)
    return ""


_SEVERAL = re.compile(
    r"\b(?:both|two|three|four|five|six|seven|eight|nine|ten|dozen|deux|trois|quatre|cinq|sept|huit"
    r"|neuf|dix|\d+)\s(?:\w+\s)?"
    r"(?:purchases|deals|acquisitions|takeovers|buyouts|rachats|op\xe9rations|cessions|achats)\b"
)


def _raised_so_far(claim: Claim, figure: FigureClaim) -> str:
    """What somebody has raised in all up to now: "takes the total raised by Kestrel to"."""
    before = claim.sentence.source[claim.sentence.start : figure.mention.start].lower()
    behind = claim.sentence.source[figure.mention.end : claim.sentence.end].lower()
    told = _TOTAL_RAISED.search(before)
    if told is not None:
        return msg("a total over some time: “{words}”", words=told[0])
    so_far = _SO_FAR.search(behind)
    if so_far is not None and _HAS_RAISED.search(before):
        return msg("a total over some time: “{words}”", words=so_far[0])
    return ""


_TOTAL_RAISED = re.compile(
    r"\b(?:total|cumulative (?:sum|amount|funding)|sum) (?:raised|received|attracted|invested)\b"
    r"|\btotal (?:des (?:fonds|sommes) )?(?:lev\xe9|r\xe9uni|r\xe9colt\xe9)e?s?\b"
    r"|\btotal funding\b"
)
_HAS_RAISED = re.compile(
    r"\b(?:has|have|a|ont|aura|auront|avait|had)\s(?:\w+\s){0,2}(?:attracted|raised|received|drawn"
    r"|secured|lev\xe9|r\xe9uni|r\xe9colt\xe9|obtenu|attir\xe9|collect\xe9|engrang\xe9)\s[^,;:]*\Z"
)
_SO_FAR = re.compile(
    r"\A[^,;:]{0,40}?\b(?:in all|to date|so far|all told|\xe0 ce jour|jusqu'ici|jusqu\u2019ici"
    r"|depuis (?:sa|ses|son|leur) (?:cr\xe9ation|lancement|d\xe9buts?|naissance))\b"
)


def _cumulated(claim: Claim, figure: FigureClaim) -> str:
    """The time over which several sums came together: "Since 2019 … has put", "in five years"."""
    lowered = claim.text.lower()
    deals = _COUNTED_DEALS.search(lowered)
    if deals is not None:
        return msg("a total of several: “{words}”", words=deals[0])
    over_time = _OVER_TIME.search(lowered)
    if over_time is not None and over_time.start() < lowered.find(figure.mention.text.lower()):
        return msg(
            "a total over some time: “{words}”", words=next(filter(None, over_time.groups()))
        )
    counted = _COUNTED_IN.search(lowered)
    if counted is not None:
        return msg("a total of several: “{words}”", words=counted[0])
    since = _SINCE.search(lowered)
    if since is not None and _PERFECT.search(lowered):
        return msg("a total over some time: “{words}”", words=since[0])
    return ""


_COUNTED_DEALS = re.compile(
    r"\b(?:(?:in|over|across|en|sur|par)\s(?:some\s|ses\s)?(?:\d+|two|three"
    r"|four|five|six|seven|eight"
    r"|nine|ten|eleven|twelve|dozens?|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|quatorze"
    r"|quinze|vingt)\s(?:\w+\s)?(?:deals|rounds|transactions|operations|acquisitions|purchases"
    r"|investments|op\xe9rations|tours|lev\xe9es|rachats|investissements)"
    r"|on (?:acquisitions|takeovers|deals|start-ups|purchases)|en (?:acquisitions|rachats)"
    r"|dans des (?:rachats|acquisitions|start-up))\b"
)
_SINCE = re.compile(
    r"\b(?:since|depuis)\s(?:the\s|le\s|la\s|l['\u2019]\s?)?"
    r"(?:\d{4}|its|then|sa cr\xe9ation|d\xe9but|early|late|mid|lors|\w+ \d{4})\b"
)
_PERFECT = re.compile(
    r"\b(?:has|have|had|a|ont)\s(?:\w+\s){0,2}(?:\w+ed|put|spent|lent|sunk"
    r"|given|mis|inject\xe9|investi"
    r"|vers\xe9|d\xe9pens\xe9|pr\xeat\xe9|lev\xe9|re\xe7u|apport\xe9|plac\xe9)\s"
    r"(?:a total of|in all|en tout|au total|altogether|un total de)"
)
_OVER_TIME = re.compile(
    r"\b(?:has|have)\s(?:\w+\s)?(?:raised|invested|spent|poured|pumped|sunk|ploughed|plowed"
    r"|injected|received|attracted|put|lent|given)\s[^;:]{0,60}\b"
    r"(?P<since>since (?:its|being|(?:it|they) (?:was|were)|inception|launch))\b"
    r"|\b(?:has|have)\s(?P<then>since)\s(?:invested|spent|poured|pumped|sunk|ploughed|put)\b"
    r"|\b(?:(?:a|ont)\s(?:\w+\s){0,2}(?:lev\xe9|investi|d\xe9pens\xe9|inject\xe9|re\xe7u|vers\xe9"
    r"|r\xe9uni|r\xe9colt\xe9|collect\xe9|rassembl\xe9|obtenu|attir\xe9|engrang\xe9|amass\xe9"
    r"|mobilis\xe9|emprunt\xe9|consacr\xe9|apport\xe9|mis|pr\xeat\xe9|per\xe7u|touch\xe9|encaiss\xe9)"
    r"|totalisent?|cumulent?)\s"
    r"[^;:]{0,60}"
    r"(?P<depuis>depuis (?:sa|ses|leur|son) (?:cr\xe9ation|lancement|d\xe9buts?|naissance))\b"
    r"|(?:^|[,;]\s)(?P<front>depuis (?:sa|ses|leur|son) (?:cr\xe9ation|lancement|d\xe9buts?"
    r"|naissance)\b(?:\sen\s\d{4})?),[^;:]{0,40}\s(?:a|ont)\s"
    r"|\b(?P<cumul>cumul(?:e|ent|ait))\b"
)
"""What somebody has raised or spent since it began, in one deal or in several."""
_COUNTED_IN = re.compile(
    r"\ben comptant (?:l['\u2019]|le |la |les |un |une |ce |cette |son |sa |ses )(?:\w+ )?"
    r"(?:tour|lev\xe9e|apport|op\xe9ration|versement|aide|pr\xeat|don|investissement)s?\b"
    r"|\b(?:tous )?tours confondus\b"
    r"|\bcounting (?:the|this|its|a) (?:\w+ )?(?:round|raise|loan|grant|investment)\b"
)
"""What a sum has in it beside others, so that it is none of one deal."""
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
    r"|\b(?:consortium|group|syndicate|pool|alliance|partnership|club|groupement|tandem|duo)\s"
    r"(?:of|between|comprising|de|entre|form\xe9 par|form\xe9 de)\s"
    r"[^\W\d_a-z][^,;:.]{0,60}\s(?:and|et)\s"
    r"|\b(?:consortium|syndicate|pool|groupement|tandem|duo|attelage)\s"
    r"(?:of|comprising|(?:formed|made up|composed|consisting) (?:by|of)|de|entre|r\xe9unissant"
    r"|(?:form|compos|constitu)\xe9e? (?:par|de|d['\u2019]))\s?(?:the\s|la\s|le\s|l['\u2019])?"
    r"(?-i:[A-Z\xc0-\xde])[^,;:.]{0,60}\s(?:and|et)\s"
    r"|\bbetween them\b(?! and)|\b\xe0 (?:eux|elles) (?:deux|trois|quatre)\b"
    r"|\b(?:aux c\xf4t\xe9s d|alongside\s|together with\s|along with\s|in tandem with\s"
    r"|avec l['\u2019]appui d)"
    r"|\b(?:also drew in|also attracted|a aussi attir\xe9|a \xe9galement attir\xe9"
    r"|se partage(?:nt)?|shares? with|also took part|ont aussi particip\xe9|y ont aussi)\b"
    r"|(?<=[\w\xe0-\xff] )en t\xeate(?=,)"
    r"|\b(?:in which|auquel|auxquels?|auxquelles|\xe0 laquelle|to which)\s[^.;,]{0,40}"
    r"(?:took part|participated|particip\xe9|pris part|contributed|contribu\xe9|souscrit)\b",
    re.IGNORECASE,
)
_HOLDING = re.compile(
    r"\b(?:actionnaires?|capital|associ\xe9e?s?|shareholders?|owners?|investors? in)\b[^.;]{0,30}\Z"
)
_AMONG_REACH = 24
"""Code points before a name among which the words stand that make it one of several."""
_AMONG_BEFORE = re.compile(
    r"\b(?:dont|including|among them|y compris|parmi lesquels|such as|tels que|notamment"
    r"|\xe0 l['\u2019]image de)\s"
    r"(?:le |la |l['\u2019]|the |ceux de |celui de |celles? de |those of )?\Z",
    re.IGNORECASE,
)
_JOINED = re.compile(
    r"\s(?:(?:also|has|had|have|is|was|a|ont|aussi|\xe9galement)\s){0,2}"
    r"(?:joined|joining|took part|taking part|participated|participating|contributed to"
    r"|co-invested|particip\xe9|pris part|contribu\xe9)\b(?! forces)",
    re.IGNORECASE,
)
"""Behind a payer these make it one of several."""
_AND_OTHERS = re.compile(
    r",?\s(?:and|et)\s(?:\w+\s){0,1}(?:others?|d['\u2019]autres|autres|several|plusieurs)\b"
    r"|(?:['\u2019]s)?,?\s(?:among others|entre autres|notamment|among it"
    r"|among them|included|compris(?:es|e)?)\b",
    re.IGNORECASE,
)
