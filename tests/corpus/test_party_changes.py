"""Parties are added, renamed, merged and kept apart byte for byte, or refused in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.corpus.edit.changes.parties import AddAlias, ChangeParty, KeepApart, MergeParties
from tui.corpus.edit.file_edit import Edit
from tui.corpus.edit.patch import patch_of, reversal
from tui.corpus.edit.proposals import AddParty, Proposal, Refusal, propose
from tui.corpus.load import read_corpus_bytes
from tui.model.records import record_parties

SOURCE = """\
version: 1
# Who is who.
parties:
  kestrel: {name: Kestrel, aliases: [Kestrel Capital]}   # the fund
  kestrel-inc:
    name: Kestrel Inc
    note: The same house?

  larkspur: {name: Larkspur, distinct-from: [kestrel-inc]}
  orrery: {name: Orrery}
articles:
  one: {file: one.txt, title: kestrel}
deals:
  - id: kestrel-inc
    title: kestrel-inc buys Orrery
    payer: "kestrel-inc"   # quoted
    payee: orrery
    parties: [larkspur, kestrel-inc]
    subject: orrery
    evidence:
      - {for: payer, article: one, quote: "kestrel-inc", says: kestrel-inc}
      - {for: [amount], article: one, quote: "1", because: kestrel-inc}
  - {id: second, title: Second, payer: larkspur, parties: [kestrel-inc, kestrel]}
totals:
  - {id: sum, title: Sum, payee: kestrel-inc, members: [kestrel-inc]}
facts:
  - id: worth
    title: Worth
    kind: stake
    party: orrery
    holder: kestrel-inc
    tags:
      - kestrel-inc
"""


def made(source: str, proposal: Proposal) -> str:
    edit = propose(source, proposal)
    assert isinstance(edit, Edit), edit
    assert reversal(edit.after_text, patch_of(edit)).after_text == source
    return edit.after_text


def refused(source: str, proposal: Proposal) -> str:
    edit = propose(source, proposal)
    assert isinstance(edit, Refusal)
    return edit.reason


def changed_lines(before: str, after: str) -> list[tuple[str, str]]:
    """The lines that differ, of texts with as many lines."""
    pairs = zip(before.splitlines(), after.splitlines(), strict=True)
    return [(old, new) for old, new in pairs if old != new]


def named(text: str, record: str) -> tuple[str, ...]:
    loaded = read_corpus_bytes(text.encode(), Path("deals.yaml"))
    assert [one.message for one in loaded.problems if one.severity == "error"] == []
    return record_parties(loaded.corpus.records[record])


def test_a_new_party_stands_after_the_others_in_their_style() -> None:
    text = made(
        SOURCE, AddParty("new", {"name": "New & Co", "aliases": ["Newco"], "note": "Named once."})
    )
    assert (
        "  orrery: {name: Orrery}\n  new: {name: New & Co, aliases: [Newco], note: Named once.}\n"
        in text
    )
    assert (
        text.replace("  new: {name: New & Co, aliases: [Newco], note: Named once.}\n", "") == SOURCE
    )
    assert "already" in refused(SOURCE, AddParty("orrery", {"name": "Orrery"}))


def test_an_id_is_changed_wherever_it_names_the_party_and_nowhere_else() -> None:
    text = made(SOURCE, ChangeParty("kestrel-inc", "falcon", "Kestrel Inc", (), "The same house?"))
    assert changed_lines(SOURCE, text) == [
        ("  kestrel-inc:", "  falcon:"),
        (
            "  larkspur: {name: Larkspur, distinct-from: [kestrel-inc]}",
            "  larkspur: {name: Larkspur, distinct-from: [falcon]}",
        ),
        ('    payer: "kestrel-inc"   # quoted', '    payer: "falcon"   # quoted'),
        ("    parties: [larkspur, kestrel-inc]", "    parties: [larkspur, falcon]"),
        (
            '      - {for: payer, article: one, quote: "kestrel-inc", says: kestrel-inc}',
            '      - {for: payer, article: one, quote: "kestrel-inc", says: falcon}',
        ),
        (
            "  - {id: second, title: Second, payer: larkspur, parties: [kestrel-inc, kestrel]}",
            "  - {id: second, title: Second, payer: larkspur, parties: [falcon, kestrel]}",
        ),
        (
            "  - {id: sum, title: Sum, payee: kestrel-inc, members: [kestrel-inc]}",
            "  - {id: sum, title: Sum, payee: falcon, members: [kestrel-inc]}",
        ),
        ("    holder: kestrel-inc", "    holder: falcon"),
    ]
    assert (
        made(text, ChangeParty("falcon", "kestrel-inc", "Kestrel Inc", (), "The same house?"))
        == SOURCE
    )
    assert "already kestrel" in refused(
        SOURCE, ChangeParty("kestrel-inc", "kestrel", "Kestrel Inc")
    )


def test_an_id_that_yaml_would_read_as_a_number_is_written_in_quotes() -> None:
    text = made(SOURCE, ChangeParty("orrery", "3i", "Orrery"))
    assert '  "3i": {name: Orrery}' in text
    assert '    payee: "3i"' in text
    assert named(text, "kestrel-inc") == ("kestrel-inc", "3i", "larkspur")


@pytest.mark.parametrize(
    ("aliases", "line"),
    [
        (("Kestrel Capital", "Kestrels"), "{name: Falcon, aliases: [Kestrel Capital, Kestrels]}"),
        (("Falcons",), "{name: Falcon, aliases: [Falcons]}"),
        ((), "{name: Falcon}"),
    ],
)
def test_name_and_aliases_change_on_their_line_and_the_comment_stays(
    aliases: tuple[str, ...], line: str
) -> None:
    text = made(SOURCE, ChangeParty("kestrel", "kestrel", "Falcon", aliases))
    before = "  kestrel: {name: Kestrel, aliases: [Kestrel Capital]}   # the fund"
    assert changed_lines(SOURCE, text) == [(before, f"  kestrel: {line}   # the fund")]


def test_a_note_is_written_and_taken_away() -> None:
    text = made(SOURCE, ChangeParty("orrery", "orrery", "Orrery", (), "Makes clocks."))
    assert "  orrery: {name: Orrery, note: Makes clocks.}\n" in text
    assert made(text, ChangeParty("orrery", "orrery", "Orrery")) == SOURCE


def test_merged_parties_keep_all_names_and_every_record_of_both() -> None:
    source = SOURCE.replace(", distinct-from: [kestrel-inc]", "")
    text = made(source, MergeParties("kestrel", "kestrel-inc"))
    loaded = read_corpus_bytes(text.encode(), Path("deals.yaml"))
    assert not [one for one in loaded.problems if one.severity == "error"]
    assert list(loaded.corpus.parties) == ["kestrel", "larkspur", "orrery"]
    kept = loaded.corpus.parties["kestrel"]
    assert (kept.name, kept.aliases) == ("Kestrel", ("Kestrel Capital", "Kestrel Inc"))
    assert kept.note == "The same house?"
    assert named(text, "kestrel-inc") == ("kestrel", "orrery", "larkspur")
    # One that was named twice is named once.
    assert "payer: larkspur, parties: [kestrel]}" in text
    assert '    payer: "kestrel"   # quoted\n' in text
    assert "    holder: kestrel\n" in text
    # What is no reference stays: ids of records, quotes, titles, members, tags.
    assert text.count("kestrel-inc") == source.count("kestrel-inc") - 7


def test_an_entry_that_goes_takes_no_comment_of_others_with_it() -> None:
    source = SOURCE.replace(", distinct-from: [kestrel-inc]", "").replace(
        "  orrery: {name", "  # Clocks.\n  orrery: {name"
    )
    text = made(source, MergeParties("kestrel", "kestrel-inc"))
    assert "  larkspur: {name: Larkspur}\n  # Clocks.\n  orrery" in text
    assert "   # the fund\n" in text


def test_a_merge_that_makes_no_sense_is_refused_in_words() -> None:
    assert "with itself" in refused(SOURCE, MergeParties("kestrel", "kestrel"))
    assert "no party nobody" in refused(SOURCE, MergeParties("kestrel", "nobody"))
    words = refused(SOURCE, MergeParties("kestrel-inc", "orrery"))
    assert "kestrel-inc has one as payer and the other as payee" in words
    assert "kept apart" in refused(SOURCE, MergeParties("kestrel-inc", "larkspur"))
    assert "kept apart" in refused(SOURCE, MergeParties("larkspur", "kestrel-inc"))


def test_parties_are_kept_apart_by_a_note_in_the_file() -> None:
    text = made(SOURCE, KeepApart("kestrel", "kestrel-inc"))
    assert "aliases: [Kestrel Capital], distinct-from: [kestrel-inc]}   # the fund\n" in text
    assert read_corpus_bytes(text.encode(), Path("deals.yaml")).corpus.parties[
        "kestrel"
    ].distinct_from == ("kestrel-inc",)
    assert "already" in refused(text, KeepApart("kestrel", "kestrel-inc"))
    assert "no party gone" in refused(SOURCE, KeepApart("kestrel", "gone"))


def test_a_name_of_an_article_becomes_an_alias() -> None:
    assert "{name: Orrery, aliases: [Orreries]}" in made(SOURCE, AddAlias("orrery", "Orreries"))
    assert "already" in refused(SOURCE, AddAlias("orrery", "Orrery"))


ALIASED = """\
version: 1
parties:
  a: {name: A}
  b: {name: B}
deals:
  - {id: one, title: One, payer: &who a, payee: b}
  - {id: two, title: Two, payer: *who}
"""


def test_an_id_that_the_file_shares_by_an_alias_is_left_alone() -> None:
    assert "also stands elsewhere, as *who" in refused(ALIASED, ChangeParty("a", "c", "A"))
    named_so = ALIASED.replace("&who a", "a").replace("{name: A}", "{name: &who a}")
    assert "payer stands for a as *who" in refused(named_so, ChangeParty("a", "c", "a"))
    assert "{id: one, title: One, payer: &who a, payee: c}" in made(
        ALIASED, ChangeParty("b", "c", "B")
    )


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("first", ["", "\ufeff"])
def test_line_ends_and_a_byte_order_mark_stay(newline: str, first: str) -> None:
    source = first + SOURCE.replace(", distinct-from: [kestrel-inc]", "").replace("\n", newline)
    text = made(source, MergeParties("kestrel", "kestrel-inc"))
    assert text.startswith(first)
    assert text.count("\n") == text.count(newline)
    assert named(text, "kestrel-inc") == ("kestrel", "orrery", "larkspur")


def test_in_a_large_file_every_reference_is_found() -> None:
    filler = "".join(
        f"  - {{id: filler-{at}, title: Nothing about anybody, payer: larkspur, payee: orrery}}\n"
        for at in range(15_000)
    )
    source = SOURCE.replace("totals:\n", f"{filler}totals:\n")
    assert len(source) > 1_000_000
    text = made(source, ChangeParty("kestrel-inc", "falcon", "Kestrel Inc", (), "The same house?"))
    assert len(changed_lines(source, text)) == 8
    text = made(source, ChangeParty("larkspur", "lark", "Larkspur"))
    assert text.count("payer: lark,") == 15_001
