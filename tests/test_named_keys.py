"""Keys that messages name are those that do it: a message that names a key is listed here."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import messages
import pytest

from tui.commands import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.commands import Command

SHOWN_BY = ("tui/app.py", "tui/commands.py", "tui/proof/audit/", "tui/screens/", "tui/widgets/")
NO_KEYS = ("tui/widgets/drawing/", "tui/widgets/key_bindings.py")
"""Signs, and what keys do that are no commands."""
KEY = re.compile(r"(?<![\w’'.`/{^-])(?:\^?[b-zB-HJ-Z@]|F\d+)(?![\w’'.\-/`}])")
"""What may be a key: a letter that is no word of English, or a key with a name."""

NAMED = {
    "Select text; v again: the whole sentence": {"v": "select"},
    "stopped: F5 reads on": {"F5": "reload"},
    "Record it (a in the article) or dismiss it (x) with the reason.": {
        "a": "adopt", "x": "dismiss",
    },
    "Read both with d, and say with Q which one counts.": {"d": "disagreement", "Q": "settle"},
    "Add a prefix or suffix: R offers one.": {"R": "repair"},
    "Take the article's words: R offers them.": {"R": "repair"},
    "Take `prefix` and `suffix` away: R does.": {"R": "repair"},
    "Written to the corpus; u takes it back.": {"u": "undo"},
    "Taken back{what}; U makes it again.": {"U": "redo"},
    "Made again{what}; u takes it back.": {"u": "undo"},
    "No article yet. Put pages, PDFs, mails or texts into the folder of the articles: r lists what "
    "is new there.": {"r": "articles"},
    "No record yet. r lists the articles: open one, and a records what it says.": {
        "r": "articles", "a": "adopt",
    },
    "{name} cannot be read, line {line}: {message}. e opens it there, A says more; once it is "
    "mended it is shown.": {"e": "edit", "A": "audit"},
    "No article is recorded for this record. r lists the articles: open one, and a records what it "
    "says.": {"r": "articles", "a": "adopt"},
    "words, or a regular expression as /…/; n and N step through, Esc clears": {
        "n": "quote", "N": "back-quote",
    },
    "Select text with v, or stand on an open figure with i.": {"v": "select", "i": "figure"},
    "Stand on an open figure with i, or select text with v.": {"v": "select", "i": "figure"},
    "This is what was known then: go on to the present with W first.": {"W": "known-later"},
    "Marks of yours are on {number} that the corpus has no more, and others rest on the same "
    "quotes: Y moves them there.": {"Y": "lost-marks"},
    "The search has no filter: b browses by facets.": {"b": "facets"},
    "Every finding was dismissed by you: X shows them.": {"X": "dismissed"},
    "The matrix has columns to resize: v shows it.": {"v": "view"},
    "{count} new files dismissed: X": {"X": "dismissed"},
    "{count} dismissed: X": {"X": "dismissed"},
    " and {more} more: b": {"b": "facets"},
}  # fmt: skip
"""Messages that name keys of commands, and the commands."""
OF_DIALOGS = {
    "enter keeps it · ^j next line · Esc leaves it", "y makes the change · Esc leaves it",
    "^s shows what differs and writes · Esc leaves", "Esc goes on · q quits",
    "not written · ^s shows what differs · Esc again gives it up",
}  # fmt: skip
"""Lines of dialogs that name the dialog's own keys, which its own test presses."""
NO_KEY = {"looks at the files every {seconds} s"}


def shown_messages() -> Iterator[str]:
    """The messages of the screen and of the audit."""
    for (text, _), place in messages.collect().items():
        if place.startswith(SHOWN_BY) and not place.startswith(NO_KEYS):
            yield text


def test_every_message_that_names_a_key_is_listed() -> None:
    known = {*NAMED, *OF_DIALOGS, *NO_KEY}
    assert sorted(text for text in shown_messages() if KEY.search(text) and text not in known) == []


def test_what_is_listed_is_still_said() -> None:
    said = set(shown_messages())
    assert sorted({*NAMED, *OF_DIALOGS, *NO_KEY} - said) == []


@pytest.mark.parametrize("message", NAMED)
def test_the_key_that_a_message_names_does_what_the_message_says(message: str) -> None:
    found = set(KEY.findall(message))
    assert found <= NAMED[message].keys()
    for key, name in NAMED[message].items():
        assert re.search(rf"(?<!\w){re.escape(key)}(?!\w)", message)
        commands = [command for command in COMMANDS if command.name == name]
        assert any(key in (*command.shown.split(), *_named(command)) for command in commands), key


def _named(command: Command) -> Iterator[str]:
    """Keys with a name as people write it: `F5`."""
    return (key.upper() for key in command.keys if re.fullmatch(r"f\d+", key))
