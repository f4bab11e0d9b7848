"""What follows a number: the noun that it counts, when it was so, or that nothing is counted."""

from __future__ import annotations

import re

from tui.language.lazy_pattern import Pattern
from tui.language.vocabulary import S

_SOME = (
    r"(?:une?|deux|trois|quatre|cinq|six|dix|quelques|an?|one|two|three|four|five|ten"
    r"|a few|\d{1,2})"
)
WHEN = Pattern(
    rf"{S}+(?:{_SOME}{S}+(?:ans?|mois|semaines|jours|trimestres|exercices){S}+(?:plus{S}+tôt|auparavant|avant)|l[’']an(?:née)?{S}+(?:derni|pass|préc|proch)\w*"
    rf"|(?:en|in|for|dès|d[’']ici(?:{S}+à)?|by){S}+(?:19|20)\d\d|il{S}+y{S}+a|auparavant|cette{S}+année"
    rf"|(?:l[’']|le{S}+|la{S}+)(?:été|hiver|automne|printemps|saison|mois|trimestre|exercice|semestre|semaine)"
    rf"|(?:aujourd[’']hui|hier|alors|précédemment|initialement|jusqu[’']alors|jusque-là|jusqu[’']ici)"
    rf"|{_SOME}{S}+(?:year|quarter|month|week|day)s?{S}+(?:ago|earlier|before)|(?:attendu|prévu|espéré|estimé|visé|annoncé|demandé|proposé|promis|réclamé|autorisé)e?s?"
    rf"|expected|forecast|the{S}+next(?={S}*[.,;)])|the{S}+(?:year|quarter|month){S}+before|(?:last|next|this){S}+(?:year|quarter|month)"
    r"|previously|earlier|today|now|(?:next|last)(?={S}*[.,;:)]))(?!\w)",
    re.IGNORECASE,
)
"""After a number this tells when it was so: "contre 8 un an plus tôt"."""
SO_FAR = Pattern(r"[^\S\n]*(?:[;:!?)»”\"\n]|[,.](?!\d)|$)")
BESIDE = Pattern(rf"{S}+[-–—+(\d]|{S}*[\t|]{S}*|{S}+(?:contre|against|vs\.?){S}", re.IGNORECASE)
"""A next column, or what a figure is held against."""
GOES_TO = {
    "fr": Pattern(
        rf"{S}+(?:pour|au|aux|à(?!{S}*\d)|par|sur|sous|dans|chez|hors|via|avec|sans|en|et|ou|mais|tout|avant"
        rf"|après|plus(?={S}\d)|de{S}+(?:plus|moins|mieux)|pendant|selon|depuis|dès|ttc|ht|brut|net|[a-zà-ÿ]+ement)(?!\w)",
        re.IGNORECASE,
    ),
    "en": Pattern(
        rf"{S}+(?:for|in|on|to(?!{S}*\d)|from|with|by|at|each|through|over|until|during|and|or|but|went|will)(?!\w)",
        re.IGNORECASE,
    ),
}
"""After a number these are no noun that it counts."""
COUNTED_IN = Pattern(rf"{S}+(?:si|en{S}+(?:compt|inclu|ajout)ant|avec)(?!\w)", re.IGNORECASE)
DID = Pattern(
    rf"(?:{S}(?:seulement|à{S}peine|at{S}most))?{S}(?:a|ont|avai(?:t|ent)|aur(?:a|ont|ai\w+)|est|sont|étai(?:t|ent)|ser(?:a|ont|ai\w+)"
    rf"|v(?:a|ont)|i(?:ra|ront)|reviendr\w+|proviendr\w+|(?:pro|re)?viennent|iront|devai(?:t|ent)|doi(?:t|vent)|devr\w+|pourr\w+|peu(?:t|vent)|should|must|could|may|might|ha[sd]|have|was|were|is|are|will|would|went|came|goes|comes|remains?)(?!\w)"
)
"""After a number, what becomes of that part of the sum."""
IT_IS = Pattern(rf"{S}(?:is|was|has|goes|comes){S}(?!\d)")
"""After a number in English a verb in the singular: the number is an amount, no count."""
PROMISED = Pattern(
    rf"{S}(?:(?:déjà|initialement|first|originally|initially|already){S})?(?:promis|vot|prévu|approuv|approv"
    r"|annonc|demand|réclam|espér|attendu|budg[eé]t|évoqu|exig|autoris|nécessaire|requis|requ[ei]|visé|engag"
    r"|débloqu|inscrit|programm|estim|investi|levé|emprunt|plann|pledg|need|sought|ask|offer|report|agree"
    r"|allocat|earmark|authori|raised|expect|forecast|target|set{S}aside)\w*".replace("{S}", S),
    re.IGNORECASE,
)
"""After a number that a sum is a part of: "11 of the 14 approved"."""
OTHERS = Pattern(
    rf"{S}(?:autres?{S}(?:le{S}s|suiv|vien|l[’'](?:ont|ét)|ser)|(?:more|others?){S}(?:will|would|is|are){S})"
)
"""After a number in words: "cinquante autres le seront", "fifty more will follow"."""
LATER = Pattern(
    rf"{S}(?:within|before|after|next|this|later|if|when|d[’']ici|avant|l[’']an|dans{S}les?)(?!\w)",
    re.IGNORECASE,
)
OF_IT = Pattern(rf"{S}of{S}(?:it|that(?:{S}(?:sum|amount|total|money))?)(?!\w)")
OF_MONEY = Pattern(rf"{S}(?:de{S}|d[’']|of{S}|in{S})(?P<noun>[^\W\d][\w-]*)")
BECAME = Pattern(
    rf"{S}(?:(?:first|originally|initially|already|déjà|initialement|d[’']abord){S})?(?:nécessaires|manquants|restants|dus|[a-zà-ÿ]+(?:és|[aiu]bles|antis|stis|mis|çus|vus)|[a-z]+[^e]ed|paid|spent)(?!\w)"
)
"""After "dont 3" what can be said of sums, in the masculine: "payables", "versés", "allocated"."""
RATE = Pattern(rf"{S}(?:à|at){S}\d[\d.,]{{0,5}}{S}?(?:%|pour{S}cent|per{S}cent|percent)")


def is_no_noun(text: str, end: int, language: str) -> bool:
    """Whether what follows a number is nothing that the number counts."""
    return bool(
        SO_FAR.match(text, end)
        or BESIDE.match(text, end)
        or WHEN.match(text, end)
        or GOES_TO[language].match(text, end)
    )
