"""Where a quote lies in its article, and whether it still says the same there.

A quote is `exact` only where the folded texts agree letter for letter between token edges. What
is found by likeness alone is `moved` when every figure, bound and negation agrees in order, else
`changed`: likeness locates, it never proves.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

from tui.model.messages import msg
from tui.model.proofs import Anchor, AnchorState
from tui.proof.quotes.markup import Unmarked
from tui.proof.quotes.normalize import Unhyphenated, fold
from tui.proof.quotes.token_boundaries import cuts_token

if TYPE_CHECKING:
    from tui.proof.quotes.candidates import Neighbourhood

_LEFT_OUT = re.compile(r" ?(?:\[ ?\.\.\. ?\]|\( ?\.\.\. ?\)) ?")
_SENTENCE_END = re.compile(
    r"(?<![ .(][A-Z])(?<![Mm]r)(?<!Mrs)(?<!Dr)(?<!St)[.!?][\"')]* (?=[\"'(]*[A-Z\u00c0-\u00de0-9])"
)
_LONGEST_GAP = 400
"""Most code points that an elision mark in a quote may stand for."""

_MOST_COMPARED = 20_000_000
"""Letters that may be compared for the places of one quote: a page of one word repeated, quoted
by the half, would take minutes."""
_REMEMBERED = 32
"""Pieces of quotes whose places are remembered: quotes with "[…]" often share them."""
_FEW = 100
"""Places of a quote that are found however long it is."""

_MISSING = Anchor("missing", detail=msg("nothing in the article is like this quote"))


class Locator:
    """One article, folded once, in which any number of quotes are located.

    Attributes:
        text: The article as read.
        folded: The article folded.
    """

    def __init__(self, text: str) -> None:
        """Fold the article."""
        self.text = text
        self.folded = fold(text)
        self._hits: dict[str, list[int]] = {}
        self._unhyphenated: Unhyphenated | None = None
        self._unmarked: Unmarked | None = None
        self._neighbourhood: Neighbourhood | None = None
        self._told = ""

    def locate(self, quote: str, prefix: str = "", suffix: str = "") -> Anchor:
        """Find a quote.

        Args:
            quote: The words of the article, in any typography.
            prefix: What stands right before them, where the quote alone is not unique.
            suffix: What stands right after them.

        Returns:
            The anchor, with code points of `text`.
        """
        wanted = fold(quote).text.strip()
        if not wanted:
            return Anchor("missing", detail=msg("the quote is empty"))
        before, after = fold(prefix).text.strip(), fold(suffix).text.strip()
        hits = self.hits(wanted)
        if before or after:
            fitting = [at for at in hits if self._fits(at, at + len(wanted), before, after)]
            if not fitting:
                return self._in_other_context(wanted, before, after, hits)
            hits = fitting
        if len(hits) == 1:
            return self._anchor("exact", hits[0], hits[0] + len(wanted))
        if hits:
            detail = msg("stands {count} times in the article", count=len(hits))
            return self._anchor("ambiguous", hits[0], hits[0] + len(wanted), detail)
        if "..." in wanted:
            elided = self._around_omissions(wanted)
            if elided is not None:
                return elided
        return self._hyphenated(wanted) or self._marked_up(wanted) or self._near(wanted)

    def hits(self, wanted: str) -> list[int]:
        """Find every place of a folded quote between token edges, as folded offsets."""
        found = self._hits.get(wanted)
        if found is None:
            found = _hits(self.folded.text, wanted)
            # What stands in few places is found again as soon as it is looked up.
            if len(found) > _FEW and len(self._hits) < _REMEMBERED:
                self._hits[wanted] = found
        return found

    def _hyphenated(self, wanted: str) -> Anchor | None:
        """Find a quote that differs in the hyphens within words only."""
        if self._unhyphenated is None:
            self._unhyphenated = Unhyphenated(self.folded.text)
        bare = Unhyphenated(wanted).text
        found = _hits(self._unhyphenated.text, bare)
        if not found:
            return None
        start, end = self._unhyphenated.origin(found[0], found[0] + len(bare))
        if len(found) > 1:
            return self._anchor(
                "ambiguous",
                start,
                end,
                msg("stands {count} times, hyphens aside", count=len(found)),
            )
        return self._anchor("moved", start, end, msg("hyphenated otherwise"))

    def _marked_up(self, wanted: str) -> Anchor | None:
        """Find a quote that differs in markup only, of its own or of the article."""
        if self._unmarked is None:
            self._unmarked = Unmarked(self.folded.text)
        bare = Unmarked(wanted).text
        if bare == wanted and self._unmarked.text == self.folded.text:
            return None
        found = _hits(self._unmarked.text, bare)
        if not found:
            return None
        start, end = self._unmarked.origin(found[0], found[0] + len(bare))
        if len(found) > 1:
            return self._anchor(
                "ambiguous",
                start,
                end,
                msg("stands {count} times, markup aside", count=len(found)),
            )
        return self._anchor("moved", start, end, msg("marked up otherwise"))

    def _fits(self, start: int, end: int, before: str, after: str) -> bool:
        """Whether prefix and suffix adjoin a hit; one space between them does not count."""
        text = self.folded.text
        if before:
            edge = start - 1 if text[start - 1 : start] == " " else start
            if not text.endswith(before, 0, edge):
                return False
        if after:
            edge = end + 1 if text[end : end + 1] == " " else end
            if not text.startswith(after, edge):
                return False
        return True

    def _anchor(self, state: AnchorState, start: int, end: int, detail: str = "") -> Anchor:
        begin, stop = self.folded.origin(start, end)
        return Anchor(state, begin, stop, detail)

    def _near(self, wanted: str) -> Anchor:
        """Locate by likeness and compare what weighs."""
        from tui.proof.compare.differences import tokens
        from tui.proof.compare.passages import changed

        passage = self._neighbours().nearest(wanted)
        if passage is None:
            return _MISSING
        said = changed(wanted, tokens(wanted), self.folded.text, passage, self._language())
        if said:
            return self._anchor("changed", passage.start, passage.end, said)
        return self._anchor(
            "moved", passage.start, passage.end, msg("reworded, with the same figures")
        )

    def _in_other_context(self, wanted: str, before: str, after: str, hits: list[int]) -> Anchor:
        """Locate a quote together with its prefix and suffix, none of its hits being between them.

        An equal passage elsewhere is not the one that was quoted, so a hit alone proves nothing.
        """
        from tui.proof.compare.differences import tokens
        from tui.proof.compare.passages import changed

        whole = " ".join(part for part in (before, wanted, after) if part)
        passage = self._neighbours().nearest(whole)
        if passage is None:
            if not hits:
                return self._near(wanted)
            detail = msg(
                "stands in the article, but not beside the prefix or suffix recorded with it"
            )
            return self._anchor("ambiguous", hits[0], hits[0] + len(wanted), detail)
        begin = len(before) + 1 if before else 0
        places = [
            found
            for quoted, found in passage.pairs
            if begin <= quoted.start and quoted.end <= begin + len(wanted)
        ]
        start = places[0].start if places else passage.start
        end = places[-1].end if places else passage.end
        for at in hits:
            if passage.start <= at and at + len(wanted) <= passage.end:
                start, end = at, at + len(wanted)
                break
        said = changed(whole, tokens(whole), self.folded.text, passage, self._language())
        if said:
            return self._anchor("changed", start, end, said)
        return self._anchor("moved", start, end, msg("the words around it changed"))

    def _around_omissions(self, wanted: str) -> Anchor | None:
        """Find the pieces of a quote with "[…]" in their order, near each other."""
        pieces = [piece for piece in _LEFT_OUT.split(wanted) if piece]
        if len(pieces) < 2:
            return None
        places = [self.hits(piece) for piece in pieces]
        if not all(places):
            return None
        chains: dict[int, list[tuple[int, int]]] = {}
        for first in places[0]:
            chain = [(first, first + len(pieces[0]))]
            for piece, hits in zip(pieces[1:], places[1:], strict=True):
                edge = chain[-1][1]
                following = bisect_left(hits, edge)
                if following == len(hits) or hits[following] > edge + _LONGEST_GAP:
                    break
                chain.append((hits[following], hits[following] + len(piece)))
            else:
                # Of those that end at one place, the last begins nearest to it.
                chains.pop(chain[-1][0], None)
                chains[chain[-1][0]] = chain
        if not chains:
            return None
        chain = next(iter(chains.values()))
        start, end = chain[0][0], chain[-1][1]
        if len(chains) > 1:
            detail = msg("its pieces stand {count} times in the article", count=len(chains))
            return self._anchor("ambiguous", start, end, detail)
        if self._ends_between(chain):
            return self._anchor(
                "changed", start, end, msg("its pieces stand in different sentences")
            )
        hidden = self._hidden_between(chain)
        if hidden:
            return self._anchor(
                "changed",
                start,
                end,
                msg("what the quote leaves out says {hidden}", hidden=hidden),
            )
        return self._anchor("exact", start, end)

    def _ends_between(self, chain: list[tuple[int, int]]) -> bool:
        """Whether a sentence ends between two pieces, so that they are no one statement."""
        return any(
            _SENTENCE_END.search(self.folded.text, left - 1, right + 2)
            for (_, left), (right, _) in pairwise(chain)
        )

    def _hidden_between(self, chain: list[tuple[int, int]]) -> str:
        """Name a negation or a bound in what an elided quote leaves out."""
        from tui.proof.compare.differences import tokens
        from tui.proof.compare.passages import weighs

        for (_, left), (right, _) in pairwise(chain):
            for token in tokens(self.folded.text, left, right):
                if weighs(token):
                    return token.text
        return ""

    def _language(self) -> str:
        from tui.proof.extract.language_detection import guess_language

        if not self._told:
            self._told = guess_language(self.folded.text)
        return self._told

    def _neighbours(self) -> Neighbourhood:
        from tui.proof.quotes.candidates import Neighbourhood

        if self._neighbourhood is None:
            self._neighbourhood = Neighbourhood(self.folded.text)
        return self._neighbourhood


def _hits(text: str, wanted: str) -> list[int]:
    """The places of a text, of absurdly many the first."""
    found: list[int] = []
    at = text.find(wanted)
    for _ in range(max(_FEW, _MOST_COMPARED // len(wanted))):
        if at < 0:
            break
        if not cuts_token(text, at) and not cuts_token(text, at + len(wanted)):
            found.append(at)
        at = text.find(wanted, at + 1)
    return found
