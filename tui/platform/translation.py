"""The language of the interface: English as it stands in the code, or that of a catalogue.

A catalogue is a PO file of gettext, which every tool for translators reads. It is read as it is,
without a compiled MO beside it that could be older: 1,000 messages take 2 ms, and none where the
interface is English. The language is one for the process, chosen before anything is written; no
text is translated when a module is imported.

A message with values in it is a template, translated first and filled in then, so that no value is
taken for a message: `tr("{count} left out").format(count=…)`. What is kept
before it is shown is a `Message` (`tui/model/messages.py`).
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

CATALOGUES = Path(__file__).parent / "translations"
LANGUAGES = ("en", "fr")
"""The languages that there are; English needs no catalogue."""

_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
_LINE = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?)? *"(.*)"$')
COUNT = "count"
"""The context of what is counted: `search` is a noun there and elsewhere a command."""
_ESCAPE = re.compile(r"\\(.)")
_ESCAPES = {"n": "\n", "t": "\t"}


class Entry(NamedTuple):
    """A message of a catalogue.

    Attributes:
        message: As it stands in the code, in the singular.
        plural: Its plural in the code, in the context `COUNT`; empty where nothing is counted.
        forms: What it is in the language: one form, or singular and plural.
    """

    message: str
    plural: str
    forms: tuple[str, ...]


class _Interface:
    """What is chosen for the process."""

    def __init__(self) -> None:
        self.language = "en"
        self.messages: Mapping[str, str] = {}
        self.counted: Mapping[str, tuple[str, ...]] = {}


_INTERFACE = _Interface()


def tr(message: str) -> str:
    """A message in the language of the interface; as it is where the catalogue lacks it."""
    return _INTERFACE.messages.get(message) or message


def tr_count(one: str, several: str, number: int) -> str:
    """The form of a message that goes with a number.

    English has its singular for one thing, French for one and for none.
    """
    forms = _INTERFACE.counted.get(one, ())
    if len(forms) == 2 and all(forms):
        return forms[number > 1]
    return one if number == 1 else several


def language() -> str:
    """The language of the interface, by its ISO 639-1 code."""
    return _INTERFACE.language


def use_language(code: str) -> None:
    """Choose the language of the interface; another one than those there are is English."""
    _INTERFACE.language = code if code in LANGUAGES else "en"
    read: list[Entry] = []
    if _INTERFACE.language != "en":
        read += entries((CATALOGUES / f"{_INTERFACE.language}.po").read_text("utf-8"))
    _INTERFACE.messages = {one.message: one.forms[0] for one in read if not one.plural}
    _INTERFACE.counted = {one.message: one.forms for one in read if one.plural}


def wanted_language(setting: str, environ: Mapping[str, str]) -> str:
    """The language that the user reads, among those there are.

    Args:
        setting: What the settings say; empty asks `environ`.
        environ: Environment variables: the first of `LANGUAGE` (a list), `LC_ALL`, `LC_MESSAGES`
            and `LANG` that is set, as with gettext.
    """
    written = setting or next(filter(None, map(environ.get, _VARIABLES)), "") or ""
    for name in written.split(":"):
        code = re.split(r"[_.@-]", name, maxsplit=1)[0].lower()
        if code in LANGUAGES:
            return code
    return "en"


def entries(text: str) -> Iterator[Entry]:
    """The messages of a PO file, without its header.

    Comments are passed over, and so is what is marked as obsolete, which is a comment. The rule of
    plurals is that of French, the only one there is need of; a test holds the header against it.
    """
    for block in re.split(r"\n\s*\n", text):
        parts: dict[str, str] = {}
        name = ""
        for line in block.splitlines():
            found = _LINE.match(line)
            if found:
                name = found[1] or name
                parts[name] = parts.get(name, "") + found[2]
        if parts.get("msgid"):
            forms = [parts[key] for key in ("msgstr", "msgstr[0]", "msgstr[1]") if key in parts]
            yield Entry(
                _plain(parts["msgid"]),
                _plain(parts.get("msgid_plural", "")),
                tuple(map(_plain, forms)),
            )


def _plain(text: str) -> str:
    """A text of a PO file without its escapes."""
    return _ESCAPE.sub(lambda escape: _ESCAPES.get(escape[1], escape[1]), text)
