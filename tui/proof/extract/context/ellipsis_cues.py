"""What stands before a number that leaves out the scale and currency of the sum before it."""

from __future__ import annotations

import re

from tui.language.lazy_pattern import Pattern
from tui.language.vocabulary import S

_RANK = (
    r"premi(?:er|ère)|seconde?|deuxième|troisième|quatrième|cinquième|derni(?:er|ère)|suivante?"
    r"|vainqueur|gagnant|finaliste|second|third|fourth|next|runner-up|winner|loser"
)
_VERB = (
    rf"(?!moyenne|tout|effet|fait|bourse|cash|ligne|outre|sus|tête|cours|cause|hausse|baisse|perte|vente"
    rf"|date|vue|plus|france)(?:(?:a|ont|avait|avaient|aura|auront|aurait|est|sera){S}+"
    rf"(?:(?:finalement|déjà|encore|aussi|même|donc|ensuite|[a-zà-ÿ]+ement){S}+)?)?"
    rf"(?!emplo|fabriqu|exploit|recrut|embauch|licenci|command|regroup|rassembl|recens|loge|abrit|transport)"
    rf"[a-zà-ÿ]+(?:{S}+(?:que|qu[’']|plus{S}+que|plus{S}+qu[’']|déjà|encore|maintenant|désormais|seulement|finalement|initialement"
    rf"|aujourd[’']hui|toujours|au{S}+total)){{0,2}}"
)
_MINUS = rf"(?:[-–—−+]{S}?)?"
CUES = {
    "fr": Pattern(
        rf"(?<![\w’'])(?:(?P<of>dont)|(?P<against>contre|pour{S}un{S}(?:objectif|budget|total|co[uû]t|prix){S}de|après|versus|vs\.?|au{S}+lieu{S}+de|plutôt{S}+que(?:{S}+de)?)"
        rf"(?:{S}+(?:une|la|des|les){S}+(?:prévisions?|estimations?|attentes?){S}+(?:de|à)|{S}+une?{S}+(?:déficit|perte|bénéfice|profit|excédent|budget|prix|dette|co[uû]t){S}+de)?(?:{S}+«?{S}?(?:à{S}peine|seulement))?"
        rf"|(?P<even>(?:en{S}(?:réalité|fait)|plus{S}exactement|voire(?:{S}+même)?|si{S}+ce{S}+n[’']est|peut-être(?:{S}+même)?)(?:{S}+(?:de|à))?)"
        rf"|(?P<same>(?:et|puis|mais){S}+(?:à|de)|(?:ceux|celles|celui|celle){S}+(?:à|de))|(?P<then>(?:et|puis|mais)(?:{S}+[a-zà-ÿ]+[éiu]s?)?|ensuite|soit)"
        rf"|(?P<rank>(?:le|la|les|au|aux){S}+(?:{_RANK})s?)"
        rf"|(?P<pronoun>(?:[nmtls][’'])?(?<!y )en{S}+{_VERB})"
        rf"|(?P<offer>(?:propos|offr|réclam|demand|exig|espér|vis|vers|obt|reç|perç|accept)\w+"
        rf"|(?:vend|adjug|parti(?!c)|céd|brad|liquid|achet|repri|rachet|acqui|négoci|eu(?!r)|obten|emport)\w*{S}(?:à|pour))"
        rf"|(?P<now>(?:co[uû]te|vaut|revient|se{S}vend|touche|gagne|atteint|est{S}vendue?|s[’']élève|co[uû]tera|vaudra)"
        rf"(?:{S}(?:à|désormais|maintenant|aujourd[’']hui))+|,{S}(?:désormais|maintenant|aujourd[’']hui)|(?:désormais|maintenant|aujourd[’']hui){S}à)"
        rf"|(?P<another>encore)|(?P<whole>des|aux|(?:que|sur|non){S}les)"
        rf"|(?P<to>à)"
        rf"|(?P<change>(?:ramen|port|pass|rédui|relev|abaiss|tomb|mont|grimp|descend|fond|rev[uo]|réévalu)\w*{S}+à)){S}+(?:[«“\"]{S}?)?{_MINUS}$"
        rf"|(?P<more>(?:{S}plus{S}|\+{S}?))$|(?P<aside>\(){_MINUS}$|(?P<list>,{S}(?:(?:à{S}peine|seuls?|seulement){S})?){_MINUS}$",
        re.IGNORECASE,
    ),
    "en": Pattern(
        rf"(?<![\w’'])(?:(?P<of>of{S}+which|including)|(?P<same>those|that)|(?P<even>if{S}+not|in{S}(?:reality|fact)|(?<=[,—–]{S})or|nearer|(?:or|maybe|perhaps|possibly){S}+even)|(?P<against>against|versus|vs\.?(?:{S}(?:profit|loss))?|than|(?:up|down){S}+from"
        rf"|compared{S}+(?:with|to)|from|after|instead{S}+of)"
        rf"(?:{S}+(?:(?:an?|the){S}+)?(?:estimates?|forecasts?|expectations?|consensus){S}+(?:of|for)|{S}+(?:an?|the|its){S}+(?:loss|profit|deficit|surplus|budget|debt|price|cost|high|low|peak|record|target|goal|start){S}+of)?|(?P<then>and|then)"
        rf"|(?P<offer>offers?|offered|wants?|wanted|sought|seeks|proposed|proposes|demanded|demands"
        rf"|(?:were|was|been|is|are){S}(?:given|promised|awarded|paid)|got|receiv(?:ed?|es)|accepted|settled{S}for"
        rf"|(?:went|gone|goes|sold|bought|auctioned){S}for|offer|worth|spend|pay|(?:put|chipped|poured){S}in)"
        rf"|(?P<now>now{S}(?:(?:go(?:es)?|sells?|chang(?:es)?{S}hands){S}for|costs?|fetch(?:es)?|pays?|earns?|charges?"
        rf"|(?:stands?|trades?){S}at)|(?:will|would){S}cost|where{S}it{S}(?:is|was))"
        rf"|(?P<whole>(?:out{S})?of{S}the|(?:than|not){S}the)|(?P<whose>(?:[A-Z]\w+|year|quarter|month|week|rival)[’']s)|(?P<another>another|a{S}further|an{S}(?:additional|extra))"
        rf"|(?P<change>(?:rais|cut|lower|lift|revis|reduc|increas|trimm|slash|bump)\w*{S}+to|back{S}to)|(?P<to>to|at|for)"
        rf"|(?P<rank>the{S}+(?:{_RANK}))(?:{S}+(?:gets?|got|receives?|received|won|earns?))?){S}+(?:[«“\"]{S}?)?{_MINUS}$"
        rf"|(?P<more>(?:{S}plus{S}|\+{S}?))$|(?P<aside>\(){_MINUS}$|(?P<list>,{S}(?:(?:only|just|barely|merely|a{S}mere){S})?){_MINUS}$",
        re.IGNORECASE,
    ),
}
"""Before a number these hold it against the sum told before, or make it a part of that sum."""
GAPS = {
    "fr": Pattern(
        rf",{S}(?:et{S}|mais{S})?(?:(?P<gap>(?:les|ses|leurs){S}(?:[^\W\d]+{S})?[^\W\d]+[sx])"
        rf"|(?P<one>(?:(?:le|la|son|sa|un|une){S}|l[’'])(?:[^\W\d]+{S}){{0,3}}[^\W\d]+)){S}$",
        re.IGNORECASE,
    ),
    "en": Pattern(
        rf",{S}(?:and{S}|but{S})?(?:(?P<gap>(?:the|its|their){S}(?:[^\W\d]+{S})?[^\W\d]+s)"
        rf"|(?P<one>(?:the|his|her|its|an?|my){S}(?:[^\W\d]+{S}){{0,3}}[^\W\d]+)){S}$",
        re.IGNORECASE,
    ),
}
"""A second subject whose verb is left out: "l’un touche 9 000 euros, les suivants 4 000"."""
GAPPED = {
    "fr": Pattern(
        rf"(?:,{S}(?:et{S})?|{S}et{S})(?:(?:les?|la|son|sa|ses|leurs?|un|une){S}|l[’'])?"
        rf"(?:[^\W\d_][\w’'-]*{S}){{1,3}}$",
        re.IGNORECASE,
    ),
    "en": Pattern(
        rf"(?:,{S}(?:and{S})?|{S}and{S})(?:(?:the|its?|his|her|their|an?){S})?"
        rf"(?:[^\W\d_][\w’'-]*{S}){{1,3}}$",
        re.IGNORECASE,
    ),
}
"""The subject of a list whose verb and unit are left out: "A met 19 millions d'euros, B 7"."""
GAP_GOES_ON = {
    "fr": Pattern(rf"{S}*(?:[.;!?)](?!\d)|$|\n|,{S}[^\W\d]|{S}et{S}[^\W\d])"),
    "en": Pattern(rf"{S}*(?:[.;!?)](?!\d)|$|\n|,{S}[^\W\d]|{S}and{S}[^\W\d])"),
}
"""What follows such a number: the end, or the next of the list."""
GAP_VERBS = Pattern(
    r"(?<!\w)(?:a|ont|avait|est|sont|fut|compte|emploie|pour|dans|en|à|de|du|des|sur|par|avec|après|avant|depuis"
    r"|has|have|had|is|are|was|were|for|in|on|at|by|from|to|of|with|after|before|since|over|about|only|just"
    r"|won|wins|scored|hired|built|bought|opened|closed|employs?|runs|flies|marqué|ouvert|fermé|recruté|embauché"
    r"|construit|compté|just|seulement|environ|chapitre|article|numéro|page|lot|étage|chapter|section|number|level|phase)(?!\w)",
    re.IGNORECASE,
)
"""Words that a bare subject does not have."""
PRICED = {
    "fr": Pattern(
        rf"(?<!\w)(?:une?|des|les?|la|du){S}(?:(?!(?:et|ou|puis){S})[^\W\d]\w*[’'{S[1:-1]}]){{1,4}}à{S}$",
        re.IGNORECASE,
    ),
    "en": Pattern(rf"(?<!\w)(?:an?|the|another){S}(?:\w+{S}){{1,3}}(?:at|for){S}$", re.IGNORECASE),
}
"""A thing and where its price follows: "une commode à"."""
_CALLED = (
    r"(?<!\w)(?:lignes?|tranches?|bus|tram(?:way)?|métro|bloc|réacteurs?|unité|phase|étape|acte|saison|tome|volume"
    r"|division|groupe|catégorie|classe|type|points?|rang|top|équipe|places?|porte|quai|hall|terminal|piste|route"
    r"|nationale|départementale|autoroute|zone|secteur|version|maillot|salle|numéros?|articles?|lots?|pages?|tours?"
    r"|ligues?|formule|boeing|airbus|vol|modèle|line|block|reactor|unit|stage|season|group|category|class|tier|rank"
    r"|gate|runway|room|floor|flight|windows|iphone|model|league|formula|round|seed|track|pier|highway|interstate|série|tome|chapitres?|étages?|niveau|chapters?|sections?|articles?|numbers?)(?!\w)"
)
NUMBERED = Pattern(_CALLED, re.IGNORECASE)
"""Things that are called by a number: "la ligne 4", "flight 12"."""
CALLED = Pattern(rf"{_CALLED}{S}$", re.IGNORECASE)
"""Right before a number these make it a name."""
WHOSE = Pattern(
    rf"(?:(?<!\w)(?:les?|la|son|sa|ses|leurs?|un|une|the|its?|his|her|their|an?){S}|l[’'])",
    re.IGNORECASE,
)
"""What a subject begins with that is no name."""
MOVED = {
    "fr": Pattern(
        r"(?<!\w)(?:(?:re)?gagn|perd|cèd|céd|pren|prend|recul|progress|avan[cç]|abandonn|lâch|grappill|grimp|chut"
        r"|bondi|augment|baiss|hausse|mont)\w*(?:[^.;:!?\n]|\.\d){0,80}$",
        re.IGNORECASE,
    ),
    "en": Pattern(
        rf"(?<!\w)(?:gain(?:ed|ing|s)?|los(?:t|es?|ing)|up|down|rose|ris(?:es?|en|ing)|fell|falls?|add(?:ed|s)|drop(?:ped|s)?"
        rf"|slid|shed|climb(?:ed|s)?|jump(?:ed|s)?|slipp(?:ed|s)|advanc(?:ed|es?)|eas(?:ed|es)|surged|tumbled|plunged"
        rf"|(?:increas|rais|lift|rais|cut|reduc|lower)(?:ed|es?|s)?)"
        rf"(?:{S}(?:by|another|a|an))?{S}$",
        re.IGNORECASE,
    ),
}
"""Before a sum these make it the step that a price went."""
