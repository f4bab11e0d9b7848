"""A corpus in several files: each keeps its own lines, and a change goes to the file it is in."""

from __future__ import annotations

import os
import random
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from written_corpus import DOCUMENT, Writer

from tui.corpus.edit.changes import owners
from tui.corpus.edit.changes.articles import RemoveArticle, RenameArticle
from tui.corpus.edit.changes.keys import AddItems, RemoveItems, SetKeys
from tui.corpus.edit.changes.merging import MergeRecords
from tui.corpus.edit.changes.parties import MergeParties
from tui.corpus.edit.changes.records import RemoveRecord, RenameRecord
from tui.corpus.edit.file_edit import Edit, SpliceError, apply, diff
from tui.corpus.edit.history import EditHistory
from tui.corpus.edit.proposals import AddRecord, Refusal, propose
from tui.corpus.joined_text import joined, parts_of
from tui.corpus.load import Loaded, load, read_corpus_text
from tui.export.selection import Selection
from tui.export.tables.rows import deal_rows
from tui.model.problems import Problem
from tui.model.task import UNATTENDED
from tui.proof.verify.prover import Prover
from tui.session.file_session import FileSession
from tui.session.forms.record_file import file_field, included_name
from tui.store.opening import open_corpus
from tui.widgets.forms.change_preview import styled_diff

if TYPE_CHECKING:
    from tui.corpus.edit.proposals import Proposal

MAIN = """\
version: 1
articles_dir: press
include: [mills.yaml, more/loans.yaml]
parties:
  nordwind: {name: Nordwind}
articles:
  a: {file: a.txt, title: Nordwind buys, published: 2024-03-12, language: en}
totals:
  - {id: all, title: All, members: [nordwind-mill, loan], amount: 3.2 bn USD}
"""
MILLS = """\
# Mills, one a deal.
parties:
  mill: {name: The Mill}
deals:
  - id: nordwind-mill
    title: Nordwind invests in the Mill
    payer: nordwind
    payee: mill
    instrument: equity
    amount: 3 bn USD
    evidence:
      - {for: amount, article: a, quote: invested 3 billion dollars}
"""
LOANS = """\
deals:
  - id: loan
    title: A loan
    payee: nordwind
    amount: 200 M USD
    evidence:
      - {for: amount, article: a, quote: 200 million dollars, derived: "nordwind-mill:amount"}
  - {id: same-mill, title: The Mill again, payer: nordwind, same-as: nordwind-mill}"""
ARTICLE = "Nordwind invested 3 billion dollars in The Mill, and borrowed 200 million dollars.\n"


class Files:
    """A corpus in three files, in a folder."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "deals.yaml"
        (folder / "more").mkdir(parents=True)
        (folder / "press").mkdir()
        (folder / "press" / "a.txt").write_text(ARTICLE, "utf-8")
        self.write(main=MAIN, mills=MILLS, loans=LOANS)

    def write(self, **texts: str) -> None:
        for name, text in texts.items():
            self.file(name).write_text(text, "utf-8")

    def file(self, name: str) -> Path:
        folder = self.path.parent
        known = {"main": self.path, "mills": folder / "mills.yaml"}
        return known.get(name) or folder / "more" / f"{name}.yaml"

    def texts(self) -> tuple[str, str, str]:
        """The texts of all files."""
        main, mills, loans = (
            self.file(one).read_text("utf-8") for one in ("main", "mills", "loans")
        )
        return main, mills, loans

    def load(self) -> Loaded:
        return load(self.path)

    def edit(self, proposal: Proposal) -> Edit:
        """What a proposal comes to."""
        edit = propose(self.load().source, proposal)
        assert isinstance(edit, Edit), edit
        return edit

    def change(self, proposal: Proposal) -> tuple[str, str, str]:
        """The texts of all files once a proposal is carried out."""
        apply(self.path, self.edit(proposal))
        return self.texts()


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path / "corpus")


def told(loaded: Loaded) -> list[tuple[str, int, str]]:
    """File, line and code of everything that is wrong."""
    folder = loaded.path.parent
    return [
        (str(Path(one.file).relative_to(folder)), one.line, one.code) for one in loaded.problems
    ]


# Reading


def test_what_is_included_is_part_of_the_corpus(files: Files) -> None:
    loaded = files.load()
    assert loaded.problems == ()
    assert list(loaded.corpus.parties) == ["nordwind", "mill"]
    assert list(loaded.corpus.records) == ["all", "nordwind-mill", "loan", "same-mill"]
    assert loaded.paths == (files.path, files.file("mills"), files.file("loans"))


def test_a_record_is_in_its_own_file_at_its_own_line(files: Files) -> None:
    corpus = files.load().corpus
    places = {name: corpus.place(record.line) for name, record in corpus.records.items()}
    assert {name: tuple(place) for name, place in places.items()} == {
        "all": ("", 9),
        "nordwind-mill": ("mills.yaml", 5),
        "loan": ("more/loans.yaml", 2),
        "same-mill": ("more/loans.yaml", 8),
    }


def test_a_problem_has_the_file_and_the_line_there(files: Files) -> None:
    files.write(
        main=MAIN.replace("  nordwind: {", "  nordwind: {nam: x, "),
        mills=MILLS.replace("amount: 3 bn USD", "amount: much"),
        loans=LOANS.replace("payee: nordwind", "payee: nobody"),
    )
    assert told(files.load()) == [
        ("deals.yaml", 5, "unknown-key"),
        ("mills.yaml", 10, "bad-amount"),
        ("more/loans.yaml", 4, "unknown-party"),
    ]


def test_a_message_that_names_another_line_names_that_of_the_file(files: Files) -> None:
    files.write(
        loans=LOANS.replace("    payee: nordwind\n", "    payee: nordwind\n    id: again\n")
    )
    (problem,) = [one for one in files.load().problems if one.code == "duplicate-key"]
    assert (problem.line, problem.message.endswith("first on line 2")) == (5, True)
    files.write(loans='deals: ["a\n')
    assert ("more/loans.yaml", "yaml-syntax") in {(one[0], one[2]) for one in told(files.load())}
    (problem,) = [one for one in files.load().problems if one.code == "yaml-syntax"]
    assert "line 1" in problem.message


def test_a_broken_record_of_an_included_file_hides_no_other(files: Files) -> None:
    files.write(loans=LOANS.replace("    title: A loan\n", "    title: [A loan\n"))
    loaded = files.load()
    assert list(loaded.corpus.records) == ["all", "nordwind-mill", "same-mill"]
    assert ("more/loans.yaml", 4, "yaml-syntax") in told(loaded)


def test_an_included_file_may_include_others_from_its_own_folder(files: Files) -> None:
    files.write(
        main=MAIN.replace("[mills.yaml, more/loans.yaml]", "more/index.yaml"),
        index="include: [../mills.yaml, loans.yaml]\n",
    )
    assert ("deals.yaml", 3, "not-a-list") in told(files.load())
    files.write(main=MAIN.replace("[mills.yaml, more/loans.yaml]", "[more/index.yaml]"))
    loaded = files.load()
    assert loaded.problems == ()
    assert list(loaded.corpus.records) == ["all", "nordwind-mill", "loan", "same-mill"]


@pytest.mark.parametrize(
    ("include", "line", "code"),
    [
        ("[gone.yaml]", 3, "file-missing"),
        ("[../outside.yaml]", 3, "bad-path"),
        ("[/etc/passwd]", 3, "bad-path"),
        ("[link.yaml]", 3, "bad-path"),
        ("[deals.yaml]", 3, "include-twice"),
        ("[mills.yaml, ./more/../mills.yaml]", 3, "include-twice"),
        ("[press]", 3, "not-a-file"),
        ("[pipe]", 3, "not-a-file"),
        ('["a\\nb"]', 3, "bad-path"),
    ],
)
def test_what_cannot_be_included_is_named_where_it_stands(
    include: str, line: int, code: str, files: Files
) -> None:
    outside = files.path.parents[1] / "outside.yaml"
    outside.write_text(LOANS, "utf-8")
    (files.path.parent / "link.yaml").symlink_to(outside)
    os.mkfifo(files.path.parent / "pipe")
    files.write(main=MAIN.replace("[mills.yaml, more/loans.yaml]", include))
    loaded = files.load()
    assert ("deals.yaml", line, code) in told(loaded)
    assert "loan" not in loaded.corpus.records


@pytest.mark.parametrize("name", ["loop.yaml", r'"a\0b"', "x" * 5000])
def test_a_name_that_leads_nowhere_is_named_and_harmless(name: str, files: Files) -> None:
    loop = files.path.parent / "loop.yaml"
    loop.symlink_to("loop.yaml")
    files.write(main=MAIN.replace("[mills.yaml, more/loans.yaml]", f"[{name}, mills.yaml]"))
    loaded = files.load()
    assert told(loaded)[0][:2] == ("deals.yaml", 3)
    assert "nordwind-mill" in loaded.corpus.records


def test_a_cycle_ends_and_is_named(files: Files) -> None:
    files.write(mills="include: [more/loans.yaml]\n" + MILLS)
    files.write(loans="include: [../mills.yaml]\n" + LOANS)
    loaded = files.load()
    codes = [(file, code) for file, _, code in told(loaded)]
    assert ("more/loans.yaml", "include-twice") in codes
    assert list(loaded.corpus.records) == ["all", "nordwind-mill", "loan", "same-mill"]


def test_an_id_in_two_files_is_told_with_both_places(files: Files) -> None:
    files.write(
        loans=LOANS.replace("id: loan", "id: nordwind-mill") + "\nparties: {mill: {name: M}}\n"
    )
    problems = [one for one in files.load().problems if one.code == "duplicate-id"]
    assert {(Path(one.file).name, one.line) for one in problems} == {
        ("loans.yaml", 2), ("loans.yaml", 9),
    }  # fmt: skip
    assert "on line 5 of mills.yaml" in problems[0].message
    assert "on line 3 of mills.yaml" in problems[1].message


def test_what_the_main_file_alone_may_say_is_refused_elsewhere(files: Files) -> None:
    files.write(mills=f"version: 1\narticles_dir: other\n{MILLS}")
    loaded = files.load()
    assert told(loaded) == [("mills.yaml", 2, "main-file-key")]
    assert loaded.articles_dir == files.path.parent / "press"


def test_opening_again_gives_the_same_and_sees_a_change_of_any_file(
    files: Files, tmp_path: Path
) -> None:
    files.write(loans=LOANS.replace("payee: nordwind", "payee: nobody"))
    first = open_corpus(files.path, cache_dir=tmp_path / "cache")
    again = open_corpus(files.path, cache_dir=tmp_path / "cache")
    assert again == first
    assert told(again) == [("more/loans.yaml", 4, "unknown-party")]
    files.write(loans=LOANS)
    assert told(open_corpus(files.path, cache_dir=tmp_path / "cache")) == []
    files.file("mills").unlink()
    gone = open_corpus(files.path, cache_dir=tmp_path / "cache")
    assert "file-missing" in {code for _, _, code in told(gone)}
    assert "nordwind-mill" not in gone.corpus.records


# Changing


def test_a_change_is_written_to_the_file_of_its_record_and_to_no_other(files: Files) -> None:
    change = SetKeys(owners.record("loan"), {"amount": "300 M USD"})
    assert files.change(change) == (MAIN, MILLS, LOANS.replace("200 M USD", "300 M USD"))
    record = files.load().corpus.records["nordwind-mill"]
    evidence = AddItems(owners.record("nordwind-mill"), "tags", ["stone"])
    main, mills, _ = files.change(evidence)
    assert main == MAIN
    assert "tags: [stone]" in mills or "tags:\n" in mills
    assert record.line


def test_what_is_found_by_its_place_is_taken_out_of_its_own_file(files: Files) -> None:
    record = files.load().corpus.records["nordwind-mill"]
    (evidence,) = record.evidence
    main, mills, loans = files.change(RemoveItems([(evidence.line, evidence.column)]))
    assert (main, loans) == (MAIN, LOANS)
    assert mills == MILLS.partition("    evidence:")[0]


def test_another_id_is_followed_through_all_files(files: Files) -> None:
    main, mills, loans = files.change(RenameRecord("nordwind-mill", "mill-stake"))
    assert main == MAIN.replace("nordwind-mill", "mill-stake")
    assert mills == MILLS.replace("id: nordwind-mill", "id: mill-stake")
    assert loans == LOANS.replace("nordwind-mill", "mill-stake")
    assert files.load().problems == ()


def test_a_record_that_goes_is_taken_out_of_what_others_say(files: Files) -> None:
    files.write(loans=LOANS.replace(', derived: "nordwind-mill:amount"', ""))
    main, mills, loans = files.change(RemoveRecord("nordwind-mill"))
    assert "members: [loan]" in main
    assert "same-as" not in loans
    assert "nordwind-mill" not in mills
    assert files.load().problems == ()


def test_records_of_two_files_become_one(files: Files) -> None:
    main, mills, loans = files.change(MergeRecords("nordwind-mill", "same-mill", {"title": "kept"}))
    assert (main, mills) == (MAIN, MILLS)
    assert "same-mill" not in loans
    assert list(files.load().corpus.records) == ["all", "nordwind-mill", "loan"]


def test_articles_and_parties_are_changed_wherever_they_are_named(files: Files) -> None:
    main, mills, loans = files.change(RenameArticle("a", "post"))
    assert main == MAIN.replace("  a: {", "  post: {")
    assert mills == MILLS.replace("article: a", "article: post")
    assert loans == LOANS.replace("article: a", "article: post")
    files.write(main=MAIN, mills=MILLS, loans=LOANS)
    files.write(main=MAIN.replace("{name: Nordwind}", "{name: Nordwind}\n  nw: {name: NW}"))
    files.write(loans=LOANS.replace("payer: nordwind", "payer: nw"))
    assert "payer: nordwind, same-as" in files.change(MergeParties("nordwind", "nw"))[2]
    assert list(files.load().corpus.parties) == ["nordwind", "mill"]
    files.write(main=MAIN, mills=MILLS, loans=LOANS)
    files.change(RemoveArticle("a"))
    assert "evidence" not in "".join(files.texts())


def test_what_is_new_goes_to_the_main_file_unless_another_is_named(files: Files) -> None:
    main, mills, loans = files.change(AddRecord("deals", {"id": "new", "title": "New"}))
    assert (mills, loans) == (MILLS, LOANS)
    assert main.startswith(MAIN)
    assert files.load().corpus.place(files.load().corpus.records["new"].line).name == ""

    record = {"id": "newer", "title": "Newer"}
    _, _, loans = files.change(AddRecord("deals", record, file="more/loans.yaml"))
    assert loans.startswith(LOANS)
    assert "id: newer" in loans
    where = files.load().corpus.place(files.load().corpus.records["newer"].line)
    assert (where.name, where.line) == (
        "more/loans.yaml",
        loans[: loans.index("id: newer")].count("\n") + 1,
    )


def test_a_record_does_not_go_to_a_file_that_is_none_of_the_corpus(files: Files) -> None:
    record = {"id": "new", "title": "New"}
    refused = propose(files.load().source, AddRecord("deals", record, file="other.yaml"))
    assert "there is no included file other.yaml" in getattr(refused, "reason", "")


def test_a_form_offers_the_file_where_the_records_of_the_payer_live(files: Files) -> None:
    session = FileSession(files.load())
    session.prepare(UNATTENDED)
    field = file_field(session, ["mill"])
    assert field is not None
    assert [one.value for one in field.choices] == ["deals.yaml", "mills.yaml", "more/loans.yaml"]
    assert (field.value, field.note) == ("mills.yaml", "where records of The Mill are")
    unknown = file_field(session, ["nobody"])
    assert unknown is not None
    assert (unknown.value, unknown.note) == ("deals.yaml", "")
    assert included_name(session, "deals.yaml") == ""
    assert included_name(session, "more/loans.yaml") == "more/loans.yaml"


def test_exports_name_the_included_file_with_its_own_line(files: Files) -> None:
    corpus = files.load().corpus
    rows = {row["id"]: row for row in deal_rows(Selection.of(corpus, Prover(corpus).record))}
    assert (rows["nordwind-mill"]["corpus_file"], rows["nordwind-mill"]["line"]) == (
        "mills.yaml", 5,
    )  # fmt: skip
    assert (rows["loan"]["corpus_file"], rows["loan"]["line"]) == ("more/loans.yaml", 2)


def test_an_id_that_another_file_has_is_taken(files: Files) -> None:
    refused = propose(files.load().source, AddRecord("deals", {"id": "loan", "title": "New"}))
    assert "there is already a record loan" in getattr(refused, "reason", "")


def test_the_diff_names_each_file_with_its_own_lines(files: Files) -> None:
    lines = diff(files.edit(RenameRecord("nordwind-mill", "stake"))).splitlines()
    heads = [line for line in lines if line.startswith(("+++", "@@"))]
    assert heads == [
        "+++ deals.yaml", "@@ -6,4 +6,4 @@",
        "+++ mills.yaml", "@@ -2,7 +2,7 @@",
        "+++ more/loans.yaml", "@@ -4,5 +4,5 @@",
    ]  # fmt: skip


def test_a_change_of_several_files_is_taken_back_and_made_again_as_one(files: Files) -> None:
    history = EditHistory(files.path)
    history.make(files.edit(RenameRecord("nordwind-mill", "stake")), "Another id")
    after = files.texts()
    files.write(mills=files.file("mills").read_text("utf-8").replace("# Mills", "# All mills"))
    history.undo()
    assert files.texts() == (MAIN, MILLS.replace("# Mills", "# All mills"), LOANS)
    history.redo()
    assert files.texts()[0] == after[0]
    assert files.texts()[2] == after[2]


def test_where_one_file_changed_meanwhile_none_is_written(files: Files) -> None:
    edit = files.edit(RenameRecord("nordwind-mill", "stake"))
    files.write(loans=LOANS + "\n# more\n")
    with pytest.raises(SpliceError, match=r"loans\.yaml changed on disk"):
        apply(files.path, edit)
    assert files.texts() == (MAIN, MILLS, LOANS + "\n# more\n")


def test_where_one_file_cannot_be_written_the_others_get_their_texts_back(files: Files) -> None:
    edit = files.edit(RenameRecord("nordwind-mill", "stake"))
    files.file("loans").chmod(0o444)
    with pytest.raises(OSError, match="write-protected"):
        apply(files.path, edit)
    assert files.texts() == (MAIN, MILLS, LOANS)


# The joined text


def test_a_file_that_holds_the_separator_is_no_border_between_files(files: Files) -> None:
    hostile = MAIN + "# \x1c../../outside.yaml\n"
    files.write(main=hostile)
    loaded = files.load()
    assert [part.name for part in parts_of(loaded.source)] == ["", "mills.yaml", "more/loans.yaml"]
    with pytest.raises((SpliceError, AssertionError)):
        files.change(RenameRecord("nordwind-mill", "stake"))
    assert files.texts() == (hostile, MILLS, LOANS)


@pytest.mark.parametrize("seed", range(30))
def test_a_document_in_three_files_means_what_it_means_in_one(seed: int) -> None:
    choices = random.Random(seed)
    writer = Writer(choices, comments=seed % 2 > 0)
    documents: list[dict[str, Any]] = [{}, {}, {}]
    for key, value in DOCUMENT.items():
        if isinstance(value, str):
            documents[0][key] = value
        elif isinstance(value, dict):
            for name, entry in value.items():
                choices.choice(documents).setdefault(key, {})[name] = entry
        else:
            for item in value:
                choices.choice(documents).setdefault(key, []).append(item)
    documents[0]["include"] = ["one.yaml", "two.yaml"]
    main, one, two = (writer.write(document) if document else "" for document in documents)
    source = joined(main, [("one.yaml", one), ("two.yaml", two)])
    assert [part.text for part in parts_of(source)] == [main, one, two]
    path = Path("/nowhere/deals.yaml")
    loaded, whole = read_corpus_text(source, path), read_corpus_text(writer.write(DOCUMENT), path)
    assert loaded.problems == whole.problems == ()
    for name, record in whole.corpus.records.items():
        found = loaded.corpus.records[name]
        assert (type(found), found.title, len(found.evidence)) == (
            type(record), record.title, len(record.evidence),
        )  # fmt: skip
        place = loaded.corpus.place(found.line)
        text = {"": main, "one.yaml": one, "two.yaml": two}[place.name]
        assert text.split("\n")[place.line - 1][found.column - 1 :]
    for proposal in (
        RenameRecord("first", "other"),
        RenameArticle("one", "other"),
        SetKeys(owners.record("second"), {"note": "another"}),
        RemoveRecord("third"),
    ):
        edit = propose(source, proposal)
        if isinstance(edit, Refusal) and "a comment would be lost" in edit.reason:
            continue  # It would be in one file, too.
        assert isinstance(edit, Edit), edit
        again = read_corpus_text(edit.after_text, path)
        assert [problem.code for problem in again.problems] == []


# What is shown


def test_the_screens_get_the_place_in_words(files: Files) -> None:
    session = FileSession(files.load())
    assert session.place(session.record("loan").line).words() == "line 2 of more/loans.yaml"
    assert session.place(session.record("all").line).words() == "line 9"
    assert session.file_keys["include"] == "mills.yaml, more/loans.yaml"
    changed = session.changed_record(
        files.edit(SetKeys(owners.record("loan"), {"amount": "9 bn USD"})).after_text, "loan"
    )
    assert changed is not None
    assert str(getattr(changed.record, "amount", "")) == "9 bn USD"
    assert [one for one in changed.problems if isinstance(one, Problem)] == []


def test_a_form_names_the_files_that_it_changes_where_that_is_not_the_main_one(
    files: Files,
) -> None:
    def heads(proposal: Proposal) -> list[str]:
        shown = styled_diff(diff(files.edit(proposal)).splitlines())
        return [line for line, style in shown if style == "title"]

    assert heads(SetKeys(owners.record("all"), {"title": "Everything"})) == []
    assert heads(SetKeys(owners.record("loan"), {"title": "Money"})) == ["more/loans.yaml"]
    assert heads(RenameRecord("nordwind-mill", "stake")) == [
        "deals.yaml", "mills.yaml", "more/loans.yaml",
    ]  # fmt: skip
