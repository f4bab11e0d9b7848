"""What the pages say, in the language of the interface: that of the server, as the app's is."""

from __future__ import annotations

import json

from tui.platform.translation import language, tr


def page_words() -> dict[str, str]:
    """The words of the pages by the names that the pages have for them.

    Those that the script says come as one JSON object, `script_words`: the script has no language.
    """
    script = {
        "left": tr("dealtui has ended"),
        "kept": tr("What you marked and changed is kept."),
        "failed": tr("dealtui came to an end by a fault"),
        "code": tr(
            "It ended with code {code}. What happened is in its log, on the machine that serves it."
        ),
        "lost": tr("The connection was lost"),
        "waiting": tr("Waiting for it to come back …"),
    }
    return {
        "language": language(),
        "motto": tr("Read every deal next to the sentence that proves it."),
        "again": tr("Open it again"),
        "by_hand": tr(
            "The browser lets no page copy by itself here. The text is selected: copy it by hand."
        ),
        "close": tr("Close"),
        "needs_script": tr("dealtui in a browser is drawn by a script of this server."),
        "not_allowed": tr("Not allowed"),
        "not_shown": tr("This is not shown to you"),
        "refused": tr("The request was refused: {reason}."),
        "script_words": json.dumps(script, ensure_ascii=False),
    }
