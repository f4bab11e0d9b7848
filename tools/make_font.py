"""Cuts the font of the browser page out of DejaVu Sans Mono (Debian: fonts-dejavu-core).

    python tools/make_font.py /usr/share/fonts/truetype/dejavu

The licence of DejaVu allows it; it lies beside the fonts, which keep their name.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

TARGET = Path(__file__).parents[1] / "tui" / "web" / "page" / "fonts"
FACES = ("DejaVuSansMono", "DejaVuSansMono-Bold")
RANGES = (
    "U+0020-024F,U+0259,U+02BC-02C7,U+0370-03FF,U+0400-045F,U+1E00-1EFF,U+2000-206F,U+2070-209F,"
    "U+20A0-20BF,U+2100-214F,U+2150-218F,U+2190-21FF,U+2200-22FF,U+2300-23FF,U+2400-2426,"
    "U+2500-257F,U+2580-259F,U+25A0-25FF,U+2600-26FF,U+2700-27BF,U+FFFD"
)
"""Latin, Greek and Cyrillic letters, punctuation, currencies, arrows, signs, lines and blocks."""

CONTROL_PICTURES = range(0x2400, 0x2425)
"""What stands for control characters in texts from files."""


def main(source: Path) -> None:
    """Write both faces."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for face in FACES:
        target = TARGET / f"{face}.woff2"
        subset.main(
            [
                str(source / f"{face}.ttf"), f"--unicodes={RANGES}", "--flavor=woff2",
                "--layout-features=", "--no-hinting", f"--output-file={target}",
            ]
        )  # fmt: skip
        _add_control_pictures(target)
        print(f"{target.name}: {target.stat().st_size:,} bytes")


def _add_control_pictures(path: Path) -> None:
    """Draw control characters, which the font lacks, as what cannot be shown; wide as the rest."""
    font = TTFont(path)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update(dict.fromkeys(CONTROL_PICTURES, table.cmap[0xFFFD]))
    font.save(path)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
