"""Reading a corpus: YAML with positions against libyaml's bare events; opening again.

Usage: python bench/load.py [records] [articles] [runs]
"""

from __future__ import annotations

import gc
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from generate import generate

from tui.corpus.load import read_corpus_file
from tui.corpus.yaml.document_reader import read_yaml

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
    result = run()  # Not freed before the clock is read.
    taken = time.perf_counter() - start
    del result
    return taken


BARE, FIRST, AGAIN = "libyaml's bare events", "first opening", "opening again"
OPENING = """
import resource, sys, time
from pathlib import Path
from tui.store.opening import open_corpus
start = time.perf_counter()
first = []
loaded = open_corpus(
    Path(sys.argv[1]),
    cache_dir=Path(sys.argv[2]) if len(sys.argv) > 2 else None,
    on_part=lambda part: first.append(time.perf_counter() - start),
)
taken = time.perf_counter() - start
print(taken, first[0], resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)
"""


def opening(*arguments: Path) -> tuple[float, float, float]:
    """Seconds to all and to the first records, and peak bytes, in a process of its own."""
    command = [sys.executable, "-c", OPENING, *map(str, arguments)]
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    taken, first, peak = map(float, output.split())
    return taken, first, peak


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
        peaks: list[float] = []
        for number in range(runs):
            for what, run in (
                (BARE, lambda: bare_events(text)),
                ("read_yaml, with positions", lambda: read_yaml(text, file="deals.yaml")),
                ("read_corpus_file, typed records", lambda: read_corpus_file(path)),
            ):
                times.setdefault(what, []).append(seconds(run))
            cache = Path(name) / f"cache-{number}"
            for what in (FIRST, AGAIN):
                taken, early, peak = opening(path, cache)
                times.setdefault(what, []).append(taken)
                times.setdefault(f"  of which to the first records, {what}", []).append(early)
                peaks.append(peak)
    # The least of several runs: the rest is what other programs took from this one.
    print(f"{'':52}{'best s':>9}{'/ events':>9}{'/ first':>9}")
    for what, taken_times in times.items():
        best = min(taken_times)
        print(f"{what:52}{best:9.2f}{best / min(times[BARE]):9.2f}{best / min(times[FIRST]):9.2f}")
    texts = articles * 5000 / 1e6
    print(
        f"peak memory of an opening: {max(peaks) / 1e6:.0f} MB for {megabytes:.0f} MB of YAML "
        f"and {texts:.0f} MB of articles"
    )


if __name__ == "__main__":
    main()
