"""Reads what a repository held at a revision, through the `git` that the user has installed.

Nothing is written, no lock is taken, nothing is fetched, and no program that the repository names
is run: no hook, filter, pager or external diff.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

from tui.platform.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from typing import IO

_TIMEOUT = 60
"""Seconds: a history of ten thousand commits is walked in a few."""
_HARMLESS = (
    "git", "--no-pager", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null",
    "-c", "log.showSignature=false", "-c", "protocol.allow=never",
    "-c", "i18n.logOutputEncoding=UTF-8",
)  # fmt: skip
_LEADS_ELSEWHERE = frozenset(
    (
        "GIT_DIR", "GIT_COMMON_DIR", "GIT_WORK_TREE", "GIT_PREFIX", "GIT_NAMESPACE",
        "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_EXTERNAL_DIFF", "GIT_TRACE",
    )
)  # fmt: skip
"""What git sets for its hooks, among others: another repository than the one of the file."""
_FIELD, _COMMIT = "\x1f", "\x1e"
"""The separators of ASCII, which no name of an author has."""


class GitError(Exception):
    """Why a repository cannot be read, in words for the user."""


class Commit(NamedTuple):
    """A commit that changed some lines.

    Attributes:
        name: Its abbreviated name.
        day: When it was written, ISO 8601.
        author: Who wrote it.
        subject: The first line of its message.
        lines: What it changed, as `-old` and `+new`.
    """

    name: str
    day: str
    author: str
    subject: str
    lines: tuple[str, ...]


class Repository:
    """The repository that a file lies in.

    Attributes:
        root: Its top folder, resolved.
    """

    def __init__(self, file: Path) -> None:
        """Find it.

        Raises:
            GitError: If there is no git, or the file lies in no repository.
        """
        self.root = file.resolve().parent
        self.root = Path(self._run("rev-parse", "--show-toplevel").removesuffix("\n")).resolve()

    def commit(self, revision: str) -> str:
        """The full name of the commit that a revision means.

        Raises:
            GitError: If there is none.
        """
        wanted = f"{revision}^{{commit}}"
        try:
            return self._run("rev-parse", "--verify", "--end-of-options", wanted).strip()
        except GitError:
            raise GitError(
                tr("there is no revision {revision}").format(revision=revision)
            ) from None

    def commit_at(self, day: date, paths: Iterable[Path]) -> str:
        """The commit of HEAD that shows files as they were at the end of a day.

        It is the last one that changed them, so that days between two changes have one commit.

        Args:
            day: The day, as this machine counts days.
            paths: The files, or folders of them.

        Returns:
            Its full name; empty where there was no commit yet.
        """
        until = f"--before={day.isoformat()}T23:59:59"
        commit = self._run("rev-list", "-1", until, "HEAD").strip()
        if not commit:
            return ""
        inside = [self.inside(path) for path in paths if self._has(path)]
        # Under another name then, they are not found: any commit that shows them will do.
        return self._run("rev-list", "-1", commit, "--", *inside).strip() or commit

    def newer(self, one: str, other: str) -> str:
        """Which of two commits was made later."""
        times = [int(self._run("show", "-s", "--format=%ct", commit)) for commit in (one, other)]
        return one if times[0] >= times[1] else other

    def tree(self, commit: str) -> Tree:
        """The files of a commit; to be closed."""
        return Tree(self, commit)

    def tracks(self, file: Path) -> bool:
        """Whether git knows of a file today, so that its absence from a commit means something."""
        return self.inside(file) in self._tracked

    def former_path(self, commit: str, file: Path) -> Path:
        """Where a file lay at a commit, as far as renames tell; the same where none does.

        Args:
            commit: A commit that does not have it.
            file: The file as it is called today, or was at HEAD.

        Raises:
            GitError: If git fails.
        """
        name = self.inside(file)
        staged = self._renames("diff-index", "--cached", "HEAD")
        name = next((old for old, new in staged if new == name), name)
        since = self._renames("log", "--format=", "--follow", f"{commit}..HEAD", "--", name)
        # Newest first: the last one is the name that it had first.
        return self.root / (since[-1][0] if since else name)

    def history(self, file: Path, first: int, last: int) -> list[Commit]:
        """The commits that changed some lines of a file, newest first; renames are followed.

        Args:
            file: The file.
            first: The first of the lines, from 1, as the file is at HEAD.
            last: The last of them.

        Raises:
            GitError: If git fails, as where the file has no such line at HEAD.
        """
        form = f"--format={_COMMIT}%h{_FIELD}%as{_FIELD}%an{_FIELD}%s"
        lines = f"-L{first},{last}:{self.inside(file)}"
        output = self._run("log", "--no-color", "--no-ext-diff", "--no-textconv", form, lines)
        return [_commit(part) for part in output.split(_COMMIT)[1:]]

    def inside(self, path: Path) -> str:
        """A path as the repository names it.

        Raises:
            GitError: If it lies outside.
        """
        try:
            # Where a link leads today says nothing about a commit.
            folder = path.parent.resolve()
            return (folder / path.name).relative_to(self.root).as_posix()
        except ValueError:
            raise GitError(
                tr("{path} lies outside of the repository {root}").format(path=path, root=self.root)
            ) from None

    def _has(self, path: Path) -> bool:
        """Whether a path lies in the repository."""
        return path.resolve().is_relative_to(self.root)

    @cached_property
    def _tracked(self) -> frozenset[str]:
        return frozenset(self._run("ls-files", "-z", "--full-name", ":/").split("\0"))

    def _renames(self, *arguments: str) -> list[tuple[str, str]]:
        """The renames that a command of git finds, as the old and the new name."""
        command, *rest = arguments
        options = ("--find-renames", "--diff-filter=R", "--name-status", "-z")
        words = [word.strip() for word in self._run(command, *options, *rest).split("\0")]
        words = [word for word in words if word]
        return list(zip(words[1::3], words[2::3], strict=False))

    def _run(self, *arguments: str) -> str:
        return _git(self.root, *arguments)


class Tree:
    """The files of a commit, each read when it is asked for by one process of git.

    Links within the repository are followed; those that lead out of it are missing files.
    """

    def __init__(self, repository: Repository, commit: str) -> None:
        """Start to read.

        Raises:
            GitError: If git cannot be run.
        """
        self._repository, self._commit = repository, commit
        try:
            # S603: git, without a shell.
            self._process = subprocess.Popen(  # noqa: S603
                [*_HARMLESS, "cat-file", "--batch", "--follow-symlinks"],
                cwd=repository.root, env=environment(),
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            )  # fmt: skip
        except OSError as error:
            raise GitError(tr("git could not be run: {reason}").format(reason=error)) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the process."""
        for pipe in self._pipes:
            pipe.close()
        self._process.kill()
        self._process.wait()

    def read(self, path: Path) -> bytes:
        """The content of a file.

        Raises:
            FileNotFoundError: If the commit has no such file.
            GitError: If the path lies outside of the repository, or git fails.
        """
        name = os.fsencode(self._repository.inside(path))
        if b"\n" in name:
            raise FileNotFoundError(path)  # A request is a line.
        requests, replies = self._pipes
        try:
            requests.write(self._commit.encode() + b":" + name + b"\n")
            requests.flush()
            heading = replies.readline().split()
            if not heading:
                raise GitError(tr("git ended while it was asked for a file"))
            if heading[-1] in (b"missing", b"ambiguous"):
                raise FileNotFoundError(path)
            size = int(heading[-1])
            content = replies.read(size)
            replies.read(1)  # The line feed behind it.
        except (OSError, ValueError) as error:
            if isinstance(error, FileNotFoundError):
                raise
            raise GitError(
                tr("git could not be asked for a file: {reason}").format(reason=error)
            ) from error
        if len(heading) != 3 or heading[1] != b"blob":
            raise FileNotFoundError(path)
        return content

    @property
    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        requests, replies = self._process.stdin, self._process.stdout
        assert requests is not None
        assert replies is not None
        return requests, replies


def user_name(file: Path) -> str:
    """What the user is called in the repository of a file; by the system where git does not say."""
    import getpass

    name = ""
    with contextlib.suppress(GitError):
        name = _git(file.resolve().parent, "config", "user.name").strip()
    if not name:
        with contextlib.suppress(OSError, KeyError, ImportError):
            name = getpass.getuser()
    return name or "somebody"


def _git(folder: Path, *arguments: str) -> str:
    """What git answers in a folder.

    Raises:
        GitError: If it fails, or cannot be run.
    """
    try:
        done = subprocess.run(  # noqa: S603 (git, without a shell)
            [*_HARMLESS, *arguments], cwd=folder, env=environment(), capture_output=True,
            stdin=subprocess.DEVNULL, timeout=_TIMEOUT, check=False,
        )  # fmt: skip
    except FileNotFoundError:
        raise GitError(tr("git is not installed")) from None
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        raise GitError(tr("git could not be run: {reason}").format(reason=error)) from error
    if done.returncode:
        raise GitError(_reason(done.stderr.decode("utf-8", "replace")))
    return done.stdout.decode("utf-8", "surrogateescape")


def environment() -> dict[str, str]:
    """The environment in which git writes nothing, asks nothing and stays in its repository."""
    kept = {name: value for name, value in os.environ.items() if name not in _LEADS_ELSEWHERE}
    return {
        **kept,
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_NO_LAZY_FETCH": "1",
        "LC_ALL": "C",
    }


def _reason(output: str) -> str:
    """What git says when it fails, in a line."""
    lines = output.strip().splitlines()
    told = (line for line in lines if line.startswith(("fatal: ", "error: ")))
    return next(told, lines[-1] if lines else tr("git failed")).partition(": ")[2] or tr(
        "git failed"
    )


def _commit(part: str) -> Commit:
    heading, _, diff = part.partition("\n")
    name, day, author, subject = (*heading.split(_FIELD), "", "", "")[:4]
    return Commit(name, day, author, subject, tuple(_changed_lines(diff)))


def _changed_lines(diff: str) -> Iterator[str]:
    """The lines of a diff that were taken away or added, without its heads."""
    within = False
    for line in diff.split("\n"):
        if line.startswith("@@"):
            within = True
        elif line.startswith("diff --git"):
            within = False
        elif within and line[:1] in ("-", "+"):
            yield line.removesuffix("\r")
