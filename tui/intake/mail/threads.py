"""Quoted threads and signatures of a mail, told from what its sender wrote.

Both stay in the text, marked as mails mark them: quoted lines begin with `> `, a signature stands
below a line of `-- `. A quotation that a mailer put below a heading of its own, without marks, is
marked here. What was forwarded is the reason of a forwarded mail, and stays as it is.
"""

from __future__ import annotations

import re
from email.utils import parseaddr
from typing import NamedTuple

from tui.intake.text.dates_written import day_of

_WROTE = re.compile(
    r"^(?:On\b.{4,200}\bwrote|Le\b.{4,200}\ba écrit|Am\b.{4,200}\bschrieb\b.{0,80}"
    r"|El\b.{4,200}\bescribió"
    r"|Il\b.{4,200}\bha scritto|Em\b.{4,200}\bescreveu|Op\b.{4,200}\bschreef\b.{0,80}"
    r"|W dniu\b.{4,200}\bpisze"
    r"|Den\b.{4,200}\bskrev\b.{0,80}|.{4,120}<\S+@\S+>\s*(?:wrote|a écrit|schrieb))\s?:?\s*$",
    re.IGNORECASE,
)
_ORIGINAL = re.compile(
    r"^[\s>]*(?:-{2,}|_{2,})\s*(?:original message|message d'origine|message original"
    r"|message d’origine"
    r"|ursprüngliche nachricht|mensaje original|messaggio originale|mensagem original"
    r"|oorspronkelijk bericht)",
    re.IGNORECASE,
)
_FORWARDED = re.compile(
    r"^[\s>]*-{2,}\s*(?:forwarded message|message transféré|message transmis"
    r"|weitergeleitete nachricht"
    r"|mensaje reenviado|messaggio inoltrato|doorgestuurd bericht|begin forwarded"
    r"|mensagem encaminhada)"
    r"|^(?:begin forwarded message|début du message (?:réexpédié|transféré)"
    r"|anfang der weitergeleiteten)",
    re.IGNORECASE,
)
_RULE = re.compile(r"^_{20,}\s*$")
_FROM = re.compile(r"^\s*\*?(?:from|de|von|da|van|od|från)\s?:\*?\s+\S", re.IGNORECASE)
_SENT = re.compile(
    r"^\s*\*?(?:sent|envoyé|gesendet|date|datum|enviado(?: el)?|inviato|verzonden|fecha|data|to"
    r"|à|an|cc"
    r"|subject|objet|betreff|asunto|oggetto|onderwerp|para|a|aan)\s?:\*?\s+\S",
    re.IGNORECASE,
)
_FROM_LABEL = re.compile(r"from|de|von|da|van|od|från", re.IGNORECASE)
_DATE_LABEL = re.compile(
    r"date|sent|datum|gesendet|envoyé|fecha|data|inviato|verzonden", re.IGNORECASE
)
_SIGNATURE = re.compile(r"^-- ?$")
_DEVICE = re.compile(
    r"^(?:sent from my\b|envoyé de(?:puis)? mon\b|envoyé à partir de|von meinem \w+ gesendet"
    r"|gesendet von"
    r"|enviado desde mi|inviato da|get outlook for|télécharger outlook|verstuurd vanaf)",
    re.IGNORECASE,
)
_LONGEST_SIGNATURE = 15
"""Lines below `-- ` that a signature may have; more are text (RFC 3676 asks for four)."""


class Marked(NamedTuple):
    """A mail with its threads and signature marked.

    Attributes:
        text: The whole text.
        own: What its sender wrote, without signature and quotations.
        notes: What was marked.
    """

    text: str
    own: str
    notes: list[str]


def mark_threads(text: str) -> Marked:
    """Mark the quoted threads and the signature of a mail."""
    lines = [line.rstrip() if line != "-- " else line for line in text.strip("\n").split("\n")]
    start = _start_of_thread(lines)
    if start is not None:
        lines = [
            *lines[:start],
            *(line if line.startswith(">") or not line else f"> {line}" for line in lines[start:]),
        ]
    quoted = [line for line in lines if line.startswith(">")]
    own_lines = [line for line in lines if not line.startswith(">")]
    at = _start_of_signature(own_lines)
    signature = own_lines[at:] if at is not None else []
    if signature and at is not None and not _SIGNATURE.match(signature[0]):
        place = next(
            place
            for place, line in enumerate(lines)
            if line is signature[0] or line == signature[0]
        )
        lines.insert(place, "-- ")
    own = own_lines[:at] if at is not None else own_lines
    notes = []
    if quoted:
        notes.append(f"{len(quoted)} lines of a quoted thread are marked with >")
    if signature:
        notes.append("a signature is marked with --")
    return Marked(_joined(lines), "\n".join(own), notes)


class Forwarded(NamedTuple):
    """Who wrote a mail that was forwarded, and when; empty where it was not, or does not say."""

    author: str = ""
    published: str = ""


def forwarded_headers(text: str) -> Forwarded:
    """The headers of a forwarded mail, which a forwarding mailer writes above its text."""
    lines = text.split("\n")
    at = next((at for at, line in enumerate(lines) if _FORWARDED.match(line)), None)
    if at is None:
        return Forwarded()
    author = published = ""
    for line in lines[at + 1 : at + 12]:
        label, _, value = line.strip("> *").partition(":")
        if _FROM_LABEL.fullmatch(label.strip(" *")):
            author = (
                author or parseaddr(value.strip(" *"))[0] or value.partition("<")[0].strip(' *"')
            )
        elif _DATE_LABEL.fullmatch(label.strip(" *")):
            published = published or day_of(value)
    return Forwarded(author, published)


def _start_of_thread(lines: list[str]) -> int | None:
    """Where a quotation without marks begins, to the end of the mail."""
    for at, line in enumerate(lines):
        if line.startswith(">"):
            continue
        if _FORWARDED.match(line):
            return None
        if _ORIGINAL.match(line):
            return at
        if at > 0 and _WROTE.match(line):
            below = next((other for other in lines[at + 1 :] if other.strip()), ">")
            if not below.startswith(">"):
                return at
        if _FROM.match(line) and at > 0:
            headers = sum(1 for other in lines[at + 1 : at + 6] if _SENT.match(other))
            ruled = any(_RULE.match(other) for other in lines[max(0, at - 2) : at])
            if headers > 1 and (ruled or _own_before(lines[:at])):
                return at - 1 if ruled and _RULE.match(lines[at - 1]) else at
    return None


def _own_before(lines: list[str]) -> bool:
    """Whether so much stands above a block of headers that it is an answer."""
    return sum(len(line) for line in lines if not line.startswith(">")) > 200


def _start_of_signature(lines: list[str]) -> int | None:
    filled = [at for at, line in enumerate(lines) if line.strip()]
    for at in reversed(filled):
        if _SIGNATURE.match(lines[at]):
            rest = [line for line in lines[at + 1 :] if line.strip()]
            return at if len(rest) <= _LONGEST_SIGNATURE else None
    if filled and _DEVICE.match(lines[filled[-1]].strip()):
        return filled[-1]
    return None


def _joined(lines: list[str]) -> str:
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")
