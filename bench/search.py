"""Key to results painted at 100,000 records, against fzf fed the same text in the same terminal.

Usage: python bench/search.py [--records 100000] [--folder DIR] [--only fzf|dealtui]

Both run in a pseudo terminal of 120×40 cells and get the same keys: typed, mistyped, deleted. A
key is painted when the text on the screen changed for the last time before the next key. Reports
the percentiles and their ratio, asserts nothing.
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

import pyte
from terminal import Terminal

HERE = Path(__file__).parent
KEYS = (
    "capitl\x7f\x7fal énergie\x15"
    "4 milliards banque\x15"
    "status\x15"
    "microsfot\x7f\x7f\x7foft\x15"
    "investissement\x15"
    "groupe d"
)
"""Letters; 0x7f deletes one, 0x15 all."""
QUIET, LIMIT = 0.9, 3.0
"""Seconds without output after which a key is done; a blinking cursor is never quiet."""
WORKING = ("reading", "indexing", "checking", "proving")
"""What the head line says while something is prepared."""


def prepared(folder: Path, records: int) -> tuple[Path, Path]:
    """A generated corpus in a folder, and its text with one line a record."""
    corpus, lines = folder / "deals.yaml", folder / "lines.txt"
    if not corpus.exists():
        command = [sys.executable, str(HERE / "generate.py"), str(folder)]
        command += [str(records), str(max(1, records // 20))]
        subprocess.run(command, check=True)
    if not lines.exists():
        lines.write_text("\n".join(_lines(corpus)) + "\n", encoding="utf-8")
    return corpus, lines


def _lines(path: Path) -> list[str]:
    """What dealtui searches of each record itself, on one line."""
    from tui.corpus.opening import open_corpus
    from tui.model.records import all_evidence, record_amount, record_parties

    corpus = open_corpus(path, cache_dir=None).corpus
    made = []
    for record in corpus.records.values():
        names = [corpus.party_name(party) for party in record_parties(record)]
        quotes = [item.quote for _, item in all_evidence(record)]
        parts = [record.title, *names, str(record_amount(record) or ""), record.note, *quotes]
        made.append(" ".join(" ".join(parts).split()))
    return made


def typed(command: list[str], ready: str, first: str, limit: float) -> list[float]:
    """Milliseconds from each key to the last change of the text that it caused."""
    terminal = Terminal(command)
    try:
        _wait(terminal, ready, limit)
        for key in first:
            terminal.press(key)
            terminal.read(quiet=QUIET)
        pressed = []
        for key in KEYS:
            pressed.append(terminal.press(key))
            terminal.read(quiet=QUIET, limit=LIMIT)
    finally:
        terminal.stop()
    return _painted(terminal, pressed)


def _wait(terminal: Terminal, ready: str, limit: float) -> None:
    """Wait until the program shows that it is ready and works at nothing any more."""
    until = time.perf_counter() + limit
    while time.perf_counter() < until:
        terminal.read(quiet=3.0, limit=5.0)
        text = "\n".join(terminal.screen().display)
        if ready in text and not any(word in text for word in WORKING):
            return
    sys.stderr.write("\n".join(terminal.screen().display) + "\n")
    raise SystemExit("it did not become ready")


def _painted(terminal: Terminal, pressed: list[float]) -> list[float]:
    screen = pyte.Screen(terminal.columns, terminal.rows)
    stream = pyte.ByteStream(screen)
    shown: dict[int, str] = {}
    last: dict[int, float] = {}
    key = -1
    for at, data in terminal.pieces:
        screen.dirty.clear()
        stream.feed(data)
        while key + 1 < len(pressed) and pressed[key + 1] <= at:
            key += 1
        for line in screen.dirty:
            cells = screen.buffer[line]
            text = "".join(cells[column].data for column in range(terminal.columns))
            if text != shown.get(line, ""):
                shown[line] = text
                if key >= 0:
                    last[key] = at
    return [(last[key] - pressed[key]) * 1000 for key in sorted(last)]


def report(name: str, times: list[float]) -> float:
    """Print and give the 95th percentile."""
    at = statistics.quantiles(times, n=100, method="inclusive")
    print(f"{name:<8} {len(times):>4} keys   p50 {at[49]:7.1f} ms   p95 {at[94]:7.1f} ms   "
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
    p95 = {}
    try:
        corpus, lines = prepared(folder, options.records)
        if options.only != "dealtui":
            if shutil.which("fzf") is None:
                sys.exit("fzf is not installed")
            count = sum(1 for _ in lines.open(encoding="utf-8"))
            feed = ["sh", "-c", f"exec fzf < {lines}"]
            p95["fzf"] = report("fzf", typed(feed, f"{count}/{count}", "", 60.0))
        if options.only != "fzf":
            app = [sys.executable, "-m", "tui", "-c", str(corpus)]
            p95["dealtui"] = report("dealtui", typed(app, " records ", "/", 1500.0))
        if len(p95) == 2:
            print(f"p95 ratio {p95['dealtui'] / p95['fzf']:.2f} (budget 0.1)")
    finally:
        if options.folder is None:
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
