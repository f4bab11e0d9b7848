"""What a user waits for, on a corpus like a real table of investments.

Usage: python bench/real.py [records ...] [--folder DIR] [--runs 3] [--typing] [--seed 1]

A real table has many investors and companies, which stand before the records in the file: there are
nearly half as many parties as records. Few companies have many investments and most have one or two
(Zipf's law), names share their words, and a record is one line of YAML. Every tenth record has a
quote in an article. All is made from a seed.

Each row is measured in a process of its own, alternately with the others; the median of the runs
is printed, in seconds of the clock and of the processor. The second tells more where other programs
run. Beside them: ripgrep and fzf on the same texts, one line a record, in the same run.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
COMPANIES = HERE / "names" / "companies.txt"
PARTIES_A_RECORD = 0.475
"""37,983 parties of 80,233 records in the table that this one is like."""
QUOTED_EVERY, RECORDS_AN_ARTICLE = 10, 40
ROUNDS = ("Seed", "Series A", "Series B", "Series C", "Series D", "Growth", "Venture", "Debt")
QUERY = "hansen"
TAGS = ("software", "health", "energy", "mobility", "food", "finance", "space", "retail", "media")
RUNS = 3


class Row(NamedTuple):
    """Seconds of the clock and of the processor; the most memory so far in MB, if it is known."""

    wall: float
    cpu: float
    memory: float = 0.0


def make(folder: Path, records: int, seed: int) -> Path:
    """Write a corpus; gives the path of its YAML file."""
    chance = random.Random(seed)
    names = _names(chance, max(2, round(records * PARTIES_A_RECORD)))
    (folder / "articles").mkdir(parents=True, exist_ok=True)
    lines = ["version: 1", "articles_dir: articles", "parties:"]
    for number, name in enumerate(names):
        aliases = f", aliases: [{json.dumps(name.split()[0])}]" if number % 9 == 0 else ""
        lines.append(f"  p{number}: {{name: {json.dumps(name)}{aliases}}}")
    articles = max(1, records // (QUOTED_EVERY * RECORDS_AN_ARTICLE))
    lines.append("articles:")
    lines += [
        f"  a{at}: {{file: a{at}.txt, published: {2005 + at % 20}-03-02, language: en}}"
        for at in range(articles)
    ]
    lines.append("deals:")
    sentences: list[list[str]] = [[] for _ in range(articles)]
    # The second one is shuffled, so that who pays much is not who is paid much.
    payers = list(accumulate(1 / rank for rank in range(1, len(names) + 1)))
    payees = chance.sample(range(len(names)), len(names))
    ranks = range(len(names))
    for number in range(records):
        (payer,) = chance.choices(ranks, cum_weights=payers)
        payee = payees[chance.choices(ranks, cum_weights=payers)[0]]
        amount = round(chance.lognormvariate(2.3, 1.4), chance.choice((0, 1)))
        date = f"{chance.randint(2000, 2024)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        title = f"{names[payee]}: {chance.choice(ROUNDS)}"
        line = (
            f"  - {{id: i{number}, title: {json.dumps(title)}, payer: p{payer}, payee: p{payee}, "
            f"instrument: equity, status: paid, announced: {date}, amount: {amount} M USD, "
            f"tags: [{', '.join(chance.sample(TAGS, 2))}]"
        )
        if number % QUOTED_EVERY == 0:
            at = number // QUOTED_EVERY % articles
            quote = f"{names[payer]} put {amount} million dollars into {names[payee]}"
            sentences[at].append(f"{quote}, a filing of {date} says.")
            line += (
                f", evidence: [{{for: [payer, payee, amount], article: a{at}, "
                f"quote: {json.dumps(quote)}}}]"
            )
        lines.append(line + "}")
    for at, told in enumerate(sentences):
        (folder / "articles" / f"a{at}.txt").write_text("\n\n".join(told) + "\n", "utf-8")
    path = folder / "deals.yaml"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def _names(chance: random.Random, count: int) -> list[str]:
    """Names of companies: the real ones, then others from their words, as frequent as they are."""
    real = COMPANIES.read_text("utf-8").splitlines()
    words = [word for name in real for word in name.split()]
    names = dict.fromkeys(chance.sample(real, min(count, len(real))))
    while len(names) < count:
        names[" ".join(chance.choices(words, k=chance.choice((1, 2, 2, 2, 3))))] = None
    return [*names]


OPENING = """
import json, resource, sys, time
start = time.perf_counter()
def at():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    # Unlike ru_maxrss this is of this program alone, and not of the one that started it.
    status = open("/proc/self/status").read()
    peak = int(status.split("VmHWM:")[1].split()[0]) / 1024
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, peak
times = {}
from pathlib import Path
from tui.session.file_session import FileSession
from tui.session.partial_session import PartialSession
def part(loaded):
    if "first rows" not in times:
        PartialSession(loaded).search("")
        times["first rows"] = at()
session = FileSession.open(Path(sys.argv[1]), cache=Path(sys.argv[2]), on_part=part, lasting=True)
times["all records"] = at()
session.search("")
times.setdefault("first rows", at())
session.answer(sys.argv[3])
times["search answers"] = at()
print(json.dumps(times))
"""


EDITING = """
import json, sys, time
from pathlib import Path
from tui.session.file_session import FileSession
path, cache, query = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
before = FileSession.open(path, cache=cache)
before.answer(query)
text = path.read_text("utf-8")
path.write_text(text.replace(": Growth", ": Edited", 1), "utf-8")
wall, cpu = time.perf_counter(), time.process_time()
session = FileSession.open(path, cache=cache, before=before)
session.answer(query)
print(json.dumps([time.perf_counter() - wall, time.process_time() - cpu]))
"""


def editing(path: Path, cache: Path) -> Row:
    """From an edit of a corpus that is open to the answer of a search."""
    command = [sys.executable, "-c", EDITING, str(path), str(cache), QUERY]
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return Row(*json.loads(output))


def opening(path: Path, cache: Path) -> dict[str, Row]:
    """When the first rows are there, when all records are, and when a search is answered."""
    command = [sys.executable, "-c", OPENING, str(path), str(cache), QUERY]
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return {name: Row(*times) for name, times in json.loads(output).items()}


def command(*arguments: str, **variables: str) -> Row:
    """A whole process, from its start to its end."""
    before, start = _children(), time.perf_counter()
    subprocess.run(arguments, stdout=subprocess.DEVNULL, check=False, env=os.environ | variables)
    return Row(time.perf_counter() - start, _children() - before)


def _children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def measure(path: Path, folder: Path, runs: int) -> dict[str, Row]:
    """Every row, as the median of some runs."""
    from search import text_of_records

    lines = folder / "lines.txt"
    if not lines.exists():
        lines.write_text("\n".join(text_of_records(path)) + "\n", "utf-8")
    found: dict[str, list[Row]] = {}

    def note(name: str, row: Row) -> None:
        found.setdefault(name, []).append(row)

    for run in range(runs):
        home = folder / f"cache-{run}"
        shutil.rmtree(home, ignore_errors=True)
        cache = home / "dealtui"
        for name, row in opening(path, cache).items():
            note(f"opening it first: {name}", row)
        for name, row in opening(path, cache).items():
            note(f"opening it again: {name}", row)
        search = (sys.executable, "-m", "tui", "-c", str(path), "search", QUERY)
        note("dealtui search, nothing changed", command(*search, XDG_CACHE_HOME=str(home)))
        note("start of Python", command(sys.executable, "-c", "pass"))
        note("rg on the same lines", command("rg", "-i", QUERY, str(lines)))
        note("fzf --filter on the same lines", command("sh", "-c", f"fzf -f {QUERY} < {lines}"))
        edited = folder / "edited" / "deals.yaml"
        edited.parent.mkdir(exist_ok=True)
        if not (edited.parent / "articles").exists():
            shutil.copytree(path.parent / "articles", edited.parent / "articles")
        shutil.copy(path, edited)
        opening(edited, cache)
        text = edited.read_text("utf-8")
        edited.write_text(text.replace(": Seed", ": Edited", 1), "utf-8")
        for name, row in opening(edited, cache).items():
            note(f"after an edit of one record: {name}", row)
        note("after an edit while it is open: search answers", editing(edited, cache))
    return {
        name: Row(*map(statistics.median, zip(*rows, strict=True))) for name, rows in found.items()
    }


def main() -> None:
    """Make, measure, print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("records", type=int, nargs="*", default=[80_000])
    parser.add_argument("--folder", type=Path, help="keeps what is made for the next run")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--runs", type=int, default=RUNS, help="the median of which is printed")
    parser.add_argument("--typing", action="store_true", help="type in the app and in fzf, too")
    options = parser.parse_args()
    folder = options.folder or Path(tempfile.mkdtemp(prefix="dealtui-bench-"))
    try:
        for records in options.records:
            place = folder / str(records)
            path = place / "deals.yaml"
            if not path.exists():
                make(place, records, options.seed)
            size = path.stat().st_size / 1e6
            print(f"{records:,} records, {size:.1f} MB of YAML", flush=True)
            for name, row in measure(path, place, options.runs).items():
                memory = f"   {row.memory:5.0f} MB at most" if row.memory else ""
                seconds = f"{row.wall:7.2f} s   {row.cpu:7.2f} s of the processor"
                print(f"  {name:47} {seconds}{memory}", flush=True)
            if options.typing:
                import search

                theirs = search.fzf(place / "lines.txt")
                for state, p95 in search.dealtui(path).items():
                    print(f"  p95 of a key against fzf, {state}: {p95 / theirs:.2f}")
    finally:
        if options.folder is None:
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
