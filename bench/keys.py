"""Key to paint: the typed letter's echo, and a move of the selection, against the minimal app.

Usage: python bench/keys.py [corpus]
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

from terminal import Terminal

HERE = Path(__file__).parent
LETTERS = "anthropicgoogle"
MOVES = 12


def _after(terminal: Terminal, key: str, quiet: float = 0.25) -> tuple[float, float]:
    """Milliseconds from a key to the first and to the last output that it caused."""
    count = len(terminal.pieces)
    at = terminal.press(key)
    terminal.read(quiet=quiet)
    times = [(when - at) * 1000 for when, _ in terminal.pieces[count:]]
    return (times[0], times[-1]) if times else (float("nan"), float("nan"))


def measure(command: list[str], to_bar: str, to_list: str) -> tuple[list[float], list[float]]:
    """First outputs after letters in the bar, last outputs after moves in the list."""
    terminal = Terminal(command)
    try:
        terminal.read(quiet=1.5)
        for key in to_bar:
            terminal.press(key)
            terminal.read(quiet=0.3)
        echoes = [_after(terminal, letter)[0] for letter in LETTERS]
        for _ in LETTERS:
            terminal.press("\x7f")
            time.sleep(0.02)
        terminal.read(quiet=0.5)
        for key in to_list:
            terminal.press(key)
            terminal.read(quiet=0.3)
        moves = [_after(terminal, "\x1b[B")[1] for _ in range(MOVES)]
    finally:
        terminal.stop()
    return echoes, moves


def main() -> None:
    """Print medians and ratios."""
    python = sys.executable
    corpus = ["-c", sys.argv[1]] if len(sys.argv) > 1 else []
    minimal = measure([python, str(HERE / "minimal_app.py")], "", "\t")
    ours = measure([python, "-m", "tui", *corpus], "/", "\r")
    for name, index, budget in (("key to echo", 0, 1.5), ("move to painted", 1, 1.0)):
        theirs, mine = statistics.median(minimal[index]), statistics.median(ours[index])
        print(
            f"{name:<16} minimal {theirs:6.1f} ms   dealtui {mine:6.1f} ms   "
            f"ratio {mine / theirs:.2f} (budget {budget})"
        )


if __name__ == "__main__":
    main()
