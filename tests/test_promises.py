"""What the documents name is there: the tests that hold a promise, the modules of a walk."""

from __future__ import annotations

import re

from running import ROOT

ROWS = [
    line
    for line in (ROOT / "docs" / "reliability.md").read_text("utf-8").splitlines()
    if line.startswith("| ") and not line.startswith("| promise")
]
TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def test_a_promise_is_held_by_tests_that_exist() -> None:
    assert len(ROWS) > 100
    for row in ROWS:
        _, promise, held_by, _ = (cell.strip() for cell in re.split(r"(?<!\\)\|", row))
        tests = TEST.findall(held_by)
        assert promise, row
        assert tests, row
        assert TEST.sub("", held_by).strip(", ") == "", row
        for path, name in tests:
            source = (ROOT / path).read_text("utf-8")
            assert re.search(rf"^(async )?def {name}\(", source, re.MULTILINE), f"{path}::{name}"


def test_every_file_that_the_architecture_names_exists() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    named = set(re.findall(r"`((?:[\w.]+/)*[\w.]+\.(?:py|tcss|toml|txt|yaml))`", text))
    assert len(named) > 30
    here = {name for name in named if (ROOT / name).exists() or (ROOT / "tui" / name).exists()}
    assert named - here - {"deals.yaml", "reviews.yaml"} == set()
