"""Key to results painted at 100,000 records, against fzf fed the same text in the same terminal.

Usage: python bench/search.py [--records 100000] [--folder DIR] [--only fzf|dealtui]

Both run in a pseudo terminal of 120×40 cells and get the same keys: typed, mistyped, deleted. A
key is painted when the text on the screen changed for the last time before the next key; the first
line, which tells of progress, does not count. dealtui is measured twice in one run: as soon as its
index is there, while it checks proofs, and once it works at nothing any more. Reports the
percentiles and their ratio, asserts nothing.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from terminal import Terminal

from tui.widgets.drawing.glyphs import PENDING, PROOF

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parent
KEYS = (
    "capitl\x7f\x7fal énergie\x15"
    "4 milliards banque\x15"
    "status\x15"
    "microsfot\x7f\x7f\x7foft\x15"
    "investissement\x15"
    "groupe d"
)
CLEAR = "\x15"
"""Letters; 0x7f deletes one, 0x15 all."""
LIMIT = 3.0
"""Seconds after which a key is done though the text still changes."""
QUIET = {"fzf": 0.9, "dealtui": 0.4}
"""Seconds in which no text changes after which a key is done: above the slowest key of each."""
PREPARING, WORKING = ("reading", "indexing"), ("reading", "indexing", "checking")
"""What the first line says before anyone can search, and while anything is prepared."""
PAUSE = 2.0
"""Seconds without word of work after which none goes on."""
REST = 300.0
"""Seconds to wait until all proofs are checked; what is kept makes the next run short."""


def prepared(folder: Path, records: int) -> tuple[Path, Path]:
    """A generated corpus in a folder, and its text with one line a record."""
    corpus, lines = folder / "deals.yaml", folder / "lines.txt"
    if not corpus.exists():
        command = [sys.executable, str(HERE / "generate.py"), str(folder)]
        command += [str(records), str(max(1, records // 20))]
        subprocess.run(command, check=True)
    if not lines.exists():
        lines.write_text("\n".join(text_of_records(corpus)) + "\n", encoding="utf-8")
    return corpus, lines


def text_of_records(path: Path) -> list[str]:
    """What dealtui searches of each record itself, on one line."""
    from tui.model.records import all_evidence, record_amount, record_parties
    from tui.store.opening import open_corpus

    corpus = open_corpus(path, cache_dir=None).corpus
    texts = []
    for record in corpus.records.values():
        names = [corpus.party_name(party) for party in record_parties(record)]
        quotes = [item.quote for _, item in all_evidence(record)]
        parts = [record.title, *names, str(record_amount(record) or ""), record.note, *quotes]
        texts.append(" ".join(" ".join(parts).split()))
    return texts


def typed(terminal: Terminal, quiet: float) -> tuple[list[float], list[float]]:
    """Milliseconds from each key to the last change of the text of the results.

    Those of dealtui are the search bar and the list; the other panes follow once the typing pauses.
    The second ones leave out the signs of proof, which come whenever they become known.
    """
    rows = terminal.screen().display
    below = next((row for row, text in enumerate(rows) if "─ Timeline" in text), None)
    right = next((text.index("╮") for text in rows if "─ Deals" in text), None)
    pressed = []
    for key in KEYS:
        pressed.append(terminal.press(key))
        terminal.still(quiet=quiet, limit=LIMIT)
    signs = "".join(look.glyph for look in (*PROOF.values(), PENDING))
    every = terminal.answers(pressed, below, right)
    text = terminal.answers(pressed, below, right, signs)
    return [last for _, last in every], [last for _, last in text]


def fzf(lines: Path) -> float:
    """The 95th percentile of fzf, all lines read."""
    count = sum(1 for _ in lines.open(encoding="utf-8"))
    terminal = Terminal(["sh", "-c", f"exec fzf < {lines}"])
    try:
        _ready(terminal, lambda text: f"{count}/{count}" in text, 60.0)
        terminal.still(quiet=QUIET["fzf"])
        return report("fzf", typed(terminal, QUIET["fzf"])[0])
    finally:
        terminal.stop()


def dealtui(corpus: Path) -> dict[str, float]:
    """The 95th percentiles of dealtui, while it checks proofs and at rest."""
    environ = {name: str(corpus.parent / "kept") for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME")}
    terminal = Terminal([sys.executable, "-m", "tui", "-c", str(corpus)], environ=environ)
    quiet, p95_by_state = QUIET["dealtui"], {}
    try:
        # The count beside the bar, "n of m", is there once there is a list.
        _ready(terminal, lambda text: " of " in text.split("\n")[1], 300.0)
        _without(PREPARING, terminal, 300.0)
        terminal.press("/")
        terminal.still(quiet=quiet, limit=LIMIT)
        if _working(WORKING, terminal):
            every, text = typed(terminal, quiet)
            p95_by_state["checking proofs"] = report("dealtui, checking proofs", every)
            p95_by_state["checking proofs, text"] = report("dealtui, but for signs", text)
            terminal.press(CLEAR)
        if _without(WORKING, terminal, REST):
            p95_by_state["at rest"] = report("dealtui, at rest", typed(terminal, quiet)[0])
        else:
            print(f"dealtui still checks proofs after {REST:.0f} s", flush=True)
    finally:
        terminal.stop()
    return p95_by_state


def _working(words: tuple[str, ...], terminal: Terminal) -> bool:
    """Whether the first line tells of some kind of work."""
    return any(word in terminal.screen().display[0] for word in words)


def _without(words: tuple[str, ...], terminal: Terminal, limit: float) -> bool:
    """Wait until the first line tells of no such work any more; whether it came to that.

    One kind of work follows on another, so that the line must stay without for a while.
    """
    since = time.perf_counter()
    end = since + limit
    while time.perf_counter() < end:
        if _working(words, terminal):
            since = time.perf_counter()
        if time.perf_counter() - since > PAUSE:
            return True
        terminal.read(quiet=0.1, limit=0.2)
    return False


def _ready(terminal: Terminal, holds: Callable[[str], bool], limit: float) -> None:
    if not terminal.until(holds, limit):
        sys.stderr.write("\n".join(terminal.screen().display) + "\n")
        raise SystemExit("it did not become ready")


def report(name: str, times: list[float]) -> float:
    """Print and give the 95th percentile."""
    at = statistics.quantiles(times, n=100, method="inclusive")
    print(f"{name:<24} {len(times):>4} keys   p50 {at[49]:7.1f} ms   p95 {at[94]:7.1f} ms   "
          f"max {max(times):7.1f} ms", flush=True)  # fmt: skip
    return at[94]


def main() -> None:
    """Measure one after the other."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--folder", type=Path, help="keeps the generated corpus for the next run")
    parser.add_argument("--only", choices=("fzf", "dealtui"))
    options = parser.parse_args()
    folder = options.folder or Path(tempfile.mkdtemp(prefix="dealtui-bench-"))
    folder.mkdir(parents=True, exist_ok=True)
    try:
        corpus, lines = prepared(folder, options.records)
        if options.only != "dealtui" and shutil.which("fzf") is None:
            sys.exit("fzf is not installed")
        theirs = fzf(lines) if options.only != "dealtui" else 0.0
        ours = dealtui(corpus) if options.only != "fzf" else {}
        for name, p95 in ours.items():
            if theirs:
                print(f"p95 ratio, {name}: {p95 / theirs:.2f} (budget 0.1)")
    finally:
        if options.folder is None:
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
