"""The search engine alone: build, keys, growth, memory.

    python bench/search_engine.py [--sizes 1000 10000 100000] [--memory]

Keys come from a typing log: people type, mistype, correct and delete. A key is one query with
its total and its first 20 rows; the marks of these rows are counted apart. Reports, asserts
nothing.
"""

from __future__ import annotations

import argparse
import gc
import random
import statistics
import sys
import time
import tracemalloc
from types import FunctionType, ModuleType
from typing import TYPE_CHECKING

from pyroaring import BitMap
from search_corpus import corpus as generate_corpus

from tui.search.engine import build

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.model.corpus import Corpus
    from tui.search.engine import Index

ROWS = 20
FIXED = (
         "4 milliards", "amount:>1bn banque", "status:paid energy cloud", "party:capital 2023",
         "milliards (banque | fonds) -dette", '"tour de table"', "in:articles investissement",
         "date:2020..2022 acquisition", "sort:-amount énergie", "de", "la", "inv", "con",
)  # fmt: skip


def queries(corpus: Corpus, source: random.Random, count: int) -> list[str]:
    """What people look for: parties, words of notes, both, figures, filters."""
    records = list(corpus.records.values())
    chosen = list(FIXED)
    while len(chosen) < count:
        record = source.choice(records)
        name = corpus.party_name(record.payer)  # type: ignore[union-attr] # all are deals
        word = source.choice(record.note.split())
        chosen.append(source.choice((name, word, f"{name} {word}", f"{word} {name}", name.lower())))
    source.shuffle(chosen)
    return chosen


def keys(query: str, source: random.Random) -> Iterator[str]:
    """The contents of the search bar after every key, with slips and deletions."""
    typed = ""
    for letter in query:
        if source.random() < 0.06:
            typed += source.choice("azertyuiopqsdfghjklm")
            yield typed
            typed = typed[:-1]
            yield typed
        typed += letter
        yield typed
    while typed and source.random() < 0.5:
        for _ in range(min(len(typed), source.randint(1, 12))):
            typed = typed[:-1]
            yield typed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000, 100_000])
    parser.add_argument("--queries", type=int, default=60)
    parser.add_argument("--memory", action="store_true", help="measure memory too; slow")
    parser.add_argument("--slowest", type=int, default=0, metavar="N", help="show N keys")
    options = parser.parse_args()
    print(
        f"{'records':>8} {'words':>7} {'build s':>8} {'keys':>6}  search ms: "
        f"{'p50':>6} {'p95':>6} {'p99':>6} {'max':>6}  marks ms: {'p50':>6} {'p95':>6}"
    )
    p95 = {}
    for size in options.sizes:
        corpus = generate_corpus(size)
        index, seconds = _built(corpus)
        times = _typed(corpus, index, options.queries)
        spent = sorted(spent for spent, _, _ in times)
        at = statistics.quantiles(spent, n=100)
        marks = statistics.quantiles([marks for _, marks, _ in times], n=100)
        p95[size] = at[94]
        print(f"{size:>8} {len(index.matcher.dictionary):>7} {seconds:>8.2f} {len(spent):>6} "
              f"{'':>11} {at[49] * 1e3:>6.2f} {at[94] * 1e3:>6.2f} {at[98] * 1e3:>6.2f} "
              f"{spent[-1] * 1e3:>6.1f} {'':>10} {marks[49] * 1e3:>6.2f} {marks[94] * 1e3:>6.2f}",
              flush=True)  # fmt: skip
        for spent_on, _, query in sorted(times, reverse=True)[: options.slowest]:
            print(f"    {spent_on * 1e3:7.2f} ms  {query!r}")
        if options.memory:
            del index
            _memory(corpus)
    if 10_000 in p95 and 100_000 in p95:
        print(f"growth of p95 from 10,000 to 100,000 records: {p95[100_000] / p95[10_000]:.2f}×")


def _built(corpus: Corpus) -> tuple[Index, float]:
    start = time.perf_counter()
    index = build(corpus)
    seconds = time.perf_counter() - start
    # As the app does before anyone types.
    index.warm()
    return index, seconds


def _typed(corpus: Corpus, index: Index, count: int) -> list[tuple[float, float, str]]:
    source = random.Random(11)
    times = []
    for query in queries(corpus, source, count):
        for typed in keys(query, source):
            start = time.perf_counter()
            result = index.search(typed)
            result.ids[:ROWS]
            searched = time.perf_counter()
            for position in range(min(ROWS, result.total)):
                result.hit(position)
            times.append((searched - start, time.perf_counter() - searched, typed))
    return times


def _memory(corpus: Corpus) -> None:
    gc.collect()
    tracemalloc.start()
    index = build(corpus)
    index.warm()
    gc.collect()
    held, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    # The content of bitmaps is allocated in C, where tracemalloc does not see it.
    bitmaps, text = _bitmaps(index, corpus), index.characters
    print(f"    index {(held + bitmaps) / 1e6:.1f} MB, of these {bitmaps / 1e6:.1f} MB in bitmaps "
          f"(peak {(peak + bitmaps) / 1e6:.1f} MB) for {text / 1e6:.1f} MB of text: "
          f"{(held + bitmaps) / text:.2f}×", file=sys.stdout)  # fmt: skip


def _bitmaps(index: Index, corpus: Corpus) -> int:
    """Bytes inside the bitmaps that an index holds."""
    seen = {id(corpus)}
    stack: list[object] = [index]
    held = 0
    while stack:
        item = stack.pop()
        if id(item) in seen or isinstance(item, (type, ModuleType, FunctionType)):
            continue
        seen.add(id(item))
        if isinstance(item, BitMap):
            held += len(item.serialize())
        stack += gc.get_referents(item)
    return held


if __name__ == "__main__":
    main()
