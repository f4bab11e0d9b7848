"""Whatever the file can say is asked for by a form, checked, and written as one change."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tui.corpus.edit.file_edit import Edit
from tui.corpus.edit.proposals import propose
from tui.corpus.load import load, read_corpus_bytes
from tui.corpus.schema.shapes import SHAPES
from tui.model.problems import Problem
from tui.model.records import Deal, Total
from tui.session.capture import Stretch
from tui.session.editing.article_forms import (
    ArticleIdForm,
    DismissForm,
    article_form,
    corpus_form,
    dismissal_form,
    reasons,
)
from tui.session.editing.evidence_forms import StatementForm, evidence_form, new_evidence_form
from tui.session.editing.ignored_forms import ignore_form, ignored_form
from tui.session.editing.record_forms import (
    IdForm,
    LinkForm,
    MergeForm,
    fields_form,
    new_record_form,
    new_tranche_form,
)
from tui.session.editing.use_forms import new_use_form, use_form
from tui.session.file_session import FileSession
from tui.session.forms.fields import WrongAnswer

if TYPE_CHECKING:
    from tui.model.corpus import Corpus
    from tui.session.forms.fields import FormSubject

PRESS = """Kestrel backs Larkspur

Kestrel Capital has paid 2 billion dollars to Larkspur. Analysts had expected 3 billion dollars.

Margins rose by 4 percent, shares by 7 percent, and 12 percent of all staff left. Rivals sold
goods for 9 billion dollars.
"""
OTHER = "Kestrel Capital has paid 5 billion dollars to Larkspur, says another paper.\n"
CORPUS = """\
version: 1
articles_dir: .
parties:
  kestrel: {name: Kestrel Capital, aliases: [Kestrel]}
  larkspur: {name: Larkspur}
articles:
  press:
    file: press.txt
    title: Kestrel backs Larkspur
    published: 2025-03-10
    language: en
    not-a-deal:
      - {quote: 12 percent of all staff, because: a headcount}
  other: {file: other.txt, publisher: The Other, published: 2025-03-11, language: en}
deals:
  - id: kestrel-larkspur
    title: Kestrel backs Larkspur
    payer: kestrel
    payee: larkspur
    status: paid
    amount: 2 bn USD
    note: |-
      one
      two
    tranches:
      - {id: first, amount: 1 bn USD}
    evidence:
      - {for: amount, article: press, quote: 2 billion dollars}
      - {for: amount, article: other, quote: 5 billion dollars, stance: disputes, says: 5 bn USD}
  - {id: in-euros, title: The same in euros, payer: kestrel, amount: 1.8 bn EUR}
totals:
  - {id: all, title: All, amount: 2 bn USD, members: [kestrel-larkspur]}
facts:
  - {id: worth, title: Worth, kind: valuation, party: larkspur, value: 9 bn USD}
"""


@pytest.fixture
def session(tmp_path: Path) -> FileSession:
    (tmp_path / "press.txt").write_text(PRESS, "utf-8")
    (tmp_path / "other.txt").write_text(OTHER, "utf-8")
    path = tmp_path / "deals.yaml"
    path.write_text(CORPUS, "utf-8")
    loaded = load(path)
    assert not loaded.problems
    return FileSession(loaded)


def answered(form: FormSubject, **given: str) -> dict[str, str]:
    """The answers of a form with some of them given; what follows from each is asked again."""
    fields = {field.name: field for field in form.fields()}
    answers = {name: field.value for name, field in fields.items()}
    for name, value in given.items():
        key = name.replace("_", "-") if name not in answers else name
        assert key in answers, (key, list(answers))
        answers[key] = value
        revised = form.revised(answers, key)
        if revised is not None:
            fields = {field.name: field for field in revised}
            answers = {one: answers.get(one, field.value) for one, field in fields.items()}
    assert not [field.problem(answers[name]) for name, field in fields.items()
                if field.problem(answers[name])]  # fmt: skip
    return answers


def filled(form: FormSubject, **given: str) -> Edit:
    """The change that a form comes to with some fields answered otherwise."""
    proposal = form.proposal(answered(form, **given))
    assert not isinstance(proposal, WrongAnswer), proposal
    edit = propose(CORPUS, proposal)
    assert isinstance(edit, Edit), edit
    return edit


def read(edit: Edit) -> Corpus:
    loaded = read_corpus_bytes(edit.after_text.encode(), Path("deals.yaml"))
    assert not loaded.problems
    return loaded.corpus


def deal(session: FileSession, name: str = "kestrel-larkspur") -> Deal:
    found = session.record(name)
    assert isinstance(found, Deal)
    return found


def test_a_field_is_changed_one_is_added_and_one_emptied_with_nothing_else(
    session: FileSession,
) -> None:
    form = fields_form(session, deal(session), "amount", missing=False)
    assert form.first == "amount"
    edit = filled(form, amount="up to 3 bn USD", due="2026~", note="")
    changed = read(edit).records["kestrel-larkspur"]
    assert isinstance(changed, Deal)
    assert (str(changed.amount), str(changed.due), changed.note) == ("up to 3 bn USD", "2026~", "")
    assert edit.after_text.replace("up to 3 bn", "2 bn").replace("    due: 2026~\n", "") == (
        CORPUS.replace("    note: |-\n      one\n      two\n", "")
    )


def test_a_form_begins_on_what_is_missing_where_that_is_asked_for(session: FileSession) -> None:
    assert fields_form(session, deal(session), "amount", missing=True).first == "parties"


def test_a_text_of_several_lines_is_one_line_in_the_form(session: FileSession) -> None:
    form = fields_form(session, deal(session), None, missing=False)
    note = next(field for field in form.fields() if field.name == "note")
    assert note.value == "one⏎two"
    edit = filled(form, note="one⏎two⏎three")
    assert read(edit).records["kestrel-larkspur"].note == "one\ntwo\nthree"


def test_a_name_that_no_party_has_becomes_one_with_the_same_change(session: FileSession) -> None:
    form = fields_form(session, deal(session), "payer", missing=False)
    corpus = read(filled(form, payer="Bramble Works", parties="kestrel, Quillmere"))
    changed = corpus.records["kestrel-larkspur"]
    assert isinstance(changed, Deal)
    assert (changed.payer, changed.parties) == ("bramble-works", ("kestrel", "quillmere"))
    assert corpus.parties["bramble-works"].name == "Bramble Works"


@pytest.mark.parametrize(
    ("name", "answer", "words"),
    [
        ("amount", "4 bilion USD", "no amount"),
        ("announced", "10/03/2025", "Write 2023"),
        ("status", "payed", "none of the choices"),
        ("title", "", "title is needed"),
        ("same-as", "nowhere", "none of the choices"),
        ("amount", "{min: 5 bn, max: 2 bn}", "lower bound is above"),
    ],
)
def test_a_wrong_answer_is_told_in_words(
    session: FileSession, name: str, answer: str, words: str
) -> None:
    form = fields_form(session, deal(session), name, missing=False)
    field = next(one for one in form.fields() if one.name == name)
    assert words in field.problem(answer)


def test_bounds_that_have_no_short_form_are_typed_in_braces(session: FileSession) -> None:
    form = fields_form(session, deal(session), "amount", missing=False)
    edit = filled(form, amount="{exclusive_min: 1 bn, exclusive_max: 2 bn, currency: USD}")
    changed = read(edit).records["kestrel-larkspur"]
    assert isinstance(changed, Deal)
    assert changed.amount is not None
    assert changed.amount.exclusive_maximum == 2_000_000_000


def test_what_is_left_as_it_is_changes_nothing(session: FileSession) -> None:
    form = fields_form(session, deal(session), "amount", missing=False)
    answer = form.proposal(answered(form))
    assert answer == WrongAnswer("", "nothing is changed yet", wrong=False)


def test_the_check_tells_what_a_change_does_to_the_proof(session: FileSession) -> None:
    form = fields_form(session, deal(session), "amount", missing=False)
    answers = answered(form, amount="9 bn USD")
    verdict = form.verdict(answers, filled(form, amount="9 bn USD"))
    assert any("amount" in words and "with this" in words for words, _ in verdict.lines)
    quiet = form.verdict(answers, filled(form, tags="new"))
    assert quiet.lines == (("every field is proved as before", "quiet"),)


@pytest.mark.parametrize("large", [False, True])
def test_the_check_refuses_what_the_change_makes_wrong_and_nothing_else(
    session: FileSession, monkeypatch: pytest.MonkeyPatch, large: bool
) -> None:
    """Of a large file most records, and the tables, are left unread."""
    if large:
        monkeypatch.setattr("tui.session.change_check._LARGE", 0)
    form = fields_form(session, deal(session), "tags", missing=False)
    edit = filled(form, tags="new")
    assert form.verdict({}, edit).refusal == ""
    after = edit.after_text.replace("payer: kestrel", "payer: nobody", 1)
    wrong = Edit(CORPUS, after, edit.start, edit.end, edit.replacement)
    verdict = form.verdict({}, wrong)
    assert "there is no party 'nobody'" in verdict.refusal
    assert verdict.field == "payer"


def test_a_tranche_is_edited_where_the_cursor_is_on_it_and_another_one_added(
    session: FileSession,
) -> None:
    form = fields_form(session, deal(session), "tranches.first.amount", missing=False)
    assert "payer" not in {field.name for field in form.fields()}
    changed = read(filled(form, status="paid", date="2025-03")).records["kestrel-larkspur"]
    assert isinstance(changed, Deal)
    assert changed.tranches[0].status == "paid"
    added = read(filled(new_tranche_form(session, deal(session)), amount="1 bn USD"))
    record = added.records["kestrel-larkspur"]
    assert isinstance(record, Deal)
    assert [part.id for part in record.tranches] == ["first", "part-2"]


def test_a_figure_becomes_a_tranche_or_a_total_with_its_evidence(session: FileSession) -> None:
    figure = at("3 billion dollars")
    form = new_tranche_form(session, deal(session), figure)
    record = read(filled(form, status="rumoured")).records["kestrel-larkspur"]
    assert isinstance(record, Deal)
    part = record.tranches[1]
    assert (str(part.amount), part.evidence[0].quote) == ("3 bn USD", "3 billion dollars")
    total_form = new_record_form(session, "totals", deal(session), figure)
    total = read(filled(total_form, title="Expected")).records["total"]
    assert isinstance(total, Total)
    assert (str(total.amount), total.evidence[0].article) == ("3 bn USD", "press")


def test_a_total_begins_with_the_record_at_hand_as_its_member(session: FileSession) -> None:
    form = new_record_form(session, "totals", deal(session))
    total = read(filled(form, amount="7 bn USD", count="2")).records["total"]
    assert isinstance(total, Total)
    assert (total.members, str(total.amount)) == (("kestrel-larkspur",), "7 bn USD")


@pytest.mark.parametrize("section", ["deals", "facts"])
def test_a_record_may_begin_empty_but_for_what_it_needs(session: FileSession, section: str) -> None:
    form = new_record_form(session, section)
    assert isinstance(form.proposal(answered_wrongly(form)), WrongAnswer)
    given = {"title": "New", **({"kind": "revenue"} if section == "facts" else {})}
    assert len(read(filled(form, **given)).records) == 5


def answered_wrongly(form: FormSubject) -> dict[str, str]:
    return {field.name: field.value for field in form.fields()} | {"title": "", "note": "x"}


def test_ids_are_changed_and_copies_made(session: FileSession) -> None:
    renamed = read(filled(IdForm(session, deal(session)), id="new-id"))
    assert "new-id" in renamed.records
    total = renamed.records["all"]
    assert isinstance(total, Total)
    assert total.members == ("new-id",)
    copied = read(filled(IdForm(session, deal(session), copy=True)))
    assert "kestrel-larkspur-2" in copied.records
    tranche = read(filled(IdForm(session, deal(session), tranche="first"), id="initial"))
    record = tranche.records["kestrel-larkspur"]
    assert isinstance(record, Deal)
    assert record.tranches[0].id == "initial"


def test_two_deals_are_linked_and_those_that_share_a_party_are_offered_first(
    session: FileSession,
) -> None:
    form = LinkForm(session, deal(session, "in-euros"))
    assert [choice.value for choice in form.fields()[0].choices] == ["kestrel-larkspur"]
    linked = read(filled(form, same_as="kestrel-larkspur")).records["in-euros"]
    assert isinstance(linked, Deal)
    assert linked.same_as == "kestrel-larkspur"


def test_a_merge_asks_whose_value_counts_wherever_they_differ(session: FileSession) -> None:
    form = MergeForm(session, deal(session))
    fields = form.revised({"other": "in-euros"}, "other")
    assert fields is not None
    assert [field.name for field in fields] == ["other", "title", "status", "amount"]
    unanswered = form.proposal({"other": "in-euros"})
    assert unanswered == WrongAnswer("title", "whose title counts?")
    edit = filled(form, other="in-euros", title="kept", status="kept", amount="kept")
    assert "in-euros" not in read(edit).records


def test_every_key_of_a_quote_is_edited(session: FileSession) -> None:
    record = deal(session)
    form = evidence_form(session, record, "amount", record.evidence[1])
    edit = filled(form, rank="deprecated", because="an early report", says="up to 5 bn USD")
    changed = read(edit).records["kestrel-larkspur"].evidence[1]
    assert (changed.rank, changed.because, str(changed.says)) == (
        "deprecated", "an early report", "up to 5 bn USD",
    )  # fmt: skip
    says = next(field for field in form.fields() if field.name == "says")
    assert "no amount" in says.problem("much")
    assert "for" in {field.name for field in form.fields() if field.several}


def test_a_quote_with_a_formula_is_added_by_hand(session: FileSession) -> None:
    words = at("3 billion dollars")
    form = new_evidence_form(session, deal(session), "tranches.first.amount", words)
    assert form.first == "derived"
    edit = filled(form, derived="amount - 1 bn USD")
    record = read(edit).records["kestrel-larkspur"]
    assert isinstance(record, Deal)
    evidence = record.tranches[0].evidence[0]
    assert (evidence.fields, evidence.quote, evidence.derived) == (
        ("amount",), "3 billion dollars", "amount - 1 bn USD",
    )  # fmt: skip


def test_one_statement_is_chosen_and_the_record_says_what_it_says(session: FileSession) -> None:
    record = deal(session)
    proof = next(one for one in session.proof(record.id).fields if one.path == "amount")
    form = StatementForm(session, record, "amount", proof.statements)
    which, _ = form.fields()
    assert [choice.words for choice in which.choices][1].startswith("5 bn USD · The Other")
    answers = {"counts": [choice.value for choice in which.choices][1], "because": "corrected"}
    edit = filled(form, **answers)
    changed = read(edit).records["kestrel-larkspur"]
    assert isinstance(changed, Deal)
    assert str(changed.amount) == "5 bn USD"
    assert [(one.rank, one.stance) for one in changed.evidence] == [
        ("deprecated", "disputes"), ("preferred", "supports"),
    ]  # fmt: skip
    lines = form.verdict(answers, edit).lines
    assert any("disputed before, proved with this" in words for words, _ in lines)


def test_a_use_is_added_with_the_recorded_figure_and_edited(session: FileSession) -> None:
    edit = filled(new_use_form(session, deal(session)), title="A memo", date="2025-04-01")
    (use,) = read(edit).records["kestrel-larkspur"].used_in
    assert (use.title, str(use.date), str(use.figure)) == ("A memo", "2025-04-01", "2 bn USD")
    loaded = read_corpus_bytes(edit.after_text.encode(), Path("deals.yaml"))
    form = use_form(FileSession(loaded), loaded.corpus.records["kestrel-larkspur"], use)
    proposal = form.proposal(answered(form, url="https://example.org/memo", figure=""))
    assert not isinstance(proposal, WrongAnswer)
    again = propose(edit.after_text, proposal)
    assert isinstance(again, Edit)
    (changed,) = read(again).records["kestrel-larkspur"].used_in
    assert (changed.title, changed.url, changed.figure) == (
        "A memo", "https://example.org/memo", None,
    )  # fmt: skip


def test_a_use_needs_a_title(session: FileSession) -> None:
    form = new_use_form(session, deal(session))
    answers = {field.name: field.value for field in form.fields()}
    assert isinstance(form.proposal(answers), WrongAnswer)


def test_every_key_of_an_article_is_edited(session: FileSession) -> None:
    form = article_form(session, session.articles["other"])
    edit = filled(form, title="Another", url="https://example.org/a", version_of="press")
    article = read(edit).articles["other"]
    assert (article.title, article.version_of) == ("Another", "press")
    assert "Write 2023" in next(f for f in form.fields() if f.name == "published").problem("May")
    renamed = read(filled(ArticleIdForm(session, "press"), id="paper"))
    assert renamed.records["kestrel-larkspur"].evidence[0].article == "paper"


def test_the_keys_of_the_file_itself_are_changed(session: FileSession) -> None:
    form = corpus_form(session.file_keys)
    assert {field.name: field.value for field in form.fields()} == {
        "corpus": "", "articles_dir": ".", "include": "",
    }  # fmt: skip
    edit = filled(form, articles_dir="../press")
    assert edit.after_text == CORPUS.replace("articles_dir: .", 'articles_dir: "../press"')


def at(words: str) -> Stretch:
    start = PRESS.index(words)
    return Stretch("press", start, start + len(words))


def test_figures_of_a_kind_or_of_a_paragraph_are_dismissed_at_once(session: FileSession) -> None:
    form = DismissForm(session, at("4 percent"))
    _, which = form.fields()
    assert [choice.words for choice in which.choices] == [
        "this figure",
        "all of this paragraph (3)",
        "all percentages (2)",
        "all open figures of this article (4)",
    ]
    edit = filled(form, because="a margin", which="kind")
    notes = read(edit).articles["press"].not_a_deal
    assert [(note.quote, note.because) for note in notes] == [
        ("12 percent of all staff", "a headcount"),
        ("4 percent", "a margin"),
        ("7 percent", "a margin"),
    ]


def test_the_reasons_of_this_corpus_are_offered_first(session: FileSession) -> None:
    offered = [choice.value for choice in reasons(session)]
    assert offered[0] == "a headcount"
    assert offered.count("a headcount") == 1


def test_a_dismissal_can_be_reworded(session: FileSession) -> None:
    article = session.articles["press"]
    form = dismissal_form(session, article, article.not_a_deal[0])
    assert read(filled(form, because="no deal")).articles["press"].not_a_deal[0].because == (
        "no deal"
    )


def test_a_finding_is_left_out_for_everybody_with_a_reason(session: FileSession) -> None:
    form = ignore_form(Problem("field-unsourced", "no source", record="in-euros"))
    because = next(field for field in form.fields() if field.name == "because")
    assert because.problem("") == "because is needed: Why they are accepted."
    edit = filled(form, because="known")
    assert edit.after_text.endswith(
        "\nignore:\n  - {rule: field-unsourced, record: in-euros, because: known}\n"
    )
    loaded = read_corpus_bytes(edit.after_text.encode(), Path("deals.yaml"))
    (rule,) = loaded.ignored
    changed = ignored_form(rule).proposal(
        {"rule": rule.rule, "because": "settled", "record": "", "article": ""}
    )
    assert not isinstance(changed, WrongAnswer)
    again = propose(edit.after_text, changed)
    assert isinstance(again, Edit)
    assert "- {rule: field-unsourced, because: settled}" in again.after_text


BY_HAND: dict[tuple[str, str], str] = {
    ("root", "version"): "there is one version",
    ("root", "parties"): "the parties screen",
    ("root", "articles"): "dealtui add",
    ("root", "deals"): "records",
    ("root", "totals"): "records",
    ("root", "facts"): "records",
    ("party", "name"): "the parties screen",
    ("party", "aliases"): "the parties screen",
    ("party", "note"): "the parties screen",
    ("party", "distinct-from"): "the parties screen",
}
"""Keys that no form of these asks for, and where they are changed instead."""


def asked(session: FileSession) -> dict[str, set[str]]:
    """The keys that the forms ask for, by mapping."""
    record, article = deal(session), session.articles["press"]
    forms: dict[str, list[Any]] = {
        "deal": [fields_form(session, record, None, missing=False), IdForm(session, record)],
        "total": [new_record_form(session, "totals")],
        "fact": [new_record_form(session, "facts")],
        "tranche": [new_tranche_form(session, record)],
        "evidence": [evidence_form(session, record, "amount", record.evidence[0])],
        "article": [article_form(session, article)],
        "dismissal": [dismissal_form(session, article, article.not_a_deal[0])],
        "root": [corpus_form(session.file_keys)],
        "use": [new_use_form(session, record)],
        "ignored": [ignore_form(Problem("party-unused", "no record names it"))],
    }
    return {
        shape: {field.name for form in each for field in form.fields()}
        for shape, each in forms.items()
    }


def test_every_key_of_the_schema_is_changed_from_the_app(session: FileSession) -> None:
    forms = asked(session)
    missing = [
        (shape.name, key.name)
        for shape in SHAPES.values()
        for key in shape.keys.values()
        if key.name not in forms.get(shape.name, ())
        and (shape.name, key.name) not in BY_HAND
        # Parts have forms of their own; bounds are typed in the field of the amount.
        and key.kind != "shapes"
        and shape.name != "quantity"
    ]
    assert missing == []
    text = (Path(__file__).resolve().parents[2] / "docs" / "editing.md").read_text("utf-8")
    unnamed = [
        (shape.name, key.name)
        for shape in SHAPES.values()
        for key in shape.keys.values()
        if f"| `{key.name}`" not in text.partition(f"### {shape.name}\n")[2].partition("\n### ")[0]
    ]
    assert unnamed == []
