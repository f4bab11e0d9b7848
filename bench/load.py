"""Reading a corpus: YAML with positions against libyaml's bare events; opening again.

Usage: python bench/load.py [records] [articles] [runs]
"""

from __future__ import annotations

import gc
import resource
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from generate import generate

from tui.corpus.load import read_articles, read_corpus_file
from tui.corpus.opening import open_corpus
from tui.corpus.yaml_reader import read_yaml

if TYPE_CHECKING:
    from collections.abc import Callable


def bare_events(text: str) -> int:
    """How many events libyaml gives for a text."""
    parser = yaml.CSafeLoader(text)
    count = 0
    while parser.get_event() is not None:
        count += 1
    parser.dispose()
    return count


def seconds(run: Callable[[], object]) -> float:
    """How long one run takes."""
    gc.collect()
    start = time.perf_counter()
    kept = run()
    taken = time.perf_counter() - start
    del kept
    return taken


def main() -> None:
    """Generate, measure, print a table."""
    numbers = [int(argument) for argument in sys.argv[1:4]]
    records, articles, runs = (numbers + [20_000, 20_000, 3][len(numbers) :])[:3]
    with tempfile.TemporaryDirectory() as name:
        path = generate(Path(name) / "corpus", records, articles, seed=1)
        text = path.read_text("utf-8")
        megabytes = path.stat().st_size / 1e6
        print(f"{records:,} records, {megabytes:.1f} MB of YAML, {articles:,} articles")
        times: dict[str, list[float]] = {}
        for number in range(runs):
            cache = Path(name) / f"cache-{number}"
            loaded = read_corpus_file(path)
            for what, run in (
                ("libyaml's bare events", lambda: bare_events(text)),
                ("read_yaml, with positions", lambda: read_yaml(text, file="deals.yaml")),
                ("read_corpus_file, typed records", lambda: read_corpus_file(path)),
                ("read_articles", lambda loaded=loaded: read_articles(loaded)),
                ("first opening", lambda cache=cache: open_corpus(path, cache_dir=cache)),
                ("opening again", lambda cache=cache: open_corpus(path, cache_dir=cache)),
            ):
                times.setdefault(what, []).append(seconds(run))
    bare = times["libyaml's bare events"]
    first = times["first opening"]
    print(f"{'':34}{'median s':>10}{'/ events':>10}{'/ first':>10}")
    for what, taken in times.items():
        ratio = statistics.median(a / b for a, b in zip(taken, bare, strict=True))
        opening = statistics.median(a / b for a, b in zip(taken, first, strict=True))
        print(f"{what:34}{statistics.median(taken):10.2f}{ratio:10.2f}{opening:10.2f}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(f"peak memory of all this: {peak / 1e6:.0f} MB, {peak / 1e6 / megabytes:.1f} x the YAML")


if __name__ == "__main__":
    main()
