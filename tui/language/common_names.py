"""Names of companies that are common words, and what stands around names."""

from __future__ import annotations

from tui.language.clauses import name_words
from tui.language.plain_words import plain_word

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

GENERATIONS = frozenset({"jr", "sr", "junior", "senior", "fils", "pere", "père"})
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
    auberge hotel restaurant camping ferme garage menuiserie boulangerie patisserie charcuterie
    pharmacie quincaillerie cinema piscine abbaye paroisse manufacture centrale creche lycee college
    musee theatre ecole holding cooperative mutuelle clinique imprimerie librairie brasserie
    chantier chantiers atelier ateliers moulin moulins domaine chateau agence institut office
    galerie armement laboratoire laboratoires parfumerie chapellerie savonnerie serrurerie
    conserveries cidrerie minoterie filature journal magazine radio quotidien hebdomadaire
    family fund group bank foundation trust council county city club college university hospital
    museum theatre school ministry agency authority brewery bakery dairy distillery mill mills
    partners holdings company charity society association federation union department shipyard
    """.split()
)
"""What its bearer is, as a word of a name: papers print it small, "le fonds Vrel"."""
TRADES_IN_NAMES = frozenset(
    """
    cycles cafes vignobles vignoble vins caves galeries assurances transports biscuits biscuiteries
    papeteries domaines chateaux pepinieres tanneries forges fonderies verreries brasseries
    distilleries hotels cliniques salaisons conserves meubles jouets parfums tissages textiles cuirs
    bois chocolats thes eaux thermes laboratoires laboratoire pharmacies magasins carrieres ciments
    tuileries tuilerie briqueterie charpentes constructions travaux peintures plastiques aciers
    acieries cristallerie cristalleries porcelaines faienceries bijouterie horlogerie maroquinerie
    ganterie bonneterie voyages croisieres autocars taxis ambulances primeurs viandes abattoirs
    boucherie boucheries poissonnerie pecheries glaces laiteries fromageries patisseries confiserie
    boulangeries confiseries chocolateries epiceries supermarches hypermarches librairies
    imprimeries cinemas theatres studios productions films fermes elevages haras serres jardins
    semences engrais mines cables rhums cognacs champagnes champagne sirops savonnerie savons
    scieries sucreries raffinerie chaudronnerie usines tolerie teinturerie
    """.split()
)
"""What a house makes or sells, before its name: "Morval" stands for "Cycles Morval"."""
NO_PARTIES = frozenset(
    plain_word(word) for word in name_words.PLACES | name_words.NATIONALITIES | name_words.NOT_NAMES
) | frozenset(
    """
    arabia arabie emirates united kingdom states etats unis royaume francisco silicon valley zealand
    pacific pacifique atlantic atlantique north south east west nord sud est ouest
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december pdg afp reuters bloomberg ht ttc hors-taxes mw
    gw mwh gwh kwh sek nok dkk pln huf cfa xof hk nz ligue league serie premier championship capital
    """.split()
)
"""Capitalised words that are of no party, plain: places, days, what somebody is, units, "HT"."""
NAMED_BY_PLACE = ("based", "listed", "headquartered", "born", "quoted", "traded", "registered")
"""Ends of an adjective that tells where somebody is: "the Munich-based company"."""
