"""YAML is read as typed, with the place of everything, and never with a surprise."""

from __future__ import annotations

import re

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.corpus.edit.scalar_writer import flow, scalar
from tui.corpus.yaml.document_reader import read_yaml
from tui.corpus.yaml.nodes import ListNode, MapNode, Node, ScalarNode, column_of, line_of


def plain(node: Node) -> object:
    if isinstance(node, MapNode):
        return {key: plain(value) for key, value in node.entries.items()}
    if isinstance(node, ListNode):
        return [plain(item) for item in node.items]
    return node.value


def read(text: str) -> object:
    node, problems = read_yaml(text, file="deals.yaml")
    assert problems == []
    return plain(node)


def codes(text: str | bytes) -> list[tuple[str, int, int]]:
    return [
        (problem.code, problem.line, problem.column)
        for problem in read_yaml(text, file="deals.yaml")[1]
    ]


@pytest.fixture(params=["libyaml", "pure Python"])
def either_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "pure Python":
        monkeypatch.setattr(yaml, "__with_libyaml__", False)


@pytest.mark.usefixtures("either_parser")
class TestEitherParser:
    @pytest.mark.parametrize(
        "word",
        ["no", "yes", "on", "012", "1:30", "2024-03-27", "1e3", "0x1f", "1_000", "NULL", "="],
    )
    def test_a_plain_word_stays_what_the_user_typed(self, word: str) -> None:
        assert read(f"key: {word}") == {"key": word}

    @pytest.mark.parametrize("nothing", ["", "~", "null"])
    def test_only_nothing_tilde_and_null_mean_nothing(self, nothing: str) -> None:
        assert read(f"key: {nothing}") == {"key": None}
        if nothing:
            assert read(f'key: "{nothing}"') == {"key": nothing}

    def test_every_key_item_and_value_has_its_place(self) -> None:
        root, _ = read_yaml("é: x\nlist:\n  - a\n  - {k: 'v'}\n", file="f")
        assert isinstance(root, MapNode)
        places = [(line_of(place), column_of(place)) for place in root.key_places]
        assert places == [(1, 1), (2, 1)]
        items = root.entries["list"]
        assert isinstance(items, ListNode)
        assert (items.line, items.column) == (3, 3)
        first, second = items.items
        assert (first.line, first.column) == (3, 5)
        assert isinstance(second, MapNode)
        assert (second.entries["k"].line, second.entries["k"].column) == (4, 9)

    def test_a_key_given_twice_is_an_error_and_the_first_counts(self) -> None:
        node, problems = read_yaml("a: 1\nb: 2\na: 3\n", file="f")
        assert plain(node) == {"a": "1", "b": "2"}
        assert [(problem.code, problem.line) for problem in problems] == [("duplicate-key", 3)]
        assert "line 1" in problems[0].message

    @pytest.mark.parametrize(
        ("text", "code", "line", "column"),
        [
            ("a: !!str x", "tag", 1, 4),
            ("a: !python/object:os.system x", "tag", 1, 4),
            ("a: !!seq [x]", "tag", 1, 4),
            ("a: {x: 1}\nb:\n  <<: 1\n", "merge-key", 3, 3),
            ("? [a]\n: b\n", "key-not-text", 1, 3),
            ('a: {"": b}', "key-not-text", 1, 5),
            ("a: *x", "unknown-alias", 1, 4),
            ("a: &x [*x]", "unknown-alias", 1, 8),
            ("a: 1\n---\nb: 2\n", "second-document", 2, 1),
            ("a: [b\nc: d", "yaml-syntax", 2, 2),
            ('a: "x\n', "yaml-syntax", 1, 4),
        ],
    )
    def test_what_is_refused_is_named_with_its_place(
        self, text: str, code: str, line: int, column: int
    ) -> None:
        assert codes(text)[0] == (code, line, column)

    def test_an_alias_stands_for_what_its_anchor_named(self) -> None:
        assert read("a: &x {k: v}\nb: *x\nc: &y w\nd: *y\n") == {
            "a": {"k": "v"},
            "b": {"k": "v"},
            "c": "w",
            "d": "w",
        }

    def test_a_byte_order_mark_moves_nothing(self) -> None:
        root, problems = read_yaml("\ufeffa: b\n", file="f")
        assert problems == []
        assert isinstance(root, MapNode)
        assert root.key_places == [0]

    @pytest.mark.parametrize("odd", ["\x85", "\u2028", "\u2029"])
    def test_lines_are_counted_as_editors_count_them(self, odd: str) -> None:
        root, _ = read_yaml(f'a: "x{odd}y"\nb: c\n', file="f")
        assert isinstance(root, MapNode)
        assert line_of(root.key_places[1]) == 2

    def test_a_control_character_is_named_with_its_place(self) -> None:
        assert codes("a: b\nc: \x1bd\n") == [("control-character", 2, 4)]

    def test_nesting_too_deep_is_refused_and_what_stands_before_is_kept(self) -> None:
        text = "a: b\nc: " + "[" * 10_000
        node, problems = read_yaml(text, file="f")
        assert [problem.code for problem in problems] == ["too-deep"]
        assert isinstance(node, MapNode)
        assert node.entries["a"].line == 1

    def test_an_alias_bomb_is_refused(self) -> None:
        lines = ["a0: &a0 [x,x,x,x,x,x,x,x,x,x]"]
        lines += [f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
        assert codes("\n".join(lines))[-1][0] == "alias-bomb"


@pytest.mark.parametrize(
    ("data", "code", "line", "column"),
    [
        (b"a: b\nc: \xe9\n", "yaml-encoding", 2, 4),
        ("a: b".encode("utf-16"), "yaml-encoding", 0, 0),
        (b"", "empty", 0, 0),
        (b"# nothing\n", "empty", 0, 0),
    ],
)
def test_bytes_that_are_no_text_are_named(data: bytes, code: str, line: int, column: int) -> None:
    assert codes(data) == [(code, line, column)]


def test_a_lone_surrogate_is_an_error_and_no_crash() -> None:
    assert codes("a: \ud800")[0][0] == "control-character"


texts = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=30)
keys = st.text("abcdefgh-", min_size=1, max_size=8).filter(lambda text: text.strip("-"))
values = st.recursive(
    texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(keys, values, min_size=1, max_size=4))
def test_what_is_written_reads_back_the_same(mapping: dict[str, object]) -> None:
    lines = "".join(f"{scalar(key)}: {flow(value, key)}\n" for key, value in mapping.items())
    assert read(lines) == mapping


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(keys, texts, min_size=1, max_size=4))
def test_what_is_written_means_the_same_to_a_yaml_1_1_reader(mapping: dict[str, str]) -> None:
    lines = "".join(f"{scalar(key)}: {scalar(value)}\n" for key, value in mapping.items())
    assert yaml.load(lines, yaml.CSafeLoader) == mapping


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(["a", "é", "\U0001f600", " x", "\u00a0"]), max_size=5),
    st.integers(0, 4),
    st.sampled_from(["\n", "\r\n"]),
)
def test_places_count_code_points_whatever_stands_before(
    letters: list[str], blank: int, newline: str
) -> None:
    quoted = '"' + "".join(letters) + '"'
    text = f"{newline * blank}- [{quoted}, mark]{newline}"
    root, problems = read_yaml(text, file="f")
    assert problems == []
    assert isinstance(root, ListNode)
    inner = root.items[0]
    assert isinstance(inner, ListNode)
    mark = inner.items[1]
    assert isinstance(mark, ScalarNode)
    found = re.split("\r\n|\n", text)[mark.line - 1]
    assert found[mark.column - 1 :].startswith("mark")
