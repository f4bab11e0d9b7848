"""Names of authors out of bylines and metadata."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LEAD = re.compile(
    r"^(?:(?:(?:photo(?:graph)?s?|texte?|words|story|article|artículo|reportage|posted|written|"
    r"published|geschrieben|verfasst|veröffentlicht|gespeichert|erstellt|écrit|publié|rédigé|escrito"
    r"|scritto|a post|(?:view |see )?(?:all )?posts|(?:zeige )?alle beiträge"
    r"|(?:ein )?(?:artikel|beitrag)|tous les articles|author|edited)\s*)?"
    r"(?:by|par|vo[nm]|por|di|door|av|af|od|durch|de)\s*:?\s+"
    r"|(?:(?:autor(?:in|en)?|auteure?s?(?:\(s\))?|authors?|text|texte|redakteur(?:in)?|verfasser"
    r"|interview|autore|words|protokoll)(?:,\s|\s(?:und|and|et|&)\s)?)+\s*:\s*"
    r"|author\s+|\|\s*|[–—-]\s+)+",
    re.IGNORECASE,
)
_REST = re.compile(
    r"\s*(?:[|•·]|\s[–—-]\s|\(|\[|@|https?:|\bpublished\b|\bposted\b|\bpublié|\bupdated\b|"
    r"\bon\s+(?=\w+\s+\d)|\ble\s+\d|\bam\s+\d|\bvom\s+\d|\bfor\s+(?:The\s)?[A-Z]|"
    r",\s+(?:staff|reporter|correspondent|senior|chief|editor|special|journalist|redakteur|"
    r"associated|ap\b|reuters|afp|cnn|usa)|\d{1,2}[./]\d|\bfollow\b|\babout the author\b|»|→"
    r"|,?\s+(?:ph\.?d|md|m\.d)\b\.?|\s+(?:on|under|am|in|at|le)$).*$",
    re.IGNORECASE | re.DOTALL,
)
_JOINT = re.compile(
    r"\s*(?:,|;|/|&|\band\b|\bet\b|\bund\b|\by\b(?=\s[A-ZÁÉÍÓÚ])|\be\b|\bi\b(?=\s[A-ZŁŚŻ])|\bwith\b)"
    r"\s+|;",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"^(?:admin(?:istrator)?|editor(?:s|ial)?(?:\steam)?|staff(?:\s\w+)?|redaktion|la rédaction"
    r"|rédaction|redacci[oó]n|redazione|redakcja|newsroom|unknown|anonymous|no author|none|null"
    r"|webmaster|author|guest|"
    r"view (?:all|profile)|profile|contributor|user|root|team|press release|reporter|\d+)$",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"^(?:admin(?:istrator)?|unknown|anonymous|no author|none|null|webmaster|author|user|root"
    r"|\d+)$",
    re.IGNORECASE,
)
_LONGEST = 60
_MOST = 12


def names_in(values: Iterable[str], site: str = "", *, anybody: bool = False) -> list[str]:
    """The names in some bylines, each once.

    Args:
        values: Bylines or values of metadata.
        site: The name of the publisher, which is no author where a person is named.
        anybody: Whether an editorial office counts as well.
    """
    names: dict[str, str] = {}
    for value in values:
        for name in _split(value):
            unnamed = _NOBODY.match(name) if anybody else _NO_NAME.match(name)
            if unnamed or name.casefold() == site.casefold():
                continue
            names.setdefault(name.casefold(), name)
    return list(names.values())[:_MOST]


def _split(value: str) -> list[str]:
    text = " ".join(value.replace("\xa0", " ").split())
    if re.match(r"(?:https?:)?//|www\.|@", text) or "facebook.com" in text or "http" in text[:8]:
        return []
    text = _LEAD.sub("", text)
    text = _REST.sub("", text).strip(" ,;:-–—|.")
    if not text or len(text) > 4 * _LONGEST:
        return []
    pieces = [piece.strip(" .,:;|-–") for piece in _JOINT.split(text)]
    return [
        _LEAD.sub("", piece) for piece in pieces if 1 < len(piece) <= _LONGEST and _is_name(piece)
    ]


def _is_name(text: str) -> bool:
    """Whether a piece reads like a name: few words, no sentence, not all figures."""
    words = text.split()
    return (
        len(words) <= 6
        and any(letter.isalpha() for letter in text)
        and "." not in text[3:-2].replace(". ", " ")
    )
