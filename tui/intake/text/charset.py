"""Decoding the bytes of pages, mails and texts: what they say of themselves, and what they are.

Declarations are wrong often enough (a page kept as UTF-8 under an old `<meta>`), so bytes that are
valid UTF-8 are read as UTF-8 whatever is declared, and a declared encoding in which the bytes make
no sense is not believed. Labels are those of the WHATWG Encoding Standard: pages that say
`iso-8859-1` are written in windows-1252.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter
from typing import NamedTuple

_LABELS = {
    "iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "iso8859-1": "cp1252",
    "ascii": "cp1252", "us-ascii": "cp1252", "iso-8859-9": "cp1254", "iso-8859-11": "cp874",
    "tis-620": "cp874", "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030",
    "ks_c_5601-1987": "cp949", "euc-kr": "cp949", "shift_jis": "cp932", "shift-jis": "cp932",
    "x-sjis": "cp932", "sjis": "cp932", "windows-31j": "cp932", "macintosh": "mac_roman",
    "x-mac-roman": "mac_roman", "utf8": "utf-8", "unicode": "utf-8", "utf-8-sig": "utf-8",
    "ansi": "cp1252", "x-ansi": "cp1252", "iso-8859-8-i": "iso8859-8", "big5-hkscs": "big5hkscs",
    "x-x-big5": "big5", "x-euc-jp": "euc_jp", "unicode-1-1-utf-8": "utf-8",
}  # fmt: skip
"""Labels as they are written on the web, to the codecs that read what is meant."""

_META = re.compile(
    rb"""<meta\b[^>]{0,400}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})"""
    rb"""|<\?xml\b[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_:.-]{2,40})["']""",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 8192
"""Bytes in which a declaration stands: browsers look at 1024, but old pages put scripts first."""

_SAMPLE = 200_000
"""Bytes that an encoding is guessed from."""
_FEW_BAD = 0.02
"""Share of broken sequences below which a text is UTF-8 that was cut or patched."""

_ALPHABETS = {
    "cp1252": (
        "éèàçêùôîâûëïœæÉÈÀÇÊÎÔ", "äöüßÄÖÜ", "ñáíóúü¿¡ÁÉÍÓÚÑ", "ãõçáéíóúâêôàÃÇÉ", "àèéìòùÀÈ",
        "åäöéÅÄÖ", "æøåéÆØÅ", "ëéïöüèê",
    ),
    "cp1250": (
        "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ", "áčďéěíňóřšťúůýžÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ", "áäčďéíĺľňóôŕšťúýžČŠŽÚ",
        "áéíóöőúüűÁÉÍÓÖŐÚÜŰ", "čćđšžČĆĐŠŽ", "ăâîşţĂÂÎŞŢ",
    ),
    "iso8859-2": (
        "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ", "áčďéěíňóřšťúůýžÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ", "áéíóöőúüűÁÉÍÓÖŐÚÜŰ",
        "čćđšžČĆĐŠŽ",
    ),
    "cp1254": ("çğıöşüÇĞİÖŞÜ",),
    "cp1257": ("āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽ", "ąčęėįšųūžĄČĘĖĮŠŲŪŽ"),
    "iso8859-15": ("éèàçêùôîâûëïœ€šžŠŽ",),
    "mac_roman": ("éèàçêùôîâûëïœ", "äöüß", "ñáíóú¿¡"),
    "cp1251": ("абвгдежзийклмнопрстуфхцчшщъыьэюяё", "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"),
    "koi8-r": ("абвгдежзийклмнопрстуфхцчшщъыьэюяё",),
    "iso8859-5": ("абвгдежзийклмнопрстуфхцчшщъыьэюяё",),
    "cp866": ("абвгдежзийклмнопрстуфхцчшщъыьэюяё",),
    "cp1253": ("αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώ",),
    "cp1255": ("אבגדהוזחטיכלמנסעפצקרשתםןץףך",),
    "cp1256": ("ابتثجحخدذرزسشصضطظعغفقكلمنهويةىأإآئءؤ",),
}  # fmt: skip
"""The letters beyond ASCII of the languages written in each one-byte encoding."""
_SIGNS = frozenset("«»“”„‘’‚–—…€£§°©® ·•№¿¡•‹›ºª½²³")
"""Signs that text of every language holds."""
_WIDE = ("cp932", "euc_jp", "gb18030", "big5", "cp949")
_HAN = frozenset(
    "的一是不了在人有我他这個们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年日月本社億円見発会公司報新"
)


class Decoded(NamedTuple):
    """Text out of bytes.

    Attributes:
        text: The text, without byte order mark.
        encoding: The codec it was read with.
        note: What the reader should know: that the encoding was guessed; empty where it was not.
    """

    text: str
    encoding: str
    note: str = ""


def declared_charset(data: bytes) -> str:
    """The encoding that a page or an XML document names near its start; may be empty."""
    found = _META.search(data, 0, _DECLARED_WITHIN)
    if found is None:
        return ""
    return (found[1] or found[2] or b"").decode("ascii", "ignore")


def decode(data: bytes, *declared: str) -> Decoded:
    """Decode bytes; nothing is refused, what cannot be read becomes U+FFFD.

    Args:
        data: The bytes.
        declared: Encodings that were named, the most trustworthy first: by the server, in the page.
    """
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return Decoded(data.decode(encoding, "replace"), encoding)
    if b"\0" in data[:400] and (wide := _utf16_without_mark(data)):
        return Decoded(data.decode(wide, "replace"), wide, "read as UTF-16, which it does not say")
    labels = [codec for label in declared if (codec := _codec(label))]
    if (text := _strict(data, "utf-8")) is not None and "\x1b$" not in text:
        return Decoded(text, "utf-8")
    if "utf-8" in labels or not labels:
        text = data.decode("utf-8", "replace")
        bad = text.count("�")
        beyond = sum(1 for letter in text[:_SAMPLE] if letter > "\x7f")
        if beyond and bad <= max(1, beyond * _FEW_BAD) and beyond > 4:
            return Decoded(text, "utf-8", f"{bad} places are no valid UTF-8")
    for codec in labels:
        if codec != "utf-8" and (text := _strict(data, codec)) is not None and _plausible(text):
            return Decoded(text, codec)
    guessed = _guess(data[:_SAMPLE])
    return Decoded(
        data.decode(guessed, "replace"), guessed, f"its encoding was guessed: {_named(guessed)}"
    )


def _named(codec: str) -> str:
    return codec.replace("cp125", "windows-125").replace("iso8859", "iso-8859")


def _codec(label: str) -> str:
    """The codec for a label; empty for none."""
    name = label.strip().strip("\"'").lower().replace("windows-125", "cp125")
    name = _LABELS.get(name, name)
    try:
        info = codecs.lookup(name)
    except (LookupError, ValueError):
        return ""
    # Codecs such as `hex` or `rot13` turn bytes into bytes; `utf-16` here has no mark.
    text_codec = getattr(info, "_is_text_encoding", True)
    if not text_codec or info.name.startswith(("utf-16", "utf-32", "idna", "punycode", "unicode")):
        return ""
    return "cp1252" if info.name in {"iso8859-1", "ascii"} else info.name


def _strict(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeDecodeError, LookupError):
        if not codec.startswith("cp125"):
            return None
    # Browsers read the five bytes that windows-1252 leaves open as controls.
    text = data.decode(codec, "replace")
    return text if text.count("�") <= max(2, len(text) // 2000) else None


def _plausible(text: str) -> bool:
    """Whether a decoded text is one: few controls of C1, few letters of no use."""
    sample = text[:_SAMPLE]
    odd = sum(1 for letter in sample if "\x80" <= letter <= "\x9f")
    return odd <= max(4, len(sample) // 500)


def _utf16_without_mark(data: bytes) -> str:
    even, odd = data[0:400:2].count(0), data[1:400:2].count(0)
    half = min(len(data), 400) // 2
    if odd > half * 0.6 and even < half * 0.1:
        return "utf-16-le"
    if even > half * 0.6 and odd < half * 0.1:
        return "utf-16-be"
    return ""


def _guess(data: bytes) -> str:
    """The encoding in which most letters beyond ASCII belong to one language.

    A letter of the language counts 1, a sign of every language ½, anything else counts against;
    the earlier encoding wins a tie, so that windows-1252 is read where nothing else is likelier.
    Decodes the sample some fifteen times: 20 ms for 200 kB.
    """
    best, most = "cp1252", -1.0
    beyond = sum(1 for byte in data if byte > 0x7F) or 1
    for codec in _WIDE if beyond * 5 > len(data) else ():
        score = _wide_score(data, codec, beyond)
        if score > most:
            best, most = codec, score
    for codec, alphabets in _ALPHABETS.items():
        letters = Counter(
            letter
            for letter in data.decode(codec, "replace")
            if letter > "\x7f" and letter != "\xa0"
        )
        total = sum(letters.values()) or 1
        for alphabet in alphabets:
            belongs = set(alphabet)
            score = 0.0
            for letter, times in letters.items():
                if letter in belongs:
                    score += times
                elif letter in _SIGNS:
                    score += times / 2
                elif letter.lower() in belongs:
                    score += times * 0.4
                elif not unicodedata.category(letter).startswith("L"):
                    score -= times
            if score / total > most + 1e-9:
                best, most = codec, score / total
    return best


def _wide_score(data: bytes, codec: str, beyond: int) -> float:
    """How far a text in an encoding of two bytes a sign is one of its language."""
    for cut in range(4):  # a sample may end within a sign
        try:
            text = data[: len(data) - cut].decode(codec)
        except UnicodeDecodeError:
            continue
        break
    else:
        return -1
    if codec in ("cp932", "euc_jp"):
        fit = sum(1 for letter in text if "ぁ" <= letter <= "ヿ") * 2
    elif codec == "cp949":
        fit = sum(1 for letter in text if "가" <= letter <= "힣")
    else:
        fit = sum(1 for letter in text if letter in _HAN) * 4
    half = sum(1 for letter in text if "｡" <= letter <= "ﾟ")
    return min(1.2, (fit - half) * 2 / beyond)
