"""The driver of an app that is shown in a browser, and what is said to the page around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.drivers.web_driver import WebDriver

from tui.widgets.textual_compat import GroundTold, driver_of

if TYPE_CHECKING:
    from textual.app import App


class BrowserDriver(WebDriver):
    """Hears of the page what Textual does not know: that the reader prefers other colours."""

    def on_meta(self, packet_type: str, payload: dict[str, object]) -> None:
        """Take a message of the page."""
        if packet_type == "ground":
            self.process_message(GroundTold(light=bool(payload.get("light"))))
        else:
            super().on_meta(packet_type, payload)


def tell_page(app: App[None], kind: str, **data: object) -> bool:
    """Tell the page around the app something; whether there is one.

    Args:
        app: The app.
        kind: What it is about: `place`, `copy`.
        data: What is told, as JSON can have it.
    """
    driver = driver_of(app)
    if not isinstance(driver, BrowserDriver):
        return False
    driver.write_meta({"type": kind, **data})
    return True
