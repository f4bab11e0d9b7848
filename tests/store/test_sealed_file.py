"""A sealed file gives back what was written into it, or says that it does not."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from tui.store.sealed_file import DamagedFileError, Format, SealedFile, json_format

if TYPE_CHECKING:
    from pathlib import Path

Content = dict[str, Any]
CONTENT: Content = {"note": "é \u2028 “x”", "rows": [{"n": 1}, {"n": None}]}


@pytest.fixture(params=["msgpack", "json", "indented json"])
def file(request: pytest.FixtureRequest, tmp_path: Path) -> SealedFile[Content]:
    form = {
        "msgpack": Format(msgspec.msgpack.encode, msgspec.msgpack.decode),
        "json": json_format(Content),
        "indented json": json_format(Content, indent=1),
    }[request.param]
    return SealedFile(tmp_path / "file", "thing", form)


def test_what_was_written_is_read(file: SealedFile[Content]) -> None:
    file.write(CONTENT)
    file.verify()
    assert file.read() == CONTENT


def test_a_file_that_is_not_there_is_absent_and_not_damaged(file: SealedFile[Content]) -> None:
    file.verify()
    assert file.read() is None
    assert file.seal() is None


def test_every_cut_and_every_flipped_bit_is_damage(file: SealedFile[Content]) -> None:
    file.write(CONTENT)
    whole = file.path.read_bytes()
    chance = random.Random(5)
    cut = [whole[:end] for end in range(len(whole))]
    flipped = []
    for at in range(len(whole)):
        data = bytearray(whole)
        data[at] ^= 1 << chance.randrange(8)
        flipped.append(bytes(data))
    for damaged in (*cut, *flipped, whole + b"\n", b"\0" * 99):
        file.path.write_bytes(damaged)
        with pytest.raises(DamagedFileError):
            file.verify()
        with pytest.raises(DamagedFileError):
            file.read()


def test_a_file_of_another_kind_is_not_read(file: SealedFile[Content]) -> None:
    SealedFile(file.path, "other", json_format(Content)).write(CONTENT)
    with pytest.raises(DamagedFileError):
        file.read()


def test_a_whole_file_with_a_content_of_another_type_is_damage(tmp_path: Path) -> None:
    SealedFile(tmp_path / "file", "thing", json_format(list[int])).write([1, 2])
    with pytest.raises(DamagedFileError):
        SealedFile(tmp_path / "file", "thing", json_format(Content)).read()


def test_the_seal_is_another_one_for_every_content(file: SealedFile[Content]) -> None:
    seals = set()
    for number in range(5):
        file.write({"number": number})
        seals.add(file.seal())
    assert len(seals) == 5
    file.write({"number": 4})
    assert file.seal() in seals
