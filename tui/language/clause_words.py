"""Words that open, join and carry clauses, French and English: lower case, without accents."""

from __future__ import annotations

from tui.language.plain_words import phrases, words_of

RELATIVE = words_of(
    """
    which who whom whose where qui dont lequel laquelle lesquels lesquelles duquel auquel auxquels
    auxquelles desquels desquelles où
    """
)
"""What opens a clause about the noun before it."""
THAT = words_of("that que qu' lequel")
ADVERBIAL = words_of(
    """
    although though while whereas because since when once after before until till as whenever
    despite following quoique puisque puisqu' lorsque lorsqu' quand comme tandis apres avant
    malgre
    """
)
"""What opens a clause that tells when or why; what stands in it is not said of the rest."""
ADVERBIAL_PHRASES = phrases(
    """
    bien que | bien qu' | alors que | alors qu' | tandis que | tandis qu' | parce que | parce qu'
    | des que | des qu' | apres que | avant que | avant qu' | avant de | avant d' | jusqu'à ce que
    | apres qu' | jusqu'à ce qu' | pendant que | pendant qu' | depuis que | depuis qu' | meme si |
    even if | even though | now that | so that | afin que |
    pour que | pour qu' | ainsi que | in order to | afin de | afin d' | à mesure que
    | comes as | came as | comes just as | came just as
    """
)  # fmt: skip
JOINING = words_of("and but or nor yet et mais ou or_ puis so while_")
SPLITTING = words_of("but mais yet")
"""Of those, the ones that always begin a new statement."""
CONTRASTING = words_of("not non never unlike contrairement pas")
"""After a comma these begin what the sentence does not say: "4 billion, not 5"."""
INSTEAD = words_of("without sans excluding except excepte hormis unlike")
INSTEAD_PHRASES = phrases(
    """
    faute de | faute d' | à defaut de | à defaut d' | for lack of | for want of | rather than |
    instead of | plutot que | plutot qu' | au lieu de | au lieu d' | au lieu des |
    en lieu et place | à la place de | as opposed to | short of | in place of
    """
)  # fmt: skip
"""What follows these is what did not come about."""

PRONOUNS = words_of(
    """
    he she it they we i you il elle ils elles on nous je ce c' this these those celle celui celles
    ceux
    """
)
ENGLISH_AUXILIARIES = words_of(
    """
    is are was were be been being has have had having do does did will would can could may might
    shall should must 'll 'd 'm 're 've
    """
)
FRENCH_AUXILIARIES = words_of(
    """
    est sont etait etaient sera seront serait seraient fut furent a ont avait avaient aura auront
    aurait auraient va vont allait allaient peut peuvent pouvait pouvaient pourra pourront
    pourrait pourraient doit doivent devait devaient devra devront devrait devraient veut veulent
    fait font ete ayant etant
    """
)
ADVERBS_BETWEEN = words_of(
    """
    not also now then already never ever soon just only still again even yet pas plus jamais aussi
    deja bientot ensuite egalement encore donc toujours ainsi desormais notamment finalement enfin
    meme rien
    """
)
"""What may stand inside a group of verbs."""
CLITICS = words_of("ne n' se s' y en le la l' les lui leur me te m' t'")
"""What stands between a French subject and its verb."""
AUXILIARIES = ENGLISH_AUXILIARIES | FRENCH_AUXILIARIES
BEFORE_VERB = AUXILIARIES | CLITICS | ADVERBS_BETWEEN
"""What may stand between a subject and its verb."""
OF = words_of("of de d' du des")
"""Prepositions of a complement."""
FROM = words_of("from de d' du des")
"""Prepositions before whom money comes from."""
DETERMINERS = words_of(
    """
    a an the its his her their our this that these those some any every each no un une le la les
    l' des du de d' son sa ses leur leurs ce cet cette ces notre nos
    """
)
PREPOSITIONS = words_of(
    """
    in on at by for from to of with into over under about after before since until between against
    during within through towards despite following without besides beyond amid among per via dans
    sur a à au aux par pour de d' des du avec en vers chez entre contre depuis pendant sous apres
    avant sans selon malgre outre hors parmi des lors moyennant
    """
)
IRREGULAR_PAST = words_of(
    """
    cost costs paid bought sold lent spent gave took won put made said held bid built brought
    began went grew rose fell lost knew saw told thought found left kept led sought became came
    got met sent drove chose struck broke cut set hit ran drew wrote stood bet let owed fed dealt
    shed sank slid withdrew overtook undertook underwrote heard threw tore swore
    stole spoke woke repaid resold rebuilt
    """
)
FRENCH_FINITE = words_of(
    """
    verse investit achete rachete vend paie paye acquiert cede leve recoit touche obtient detient
    possede annonce dit affirme indique precise declare confirme reste compte prevoit entend
    souhaite vaut prend met signe lance ouvre propose promet engage emprunte prete finance apporte
    injecte debourse depense conclut devient porte s'engage investissent versent achetent
    rachetent levent investirent acquirent leva versa acheta racheta paya vendit
    """
)
