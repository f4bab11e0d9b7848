"""`dealtui serve`: the app in a browser."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from tui.model.safe_text import safe_line
from tui.platform.translation import tr
from tui.verbs.grammar import add_verb

if TYPE_CHECKING:
    from argparse import Namespace, _SubParsersAction

INSTALL = "pip install 'dealtui[web]'"
_HOST, _PORT = "127.0.0.1", 8000
_LAST_PORT = 65535
_TOKEN_BYTES = 24
"""Random bytes of a token: 192 bits, which nobody guesses."""


def add_verbs(verbs: _SubParsersAction[Any]) -> None:
    """Add the verb to the grammar."""
    serve = add_verb(
        verbs,
        "serve",
        summary="show the app in a browser",
        description="Serve the app as a web page, each reader with a process of their own, until "
        "ctrl+c. Only browsers of this machine reach it, and what they change is written, unless "
        "--host names another address: then readers need the token that is printed, and nothing "
        "can be changed without --allow-changes. The connection is not encrypted: over a network "
        f"that is not yours, put it behind a proxy with TLS. Needs the extra: {INSTALL}.",
        examples="""
        dealtui serve
        dealtui serve --port 9000 --read-only
        dealtui serve --host 0.0.0.0
        """,
    )
    serve.add_argument(
        "--host", default=_HOST, metavar="ADDRESS", help=f"what is listened at ({_HOST})"
    )
    serve.add_argument(
        "--port", type=int, default=_PORT, metavar="N", help=f"the port ({_PORT}); 0: a free one"
    )
    changes = serve.add_mutually_exclusive_group()
    changes.add_argument("--read-only", action="store_true", help="nothing can be changed")
    changes.add_argument(
        "--allow-changes",
        action="store_true",
        help="others can change it, too",
    )
    serve.set_defaults(run=_serve)


def _serve(options: Namespace) -> int:
    from tui.verbs.corpora import locate_or_demo

    if not 0 <= options.port <= _LAST_PORT:
        print(
            tr("dealtui serve: there is no port {port}").format(port=options.port), file=sys.stderr
        )
        return 2
    path, demo = locate_or_demo(options)
    if path is None:
        return 2
    try:
        from tui.web.access import is_local
        from tui.web.server import BrowserServer
    except ImportError as error:
        if (error.name or "").startswith("tui"):
            raise
        print(
            tr(
                "dealtui serve: the page is served with textual-serve, which is not "
                "installed: {install}"
            ).format(install=INSTALL),
            file=sys.stderr,
        )
        return 2
    import secrets

    local = is_local(options.host)
    token = "" if local else secrets.token_urlsafe(_TOKEN_BYTES)
    read_only = options.read_only or not (local or options.allow_changes)
    shown = "127.0.0.1" if options.host in ("0.0.0.0", "::") else options.host  # noqa: S104 (compared)

    arguments = [*(["--demo"] if demo else ["-c", str(path)])]
    arguments += ["--no-cache"] if options.no_cache else []
    arguments += ["--locale", options.locale] if options.locale else []
    try:
        server = BrowserServer(
            arguments, title=f"{path.absolute().parent.name}/{path.name}", host=options.host,
            port=options.port, token=token, read_only=read_only,
        )  # fmt: skip
    except OSError as error:
        reason = safe_line(error.strerror or str(error))
        print(f"dealtui serve: {options.host}:{options.port}: {reason}", file=sys.stderr)
        return 2
    name = f"[{shown}]" if ":" in shown else shown
    print(f"http://{name}:{server.port}/" + (f"?token={token}" if token else ""), flush=True)
    may = (
        tr("{corpus} is served to be read; ctrl+c ends it")
        if read_only or demo
        else tr("{corpus} is served to be read and changed; ctrl+c ends it")
    )
    print(may.format(corpus=safe_line(str(path))), file=sys.stderr)
    server.serve()
    return 0
