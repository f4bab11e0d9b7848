"""What the app asks of intake: files that are new, and what they say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from tui.model.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tui.corpus.edit.proposals import Proposal
    from tui.intake.corpus.duplicates import Likeness
    from tui.intake.document import Document
    from tui.model.task import Task
    from tui.session.article_news import News


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file that lies in the folder of the articles and that no article names.

    Attributes:
        name: Its name from that folder.
        size: Its size in bytes.
        modified: When it was written last, in nanoseconds of the epoch.
    """

    name: str
    size: int
    modified: int

    @property
    def finding(self) -> Problem:
        """The file as something that the user can dismiss; one with other content comes back."""
        return Problem("new-file", f"{self.name} {self.size}", severity="info")


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A new file, with what was read in it.

    Attributes:
        file: The file.
        documents: Its articles.
        refusal: Why nothing could be read, in the user's words; empty where something was.
    """

    file: NewFile
    documents: tuple[Document, ...] = ()
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class NewArticle:
    """An article that could be taken in, and what it means for the corpus.

    Attributes:
        title: Its headline.
        about: Its publisher and date, as far as they are known.
        twin: The article that has the same text or original; empty where there is none.
        like: The article that it is a near duplicate of.
        news: What its figures say about parties that the corpus knows.
    """

    title: str
    about: tuple[str, ...] = ()
    twin: str = ""
    like: Likeness | None = None
    news: tuple[News, ...] = ()


@dataclass(frozen=True, slots=True)
class Arrival:
    """A new file as a person decides about it.

    Attributes:
        file: The file.
        articles: What it holds.
        refusal: Why nothing could be read; empty where something was.
    """

    file: NewFile
    articles: tuple[NewArticle, ...] = ()
    refusal: str = ""


class Intake(Protocol):
    """New files of a corpus."""

    def new_files(self) -> Sequence[NewFile]:
        """The files in the folder of the articles that no article names, by name."""

    def read(self, files: Sequence[NewFile], task: Task) -> Iterator[ReadFile]:
        """Read files one after the other; each may take a minute.

        Raises:
            CancelledError: If nobody waits any more.
        """

    def assess(self, read: ReadFile) -> Arrival:
        """What a file would bring into the corpus."""

    def stored(self, read: ReadFile, *, version_of: str = "") -> Proposal:
        """Store the texts and originals of a file, and propose the entries of its articles.

        Articles that the corpus has are left out, and so are near duplicates where a file holds
        several. No article names what is stored until the proposal is carried out.

        Args:
            read: The file.
            version_of: The article that its only article is another version of.

        Raises:
            IntakeError: If nothing is there to take in, or the file changed since it was read.
            OSError: If a file cannot be written.
        """

    def preview(self, read: ReadFile) -> str:
        """The entries that a file would get, and its texts, line by line."""

    def file(self, file: NewFile) -> Path:
        """Where a new file lies."""
