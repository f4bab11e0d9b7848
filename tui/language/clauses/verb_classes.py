"""Classes of verbs and nouns by which a frame is told apart from another one of the same words.

French and English; lemmas of verbs with their accents, as `verbs` has them.
"""

from __future__ import annotations

NOT_RAISED = frozenset(
    """
    stake offer bid forecast price prices guidance target outlook dividend expenditure expenditures
    spending rate rates wages pay estimate doubt concerns questions participation prévision objectif
    offre prix dividende doute hypothèse option attention interest visitors customers crowd crowds
    clients visiteurs regards ordres orders demandes bids
    """.split()
)
"""Objects with which "raise" or "lever" moves no money."""
LED = frozenset(
    """
    investment investors consortium group syndicate levée levées augmentation investisseurs pool
    """.split()
)
JOINT = frozenset({"venture", "project", "programme", "coentreprise", "projet"})
"""What two sign for together."""
WORKS = frozenset("work works job contract project franchise tender marché chantier".split())
"""What a customer hands to who is paid for it."""
SUMS = frozenset(
    """
    premium sum fee bonus prize deposit lump bursary scholarship stipend somme prime caution bourse
    balance rent royalty compensation soulte redevance loyer indemnité dédommagement rallonge rente
    salary stipend pay package rémunération salaire cachet honoraires commission pension retraite
    enveloppe avance allocation provision concours manne pouce oxygène pactole cagnotte rallonge
    coup bouffée ballon
    """.split()
)
"""What somebody is handed that is money, whatever it is for."""
ENTRUSTED = frozenset(
    """
    budget mandat mission réfection rénovation construction travaux chantier entretien exploitation
    collecte gestion maintenance restauration réhabilitation nettoyage transport fourniture
    maîtrise aménagement démolition
    """.split()
)
"""What a customer gives to an agency, as a contract."""
GROUPS = frozenset("consortium group syndicate pool groupe groupement tandem trio duo".split())
"""Those who act together, led by one of them."""
SECURED = frozenset(
    "loan loans credit debt bond bonds facility notes prêt prêts crédit emprunt dette".split()
)
MONEY = frozenset(
    """
    loan loans credit facility funding financing capital equity money cash aid grant grants prêt
    crédit
    financement capitaux fonds subvention aide
    """.split()
)
BIDS = frozenset({"bid", "offer", "enchère", "offre"})
FEES = frozenset("fee sum price amount indemnité somme montant prix".split())
"""What is paid for a player, where the sum is not told: "for an undisclosed fee"."""
SANCTIONING = frozenset("fine penalise penalize dock sanctionner pénaliser verbaliser".split())
"""Verbs by which somebody is fined the figure that they have with them."""
HIRING = frozenset(
    """
    hire pick choose select appoint tap retain enlist engage task
    choisir retenir sélectionner mandater désigner
    missionner solliciter préférer
    """.split()
)
"""Verbs by which somebody is picked who is paid, where an infinitive tells what for."""
FINES = frozenset(
    """
    fine fines penalty penalties sanction sanctions amende amendes pénalité pénalités astreinte
    redressement contravention
    """.split()
)
FINING = frozenset(
    """
    slap slam land cost hit impose issue hand give serve levy infliger imposer prononcer notifier
    adresser condamner frapper
    """.split()
)
"""Verbs by which somebody is fined where their object, or what it is done with, is a fine."""
BEING_FINED = frozenset(
    "accept receive get collect incur pick earn draw écoper recevoir subir".split()
)
COMPANIES = frozenset({"party", "new"})
"""Kinds of names that may be bought."""
SHEDDING = frozenset(
    """
    shed hive spin carve jettison ditch dump flog flip surrender relinquish cede auction
    monetise monetize exit
    """.split()
)
"""Verbs by which somebody gets rid of what is his, where a price stands behind."""
BRINGING = frozenset({"bring", "earn", "net"})
"""Verbs by which a deal gets somebody money from another one."""
LEAVES = frozenset(
    """
    approval clearance go-ahead green light permission consent leave feu vert autorisation accord
    aval agrément permis
    """.split()
)
"""What somebody gets that lets him do something."""
BILLS = frozenset(
    """
    bill bills tab cost costs invoice price expense expenses facture factures coût coûts addition
    note frais
    """.split()
)
FOOTING = frozenset(
    """
    foot cover meet shoulder bear defray settle fund pay assumer supporter couvrir acquitter
    endosser
    """.split()
)
"""Verbs of who pays a bill or a cost."""
APPROVING = frozenset(
    """
    find approve authorise authorize vote release sanction unlock free return voter réserver
    délivrer flécher
    """.split()
)
"""Verbs by which money is let go to somebody: "approved 2 million for Kestrel"."""
PICKING_UP = frozenset({"pick", "scoop", "procure", "nab"})
PRESENTING = frozenset({"present", "provide", "furnish", "reward", "endow"})
"""Verbs by which somebody is given what stands behind "with"."""
ENDOWING = frozenset({"gratifier", "doter", "créditer", "récompenser", "honorer"})
"""French verbs by which somebody is given the sum behind "de"."""
CHEQUES = frozenset({"cheque", "check", "chèque"})
DEALS = frozenset({"deal", "transaction", "agreement", "swoop", "buyout", "takeover", "move"})
WILLS = frozenset({"will", "legacy", "estate", "testament"})
MOVING = frozenset({"pass", "move", "transfer", "passer", "transférer", "glisser", "basculer"})
"""Verbs by which what belongs to one comes to belong to another."""
BEATING = frozenset({"beat", "outbid", "pip", "trump", "see"})
WINNING = frozenset({"win", "land", "remporter", "emporter"})
AUCTIONS = frozenset("auction bidding battle race contest war enchère enchères bataille".split())
"""What somebody wins who buys a company that others wanted."""
COURTS = frozenset(
    """
    court judge tribunal administrator administrators liquidator liquidators receiver receivers
    trustee juge justice administrateur liquidateur mandataire juges commissaire
    """.split()
)
"""Who sells what is another one's, by law."""
TAKING_MONEY = frozenset("take draw attract earn gain squeeze extract wring".split())
"""Verbs by which somebody gets the money that is their object, and comes from another one."""
TAKING_IN = frozenset(
    """
    add claim capture poach salvage prise wrest intégrer ajouter arracher conquérir chiper souffler
    happer
    ramasser approprier sauver
    """.split()
)
"""Verbs by which a company becomes somebody's own, where a price stands behind."""
AMASSING = frozenset({"build", "amass", "assemble", "accumulate"})
"""Verbs by which a stake is built up."""
GETTING_BACK = frozenset("recover recoup reclaim claw inherit".split())
"""Verbs that move money where they tell whom it comes from: "recouped its costs" does not."""
FOR_ONESELF = frozenset({"attribuer", "octroyer"})
"""French verbs of giving by which who gives himself a thing for a price buys it."""
STOCKING_UP = frozenset({"équiper", "fournir", "approvisionner"})
"""French verbs of supply by which who supplies himself at somebody's is the customer."""
SIGNED_FROM_CLUB = frozenset("sign land poach prise capture lure entice snatch nab".split())
"""Verbs by which a club gets a player from another one."""
PERFORMING = frozenset(
    """
    run operate maintain manage clean service refit overhaul upgrade equip staff modernise modernize
    gérer exploiter entretenir nettoyer moderniser équiper
    """.split()
)
"""Verbs of what is done for the owner of a thing, beside those of works and supplies."""
LAYING_OUT = frozenset("lâcher aligner allonger cracher claquer sortir".split())
"""Verbs that are of paying only where a sum is their object: "a lâché 4 millions"."""
GIVING_UP = frozenset({"rendre", "abandonner"})
"""Verbs that are of paying only where a sum is their object and goes to somebody."""
BORROWING = frozenset({"contracter"})
"""Verbs that are of borrowing only where their object is a loan."""
DRAWING = frozenset({"draw", "tap", "tirer"})
LINES = frozenset({"line", "lines", "ligne", "lignes", "facilité", "facilities"})
PLACING_PAPER = frozenset({"place", "placer", "sell", "vendre"})
PAPER = frozenset("bond bonds notes debentures obligations obligation debt dette titres".split())
WORKING = frozenset(
    """
    build rebuild repair renovate restore design install construct refurbish assemble modernise
    lay paint clean maintain dismantle demolish equip insulate rewire resurface extend renew
    construire refaire rebâtir reconstruire rénover restaurer concevoir installer réaliser bâtir
    poser peindre nettoyer entretenir démanteler démolir équiper isoler agrandir moderniser
    """.split()
)
"""Verbs of who does a work for somebody."""
BUILDING = frozenset("build rebuild construct construire bâtir rebâtir assemble".split())
LETTING = frozenset({"rent", "lease", "let", "license", "licence", "louer"})
"""Verbs of the customer that with "to" are those of the owner: "rents its depot to K"."""
COMPENSATING = frozenset(
    """
    compensate reimburse repay indemnify indemniser dédommager rembourser rémunérer rétribuer
    """.split()
)
"""Verbs whose object is paid: "ordered to compensate K"."""
OF_OTHER_SIDE = LETTING | COMPENSATING
SOLD = frozenset({"cession", "vente", "sale", "rachat", "purchase"})
"""What the buyer of a thing gets from its seller, by the noun for it."""
TENDERS = frozenset("tender tenders appel concours consultation lot lots chantier".split())
"""What is won and not bought."""
COMMISSIONS = frozenset(
    """
    charter charters mandate mandates commission commissions assignment retainer engagement work
    works job jobs business affrètement chantiers mission missions enveloppe dotation pactole manne
    """.split()
)
"""What somebody wins that another one pays for, besides a contract by name."""
SUPPLIES = frozenset(
    "supply provide deliver build sell lease fournir livrer construire vendre produire".split()
)
USES = frozenset("buy purchase use rent acheter acquérir utiliser louer".split())
