"""Title, date, authors and publisher of a web page, from what it declares and what it shows.

What is declared for machines (JSON-LD, OpenGraph, `<meta>`, microdata, `<time>`) comes before what
is guessed from lines. Several sources of a title are held against each other: the headline that a
reader sees is the one in `<h1>`, but only where the page's title agrees that it is the headline.
"""

from __future__ import annotations

import re
from copy import deepcopy
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

from tui.intake.extra import load_extra
from tui.intake.text.dates_written import day_of, find_day
from tui.intake.web.authors import names_in
from tui.intake.web.json_ld import ArticleMetadata, read_json_ld
from tui.intake.web.titles import Heading, choose_title
from tui.model.messages import msg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TITLES = tuple(
    "og:title twitter:title dc.title dcterms.title parsely-title sailthru.title "
    "citation_title title headline cxenseparse:title hdl".split()
)
_DATES = tuple(
    "article:published_time og:article:published_time og:published_time datepublished "
    "parsely-pub-date sailthru.date dc.date.issued dcterms.issued "
    "article:published article.published publish-date publish_date "
    "published_time publicationdate publication_date pubdate pub_date displaydate ptime "
    "article_date_original originalpublicationdate cxenseparse:recs:publishtime "
    "citation_publication_date citation_date citation_online_date prism.publicationdate "
    "shareaholic:article_published_time rnews:datepublished iptc:pubdate article-publish-date "
    "article:post_date dc.date.available gentime og:pubdate".split()
)
_DATES_OF_FILES = tuple(
    "date dc.date dcterms.date dc.date.created dcterms.created datecreated".split()
)
"""When a page was made or changed, as often as when its article appeared."""
_AUTHORS = tuple(
    "author article:author og:author og:article:author parsely-author sailthru.author "
    "dc.creator dcterms.creator citation_author byl byline article:author_name article.author "
    "twitter:creator:name dc.contributor cxenseparse:author authors creator".split()
)
_SITES = tuple(
    "og:site_name application-name dc.publisher dcterms.publisher publisher apple-mobile-web- "
    "app-title al:ios:app_name citation_journal_title cxenseparse:sitename".split()
)
_LANGUAGES = ("content-language", "dc.language", "dcterms.language", "language", "og:locale")

_LOWER = "translate(@{0}, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')"
_BYLINE = re.compile(
    r"^(?:by|par|von|por|di|da|door|av|af|autor|auteur|author|text|texte|written by|posted by|od)"
    r"[\s:]+(?=\S)", re.IGNORECASE,
)  # fmt: skip
_DATE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:date|datum|fecha|data|published|pubdate|publish|timestamp|posted|post-date|"
    r"entry-date|dateline|time|publication|article-date|meta|byline|info|created|released?)"
    r"(?:$|[\s_-])|date|publi|timestamp|fecha|datum",
    re.IGNORECASE,
)
_NEAR_HEADLINE = 700
"""Letters after the headline within which a byline stands."""
_BYLINE_LETTERS = 160
"""A line that tells a date or an author is short; what is longer is text."""
_DATELINE = 40
"""Letters at the start of a paragraph within which its date stands, if it begins with one."""
_SEARCHED = 400_000
_SAID_NEAR = 45
"""Letters before or after a word for publishing within which its date stands."""
_SAID = re.compile(
    r"\b(?:veröffentlicht|erschienen|erstellt am|publi(?:é|ée|ado|cado|cación)|mise? en ligne"
    r"|published|posted on|pubblicato|opublikowano|gepubliceerd|publicerad|udgivet)\b",
    re.IGNORECASE,
)
_TWO_DIGITS = re.compile(r"(?<![\d.])([0-3]?\d)\.([01]?\d)\.([0-3]\d)(?![\d.]*\d)")
_MARKED_AS_PUBLISHED = (
    "//*[@itemprop='datePublished' or @itemprop='dateCreated']"
    " | //time[@pubdate] | //*[self::time or self::abbr]"
    "[contains(concat(' ', @class, ' '), ' published ') or contains(@class, 'entry-date')]"
)
_URL_DAY_FIRST = re.compile(r"/(\d{2})-(\d{2})-((?:19|20)\d{2})(?=[/_.-]|$)")
_UTC = re.compile(r"\d\s?(?:Z|GMT|UTC|[+-]00:?00)$")
_URL_DATE = re.compile(
    r"/((?:19|20)\d{2})(?:/(\d{1,2})/(\d{1,2})|-(\d{2})-(\d{2})|(\d{2})(\d{2}))(?=[/_.-]|$)"
)


class PageMetadata(NamedTuple):
    """What a page says about its article; every field may be empty."""

    title: str = ""
    published: str = ""
    author: str = ""
    publisher: str = ""
    language: str = ""
    url: str = ""
    body: str = ""
    """The article's text as JSON-LD repeats it, without paragraphs more often than with."""


def read_metadata(tree: Any, url: str = "") -> PageMetadata:
    """Read what a page says about its article.

    Args:
        tree: The root element of the page.
        url: Where the page was found, if that is known.
    """
    declared = _Meta(tree)
    article = read_json_ld(_scripts(tree))
    site = declared.first(_SITES) or article.publisher
    address = _address(tree, declared, article) or url
    title = choose_title(
        headings=_headings(tree),
        declared=[article.headline, *declared.all(_TITLES), _microdata(tree, "headline")],
        page_title=_text_of(tree.find(".//title")) if tree.find(".//title") is not None else "",
        site=site,
        host=urlsplit(address).hostname or "",
        lines=_short_lines(tree),
    )
    headline = _headline_elements(tree, title)
    american = _speaks_american(tree, declared)
    return PageMetadata(
        title,
        _published(tree, headline, declared, article, address, american=american),
        _authors(tree, headline, declared, article, site),
        article.publisher or site or _site_of_title(tree, title),
        _language(tree, declared, article),
        address,
        article.body,
    )


class _Meta:
    """The `<meta>` elements of a page by name, property or itemprop, in lower case."""

    def __init__(self, tree: Any) -> None:
        self._values: dict[str, list[str]] = {}
        for element in tree.iter("meta"):
            value = " ".join((element.get("content") or element.get("value") or "").split())
            if not value:
                continue
            for key in ("property", "name", "itemprop", "http-equiv"):
                name = element.get(key)
                if name:
                    self._values.setdefault(name.strip().lower(), []).append(value)

    def all(self, names: Iterable[str]) -> list[str]:
        """The values of several names, the first name first."""
        return [value for name in names for value in self._values.get(name, ())]

    def first(self, names: Iterable[str]) -> str:
        """The first value of several names."""
        return next(iter(self.all(names)), "")


def _scripts(tree: Any) -> Iterator[str]:
    for script in tree.iter("script"):
        kind = (script.get("type") or "").lower()
        if "ld+json" in kind and script.text:
            yield script.text


def _text_of(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _headings(tree: Any) -> list[Heading]:
    """`<h1>` and the first `<h2>` elements."""
    found = [one for element in tree.iter("h1") if (one := _heading(element)).text]
    return found[:12] + [
        one for element in list(tree.iter("h2"))[:8] if (one := _heading(element)).text
    ]


def _heading(element: Any) -> Heading:
    """A heading with its first part apart, where that is an element of its own."""
    text = _text_of(element)
    first = next((child for child in element.iter() if len(child) and _parts(child)), None)
    lead = _text_of(_parts(first)[0]) if first is not None else ""
    rest = text[len(lead) :].strip() if lead and text.startswith(lead) else ""
    return Heading(text, lead if rest else "", rest, int(element.tag[1]), _is_aside(element))


def _parts(element: Any) -> list[Any]:
    """The children of an element that hold text, where nothing stands before the first of them."""
    if (element.text or "").strip():
        return []
    return [child for child in element if isinstance(child.tag, str) and _text_of(child)]


def _microdata(tree: Any, prop: str) -> str:
    for element in tree.iterfind(f".//*[@itemprop='{prop}']"):
        text = element.get("content") or _text_of(element)
        if text:
            return str(text)
    return ""


def _address(tree: Any, declared: _Meta, article: ArticleMetadata) -> str:
    canonical = tree.xpath(f"//link[{_LOWER.format('rel')}='canonical']/@href")
    for address in (*canonical, declared.first(("og:url",)), article.url):
        if urlsplit(str(address)).scheme in ("http", "https"):
            return str(address)
    return ""


_LINES = ("b", "strong", "font", "div", "span", "td", "p", "h3", "h4", "h5", "h6", "center")


def _short_lines(tree: Any) -> frozenset[str]:
    """The short texts of a page that are no links, as one among which the headline stands."""
    found = set()
    for element in tree.iter(*_LINES):
        text = element.text or ""
        if 12 < len(text) < 400:
            found.add(" ".join(text.split()))
    return frozenset(found)


def _headline_elements(tree: Any, title: str) -> list[Any]:
    """The elements that show the headline: headings, else whatever holds its words."""
    headings = [one for one in tree.iter("h1", "h2") if not _is_aside(one)][:8]
    same = [one for one in headings if title and _text_of(one) == title]
    if same:
        return same[:2]
    if title:
        for element in tree.iter(*_LINES):
            if " ".join((element.text or "").split()) == title:
                return [element]
    first = [one for one in headings if one.tag == "h1"][:1]
    return first or headings[:6]


def _published(
    tree: Any,
    headline: list[Any],
    declared: _Meta,
    article: ArticleMetadata,
    address: str,
    *,
    american: bool,
) -> str:
    """The day of publication: declared, in the address, shown near the headline, said in words."""
    for value in (article.published, *declared.all(_DATES)):
        if day := day_of(value, month_first=american):
            return _local_day(tree, headline, value, day, american=american)
    made = next(filter(None, map(day_of, declared.all(_DATES_OF_FILES))), "")
    if made:
        return _date_near_headline(headline, american=american) or made
    in_address = _day_in(address)
    if in_address:
        return in_address
    return (
        _shown_date(tree, headline, american=american)
        or _said_date(tree, american=american)
        or _searched_date(tree)
    )


def _day_in(address: str) -> str:
    """The day that an address names: `/2024/05/14/`, `/2024-05-14-`, `/14-05-2024`."""
    found = _URL_DATE.search(address)
    if found:
        return day_of("-".join(filter(None, found.groups())))
    turned = _URL_DAY_FIRST.search(address)
    return day_of("-".join(reversed(turned.groups()))) if turned else ""


def _local_day(tree: Any, headline: list[Any], value: str, day: str, *, american: bool) -> str:
    """The day of a moment in UTC as it was where the article appeared: the page shows that one."""
    if not _UTC.search(value):
        return day
    shown = _shown_date(tree, headline, american=american)
    days = (date.fromisoformat(shown) - date.fromisoformat(day)).days if shown else 0
    # A day later is that of the visit more often than that of a place in the east.
    later = days == 1 and _date_near_headline(headline, american=american) == shown
    return shown if days == -1 or later else day


def _shown_date(tree: Any, headline: list[Any], *, american: bool) -> str:
    """The date that the page shows of its article: microdata, near the headline, in a byline."""
    for element in tree.xpath(_MARKED_AS_PUBLISHED):
        if not _is_aside(element) and (day := _day_of_element(element, american=american)):
            return day
    if day := _date_near_headline(headline, american=american):
        return day
    for element in tree.xpath("//time"):
        if not _is_aside(element) and (day := _day_of_element(element, american=american)):
            return day
    for element in tree.xpath("//body//*[@class or @id]"):
        name = f"{element.get('class') or ''} {element.get('id') or ''}"
        if not _DATE_CLASS.search(name) or _is_aside(element):
            continue
        text = _text_of(element)
        if len(text) <= _BYLINE_LETTERS and (day := day_of(text, month_first=american)):
            return day
    return ""


def _day_of_element(element: Any, *, american: bool) -> str:
    """The day that an element gives to machines, else to readers."""
    values = (element.get("datetime"), element.get("content"), element.get("title"))
    for value in (*values, _text_of(element)):
        if value and (day := day_of(value, month_first=american)):
            return day
    return ""


def _date_near_headline(headline: list[Any], *, american: bool) -> str:
    """A date in one of the short lines after the headline, else just before it."""
    for heading in headline:
        seen = 0
        for text in heading.xpath("following::text()[normalize-space()]"):
            parent = text.getparent()
            if parent.tag in ("script", "style", "option"):
                continue
            line = " ".join(text.split())
            seen += len(line)
            if parent.tag == "time" and (day := day_of(parent.get("datetime") or "")):
                return day
            if day := _day_of_line(line, american=american):
                return day
            if seen > _NEAR_HEADLINE:
                break
        for text in reversed(heading.xpath("preceding::text()[normalize-space()]")[-8:]):
            line = " ".join(text.split())
            if text.getparent().tag in ("script", "style") or len(line) > _BYLINE_LETTERS // 4:
                continue
            if day := day_of(line, month_first=american):
                return day
    return ""


def _day_of_line(line: str, *, american: bool) -> str:
    """The day that a short line tells, or that the first paragraph begins with."""
    if len(line) <= _BYLINE_LETTERS:
        return day_of(line, month_first=american) or _short_year(line)
    found = find_day(line[:_DATELINE], month_first=american)
    return found[2] if found is not None and found[0] <= 1 else ""


def _short_year(line: str) -> str:
    """The day of a line that writes its year with two digits: "Jane Roe, 8.5.12"."""
    found = _TWO_DIGITS.search(line)
    return day_of(f"20{found[3]}-{found[2]}-{found[1]}") if found else ""


def _said_date(tree: Any, *, american: bool) -> str:
    """A date beside a word for publishing, anywhere in the text of the page."""
    body = tree.find(".//body")
    if body is None:
        return ""
    pieces = (
        text
        for text in body.xpath(".//text()[normalize-space()]")
        if text.getparent().tag not in ("script", "style", "option")
    )
    words = " ".join(" ".join(pieces).split())[:_SEARCHED]
    for said in _SAID.finditer(words):
        around = words[max(0, said.start() - _SAID_NEAR) : said.end() + _SAID_NEAR]
        at = min(_SAID_NEAR, said.start())
        after = find_day(around[at:], month_first=american)
        before = find_day(around[:at], month_first=american)
        if after is not None or before is not None:
            return (after or before or (0, 0, ""))[2]
    return ""


def _searched_date(tree: Any) -> str:
    """What htmldate, which knows the habits of many more sites, makes of the page."""
    htmldate = load_extra("htmldate", msg("the dates of web pages are read"))
    try:
        # The extensive search compiles patterns for two hundred languages first: 5 s.
        found = htmldate.find_date(deepcopy(tree), original_date=True, extensive_search=False)
    except (ValueError, AttributeError, TypeError, OverflowError):
        return ""
    return found or ""


_ASIDE = re.compile(
    r"related|sidebar|footer|comment|recommend|teaser|widget|latest|popular|most-?read|promo|"
    r"carousel|newsletter|ticker|nav(?:$|[\s_-])|similar|trending|read-?next|more-?(?:news|stories)",
    re.IGNORECASE,
)


_HEAD = re.compile(r"\b(?:entry|article|post|story)[-_]+(?:header|head|meta|title)\b")
"""Classes of what stands around a headline, wherever a page has put it."""
_LABEL = re.compile(r"\b(?:category|categories|tag|tags|post|postid|section)-\S+")
"""Classes by which a blog names what an article is about."""


def _is_aside(element: Any) -> bool:
    """Whether an element stands in a part of the page that is about something else."""
    for depth, parent in enumerate((element, *element.iterancestors())):
        if parent.tag in ("aside", "footer", "nav"):
            return True
        if parent.tag in ("body", "html", "main") or depth > 12:
            return False
        name = _LABEL.sub("", f"{parent.get('class') or ''} {parent.get('id') or ''}")
        if _HEAD.search(name):
            return False
        if _ASIDE.search(name):
            return True
        if parent.tag == "article":
            return False
    return False


def _authors(
    tree: Any, headline: list[Any], declared: _Meta, article: ArticleMetadata, site: str
) -> str:
    """The names of the authors, joined by commas; organisations only where nobody else is named."""
    given = [*article.authors, *declared.all(_AUTHORS)]
    shown = tree.xpath(
        "//body//*[contains(concat(' ',@class,' '),' author ') or contains(@class,'byline')"
        " or contains(@class,'author-name') or contains(@class,'author__name')"
        " or contains(@class,'autor') or contains(@class,'auteur') or contains(@id,'byline')"
        " or contains(@class,'article-author') or contains(@class,'post-author')"
        " or contains(@class,'authored') or contains(@class,'date-author')]"
    )
    tries: list[list[str]] = [
        list(article.authors),
        declared.all(_AUTHORS),
        _labelled(declared),
        [_text_of(one) for one in tree.xpath("//*[@itemprop='author']//*[@itemprop='name']")],
        [
            _text_of(one)
            for one in tree.xpath("//*[@itemprop='author'][not(.//*[@itemprop='name'])]")
        ],
        [
            _text_of(one)
            for one in tree.xpath("//a[contains(@rel,'author')]")
            if _belongs(one, headline)
        ],
        [_text_of(one) for one in shown[:12] if _belongs(one, headline)][:1],
        _lines_with_by(headline),
        _names_beside_dates(headline),
        _said_authors(tree),
    ]
    for values in tries:
        names = names_in(values, site)
        if names:
            return ", ".join(names)
    return ", ".join(names_in([*given, *_lines_with_by(headline)], anybody=True)[:1])


def _belongs(element: Any, headline: list[Any]) -> bool:
    """Whether an element is about the article: within it, or in no part about something else."""
    own = next(element.iterancestors("article"), None)
    if own is not None and any(own is next(one.iterancestors("article"), None) for one in headline):
        return True
    return not _is_aside(element)


def _labelled(declared: _Meta) -> list[str]:
    """What a card for social networks labels as its author: `twitter:label1`, `twitter:data1`."""
    label, value = declared.first(("twitter:label1",)), declared.first(("twitter:data1",))
    return [value] if _WRITTEN_BY.match(label) else []


_WRITTEN_BY = re.compile(
    r"(?:written|posted|verfasst|geschrieben|écrit|rédigé|escrito|scritto|geschreven|author|autor)",
    re.IGNORECASE,
)


def _lines_after(headline: list[Any]) -> Iterator[str]:
    """The short lines after the headline; a word like "By" is one with the line behind it."""
    for heading in headline[:1]:
        seen, held = 0, ""
        for text in heading.xpath("following::text()[normalize-space()]"):
            if text.getparent().tag in ("script", "style", "option"):
                continue
            line = f"{held} {' '.join(text.split())}".strip()
            held = line if _ALONE.fullmatch(line) else ""
            if len(line) <= _BYLINE_LETTERS and not held:
                yield line
            seen += len(line)
            if seen > _NEAR_HEADLINE:
                return


_ALONE = re.compile(
    r"(?:(?:posted|written|published|geschrieben|verfasst|ein artikel|publié|écrit)\s)?"
    r"(?:by|par|von|por|di|da|door|av|af|autor|auteur|author|text|texte)\s*:?", re.IGNORECASE,
)  # fmt: skip


def _lines_with_by(headline: list[Any]) -> list[str]:
    """The first short line after the headline that begins with "By" or its like."""
    for line in _lines_after(headline):
        if _BYLINE.match(line):
            found = find_day(line)
            return [line[: found[0]] if found else line]
    return []


def _names_beside_dates(headline: list[Any]) -> list[str]:
    """The name that stands beside the date after the headline: "11.12.2019 - Jane Roe"."""
    for line in _lines_after(headline):
        found = find_day(line)
        if found is None or len(line) > _BYLINE_LETTERS // 2:
            continue
        rest = _CLOCK.sub(" ", f"{line[: found[0]]} | {line[found[1] :]}")
        for piece in re.split(r"\s*[|•·,/–—]\s*|\s+-\s+", rest):
            name = _BYLINE.sub("", piece.strip(" -–—"))
            if _PERSON.fullmatch(name):
                return [name]
    return []


_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d{2}(?::\d\d)?\s*(?:uhr|am|pm|h)?\b", re.IGNORECASE)
_PERSON = re.compile(
    r"[A-ZÀ-ÖØ-Þ][\w’'.-]+(?:\s(?:de|van|von|der|den|da|di|le|la|du|[A-Z]\.|[A-ZÀ-ÖØ-Þ][\w’'-]+)){1,3}"
)


def _said_authors(tree: Any) -> list[str]:
    """A name behind "Author:" or its like in a line of the page."""
    body = tree.find(".//body")
    if body is None:
        return []
    lines: list[str] = []
    for text in body.xpath(".//text()[normalize-space()]")[:_MOST_LINES]:
        if text.getparent().tag in ("script", "style", "option"):
            continue
        line = " ".join(text.split())
        if lines and _SAID_AUTHOR.fullmatch(lines[-1]):
            line = f"{lines.pop()} {line}"
        if len(line) <= _BYLINE_LETTERS and (said := _SAID_AUTHOR.match(line)):
            named = _PERSON.match(line[said.end() :].strip())
            if named:
                return [named[0]]
        lines = [line]
    return []


_MOST_LINES = 20_000
_SAID_AUTHOR = re.compile(
    r"(?:autor(?:in)?|author|auteur(?:\(s\))?|text|texte|written by|ein artikel von|erstellt von"
    r"|geschrieben von|verfasst von|redaktion|words)\s*:?\s*", re.IGNORECASE,
)  # fmt: skip


def _language(tree: Any, declared: _Meta, article: ArticleMetadata) -> str:
    root = tree if tree.tag == "html" else tree.find(".//html")
    tag = ""
    if root is not None:
        tag = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    for value in (tag, article.language, declared.first(_LANGUAGES)):
        code = re.match(r"[A-Za-z]{2}(?![A-Za-z])", value)
        if code:
            return code[0].lower()
    return ""


def _speaks_american(tree: Any, declared: _Meta) -> bool:
    """Whether 03/04/2024 is to be read as Americans write it."""
    tag = (tree.get("lang") or "") if tree.tag == "html" else ""
    locale = declared.first(("og:locale", "content-language"))
    return "us" in re.split(r"[-_]", f"{tag}-{locale}".lower())


def _site_of_title(tree: Any, title: str) -> str:
    """The name of the site where the page's title ends with it: "Headline - The Quay Register"."""
    element = tree.find(".//title")
    whole = _text_of(element) if element is not None else ""
    if not title or not whole.startswith(title):
        return ""
    rest = re.sub(r"^\s*[|\-–—·•:»：｜]\s*", "", whole[len(title) :].strip())
    last = re.split(r"\s[|\-–—·•»]\s", rest)[-1].strip()
    return last if 1 < len(last) <= 60 else ""
