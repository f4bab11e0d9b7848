"""Other programs of the user are started as they are named, never through a shell."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tui.platform.external_programs import (
    EDITOR_FORMS,
    EditorError,
    editor_command,
    editor_of,
    run_editor,
)

FILE = Path("/c/deals.yaml")


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is the whole `$PATH`, with every known editor in it; none does anything."""
    folder = tmp_path / "programs"
    folder.mkdir()
    for name in (
        *EDITOR_FORMS,
        "vim.basic",
        "unheard-of",
        "env",
        "nice",
        "flatpak",
        "my editor",
        "vim;",
    ):
        (folder / name).write_text("#!/bin/sh\n", "utf-8")
        (folder / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    return folder


@pytest.mark.parametrize(
    ("editor", "given"),
    [
        ("vi", ["+7", "/c/deals.yaml"]),
        ("vim", ["+7", "/c/deals.yaml"]),
        ("nvim", ["+7", "/c/deals.yaml"]),
        ("nano", ["+7", "/c/deals.yaml"]),
        ("micro", ["+7", "/c/deals.yaml"]),
        ("emacs", ["+7", "/c/deals.yaml"]),
        ("emacsclient", ["+7", "/c/deals.yaml"]),
        ("kak", ["+7", "/c/deals.yaml"]),
        ("gvim", ["-f", "+7", "/c/deals.yaml"]),
        ("gedit", ["--wait", "+7", "/c/deals.yaml"]),
        ("hx", ["/c/deals.yaml:7"]),
        ("helix", ["/c/deals.yaml:7"]),
        ("subl", ["--wait", "/c/deals.yaml:7"]),
        ("zed", ["--wait", "/c/deals.yaml:7"]),
        ("code", ["--wait", "--goto", "/c/deals.yaml:7"]),
        ("codium", ["--wait", "--goto", "/c/deals.yaml:7"]),
        ("cursor", ["--wait", "--goto", "/c/deals.yaml:7"]),
        ("windsurf", ["--wait", "--goto", "/c/deals.yaml:7"]),
        ("idea", ["--wait", "--line", "7", "/c/deals.yaml"]),
        ("pycharm", ["--wait", "--line", "7", "/c/deals.yaml"]),
        ("kate", ["--block", "--line", "7", "/c/deals.yaml"]),
        ("mate", ["--wait", "--line", "7", "/c/deals.yaml"]),
        ("mousepad", ["--line=7", "/c/deals.yaml"]),
        ("jed", ["/c/deals.yaml", "-g", "7"]),
        ("vim.basic", ["+7", "/c/deals.yaml"]),
        ("code-oss", ["--wait", "--goto", "/c/deals.yaml:7"]),
        ("rustrover", ["--wait", "--line", "7", "/c/deals.yaml"]),
        ("env FOO=1 nvim", ["FOO=1", "nvim", "+7", "/c/deals.yaml"]),
        ("nice -n 5 hx", ["-n", "5", "hx", "/c/deals.yaml:7"]),
        (
            "flatpak run org.gnome.gedit",
            ["run", "org.gnome.gedit", "--wait", "+7", "/c/deals.yaml"],
        ),
        ("env unheard-of", ["unheard-of", "/c/deals.yaml"]),
        ("unheard-of", ["/c/deals.yaml"]),
    ],
)
@pytest.mark.usefixtures("programs")
def test_each_editor_gets_its_own_form_of_a_line(editor: str, given: list[str]) -> None:
    assert editor_command({"EDITOR": editor}, FILE, 7) == [editor.split(maxsplit=1)[0], *given]


@pytest.mark.parametrize(
    ("editor", "command"),
    [
        ("nano -w", ["nano", "-w", "+7", "/c/deals.yaml"]),
        ("code -n", ["code", "-n", "--wait", "--goto", "/c/deals.yaml:7"]),
        ("'my editor' --x='a b'", ["my editor", "--x=a b", "/c/deals.yaml"]),
        ("vim; rm -rf $HOME | cat", ["vim;", "rm", "-rf", "$HOME", "|", "cat", "+7",
                                     "/c/deals.yaml"]),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("programs")
def test_an_editor_is_a_program_with_its_arguments(editor: str, command: list[str]) -> None:
    # `vim;` is a program of its own name, known to nobody: no line for it.
    expected = [word for word in command if (command[0], word) != ("vim;", "+7")]
    assert editor_command({"EDITOR": editor}, FILE, 7) == expected


def test_a_link_is_the_editor_that_it_leads_to(programs: Path) -> None:
    (programs / "editor").symlink_to(programs / "kate")
    assert editor_command({"EDITOR": "editor"}, FILE, 7)[1:] == EDITOR_FORMS["kate"].format(
        line=7, file=FILE
    ).split(" ")


@pytest.mark.usefixtures("programs")
def test_the_settings_say_how_another_editor_is_given_a_line() -> None:
    forms = {"unheard-of": "--at={line} -- {file}", "vim": "-c {line} {file}"}
    command = editor_command({"EDITOR": "unheard-of -x"}, Path("/a b/{line}.yaml"), 7, forms)
    assert command == ["unheard-of", "-x", "--at=7", "--", "/a b/{line}.yaml"]
    assert editor_command({"EDITOR": "vim"}, FILE, 7, forms) == ["vim", "-c", "7", str(FILE)]


def test_visual_goes_before_editor_and_without_either_the_usual_ones_are_looked_for(
    programs: Path,
) -> None:
    assert editor_command({"VISUAL": "vi", "EDITOR": "nano"}, FILE, 0) == ["vi", "+1", str(FILE)]
    assert editor_command({"VISUAL": " ", "EDITOR": ""}, FILE, 1)[0] == "nano"
    (programs / "nano").unlink()
    assert editor_of({}) == str(programs / "vim")


@pytest.mark.parametrize(
    ("environ", "words"),
    [
        ({"EDITOR": "vmi"}, r"\$EDITOR is vmi, which was not found"),
        ({"VISUAL": __file__}, r"\$VISUAL is .*, which cannot be executed"),
        ({"EDITOR": "vim 'open"}, r"\$EDITOR cannot be read"),
        ({"EDITOR": "''"}, r"\$EDITOR names no program"),
        ({"EDITOR": "/"}, r"\$EDITOR is /, which is a folder"),
    ],
    ids=str,
)
@pytest.mark.usefixtures("programs")
def test_an_editor_that_cannot_be_started_is_named_with_the_reason(
    environ: dict[str, str], words: str
) -> None:
    with pytest.raises(EditorError, match=words):
        editor_command(environ, FILE, 1)


def test_without_any_editor_the_way_to_name_one_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    with pytest.raises(EditorError, match=r"set \$EDITOR"):
        editor_command({}, FILE, 1)


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("exit 3", "ended with exit code 3"),
        ("kill -9 $$", "was ended by SIGKILL"),
    ],
)
def test_an_editor_that_fails_is_named_with_its_exit_code(
    script: str, words: str, tmp_path: Path
) -> None:
    editor = tmp_path / "editor"
    editor.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    editor.chmod(0o755)
    with pytest.raises(EditorError, match=f"The editor editor {words}"):
        run_editor([str(editor)])


def test_a_program_that_the_system_cannot_run_is_named_with_the_reason(tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_bytes(b"\x7fELF no program")
    editor.chmod(0o755)
    for command in ([str(editor)], [str(tmp_path / "none")], ["a\0b"]):
        with pytest.raises(EditorError, match="could not be started: "):
            run_editor(command)


def test_an_interrupt_in_the_terminal_is_the_editors_alone() -> None:
    def interrupt() -> None:
        time.sleep(0.1)
        os.kill(os.getpid(), signal.SIGINT)

    threading.Thread(target=interrupt).start()
    handler = signal.getsignal(signal.SIGINT)
    # What the editor does with one is its own affair: it gets the default.
    own = "import signal; assert signal.getsignal(2) is signal.default_int_handler"
    run_editor([sys.executable, "-c", f"{own}; import time; time.sleep(0.4)"])
    assert signal.getsignal(signal.SIGINT) is handler


@pytest.mark.parametrize("name", ["-c :!touch x.yaml", "; touch x.yaml", "$(touch x).yaml", "`x`"])
def test_the_name_of_a_file_is_neither_an_option_nor_a_command(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    editor = tmp_path / "editor"
    editor.write_text("#!/bin/sh\nprintf '%s\\n' \"$@\" > told\n", "utf-8")
    editor.chmod(0o755)
    subprocess.run(editor_command({"EDITOR": str(editor)}, Path(name), 1), check=True)
    assert (tmp_path / "told").read_text("utf-8") == f"{tmp_path / name}\n"
    assert {path.name for path in tmp_path.iterdir()} == {"editor", "told"}
