"""What a terminal sends is read whole: nothing but keys becomes a key."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from terminal_bytes import NO_KEYS, REPLIES

from tui.platform.terminal_input import (
    ESCAPE_DELAY,
    REPLY_DELAY,
    Kind,
    TerminalInput,
    Token,
    harmless_sequence,
)

ESCAPE = Token(Kind.ESCAPE, "\x1b")


def read(data: bytes, cuts: tuple[int, ...] = (), pause: float = 0.0) -> list[Token]:
    """What is read of bytes that come in pieces, and the end of waiting for more."""
    reader, now, tokens = TerminalInput(), 0.0, []
    places = [0, *sorted(cuts), len(data)]
    for start, end in pairwise(places):
        if start < end:
            tokens += reader.feed(data[start:end], now)
            now += pause
            tokens += reader.expire(now)
    tokens += reader.expire(now + 2 * REPLY_DELAY)
    return [
        token for token in tokens
        if token.kind not in (Kind.SEQUENCE, Kind.REPLY)
        or (token.kind is Kind.SEQUENCE and harmless_sequence(token.text, named=False))
    ]  # fmt: skip


@pytest.mark.parametrize("reply", REPLIES.values(), ids=REPLIES)
def test_an_answer_of_the_terminal_is_no_key_wherever_it_is_cut(reply: bytes) -> None:
    for cut in range(len(reply) + 1):
        assert read(b"a" + reply + b"b", (cut + 1,), 0.01) == [
            Token(Kind.TEXT, "a"),
            Token(Kind.TEXT, "b"),
        ]


@pytest.mark.parametrize("reply", REPLIES.values(), ids=REPLIES)
def test_an_answer_that_a_slow_line_cuts_in_two_types_nothing(reply: bytes) -> None:
    for cut in range(2, len(reply)):
        assert [t for t in read(reply, (cut,), 0.5 * REPLY_DELAY) if t.kind is Kind.TEXT] == []


@pytest.mark.parametrize(
    "name",
    ["OSC 11", "DA1", "DA2", "XTVERSION", "DECRQM", "kitty graphics", "mouse X10 of letters"],
)
def test_the_rest_of_an_answer_types_nothing_though_its_escape_was_taken_as_the_key(
    name: str,
) -> None:
    assert read(REPLIES[name], (1,), 2 * ESCAPE_DELAY)[:1] == [ESCAPE]
    assert all(token.kind is not Kind.TEXT for token in read(REPLIES[name], (1,), 2 * ESCAPE_DELAY))


def test_the_escape_key_is_known_by_the_silence_after_it() -> None:
    reader = TerminalInput()
    assert reader.feed(b"\x1b", 0) == []
    assert reader.delay == ESCAPE_DELAY
    assert reader.expire(ESCAPE_DELAY / 2) == []
    assert reader.expire(ESCAPE_DELAY) == [ESCAPE]
    assert reader.delay is None
    assert reader.feed(b"\x1b", 10) == []
    assert reader.feed(b"q", 11) == [ESCAPE, Token(Kind.TEXT, "q")]


@pytest.mark.parametrize("letter", [*"eqjxZ9/é€", *"]P_^X[O"])
def test_escape_and_a_letter_in_one_write_are_both_heard(letter: str) -> None:
    # Those that begin a sequence are told by the silence after them.
    assert read(f"\x1b{letter}".encode()) == [ESCAPE, Token(Kind.TEXT, letter)]


@pytest.mark.parametrize("letter", "]P_^X")
def test_a_key_behind_a_letter_that_could_begin_a_sequence_tells_that_it_begins_none(
    letter: str,
) -> None:
    written = f"\x1b{letter}"
    assert read(f"{written}q".encode()) == [
        ESCAPE, Token(Kind.TEXT, letter), Token(Kind.TEXT, "q"),
    ]  # fmt: skip
    assert read(f"{written}\x1bq".encode()) == [
        ESCAPE, Token(Kind.TEXT, letter), ESCAPE, Token(Kind.TEXT, "q"),
    ]  # fmt: skip


def test_escape_and_a_letter_that_is_typed_behind_it_are_both_heard() -> None:
    assert read(b"\x1bq", (1,), ESCAPE_DELAY / 2) == [ESCAPE, Token(Kind.TEXT, "q")]
    assert read(b"\x1b\x1b\x1b") == [ESCAPE] * 3
    assert read(b"\x1b\r") == [ESCAPE, Token(Kind.TEXT, "\r")]


def test_bytes_that_are_no_text_are_passed_over() -> None:
    assert read(b"a\xff\xc3b\xe2\x82c\x80\x9b") == [Token(Kind.TEXT, "abc")]
    assert "".join(token.text for token in read("a\x9bé€😀".encode())) == "aé€😀"
    assert read(b"\xc3\x1b[A\xa9q") == [Token(Kind.TEXT, "q")]


def test_a_character_may_come_in_pieces() -> None:
    data = "é€😀".encode()
    for cut in range(len(data)):
        assert "".join(token.text for token in read(data, (cut,))) == "é€😀"


@pytest.mark.parametrize("report", NO_KEYS)
def test_a_report_that_names_no_key_is_passed_over(report: bytes) -> None:
    assert harmless_sequence(report.decode(), named=False) == ""


@pytest.mark.parametrize(
    ("report", "handed_on"),
    [("97u", "97u"), ("120;5u", "120;5u"), ("97;2;65u", "97;2;65u"), ("1;5A", "1;5A"),
     ("113;3;64u", "113;3;64u"), ("120;3;120u", "120;3u"), ("120;4;88u", "120;4u"),
     ("<0;10;10M", "<0;10;10M"), ("?2026;2$y", "?2026;2$y"), ("I", "I"),
     ("48;40;120;800;1200t", "48;40;120;800;1200t")],
)  # fmt: skip
def test_a_key_is_handed_on_and_alt_makes_no_text_of_a_letter(report: str, handed_on: str) -> None:
    assert harmless_sequence(f"\x1b[{report}", named=False) == f"\x1b[{handed_on}"


def test_a_paste_is_one_text_whatever_is_in_it_and_however_it_is_cut() -> None:
    data = b"\x1b[200~a\nq\x1b[31m\x1b]11;\xff\0\xc3\xa9\x1b[201~z"
    for cut in range(len(data)):
        tokens = read(data, (cut,), 0.01)
        assert tokens == [Token(Kind.PASTE, "a\nq\x1b[31m\x1b]11;é"), Token(Kind.TEXT, "z")]


def test_a_paste_that_never_ends_holds_the_keys_no_longer_than_it_is_silent() -> None:
    reader = TerminalInput()
    assert reader.feed(b"\x1b[200~abc", 0) == []
    assert reader.expire(REPLY_DELAY) == [Token(Kind.PASTE, "abc")]
    assert reader.feed(b"q", 2) == [Token(Kind.TEXT, "q")]


@given(st.binary(max_size=60), st.lists(st.integers(0, 60), max_size=4), st.floats(0, 2))
def test_after_any_bytes_the_next_key_is_heard(data: bytes, cuts: list[int], pause: float) -> None:
    reader, now = TerminalInput(), 0.0
    places = [0, *sorted(min(cut, len(data)) for cut in cuts), len(data)]
    for start, end in pairwise(places):
        reader.feed(data[start:end], now)
        now += pause
    reader.expire(now + 10)
    assert reader.delay is None
    assert reader.feed(b"q", now + 20) == [Token(Kind.TEXT, "q")]


@pytest.mark.parametrize("end", [b"\x07", b"\x1b\\"])
def test_what_an_answer_says_is_read_and_what_is_too_long_for_one_is_not(end: bytes) -> None:
    reader = TerminalInput()
    assert reader.feed(b"\x1b]11;rgb:ff/ff/dd" + end, 0.0) == [Token(Kind.REPLY, "11;rgb:ff/ff/dd")]
    assert reader.feed(b"\x1b]52;c;" + b"A" * 1000 + end, 0.0) == []
    assert reader.feed(b"\x1b]11;rgb:\x1b[Aq", 0.0)[-1] == Token(Kind.TEXT, "q")


def test_no_mix_of_answers_cut_and_joined_anywhere_types_a_letter() -> None:
    chance = random.Random(20)
    for _ in range(2_000):
        data = b"".join(chance.choices(list(REPLIES.values()), k=chance.randint(1, 6)))
        cuts = tuple(chance.choices(range(1, len(data)), k=chance.randint(0, 5)))
        tokens = read(data, cuts, chance.choice((0.0, 0.01, ESCAPE_DELAY / 2)))
        assert [token for token in tokens if token.kind is not Kind.SEQUENCE] == []


@pytest.mark.parametrize("encoding", ["latin-1", "utf-8"])
@pytest.mark.parametrize(
    "reply",
    ["\x9b?62;22c", "\x9b24;80R", "\x9d11;rgb:ffff/ffff/ffff\x07", "\x90>|xterm(390)\x9c",
     "\x9b", "\x9d", "\x90", "\x9bM!!!", "\x9f", "\x85"],
    ids=repr,
)  # fmt: skip
def test_eight_bit_controls_begin_what_their_escapes_do(reply: str, encoding: str) -> None:
    begin = 1 + len(reply[0].encode(encoding))
    for cut in range(begin + 1, begin + len(reply)):
        tokens = read(b"a" + reply.encode(encoding) + b"\x1b", (cut,), 0.01)
        assert tokens == [Token(Kind.TEXT, "a"), ESCAPE]
    assert read(reply[0].encode(encoding) + b"j", (begin - 1,)) == [Token(Kind.TEXT, "j")]
    assert read("\x9b1;5A".encode(encoding)) == [Token(Kind.SEQUENCE, "\x1b[1;5A")]


def test_characters_that_hold_the_bytes_of_controls_are_characters() -> None:
    text = "ěś☛žŸ›😛 ۛ"
    for cut in range(1, len(text.encode())):
        tokens = read(text.encode(), (cut,))
        assert "".join(token.text for token in tokens) == text


def test_a_window_that_no_screen_could_hold_is_not_believed() -> None:
    assert harmless_sequence("\x1b[48;200;500;0;0t", named=False)
    assert not harmless_sequence("\x1b[48;99999;99999;1;1t", named=False)
