"""A change of the corpus file adds what was asked for and touches no other byte."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.corpus.edit.patch import patch_of, take_back
from tui.corpus.edit.splice import (
    Edit,
    SpliceError,
    add_article,
    add_evidence,
    add_party,
    add_record,
    apply,
    diff,
    evidence_block,
    replace_scalars,
)
from tui.corpus.load import load, read_corpus_bytes
from tui.model.quantities import Quantity
from tui.model.records import Deal, Evidence

if TYPE_CHECKING:
    from collections.abc import Callable

# FUZZ=50 looks fifty times as long, outside the suite.
LONGER = int(os.environ.get("FUZZ", "1"))
SHIPPED = Path(__file__).resolve().parents[2] / "data" / "deals.yaml"

BLOCK = """\
# head
version: 1
parties:
  a: {name: A}   # kept
articles:
  one: {file: one.txt}
deals:
  - id: d   # comment
    title: D
    tranches:
      - {id: t1, amount: 1 bn USD}
      - id: t2
        amount: 2 bn USD
    # under the record
    evidence:
      - {for: amount, article: one, quote: "x"}  # why
      # not used: something

  - id: e
    title: E
    note: |
      several
      lines

  # before f
  - {id: f, title: F}
# tail
"""
QUOTE = {"for": "amount", "article": "one", "quote": 'jusqu’à 4\xa0milliards: « no » # "x"'}


def evidence_of(text: str, record: str) -> tuple[Evidence, ...]:
    loaded = read_corpus_bytes(text.encode(), Path("deals.yaml"))
    assert [problem for problem in loaded.problems if problem.code == "yaml-syntax"] == []
    return loaded.corpus.records[record].evidence


def kept(edit: Edit) -> bool:
    """Whether everything outside the replaced stretch is as before."""
    tail = len(edit.before_text) - edit.end
    return (
        edit.after_text[: edit.start] == edit.before_text[: edit.start]
        and edit.after_text[len(edit.after_text) - tail :] == edit.before_text[edit.end :]
        and edit.after_text
        == edit.before_text[: edit.start] + edit.replacement + edit.before_text[edit.end :]
    )


@pytest.mark.parametrize("record", ["d", "e", "f"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_evidence_is_added_last_in_any_style_and_any_line_ends(record: str, newline: str) -> None:
    source = BLOCK.replace("\n", newline)
    edit = add_evidence(source, record, QUOTE)
    assert edit.start == edit.end
    assert kept(edit)
    added = evidence_of(edit.after_text, record)[-1]
    assert (added.quote, added.article, added.fields) == (QUOTE["quote"], "one", ("amount",))
    assert evidence_of(edit.after_text, "d")[0] == evidence_of(source, "d")[0]
    assert ("\r\n" in edit.replacement) == (newline == "\r\n" and "\n" in edit.replacement)


def test_evidence_follows_the_indentation_and_the_comments_of_its_list() -> None:
    edit = add_evidence(BLOCK, "d", {"article": "one", "quote": "y"})
    before, after = edit.after_text.split(edit.replacement)
    assert edit.replacement == '      - {article: one, quote: "y"}\n'
    assert before.endswith('quote: "x"}  # why\n')
    assert after.startswith("      # not used")


@pytest.mark.parametrize("tranche", ["t1", "t2"])
def test_evidence_can_go_to_a_tranche(tranche: str) -> None:
    edit = add_evidence(BLOCK, "d", QUOTE, tranche=tranche)
    assert kept(edit)
    loaded = read_corpus_bytes(edit.after_text.encode(), Path("deals.yaml"))
    deal = loaded.corpus.records["d"]
    assert isinstance(deal, Deal)
    assert {part.id: len(part.evidence) for part in deal.tranches} == {
        "t1": tranche == "t1",
        "t2": tranche == "t2",
    }


@pytest.mark.parametrize(
    "value",
    [
        "",
        " ~",
        " null",
        " []",
        " [ ]",
        "\n      - {article: one, quote: z}",
        " [{article: one, quote: z}]",
    ],
)
def test_evidence_can_go_to_a_list_that_is_empty_or_in_brackets(value: str) -> None:
    source = f"version: 1\ndeals:\n  - id: d\n    title: D\n    evidence:{value}\n    note: n\n"
    edit = add_evidence(source, "d", QUOTE)
    assert evidence_of(edit.after_text, "d")[-1].quote == QUOTE["quote"]
    loaded = read_corpus_bytes(edit.after_text.encode(), Path("deals.yaml"))
    assert loaded.corpus.records["d"].note == "n"


@pytest.mark.parametrize("value", ["", " []", " [ ]", " ~", " null"])
@pytest.mark.parametrize("comment", ["", "  # none yet"])
def test_what_is_added_to_nothing_gets_lines_of_its_own(value: str, comment: str) -> None:
    source = f"version: 1\ndeals:{value}{comment}\n# end\n"
    edit = add_record(source, "deals", {"id": "d", "title": "D"})
    assert edit.after_text == f"version: 1\ndeals:{comment}\n  - id: d\n    title: D\n# end\n"
    edit = add_evidence(f"deals:\n  - id: d\n    evidence:{value}{comment}\n", "d", QUOTE)
    lines = edit.after_text.split("\n")
    assert lines[2] == f"    evidence:{comment}"
    assert lines[3].startswith("      - {for: amount, ")


def test_evidence_given_as_a_value_is_written_without_what_is_usual() -> None:
    evidence = Evidence(
        ("amount", "payer"), "one", "x", stance="disputes", says=Quantity.parse("4 M USD"),
        rank="deprecated", because="a slip",
    )  # fmt: skip
    assert evidence_block(evidence) == (
        '- {for: [amount, payer], article: one, quote: "x", stance: disputes, says: 4 M USD,\n'
        "   rank: deprecated, because: a slip}\n"
    )


@pytest.mark.parametrize("kind", ["deals", "totals", "facts"])
def test_a_record_is_added_at_the_end_of_its_section(kind: str) -> None:
    record = {
        "id": "new",
        "title": "New: one",
        **({"kind": "other"} if kind == "facts" else {"payer": "a", "amount": "up to 4 bn USD"}),
        "tags": ["no", "a b"],
        "note": None,
        "evidence": [{"article": "one", "quote": QUOTE["quote"]}] * 2,
    }
    edit = add_record(BLOCK, kind, record)
    assert kept(edit)
    loaded = read_corpus_bytes(edit.after_text.encode(), Path("deals.yaml"))
    assert loaded.corpus.records["new"].tags == ("no", "a b")
    assert len(loaded.corpus.records["new"].evidence) == 2
    assert list(loaded.corpus.records)[-1] == "new"
    assert [problem for problem in loaded.problems if problem.severity == "error"] == []


@pytest.mark.parametrize(
    "start",
    [
        "version: 1\n",
        "version: 1",
        "{version: 1}\n",
        "version: 1\ndeals:\n",
        "version: 1\ndeals: []\n",
        "version: 1\ndeals: ~\nfacts: []\n",
    ],
)
def test_a_record_can_be_the_first(start: str) -> None:
    edit = add_record(start, "deals", {"id": "new", "title": "New"})
    loaded = read_corpus_bytes(edit.after_text.encode(), Path("deals.yaml"))
    assert list(loaded.corpus.records) == ["new"]
    assert loaded.problems == ()


def test_articles_and_parties_are_added_to_their_tables() -> None:
    edit = add_article(BLOCK, "two", {"file": "two.txt", "published": "2023", "title": "A: b"})
    assert kept(edit)
    text = add_party(edit.after_text, "b", {"name": "B", "aliases": ["no"]}).after_text
    loaded = read_corpus_bytes(text.encode(), Path("deals.yaml"))
    assert loaded.corpus.articles["two"].title == "A: b"
    assert loaded.corpus.parties["b"].aliases == ("no",)
    assert loaded.problems == ()


def test_a_quote_is_repaired_where_it_stands() -> None:
    (evidence,) = evidence_of(BLOCK, "d")
    edit = replace_scalars(
        BLOCK, evidence.line, evidence.column, {"quote": 'new: "one"', "prefix": "p"}
    )
    assert kept(edit)
    (repaired,) = evidence_of(edit.after_text, "d")
    assert (repaired.quote, repaired.prefix, repaired.article) == ('new: "one"', "p", "one")
    assert "# why" in edit.after_text


def test_a_quote_over_several_lines_is_repaired() -> None:
    source = (
        "version: 1\ndeals:\n  - id: d\n    title: D\n    evidence:\n"
        "      - article: one\n        quote: >-\n          a\n          b\n        for: amount\n"
    )
    (evidence,) = evidence_of(source, "d")
    edit = replace_scalars(source, evidence.line, evidence.column, {"quote": "c", "suffix": "s"})
    (repaired,) = evidence_of(edit.after_text, "d")
    assert (repaired.quote, repaired.suffix, repaired.fields) == ("c", "s", ("amount",))


@pytest.mark.parametrize(
    "attempt",
    [
        lambda: add_evidence(BLOCK, "nobody", QUOTE),
        lambda: add_evidence(BLOCK, "d", QUOTE, tranche="t9"),
        lambda: add_record(BLOCK, "deals", {"id": "d", "title": "again"}),
        lambda: add_record(BLOCK, "deal", {"id": "x", "title": "x"}),
        lambda: add_article(BLOCK, "one", {"file": "x"}),
        lambda: replace_scalars(BLOCK, 1, 1, {"quote": "x"}),
        lambda: replace_scalars(BLOCK, 999, 1, {"quote": "x"}),
        lambda: add_evidence("a: [", "d", QUOTE),
        lambda: add_evidence("", "d", QUOTE),
        lambda: add_evidence("version: 1\ndeals: [{id: d, evidence: text}]", "d", QUOTE),
        lambda: add_record("version: 1\nx: &a []\ndeals: *a\n", "deals", {"id": "n"}),
    ],
)
def test_what_cannot_be_done_is_said_and_not_tried(attempt: Any) -> None:
    with pytest.raises(SpliceError):
        attempt()


def test_a_large_file_is_changed_like_a_small_one(monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = SHIPPED.read_text("utf-8")
    changes: tuple[Callable[[], Edit], ...] = (
        lambda: add_evidence(shipped, "google-anthropic-2023-10", QUOTE),
        lambda: add_record(shipped, "deals", {"id": "new", "title": "New"}),
        lambda: add_record(shipped, "facts", {"id": "new", "title": "New", "kind": "other"}),
        lambda: add_article(shipped, "new", {"file": "x.txt"}),
        lambda: replace_scalars(shipped, 117, 9, {"quote": "x"}),
    )
    small = [change() for change in changes]
    monkeypatch.setattr("tui.corpus.edit.insertion._LARGE", 0)
    assert [change() for change in changes] == small
    with pytest.raises(SpliceError):
        add_record(shipped, "deals", {"id": "microsoft-openai", "title": "again"})


def test_the_diff_shows_the_addition_with_the_right_lines() -> None:
    lines = diff(add_evidence(BLOCK, "f", {"article": "one", "quote": "y"})).splitlines()
    assert lines == [
        "--- deals.yaml",
        "+++ deals.yaml",
        "@@ -23,5 +23,5 @@",
        "       lines",
        " ",
        "   # before f",
        "-  - {id: f, title: F}",
        '+  - {id: f, title: F, evidence: [{article: one, quote: "y"}]}',
        " # tail",
    ]


def test_a_change_is_written_and_undone_byte_for_byte(tmp_path: Path) -> None:
    path = tmp_path / "deals.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + BLOCK.replace("\n", "\r\n").encode())
    path.chmod(0o640)
    before = path.read_bytes()
    edit = add_evidence(load(path).source, "d", QUOTE)
    apply(path, edit, load(path).digest)
    assert path.read_bytes() == edit.after_text.encode() != before
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [entry.name for entry in tmp_path.iterdir()] == ["deals.yaml"]
    take_back(path, patch_of(edit))
    assert path.read_bytes() == before


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "deals.yaml"
    path.write_text(BLOCK, "utf-8")
    edit = add_evidence(BLOCK, "d", QUOTE)
    path.write_text(BLOCK + "# more\n", "utf-8")
    with pytest.raises(SpliceError):
        apply(path, edit)
    assert path.read_text("utf-8") == BLOCK + "# more\n"


@pytest.mark.parametrize("record", ["d", "e", "f"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_changes_are_taken_back_one_by_one_though_the_file_was_edited_elsewhere(
    tmp_path: Path, record: str, newline: str
) -> None:
    path = tmp_path / "deals.yaml"
    source = BLOCK.replace("\n", newline)
    path.write_bytes(source.encode())
    edits = []
    for quote in ("one", "two", "three"):
        edits.append(add_evidence(load(path).source, record, {**QUOTE, "quote": quote}))
        apply(path, edits[-1])
    elsewhere = path.read_bytes().replace(b"# head", b"# a longer head").replace(b"# kept", b"#")
    path.write_bytes(elsewhere)
    for edit in reversed(edits):
        take_back(path, patch_of(edit))
    expected = source.replace("# head", "# a longer head").replace("# kept", "#")
    assert path.read_bytes() == expected.encode()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("no » # ", "yes » # "),
        ("      # not used", "      - {article: one, quote: z}\n      # not used"),
    ],
)
def test_what_was_changed_since_is_not_taken_back(tmp_path: Path, old: str, new: str) -> None:
    path = tmp_path / "deals.yaml"
    path.write_text(BLOCK, "utf-8")
    edit = add_evidence(BLOCK, "d", QUOTE)
    apply(path, edit)
    changed = path.read_text("utf-8").replace(old, new)
    path.write_text(changed, "utf-8")
    with pytest.raises(SpliceError, match="changed since"):
        take_back(path, patch_of(edit))
    assert path.read_text("utf-8") == changed


def test_a_link_to_the_file_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.yaml", tmp_path / "deals.yaml"
    real.write_text(BLOCK, "utf-8")
    link.symlink_to(real)
    apply(link, add_evidence(BLOCK, "d", QUOTE))
    assert link.is_symlink()
    assert "milliards" in real.read_text("utf-8")


def test_every_record_of_the_shipped_corpus_can_take_evidence_in_its_own_style() -> None:
    source = SHIPPED.read_text("utf-8")
    records = read_corpus_bytes(source.encode(), SHIPPED).corpus.records
    for record in list(records)[::7]:
        edit = add_evidence(source, record, {"article": "one", "quote": QUOTE["quote"]})
        assert edit.start == edit.end
        assert re.fullmatch(r" +- \{article: one, quote: .*\}\n", edit.replacement)
        assert len(evidence_of(edit.after_text, record)) == len(records[record].evidence) + 1


words = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=24)
styles = st.sampled_from(["flow", "block", "mixed"])


@st.composite
def corpora(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Files in various styles, indentations and line ends, with comments and blank lines."""
    newline = draw(st.sampled_from(["\n", "\r\n"]))
    step = draw(st.sampled_from([0, 2, 4]))
    inner = step + draw(st.sampled_from([2, 4]))
    dash = " " * step + "-" + " " * (inner - step - 1)
    pad = " " * inner
    noise = st.sampled_from(["", "", "\n", f"{pad}# note\n", " " * step + "# head\n", "# all\n"])
    names = [f"r{number}" for number in range(draw(st.integers(1, 4)))]
    text = "version: 1  # one\n" + draw(noise) + "deals:\n"
    for name in names:
        title = draw(st.sampled_from(["plain", '"quoted # no"', "'it''s'", "é \u00a0x", "a: b"]))
        title = f'"{title}"' if title == "a: b" else title
        evidence = draw(
            st.sampled_from(["none", "empty", "flow", "block", "items", "nothing", "unindented"])
        )
        if draw(styles) == "flow":
            tail = {"none": "", "empty": ", evidence: []", "nothing": ", evidence: "}.get(
                evidence, ", evidence: [{article: x, quote: y}]"
            )
            text += f"{dash}{{id: {name}, title: {title}{tail}}}\n"
        else:
            text += f"{dash}id: {name}\n{pad}title: {title}\n"
            item = "{article: x, quote: y}"
            text += {
                "none": "",
                "empty": f"{pad}evidence: []  # none\n",
                "nothing": f"{pad}evidence:\n",
                "flow": f"{pad}evidence: [{item}, # c\n{pad}  {item}]\n",
                "block": f"{pad}evidence:\n{pad}  - {item}\n",
                "items": f"{pad}evidence:\n{pad}  - article: x\n{pad}    quote: |\n{pad}      y\n",
                "unindented": f"{pad}evidence:\n{pad}- {item}  # c\n",
            }[evidence]
            if draw(st.booleans()):
                text += f"{pad}note: >\n{pad}  folded\n{pad}  text\n"
        text += draw(noise)
    text += draw(st.sampled_from(["", "# end\n", "facts: []\n", "\n\n"]))
    if draw(st.booleans()):
        text = text.rstrip("\n")
    return ("\ufeff" if draw(st.booleans()) else "") + text.replace("\n", newline), names


@settings(max_examples=150 * LONGER, deadline=None)
@given(corpora(), words, words, st.data())
def test_whatever_the_style_only_the_evidence_is_new(
    corpus: tuple[str, list[str]], quote: str, because: str, data: st.DataObject
) -> None:
    source, names = corpus
    name = data.draw(st.sampled_from(names))
    before = read_corpus_bytes(source.encode(), Path("f"))
    edit = add_evidence(source, name, {"article": "x", "quote": quote, "because": because})
    assert kept(edit)
    after = read_corpus_bytes(edit.after_text.encode(), Path("f"))
    assert [problem.code for problem in after.problems if problem.code != "unknown-article"] == [
        problem.code for problem in before.problems if problem.code != "unknown-article"
    ]
    for record in names:
        old = [(item.article, item.quote) for item in before.corpus.records[record].evidence]
        new = [(item.article, item.quote) for item in after.corpus.records[record].evidence]
        assert new == old + [("x", quote)] * (record == name)
        assert after.corpus.records[record].title == before.corpus.records[record].title
        assert after.corpus.records[record].note == before.corpus.records[record].note
    assert after.corpus.records[name].evidence[-1].because == because


@settings(max_examples=100 * LONGER, deadline=None)
@given(corpora(), words)
def test_whatever_the_style_only_the_record_is_new(
    corpus: tuple[str, list[str]], title: str
) -> None:
    source, names = corpus
    evidence = [{"article": "x", "quote": title}]
    edit = add_record(source, "deals", {"id": "new", "title": title, "evidence": evidence})
    assert kept(edit)
    after = read_corpus_bytes(edit.after_text.encode(), Path("f"))
    assert list(after.corpus.records) == [*names, "new"]
    assert after.corpus.records["new"].title == title
