"""How long flows take on many records, against the time to make the records themselves.

    python bench/flows.py [RECORDS]

Prints a small table, best of five; it reports and asserts nothing.
"""

from __future__ import annotations

import random
import sys
import time
from typing import TYPE_CHECKING

from tui.export.svg.flows_svg import flows_svg
from tui.export.text.flows_text import flows_text
from tui.flows.cycles import search_cycles
from tui.flows.edges import edges
from tui.flows.matrix import matrix
from tui.flows.party_page import party_page
from tui.flows.trips import round_trips
from tui.model.corpus import Corpus
from tui.model.quantities import Quantity
from tui.model.records import Deal, Instrument, Party, Record, Status, Tranche

if TYPE_CHECKING:
    from collections.abc import Callable

_INSTRUMENTS: tuple[Instrument, ...] = (
    "equity",
    "convertible-note",
    "debt",
    "cloud-commitment",
    "partnership",
    "other",
)
_STATUSES: tuple[Status, ...] = (
    "rumoured",
    "announced",
    "committed",
    "committed",
    "paid",
    "paid",
    "cancelled",
)
_FORMS = (
    "{} M USD",
    "{} M USD",
    "{} M EUR",
    "up to {} bn USD",
    "more than {} M USD",
    "undisclosed",
)
_RUNS = 5


def records(count: int, parties: int, seed: int = 7) -> list[Record]:
    """Deals among parties of which few are in most deals, a quarter of them with tranches."""
    rng = random.Random(seed)
    names = [f"party-{at}" for at in range(parties)]
    deals: list[Record] = []
    for at in range(count):
        payer, payee = (names[int(parties * rng.random() ** 2)] for _ in range(2))
        amount = Quantity.parse(rng.choice(_FORMS).format(rng.randint(1, 999)))
        tranches: tuple[Tranche, ...] = ()
        if at % 4 == 0 and amount.unit:
            tranches = tuple(
                Tranche(name, amount=Quantity.parse(f"{rng.randint(1, 99)} M {amount.unit}"))
                for name in ("first", "second")
            )
        deals.append(
            Deal(
                f"deal-{at}",
                f"Deal {at}",
                payer,
                payee,
                instrument=rng.choice(_INSTRUMENTS),
                status=rng.choice(_STATUSES),
                amount=amount,
                tranches=tranches,
            )
        )
    return deals


def best(work: Callable[[], object]) -> float:
    """The shortest of a few runs, in seconds of processor time."""
    times = []
    for _ in range(_RUNS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def list_all(deals: list[Record], corpus: Corpus) -> None:
    """Compute what the screen lists: the heaviest pairs of each currency, sums, round trips."""
    flows = edges(deals, corpus)
    whole = matrix(flows)
    for unit in whole.units:
        whole.cells.heaviest(unit, 200)
    assert whole.total
    round_trips(flows, corpus)


def report(count: int, parties: int) -> None:
    """Measure one shape of flows and print its table."""
    deals = records(count, parties)
    corpus = Corpus(
        parties={f"party-{at}": Party(f"party-{at}", f"Party {at}") for at in range(parties)},
        records={record.id: record for record in deals},
    )
    flows = edges(deals, corpus)
    base = best(lambda: records(count, parties))
    rows = {
        "make the records": base,
        "edges": best(lambda: edges(deals, corpus)),
        "matrix": best(lambda: matrix(flows)),
        "round trips": best(lambda: round_trips(flows, corpus)),
        "cycles (bounded)": best(lambda: search_cycles(flows)),
        "page of a party": best(lambda: party_page("party-0", corpus, flows=flows)),
        "picture": best(lambda: flows_svg(corpus, deals)),
        "text": best(lambda: flows_text(corpus, deals)),
    }
    rows["all that the screen lists"] = best(lambda: list_all(deals, corpus))
    search = search_cycles(flows)
    print(
        f"{count:,} records, {parties:,} parties, {len(flows):,} edges, "
        f"{len(matrix(flows).cells):,} cells, {len(round_trips(flows, corpus)):,} round trips, "
        f"{len(search.cycles)} cycles{'' if search.complete else ' and more'}"
    )
    for name, seconds in rows.items():
        print(f"  {name:<30} {seconds:8.3f} s  {seconds / base:6.2f} × making them")


def main() -> None:
    """Print the table for sparse and for dense flows."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    for parties in (count // 20, 300):
        report(count, parties)


if __name__ == "__main__":
    main()
