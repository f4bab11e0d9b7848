"""Finding in one text: plain words, or a regular expression between slashes."""

from __future__ import annotations

from tui.search.fold import fold, fold_with_places

SECONDS = 0.25
"""A regular expression that takes longer is given up."""
_MOST = 10_000


class FindError(ValueError):
    """A pattern that cannot be used; the message says why in the user's words."""


def find_in_text(text: str, pattern: str) -> list[tuple[int, int]]:
    """Every place of a pattern, in order and without overlaps; the first 10,000 at most.

    Plain text is found whatever its case, accents, apostrophes and kinds of space.
    `/…/` is a regular expression, without regard to case.

    Raises:
        FindError: If the expression cannot be read or takes longer than a quarter of a second.
    """
    if len(pattern) > 2 and pattern.startswith("/") and pattern.endswith("/"):
        return _matches(text, pattern[1:-1])
    wanted = _spelled(fold(pattern))
    if not wanted.strip():
        return []
    folded, places = fold_with_places(text)
    folded = _spelled(folded)
    found: list[tuple[int, int]] = []
    at = folded.find(wanted)
    while at >= 0 and len(found) < _MOST:
        found.append((places[at], places[at + len(wanted) - 1] + 1))
        at = folded.find(wanted, at + len(wanted))
    return found


def _spelled(folded: str) -> str:
    """The same signs for apostrophes, dashes and quotes, one for one."""
    return folded.translate(_SIGNS)


_SIGNS = {
    **dict.fromkeys(map(ord, "’‘ʼ`´"), "'"),
    **dict.fromkeys(map(ord, "“”«»„"), '"'),
    **dict.fromkeys(map(ord, "‐‑‒–—―−"), "-"),
    ord("\n"): " ",
}


def _matches(text: str, expression: str) -> list[tuple[int, int]]:
    import regex

    try:
        compiled = regex.compile(expression, regex.IGNORECASE | regex.MULTILINE)
        found: list[tuple[int, int]] = []
        for match in compiled.finditer(text, timeout=SECONDS):
            if match.end() > match.start():
                found.append(match.span())
                if len(found) >= _MOST:
                    break
    except regex.error as error:
        raise FindError(f"this expression cannot be read: {error.msg}") from None
    except TimeoutError:
        raise FindError("this expression takes too long") from None
    except (RecursionError, MemoryError, OverflowError):
        raise FindError("this expression is too large") from None
    return found
