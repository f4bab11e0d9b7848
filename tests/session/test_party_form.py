"""The form of a party comes to one change: a party added, or changed with all that names it."""

from __future__ import annotations

from functools import partial

from tui.corpus.edit.changes.parties import ChangeParty, MergeParties
from tui.corpus.edit.file_edit import Edit
from tui.corpus.edit.proposals import AddParty
from tui.model.records import Party
from tui.session.forms.fields import WrongAnswer
from tui.session.forms.party_fields import party_choices
from tui.session.forms.party_form import PartyForm, PartyPick
from tui.session.parties import ListedParty

TAKEN = {"kestrel", "orrery"}
KESTREL = ListedParty(
    Party("kestrel", "Kestrel", ("Bell, Hart and Kestrel", "Kestrels"), "Two\nlines."), records=3
)


def answers(form: PartyForm, **changed: str) -> dict[str, str]:
    return {field.name: field.value for field in form.fields()} | changed


def test_a_new_party_gets_an_id_that_no_other_has_and_that_follows_its_name() -> None:
    form = PartyForm(TAKEN, "Orrery")
    assert answers(form)["id"] == "orrery-2"
    fields = form.revised(answers(form, name="Société Vrel"), "name")
    assert fields is not None
    assert {field.name: field.value for field in fields}["id"] == "societe-vrel"
    assert form.proposal(answers(form, aliases="Vrel ; ; Orrery;Vrel")) == AddParty(
        "orrery-2", {"name": "Orrery", "aliases": ["Vrel"]}
    )


def test_what_is_left_alone_is_not_changed() -> None:
    form = PartyForm(TAKEN, listed=KESTREL)
    party = KESTREL.party
    assert form.proposal(answers(form)) == ChangeParty(
        "kestrel", "kestrel", party.name, party.aliases, party.note
    )
    # A new name is no reason for another id.
    assert form.revised(answers(form, name="Falcon"), "name") is None


def test_an_id_that_is_none_or_taken_is_said_at_its_field() -> None:
    form = PartyForm(TAKEN, listed=KESTREL)
    for wrong, words in (("Kestrel", "small letters"), ("orrery", "another party"), ("", "small")):
        proposal = form.proposal(answers(form, id=wrong))
        assert isinstance(proposal, WrongAnswer)
        assert proposal.field == "id"
        assert words in proposal.words
    nameless = form.proposal(answers(form, name=" "))
    assert isinstance(nameless, WrongAnswer)
    assert nameless.field == "name"


def test_a_new_id_says_how_many_records_follow() -> None:
    form, edit = PartyForm(TAKEN, listed=KESTREL), Edit("", "", 0, 0, "")
    assert form.verdict(answers(form, id="falcon"), edit).lines == (
        ("3 records follow the new id", "good"),
    )
    assert form.verdict(answers(form), edit).lines == ()


def test_a_party_is_picked_by_any_of_its_names_and_never_itself() -> None:
    choices = party_choices([KESTREL.party, Party("orrery", "Orrery")])
    pick = PartyPick("Merge Orrery into …", choices, partial(MergeParties, gone="orrery"), "orrery")
    assert choices.named("kestrels") == choices.valued("kestrel")
    assert pick.proposal({"party": "kestrel"}) == MergeParties("kestrel", "orrery")
    for answer in ("", "nobody", "orrery"):
        assert isinstance(pick.proposal({"party": answer}), WrongAnswer)
