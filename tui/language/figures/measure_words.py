"""Nouns and verbs that tell what a sum measures of a company: its sales, its gain, its cash ….

Lower case and without accents; a `~` at the end stands for any ending.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from tui.language.plain_words import phrases

Measure: TypeAlias = Literal["revenue", "profit", "loss", "valuation", "another", "neutral"]
"""What a noun makes of a sum; `another` for one of no fact, `neutral` where it tells nothing."""

MEASURES: dict[Measure, tuple[str, ...]] = {
    "revenue": phrases(
        """
        revenue | revenues | sales | turnover | takings | receipts | top line | billings |
        chiffre d'affaires | chiffres d'affaires | volume d'affaires | ca | ventes | recettes |
        revenus | facturations
        """
    ),
    "profit": phrases(
        """
        profit | profits | earnings | net income | operating income | pre-tax income |
        comprehensive income | bottom line | surplus | in the black | into the black | profitable |
        benefice | benefices | resultat | resultats | excedent | excedents | dans le vert |
        beneficiaire | gain | gains
        """
    ),
    "loss": phrases(
        """
        loss | losses | deficit | deficits | in the red | into the red | red ink | perte | pertes |
        dans le rouge | negatif | negative | negatifs | deficitaire | resultat negatif |
        resultat net negatif | resultat deficitaire | trou
        """
    ),
    "valuation": phrases(
        """
        valuation | valuations | market value | market cap | market capitalisation |
        market capitalization | stock market value | valorisation | capitalisation |
        capitalisation boursiere | valeur boursiere | valeur en bourse
        """
    ),
    "another": phrases(
        """
        ebitda | deferred revenue | deferred income | accumulated losses | accumulated loss |
        accumulated deficit | cumulative losses | cumulative profits | retained earnings |
        pertes cumulees | deficit cumule | benefices cumules | report à nouveau |
        core earnings | core profit | gross profit |
        gross income | net interest income | excedent brut |
        excedent brut d'exploitation | ebe | produit net bancaire | plus-value | plus-values |
        capital gain | capital gains | margin | gross margin | cash | cash pile | cash flow |
        liquidity | tax | taxes | tax bill | dividend | dividends | cost | costs | expense |
        expenses | spending | outlay | charge | charges | debt | debts | borrowings | loan | loans |
        fine | fines | penalty | order | orders | order book | order intake | backlog | saving |
        savings | investment | investments | capex | budget | subsidy | subsidies | grant | grants |
        state aid | damages | write-down | write-downs | writedown | impairment | provision |
        provisions | assets | reserves | wages | wage bill | salaries | rent | interest payments |
        deposits | stocks | inventory | inventories | capital | funding | funds | round | contract |
        contracts | offer | bid | buyback | buy-back | bonus | bonuses | salary | compensation |
        equity | liabilities | claim | claims | refund | refunds | repairs | donations | insurance |
        marge | marges | tresorerie | liquidites | impot | impots | dividende | dividendes | cout |
        couts | depense | depenses | dette | dettes | endettement | emprunt | emprunts | pret |
        prets | amende | amendes | commande | commandes | carnet | economies | investissement |
        investissements | subvention | subventions | aides | depreciation | depreciations | actifs |
        salaires | masse salariale | loyer | loyers | commissions | interets | depots | capitaux |
        fonds propres | levee | tour de table | contrat | contrats | offre | rachat | prime |
        primes | indemnites | indemnite | dons | collecte | encours | credit | credits |
        remboursement | remboursements | dedommagement | assurance | travaux
        """
    ),
    "neutral": phrases(
        """
        before tax | before taxes | after tax | after taxes | before interest | pre-tax | net of tax
        | before interest and tax | before interest and taxes | before costs | after costs |
        before charges | after charges | after interest | before exceptional charges |
        before one-off charges | avant impot | avant impots | apres impot | apres impots |
        avant charges | apres charges | hors charges | hors taxes | avant interets |
        avant interets et impots | hors elements exceptionnels | cost-cutting | debt-free |
        cash-strapped | loss-making | capital city | at a cost | at all costs | in charge |
        in order | in the order | of the order | de l'ordre de | in capital letters |
        en charge | à la charge | prise en charge | tout de meme
        """
    ),
}
"""Nouns, and phrases that stand for one."""

ITS_VERBS: dict[Measure, str] = {
    "revenue": """
        grossed grosses grossing billed bills billing invoiced invoices invoicing encaisse encaisse
        encaissent encaissait encaissant facture facturent facturait facturant
        """,
    "profit": """
        earned earns earn earning gagne gagnent gagnait gagnaient gagnant gagner
        """,
    "loss": """
        lost lose loses losing perdu perd perdent perdait perdaient perdant perdre perdue perdus
        bled bleeds bleeding
        """,
}
"""Verbs whose object, a sum, is what somebody takes, gains or loses."""

TAKING: dict[Measure, tuple[str, ...]] = {
    "revenue": phrases(
        """
        took in | takes in | take in | taking in | taken in | brought in | brings in | bring in |
        bringing in | pulled in | pulls in | pull in | pulling in | raked in | rakes in | rake in |
        raking in | turned over | turns over | turn over | turning over | rang up | rings up |
        did business worth | does business worth | did business of | took | takes | take |
        generated | generates | generate | a rentre | ont rentre | a fait rentrer
        """
    ),
    "profit": phrases(
        """
        made | makes | make | making | cleared | clears | netted | nets | pocketed | pockets |
        degage | degagent | degageait | degageant
        """
    ),
}
"""Verbs of many things whose object, a bare sum, is so where a company is their subject."""

OF_OTHERS_MONEY = frozenset(
    """
    investor investors backer backers shareholder shareholders bank banks lender lenders creditor
    creditors owner owners state government donors sponsors insurer insurers sale disposal disposals
    fund funds capital loan loans subsidy subsidies grants grant aid stake plant site headquarters
    investisseur investisseurs actionnaire actionnaires banque banques preteurs creanciers etat
    mecenes assureur assureurs cession cessions vente siege fonds subventions subvention aides aide
    emprunt prets credit capital usine
    """.split()
)
"""Behind a sum that somebody took or made, these tell that it is no revenue and no profit."""
NO_GOODS = frozenset(
    """
    shares share stock stocks assets asset bonds land property properties debt debts buildings
    land businesses subsidiaries brands stakes plants actions titres actifs obligations terrains
    immeubles creances filiales marques parts participations biens locaux
    """.split()
)
"""What somebody may sell without its being a revenue."""
OUT_OF = frozenset("from out off de du des d'".split())
"""Behind a verb of taking these tell what a sum was taken out of."""
