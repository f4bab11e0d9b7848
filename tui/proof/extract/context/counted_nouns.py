"""What is counted: "25 millions de foyers" are homes, "34 milliards de crédits" are money."""

from __future__ import annotations

import re

from tui.language.lazy_pattern import Pattern
from tui.language.vocabulary import S
from tui.proof.extract.countries import begins_country

SUMS = frozenset(
    """financement financements dette dettes capital capitaux chiffre investissement investissements
    revenu revenus bénéfice bénéfices perte pertes fonds valorisation recettes ventes aide aides
    subvention subventions crédit crédits prêt prêts trésorerie budget dépense dépenses
    économies dividende dividendes profit profits contrats commandes impôt impôts taxes
    engagements ca marge résultat excédent déficit liquidités capitalisation pib amende amendes
    dommages cash-flow ebitda primes dons achats charges coûts pénalités obligations royalties
    redevances funding revenue revenues debt sales loss losses cash loans spending equity
    financing backing commitments credits orders assets bonds fines damages costs savings
    earnings income stock proceeds aid investment investments grants subsidies dividends fees
    penalties bonus bonuses capex compensation settlement settlements liquidity bookings exports
    imports receipts deposits withdrawals inflows outflows payments repayments payouts pledges
    donations contributions rebates refunds tariffs duties levies rents salaries wages pensions
    benefits write-downs writedowns writeoffs write-offs impairments provisions reserves
    liabilities receivables expenses expenditures purchases sums funds securities treasuries
    buybacks guarantees premiums cuts gains returns interest surcoûts frais indemnités salaires
    add-ons variables extras
    loyers cotisations prestations intérêts garanties exportations importations actifs encours
    dépôts créances commissions honoraires remboursements transferts paiements versements
    apports arriérés réductions baisses hausses coupes allègements exonérations travaux
    promesses marchés retraits réserves dépréciations collectes levées rachats cessions
    placements avoirs passifs surplus déficits excédents droits rentrées efforts""".split()
)
"""Nouns of which a scaled number is money even without a currency."""

_THINGS = frozenset(
    """clients client consommateurs abonnés utilisateurs utilisateur personnes gens habitants
    foyers ménages salariés employés emplois postes visiteurs voyageurs passagers
    touristes patients malades enfants élèves étudiants électeurs français françaises
    américains européens chinois allemands britanniques internautes joueurs spectateurs
    téléspectateurs téléchargements véhicules voitures camions autos avions appareils
    machines téléphones smartphones ordinateurs serveurs puces cartes processeurs robots
    unités exemplaires billets livres disques titres actions parts comptes messages
    requêtes tokens jetons paramètres lignes pages vidéos photos images vues clics heures
    minutes secondes jours nuits années ans mois kilomètres mètres hectares tonnes barils
    litres bouteilles logements appartements maisons magasins sites centrales colis repas
    poulets porcs vaches arbres animaux vaccins doses tests transistors opérations fois
    transactions téléviseurs entreprises sociétés documents données mots membres adhérents
    inscrits réfugiés migrants morts victimes cas contaminations followers fans visites
    sièges customers users people subscribers households homes families workers employees
    jobs staff visitors travellers passengers tourists children pupils students voters
    americans britons europeans consumers shoppers viewers listeners readers players
    members accounts downloads vehicles cars trucks planes jets phones handsets iphones
    devices computers servers chips gpus processors units copies tickets books records
    shares queries parameters lines videos views clicks hours seconds days nights years
    months weeks kilometres kilometers miles metres meters acres tons barrels gallons
    liters bottles houses apartments flats stores shops parcels packages meals chickens
    pigs cows cattle trees animals vaccines times companies firms businesses words visits
    seats square cubic teenagers teens adults seniors pensioners retirees veterans
    soldiers troops fighters civilians farmers drivers riders travelers guests diners
    gamers borrowers savers taxpayers smokers drinkers immigrants kids babies boys girls
    residents citizens inhabitants refugees deaths cases victims women men websites apps
    developers packets items bits bytes bushels ounces megawatts adolescents ados jeunes
    entrées spectatrices retraités agriculteurs locataires propriétaires contribuables allocataires
    bénéficiaires demandeurs chômeurs fonctionnaires enseignants soignants médecins
    apprentis lycéens collégiens conducteurs cyclistes femmes hommes filles garçons bébés
    usagers lecteurs auditeurs acheteurs vendeurs producteurs commerçants artisans
    ouvriers cadres""".split()
)
"""Nouns of things and people: never money, even next to a sum."""

_FUNCTION_WORDS = frozenset(
    """a about above according across after again against ahead all along also although amid among
    an and annually around as at back because before behind below between both but by came can come
    deal despite due during each either ever every following for from given had has have he her his
    if in including instead into is it its last less more most nearly next no nor not now of off on
    once one only onto or our out over overall per plus raised round said so than that the their
    then they this through throughout thus to together total toward towards under until up upon
    valuation via was we were when where which while who will with within without would year yearly
    yesterday you worth funding since still yet just even too earlier later previously mark level
    range target threshold package offer bid takeover acquisition purchase project plan plant
    facility fund budget programme program contract buyout today tomorrow compared versus vs amount
    sum figure price tag stake down forecast expected""".split()
)
"""English words after a scaled number that are not what is counted."""

_VERBS = frozenset(
    """goes comes was is has does makes takes remains represents includes covers stems reflects
    belongs accounts relates depends arrives flows counts gives gets leaves stays keeps sits lies
    helps pays towards afterwards besides always perhaps sometimes thus buys backs finances
    supports began became""".split()
)
"""English words in -s after a sum that are no plurals."""

_COUNTED = {
    "fr": Pattern(
        rf"{S}+(?:de|d[’'])(?:{S}*)(?:(?:nouve(?:aux|lles?)|autres|petite?s|grande?s|jeunes|ancien(?:ne)?s)"
        rf"{S}+)?(?P<noun>[^\W\d_][\w’'-]*)"
    ),
    "en": Pattern(
        rf"(?:{S}+of)?{S}+(?:(?:new|other|additional|active|paying|more|fewer|extra|further|(?:mostly|newly"
        rf"|monthly|weekly|daily|largely|mainly|nearly|fully|actually|roughly|currently|poorly|previously)"
        rf"|young|older|elderly|poor|low-income|american|british|french|european|chinese|indian|unique"
        rf"|registered|individual|small|big|large|full-time|part-time|unemployed|displaced|metric|estimated"
        rf"|different|separate|potential|existing|global|local|foreign|annual){S}+){{0,2}}"
        rf"(?P<noun>[^\W\d_][\w’'-]*)(?:{S}+(?P<next>[^\W\d_][\w’'-]*))?"
    ),
}
_NEXT = Pattern(rf"{S}+(?:de{S}+|d[’']|of{S}+)?(?P<noun>[^\W\d_]+)")
_POLLED = Pattern(
    rf"{S}+(?:that{S}+)?(?:analysts?|economists?|investors|experts|wall{S}+street|the{S}+market|it|they"
    rf"|he|she)(?:{S}+(?:had|has|have|were|was))?{S}+(?:expect|forecast|predict|estimat|polled|pencil|paid"
    rf"|spent|raised|promis|earmark|plann|announc)",
    re.IGNORECASE,
)
"""After a sum these are those who spoke of it: "the 14.1 billion analysts had expected"."""


def counted(text: str, end: int, language: str, *, among_money: bool, plurals: bool = True) -> int:
    """Where the counted noun after a scaled number ends.

    Args:
        text: The text.
        end: Where the number ends.
        language: `fr` or `en`.
        among_money: Whether its sentence speaks of money before: then only things and people are
            counted, and other nouns say what the money is for.
        plurals: Whether there other nouns are counted too when they stand in the plural.

    Returns:
        The end of the noun, 0 when none is counted.
    """
    after = _COUNTED[language].match(text, end)
    if after is None or _POLLED.match(text, end):
        return 0
    noun, end = after["noun"].lower(), after.end("noun")
    if noun.endswith("is") and after["noun"][0].isupper() and begins_country(noun):
        return end  # "50 million Thais"
    if noun in SUMS and (after["next"] if language == "en" else "") != "worth":
        return 0
    if noun in _THINGS or noun in SUMS:
        return end
    if among_money and plurals and _plural(noun, language):
        return end
    if language == "en" and after["next"] and noun not in _FUNCTION_WORDS and noun not in _VERBS:
        # "35 million Prime subscribers"
        thing = after["next"].lower()
        if thing in _THINGS or (plurals and thing not in SUMS and _plural(thing, language)):
            return after.end("next")
    if language == "fr":
        passing = ("plus", "moins", "ce", "cette", "la", "le", "leur", "son", "sa", "ici")
        ordinary = noun not in passing
    else:
        ordinary = noun not in _FUNCTION_WORDS and not noun.endswith(("-", "ly"))
    return end if ordinary and not among_money else 0


def counts_things(text: str, end: int) -> bool:
    """Whether things or people follow a number: "68 605 616 habitants"."""
    after = _NEXT.match(text, end)
    return after is not None and is_thing(after["noun"])


def is_thing(noun: str) -> bool:
    """Whether a noun names things or people, which are never money."""
    return noun.lower() in _THINGS


_OF_MONEY = {
    "fr": Pattern(
        r"(?<!\w)(?:(?:pay|vers|investi|invest|dépens|factur|rapport|emprunt|prêt|financ|subvention|rembours"
        r"|débours|coût|cout|lev[éeè]|gagn|perd|économis|touch|vend|achet|rachet|acqui|cèd|céd|cess|provision"
        r"|budget|dot|indemnis|octro|allou|apport|inject|consacr|mobilis|récolt|collect|réun|ramass|engag)\w*"
        r"|prix|amende|dette|chèque|enveloppe|valoris\w*|valeur|tarif|loyer|salaire|prime|bourse|capital\w*"
        r"|chiffre\sd[’']affaires)(?!\w)",
        re.IGNORECASE,
    ),
    "en": Pattern(
        r"(?<!\w)(?:p(?:ay|aid)\w*|spen[dt]\w*|invest\w*|rais(?:ed|es|ing)|cost\w*|pric\w*|earn\w*|fund\w*"
        r"|loan\w*|len[dt]\w*|borrow\w*|ow(?:e|es|ed|ing)|debt\w*|fine[ds]?|bid\w*|worth|valu\w*|cash|budget\w*"
        r"|profit\w*|loss(?:es)?|los[et]|revenue\w*|s(?:old|ell|ells|elling)|bought|buy\w*|acqui\w*|deal\w*"
        r"|grant\w*|donat\w*|pledg\w*|salar\w*|wage\w*|money|financ\w*|charge[ds]?|bonus\w*|capital"
        r"|award\w*|compensation|settle\w*|dividend\w*|turnover|savings?)(?!\w)",
        re.IGNORECASE,
    ),
}
"""Words of paying, owning and owing."""
_A_WORD = Pattern(r"[^\W\d_]{3,}")


def speaks_of_money(text: str, start: int, end: int, language: str) -> bool:
    """Whether a stretch of a text has words of paying or names of sums."""
    if _OF_MONEY[language].search(text, start, end):
        return True
    return any(word[0].lower() in _SURE_SUMS for word in _A_WORD.finditer(text, start, end))


_SURE_SUMS = SUMS - frozenset(
    """commandes ventes marchés entrées sorties travaux efforts sales orders exports imports
    stock returns interest gains purchases bookings réductions baisses hausses""".split()
)
"""Names of sums that are never counted otherwise; sales may be of cars."""


_LASTING = frozenset(
    """heures minutes secondes jours nuits années ans mois hours seconds days nights years months
    weeks times fois""".split()
)
"""Of these a number tells how long something lasts or how often it happens."""


def last_thing(text: str, start: int, end: int) -> str:
    """The last noun of things or people in a stretch of a text; empty where there is none."""
    words = [word[0].lower() for word in _A_WORD.finditer(text, start, end)]
    words = [word for word in words if word not in _LASTING and f"{word}s" not in _LASTING]
    return next((word for word in reversed(words) if is_thing(word) or is_thing(f"{word}s")), "")


def _plural(noun: str, language: str) -> bool:
    """Whether a noun that is no money stands in the plural: then it is counted, even among sums."""
    if language == "fr":
        return len(noun) > 3 and noun.endswith(("s", "x")) and not noun.endswith(("plus", "moins"))
    if noun in _FUNCTION_WORDS or noun in _VERBS:
        return False
    return (
        len(noun) > 3 and noun.endswith("s") and not noun.endswith(("ss", "us", "'s", "’s", "is"))
    )
