"""The app in a browser: what the page says as it opens, and what the app says to the page.

Every reader has a process of the app. The page gives its process a `BrowserView` in a variable of
the environment; what the two say to each other later goes through `web/server.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from tui.platform.translation import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

VARIABLE = "DEALTUI_BROWSER"
READ_ONLY = "DEALTUI_READ_ONLY"
"""The variable that is set where the corpus is to be read and not changed."""
_LONGEST = 2000
"""Characters of a query, or of an id, that are taken from an address."""


class BrowserView(msgspec.Struct, frozen=True):
    """What the address and the browser ask for.

    Attributes:
        query: What to search for.
        record: The id of the record to read.
        light: Whether the reader prefers light colours (`prefers-color-scheme`).
    """

    query: str = ""
    record: str = ""
    light: bool = False


def decode_view(data: bytes | str) -> BrowserView:
    """Read what a page sent.

    Raises:
        ValueError: If it is no view, or longer than an address is.
    """
    view = msgspec.json.decode(data, type=BrowserView)
    if max(len(view.query), len(view.record)) > _LONGEST:
        raise ValueError(tr("too long for an address"))
    return view


def browser_view(environ: Mapping[str, str]) -> BrowserView | None:
    """What the page asks for; `None` where the app runs in a terminal."""
    return decode_view(environ[VARIABLE]) if VARIABLE in environ else None
