"""The audit of a generated corpus: first without, then with the proofs of the last time.

Seconds are of the processor, so that what else runs on the machine counts little.

Usage: python bench/audit.py [records] [articles] [runs] [--coverage]
"""

from __future__ import annotations

import gc
import json
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from generate import generate

from tui.corpus.load import load
from tui.proof.audit import audit
from tui.proof.prover import Prover

if TYPE_CHECKING:
    from tui.model.corpus import Corpus


def timed(corpus: Corpus, stored: str, *, coverage: bool) -> tuple[float, float, Prover, int]:
    """Seconds to read the stored proofs and to audit, the prover, the number of findings."""
    gc.collect()
    start = time.process_time()
    prover = Prover(corpus, cache=json.loads(stored))
    read = time.process_time() - start
    found = audit(prover, coverage=coverage)
    return read, time.process_time() - start, prover, len(found)


def main() -> None:
    """Measure from the command line."""
    given = [argument for argument in sys.argv[1:] if argument != "--coverage"]
    numbers = [int(argument) for argument in given[:3]]
    records, articles, runs = (numbers + [20_000, 20_000, 3][len(numbers) :])[:3]
    with tempfile.TemporaryDirectory() as folder:
        path = generate(Path(folder), records, articles)
        corpus = load(path).corpus
    size = sum(len(text.text) for text in corpus.texts.values())
    quotes = sum(len(record.evidence) for record in corpus.records.values())
    print(f"{records} records, {quotes} quotes, {articles} articles, {size / 1e6:.0f} M characters")
    for coverage in (False, True)[: 1 + ("--coverage" in sys.argv)]:
        name = "with coverage" if coverage else "as checked by default"
        _, cold, prover, findings = timed(corpus, "{}", coverage=coverage)
        stored = json.dumps(prover.export_cache())
        states = Counter(prover.record(record).state for record in corpus.records)
        again = [timed(corpus, stored, coverage=coverage) for _ in range(runs)]
        read, warm, _, same = min(again, key=lambda one: one[1])
        print(f"\n{name}: {findings} findings, {dict(states)}")
        print(f"  first       {cold:7.2f} s")
        print(f"  again       {warm:7.2f} s   {warm / cold:.3f} of the first, {same} findings")
        print(f"  of it read  {read:7.2f} s   {len(stored) / 1e6:.1f} MB of JSON")


if __name__ == "__main__":
    main()
