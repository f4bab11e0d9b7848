"""The corpus file as its user typed it anew, wherever in it."""

from __future__ import annotations

from dataclasses import dataclass

from tui.corpus.edit.file_edit import Edit, SpliceError, edit_of
from tui.corpus.joined_text import SEPARATOR, parts_of
from tui.model.messages import msg


@dataclass(frozen=True, slots=True)
class RewriteText:
    """Another text for a whole file of the corpus.

    Attributes:
        before: The text that the user began with.
        after: The text that they came to.
        file: The name of the file; empty for the main one.
    """

    before: str
    after: str
    file: str = ""

    @property
    def title(self) -> str:
        """What it does."""
        return msg("Change the text of the corpus file")

    @property
    def creates(self) -> str:
        """It may make records; none is waited for."""
        return ""

    def edit(self, source: str) -> Edit:
        """The edit of what lies between the equal beginning and the equal end.

        Raises:
            SpliceError: If nothing differs, or the file is no longer what the user began with.
        """
        part = next((one for one in parts_of(source) if one.name == self.file), None)
        if part is None or part.text != self.before:
            raise SpliceError(
                msg("the file changed meanwhile: copy what you typed, and begin anew")
            )
        text, after = part.text, self.after.replace(SEPARATOR, "")
        start = _equal(text, after)
        same = _equal(text[start:][::-1], after[start:][::-1])
        end, last = len(text) - same, len(after) - same
        return edit_of(source, [(part.start + start, part.start + end, after[start:last])])


def _equal(one: str, other: str) -> int:
    """How many characters two texts begin with together."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, pair in pairs if pair[0] != pair[1]), min(len(one), len(other)))
