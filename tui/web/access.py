"""Who may read what is served: decided on the headers of a request alone.

A page of any other site can send requests to a server on this machine, and can give it a name of
its own (DNS rebinding). So a request must name the server as it is known, and one that comes from a
page must come from a page of the server itself; a browser lets no page write these headers.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urlsplit

from tui.model.messages import msg

if TYPE_CHECKING:
    from collections.abc import Mapping

COOKIE = "dealtui"
"""The cookie that keeps the token, so that the address need not show it."""
_LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})


def is_local(host: str) -> bool:
    """Whether only programs of this machine reach what listens at a host."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class Access:
    """What a request must show.

    Attributes:
        host: What is listened at.
        token: What readers must know; empty where nobody from elsewhere can ask.
    """

    host: str
    token: str = ""

    def refusal(self, headers: Mapping[str, str], token: str, *, from_page: bool = False) -> str:
        """Why a request is refused, in words; empty where it is not.

        Args:
            headers: Its headers.
            token: What its address or its cookie says.
            from_page: Whether only a page of this server may ask it.
        """
        named = headers.get("Host", "")
        name = _parts(f"//{named}").hostname or ""
        if is_local(self.host) and name not in _LOCAL_NAMES | {self.host}:
            return msg("this server has another name")
        origin = headers.get("Origin", "")
        if (from_page or origin) and _parts(origin).netloc != named:
            return msg("another page has asked for this")
        if self.token and not hmac.compare_digest(token.encode(), self.token.encode()):
            return msg("the address lacks the token that was printed where dealtui was started")
        return ""


def _parts(address: str) -> SplitResult:
    """The parts of an address; none of what is no address."""
    try:
        return urlsplit(address)
    except ValueError:
        return SplitResult("", "", "", "", "")
