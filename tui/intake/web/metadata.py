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

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TITLES = tuple(
    "og:title twitter:title dc.title dcterms.title parsely-title sailthru.title "
    "citation_title title headline cxenseparse:title hdl".split()
)
_DATES = tuple(
    "article:published_time og:article:published_time og:published_time datepublished "
    "parsely-pub-date sailthru.date dc.date.issued dcterms.issued dc.date.created "
    "dcterms.created article:published article.published publish-date publish_date "
    "published_time publicationdate publication_date pubdate pub_date displaydate ptime "
    "article_date_original originalpublicationdate cxenseparse:recs:publishtime "
    "citation_publication_date citation_date citation_online_date prism.publicationdate "
    "shareaholic:article_published_time rnews:datepublished iptc:pubdate article-publish-date "
    "date dc.date dcterms.date datecreated article:post_date dc.date.available gentime "
    "og:pubdate".split()
)
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
_UTC = re.compile(r"\d(?:Z|[+-]00:?00)$")
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


def _short_lines(tree: Any) -> frozenset[str]:
    """The short texts of a page that are no links, as one among which the headline stands."""
    found = set()
    for element in tree.iter("b", "strong", "font", "div", "span", "td", "p", "h3", "h4", "center"):
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
        for element in tree.iter("b", "strong", "font", "div", "span", "td", "p", "h3", "center"):
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
    """The day of publication: declared, in a `<time>`, in the address, shown near the headline."""
    for value in (article.published, *declared.all(_DATES)):
        if day := day_of(value, month_first=american):
            return _local_day(headline, value, day, american=american)
    in_address = _URL_DATE.search(address)
    if in_address and (day := day_of("-".join(filter(None, in_address.groups())))):
        return day
    return _shown_date(tree, headline, american=american) or _searched_date(tree)


def _local_day(headline: list[Any], value: str, day: str, *, american: bool) -> str:
    """The day of a moment in UTC as it was where the article appeared: the page shows that one."""
    if not _UTC.search(value):
        return day
    shown = _date_near_headline(headline, american=american)
    if shown and abs((date.fromisoformat(shown) - date.fromisoformat(day)).days) == 1:
        return shown
    return day


def _shown_date(tree: Any, headline: list[Any], *, american: bool) -> str:
    """The date that the page shows of its article: microdata, near the headline, in a byline."""
    for element in tree.xpath("//*[@itemprop='datePublished' or @itemprop='dateCreated']"):
        value = element.get("datetime") or element.get("content") or _text_of(element)
        if day := day_of(value, month_first=american):
            return day
    if day := _date_near_headline(headline, american=american):
        return day
    for element in tree.xpath("//time | //abbr[contains(@class,'published')]"):
        if _is_aside(element):
            continue
        value = element.get("datetime") or element.get("title") or ""
        day = day_of(value, month_first=american) or day_of(_text_of(element), month_first=american)
        if day:
            return day
    for element in tree.xpath("//body//*[@class or @id]"):
        name = f"{element.get('class') or ''} {element.get('id') or ''}"
        if not _DATE_CLASS.search(name) or _is_aside(element):
            continue
        text = _text_of(element)
        if len(text) <= _BYLINE_LETTERS and (day := day_of(text, month_first=american)):
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
            if len(line) <= _BYLINE_LETTERS and (day := day_of(line, month_first=american)):
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


def _searched_date(tree: Any) -> str:
    """What htmldate, which knows the habits of many more sites, makes of the page."""
    htmldate = load_extra("htmldate", "the dates of web pages are read")
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
        if _ASIDE.search(name):
            return True
        if parent.tag == "article":
            return False
    return False


def _authors(
    tree: Any, headline: list[Any], declared: _Meta, article: ArticleMetadata, site: str
) -> str:
    """The names of the authors, joined by commas; organisations only where nobody else is named."""
    tries: list[list[str]] = [list(article.authors), declared.all(_AUTHORS)]
    tries.append(
        [_text_of(one) for one in tree.xpath("//*[@itemprop='author']//*[@itemprop='name']")]
    )
    tries.append(
        [
            _text_of(one)
            for one in tree.xpath("//*[@itemprop='author'][not(.//*[@itemprop='name'])]")
        ]
    )
    tries.append(
        [_text_of(one) for one in tree.xpath("//a[contains(@rel,'author')]") if not _is_aside(one)]
    )
    shown = tree.xpath(
        "//body//*[contains(concat(' ',@class,' '),' author ') or contains(@class,'byline')"
        " or contains(@class,'author-name') or contains(@class,'author__name')"
        " or contains(@class,'autor') or contains(@class,'auteur') or contains(@id,'byline')"
        " or contains(@class,'article-author') or contains(@class,'post-author')]"
    )
    tries.append([_text_of(one) for one in shown[:6] if not _is_aside(one)][:1])
    for values in tries:
        names = names_in(values, site)
        if names:
            return ", ".join(names)
    return ", ".join(names_in(_lines_with_by(headline), site))


def _lines_with_by(headline: list[Any]) -> list[str]:
    """The first short line after the headline that begins with "By" or its like."""
    for heading in headline[:1]:
        seen = 0
        for text in heading.xpath("following::text()[normalize-space()]"):
            line = " ".join(text.split())
            if text.getparent().tag in ("script", "style"):
                continue
            if len(line) <= _BYLINE_LETTERS and _BYLINE.match(line):
                found = find_day(line)
                return [line[: found[0]] if found else line]
            seen += len(line)
            if seen > _NEAR_HEADLINE:
                break
    return []


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
