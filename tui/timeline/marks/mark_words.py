"""What stands beside a mark and before its row: the amount, the other party, the kind of deal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model.format import compact_quantity
from tui.model.messages import msg, shown
from tui.model.safe_text import safe_line
from tui.platform.translation import tr

if TYPE_CHECKING:
    from tui.model.corpus import Corpus
    from tui.model.locales import Locale
    from tui.timeline.layout.lanes import Grouping
    from tui.timeline.marks.record_marks import TimelineMark

_SHORT_KINDS = {
    "convertible-note": msg("note"), "credit-facility": msg("credit line"),
    "stake-purchase": msg("stake"),
    "stake-sale": msg("stake sold"), "cloud-commitment": msg("cloud"),
    "supply-agreement": msg("supply"),
    "compute-credit": msg("compute"), "other": "",
}  # fmt: skip
"""Instruments in a word, where there is room for no more."""


class MarkWords:
    """Writes the words of marks; each amount is written once."""

    def __init__(self, corpus: Corpus, by: Grouping, locale: Locale) -> None:
        self._corpus, self._by = corpus, by
        self._locale = locale
        self._amounts: dict[str, str] = {}

    def amount(self, mark: TimelineMark) -> str:
        """The amount of a mark, its bounds as signs: `$30 bn`, `≤ $5 bn`; empty for none."""
        text = self._amounts.get(mark.key)
        if text is None:
            known = mark.amount
            text = safe_line(compact_quantity(known, self._locale)) if known is not None else ""
            self._amounts[mark.key] = text
        return text

    def counterpart(self, mark: TimelineMark) -> str:
        """Whom the lane of a mark pays, or who pays it: `→ OpenAI`, `← Nvidia`, `+ Microsoft`."""
        if mark.kind != "deal":
            return self._name(mark.payee or mark.payer)
        if not mark.directed and mark.payer == mark.payee:
            return tr("no other party")
        if self._by == "payee":
            return f"{'←' if mark.directed else '+'} {self._name(mark.payer)}"
        sign = "→" if mark.directed else "+"
        if self._by == "payer":
            return f"{sign} {self._name(mark.payee)}"
        return f"{self._name(mark.payer)} {sign} {self._name(mark.payee)}"

    def kind(self, mark: TimelineMark) -> str:
        """The kind of deal or fact in a word or two; empty where the lanes say it."""
        if self._by == "instrument" and mark.kind == "deal":
            return ""
        if not self._locale.words.get(mark.instrument) and mark.instrument in _SHORT_KINDS:
            return shown(_SHORT_KINDS[mark.instrument])
        return self._locale.word(mark.instrument).replace("-", " ")

    def _name(self, party: str) -> str:
        return safe_line(self._corpus.party_name(party)) if party else tr("not named")
