"""The address of what is read: record and query, told to whoever shows an address."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.screens.explorer.state import ExplorerState, View


class AddressController:
    """Tells of another record or query, each time that one has been shown."""

    def __init__(self, state: ExplorerState, tell: Callable[[str, str, str], None]) -> None:
        """Watch what is shown; `tell` is given the query, the record and its title."""
        self._tell = tell
        self._told = ("", "")
        state.observe(self._shown)

    def _shown(self, _: View, view: View) -> None:
        if view.session is None or view.following is not None:
            return
        place = (view.answered, view.record_id or "")
        if place != self._told:
            self._told = place
            title = view.reading.record.title if view.reading is not None else ""
            self._tell(*place, title)
