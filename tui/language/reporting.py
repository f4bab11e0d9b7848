"""Words by which a sentence tells as true what "that" or "que" opens, French and English.

Lower case and without accents. What is said with any other verb is not known to be told as true:
who dreams, jokes or pretends that somebody pays tells no payment.
"""

from __future__ import annotations

from tui.language.plain_words import words_of

REPORTING = {
    "en": words_of(
        """
        say says said saying tell tells told telling announce announces announced announcing
        report reports reported reporting state states stated stating declare declares declared
        declaring confirm confirms confirmed confirming reveal reveals revealed revealing disclose
        discloses disclosed disclosing show shows showed shown showing note notes noted noting
        write writes wrote written add adds added adding explain explains explained explaining
        indicate indicates indicated indicating specify specifies specified point points pointed
        stress stresses stressed insist insists insisted repeat repeats repeated recall recalls
        recalled remember remembers remembered learn learns learned learnt learning know knows
        known knew find finds found see sees saw seen hear heard understand understands understood
        acknowledge acknowledges acknowledged admit admits admitted admitting concede concedes
        conceded mean means meant meaning prove proves proved proven establish established certify
        certified record records recorded clarify clarified inform informs informed notify
        notified make made agree agrees agreed agreeing decide decides decided deciding ensure
        ensures ensured guarantee guarantees guaranteed promise promises promised vow vowed pledge
        pledges pledged conclude concludes concluded mention mentions mentioned document documents
        documented reiterate reiterated emphasise emphasised emphasize emphasized underline
        underlined remark remarked observe observed detail detailed publish published clear
        official certain sure true news fact announcement confirmation statement notice result
        extent so such now given provided delighted pleased proud happy glad thrilled surprised
        aware grateful agreement order decree rule ruled ruling rules condition stipulates
        stipulated notwithstanding
        """
    ),
    "fr": words_of(
        """
        dit disent disait disaient dire disant annonce annoncent annoncait annoncer annoncant
        indique indiquent indiquait indiquer indiquant precise precisent precisait preciser
        precisant declare declarent declarait declarer declarant affirme affirment affirmait
        affirmer affirmant confirme confirment confirmait confirmer confirmant explique expliquent
        expliquait expliquer ajoute ajoutent ajoutait ajouter assure assurent assurait assurer
        rapporte rapportent rapportait rapporter revele revelent revelait reveler ecrit ecrivent
        ecrivait ecrire souligne soulignent soulignait souligner rappelle rappellent rappelait
        rappele rappeler note notent noter notait constate constatent constater observe observent
        remarque remarquent apprend apprennent apprit appris apprendre sait savent savait savoir
        su voit voient vu montre montrent montrer montrait prouve prouvent etabli etablit
        reconnait reconnaissent reconnu reconnaitre admet admettent admis signifie signifient
        signale signalent signaler signalait mentionne mentionnent mentionner informe informent
        informer publie publient detaille detaillent communique certifie convenu conviennent
        convient decide decident decider accepte acceptent obtenu obtient garantit promet promis
        engage prevoit prevoient prevu stipule stipulent stipulait fait faits clair certain sur
        vrai officiel annonces nouvelle resulte ressort repete repetent insiste martele conclut
        conclu retient retenu ordonne
        """
    ),
}
"""Verbs, nouns and adjectives: "said that", "the news that", "il est clair que"."""

UNSAID = words_of(
    """
    apprend apprennent aware certain clair clear condition constate constatent constater decree
    delighted document documented documents ecrire ecrit ecrivait engage ensure ensured ensures
    establish established etabli etablit extent fact fait faits find finds found garantit given
    glad grateful guarantee guaranteed guarantees happy hear heard knew know known knows made
    make mean meaning means meant mention mentioned mentions montrait montre montrent montrer
    notwithstanding now observe observed observent obtenu obtient official officiel order
    ordonne pleased prevoient prevoit prevu proud prouve prouvent prove proved proven proves
    provided publie publient publish published rappelait rappelle recall recalled reconnait
    reconnu record recorded records remember remembered ressort result resulte retenu retient
    rule ruled rules ruling sait savait savent savoir saw see seen sees show showed shown shows
    signifie signifient so stipulait stipulated stipulates stipule stipulent su such sur sure
    surprised thrilled true understand understands understood voient voit vrai vu write writes
    written wrote
    """
)
"""Those among them that tell of no saying: what they stand beside is not dated as news."""

JOINED_THAT = {
    "en": words_of(
        """
        so such now given provided in except save all those everything anything what than and or
        but is was not only one more
        """
    ),
    "fr": words_of(
        """
        bien alors tandis parce des apres avant depuis pendant afin pour ainsi lors lorsque
        puisque sans jusqu'a ce tel telle tels telles meme plus moins autant aussi outre tant
        autre autres et ou mais est sont etait sera soit n'est c'est quel quelle si sitot aussitot
        maintenant mesure fois moment jour ans mois annees semaines voila ne pas etant attendu
        moyennant
        """
    ),
}
"""Words that make a conjunction or a comparison of "that" or "que" right behind them."""

THINKING = words_of(
    """
    pensent pensaient pense pensait croient croyaient croit croyait jugent jugeaient imaginent
    supposent supposaient parient pariaient soupconnent redoutent craignent craignaient esperent
    revent estiment estimaient presument
    """
)
"""Forms of French verbs by which somebody only thinks a thing; after a noun they are no nouns."""

ATTITUDES = {
    "en": words_of(
        """
        idea notion myth legend fiction fantasy dream dreams hope hopes wish fear fears worry
        worries illusion delusion belief assumption assumptions presumption suspicion suspicions
        theory hypothesis scenario possibility likelihood probability prospect chance chances odds
        risk danger rumour rumours rumor rumors speculation whispers gossip talk suggestion
        suggestions hint hints allegation allegations accusation insinuation pretence pretense lie
        lies falsehood story tale joke bet guess impression feeling conviction expectation
        expectations calculation point demand demands request proposal question doubt doubts
        condition threat
        """
    ),
    "fr": words_of(
        """
        idee notion mythe legende fiction fantasme reve reves espoir espoirs souhait crainte
        craintes peur inquietude illusion croyance hypothese scenario possibilite probabilite
        perspective chance chances risque danger rumeur rumeurs bruit bruits speculation
        speculations suggestion allegation allegations accusation insinuation mensonge fable
        histoire blague plaisanterie pari impression sentiment conviction esperance theorie these
        exigence demande voeu doute doutes menace condition
        """
    ),
}
"""Nouns that make of a statement behind them what somebody thinks, fears or makes up."""
