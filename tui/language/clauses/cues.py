"""Words that tell what a deal or a figure is: instruments, facts, rates, comparisons, hearsay.

Patterns are written for `re`, ignore case and stand between word boundaries.
"""

from __future__ import annotations

from tui.language.plain_words import words_of

INSTRUMENT_WORDS: dict[str, tuple[tuple[str, str], ...]] = {
    "en": (
        ("convertible-note",
         r"convertible (?:notes?|bonds?|debt|loans?|debentures?)"
         r"|convertibles?"),
        ("credit-facility",
         r"(?:revolving )?credit (?:facility|facilities|lines?)|revolver"
         r"|line of credit"),
        ("compute-credit", r"(?:compute|cloud|computing) credits?|credits"),
        ("cloud-commitment",
         r"cloud(?:[- ]computing)?(?: \w+)? (?:contract|deal|agreement|services?|capacity"
         r"|infrastructure)"
         r"|(?:contract|deal|agreement) for cloud|computing (?:power|capacity|resources)"
         r"|compute capacity"
         r"|cloud computing|gpu capacity|cloud"),
        ("debt",
         r"(?:loans?|bonds?|debt|borrow(?:ed|s|ing)?|lend(?:s|ing)?|lent|senior notes"
         r"|debentures?"
                 r"|term loan|mortgage)"),
        ("grant", r"grants?|granted|subsid(?:y|ies)|donations?|donat(?:es?|ed|ing)|aid"),
        ("supply-agreement", r"suppl(?:y|ies)|deliver(?:y|ies)|offtake|power purchase"),
        ("partnership", r"partnership|joint venture|alliance|tie-up|co-?operation"),
        ("equity",
         r"series [a-k]\b|seed (?:round|funding)|(?:funding|financing|fundraising"
         r"|investment) rounds?|round"
         r"|equity|new shares|share sale|initial public offering|ipo|flotation"
         r"|private placement|rights issue|capital increase"),
    ),
    "fr": (
        ("convertible-note",
         r"(?:obligations?|dettes?|notes?|emprunts?|titres) convertibles?"
         r"|convertibles? en actions|océane"),
        ("credit-facility",
         r"lignes? de crédit|facilités? de crédit|crédit (?:renouvelable"
         r"|syndiqué)"),
        ("compute-credit", r"crédits? (?:de calcul|cloud|informatiques?)"),
        ("cloud-commitment",
         r"(?:contrat|accord|services?|capacités?|infrastructures?) (?:de |en )?(?:cloud|nuage"
         r"|calcul)"
         r"|services? en nuage|puissance de calcul|informatique en nuage|(?:dans le|de) cloud"),
        ("debt",
         r"prêts?(?! à)|prêt(?:e|é|ée|er|era|ait|ent)|obligations?|dettes?|emprunts?"
         r"|emprunt(?:e|é|ée|er|era|ait|ent)"
                 r"|obligataires?|crédits?"),
        ("grant",
         r"subventions?|dons?|aides? (?:publiques?|d[e’']\s?(?:l[’']\s?)?état)"
         r"|dotations?|subventionn\w+"),
        ("supply-agreement", r"fournitures?|approvisionnements?|livraisons?"),
        ("partnership", r"partenariats?|coentreprises?|alliances?|coopération"),
        ("equity",
         r"levées? de fonds|tours? de (?:table|financement)|augmentations? de capital"
         r"|série [a-k]\b|amorçage"
         r"|fonds propres|introduction en bourse|entrée en bourse|(?:en|d[’']) ?actions nouvelles"),
    ),
}  # fmt: skip
"""Words that name an instrument, the more special first."""
FACT_WORDS: dict[str, tuple[tuple[str, str], ...]] = {
    "en": (
        ("valuation",
         r"valuations?|valued|valuing|(?:stock[- ])?market (?:capitali[sz]ation|cap|value)"
         r"|post-money|pre-money|(?:enterprise|equity) value"),
        ("funding", r"total funding|funding to date|total raised"),
        ("revenue", r"revenues?|sales|turnover|run[- ]rate|recurring revenue|takings"),
        ("market-size",
         r"market (?:for|size)|(?:global|world|worldwide|european|us"
         r"|total addressable) market|(?:global|worldwide) spending"),
        ("market-share", r"market share|share of the market|of the (?:\w+ )?market"),
        ("capacity", r"capacity|gigawatts?|megawatts?|[gmt]w"),
        ("loss", r"loss(?:es)?(?![- ]making)|deficits?"),
        ("profit", r"profits?|net income|earnings|surplus"),
        ("other", r"ebitda|costs?|expenses?|charges?|dividends?|cash"
                  r"|assets|reserves|salary|fines?|budget|capital expenditures?"
                  r"|(?:capital )?spending|capex|outlay|free cash flow|debts?|backlog"
                  r"|inflows?|deposits|price|fees?|savings|damages|impairment|write-?downs?"
                  r"|borrowings|liabilities|order book|rent|bonus(?:es)?|provisions?"),
    ),
    "fr": (
        ("valuation",
         r"valorisations?|valoris\w+|capitalisation|valeur (?:boursière"
         r"|d[’']\s?entreprise)"),
        ("funding", r"financements? (?:total|cumulé)s?|total des (?:fonds|levées)"),
        ("revenue", r"chiffres? d[’']\s?affaires|revenus?|ventes|recettes|facturations?|\bca\b"),
        ("market-size",
         r"marché (?:mondial|européen|français|américain|total|de la|de l[’']"
         r"|des|du)|le secteur|la filière"),
        ("market-share", r"parts? de marché|du marché"),
        ("capacity", r"capacités?|gigawatts?|mégawatts?|[gmt]w"),
        ("loss", r"pertes?|déficits?"),
        ("profit", r"bénéfices?|résultats?|profits?|excédents?"),
        ("other", r"ebitda|marge|coûts?|dépenses|charges|dividendes?|trésorerie"
                  r"|actifs|salaires?|amendes?|budgets?|endettement|économies|dégâts"
                  r"|carnet de commandes"
                  r"|provisions?|collecte|encours|prix|loyer|prime|dettes?|passif"),
    ),
}  # fmt: skip
"""Nouns that make a figure a fact about someone, the more special first."""
FACT_VERBS: dict[str, dict[str, str]] = {
    "en": {
        "valuation": r"worth|valu\w+|peg(?:s|ged|ging)|pric(?:e[ds]?|ing)|assess\w*|estimat\w+"
                     r"|capitali[sz]\w+",
        "revenue": r"revenues?|sold|sells?|earned|turn(?:s|ed|ing)? over|takes? in|billed|invoiced"
                   r"|income",
        "profit": r"earn(?:ed|s|ing)?|in the black",
        "loss": r"lost|los(?:es|ing)|in the red",
        "funding": r"rais(?:e[ds]?|ing)|fund(?:s|ed|ing|raising)?|capital|round|backers|investors"
                   r"|collected|secured|invest\w*",
        "stake": r"stakes?|holds?|held|own(?:s|ed|er|ership)?|shares?|shareholders?"
                 r"|shareholdings?|holding"
                 r"|interest|controls?|controlled|capital|equity|part|slice|gets?|of|keeps?|has"
                 r"|t(?:ake|akes|aken|ook)|b(?:uy|uys|ought)|acquir\w+",
        "market-share": r"share|market|sales|sector|industry|of",
        "market-size": r"market|industry|sector|trade in|demand for",
        "headcount": r"employ\w*|staff|workforce|people|workers|jobs|headcount|payroll",
        "capacity": r"capacity|produc\w+|output|power|can|gigawatts?|megawatts?|up to|build\w*",
    },
    "fr": {
        "valuation": r"val(?:ait|ent|oir|aient|eur|oris\w+)|vaut|vaudr\w+|p\xe8se\w*|estim\w+"
                     r"|\xe9valu\w+|capitalis\w+|cot\w+",
        "revenue": r"vend(?:u|us|ue|ues|s)?|chiffre|encaiss\w+|factur\w+|recettes?|ca",
        "profit": r"gagn\w+|d\xe9gag\w+|dans le vert",
        "loss": r"perd(?:u|ue|us|re|ait|ra)?|dans le rouge",
        "funding": r"lev(?:\xe9\w*|er|ait|a)|l\xe8ve\w*|fonds|capitaux|financ\w+|tours?|r\xe9uni\w*"
                   r"|r\xe9colt\w+|recueilli\w*|invest\w+|ramass\w+",
        "stake": r"parts?|participations?|capital|actions?|titres?|d\xe9t(?:ie|e)n\w*|poss\xe8d\w+"
                 r"|contr\xf4l\w+|actionnaires?|conserv\w+|gard\w+|d[ue']|de|mont\w+|entr\w+"
                 r"|appart\w+|revien\w+|retrouv\w+|pass(?:e|\xe9)\w*|barre|rach\w+|achet\w+|acqui\w+|pr(?:end|is)\w*|c[\xe8\xe9]d\w+",
        "market-share": r"parts?|march\xe9s?|ventes|secteur|d[ue']|de",
        "market-size": r"march\xe9s?|secteur|fili\xe8re|industrie",
        "headcount": r"emplo\w+|salari\xe9s?|effectifs?|personnes?|postes?|travaill\w+"
                     r"|collaborateurs",
        "capacity": r"capacit\xe9s?|produi\w+|production|puissance|peut|pourra|gigawatts?"
                    r"|m\xe9gawatts?",
    },
}  # fmt: skip
"""Further words that tell a fact of each kind, where the figure stands with them."""
RATES: dict[str, str] = {
    "en": (
        r"(?:a|an|per|each|for each|for every|for one)[- ](?:\w+ )?(?:share|ordinary share|adr"
        r"|unit|barrel|tonne|ton|ounce|pound|bushel|litre"
        r"|liter|gallon|hour|day|week|month|head|person|user|seat|token|kilo|kilogram|kwh|mwh|book|customer|minute|acre)"
        r"|(?:a|per)[- ]share|per (?:million|thousand) \w+|apiece|(?:per"
        r"|a) (?:square )?(?:metre|meter|foot)"
        r"|(?:[- ])?an hour|hourly|monthly"
    ),
    "fr": (
        r"par (?!an\b|année|saison|trimestre|ailleurs|rapport|exemple|l[aeo]s?\b|une?\b"
        r"|d[eu]s?\b|sa\b|son\b|ses\b"
        r"|leurs?\b|un\b|voie\b|endettement|emprunts?\b|virement|chèque|actions?\b|obligations?\b|prélèvement|échange|l[’'])(?-i:[a-zà-ÿ])\w+"
        r"|(?:par|pour une|pour un|pour chaque) ?(?:action|titre|part sociale|ads|unité|baril"
        r"|tonne|once|kilo|litre"
        r"|heure|jour|semaine|mois|tête|personne|habitant|salarié|utilisateur|client|foyer|kwh|mwh|mètre|article"
        r"|ouvrage|million de \w+)|(?:l[’']|la |le )(?:action|ads|adr|titre|part|unité|baril"
        r"|tonne|once|kilo|litre|heure|nuit"
        r"|pièce|mètre|m²|mwh|kwh)|de l[’']heure|pièce|/ ?(?:mois|an|kg|t|mwh|action)|mensuels?"
    ),
}
"""What follows the price of one thing."""
COMPARISONS: dict[str, str] = {
    "en": (
        r"(?:up|down)(?: sharply| slightly)? from|compared (?:with|to)|against|versus|vs\.?"
        r"|from|than"
        r"|instead of|as against|rather than|beating|topping|above|below|well over"
    ),
    "fr": r"contre|au lieu de|par rapport à|après|plus que|moins que|en hausse par rapport à"
    "|double de|triple de",
}
"""What stands before a figure that another one is compared with."""
AMOUNT_NOUNS = words_of(
    """
    total sum amount consideration price value chunk tranche tranches figure deal package envelope
    montant somme total prix enveloppe valeur tranche tranches mise ticket hauteur fonds don aide
    """
)
"""Nouns whose complement is the sum of the event itself: "for a total of $3 bn"."""
AGREEMENTS: dict[str, str] = {
    "en": r"under (?:the|an|its|their|this) (?:\w+ )?(?:agreement|deal|contract|accord|terms"
    "|settlement|pact)",
    "fr": (
        r"(?:aux termes|en vertu|dans le cadre) (?:de l[’']|du |d[’']un |de cet )(?:accord"
        r"|contrat|marché)"
        r"|selon (?:les termes de )?l[’']accord"
    ),
}
"""Words by which what is to come is told as agreed."""
HEARSAY: dict[str, str] = {
    "en": (
        r"people (?:familiar|close|briefed)|(?:a |two |three )?(?:persons?"
        r"|sources?) (?:familiar|close|said|told)"
        r"|(?:one|two|three|several|some|both) of the (?:people|persons|sources|executives)"
        r"|asked not to be (?:named|identified)"
        r"|sources|reportedly|rumou?red|is said to|are said to|speculation|market talk"
    ),
    "fr": (
        r"selon (?:des|plusieurs|deux|trois|une|certaines) (?:sources?|rumeurs?|personnes?"
        r"|informations de presse)"
        r"|sources? proches?|de sources? |rumeurs?|à l[’']\s?étude"
    ),
}
"""Words by which a sentence gives something as hearsay."""
DEADLINES: dict[str, str] = {
    "en": (
        r"by|until|till|before|since|from|through|after|over|between|by the end of|by early"
        r"|by late|by mid"
        r"|starting in|beginning in|starting|founded(?: in)?|launched(?: in)?"
        r"|established(?: in)?|born(?: in)?|due in|maturing in|mature in|expires? in|as of"
    ),
    "fr": (
        r"d[’']ici(?: (?:à|au|la|le|fin|l[’'])(?: fin| la fin)?)?|jusqu[’']en|jusqu[’']à"
        r"|jusqu[’']au|avant|depuis|à partir de|dès|d[’']ici fin"
        r"|échéance|fondée?s?(?: en)?|créée?s?(?: en)?|lancée?s?(?: en)?|née?(?: en)?"
        r"|à compter de|à horizon|à l[’']horizon|entre|d[’']ici à fin"
    ),
}
"""Words before a date that is a limit or a beginning, not the day of an event."""
