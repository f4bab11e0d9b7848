"""What a page says of its article in JSON-LD, by the words of schema.org."""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_ARTICLE = re.compile(
    r"(?:\w*Article|BlogPosting|LiveBlogPosting|Report|Review|SocialMediaPosting|PressRelease"
    r"|NewsStory|Recipe|VideoObject|AudioObject|PodcastEpisode|DiscussionForumPosting)$"
)
_PAGE = re.compile(r"(?:WebPage|ItemPage|AboutPage|CreativeWork)$")
_LONGEST = 4_000_000
"""Characters of one script that are read."""
_DEEPEST = 12
_CONTROLS = re.compile(r"[\x00-\x1f]+")
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")


class ArticleMetadata(NamedTuple):
    """What JSON-LD says of the article of a page; every field may be empty."""

    headline: str = ""
    published: str = ""
    modified: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    language: str = ""
    url: str = ""
    body: str = ""


def read_json_ld(scripts: Iterator[str]) -> ArticleMetadata:
    """The article that the scripts of a page describe; the fullest description where several do."""
    things: list[dict[str, Any]] = []
    for script in scripts:
        things += _things(_parsed(script), 0)
    # A thing that is only referred to has nothing but its id.
    by_id = {
        thing["@id"]: thing
        for thing in things
        if isinstance(thing.get("@id"), str) and len(thing) > 1
    }
    found = [_article(thing, by_id) for thing in things if _is(thing, _ARTICLE)]
    if not found:
        found = [_article(thing, by_id) for thing in things if _is(thing, _PAGE)]
    if not found:
        return ArticleMetadata()
    best = max(found, key=lambda one: (bool(one.headline) + bool(one.published) * 2
                                       + bool(one.authors) + bool(one.body)))  # fmt: skip
    if not best.publisher:
        names = [_text(thing.get("name")) for thing in things if _is(thing, _PUBLISHER)]
        best = best._replace(publisher=next(filter(None, names), ""))
    return best


_PUBLISHER = re.compile(r"(?:NewsMediaOrganization)$")


def _parsed(script: str) -> Any:
    """The value of a script, mending what sites get wrong: line breaks in texts, late commas."""
    text = script.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    text = text.removeprefix("//<![CDATA[").removesuffix("//]]>").removeprefix("<![CDATA[")
    if not text or len(text) > _LONGEST:
        return None
    for attempt in (text, _TRAILING_COMMA.sub(r"\1", _CONTROLS.sub(" ", text))):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _things(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    """Every described thing, those within `@graph` and within other things too."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value[:500]:
            yield from _things(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "hasPart",
                    "author", "publisher", "creator"):  # fmt: skip
            if isinstance(value.get(key), dict | list):
                yield from _things(value[key], depth + 1)


def _is(thing: dict[str, Any], pattern: re.Pattern[str]) -> bool:
    kinds = thing.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and pattern.search(kind) for kind in kinds)


def _article(thing: dict[str, Any], by_id: dict[str, dict[str, Any]]) -> ArticleMetadata:
    def resolved(key: str) -> list[Any]:
        value = thing.get(key)
        values = value if isinstance(value, list) else [value]
        return [
            by_id.get(one["@id"], one)
            if isinstance(one, dict) and isinstance(one.get("@id"), str) and "name" not in one
            else one
            for one in values
        ]

    authors = [name for one in resolved("author") or () if (name := _name(one))]
    authors = authors or [name for one in resolved("creator") if (name := _name(one))]
    publisher = next(filter(None, map(_name, resolved("publisher"))), "")
    main = thing.get("mainEntityOfPage")
    address = main.get("@id") if isinstance(main, dict) else main
    return ArticleMetadata(
        _text(thing.get("headline")) or _text(thing.get("name")),
        _text(thing.get("datePublished")) or _text(thing.get("uploadDate")),
        _text(thing.get("dateModified")),
        tuple(dict.fromkeys(authors)),
        publisher,
        _text(thing.get("inLanguage")),
        _text(thing.get("url")) or _text(address),
        _body(thing.get("articleBody")),
    )


def _name(value: Any) -> str:
    if isinstance(value, dict):
        name = value.get("name")
        if isinstance(name, list):
            return ", ".join(filter(None, map(_text, name)))
        return _text(name)
    return _text(value)


def _text(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name") or ""
    return " ".join(html.unescape(value).split()) if isinstance(value, str) else ""


def _body(value: Any) -> str:
    return html.unescape(value).strip() if isinstance(value, str) else ""
