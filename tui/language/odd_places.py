"""Words by which the parts of an article are told that say nothing themselves, or take it back."""

from __future__ import annotations

from tui.language.plain_words import phrases

OPENING: dict[str, tuple[str, ...]] = {
    "an advertisement": phrases(
        """
        advertisement | advert | ad | sponsored | sponsored content | paid content | promoted |
        promotion | publicite | annonce | contenu sponsorise | publi-redactionnel | publireportage
        | offre partenaire | communique publicitaire | partner content
        """
    ),
    "a caption": phrases(
        """
        photo | photos | picture | pictured | image | caption | file photo | illustration |
        legende | credit photo | video | infographie | graphic | photograph | dessin
        """
    ),
    "a link to another article": phrases(
        """
        read also | read more | see also | also read | related | more on this | recommended |
        you may also like | don't miss | à lire aussi | lire aussi | lire egalement | voir aussi |
        à lire | sur le meme sujet | à decouvrir | à voir aussi | most read | les plus lus |
        dans la meme rubrique | further reading | more from
        """
    ),
    "a reader's comment": phrases(
        """
        comment by | comments | comment | reader comment | commentaire | commentaires | posted by
        | commentaire de | reponse de | avis des lecteurs | your comments | vos reactions |
        reactions | courrier des lecteurs | letters to the editor | reader's letter | letter
        """
    ),
}
"""What a paragraph begins with, before a colon, a dash or the end of its line, by what it is."""

CORRECTION: tuple[str, ...] = phrases(
    """
    correction | corrections | clarification | erratum | rectificatif | correctif | mise au point
    | rectification | editor's note | note de la redaction | retraction | amended | corrected
    """
)
"""What a paragraph begins with that corrects the article."""

DOUBTED: tuple[str, ...] = phrases(
    """
    intox | desintox | fact check | fact-check | fact checking | factcheck | fake news | fake |
    fake off | faux | false | hoax | canular | rumeur | rumeurs | rumour | rumours | rumor | rumors
    | debunked | debunk | vrai ou faux | true or false | true or fake | le vrai du faux |
    info ou intox | infox | gossip | gossip column | april fool | poisson d'avril | fiction |
    politique-fiction | satire | humour | humor | parodie | parody | nouvelle | short story |
    verification | detox
    """
)
"""What a headline begins with, before a colon or a dash, that heads a text of untruths."""
FICTION: tuple[str, ...] = phrases(
    """
    satirical | satire | april fool | april fools | in it is made up | all made up |
    entirely made up | work of fiction | fictional | parody | spoof | poisson d'avril |
    article satirique | satirique | parodique | parodie | tout est faux | pure fiction |
    oeuvre de fiction | tout y est invente | est une fiction | entirely fictitious | canular |
    everything in it is invented
    """
)
"""What an article says of itself when nothing in it is true."""
