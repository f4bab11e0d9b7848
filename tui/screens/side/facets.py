"""Browsing by facets: what the listed records have in common, with counts that follow the query."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Protocol

from textual.binding import Binding, BindingType
from textual.content import Content

from tui.model.format import grouped
from tui.model.safe_text import safe_line
from tui.platform.translation import tr
from tui.screens.base import Dialog
from tui.widgets.entries import Entry, EntryPane, Target
from tui.widgets.key_bindings import LIST_KEYS, OwnKeys

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.app import ComposeResult

    from tui.search.engine import FacetValue


_AROUND = 3
"""Lines of the head and the search above the list, and of the keys below it."""


class FilteredSearch(Protocol):
    """A search whose filters can be changed one by one."""

    def chips(self) -> Sequence[str]:
        """The filters in force as they are shown."""

    def facets(self) -> Mapping[str, Sequence[FacetValue]]:
        """What the found records have in common, with counts."""

    def remove_filter(self, number: int) -> None:
        """Take a filter away, counted from the left."""

    def toggle_filter(self, field: str, value: str) -> None:
        """Add a filter, or take it away when it is there."""


class FacetScreen(Dialog[None]):
    """Values of every facet; enter adds one to the query or takes it away."""

    OWN_KEYS = OwnKeys(
        "Facets",
        (("enter", "Filter by this value, or no longer"), ("Esc b q", "Close"), *LIST_KEYS),
    )

    CSS = """
    FacetScreen { align: left top; }
    FacetScreen > EntryPane {
        width: 44; max-width: 100%; margin: 2 0 1 0;
        background: $surface; border: round $frame-focus; border-title-color: $text;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,b", "dismiss", show=False)]

    def __init__(self, search: FilteredSearch) -> None:
        super().__init__()
        self._filtered = search
        self._lines = 0

    @property
    def is_untouched(self) -> bool:
        """What was chosen here is in the search already."""
        return True

    def compose(self) -> ComposeResult:
        """The list."""
        yield EntryPane()

    def on_mount(self) -> None:
        """Fill it."""
        pane = self.query_one(EntryPane)
        pane.border_title = Content(tr("Browse"))
        pane.border_subtitle = Content(tr("enter adds or removes · Esc closes"))
        self._fill()

    def _fill(self, keep: Target | None = None) -> None:
        entries: list[Entry] = []
        chips = self._filtered.chips()
        if chips:
            entries.append(Entry([(tr("active"), "title")]))
            entries += [
                Entry([("  ✕ ", "warn"), (chip, "")], Target("filter", str(number)))
                for number, chip in enumerate(chips)
            ]
        for field, values in self._filtered.facets().items():
            if not values:
                continue
            entries += [Entry([])] if entries else []
            entries.append(Entry([(tr(field), "title")]))
            entries += [
                Entry(
                    [
                        (f"  {safe_line(tr(value.label))} ", ""),
                        (f"({grouped(value.count)})", "quiet"),
                    ],
                    Target("value", field, value.value),
                )
                for value in values
            ]
        self._lines = len(entries)
        self.query_one(EntryPane).show(entries, keep)
        self.on_resize()

    def on_resize(self) -> None:
        """Be as high as the values, as far as there is room below the search."""
        room = max(3, self.app.size.height - _AROUND)
        self.query_one(EntryPane).styles.height = min(self._lines + 2, room)

    def on_entry_pane_followed(self, message: EntryPane.Followed) -> None:
        """Change the query and count again."""
        target = message.target
        if target.kind == "filter":
            self._filtered.remove_filter(int(target.key))
        else:
            self._filtered.toggle_filter(target.key, target.detail)
        self._fill(target)
