"""The table of 120 sentences is read right: hardly ever wrong, seldom empty."""

from __future__ import annotations

import pytest

from .table import FIELDS, PARTIES, compared, proposal_for, report, rows


def test_the_table_has_all_verbs_in_both_languages() -> None:
    languages = [row.language for row in rows()]
    assert len(languages) == 120
    assert languages.count("fr") >= 50
    assert languages.count("en") >= 50


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_is_wrong_in_at_most_two_of_a_hundred_and_empty_in_twenty(field: str) -> None:
    counts = report()[field]
    total = sum(counts.values())
    assert counts["wrong"] <= total * 2 // 100, counts
    assert counts["empty"] <= total * 20 // 100, counts


def test_every_field_that_is_set_tells_the_words_that_show_it() -> None:
    for row in rows():
        proposal = proposal_for(row)
        fields = {
            "payer": proposal.payer, "payee": proposal.payee, "status": proposal.status,
            "instrument": proposal.instrument, "date": proposal.date,
            "fact_kind": proposal.fact_kind, "about": proposal.about,
        }  # fmt: skip
        for name, value in fields.items():
            if value is not None:
                start, end = proposal.because[name]
                assert row.text[start:end].strip(), (row.text, name)


def test_two_parties_that_change_their_names_change_their_roles() -> None:
    swapped = 0
    for row in rows():
        payer, payee = row.wanted.get("payer"), row.wanted.get("payee")
        known = {party.name for party in PARTIES.values()}
        if payer not in known or payee not in known or "Kestrel Capital" in row.text:
            continue
        assert payer
        assert payee
        text = row.text.replace(payer, "\0").replace(payee, payer).replace("\0", payee)
        wanted = {**row.wanted, "payer": payee, "payee": payer}
        other = row._replace(text=text, wanted=wanted, start=text.index(row.text[row.start :][:8]))
        verdicts = compared(other)
        assert verdicts["payer"] != "wrong", text
        assert verdicts["payee"] != "wrong", text
        swapped += 1
    assert swapped > 50
