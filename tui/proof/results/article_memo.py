"""What was lately made of article texts, so that the next quote of an article costs less."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from tui.proof.claim.article_frame import ArticleFrame
    from tui.proof.claim.paragraph import Paragraph
    from tui.proof.quotes.locate import Locator

Key = TypeVar("Key", bound="Hashable")
Made = TypeVar("Made")
_REMEMBERED = 1000
"""So many articles stay folded, and so many paragraphs read: up to 0.1 MB each."""


class Memo(Generic[Key, Made]):
    """The last things that were made from keys; what falls out is made again when asked for."""

    def __init__(self, most: int = _REMEMBERED) -> None:
        self._made: dict[Key, Made] = {}
        self._most = most
        self._changing = threading.Lock()

    def get(self, key: Key, make: Callable[[], Made]) -> Made:
        """What belongs to a key; two threads that ask at once may both make it."""
        found = self._made.get(key)
        if found is None:
            found = make()
            with self._changing:
                while len(self._made) >= self._most:
                    del self._made[next(iter(self._made))]
                self._made[key] = found
        return found


class ArticleMemo:
    """Folded articles and their paragraphs as they are read, by content.

    Nothing in it can be outdated: its keys are the texts themselves and what their reading depends
    on, so that provers of several states of a corpus, in several threads, may share one.

    Attributes:
        locators: By the text of an article.
        paragraphs: By the text of an article, its language, when it was published, and the part
            read.
        frames: By the text of an article and its language.
    """

    def __init__(self) -> None:
        self.locators: Memo[str, Locator] = Memo()
        self.paragraphs: Memo[tuple[str, str, str, int, int], Paragraph] = Memo()
        self.frames: Memo[tuple[str, str], ArticleFrame] = Memo()
