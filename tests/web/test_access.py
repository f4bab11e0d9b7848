"""Who may read what is served: names, origins and tokens of requests."""

from __future__ import annotations

import pytest

from tui.web.access import Access, is_local

HERE = Access("127.0.0.1")
SHARED = Access("0.0.0.0", "secret")


@pytest.mark.parametrize(
    ("host", "local"),
    [("127.0.0.1", True), ("127.3.2.1", True), ("::1", True), ("localhost", True),
     ("0.0.0.0", False), ("::", False), ("192.168.1.5", False), ("example.org", False)],
)  # fmt: skip
def test_a_host_is_of_this_machine_alone_or_it_is_not(host: str, local: bool) -> None:
    assert is_local(host) is local


@pytest.mark.parametrize("name", ["127.0.0.1:8000", "localhost:8000", "[::1]:8000", "localhost"])
def test_this_machine_is_answered_under_its_own_names(name: str) -> None:
    assert HERE.refusal({"Host": name}, "") == ""


@pytest.mark.parametrize("name", ["evil.example:8000", "127.0.0.1.evil.example", "", "["])
def test_another_name_for_this_machine_is_that_of_a_page_that_wants_to_get_in(name: str) -> None:
    assert HERE.refusal({"Host": name}, "")


@pytest.mark.parametrize(
    "origin", ["", "null", "http://evil.example", "http://127.0.0.1:9000", "file://", "http://["]
)
def test_only_a_page_of_the_server_itself_gets_a_process(origin: str) -> None:
    headers = {"Host": "127.0.0.1:8000", **({"Origin": origin} if origin else {})}
    assert HERE.refusal(headers, "", from_page=True)
    own = {"Host": "127.0.0.1:8000", "Origin": "http://127.0.0.1:8000"}
    assert HERE.refusal(own, "", from_page=True) == ""


@pytest.mark.parametrize("token", ["", "Secret", "secret ", "sécret", "secretsecret"])
def test_others_need_the_token_to_the_letter(token: str) -> None:
    headers = {"Host": "192.168.1.5:8000"}
    assert "token" in SHARED.refusal(headers, token)
    assert SHARED.refusal(headers, "secret") == ""
