"""Words with which a second figure shares the noun of the first: lower case, without accents."""

from __future__ import annotations

from tui.language.plain_words import words_of

JOINING = words_of(
    """
    and while whereas against compared versus vs but after when ahead behind where
    et tandis alors quand contre apres mais devant derriere
    """
)
"""What parts the two: "while Halden managed 28", "contre 28 en 2022"."""
BETWEEN = words_of(
    """
    with to its rival rivals competitor smaller larger bigger the only just some about nearly
    almost around barely over of at for in that those year before earlier much as fewer than same
    his son sa leur concurrent concurrente rivale voisin voisine que qu' de d' du des pour chez a à
    seulement quelque environ pres presque plus moins lui elle celui celle ceux celles en soit les
    it they n' ne en y il ils elles plus desormais aujourd'hui maintenant now today currently
    second first other deux autre maison soeur mere sister parent - ans tot
    """
)
"""What may stand between the conjunction and the second figure."""
NOW = words_of("now today currently desormais aujourd'hui maintenant actuellement")
"""With these the second figure is what the same company has come to: "it now has 1,900"."""
REACHING = words_of(
    """
    managed manages reached reaches made makes took takes had has have posted posts came comes come
    in recorded achieved achieves earned hit hits turned over got gets counted counts employs
    employed employing was were is are stood stands booked reported managed settled scored lost
    loses held holds owns
    realise realisait atteint atteignait affiche affichait enregistre compte comptait emploie
    employait fait faisait fini termine plafonne plafonnait culmine contente contentait se s'est
    s'en tient monte reste est etait en perd perdait gagne gagnait perdu gagne detient possede
    arrive reunit reunissait totalise totalisait
    """
)
"""Verbs that say no more of the second figure than that somebody has it."""
AT = words_of("at for of by chez pour de du d' par")
"""Before the name whose the second figure is: "against 28 million at Halden"."""
