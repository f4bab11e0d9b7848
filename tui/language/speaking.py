"""Words by which a sentence tells who speaks for a company. Lower case and without accents."""

from __future__ import annotations

from tui.language.plain_words import phrases, words_of

HEADS = words_of(
    """
    ceo cfo coo chief executive boss head chairman chairwoman chair president director manager
    founder co-founder cofounder owner spokesman spokeswoman spokesperson proprietor
    managing md chief-executive
    pdg patron patronne president presidente directeur directrice dirigeant dirigeante gerant
    gerante fondateur fondatrice cofondateur cofondatrice proprietaire porte-parole dg chef cheffe
    """
)
"""Who speaks for a company, by what they are of it."""
LEADING = words_of("runs heads leads chairs founded dirige preside pilote gere fonda")
"""Behind "who" these tell somebody as the head of what stands behind them."""
FORMER = words_of("former ex ancien ancienne late onetime erstwhile deposed rival future prochain")
"""Before such a noun these make it somebody who speaks for the company no more, or not yet."""
BETWEEN = words_of("of at for de du d' des chez l' la le les the 's ' group groupe societe maison")
"""Words between such a noun and the company."""
WE = words_of("we nous")
OURS: tuple[str, ...] = phrases(
    """
    belongs to us | belong to us | is ours | are ours | now belongs to us | is now ours |
    is part of our group | est à nous | sont à nous | nous appartient | nous appartiennent |
    est desormais à nous | fait partie de notre groupe | fait desormais partie de notre groupe |
    rejoint notre groupe | a rejoint notre groupe | has joined our group | joins our group |
    est entree dans notre groupe | est entre dans notre groupe | is in our hands |
    est entre nos mains
    """
)
"""What a company says of a thing that it has bought."""
