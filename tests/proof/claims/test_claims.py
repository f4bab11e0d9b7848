"""A field is proved when its sentence says so: families of lies and truths, a kind at a time."""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec
import pytest

sys.path.insert(0, str(Path(__file__).parent))

from claim_sentences import Sentence, corpus, proved, read

from tui.model.quantities import Quantity
from tui.model.records import Evidence, Fact
from tui.proof.verify.prover import Prover

HELD = {"proved", "moved", "derived"}


def _families(name: str) -> dict[str, list[Sentence]]:
    """The sentences of a file by their kind."""
    families: dict[str, list[Sentence]] = {}
    for sentence in read(name):
        families.setdefault(sentence.kind, []).append(sentence)
    return families


LIES, TRUTHS = _families("lies.txt"), _families("truths.txt")


@pytest.mark.parametrize("kind", LIES)
def test_what_a_sentence_does_not_say_is_not_proved(kind: str) -> None:
    states = {str(lie): proved(lie) for lie in LIES[kind]}
    assert {lie: why for lie, (state, why) in states.items() if state in HELD} == {}


@pytest.mark.parametrize("kind", TRUTHS)
def test_what_a_sentence_says_is_proved(kind: str) -> None:
    states = {str(truth): proved(truth) for truth in TRUTHS[kind]}
    assert {truth: why for truth, (state, why) in states.items() if state not in HELD} == {}


@pytest.mark.parametrize("kind", TRUTHS)
def test_lines_broken_anywhere_prove_the_same(kind: str) -> None:
    states = {str(truth): proved(truth, _broken_text(truth)) for truth in TRUTHS[kind][::3]}
    assert {truth: why for truth, (state, why) in states.items() if state not in HELD} == {}


def _broken_text(truth: Sentence) -> str:
    broken = "\n\n".join(map(_broken, truth.text.split("\n\n")))
    return f"Morning briefing.\n\n{broken}\n"


def _broken(paragraph: str) -> str:
    words = paragraph.replace("\n", " ").split(" ")
    return "".join(
        word + ("\n" if number % 4 == 3 else " ") for number, word in enumerate(words)
    ).rstrip()


def test_figures_of_two_sentences_do_not_break_off_a_proof() -> None:
    text = "Le tour atteint 22 millions d'euros. Halden en apporte 10 millions à Kestrel."
    fields = {"amount": "10 M EUR", "payer": "halden", "payee": "kestrel"}
    state, _ = proved(Sentence("two sentences", "fr", text, text.rstrip("."), fields))
    assert state in {"proved", "unclear"}


def test_a_formula_multiplies_a_quoted_sum_by_a_field_whose_record_begins_with_a_digit() -> None:
    text = "Nordwind will pay Kestrel 50 million dollars a year for 12 years."
    fields = {"amount": "600 M USD", "payer": "nordwind", "payee": "kestrel"}
    sentence = Sentence("formula", "en", text, text.rstrip("."), fields)
    told = corpus(sentence)
    deal = told.records["r"]
    read_as_years = Evidence(("value",), "a", "for 12 years", judged="the years of the contract")
    years = Fact(
        id="2024-years", title="Years", kind="other", party="kestrel", value=Quantity.parse("12"),
        evidence=(read_as_years,),
    )  # fmt: skip
    evidence = msgspec.structs.replace(deal.evidence[0], derived="50 M USD * 2024-years:value")
    records = {
        "r": msgspec.structs.replace(deal, evidence=(evidence,)),
        "2024-years": years,
    }
    field = next(
        one
        for one in Prover(msgspec.structs.replace(told, records=records)).record("r").fields
        if one.path == "amount"
    )
    assert field.state == "derived"
