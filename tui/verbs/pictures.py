"""`dealtui timeline`, `dealtui flows` and `dealtui party`: what the screens show, taken along."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.model.safe_text import safe_line
from tui.verbs.corpora import opened

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace, _SubParsersAction
    from collections.abc import Callable

    from tui.corpus.load import Loaded
    from tui.model.records import Record


def add_verbs(verbs: _SubParsersAction[Any]) -> None:
    """Add the verbs to the grammar."""
    timeline = verbs.add_parser("timeline", help="what happened when, as text or a picture")
    timeline.add_argument(
        "--by", choices=("payer", "payee", "instrument", "status", "article"), default="payer"
    )
    timeline.set_defaults(run=_timeline)
    flows = verbs.add_parser("flows", help="who pays whom, as text or a picture")
    flows.set_defaults(run=_flows)
    for verb in (timeline, flows):
        verb.add_argument("query", nargs="?", default="", help="only records that fit")
        verb.add_argument("--svg", metavar="FILE", help="write a picture")
        verb.add_argument("--png", metavar="FILE", help="write a picture by an installed converter")
        verb.add_argument("--light", action="store_true", help="the picture on a light ground")
        _locale(verb)
    party = verbs.add_parser("party", help="all about one party")
    party.add_argument("name", help="its id, name or alias")
    _locale(party)
    party.set_defaults(run=_party)


def _locale(verb: ArgumentParser) -> None:
    verb.add_argument(
        "--locale", default="", metavar="NAME", help="how numbers are written: en, fr, iso"
    )


def _width() -> int:
    return max(40, shutil.get_terminal_size((100, 24)).columns)


def _records(loaded: Loaded, query: str) -> list[Record]:
    if not query:
        return list(loaded.corpus.records.values())
    from tui.search.index import build

    result = build(loaded.corpus).search(query)
    return [loaded.corpus.records[result.record_id(at)] for at in range(result.total)]


def _timeline(options: Namespace) -> int:
    from tui.export.timeline_svg import timeline_svg
    from tui.export.timeline_text import timeline_text

    loaded = opened(options.corpus)
    if loaded is None:
        return 2
    records = _records(loaded, options.query)
    if options.svg or options.png:
        return _picture(
            options,
            lambda: timeline_svg(
                loaded.corpus,
                records,
                by=options.by,
                title=options.query or "Timeline",
                width=1200,
                height=700,
                light=options.light,
            ),
        )
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    print(
        timeline_text(loaded.corpus, records, width=_width(), by=options.by, colour=colour).rstrip()
    )
    return 0


def _flows(options: Namespace) -> int:
    from tui.export.flows_svg import flows_svg
    from tui.export.flows_text import flows_text
    from tui.model.format import locale_named

    loaded = opened(options.corpus)
    if loaded is None:
        return 2
    records = _records(loaded, options.query)
    if options.svg or options.png:
        title = options.query or "Who pays whom"
        return _picture(
            options, lambda: flows_svg(loaded.corpus, records, title=title, light=options.light)
        )
    locale = locale_named(options.locale, os.environ)
    print(flows_text(loaded.corpus, records, width=_width(), locale=locale).rstrip())
    return 0


def _party(options: Namespace) -> int:
    from tui.export.party_text import party_text
    from tui.flows.party import find_party
    from tui.model.format import locale_named
    from tui.proof.prover import Prover

    loaded = opened(options.corpus)
    if loaded is None:
        return 2
    party = find_party(options.name, loaded.corpus)
    if party is None:
        print(f"dealtui party: no party is called {safe_line(options.name)!r}", file=sys.stderr)
        return 1
    locale = locale_named(options.locale, os.environ)
    proof = Prover(loaded.corpus).record
    print(party_text(party, loaded.corpus, proof, width=_width(), locale=locale).rstrip())
    return 0


def _picture(options: Namespace, draw: Callable[[], str]) -> int:
    svg = draw()
    try:
        if options.svg:
            Path(options.svg).write_text(svg, encoding="utf-8")
        if options.png:
            from tui.export.png import svg_to_png

            svg_to_png(svg, Path(options.png))
    except OSError as error:
        print(f"dealtui: {safe_line(str(error))}", file=sys.stderr)
        return 2
    return 0
