"""Words that bound or blur a figure: "jusqu'à", "more than", "environ", "or more"."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from tui.language.vocabulary import Lexeme, Table

Side: TypeAlias = Literal["maximum", "minimum", "exclusive_maximum", "exclusive_minimum", "about"]


class Bound(NamedTuple):
    """What words beside a figure say of it.

    Attributes:
        side: The field of `Quantity` that it sets, or `about`.
        tone: What else it says, so that "nearly" is not "about"; empty for nothing.
    """

    side: Side
    tone: str = ""


MINIMUM = Bound("minimum")
_MAXIMUM = Bound("maximum")
_MORE, _LESS = Bound("exclusive_minimum"), Bound("exclusive_maximum")
_ABOUT, _NEARLY = Bound("about"), Bound("about", "nearly")

_DEGREE_FR = (
    "((un (tout )?petit peu|un peu|bien|à peine|légèrement|nettement|largement|beaucoup"
    "|sensiblement|très) )?"
)
_DEGREE_EN = (
    "((just|a little|a bit|slightly|well|far|much|comfortably|significantly|substantially"
    "|considerably|marginally|somewhat) )?"
)

BEFORE: Table[Bound] = Table(
    Lexeme(
        _MAXIMUM,
        "(jusqu')?à concurrence (de|d')"
        "|jusqu'(à|aux?|en)|((un|au) )?maximum( de| d')?|au (grand )?plus|au grand maximum"
        "|pas (plus|davantage) (de|d')|plafonn~ à|limitée?s? à|(inférieure?s?) ou égale?s? à"
        "|n(e |')(dépass|excèd|excéd)~ pas( les?)?"
        "|ne (pourr(a|ont)|peu(t|vent)|doi(t|vent)|devr(a|ont)|saurai(t|ent)) (pas )?"
        "(excéd|dépass)~( les?)?|(dans la limite|plafond) (de|d')"
        "|(pouvant|pourrai(t|ent)|pourr(a|ont)|peu(t|vent)|puissent?)"
        " (atteindre|aller jusqu'à)( les)?|potentiellement",
        languages="fr",
    ),
    Lexeme(
        MINIMUM,
        "pas moins (de|d')|(au|du) moins|((un|au) )?minimum( de| d')?|à partir (de|d')"
        "|(a|à) minima|au bas mot,?( à)?|supérieure?s? ou égale?s? à",
        languages="fr",
    ),
    Lexeme(
        _MORE,
        f"{_DEGREE_FR}plus (de|d')|supérieure?s? à|au(-| )?delà( de| d')?"
        "|au(-| )?dessus (de|d')|dépass~( (désormais|déjà|alors|largement|aujourd'hui|maintenant"
        "|bientôt|même))?( les?)?|(excèd~|excéd(er|é|ant|ai~|er~))( les?)?"
        "|franchi(t|r|ra|ront|rait|s|e|es|ssent|ssant|ssait)?"
        "( (le cap|la barre|le seuil)( des?| d')?)?",
        languages="fr",
    ),
    Lexeme(
        _LESS,
        f"{_DEGREE_FR}moins (de|d')|inférieure?s? à"
        "|(en(-| )?dessous|au(-| )?dessous|en deçà) (de|d')|sous (les?|la barre des)",
        languages="fr",
    ),
    Lexeme(
        _ABOUT,
        "environ|quelques?|autour (de|d')|(aux )?(alentours|environs) (de|d')|à peu près"
        "|approximativement|de l'ordre (de|d')|estimée?s? à|plus ou moins|vers|\\~|≈",
        languages="fr",
    ),
    Lexeme(
        _NEARLY,
        "près (de|d')|presque|quasi(ment)?|(avoisin|frôl)~( les?)?|pas loin (de|d')"
        "|(proche|voisin)e?s? (de|d')|frisant( les?)?|approch~ (de|d'|les?)",
        languages="fr",
    ),
    Lexeme(
        _MAXIMUM,
        "up to|at (the (very )?)?most|(no|not) (more|greater|higher) than|(a )?maximum( of)?"
        "|as (much|many|high) as|(capped|limited) (at|to)|a (cap|ceiling|limit) of"
        "|(not|never|cannot|won't|n't) (to )?exceed(ing)?|(may|might|could) (reach|run to)"
        "|(not|never|cannot|won't|n't) (go|rise|be|pay|spend) (above|over|beyond|more than)"
        "|potentially( worth)?",
        languages="en",
    ),
    Lexeme(
        MINIMUM,
        "at (the (very )?)?least|(no|not) (less|lower) than|no fewer than|(a )?minimum( of)?"
        "|starting (at|from)|as (little|few|low) as|a floor of",
        languages="en",
    ),
    Lexeme(
        _MORE,
        f"{_DEGREE_EN}(more than|over|above|in excess of|north of|upwards? of"
        "|greater than|higher than|beyond)"
        "|exceed(s|ed|ing)?|surpass(es|ed|ing)?|topp(ed|ing)|tops|to top",
        languages="en",
    ),
    Lexeme(
        _LESS,
        f"{_DEGREE_EN}(less than|under|below|fewer than|lower than|south of|short of)",
        languages="en",
    ),
    Lexeme(
        _ABOUT,
        "about|around|approximately|approx.?|roughly|some|circa|an estimated|estimated at"
        "|in the region of|just about|more or less|or so|\\~|≈",
        languages="en",
    ),
    Lexeme(
        _NEARLY,
        "nearly|almost|close to|near|approaching|nearing|((just|a little|a bit) )?shy of",
        languages="en",
    ),
)
"""Bounds that stand before their figure."""

AFTER: Table[Bound] = Table(
    Lexeme(
        _MAXIMUM,
        "au (grand )?maximum|(tout )?au plus|grand maximum|maximum|maxi|max.?|ou moins",
        languages="fr",
    ),
    Lexeme(
        MINIMUM,
        "au (grand )?minimum|au moins|minimum|mini|ou (plus|davantage)|au bas mot|et plus"
        "|voire (plus|davantage)|sinon (plus|davantage)|si ce n'est (plus|davantage)",
        languages="fr",
    ),
    Lexeme(_ABOUT, "environ", languages="fr"),
    Lexeme(
        _MAXIMUM,
        "at (the )?(very )?most|(at a )?maximum|max.?|tops|or (less|fewer|under|below|lower)",
        languages="en",
    ),
    Lexeme(
        MINIMUM,
        "at (the )?(very )?least|(at a )?minimum|(if not|or|and|maybe|perhaps) (more|higher)"
        "|or (better|above|over|upwards?)|and (up|above|over|upwards?|counting)",
        languages="en",
    ),
    Lexeme(_ABOUT, "or so", languages="en"),
)
"""Bounds that follow their figure."""

FAR_BEHIND: Table[Bound] = Table(
    Lexeme(_MAXIMUM, "au (grand )?maximum|tout au plus|grand maximum", languages="fr"),
    Lexeme(MINIMUM, "au (grand )?minimum|au bas mot", languages="fr"),
    Lexeme(_MAXIMUM, "at (the )?(very )?most|at a maximum|tops", languages="en"),
    Lexeme(MINIMUM, "at (the )?(very )?least|at a minimum|if not more", languages="en"),
)
"""Those that bound a figure over the words between, as "sur dix ans" in "… au maximum"."""

FILLERS: Table[None] = Table(
    Lexeme(
        None,
        "(les?|la|l'|des?|un|une|son|sa|ses|leurs?|ce|cette)|record|montant|somme"
        "|enveloppe|total|budget|plafond|maximum|chiffre|niveau|investissement|historique|totale"
        "|maximale?|globale?|inédite?|colossale?|faramineux|faramineuse|astronomique"
        "|vertigineux|vertigineuse|énorme|impressionnante?|coquette|astronomiques?|d'|de",
        languages="fr",
    ),
    Lexeme(
        None,
        "the|an?|its|their|his|her|another|additional|extra|further|combined|total|record|new"
        "|whopping|staggering|eye-watering|massive|huge|hefty|cool|historic|unprecedented"
        "|maximum|reported|initial|full|whole|mere|paltry|eye-popping|jaw-dropping"
        "|mammoth|colossal|grand|overall|cumulative|record-breaking|sum|amount|figure|tune|of",
        languages="en",
    ),
)
"""Words that may stand between a bound and its figure: "up to a record 4 billion"."""

QUALIFIERS: Table[None] = Table(
    Lexeme(
        None,
        "jusque|moins|maximum|minimum|max|mini|maxi|minimale?|maximale?|minimaux|approximatif"
        "|grosso|approchant|plusieurs|plafond|plafonne|plancher|seuil|seulement|uniquement|seuls"
        "|seules|exactement|précisément|entre|pile|tout|totale?|minima|maxima|voire|outre",
        languages="fr",
    ),
    Lexeme(
        None,
        "upto|less|least|most|between|within|several|few|many|cap|capped|ceiling|floor|exactly"
        "|precisely|only|just|merely|barely|fewer|minus",
        languages="en",
    ),
)
"""Words that narrow or blur a figure without being one of its bounds: a quote may not lose them."""
