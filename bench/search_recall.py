"""Recall: are rare parties found when their names are misspelt?

    python bench/search_recall.py [--records 100000] [--queries 1000] [--misses 20]
    python bench/search_recall.py --names companies.txt [--typed misspelt.tsv]

Queries are names of parties that occur in at most 10 records, with one or two typing errors
from a seeded model: a letter dropped, doubled, swapped with the next, or a neighbour on an
AZERTY or QWERTY keyboard. A query is a success when one of the party's records is among the
first 10. Also counted: names in other shapes (spaces dropped or added, legal form left out,
`and` for `&`, no accents). With a table of real company names these replace the invented ones,
and with a table of real misspellings (name, what was typed, errors; tabs between) those are the
queries. Reports, asserts nothing.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from search_corpus import FORMS
from search_corpus import corpus as generate_corpus

from tui.model.corpus import Corpus
from tui.model.records import Deal, Party, record_parties
from tui.search.analysis.analyzer import fold
from tui.search.engine import build

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.search.engine import Index

FIRST = 10
RARE = 10
ROWS = ("azertyuiop", "qsdfghjklm", "wxcvbn"), ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def neighbours() -> dict[str, str]:
    """For each letter those beside it on either keyboard, and above and below."""
    near: dict[str, set[str]] = {}
    for layout in ROWS:
        for y, row in enumerate(layout):
            for x, letter in enumerate(row):
                for other_y in (y - 1, y, y + 1):
                    if 0 <= other_y < 3:
                        for other_x in (x - 1, x, x + 1):
                            if 0 <= other_x < len(layout[other_y]):
                                near.setdefault(letter, set()).add(layout[other_y][other_x])
    return {letter: "".join(sorted(others - {letter})) for letter, others in near.items()}


NEAR = neighbours()


def misspelt(name: str, errors: int, source: random.Random) -> str:
    """A name with so many typing errors, each at a letter of its own."""
    text = name
    for _ in range(errors):
        for _ in range(100):
            changed = _error(text, source)
            if changed is not None and fold(changed) not in (fold(text), fold(name)):
                text = changed
                break
    return text


def _error(text: str, source: random.Random) -> str | None:
    letters = [at for at, char in enumerate(text) if char.isalpha()]
    at = source.choice(letters)
    kind = source.choice(("drop", "double", "swap", "neighbour"))
    if kind == "drop":
        return text[:at] + text[at + 1 :]
    if kind == "double":
        return text[: at + 1] + text[at:]
    if kind == "swap":
        if at + 1 >= len(text) or not text[at + 1].isalpha():
            return None
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    letter = fold(text[at])
    return text[:at] + source.choice(NEAR[letter]) + text[at + 1 :] if letter in NEAR else None


def joined(name: str, source: random.Random) -> str:
    return name.replace(" & ", "").replace(" ", "")


def split(name: str, source: random.Random) -> str:
    words = name.split()
    long = [at for at, word in enumerate(words) if len(word) >= 6]
    if not long:
        return name
    at = source.choice(long)
    middle = source.randrange(3, len(words[at]) - 2)
    words[at] = words[at][:middle] + " " + words[at][middle:]
    return " ".join(words)


def without_form(name: str, source: random.Random) -> str:
    words = name.split()
    return " ".join(words[:-1]) if words[-1] in FORMS else f"{name} Inc"


def with_and(name: str, source: random.Random) -> str:
    return name.replace("&", source.choice(("and", "et")))


def plain(name: str, source: random.Random) -> str:
    return fold(name)


def with_names(corpus: Corpus, names: list[str]) -> Corpus:
    """A corpus with real names for as many of its rare parties, in their records' titles too."""
    counts: Counter[str] = Counter()
    for record in corpus.records.values():
        counts.update(record_parties(record))
    rare = sorted(party for party, count in counts.items() if count <= RARE)
    random.Random(len(names)).shuffle(rare)
    renamed = dict(zip(rare, names, strict=False))
    parties = {key: Party(key, renamed[key]) if key in renamed else party
               for key, party in corpus.parties.items()}  # fmt: skip
    records = {}
    for key, record in corpus.records.items():
        assert isinstance(record, Deal)
        title = record.title
        for party in record_parties(record):
            if party in renamed:
                title = title.replace(corpus.parties[party].name, renamed[party], 1)
        records[key] = Deal(**{**_fields(record), "title": title})
    return Corpus(parties, corpus.articles, records, corpus.texts)


def _fields(record: Deal) -> dict[str, object]:
    return {name: getattr(record, name) for name in record.__struct_fields__}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--queries", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="show N misses each")
    parser.add_argument("--names", type=Path, help="a file of company names, one a line")
    parser.add_argument("--typed", type=Path, help="real misspellings: name, typed, errors")
    options = parser.parse_args()
    corpus = generate_corpus(options.records)
    if options.names:
        corpus = with_names(corpus, options.names.read_text(encoding="utf-8").split("\n"))
    counts: Counter[str] = Counter()
    for record in corpus.records.values():
        counts.update(record_parties(record))
    rare = [party for party, count in counts.items() if count <= RARE]
    print(f"{len(corpus.records)} records, {len(corpus.parties)} parties, "
          f"{len(rare)} in at most {RARE} records")  # fmt: skip
    index = build(corpus)
    if options.typed:
        _report_typed(corpus, index, options.typed, options.misses)
        return
    source = random.Random(options.seed)
    kinds: list[tuple[str, int, Callable[[str, random.Random], str]]] = [
        ("as written", 0, lambda name, _: name),
        ("one error", 4, lambda name, source: misspelt(name, 1, source)),
        ("two errors", 8, lambda name, source: misspelt(name, 2, source)),
        ("spaces dropped", 0, joined), ("a space added", 0, split),
        ("legal form changed", 0, without_form), ("and for &", 0, with_and),
        ("without accents", 0, plain),
    ]  # fmt: skip
    for label, letters, change in kinds:
        able = [party for party in rare if _letters(corpus.parties[party].name) >= letters]
        chosen = source.sample(able, min(options.queries, len(able)))
        missed = []
        for party in chosen:
            query = change(corpus.parties[party].name, source)
            if not _found(index, query, party):
                missed.append((corpus.parties[party].name, query))
        _report(label, len(chosen), missed, options.misses)


def _report_typed(corpus: Corpus, index: Index, path: Path, misses: int) -> None:
    """Real misspellings by their number of errors."""
    by_name = {party.name: party.id for party in corpus.parties.values()}
    by_errors: dict[str, list[tuple[str, str]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        name, typed, errors = line.split("\t")
        by_errors.setdefault(f"{errors} errors", []).append((name, typed))
    for label, pairs in sorted(by_errors.items()):
        missed = [pair for pair in pairs if not _found(index, pair[1], by_name[pair[0]])]
        _report(label, len(pairs), missed, misses)


def _report(label: str, queries: int, missed: list[tuple[str, str]], misses: int) -> None:
    print(f"{label:<20} {1 - len(missed) / queries:7.2%} of {queries}", flush=True)
    for name, query in missed[:misses]:
        print(f"    {name!r} typed {query!r}", file=sys.stdout)


def _letters(name: str) -> int:
    return sum(map(str.isalpha, name))


def _found(index: Index, query: str, party: str) -> bool:
    result = index.search(query)
    return any(party in record_parties(index.records[row]) for row in result.ids[:FIRST])


if __name__ == "__main__":
    main()
