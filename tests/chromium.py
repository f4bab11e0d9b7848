"""A real browser without a window, driven by the protocol of its developer tools.

What the terminal of the page is given is drawn by pyte as well, since the page paints on a canvas,
of which no text can be read.
"""

from __future__ import annotations

import asyncio
import base64
import json
import shutil
import time
from contextlib import asynccontextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import pyte

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

PROGRAM = shutil.which("chromium") or shutil.which("chromium-browser") or ""
PATIENCE = 30.0
"""Seconds after which a condition counts as never met."""
LACKING = (
    "no chromium is installed (Debian: apt install chromium)"
    if not PROGRAM
    else "textual-serve is not installed (pip install 'dealtui[web]')"
    if find_spec("textual_serve") is None
    else ""
)
"""Why nothing can be tested in a browser here; empty where it can."""

_CATCH = """
window.drawn = [];
window.copied = [];
Object.defineProperty(navigator, "clipboard", {
  value: { writeText: async (text) => void window.copied.push(text) },
});
const Native = window.WebSocket;
window.WebSocket = class extends Native {
  constructor(...given) {
    super(...given);
    window.socketOfTest = this;
    this.addEventListener("message", (event) => {
      if (typeof event.data === "string") return;
      window.drawn.push(btoa(String.fromCharCode(...new Uint8Array(event.data))));
    });
  }
  send(data) {
    const [kind, size] = JSON.parse(data);
    if (kind === "resize") window.sizeOfTest = [size.height, size.width];
    super.send(data);
  }
};
"""
"""Keeps what the terminal is given, from before any script of the page."""


class Page:
    """One page of the browser."""

    def __init__(self, socket: Any) -> None:
        self._socket, self._number = socket, 0
        self._screen = pyte.Screen(200, 100)
        self._stream = pyte.ByteStream(self._screen)

    async def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Ask the browser for something, and wait for its answer."""
        self._number += 1
        await self._socket.send_json({"id": self._number, "method": method, "params": parameters})
        while True:
            answer = json.loads((await self._socket.receive(timeout=PATIENCE)).data)
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                result: dict[str, Any] = answer["result"]
                return result

    async def ask(self, expression: str) -> Any:
        """The value of an expression on the page."""
        result = await self.call(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True
        )
        assert "exceptionDetails" not in result, result
        return result["result"].get("value")

    async def open(self, address: str) -> None:
        """Go to an address."""
        self.cleared()
        await self.call("Page.navigate", url=address)

    async def resize(self, width: int, height: int, *, phone: bool = False) -> None:
        """Give the page so many CSS pixels."""
        await self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height,
            deviceScaleFactor=1, mobile=phone,
        )  # fmt: skip

    async def press(self, key: str, code: int = 0) -> None:
        """Press a key that types, or one by its name and code."""
        text = key if len(key) == 1 else ""
        given = {"key": key, "windowsVirtualKeyCode": code or ord(key[0].upper()), "text": text}
        await self.call("Input.dispatchKeyEvent", type="keyDown", **given)
        await self.call("Input.dispatchKeyEvent", type="keyUp", **given)

    async def type(self, text: str) -> None:
        """Press the keys of a text."""
        for key in text:
            await self.press(key)

    async def click(self, words: str, times: int = 1) -> None:
        """Click on words that the terminal shows, so many times."""
        lines = self.text.splitlines()
        row = next(at for at, line in enumerate(lines) if words in line)
        rows, columns = await self.ask("window.sizeOfTest")
        left, top, width, height = await self.ask(
            "(({x, y, width, height}) => [x, y, width, height])"
            "(document.querySelector('.xterm-screen').getBoundingClientRect())"
        )
        x = left + (lines[row].index(words) + 0.5) * width / columns
        y = top + (row + 0.5) * height / rows
        for count in range(1, times + 1):
            for kind in ("mousePressed", "mouseReleased"):
                await self.call(
                    "Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left",
                    clickCount=count,
                )  # fmt: skip

    async def picture(self, path: Path) -> bytes:
        """What the page looks like, as a PNG that is also kept."""
        result = await self.call("Page.captureScreenshot", format="png")
        data = base64.b64decode(result["data"])
        path.write_bytes(data)
        return data

    async def until(self, expression: str) -> Any:
        """Wait until an expression on the page is true; gives its value."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if value := await self.ask(expression):
                return value
            await self._draw()
            await asyncio.sleep(0.05)
        raise AssertionError(f"never true: {expression}\n{self.text}")

    async def shows(self, holds: Callable[[str], bool]) -> str:
        """Wait until the terminal shows what is looked for; gives its text."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            await self._draw()
            if holds(self.text):
                return self.text
            await asyncio.sleep(0.05)
        raise AssertionError(f"never shown; the terminal was:\n{self.text}")

    async def _draw(self) -> None:
        """Draw what the app has written since."""
        if size := await self.ask("window.sizeOfTest"):
            self._screen.resize(*size)
        for chunk in await self.ask("(window.drawn ?? []).splice(0)"):
            self._stream.feed(base64.b64decode(chunk))

    @property
    def text(self) -> str:
        """What the terminal shows."""
        return "\n".join(line.rstrip() for line in self._screen.display).rstrip()

    @property
    def reversed(self) -> str:
        """What the terminal shows in exchanged colours, as a selection is."""
        rows = self._screen.buffer.values()
        return "".join(cell.data for row in rows for cell in row.values() if cell.reverse)

    def cleared(self) -> None:
        """Draw on an empty screen from now on, as a page does that is opened."""
        self._screen.reset()


@asynccontextmanager
async def browser(folder: Path, size: tuple[int, int] = (1200, 800)) -> AsyncIterator[Page]:
    """A browser with one empty page."""
    import aiohttp

    width, height = size
    process = await asyncio.create_subprocess_exec(
        PROGRAM, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--no-first-run", "--disable-extensions", "--disable-background-networking",
        f"--user-data-dir={folder}", f"--window-size={width},{height}",
        "--remote-debugging-port=0", "about:blank",
        stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    try:
        told = folder / "DevToolsActivePort"
        end = time.monotonic() + PATIENCE
        while not (told.exists() and told.read_text().count("\n")):
            assert time.monotonic() < end, "the browser did not start"
            await asyncio.sleep(0.05)
        port = told.read_text().split()[0]
        async with aiohttp.ClientSession() as client:
            async with client.get(f"http://127.0.0.1:{port}/json/list") as answer:
                pages = await answer.json()
            target = next(page for page in pages if page["type"] == "page")
            url = target["webSocketDebuggerUrl"]
            async with client.ws_connect(url, max_msg_size=0) as socket:
                page = Page(socket)
                await page.call("Page.enable")
                await page.call("Runtime.enable")
                await page.call("Page.addScriptToEvaluateOnNewDocument", source=_CATCH)
                yield page
    finally:
        process.terminate()
        await process.wait()
