"""The parties of a corpus with how they are used, who is probably recorded twice, and who lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer_ports import small_session

from tui.model.task import UNATTENDED
from tui.session.parties import still_without_party

if TYPE_CHECKING:
    from pathlib import Path

SOURCE = """version: 1
articles_dir: .
parties:
  google: {name: Google}
  google-inc: {name: Google Inc}
  anthropic: {name: Anthropic}
  unused: {name: Never Named}
articles:
  one: {file: one.txt, language: en}
  two: {file: two.txt, language: en}
deals:
  - id: first
    title: First
    payer: google
    payee: anthropic
    evidence:
      - {for: amount, article: one, quote: 2 billion dollars}
      - {for: amount, article: two, quote: 3 billion dollars}
  - {id: second, title: Second, payer: google, parties: [anthropic, google-inc]}
facts:
  - {id: third, title: Third, kind: revenue, party: anthropic}
"""


def test_a_party_is_counted_in_each_role(tmp_path: Path) -> None:
    overview = small_session(tmp_path, SOURCE).party_overview(UNATTENDED)
    assert [
        (name, one.records, one.payer, one.payee, one.articles)
        for name, one in overview.parties.items()
    ] == [
        ("anthropic", 3, 0, 1, 2), ("google", 2, 2, 0, 2), ("google-inc", 1, 0, 0, 0),
        ("unused", 0, 0, 0, 0),
    ]  # fmt: skip
    assert [one.parties for one in overview.duplicates] == [("google", "google-inc")]


def test_names_of_articles_that_no_party_has_are_told_with_the_party_they_are_like(
    tmp_path: Path,
) -> None:
    source = SOURCE.replace("{name: Anthropic}", "{name: Anthropics}")
    session = small_session(tmp_path, source)
    names = session.names_without_party(UNATTENDED)
    found = {one.name: (one.times, one.articles, one.like) for one in names}
    assert found["Anthropic"] == (3, 2, "anthropic")
    assert found["Amazon"] == (3, 2, "")
    assert "Google" not in found
    parties = session.party_overview(UNATTENDED).parties
    assert {one.name for one in still_without_party(names, parties)} == set(found)
