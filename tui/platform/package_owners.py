"""Which other installed distributions have a package `tui`: one environment holds only one."""

from __future__ import annotations

ADVICE = "install dealtui by itself: `pipx install dealtui` or `uv tool install dealtui`"
_OWN = "dealtui"
_PACKAGE = "tui"


def other_owners() -> list[str]:
    """Name and version of every other distribution that puts files into a package `tui`.

    Reads the lists of files of all distributions, which takes some milliseconds each.
    """
    from importlib.metadata import distributions

    found = set()
    for distribution in distributions():
        name = distribution.metadata["Name"] or ""
        if name.lower() != _OWN and _has_package(distribution.read_text("RECORD") or ""):
            found.add(f"{name} {distribution.version}")
    return sorted(found)


def _has_package(record: str) -> bool:
    """Whether a list of files, as wheels have it, names `tui/…` or `tui.py`."""
    return any(line.startswith((f"{_PACKAGE}/", f"{_PACKAGE}.py,")) for line in record.splitlines())
