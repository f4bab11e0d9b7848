"""Does the head of an article deny what a sentence further down says?

The headline and the lead tell what became of a deal; a sentence below them may only tell its story.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language import polarity
from tui.language.plain_words import WordClasses, plain_word
from tui.proof.claim.paragraph import Paragraph
from tui.proof.claim.sentences import read_stretch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.proof.claim.claim import Claim
    from tui.proof.claim.turns import Turn

_HEAD = 700
"""Code points that headline and lead take at most."""
_PARAGRAPHS = 3
_DENYING = frozenset({"deny", "refuse", "cancel", "untrue"})
_CLASSES = WordClasses(polarity.SINGLE)
_PHRASE_WORDS = frozenset(
    "off out down away through back up pulled called turned ruled dropped tombe jete mis fin retire".split()
)


class Headline:
    """The denials in the first paragraphs of an article.

    Attributes:
        denials: What denies, with the sentence that it stands in.
    """

    def __init__(self, article: str, language: str) -> None:
        """Read the head of an article, where a word of it may deny anything."""
        self.denials: Sequence[tuple[Claim, Turn]] = []
        head = article[:_HEAD]
        if not _may_deny(head):
            return
        found = []
        begin = 0
        for number, stretch in enumerate(_paragraphs(head)):
            begin, stop = stretch
            if number == _PARAGRAPHS:
                break
            paragraph = Paragraph(article, read_stretch(article, begin, stop), language, None)
            for claim in paragraph.claims(0, max(1, len(paragraph.text))):
                for turn in claim.turns.all:
                    if turn.kind in _DENYING:
                        found.append((claim, turn))
        self.denials = found


def _may_deny(text: str) -> bool:
    for word in text.split():
        plain = plain_word(word.strip(".,;:!?()\"«»“”'"))
        if _CLASSES.of(plain) in _DENYING or plain in _PHRASE_WORDS:
            return True
    return False


def _paragraphs(text: str) -> list[tuple[int, int]]:
    found = []
    at = 0
    for piece in text.split("\n\n"):
        if piece.strip():
            found.append((at, at + len(piece)))
        at += len(piece) + 2
    return found
