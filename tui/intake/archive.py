"""Reading office documents out of their zip archives, within bounds."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING, Any

from tui.intake.document import IntakeError
from tui.intake.extra import load_extra
from tui.intake.limits import MAX_MARKUP, MAX_MEMBERS, MAX_RATIO, MAX_UNPACKED
from tui.model.messages import msg

if TYPE_CHECKING:
    from collections.abc import Callable

_SMALL = 1 << 20
"""A member up to this size is no bomb, however well it packs."""


class Archive:
    """A zip archive whose members are unpacked one by one and only as far as bounds allow."""

    def __init__(self, data: bytes, what: str) -> None:
        """Open an archive.

        Args:
            data: Its bytes.
            what: What it is, for messages: "this Word document".

        Raises:
            IntakeError: If it is damaged, encrypted or larger than any document.
        """
        self._what = what
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            members = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, EOFError, OSError, NotImplementedError):
            raise self._damaged() from None
        if len(members) > MAX_MEMBERS or sum(one.file_size for one in members) > MAX_UNPACKED:
            raise IntakeError(
                "too-large", msg("{what} unpacks to more than is read of a document", what=what)
            )
        if any(one.flag_bits & 1 for one in members):
            raise IntakeError(
                "encrypted",
                msg("{what} is encrypted", what=what),
                msg("Save it without a password."),
            )

    def names(self) -> list[str]:
        """The names of all members."""
        return self._zip.namelist()

    def read(self, name: str) -> bytes | None:
        """The bytes of a member; `None` when there is none of that name.

        Raises:
            IntakeError: If it is damaged, or unpacks to more than it can honestly hold.
        """
        try:
            member = self._zip.getinfo(name)
        except KeyError:
            return None
        packed = max(1, member.compress_size)
        if member.file_size > MAX_MARKUP or (
            member.file_size > _SMALL and member.file_size // packed > MAX_RATIO
        ):
            raise IntakeError(
                "too-large",
                msg(
                    "{what} holds {size} MB of text",
                    what=self._what,
                    size=member.file_size >> 20,
                ),
            )
        try:
            with self._zip.open(member) as stream:
                # The size that an archive states may be a lie: one byte more is asked for.
                data = stream.read(MAX_MARKUP + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError):
            raise self._damaged() from None
        except RuntimeError:
            raise IntakeError("encrypted", msg("{what} is encrypted", what=self._what)) from None
        if len(data) > MAX_MARKUP:
            raise IntakeError(
                "too-large", msg("{what} unpacks to more than it says", what=self._what)
            )
        return data

    def tree(self, name: str) -> Any:
        """The root element of an XML member; `None` when there is none of that name.

        Raises:
            IntakeError: If it is damaged or declares entities.
        """
        data = self.read(name)
        return None if data is None else xml_root(data, self._damaged)

    def _damaged(self) -> IntakeError:
        return IntakeError(
            "damaged", msg("{what} is damaged", what=self._what), msg("Open it and save it again.")
        )


def xml_root(data: bytes, damaged: Callable[[], IntakeError]) -> Any:
    """Parse XML that may be hostile: no entities, no external files, no network.

    Raises:
        IntakeError: If it is no XML, or declares entities.
    """
    etree = load_extra("lxml.etree", msg("office documents and feeds are read"))
    if b"<!ENTITY" in data or "<!ENTITY".encode("utf-16-le") in data:
        raise IntakeError("damaged", msg("this XML declares entities, which no document needs"))
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        raise damaged() from None
