"""Names of companies that are common words, and what stands around names."""

from __future__ import annotations

COMMON_WORDS = frozenset(
    """
    orange total target box visa apple shell gap block square meta alphabet oracle stripe bolt
    slack zoom unity chase bull free match snap discord casino accor monday notion linear figure
    scale character cohere compass anchor summit frontier horizon atlas beacon bridge canvas
    castle circle citadel cloud cobalt compound coral crown crystal delta dragon eagle echo
    element ember energy epic field fire flex focus force forge fortune future galaxy gate general
    genesis global gold grand green harbor harbour harvest hive home ideal impact index indigo
    insight iron island ivy jet key king lab lake lead leaf lemon liberty light lion lotus lucid
    lyft magic maple marble mercury metro mint mirror mission modern moon mountain national nest
    network noble north nova oak ocean olive omega opera origin pace palm panel park partner path
    pearl phoenix pilot pine pioneer planet plant polar power premier prime pulse quest rain raven
    real reef ripple river robin rock root rose royal sage sail sand sapphire shield signal silver
    sky smart snow solar sonic spark spirit spring sprint spruce stable star steel stone storm
    strive summer sun swift tail tempo tide tiger titan tower trade trail tribe triumph true trust
    union unite upstart vector velocity venture vertex vision vista wave west wild willow wind
    windows wing wise world yellow zenith plume lumiere soleil etoile horizons avenir bleu vert
    blanc noir rouge grain libre monde nature pivot racine rive roche saison terre vent ville
    voile clair fleur foret nuage phare pont source kering engie veolia quantum fusion
    """.split()
)
"""Single words that are met as words of the language as easily as as names."""

GENERATIONS = frozenset({"jr", "sr", "junior", "senior"})
"""Behind a name these make it that of another: the son of, or the father."""
LEGAL_FORMS = frozenset(
    """
    inc corp corporation ltd limited plc sa sas sarl ag se nv bv spa gmbh llc llp lp co company
    group groupe oyj ab asa as kk kgaa pte pty incorporated holding
    """.split()
)
"""What may follow a name and be of it."""
TITLES = frozenset(
    """
    chief ceo cfo coo cto chairman chairwoman president director executive founder co-founder vice
    managing head partner analyst spokesman spokeswoman spokesperson senior mr mrs ms m mme pdg dg
    """.split()
)
KINDS_OF_HOUSE = frozenset(
    """
    maison groupe societe entreprise compagnie etablissements ets fonderie brasserie laiterie
    domaine chateau librairie imprimerie editions chocolaterie biscuiterie
    """.split()
)
"""What a house is, before its name, which papers leave out as often as not: "la Maison Vrel"."""
KINDS_IN_NAMES = KINDS_OF_HOUSE | frozenset(
    """
    fonds famille banque fondation association conserverie biscuiterie fromagerie papeterie
    faiencerie scierie sucrerie verrerie coutellerie tannerie distillerie cave club ville mairie
    commune metropole region departement conseil syndicat federation ministere universite hopital
    musee theatre ecole holding cooperative mutuelle clinique imprimerie librairie brasserie
    chantier chantiers atelier ateliers moulin moulins domaine chateau agence institut office
    conserveries cidrerie minoterie filature journal magazine radio quotidien hebdomadaire
    family fund group bank foundation trust council county city club college university hospital
    museum theatre school ministry agency authority brewery bakery dairy distillery mill mills
    partners holdings company charity society association federation union department shipyard
    """.split()
)
"""What its bearer is, as a word of a name: papers print it small, "le fonds Vrel"."""
PLACES = frozenset(
    """
    france germany allemagne britain bretagne uk us usa eu ue spain espagne italy italie belgium
    belgique netherlands switzerland suisse austria autriche portugal ireland irlande norway
    norvege sweden suede denmark danemark finland finlande poland pologne greece grece turkey
    turquie russia russie ukraine china chine japan japon india inde korea coree taiwan singapore
    singapour indonesia indonesie vietnam thailand thailande malaysia malaisie australia australie
    zealand canada mexico mexique brazil bresil argentina argentine chile chili colombia colombie
    peru egypt egypte morocco maroc algeria algerie tunisia tunisie nigeria kenya africa afrique
    israel qatar emirates emirats saudi arabia arabie dubai europe asia asie america amerique
    states etats unis united kingdom royaume londres london paris berlin bruxelles brussels madrid
    rome milan geneva geneve zurich oslo stockholm copenhagen helsinki vienna vienne moscow moscou
    beijing pekin shanghai tokyo seoul mumbai delhi sydney toronto montreal chicago boston texas
    california californie washington york francisco valley silicon pacific pacifique atlantic
    atlantique north south east west nord sud est ouest monday tuesday wednesday thursday friday
    saturday sunday january february march april may june july august september october november
    december ia ai pdg ceo
    """.split()
)
"""Names that are of no party."""
