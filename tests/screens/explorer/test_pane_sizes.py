"""The sizes of the panes: by key and mouse, within bounds, kept for the next run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.platform.preference_file import keep_preference
from tui.platform.window_layout import (
    LEAST,
    MOST,
    WindowLayout,
    read_window_layout,
)
from tui.screens.explorer.pane_sizes import PaneSizes

if TYPE_CHECKING:
    from pathlib import Path


class Styles:
    """Keeps what is set."""

    width: object = None
    grid_columns: object = None

    def clear_rule(self, name: str) -> None:
        setattr(self, name, None)


class Pane:
    """A pane with styles."""

    def __init__(self) -> None:
        self.styles: Any = Styles()


class Frame:
    """A screen with classes."""

    def __init__(self, *classes: str) -> None:
        self.classes = set(classes)

    def has_class(self, *names: str) -> bool:
        return self.classes.issuperset(names)

    def set_class(self, add: bool, *names: str) -> None:
        self.classes = self.classes | set(names) if add else self.classes - set(names)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "window.json"
    monkeypatch.setattr("tui.screens.explorer.pane_sizes.window_layout_file", lambda: path)
    return path


def sizes(*classes: str) -> tuple[PaneSizes, Frame, Pane, Pane, Pane]:
    frame, results, record, panes = Frame(*classes), Pane(), Pane(), Pane()
    made = PaneSizes(frame, results, record, panes)
    made.apply()
    return made, frame, results, record, panes


@pytest.mark.usefixtures("file")
def test_a_pane_gets_wider_and_narrower_again() -> None:
    owner, _, results, _, _ = sizes("-wide")
    before = results.styles.width
    owner.resize("results", 1)
    assert results.styles.width != before
    owner.resize("results", -1)
    assert results.styles.width == before


@pytest.mark.usefixtures("file")
@given(
    steps=st.lists(
        st.tuples(st.sampled_from(["results", "record", "article"]), st.sampled_from([-1, 1])),
        max_size=60,
    ),
    dragged=st.lists(
        st.tuples(st.sampled_from(["results", "record"]), st.floats(0, 1)), max_size=5
    ),
)
def test_no_pane_is_ever_pushed_out_of_the_window(
    steps: list[tuple[str, int]], dragged: list[tuple[str, float]]
) -> None:
    owner, *_ = sizes("-wide")
    for pane, step in steps:
        owner.resize(pane, step)
    for border, share in dragged:
        owner.drag(border, share)
    layout = owner.layout
    assert LEAST <= layout.results <= MOST
    assert LEAST <= layout.record <= MOST
    assert layout.results + layout.record <= 0.8 + 1e-9


@pytest.mark.usefixtures("file")
def test_where_panes_stand_above_each_other_the_list_beside_them_is_sized() -> None:
    owner, _, results, _, panes = sizes("-broad")
    before = panes.styles.grid_columns
    owner.resize("article", 1)
    assert owner.layout.list_beside < WindowLayout().list_beside
    assert panes.styles.grid_columns != before
    assert results.styles.width is None


@pytest.mark.usefixtures("file")
def test_the_timeline_is_a_strip_then_half_then_hidden_then_a_strip() -> None:
    owner, frame, *_ = sizes("-wide")
    seen = []
    for _ in range(3):
        owner.next_timeline_height()
        seen.append({name for name in frame.classes if name.startswith("-time")})
    assert seen == [{"-time-half"}, {"-time-hidden"}, set()]


def test_sizes_are_kept_for_the_next_run_and_written_only_when_they_changed(file: Path) -> None:
    owner, *_ = sizes("-wide")
    owner.keep()
    assert not file.exists()
    owner.resize("record", 1)
    owner.next_timeline_height()
    owner.keep()
    again, frame, *_ = sizes("-wide")
    assert again.layout == owner.layout
    assert frame.has_class("-time-half")


@pytest.mark.parametrize("content", [b"", b"{", b'{"results": "wide"}', b'{"results": 9.0}'])
def test_a_file_that_is_damaged_or_nonsense_is_that_of_a_first_run(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "window.json"
    path.write_bytes(content)
    assert read_window_layout(path) == WindowLayout()
    assert read_window_layout(None) == WindowLayout()
    keep_preference(tmp_path / "no" / "folder" / "w.json", WindowLayout(timeline="half"))
    assert read_window_layout(tmp_path / "no" / "folder" / "w.json").timeline == "half"
