"""The interface in another language: everything is translated, and data stays as it is."""

from __future__ import annotations

import ast
import json
import re
import string
from typing import TYPE_CHECKING

import messages
import pytest
from running import ROOT, SHIPPED

from tui.cli import main
from tui.commands import KeyTable, Scope
from tui.platform.translation import (
    CATALOGUES,
    LANGUAGES,
    entries,
    language,
    tr,
    tr_count,
    use_language,
    wanted_language,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("opened_before")

OTHERS = [code for code in LANGUAGES if code != "en"]
PERCENT = re.compile(r"%\(\w+\)[sr]|%[sr]")


def fields(text: str) -> list[str]:
    """What is filled into a message, as often as it is."""
    return sorted(
        [name for _, name, _, _ in string.Formatter().parse(text) if name] + PERCENT.findall(text)
    )


@pytest.mark.parametrize("code", OTHERS)
def test_no_message_is_missing(code: str) -> None:
    read = list(entries((CATALOGUES / f"{code}.po").read_text("utf-8")))
    kept = {(one.message, one.plural) for one in read}
    wanted = set(messages.collect())
    assert wanted - kept == set(), "make messages, then translate what is empty"
    assert kept - wanted == set(), "make messages"
    assert [one.message for one in read if not all(one.forms)] == []


class TestCatalogue:
    @pytest.mark.parametrize("code", OTHERS)
    def test_a_translation_is_filled_with_the_same_values(self, code: str) -> None:
        for one in entries((CATALOGUES / f"{code}.po").read_text("utf-8")):
            assert len(one.forms) == (2 if one.plural else 1)
            for form in one.forms:
                assert fields(form) == fields(one.message)
                assert form[:1].isspace() == one.message[:1].isspace() or one.message[:1] == ":"
                assert form[-1:].isspace() == one.message[-1:].isspace()

    @pytest.mark.parametrize("code", OTHERS)
    def test_the_catalogue_is_written_as_the_tool_writes_it(self, code: str) -> None:
        text = (CATALOGUES / f"{code}.po").read_text("utf-8")
        known = {(one.message, one.plural): one.forms for one in entries(text)}
        assert messages.written(code, known) == text
        assert "nplurals=2; plural=(n > 1);" in text

    def test_no_text_is_translated_before_the_language_is_chosen(self) -> None:
        for path, source in sources_that_call("tr", "tr_count"):
            outside = [
                node
                for top in ast.parse(source).body
                if not isinstance(top, ast.FunctionDef | ast.AsyncFunctionDef)
                for node in outside_functions(top)
            ]
            called = {
                node.func.id
                for node in outside
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
            }
            assert not called & {"tr", "tr_count"}, path


def test_a_sentence_is_filled_with_the_values_that_it_names() -> None:
    for path, source in sources_that_call("msg", "tr"):
        for call in ast.walk(ast.parse(source)):
            if isinstance(call, ast.Call) and (template := template_of(call)):
                given = {word.arg for word in call.keywords}
                assert set(fields(template)) <= given, f"{path}:{call.lineno}"


def sources_that_call(*names: str) -> Iterator[tuple[Path, str]]:
    """The modules of the program that may call a function; to parse all of them takes a second."""
    for path in sorted((ROOT / "tui").rglob("*.py")):
        source = path.read_text("utf-8")
        if any(f"{name}(" in source for name in names):
            yield path, source


def template_of(call: ast.Call) -> str:
    """The template that a call fills: `msg("…", …)` or `tr("…").format(…)`; empty for others."""
    made = call
    if isinstance(call.func, ast.Attribute) and call.func.attr == "format":
        if not isinstance(call.func.value, ast.Call):
            return ""
        made = call.func.value
    elif not call.keywords:
        return ""
    if not (isinstance(made.func, ast.Name) and made.func.id in ("msg", "tr") and made.args):
        return ""
    text = made.args[0]
    return text.value if isinstance(text, ast.Constant) else ""


def outside_functions(node: ast.AST) -> list[ast.AST]:
    """A node and all below it that are carried out when the module is imported."""
    found = [node]
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            found += outside_functions(child)
    return found


class TestLookingUp:
    def test_a_message_is_given_in_the_language_that_was_chosen(self) -> None:
        assert tr("nothing matches") == "nothing matches"
        use_language("fr")
        assert tr("nothing matches") == "rien ne correspond"
        use_language("en")
        assert tr("nothing matches") == "nothing matches"

    def test_what_no_catalogue_has_stays_english(self) -> None:
        use_language("fr")
        assert tr("a message that nobody wrote") == "a message that nobody wrote"
        assert tr_count("quokka", "quokkas", 2) == "quokkas"

    @pytest.mark.parametrize(
        ("code", "number", "word"),
        [("en", 0, "articles"), ("en", 1, "article"), ("fr", 0, "fiche"), ("fr", 1, "fiche"),
         ("fr", 2, "fiches")],
    )  # fmt: skip
    def test_each_language_has_its_plural(self, code: str, number: int, word: str) -> None:
        use_language(code)
        one = ("article", "articles") if code == "en" else ("record", "records")
        assert tr_count(*one, number) == word

    def test_a_word_that_is_counted_is_none_that_commands(self) -> None:
        use_language("fr")
        assert tr("search") == "chercher"
        assert tr_count("search", "searches", 2) == "recherches"

    def test_another_language_is_english(self) -> None:
        use_language("tlh")
        assert language() == "en"

    def test_quotes_and_line_breaks_of_a_catalogue_are_read(self) -> None:
        header = 'msgid ""\nmsgstr "Language: fr\\n"\n\n'
        text = header + '#: a.py\nmsgid "a \\"b\\"\\n"\n"c"\nmsgstr "d\\\\e"\n'
        assert list(entries(text)) == [('a "b"\nc', "", ("d\\e",))]


@pytest.mark.parametrize(
    ("setting", "environ", "code"),
    [
        ("", {}, "en"), ("", {"LANG": "fr_FR.UTF-8"}, "fr"), ("", {"LANG": "de_DE"}, "en"),
        ("", {"LANG": "fr_FR", "LC_ALL": "C"}, "en"), ("en", {"LANG": "fr_FR"}, "en"),
        ("fr", {"LANG": "en_GB"}, "fr"), ("", {"LANG": "en_GB", "LANGUAGE": "de:fr:en"}, "fr"),
        ("", {"LANG": "en_GB", "LC_MESSAGES": "fr_CA@euro"}, "fr"), ("tlh", {}, "en"),
    ],
)  # fmt: skip
def test_the_language_is_that_of_the_settings_else_of_the_system(
    setting: str, environ: dict[str, str], code: str
) -> None:
    assert wanted_language(setting, environ) == code


class TestInUse:
    @pytest.fixture
    def french(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")

    @pytest.mark.usefixtures("french")
    def test_the_help_of_a_verb_is_in_the_language_of_the_system(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        with pytest.raises(SystemExit):
            main(["check", "--help"])
        shown = " ".join(capsys.readouterr().out.split())
        assert "Lit le corpus, prouve chaque champ" in shown
        assert "ces contrôles seulement" in shown
        assert "exemples :" in shown.replace("\u00a0", " ")
        assert "show this help" not in shown

    @pytest.mark.usefixtures("french")
    def test_a_misspelt_verb_is_answered_in_it(self, capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit):
            main(["serch"])
        assert "vouliez-vous dire search" in capsys.readouterr().err

    def test_a_setting_goes_before_the_system(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
        (tmp_path / "dealtui").mkdir()
        (tmp_path / "dealtui" / "config.toml").write_text('language = "fr"\n', "utf-8")
        assert main(["-c", str(SHIPPED), "search", "quokka"]) == 1
        assert capsys.readouterr().err == "dealtui search: rien ne correspond\n"
        assert main(["-c", str(SHIPPED), "show", "openai-amazon-2025"]) == 0
        assert "38 Md$" in capsys.readouterr().out

    @pytest.mark.usefixtures("french")
    def test_findings_have_heading_and_advice_in_it_and_keep_their_code(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        main(["-c", str(SHIPPED), "check"])
        out, err = capsys.readouterr()
        assert "(total-differs)\n    Un total énoncé n’est pas forcément faux" in out
        assert "51 fiches, 5 articles" in err
        main(["check", "--list"])
        assert "Les sources se contredisent" in capsys.readouterr().out

    def test_keys_are_explained_in_it_and_found_by_either_word(self) -> None:
        from tui.screens.help import Place, key_entries

        use_language("fr")
        place = Place(Scope.EXPLORER, (), in_dialog=False)
        for words in ("chercher", "search deals"):
            entries_ = key_entries(place, KeyTable(), words, 80)
            text = "\n".join("".join(part for part, _ in entry.runs) for entry in entries_)
            assert "Chercher dans les accords et les articles" in text


def test_a_finding_is_known_again_in_another_language(capsys: pytest.CaptureFixture[str]) -> None:
    """What is dismissed is kept by the words of the finding, which therefore stay as they are."""
    main(["-c", str(SHIPPED), "check", "--format", "json"])
    english = json.loads(capsys.readouterr().out)
    use_language("fr")
    from tui.session.file_session import FileSession

    report = FileSession.open(SHIPPED).report()
    assert [one.message for one in report.findings] == [one["message"] for one in english]


def test_reasons_are_kept_in_a_form_that_is_translated_when_they_are_opened_again(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus = ["-c", str(SHIPPED)]
    main([*corpus, "check"])
    assert "operations known" in capsys.readouterr().out
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    main([*corpus, "check"])
    out = capsys.readouterr().out
    assert "opérations connues" in out
    assert "operations known" not in out


@pytest.mark.parametrize(
    "command", [["check", "--format", "jsonl"], ["export", "deals"], ["schema"]], ids=" ".join
)
def test_what_a_program_reads_is_the_same_in_every_language(
    command: list[str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answers = []
    for name in ("C", "fr_FR.UTF-8"):
        monkeypatch.setenv("LC_ALL", name)
        main(["-c", str(SHIPPED), *command])
        answers.append(capsys.readouterr().out)
    assert answers[0] == answers[1]
    assert answers[0]
