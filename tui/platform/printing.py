"""Draws pages to files with a program that the user has installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from tui.platform.translation import tr

_TIMEOUT = 120
"""Seconds that a program may take: Chromium draws a thousand pages in one minute."""
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def headless(name: str, profile: str) -> list[str]:
    """The start of a command that draws something in a browser without a window.

    Args:
        name: One of `BROWSERS`.
        profile: A folder for what it writes beside that.
    """
    return [
        name, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
        "--disable-background-networking", f"--user-data-dir={profile}",
    ]  # fmt: skip


def print_page(page: bytes) -> bytes:
    """Print a page; neither program may load anything, since the page's own policy forbids it.

    Args:
        page: HTML that needs nothing beside itself.

    Returns:
        The PDF.

    Raises:
        OSError: If there is no such program, or it fails.
    """
    with tempfile.TemporaryDirectory() as folder:
        source, made = Path(folder) / "page.html", Path(folder) / "page.pdf"
        source.write_bytes(page)
        command = _command(source, made, folder)
        if command is None:
            raise OSError(tr("no program to print with is installed: chromium or weasyprint"))
        try:
            subprocess.run(  # noqa: S603 (a fixed command on a file of our own)
                command, capture_output=True, timeout=_TIMEOUT, check=True
            )
        except subprocess.SubprocessError as error:
            raise OSError(
                tr("{command} could not print the page: {reason}").format(
                    command=command[0], reason=error
                )
            ) from error
        if not made.exists():
            raise OSError(tr("{command} wrote no PDF").format(command=command[0]))
        return made.read_bytes()


def _command(source: Path, made: Path, folder: str) -> list[str] | None:
    for name in BROWSERS:
        if shutil.which(name):
            options = ["--no-pdf-header-footer", f"--print-to-pdf={made}", source.as_uri()]
            return [*headless(name, f"{folder}/profile"), *options]
    return ["weasyprint", str(source), str(made)] if shutil.which("weasyprint") else None
