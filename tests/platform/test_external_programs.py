"""Other programs of the user are started as they are named, never through a shell."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tui.platform.external_programs import editor_command, native_copy


@pytest.mark.parametrize(
    ("editor", "command"),
    [
        ("vim", ["vim", "+7", "/c/deals.yaml"]),
        ("/usr/bin/nano -w", ["/usr/bin/nano", "-w", "+7", "/c/deals.yaml"]),
        ("code -n", ["code", "-n", "--wait", "--goto", "/c/deals.yaml:7"]),
        ("hx", ["hx", "/c/deals.yaml:7"]),
        ("'my editor' --x='a b'", ["my editor", "--x=a b", "/c/deals.yaml"]),
        ("vim; rm -rf $HOME | cat", ["vim;", "rm", "-rf", "$HOME", "|", "cat", "/c/deals.yaml"]),
    ],
)
def test_an_editor_is_a_program_with_its_arguments(editor: str, command: list[str]) -> None:
    assert editor_command({"EDITOR": editor}, Path("/c/deals.yaml"), 7) == command


def test_visual_goes_before_editor_and_quotes_left_open_are_no_fault() -> None:
    path = Path("/c/deals.yaml")
    assert editor_command({"VISUAL": "vi", "EDITOR": "nano"}, path, 0) == ["vi", "+1", str(path)]
    found = editor_command({"EDITOR": "vim 'open"}, path, 1)
    assert found is None or found[0] in ("nano", "vim", "vi")


@pytest.mark.parametrize("name", ["-c :!touch x.yaml", "; touch x.yaml", "$(touch x).yaml", "`x`"])
def test_the_name_of_a_file_is_neither_an_option_nor_a_command(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    editor = tmp_path / "editor"
    editor.write_text("#!/bin/sh\nprintf '%s\\n' \"$@\" > told\n", "utf-8")
    editor.chmod(0o755)
    command = editor_command({"EDITOR": str(editor)}, Path(name), 1)
    assert command is not None
    subprocess.run(command, check=True)
    assert (tmp_path / "told").read_text("utf-8") == f"{tmp_path / name}\n"
    assert {path.name for path in tmp_path.iterdir()} == {"editor", "told"}


def test_a_clipboard_gets_its_text_through_a_pipe(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "wl-copy"
    program.write_text(f"#!/bin/sh\n/bin/cat > '{tmp_path}/told'\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    text = "$(touch x); `y` \ud800 é"
    assert native_copy({"WAYLAND_DISPLAY": "w"}, text)
    assert (tmp_path / "told").read_bytes() == text.encode("utf-8", "surrogatepass")
    assert not native_copy({}, text)
