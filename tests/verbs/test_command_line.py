"""The command behaves like its neighbours: it explains itself, and knows what was meant."""

from __future__ import annotations

import io
import shlex
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from running import SHIPPED

from tui import __version__
from tui.cli import main
from tui.verbs.parser import MODULES, grammar, parse
from tui.verbs.streams import asked_colour, coloured

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from pathlib import Path

_, VERBS = grammar()


def ends(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of a command line that argparse ends."""
    with pytest.raises(SystemExit) as exit_:
        main(arguments)
    out, err = capsys.readouterr()
    return int(exit_.value.code or 0), out, err


@pytest.mark.parametrize("name", VERBS)
def test_every_verb_says_what_it_does_with_examples_and_explains_every_argument(name: str) -> None:
    verb = VERBS[name]
    assert verb.description
    assert verb.description.endswith(".")
    assert verb.epilog
    assert verb.epilog.startswith("examples:\n")
    assert [action.dest for action in verb._actions if not action.help] == []


@pytest.mark.parametrize("name", VERBS)
def test_a_verb_that_is_read_alone_is_the_one_among_all(name: str) -> None:
    _, alone = grammar(name)
    assert alone[name].format_help() == VERBS[name].format_help()
    if name != "completions":
        assert len(alone) < len(VERBS)


def test_the_list_of_verbs_is_what_the_modules_add() -> None:
    assert [name for names in MODULES.values() for name in names] == [*VERBS]


def examples(verb: ArgumentParser) -> list[str]:
    lines = (verb.epilog or "").splitlines()[1:]
    return [
        piece.strip()
        for line in lines
        for piece in line.strip().partition("   ")[0].split(" | ")
        if piece.strip().startswith("dealtui")
    ]


@pytest.mark.parametrize("line", [line for verb in VERBS.values() for line in examples(verb)])
def test_every_example_can_be_typed(line: str) -> None:
    words = shlex.split(line.partition(" > ")[0].partition(" < ")[0])
    assert parse(words[1:]).verb == words[1]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (["chek"], "check"),
        (["serach", "x"], "search"),
        (["check", "--formt", "json"], "--format"),
        (["check", "--formt=json"], "--format"),
        (["check", "--format", "jsno"], "json"),
        (["export", "evidense"], "evidence"),
        (["flows", "--by-payer", "--ligth"], None),
        (["timeline", "--ligth"], "--light"),
        (["--no-cahce", "check"], "--no-cache"),
        (["completions", "basch"], "bash"),
    ],
)
def test_what_is_misspelt_gets_the_nearest(
    typed: list[str], meant: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = ends(typed, capsys)
    assert (code, out) == (2, "")
    hints = [line for line in err.splitlines() if "did you mean" in line]
    assert hints == [] if meant is None else hints[0].endswith(f"did you mean {meant}?")


def test_the_version_has_a_short_flag(capsys: pytest.CaptureFixture[str]) -> None:
    for flag in ("-V", "--version"):
        assert ends([flag], capsys) == (0, f"dealtui {__version__}\n", "")


@pytest.mark.parametrize(("choice", "coloured"), [("always", True), ("never", False)])
def test_colours_can_be_asked_for_and_refused(
    choice: str, coloured: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--demo", "timeline", "--color", choice]) == 0
    assert ("\x1b[" in capsys.readouterr().out) is coloured


def test_no_colour_goes_into_a_pipe(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert main(["--demo", "timeline"]) == 0
    assert "\x1b[" not in capsys.readouterr().out


class Terminal(io.StringIO):
    """Standard output as a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environ", "in_terminal", "in_pipe"),
    [
        ({}, True, False), ({"TERM": "dumb"}, False, False), ({"NO_COLOR": "1"}, False, False),
        ({"NO_COLOR": ""}, True, False), ({"FORCE_COLOR": "1"}, True, True),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, True, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, False),
    ],
)  # fmt: skip
def test_colours_follow_the_terminal_and_the_variables_that_all_programs_know(
    environ: dict[str, str], in_terminal: bool, in_pipe: bool
) -> None:
    assert coloured("auto", Terminal(), environ) is in_terminal
    assert coloured("auto", io.StringIO(), environ) is in_pipe
    assert coloured("always", io.StringIO(), environ) is True
    assert coloured("never", Terminal(), environ) is False


@pytest.mark.parametrize(
    ("line", "choice"),
    [
        ("timeline --help", "auto"), ("--color never timeline --help", "never"),
        ("timeline --color=always", "always"), ("search -- --color never", "auto"),
        ("--color never timeline --color always", "always"),
    ],
)  # fmt: skip
def test_what_is_asked_of_colours_is_known_before_the_help_is_printed(
    line: str, choice: str
) -> None:
    assert asked_colour(line.split()) == choice


class TestShow:
    def test_a_record_is_shown_with_the_sentences_that_prove_it(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["-c", str(SHIPPED), "show", "openai-amazon-2025"]) == 0
        out = capsys.readouterr().out
        assert "OpenAI → Amazon" in out
        assert "amount      $38 bn                  proved" in out
        assert "Reuters, 18 Nov 2025: “un accord de 38 milliards de dollars”" in out

    def test_a_misspelt_id_gets_the_nearest_and_the_others_are_shown(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["-c", str(SHIPPED), "show", "openai-amazn-2025", "openai-amazon-2025"]) == 1
        out, err = capsys.readouterr()
        assert out.startswith("OpenAI buys cloud services from Amazon\n")
        assert err.endswith("did you mean openai-amazon-2025?\n")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completions_are_a_script_that_the_shell_reads(
    shell: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["completions", shell]) == 0
    script = capsys.readouterr().out
    assert "search" in script
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not installed")
    (tmp_path / "script").write_text(script, "utf-8")
    checked = subprocess.run(
        [program, "-n", "script"], check=False, cwd=tmp_path, capture_output=True
    )
    assert (checked.returncode, checked.stderr) == (0, b"")


class TestSettings:
    @pytest.fixture(autouse=True)
    def config(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        for name in ("VISUAL", "DEALTUI_CORPUS", "NO_COLOR"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
        return tmp_path / "dealtui" / "config.toml"

    def test_values_are_shown_with_where_they_come_from(
        self, config: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("EDITOR", "vim")
        config.parent.mkdir()
        config.write_text('theme = "nord"\n[keys]\n"explorer:search" = "ctrl+f"\n', "utf-8")
        assert main(["settings"]) == 0
        out, err = capsys.readouterr()
        rows = {line.split()[0]: " ".join(line.split()[1:]) for line in out.splitlines()}
        assert rows["theme"] == "nord settings file"
        assert rows["originals"] == "true default"
        assert rows["keys.explorer:search"] == "ctrl+f settings file, instead of slash"
        assert rows["EDITOR"].startswith("vim environment: the editor")
        assert str(config) in err

    def test_what_has_no_effect_is_named_with_its_line(
        self, config: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        config.parent.mkdir()
        config.write_text('\ntheme = "nrod"\n', "utf-8")
        assert main(["settings"]) == 1
        err = capsys.readouterr().err
        assert f"{config}:2: there is no theme nrod: did you mean nord?" in err

    def test_editing_begins_a_file_that_changes_nothing(
        self, config: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("EDITOR", f"{sys.executable} -c pass")
        assert main(["settings", "edit"]) == 0
        assert config.exists()
        assert main(["settings"]) == 0
        assert "settings file " not in capsys.readouterr().out
