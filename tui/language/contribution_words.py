"""Words by which a figure is what something brings to a whole, or takes from it.

Lower case and without accents; a `~` at the end stands for any ending.
"""

from __future__ import annotations

from tui.language.plain_words import phrases, words_of

BRINGING = words_of(
    """
    brought brings bring bringing earned earns earn earning netted nets yielded yields gave gives
    handed fetched fetches generated contributed delivered won
    rapporte rapportent rapportaient rapportait apporte apportent procure procurent valu
    """
)
"""Verbs of which the company is the one to whom something brings a sum: "parts brought Circ 4"."""
MAKING_UP: tuple[str, ...] = phrases(
    """
    accounted for | accounts for | account for | accounting for | made up | makes up | make up |
    making up | contributed | contributes | contributing | comprised | chipped in | chips in |
    entre pour | entrent pour | comptent pour | comptait pour | a contribue à hauteur de |
    contribue à hauteur de | contribuent à hauteur de | contribue pour | contribuent pour
    """
)
"""Verbs whose subject is a part of what a noun behind the sum names: "made up 4 of its sales"."""
STEPPING = words_of(
    """
    added adds add adding gained gains gain gaining shed sheds shedding lost loses losing forgone
    forgoes missed knocked wiped shaved slashed sliced cut cuts cutting trimmed boosted ajoute
    ajoutent ajoutant ajouter gagne gagnent gagner perdu perd perdent perdre ampute amputent
    ampute rogne rabote grignote
    """
)
"""Verbs whose object is the step by which a measure moves: "added 4 million in sales"."""
TAKING_OFF = words_of("off from to into onto sur du aux au")
"""Between a sum and a noun of measure these make it what is taken off, or put on top of, that."""
COSTING = words_of("cost costs costing deprived robbed coute coutent couter prive privent")
"""Verbs by which something takes a sum from what a company would have had."""
PEOPLE = words_of(
    """
    investors investor shareholders shareholder holders bondholders owners backers lenders
    creditors customers clients savers members suppliers pensioners
    actionnaires actionnaire investisseurs investisseur porteurs creanciers preteurs clients
    epargnants societaires fournisseurs retraites
    """
)
"""Those around a company, whose gains and losses are none of its own."""
FRACTIONS = words_of(
    """
    half third thirds quarter quarters fifth fifths tenth most much part bulk share portion lion's
    moitie tiers quart quarts cinquieme dixieme part partie essentiel majorite majeure
    """
)
"""Nouns of a part, by whichever measure: "half of its sales", "le quart de ses effectifs"."""
ALONE = words_of("alone seule seul seules seuls")
"""Beside the name of a thing or a place these make it one of several."""
HANDING_OUT = words_of(
    """
    paid pays pay paying distributed distributes distribute distributing returned returns handed
    sent remitted repaid verse versent versait verser distribue distribuent distribuer redistribue
    redistribuent reverse reversent reverser remonte
    """
)
"""Verbs whose object is a part of a profit that goes to somebody."""
SUBUNITS = words_of(
    """
    division divisions arm unit segment segments business-unit subsidiary subsidiaries
    branche branches filiale filiales pole poles segment segments
    """
)
"""Parts of a company that have sales of their own."""
EACH = words_of("each every chaque chacun chacune apiece per par")
"""Before the name of a thing these tell a figure of one of several."""
REGIONS = words_of(
    """
    europe asia africa america americas oceania scandinavia iberia benelux overseas abroad
    etats-unis
    asie afrique amerique oceanie scandinavie etranger export exportation international
    """
)
"""Parts of the world in which a company makes some of its sales."""
