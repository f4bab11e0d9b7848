"""What the build adds: the manual page, and a README whose links work away from the repository."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface

_PICTURE = re.compile(r"^!\[[^\]]*\]\((?!https?:)[^)]*\)\n+(?:\*[^*\n]+\*\n+)?", re.MULTILINE)
"""A picture of the repository, with the line in italics that says what it shows."""
_LINK = re.compile(r"(?<!!)\[([^\]]+)\]\((?!https?:|#)[^)]*\)")


def package_readme(text: str) -> str:
    """The README as a package index shows it: links to files of the repository are their words."""
    return _LINK.sub(r"\1", _PICTURE.sub("", text))


class ReadmeHook(MetadataHookInterface):
    """Makes the description of the package out of README.md."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Set the description."""
        text = Path(self.root, "README.md").read_text("utf-8")
        metadata["readme"] = {"content-type": "text/markdown", "text": package_readme(text)}


class ManualHook(BuildHookInterface[Any]):
    """Takes the manual page along where `make release` has written it.

    The page is made from the parsers, which need the dependencies of the program; a build has none.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the page to the sdist, and to what a wheel puts beside its programs."""
        page = Path(self.root, "build", "dealtui.1")
        if not page.exists():
            return
        if self.target_name == "sdist":
            build_data["force_include"][str(page)] = "build/dealtui.1"
        elif version == "standard":
            build_data["shared_data"][str(page)] = "share/man/man1/dealtui.1"
