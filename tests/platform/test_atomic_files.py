"""What a write keeps of the file that it replaces, and what it refuses instead of breaking it."""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING

import pytest

from tui.platform.atomic_files import write_atomically
from tui.platform.failures import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def umask() -> Iterator[None]:
    before = os.umask(0o027)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.usefixtures("umask")
def test_a_new_file_has_what_the_umask_leaves_and_one_of_our_own_is_the_users(
    tmp_path: Path,
) -> None:
    write_atomically(tmp_path / "shared", b"x")
    write_atomically(tmp_path / "own", b"x", private=True)
    assert (mode(tmp_path / "shared"), mode(tmp_path / "own")) == (0o640, 0o600)


@pytest.mark.parametrize("bits", [0o600, 0o644, 0o664, 0o755])
def test_a_replaced_file_keeps_its_permissions(bits: int, tmp_path: Path) -> None:
    path = tmp_path / "deals.yaml"
    path.write_bytes(b"old")
    path.chmod(bits)
    write_atomically(path, b"n", b"ew")
    assert (path.read_bytes(), mode(path)) == (b"new", bits)


def test_a_replaced_file_keeps_its_extended_attributes(tmp_path: Path) -> None:
    path = tmp_path / "deals.yaml"
    path.write_bytes(b"old")
    try:
        os.setxattr(path, "user.tag", b"checked")
    except (OSError, AttributeError):
        pytest.skip("this file system has none")
    write_atomically(path, b"new")
    assert (path.read_bytes(), os.getxattr(path, "user.tag")) == (b"new", b"checked")


@pytest.mark.parametrize("relative", [True, False])
def test_the_target_of_a_link_is_written_and_the_link_stays(relative: bool, tmp_path: Path) -> None:
    real = tmp_path / "real" / "deals.yaml"
    real.parent.mkdir()
    real.write_bytes(b"old")
    link, second = tmp_path / "deals.yaml", tmp_path / "second.yaml"
    link.symlink_to("real/deals.yaml" if relative else real)
    second.symlink_to(link)
    write_atomically(second, b"new")
    assert real.read_bytes() == b"new"
    assert link.is_symlink()
    assert second.is_symlink()
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "deals.yaml", "real", "second.yaml",
    ]  # fmt: skip


@pytest.mark.parametrize("content", [b"old", b""])
def test_what_a_rename_would_break_is_refused_in_words(content: bytes, tmp_path: Path) -> None:
    linked, protected = tmp_path / "linked", tmp_path / "protected"
    for path in (linked, protected):
        path.write_bytes(content)
    os.link(linked, tmp_path / "other")
    protected.chmod(0o444)
    for path, words in ((linked, "one of several hard links"), (protected, "write-protected")):
        with pytest.raises(OSError, match=words):
            write_atomically(path, b"new")
        assert path.read_bytes() == content
    assert (tmp_path / "other").samefile(linked)


def test_a_file_of_another_user_is_refused_unless_it_can_stay_theirs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "deals.yaml"
    path.write_bytes(b"old")
    real = os.fstat
    given: list[tuple[int, int]] = []

    def of_another(descriptor: int) -> os.stat_result:
        """A new file belongs to who runs the program: somebody else than of the old one."""
        values = list(real(descriptor))
        values[4] += 1
        return os.stat_result(values)

    monkeypatch.setattr(os, "fstat", of_another)
    monkeypatch.setattr(os, "fchown", lambda _, uid, gid: given.append((uid, gid)))
    write_atomically(path, b"new")
    assert given == [(path.stat().st_uid, path.stat().st_gid)]

    def refused(*_: int) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "fchown", refused)
    with pytest.raises(PermissionError, match="belongs to another user"):
        write_atomically(path, b"newer")
    assert path.read_bytes() == b"new"
    assert [one.name for one in tmp_path.iterdir()] == ["deals.yaml"]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
def test_root_leaves_a_file_to_its_owner(tmp_path: Path) -> None:
    path = tmp_path / "deals.yaml"
    path.write_bytes(b"old")
    os.chown(path, 12345, 23456)
    path.chmod(0o640)
    write_atomically(path, b"new")
    assert (path.stat().st_uid, path.stat().st_gid, mode(path)) == (12345, 23456, 0o640)


@pytest.mark.parametrize("call", ["write", "fsync", "replace"])
def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "deals.yaml"
    path.write_bytes(b"old")

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    if call == "write":
        opened = os.fdopen

        def full_stream(*arguments: object) -> object:
            stream = opened(*arguments)  # type: ignore[call-overload] # as it is called
            stream.close()
            full()

        monkeypatch.setattr(os, "fdopen", full_stream)
    else:
        monkeypatch.setattr(os, call, full)
    with pytest.raises(OSError, match="No space left") as caught:
        write_atomically(path, b"new")
    assert in_words(caught.value) == f"{path}: No space left on device"
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["deals.yaml"]


def test_a_folder_that_may_only_be_read_is_said_with_the_file_that_was_meant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*, prefix: str, suffix: str, dir: Path) -> None:  # noqa: A002 (as it is called)
        raise PermissionError(errno.EACCES, "Permission denied", f"{dir}/{prefix}x{suffix}")

    monkeypatch.setattr("tempfile.mkstemp", refused)
    with pytest.raises(PermissionError) as caught:
        write_atomically(tmp_path / "deals.yaml", b"new")
    assert in_words(caught.value) == f"{tmp_path / 'deals.yaml'}: Permission denied"
