"""Finds the corpus that the user means."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from tui.model.messages import msg
from tui.platform.translation import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE_NAME = "deals.yaml"
VARIABLE = "DEALTUI_CORPUS"


class CorpusError(Exception):
    """There is no corpus where the user looks for one.

    Attributes:
        message: What is wrong, in the user's words.
        hint: What to do about it.
    """

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(msg("{problem}. {hint}", problem=message, hint=hint))
        self.message, self.hint = message, hint


class NoCorpusError(CorpusError):
    """Nothing was named, and no corpus lies in the working folder or above it."""


def find_corpus(argument: str | None, *, environ: Mapping[str, str], cwd: Path) -> Path:
    """The corpus file: the argument, else the environment, else the nearest one upwards.

    As git and ruff do it, `data/deals.yaml` and `deals.yaml` are looked for in the working folder
    and in every folder above it, up to the root of the repository, else of the file system.
    Whatever bears the name ends the search, also a pipe or a link that leads nowhere: who reads it
    says what is wrong with it, and no other corpus further up is taken for it.

    Args:
        argument: A corpus file, or a folder that holds `deals.yaml` or `data/deals.yaml`.
        environ: The environment; `DEALTUI_CORPUS` is read when there is no argument.
        cwd: The working folder.

    Returns:
        The path as the user gave it, relative if that was.

    Raises:
        NoCorpusError: If nothing was named and there is none here or above.
        CorpusError: If what was named does not exist, or a folder cannot be looked into.
    """
    if argument is not None:
        if not argument.strip():
            # As from a variable of a script that is not set: no other corpus is meant.
            raise CorpusError(msg("the corpus that is named has no name"), msg("Name its path."))
        return _named(argument, cwd, "")
    if variable := environ.get(VARIABLE):
        return _named(variable, cwd, f"${VARIABLE}: ")
    folders = _upwards(cwd)
    for folder in folders:
        for name in (f"data/{FILE_NAME}", FILE_NAME):
            if _lies(folder / name):
                return Path(name) if folder == cwd == Path.cwd() else folder / name
    where = tr("there is no corpus: neither {name} nor data/{name} lies in {folder}")
    above = tr(", nor in a folder above it up to {folder}") if len(folders) > 1 else ""
    raise NoCorpusError(
        where.format(name=FILE_NAME, folder=cwd) + above.format(folder=folders[-1]),
        tr("Name one with -c PATH, or look at the demo corpus with --demo."),
    )


def _upwards(cwd: Path) -> list[Path]:
    """The working folder and those above it, up to the one that is a repository's root."""
    folders = []
    for folder in (cwd, *cwd.absolute().parents):
        folders.append(folder)
        if _lies(folder / ".git"):
            break
    return folders


def is_shipped(path: Path) -> bool:
    """Whether a corpus file lies inside the installed program, where nothing may be written."""
    package = Path(__file__).resolve().parent.parent
    return Path(os.path.realpath(path)).is_relative_to(package)


def shipped_corpus() -> Path:
    """The corpus that comes with the program.

    Raises:
        CorpusError: If the installation lacks it.
    """
    package = Path(__file__).resolve().parent.parent
    # In a wheel it lies inside the package, in a checkout beside it.
    for path in (package / "shipped" / "data" / FILE_NAME, package.parent / "data" / FILE_NAME):
        if path.is_file():
            return path
    raise CorpusError(
        msg("the shipped corpus is missing from this installation"),
        msg("Name a corpus: dealtui -c PATH, or install the program again."),
    )


def _named(name: str, cwd: Path, origin: str) -> Path:
    """The corpus file that a path names; `origin` says where the path came from."""
    path = Path(name)
    absolute = cwd / path
    in_cwd = Path.cwd() == cwd
    if "\0" in name:
        raise CorpusError(
            msg("{origin}a path cannot hold NUL", origin=origin), msg("Check the name.")
        )
    if os.path.isdir(absolute):  # noqa: PTH112 (False for what no path can be)
        for candidate in (FILE_NAME, f"data/{FILE_NAME}"):
            if _lies(absolute / candidate, origin):
                return (path if in_cwd else absolute) / candidate
        raise CorpusError(
            msg(
                "{origin}the folder {name} holds neither {file_name} nor data/{file_name}",
                origin=origin,
                name=name,
                file_name=FILE_NAME,
            ),
            msg("Name the YAML file itself."),
        )
    if not _lies(absolute, origin):
        raise CorpusError(
            msg("{origin}there is no {name}", origin=origin, name=name), msg("Check the path.")
        )
    return path if in_cwd else absolute


def _lies(path: Path, origin: str = "") -> bool:
    """Whether something lies at a path, be it a file or not.

    Raises:
        CorpusError: If that cannot be found out: a folder on the way may not be looked into.
    """
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise CorpusError(
            msg("{origin}{path}: {reason}", origin=origin, path=path, reason=error.strerror),
            msg("Check the path."),
        ) from None
    return True
