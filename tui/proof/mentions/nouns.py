"""What is counted: "25 millions de foyers" are homes, "34 milliards de crédits" are money."""

from __future__ import annotations

import re

from tui.proof.mentions.currencies import S
from tui.proof.mentions.patterns import Pattern

SUMS = frozenset(
    """financement financements dette dettes capital capitaux chiffre investissement investissements
    revenu revenus bénéfice bénéfices perte pertes fonds valorisation recettes ventes aide aides
    subvention subventions crédit crédits prêt prêts trésorerie budget dépense dépenses économies
    dividende dividendes profit profits contrats commandes impôt impôts taxes engagements ca
    marge résultat excédent déficit liquidités capitalisation pib amende amendes dommages
    cash-flow ebitda primes dons achats charges coûts pénalités obligations royalties redevances
    funding revenue revenues debt sales profits loss losses cash loans spending equity financing
    backing commitments credits orders assets bonds fines damages costs savings earnings income
    stock proceeds aid investment investments grants subsidies taxes dividends fees penalties
    capex compensation settlement settlements liquidity bookings exports imports""".split()
)
"""Nouns of which a scaled number is money even without a currency."""

_THINGS = frozenset(
    """clients client consommateurs abonnés utilisateurs utilisateur personnes gens habitants foyers
    ménages salariés employés emplois postes visiteurs voyageurs passagers touristes patients
    malades enfants élèves étudiants électeurs français françaises américains européens chinois
    allemands britanniques internautes joueurs spectateurs téléspectateurs téléchargements
    véhicules voitures camions autos avions appareils machines téléphones smartphones ordinateurs
    serveurs puces cartes processeurs robots unités exemplaires billets livres disques titres
    actions parts comptes messages requêtes tokens jetons paramètres lignes pages vidéos photos
    images vues clics heures minutes secondes jours nuits années ans mois kilomètres mètres hectares
    tonnes barils litres bouteilles logements appartements maisons magasins sites centrales colis
    repas poulets porcs vaches arbres animaux vaccins doses tests transistors opérations fois
    transactions téléviseurs entreprises sociétés documents données mots membres adhérents inscrits
    réfugiés migrants morts victimes cas contaminations followers fans visites sièges mètres
    customers users people subscribers households homes families workers employees jobs staff
    visitors travellers passengers tourists patients children pupils students voters americans
    britons europeans consumers shoppers viewers listeners readers players members accounts
    downloads vehicles cars trucks planes jets phones smartphones handsets iphones devices
    computers servers chips gpus processors robots units copies tickets books records shares
    messages queries tokens parameters lines pages videos photos images views clicks hours minutes
    seconds days nights years months weeks kilometres kilometers miles metres meters acres hectares
    tonnes tons barrels gallons litres liters bottles houses apartments flats stores shops sites
    parcels packages meals chickens pigs cows cattle trees animals vaccines doses tests transistors
    transactions times companies firms businesses documents words followers fans visits seats
    square cubic residents citizens inhabitants refugees migrants deaths cases victims women men
    websites apps developers packets items bits bytes bushels ounces megawatts""".split()
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

_COUNTED = {
    "fr": Pattern(
        rf"{S}+(?:de|d[’'])(?:{S}*)(?:(?:nouve(?:aux|lles?)|autres|petite?s|grande?s|jeunes|ancien(?:ne)?s)"
        rf"{S}+)?(?P<noun>[^\W\d_][\w’'-]*)"
    ),
    "en": Pattern(
        rf"(?:{S}+of)?{S}+(?:(?:new|other|additional|active|paying|[a-z]+ly){S}+){{0,2}}"
        rf"(?P<noun>[^\W\d_][\w’'-]*)"
    ),
}
_POLLED = Pattern(
    rf"{S}+(?:that{S}+)?(?:analysts?|economists?|investors|experts|wall{S}+street|the{S}+market|it|they"
    rf"|he|she)(?:{S}+(?:had|has|have|were|was))?{S}+(?:expect|forecast|predict|estimat|polled|pencil|paid"
    rf"|spent|raised|promis|earmark|plann|announc)",
    re.IGNORECASE,
)
"""After a sum these are those who spoke of it: "the 14.1 billion analysts had expected"."""


def counted(text: str, end: int, language: str, *, among_money: bool) -> int:
    """Where the counted noun after a scaled number ends.

    Args:
        text: The text.
        end: Where the number ends.
        language: `fr` or `en`.
        among_money: Whether its sentence speaks of money before: then only things and people are
            counted, and other nouns say what the money is for.

    Returns:
        The end of the noun, 0 when none is counted.
    """
    after = _COUNTED[language].match(text, end)
    if after is None or _POLLED.match(text, end):
        return 0
    noun = after["noun"].lower()
    if noun in SUMS:
        return 0
    if noun in _THINGS:
        return after.end()
    if language == "fr":
        passing = ("plus", "moins", "ce", "cette", "la", "le", "leur", "son", "sa", "ici")
        ordinary = noun not in passing
    else:
        ordinary = noun not in _FUNCTION_WORDS and not noun.endswith(("-", "ly"))
    return after.end() if ordinary and not among_money else 0
