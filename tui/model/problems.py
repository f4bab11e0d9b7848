"""Problems: what is wrong, where, and what to do about it."""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

from tui.model.messages import msg, pack_text, plain_text, unpack_text

Severity: TypeAlias = Literal["error", "warning", "info"]


class Problem(msgspec.Struct, frozen=True, gc=False):
    """A finding with a stable code, a place and a next step.

    Attributes:
        code: Stable name of the defect, in kebab case, e.g. `duplicate-key`.
        message: What is wrong, in the user's words.
        hint: What to do about it; may be empty.
        severity: How bad it is.
        file: The file as the user named it.
        line: 1-based; 0 when the whole file is meant.
        column: 1-based; 0 when the whole line is meant.
        record: Id of the record concerned, or empty.
        field: Path of the field concerned, or empty.
        article: Id of the article concerned, or empty.
        at: Offset in the article's text, in code points; -1 when all of it is meant.
    """

    code: str
    message: str
    hint: str = ""
    severity: Severity = "error"
    file: str = ""
    line: int = 0
    column: int = 0
    record: str = ""
    field: str = ""
    article: str = ""
    at: int = -1

    @property
    def sentence(self) -> str:
        """The message, which names the record that it is about."""
        known = not self.record or self.record in self.message
        if known:
            return self.message
        return msg("{record}: {message}", record=self.record, message=self.message)

    def packed(self) -> Problem:
        """The same in a form that a file can hold, see `pack_text`."""
        message, hint = pack_text(self.message), pack_text(self.hint)
        return msgspec.structs.replace(self, message=message, hint=hint)

    def unpacked(self) -> Problem:
        """What was packed.

        Raises:
            ValueError: If a text is damaged.
        """
        message, hint = unpack_text(self.message), unpack_text(self.hint)
        return msgspec.structs.replace(self, message=message, hint=hint)

    def plain(self) -> Problem:
        """The same with texts that are nothing else, for what other programs read."""
        message, hint = plain_text(self.message), plain_text(self.hint)
        return msgspec.structs.replace(self, message=message, hint=hint)


class IgnoredRule(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """Findings that the corpus file says to leave out.

    Attributes:
        rule: Their code.
        because: Why; without a reason nothing is left out.
        record: Only those of this record; empty for any.
        article: Only those of this article; empty for any.
        line: Where it stands in the file, 1-based.
        column: The same.
    """

    rule: str
    because: str = ""
    record: str = ""
    article: str = ""
    line: int = 0
    column: int = 0

    def covers(self, problem: Problem) -> bool:
        """Whether a finding is to be left out."""
        return (
            bool(self.because)
            and problem.code == self.rule
            and self.record in ("", problem.record)
            and self.article in ("", problem.article)
        )
