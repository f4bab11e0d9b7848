"""How dates are written, French and English, in lower case; and where to look for them."""

from __future__ import annotations

from tui.language.figures.calendar import MONTHS, SEASONS, SHORT_MONTHS, WEEKDAYS
from tui.language.figures.number_reading import rank_pattern
from tui.language.lazy_pattern import Pattern
from tui.language.vocabulary import S
from tui.proof.extract.dates.accounting_periods import ACCOUNTS, SHORT_QUARTERS
from tui.proof.extract.dates.relative_periods import NO_SUM, PERIOD_WORDS, PERIODS
from tui.proof.extract.search_sites import known_places, places, windows

_LANGUAGES = ("fr", "en")
_MONTHS = {language: "|".join(MONTHS.words(language)) for language in _LANGUAGES}
_RANK = {language: rank_pattern(language) for language in _LANGUAGES}
_Y = rf"(?P<year>(?:19|20)\d\d)(?![\d%€$])(?![.,–-]\d){NO_SUM}"


def _month(language: str) -> str:
    short = "|".join(sorted(SHORT_MONTHS.words(language), key=len, reverse=True))
    # In French a month written short has its full stop, lest "nov" be a name.
    return rf"(?P<month>{_MONTHS[language]}|(?:{short})\.{'' if language == 'fr' else '?'})"


_MONTH = {language: _month(language) for language in _LANGUAGES}
_DAY_NAME = {
    language: rf"(?P<weekday>{'|'.join(WEEKDAYS.words(language))})" for language in _LANGUAGES
}
_PART = {
    "fr": rf"(?:(?P<part>début|mi|fin)(?:-|{S}+(?:du{S}+mois{S}+(?:de{S}+|d[’'])|de{S}+)?))?",
    "en": rf"(?:(?P<part>early|mid|late)(?:-|{S}+))?",
}
_DEALS = "deal|purchase|acquisition|takeover|merger|sale|buyout|round|announcement|investment"
"""Nouns before which a month stands without a preposition: "February's purchase"."""
_ISO = r"(?P<iso>(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)(?![\d-])"
_PATTERNS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "fr": (
        ("days", "month", rf"(?:du|entre{S}+le){S}+(?P<from>\d{{1,2}}|1er){S}+(?:au|et{S}+le)"
                 rf"{S}+(?P<day>\d{{1,2}}){S}+{_MONTH['fr']}(?:{S}+{_Y})?"),
        ("months", "month", rf"(?:de|d[’']|entre){S}*(?P<from>{_MONTHS['fr']})"
                   rf"{S}+(?:à|et){S}+{_MONTH['fr']}(?:{S}+{_Y})?"),
        ("day", "month", rf"(?:{_DAY_NAME['fr']}{S}+)?(?P<day>\d{{1,2}}|1er){S}+"
                rf"{_MONTH['fr']}(?:{S}+{_Y})?"
                rf"(?P<last>{S}+dernier)?"),
        ("quarter", "year", rf"(?P<q>[ts][1-4]){S}+{_Y}"),
        ("this-quarter", "short", rf"(?:au|du|en){S}+(?P<q>[ts][1-4])"),
        ("iso", "year", _ISO),
        ("slash", "year", r"(?P<d>\d{1,2})(?P<by>[/.-])(?P<m>\d{1,2})(?P=by)"
                          r"(?P<year>(?:19|20)\d\d)(?!\d)"),
        ("month", "month", rf"{_PART['fr']}{_MONTH['fr']}{S}+{_Y}"),
        ("last-month", "month", rf"{_MONTH['fr']}{S}+(?P<last>dernier|prochain)"),
        ("this-month", "month", rf"(?:(?:en|fin|début|courant|mi-?|depuis|d[’']ici"
                       rf"|du{S}+mois{S}+de)(?:{S}+|(?<=-)))"
                       rf"(?:le{S}+mois{S}+de{S}+)?{_MONTH['fr']}"),
        ("part-year", "year", rf"(?P<part>début|fin|mi-?|courant){S}*{_Y}"),
        ("yesterday", "word", r"(?P<word>avant-hier|hier|aujourd[’']hui|après-demain|demain)"),
        ("year", "year", rf"(?:en|depuis|début|fin|de|année|l[’']année|dès|avant"
                         rf"|jusqu[’']en|horizon|d[’']ici(?:{S}+à)?){S}+{_Y}"),
        ("weekday", "weekday", rf"(?:ce{S}+|,{S}*)?{_DAY_NAME['fr']}"
                    rf"(?:{S}+(?P<last>dernier|prochain))?"
                    rf"(?!{S}+\d{{1,2}}(?:er)?(?!\d|[.,]\d|{S}\d{{3}}(?!\d)"
                    rf"|{S}*(?:mill|euros?|dollars?|livres?|francs?|%|[$€£])))"),
    ),
    "en": (
        ("days", "month", rf"{_MONTH['en']}{S}+(?P<from>\d{{1,2}})(?:{S}?[-–]{S}?|{S}+to{S}+)"
                 rf"(?P<day>\d{{1,2}})(?![\w%])(?:,?{S}+{_Y})?"),
        ("days", "month", rf"(?P<from>\d{{1,2}})(?:{S}?[-–]{S}?|{S}+to{S}+)(?P<day>\d{{1,2}}){S}+"
                 rf"{_MONTH['en']}(?:,?{S}+{_Y})?"),
        ("months", "month", rf"(?:from|between){S}+(?P<from>{_MONTHS['en']}){S}+"
                   rf"(?:to|and|through){S}+{_MONTH['en']}(?:,?{S}+{_Y})?"),
        ("day", "month", rf"(?:{_DAY_NAME['en']},?{S}+)?(?P<day>\d{{1,2}})"
                rf"(?:st|nd|rd|th)?{S}+(?:of{S}+)?"
                rf"{_MONTH['en']}(?:,?{S}+{_Y})?(?![\w])"),
        ("day", "month", rf"(?:{_DAY_NAME['en']},?{S}+)?{_MONTH['en']}{S}+"
                rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
                rf"(?![\w%])(?:,?{S}+{_Y})?(?!{S}*(?:million|billion|percent|%))"),
        ("iso", "year", _ISO),
        ("slash", "year", r"(?P<m>\d{1,2})/(?P<d>\d{1,2})/(?P<year>(?:19|20)\d\d)(?!\d)"),
        ("month", "month", rf"{_PART['en']}{_MONTH['en']}(?:{S}+of)?,?{S}+{_Y}"),
        ("quarter", "year", rf"(?P<q>[qh][1-4]){S}+(?:of{S}+)?{_Y}"),
        ("this-quarter", "short", rf"(?:in|for|by|the){S}+(?P<q>q[1-4])(?!{S}+fy)"),
        ("last-month", "month", rf"(?P<last>last|next){S}+{_MONTH['en']}(?![\w])"),
        ("this-month", "month", rf"(?:in|since|by|during|(?:end|start){S}+of){S}+{_PART['en']}"
                       rf"(?P<month>{_MONTHS['en']})(?![\w])"),
        ("this-month", "month", rf"(?<=['’]s{S})(?P<month>{_MONTHS['en']})"
                       rf"(?={S}+(?:{_DEALS})(?!\w))"),
        ("this-month", "month", rf"(?P<month>{_MONTHS['en']})"
                       rf"(?=['’]s{S}+(?:[^\s.,;]+{S}+){{0,3}}(?:{_DEALS})(?!\w))"),
        ("part-year", "year", rf"(?P<part>early|late|mid)[- ]{_Y}"),
        ("yesterday", "word", rf"(?P<word>(?:the{S}+day{S}+before{S}+)?yesterday|today|tomorrow)"),
        ("year", "year", rf"(?:in|since|by|from|of|until|during|for|before|fiscal){S}+{_Y}"),
        ("weekday", "weekday", rf"(?:(?:on|(?P<last>last|next)){S}+)?(?<!black{S})(?<!super{S})"
                               rf"(?<!good{S})(?<!cyber{S})(?<!ash{S})(?<!giving{S}){_DAY_NAME['en']}"),
    ),
}  # fmt: skip
_LONGER: dict[str, tuple[tuple[str, str, str], ...]] = {
    "fr": (
        ("quarter", "span", rf"(?P<ordinal>{_RANK['fr']}){S}+(?P<span>trimestre|semestre)"
                    rf"(?:{S}+(?:de{S}+|d[’'])?(?:(?:l[’']année{S}+)?{_Y}|(?P<of>(?:l[’']an(?:née)?{S}+"
                    rf"(?:derni(?:er|ère)|passée?|prochaine?)|cette{S}+année))))?(?P<last>{S}+dernier)?"),
        ("weekday", "weekday", rf"(?:ce{S}+|,{S}*)?{_DAY_NAME['fr']}"
                    rf"{S}+(?P<last>de{S}+la{S}+semaine{S}+(?:dernière|prochaine))"),
    ),
    "en": (
        ("quarter", "span", rf"(?P<ordinal>{_RANK['en']}){S}+(?P<span>quarter|half)"
                    rf"(?:{S}+(?:of{S}+)?(?:{_Y}|(?P<of>(?:last|next|this){S}+year)))?"),
        ("weekday", "weekday", rf"(?:on{S}+)?{_DAY_NAME['en']}{S}+"
                               rf"(?P<last>(?:of{S}+)?(?:last|next){S}+week)"),
    ),
}  # fmt: skip
"""Forms that hold a period such as "last week" and are therefore tried before it."""
_NEEDED = {
    "fr": {
        "end-of-year": "début mi milieu fin",
        "period": "an année semaine mois",
        "ago": "y",
        "season": " ".join(SEASONS.words("fr")),
        "last-month": "dernier prochain",
        "part-year": "début fin mi courant",
        "yesterday": "hier aujourd demain",
    },
    "en": {
        "years": "between from",
        "end-of-year": "end start beginning middle early late mid",
        "period": "year month week",
        "ago": "ago",
        "season": " ".join(SEASONS.words("en")),
        "months": "from between",
        "quarter": "quarter half q h",
        "last-month": "last next",
        "part-year": "early late mid",
        "yesterday": "yesterday today tomorrow",
    },
}
"""Words of which a form has one: without them in the text its pattern is not tried at all."""
DATES = {
    language: [
        (
            name,
            site,
            frozenset(_NEEDED[language].get(name, "").split()),
            Pattern(rf"(?<![\w/-]){pattern}(?![\w])"),
        )
        for name, site, pattern in (
            *ACCOUNTS[language],
            *_LONGER[language],
            *PERIODS[language],
            *patterns,
        )
    ]
    for language, patterns in _PATTERNS.items()
}
"""By language: the name of a form, the site and the words that it needs, its pattern."""
_SITES: dict[str, dict[str, tuple[str, ...]]] = {
    "fr": {
        "month": (
            *MONTHS.words("fr"),
            *(f"{name}." for name in SHORT_MONTHS.words("fr")),
        ),
        "weekday": tuple(WEEKDAYS.words("fr")),
        "span": ("trimestre", "semestre"),
        "word": ("hier", "aujourd", "demain", *PERIOD_WORDS["fr"]),
    },
    "en": {
        "month": (*MONTHS.words("en"), *SHORT_MONTHS.words("en")),
        "weekday": tuple(WEEKDAYS.words("en")),
        "span": ("quarter", "half"),
        "word": ("yesterday", "today", "tomorrow", *PERIOD_WORDS["en"]),
    },
}  # fmt: skip
"""Words of which a form has one, so that its pattern is tried only around them."""
_QUARTERS = {"fr": ("t1", "t2", "t3", "t4", "s1", "s2"), "en": ("q1", "q2", "q3", "q4")}
_BEFORE, _AFTER = 40, 24
"""Code points that a date may reach from its site."""


def date_sites(low: str, known: frozenset[str], language: str) -> dict[str, list[tuple[int, int]]]:
    """Stretches in which a date of each site may lie."""
    sites = {
        site: windows(known_places(low, words, known), _BEFORE, _AFTER)
        for site, words in _SITES[language].items()
    }
    years = [
        (start, end + 2)
        for start, end in places(low, ("19", "20"), whole=False)
        if low[end : end + 2].isdigit() and not low[start - 1 : start].isdigit()
    ]
    sites["year"] = windows(years, _BEFORE, _AFTER)
    short = _QUARTERS[language] if _QUARTERS[language][0][0] in known else ()
    sites["short"] = windows(places(low, short), _BEFORE, _AFTER)
    before = SHORT_QUARTERS if "q" in known else ()
    sites["short-year"] = windows(places(low, before, whole=False), 1, _AFTER)
    return sites
