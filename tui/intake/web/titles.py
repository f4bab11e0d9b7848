"""The headline of a page, chosen among what it declares and what it shows."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_SEPARATOR = re.compile(
    r"\s+[|│\-–—·•»«:/~]\s+|(?<=\w):\s+|\s*[|│｜»ㅣ]\s*|\s+::\s+|(?<=[ぁ-ヿ一-鿿！？」』])[-_:：–—](?=\S)|_(?=[ぁ-ヿ一-鿿])"
)
_WORDS = re.compile(r"\w+")
_LONGEST = 350
_HEADLINE = 3
"""Words from which a lone `<h1>` is a headline and no name of a section."""
_ALIKE = 0.8
"""Share of words that two titles have in common when they are forms of one headline."""


class Heading(NamedTuple):
    """A heading that a page shows.

    Attributes:
        text: All of its text.
        lead: The text of its first part, where that stands apart: the topic more often than not.
        rest: The text behind that.
        level: 1 for `<h1>`.
        aside: Whether it stands in a part of the page that is about something else.
    """

    text: str
    lead: str = ""
    rest: str = ""
    level: int = 1
    aside: bool = False


def choose_title(
    headings: Sequence[Heading],
    declared: Sequence[str],
    page_title: str,
    site: str,
    host: str,
    lines: Collection[str] = (),
) -> str:
    """The headline.

    Args:
        headings: `<h1>` and the first `<h2>`, in this order.
        declared: Titles for machines, the most trustworthy first; may hold empty texts.
        page_title: The text of `<title>`.
        site: The name of the site, if it is known.
        host: The host of the page's address, if it is known.
        lines: Short texts that the page shows, for pages that mark no headline as one.
    """
    names = [
        _key(site),
        _key(host.removeprefix("www.")),
        _key(host.removeprefix("www.").partition(".")[0]),
    ]
    given = [one for one in map(_tidy, declared) if one and _key(one) not in names]
    whole = _tidy(page_title)
    shown = [
        one
        for one in map(_tidied, headings)
        if one.text
        and len(one.text) <= _LONGEST
        and not any(_same_name(_key(one.text), name) for name in names)
    ]
    references = [*given, whole]
    visible = (
        _visible_headline([one for one in shown if one.level == 1], references, whole)
        or _only(shown)
        or _visible_headline(shown, references, whole)
    )
    if visible is not None:
        return _as_declared(visible, references)
    for title in given:
        stripped = _without_site(title, names, whole if title != whole else "")
        if stripped:
            return stripped
    stripped = _part_shown(whole, lines) or _without_site(whole, names, "")
    first = shown[0].text if shown else ""
    if first and (not stripped or _shares(first, stripped)):
        return first
    return stripped or first


def _only(shown: Sequence[Heading]) -> Heading | None:
    """The only `<h1>` of a page: a headline in other words than those for search engines."""
    top = [heading for heading in shown if heading.level == 1 and not heading.aside]
    return top[0] if len(top) == 1 and len(_key(top[0].text).split()) >= _HEADLINE else None


def _visible_headline(
    shown: Sequence[Heading], references: Sequence[str], whole: str
) -> Heading | None:
    """The heading that the titles for machines repeat.

    One that stands at the end of `<title>` is the name of the site as often as the headline, so
    that a heading which stands at its start comes first.
    """
    matching = [
        heading
        for heading in shown
        if len(_key(heading.text)) > 3
        and any(_is_form_of(heading.text, other) for other in references if other)
    ]
    for heading in matching:
        key = _key(heading.text)
        if _key(whole).startswith(key) or key in map(_key, references):
            return heading
    return matching[0] if matching else None


def _as_declared(heading: Heading, given: Sequence[str]) -> str:
    """A heading without the topic before it, or the name behind it, that other titles leave out."""
    if heading.rest and _is_topic(heading, given):
        return heading.rest
    ours = _key(heading.text)
    if ours in map(_key, given[:-1]):
        return heading.text
    for title in given:
        theirs = _key(title)
        if len(theirs) < 0.5 * len(ours) or len(theirs.split()) <= 2:
            continue
        if ours.endswith(" " + theirs):
            return title
        if ours.startswith(theirs + " ") and _SUFFIX.match(heading.text[len(title) :]):
            return title
    return heading.text


_SUFFIX = re.compile(r"\s*[|│]\s")
"""What stands before the name of a site in a heading; a dash may belong to the headline."""


def _is_topic(heading: Heading, given: Sequence[str]) -> bool:
    """Whether the first part of a heading, which has no sign behind it, is only its topic."""
    if heading.lead[-1:] in _JOINTS or len(_key(heading.rest).split()) < 3:
        return False
    lead, rest, whole = _key(heading.lead), _key(heading.rest), _key(heading.text)
    for title in given:
        key = _key(title)
        if rest not in key:
            continue
        if whole not in key:
            return True
        at = title.find(heading.rest)
        if at > 0 and _SEPARATOR.search(title[:at][-4:]) and lead:
            return True
    return False


_JOINTS = ":.,;!?–—-/|"


def _tidied(heading: Heading) -> Heading:
    return heading._replace(
        text=_tidy(heading.text), lead=_tidy(heading.lead), rest=_tidy(heading.rest)
    )


def _tidy(text: str) -> str:
    words = " ".join(text.replace("\xad", "").replace("\u200b", "").split())
    return _LOOSE_END.sub("", words)


_LOOSE_END = re.compile(r"\s+[|│\-–—·•»:]$")
"""A sign that parted the headline from a name which is not there."""


def _key(text: str) -> str:
    return " ".join(_WORDS.findall(unicodedata.normalize("NFKC", text).casefold()))


def _is_form_of(heading: str, title: str) -> bool:
    """Whether a heading is the headline that a title repeats, alone or with a site's name."""
    ours, theirs = _key(heading), _key(title)
    if not ours or not theirs:
        return False
    if ours == theirs:
        return True
    if theirs.startswith(ours + " ") or theirs.endswith(" " + ours):
        # A heading of one word is the section of a title more often than its headline.
        return len(ours) >= 0.4 * len(theirs)
    if ours.startswith(theirs + " ") and len(theirs) >= 0.5 * len(ours):
        return True
    first, second = set(ours.split()), set(theirs.split())
    return len(first) > 3 and len(first & second) >= _ALIKE * max(len(first), len(second) - 3)


def _part_shown(title: str, lines: Collection[str]) -> str:
    """The longest part of `<title>` at one of its ends that the page shows as a line."""
    parts = [title]
    for match in _SEPARATOR.finditer(title):
        parts += [title[: match.start()], title[match.end() :]]
    shown = [part.strip() for part in parts if part.strip() in lines]
    return max(shown, key=len, default="") if len(parts) > 1 else ""


def _shares(heading: str, title: str) -> bool:
    first, second = set(_key(heading).split()), set(_key(title).split())
    return bool(first) and len(first & second) * 2 >= min(len(first), len(second))


def _without_site(title: str, names: Sequence[str], other: str) -> str:
    """A title without the name of the site or section that stands at one of its ends."""
    pieces = [(match.start(), match.end()) for match in _SEPARATOR.finditer(title)]
    if not pieces:
        return title
    known = [name for name in names if name]
    last_start, last_end = pieces[-1]
    first_start, first_end = pieces[0]
    last, first = _key(title[last_end:]), _key(title[:first_start])
    if any(_same_name(last, name) for name in known):
        return _without_site(title[:last_start].strip(), names, other)
    if any(_same_name(first, name) for name in known):
        return _without_site(title[first_end:].strip(), names, other)
    if other:
        # A declared title: cut only what is known to be a name.
        return title
    # `<title>` alone: the longest piece is the headline, what is short at the end is a name.
    if len(last.split()) <= 4 and len(title[:last_start].split()) > len(last.split()):
        return _without_site(title[:last_start].strip(), names, other)
    return title


def _same_name(piece: str, name: str) -> bool:
    """Whether a piece of a title is the name of a site, with a word more or less."""
    squeezed, other = piece.replace(" ", ""), name.replace(" ", "")
    if not squeezed or squeezed == other:
        return bool(squeezed)
    contains = other in squeezed or squeezed in other
    return len(other) > 4 and 3 < len(squeezed) <= 2 * len(other) and contains
