"""`dealtui timeline`, `dealtui flows` and `dealtui party`: what the screens show, taken along."""

from __future__ import annotations

import os
import sys
from argparse import SUPPRESS, ArgumentTypeError
from typing import TYPE_CHECKING, Any

from tui.model.dates import DateError, Edtf
from tui.model.locales import LOCALES
from tui.model.messages import shown
from tui.model.safe_text import safe_line
from tui.platform.failures import in_words
from tui.platform.translation import tr
from tui.verbs.corpora import answer, exit_code, open_session
from tui.verbs.grammar import LOCALE_HELP, add_verb
from tui.verbs.outputs import write_file
from tui.verbs.streams import coloured

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace, _SubParsersAction
    from collections.abc import Callable
    from datetime import date

    from tui.model.records import Record
    from tui.session.file_session import FileSession


def add_verbs(verbs: _SubParsersAction[Any]) -> None:
    """Add the verbs to the grammar."""
    timeline = add_verb(
        verbs,
        "timeline",
        summary="what happened when, as text or a picture",
        description="Print the records in order of time, a lane for each payer, or draw them.",
        examples="""
        dealtui timeline anthropic --by payee
        dealtui timeline --svg timeline.svg --light
        """,
    )
    timeline.add_argument(
        "--by", choices=("payer", "payee", "instrument", "status", "article"), default="payer",
        help="what the lanes are (payer)",
    )  # fmt: skip
    timeline.set_defaults(run=_timeline)
    flows = add_verb(
        verbs,
        "flows",
        summary="who pays whom, as text or a picture",
        description="Print the money from payer to payee, paid, committed, ceilings and rumours "
        "apart, with the round trips; or draw it.",
        examples="""
        dealtui flows
        dealtui flows party:anthropic --svg flows.svg
        """,
    )
    flows.set_defaults(run=_flows)
    for verb in (timeline, flows):
        verb.add_argument("query", nargs="?", default="", help="only records that fit")
        verb.add_argument("--svg", metavar="FILE", help="write a picture")
        verb.add_argument("--png", metavar="FILE", help="write a picture by an installed converter")
        verb.add_argument("--light", action="store_true", help="the picture on a light ground")
        _common(verb)
    party = add_verb(
        verbs,
        "party",
        summary="all about one party",
        description="Print what a party receives and pays, its figures over time, its articles, "
        "and what of it is disputed or has no source.",
        examples="""
        dealtui party anthropic
        dealtui party "Amazon Web Services" --known 2023-12
        """,
    )
    party.add_argument("name", help="its id, name or alias")
    _common(party)
    party.set_defaults(run=_party)


def _common(verb: ArgumentParser) -> None:
    # Without a value of its own it leaves that of the whole command as it is.
    verb.add_argument("--locale", choices=tuple(LOCALES), default=SUPPRESS, help=LOCALE_HELP)
    verb.add_argument(
        "--known",
        metavar="DATE",
        type=_day,
        help="as the articles published by then told it: 2023-10, 2024-03-27",
    )


def _day(text: str) -> date:
    """The last day that a date may mean."""
    try:
        latest = Edtf.parse(text).latest
    except DateError as error:
        raise ArgumentTypeError(str(error)) from error
    if latest is None:
        raise ArgumentTypeError(tr("a date with an end is needed"))
    return latest


def _session(options: Namespace) -> tuple[FileSession | None, str]:
    """The corpus as it is, or as it was known by a day; and words that mark the latter."""
    session = open_session(options)
    if session is None or options.known is None:
        return session, ""
    from tui.model.format_dates import full_day

    day = full_day(options.known, session.locale)
    return session.as_known(options.known), tr("as known on {day}").format(day=day)


def _title(title: str, then: str) -> str:
    return f"{title}, {then}" if then else title


def _print(text: str, then: str) -> None:
    if then:
        print(f"[{then}]\n")
    print(text.rstrip())


def _width() -> int:
    import shutil

    return max(40, shutil.get_terminal_size((100, 24)).columns)


def _records(session: FileSession, options: Namespace) -> list[Record] | int:
    """The records that fit, or the exit code where none can be shown."""
    if not options.query:
        return list(session.records)
    result = answer(session, options.query, options)
    if result is None:
        return 2
    if not result.total:
        print(f"dealtui {options.verb}: {tr('nothing matches')}", file=sys.stderr)
        return 1
    return [session.record(result.record_id(at)) for at in range(result.total)]


def _timeline(options: Namespace) -> int:
    from tui.export.svg.timeline_svg import timeline_svg
    from tui.export.text.timeline_text import timeline_text

    session, then = _session(options)
    if session is None:
        return 2
    corpus, records = session.corpus, _records(session, options)
    if isinstance(records, int):
        return records
    if options.svg or options.png:
        return _picture(
            session,
            options,
            lambda: timeline_svg(
                corpus,
                records,
                by=options.by,
                title=_title(options.query or "Timeline", then),
                light=options.light,
                locale=session.locale,
            ),
        )
    colour = coloured(options.color, sys.stdout, os.environ)
    text = timeline_text(
        corpus, records, width=_width(), by=options.by, colour=colour, locale=session.locale
    )
    _print(text, then)
    return exit_code(session.loaded, options)


def _flows(options: Namespace) -> int:
    from tui.export.svg.flows_svg import flows_svg
    from tui.export.text.flows_text import flows_text

    session, then = _session(options)
    if session is None:
        return 2
    corpus, records = session.corpus, _records(session, options)
    if isinstance(records, int):
        return records
    if options.svg or options.png:
        title = _title(options.query or tr("Who pays whom"), then)
        return _picture(
            session,
            options,
            lambda: flows_svg(
                corpus, records, title=title, light=options.light, locale=session.locale
            ),
        )
    _print(flows_text(corpus, records, width=_width(), locale=session.locale), then)
    return exit_code(session.loaded, options)


def _party(options: Namespace) -> int:
    from tui.export.text.party_text import party_text
    from tui.flows.party_page import find_party

    session, then = _session(options)
    if session is None:
        return 2
    party = find_party(options.name, session.corpus)
    if party is None:
        words = tr("no party is called {name}").format(name=repr(safe_line(options.name)))
        print(f"dealtui party: {words}", file=sys.stderr)
        return 1
    text = party_text(party, session.corpus, session.proof, width=_width(), locale=session.locale)
    _print(text, then)
    session.save()
    return exit_code(session.loaded, options)


def _picture(session: FileSession, options: Namespace, draw: Callable[[], str]) -> int:
    svg = draw()
    try:
        if options.svg:
            write_file(options.svg, svg.encode(), session.loaded)
        if options.png:
            from tui.export.svg.png import svg_to_png

            write_file(options.png, svg_to_png(svg), session.loaded)
    except OSError as error:
        print(f"dealtui: {safe_line(shown(in_words(error)))}", file=sys.stderr)
        return 2
    return exit_code(session.loaded, options)
