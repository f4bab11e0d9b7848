"""The pictures of README and site show the app as it is: `make pictures` draws them anew."""

from __future__ import annotations

import re

import pictures
import pytest

pytestmark = pytest.mark.usefixtures("own_folders")


async def test_the_pictures_show_the_app_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    drawn = await pictures.draw()
    assert drawn.keys() == {path.name for path in pictures.FOLDER.iterdir()}
    for name, svg in drawn.items():
        assert "https://" not in re.sub(r"<!--.*?-->", "", svg), name
        kept = (pictures.FOLDER / name).read_text("utf-8")
        assert svg == kept, f"{name} is out of date: make pictures"
