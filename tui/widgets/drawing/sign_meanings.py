"""What every sign that the screen can draw means, in one sentence each.

A sign may mean different things in different places, so each place has its own. A test goes over
the modules that draw, and over the pictures of all screens: a sign that stands in neither table
here is found there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.commands import SYMBOLS
from tui.flows.bars import APPROXIMATE_END, BAR_SIGNS
from tui.timeline.drawing.amount_bars import BLOCKS, FOLDED, PRESENT
from tui.timeline.marks.symbols import ARTICLE, FACT, STATUS_SIGNS, TOTAL, UNPUBLISHED
from tui.widgets.drawing.flow_lines import COLUMN_STYLES
from tui.widgets.drawing.glyphs import PENDING, PROOF, STANCE

if TYPE_CHECKING:
    from tui.flows.edges import Column
    from tui.model.proofs import ProofState
    from tui.model.records import Stance


class SignMeaning(NamedTuple):
    """A sign, or several that mean one thing; the style that they wear; what they mean."""

    signs: str
    style: str
    words: str


_PROOF: dict[ProofState, str] = {
    "proved": "Proved: the sentence around the quote says what is recorded.",
    "judged": "Judged: a person read it in words that alone do not decide it.",
    "derived": "Derived: a formula gives the value from other fields.",
    "moved": "Moved: the article words the quote otherwise now, to the same effect.",
    "ambiguous": "Ambiguous: the quote stands in its article more than once.",
    "unclear": "Unclear: the quote is there, but its sentence may turn it.",
    "unsourced": "Unsourced: no quote says it yet.",
    "disputed": "Disputed: sources disagree, another one gives another value.",
    "contradicted": "Contradicted: the quote, or the only source, says something else.",
    "missing": "Quote missing: it is nowhere in its article.",
    "changed": "Text changed: at the place of the quote is something else now.",
}
_STANCE: dict[Stance, str] = {
    "supports": "Supports: this source says what is recorded.",
    "disputes": "Disputes: this source says something else.",
    "corrects": "Corrects: this source takes back what was said before.",
    "mentions": "Mentions: this source names the subject and gives no value.",
}
_STATUS = {
    "paid": "Paid: the money has been paid.",
    "committed": "Committed: the payer has agreed to pay.",
    "announced": "Announced, and nothing is agreed as yet.",
    "rumoured": "Rumoured: somebody says so, and no party has announced it.",
    "cancelled": "Cancelled: it was called off.",
}
_COLUMN: dict[Column, str] = {
    "paid": "Paid, on a logarithmic scale.",
    "committed": "Committed, and not paid as far as is recorded.",
    "announced": "Announced only.",
    "ceiling": "At most so much: a ceiling, of which it is not said how much is used.",
    "rumoured": "Rumoured only.",
}

SIGN_MEANINGS: dict[str, tuple[SignMeaning, ...]] = {
    "How far it is proved": (
        *(SignMeaning(look.glyph, look.style, _PROOF[state]) for state, look in PROOF.items()),
        SignMeaning(PENDING.glyph, PENDING.style, "It is not checked yet."),
        SignMeaning("≠1", "warn", "So many sources that no longer count said something else."),
    ),
    "What a source does": tuple(
        SignMeaning(look.glyph, look.style, _STANCE[stance]) for stance, look in STANCE.items()
    ),
    "Records": (
        *(SignMeaning(sign, status, _STATUS[status]) for status, sign in STATUS_SIGNS.items()),
        SignMeaning(FACT, "fact", "A fact about a party, and no deal."),
        SignMeaning(TOTAL, "total", "A total that an article states over several deals."),
        SignMeaning("→", "", "From the payer to the payee."),
        SignMeaning("←", "", "What comes in: from the payer that is named behind it."),
        SignMeaning("+", "", "Parties of a deal of which no source says who pays."),
        SignMeaning("├ │", "quiet", "A part of the deal, and what is recorded of that part."),
    ),
    "Amounts and dates": (
        SignMeaning("≤ <", "", "At most, or less than so much."),
        SignMeaning("≥ >", "", "At least, or more than so much."),
        SignMeaning("~", "", "About so much, as the source says."),
        SignMeaning("≈", "", "Rounded by the program, or made of figures that are about right."),
        SignMeaning("×", "", "So many times as much."),
        SignMeaning("−", "", "A figure below zero."),
        SignMeaning("…2024-04", "quiet", "On that date or before it."),
        SignMeaning("2024-04…", "quiet", "On that date or after it."),
        SignMeaning("…", "", "Words that have no room here are left out."),
        SignMeaning("·", "quiet", "Stands between things that are told one after the other."),
    ),
    "My marks": (
        SignMeaning("*", "own", "Starred by you."),
        SignMeaning("✎", "own", "Your note; or checked by you, and not changed since."),
        SignMeaning("!", "warn", "Checked by you, and changed since."),
    ),
    "Article": (
        SignMeaning("▌", "accent", "At the left edge: the quote at hand, or the figure."),
        SignMeaning("»", "accent", "What the search or the find has led to."),
        SignMeaning("›", "accent", "Another place where the find has found its words."),
        SignMeaning("▏", "good", "A quote of this record."),
        SignMeaning("≠", "warn", "A quote that disputes this record."),
        SignMeaning("┊", "accent", "A figure that nobody recorded."),
        SignMeaning("█", "accent", "At the right edge: where the quote at hand lies in the text."),
        SignMeaning("■", "good", "At the right edge: where other quotes of the record lie."),
        SignMeaning("◆", "accent", "At the right edge: where the find has found its words."),
        SignMeaning("⏎", "quiet", "In a form: where the article begins a new line."),
    ),
    "Timeline": (
        SignMeaning("├─┤", "committed", "It was on some day between these."),
        SignMeaning("┄", "committed", "The date is open on this side."),
        SignMeaning("╌", "fact", "The date is about right only."),
        SignMeaning("2 +", "stack", "So many records lie at one place, or ten and more."),
        SignMeaning("─ │ ╮ ╯ ╭ ╰ ┼", "dim", "A line that joins the parts of one deal."),
        SignMeaning(BLOCKS.strip(), "paid", "The largest amount at that time, on a log scale."),
        SignMeaning(PRESENT, "dim", "Something without an amount in that currency."),
        SignMeaning(f"{FOLDED}8 mo", "dim", "Time in which nothing happens, drawn shorter."),
        SignMeaning(ARTICLE, "article", "An article was published."),
        SignMeaning(UNPUBLISHED, "article", "An article that was not out on the day shown."),
        SignMeaning("┃", "selected", "The day as of which the corpus is shown."),
        SignMeaning("┊", "today", "Today."),
        SignMeaning("‹ ›", "dim", "It goes on out of sight on this side."),
        SignMeaning("╵", "axis", "The beginning of a year, a quarter, a month or a day."),
    ),
    "Flows": (
        *(
            SignMeaning(sign, COLUMN_STYLES[column], _COLUMN[column])
            for column, sign in BAR_SIGNS.items()
        ),
        SignMeaning(APPROXIMATE_END, "quiet", "The amount is about right only."),
        SignMeaning("⇄", "", "Money goes out and comes back between the two."),
        SignMeaning("╭→ ╰← ╯ ─", "quiet", "A loop: the money out above, the money back below."),
        SignMeaning("·", "dim", "In the matrix: nothing is paid that way."),
    ),
    "Audit": (
        SignMeaning("✗", "bad", "An error: what is recorded does not hold, or cannot be read."),
        SignMeaning("!", "warn", "A warning: somebody should look at it."),
        SignMeaning("·", "quiet", "A hint."),
    ),
    "The screen": (
        SignMeaning("▌ ▸", "accent", "The cursor."),
        SignMeaning("▐", "thumb", "The part of all lines that is in sight."),
        SignMeaning("▕", "rail", "The lines above and below it."),
        SignMeaning("✕", "warn", "A filter of the search: a click takes it away."),
        SignMeaning("^", "warn", "Points at what could not be read in the search."),
        SignMeaning("━", "accent", "The pane that has the focus, or how far some work has come."),
        SignMeaning("╭ ╮ ╰ ╯ ┐ ┓ ─ │", "rail", "The frame of a pane or of a box."),
        SignMeaning("›", "quiet", "Leads from where you came from to where you are."),
        SignMeaning("�", "", "A letter that could not be read."),
        SignMeaning("␛ ␤ ␡", "", "A control character in a file, which is shown and not obeyed."),
        SignMeaning("⇄", "", "In a text: a character that would turn its direction."),
    ),
    "Keys": (
        SignMeaning("^x", "key", "Hold Ctrl and press x."),
        SignMeaning(f"{SYMBOLS['shift']}x", "key", "Hold Shift and press x."),
        SignMeaning(SYMBOLS["tab"], "key", "The tab key."),
        SignMeaning(SYMBOLS["backspace"], "key", "The backspace key."),
        SignMeaning("↑ ↓ ← →", "key", "The arrow keys."),
    ),
}  # fmt: skip
"""Signs by where they stand."""
