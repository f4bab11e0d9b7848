"""The list before the index is ready."""

from __future__ import annotations

import pytest

from tui.model.corpus import Corpus
from tui.model.dates import Edtf
from tui.model.records import Deal, Party
from tui.model.task import CancelledError, Task
from tui.session.substring_search import SubstringSearch

CORPUS = Corpus(
    {"saint": Party("saint", "Crédit Saint-Étienne")},
    records={
        f"r{year}": Deal(f"r{year}", f"Deal of {year}", payer="saint",
                         announced=Edtf.parse(str(year)))
        for year in (2001, 2003, 2002)
    },
)  # fmt: skip


def test_every_word_must_occur_whatever_its_accents_and_the_newest_comes_first() -> None:
    newest = SubstringSearch(CORPUS)
    newest.read()
    assert newest.search("").ids == ["r2003", "r2002", "r2001"]
    assert newest.search("etienne DEAL").ids == ["r2003", "r2002", "r2001"]
    assert newest.search("credit 2002").ids == ["r2002"]
    assert newest.search("credit zebra").total == 0


def test_a_key_does_not_wait_until_all_texts_are_read() -> None:
    many = {f"r{at:06}": Deal(f"r{at:06}", "A deal") for at in range(5000)}
    newest = SubstringSearch(Corpus(records=many))
    assert 0 < newest.search("deal").total < 5000
    assert newest.texts == ()
    newest.read()
    assert newest.search("deal").total == 5000


def test_reading_can_be_given_up() -> None:
    newest = SubstringSearch(CORPUS)
    with pytest.raises(CancelledError):
        newest.read(Task(is_cancelled=lambda: True))
    assert newest.texts == ()


def test_records_of_one_day_stand_in_the_order_that_the_index_will_give_them() -> None:
    day = Edtf.parse("2025-11-18")
    records = {name: Deal(name, f"Deal {name}", announced=day) for name in "bca"}
    assert SubstringSearch(Corpus(records=records)).search("").ids == ["a", "b", "c"]
