"""Process start to first complete frame: dealtui on the shipped corpus against a minimal app.

Usage: python bench/startup.py [runs]
"""

from __future__ import annotations

import compileall
import importlib.util
import statistics
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

HERE = Path(__file__).parent


def _dealtui_complete(lines: list[str]) -> bool:
    """List, record with proofs, article with a quote, timeline and keys are all there."""
    text = "\n".join(lines)
    return all(
        part in text
        for part in (" dealtui ", "records", "What ", "quit", "Timeline", "Anthropic", "proved")
    )


def _minimal_complete(lines: list[str]) -> bool:
    text = "\n".join(lines)
    return all(part in text for part in ("MinimalApp", "record 0", "article 0", "palette"))


def own_home(folder: str) -> dict[str, str]:
    """The environment of a user who has used the program before, and nobody else's marks."""
    kinds = ("CACHE", "CONFIG", "DATA", "STATE")
    return {f"XDG_{kind}_HOME": f"{folder}/{kind.lower()}" for kind in kinds}


def measure(
    command: Sequence[str],
    complete: Callable[[list[str]], bool],
    environ: Mapping[str, str] | None = None,
) -> float:
    """Seconds to the first complete frame."""
    terminal = Terminal(command, environ=environ)
    try:
        terminal.read(quiet=2.0, limit=4.0)
        at = terminal.first_time(complete)
    finally:
        terminal.stop()
    if at is None:
        print("\n".join(terminal.screen().display))
        raise SystemExit(f"{command} never showed a complete frame")
    return at


def main() -> None:
    """Alternate both, so that noise falls on both alike."""
    # As after a first start: without this, PYTHONDONTWRITEBYTECODE would make Python compile
    # an editable install anew at every start.
    for package in ("tui", "textual", "rich"):
        spec = importlib.util.find_spec(package)
        if spec is not None and spec.submodule_search_locations:
            compileall.compile_dir(spec.submodule_search_locations[0], quiet=2)
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    python = sys.executable
    minimal = [python, str(HERE / "minimal_app.py")]
    ours = [python, "-m", "tui"]
    times: dict[str, list[float]] = {"minimal": [], "dealtui": []}
    with tempfile.TemporaryDirectory(prefix="dealtui-bench-") as folder:
        environ = own_home(folder)
        measure(ours, _dealtui_complete, environ)
        for _ in range(runs):
            times["minimal"].append(measure(minimal, _minimal_complete))
            times["dealtui"].append(measure(ours, _dealtui_complete, environ))
    for name, values in times.items():
        print(
            f"{name:<8} median {statistics.median(values) * 1000:6.0f} ms   "
            f"best {min(values) * 1000:6.0f} ms   worst {max(values) * 1000:6.0f} ms"
        )
    ratio = statistics.median(times["dealtui"]) / statistics.median(times["minimal"])
    print(f"ratio of medians {ratio:.2f} (budget 1.3)")


if __name__ == "__main__":
    main()
