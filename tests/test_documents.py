"""README and site: what they tell to type works, and what is made from the code is up to date."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import reference
import yaml
from made_documents import pdf
from running import ROOT, copy_opened_before

DOCS = ROOT / "docs"
PAGES = [
    ROOT / "README.md", DOCS / "tutorial.md", *sorted((DOCS / "how-to").glob("*.md")),
]  # fmt: skip
REPORT = [
    [
        (72, 760, 18, "Harbour Bank buys into Nordlys Power"),
        (72, 720, 11, "Harbour Bank will pay 240 million dollars for a stake in Nordlys Power,"),
        (72, 706, 11, "both companies said on Tuesday. The deal is to close in the summer."),
    ]
]
"""What the report of the how-to says."""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_a_page_tells_to_type_can_be_typed_word_by_word(page: Path, home: Path) -> None:
    lines = re.findall(r"^\$ (.*)$", page.read_text("utf-8"), re.MULTILINE)
    assert len(lines) >= 2
    programs = Path(sys.executable).parent
    copy_opened_before(home, home / ".cache" / "dealtui")
    (home / "report.pdf").write_bytes(pdf(REPORT))
    # What opens the app needs a terminal; it is the only line that a script cannot follow.
    script = "\n".join(line for line in lines if line not in ("dealtui", "dealtui --demo"))
    ran = subprocess.run(
        ["bash", "-e", "-c", script],
        cwd=home, capture_output=True, text=True, check=False,
        env={"PATH": f"{programs}:{os.environ['PATH']}", "HOME": str(home)},
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    for line in lines:
        for written in re.findall(r"-o (\S+)", line):
            (file,) = home.rglob(written)
            assert file.stat().st_size > 500


def test_the_reference_is_what_the_code_says() -> None:
    made = reference.pages()
    assert {path.name for path in reference.FOLDER.iterdir()} == made.keys()
    for name, text in made.items():
        kept = (reference.FOLDER / name).read_text("utf-8")
        assert text == kept, f"docs/reference/{name} is out of date: make reference"


def test_every_setting_is_explained() -> None:
    rows = re.findall(
        r"^\| `(\w+)` \| .* \| (.*) \|$", reference.pages()["settings.md"], re.MULTILINE
    )
    assert len(rows) >= len(reference.Settings.__struct_fields__)
    assert all(len(words) > 10 for _, words in rows)


def test_every_page_can_be_reached_from_the_navigation() -> None:
    nav = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))["nav"]
    listed = re.findall(r"[\w/-]+\.md", yaml.safe_dump(nav))
    assert sorted(listed) == sorted(str(path.relative_to(DOCS)) for path in DOCS.rglob("*.md"))
