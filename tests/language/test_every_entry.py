"""Every word of the vocabulary means the same to every reader.

Over all entries: the figure reader reads it, a quote in which it is spelt in another way is *moved*
and not *changed*, the value check takes it for the recorded value, and search finds the figure.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tui.language.figures import bounds, calendar, currencies, numbers, scales, units
from tui.language.lazy_pattern import READ
from tui.language.vocabulary import Table, spellings
from tui.model.corpus import ArticleText, Corpus
from tui.model.dates import Edtf
from tui.model.quantities import Quantity
from tui.model.records import Article, Deal, Evidence, Fact
from tui.proof.claim.paragraph import Paragraph
from tui.proof.claim.parties import PartyNames
from tui.proof.claim.quote import QuoteReading
from tui.proof.claim.sentences import read_stretch
from tui.proof.events import KnownNames
from tui.proof.extract import find_mentions
from tui.proof.quotes.locate import Locator
from tui.proof.verify.checks.asked import Asked
from tui.proof.verify.checks.roles.direction import Directions
from tui.proof.verify.checks.value_check import check_value
from tui.search.analysis.analyzer import fold
from tui.search.engine import Index, build
from tui.search.query.value_ranges import read_amount

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

_FRAME = {
    "fr": "Le groupe a fait savoir à la presse que {} et que le reste du plan est inchangé.",
    "en": "The group told its investors that {} and that the rest of the plan is the same.",
}
_PAID = {"fr": "la ville lui verse {} pour le port", "en": "the city pays it {} for the port"}
_PUBLISHED = Edtf.parse("2026-08-15")


class Case(NamedTuple):
    """A word in a clause, and what every reader must make of it.

    Attributes:
        language: Of the clause.
        clause: What is said, with the word.
        value: The recorded value that it states.
        respelt: The same clause without the word; empty where nothing else says quite the same.
        search: The figure that search must find; empty where the clause has none.
    """

    language: str
    clause: str
    value: Quantity | Edtf
    respelt: str = ""
    search: str = ""


def _words(table: Table[Any]) -> Iterator[tuple[str, str, Any]]:
    """Every spelling of a table in each of the languages that figures are read in."""
    for language in READ:
        for entry in table.of(language):
            for word in (*spellings(entry.words), *spellings(entry.signs)):
                yield language, word, entry.meaning


def _digits(value: int, language: str) -> str:
    return f"{value:,}".replace(",", " ") if language == "fr" else f"{value:,}"


def _paid(language: str, sum_: str) -> str:
    return _PAID[language].format(sum_)


def _exactly(unit: str, value: int) -> Quantity:
    return Quantity(unit, value=Decimal(value))


def _about(value: int) -> Quantity:
    return Quantity("EUR", value=Decimal(value), approximate=True)


def _bounded(bound: bounds.Bound, value: int) -> Quantity:
    about = bound.side == "about"
    return _about(value) if about else Quantity("EUR", **{bound.side: Decimal(value)})


def _scales() -> Iterator[Case]:
    for language, word, scale in _words(scales.SCALES):
        if scale != scales.SCALES.read(word, language):
            continue  # Another entry of this language has the same word.
        of = " d'" if (language == "fr" and not word.startswith("mill")) or "on" in word else " "
        of = of if language == "fr" else " "
        value = 4 * 10**scale.power
        yield Case(
            language,
            _paid(language, f"4 {word}{of}euros"),
            _exactly("EUR", value),
            _paid(language, f"{_digits(value, language)} euros"),
            str(value),
        )


def _abbreviations() -> Iterator[Case]:
    for language, word, scale in _words(scales.ABBREVIATIONS):
        value = 4 * 10**scale.power
        yield Case(
            language,
            _paid(language, f"4 {word}€" if language == "fr" else f"€4{word}"),
            _exactly("EUR", value),
            _paid(language, f"{_digits(value, language)} euros"),
            str(value),
        )


def _numbers() -> Iterator[Case]:
    for table in (numbers.NUMBERS, numbers.MULTIPLIERS):
        for language, word, number in _words(table):
            scale, of = ("milliards", " d'") if language == "fr" else ("billion", " ")
            yield Case(
                language,
                _paid(language, f"{word} {scale}{of}euros"),
                _exactly("EUR", number * 10**9),
                _paid(language, f"{number} {scale}{of}euros"),
                str(number * 10**9),
            )
    for language, word, number in _words(numbers.ROUND):
        sum_ = f"une {word} de milliards d'euros" if language == "fr" else f"a {word} billion euros"
        value = _about(number * 10**9)
        yield Case(language, _paid(language, sum_), value, search=str(number * 10**9))


def _fractions() -> Iterator[Case]:
    for language, word, part in _words(numbers.FRACTIONS):
        holds = "il détient {} du port" if language == "fr" else "it holds {} of the port"
        digits = f"{part.numerator}/{part.denominator}"
        yield Case(language, holds.format(word), Quantity.parse(digits), holds.format(digits))


def _ranks() -> Iterator[Case]:
    for language, word, rank in _words(numbers.RANKS):
        if rank > 4:
            continue
        quarter = Edtf.parse(f"2026-Q{rank}")
        if language == "fr":
            clause = f"il paie au {word} trimestre 2026"
            yield Case("fr", clause, quarter, f"il paie au T{rank} 2026")
        else:
            clause = f"it pays in the {word} quarter of 2026"
            yield Case("en", clause, quarter, f"it pays in Q{rank} of 2026")


def _signs() -> Iterator[Case]:
    for language in READ:
        for sign, code in currencies.SIGNS.signs("").items():
            sum_ = f"4 milliards {sign}" if language == "fr" else f"{sign} 4 billion"
            coded = f"4 milliards {code}" if language == "fr" else f"{code} 4 billion"
            yield Case(
                language, _paid(language, sum_), _exactly(code, 4 * 10**9),
                _paid(language, coded) if code in currencies.SIGNS.signs("") else "",
                "4000000000",
            )  # fmt: skip


def _names() -> Iterator[Case]:
    for language in READ:
        for name, family in currencies.FAMILIES.words("").items():
            sum_ = f"4 milliards de {name}" if language == "fr" else f"4 billion {name}"
            coded = (
                f"4 milliards {family.alone}" if language == "fr" else f"{family.alone} 4 billion"
            )
            known = family.alone in currencies.SIGNS.signs("") and not family.by_context
            yield Case(
                language, _paid(language, sum_), _exactly(family.alone, 4 * 10**9),
                _paid(language, coded) if known else "", "4000000000",
            )  # fmt: skip


def _units() -> Iterator[Case]:
    for language, word, unit in _words(units.UNITS):
        gives = "il fournit {} au port" if language == "fr" else "it gives {} to the port"
        short = unit.symbol in units.UNITS.signs("")
        yield Case(
            language, gives.format(f"400 {word}"), _exactly(unit.symbol, 400),
            gives.format(f"400 {unit.symbol}") if short else "",
        )  # fmt: skip
    for language, word, _ in _words(units.PERCENT):
        holds = "il détient {} du port" if language == "fr" else "it holds {} of the port"
        yield Case(language, holds.format(f"40 {word}"), _exactly("%", 40), holds.format("40 %"))
    for language, word, _ in _words(units.POINTS):
        rose = "le taux monte de {}" if language == "fr" else "the rate rises by {}"
        yield Case(language, rose.format(f"4 {word}"), _exactly("pp", 4))


def _days() -> Iterator[Case]:
    on = {"fr": "il paie le 24 {} 2026 au port", "en": "it pays on 24 {} 2026 for it"}
    for language, word, month in _words(calendar.MONTHS):
        day = Edtf.parse(f"2026-{month:02}-24")
        other = f"24/{month:02}/2026" if language == "fr" else f"{word.title()} 24, 2026"
        respelt = "il paie le {} au port" if language == "fr" else "it pays on {} for it"
        yield Case(language, on[language].format(word), day, respelt.format(other))
    for language, word, month in _words(calendar.SHORT_MONTHS):
        day = Edtf.parse(f"2026-{month:02}-24")
        names = calendar.MONTHS.words(language)
        full = next(name for name, number in names.items() if number == month)
        yield Case(language, on[language].format(f"{word}."), day, on[language].format(full))
    for language, word, season in _words(calendar.SEASONS):
        when = f"au {word}" if word == "printemps" else f"à l'{word}"
        clause = f"il paie {when} 2026" if language == "fr" else f"it pays in {word} 2026"
        yield Case(language, clause, Edtf.parse(f"2026-{season}"))
    for language, word, day_of_week in _words(calendar.WEEKDAYS):
        # The day of publication is a Saturday.
        back = (6 - day_of_week) % 7
        paid = f"il a payé {word} le port" if language == "fr" else f"it paid on {word} for it"
        yield Case(language, paid, Edtf.parse(f"2026-08-{15 - back:02}"))


_ENDINGS = {
    "dépass": "dépassant", "excèd": "excède", "excédai": "excédait", "excéder": "excédera",
    "avoisin": "avoisinant", "frôl": "frôlant", "franchi": "franchit",
}  # fmt: skip
"""How words go on of which the vocabulary has the beginning."""
_PLAIN = {
    ("fr", "maximum", ""): "jusqu'à", ("fr", "minimum", ""): "au moins",
    ("fr", "exclusive_minimum", ""): "plus de", ("fr", "exclusive_maximum", ""): "moins de",
    ("fr", "about", ""): "environ", ("fr", "about", "nearly"): "près de",
    ("en", "maximum", ""): "up to", ("en", "minimum", ""): "at least",
    ("en", "exclusive_minimum", ""): "more than", ("en", "exclusive_maximum", ""): "less than",
    ("en", "about", ""): "about", ("en", "about", "nearly"): "nearly",
}  # fmt: skip
"""The plainest word for each meaning."""


def _bounds() -> Iterator[Case]:
    for language, word, bound in _words(bounds.BEFORE):
        if word.endswith(("é ", "é")) and "excéd" in word:
            continue
        whole = " ".join(_ENDINGS.get(part, part) for part in word.split())
        whole = whole.replace("n'dépass", "n'dépasse").replace("n'excèd ", "n'excède ")
        whole = whole.replace("n'excéd ", "n'excédant ").replace("ne excéd ", "ne excédait ")
        sums = ("un milliard d'euros", "1") if language == "fr" else ("4 billion euros", "4")
        gap = "" if whole.endswith("'") or whole == "~" else " "
        plain = _PLAIN[language, bound.side, bound.tone]
        near = "d'" if plain.endswith(" de") and language == "fr" else None
        plain_sum = f"{plain[:-2]}d'{sums[0]}" if near else f"{plain} {sums[0]}"
        number = int(sums[1]) * 10**9
        value = _bounded(bound, number)
        yield Case(
            language, _paid(language, f"{whole}{gap}{sums[0]}"), value,
            _paid(language, plain_sum), str(number),
        )  # fmt: skip
    for language, word, bound in _words(bounds.AFTER):
        sum_ = "4 milliards d'euros" if language == "fr" else "4 billion euros"
        value = _bounded(bound, 4 * 10**9)
        plain = _PLAIN[language, bound.side, bound.tone]
        yield Case(
            language, _paid(language, f"{sum_} {word}"), value,
            _paid(language, f"{plain} {sum_}"), "4000000000",
        )  # fmt: skip


_SMALLEST = {
    "fr": {"month": "mois", "day": "jours", "hour": "heures"},
    "en": {"month": "months", "day": "days", "hour": "hours"},
}
KINDS = {
    "scales": tuple(_scales()),
    "abbreviations": tuple(_abbreviations()),
    "numbers": tuple(_numbers()),
    "fractions": tuple(_fractions()),
    "ranks": tuple(_ranks()),
    "signs": tuple(_signs()),
    "names": tuple(_names()),
    "units": tuple(_units()),
    "days": tuple(_days()),
    "bounds": tuple(_bounds()),
}
"""Thousands of cases: one test for each would take longer to be collected than to be run."""
CASES = [case for cases in KINDS.values() for case in cases]


@pytest.mark.parametrize("kind", KINDS)
def test_the_figure_reader_and_the_value_check_know_every_entry(kind: str) -> None:
    assert [told for case in KINDS[kind] if (told := _misread(case))] == []


def _misread(case: Case) -> tuple[str, str, list[str]] | None:
    """What is read instead of a case's value, and why; `None` where it is right."""
    sentence = _FRAME[case.language].format(case.clause)
    read = read_stretch(sentence, 0, len(sentence))
    paragraph = Paragraph(sentence, read, case.language, _PUBLISHED)
    start = paragraph.text.index(case.clause)
    reading = QuoteReading(paragraph, start, start + len(case.clause))
    label = "date" if isinstance(case.value, Edtf) else "amount"
    fact = Fact("r", "A fact", "other")
    asked = Asked(label, fact, None, PartyNames([]), Directions(KnownNames({})), _PUBLISHED)
    check, why = check_value(case.value, reading, asked)
    if check == "states":
        return None
    read_as = [str(mention.quantity or mention.date) for mention in paragraph.mentions]
    return case.clause, why, read_as


@pytest.mark.parametrize("kind", KINDS)
def test_a_quote_that_spells_an_entry_otherwise_is_the_same_statement(kind: str) -> None:
    refused = []
    for case in filter(lambda case: case.respelt, KINDS[kind]):
        frame = _FRAME[case.language]
        for article, quote in ((case.respelt, case.clause), (case.clause, case.respelt)):
            anchor = Locator(frame.format(article)).locate(quote)
            if anchor.state not in ("moved", "exact"):
                refused.append((article, quote, anchor))
    assert refused == []


@pytest.fixture(scope="module", name="index")
def _index() -> Index:
    """One deal for each case, with its clause as the quote."""
    articles = {
        str(at): Article(str(at), f"{at}.txt", language=case.language)
        for at, case in enumerate(CASES)
    }
    records = {
        key: Deal(key, "A deal", evidence=(Evidence(("amount",), key, CASES[int(key)].clause),))
        for key in articles
    }
    texts = {
        key: ArticleText(_FRAME[CASES[int(key)].language].format(CASES[int(key)].clause))
        for key in articles
    }
    return build(Corpus({}, articles, dict(records), texts))


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        *(
            (language, f"le bail dure 4 {word}", f"le bail dure {4 * int(unit.size)} {plain}")
            if language == "fr"
            else (
                language,
                f"the lease lasts 4 {word}",
                f"the lease lasts {4 * int(unit.size)} {plain}",
            )
            for language, word, unit in _words(units.TIMES)
            for plain in [_SMALLEST[language][unit.measures]]
        ),
        *(
            ("fr", f"il livre 4 {word} au port", "il livre 4 kg au port")
            for word in spellings(units.COUNTED.entries[0].words)
        ),
        *(
            ("fr", f"il a {word}é ses ventes", f"il a multiplié par {number} ses ventes")
            for word, number in numbers.FACTORS.words("fr").items()
            if word.endswith("l")
        ),
    ],
)
def test_a_length_of_time_or_a_multiple_may_be_spelt_otherwise(
    language: str, old: str, new: str
) -> None:
    for article, quote in ((old, new), (new, old)):
        anchor = Locator(_FRAME[language].format(article)).locate(_FRAME[language].format(quote))
        assert anchor.state in ("moved", "exact"), (article, quote, anchor)


@pytest.mark.parametrize(("letter", "code"), currencies.LETTERS.signs("").items())
def test_a_letter_before_a_scaled_number_is_a_sign(letter: str, code: str) -> None:
    (mention,) = find_mentions(f"The state sold {letter}4bn of bonds.", language="en")
    assert mention.quantity == _exactly(code, 4 * 10**9)


def test_search_finds_its_figure(index: Index) -> None:
    missed = []
    for figure in {case.search for case in CASES if case.search}:
        result = index.search(figure)
        found = {result.record_id(at) for at in range(result.total)}
        missed += [
            (case.clause, figure)
            for at, case in enumerate(CASES)
            if case.search == figure and str(at) not in found
        ]
    assert missed == []


def test_a_query_asks_for_amounts_in_every_currency() -> None:
    wanted = {
        # "Dh" of the Emirates and "DH" of Morocco are one word to who types without capitals.
        **{sign: code for sign, code in currencies.SIGNS.signs("").items() if sign != "Dh"},
        **{name: family.alone for name, family in currencies.FAMILIES.words("").items()},
    }
    assert {written: read_amount(fold(f"4 bn {written}")).unit for written in wanted} == wanted


def test_a_query_asks_for_measures_in_every_unit() -> None:
    asked = [(word, unit.symbol) for _, word, unit in _words(units.UNITS)]
    assert [(word, read_amount(fold(f"400 {word}")).unit) for word, _ in asked] == asked
