"""An edited corpus file that is read again gives what reading all of it gives, or says nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.corpus import rereading
from tui.corpus.load import Loaded, read_corpus_bytes
from tui.corpus.rereading import read_again

if TYPE_CHECKING:
    import random

PATH = Path("folder") / "deals.yaml"
PARTIES = [f"  p{at}: {{name: Party {at}}}" for at in range(6)]
ARTICLES = [
    f"  a{at}: {{file: a{at}.txt, not-a-deal: [{{quote: x, because: y}}]}}" for at in range(3)
]
DEALS = [
    "  - {id: d0, title: Zero, payer: p0, payee: p1, amount: 4 M USD}",
    "  - id: d1\n    title: One\n    payer: p1\n    tranches:\n      - {id: t, amount: 1 bn USD}",
    "  # Two is told twice.\n  - id: d2\n    title: >\n      Two of\n      them\n    payer: p2",
    "  - {id: d3, title: 'Three', payer: nobody, tags: [a, b]}",
    '  - id: d4\n    title: "Four &\n      more * of it"\n    evidence:\n'
    "      - {article: a0, quote: four}\n      - {for: payer, article: a1, quote: b}",
    "  - {id: d5, title: Five, same-as: d0, used-in: [{title: Memo}]}",
    "  - {id: d6, title: Six, payer: p5, amount: lots}",
]
TOTALS = ["  - {id: s0, title: Sum, amount: 7 bn USD, members: [d0, d1.t]}"]
FACTS = ["  - {id: f0, title: Stake, kind: stake, party: p0, value: less than 1/3}"]
SECTIONS = {
    "parties": PARTIES, "articles": ARTICLES, "deals": DEALS, "totals": TOTALS, "facts": FACTS,
}  # fmt: skip
LINES = (
    "  - {id: new, title: New, payer: p1, payee: p2}", "  - id: more\n    title: More",
    "  px: {name: Another}", "  # a remark", "# at the edge", "", "   ", "\t", "    payer: p3",
    "  - {id: d0, title: Z}", "    note: |\n      - {id: none}\n      more", '    note: "open',
    "    note: 'shut'",
    "deals:", "totals:", "ignore: [{rule: unused, because: so}]", "---", "...", "  - &x {id: y}",
    "  - *x", "    <<: *x", "  - {id: q, title: *d}", "      deeper", "]", "}", "  - [", "  -",
    "- {id: z}", "  - - {id: z}", "   - {id: odd, title: Odd}", "%TAG ! x", "  - !t {id: w}",
    "  ? k\n  : v",
    "  - {id: e, title: \u2028 E}", "  - {id: e, title: \x07 E}", "  - {id: é, title: É}",
    "  - {id: m, title: M, payer: p0, members: [d3]}", "    same-as: d6", "    colour: red",
)  # fmt: skip
PIECES = (
    "d0", "d3", "p1", "t", " ", "  ", "{", "}", ":", ",", '"', "'", "&", "*x", "#", "\n", "\r\n",
    "Edited", "- ", "[", "é", "|", ">", "\t",
)  # fmt: skip


@pytest.fixture(autouse=True)
def whatever_its_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a small text be cut, however much of it differs."""
    monkeypatch.setattr(rereading, "_MAX_SHARE", 1)


def written(sections: dict[str, list[str]], end: str = "\n") -> str:
    parts = ["version: 1", "articles_dir: texts"]
    for name, entries in sections.items():
        parts += [f"{name}:", *entries]
    return "\n".join(parts) + end


def read(text: str) -> Loaded:
    return read_corpus_bytes(text.encode(), PATH)


def again(before: str, after: str) -> Loaded | None:
    """What reading again gives, after a comparison with reading all."""
    found = read_again(after.encode(), old := read(before))
    if found is None:
        return None
    new = read(after)
    assert found.loaded == new
    for name, touched in zip(("parties", "articles", "records"), found.touched, strict=True):
        was, now = getattr(old.corpus, name), getattr(new.corpus, name)
        assert list(now) == list(getattr(found.loaded.corpus, name))
        for key in {*was, *now} - touched:
            assert unplaced(was[key]) == unplaced(now[key])
    return found.loaded


def unplaced(entry: object) -> object:
    """An entry without its lines."""

    def strip(value: object) -> object:
        if isinstance(value, dict):
            return {key: strip(one) for key, one in value.items() if key != "line"}
        return [strip(one) for one in value] if isinstance(value, list | tuple) else value

    return strip(msgspec.to_builtins(entry))


@st.composite
def edits(draw: st.DrawFn) -> tuple[str, str]:
    """A corpus file before and after some edits of its lines."""
    chance = draw(st.randoms(use_true_random=False))
    kept = {name: list(entries) for name, entries in SECTIONS.items()}
    if chance.random() < 0.3:
        kept["deals"] = [
            entry for entry in kept["deals"] if "nobody" not in entry and "lots" not in entry
        ]
    if chance.random() < 0.3:
        kept = dict(chance.sample(sorted(kept.items()), len(kept)))
    before = written(kept, chance.choice(("\n", "\n", "", "\n\n# end\n", "\nignore: []\n")))
    if chance.random() < 0.2:
        before = before.replace("\n", "\r\n")
    after = before
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        after = edited(after, chance)
    return before, after


def edited(text: str, chance: random.Random) -> str:
    kind = chance.randrange(7)
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    if kind == 0:
        lines.insert(at, chance.choice(LINES))
    elif kind == 1:
        del lines[at : at + chance.choice((1, 1, 2, 5))]
    elif kind == 2:
        lines[at] = chance.choice(LINES)
    elif kind == 3:
        other = chance.randrange(len(lines))
        lines[at], lines[other] = lines[other], lines[at]
    elif kind == 4:
        every = [entry for entries in SECTIONS.values() for entry in entries]
        first, second = chance.choice(every), chance.choice((*every, *LINES))
        return text.replace(first, f"{first}\n{second}" if chance.random() < 0.5 else second)
    else:
        offset = chance.randrange(len(text) + 1)
        gone = chance.choice((0, 0, 1, 3))
        return text[:offset] + chance.choice(PIECES) + text[offset + gone :]
    return "\n".join(lines)


@settings(max_examples=200, deadline=None)
@given(edits())
def test_reading_again_gives_what_reading_all_gives(texts: tuple[str, str]) -> None:
    again(*texts)
    again(*reversed(texts))


BASE = written(SECTIONS)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("4 M USD", "5 M USD"), ("title: One", "title: Won\n    note: more"),
        (f"{DEALS[6]}\n", ""), (DEALS[3], f"{LINES[0]}\n{DEALS[3]}"),
        (DEALS[6], f"{DEALS[6]}\n{LINES[0]}"),
        (FACTS[0], f"{FACTS[0]}\n  - {{id: f1, title: F, kind: stake}}"),
        (f"{DEALS[0]}\n{DEALS[1]}", f"{DEALS[1]}\n{DEALS[0]}"), ("Party 3", "Party III"),
        (ARTICLES[2], f"{ARTICLES[2]}\n  a3: {{file: a3.txt}}"), ("  # Two is told twice.\n", ""),
        ("amount: lots", "amount: 1 M USD"), ("tags: [a, b]", "tags: [a, b], colour: red"),
        ("because: y", "because: z"), ("nobody", "p4"), (DEALS[0], f"  # first\n{DEALS[0]}"),
    ],
)  # fmt: skip
def test_an_edit_of_an_entry_is_read_without_the_rest(old: str, new: str) -> None:
    assert old in BASE
    assert again(BASE, BASE.replace(old, new)) is not None


def test_line_ends_of_windows_are_cut_at_too() -> None:
    base = BASE.replace("\n", "\r\n")
    assert again(base, base.replace("title: Zero", "title: Nought")) is not None


def test_a_party_and_a_deal_that_names_it_are_read_together_without_the_rest() -> None:
    after = BASE.replace(PARTIES[0], f"{PARTIES[0]}\n  q: {{name: Q}}")
    after = after.replace(DEALS[2], f"  - {{id: dq, title: Q buys, payer: q}}\n{DEALS[2]}")
    base, after = (one.replace("payer: nobody", "payer: p2") for one in (BASE, after))
    assert again(base, after) is not None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("version: 1", "version: 2"), ("title: Zero", "title: &x Zero"),
        ("title: Zero", 'title: "Zero'),
        ("\n", "\r"), ("id: d3", "id: d0"), (f"{PARTIES[1]}\n", ""), (f"{DEALS[1]}\n", ""),
        (PARTIES[5], f"{PARTIES[5]}\n  nobody: {{name: Six}}"),
        ("title: Zero", "title: \u2028 Zero"), ("facts:", "include: [more.yaml]\nfacts:"),
    ],
)  # fmt: skip
def test_what_concerns_the_whole_file_is_left_to_reading_all_of_it(old: str, new: str) -> None:
    assert read_again(BASE.replace(old, new).encode(), read(BASE)) is None
