"""Finds the corpus that the user means."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

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
        super().__init__(f"{message}. {hint}")
        self.message, self.hint = message, hint


def find_corpus(argument: str | None, *, environ: Mapping[str, str], cwd: Path) -> Path:
    """The corpus file: from the argument, the environment, this folder, or else the shipped one.

    Args:
        argument: A corpus file, or a folder with `deals.yaml` or `data/deals.yaml`.
        environ: The environment; `DEALTUI_CORPUS` is used when there is no argument.
        cwd: The folder in which `data/deals.yaml` and `deals.yaml` are looked for.

    Returns:
        The path as the user gave it, relative if that was.

    Raises:
        CorpusError: If what was named does not exist, or nothing is found.
    """
    if argument:
        return _named(argument, cwd, "")
    if variable := environ.get(VARIABLE):
        return _named(variable, cwd, f"${VARIABLE}: ")
    for name in (f"data/{FILE_NAME}", FILE_NAME):
        if _exists(cwd / name):
            return Path(name) if cwd == Path.cwd() else cwd / name
    return shipped_corpus()


def shipped_corpus() -> Path:
    """The corpus that comes with the program.

    Raises:
        CorpusError: If the installation lacks it.
    """
    package = Path(__file__).resolve().parent.parent
    # In a wheel it lies inside the package, in a checkout beside it.
    for path in (package / "shipped" / "data" / FILE_NAME, package.parent / "data" / FILE_NAME):
        if _exists(path):
            return path
    raise CorpusError(
        "the shipped corpus is missing from this installation",
        "Name a corpus: dealtui -c PATH, or install the program again.",
    )


def _named(name: str, cwd: Path, origin: str) -> Path:
    """The corpus file that a path names; `origin` says where the path came from."""
    path = Path(name)
    absolute = cwd / path
    in_cwd = Path.cwd() == cwd
    if "\0" in name:
        raise CorpusError(f"{origin}a path cannot hold NUL", "Check the name.")
    try:
        if absolute.is_dir():
            for candidate in (FILE_NAME, f"data/{FILE_NAME}"):
                if _exists(absolute / candidate):
                    return (path if in_cwd else absolute) / candidate
            raise CorpusError(
                f"{origin}the folder {name} holds neither {FILE_NAME} nor data/{FILE_NAME}",
                "Name the YAML file itself.",
            )
        if not absolute.exists():
            raise CorpusError(f"{origin}there is no {name}", "Check the path.")
    except OSError as error:
        raise CorpusError(f"{origin}{name}: {error.strerror}", "Check the path.") from None
    return path if in_cwd else absolute


def _exists(path: Path) -> bool:
    """Whether a path is a file that can be looked at."""
    try:
        return path.is_file()
    except OSError:
        return False
