"""No screen has a word that is not in the catalogue.

The catalogue is put into Cyrillic letters and all data of the corpus into Greek ones; so a Latin
word on a screen is one that never passed through the catalogue.
"""

from __future__ import annotations

import re
import string
from typing import TYPE_CHECKING

import msgspec
import pytest
from running import at_rest, until

from tui.app import DealtuiApp
from tui.model.locales import FR
from tui.platform import translation
from tui.platform.translation import use_language

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

pytestmark = pytest.mark.usefixtures("own_folders")

CORPUS = """\
version: 1
articles_dir: .
parties:
  1: {name: Άλφα, aliases: [Άλφ]}
  2: {name: Βήτα}
  3: {name: Γάμμα}
  4: {name: Γάμα}
articles:
  11: {file: 11.txt, title: Τίτλος, publisher: Ημέρα, published: 2024-03-28, language: fr}
  12: {file: 12.txt, title: Νέα, publisher: Ημέρα, published: 2024-04, language: fr,
    not-a-deal: [{quote: "77 000 $", because: άλλο}]}
  13: {file: 13.txt, title: Χωρίς, publisher: Ημέρα, language: fr}
deals:
  - id: 101
    title: Συμφωνία
    payer: 1
    payee: 2
    instrument: equity
    status: paid
    announced: 2024-03
    amount: 4 M USD
    note: σημείωση
    tags: [δοκιμή]
    used-in: [{title: Ιστορία, date: 2024-04-01, figure: 5 M USD}]
    tranches:
      - {id: 1, amount: 1 M USD, status: paid, date: 2024-03,
         evidence: [{article: 11, quote: "1 000 000 $"}]}
      - {id: 2, amount: 3 M USD, status: committed}
    evidence:
      - {for: amount, article: 11, quote: "4 000 000 $"}
      - {for: amount, article: 12, quote: "5 000 000 $", stance: disputes, says: 5 M USD}
      - {for: announced, article: 12, quote: απόν}
  - id: 102
    title: Επιστροφή
    payer: 2
    payee: 1
    instrument: cloud-commitment
    status: announced
    announced: 2024-04
    amount: up to 2 M EUR
    evidence:
      - {for: amount, article: 12, quote: "2 000 000 €", rank: deprecated, because: λάθος}
  - id: 103
    title: Φήμη
    payer: 3
    payee: 2
    instrument: debt
    status: rumoured
    announced: 2023
    amount: several bn USD
    evidence: [{for: amount, article: 12, quote: "πολλά", judged: γιατί}]
totals:
  - {id: 201, title: Σύνολο, payee: 2, amount: 9 M USD, members: [101]}
facts:
  - {id: 301, title: Αξία, party: 2, kind: valuation, value: 61 M USD, date: 2024-03}
"""
TEXTS = {
    "11.txt": "Ο Άλφα έδωσε 4 000 000 $ στη Βήτα, μετά 1 000 000 $. Και 6 000 000 $ ακόμη.\n",
    "12.txt": "Η Βήτα είπε 5 000 000 $ και 2 000 000 € και 77 000 $ και πολλά στη Γάμμα.\n",
    "13.txt": "Άλλα 8 000 000 $ για τον Δέλτα.\n",
    "14.txt": "Νέο: 3 000 000 $ στη Βήτα.\n",
}
CYRILLIC = {
    ord(latin): chr(first + number)
    for letters, first in ((string.ascii_lowercase, 0x430), (string.ascii_uppercase, 0x410))
    for number, latin in enumerate(letters)
}
NAMES = re.compile(
    r"""
    dealtui|fr|deals|yaml|txt|README|schema|json|html?|git|WCAG|AAA?|log|GitHub
    |enter|tab|esc|Esc|Del|ctrl|shift|PgDn|PgUp|Home|End|space|del|F\d+|f\d+|backspace
    |USD|EUR|Md|Mo|bn|tn|IATI|EDTF|CiTO|ISO|SHA|URL|PDF|EDITOR
    |YAML|paid|equity|committed|er|tranches|totals|facts|party|id
    """,
    re.VERBOSE,
)
"""Names of keys, files and units, and words of the file that a form asks for."""
GREEK = msgspec.structs.replace(
    FR, words=dict.fromkeys(FR.words, "λέξη"), months=("μην",) * 12, seasons=("ώρα",) * 4
)
LATIN = re.compile(r"[A-Za-zÀ-ÿ]{2,}")


def cyrillic(template: str) -> str:
    """A template in other letters; the names of its values stay."""
    parts = re.split(r"(\{[^{}]*\}|%\(\w+\)[sr]|`[^`]*`|“[^”]*”)", template)
    return "".join(part if at % 2 else part.translate(CYRILLIC) for at, part in enumerate(parts))


@pytest.fixture
def other_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    """Translate everything that can be translated, and nothing else, in letters of its own."""
    use_language("fr")
    interface = translation._INTERFACE
    messages = {one: cyrillic(one) for one in interface.messages}
    counted = {one: (cyrillic(one), cyrillic(one)) for one in interface.counted}
    monkeypatch.setattr(interface, "messages", messages)
    monkeypatch.setattr(interface, "counted", counted)


def latin_words(text: str) -> set[str]:
    """The Latin words of a screen that are no names."""
    return {word for word in LATIN.findall(text) if not NAMES.fullmatch(word)}


def screen_text(app: DealtuiApp) -> str:
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


def shown_by_program(text: str) -> str:
    """A screen without what is said in the words of files: diffs, rules, names of files, typing."""
    lines = [line for line in text.splitlines() if not FILE_WORDS.search(line)]
    return re.sub(r"`[^`]*`|[a-z]+(?:-[a-z]+)+|[\w/]+\.[a-z]+(?:\.[a-z]+)?", " ", "\n".join(lines))


FILE_WORDS = re.compile(r"- \{|^\W*(?:- )?[a-z-]+:(?: [\w\[{]|\W*$)|tranches\.1|payer:|amount:>")
"""Lines of YAML, and examples of queries."""
SCENES: dict[str, tuple[str, ...]] = {
    "record": ("tab", "j", "j", "j", "c"),
    "article": ("tab", "tab", "i", "right_square_bracket"),
    "facets": ("b", "enter"),
    "orders": ("o", "down"),
    "typing": ("slash", *">1bn("),
    "nothing found": ("slash", *"χχχ"),
    "saving a search": ("s",),
    "known when": ("w", "w"),
    "timeline": ("t", "right", "Z", "T"),
    "a date": ("t", "at"),
    "flows": ("f",),
    "matrix and one party": ("f", "v", "S"),
    "audit": ("A",),
    "a finding": ("A", "j", "full_stop"),
    "a finding that is dismissed": ("A", "j", "x", "X"),
    "findings without figures": ("A", "v", "v"),
    "articles": ("r",),
    "an article": ("r", "full_stop"),
    "fields of an article": ("r", "E"),
    "parties": ("P",),
    "a party": ("P", "tab", "full_stop"),
    "a new party": ("P", "a"),
    "merging parties": ("P", "J"),
    "the page of a party": ("p",),
    "fields of a party": ("p", "E"),
    "history": ("comma",),
    "copy as": ("ctrl+y",),
    "a note": ("m",),
    "starred and checked": ("asterisk", "V"),
    "fields of a record": ("E", "tab", "tab", "down"),
    "everything that can be changed": ("full_stop",),
    "which statement counts": ("Q",),
    "capture": ("tab", "tab", "i", "a"),
    "dismissing": ("tab", "tab", "i", "x"),
    "find": ("tab", "tab", "slash", *"ψψ", "enter"),
    "help": ("question_mark",),
    "signs": ("question_mark", "tab"),
    "commands": ("ctrl+p",),
    "nothing to undo": ("u",),
}


@pytest.mark.usefixtures("other_letters")
async def test_every_word_on_every_screen_is_translated(tmp_path: Path) -> None:
    (tmp_path / "deals.yaml").write_text(CORPUS, "utf-8")
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, "utf-8")
    app = DealtuiApp(tmp_path / "deals.yaml", cache=False, locale=GREEK)
    app.animation_level = "none"
    found: dict[str, set[str]] = {}
    own = set(LATIN.findall(" ".join((*FR.words.values(), *tmp_path.parts))))
    async with app.run_test(size=(150, 60)) as pilot:
        await at_rest(pilot, app)
        for scene, keys in SCENES.items():
            app.explorer.go_to("101", "amount")
            await at_rest(pilot, app)
            await pilot.press(*keys)
            await quiet(pilot)
            words = latin_words(shown_by_program(screen_text(app))) - own
            if words:
                found[scene] = words
            await leave(pilot, app)
    assert found == {}, "\n".join(f"{scene}: {words}" for scene, words in found.items())


async def quiet(pilot: Pilot[None]) -> None:
    """Wait until no worker goes on and all is painted."""
    await until(pilot, lambda: not any(worker.is_running for worker in pilot.app.workers))
    await pilot.pause(0.05)


async def leave(pilot: Pilot[None], app: DealtuiApp) -> None:
    """Go back to the explorer, whatever is open."""
    for _ in range(8):
        await pilot.press("escape")
        if len(app.screen_stack) <= 2 and not app.explorer.view.query:
            break
    await pilot.press("escape", "escape", "1")
