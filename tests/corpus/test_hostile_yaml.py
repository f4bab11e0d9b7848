"""Whatever a file holds, reading it ends soon, with records or clear problems."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
import unicodedata
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.corpus.articles import ArticleError, decode
from tui.corpus.load import Loaded, format_problem, read_corpus_bytes
from tui.corpus.schema.shapes import SHAPES
from tui.model.records import Deal, Fact, Total

# FUZZ=50 looks fifty times as long, outside the suite.
LONGER = int(os.environ.get("FUZZ", "1"))
FILE = Path("deals.yaml")


BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def commands_a_terminal(letter: str) -> bool:
    return letter in BIDI or (letter != "\n" and unicodedata.category(letter) in ("Cc", "Cs", "Zl"))


def survives(data: bytes) -> None:
    """Reading gives typed records and problems that have a place and can be printed."""
    is_sound(read_corpus_bytes(data, FILE), data)


def is_sound(loaded: Loaded, data: bytes) -> None:
    """Assert that records are typed, and that problems have a place and can be printed."""
    lines = data.count(b"\n") + data.count(b"\r") + 1
    for problem in loaded.problems:
        assert problem.code
        assert problem.message
        assert problem.line <= lines
    for problem in loaded.problems[:200]:
        text = format_problem(problem)
        assert not any(commands_a_terminal(letter) for letter in text)
        text.encode("utf-8")
    for name, record in loaded.corpus.records.items():
        assert isinstance(record, Deal | Total | Fact)
        assert record.id == name != ""
    if not loaded.corpus.records and not loaded.corpus.parties and not loaded.corpus.articles:
        assert loaded.problems or b":" in data


@settings(max_examples=200 * LONGER, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    survives(data)


@settings(max_examples=200 * LONGER, deadline=None)
@given(
    st.text(st.sampled_from("ab:- \n\t{}[]&*!|>'\"%@`#?,~<\x00\x85\u2028é\U0001f600"), max_size=80)
)
def test_any_text_of_the_signs_of_yaml(text: str) -> None:
    survives(text.encode())


@settings(max_examples=100 * LONGER, deadline=None)
@given(st.text(st.sampled_from("ab:- \n{}[]&*!|>'\"#?,~<\\uDx8"), max_size=60))
def test_any_text_without_libyaml(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml, "__with_libyaml__", False)
        survives(text.encode())


words = sorted({name for shape in SHAPES.values() for name in shape.keys})
leaves = st.one_of(
    st.none(),
    st.text(st.characters(codec="utf-8"), max_size=12),
    st.sampled_from(["2023-09", "4 bn USD", "paid", "a", "b", "true", "../x", "1", "amount"]),
)
trees = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.sampled_from([*words, "a", "b"]), inner, max_size=6),
    ),
    max_leaves=25,
)


@settings(max_examples=150 * LONGER, deadline=None)
@given(st.dictionaries(st.sampled_from(sorted(SHAPES["root"].keys)), trees, max_size=6))
def test_any_yaml_that_uses_the_keys_of_a_corpus_wrongly(tree: dict[str, object]) -> None:
    survives(yaml.dump(tree, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False).encode())


@settings(max_examples=200 * LONGER, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_of_an_article_are_text_or_refused(data: bytes) -> None:
    try:
        article = decode(data)
    except ArticleError:
        return
    article.text.encode("utf-8")
    assert "\0" not in article.text
    assert article.guessed == (article.encoding == "cp1252")


BOMB = "\n".join(
    ["a0: &a0 [x,x,x,x,x,x,x,x,x,x]"]
    + [f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
)
HOSTILE = {
    "nothing but opening brackets": "[" * 100_000,
    "nothing but opening braces": "deals: " + "{a: " * 25_000,
    "deep blocks": "\n".join(" " * n + "a:" for n in range(440)),
    "dashes in each other": "deals:\n" + "- " * 50_000,
    "explicit keys": "? " * 50_000,
    "an alias bomb": BOMB,
    "an alias bomb of records": "x: &x {id: a, title: b}\ndeals: &d [" + "*x," * 20_000 + "]",
    "many aliases to a large record": "facts: &f [" + "x," * 5_000 + "]\n"
    + "".join(f"k{n}: *f\n" for n in range(8_000)),
    "an anchor in itself": "deals: &d [*d]",
    "one giant scalar": "deals: " + "x" * 100_000,
    "one giant quoted scalar": 'version: "' + "\\x41" * 25_000 + '"',
    "one giant key": "x" * 100_000 + ": y",
    "a megabyte on one line": "deals: [" + "{id: a, title: b}, " * 55_000 + "]",
    "the same key again and again": "a: 1\n" * 20_000,
    "the same key of a record": "deals: [{" + "id: a, " * 14_000 + "}]",
    "different keys, all unknown": "deals: [{id: a, title: b, "
    + ", ".join(f"k{n}: v" for n in range(10_000)) + "}]",
    "unknown parties": "version: 1\nparties: {"
    + ", ".join(f"p{n}: {{name: x}}" for n in range(2_000))
    + "}\ndeals:\n" + "".join(f"- {{id: d{n}, title: t, payer: q{n}}}\n" for n in range(2_000)),
    "records with one id": "deals:\n" + "- {id: a, title: b}\n" * 5_000,
    "ten thousand quotes": "deals: [{id: a, title: b, evidence: ["
    + "{article: x, quote: y}, " * 4_000 + "]}]",
    "tags": "deals: [" + "!!python/object/apply:os.system [x], " * 2_700 + "]",
    "a tag directive": "%TAG ! tag:evil,2000:\n---\na: !x b",
    "control characters": "deals: \x00\x01\x1b]52;c;x\x07",
    "combining characters": "deals: [{id: a, title: a" + "\u0301" * 50_000 + "}]",
    "zero-width characters": "deals: [{id: a, title: a" + "\u200b" * 33_000 + "}]",
    "odd line ends": "a:\u2028" * 20_000,
    "carriage returns": "a: b\r" * 20_000,
    "tabs": "\t" * 100_000,
    "colons": ":" * 100_000,
    "question marks and colons": "? :\n" * 25_000,
    "quotes": "'" * 99_999,
    "comments": "#\n" * 50_000,
    "documents": "---\n" * 25_000,
    "directives": "%YAML 1.1\n" * 10_000,
    "long numbers": "deals: [{id: a, title: b, amount: " + "9" * 90_000 + "}]",
    "a long date": "deals: [{id: a, title: b, date: " + "2" * 90_000 + "}]",
    "deep bounds": "deals: [{id: a, title: b, amount: {min: {min: {min: 1}}}}]",
}  # fmt: skip


ORDINARY = "version: 1\ndeals:\n" + "".join(
    f"  - id: deal-{n}\n    title: A deal\n    amount: {n} M USD\n    announced: 2023-09\n"
    for n in range(1_200)
)


def test_hostile_files_give_records_or_problems_soon_and_in_little_memory(tmp_path: Path) -> None:
    for name, text in {"ordinary": ORDINARY, **HOSTILE}.items():
        (tmp_path / f"{name}.yaml").write_bytes(text.encode("utf-8", "surrogatepass"))
    script = textwrap.dedent(
        """
        import resource, sys, time
        from pathlib import Path
        sys.path.insert(0, sys.argv[2])
        from test_hostile_yaml import is_sound
        from tui.corpus.load import load
        resource.setrlimit(resource.RLIMIT_AS, (600 << 20, 600 << 20))
        load(Path(sys.argv[1]) / "ordinary.yaml")
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        for path in Path(sys.argv[1]).iterdir():
            start = time.process_time()
            loaded = load(path)
            print(time.process_time() - start, path.stem, flush=True)
            is_sound(loaded, path.read_bytes())
        print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024, "grown")
        """
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path), str(Path(__file__).parent)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-200:] + done.stderr[-2000:]
    seconds = {}
    for line in done.stdout.splitlines():
        figure, name = line.split(" ", 1)
        seconds[name] = float(figure)
    assert seconds.pop("grown") <= 200
    # An ordinary file of the same size is the measure: a square or a bomb would take far longer.
    slowest = max(seconds, key=lambda name: seconds[name])
    assert seconds[slowest] <= 60 * seconds["ordinary"], slowest
