"""Fetching one page that a person asked for: bounded in time, size and redirects.

Addresses are looked up here and connected to as looked up, so that a name cannot lead to the
machine itself or into a private network after it was checked. Each redirect is checked again.
"""

from __future__ import annotations

import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
import time
import zlib
from datetime import datetime
from typing import NamedTuple
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from tui.intake.document import IntakeError
from tui.intake.limits import DOWNLOAD_SECONDS, MAX_REDIRECTS, MAX_SOURCE
from tui.intake.reader import Source
from tui.model.messages import msg

_CHUNK = 1 << 16
_REDIRECTS = (301, 302, 303, 307, 308)
_HEADERS = {
    "User-Agent": "dealtui (one page, asked for by a reader)",
    "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
    "Accept-Language": "*",
}
_SAFE = "/:?#[]@!$&'()*+,;=%~-._"


class DownloadTarget(NamedTuple):
    """An address taken apart, in the form in which it is asked for."""

    url: str
    secure: bool
    host: str
    port: int
    path: str


def download(url: str, *, private: bool = False, seconds: float = DOWNLOAD_SECONDS) -> Source:
    """Fetch a page.

    Args:
        url: Its address, http or https.
        private: Whether it may lie on a machine of a private network, or on this one.
        seconds: How long it may take altogether.

    Raises:
        IntakeError: If it cannot be reached, is not there, is too large, or takes too long.
    """
    end = time.monotonic() + seconds
    for _ in range(MAX_REDIRECTS + 1):
        target = target_of(url)
        try:
            answer = _fetched(target, end, private=private)
        except TimeoutError:
            raise IntakeError(
                "too-slow",
                msg(
                    "{host} did not answer within {seconds} seconds",
                    host=target.host,
                    seconds=round(seconds),
                ),
            ) from None
        except ssl.SSLError as error:
            raise IntakeError(
                "unreachable",
                msg(
                    "{host} has no certificate to trust: {reason}",
                    host=target.host,
                    reason=error.reason,
                ),
            ) from None
        except (OSError, http.client.HTTPException) as error:
            words = getattr(error, "strerror", None) or str(error) or type(error).__name__
            raise IntakeError(
                "unreachable",
                msg("{host} cannot be reached: {reason}", host=target.host, reason=words),
            ) from None
        if isinstance(answer, Source):
            return answer
        url = urljoin(target.url, answer)
    raise IntakeError(
        "unreachable",
        msg("the address redirects more than {count} times", count=MAX_REDIRECTS),
    )


def target_of(url: str) -> DownloadTarget:
    """Take an address apart.

    Raises:
        IntakeError: If it is no address of http or https.
    """
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise IntakeError("bad-address", msg("{url} is no address", url=url)) from None
    if parts.scheme.lower() not in ("http", "https") or not host:
        raise IntakeError("bad-address", msg("{url} is no address of http or https", url=url))
    secure = parts.scheme.lower() == "https"
    try:
        name = host if ":" in host else host.encode("idna").decode("ascii")
    except UnicodeError:
        raise IntakeError("bad-address", msg("{host} is no name of a machine", host=host)) from None
    path = quote(urlunsplit(("", "", parts.path or "/", parts.query, "")), safe=_SAFE)
    netloc = f"[{name}]" if ":" in name else name
    default = 443 if secure else 80
    where = netloc if port in (None, default) else f"{netloc}:{port}"
    clean = f"{'https' if secure else 'http'}://{where}{path}"
    return DownloadTarget(clean, secure, name, port or default, path)


def _fetched(target: DownloadTarget, end: float, *, private: bool) -> Source | str:
    """The page, or the address that it redirects to."""
    connection = _connected(target, end, private=private)
    deadline = _Deadline(connection.sock, end)
    response = None
    try:
        connection.request("GET", target.path, headers=_HEADERS)
        response = connection.getresponse()
        if response.status in _REDIRECTS and (place := response.getheader("Location")):
            return place
        if response.status != 200:
            reason = f"{response.status} {response.reason}".strip()
            raise IntakeError(
                "unreachable", msg("{host} answers {reason}", host=target.host, reason=reason)
            )
        data = _body(response)
        if deadline.passed:
            raise TimeoutError
        name = target.path.partition("?")[0].rstrip("/").rpartition("/")[2] or target.host
        return Source(
            data, name, target.url, response.headers.get_content_charset() or "",
            datetime.now().astimezone().date().isoformat(),
        )  # fmt: skip
    except (OSError, http.client.HTTPException):
        if deadline.passed:
            raise TimeoutError from None
        raise
    finally:
        deadline.cancel()
        if response is not None:
            response.close()
        connection.close()


class _Deadline:
    """Shuts a connection when the time is over, however slowly the other side sends."""

    def __init__(self, wire: socket.socket, end: float) -> None:
        self._wire = wire
        self.passed = False
        self._timer = threading.Timer(_rest(end), self._shut)
        self._timer.daemon = True
        self._timer.start()

    def _shut(self) -> None:
        self.passed = True
        with contextlib.suppress(OSError):
            self._wire.shutdown(socket.SHUT_RDWR)

    def cancel(self) -> None:
        """Let the connection be."""
        self._timer.cancel()


def _connected(target: DownloadTarget, end: float, *, private: bool) -> http.client.HTTPConnection:
    """A connection to an address that was looked up and may be visited."""
    addresses = _looked_up(target, end)
    allowed = [one for one in addresses if private or _is_public(one)]
    if not allowed:
        raise IntakeError(
            "private-address",
            msg("{host} is an address of a private network, or this machine", host=target.host),
            msg("Add --allow-private if you mean it."),
        )
    last: OSError | None = None
    for address in allowed[:4]:
        try:
            wire = socket.create_connection((address, target.port), timeout=_rest(end))
        except OSError as error:
            last = error
            continue
        if target.secure:
            context = ssl.create_default_context()
            wire = context.wrap_socket(wire, server_hostname=target.host)
        connection = http.client.HTTPConnection(target.host, target.port, timeout=_rest(end))
        connection.sock = wire
        return connection
    raise last or OSError("no address")


def _looked_up(target: DownloadTarget, end: float) -> list[str]:
    """The addresses of a machine; the system's own look-up knows no limit of time."""
    found: list[str] = []

    def look_up() -> None:
        with contextlib.suppress(OSError):
            answers = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
            found.extend(dict.fromkeys(str(one[4][0]) for one in answers))

    thread = threading.Thread(target=look_up, daemon=True)
    thread.start()
    thread.join(_rest(end))
    if thread.is_alive():
        raise TimeoutError
    if not found:
        raise IntakeError("unreachable", msg("there is no machine called {host}", host=target.host))
    return found


def _is_public(address: str) -> bool:
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(parsed, "ipv4_mapped", None)
    return (mapped or parsed).is_global and not parsed.is_multicast


def _rest(end: float) -> float:
    left = end - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _body(response: http.client.HTTPResponse) -> bytes:
    """The bytes of a page, unpacked; never more than is read of any source."""
    packing = (response.getheader("Content-Encoding") or "").strip().lower()
    unpack = zlib.decompressobj(47) if packing in ("gzip", "x-gzip", "deflate") else None
    data = bytearray()
    while True:
        chunk = response.read1(_CHUNK)
        if not chunk:
            break
        try:
            data += unpack.decompress(chunk, MAX_SOURCE + 1 - len(data)) if unpack else chunk
        except zlib.error:
            raise IntakeError("damaged", msg("what the server sent is damaged")) from None
        if len(data) > MAX_SOURCE or (unpack and unpack.unconsumed_tail):
            raise IntakeError(
                "too-large",
                msg("the page is larger than {size} MB", size=MAX_SOURCE >> 20),
            )
    return bytes(data)
