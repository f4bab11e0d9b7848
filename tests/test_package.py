"""What is published: one version everywhere, a manual page, a README that stands on its own."""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
import tomllib
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import arguments
import changelog
import pytest
import release
from manual_page import manual_page
from running import ROOT

from tui import __version__
from tui.commands import COMMANDS, KeyTable

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

KEYS = KeyTable()
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def build_hooks() -> ModuleType:
    """The module that the build loads by its path."""
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class TestVersion:
    def test_the_package_has_the_version_of_the_newest_release_in_the_changelog(self) -> None:
        assert release.version_problems(__version__, []) == []
        assert changelog.releases()[0].version == __version__

    def test_releases_stand_in_the_changelog_newest_first_each_with_its_day(self) -> None:
        found = changelog.releases()
        headings = re.findall(r"^## (.*)$", changelog.changelog(), re.MULTILINE)
        assert headings == ["Unreleased", *(f"{one.version} - {one.date}" for one in found)]
        for newer, older in pairwise(found):
            assert newer.numbers > older.numbers
            assert date.fromisoformat(newer.date) >= date.fromisoformat(older.date)

    def test_a_tag_names_the_version(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(release, "unreleased", lambda: "")
        assert release.version_problems(__version__, [f"v{__version__}"]) == []
        (problem,) = release.version_problems(__version__, ["v99.0.0"])
        assert problem == f"the commit has the tag v99.0.0, the package the version {__version__}"

    def test_no_tag_while_changes_are_not_released(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(release, "unreleased", lambda: "- Something new.")
        (problem,) = release.version_problems(__version__, [f"v{__version__}"])
        assert "changes that are not released" in problem

    def test_a_version_that_the_changelog_does_not_have_is_a_problem(self) -> None:
        (problem,) = release.version_problems("99.0.0", [])
        assert problem.startswith("tui/__init__.py has version 99.0.0, CHANGELOG.md ")

    @pytest.mark.parametrize(
        ("text", "waiting"),
        [
            ("## Unreleased\n\n## 1.0.0 - 2020-01-01\n\n- x\n", ""),
            ("## Unreleased\n\n- y\n\n## 1.0.0 - 2020-01-01\n\n- x\n", "- y"),
            ("## Unreleased\n\n- y\n", "- y"), ("", ""),
        ],
    )  # fmt: skip
    def test_what_is_not_released_is_what_stands_under_that_heading(
        self, text: str, waiting: str
    ) -> None:
        assert changelog.unreleased(text) == waiting


class TestMetadata:
    def test_each_python_that_is_named_is_served(self) -> None:
        names = [one for one in PROJECT["classifiers"] if re.search(r":: 3\.\d+$", one)]
        assert [name.rpartition(" ")[2] for name in names] == ["3.11", "3.12", "3.13", "3.14"]
        assert PROJECT["requires-python"] == ">=3.11"

    def test_authors_maturity_and_types_are_stated_and_no_address_is_invented(self) -> None:
        assert PROJECT["authors"] == [{"name": "The dealtui authors"}]
        assert "Typing :: Typed" in PROJECT["classifiers"]
        assert any(one.startswith("Development Status ::") for one in PROJECT["classifiers"])
        assert "urls" not in PROJECT

    def test_all_is_every_other_extra(self) -> None:
        extras = PROJECT["optional-dependencies"]
        assert extras["all"] == [f"dealtui[{','.join(sorted(extras.keys() - {'all'}))}]"]


class TestManualPage:
    def test_it_names_every_verb_option_and_example(self) -> None:
        page = manual_page().replace("\\-", "-").replace("\\e", "\\")
        for verb in arguments.verbs():
            assert f'.SS "dealtui {verb.name}"' in page
            for argument in verb.arguments:
                assert f".B {argument.written}\n" in page
            for example in verb.examples:
                assert example in page

    def test_sections_have_the_names_that_manual_pages_have(self) -> None:
        names = re.findall(r'^\.SH "?([^"\n]+)', manual_page(), re.MULTILINE)
        assert names[:3] == ["NAME", "SYNOPSIS", "DESCRIPTION"]
        assert {"OPTIONS", "EXAMPLES", "ENVIRONMENT", "EXIT CODES"} <= set(names)

    def test_groff_has_nothing_to_say_against_it(self, tmp_path: Path) -> None:
        program = shutil.which("groff")
        if program is None:
            pytest.skip("groff is not installed")
        (tmp_path / "dealtui.1").write_text(manual_page(), "utf-8")
        shown = subprocess.run(
            [program, "-man", "-Kutf8", "-Tutf8", "-ww", "dealtui.1"],
            cwd=tmp_path, capture_output=True, text=True, check=True,
        )  # fmt: skip
        assert shown.stderr == ""
        assert "dealtui - read every deal next to the sentence that proves it" in shown.stdout
        assert "$DEALTUI_CORPUS" in shown.stdout


class TestReadme:
    def test_away_from_the_repository_no_link_leads_nowhere(self) -> None:
        text = build_hooks().package_readme((ROOT / "README.md").read_text("utf-8"))
        targets = re.findall(r"\]\(([^)]*)\)", text)
        assert [target for target in targets if not target.startswith(("https://", "#"))] == []

    def test_a_link_becomes_its_words_and_a_picture_nothing(self) -> None:
        text = "A\n\n![three](docs/x.svg)\n\nSee [this](docs/a.md), [that](https://b.org).\n"
        assert build_hooks().package_readme(text) == ("A\n\nSee this, [that](https://b.org).\n")

    def test_every_key_that_it_names_first_is_one_of_the_app(self) -> None:
        text = (ROOT / "README.md").read_text("utf-8")
        written = {sign for command in COMMANDS for sign in KEYS.shown(command).split()}
        rows = re.findall(r"^\| (`[^|]+) \|", text, re.MULTILINE)
        named = {key for row in rows for key in re.findall(r"`([^`]+)`", row)}
        assert len(named) > 20
        assert named - written - {"amazn cloud", "tab", "Esc", "1", "4"} == set()

    def test_every_file_that_it_links_to_exists(self) -> None:
        text = (ROOT / "README.md").read_text("utf-8")
        targets = re.findall(r"\]\((?!https?:|#)([^)#]*)", text)
        assert targets
        assert [target for target in targets if not (ROOT / target).exists()] == []
