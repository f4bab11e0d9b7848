"""Articles are read in any common encoding, safely, and without changing a character."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tui.corpus.articles import MAX_BYTES, ArticleError, decode, read_article, resolve_inside

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "L’été : 4\u00a0milliards d’€\r\nune\rligne\n"


@pytest.mark.parametrize(
    ("data", "encoding", "guessed"),
    [
        (TEXT.encode(), "utf-8", False),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8-sig", False),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), "utf-16", False),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16", False),
        (TEXT.encode("cp1252"), "cp1252", True),
    ],
)
def test_the_text_is_the_same_in_every_encoding(data: bytes, encoding: str, guessed: bool) -> None:
    article = decode(data)
    assert (article.text, article.encoding, article.guessed) == (TEXT, encoding, guessed)
    assert len(article.digest) == 64


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK\x03\x04\0\0", "binary"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(1, 32)) * 4, "binary"),
        (b"\x81\x8d\x8f\x90", "binary"),
        (b"\xff\xfea", "bad-encoding"),
        (b"\xff\xfe\0\0a\0\0\0", "binary"),
        (b"\xef\xbb\xbf\xff", "bad-encoding"),
        (bytes(range(1, 32)) * 10, "binary"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(ArticleError) as error:
        decode(data)
    assert error.value.code == code


def test_a_few_control_characters_are_text_that_the_screen_makes_harmless() -> None:
    assert decode(b"a\x1b]52;c;x\x07b").text == "a\x1b]52;c;x\x07b"


def test_an_empty_article_is_an_empty_text() -> None:
    assert decode(b"").text == ""


@pytest.mark.parametrize("kind", ["folder", "pipe", "missing", "device"])
def test_what_is_no_file_is_refused_without_waiting(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "x"
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "device":
        path.symlink_to("/dev/zero")
    with pytest.raises(ArticleError) as error:
        read_article(path)
    assert error.value.code == ("file-missing" if kind == "missing" else "not-a-file")


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"a" * MAX_BYTES)
    assert len(read_article(path).text) == MAX_BYTES
    path.write_bytes(b"a" * (MAX_BYTES + 1))
    with pytest.raises(ArticleError) as error:
        read_article(path)
    assert error.value.code == "file-too-large"


@pytest.mark.parametrize(
    "name", ["/etc/passwd", "..", "../x", "a/../../x", "out/x", "out-file", "", "a\0b", "loop"]
)
def test_no_name_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    outside, inside = tmp_path / "outside", tmp_path / "inside"
    outside.mkdir()
    inside.mkdir()
    (outside / "x").write_text("x")
    (inside / "out").symlink_to(outside)
    (inside / "out-file").symlink_to(outside / "x")
    (inside / "loop").symlink_to(inside / "loop")
    with pytest.raises(ArticleError) as error:
        read_article(resolve_inside(inside, name))
    assert error.value.code in ("bad-path", "file-unreadable")


def test_names_inside_the_folder_are_found(tmp_path: Path) -> None:
    real, folder = tmp_path / "real", tmp_path / "folder"
    (real / "sub").mkdir(parents=True)
    (real / "a.txt").write_text("a")
    (real / "sub" / "b.txt").write_text("b")
    (real / "c.txt").symlink_to("a.txt")
    folder.symlink_to(real)
    for name, text in (("a.txt", "a"), ("sub/b.txt", "b"), ("./a.txt", "a"), ("c.txt", "a")):
        assert read_article(resolve_inside(folder, name)).text == text
