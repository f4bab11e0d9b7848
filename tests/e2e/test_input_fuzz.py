"""Whatever a terminal sends, the running app heeds the keys and nothing else, and stays alive.

`FUZZ=10000 pytest tests/e2e/test_input_fuzz.py` sends so many streams of bytes; the suite a few.
"""

from __future__ import annotations

import os
import random
import signal
import time
from typing import TYPE_CHECKING

import pytest
from running import copy_opened_before
from terminal import Terminal
from terminal_bytes import NO_KEYS, REPLIES

if TYPE_CHECKING:
    from pathlib import Path

STREAMS = int(os.environ.get("FUZZ", "150"))
"""How many streams are sent."""

NO_TEXT = [bytes([byte]) for byte in range(0x80, 0x100)]
KEYS = [
    b"\x1b", b"\x1b[A", b"\x1b[B", b"\x1bOA", b"\x1bOP", b"\x1b[15~", b"\x1b[1;5C", b"\t",
    b"\x1b[Z", b"\r", b"/", b"\x7f", b"0", b"9", b"\x1bz", b"\x1b[120;3u",
    b"\x1b[97;2;65u", b"\x1b[57399u", b"\x1b[<0;30;10M", b"\x1b[<32;90;12M", b"\x1b[<0;90;12m",
    b"\x1b[<64;10;10M", b"\x1b[<0;9999;1M", b"\x1b[I", b"\x1b[O", b"\x1b[200~two\nlines\x1b[201~",
    b"\x1b[200~", b"\x1b[201~", b"\x00", b"\x1b[", b"\x1bP", b"\x1b]", b"\x1bO", b"\x1b[M",
    b"\x18", b"\xf0\x9f", "é😀".encode(),
]  # fmt: skip
"""Keys that neither leave the app nor change a file, whole and cut."""


def send_streams(
    terminal: Terminal, pool: list[bytes], chance: random.Random, *, longest: float
) -> None:
    """Send pieces of a pool, joined, cut anywhere and delayed, and draw what is answered."""
    for _ in range(STREAMS):
        stream = b"".join(chance.choices(pool, k=chance.randint(1, 8)))
        while stream:
            size = chance.choice((len(stream), chance.randint(1, len(stream))))
            terminal.send(stream[:size])
            stream = stream[size:]
            if chance.random() < 0.1:
                time.sleep(chance.uniform(0, longest))
        while terminal.drain():
            pass


@pytest.mark.timeout(60 + STREAMS)
def test_nothing_but_keys_reaches_a_command_and_nothing_ends_the_app(home: Path) -> None:
    chance = random.Random(14)
    corpus = copy_opened_before(home, home / ".cache" / "dealtui")
    terminal = Terminal(["-c", str(corpus)], (120, 40), home)
    terminal.until(lambda text: "proved" in text and "enter open" in text)
    while terminal.read(1.0):
        pass
    before = terminal.until(bool)
    # Shorter than the silence by which an escape is the key: these hold none.
    noise = [*REPLIES.values(), *NO_KEYS, *NO_TEXT]
    send_streams(terminal, noise, chance, longest=0.03)
    time.sleep(0.3)
    terminal.resize(119, 40)  # What was not drawn is painted again.
    os.kill(terminal.pid, signal.SIGWINCH)
    terminal.resize(120, 40)
    os.kill(terminal.pid, signal.SIGWINCH)
    terminal.until(lambda text: text == before)
    terminal.press("j")
    terminal.until(lambda text: text != before)
    terminal.press("k")
    terminal.until(lambda text: text == before)

    # Cut twice behind an escape that was taken as the key, this one would type the `q` that leaves.
    noise.remove(REPLIES["mouse X10 of letters"])
    send_streams(terminal, [*noise, *KEYS], chance, longest=0.2)
    time.sleep(1.5)  # A paste that was begun is given up.
    terminal.press("\x11")
    assert terminal.exit_code() == 0
    assert not list(home.rglob("dealtui.log"))
