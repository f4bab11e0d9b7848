"""The files for pre-commit, continuous integration and editors do what they say: each is run."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import stat
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from running import ROOT
from versioned import VersionedCorpus

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("own_folders")
EXAMPLES = ROOT / "docs" / "examples"


@pytest.fixture
def corpus(tmp_path: Path) -> VersionedCorpus:
    """A corpus with an error, a warning and a note to find, at the root of its repository."""
    found = VersionedCorpus(tmp_path / "repository")
    found.git("mv", "news/data", "data")
    found.git("mv", "news/press", "press")
    found.file = found.root / "data" / "deals.yaml"
    found.commit("At the root")
    found.replace("amount: 200 M USD", "amount: much")
    found.replace("amount: 3 bn USD", "amount: 4 bn USD")
    found.replace("deals:\n", "  b: {file: b.txt, title: Nobody’s, published: 2024}\ndeals:\n")
    (found.root / "press" / "b.txt").write_bytes("Élan vital".encode("cp1252"))
    return found


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """An environment in which `dealtui` is this program."""
    folder = tmp_path / "bin"
    folder.mkdir()
    program = folder / "dealtui"
    program.write_text(
        f'#!/bin/sh\nPYTHONPATH={ROOT} exec {shlex.quote(sys.executable)} -m tui "$@"\n', "utf-8"
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return {**os.environ, "PATH": f"{folder}:{os.environ['PATH']}"}


def run(
    command: list[str], corpus: VersionedCorpus, environment: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=corpus.root, env=environment, capture_output=True, text=True, check=False
    )


def findings(corpus: VersionedCorpus, environment: dict[str, str]) -> list[dict[str, Any]]:
    """What is found, for programs."""
    done = run(["dealtui", "check", "--format", "jsonl"], corpus, environment)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert {row["severity"] for row in rows} == {"error", "warning", "info"}
    return rows


# pre-commit


def hooks() -> dict[str, dict[str, Any]]:
    listed = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    return {hook["id"]: hook for hook in listed}


@pytest.mark.parametrize("name", hooks())
def test_a_hook_has_what_pre_commit_asks_for(name: str) -> None:
    hook = hooks()[name]
    assert {"id", "name", "entry", "language"} <= hook.keys()
    assert re.search(hook["files"], "data/deals.yaml")
    assert re.search(hook["files"], "press/a.txt")
    assert not re.search(hook["files"], "README.md")


def test_the_hook_stops_a_commit_with_errors_and_no_other(
    corpus: VersionedCorpus, environment: dict[str, str]
) -> None:
    entry = shlex.split(hooks()["dealtui-check"]["entry"])
    hook = corpus.root / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\nexec {shlex.join(entry)}\n", "utf-8")
    hook.chmod(0o755)
    commit = [
        "git", "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qam", "More",
    ]  # fmt: skip
    stopped = run(commit, corpus, environment)
    assert stopped.returncode == 1
    assert "[error]" in stopped.stdout + stopped.stderr
    corpus.replace("amount: much", "amount: 200 M USD")
    corpus.replace("amount: 4 bn USD", "amount: 3 bn USD")
    done = run(commit, corpus, environment)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_other_hook_tells_what_is_about_to_be_committed(
    corpus: VersionedCorpus, environment: dict[str, str]
) -> None:
    corpus.replace("amount: much", "amount: 200 M USD")
    done = run(shlex.split(hooks()["dealtui-diff"]["entry"]), corpus, environment)
    assert done.returncode == 0, done.stderr
    assert "amount: $3 bn → $4 bn" in done.stdout


# GitHub Actions


def test_the_workflow_annotates_findings_and_sums_up_what_changed(
    corpus: VersionedCorpus, environment: dict[str, str], tmp_path: Path
) -> None:
    workflow = yaml.safe_load((EXAMPLES / "github-actions.yaml").read_text("utf-8"))
    steps = workflow["jobs"]["check"]["steps"]
    assert steps[0]["with"]["fetch-depth"] == 0
    check, diff = (step["run"] for step in steps if step.get("name"))
    corpus.git("update-ref", "refs/remotes/origin/main", "main")
    corpus.commit("A pull request")
    summary = tmp_path / "summary.md"
    there = {**environment, "GITHUB_BASE_REF": "main", "GITHUB_STEP_SUMMARY": str(summary)}
    checked = run(["bash", "-e", "-c", check], corpus, there)
    assert checked.returncode == 1
    lines = checked.stdout.splitlines()
    assert lines
    form = r"::(error|warning|notice) file=[^,:]+,line=\d+,col=\d+,title=[a-z-]+::.+"
    assert [line for line in lines if not re.fullmatch(form, line)] == []
    compared = run(["bash", "-e", "-c", diff], corpus, there)
    assert compared.returncode == 0, compared.stderr
    assert "- changed `nordwind-mill`" in summary.read_text("utf-8")


# Visual Studio Code


def test_the_problem_matcher_reads_every_finding(
    corpus: VersionedCorpus, environment: dict[str, str]
) -> None:
    (task,) = json.loads((EXAMPLES / "vscode-tasks.json").read_text("utf-8"))["tasks"]
    pattern = task["problemMatcher"]["pattern"]
    done = run(shlex.split(task["command"]), corpus, environment)
    groups = ("file", "line", "column", "severity", "code")
    read = [
        tuple(match[pattern[name]] for name in groups)
        for line in done.stdout.splitlines()
        if (match := re.search(pattern["regexp"], line))
    ]
    words = {"error": "error", "warning": "warning", "info": "note"}
    assert read == [
        (row["file"], str(row["line"]), str(row["column"]), words[row["severity"]], row["code"])
        for row in findings(corpus, environment)
    ]


# vim


@pytest.mark.skipif(shutil.which("vim") is None, reason="vim is not installed")
def test_vim_lists_every_finding_with_its_hint(
    corpus: VersionedCorpus, environment: dict[str, str], tmp_path: Path
) -> None:
    script, answer = tmp_path / "script.vim", tmp_path / "answer.json"
    script.write_text(
        f"""set nocompatible
command -nargs=* CompilerSet set <args>
source {EXAMPLES / "dealtui.vim"}
silent make!
let rows = map(filter(getqflist(), 'v:val.valid'), {{_, one -> [
  \\ bufname(one.bufnr), one.lnum, one.col, one.vcol, one.type, one.text]}})
call writefile([json_encode(rows)], '{answer}')
quitall!
""",
        "utf-8",
    )
    command = ["vim", "-Nu", "NONE", "-i", "NONE", "-n", "-es", "-S", str(script)]
    done = run(command, corpus, {**environment, "LC_ALL": "C.UTF-8"})
    assert answer.is_file(), done.stdout + done.stderr
    rows = json.loads(answer.read_text("utf-8"))
    found = findings(corpus, environment)
    assert [row[:5] for row in rows] == [
        [row["file"], row["line"], row["column"], 1,
         {"error": "e", "warning": "w", "info": "n"}[row["severity"]]]
        for row in found
    ]  # fmt: skip
    for row, one in zip(rows, found, strict=True):
        assert one["message"] in row[5]
        assert one["hint"] in row[5]
