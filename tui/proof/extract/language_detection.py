"""French or English? Told by the small words that each cannot do without."""

from __future__ import annotations

from tui.language.lazy_pattern import Pattern
from tui.proof.extract.search_sites import lowered

_SAMPLE = 4000
"""Code points that are looked at; an article tells its language early."""
_FRENCH = Pattern(
    r"(?<!\w)(?:les?|la|des|du|une?|est|sont|dans|pour|avec|qui|que|et|au|aux|en|sur|par|il|elle|ce|cette|à"
    r"|milliards?|euros)(?!\w)|(?<!\w)[ldnsc][’']"
)
_ENGLISH = Pattern(
    r"(?<!\w)(?:the|of|and|to|in|is|are|that|for|with|has|have|its?|by|from|was|were|at|an|will|said|this"
    r"|which|than|up|billions?|trillions?|pounds|per)(?!\w)|[$£€]\d"
)


def guess_language(text: str) -> str:
    """The language of a text, `fr` or `en`; French where nothing tells."""
    sample = lowered(text[:_SAMPLE])
    french = len(_FRENCH.compiled.findall(sample))
    english = len(_ENGLISH.compiled.findall(sample))
    return "fr" if french >= english else "en"
