"""No screen has a word that is not in the catalogue.

The catalogue is put into Cyrillic letters and all data of the corpus into Greek ones; so a Latin
word on a screen is one that never passed through the catalogue.
"""

from __future__ import annotations

import re
import string
from typing import TYPE_CHECKING

import pytest

from tui.platform import translation
from tui.platform.translation import use_language

if TYPE_CHECKING:
    from tui.app import DealtuiApp

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
    dealtui|deals|yaml|txt|README|schema|json|html?|git|WCAG|AAA?|log|GitHub
    |enter|tab|esc|Esc|ctrl|shift|PgDn|PgUp|Home|End|space|del|F\d+|f\d+|backspace
    |USD|EUR|Md|Mo|bn|tn|IATI|EDTF|CiTO|ISO|SHA|URL|PDF|EDITOR
    |janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc|er
    """,
    re.VERBOSE,
)
"""Names of keys, files, units and months, which are the same for every reader of French."""
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
