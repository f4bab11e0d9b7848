"""Words that tell what a sum is spent on beside a deal: works, fees, those who only help with it.

Lower case and without accents.
"""

from __future__ import annotations

from tui.language.plain_words import phrases, words_of

CHARGES = words_of(
    """
    prize fee fees cost costs tax taxes taxation severance redundancy fine fines penalty penalties
    interest wages salaries pay bonuses overtime damages repairs repair expenses expense charges
    overheads duties duty levies write-offs write-downs losses loss compensation commission
    commissions savings synergies dividends dividend rent rents royalties
    frais impot impots taxe taxes honoraires salaires salaire indemnites indemnite licenciement
    licenciements dommages interets reparations charges pertes perte depenses amendes amende
    penalites penalite commissions primes loyers loyer redevances economies synergies dividendes
    dividende droits couts cout
    """
)
"""Nouns of money that comes with a deal and is not its sum: "4 million in legal fees"."""
WORKS = words_of(
    """
    work works refurbishment renovation restoration repair repairs upkeep modernisation
    modernization upgrade upgrades extension extensions wing roof machinery machines equipment
    tools marketing advertising training research infrastructure construction improvements
    overhaul facelift makeover
    travaux chantier renovation rehabilitation restauration modernisation agrandissement extension
    outil appareil fours lignes capacites aile toit toiture toitures machines outillage publicite
    formation recherche infrastructures
    amelioration ameliorations equipements entretien lifting
    """
)
"""What an owner spends on what it has bought."""
PROJECTS = words_of(
    """
    project projects scheme plant works investment budget cost upgrade
    projet projets investissement chantier travaux usine programme budget cout four batiment
    renovation rehabilitation construction extension modernisation amenagement reconstruction
    """
)
"""What an owner has built, whose cost is told beside the help that it gets."""
ESTIMATED = words_of(
    """
    estimated costed put budgeted chiffre chiffree chiffres chiffrees estime estimee estimes
    estimees evalue evaluee budgete budgetee
    """
)
HELPING = words_of(
    """
    grant subsidy aid help helped support supports supported backing backs subsidised subsidized
    subvention subventions subventionne subventionnee subventionnes aide aides aidee soutien
    soutient soutiennent soutenu soutenue pouce beneficie beneficient beneficiera cofinance
    cofinancee accompagne accompagnent accompagnera accompagnee appuie appuient appuyee epaule
    epaulee participe participent participera contribue contribuent contribuera ecot coup
    """
)
"""Words by which somebody pays a part of what another does."""
TOKEN = words_of("symbolique symbolic token nominal")
"""What the price is called for which a company is given away: "l'euro symbolique"."""
SPENDING = frozenset(
    """
    spend invest put commit devote plough plow pour sink pump inject earmark allocate set
    d\u00e9penser investir engager consacrer mettre injecter affecter allouer placer
    """.split()
)
"""Verbs, by lemma, whose sum goes to whatever stands behind "on" and "into"."""
INTO = words_of("on into in to towards toward dans à a au aux pour for sur")
BUYING = words_of(
    """
    buying acquiring purchasing taking buy acquire purchase acheter racheter acquerir reprendre
    absorber snapping backing supporting helping funding financing lending financer soutenir aider
    epauler
    """
)
"""Verbs, as they are written, that are of a deal where a sum is spent on them."""
BEARERS = words_of(
    """
    group company firm buyer acquirer purchaser owner bank fund club business maker retailer giant
    it them him her us me groupe societe entreprise acquereur acheteur banque fonds proprietaire
    """
)
"""Whom a deal may cost its sum without a name: "will cost the group 4 million"."""
HELPERS = words_of(
    """
    lawyers lawyer bankers banker advisers adviser advisors advisor brokers broker agents agent
    consultants consultant auditors auditor intermediaries intermediary middleman middlemen taxman
    treasury state notary notaries estate
    avocats avocat banquiers banquier conseils conseil conseillers conseiller courtiers courtier
    notaires notaire intermediaires intermediaire consultants auditeurs fisc etat tresor agents
    """
)
"""Who is paid for a deal without being a party of it."""
SEVERAL = words_of(
    """
    two three four five six seven eight nine ten eleven twelve dozen dozens several many both
    various multiple some numerous
    deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze vingt dizaine
    douzaine plusieurs divers diverses differents differentes quelques multiples nombreuses
    nombreux
    """
)
PARTIES = words_of(
    """
    banks lenders funds investors firms companies groups backers buyers donors creditors partners
    suppliers contractors customers charities schools clubs start-ups startups businesses hospitals
    museums towns councils farms farmers universities associations institutions houses shareholders
    borrowers recipients beneficiaries laboratories labs sponsors utilities owners families sites
    banques preteurs fonds investisseurs entreprises societes groupes acheteurs donateurs creanciers
    partenaires fournisseurs prestataires clients associations ecoles clubs hopitaux musees villes
    communes exploitations universites institutions maisons actionnaires emprunteurs beneficiaires
    souscripteurs participants adherents subscribers participants bidders
    laboratoires mecenes proprietaires familles etablissements pme acteurs laureats start-up
    """
)
"""Nouns, in the plural, of those who pay or are paid."""
OPENING_PRICES: tuple[str, ...] = phrases(
    """
    mise à prix | mises à prix | mis à prix | prix de reserve | prix de depart | prix plancher |
    prix d'appel | prix demande | prix affiche | prix indicatif | estimation basse |
    estimation haute | reserve price | asking price | guide price | starting price | opening bid |
    price guide | list price
    """
)
"""The prices at which a sale opens, or that somebody asks, whatever is paid in the end."""
SHARING: tuple[str, ...] = phrases(
    """
    pour moitie | pour partie | en partie | pour un tiers | pour un quart | à parts egales |
    partly | in part | half of it | in equal parts | in equal shares
    """
)
"""Before a party these make what it pays or gets a part of the sum."""
TAKING_PART: tuple[str, ...] = phrases(
    """
    participe à | participent à | participer à | participera à | participait à | pris part à |
    prend part à | prendre part à | prennent part à | contribue à | contribuent à |
    participe au | participer au | pris part au | prend part au | contribue au |
    took part in | takes part in | participated in | participates in | joined in | contributed to
    """
)
"""Before a deal these make somebody one of those who do it."""
PURCHASES = words_of(
    """
    acquisitions purchases takeovers deals buyouts transactions investments emplettes achats rachats
    cessions sales disposals shopping operations
    """
)
"""Deals in the plural."""
AMONG: tuple[str, ...] = phrases(
    """
    among them | among which | including | one of them | one of which | first among them |
    being the | being one | along with | other | others | starting with | such as |
    parmi lesquelles | parmi lesquels | parmi eux | parmi elles | dont |
    au premier rang desquelles | au premier rang desquels | l'un d'eux | l'une d'elles |
    etant la | etant le | comprise | compris | à commencer par | en tete | autres |
    the largest | the biggest
    """
)
"""What makes a party one of several that were counted: "four banks, among them Nordwind"."""
ONE_OF: tuple[str, ...] = phrases(
    """
    one of the | one of its | one of their | among the | among its | part of a group of |
    l'un des | l'une des | un des | une des | fait partie des | font partie des |
    fait partie de ses | figure parmi les | figurent parmi les | parmi les |
    compte parmi les | comptent parmi les | l'un de ses | l'une de ses
    """
)
"""Before a noun in the plural these make a party one of several: "one of the suppliers that"."""
