"""The `dealtui` command: without a verb it opens the app, with one it answers on stdout.

stdout is data, stderr is diagnostics. No verb imports the screen.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from tui.platform.translation import tr

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from tui.app import DealtuiApp

EXIT_OK, EXIT_FAILED = 0, 2
_TURN = 0.0005
"""Seconds after which the interpreter is handed on to a thread that waits for it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Returns:
        0 when all is well, 1 when `check` found errors or a search found nothing, 2 when the
        command could not do its work.
    """
    if sys.platform == "win32":
        print(
            tr("dealtui: Windows is not supported; it runs in WSL (wsl --install)"), file=sys.stderr
        )
        return EXIT_FAILED
    try:
        return _dispatch(arguments)
    except ImportError as error:
        from tui.platform.package_owners import ADVICE, other_owners

        others = other_owners()
        if not others:
            raise
        print(
            tr(
                "dealtui: {error}: {others} has a package tui too, and has overwritten "
                "this one; {advice}"
            ).format(error=error, others=", ".join(others), advice=ADVICE),
            file=sys.stderr,
        )
        return EXIT_FAILED


def _dispatch(arguments: Sequence[str] | None) -> int:
    from tui.verbs import streams

    streams.mend()
    argv = list(sys.argv[1:] if arguments is None else arguments)
    try:
        _choose_language()
        # Without a verb nothing is parsed: the app starts sooner.
        options = _parse(argv) if argv else None
        verb = getattr(options, "verb", None)
        if options is None or verb is None:
            return _open_app(options)
        from tui.verbs import run

        code = run(options)
        sys.stdout.flush()
        return code
    except OSError as error:
        # The disk behind the output is full, or the terminal is gone.
        from tui.model.safe_text import safe_line
        from tui.platform.failures import in_words

        streams.silence()
        print(f"dealtui: {safe_line(in_words(error))}", file=sys.stderr)
        return EXIT_FAILED
    except KeyboardInterrupt:
        return 130


def _choose_language() -> None:
    """The language of the interface, as the settings say, else the system."""
    from tui.platform.folders import settings_file
    from tui.platform.settings import language_setting
    from tui.platform.translation import use_language, wanted_language

    use_language(wanted_language(language_setting(settings_file()), os.environ))


def _open_app(options: Namespace | None) -> int:
    from contextlib import ExitStack

    from tui.platform.browser import READ_ONLY, browser_view
    from tui.platform.gc_pause import without_cyclic_gc
    from tui.platform.translation import tr
    from tui.verbs import streams
    from tui.verbs.corpora import locale_of, locate_or_demo

    path, demo = locate_or_demo(options)
    if path is None:
        return EXIT_FAILED
    view = browser_view(os.environ)
    if view is None and not streams.drawable():
        words = tr("the app needs a terminal; for scripts see `dealtui --help`")
        print(f"dealtui: {words}", file=sys.stderr)
        return EXIT_FAILED
    # Textual repaints on a frame timer, read once at import: at its default of 60 a second a key's
    # effect waits up to 17 ms. The timer rests while nothing changes.
    os.environ.setdefault("TEXTUAL_FPS", "240")
    # At Python's 5 ms every turn of the screen's loop waits so long while something is read in the
    # background: 8 ms in the median, against 2 with this.
    sys.setswitchinterval(_TURN)
    choice = getattr(options, "color", "auto")
    if choice == "never":
        os.environ["NO_COLOR"] = "1"
    elif choice == "always" or not os.environ.get("NO_COLOR"):
        # Textual takes an empty one for a wish, which no-color.org does not.
        os.environ.pop("NO_COLOR", None)
    # What a start makes stays: the collector finds nothing, for a twentieth of the time.
    starting = ExitStack()
    starting.enter_context(without_cyclic_gc())
    from tui.app import DealtuiApp
    from tui.platform.terminal_display import FULL_DISPLAY, display_of

    terminal = display_of(os.environ)
    if view is not None:
        terminal = FULL_DISPLAY._replace(light=view.light)
    read_only = READ_ONLY in os.environ
    cache = not getattr(options, "no_cache", False)
    run = _run_logged if getattr(options, "debug", False) else _run
    while True:
        app = DealtuiApp(
            path,
            cache=cache,
            locale=locale_of(options),
            demo=demo,
            terminal=terminal,
            painted=starting.close,
            view=view,
            read_only=read_only,
        )
        code = run(app)
        if app.next_corpus is None:
            return code
        path, demo = app.next_corpus, False


def _run(app: DealtuiApp) -> int:
    app.run()
    return app.return_code or EXIT_OK


def _run_logged(app: DealtuiApp) -> int:
    """Run the app with a log of what it does, and say where that is."""
    from tui.platform.diagnostics import LOG, start_log
    from tui.platform.folders import debug_file

    path = debug_file()
    try:
        if path is None:
            raise OSError(tr("there is no home folder"))
        start_log(path, os.environ)
    except OSError as error:
        print(tr("dealtui: no log can be written: {reason}").format(reason=error), file=sys.stderr)
        return EXIT_FAILED
    app.run()
    LOG.info("left with %s", app.return_code or EXIT_OK)
    print(tr("dealtui: the log is {path}").format(path=path), file=sys.stderr)
    return app.return_code or EXIT_OK


def _parse(arguments: Sequence[str]) -> Namespace:
    from tui.verbs.parser import parse

    return parse(arguments)
