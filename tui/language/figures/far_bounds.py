"""Words that bound or blur a figure from farther off than right beside it."""

from __future__ import annotations

from typing import Literal, TypeAlias

from tui.language.plain_words import phrases, words_of

Side: TypeAlias = Literal["maximum", "minimum", "exclusive_minimum", "exclusive_maximum", "about"]

BEFORE: dict[Side, tuple[str, ...]] = {
    "maximum": phrases(
        """
        up to | as much as | as many as | at most | no more than | not more than | a maximum of |
        maximum of | maximum | capped at | cap of | ceiling of | ceiling at | limited to |
        limits to | limit of | limit its | not exceed~ | not to exceed | never exceed~ | may reach
        | could reach | might reach | can reach | may total | could total | might total |
        could be worth | may be worth | might be worth | could rise to | may rise to |
        could climb to | could go to | could grow to | as high as | no higher than | cap at |
        caps at | capping at |
        limit~ to | at the most | anything up to | jusqu'à | jusqu'au | jusqu'aux | jusqu'a |
        au maximum | au plus | plafonne~ à | limite~ à | plafond de | plafond fixe à | maximum de
        | maximal de | maximale de | maximale | maximal | pas depasser | pas exceder |
        depasser~ pas | peut atteindre | pourrait atteindre | pourraient atteindre |
        peuvent atteindre | pouvant atteindre | pourra atteindre | peut aller | pouvant aller |
        pourrait monter à | limite de | pourrait s'elever à | pourrait representer | pas plus de |
        pas plus d' | plafonner à | at best | in the best case | au mieux |
        dans le meilleur des cas
        """
    ),
    "minimum": phrases(
        """
        at least | no less than | not less than | no fewer than | a minimum of | minimum of |
        starting at | floor of | as low as | as little as | au moins | au minimum | minimum de |
        dans un premier temps | pas moins de | pas moins d' | plancher de | à partir de |
        au bas mot | minimum | minimale de | minimal de
        """
    ),
    "exclusive_minimum": phrases(
        """
        more than | upwards of | north of | in excess of | exceed~ | tops | topped | topping |
        surpass~ | plus de | plus d' | depasse | depassent | depassant | depassait | depassera |
        au-dela de | au-dela des | au dela de | au dela des | superieur à | superieure à |
        superieurs à | superieures à | excedant | excede | well over | far over | just over |
        comfortably over | beyond | has passed | have passed | had passed | has crossed |
        have crossed | has topped | passed the | a franchi | ont franchi | a depasse | ont depasse |
        le cap de | le cap des | la barre de | la barre des | le seuil de | le seuil des | la barre
        symbolique de | la barre symbolique des | passe la barre de | passe la barre des |
        passe le cap de | passe le cap des |
        franchi la barre de | franchi la barre des | franchi le cap de | franchi le cap des
        """
    ),
    "exclusive_maximum": phrases(
        """
        less than | fewer than | shy of | just under | just below | well under | south of |
        well below | moins de | moins d' | inferieur à | inferieure à | en dessous de |
        sous la barre de | sous la barre des | un peu en deca | en deca de | a shade under |
        a touch under | a little under | just short of | falling short of
        """
    ),
    "about": phrases(
        """
        an estimated | estimated at | estimated to be | close to | nearly | almost | approaching |
        nearing | in the region of | in the neighbourhood of | in the neighborhood of |
        on the order of | of the order of | in the range of | something like | roughly |
        approximately | circa | environ | pres de | pres d' | proche de | proche d' | proches de |
        presque | quasi | quasiment | avoisin~ | frol~ | de l'ordre de | de l'ordre d' | autour de
        | aux alentours de | approchant | approximativement | à peu pres | estime à | estimee à |
        evalue à | evaluee à | quelque chose comme | grosso modo | some | about | around | quelque
        | aux environs de | tout pres de | touche les | pas loin de | pas loin d' | not far from |
        not far off
        """
    ),
}
"""Bounds before a figure with words between: "up to a record 4 billion"."""

AFTER: dict[Side, tuple[str, ...]] = {
    "maximum": phrases(
        """
        is a maximum | is the maximum | is a ceiling | is the ceiling | is a cap | is the cap |
        est un maximum | est un plafond | sont un maximum | sont un plafond | constitue un plafond |
        constituent un plafond | constitue un maximum | constituent un maximum |
        represente un plafond | representent un plafond | represente un maximum |
        representent un maximum |
        the very most | et peut-etre moins | peut-etre moins | and perhaps less | perhaps less |
        and maybe less | possibly less | voire moins | if not less | sinon moins |
        , pas davantage | , pas plus |
        at most | at the most | at the very most | tops | maximum | max | or less | or fewer |
        au maximum | au grand maximum | au plus | tout au plus | maxi | à tout casser |
        at best | in the best case | au mieux | dans le meilleur des cas | at the top end |
        as a maximum | at the outside | ou moins | as a ceiling | grand maximum | c'est un maximum
        | is a maximum
        """
    ),
    "minimum": phrases(
        """
        and change | and then some | et des poussieres |
        at least | at the least | at the very least | at a minimum | minimum | or more |
        if not more | and counting | or higher | and up | upwards | au moins | au minimum |
        au bas mot | ou plus | ou davantage | voire plus | voire davantage | et plus | sinon plus
        | sinon davantage | pour le moins | a minima | à minima | mini | or better | perhaps more
        | possibly more | potentially more | probably more | maybe more | possibly much more |
        possibly a lot more | possibly a good deal more | potentially a good deal more |
        potentially much more | potentially a lot more | perhaps much more | perhaps a lot more |
        perhaps a good deal more | maybe a lot more | peut-etre davantage | sans doute plus |
        sans doute davantage | probablement plus | probablement davantage | voire bien plus |
        voire beaucoup plus | voire bien davantage | voire beaucoup mieux | peut-etre plus |
        and possibly more | and rising | c'est un minimum | to begin with | to start with |
        for a start | for starters | dans un premier temps | pour commencer |
        is a minimum | is the minimum | is a floor | is the floor | est un plancher |
        sont un plancher |
        constitue un plancher | constituent un plancher | represente un plancher |
        est un minimum | constitue un minimum | sont un minimum | constituent un minimum |
        as the least | et au-dela | and beyond | as a minimum
        """
    ),
    "about": phrases(
        """
        or so | or thereabouts | give or take | approximately | roughly | environ | à peu pres |
        plus ou moins | approximativement | more or less | à quelque chose pres | ou presque |
        ou à peu pres | grosso modo | or close to it | or nearly so | peu ou prou | or near it |
        à peu de chose pres | à peu de choses pres | à un cheveu pres
        """
    ),
}
"""Bounds behind a figure: "4 billion at the very least"."""

NOT_A_BOUND: tuple[str, ...] = phrases(
    """
    more than once | more than ever | at least one | up to now | up to date | up to speed |
    jusqu'à present | jusqu'à ce que | jusqu'à maintenant | jusqu'ici | plus de la moitie |
    over to | some of | about to | close to home | maximum likelihood | jusqu'à fin
    """
)
LONE = frozenset("some about around quelque tops maximum minimum over under quasi beyond".split())
"""Bounds that are other words as easily: only what intensifies a sum may stand behind them."""
INTENSIFYING = frozenset(
    """
    record whopping staggering massive huge estimated reported further additional combined total
    colossal eye-watering eyewatering cool hefty stunning astonishing astounding impressive mere
    full extra another new what would will is be could ce qui serait sera est a an le la les un
    une des coquette bagatelle modique somme montant sum amount de d' of l' the enveloppe trifling
    nice tidy mighty monstrous
    """.split()
)

HEDGES = words_of(
    """
    potentially possibly perhaps maybe probably likely conceivably might could may eventually even
    peut-etre doute probablement eventuellement potentiellement vraisemblablement voire meme terme
    """
)
"""Words that leave open whether more follows: "and possibly more"."""
DEGREES = words_of(
    """
    a an good great deal lot much far considerably significantly substantially bit some rather yet
    many times be sans beaucoup bien un peu nettement encore sensiblement largement in time later
    """
)
"""Words by how much: "a good deal more"."""
FURTHER: dict[str, Side] = {
    "more": "minimum", "higher": "minimum", "plus": "minimum", "davantage": "minimum",
    "less": "maximum", "lower": "maximum", "fewer": "maximum", "moins": "maximum",
}  # fmt: skip
"""What a hedge says that a figure may be, and which bound that makes of it."""
