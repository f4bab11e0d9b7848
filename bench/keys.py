"""Key to paint: the typed letter's echo, and a move of the selection, against the minimal app.

Usage: python bench/keys.py [corpus]
"""

from __future__ import annotations

import statistics
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Iterable

HERE = Path(__file__).parent
LETTERS = "anthropicgoogle"
MOVES = 12
QUIET = 0.3
"""Seconds in which no text changes after which a key is done."""


PREPARING = ("reading", "indexing")
"""What the first line says before the app can be measured; proofs may still be checked."""


def measure(command: list[str], to_bar: str, to_list: str) -> tuple[list[float], list[float]]:
    """Milliseconds from letters in the bar to the first change that they cause, and from moves in
    the list to the last."""
    terminal = Terminal(command)
    try:
        terminal.still(quiet=1.5)
        if not terminal.until(lambda text: not any(word in text for word in PREPARING), 300.0):
            sys.exit("it did not become ready")
        _press(terminal, to_bar)
        letters = _press(terminal, LETTERS)
        _press(terminal, "\x7f" * len(LETTERS), quiet=0.1)
        _press(terminal, to_list)
        moves = _press(terminal, ["\x1b[B"] * MOVES)
    finally:
        terminal.stop()
    # What comes after the last letter answers other keys.
    echoes = terminal.answers([*letters, letters[-1] + QUIET])[: len(letters)]
    return [first for first, _ in echoes], [last for _, last in terminal.answers(moves)]


def _press(terminal: Terminal, keys: Iterable[str], quiet: float = QUIET) -> list[float]:
    """Press keys, each once what the one before caused is on the screen; gives when."""
    pressed = []
    for key in keys:
        pressed.append(terminal.press(key))
        terminal.still(quiet=quiet, limit=2.0)
    return pressed


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
