"""Documents of every kind, made of one article, so that what is read can be held against it."""

from __future__ import annotations

import base64
import io
import quopri
import textwrap
import zipfile
from html import escape

TITLE = "Le chantier Morvan lève 23 millions d’euros auprès du fonds Alpina"
AUTHOR = "Solène Marchetti"
PUBLISHER = "La Gazette des quais"
DAY = "2024-03-27"
URL = "https://gazette.example/morvan"
PARAGRAPHS = (
    "Le chantier Morvan, spécialiste des vedettes électriques, a annoncé mercredi une levée de "
    "fonds de 23 millions d’euros menée par le fonds Alpina, avec la participation de deux banques "
    "bretonnes et de la région.",
    "L’entreprise, fondée en 2009, avait déjà réuni 4,5 millions d’euros en 2021. Elle emploie "
    "aujourd’hui 162 personnes à Lorient et à Concarneau, et son carnet de commandes dépasse "
    "87 millions d’euros.",
    "« Nous doublons la capacité de nos deux cales », assure sa présidente, qui attend un chiffre "
    "d’affaires de 35 millions d’euros en 2027, contre 12,8 millions en 2023.",
    "L’argent servira à construire une halle de montage dont l’ouverture est prévue au premier "
    "semestre 2026. L’investissement total s’élève à 41 millions d’euros, le reste étant financé "
    "par la dette.",
)
PLAIN = "\n\n".join((TITLE, *PARAGRAPHS)) + "\n"
NAVIGATION = "Abonnez-vous pour 1 € par mois"
RELATED = "Dix recettes de rentrée à moins de 5 euros"


def page(*, charset: str = "utf-8", declared: bool = True, head: str = "", body: str = "") -> bytes:
    """A page with navigation, an article, related links and a footer."""
    meta = f'<meta charset="{charset}">' if declared else ""
    text = body or "".join(f"<p>{escape(one)}</p>" for one in PARAGRAPHS)
    source = f"""<!DOCTYPE html><html lang="fr"><head>{meta}<title>{TITLE} | {PUBLISHER}</title>
{head}</head><body><nav><ul><li><a href="/">Accueil</a></li><li><a href="/a">{NAVIGATION}</a></li>
<li><a href="/b">CAC 40 : 8 150 points</a></li></ul></nav><article><h1>{TITLE}</h1>
<p class="byline">Par {AUTHOR}, le 27 mars 2024 à 18h05</p>{text}</article>
<aside class="related"><h3>À lire aussi</h3><ul><li><a href="/x">{RELATED}</a></li></ul></aside>
<footer>© 2024 {PUBLISHER} <a href="/m">Mentions légales</a></footer></body></html>"""
    return source.encode(charset, "xmlcharrefreplace")


def mhtml() -> bytes:
    """A page saved as one file."""
    html = quopri.encodestring(page()).decode()
    return (
        f"From: <Saved by a browser>\r\nSnapshot-Content-Location: {URL}\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="--b"\r\n\r\n'
        "----b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        f"Content-Location: {URL}\r\n\r\n{html}\r\n----b--\r\n"
    ).encode()


def feed(*, atom: bool = False) -> bytes:
    """A feed with the article and another item."""
    html = escape("".join(f"<p>{escape(one)}</p>" for one in PARAGRAPHS))
    if atom:
        return (
            '<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" '
            f'xml:lang="fr"><title>{PUBLISHER}</title><entry><title>{TITLE}</title>'
            f'<link rel="alternate" href="{URL}"/><published>{DAY}T18:05:00+01:00</published>'
            f"<author><name>{AUTHOR}</name></author><content type='html'>{html}</content></entry>"
            "<entry><title>Autre</title><summary>Une ligne de 3 millions.</summary></entry></feed>"
        ).encode()
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
        f"<title>{PUBLISHER}</title><language>fr</language><item><title>{TITLE}</title>"
        f"<link>{URL}</link><pubDate>Wed, 27 Mar 2024 17:05:00 GMT</pubDate>"
        f"<dc:creator>{AUTHOR}</dc:creator><description>Court.</description>"
        f"<content:encoded>{html}</content:encoded></item>"
        "<item><title>Autre</title><description>Une ligne de 3 millions.</description></item>"
        "</channel></rss>"
    ).encode()


def mail(*, kind: str = "qp", body: str = "", subject: str = TITLE) -> bytes:
    """A mail: quoted-printable, base64, flowed, or HTML alone."""
    text = body or "\n\n".join(PARAGRAPHS)
    word = base64.b64encode(subject.encode()).decode()
    head = (
        f"From: =?utf-8?q?Sol=C3=A8ne_Marchetti?= <s@gazette.example>\r\nTo: a@b.example\r\n"
        f"Subject: =?utf-8?b?{word}?=\r\nDate: Wed, 27 Mar 2024 18:05:00 +0100\r\n"
        "MIME-Version: 1.0\r\nMessage-ID: <1@gazette.example>\r\n"
    )
    encoding = "quoted-printable"
    form = 'text/plain; charset="utf-8"'
    if kind == "base64":
        encoding, data = "base64", base64.encodebytes(text.encode()).decode()
    elif kind == "flowed":
        lines = [" \r\n".join(textwrap.wrap(one, 66)) for one in text.split("\n\n")]
        form, data = f"{form}; format=flowed", "\r\n\r\n".join(lines)
        encoding = "8bit"
    elif kind == "html":
        form = 'text/html; charset="utf-8"'
        html = "".join(f"<p>{escape(one)}</p>" for one in text.split("\n\n"))
        data = quopri.encodestring(f"<html><body>{html}</body></html>".encode()).decode()
    else:
        data = quopri.encodestring(text.encode()).decode()
    head += f"Content-Type: {form}\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n"
    return (head + data).encode()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def archive(members: dict[str, str | bytes]) -> bytes:
    """A zip archive of some members."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in members.items():
            target.writestr(name, data)
    return stream.getvalue()


def run(text: str) -> str:
    """A run of text in Word."""
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def word(body: str = "", notes: str = "") -> bytes:
    """A Word document; its title is styled as one."""
    text = body or "".join(f"<w:p>{run(one)}</w:p>" for one in PARAGRAPHS)
    title = f'<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>{run(TITLE)}</w:p>'
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<w:document {W}><w:body>{title}{text}</w:body></w:document>",
        "docProps/core.xml": '<p xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:creator>{AUTHOR}</dc:creator></p>",
    }
    if notes:
        members["word/footnotes.xml"] = f"<w:footnotes {W}>{notes}</w:footnotes>"
    return archive(members)


def opendocument(body: str = "", before: str = "") -> bytes:
    """An OpenDocument text."""
    text = body or "".join(f"<text:p>{escape(one)}</text:p>" for one in PARAGRAPHS)
    names = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    )
    return archive(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {names}><office:body><office:text>{before}"
            f'<text:h text:outline-level="1">{escape(TITLE)}</text:h>{text}'
            "</office:text></office:body></office:document-content>",
        }
    )


def rich_text(extra: str = "") -> bytes:
    """A Rich Text document in windows-1252, with code points for what that lacks."""

    def coded(text: str) -> str:
        pieces = []
        for letter in text:
            if letter in "\\{}":
                pieces.append("\\" + letter)
            elif ord(letter) < 128:
                pieces.append(letter)
            else:
                pieces.append(f"\\u{ord(letter)}?")
        return "".join(pieces)

    paragraphs = "\\par\n".join(map(coded, (TITLE, *PARAGRAPHS)))
    return (
        "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Times;}}{\\info{\\author "
        f"{coded(AUTHOR)}}}{{\\creatim\\yr2024\\mo3\\dy27}}}}\\pard {paragraphs}{extra}\\par}}"
    ).encode("ascii")


Shown = tuple[float, float, float, str]
"""Where a line of a PDF stands, from the left and the bottom in points, its size, its text."""


def pdf(
    pages: list[list[Shown]], *, title: str = "", extra: str = "", image: bool = False
) -> bytes:
    """A PDF with lines of Helvetica; `^1^` is a raised 1; an image may take the place of text."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    objects.append(font)
    picture = (
        b"<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray "
        b"/BitsPerComponent 8 /Length 4 >>\nstream\n\x00\xff\xff\x00\nendstream"
    )
    objects.append(picture)
    kids = []
    for lines in pages:
        content = b"q 400 0 0 600 50 50 cm /I Do Q\n" if image else b""
        for x, y, size, text in lines:
            content += b"BT %g %g Td" % (x, y)
            for at, piece in enumerate(text.split("^")):
                shown = piece.encode("cp1252").replace(b"\\", b"\\\\")
                shown = shown.replace(b"(", b"\\(").replace(b")", b"\\)")
                raised = at % 2
                content += b" /F %g Tf %g Ts (%b) Tj" % (
                    size / 2 if raised else size, size / 2.5 if raised else 0, shown,
                )  # fmt: skip
            content += b" ET\n"
        objects.append(b"<< /Length %d >>\nstream\n%bendstream" % (len(content), content))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources "
            b"<< /Font << /F 3 0 R >> /XObject << /I 4 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%b] >>" % (len(kids), b" ".join(kids))
    info = b""
    if title:
        hexed = ("\ufeff" + title).encode("utf-16-be").hex().encode()
        objects.append(b"<< /Title <%b> >>" % hexed)
        info = b"/Info %d 0 R" % len(objects)
    data = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer << /Size %d /Root 1 0 R %b %b >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, info, extra.encode(), start,
    )  # fmt: skip
    return data


def set_lines(
    paragraphs: tuple[str, ...], *, x: float, top: float, letters: int, size: float = 10
) -> list[Shown]:
    """Paragraphs set in lines of so many letters, words parted where they do not fit."""
    lines: list[Shown] = []
    y = top
    for paragraph in paragraphs:
        for line in textwrap.wrap(paragraph, letters):
            lines.append((x, y, size, line))
            y -= size * 1.2
        y -= size
    return lines
