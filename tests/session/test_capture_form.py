"""A figure of an article becomes evidence for the record it is about, or a record of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from tui.corpus.edit.file_edit import Edit
from tui.corpus.edit.proposals import propose
from tui.corpus.load import load
from tui.model.task import UNATTENDED
from tui.session.capture import Stretch
from tui.session.file_session import FileSession
from tui.session.forms.capture_form import TARGET, CaptureForm
from tui.session.forms.fields import INSISTED, WrongAnswer
from tui.session.forms.party_fields import short_name

if TYPE_CHECKING:
    from pathlib import Path

    from tui.session.forms.fields import FormField, Verdict

PRESS = """Larkspur finds a backer

Kestrel Capital has agreed to invest 2 billion dollars in Larkspur, the two said on Monday.

Bramble Works said it had bought Oakshott Mills for 310 million euros. Kestrel Capital has
agreed to invest 3.5 billion dollars in Larkspur, another source said on Monday. Larkspur was
valued at 12 billion dollars. Quillmere rose to 4.20 dollars a share, and 7 billion dollars
went around. Larkspur and Bramble Works signed a supply agreement worth 40 million pounds.
"""
CORPUS = """version: 1
articles_dir: .
parties:
  kestrel: {name: Kestrel Capital, aliases: [Kestrel]}
  larkspur: {name: Larkspur}
articles:
  first: {file: first.txt, published: 2025-03-04, language: en}
  press: {file: press.txt, published: 2025-03-10, language: en}
deals:
  - id: kestrel-larkspur-2025
    title: Kestrel backs Larkspur
    payer: kestrel
    payee: larkspur
    status: committed
    announced: 2025-03
    amount: 2 bn USD
    evidence:
      - {for: amount, article: first, quote: 2 billion dollars}
  - id: bare
    title: Kestrel lends to Larkspur
    payer: kestrel
    payee: larkspur
    announced: 2025-03
facts:
  - id: larkspur-valuation
    title: Larkspur valuation
    kind: valuation
    party: larkspur
    value: 12 bn USD
    date: 2025-03
"""


class Capturing:
    """The form for words of the article, and what its answers come to."""

    def __init__(
        self, session: FileSession, words: str, chosen: str = "", text: str = PRESS
    ) -> None:
        start = text.index(words)
        stretch = Stretch("press", start, start + len(words))
        record = session.record(chosen) if chosen else None
        self.session, self.form = session, CaptureForm(session, stretch, record)
        self.asked = {field.name: field for field in self.form.fields()}
        self.answers = {name: field.value for name, field in self.asked.items()}

    def answer(self, name: str, value: str) -> None:
        """Answer a field, and take what follows from it."""
        self.answers[name] = value
        revised = self.form.revised(self.answers, name)
        if revised is not None:
            before, self.asked = self.asked, {field.name: field for field in revised}
            self.answers = {
                field.name: self._now(before.get(field.name), field) for field in revised
            }

    def _now(self, before: FormField | None, field: FormField) -> str:
        kept = before is not None and before.value == field.value
        return self.answers[field.name] if kept else field.value

    def edit(self) -> Edit:
        proposal = self.form.proposal(self.answers)
        assert not isinstance(proposal, WrongAnswer), proposal
        edit = propose(self.session.loaded.source, proposal)
        assert isinstance(edit, Edit), edit
        return edit

    def verdict(self) -> Verdict:
        return self.form.verdict(self.answers, self.edit())

    @property
    def added(self) -> str:
        """The lines that are added to the file."""
        before = self.session.loaded.source.splitlines()
        after = self.edit().after_text.splitlines()
        return " ".join(" ".join(line for line in after if line not in before).split())


@pytest.fixture
def session(tmp_path: Path) -> FileSession:
    (tmp_path / "press.txt").write_text(PRESS, "utf-8")
    first = "Kestrel Capital has agreed to invest 2 billion dollars in Larkspur.\n"
    (tmp_path / "first.txt").write_text(first, "utf-8")
    path = tmp_path / "deals.yaml"
    path.write_text(CORPUS, "utf-8")
    session = FileSession(load(path))
    session.prepare(UNATTENDED)
    return session


def test_a_second_source_of_the_chosen_record_is_all_filled_in(session: FileSession) -> None:
    capturing = Capturing(session, "2 billion dollars", "kestrel-larkspur-2025")
    assert capturing.answers == {
        TARGET: "kestrel-larkspur-2025", "field": "amount", "stance": "supports",
        "says": "", "reason": "",
    }  # fmt: skip
    assert capturing.added == (
        '- {for: [amount, payer, payee], article: press, quote: "2 billion dollars"}'
    )
    verdict = capturing.verdict()
    assert verdict.refusal == ""
    assert "amount: proved" in verdict.lines[0][0]


def test_a_record_that_matches_is_offered_though_another_is_chosen(session: FileSession) -> None:
    capturing = Capturing(session, "2 billion dollars", "larkspur-valuation")
    assert capturing.answers[TARGET] == "kestrel-larkspur-2025"
    offered = [choice.value for choice in capturing.asked[TARGET].choices]
    assert offered[:2] == ["kestrel-larkspur-2025", "new deals"]
    assert "larkspur-valuation" in offered


def test_a_figure_that_differs_is_a_dispute_with_what_it_says(session: FileSession) -> None:
    capturing = Capturing(session, "3.5 billion dollars", "kestrel-larkspur-2025")
    assert (capturing.answers["stance"], capturing.answers["says"]) == ("disputes", "3.5 bn USD")
    assert "stance: disputes, says: 3.5 bn USD" in capturing.added
    verdict = capturing.verdict()
    assert verdict.refusal == ""
    assert "proved before, disputed with this" in verdict.lines[0][0]


def test_a_figure_that_differs_never_comes_out_as_plain_support(session: FileSession) -> None:
    capturing = Capturing(session, "3.5 billion dollars", "kestrel-larkspur-2025")
    capturing.answer("stance", "supports")
    for says in ("3.5 bn USD", ""):
        capturing.answers["says"] = says
        verdict = capturing.verdict()
        assert verdict.refusal == (
            "this quote states 3.5 bn USD; the record says 2 bn USD: recorded as a dispute?"
        )
        assert verdict.field == "stance"
    capturing.answers["reason"] = "a slip of the pen"
    assert capturing.verdict().refusal == ""
    assert "judged: a slip of the pen" in capturing.added


@pytest.mark.parametrize(
    ("announced", "target"),
    [("2025-03", "kestrel-larkspur-2025"), ("2024-12", "new deals"), ("2019", "new deals"),
     ("../2030", "new deals")],
)  # fmt: skip
def test_another_figure_of_the_same_parties_is_about_their_deal_of_these_weeks_alone(
    tmp_path: Path, announced: str, target: str
) -> None:
    (tmp_path / "press.txt").write_text(PRESS, "utf-8")
    (tmp_path / "first.txt").write_text("Nothing.\n", "utf-8")
    path = tmp_path / "deals.yaml"
    source = CORPUS.replace("announced: 2025-03\n    amount", f"announced: {announced}\n    amount")
    path.write_text(source.replace("announced: 2025-03\nfacts", "announced: 2001\nfacts"), "utf-8")
    session = FileSession(load(path))
    session.prepare(UNATTENDED)
    capturing = Capturing(session, "3.5 billion dollars")
    assert capturing.answers[TARGET] == target


@pytest.mark.parametrize(
    ("recorded", "stated", "stance", "refused"),
    [
        ("up to 2 bn USD", "up to 3.5 billion", "disputes", True),
        ("more than 2 bn USD", "more than 3.5 billion", "disputes", True),
        ("up to 2 bn USD", "up to 2 billion", "supports", False),
        ("2 bn USD", "about 2 billion", "supports", False),
        ("up to 4 bn USD", "3.5 billion", "supports", False),
        ("2 bn EUR", "3.5 billion", "mentions", False),
    ],
)
def test_two_bounds_of_one_kind_differ_though_there_is_room_for_both(
    tmp_path: Path, recorded: str, stated: str, stance: str, *, refused: bool
) -> None:
    text = PRESS.replace("3.5 billion", stated)
    (tmp_path / "press.txt").write_text(text, "utf-8")
    (tmp_path / "first.txt").write_text("Nothing.\n", "utf-8")
    path = tmp_path / "deals.yaml"
    path.write_text(CORPUS.replace("2 bn USD", recorded), "utf-8")
    session = FileSession(load(path))
    words = f"{stated} dollars in Larkspur, another"
    capturing = Capturing(session, words, "kestrel-larkspur-2025", text)
    assert capturing.answers["stance"] == stance
    capturing.answer("stance", "supports")
    assert ("recorded as a dispute?" in capturing.verdict().refusal) == refused


def test_a_stance_against_the_record_says_what_the_figure_states(session: FileSession) -> None:
    capturing = Capturing(session, "2 billion dollars", "kestrel-larkspur-2025")
    capturing.answer("stance", "corrects")
    assert capturing.answers["says"] == "2 bn USD"
    capturing.answers["reason"] = "of the day after"
    assert "stance: corrects, says: 2 bn USD, because: of the day after" in capturing.added


def test_a_record_without_an_amount_gets_it_with_its_evidence(session: FileSession) -> None:
    capturing = Capturing(session, "3.5 billion dollars", "bare")
    assert capturing.answers[TARGET] == "bare"
    assert "amount: 3.5 bn USD" in capturing.added
    assert capturing.verdict().lines[0] == ("amount: proved", "good")


def test_a_new_deal_of_new_parties_makes_them_with_it(session: FileSession) -> None:
    capturing = Capturing(session, "310 million euros", "kestrel-larkspur-2025")
    assert capturing.answers[TARGET] == "new deals"
    assert capturing.answers["payer"] == "Bramble Works"
    assert capturing.answers["payee"] == "Oakshott Mills"
    assert capturing.answers["instrument"] == "acquisition"
    assert capturing.asked["payer"].because
    assert capturing.form.first == TARGET
    capturing.answer("payer:aliases", "Bramble, BW")
    edit = capturing.edit()
    assert "bramble-works: {name: Bramble Works, aliases: [Bramble, BW]}" in edit.after_text
    assert "oakshott-mills: {name: Oakshott Mills}" in edit.after_text
    assert "- id: bramble-works-oakshott-mills-2025" in edit.after_text
    assert "payer: bramble-works\n    payee: oakshott-mills\n" in edit.after_text
    proved = capturing.verdict().lines[0][0]
    assert proved.startswith("proved: amount, payer, payee")


def test_a_new_party_is_also_called_as_the_article_calls_it() -> None:
    text = "Oakshott Mills was sold. Fine Oakshott Bread, or Oakshott, is baked there; an Oakshot."
    start = text.index("Oakshott, is")
    assert short_name("Oakshott Mills", text) == (start, start + len("Oakshott"))
    assert short_name("Oakshott", text) is None
    assert short_name("Oak Mills", text) is None
    assert short_name("Bramble Works", text) is None


def test_title_and_id_follow_the_parties_until_they_are_typed(session: FileSession) -> None:
    capturing = Capturing(session, "310 million euros")
    capturing.answer("payer", "kestrel")
    assert capturing.answers["title"] == "Kestrel Capital and Oakshott Mills"
    assert capturing.answers["id"] == "kestrel-oakshott-mills-2025"
    capturing.answer("title", "The mills are sold")
    capturing.answer("payee", "larkspur")
    assert capturing.answers["title"] == "The mills are sold"
    assert capturing.answers["id"] == "kestrel-larkspur-2025-2"


def test_parties_without_a_direction_are_parties(session: FileSession) -> None:
    capturing = Capturing(session, "40 million pounds")
    assert capturing.answers["parties"] == "larkspur, Bramble Works"
    assert capturing.answers["payer"] == capturing.answers["payee"] == ""
    assert "parties: [larkspur, bramble-works]" in capturing.added


@pytest.mark.parametrize(
    ("words", "target"),
    [("12 billion dollars", "larkspur-valuation"), ("4.20 dollars", "new facts")],
)
def test_a_valuation_or_a_price_per_share_is_no_deal_first(
    session: FileSession, words: str, target: str
) -> None:
    capturing = Capturing(session, words)
    assert capturing.answers[TARGET] == target


def test_what_the_words_do_not_show_stays_empty_and_is_first(session: FileSession) -> None:
    capturing = Capturing(session, "7 billion dollars", "kestrel-larkspur-2025")
    assert capturing.answers[TARGET] == "new deals"
    assert capturing.answers["payer"] == capturing.answers["payee"] == ""
    assert capturing.form.first == "payer"
    assert capturing.asked["payer"].if_empty == "not shown by the words"


def test_words_that_are_no_figure_are_for_the_field_at_the_cursor(session: FileSession) -> None:
    start = PRESS.index("has agreed to invest")
    stretch = Stretch("press", start, start + len("has agreed to invest"))
    form = CaptureForm(session, stretch, session.record("kestrel-larkspur-2025"), "status")
    answers = {field.name: field.value for field in form.fields()}
    assert answers[TARGET] == "kestrel-larkspur-2025"
    assert (answers["field"], answers["stance"], answers["says"]) == ("status", "supports", "")


def test_another_target_asks_other_fields(session: FileSession) -> None:
    capturing = Capturing(session, "310 million euros", "kestrel-larkspur-2025")
    capturing.answer(TARGET, "kestrel-larkspur-2025")
    assert set(capturing.answers) == {TARGET, "field", "stance", "says", "reason"}
    assert capturing.answers["stance"] == "mentions"
    capturing.answer(TARGET, "new facts")
    assert {"party", "kind", "value", "date", "title", "id"} <= set(capturing.answers)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("amount", "four", "'four' is no amount"),
        ("announced", "2025-13", "there is no month 13"),
        ("id", "Bramble", "small letters"),
        ("title", " ", "a record needs a title"),
    ],
)
def test_an_answer_that_cannot_be_written_is_said_at_its_field(
    session: FileSession, field: str, value: str, words: str
) -> None:
    capturing = Capturing(session, "310 million euros")
    assert words in capturing.asked[field].problem(value)


def test_an_id_that_is_taken_is_refused(session: FileSession) -> None:
    capturing = Capturing(session, "310 million euros")
    capturing.answers["id"] = "bare"
    wrong: Any = capturing.form.proposal(capturing.answers)
    assert (wrong.field, wrong.words) == ("id", "there is already a record bare")


@pytest.mark.parametrize(("field", "value"), [("amount", "410 M EUR"), ("payer", "Oakshott Mills")])
def test_what_a_quote_contradicts_is_refused_once_and_then_written_without_it(
    session: FileSession, field: str, value: str
) -> None:
    capturing = Capturing(session, "310 million euros")
    if field == "payer":
        capturing.answers["payee"] = "Bramble Works"
    capturing.answers[field] = value
    insisted: list[str] = []
    while (verdict := capturing.verdict()).refusal:
        assert "the quote does not say so" in verdict.refusal
        assert verdict.field not in insisted
        insisted.append(verdict.field)
        capturing.answers[INSISTED] = ", ".join(insisted)
    assert field in insisted
    proved = {
        name
        for evidence in re.findall(r"\{for: (\[.*?\]|\w+)", capturing.added)
        for name in re.findall(r"\w+", evidence)
    }
    assert field not in proved
    assert "status" in proved


def test_a_headcount_is_a_fact_with_its_number(tmp_path: Path) -> None:
    text = "Larkspur, which employs 640 people, is growing. Sales rose to 31 million dollars.\n"
    (tmp_path / "first.txt").write_text(text, "utf-8")
    (tmp_path / "press.txt").write_text(text, "utf-8")
    (tmp_path / "deals.yaml").write_text(CORPUS, "utf-8")
    session = FileSession(load(tmp_path / "deals.yaml"))
    answers = Capturing(session, "640 people", text=text).answers
    asked = ("party", "kind", "value", "title")
    assert [answers[name] for name in asked] == [
        "larkspur",
        "headcount",
        "640",
        "Larkspur headcount",
    ]
    assert Capturing(session, "31 million dollars", text=text).answers["id"] == "revenue-2025"
