"""Words are found in every article, whether a record quotes it or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from explorer_ports import small_session

from tui.model.task import UNATTENDED
from tui.screens.side.articles import article_list

if TYPE_CHECKING:
    from tui.session.file_session import FileSession

SOURCE = """version: 1
articles_dir: .
articles:
  one: {file: one.txt, title: First, publisher: Le Courrier, published: 2023-10, language: en}
  two: {file: two.txt, title: Second, publisher: Daily Orrery, published: 2024-05, language: en}
  gone: {file: gone.txt, title: Milliards perdus, language: fr}
deals:
  - id: quoted
    title: Quoted
    announced: 2024
    evidence: [{for: amount, article: two, quote: 4 million dollars}]
"""


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> FileSession:
    session = small_session(tmp_path_factory.mktemp("articles"), SOURCE)
    session.prepare(UNATTENDED)
    return session


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("nvidia", ["one"]),
        ("amazon", ["one", "two"]),
        ("nvida dolars", ["one"]),  # typing errors
        ("'nvida", []),
        ('"one day"', ["one"]),
        ('"day one"', []),
        ("4bn", ["one"]),
        ("amazon -nvidia", ["two"]),
        ("nvidia | others", ["one", "two"]),
        ("nvidia in:articles", ["one"]),
        ("milliards", ["gone"]),
        ("amazon publisher:orrery", ["two"]),
        ("amazon -publisher:orrery", ["one"]),
        ("amazon known:..2023", ["one"]),
        ("perdus language:french", ["gone"]),
        ("amazon article:first", ["one"]),
        # What is no question about articles has no articles for an answer.
        ("", []),
        ("publisher:orrery", []),
        ("nvidia in:title", []),
        ("amazon status:paid", []),
        ("amazon (", []),
    ],
)
def test_articles_with_the_words_of_a_query(
    session: FileSession, query: str, found: list[str]
) -> None:
    assert list(session.articles_found(query)) == found


def test_the_list_of_articles_has_those_with_the_words_first(session: FileSession) -> None:
    content = article_list(session, query="amazon publisher:orrery")
    lines = ["".join(text for text, _ in entry.runs).strip() for entry in content.entries]
    assert "1 article with the words of “amazon publisher:orrery”" in lines
    targets = [entry.target.key for entry in content.entries if entry.target]
    assert [one for one in targets if one in session.articles] == ["two", "one", "gone"]


def test_before_the_index_is_there_no_article_is_found(session: FileSession) -> None:
    assert list(type(session)(session.loaded).articles_found("nvidia")) == []
