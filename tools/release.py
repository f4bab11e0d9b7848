"""Builds what is published, and checks it: `make release`.

The sdist is built from the tree and the wheel from the sdist, so that a wheel shows that the sdist
is whole. A tag on the commit must name the version, with nothing left under `Unreleased`.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from changelog import ROOT, releases, unreleased
from manual_page import manual_page

from tui import __version__

PYTHON = sys.executable
DIST = ROOT / "dist"


def main() -> int:
    """Build and check; 1 where the version, the changelog and the tag disagree."""
    tags = _tags()
    problems = version_problems(__version__, tags)
    if problems:
        print("\n".join(problems), file=sys.stderr)
        return 1
    page = ROOT / "build" / "dealtui.1"
    page.parent.mkdir(exist_ok=True)
    page.write_text(manual_page(), encoding="utf-8")
    for old in DIST.glob("dealtui-*"):
        old.unlink()
    _run("-m", "hatchling", "build", "-d", str(DIST), "-t", "sdist")
    sdist = DIST / f"dealtui-{__version__}.tar.gz"
    pip = ("-m", "pip", "--disable-pip-version-check", "-q")
    _run(*pip, "wheel", "--no-deps", "--no-build-isolation", "-w", str(DIST), str(sdist))
    built = [str(path) for path in sorted(DIST.glob("dealtui-*"))]
    _run("-m", "twine", "check", "--strict", *built)
    _run("-m", "check_wheel_contents", *(path for path in built if path.endswith(".whl")))
    for path in built:
        print(f"{Path(path).relative_to(ROOT)}: {Path(path).stat().st_size // 1024} kB")
    if not tags:
        print(f"this commit has no tag; it is released by the tag v{__version__}")
    return 0


def version_problems(version: str, tags: list[str]) -> list[str]:
    """What keeps a version from being released.

    Args:
        version: That of the package.
        tags: The tags of the commit that begin with a `v`.
    """
    problems = []
    newest = releases()[0].version if releases() else "none"
    if newest != version:
        problems.append(f"tui/__init__.py has version {version}, CHANGELOG.md {newest}")
    for tag in tags:
        if tag != f"v{version}":
            problems.append(f"the commit has the tag {tag}, the package the version {version}")
        if unreleased():
            problems.append(f"{tag}: CHANGELOG.md has changes that are not released")
    return problems


def _tags() -> list[str]:
    """The tags of the commit; none outside a repository."""
    found = subprocess.run(
        ["git", "tag", "--points-at", "HEAD", "v*"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return found.stdout.split() if found.returncode == 0 else []


def _run(*arguments: str) -> None:
    subprocess.run([PYTHON, *arguments], cwd=ROOT, check=True)


if __name__ == "__main__":
    sys.exit(main())
