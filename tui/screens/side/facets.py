"""Browsing by facets: what the listed records have in common, with counts that follow the query."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from tui.model.safe_text import safe_line
from tui.screens.explorer.head import chip_text
from tui.screens.part import Dialog
from tui.widgets.entries import Entry, EntryPane, Target

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tui.screens.part import ExplorerPart


class FacetScreen(Dialog[None]):
    """Values of every facet; enter adds one to the query or takes it away."""

    CSS = """
    FacetScreen { align: left top; }
    FacetScreen > EntryPane {
        width: 44; max-width: 100%; height: 100%; margin: 2 0 1 0;
        background: $surface; border: round $accent; border-title-color: $text;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,b", "dismiss", show=False)]

    def __init__(self, explorer: ExplorerPart) -> None:
        super().__init__()
        self._explorer = explorer

    def compose(self) -> ComposeResult:
        """The list."""
        yield EntryPane()

    def on_mount(self) -> None:
        """Fill it."""
        pane = self.query_one(EntryPane)
        pane.border_title = Content("Browse")
        pane.border_subtitle = Content("enter adds or removes · Esc closes")
        self._fill()

    def _fill(self, keep: Target | None = None) -> None:
        explorer = self._explorer
        library = explorer.library
        if library is None or explorer.result is None:
            return
        entries: list[Entry] = []
        filters = explorer.result.filters
        if filters:
            entries.append(Entry([("active", "title")]))
            entries += [
                Entry(
                    [("  ✕ ", "warn"), (chip_text(chip), "")],
                    Target("filter", str(number)),
                )
                for number, chip in enumerate(filters)
            ]
        for field, values in library.facets(explorer.result).items():
            if not values:
                continue
            entries.append(Entry([]))
            entries.append(Entry([(field, "title")]))
            entries += [
                Entry(
                    [(f"  {safe_line(value.label)} ", ""), (f"({value.count:,})", "quiet")],
                    Target("value", field, value.value),
                )
                for value in values
            ]
        self.query_one(EntryPane).show(entries, keep)

    def on_entry_pane_followed(self, message: EntryPane.Followed) -> None:
        """Change the query and count again."""
        explorer, target = self._explorer, message.target
        library = explorer.library
        if library is None or explorer.result is None:
            return
        query = explorer.bar.value
        if target.kind == "filter":
            query = library.without_filter(query, explorer.result.filters[int(target.key)])
        else:
            query = library.with_filter(query, target.key, target.detail)
        explorer.set_query(query)
        self._fill(target)
