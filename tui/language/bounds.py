"""Words that bound or blur a figure: "jusqu'à", "more than", "environ", "or more"."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from tui.language.vocabulary import Entry, Table

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

BEFORE: Table[Bound] = Table(
    Entry(
        _MAXIMUM,
        "jusqu'(à|aux?|en)|((un|au) )?maximum( de| d')?|au plus|au grand maximum"
        "|pas plus (de|d')|(plafonnée?s?|limitée?s?) à"
        "|n(e |')(dépass|excèd|excéd)~ pas( les?)?|(dans la limite|plafond) (de|d')"
        "|pouvant (atteindre|aller jusqu'à)",
        languages="fr",
    ),
    Entry(
        MINIMUM,
        "pas moins (de|d')|(au|du) moins|((un|au) )?minimum( de| d')?|à partir (de|d')"
        "|(a|à) minima|au bas mot,?( à)?",
        languages="fr",
    ),
    Entry(
        _MORE,
        "((un peu|bien) )?plus (de|d')|supérieure?s? à|au(-| )?delà( de| d')?"
        "|au(-| )?dessus (de|d')|dépass~( (désormais|déjà|largement|aujourd'hui|maintenant"
        "|bientôt|même))?( les?)?|(excèd~|excéd(er|é|ant|ai~|er~))( les?)?"
        "|franchi~( (le cap|la barre|le seuil)( des?| d')?)?",
        languages="fr",
    ),
    Entry(
        _LESS,
        "((un peu|bien) )?moins (de|d')|inférieure?s? à"
        "|(en(-| )?dessous|au(-| )?dessous|en deçà) (de|d')|sous (les?|la barre des)",
        languages="fr",
    ),
    Entry(
        _ABOUT,
        "environ|quelques?|autour (de|d')|(aux )?(alentours|environs) (de|d')|à peu près"
        "|approximativement|de l'ordre (de|d')|estimée?s? à|plus ou moins|vers|\\~|≈",
        languages="fr",
    ),
    Entry(
        _NEARLY,
        "près (de|d')|presque|quasi(ment)?|(avoisin|frôl)~( les?)?|pas loin (de|d')",
        languages="fr",
    ),
    Entry(
        _MAXIMUM,
        "up to|at most|(no|not) more than|(a )?maximum( of)?|as (much|many) as"
        "|(capped|limited) (at|to)|a (cap|ceiling) of|(not|never|cannot|won't) (to )?exceed(ing)?",
        languages="en",
    ),
    Entry(
        MINIMUM,
        "at least|(no|not) less than|no fewer than|(a )?minimum( of)?|starting (at|from)"
        "|as little as",
        languages="en",
    ),
    Entry(
        _MORE,
        "((slightly|well|far|much) )?(more than|over|above|in excess of|north of|upwards? of"
        "|greater than|beyond)|exceed(s|ed|ing)?|surpass(es|ed|ing)?|topp(ed|ing)|tops",
        languages="en",
    ),
    Entry(
        _LESS,
        "((slightly|well|far|much) )?(less than|under|below|fewer than|south of|short of)",
        languages="en",
    ),
    Entry(
        _ABOUT,
        "about|around|approximately|approx.?|roughly|some|circa|an estimated|estimated at"
        "|in the region of|just about|more or less|or so|\\~|≈",
        languages="en",
    ),
    Entry(_NEARLY, "nearly|almost|close to|just shy of", languages="en"),
)
"""Bounds that stand before their figure."""

AFTER: Table[Bound] = Table(
    Entry(
        _MAXIMUM,
        "au (grand )?maximum|(tout )?au plus|maximum|ou moins",
        languages="fr",
    ),
    Entry(
        MINIMUM,
        "au minimum|au moins|minimum|ou plus|au bas mot|et plus",
        languages="fr",
    ),
    Entry(_ABOUT, "environ", languages="fr"),
    Entry(_MAXIMUM, "at (the )?most|maximum|or less", languages="en"),
    Entry(MINIMUM, "at (the )?least|or more|minimum", languages="en"),
    Entry(_ABOUT, "or so", languages="en"),
)
"""Bounds that follow their figure."""

QUALIFIERS: Table[None] = Table(
    Entry(
        None,
        "jusque|moins|maximum|minimum|max|mini|maxi|minimale?|maximale?|minimaux|approximatif"
        "|grosso|approchant|plusieurs|plafond|plafonne|plancher|seuil|seulement|uniquement|seuls"
        "|seules|exactement|précisément|entre|pile|tout|totale?|minima|maxima|voire|outre",
        languages="fr",
    ),
    Entry(
        None,
        "upto|less|least|most|between|within|several|few|many|cap|capped|ceiling|floor|exactly"
        "|precisely|only|just|merely|barely|fewer|minus",
        languages="en",
    ),
)
"""Words that narrow or blur a figure without being one of its bounds: a quote may not lose them."""
