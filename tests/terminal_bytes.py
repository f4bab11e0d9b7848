"""Bytes that terminals send and that are no keys."""

from __future__ import annotations

REPLIES = {
    "OSC 11": b"\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\",
    "OSC 10 with BEL": b"\x1b]10;rgb:ffff/ffff/ffff\x07",
    "DA1": b"\x1b[?64;1;2;6;9;15;18;21;22c",
    "DA2": b"\x1b[>41;390;0c",
    "DA3": b"\x1bP!|00000000\x1b\\",
    "XTVERSION": b"\x1bP>|XTerm(390)\x1b\\",
    "DSR": b"\x1b[0n",
    "cursor position": b"\x1b[24;80R",
    "DECRQM": b"\x1b[?1016;2$y",
    "DECRQSS": b"\x1bP1$r0;1m\x1b\\",
    "XTGETTCAP": b"\x1bP1+r524742=8\x1b\\",
    "kitty keyboard": b"\x1b[?25u",
    "kitty graphics": b"\x1b_Gi=31;OK\x1b\\",
    "window size": b"\x1b[8;40;120t",
    "mouse X10": b"\x1b[M \xa1\xff",
    "mouse X10 of letters": b"\x1b[Mqqq",
    "mouse urxvt": b"\x1b[32;120;10M",
}
"""Answers to what programs ask, and mouse reports that nobody asked for."""

NO_KEYS = [
    b"\x1b[" + report
    for report in (
        b"120;1:3u", b"97:65;2u", b"1114112u", b"55296u", b"97;5;1114112u", b"1;1:1A", b"57500u",
        b"97;999u", b"99999999999999999999u", b"1;1R", b"?1u", b"<0;0;99999999M", b"48;0;0;0;0t",
    )
]  # fmt: skip
"""Reports in the form of keys, the mouse or a size that name none."""
