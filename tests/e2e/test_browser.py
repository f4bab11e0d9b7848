"""The app in a real browser: opened, searched, read, copied from, resized, left and lost."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from chromium import LACKING, PROGRAM, browser
from running import SHIPPED, shipped_copy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

needs_browser = pytest.mark.skipif(bool(LACKING), reason=LACKING or "there is a browser")
needs_server = pytest.mark.skipif(
    "textual-serve" in LACKING, reason="textual-serve is not installed"
)


class Served:
    """A server in a process of its own."""

    def __init__(self, home: Path, *arguments: str) -> None:
        variables = ("XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")
        environ = {
            "PATH": os.environ["PATH"], "HOME": str(home), "LANG": "C.UTF-8",
            **{name: str(home / name.lower()) for name in variables},
        }  # fmt: skip
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tui", "serve", "--port", "0", *arguments],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environ, text=True,
        )  # fmt: skip
        assert self.process.stdout is not None
        self.address = self.process.stdout.readline().strip()
        assert self.address.startswith("http://")

    def readers(self) -> list[int]:
        """The processes of the readers."""
        listed = subprocess.run(
            ["ps", "-o", "pid=", "--ppid", str(self.process.pid)],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        return [int(pid) for pid in listed.stdout.split()]

    def end(self) -> None:
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()


@contextmanager
def served(home: Path, *arguments: str) -> Iterator[Served]:
    server = Served(home, *arguments)
    try:
        yield server
    finally:
        server.end()


@needs_browser
@pytest.mark.usefixtures("opened_before")
async def test_a_reader_opens_searches_reads_a_proof_copies_resizes_and_comes_back(
    tmp_path: Path,
) -> None:
    with served(tmp_path, "-c", str(SHIPPED)) as server:
        async with browser(tmp_path / "browser") as page:
            await page.open(server.address)
            await page.shows(lambda text: "51 of 51" in text and "proved" in text)
            assert await page.ask("getComputedStyle(document.body).fontFamily") == (
                '"Roboto Mono", monospace'
            )
            assert await page.ask("document.fonts.check('15px \"Roboto Mono\"', '✓≟◉')")
            await page.type("/spark capital")
            await page.shows(lambda text: "spark capital" in text and " 51 of 51" not in text)
            await page.until("location.search.includes('query=spark')")
            record = await page.until("new URLSearchParams(location.search).get('record')")
            assert "Spark" in await page.ask("document.title")
            await page.press("Enter", 13)
            await page.press("Enter", 13)
            text = await page.shows(lambda text: "proved" in text and "450" in text)
            await page.press("y")
            assert "450" in await page.until("window.copied[0]")
            await page.click("What", times=2)
            await page.shows(lambda _: page.reversed == "What")
            await page.press("y")
            assert await page.until("window.copied[1]") == "What"
            # The picture has more than one colour: the terminal is painted.
            assert len(await page.picture(tmp_path / "wide.png")) > 20_000

            await page.resize(390, 800, phone=True)
            text = await page.shows(lambda text: "1 Deals" in text and "4 Timeline" in text)
            assert max(map(len, text.splitlines())) <= 50

            await page.ask("window.socketOfTest.close()")
            await page.until("document.body?.dataset.end === 'lost'")
            await page.until("document.body && !document.body.dataset.end")
            page.cleared()
            await page.shows(lambda text: "spark capital" in text and "of 51" in text)
            assert await page.ask("new URLSearchParams(location.search).get('record')") == record


@needs_browser
@pytest.mark.usefixtures("opened_before")
async def test_the_page_says_how_the_app_ended_and_is_dark_for_who_prefers_that(
    tmp_path: Path,
) -> None:
    with served(tmp_path, "-c", str(SHIPPED)) as server:
        async with browser(tmp_path / "browser") as page:
            await page.call(
                "Emulation.setEmulatedMedia",
                features=[{"name": "prefers-color-scheme", "value": "dark"}],
            )
            await page.open(f"{server.address}?query=mistral")
            await page.shows(lambda text: "10 of 51" in text)
            assert await page.ask("getComputedStyle(document.body).backgroundColor") == (
                "rgb(18, 21, 24)"
            )
            await page.press("q")
            assert await page.until("document.body?.dataset.end") == "0"
            assert await page.ask("document.getElementById('end-title').textContent") == (
                "dealtui has ended"
            )
            await page.ask("document.getElementById('again').click()")
            page.cleared()
            await page.shows(lambda text: "10 of 51" in text)
            (reader,) = server.readers()
            os.kill(reader, signal.SIGKILL)
            assert await page.until("document.body?.dataset.end") == str(-signal.SIGKILL)
            words = await page.ask("document.getElementById('end').textContent")
            assert "by a fault" in words
            assert "log" in words


async def _socket_status(address: str, origin: str, cookies: dict[str, str]) -> int:
    import aiohttp

    async with aiohttp.ClientSession(cookies=cookies) as client:
        try:
            socket = await client.ws_connect(f"{address}ws/e30", headers={"Origin": origin})
        except aiohttp.WSServerHandshakeError as error:
            return error.status
        await socket.close()
        return 101


@needs_server
async def test_others_get_in_with_the_token_alone_and_may_change_nothing(tmp_path: Path) -> None:
    import aiohttp

    path = shipped_copy(tmp_path)
    before = path.read_bytes()
    with served(tmp_path, "-c", str(path), "--host", "0.0.0.0") as server:
        match = re.fullmatch(r"(http://127\.0\.0\.1:\d+/)\?token=([\w-]{32})", server.address)
        assert match is not None
        address, token = match.groups()
        async with aiohttp.ClientSession() as client:
            for wrong in ("", "?token=", "?token=x"):
                async with client.get(address + wrong) as answer:
                    assert answer.status == 403
            async with client.get(server.address, allow_redirects=False) as answer:
                assert (answer.status, answer.headers["Location"]) == (303, "/")
                assert "HttpOnly" in answer.headers["Set-Cookie"]
            origin = address.rstrip("/")
            known = {"dealtui": token}
            assert await _socket_status(address, origin, {}) == 403
            assert await _socket_status(address, "http://evil.example", known) == 403
            assert await _socket_status(address, origin, known) == 101
            headers = {"Origin": origin}
            client.cookie_jar.update_cookies(known)
            async with client.ws_connect(
                f"{address}ws/e30?width=120&height=40", headers=headers
            ) as socket:
                drawn = b""
                end = time.monotonic() + 30
                while b"read only" not in drawn and time.monotonic() < end:
                    message = await socket.receive(timeout=30)
                    drawn += message.data if message.type is aiohttp.WSMsgType.BINARY else b""
                assert b"read only" in drawn
                for strange in ("{", "[]", '["stdin"]', '["resize", {"width": -1}]', "null"):
                    await socket.send_str(strange)
                await asyncio.sleep(0)
                await socket.send_json(["stdin", "q"])
                while message.type is not aiohttp.WSMsgType.TEXT or "end" not in message.data:
                    message = await socket.receive(timeout=30)
                assert message.json() == ["end", {"code": 0}]
    assert path.read_bytes() == before


def test_without_the_extra_the_command_that_installs_it_is_named(tmp_path: Path) -> None:
    code = (
        "import sys; sys.modules['textual_serve'] = None; from tui.cli import main; "
        f"raise SystemExit(main(['serve', '-c', {str(SHIPPED)!r}]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False,
        env={"PATH": os.environ["PATH"], "HOME": str(tmp_path)},
    )  # fmt: skip
    assert done.returncode == 2
    assert "pip install 'dealtui[web]'" in done.stderr


@needs_server
def test_a_port_that_is_taken_is_said(tmp_path: Path) -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "-m", "tui", "serve", "-c", str(SHIPPED), "--port", str(port)],
            capture_output=True, text=True, check=False,
            env={"PATH": os.environ["PATH"], "HOME": str(tmp_path)},
        )  # fmt: skip
    assert done.returncode == 2
    assert f"127.0.0.1:{port}: Address already in use" in done.stderr


def test_the_browser_of_the_tests_is_named_where_there_is_none() -> None:
    assert bool(PROGRAM) or "chromium" in LACKING
