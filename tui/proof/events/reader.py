"""Reading the events of the sentence around a stretch of text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from tui.proof.events.governing import unread_governor
from tui.proof.events.mood import Mood, mood_of
from tui.proof.events.roles import read_roles
from tui.proof.events.sentence_reading import SentenceReading
from tui.proof.events.syntax.antecedents import Antecedents
from tui.proof.events.syntax.arguments import read_predicates
from tui.proof.events.syntax.items import Item, Phrase, VerbGroup
from tui.proof.events.syntax.names import KnownNames, Name, find_names
from tui.proof.events.syntax.phrases import PhraseReader
from tui.proof.events.syntax.sentences import sentences_around
from tui.proof.events.syntax.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.model.dates import Edtf
    from tui.model.mentions import Mention
    from tui.model.records import Party
    from tui.proof.events.readings import EventReading, Filler
    from tui.proof.events.syntax.items import Voice
    from tui.proof.events.syntax.tokens import SentenceToken

_QUOTES = frozenset("\"“”«»‘’'")
_DASHES = frozenset("—–-")

Span: TypeAlias = tuple[int, int]
"""A stretch of a text: first code point, one past the last."""
Polarity: TypeAlias = Literal["affirmed", "denied"]


@dataclass(frozen=True, slots=True)
class Role:
    """Who fills a role of an event.

    Attributes:
        name: The name of the known party, else the name as it is written.
        party: The id of the known party; empty for a new one.
        start: First code point of the words that show it, a pronoun's where one stands for it.
        end: One past the last.
    """

    name: str
    party: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Event:
    """What one verb or event noun of a sentence says.

    Attributes:
        lemma: The verb or noun.
        frame: The kind of event: `buy`, `sell`, `invest`, `raise`, `lend`, `order`, `pay` …;
            empty for a verb that moves no money.
        voice: Of the verb.
        tense: Of its finite part; empty for a noun.
        mood: How sure the sentence is: `done`, `agreed`, `planned`, `possible`, `cancelled`, or
            empty where it does not say.
        polarity: `denied` where the sentence negates or denies it.
        payers: Who pays, as far as the words show it; several where all of them do.
        payees: Who is paid.
        parties: Who takes part where no direction is shown.
        owners: Whose a company was that is bought, where it is named itself.
        figures: The figures that belong to it, as stretches of the text.
        start: First code point of the verb or noun.
        end: One past the last.
        unread: The words that govern the verb and were not understood: "forgot to pay".
        subject: The words that are the subject of the verb; `None` for a noun, and where there are
            none: "a former head of Kestrel" in "A former head of Kestrel bought it".
    """

    lemma: str
    frame: str
    voice: Voice
    tense: str
    mood: Mood
    polarity: Polarity
    payers: tuple[Role, ...]
    payees: tuple[Role, ...]
    parties: tuple[Role, ...]
    owners: tuple[Role, ...]
    figures: tuple[tuple[int, int], ...]
    start: int
    end: int
    unread: Span | None = None
    subject: Span | None = None


def read_events(
    text: str,
    span: tuple[int, int],
    parties: Mapping[str, Party] | KnownNames,
    language: str,
    *,
    published: Edtf | None = None,
    mentions: Sequence[Mention] | None = None,
    alone: bool = False,
) -> tuple[Event, ...]:
    """The events of the sentence (or sentences) that a stretch of a text touches.

    Args:
        text: The article, or the paragraph that holds the sentence.
        span: The stretch: a figure, a quote, a sentence.
        parties: The known parties by id; for many calls make `KnownNames` of them once.
        language: `fr` or `en`.
        published: When the article appeared, for relative dates.
        mentions: The figures and dates of the text, by place, where they are known already.
        alone: Whether the sentence before is left unread, so that pronouns stay unresolved.

    Returns:
        One event for each verb and event noun that has a role, a figure or a frame, by place. A
        payer or payee stands there only where the words show the direction: roles that are the
        other way round in the sentence come out that way round, and what is not shown stays empty.
        Ask `polarity` and `mood` before taking an event for true.
    """
    return events_of(
        read_sentence(
            text, span, parties, language, published=published, mentions=mentions, alone=alone
        )
    )


def events_of(sentence: SentenceReading) -> tuple[Event, ...]:
    """The events of a sentence that was read, by place; see `read_events`."""
    events = [_event(sentence, one) for one in sentence.readings]
    return tuple(sorted(events, key=lambda event: event.start))


def read_sentence(
    text: str,
    span: tuple[int, int],
    parties: Mapping[str, Party] | KnownNames,
    language: str,
    *,
    published: Edtf | None = None,
    mentions: Sequence[Mention] | None = None,
    alone: bool = False,
) -> SentenceReading:
    """Read the sentence around a stretch, with the one before it for what points back."""
    language = "fr" if language == "fr" else "en"
    known = parties if isinstance(parties, KnownNames) else KnownNames(parties)
    before, (start, end) = sentences_around(text, *span)
    if alone:
        before = []
    first = before[-1][0] if before else start
    if mentions is None:
        from tui.proof.extract import find_mentions

        window = text[first:end]
        mentions = [
            _moved(mention, first)
            for mention in find_mentions(window, language=language, published=published)
        ]
    previous: SentenceReading | None = None
    if before:
        previous = _read(text, *before[-1], known, language, mentions, None)
    reading = _read(text, start, end, known, language, mentions, previous)
    reading.published = published
    return reading


def _moved(mention: Mention, by: int) -> Mention:
    import msgspec

    return msgspec.structs.replace(mention, start=mention.start + by, end=mention.end + by)


def _read(
    text: str,
    start: int,
    end: int,
    known: KnownNames,
    language: str,
    mentions: Sequence[Mention],
    previous: SentenceReading | None,
) -> SentenceReading:
    here = [mention for mention in mentions if start <= mention.start and mention.end <= end]
    tokens = tokenize(text, start, end, language, here)
    names = find_names(tokens, known, language)
    items = [
        item for item in PhraseReader(text, tokens, names, language).items() if not _is_quote(item)
    ]
    items = [item for at, item in enumerate(items) if not _only_limits(items, at, tokens)]
    items = _without_set_aside(items, tokens)
    for item in items:
        if item.kind == "sign" and item.value in _DASHES:
            item.value = ","
    predicates = read_predicates(items, language)
    antecedents = Antecedents(
        items,
        language,
        previous.subject if previous else (),
        previous.organisations if previous else (),
        previous.called if previous else {},
    )
    antecedents.use(predicates)
    readings = read_roles(items, predicates, antecedents, tokens, language)
    subject: tuple[Name, ...] = ()
    for predicate in predicates:
        found = tuple(name for item in predicate.subject for name in antecedents.names(item))
        if found and predicate.group.form == "finite":
            subject = found
            break
    first = items[0] if items else None
    if not subject and isinstance(first, Phrase) and first.name is not None:
        # The verb is one that no table knows: who stands first is what the sentence is about.
        subject = (first.name,)
    called: dict[str, frozenset[str]] = {}
    for item in items:
        if isinstance(item, Phrase) and item.name is not None:
            called[item.name.text] = called.get(item.name.text, frozenset()) | set(item.words)
    organisations = [
        name
        for item in items
        if isinstance(item, Phrase)
        for name in (item.name, item.owner, *item.inner)
        if name is not None and name.kind in {"party", "new"}
    ]
    if not organisations and previous is not None and any(item.kind == "pronoun" for item in items):
        organisations = list(subject)
    return SentenceReading(
        text, start, end, language, tokens, names, items, predicates, readings, antecedents,
        subject,
        tuple({name.text: name for name in organisations}.values()),
        called,
        previous,
    )  # fmt: skip


def _only_limits(items: Sequence[Item], at: int, tokens: Sequence[SentenceToken]) -> bool:
    """Whether a "que" makes "only" of a "ne" before it: "n'a versé que 4 millions"."""
    if items[at].value not in {"que", "qu"} or items[at].kind != "subordinator":
        return False
    if at + 1 == len(items) or items[at + 1].kind != "figure":
        return False
    verb = next((one for one in reversed(items[:at]) if isinstance(one, VerbGroup)), None)
    return verb is not None and not verb.negative and tokens[verb.first].low in {"n", "ne"}


def _without_set_aside(items: Sequence[Item], tokens: Sequence[SentenceToken]) -> list[Item]:
    """The items without whoever is named only to be set aside: "not by A but by B", ", not A".

    Who did not do it fills no role of what another one did. Linear in the items.
    """
    kept = [item for item in items if not (isinstance(item, Phrase) and item.words == ("non",))]
    at = 0
    while at < len(kept):
        phrase = kept[at]
        first = at - 1 if at and kept[at - 1].kind == "preposition" else at
        before = kept[first].first - 1
        if not isinstance(phrase, Phrase) or before < 0 or tokens[before].low not in _SETTING_ASIDE:
            at += 1
            continue
        if phrase.name is None and first == at:
            at += 1  # "Pas un centime de plus"
            continue
        behind = at + 1
        if behind < len(kept) and kept[behind].value == ",":
            behind += 1
        set_against = behind < len(kept) and kept[behind].value in {"but", "mais"}
        if set_against and first and isinstance(kept[first - 1], VerbGroup):
            group = kept[first - 1]
            assert isinstance(group, VerbGroup)
            if before == group.last - 1 and tokens[before].low == "not":
                group.negative = False  # "Was bought not by A but by B"
        if set_against:
            del kept[first : behind + 1]
            at = first
            continue
        while first and (kept[first - 1].kind == "conjunction" or kept[first - 1].value == ","):
            first -= 1
        if kept[first].value not in {",", "et", "and"}:
            at += 1
            continue
        # A comma that closes it goes, too: "A, not B, has bought C".
        del kept[first : behind if kept[first].value == "," else at + 1]
        at = first
    return kept


_SETTING_ASIDE = frozenset({"not", "non", "pas"})
"""Words right before a name, or its preposition, by which it is set aside."""


def _is_quote(item: Item) -> bool:
    return item.kind == "sign" and item.value in _QUOTES


def _event(sentence: SentenceReading, reading: EventReading) -> Event:
    group = reading.predicate.group if reading.predicate and reading.noun is None else None
    source: Item
    if reading.noun is not None:
        source, lemma = reading.noun, reading.noun.value
    else:
        assert group is not None
        source, lemma = group, group.verb.lemma if group.verb else ""
    start, end = sentence.span(source.first, source.last)
    mood, denied = mood_of(sentence, reading)
    unread = unread_governor(sentence, reading)
    return Event(
        lemma=lemma,
        frame=reading.frame,
        voice=group.voice if group else "active",
        tense=group.tense if group else "",
        mood=mood,
        polarity="denied" if denied else "affirmed",
        payers=roles_of(sentence, reading.payers),
        payees=roles_of(sentence, reading.payees),
        parties=roles_of(sentence, reading.parties),
        owners=roles_of(sentence, reading.owners),
        figures=tuple(sentence.span(figure.first, figure.last) for figure in reading.figures),
        start=start,
        end=end,
        unread=sentence.span(*unread) if unread is not None else None,
        subject=_subject(sentence, reading) if group else None,
    )


def _subject(sentence: SentenceReading, reading: EventReading) -> Span | None:
    """The words of the subject of a verb, with the complements of its noun."""
    predicate = reading.predicate
    if predicate is None or not predicate.subject:
        return None
    first, last = predicate.subject[0], predicate.subject[-1]
    if first.first > last.last:
        return None
    at = next((at for at, item in enumerate(sentence.items) if item is last), -1)
    end = last.last
    while at >= 0 and at + 2 < len(sentence.items):
        of, inner = sentence.items[at + 1], sentence.items[at + 2]
        if not (of.kind == "preposition" and of.value == "of" and isinstance(inner, Phrase)):
            break
        at, end = at + 2, inner.last
    return sentence.span(first.first, end)


def event_words(sentence: SentenceReading, reading: EventReading) -> Span:
    """The verb or noun that tells an event."""
    if reading.noun is not None:
        return sentence.span(reading.noun.first, reading.noun.last)
    assert reading.predicate is not None
    return sentence.span(reading.predicate.group.first, reading.predicate.group.last)


def roles_of(
    sentence: SentenceReading, fillers: Sequence[Filler] | Sequence[Name]
) -> tuple[Role, ...]:
    """Fillers, or bare names, as roles with the words that show them; each name once."""
    roles: dict[str, Role] = {}
    for filler in fillers:
        name = filler if isinstance(filler, Name) else filler.name
        place = (name.start, name.end)
        if not isinstance(filler, Name):
            start, end = sentence.span(filler.item.first, filler.item.last)
            if not (start <= name.start and name.end <= end):
                place = (start, end)
        roles.setdefault(name.text, Role(name.text, name.party, *place))
    return tuple(roles.values())
