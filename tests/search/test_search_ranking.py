"""The order of results against a slow and obvious one, on corpora made to collide."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.model.corpus import ArticleText, Corpus
from tui.model.dates import Edtf
from tui.model.quantities import Quantity
from tui.model.records import (
    Article,
    Deal,
    Evidence,
    Party,
    all_evidence,
    record_amount,
    record_date,
    record_parties,
)
from tui.search.analysis.analyzer import words
from tui.search.analysis.figure_terms import quantity_words
from tui.search.engine import build
from tui.search.index.indexed_texts import instrument_text, note_texts
from tui.search.index.party_names import LEGAL_FORMS, name_words

# Words that are beginnings, parts and misspellings of each other, so that all of it happens.
LEXICON = (
    "nab", "abn", "bana", "bnaa", "banan", "abnan", "banna", "banana", "bnanaa", "bananas",
    "ananas", "annaas", "bananaboat", "banaanboat", "bannaabot", "naboat", "boat", "bota", "inc",
    "bananabaot", "xboat", "ananaboat", "nanab", "ab", "a",
)  # fmt: skip
word = st.one_of(st.sampled_from(LEXICON), st.text("abn", min_size=1, max_size=9))
phrase = st.lists(word, min_size=1, max_size=4).map(" ".join)


@st.composite
def corpora(draw: st.DrawFn) -> Corpus:
    parties = {
        f"q{at}": Party(f"q{at}", draw(phrase), tuple(draw(st.lists(phrase, max_size=1))))
        for at in range(3)
    }
    articles, texts = {}, {}
    for at in range(2):
        articles[f"x{at}"] = Article(f"x{at}", "f", title=draw(phrase))
        texts[f"x{at}"] = ArticleText(draw(phrase))
    records = {}
    for at in range(draw(st.integers(1, 6))):
        evidence = tuple(
            Evidence(("amount",), article, draw(phrase))
            for article in draw(st.lists(st.sampled_from(["x0", "x1"]), max_size=2))
        )
        records[f"r{at}"] = Deal(
            f"r{at}", draw(phrase), payer=draw(st.sampled_from(["", "q0", "q1", "q2"])),
            payee=draw(st.sampled_from(["", "q0", "q1"])),
            announced=draw(st.sampled_from([None, Edtf.parse("2023"), Edtf.parse("2024-05")])),
            amount=draw(st.sampled_from([None, Quantity.parse("4 bn USD")])),
            evidence=evidence, note=draw(st.one_of(st.just(""), phrase)),
        )  # fmt: skip
    return Corpus(parties, articles, records, texts)


@cache
def distance(left: str, right: str) -> int:
    """Optimal string alignment, by its textbook table."""
    table = [[max(i, j) for j in range(len(right) + 1)] for i in range(len(left) + 1)]
    for i in range(1, len(left) + 1):
        for j in range(1, len(right) + 1):
            table[i][j] = min(
                table[i - 1][j] + 1,
                table[i][j - 1] + 1,
                table[i - 1][j - 1] + (left[i - 1] != right[j - 1]),
            )
            if i > 1 and j > 1 and left[i - 2 : i] == right[j - 2 : j][::-1]:
                table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
    return table[-1][-1]


def allowed(typed: str, found: str) -> int:
    if len(typed) < 4:
        return 0
    return 2 if len(typed) >= 8 or (len(typed) >= 6 and len(found) >= 8) else 1


@cache
def edits(typed: str, found: str, last: bool) -> int | None:
    """Edits to a word, or for the last word to a beginning whose last letter is confirmed."""
    candidates = []
    whole = distance(typed, found)
    if whole <= allowed(typed, found):
        candidates.append(whole)
    if last:
        limit = allowed(typed, typed)
        for length in range(1, len(found) + 1):
            begun = found[:length]
            confirmed = typed[-1] == begun[-1] or typed[-2:] == begun[-2:][::-1]
            if confirmed and distance(typed, begun) <= limit:
                candidates.append(distance(typed, begun))
    return min(candidates, default=None)


def typos(typed: str, found: str, last: bool) -> int | None:
    if found.startswith(typed):
        return 0
    inside = 1 if len(typed) >= 3 and typed in found else None
    return min(filter(None, (inside, edits(typed, found, last))), default=None)


def typos_together(run: tuple[str, ...], found: str, names: set[str], last: bool) -> int | None:
    typed = "".join(run)
    if found == typed or (last and found.startswith(typed)):
        return 0
    bare = list(run)
    while len(bare) > 1 and bare[-1] in LEGAL_FORMS:
        bare.pop()
    counts = [1] if len(bare) < len(run) and found == "".join(bare) else []
    near = edits(typed, found, False)
    if near == 1 and (found in names or len(found) >= len(typed)):
        counts.append(1)
    if near == 2 and (found in names or len(found) >= len(typed)):
        counts.append(2)
    return min(counts, default=None)


class Reference:
    """Reads every text of every record for every query."""

    def __init__(self, corpus: Corpus) -> None:
        self.names: set[str] = set()
        self.texts = {}
        self.running: dict[str, list[list[list[str]]]] = {}
        self.known = {
            word
            for key, item in corpus.articles.items()
            for word in words(f"{item.title} {corpus.texts[key].text}")
        }
        for record in corpus.records.values():
            party: list[str] = []
            said: list[list[str]] = []
            for key in record_parties(record):
                known = corpus.parties[key]
                spoken = (known.name, *known.aliases)
                extra, together = name_words(spoken)
                self.names |= together
                said += [words(name) for name in spoken]
                party += [*extra, *(word for name in spoken for word in words(name))]
            amount = record_amount(record)
            evidence = all_evidence(record)
            article = []
            for _, item in evidence:
                about, text = corpus.articles[item.article], corpus.texts[item.article]
                article += words(f"{about.title} {text.text}")
            self.texts[record.id] = [
                words(record.title), party,
                [*words(str(amount)), *quantity_words(amount)] if amount else [],
                words(instrument_text(record)),
                [word for _, item in evidence for word in words(item.quote)],
                [word for note in note_texts(record, evidence) for word in words(note)], article,
            ]  # fmt: skip
            self.known.update(*self.texts[record.id])
            cited = {item.article for _, item in evidence}
            self.running[record.id] = [
                [words(record.title)], said, [], [words(instrument_text(record))],
                [words(item.quote) for _, item in evidence],
                [words(note) for note in note_texts(record, evidence)],
                [words(corpus.articles[key].title) for key in cited]
                + [words(corpus.texts[key].text) for key in cited],
            ]  # fmt: skip
        self.corpus = corpus

    def keys(self, typed: list[str]) -> dict[str, tuple[int, ...]]:
        """The rank of every record that the words find."""
        found = {}
        for record in self.corpus.records:
            ranks = [self.rank(record, reading, typed) for reading in compositions(typed)]
            best = min(filter(None, ranks), default=None)
            if best is not None:
                found[record] = best
        return found

    def rank(
        self, record: str, reading: list[tuple[str, ...]], typed: list[str]
    ) -> tuple[int, ...] | None:
        parts = []
        at = 0
        for run in reading:
            at += len(run)
            part = self.part(record, run, at == len(typed))
            if part is None:
                return None
            parts.append(part)
        distance_class = 0
        if len(parts) > 1:
            shared = set.intersection(*(found for _, found, _ in parts))
            distance_class = 2 if not shared else 1
            if shared and self.side_by_side(record, reading, len(typed)):
                distance_class = 0
        return (
            sum(count for count, _, _ in parts),
            max(min(found) for _, found, _ in parts),
            distance_class,
            sum(not whole for _, _, whole in parts),
        )

    def meant(self, run: tuple[str, ...], found: str, last: bool) -> int | None:
        if len(run) == 1:
            return typos(run[0], found, last)
        return typos_together(run, found, self.names, last)

    def apart(self, texts: list[list[str]], typed: str, last: bool) -> bool:
        """Whether two words that follow each other are the typed one, which no word begins with."""
        if any(word.startswith(typed) for word in self.known):
            return False
        return any(
            min(len(first), len(typed) - len(first)) >= 3
            and (first + second == typed
                 or (last and typed.startswith(first) and (first + second).startswith(typed)))
            for text in texts
            for first, second in pairwise(text)
        )  # fmt: skip

    def part(
        self, record: str, run: tuple[str, ...], last: bool
    ) -> tuple[int, set[int], bool] | None:
        """Fewest typos, the groups that have such an occurrence, whether it is the whole word."""
        counts = {}
        for group, text in enumerate(self.texts[record]):
            here = [self.meant(run, found, last) for found in text]
            least = min((count for count in here if count is not None), default=None)
            if least != 0 and len(run) == 1:
                running = self.running[record][group]
                least = 1 if self.apart(running, run[0], last) else least
            if least is not None:
                counts[group] = least
        if not counts:
            return None
        least = min(counts.values())
        groups = {group for group, count in counts.items() if count == least}
        whole = len(run) == 1 and any(
            distance(run[0], found) == least and least <= allowed(run[0], found)
            for found in self.texts[record][min(groups)]
        )
        return least, groups, whole

    def side_by_side(self, record: str, reading: list[tuple[str, ...]], count: int) -> bool:
        if any(len(run) > 1 for run in reading):
            return False
        title = self.texts[record][0]
        return any(
            all(
                self.meant(run, title[start + at], start_at_last(at, reading)) is not None
                for at, run in enumerate(reading)
            )
            for start in range(len(title) - len(reading) + 1)
        )


def start_at_last(at: int, reading: list[tuple[str, ...]]) -> bool:
    return at == len(reading) - 1


def compositions(typed: list[str]) -> list[list[tuple[str, ...]]]:
    """Every way to take neighbouring words together."""
    if not typed:
        return [[]]
    return [
        [tuple(typed[:size]), *rest]
        for size in range(1, len(typed) + 1)
        for rest in compositions(typed[size:])
    ]


def recency(corpus: Corpus, record: str) -> tuple[int, int, str]:
    when = record_date(corpus.records[record])
    if when is None:
        return (0, 0, record)
    assert when.latest is not None
    assert when.earliest is not None
    return (-when.latest.toordinal(), -when.earliest.toordinal(), record)


def assert_order(corpus: Corpus, typed: list[str]) -> None:
    keys = Reference(corpus).keys(typed)
    expected = sorted(keys, key=lambda record: (keys[record], recency(corpus, record)))
    query = " ".join(typed)
    index = build(corpus)
    for end in range(len(query)):
        index.search(query[:end])
    result = index.search(query)
    assert [result.record_id(at) for at in range(result.total)] == expected


@settings(max_examples=70, deadline=None)
@given(corpora(), word)
def test_the_order_for_one_word_is_that_of_reading_every_text(corpus: Corpus, typed: str) -> None:
    assert_order(corpus, [typed])


@settings(max_examples=40, deadline=None)
@given(corpora(), st.lists(word, min_size=2, max_size=3))
def test_the_order_for_words_is_that_of_reading_every_text(
    corpus: Corpus, typed: list[str]
) -> None:
    assert_order(corpus, typed)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.lists(st.sampled_from(LEXICON), min_size=1, max_size=4), max_size=5), st.data())
def test_words_side_by_side_in_a_title_come_first(
    titles: list[list[str]], data: st.DataObject
) -> None:
    typed = data.draw(st.permutations(["banan", "boat"]))
    records = {
        f"r{at}": Deal(f"r{at}", " ".join([*title, *data.draw(st.permutations(typed))]))
        for at, title in enumerate([*titles, ["a"]])
    }
    assert_order(Corpus(records=records), typed)


@settings(max_examples=40, deadline=None)
@given(
    corpora(), phrase,
    st.sampled_from(["status:announced", "payer:q0", "has:amount", "date:2024", "-ban",
                     "amount:>1bn", "kind:deal", 'article:"x0"', "-payee:q1", "known:..2020"]),
)  # fmt: skip
def test_a_filter_never_adds_a_record(corpus: Corpus, query: str, restriction: str) -> None:
    index = build(corpus)
    without = set(index.search(query).ids)
    assert set(index.search(f"{query} {restriction}").ids) <= without


@settings(max_examples=60, deadline=None)
@given(corpora(), st.lists(word, min_size=1, max_size=2), word)
def test_a_word_adds_a_record_only_where_it_is_read_together_with_the_one_before(
    corpus: Corpus, typed: list[str], added: str
) -> None:
    index, reference = build(corpus), Reference(corpus)
    more = [*typed, added]
    without = set(index.search(" ".join(typed)).ids)
    together = [reading for reading in compositions(more) if len(reading[-1]) > 1]
    for row in set(index.search(" ".join(more)).ids) - without:
        record = index.records[row].id
        assert any(reference.rank(record, reading, more) for reading in together)


@settings(max_examples=40, deadline=None)
@given(corpora(), phrase, phrase)
def test_the_same_query_gives_the_same_order_whatever_was_typed_before(
    corpus: Corpus, query: str, other: str
) -> None:
    index = build(corpus)
    first = list(index.search(query).ids)
    for end in range(len(other)):
        index.search(other[:end])
    assert list(index.search(query).ids) == first
    fresh = build(corpus)
    fresh.warm()
    assert list(fresh.search(query).ids) == first


@settings(max_examples=40, deadline=None)
@given(corpora(), st.lists(word, min_size=2, max_size=3))
def test_every_record_is_listed_once_and_total_counts_them(
    corpus: Corpus, typed: list[str]
) -> None:
    result = build(corpus).search(" | ".join(typed))
    rows = list(result.ids)
    assert len(rows) == result.total == len(set(rows))
    assert [result.ids[at] for at in range(result.total)] == rows


@settings(max_examples=40, deadline=None)
@given(corpora(), phrase, st.sampled_from(["", "title", "-amount"]))
def test_every_record_knows_its_place_in_the_order(corpus: Corpus, query: str, sort: str) -> None:
    result = build(corpus).search(query, sort=sort)
    listed = [result.record_id(at) for at in range(result.total)]
    for record in [*corpus.records, "nobody"]:
        expected = listed.index(record) if record in listed else None
        assert build(corpus).search(query, sort=sort).position(record) == expected
        assert result.position(record) == expected


@settings(max_examples=50, deadline=None)
@given(corpora(), word, word)
def test_either_of_two_words_finds_what_each_finds(corpus: Corpus, one: str, two: str) -> None:
    index = build(corpus)
    # The word behind them keeps both from being the unfinished last one.
    alone = [set(index.search(f"{typed} deal").ids) for typed in (one, two)]
    assert set(index.search(f"({one} | {two}) deal").ids) == alone[0] | alone[1]


@settings(max_examples=40, deadline=None)
@given(corpora(), st.sampled_from(["title", "-title", "amount", "-amount", "date", "payer"]))
def test_an_order_by_a_field_changes_no_total(corpus: Corpus, sort: str) -> None:
    index = build(corpus)
    plain, ordered = index.search("ban"), index.search("ban", sort=sort)
    assert sorted(plain.ids) == sorted(ordered.ids)
    titles = [index.records[row].title for row in index.search(f"sort:{sort}").ids]
    if sort == "title":
        assert all(left <= right for left, right in pairwise(titles))
    if sort == "-title":
        assert all(left >= right for left, right in pairwise(titles))
