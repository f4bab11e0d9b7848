"""Names of parties in a table: several in a cell taken apart, the same one under one id."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from tui.model.records import Party

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_LEGAL = (
    r"(?:inc|incorporated|llc|l\.l\.c|ltd|limited|llp|lp|plc|corp|corporation|co|company|gmbh|ag|se|kg|sarl"
    r"|s\.à\.r\.l|sàrl|sas|s\.a\.s|sa|s\.a|spa|s\.p\.a|srl|s\.r\.l|bv|b\.v|nv|n\.v|ab|oy|oyj|as|a/s|aps|sl|s\.l"
    r"|pty|pte|kk|k\.k|sp\. z o\.o|z o\.o|jsc|pjsc|ooo|oao)"
)
_SUFFIX = re.compile(rf"(?<![&+])(?:,?\s+{_LEGAL}\.?)+\s*$", re.IGNORECASE)
"""What follows a sign of "and" is part of the name: "Loam & Co"."""
_AFTER_COMMA = re.compile(rf"\s*{_LEGAL}\.?\s*", re.IGNORECASE)
_HARD = re.compile(r"\s*(?:;|\||\n|\r|•|\s/\s|\s\+\s)\s*")
_LAST = re.compile(r"\s+(?:and|et|und|y)\s+(?=\S+(?:\s\S+){0,4}$)")
_LEAD = re.compile(
    r"\s*[(\[]\s*(?:lead|lead investor|chef de file|co-lead|leader)\s*[)\]]|^led by\s+"
    r"|^mené par\s+",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"[-–—?.\s]*|n/?\.?a\.?|n\.?\s?[cd]\.?|none|null|unknown|inconnue?s?|undisclosed(?:\s\w+)*|confidential\w*"
    r"|non (?:divulgué|communiqué)e?s?|(?:and )?others?|et autres?|autres(?: investisseurs)?"
    r"|other investors"
    r"|various(?: investors)?|divers|private investors?|angel investors?|business angels?"
    r"|et al\.?|tbd",
    re.IGNORECASE,
)
_LONGEST = 200


@lru_cache(maxsize=65_536)
def split_names(cell: str, *, commas: bool) -> tuple[str, ...]:
    """The names in a cell, in its order and each once; words for nobody are left out.

    Args:
        cell: The text.
        commas: Whether a comma may part names: the column says that it holds several.
    """
    pieces: list[str] = []
    for hard in _HARD.split(cell.strip()):
        if commas and "," in hard:
            parts = _join_legal(hard.split(","))
            # "A, B and C": the last comma's part may hold two names.
            last = _LAST.split(parts[-1].strip(), maxsplit=1)
            pieces += [*parts[:-1], *last]
        else:
            pieces.append(hard)
    names: dict[str, str] = {}
    for piece in pieces:
        name = " ".join(_LEAD.sub(" ", piece.strip()).split()).strip(" ,;")
        name = re.sub(r"^(?:and|et|und)\s+(?=[A-ZÀ-Þ])", "", name)
        if name and not _NOBODY.fullmatch(name):
            names.setdefault(name_key(name), name[:_LONGEST])
    return tuple(names.values())


def lead_of(cell: str, names: Sequence[str]) -> str:
    """Who of several is marked as the lead; empty where nobody is."""
    for piece in re.split(r"[,;|\n]", cell):
        if _LEAD.search(piece):
            key = name_key(_LEAD.sub(" ", piece).strip())
            return next((name for name in names if name_key(name) == key), "")
    return ""


def _join_legal(parts: list[str]) -> list[str]:
    """Parts between commas, "Acme, Inc." as one."""
    joined: list[str] = []
    for part in parts:
        if joined and _AFTER_COMMA.fullmatch(part):
            joined[-1] = f"{joined[-1]},{part}"
        else:
            joined.append(part)
    return joined


@lru_cache(maxsize=65_536)
def name_key(name: str) -> str:
    """What two spellings of one name have in common: no case, accents, signs or legal form."""
    bare = _SUFFIX.sub("", name.strip()) or name
    text = unicodedata.normalize("NFKD", bare.casefold())
    text = "".join(letter for letter in text if not unicodedata.combining(letter))
    words = re.findall(r"\w+", text)
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(words) or text


class PartyBook:
    """The parties of a corpus and those that a table adds, found by any of their names.

    Attributes:
        added: The parties that the corpus does not have yet, by id.
        merged: Other spellings that were taken for a party, by its id.
    """

    def __init__(self, parties: Mapping[str, Party]) -> None:
        self._known: dict[str, str] = {}
        self._ids = set(parties)
        self._names = {party.id: party.name for party in parties.values()}
        for party in parties.values():
            for name in (party.name, *party.aliases, party.id):
                self._known.setdefault(name_key(name), party.id)
        self.added: dict[str, Party] = {}
        self.merged: dict[str, dict[str, None]] = {}

    def party(self, name: str) -> str:
        """The id of the party with a name, a new one where the corpus has none."""
        key = name_key(name)
        found = self._known.get(key)
        if found is None:
            found = self._free_id(key)
            self._known[key] = found
            self._ids.add(found)
            self._names[found] = name
            self.added[found] = Party(found, name)
        elif name.casefold() != self._names[found].casefold():
            self.merged.setdefault(found, {})[name] = None
        return found

    def name(self, party: str) -> str:
        """The name to show for a party."""
        return self._names.get(party, party)

    def _free_id(self, key: str) -> str:
        base = slug(key) or "party"
        if base not in self._ids:
            return base
        number = 2
        while f"{base}-{number}" in self._ids:
            number += 1
        return f"{base}-{number}"


def slug(text: str) -> str:
    """A text as part of an id: small letters and digits of ASCII, joined by hyphens.

    Letters of other scripts are told by their code points, so that no two names fall together.
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    plain = (
        plain.replace("ß", "ss")
        .replace("æ", "ae")
        .replace("œ", "oe")
        .replace("ø", "o")
        .replace("ł", "l")
    )
    coded = "".join(
        letter if letter.isascii() or not letter.isalnum() else f"-u{ord(letter):x}-"
        for letter in plain
    )
    return re.sub(r"[^a-z0-9]+", "-", coded).strip("-")[:80].strip("-")
