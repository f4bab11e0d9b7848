"""The list draws again what has changed of it, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App, ComposeResult

from tui.model.corpus import Corpus
from tui.model.locales import EN
from tui.model.records import Deal, Party
from tui.session.substring_search import SubstringSearch
from tui.widgets.drawing.glyphs import PROOF
from tui.widgets.results.list import ResultList

if TYPE_CHECKING:
    from textual.strip import Strip

    from tui.model.proofs import ProofState


class _CountingList(ResultList):
    """Counts the lines that it draws."""

    drawn = 0

    def build_line(self, line: int, width: int) -> Strip:
        self.drawn += 1
        return super().build_line(line, width)


class _OneList(App[None]):
    def compose(self) -> ComposeResult:
        yield _CountingList()


async def test_only_records_whose_state_is_another_are_drawn_again() -> None:
    records = {
        f"r{at}": Deal(id=f"r{at}", title="Round", payer="a", payee="a") for at in range(200)
    }
    corpus = Corpus(records=records, parties={"a": Party(id="a", name="Ada")})
    states: dict[str, ProofState] = {}
    app = _OneList()
    async with app.run_test(size=(60, 20)) as pilot:
        results = app.query_one(_CountingList)
        results.attach(records.__getitem__, corpus.party_names(), states.get, lambda _: False, EN)
        listing = SubstringSearch(corpus).search("")
        results.show(listing, plain=True)
        await pilot.pause()
        drawn = results.drawn

        results.states_changed()
        await pilot.pause()
        assert results.drawn == drawn

        states[listing.record_id(3)] = "proved"
        states[listing.record_id(150)] = "proved"
        results.states_changed()
        await pilot.pause()
        assert results.drawn == drawn + 1
        shown = results.render_line(results.header_lines + 3).text
        assert PROOF["proved"].glyph in shown

        # One that was drawn and is out of sight is not shown as it was.
        results.scroll_lines(100)
        await pilot.pause()
        states[listing.record_id(2)] = "proved"
        results.states_changed()
        results.scroll_lines(0)
        await pilot.pause()
        assert PROOF["proved"].glyph in results.render_line(results.header_lines + 2).text
