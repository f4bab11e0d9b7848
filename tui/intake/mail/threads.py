"""What the sender of a mail wrote, told from quoted threads and signatures.

A quotation stands behind `>`, or below a heading that a mailer wrote; a signature stands below a
line of `-- `. Both are left out and counted. What was forwarded is the reason of a forwarded mail,
and stays. A mail that holds nothing else keeps its quotation.
"""

from __future__ import annotations

import re
from email.utils import parseaddr
from typing import NamedTuple

from tui.intake.text.dates_written import day_of
from tui.model.format import counted

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
_LONGEST_NOTE = 80
_LONGEST_SIGNATURE = 15
"""Lines below `-- ` that a signature may have; more are text (RFC 3676 asks for four)."""


class OwnPart(NamedTuple):
    """What the sender of a mail wrote.

    Attributes:
        text: The text, without quotations and signature.
        notes: What was left out.
    """

    text: str
    notes: list[str]


def own_part(text: str, *, answers: bool = False) -> OwnPart:
    """Leave out the quoted threads and the signature of a mail.

    Args:
        text: The text of the mail.
        answers: Whether its subject says that it answers another one, so that headers in its text
            are those of that one.
    """
    lines = [line.rstrip() if line != "-- " else line for line in text.strip("\n").split("\n")]
    if any(_FORWARDED.match(line) for line in lines):
        return OwnPart(_joined(lines), [])
    start = _start_of_thread(lines, answers=answers)
    written = lines if start is None else lines[:start]
    own = [
        line
        for at, line in enumerate(written)
        if not line.startswith(">") and not _introduces(written, at)
    ]
    quoted = len([line for line in lines if line.strip()]) - len(
        [line for line in own if line.strip()]
    )
    at = _start_of_signature(own)
    signature = own[at:] if at is not None else []
    kept = own[:at] if at is not None else own
    if not any(line.strip() for line in kept):
        unquoted = [line.lstrip("> ") if line.startswith(">") else line for line in lines]
        return OwnPart(_joined(unquoted), ["this mail holds only what it quotes"] * bool(quoted))
    notes = []
    if quoted:
        notes.append(f"a quoted thread of {counted(quoted, 'line')} is left out")
    if signature:
        names = " · ".join(line.strip() for line in signature if line.strip(" -"))
        notes.append(f"the signature is left out: {names[:_LONGEST_NOTE]}")
    return OwnPart(_joined(kept), notes)


def _introduces(lines: list[str], at: int) -> bool:
    """Whether a line says who wrote the quotation below it."""
    if not _WROTE.match(lines[at]):
        return False
    below = next((line for line in lines[at + 1 :] if line.strip()), "")
    return below.startswith(">")


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


def _start_of_thread(lines: list[str], *, answers: bool) -> int | None:
    """Where a quotation without marks begins, to the end of the mail."""
    for at, line in enumerate(lines):
        if line.startswith(">"):
            continue
        if _ORIGINAL.match(line):
            return at
        if at > 0 and _WROTE.match(line):
            below = next((other for other in lines[at + 1 :] if other.strip()), ">")
            if not below.startswith(">"):
                return at
        if _FROM.match(line) and at > 0:
            headers = sum(1 for other in lines[at + 1 : at + 6] if _SENT.match(other))
            ruled = any(_RULE.match(other) for other in lines[max(0, at - 2) : at])
            if headers > 1 and (ruled or answers or _own_before(lines[:at])):
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
