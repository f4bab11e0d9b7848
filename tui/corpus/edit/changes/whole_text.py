"""The corpus file as its user typed it anew, wherever in it."""

from __future__ import annotations

from dataclasses import dataclass

from tui.corpus.edit.file_edit import Edit, SpliceError, edit_of


@dataclass(frozen=True, slots=True)
class RewriteText:
    """Another text for the whole file.

    Attributes:
        before: The text that the user began with.
        after: The text that they came to.
    """

    before: str
    after: str

    @property
    def title(self) -> str:
        """What it does."""
        return "Change the text of the corpus file"

    @property
    def creates(self) -> str:
        """It may make records; none is waited for."""
        return ""

    def edit(self, source: str) -> Edit:
        """The edit of what lies between the equal beginning and the equal end.

        Raises:
            SpliceError: If nothing differs, or the file is no longer what the user began with.
        """
        if source != self.before:
            raise SpliceError("the file changed meanwhile: copy what you typed, and begin anew")
        start = _equal(source, self.after)
        same = _equal(source[start:][::-1], self.after[start:][::-1])
        end, last = len(source) - same, len(self.after) - same
        return edit_of(source, [(start, end, self.after[start:last])])


def _equal(one: str, other: str) -> int:
    """How many characters two texts begin with together."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, pair in pairs if pair[0] != pair[1]), min(len(one), len(other)))
