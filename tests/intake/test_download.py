"""A page that a person asked for is fetched within bounds, and only from where they may mean."""

from __future__ import annotations

import gzip
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, ClassVar

import made_documents as made
import pytest

from tui.intake import download as downloading
from tui.intake.document import IntakeError
from tui.intake.download import download, target_of
from tui.intake.sources import obtain

if TYPE_CHECKING:
    from collections.abc import Iterator


class Pages(BaseHTTPRequestHandler):
    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        match self.path:
            case "/page":
                self.answer(200, made.page(charset="iso-8859-1", declared=False),
                            ("Content-Type", "text/html; charset=iso-8859-1"))  # fmt: skip
            case "/packed":
                self.answer(200, gzip.compress(made.page()), ("Content-Encoding", "gzip"))
            case "/moved":
                self.answer(302, b"", ("Location", "/page"))
            case "/away":
                self.answer(302, b"", ("Location", "http://10.0.0.1/x"))
            case "/file":
                self.answer(302, b"", ("Location", "file:///etc/passwd"))
            case "/circle":
                self.answer(302, b"", ("Location", "/circle"))
            case "/large":
                self.answer(200, gzip.compress(b" " * (70 << 20)), ("Content-Encoding", "gzip"))
            case "/slow":
                self.send_response(200)
                self.end_headers()
                for _ in range(40):
                    self.wfile.write(b"x")
                    time.sleep(0.1)
            case _:
                self.answer(404, b"")

    def answer(self, status: int, data: bytes, *headers: tuple[str, str]) -> None:
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    one = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    one.daemon_threads = True
    threading.Thread(target=one.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{one.server_port}"
    one.shutdown()
    one.server_close()


@pytest.mark.parametrize("path", ["/page", "/moved"])
def test_a_page_is_fetched_through_redirects(server: str, path: str) -> None:
    source = download(server + path, private=True)
    assert source.url == f"{server}/page"
    assert source.charset == "iso-8859-1"
    assert source.retrieved
    assert b"Morvan" in source.data


def test_a_packed_page_is_unpacked(server: str) -> None:
    assert download(f"{server}/packed", private=True).data == made.page()


@pytest.mark.parametrize(
    ("path", "code"),
    [("/circle", "unreachable"), ("/none", "unreachable"), ("/large", "too-large"),
     ("/file", "bad-address")],
)  # fmt: skip
def test_what_leads_nowhere_or_is_too_large_is_refused(server: str, path: str, code: str) -> None:
    with pytest.raises(IntakeError) as refused:
        download(server + path, private=True)
    assert refused.value.code == code


def test_a_server_that_trickles_is_given_up(server: str) -> None:
    start = time.monotonic()
    with pytest.raises(IntakeError) as refused:
        download(f"{server}/slow", private=True, seconds=0.5)
    assert refused.value.code == "too-slow"
    assert time.monotonic() - start < 3


def test_private_addresses_are_visited_only_when_that_is_meant(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = len(Pages.asked)
    for address in (server, "http://localhost/", "http://[::1]/", "http://10.1.2.3/x",
                    "http://169.254.169.254/latest", "http://[::ffff:192.168.0.1]/",
                    "http://2130706433/"):  # fmt: skip
        with pytest.raises(IntakeError) as refused:
            download(address)
        assert refused.value.code in ("private-address", "unreachable")
    assert len(Pages.asked) == before
    # A page that may be visited redirects into a private network.
    real = downloading._is_public
    monkeypatch.setattr(
        downloading, "_is_public", lambda address: address == "127.0.0.1" or real(address)
    )
    with pytest.raises(IntakeError) as refused:
        download(f"{server}/away")
    assert refused.value.code == "private-address"


@pytest.mark.parametrize("address", ["ftp://a.example/", "http://", "javascript:x", "http://[x/"])
def test_only_addresses_of_the_web_are_fetched(address: str) -> None:
    with pytest.raises(IntakeError) as refused:
        target_of(address)
    assert refused.value.code == "bad-address"


def test_an_address_of_another_kind_is_not_taken_for_a_file() -> None:
    with pytest.raises(IntakeError, match="http and https"):
        obtain("ftp://a.example/story.html")


def test_an_address_in_other_letters_is_asked_for_as_the_web_writes_it() -> None:
    target = target_of("https://münchen.example/straße ☀?q=ö")
    assert target.host == "xn--mnchen-3ya.example"
    assert target.path == "/stra%C3%9Fe%20%E2%98%80?q=%C3%B6"
