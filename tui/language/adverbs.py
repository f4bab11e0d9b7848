"""Adverbs that leave a statement as it is, French and English: when, how much, in what manner.

Lower case and without accents. Adverbs are an open class, and one that no list has may take a
statement back ("theoretically", "fictivement"), so those that do not are listed.
"""

from __future__ import annotations

from tui.language.plain_words import words_of

HARMLESS = {
    "en": words_of(
        """
        only early daily weekly monthly quarterly yearly annually hourly nightly recently lately
        newly formerly previously subsequently eventually finally ultimately initially originally
        firstly secondly lastly simultaneously concurrently immediately instantly promptly quickly
        swiftly rapidly slowly gradually steadily suddenly abruptly unexpectedly surprisingly
        quietly publicly privately secretly discreetly openly officially formally legally directly
        indirectly jointly separately individually collectively equally evenly mutually entirely
        fully wholly completely totally solely exclusively partly partially mainly mostly largely
        primarily chiefly principally especially particularly notably specifically exactly
        precisely roughly approximately nearly slightly highly hugely massively heavily strongly
        sharply significantly substantially considerably vastly greatly relatively fairly
        comparatively really truly genuinely actually effectively clearly plainly simply merely
        typically usually generally normally regularly frequently repeatedly commonly globally
        internationally nationally locally regionally domestically worldwide economically
        financially commercially industrially strategically technically technologically
        environmentally politically historically traditionally famously widely broadly closely
        deeply badly firmly warmly happily sadly proudly reluctantly willingly voluntarily
        successfully profitably cheaply unanimously overwhelmingly definitively permanently
        temporarily currently presently shortly elsewhere respectively accordingly consequently
        additionally similarly likewise unusually exceptionally extremely incredibly increasingly
        friendly family supply reply apply july italy assembly monopoly anomaly rely fly ally
        multiply comply imply tally rally bully belly jelly lily homily butterfly costly likely
        elderly lively lonely lovely ugly silly holy timely orderly sisterly scholarly cordially
        bilaterally unilaterally externally internally manually digitally remotely virtually
        biannually rightly wisely duly safely handsomely generously dearly
        ironically admittedly incidentally importantly interestingly tellingly crucially curiously
        oddly strangely fortunately unfortunately luckily understandably inevitably undoubtedly
        unquestionably certainly controversially aggressively comfortably easily
        centrally seamlessly operationally academically creatively organically sustainably
        neatly warily calmly patiently hastily hurriedly belatedly secondarily thirdly
        energetically culturally socially medically clinically scientifically geographically
        domestically electronically biologically chemically materially demographically
        respectably notoriously conveniently efficiently independently unsurprisingly predictably
        purposely deliberately shrewdly astutely boldly bravely audaciously ambitiously cautiously
        gingerly nimbly stealthily covertly overtly ostentatiously lavishly amply prudently
        sensibly conservatively pragmatically opportunistically symbolically amicably legally
        contractually unconditionally irrevocably latterly proportionately retroactively
        grudgingly begrudgingly single-handedly singlehandedly triumphantly gleefully cheerfully
        enthusiastically eagerly keenly handily tidily soundly squarely
        """
    ),
    "fr": words_of(
        """
        notamment seulement egalement finalement recemment dernierement actuellement prochainement
        immediatement rapidement brusquement soudainement progressivement graduellement lentement
        ulterieurement posterieurement anterieurement precedemment initialement originellement
        auparavant simultanement conjointement separement individuellement collectivement
        mutuellement entierement totalement integralement completement pleinement exclusivement
        uniquement partiellement majoritairement principalement essentiellement largement
        particulierement specialement specifiquement exactement precisement environ
        approximativement sensiblement legerement fortement massivement considerablement
        significativement substantiellement nettement grandement hautement relativement
        comparativement reellement vraiment effectivement veritablement clairement simplement
        habituellement generalement normalement regulierement frequemment couramment mondialement
        internationalement nationalement localement regionalement economiquement financierement
        commercialement industriellement strategiquement techniquement technologiquement
        politiquement historiquement traditionnellement publiquement officiellement discretement
        secretement ouvertement directement indirectement formellement legalement juridiquement
        volontairement gracieusement genereusement definitivement durablement temporairement
        provisoirement respectivement consequemment parallelement similairement exceptionnellement
        extremement davantage amplement annuellement mensuellement quotidiennement
        trimestriellement unanimement cherement bilateralement suffisamment longuement activement
        solidement heureusement malheureusement justement etroitement fermement intensement
        paradoxalement ironiquement curieusement etonnamment evidemment indeniablement
        incontestablement naturellement facilement difficilement aisement prudemment fierement
        vivement profondement agressivement confortablement efficacement independamment
        geographiquement socialement culturellement medicalement scientifiquement durement
        energiquement hativement tardivement patiemment precipitamment opportunement
        astucieusement habilement audacieusement courageusement symboliquement irrevocablement
        inconditionnellement contractuellement amiablement joyeusement triomphalement logiquement
        sagement raisonnablement modestement timidement allegrement promptement prestement
        sereinement tranquillement silencieusement solennellement grassement copieusement
        conventionnellement retroactivement statutairement proportionnellement previsiblement
        conformement concomitamment
        indifferemment sobrement subitement manifestement visiblement
        inopinement promptement rondement aussitot comptablement fiscalement
        amiablement judicieusement solennellement triomphalement symetriquement consecutivement
        lourdement faiblement fraichement farouchement resolument ardemment jalousement savamment
        habilement ostensiblement bruyamment timidement sagement passablement cruellement
        joyeusement brillamment royalement grassement modestement franchement
        pareillement preferablement pecuniairement materiellement humainement
        logiquement
        """
    ),
}

NOUNS_IN_MENT = words_of(
    """
    investissement investissements financement financements engagement engagements paiement
    versement virement reglement placement developpement equipement amenagement deploiement
    rapprochement gouvernement parlement departement etablissement groupement regroupement
    recrutement licenciement rendement document monument moment element logement batiment
    dedommagement remboursement endettement refinancement lancement rassemblement classement
    traitement appartement tourisme armement changement mouvement evenement jugement argument
    segment ciment aliment medicament instrument supplement complement accompagnement redressement
    avertissement effondrement ralentissement elargissement renforcement agrement fondement
    gisement abonnement hebergement campement emballement enseignement prelevement reversement
    decaissement approvisionnement fonctionnement emplacement encadrement sentiment vetement
    detachement consentement accroissement entrainement stationnement acheminement dement
    confirment comment expriment estiment affirment forment ferment dorment nomment consomment
    resument assument impriment conciment tourment
    """
)
"""Nouns and forms of verbs in -ment that are no adverbs."""
