"""Names of companies that are common words, and what stands around names."""

from __future__ import annotations

COMMON_WORDS = frozenset(
    """
    orange total target box visa apple shell gap block square meta alphabet oracle stripe bolt slack
    zoom unity chase bull free match snap discord casino accor monday notion linear figure scale
    character cohere compass anchor summit frontier horizon atlas beacon bridge canvas castle circle
    citadel cloud cobalt compound coral crown crystal delta dragon eagle echo element ember energy
    epic field fire flex focus force forge fortune future galaxy gate general genesis global gold
    grand green harbor harbour harvest hive home ideal impact index indigo insight iron island ivy
    jet key king lab lake lead leaf lemon liberty light lion lotus lucid lyft magic maple marble
    mercury metro mint mirror mission modern moon mountain national nest network noble north nova
    oak ocean olive omega opera origin pace palm panel park partner path pearl phoenix pilot pine
    pioneer planet plant polar power premier prime pulse quest rain raven real reef ripple river
    robin rock root rose royal sage sail sand sapphire shield signal silver sky smart snow solar
    sonic spark spirit spring sprint spruce stable star steel stone storm strive summer sun swift
    tail tempo tide tiger titan tower trade trail tribe triumph true trust union unite upstart
    vector velocity venture vertex vision vista wave west wild willow wind windows wing wise world
    yellow zenith plume lumiere soleil etoile horizons avenir bleu vert blanc noir rouge grain
    libre monde nature pivot racine rive roche saison terre vent ville voile clair fleur foret
    nuage phare pont source kering engie veolia quantum fusion
    """.split()
)
"""Single words that are met as words of the language as easily as as names."""

LEGAL_FORMS = frozenset(
    """
    inc corp corporation ltd limited plc sa sas sarl ag se nv bv spa gmbh llc llp lp co company group
    groupe oyj ab asa as kk kgaa pte pty incorporated holding
    """.split()
)
"""What may follow a name and be of it."""
TITLES = frozenset(
    """
    chief ceo cfo coo cto chairman chairwoman president director executive founder co-founder vice
    managing head partner analyst spokesman spokeswoman spokesperson senior
    mr mrs ms m mme
    pdg dg
    """.split()
)
