"""No byte of a file, and nothing typed, reaches the terminal as a control sequence."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import os
import re
import subprocess
import sys
import unicodedata
from typing import TYPE_CHECKING

import pytest

from tui.cli import main

if TYPE_CHECKING:
    from pathlib import Path

EVIL = "\x1b]52;c;aGk=\x07\x1b[2J\x9b31m\x85\u202ex\u2066\u2028\u061c\U000e0041\ufeff"
"""Sets the clipboard, clears the screen, turns writing around: in one byte and in two."""
BIDI = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def obeyed(text: str) -> set[str]:
    """The characters of a text that a terminal would obey."""
    return {
        letter
        for letter in text
        if letter != "\n" and (unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp"))
    } | (set(text) & BIDI)


def escaped(text: str) -> str:
    """A text as it is written between double quotes in YAML."""
    return "".join(f"\\U{ord(letter):08x}" for letter in text)


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A corpus every text of which tries to command the terminal, its own path included."""
    for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    monkeypatch.setenv("NO_COLOR", "1")
    folder = tmp_path / "co\x1b]0;x\x07\x9brpus"
    folder.mkdir()
    names = (f"a{EVIL}.txt".replace("\u2028", ""), "b.txt")
    said = f"Le groupe {EVIL}A va payer {EVIL} 4 milliards {EVIL} de dollars à {EVIL}B en 2024.\n"
    for name in names:
        (folder / name).write_text(said * 3 + "Le reste est long. " * 60 + name, "utf-8")
    evil = escaped(EVIL)
    quote = f'"4 milliards {evil} de dollars"'
    file = f'"{escaped(names[0])}"'
    # What no schema allows is read too: it must be told as a problem, harmlessly.
    (folder / "deals.yaml").write_text(
        f"""version: 1
articles_dir: .
"unknown{evil}": "{evil}"
parties:
  a: {{name: "{evil}A", aliases: ["{evil}x"], kind: "{evil}", note: "{evil}"}}
  "b{evil}": {{name: "{evil}B"}}
articles:
  one: {{file: {file}, title: "{evil}T", publisher: "{evil}P", published: 2024-01-02,
    language: fr, url: "http://x/{evil}", author: "{evil}"}}
  "two{evil}": {{file: b.txt, title: "{evil}T", publisher: "=P", published: "{evil}"}}
  three: {{file: "../{evil}", title: "{evil}T"}}
  four: {{file: "none{evil}", title: "{evil}T"}}
deals:
  - id: d
    title: "=cmd{evil}T"
    kind: "{evil}"
    payer: a
    payee: "b{evil}"
    instrument: "{evil}"
    status: "{evil}"
    amount: 4 bn USD
    announced: 2024-01
    tags: ["+{evil}", "{evil}"]
    note: "{evil}"
    evidence:
      - {{for: amount, article: one, quote: {quote}, because: "{evil}", says: "{evil}"}}
      - {{for: [amount, payer], article: "two{evil}", quote: {quote}}}
      - {{for: "{evil}", article: "{evil}", quote: "{evil}", prefix: "{evil}", stance: "{evil}"}}
  - {{id: "e{evil}", title: "{evil}", payer: "{evil}", amount: "{evil}", announced: "{evil}"}}
  - {{id: e, title: "-1{evil}", payer: a, payee: a, amount: 1 bn EUR, announced: 2024-02,
      tranches: [{{id: "t{evil}", amount: 1 bn EUR, date: 2024-03, note: "{evil}"}}]}}
totals: [{{id: s, title: "@{evil}", count: 9, amount: 9 bn USD, members: [d, "{evil}"]}}]
facts: [{{id: f, title: "{evil}", kind: "{evil}", value: less than 1/3, about: "{evil}"}}]
""",
        "utf-8",
    )
    return folder / "deals.yaml"


VERBS = {
    "check": ["check"],
    "check json": ["check", "--format", "json"],
    "check github": ["check", "--format", "github"],
    "check coverage": ["check", "--coverage"],
    "check of no check": ["check", "--select", EVIL],
    "check list": ["check", "--list"],
    "mentions": ["mentions", "ARTICLE"],
    "mentions jsonl": ["mentions", "ARTICLE", "--format", "jsonl"],
    "mentions of nothing": ["mentions", f"none{EVIL}"],
    "mentions at no date": ["mentions", "ARTICLE", "--published", EVIL],
    **{
        f"export {what} {form}": ["export", what, "--format", form]
        for what in ("deals", "evidence", "articles", "totals", "facts")
        for form in ("jsonl", "csv")
    },
    "schema": ["schema"],
    **{
        f"search {form}": ["search", "t", "--format", form]
        for form in ("table", "jsonl", "csv", "ids")
    },
    "search for nothing": [
        "search", f"payer:{EVIL} bad:{EVIL} amount:>{EVIL} proof:{EVIL} /[{EVIL}/",
    ],
    "timeline": ["timeline"],
    "timeline by": ["timeline", "--by", "article"],
    "timeline found": ["timeline", f"bad:{EVIL}"],
    "timeline svg": ["timeline", "--svg", "SVG"],
    "timeline known": ["timeline", "--known", EVIL],
    "timeline nowhere": ["timeline", "--svg", f"/nowhere/{EVIL}"],
    "flows": ["flows"],
    "flows svg": ["flows", "--svg", "SVG"],
    "party": ["party", "a"],
    "party by name": ["party", f"{EVIL}A"],
    "no party": ["party", EVIL],
    "marks": ["marks", "export"],
    "doctor": ["doctor"],
    "add": ["add", "NEW", "--title", EVIL, "--publisher", EVIL, "--id", f"n{EVIL}"],
    "add again": ["add", "ARTICLE"],
    "add nothing": ["add", f"none{EVIL}"],
    "add at no date": ["add", "NEW", "--published", EVIL],
    "help": ["--help"],
    "no verb": [EVIL],
    "no option": [f"--{EVIL}"],
    "too many words": ["search", "t", EVIL],
    "no number": ["search", "t", "--limit", EVIL],
    "no choice": ["export", EVIL],
    "no locale": ["--locale", EVIL, "check"],
}  # fmt: skip


def run(*arguments: str) -> tuple[int, str, str]:
    """The exit code of a command line, and what it says on a terminal."""
    out, err = Terminal(), Terminal()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = main(arguments)
        except SystemExit as left:
            code = int(left.code or 0)
    return code, out.getvalue(), err.getvalue()


@pytest.mark.parametrize("name", VERBS)
def test_no_verb_lets_a_text_command_the_terminal(name: str, corpus: Path, tmp_path: Path) -> None:
    new = tmp_path / f"new\x1b[2J{name.replace(' ', '')}.txt"
    new.write_text(
        f"{EVIL} Titre de l'article qui dit tout\nIl vaut {EVIL} 3 milliards {EVIL} d'euros."
    )
    article = next(file for file in corpus.parent.iterdir() if file.name.startswith("a"))
    places = {"ARTICLE": str(article), "NEW": str(new), "SVG": str(tmp_path / "x.svg")}
    words = (places.get(word, word) for word in VERBS[name])
    code, out, err = run("-c", str(corpus), *words)
    assert code in (0, 1, 2)
    assert out or err or name == "marks" or "svg" in name
    assert obeyed(out) == set()
    assert obeyed(err) == set()
    if "svg" in name:
        assert obeyed((tmp_path / "x.svg").read_text("utf-8")) <= set("\t")


def test_colour_is_the_only_thing_that_commands_the_terminal(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR")
    _, out, _ = run("-c", str(corpus), "timeline")
    assert "\x1b[" in out
    assert obeyed(COLOUR.sub("", out)) == set()


def test_marks_that_are_taken_along_command_nothing(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = json.dumps({"kind": "mark", "record": "d", "note": EVIL}, ensure_ascii=False)
    given = io.TextIOWrapper(io.BytesIO(row.encode()))
    monkeypatch.setattr(sys, "stdin", given)
    assert run("-c", str(corpus), "marks", "import")[0] == 0
    _, out, _ = run("-c", str(corpus), "marks", "export")
    assert json.loads(out)["note"] == EVIL
    assert obeyed(out) == set()


def test_a_missing_corpus_is_named_harmlessly() -> None:
    code, _, err = run("-c", f"/nowhere/{EVIL}", "check")
    assert code == 2
    assert obeyed(err) == set()


@pytest.mark.parametrize("what", ["deals", "evidence", "articles", "totals", "facts"])
@pytest.mark.parametrize("letter", "=+-@\t\r")
def test_no_cell_starts_a_formula(what: str, letter: str, corpus: Path) -> None:
    source = corpus.read_text("utf-8")
    corpus.write_text(source.replace(escaped(EVIL), escaped(f"{letter}cmd()")), "utf-8")
    _, out, _ = run("-c", str(corpus), "export", what, "--format", "csv")
    cells = [cell for row in csv.reader(io.StringIO(out, newline="")) for cell in row]
    assert any("cmd()" in cell for cell in cells)
    assert not [cell for cell in cells if cell.startswith(tuple("=+-@\t\r\n"))]


STREAMS = (
    "export deals >&-",
    "export deals >&- 2>&- <&-",
    "export deals >/dev/full",
    "mentions - <&-",
    "check >&- 2>&-",
    "--help >/dev/full",
    ">&-",
    "<&-",
)


@pytest.mark.parametrize("command", STREAMS)
def test_closed_and_full_streams_are_no_fault(command: str, tmp_path: Path) -> None:
    program = f"'{sys.executable}' -m tui --no-cache"
    done = subprocess.run(
        ["sh", "-c", f"{program} {command}"],
        env={"PATH": os.environ["PATH"], "HOME": str(tmp_path)},
        stdin=subprocess.DEVNULL, capture_output=True, check=False, text=True,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr
    failed = "full" in command or command in (">&-", "<&-")
    assert done.returncode == (2 if failed else 0)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
@pytest.mark.parametrize("verb", ["timeline", "flows", "search nvidia", "check", "schema"])
def test_what_an_encoding_lacks_is_written_as_an_escape(
    verb: str, encoding: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    file = io.BytesIO()
    out = io.TextIOWrapper(file, encoding=encoding)
    with contextlib.redirect_stdout(out):
        assert main(verb.split()) == 0
    assert file.getvalue().decode(encoding)
