"""The audit of a generated corpus: first, again when nothing changed, again after one edit.

Seconds are of the processor, so that what else runs on the machine counts little.

Usage: python bench/audit.py [records] [articles] [runs] [--coverage]
"""

from __future__ import annotations

import gc
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from generate import generate

from tui.corpus.load import load
from tui.model.quantities import Quantity
from tui.proof.audit.registry import audit
from tui.store.proof_file import proofs_of

if TYPE_CHECKING:
    from tui.corpus.load import Loaded
    from tui.proof.results.proof_store import ProofStore


def timed(loaded: Loaded, folder: Path, *, coverage: bool) -> tuple[float, float, ProofStore, int]:
    """Seconds to read the store and to audit, the proofs, the number of findings."""
    gc.collect()
    start = time.process_time()
    proofs = proofs_of(loaded, folder)
    read = time.process_time() - start
    kept = proofs.findings()
    findings = len(kept if kept is not None else audit(proofs))
    if coverage:
        findings += sum(len(proofs.recorded(article).open) for article in loaded.corpus.articles)
    return read, time.process_time() - start, proofs, findings


def edited(loaded: Loaded) -> Loaded:
    """The corpus with another amount in its first record, as after an edit of the file."""
    name, record = next(iter(loaded.corpus.records.items()))
    other = msgspec.structs.replace(
        record, title="Another title", amount=Quantity.parse("9 bn USD")
    )
    corpus = msgspec.structs.replace(loaded.corpus, records={**loaded.corpus.records, name: other})
    return msgspec.structs.replace(loaded, corpus=corpus, digest="edited")


def main() -> None:
    """Measure from the command line."""
    given = [argument for argument in sys.argv[1:] if argument != "--coverage"]
    numbers = [int(argument) for argument in given[:3]]
    records, articles, runs = (numbers + [20_000, 20_000, 3][len(numbers) :])[:3]
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        loaded = load(generate(folder, records, articles))
        corpus = loaded.corpus
        size = sum(len(text.text) for text in corpus.texts.values())
        quotes = sum(len(record.evidence) for record in corpus.records.values())
        print(f"{records} records, {quotes} quotes, {articles} articles, {size / 1e6:.0f} MB")
        for coverage in (False, True)[: 1 + ("--coverage" in sys.argv)]:
            store = folder / f"store-{coverage}"
            name = "with coverage" if coverage else "as checked by default"
            _, cold, proofs, findings = timed(loaded, store, coverage=coverage)
            start = time.process_time()
            proofs.keep_findings(audit(proofs))
            proofs.save()
            kept = time.process_time() - start
            stored = sum(file.stat().st_size for file in store.iterdir()) / 1e6
            states = Counter(proofs.record(record).state for record in corpus.records)
            del proofs
            again = [timed(loaded, store, coverage=coverage) for _ in range(runs)]
            read, warm, _, same = min(again, key=lambda one: one[1])
            _, after, later, _ = timed(edited(loaded), store, coverage=coverage)
            print(f"\n{name}: {findings} findings, {dict(states)}")
            print(f"  first         {cold:7.2f} s, then {kept:.2f} s to keep it, {stored:.1f} MB")
            print(
                f"  again         {warm:7.2f} s   {warm / cold:.3f} of the first, {same} findings"
            )
            print(f"  of it read    {read:7.2f} s")
            print(f"  after an edit {after:7.2f} s   {len(later.computed)} proved again")
            del again, later


if __name__ == "__main__":
    main()
