"""Web pages: their article without what stands around it, and what they say of themselves."""

from __future__ import annotations

import json

import made_documents as made
import pytest

from tui.intake.text.dates_written import day_of
from tui.intake.web.page import read_page


def test_what_stands_around_the_article_is_left_out() -> None:
    text = read_page(made.page()).text
    for words in (made.NAVIGATION, made.RELATED, "8 150 points", "Mentions légales", "18h05"):
        assert words not in text


@pytest.mark.parametrize(
    ("charset", "declared"),
    [("utf-8", True), ("utf-8", False), ("iso-8859-1", True), ("windows-1252", True),
     ("windows-1252", False), ("utf-16", False), ("iso-8859-15", True)],
)  # fmt: skip
def test_the_encoding_is_the_one_in_which_the_bytes_make_sense(
    charset: str, *, declared: bool
) -> None:
    text = read_page(made.page(charset=charset, declared=declared)).text
    assert made.PARAGRAPHS[1] in text.replace("'", "’")


@pytest.mark.parametrize(
    ("charset", "title", "paragraph"),
    [
        ("windows-1251", "Верфь привлекла 900 миллионов рублей",
         "Судостроительная компания привлекла 900 миллионов рублей на строительство завода."),
        ("koi8-r", "Верфь привлекла 900 миллионов рублей",
         "Судостроительная компания привлекла 900 миллионов рублей на строительство завода."),
        ("windows-1250", "Żagiel pozyskał 40 mln zł na łodzie",
         "Gdańska spółka pozyskała 40 mln zł na rozwój łodzi elektrycznych, poinformowała firma."),
        ("shift_jis", "海風電力、洋上風力に320億円を投資",
         "海風電力は十二日、北海道沖の洋上風力発電所に320億円を投資すると発表した。運転開始を目指す。"),
        ("windows-1253", "Το ναυπηγείο αντλεί 40 εκατομμύρια",
         "Το ναυπηγείο ανακοίνωσε ότι αντλεί 40 εκατομμύρια ευρώ για νέα γραμμή παραγωγής."),
    ],
)  # fmt: skip
@pytest.mark.parametrize("declared", [True, False])
def test_old_encodings_are_read_declared_or_not(
    charset: str, title: str, paragraph: str, *, declared: bool
) -> None:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">'
    source = (
        f"<html><head>{meta if declared else ''}<title>{title}</title></head><body><h1>{title}</h1>"
        f"<p>{paragraph}</p><p>{paragraph}</p><p>{paragraph} {paragraph}</p></body></html>"
    )
    document = read_page(source.encode(charset))
    assert document.title == title
    assert paragraph in document.text
    assert declared or document.notes


def test_a_page_that_declares_the_wrong_encoding_is_read_as_what_it_is() -> None:
    wrong = made.page().replace(b'charset="utf-8"', b'charset="iso-8859-1"')
    assert made.PARAGRAPHS[0] in read_page(wrong).text


LD = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "Organization", "@id": "#o", "name": "Le Quotidien du port"},
        {"@type": "Person", "@id": "#p", "name": "Ann Reed"},
        {
            "@type": ["Article", "NewsArticle"], "headline": made.TITLE,
            "datePublished": "2023-11-02T09:00:00+01:00", "dateModified": "2023-12-24",
            "author": {"@id": "#p"}, "publisher": {"@id": "#o"},
        },
    ],
}  # fmt: skip


def test_what_a_page_declares_comes_before_what_its_lines_say() -> None:
    head = f'<script type="application/ld+json">{json.dumps(LD)}</script>'
    document = read_page(made.page(head=head))
    assert (document.author, document.publisher) == ("Ann Reed", "Le Quotidien du port")
    assert document.published == "2023-11-02"


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta property="article:published_time" content="2022-05-06T10:00:00Z">', "2022-05-06"),
        ('<meta name="DC.date.issued" content="2022-05-07">', "2022-05-07"),
        ('<meta name="parsely-pub-date" content="2022-05-08T00:00:00Z">', "2022-05-08"),
        ('<link rel="canonical" href="https://a.example/2022/05/09/morvan.html">', "2022-05-09"),
        ("", made.DAY),
    ],
)
def test_the_day_is_declared_in_the_address_or_shown(head: str, day: str) -> None:
    assert read_page(made.page(head=head)).published == day


@pytest.mark.parametrize(
    ("title", "heading", "site", "wanted"),
    [
        ("Morvan lève des fonds pour sa halle - La Gazette", "Morvan lève des fonds pour sa halle",
         "", "Morvan lève des fonds pour sa halle"),
        ("La Gazette : Morvan lève des fonds", "La Gazette", "La Gazette", "Morvan lève des fonds"),
        ("Morvan lève 23 M€ | La Gazette", "Morvan lève 23 millions d’euros auprès d’Alpina", "",
         "Morvan lève 23 millions d’euros auprès d’Alpina"),
        ("Morvan lève des fonds – La Gazette", "", "La Gazette", "Morvan lève des fonds"),
    ],
)  # fmt: skip
def test_the_title_is_the_headline_and_not_the_name_of_the_site(
    title: str, heading: str, site: str, wanted: str
) -> None:
    body = "".join(f"<p>{one}</p>" for one in made.PARAGRAPHS)
    meta = f'<meta property="og:site_name" content="{site}">' if site else ""
    h1 = f"<h1>{heading}</h1>" if heading else ""
    source = (
        f"<html><head><title>{title}</title>{meta}</head><body>{h1}<div>{body}</div></body></html>"
    )
    assert read_page(source.encode()).title == wanted


TOPIC = "<span class=k>Énergie</span> <span>Morvan lève des fonds pour sa halle</span>"


@pytest.mark.parametrize(
    ("head", "body", "wanted"),
    [
        # Search engines are told another headline than readers.
        ('<meta property="og:title" content="Alpina met 23 M€ dans les voiles">',
         "<h1>Le pari tranquille d’un voilier</h1>", "Le pari tranquille d’un voilier"),
        # A heading of a video that is repeated for machines is not the headline.
        ('<meta property="og:title" content="La voile expliquée">',
         "<h1>Le pari tranquille d’un voilier</h1><h2>La voile expliquée</h2>",
         "Le pari tranquille d’un voilier"),
        # The topic stands before it without a sign.
        ('<meta property="og:title" content="Énergie : Morvan lève des fonds pour sa halle">',
         f"<h1>{TOPIC}</h1>", "Morvan lève des fonds pour sa halle"),
        # What belongs to it does not go.
        ('<meta property="og:title" content="Morvan lève des fonds pour sa halle">'
         '<meta name="dc.title" content="« Enfin » : Morvan lève des fonds pour sa halle">',
         "<h1>« Enfin » : Morvan lève des fonds pour sa halle</h1>",
         "« Enfin » : Morvan lève des fonds pour sa halle"),
        ('<meta property="og:title" content="Morvan lève des fonds pour sa halle">',
         "<h1>Morvan lève des fonds pour sa halle | Le Port</h1>",
         "Morvan lève des fonds pour sa halle"),
        ("<title>Morvan lève des fonds -</title>", "", "Morvan lève des fonds"),
    ],
)  # fmt: skip
def test_the_headline_that_readers_see_is_the_title(head: str, body: str, wanted: str) -> None:
    paragraphs = "".join(f"<p>{one}</p>" for one in made.PARAGRAPHS)
    source = f"<html><head>{head}</head><body>{body}<div>{paragraphs}</div></body></html>"
    assert read_page(source.encode()).title == wanted


def bare(head: str, before: str = "", after: str = "") -> bytes:
    """A page with a headline, and what it says of itself."""
    paragraphs = "".join(f"<p>{one}</p>" for one in made.PARAGRAPHS)
    return (
        f"<html><head>{head}</head><body><article><h1>{made.TITLE}</h1>{before}{paragraphs}{after}"
        "</article></body></html>"
    ).encode()


@pytest.mark.parametrize(
    ("head", "before", "after", "day"),
    [
        # When the file was made is not when the article appeared.
        ('<meta name="date" content="2022-05-01">', "<time>4.5.2022</time>", "", "2022-05-04"),
        ('<meta name="date" content="2022-05-01">', "", "", "2022-05-01"),
        # A moment in UTC is the day of the place.
        ('<meta property="article:published_time" content="Wed, 04 May 2022 00:25:56 GMT">',
         "<p>3 de mayo de 2022</p>", "", "2022-05-03"),
        ("", "<p>Kaum Wind am 1.5.2022</p>",
         '<time class="entry-date published" datetime="2022-05-03">gestern</time>', "2022-05-03"),
        ("", '<p itemprop="datePublished" title="2022-05-03T10:52">10:52</p>', "", "2022-05-03"),
        ("", "<p>Jane Roe, 3.5.22</p>", "", "2022-05-03"),
        ("", "<p>03.05.2022 " + "Die Werft teilte mit, dass sie liefern kann. " * 6 + "</p>", "",
         "2022-05-03"),
        ("", "", "<small>Erstellt von JR. Veröffentlicht am 3. Mai 2022.</small>", "2022-05-03"),
        ("", "", "<small>Dieser Beitrag wurde am <b>3. Mai 2022</b> um 9:12 veröffentlicht</small>",
         "2022-05-03"),
        ('<link rel="canonical" href="https://a.example/news/03-05-2022">', "", "", "2022-05-03"),
    ],
)  # fmt: skip
def test_the_day_is_that_on_which_the_article_appeared(
    head: str, before: str, after: str, day: str
) -> None:
    assert read_page(bare(head, before, after)).published == day


@pytest.mark.parametrize(
    ("head", "before", "after", "author"),
    [
        ('<meta name="twitter:label1" content="Verfasst von"><meta name="twitter:data1" '
         'content="Jane Roe">', "", "", "Jane Roe"),
        ("", "<p>By <a href=x>Jane Roe</a></p>", "", "Jane Roe"),
        ("", "<p>11.12.2019 - Jane Roe</p>", "", "Jane Roe"),
        ("", "<p>04.02.2022 | 13:10 Uhr | Jane van Roe</p>", "", "Jane van Roe"),
        ("", "", "<p><b>Autor:</b> Jane Roe</p>", "Jane Roe"),
        ("", '<span class="byline">Zeige alle Beiträge von Jane Roe →</span>', "", "Jane Roe"),
        ("", "", '<footer><a rel="author" href=x>Jane Roe</a></footer>', "Jane Roe"),
        ('<meta name="author" content="Redaktion">', "<p>Von Jane Roe</p>", "", "Jane Roe"),
        ('<meta name="author" content="Redaktion">', "", "", "Redaktion"),
        ('<meta name="author" content="admin">', "", "", ""),
        ("", '<header class="entry-header"><span class="byline">von Jane Roe</span></header>', "",
         "Jane Roe"),
    ],
)  # fmt: skip
def test_the_author_is_who_is_named_by_the_headline_or_by_a_label(
    head: str, before: str, after: str, author: str
) -> None:
    assert read_page(bare(head, before, after)).author == author


def test_an_article_in_several_parts_is_whole_without_what_stands_between_them() -> None:
    def part(number: int) -> str:
        lines = (
            f"The {word} yard of port {number} said that it would pay {number} million euros more."
            for word in ("first", "second", "third", "fourth")
        )
        held = "".join(f"<p>{one}</p>" for one in lines)
        return f"<div class=grid><div class='item article__body'>{held}</div></div>"

    teaser = (
        "<div class='related'><div class='item article__body'><p>Something else altogether "
        "happened in a town that has no port at all, we hear.</p></div></div>"
    )
    parts = "<div class=ad><span>Ad</span></div>".join(part(number) for number in range(1, 7))
    source = f"<html><body><article><h1>Ports pay</h1>{parts}{teaser}</article></body></html>"
    text = read_page(source.encode()).text
    for number in range(1, 7):
        assert text.count(f"port {number} said") == 4
    assert "Something else" not in text


def test_a_table_is_lines_and_a_list_has_dashes() -> None:
    table = (
        "<table><tr><th>Trimestre</th><th>Ventes</th></tr><tr><td>T1</td><td>9,1 M€</td></tr>"
        "<tr><td>T2</td><td>11,8 M€</td></tr></table>"
    )
    items = "<ul><li>Première tranche : 15 M€</li><li>Seconde tranche : 8 M€</li></ul>"
    paragraphs = "".join(f"<p>{one}</p>" for one in made.PARAGRAPHS)
    text = read_page(made.page(body=paragraphs + table + items)).text
    assert "Trimestre | Ventes\nT1 | 9,1 M€\nT2 | 11,8 M€" in text
    assert "- Première tranche : 15 M€" in text


def test_a_page_laid_out_in_tables_is_read_in_paragraphs() -> None:
    text = "<br><br>".join(made.PARAGRAPHS)
    source = (
        "<html><body><table><tr><td><a href=a>Accueil</a><br><a href=b>Archives</a></td>"
        f"<td><font size=5><b>{made.TITLE}</b></font><br><br>{text}</td></tr></table></body></html>"
    )
    document = read_page(source.encode())
    assert document.text.split("\n\n")[-len(made.PARAGRAPHS) :] == list(made.PARAGRAPHS)


def test_the_address_of_a_saved_page_is_where_it_was_saved_from() -> None:
    comment = "<!-- saved from url=(0029)https://gazette.example/morvan -->"
    source = made.page().decode().replace("<html", f"{comment}<html", 1)
    assert read_page(source.encode()).url == made.URL


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Publié le 1er mars 2020 à 9h", "2020-03-01"), ("14th of May 2024", "2024-05-14"),
        ("Sept. 6, 2022", "2022-09-06"), ("18. Januar 2024", "2024-01-18"),
        ("21 de junio de 2023", "2023-06-21"), ("5 октября 2021", "2021-10-05"),
        ("2023年4月12日", "2023-04-12"), ("05.10.2021", "2021-10-05"), ("31/02/2024", ""),
        ("Mars attacks in 2024", ""), ("version 2.0.2024", ""),
    ],
)  # fmt: skip
def test_dates_are_read_in_the_languages_of_the_press(written: str, day: str) -> None:
    assert day_of(written) == day
