"""The page of the browser: its font has every sign, and nothing comes from another server."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest

import tui.web
from tui.platform.browser import BrowserView, browser_view, decode_view
from tui.platform.translation import use_language
from tui.widgets.drawing.ascii_signs import ASCII

PAGE = Path(tui.web.__file__).parent / "page"
FONTS = sorted((PAGE / "fonts").glob("*.woff2"))


@pytest.mark.parametrize("font", FONTS, ids=lambda font: font.stem)
def test_the_font_has_every_sign_and_the_letters_of_the_press_in_one_width(font: Path) -> None:
    tools = pytest.importorskip("fontTools.ttLib", reason="fonttools is not installed")
    pytest.importorskip("brotli", reason="brotli, which unpacks fonts, is not installed")
    face = tools.TTFont(font)
    glyphs = face.getBestCmap()
    wanted = set(ASCII) | set("abcXYZ0189$€£àâçéèêëîïôœùûüÿÀÉŒæßñøåłŁžЖδ’“”«»…–—")
    assert {char for char in wanted if ord(char) not in glyphs} == set()
    widths = {face["hmtx"][glyphs[ord(char)]][0] for char in wanted}
    assert len(widths) == 1


def test_the_licence_of_the_font_lies_beside_it() -> None:
    text = (PAGE / "fonts" / "LICENSE").read_text("utf-8")
    assert "Bitstream Vera" in text
    assert "Permission is hereby granted" in text
    assert len(FONTS) == 2


@pytest.mark.parametrize("name", ["index.html", "refused.html", "page.css", "page.js"])
def test_nothing_comes_from_another_server(name: str) -> None:
    text = (PAGE / name).read_text("utf-8")
    assert re.findall(r"(?:src|href|url|fetch)\s*[=(]\s*[\"'`]?(?:https?:)?//[^\"'` ]*", text) == []


def test_what_the_page_asks_for_is_read_and_what_is_no_view_is_refused() -> None:
    view = decode_view('{"query": "é >1bn", "record": "one", "light": true}')
    assert view == BrowserView("é >1bn", "one", light=True)
    for text in ("", "[]", '{"query": 3}', '{"query": "' + "x" * 2001 + '"}', "\xff"):
        with pytest.raises(ValueError):  # noqa: PT011 (of several kinds)
            decode_view(text)
    assert browser_view({}) is None
    assert browser_view({"DEALTUI_BROWSER": "{}"}) == BrowserView()


@pytest.mark.parametrize(("code", "words"), [("en", "Open it again"), ("fr", "Le rouvrir")])
def test_the_pages_speak_the_language_of_the_interface(code: str, words: str) -> None:
    pytest.importorskip("textual_serve", reason="the extra dealtui[web] is not installed")
    from tui.web.server import page_of

    use_language(code)
    try:
        index = page_of("index.html", title="deals.yaml", state="")
        refused = page_of("refused.html", refusal="no")
    finally:
        use_language("en")
    assert words in index
    for page in (index, refused):
        assert f'<html lang="{code}">' in page
        assert "$" not in page
    said = re.search(r'data-words="([^"]*)"', index)
    assert said is not None
    script = (PAGE / "page.js").read_text("utf-8")
    names = set(re.findall(r"\bwords\.(\w+)", script))
    assert names == json.loads(html.unescape(said[1])).keys()
