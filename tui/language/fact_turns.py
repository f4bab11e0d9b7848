"""Words by which a figure measures something else than a fact of its kind does.

Lower case and without accents.
"""

from __future__ import annotations

from tui.language.plain_words import phrases

OTHER_THINGS: dict[str, tuple[str, ...]] = {
    "revenue": phrases(
        """
        orders | order book | order intake | order backlog | backlog | bookings | contracts won |
        pipeline | commandes | carnet | prises de commandes | contrats signes | contrats remportes
        """
    ),
    "profit": phrases("orders | backlog | commandes | carnet"),
    "stake": phrases(
        """
        sold | sells | selling | sell | parted with | parts with | parting with | let go of |
        lets go of | disposed of | disposes of | divested | divests | shed | sheds | offloaded |
        offloads | unloaded | gave up | gives up | giving up | got rid of | dumped | trimmed |
        reduced by | cut by | vendu | vend | vendent | vendait | vendre | vendit | cede | ceda |
        cedent | cedait | cedant | ceder | defait de | defait d' | defaite de | defaite d' |
        defaire de | defaire d' | separe de | separe d' | separee de | separee d' | deleste de |
        deleste d' | delestee de | debarrasse de | debarrasse d' | brade | allege de
        """
    ),
    "market-share": phrases(
        "lost | loses | gained | gains | points | perdu | perd | perdent | gagne | gagnent | gagner"
    ),
    "capacity": phrases(
        """
        produced | produces | generated | generates | supplied | supplies | delivered | delivers |
        fed | feeds | ran at | runs at | burnt | burned | burns | consumed | consumes | consume |
        used | uses | draws | drew | average | averaged | averages | on average | mean |
        a produit | ont produit | produit | produisait | produisent | produisaient | a fourni |
        ont fourni | fournit | fournissait | fournissent | a livre | livre | a injecte | injecte |
        tournait à | tourne à | a tourne à | consomme | consomment | consommait | brule | moyenne
        """
    ),
}
"""What has a figure, before it in its clause, that is of no fact of that kind."""
ABLE = frozenset(
    """
    can could able capable designed built peut peuvent pourra pourront capables concu concue prevu
    prevue nominale rated installed installee capacity capacite capacites puissance
    """.split()
)
"""With these a verb of output tells what a plant is built for."""

ONCE: tuple[str, ...] = phrases(
    """
    peak | heyday | once | formerly | at its height | at the height | in its prime | used to be |
    at the time | back then | at its zenith | in its glory | apogee | au sommet de | au faite |
    au plus haut | jadis | autrefois | naguere | à l'epoque | au temps de | au temps du |
    à son zenith | heures de gloire | heure de gloire | au pic
    """
)
"""Words that tell a worth of another time than the article's."""

AIMING: tuple[str, ...] = phrases(
    """
    target | targets | targeted | targeting | aims for | aims at | aiming for | eyes | guides |
    guidance | forecasts | projects | pencils in | pencilled in | goal of |
    ambition of | budget of | budgets | hopes for | hoping for | vise | visent | visait | visaient |
    ambitionne |
    ambitionnent | table sur | tablent sur | tablait sur | escompte | escomptent | escomptait |
    objectif de | objectif d' | cible de | cap sur | cap des | prevision de | se fixe | s'est fixe |
    brigue | briguent
    """
)
"""Words before a figure that make it a goal or a forecast."""
