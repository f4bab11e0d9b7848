"""How states, statuses and stances look: a glyph, a word and the name of a style.

Colour is never the only sign: glyph and word say the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.platform.translation import tr

if TYPE_CHECKING:
    from tui.model.proofs import ProofState
    from tui.model.records import Stance


class Look(NamedTuple):
    """A glyph of one cell, a word, and the component class that colours both."""

    glyph: str
    english: str
    style: str

    @property
    def word(self) -> str:
        """The word in the language of the interface."""
        return tr(self.english)


PROOF: dict[ProofState, Look] = {
    "proved": Look("✓", "proved", "good"),
    "judged": Look("☑", "judged", "good"),
    "derived": Look("∴", "derived", "good"),
    "moved": Look("↷", "moved", "warn"),
    "ambiguous": Look("?", "ambiguous", "warn"),
    "unclear": Look("≟", "unclear", "warn"),
    "unsourced": Look("○", "unsourced", "quiet"),
    "disputed": Look("≠", "disputed", "warn"),
    "contradicted": Look("✗", "contradicted", "bad"),
    "missing": Look("∅", "quote missing", "bad"),
    "changed": Look("Δ", "text changed", "bad"),
}
STANCE: dict[Stance, Look] = {
    "supports": Look("✓", "supports", "good"),
    "disputes": Look("≠", "disputes", "warn"),
    "corrects": Look("±", "corrects", "warn"),
    "mentions": Look("·", "mentions", "quiet"),
}
PENDING = Look("…", "not checked yet", "quiet")
