"""What stands before a number that leaves out the scale and currency of the sum before it."""

from __future__ import annotations

import re

from tui.proof.mentions.currencies import S
from tui.proof.mentions.patterns import Pattern

_RANK = (
    r"premi(?:er|ère)|seconde?|deuxième|troisième|quatrième|cinquième|derni(?:er|ère)|suivante?"
    r"|vainqueur|gagnant|finaliste|second|third|fourth|next|runner-up|winner|loser"
)
_VERB = (
    rf"(?!moyenne|tout|effet|fait|bourse|cash|ligne|outre|sus|tête|cours|cause|hausse|baisse|perte|vente"
    rf"|date|vue|plus|france)(?:(?:a|ont|avait|avaient|aura|auront|aurait|est|sera){S}+)?"
    rf"[a-zà-ÿ]+(?:{S}+(?:que|qu[’']|plus{S}+que|plus{S}+qu[’']|déjà|encore|maintenant|désormais|seulement|finalement|initialement"
    rf"|aujourd[’']hui|toujours|au{S}+total)){{0,2}}"
)
_MINUS = rf"(?:[-–—−+]{S}?)?"
CUES = {
    "fr": Pattern(
        rf"(?<![\w’'])(?:(?P<of>dont)|(?P<against>contre|après|versus|vs\.?|au{S}+lieu{S}+de|plutôt{S}+que(?:{S}+de)?"
        rf")|(?P<even>(?:voire(?:{S}+même)?|si{S}+ce{S}+n[’']est)(?:{S}+(?:de|à))?)"
        rf"|(?P<same>(?:et|puis|mais){S}+(?:à|de)|(?:ceux|celles|celui|celle){S}+(?:à|de))|(?P<then>(?:et|puis|mais)(?:{S}+[a-zà-ÿ]+[éiu]s?)?|ensuite|soit)"
        rf"|(?P<rank>(?:le|la|les|au|aux){S}+(?:{_RANK})s?)"
        rf"|(?P<pronoun>(?:n[’'])?en{S}+{_VERB})"
        rf"|(?P<price>(?:une?|des|les?|la|du){S}+(?:(?!et{S}|ou{S}|puis{S})[^\W\d]+[’'{S[1:-1]}]+){{1,4}}à)"
        rf"|(?P<offer>(?:propos|offr|réclam|demand|exig|espér|vis|vers|obt)\w+)"
        rf"|(?P<to>à)"
        rf"|(?P<change>(?:ramen|port|pass|rédui|relev|abaiss|tomb|mont|grimp|descend|rev[uo]|réévalu)\w*{S}+à)){S}+{_MINUS}$"
        rf"|(?P<more>(?:{S}plus{S}|\+{S}?))$|(?P<aside>\(){_MINUS}$|(?P<list>,{S}(?:(?:à{S}peine|seuls?|seulement){S})?){_MINUS}$",
        re.IGNORECASE,
    ),
    "en": Pattern(
        rf"(?<![\w’'])(?:(?P<of>of{S}+which|including)|(?P<same>those|that)|(?P<even>if{S}+not|nearer|(?:or|maybe|perhaps|possibly){S}+even)|(?P<against>against|versus|vs\.?|than|(?:up|down){S}+from"
        rf"|compared{S}+(?:with|to)|from|after|instead{S}+of)|(?P<then>and|then)"
        rf"|(?P<offer>offers?|offered|wants?|wanted|sought|seeks|proposed|proposes|demanded|demands)"
        rf"|(?P<change>(?:rais|cut|lower|lift|revis|reduc|increas|trimm|slash|bump)\w*{S}+to)|(?P<to>to)"
        rf"|(?P<price>(?:an?|the|another){S}+(?:\w+{S}+){{1,3}}(?:at|for))"
        rf"|(?P<rank>the{S}+(?:{_RANK}))(?:{S}+(?:gets?|got|receives?|received|won|earns?))?){S}+{_MINUS}$"
        rf"|(?P<more>(?:{S}plus{S}|\+{S}?))$|(?P<aside>\(){_MINUS}$|(?P<list>,{S}(?:(?:only|just|barely|merely|a{S}mere){S})?){_MINUS}$",
        re.IGNORECASE,
    ),
}
"""Before a number these hold it against the sum told before, or make it a part of that sum."""
