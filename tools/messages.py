"""The messages of the interface, collected into the catalogues: `make messages`.

    python tools/messages.py

What is new stands in the catalogue with an empty translation, what is gone is dropped. Messages are
the literal texts of `tr(…)` and those like it, and the words of the registries whose entries are
translated where they are shown: verbs and their arguments, commands, checks, formats, variables.
"""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from tui.commands import GROUPS
from tui.corpus.schema.shapes import SHAPES
from tui.export.formats.registry import FORMATS
from tui.flows.words import DEALS
from tui.language import odd_places
from tui.model.proofs import AnchorState
from tui.platform.translation import CATALOGUES, COUNT, LANGUAGES, entries, language
from tui.search.query.fields import FIELDS
from tui.session.checking import all_rules
from tui.timeline.marks.symbols import STATUS_SIGNS
from tui.verbs.configuring import VARIABLES
from tui.verbs.grammar import parts_of_example
from tui.verbs.parser import ARGPARSE_WORDS, EPILOG, grammar
from tui.widgets.drawing.glyphs import PENDING, PROOF, STANCE
from tui.widgets.drawing.sign_meanings import SIGN_MEANINGS
from tui.widgets.timeline.pane import LANES

if TYPE_CHECKING:
    from collections.abc import Iterator

PROGRAM = Path(__file__).parents[1] / "tui"
_HEADER = """\
# The interface of dealtui in {language}. Where {{braces}} stand values are filled in, by argparse
# where %(…)s stands. `make messages` adds what is new, with an empty translation.
msgid ""
msgstr ""
"Language: {language}\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"
"""


_COUNTING = frozenset({"counted", "number_of"})


def collect() -> dict[tuple[str, str], str]:
    """Every message with its plural, which is mostly empty, and the place that it is from.

    Raises:
        RuntimeError: If the interface is not English: the registries would give translations.
    """
    if language() != "en":
        raise RuntimeError("messages are collected in English")
    found: dict[tuple[str, str], str] = {}
    for message, plural, place in (*_registries(), *_calls()):
        if message:
            found.setdefault((message, plural), place)
    return found


@cache
def _calls() -> tuple[tuple[str, str, str], ...]:
    """The literal texts of `tr`, `msg`, `tr_count` and those that count, in order of files.

    To parse the program takes a second.
    """
    return tuple(_read_calls())


def _read_calls() -> Iterator[tuple[str, str, str]]:
    for path in sorted(PROGRAM.rglob("*.py")):
        source = path.read_text("utf-8")
        place = str(path.relative_to(PROGRAM.parent))
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                texts = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
                if node.func.id == "OwnKeys":
                    yield from ((words, "", place) for words in _own_keys(node))
                elif node.func.id in ("tr", "msg") and texts:
                    yield str(texts[0]), "", place
                elif node.func.id == "tr_count" and len(texts) == 2:
                    yield str(texts[0]), str(texts[1]), place
                elif node.func.id in _COUNTING and texts and isinstance(texts[0], str):
                    # Its plural is made where none is given.
                    yield texts[0], str(texts[1] if texts[1:] else f"{texts[0]}s"), place


def _own_keys(call: ast.Call) -> Iterator[str]:
    """The words in the keys of a widget: their heading, and what each pair of keys does."""
    for node in ast.walk(call):
        if isinstance(node, ast.Tuple) and len(node.elts) == 2:
            words = node.elts[1]
            if isinstance(words, ast.Constant):
                yield str(words.value)
    if isinstance(call.args[0], ast.Constant):
        yield str(call.args[0].value)


def _registries() -> Iterator[tuple[str, str, str]]:
    yield from ((words, "", "argparse") for words in ARGPARSE_WORDS)
    yield from ((words, "", "tui/verbs") for words in _verb_words())
    for group, commands in GROUPS.items():
        for words in (group, *(word for one in commands for word in (one.title, one.hint))):
            yield words, "", "tui/commands.py"
    yield from ((rule.title, "", "checks") for rule in all_rules().values())
    yield from ((form.title, "", "tui/export/formats/registry.py") for form in FORMATS.values())
    yield from ((words, "", "tui/verbs/configuring.py") for words in VARIABLES.values())
    yield from ((words, "", "tui/timeline") for words in (*STATUS_SIGNS, *LANES))
    for heading, meanings in SIGN_MEANINGS.items():
        for words in (heading, *(meaning.words for meaning in meanings)):
            yield words, "", "tui/widgets/drawing/sign_meanings.py"
    for state, look in PROOF.items():
        yield from ((words, "", "tui/widgets/drawing/glyphs.py") for words in (look.english, state))
    for shape in SHAPES.values():
        for key in shape.keys.values():
            yield from ((words, "", "tui/corpus/schema/shapes.py") for words in (key.name, key.doc))
    yield from ((words, "", "tui/language/odd_places.py") for words in odd_places.OPENING)
    yield from ((one, several, "tui/flows/words.py") for one, several in DEALS.values())
    for anchored in get_args(AnchorState):
        yield from ((words, "", "tui/model/proofs.py") for words in (anchored, f"quote {anchored}"))
    yield from (
        (words, "", "tui/screens/side") for words in ("articles", "parties", "proof", "year")
    )
    yield from ((f"{kind}s", "", "tui/timeline") for kind in ("deal", "fact", "total"))
    yield from ((field.description, "", "tui/search/query/fields.py") for field in FIELDS.values())
    for look in (*STANCE.values(), PENDING):
        yield look.english, "", "tui/widgets/drawing/glyphs.py"


def _verb_words() -> Iterator[str]:
    """What the help of the command line says, as the parsers have it."""
    root, verbs = grammar()
    yield EPILOG
    for parser in (root, *{id(one): one for one in verbs.values()}.values()):
        yield " ".join((parser.description or "").split())
        for action in parser._actions:
            yield action.help or ""
            # Verbs have a summary each, which only the list of the root knows.
            for choice in getattr(action, "_choices_actions", ()):
                yield choice.help or ""
        if parser is not root:
            for line in (parser.epilog or "").splitlines():
                yield parts_of_example(line)[1]


def written(code: str, translations: dict[tuple[str, str], tuple[str, ...]]) -> str:
    """A catalogue with all messages, and their translations as far as there are any."""
    blocks = [_HEADER.format(language=code)]
    for (message, plural), place in collect().items():
        lines = [f"#: {place}"]
        forms = translations.get((message, plural), ())
        if plural:
            lines.append(_field("msgctxt", COUNT))
        lines.append(_field("msgid", message))
        if plural:
            lines.append(_field("msgid_plural", plural))
            forms = forms if len(forms) == 2 else ("", "")
            lines += [_field(f"msgstr[{number}]", form) for number, form in enumerate(forms)]
        else:
            lines.append(_field("msgstr", forms[0] if forms else ""))
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks)


def _field(name: str, text: str) -> str:
    """A field of a PO file: a text of several lines has each on a line of its own."""
    escaped = re.sub(r'["\\]', r"\\\g<0>", text).replace("\t", "\\t")
    pieces = [f'"{piece}\\n"' for piece in escaped.split("\n")]
    pieces[-1] = pieces[-1].removesuffix('\\n"') + '"'
    if len(pieces) == 1:
        return f"{name} {pieces[0]}"
    return "\n".join([f'{name} ""', *(piece for piece in pieces if piece != '""')])


def main() -> None:
    """Bring every catalogue up to date."""
    for code in LANGUAGES:
        if code == "en":
            continue
        path = CATALOGUES / f"{code}.po"
        known = {}
        if path.exists():
            read = entries(path.read_text("utf-8"))
            known = {(one.message, one.plural): one.forms for one in read}
        text = written(code, known)
        path.write_text(text, encoding="utf-8")
        missing = sum(not all(one.forms) for one in entries(text))
        print(f"{path.name}: {missing} of {len(collect())} messages have no translation")


if __name__ == "__main__":
    main()
