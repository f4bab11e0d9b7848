"""Finding in one text: a plain substring, or a regular expression between slashes.

A user's expression can take exponential time (catastrophic backtracking) or all memory (nested
repetitions), so it runs under a time limit, and its size is bounded before it is compiled.
"""

from __future__ import annotations

from time import monotonic

from tui.model.messages import msg
from tui.search.analysis.analyzer import fold, fold_with_offsets
from tui.search.query.regex_size import regex_problem

TIME_LIMIT = 0.25
"""Seconds after which a regular expression is given up, however many matches it has by then."""
_MAX_MATCHES = 10_000
"""More matches than anyone steps through; `e` in a long article would have more."""


class FindError(ValueError):
    """A pattern that cannot be used; the message says why, in the user's words."""


def find_in_text(text: str, pattern: str) -> list[tuple[int, int]]:
    """Every match of a pattern, in order and without overlaps; the first 10,000 at most.

    Plain text matches whatever its case, diacritics, apostrophes and kinds of space. `/…/` is a
    regular expression, which ignores case.

    Raises:
        FindError: If the expression cannot be read, is too large, or takes longer than a quarter of
            a second.
    """
    if len(pattern) > 2 and pattern.startswith("/") and pattern.endswith("/"):
        return _regex_matches(text, pattern[1:-1])
    needle = _unify_signs(fold(pattern))
    if not needle.strip():
        return []
    folded, offsets = fold_with_offsets(text)
    folded = _unify_signs(folded)
    spans: list[tuple[int, int]] = []
    position = folded.find(needle)
    while position >= 0 and len(spans) < _MAX_MATCHES:
        start, end = offsets[position], offsets[position + len(needle) - 1] + 1
        # One letter may fold to two, so that two matches lie in one letter: `s` matches `ß` once.
        if not spans or start >= spans[-1][1]:
            spans.append((start, end))
        position = folded.find(needle, position + len(needle))
    return spans


def _unify_signs(folded: str) -> str:
    """One sign each for all apostrophes, dashes and quotes, character for character."""
    return folded.translate(_SIGNS)


_SIGNS = {
    **dict.fromkeys(map(ord, "’‘ʼ`´"), "'"),
    **dict.fromkeys(map(ord, "“”«»„"), '"'),
    **dict.fromkeys(map(ord, "‐‑‒–—―−"), "-"),
    ord("\n"): " ",
}


def _regex_matches(text: str, expression: str) -> list[tuple[int, int]]:
    import regex

    problem = regex_problem(expression)
    if problem is not None:
        raise FindError(problem)
    try:
        compiled = regex.compile(expression, regex.IGNORECASE | regex.MULTILINE)
        deadline = monotonic() + TIME_LIMIT
        spans: list[tuple[int, int]] = []
        # The engine's limit is on processor time, for all matches together; the clock is checked as
        # well, as the engine only looks while it searches.
        for match in compiled.finditer(text, timeout=TIME_LIMIT):
            if match.end() > match.start():
                spans.append(match.span())
            if len(spans) >= _MAX_MATCHES:
                break
            if monotonic() > deadline:
                raise TimeoutError
    except TimeoutError:
        raise FindError(msg("this expression takes too long")) from None
    except (RecursionError, MemoryError, OverflowError):
        raise FindError(msg("this expression is too large")) from None
    except (regex.error, ValueError) as error:
        raise FindError(
            msg("this expression cannot be read: {reason}", reason=_message(error))
        ) from None
    return spans


def _message(error: Exception) -> str:
    """What the engine says is wrong, without the expression itself."""
    return getattr(error, "msg", "") or str(error)
