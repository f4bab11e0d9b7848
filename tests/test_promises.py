"""Each promise of `docs/reliability.md` names tests, and each of them exists."""

from __future__ import annotations

import re

import pytest
from running import ROOT

ROWS = [
    line
    for line in (ROOT / "docs" / "reliability.md").read_text("utf-8").splitlines()
    if line.startswith("| ") and not line.startswith("| promise")
]
TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[2:62].strip())
def test_a_promise_is_held_by_tests_that_exist(row: str) -> None:
    _, promise, held_by, _ = (cell.strip() for cell in re.split(r"(?<!\\)\|", row))
    tests = TEST.findall(held_by)
    assert promise
    assert tests
    assert TEST.sub("", held_by).strip(", ") == ""
    for path, name in tests:
        source = (ROOT / path).read_text("utf-8")
        assert re.search(rf"^(async )?def {name}\(", source, re.MULTILINE), f"{path}::{name}"
