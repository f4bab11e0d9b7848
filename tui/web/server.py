"""The server: the page, its parts, and a socket to a process of the app for each reader."""

from __future__ import annotations

import base64
import html
import json
import shlex
import socket
import sys
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING, Any

from aiohttp import WSMsgType, web
from textual_serve.server import Server

from tui.model.safe_text import safe_line
from tui.platform.browser import decode_view
from tui.platform.translation import tr
from tui.web.access import COOKIE, Access
from tui.web.app_process import AppProcess
from tui.web.words import page_words

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

PAGE = Path(__file__).parent / "page"
_LARGEST_MESSAGE = 1 << 20
"""Bytes of a message of the page: a text that is pasted is the largest."""
_SHUTDOWN = 3.0
"""Seconds that the processes of readers may take to end with the server."""
_ESCAPE_KEY = b"\x1b[27u"
"""The key of that name, as the keyboard protocol of kitty reports it."""
_SIZES = range(1, 1001)
"""Columns and rows that a terminal can have."""
_HEADERS = {
    # The terminal of the page makes its styles while it runs.
    "Content-Security-Policy": (
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        "connect-src 'self' ws: wss:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-cache",
}


class BrowserServer(Server):
    """Serves one corpus."""

    def __init__(
        self,
        arguments: Sequence[str],
        *,
        title: str,
        host: str,
        port: int,
        token: str,
        read_only: bool,
    ) -> None:
        """Listen, without answering yet.

        Args:
            arguments: What the app is started with.
            title: The name of the corpus.
            host: What is listened at.
            port: The port; 0 for one that is free.
            token: What readers must know; empty for nothing.
            read_only: Whether the corpus may be read and not changed.

        Raises:
            OSError: If nothing can be listened at there.
        """
        # The shell is replaced by the app, so that how it ends is told. No package of the folder
        # that the server is started in takes the place of the program (`-P`).
        command = f"exec {shlex.join([sys.executable, '-P', '-m', 'tui', *arguments])}"
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self._socket = socket.create_server((host, port), family=family)
        listened = int(self._socket.getsockname()[1])
        super().__init__(command, host=host, port=listened, title=title)
        self._access, self._read_only = Access(host, token), read_only

    def initialize_logging(self) -> None:
        """Nothing is logged: an address holds what somebody searches for."""

    async def _make_app(self) -> web.Application:
        app = web.Application(middlewares=[self._guarded])
        app.add_routes(
            [
                web.get("/", self.handle_index),
                web.get("/alive", self.handle_alive),
                web.get("/ws/{view}", self.handle_websocket),
                web.get("/download/{key}", self.handle_download),
                web.static("/static", self.statics_path),
                web.static("/page", PAGE),
            ]
        )
        return app

    def serve(self, debug: bool = False) -> None:
        """Answer until an interrupt or a termination signal."""
        web.run_app(
            self._make_app(),
            sock=self._socket,
            print=None,
            access_log=None,
            shutdown_timeout=_SHUTDOWN,
        )

    @web.middleware
    async def _guarded(
        self,
        request: web.Request,
        handler: Callable[[web.Request], Awaitable[web.StreamResponse]],
    ) -> web.StreamResponse:
        """Answer only whom the access lets in."""
        token = request.query.get("token") or request.cookies.get(COOKIE, "")
        refusal = self._access.refusal(
            request.headers, token, from_page=request.path.startswith("/ws/")
        )
        # Style and font of the page that says so are for everybody.
        if refusal and not request.path.startswith("/page/"):
            return _page(
                "refused.html",
                status=403,
                refusal=page_words()["refused"].format(reason=tr(refusal)),
            )
        response = await handler(request)
        if not response.prepared:
            response.headers.update(_HEADERS)
        return response

    async def handle_alive(self, request: web.Request) -> web.Response:
        """Tell a page that lost its connection that it may come back."""
        return web.Response(text="alive")

    async def handle_index(self, request: web.Request) -> web.Response:
        """The page; a token goes from the address into a cookie."""
        token = request.query.get("token")
        if token is not None:
            rest = request.rel_url.without_query_params("token")
            moved = web.HTTPSeeOther(rest)
            moved.set_cookie(COOKIE, token, httponly=True, samesite="Strict", path="/")
            moved.headers.update(_HEADERS)
            return moved
        state = tr("read only") if self._read_only else ""
        return _page("index.html", title=safe_line(self.title), state=state)

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Run the app for a reader until either goes."""
        try:
            encoded = request.match_info["view"]
            view = decode_view(base64.urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4)))
        except ValueError as error:
            raise web.HTTPBadRequest(text="this is no address of dealtui") from error
        page = web.WebSocketResponse(heartbeat=15, max_msg_size=_LARGEST_MESSAGE)
        await page.prepare(request)
        process = AppProcess(
            self.command,
            view,
            read_only=self._read_only,
            write_bytes=page.send_bytes,
            write_str=page.send_str,
            close=page.close,
            download_manager=self.download_manager,
        )
        width, height = (_size(request.query.get(name)) for name in ("width", "height"))
        try:
            await process.start(width or 80, height or 24)
            await _hand_on(page, process)
        finally:
            await process.stop()
        return page


async def _hand_on(page: web.WebSocketResponse, process: AppProcess) -> None:
    """Hand on what the page says; what it never says is passed over."""
    async for message in page:
        match _parsed(message):
            case ["stdin", "\x1b"]:
                # A message is a key: here an escape is never the beginning of another one.
                await process.send_bytes(_ESCAPE_KEY)
            case ["stdin", str(keys)]:
                await process.send_bytes(keys.encode("utf-8", "replace"))
            case ["resize", {"width": int(width), "height": int(height)}]:
                if width in _SIZES and height in _SIZES:
                    await process.set_terminal_size(width, height)
            case ["ping", str(sent)]:
                await page.send_json(["pong", sent])
            case ["blur"]:
                await process.blur()
            case ["focus"]:
                await process.focus()
            case ["prefers", {"light": bool(light)}]:
                await process.prefer(light=light)


def _parsed(message: Any) -> object:
    if message.type != WSMsgType.TEXT:
        return None
    try:
        return json.loads(message.data)
    except (ValueError, RecursionError):
        return None


def _size(words: str | None) -> int | None:
    """A number of cells out of an address."""
    number = int(words) if words is not None and words.isdecimal() and len(words) < 5 else 0
    return number if number in _SIZES else None


def page_of(name: str, **values: str) -> str:
    """A page of ours with its words and values in it, as text."""
    escaped = {key: html.escape(value) for key, value in {**page_words(), **values}.items()}
    return Template((PAGE / name).read_text("utf-8")).substitute(escaped)


def _page(name: str, *, status: int = 200, **values: str) -> web.Response:
    text = page_of(name, **values)
    return web.Response(text=text, content_type="text/html", status=status, headers=_HEADERS)
