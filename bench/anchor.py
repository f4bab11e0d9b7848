"""Measure how fast quotes are anchored: one long article, and a large corpus.

Prints a table and asserts nothing. Run: python bench/anchor.py [--quick]
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tui.proof.quotes.locate import Locator
from tui.proof.quotes.normalize import fold

_SEEDS = sorted((Path(__file__).resolve().parent.parent / "seeds").glob("0*.txt"))


def _sentences() -> list[str]:
    text = " ".join(path.read_text("utf-8") for path in _SEEDS)
    return [part for part in re.split(r"(?<=[.!?])\s+", text) if len(part) > 40]


def _article(rng: random.Random, sentences: list[str], length: int) -> str:
    """Make an article whose figures and some words are its own."""
    parts: list[str] = []
    size = 0
    while size < length:
        sentence = re.sub(r"\d", lambda _: str(rng.randint(1, 9)), rng.choice(sentences))
        sentence = sentence.replace("Anthropic", f"Anthropic{rng.randint(1, 400)}")
        parts.append(sentence)
        size += len(sentence) + 1
    return (" ".join(parts))[:length]


def _quotes(rng: random.Random, text: str, count: int, share: float) -> list[str]:
    """Take stretches of an article; reword or change a share of them."""
    spans = [match.span() for match in re.finditer(r"\S+", text)]
    quotes = []
    for number in range(count):
        first = rng.randrange(len(spans) - 14)
        words = text[spans[first][0] : spans[first + rng.randint(5, 12)][1]].split()
        if number < share * count:
            at = rng.randrange(1, len(words) - 1)
            words[at] = rng.choice(["autrement", "puis", "7", "pas", words[at] + "x"])
        quotes.append(" ".join(words))
    return quotes


def _long_article(repeats: int) -> None:
    rng = random.Random(4)
    text = _article(rng, _sentences(), 50_000)
    print("200 quotes in one article of 50,000 characters, folding included")
    for share in (0.0, 0.05, 1.0):
        quotes = _quotes(rng, text, 200, share)
        best = float("inf")
        for _ in range(repeats):
            begin = time.perf_counter()
            locator = Locator(text)
            states = [locator.locate(quote).state for quote in quotes]
            best = min(best, time.perf_counter() - begin)
        counts = {state: states.count(state) for state in sorted(set(states))}
        print(f"  {share:5.0%} not verbatim  {best * 1000:8.1f} ms   {counts}")


def _corpus(articles: int) -> None:
    rng = random.Random(5)
    sentences = _sentences()
    spent = {0.0: 0.0, 0.05: 0.0, 1.0: 0.0}
    folding = 0.0
    for _ in range(articles):
        text = _article(rng, sentences, 5000)
        begin = time.perf_counter()
        fold(text)
        folding += time.perf_counter() - begin
        for share in spent:
            quotes = _quotes(rng, text, 2, 1.0 if rng.random() < share else 0.0)
            begin = time.perf_counter()
            locator = Locator(text)
            for quote in quotes:
                locator.locate(quote)
            spent[share] += time.perf_counter() - begin
    scale = 20_000 / articles
    print(f"20,000 articles of 5,000 characters, 40,000 quotes (from {articles:,} articles)")
    print(f"  folding alone        {folding * scale:8.1f} s")
    for share, seconds in spent.items():
        print(f"  {share:5.0%} not verbatim  {seconds * scale:8.1f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a tenth of the work")
    quick = parser.parse_args().quick
    _long_article(3 if quick else 7)
    _corpus(200 if quick else 2000)


if __name__ == "__main__":
    main()
