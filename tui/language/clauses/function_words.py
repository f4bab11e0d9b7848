"""The small words of English and French sentences: what each does in a clause. Lower case."""

from __future__ import annotations

from tui.language.plain_words import words_of

DETERMINERS = {
    "en": words_of(
        "the a an this that these those its their his her our your my some any each every no"
        " another"
        " both several many few all such other"
    ),
    "fr": words_of(
        "le la les l un une des ce cet cette ces son sa ses leur leurs notre nos votre vos mon"
        " ma mes"
        " chaque quelques plusieurs certains certaines aucun aucune tout toute tous toutes d'autres"
    ),
}
POSSESSIVES = {
    "en": words_of("its their his her our"),
    "fr": words_of("son sa ses leur leurs notre nos"),
}
PREPOSITIONS: dict[str, dict[str, str]] = {
    "en": {
        "to": "to", "from": "from", "in": "in", "into": "in", "with": "with", "at": "at",
        "for": "for", "on": "on", "onto": "on", "of": "of", "by": "by", "behind": "behind",
        "about": "about", "over": "over", "under": "under", "through": "through", "via": "through",
        "against": "against", "between": "between", "among": "between", "without": "without",
        "within": "within", "towards": "to", "toward": "to", "per": "per", "during": "during",
        "despite": "despite", "including": "including", "upon": "on", "across": "over",
        "alongside": "alongside", "besides": "besides", "beyond": "beyond", "until": "until",
        "excluding": "besides", "like": "like", "versus": "against", "worth": "worth",
        "amid": "amid", "off": "off", "out": "off", "as": "as", "outside": "outside",
        "inside": "within", "near": "near", "beside": "near", "throughout": "over",
        "except": "besides",
    },
    "fr": {
        "à": "to", "au": "to", "aux": "to", "de": "of", "d": "of", "du": "of", "des": "of",
        "dans": "in", "en": "en", "avec": "with", "chez": "at", "pour": "for", "sur": "on",
        "par": "by", "sous": "under", "contre": "against", "entre": "between", "parmi": "between",
        "sans": "without", "vers": "toward", "selon": "according", "dont": "including",
        "notamment": "including", "via": "through", "malgré": "despite", "durant": "during",
        "pendant": "during", "depuis": "since", "dès": "since", "hors": "besides",
        "moyennant": "for", "contrairement": "besides", "outre": "besides", "hormis": "besides",
    },
}  # fmt: skip
"""Each preposition and the argument that it opens."""

PHRASES: dict[str, dict[tuple[str, ...], tuple[str, str]]] = {
    "en": {
        ("according", "to"): ("prep", "according"), ("as", "part", "of"): ("prep", "as"),
        ("on", "behalf", "of"): ("prep", "behalf"), ("such", "as"): ("prep", "including"),
        ("along", "with"): ("prep", "alongside"), ("together", "with"): ("prep", "alongside"),
        ("as", "well", "as"): ("conj", "and"), ("instead", "of"): ("prep", "besides"),
        ("rather", "than"): ("prep", "besides"), ("because", "of"): ("prep", "because"),
        ("in", "exchange", "for"): ("prep", "exchange"),
        ("in", "return", "for"): ("prep", "exchange"),
        ("in", "which"): ("rel", "in"), ("from", "which"): ("rel", "from"),
        ("to", "which"): ("rel", "to"), ("for", "which"): ("rel", "for"),
        ("with", "which"): ("rel", "with"), ("thanks", "to"): ("prep", "because"),
        ("as", "much", "as"): ("adv", ""), ("as", "well"): ("adv", ""),
        ("in", "addition", "to"): ("prep", "besides"), ("apart", "from"): ("prep", "besides"),
        **{
            (*phrase.split(), "of"): ("prep", "amount")
            for phrase in (
                "at a price", "for a price", "for a total", "for a sum", "in the amount",
                "to the tune",
                "for a consideration", "at a cost", "with a value", "for the sum",
            )
        },
        ("into", "which"): ("rel", "in"), ("by", "which"): ("rel", "by"),
        ("in", "whom"): ("rel", "in"), ("to", "whom"): ("rel", "to"),
        ("from", "whom"): ("rel", "from"),
        ("out", "of"): ("prep", "off"), ("up", "to"): ("prep", "up"),
        ("following",): ("prep", "after"), ("compared", "with"): ("prep", "against"),
        ("even", "though"): ("sub", "though"), ("so", "that"): ("sub", "that"),
    },
    "fr": {
        ("au", "profit", "du"): ("prep", "to"), ("au", "profit", "des"): ("prep", "to"),
        ("auprès", "de"): ("prep", "from"), ("auprès", "d"): ("prep", "from"),
        ("auprès", "du"): ("prep", "from"), ("auprès", "des"): ("prep", "from"),
        ("de", "la", "part", "de"): ("prep", "side"), ("de", "la", "part", "d"): ("prep", "side"),
        ("de", "la", "part", "du"): ("prep", "side"), ("de", "la", "part", "des"): ("prep", "side"),
        ("à", "hauteur", "de"): ("prep", "amount"), ("à", "hauteur", "d"): ("prep", "amount"),
        **{
            (*phrase.split(), link): ("prep", "amount")
            for phrase in (
                "au prix", "pour un montant", "d un montant", "pour un prix", "pour un total",
                "pour une somme", "d une valeur", "pour une valeur", "pour la somme", "d un total",
                "pour un coût", "à concurrence", "pour un investissement total",
            )
            for link in ("de", "d")
        },
        ("par", "l", "intermédiaire", "de"): ("prep", "through"),
        ("par", "l", "intermédiaire", "d"): ("prep", "through"),
        ("en", "échange", "de"): ("prep", "exchange"), ("en", "échange", "d"): ("prep", "exchange"),
        ("au", "sein", "de"): ("prep", "within"), ("au", "sein", "d"): ("prep", "within"),
        ("au", "capital", "de"): ("prep", "in"), ("au", "capital", "d"): ("prep", "in"),
        ("au", "capital", "du"): ("prep", "in"), ("dans", "le", "capital", "de"): ("prep", "in"),
        ("dans", "le", "capital", "d"): ("prep", "in"),
        ("dans", "le", "capital", "du"): ("prep", "in"),
        ("du", "capital", "de"): ("prep", "of"), ("du", "capital", "d"): ("prep", "of"),
        ("aux", "côtés", "de"): ("prep", "alongside"), ("aux", "côtés", "d"): ("prep", "alongside"),
        ("au", "profit", "de"): ("prep", "to"), ("au", "profit", "d"): ("prep", "to"),
        ("au", "bénéfice", "de"): ("prep", "to"), ("en", "faveur", "de"): ("prep", "to"),
        ("ainsi", "que"): ("conj", "and"), ("tandis", "que"): ("sub", "while"),
        ("tandis", "qu"): ("sub", "while"), ("alors", "que"): ("sub", "while"),
        ("alors", "qu"): ("sub", "while"), ("après", "que"): ("sub", "after"),
        ("après", "qu"): ("sub", "after"), ("avant", "que"): ("sub", "before"),
        ("avant", "qu"): ("sub", "before"), ("pendant", "que"): ("sub", "while"),
        ("parce", "que"): ("sub", "because"), ("parce", "qu"): ("sub", "because"),
        ("dans", "lequel"): ("rel", "in"), ("dans", "laquelle"): ("rel", "in"),
        ("dans", "lesquels"): ("rel", "in"), ("dans", "lesquelles"): ("rel", "in"),
        ("auprès", "duquel"): ("rel", "from"), ("auprès", "de", "laquelle"): ("rel", "from"),
        ("chez", "qui"): ("rel", "at"), ("à", "qui"): ("rel", "to"), ("auquel",): ("rel", "to"),
        ("à", "laquelle"): ("rel", "to"), ("avec", "lequel"): ("rel", "with"),
        ("avec", "laquelle"): ("rel", "with"), ("par", "rapport"): ("adv", ""),
        ("d", "après"): ("prep", "according"), ("grâce", "à"): ("prep", "because"),
        ("grâce", "au"): ("prep", "because"), ("en", "plus", "de"): ("prep", "besides"),
        ("au", "lieu", "de"): ("prep", "besides"), ("à", "l", "issue"): ("prep", "after"),
                ("à", "l", "encontre", "de"): ("prep", "against"),
        ("à", "l", "encontre", "d"): ("prep", "against"),
        ("à", "l", "encontre", "du"): ("prep", "against"),
        ("en", "vue", "de"): ("prep", "for"), ("en", "vue", "d"): ("prep", "for"),
        ("afin", "de"): ("prep", "for"), ("afin", "d"): ("prep", "for"),
        ("tels", "que"): ("prep", "including"), ("telles", "que"): ("prep", "including"),
        ("y", "compris"): ("prep", "including"),
    },
}  # fmt: skip
"""Groups of words that act as one: what they are, and the argument or word they stand for."""

ADVERBIALS: dict[str, tuple[tuple[str, ...], ...]] = {
    "en": tuple(
        tuple(phrase.split())
        for phrase in (
            "so far",
            "at least",
            "at most",
            "in turn",
            "for example",
            "for instance",
            "of course",
            "in fact",
            "as well",
            "in total",
            "at once",
            "up front",
            "in part",
            "in full",
            "on its own",
            "in principle",
            "in particular",
            "at first",
        )
    ),
    "fr": tuple(
        tuple(phrase.split())
        for phrase in (
            "par ailleurs",
            "d ailleurs",
            "d abord",
            "tout d abord",
            "en outre",
            "de son côté",
            "de leur côté",
            "pour sa part",
            "à son tour",
            "en effet",
            "tout de même",
            "au moins",
            "au plus",
            "en revanche",
            "de plus",
            "à ce jour",
            "à nouveau",
            "de nouveau",
            "en partie",
            "en tout",
            "au total",
            "quant à elle",
            "quant à lui",
            "à elle seule",
            "à lui seul",
            "en particulier",
            "dans la foulée",
            "elle aussi",
            "lui aussi",
            "à elles seules",
            "par exemple",
            "en même temps",
            "en principe",
            "d emblée",
            "d un coup",
            "d ores et déjà",
            "dans un premier temps",
            "à terme",
            "au comptant",
            "en numéraire",
            "en espèces",
            "sans attendre",
            "comme prévu",
            "coup sur coup",
            "tour à tour",
            "de concert",
            "à vil prix",
            "à prix d or",
            "au prix fort",
            "à bon compte",
            "à bas prix",
            "à l amiable",
            "de gré à gré",
            "rubis sur l ongle",
            "au passage",
            "en urgence",
            "dans l urgence",
            "à la hâte",
            "à l arraché",
            "en catimini",
            "en secret",
            "en silence",
            "en douceur",
            "en toute discrétion",
            "en toute hâte",
            "dans la discrétion",
            "dans la douleur",
            "haut la main",
            "de justesse",
            "contre toute attente",
            "à la surprise générale",
            "sur fonds propres",
            "sur ses fonds propres",
            "de sa poche",
            "de ses propres deniers",
            "sur ses deniers",
            "pour de bon",
            "une bonne fois pour toutes",
            "en une fois",
            "en une seule fois",
            "en plusieurs fois",
            "d un seul coup",
            "en bloc",
            "en bonne et due forme",
            "à l unanimité",
            "à la barre",
            "à la barre du tribunal",
            "à titre exceptionnel",
            "à titre personnel",
            "à ce titre",
            "pour solde de tout compte",
            "en un temps record",
            "en définitive",
            "au final",
            "en direct",
            "par la même occasion",
            "dans le même temps",
            "sans tarder",
            "sans bruit",
            "sans fanfare",
            "sans surprise",
            "sans coup férir",
            "sans délai",
            "sans sourciller",
            "sans ciller",
        )
    ),
}
"""Adverbs of several words."""

CONJUNCTIONS = {"en": words_of("and or but nor &"), "fr": words_of("et ou mais ni puis")}
SUBORDINATORS = {
    "en": words_of(
        "after before while whereas although though because since when if unless whether as once"
        " until"
        " that than so where how why"
    ),
    "fr": words_of(
        "après avant lorsque lorsqu quand si comme puisque puisqu que qu car où donc afin"
    ),
}
RELATIVES = {
    "en": words_of("who which whose whom"),
    "fr": words_of("qui dont lequel laquelle lesquels lesquelles"),
}
PRONOUNS = {
    "en": words_of("it he she they we i you this these"),
    "fr": words_of(
        "il elle ils elles on nous je ce c celui-ci celle-ci ceux-ci celui celle ceux cela celles"
    ),
}
LAST_NAMED = frozenset(
    {
        "ce dernier",
        "cette dernière",
        "celui-ci",
        "celle-ci",
        "the latter",
        "le second",
        "la seconde",
    }
)
"""Pronouns for whoever was named last."""
FIRST_NAMED = frozenset({"the former", "le premier", "la première"})
"""Pronouns for the first one of two that were named."""

ADVERBS = {
    "en": words_of(
        """
        itself themselves himself herself
        also now then soon already still yet again just only even ever never not n't too instead
        together each both all alone finally recently reportedly initially currently formally
        officially separately reportedly once always often later earlier ago first more most almost
        today yesterday tomorrow tonight here there further least
        """
    ),
    "fr": words_of(
        """
        pas plus jamais point guère déjà encore aussi bientôt ensuite enfin alors ainsi puis
        désormais toujours chacun chacune ensemble seulement également hier demain aujourd’hui
        aujourd'hui récemment finalement officiellement tous toutes deux ici là très bien tout
        d'ailleurs même environ presque surtout maintenant auparavant depuis lui eux elle-même
        lui-même elles-mêmes eux-mêmes jadis
        """
    ),
}
NOUNS_LIKE_ADVERBS = words_of(
    "family supply reply ally rally assembly monopoly anomaly bully jelly"
)
"""English nouns in -ly."""
PERIODICALS = words_of("daily weekly monthly quarterly")
"""What a newspaper may be called: after an article no adverb."""
NEGATIONS = {
    "en": words_of("not n't never neither nor cannot without"),
    "fr": words_of("ne n pas jamais aucun aucune ni sans nullement"),
}
MODALS: dict[str, str] = {
    "will": "future", "'ll": "future", "’ll": "future", "shall": "future", "would": "would",
    "could": "maybe", "may": "maybe", "might": "maybe", "can": "maybe", "should": "expected",
    "must": "expected", "ought": "expected", "wo": "future", "ca": "maybe",
}  # fmt: skip
ENGLISH_AUXILIARIES: dict[str, tuple[str, str]] = {
    "is": ("be", "present"), "are": ("be", "present"), "was": ("be", "past"),
    "were": ("be", "past"),
    "be": ("be", "infinitive"), "been": ("be", "participle"), "being": ("be", "gerund"),
    "am": ("be", "present"), "'re": ("be", "present"), "’re": ("be", "present"),
    "has": ("have", "present"), "have": ("have", "present"), "had": ("have", "past"),
    "having": ("have", "gerund"), "'ve": ("have", "present"), "’ve": ("have", "present"),
    "do": ("do", "present"), "does": ("do", "present"), "did": ("do", "past"),
    "done": ("do", "participle"), "doing": ("do", "gerund"),
}  # fmt: skip
FRENCH_AUXILIARIES: dict[str, tuple[str, str]] = {
    "a": ("avoir", "present"), "ont": ("avoir", "present"), "avons": ("avoir", "present"),
    "avait": ("avoir", "imperfect"), "avaient": ("avoir", "imperfect"), "eut": ("avoir", "past"),
    "aura": ("avoir", "future"), "auront": ("avoir", "future"),
    "aurait": ("avoir", "conditional"), "auraient": ("avoir", "conditional"),
    "avoir": ("avoir", "infinitive"), "ayant": ("avoir", "gerund"), "eu": ("avoir", "participle"),
    "ait": ("avoir", "present"), "aient": ("avoir", "present"),
    "est": ("être", "present"), "sont": ("être", "present"), "sommes": ("être", "present"),
    "était": ("être", "imperfect"), "étaient": ("être", "imperfect"), "fut": ("être", "past"),
    "furent": ("être", "past"), "sera": ("être", "future"), "seront": ("être", "future"),
    "serait": ("être", "conditional"), "seraient": ("être", "conditional"),
    "être": ("être", "infinitive"), "étant": ("être", "gerund"), "été": ("être", "participle"),
    "soit": ("être", "present"), "soient": ("être", "present"),
}  # fmt: skip
CLITICS = words_of("le la les l lui leur y en s se n ne me nous vous m t te")
"""French pronouns that stand before their verb."""

TIME_WORDS = {
    "en": words_of(
        """
        monday tuesday wednesday thursday friday saturday sunday january february march april may
        june
        july august september october november december jan feb mar apr jun jul aug sep sept oct nov
        dec jan. feb. mar. apr. aug. sept. oct. nov. dec. week month year quarter weekend weeks
        months years christmas
        easter
        """
    ),
    "fr": words_of(
        """
        lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin
        juillet
        août septembre octobre novembre décembre noël pâques semaine mois année an
        ans années trimestre semestre exercice week-end
        """
    ),
}
SPLIT_ABBREVIATIONS = words_of(
    """
    m. mm. mr. mrs. ms. dr. st. inc. corp. ltd. co. cie. vs. no. art. jan. feb. mar. apr. jun. jul.
    aug. sep. sept. oct. nov. dec. u.s. u.k. e.u. p.ex. etc. env. approx. gen. sen. rep. gov. bros.
    """
)
"""Words whose full stop ends no sentence."""
NOUNY_GERUNDS = words_of(
    """
    operating recurring funding financing existing remaining leading outstanding manufacturing
    trading engineering shipping mining banking housing marketing computing processing training
    building growing founding spending lending clothing advertising gaming streaming licensing
    """
)
"""English words in -ing that stand before a noun like an adjective."""
