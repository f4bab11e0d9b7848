"""French tenses that are told by the ending of a verb: the future and the conditional."""

from __future__ import annotations

from tui.language import moods


def is_french_conditional(word: str) -> bool:
    """Whether a plain word has the form of a French conditional: "verserait", "auraient"."""
    if not word.endswith(("rait", "raient")) or len(word) < 5:
        return False
    singular = word[:-5] + "ait" if word.endswith("raient") else word
    if singular in moods.IMPERFECT_LIKE_CONDITIONAL:
        return False
    return singular.endswith(
        ("erait", "irait", "drait", "ttrait", "uirait", "crirait", "aurait", "saurait", "pourrait",
         "devrait", "verrait", "courrait", "cevrait", "clurait", "vrait", "ompait", "omprait",
         "itrait")
    )  # fmt: skip


def is_french_future(word: str) -> bool:
    """Whether a plain word has the form of a French future: "versera", "auront"."""
    if word in {"sera", "aura", "fera"}:
        return True
    if word.endswith("ront"):
        return len(word) > 5 or word in {"iront", "seront", "auront", "feront"}
    return word.endswith(
        ("era", "ira", "dra", "ttra", "aura", "urra", "evra", "erra", "uira")
    ) and (len(word) > 4 and word not in _NO_FUTURE)


_NO_FUTURE = frozenset(
    """
    opera camera hydra extra sierra caldera ultra infra libera acquira genera considera
    """.split()
)
