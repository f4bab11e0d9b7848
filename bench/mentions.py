"""Reading figures: how fast, and how well on sentences that the reader was not made on.

Usage: python bench/mentions.py

`press/fr.jsonl`, `press/fr-2.jsonl` and so on hold sentences labelled by readers who had not seen
the program: the sums with value or bounds and currency, and the percentages. A sum counts as found
when value, bounds and currency are those of the label, or of one of its accepted alternatives.
A sum without a number ("several billion") is not scored. The sentences have been seen since, so
they show only what must not get worse; `docs/performance.md` has the results of the first run.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from decimal import Decimal
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
_FIRST = """
import time; began = time.process_time()
from tui.proof.extract import find_mentions
find_mentions("Le groupe a levé 4 milliards d'euros.")
print(time.process_time() - began)
"""

Key = tuple[Decimal | None, Decimal | None, Decimal | None, str | None]


def _number(value: Any) -> Decimal | None:
    return None if value is None else Decimal(str(value)).normalize()


def _label(label: Any) -> Key:
    if isinstance(label, str):
        label = {"value": label}
    value, low, high = (_number(label.get(name)) for name in ("value", "min", "max"))
    return value, low, high, label.get("currency")


def _accepted(label: Any) -> list[Key] | None:
    """What counts as found for a label; `None` when it is not scored."""
    if isinstance(label, dict):
        if label.get("vague") or label.get("optional"):
            return None
        others = label.get("alt", [])
        if any(other.get("vague") for other in others):
            return None
        if "alts" in label:
            return [_label(other) for other in label["alts"]]
        return [_label(label), *map(_label, others)]
    return [_label(label)]


def _score(path: Path) -> None:
    from tui.proof.extract import find_mentions

    counts = {"money": [0, 0, 0], "percent": [0, 0, 0]}
    for line in path.read_text("utf-8").splitlines():
        case = json.loads(line)
        mentions = find_mentions(case["text"], language=case["lang"])
        for kind, labels in (("money", case["amounts"]), ("percent", case["percents"])):
            quantities = [one.quantity for one in mentions if one.kind == kind and one.quantity]
            unmatched: list[Key] = [
                (
                    _number(one.value),
                    _number(one.minimum if one.minimum is not None else one.exclusive_minimum),
                    _number(one.maximum if one.maximum is not None else one.exclusive_maximum),
                    (one.unit or None) if kind == "money" else None,
                )
                for one in quantities
                if not one.words
            ]
            for label in labels:
                accepted = _accepted(label)
                hit = next((key for key in accepted or () if key in unmatched), None)
                if hit is not None:
                    unmatched.remove(hit)
                    counts[kind][0] += 1
                elif accepted is not None:
                    counts[kind][1] += 1
            if all(_accepted(label) is not None for label in labels):
                counts[kind][2] += len(unmatched)
    for kind, (right, missed, wrong) in counts.items():
        print(
            f"{path.stem:<5} {kind:<8} precision {right / (right + wrong):6.1%}   "
            f"recall {right / (right + missed):6.1%}   of {right + missed}"
        )


def _speed(language: str) -> None:
    from tui.proof.extract import find_mentions

    sentences = (HERE / "press" / f"{language}.jsonl").read_text("utf-8").splitlines()
    text = "\n".join(json.loads(line)["text"] for line in sentences)
    best = 1e9
    for _ in range(5):
        began = time.process_time()
        found = find_mentions(text, language=language)
        best = min(best, time.process_time() - began)
    per = len(text) // max(1, len(found))
    print(f"{language} {len(text) / best / 1e6:.2f} M characters a second, a figure every {per}")


def main() -> None:
    """Score, then time."""
    for path in sorted((HERE / "press").glob("*.jsonl"), reverse=True):
        _score(path)
    for language in ("fr", "en"):
        _speed(language)
    seeds = "\n".join(
        path.read_text("utf-8") for path in sorted((HERE.parent / "seeds").glob("*.txt"))
    )
    from tui.proof.extract import find_mentions

    best = 1e9
    for _ in range(20):
        began = time.process_time()
        find_mentions(seeds)
        best = min(best, time.process_time() - began)
    print(f"the shipped articles: {len(seeds) / best / 1e6:.2f} M characters a second")
    first = subprocess.run(
        [sys.executable, "-c", _FIRST], capture_output=True, text=True, check=True
    )
    print(f"import and first sentence: {float(first.stdout) * 1000:.0f} ms")


if __name__ == "__main__":
    main()
