"""Sources that are damaged, locked, empty, or made to do harm are named as what they are."""

from __future__ import annotations

import contextlib
import io
import os
import signal
import threading
import time
import zipfile
from typing import TYPE_CHECKING

import made_documents as made
import pytest

from tui.intake.document import IntakeError
from tui.intake.isolation import IsolatedReader
from tui.intake.reader import Source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ENCRYPTED = (
    "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + "61" * 32 + "> /U <" + "62" * 32 + "> >>"
    " /ID [<00><00>]"
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


@pytest.fixture(scope="module")
def reader() -> Iterator[IsolatedReader]:
    with IsolatedReader(seconds=50) as one:
        yield one


def wide(name: str) -> bytes:
    """A name as the containers of Office 97 write it."""
    return name.encode("utf-16-le")


def locked_zip() -> bytes:
    data = bytearray(made.word())
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(signature)
        while place >= 0:
            data[place + at] |= 1
            place = data.find(signature, place + 4)
    return bytes(data)


def bomb() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target:
        target.writestr("word/document.xml", b"<w:document>" + b" " * (200 << 20))
    return stream.getvalue()


ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {chr(98 + at)} "{f"&{chr(97 + at)};" * 10}">' for at in range(12)
)
SOURCES: dict[str, tuple[bytes, str, str]] = {
    "an empty file": (b"", "empty", "empty"),
    "white space alone": (b" \n\t\n", "empty", "no text"),
    "an encrypted PDF": (made.pdf([[(60, 700, 12, "x")]], extra=ENCRYPTED), "encrypted", "encrypt"),
    "a scan": (made.pdf([[], []], image=True), "scanned", "scan"),
    "a PDF without anything": (made.pdf([[]]), "empty", "no text"),
    "a PDF cut short": (made.pdf([[(60, 700, 12, "x")]])[:300], "damaged", "damaged"),
    "a Word document cut short": (made.word()[:700], "damaged", "damaged"),
    "a Word document with a password": (locked_zip(), "encrypted", "encrypted"),
    "an encrypted package": (OLE + wide("EncryptedPackage"), "encrypted", "encrypted"),
    "an old Word document": (OLE + wide("WordDocument"), "unknown-kind", "1997"),
    "a zip bomb": (b"", "too-large", "MB of text"),
    "entities in a Word document": (
        made.archive({"word/document.xml": f"{ENTITIES}]><w:document>&m;</w:document>"}),
        "damaged", "entities",
    ),
    "entities in a feed": (
        f"{ENTITIES}]><rss><item>&m;</item></rss>".encode(), "damaged", "entities",
    ),
    "a picture that is called a text": (b"\x89PNG\r\n\x1a\n" + b"\0" * 99, "unknown-kind", "PNG"),
    "a workbook": (made.archive({"xl/workbook.xml": "<x/>"}), "unknown-kind", "dealtui import"),
    "another archive": (made.archive({"a.txt": "x"}), "unknown-kind", "zip archive"),
    "an encrypted mail": (
        made.mail().replace(b'Content-Type: text/plain; charset="utf-8"',
                            b'Content-Type: multipart/encrypted; boundary="x"'),
        "encrypted", "encrypted",
    ),
    "a page without an article": (b"<!DOCTYPE html><html><body></body></html>", "empty", "no text"),
}  # fmt: skip


@pytest.mark.parametrize("name", SOURCES)
def test_what_cannot_be_read_is_named_as_what_it_is(reader: IsolatedReader, name: str) -> None:
    data, code, words = SOURCES[name]
    if name == "a zip bomb":
        # Made here: packing it takes a second, which every collection of the tests would wait.
        data = bomb()
    with pytest.raises(IntakeError) as refused:
        reader.read(Source(data, "article.txt"))
    assert refused.value.code == code
    assert words in str(refused.value)


@pytest.mark.parametrize(
    "name", ["a page of one line", "deep nesting", "a thousand tables", "a text of one line"]
)
def test_large_and_strange_pages_are_read_or_refused_soon(
    reader: IsolatedReader, name: str
) -> None:
    paragraph = b"<p>Le groupe paie 3 millions d'euros pour son rival, selon un communique.</p>"
    data = {
        "a page of one line": b"<html><body><article>" + paragraph * 140_000 + b"</article></html>",
        "deep nesting": b"<html><body>" + b"<div>" * 50_000 + paragraph + b"</body></html>",
        "a thousand tables": b"<html><body>" + b"<table><tr><td>" * 1000 + paragraph + b"</html>",
        "a text of one line": b"word " * 1_000_000,
    }[name]
    start = time.monotonic()
    with contextlib.suppress(IntakeError):
        assert reader.read(Source(data, "x"))[0].text
    assert time.monotonic() - start < 60


def test_no_module_of_the_folder_that_the_user_is_in_is_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("json.py", "msgspec.py", "lxml.py"):
        (tmp_path / name).write_text("open('ran', 'w').close(); raise SystemExit", "utf-8")
    monkeypatch.chdir(tmp_path)
    with IsolatedReader() as reader:
        assert reader.read(Source(made.page()))[0].title == made.TITLE
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(f"line {at} {'x' * (at % 997)}" for at in range(6_000)),
        "On Wed, a wrote:\n" * 20_000,
        "- " * 500_000,
        "\n".join(["> x"] * 50_000),
    ],
    ids=["lines of any length", "headings of quotations", "marks of a list", "quotations"],
)
def test_long_texts_and_mails_are_read_soon(text: str) -> None:
    from tui.intake.reader import read_here

    start = time.monotonic()
    assert read_here(Source(text.encode()))[0].text
    assert read_here(Source(made.mail(body=text)))[0].text
    assert time.monotonic() - start < 30


def test_a_reader_that_hangs_is_given_up() -> None:
    slow = b"<html><body><article>" + b"<p>Some words of an article here.</p>" * 300_000
    with IsolatedReader(seconds=0.3) as reader:
        with pytest.raises(IntakeError) as refused:
            reader.read(Source(slow, "x.html"))
        assert refused.value.code == "too-slow"


def test_a_reader_that_is_killed_harms_nothing_and_the_next_source_is_read() -> None:
    with IsolatedReader() as reader:
        assert reader.read(Source(made.page()))[0].title == made.TITLE
        process = reader._process
        assert process is not None
        threading.Timer(0.05, os.kill, (process.pid, signal.SIGKILL)).start()
        process.wait()
        assert reader.read(Source(made.page()))[0].title == made.TITLE


def test_without_the_extra_the_message_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    from tui.intake import extra
    from tui.intake.reader import read_here

    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(extra, "import_module", missing)
    for data in (made.page(), made.pdf([[(60, 700, 12, "x")]]), made.word()):
        with pytest.raises(IntakeError, match=r"pip install 'dealtui\[intake\]'"):
            read_here(Source(data))
    assert read_here(Source(made.PLAIN.encode()))[0].title == made.TITLE
