"""One reader's process of the app: what it is given, what it says, and how it ended."""

from __future__ import annotations

import asyncio
import json
import tempfile
from typing import TYPE_CHECKING, Any

import msgspec
from textual_serve.app_service import AppService

from tui.platform.browser import READ_ONLY, VARIABLE, BrowserView
from tui.platform.folders import PRIVATE_FOLDER

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import Awaitable, Callable

    from textual_serve.download_manager import DownloadManager

_PATIENCE = 5.0
"""Seconds that a process may take to end once its screen is closed."""
_TOLD = frozenset({"place", "copy"})
"""What the app tells the page, handed on as it is."""


class AppProcess(AppService):
    """The process, and the page that shows it."""

    def __init__(
        self,
        command: str,
        view: BrowserView,
        *,
        read_only: bool,
        write_bytes: Callable[[bytes], Awaitable[None]],
        write_str: Callable[[str], Awaitable[None]],
        close: Callable[[], Awaitable[Any]],
        download_manager: DownloadManager,
    ) -> None:
        super().__init__(
            command,
            write_bytes=write_bytes,
            write_str=write_str,
            close=close,
            download_manager=download_manager,
        )
        self._view, self._read_only = view, read_only
        self._own = tempfile.TemporaryDirectory(prefix="dealtui-") if read_only else None

    def _build_environment(self, width: int = 80, height: int = 24) -> dict[str, str]:
        """What the process finds: a reader who may change nothing keeps marks of their own."""
        environment: dict[str, str] = super()._build_environment(width, height)
        environment["TEXTUAL_DRIVER"] = "tui.widgets.browser_driver:BrowserDriver"
        environment[VARIABLE] = msgspec.json.encode(self._view).decode()
        for name in ("NO_COLOR", "TMUX"):
            environment.pop(name, None)
        if self._own is not None:
            environment[READ_ONLY] = "1"
            environment[PRIVATE_FOLDER] = self._own.name
        return environment

    async def run(self) -> None:
        """Hand on what the process says until it ends, and tell the page how it ended."""
        try:
            await super().run()
            await self.tell("end", {"code": await self._exit_code()})
            await self.remote_close()
        finally:
            if self._own is not None:
                self._own.cleanup()

    async def _exit_code(self) -> int:
        process: Process | None = self._process
        if process is None:
            return 1
        try:
            return await asyncio.wait_for(process.wait(), _PATIENCE)
        except TimeoutError:
            process.kill()
            return 1

    async def on_meta(self, data: bytes) -> None:
        """Take a message of the app; its end is told once its exit code is known."""
        message = json.loads(data)
        kind = message.pop("type")
        if kind in _TOLD:
            await self.tell(kind, message)
        elif kind != "exit":
            await super().on_meta(data)

    async def tell(self, kind: str, data: dict[str, object]) -> None:
        """Tell the page something; one that is gone misses nothing."""
        try:
            await self.remote_write_str(json.dumps([kind, data]))
        except (ConnectionError, RuntimeError):
            return

    async def prefer(self, *, light: bool) -> None:
        """The reader's browser changed to light or dark colours."""
        await self.send_meta({"type": "ground", "light": light})
