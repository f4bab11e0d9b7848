"""Finding in one text: plain words, or a regular expression between slashes."""

from __future__ import annotations

from time import monotonic

from tui.search.analysis.analyzer import fold, fold_with_places
from tui.search.query.regex_size import problem_of

SECONDS = 0.25
"""A regular expression that takes longer is given up, however many places it finds."""
_MOST = 10_000


class FindError(ValueError):
    """A pattern that cannot be used; the message says why in the user's words."""


def find_in_text(text: str, pattern: str) -> list[tuple[int, int]]:
    """Every place of a pattern, in order and without overlaps; the first 10,000 at most.

    Plain text is found whatever its case, accents, apostrophes and kinds of space.
    `/…/` is a regular expression, without regard to case.

    Raises:
        FindError: If the expression cannot be read, is too large, or takes longer than a quarter
            of a second.
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
        start, end = places[at], places[at + len(wanted) - 1] + 1
        # One letter may be two folded ones: the ß is found once by `s`.
        if not found or start >= found[-1][1]:
            found.append((start, end))
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

    problem = problem_of(expression)
    if problem is not None:
        raise FindError(problem)
    try:
        compiled = regex.compile(expression, regex.IGNORECASE | regex.MULTILINE)
        ends = monotonic() + SECONDS
        found: list[tuple[int, int]] = []
        # The engine counts the processor's time, for all matches together.
        for match in compiled.finditer(text, timeout=SECONDS):
            if match.end() > match.start():
                found.append(match.span())
            if len(found) >= _MOST:
                break
            if monotonic() > ends:
                raise TimeoutError
    except TimeoutError:
        raise FindError("this expression takes too long") from None
    except (RecursionError, MemoryError, OverflowError):
        raise FindError("this expression is too large") from None
    except (regex.error, ValueError) as error:
        raise FindError(f"this expression cannot be read: {_reason(error)}") from None
    return found


def _reason(error: Exception) -> str:
    """What the engine says is wrong, without the expression itself."""
    return getattr(error, "msg", "") or str(error)
