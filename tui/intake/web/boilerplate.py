"""Lines that a page repeats around every article: invitations, credits, what to read next."""

from __future__ import annotations

import re

from tui.intake.text.dates_written import find_day

_INVITATION = 200
"""Letters that an invitation may have; what is longer is text of the article."""
_TAIL = 0.6
"""The share of an article after which "Related" begins a list of other articles."""

_READ_NEXT = re.compile(
    r"^\W*(?:(?:à )?lire (?:aussi|également|plus)|voir aussi|sur le même (?:sujet|thème)"
    r"|read (?:more|also|next)\b"
    r"|more (?:on|from|stories)\b|see also\b|related\b|recommended\b|you (?:may"
    r"|might) also like|also on\b"
    r"|don['’]t miss|lesen sie (?:auch|mehr)|lies auch|mehr (?:zum thema|zu diesem|dazu|aus)\b"
    r"|auch interessant"
    r"|das (?:thema )?könnte (?:sie|dich) (?:auch )?interessieren|weitere (?:beiträge|artikel"
    r"|infos|themen|news)\b"
    r"|passend dazu|siehe auch|lea también|leer también|le puede interesar|te puede interesar"
    r"|más (?:noticias|sobre)\b"
    r"|leggi anche|potrebbe interessarti|leia (?:também|mais)|veja também|czytaj (?:też|także"
    r"|również|więcej)"
    r"|zobacz (?:też|także)|lees (?:ook|meer)|läs (?:också|mer|även)|læs også|читайте также"
    r"|関連記事|あわせて読みたい"
    r"|top stories|trending|most read|les plus lus|auch auf\b|lust auf mehr|dans la même rubrique)",
    re.IGNORECASE,
)
_INVITES = re.compile(
    r"^\W*(?:subscribe\b|sign up\b|abonnez[- ]vous|inscrivez[- ]vous|recevez\b.*newsletter"
    r"|follow (?:us|@|\w+ on)\b"
    r"|like us on|suivez[- ]nous|folgen sie|folge uns|s[ií]guenos|seguici|obserwuj nas|volg ons"
    r"|share this|share on"
    r"|partage[rz]\b|teilen\b|compartir\b|condividi\b|advertisement\b|anzeige\b|publicité\b|publicidad\b|reklama\b"
    r"|reproduction interdite|©|\(c\)\s?\d|copyright\b|all rights reserved|tous droits réservés"
    r"|alle rechte vorbehalten"
    r"|tags?\s?:|filed under|kommentare\b.{0,30}$|comments\b.{0,20}$|leave a (?:comment|reply)"
    r"|post a comment"
    r"|hinterlasse einen kommentar|laisser un commentaire|if you (?:enjoyed"
    r"|liked) (?:reading )?this"
    r"|inhaltsverzeichnis$|table of contents$|sommaire$|click here\b|cliquez ici"
    r"|klicken sie hier|download (?:the|our) app"
    r"|print this|imprimer$|drucken$|jetzt (?:abonnieren|anmelden)|get our\b.*newsletter"
    r"|newsletter\b"
    r"|this (?:article|story) (?:was )?(?:originally |first )?(?:appeared|published)"
    r"|contact us at|advertise with|ein klick für den datenschutz"
    r"|\d\d?\.\d\d?\.\d{4} \| \d+:\d\d min)",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"^\W*(?:(?:crédits?|source)\s?(?:photos?|image|iconographique)?\s?[:©]|photo(?:s|graph|grafie)?\s?(?:by|credit|par)?\s?[:©]"
    r"|image (?:credit|source|courtesy)|foto(?:s|grafie)?\s?[:©]|bild(?:quelle|er)?\s?[:©]"
    r"|(?:\(|\[)(?:photo|foto|image)\b"
    r"|picture\s?:|quelle\s?:)|(?:getty images|shutterstock|istock|agencja gazeta)\W*$",
    re.IGNORECASE,
)
_OPENING = 4
"""Blocks at the start among which a byline may stand."""
_BYLINE = re.compile(
    r"^(?:by|par|von|por|di|door|av|autor(?:in)?|author|posted|published|publié|veröffentlicht"
    r"|updated|mis à jour"
    r"|aktualisiert|publicado|pubblicato|last (?:updated|modified)|stand)\b",
    re.IGNORECASE,
)
_LONGEST_BYLINE = 120


def without_boilerplate(blocks: list[str], title: str = "") -> list[str]:
    """The blocks of an article without those that are about the site.

    Args:
        blocks: Paragraphs, headings, tables.
        title: The headline, which is no part of the text below it.
    """
    kept: list[str] = []
    total = sum(map(len, blocks)) or 1
    seen = 0
    for at, block in enumerate(blocks):
        seen += len(block)
        if at < _OPENING and (_is_headline(block, title) or _is_byline(block)):
            continue
        if len(block) <= _INVITATION:
            if _READ_NEXT.match(block):
                if seen > _TAIL * total and not any(map(_is_text, blocks[at + 1 :])):
                    break
                if not _is_text(block):
                    continue
            elif _INVITES.match(block) or (_CREDIT.search(block) and not _is_text(block)):
                continue
        kept.append(block)
    return kept or blocks


def _is_headline(block: str, title: str) -> bool:
    """Whether a block is the headline, alone or behind its topic."""
    return block == title or (
        bool(title) and block.endswith(title) and len(block) - len(title) <= _LONGEST_TOPIC
    )


_LONGEST_TOPIC = 60


def _is_text(block: str) -> bool:
    """Whether a block is a sentence or more of the article."""
    return len(block) > 140 and block.rstrip("”»“\"')").endswith((".", "!", "?"))


def _is_byline(block: str) -> bool:
    """Whether a block says only who wrote the article, or when it appeared."""
    if len(block) > _LONGEST_BYLINE or block.endswith(("?", "!")):
        return False
    day = find_day(block)
    rest = f"{block[: day[0]]} {block[day[1] :]}" if day else block
    words = [word for word in rest.split() if any(letter.isalpha() for letter in word)]
    if _BYLINE.match(block):
        return len(words) <= (12 if day else 6) and not block.endswith(".")
    return day is not None and len(words) <= 5
