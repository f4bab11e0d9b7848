"""Converts an SVG to PNG with a converter that the user has installed."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from tui.platform.printing import BROWSERS, headless
from tui.platform.translation import tr

_SIZE = re.compile(r'<svg[^>]* width="(\d+)" height="(\d+)"')
_TIMEOUT = 60
"""Seconds that a converter may take."""


def svg_to_png(svg: str) -> bytes:
    """A picture as PNG, by rsvg-convert, inkscape or chromium, started without a shell.

    Raises:
        OSError: If none is installed, or the first one that is fails.
    """
    size = _SIZE.search(svg)
    width, height = size.groups() if size else ("1200", "800")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "picture.svg"
        source.write_text(svg, encoding="utf-8")
        target = f"{folder}/picture.png"
        commands = (
            ["rsvg-convert", "-o", target, str(source)],
            ["inkscape", f"--export-filename={target}", str(source)],
            *(
                [
                    *headless(name, f"{folder}/profile"),
                    f"--screenshot={target}",
                    f"--window-size={width},{height}",
                    source.as_uri(),
                ]
                for name in BROWSERS
            ),
        )
        for command in commands:
            if shutil.which(command[0]) is None:
                continue
            try:
                subprocess.run(  # noqa: S603 (a fixed command on a file of our own)
                    command, capture_output=True, timeout=_TIMEOUT, check=True
                )
            except subprocess.SubprocessError as error:
                raise OSError(
                    tr("{command} could not convert the picture: {error}").format(
                        command=command[0], error=error
                    )
                ) from error
            if not Path(target).exists():
                raise OSError(tr("{command} wrote no picture").format(command=command[0]))
            return Path(target).read_bytes()
    raise OSError(tr("no converter is installed: rsvg-convert, inkscape or chromium; write --svg"))
