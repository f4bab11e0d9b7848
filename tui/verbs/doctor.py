"""`dealtui doctor`: versions, what the terminal can do, the health of corpus, cache and marks."""

from __future__ import annotations

import os
import platform
import sys
from typing import TYPE_CHECKING, Any

from tui import __version__
from tui.model.format import counted
from tui.model.safe_text import safe_line
from tui.model.task import Task
from tui.platform.package_owners import ADVICE, other_owners
from tui.platform.terminal_display import Colours, colours_of
from tui.platform.translation import tr
from tui.verbs.checking import counts_in_words
from tui.verbs.corpora import is_unreadable, locate, say_what_is_missing
from tui.verbs.grammar import add_verb
from tui.verbs.health import marked, places, programs, unnamed_articles
from tui.verbs.progress import Progress

if TYPE_CHECKING:
    from argparse import Namespace, _SubParsersAction
    from collections.abc import Iterable, Iterator, Mapping
    from typing import TextIO

    from tui.session.file_session import FileSession

_PACKAGES = (
    "textual", "rich", "tinydb", "rapidfuzz", "pyyaml", "msgspec", "pyroaring", "regex",
    "watchfiles", "platformdirs",
)  # fmt: skip


def add_verbs(verbs: _SubParsersAction[Any]) -> None:
    """Add the verb to the grammar."""
    doctor = add_verb(
        verbs,
        "doctor",
        summary="versions, terminal, corpus, cache and marks",
        description="Say what the program depends on and whether it is well: packages, terminal, "
        "settings, corpus, cache and marks. Exit 1 if something is not, 2 if there is no corpus "
        "that can be read.",
        examples="dealtui doctor",
    )
    doctor.set_defaults(run=_doctor)


def _doctor(options: Namespace) -> int:
    healthy = _print(_surroundings())
    path = locate(options)
    if path is None:
        _print([("corpus", tr("none found"), False)])
        return 2
    from tui.session.file_session import FileSession

    # Nothing is kept: what is looked at stays as it is.
    session = FileSession.open(path)
    healthy &= _print(_corpus(session))
    if is_unreadable(session.loaded):
        return 2
    say_what_is_missing(session.loaded)
    return int(not healthy)


def _print(findings: Iterable[tuple[str, str, bool]]) -> bool:
    """Print name, words and whether it is well; whether all is."""
    healthy = True
    for name, words, well in findings:
        print(safe_line(f"{'ok ' if well else 'BAD'}  {name:<12} {words}"))
        healthy &= well
    return healthy


def _surroundings() -> Iterator[tuple[str, str, bool]]:
    """Everything that is looked at beside the corpus."""
    from importlib.metadata import PackageNotFoundError, version

    yield (
        "dealtui",
        tr("{version}, Python {python} on {system}").format(
            version=__version__, python=platform.python_version(), system=sys.platform
        ),
        True,
    )
    for package in _PACKAGES:
        try:
            yield package, version(package), True
        except PackageNotFoundError:
            yield package, tr("not installed"), False
    yield "package", *_package()
    import yaml

    libyaml = hasattr(yaml, "CSafeLoader")
    yield (
        "libyaml",
        tr("used") if libyaml else tr("missing: large corpora are read slowly"),
        libyaml,
    )
    yield "terminal", *_terminal()
    encoding = sys.stdout.encoding or tr("unknown")
    yield "encoding", encoding, encoding.lower().replace("-", "") == "utf8"
    yield from programs()
    yield from places()


def _corpus(session: FileSession) -> Iterator[tuple[str, str, bool]]:
    """The corpus, its articles, and the marks on it."""
    loaded = session.loaded
    with Progress(sys.stderr) as progress:
        report = session.report(task=Task(progress))
    parts = tr("{records}, {articles} read").format(
        records=counted(len(loaded.corpus.records), "record"),
        articles=counted(len(loaded.corpus.texts), "article"),
    )
    words = f"{loaded.path}: {parts}, {counts_in_words(report)}"
    yield "corpus", words, not report.count("error")
    yield "articles", *unnamed_articles(loaded)
    yield marked(loaded)


def _package() -> tuple[str, bool]:
    others = other_owners()
    if not others:
        return tr("no other package is called tui here"), True
    return tr("{packages} has a package tui too; {advice}").format(
        packages=", ".join(others), advice=ADVICE
    ), False


def _terminal() -> tuple[str, bool]:
    import shutil

    environ = os.environ
    size = next(
        (os.get_terminal_size(stream.fileno()) for stream in _terminals()),
        shutil.get_terminal_size(),
    )
    name = environ.get("TERM") or tr("no TERM")
    words = [name, f"{size.columns}x{size.lines}", _colours(environ)]
    words += [environ["TERM_PROGRAM"]] if environ.get("TERM_PROGRAM") else []
    words += [
        what
        for key, what in (("TMUX", tr("in tmux")), ("SSH_TTY", tr("over ssh")))
        if key in environ
    ]
    well = name not in (tr("no TERM"), "dumb")
    return ", ".join(words), well


def _terminals() -> Iterator[TextIO]:
    for stream in (sys.stdout, sys.stderr, sys.stdin):
        if stream.isatty():
            yield stream


def _colours(environ: Mapping[str, str]) -> str:
    """How many colours the terminal says it has."""
    if environ.get("NO_COLOR"):
        return tr("no colours: NO_COLOR is set")
    if environ.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return tr("16 million colours")
    return {
        Colours.NONE: tr("no colours"),
        Colours.SIXTEEN: tr("16 colours"),
        Colours.MANY: tr("256 colours"),
    }[colours_of(environ)]
