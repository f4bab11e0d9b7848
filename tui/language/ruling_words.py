"""Words of rulings on fines: what upholds one, what makes an appeal against it vain.

Lower case and without accents.
"""

from __future__ import annotations

from tui.language.plain_words import phrases, words_of

UPHOLDING: tuple[str, ...] = phrases(
    """
    uphold~ | upheld | confirm~ | affirmed | affirms | reaffirmed | endorsed | endorses |
    maintained | maintains | reinstated | reinstates | restored | let stand | left standing |
    left intact | left unchanged | maintenu | maintenue | maintient | maintiennent | valide |
    validee | valident | enterine | enterinee
    """
)
"""Verbs whose object is a fine that stands."""
IN_VAIN: tuple[str, ...] = phrases(
    """
    lost | lose | loses | losing | dropped | drops | drop | abandoned | abandons | withdrew |
    withdraws | withdrawn | gave up | gives up | given up | dismiss~ | reject~ | throw~ out |
    threw out | thrown out | turned down | turns down | denied | denies | refused | refuses | fail |
    fails | failed | failing | failed in | unsuccessful | unsuccessfully | in vain |
    perdu | perd | perdent | rejete | rejetee | rejette | rejettent | deboute | deboutee |
    ecarte | abandonne | renonce | renonce à | retire | echoue | echouent | en vain
    """
)
"""Words that make an appeal one without success, or an end of it."""
APPEALS = words_of(
    """
    appeal appeals appealed challenge challenges bid attempt attempts case fight battle lawsuit suit
    plea petition complaint effort efforts recours appel pourvoi contestation demande requete
    plainte
    """
)
"""What somebody does against a fine."""
CONTESTING = words_of(
    """
    contest contests contested contesting dispute disputes disputed disputing appealing challenged
    challenging fighting conteste contestent contester contesté
    """
)
"""Verbs of who does not take a fine that was imposed on it."""
WON = words_of(
    """
    won win wins winning quashed annulled overturned reversed successful successfully succeeded
    cut halved reduced lowered cleared annule annulee reduit reduite ramene ramenee gagne cause
    """
)
"""Words by which an appeal may have changed or ended a fine."""
IMPOSING = words_of(
    "imposed imposes impose levied levies handed slapped infligee inflige prononcee"
)
"""Behind a name these make it the authority: "the fine that Kestrel imposed"."""
OVERTURNING = words_of(
    """
    overturn overturned annul annulled quash quashed reverse reversed reduce reduced cut escape
    avoid dodge cancel cancelled lift lifted block annuler annulee casser reduire eviter echapper
    """
)
"""Verbs of what an appeal is for: to get rid of a fine."""
IMPOSED_ON = words_of("on against for contre \u00e0")
AUTHORITIES = words_of(
    """
    court courts commission tribunal council authority agency office ministry judge judges european
    appeals appeal supreme high general regulator watchdog union justice board department
    cour conseil autorite tribunal commission cassation etat justice
    """
)
"""Words of the names of those who rule."""
