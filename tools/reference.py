"""The reference of the site, written from the code: `docs/reference/*.md`.

    python tools/reference.py [FOLDER]

Each page is made of what the program itself goes by, so that it cannot say anything else: verbs of
the parsers, keys of the registry of commands, settings of their struct, checks of their registry,
YAML keys of the shapes that files are read by, formats of the table of exports.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from arguments import epilogue, program, verbs

from tui.commands import GROUPS
from tui.corpus.schema.shapes import SHAPES, field_names
from tui.export.formats.registry import FORMATS
from tui.platform.settings import THEMES, Settings
from tui.session.checking import all_rules
from tui.verbs.configuring import VARIABLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from arguments import Argument

    from tui.corpus.schema.shapes import Key

FOLDER = Path(__file__).parents[1] / "docs" / "reference"
_MADE = "<!-- Made from the code by `make reference`; changes here are lost. -->"
_SEVERITIES = {"error": "error", "warning": "warning", "info": "note"}


def pages() -> dict[str, str]:
    """Every page by the name of its file."""
    return {
        name: "\n".join([_MADE, "", *write()]).rstrip() + "\n" for name, write in _PAGES.items()
    }


def _verbs() -> Iterator[str]:
    root = program()
    yield from (
        "# Verbs",
        "",
        "stdout is data, stderr is diagnostics. No verb loads the screen.",
        "",
    )
    yield from _table(
        ("verb", "what it does"), ((f"[`{v.name}`](#{v.name})", v.summary) for v in verbs())
    )
    yield from ("## Options of every verb", "", "They may stand before a verb or behind it.", "")
    yield from _arguments(root.arguments)
    yield from (
        "```text",
        epilogue().partition("examples:")[2].partition("\n\n")[2].strip(),
        "```",
        "",
    )
    for verb in verbs():
        yield from (f"## {verb.name}", "", verb.description, "")
        yield from _arguments(verb.arguments)
        yield from ("```console", *(f"$ {line}" for line in verb.examples), "```", "")


def _arguments(arguments: tuple[Argument, ...]) -> Iterator[str]:
    if arguments:
        yield from _table(
            ("argument", "what it does"), ((f"`{one.written}`", one.help) for one in arguments)
        )


def _keys() -> Iterator[str]:
    yield from (
        "# Keys", "",
        "`?` shows them in the app, `ctrl+p` finds a command by its title. A command is named "
        "by its id in the [settings](settings.md), where it can be given other keys.", "",
    )  # fmt: skip
    for group, commands in GROUPS.items():
        yield from (f"## {group}", "")
        yield from _table(
            ("key", "what it does", "where", "id"),
            ((_code(c.shown), c.title, c.scope.value, f"`{c.id}`") for c in commands),
        )


def _settings() -> Iterator[str]:
    yield from (
        "# Settings", "",
        "`dealtui settings` prints each value with where it comes from, and what has no effect; "
        "`dealtui settings edit` opens the file, which is TOML.", "",
    )  # fmt: skip
    defaults = Settings()
    documented = _attributes(Settings.__doc__ or "")
    yield from _table(
        ("setting", "default", "what it says"),
        (
            (f"`{name}`", _code(_toml(getattr(defaults, name))), documented[name])
            for name in Settings.__struct_fields__
        ),
    )
    yield from ("Themes: " + ", ".join(f"`{theme}`" for theme in THEMES) + ".", "")
    yield from ("## Environment", "")
    yield from _table(
        ("variable", "what it says"),
        ((f"`{name}`", f"{words}") for name, words in VARIABLES.items()),
    )


def _checks() -> Iterator[str]:
    yield from (
        "# Checks", "",
        "What `dealtui check` reports, by code. `--select` and `--ignore` take codes; `ignore:` in "
        "the corpus file accepts findings for good, with the reason.", "",
    )  # fmt: skip
    rules = all_rules().values()
    for severity, written in _SEVERITIES.items():
        yield from (f"## Severity {written}", "")
        yield from _table(
            ("code", "what is wrong"),
            ((f"`{rule.code}`", rule.title) for rule in rules if rule.severity == severity),
        )


def _yaml() -> Iterator[str]:
    yield from (
        "# Keys of deals.yaml", "",
        "How to write one is told in [the corpus](../corpus.md); `dealtui schema` prints the JSON "
        "Schema by which editors complete and check it.", "",
    )  # fmt: skip
    for name, shape in SHAPES.items():
        title = "The file" if name == "root" else name
        yield from (f"## {title}", "", shape.doc, "")
        yield from _table(
            ("key", "value", "what it means"),
            (
                (f"`{key.name}`" + (" (required)" if key.required else ""), _kind(key), key.doc)
                for key in shape.keys.values()
            ),
        )
        if name in ("deal", "total", "fact", "tranche"):
            fields = ", ".join(f"`{field}`" for field in field_names(name))
            yield from (f"Evidence can be `for:` {fields}.", "")


def _kind(key: Key) -> str:
    """What kind of value a key has."""
    if key.choices:
        return ", ".join(f"`{choice}`" for choice in key.choices)
    if key.kind in ("shapes", "table"):
        what = "list of" if key.kind == "shapes" else "by id:"
        return f"{what} [{key.shape}](#{key.shape})"
    return _KINDS.get(key.kind, key.kind)


_KINDS = {
    "texts": "list of texts", "party": "id of a party", "parties": "list of ids of parties",
    "article": "id of an article", "deal": "id of a deal", "members": "list of ids of deals",
    "fields": "field or list of fields", "quantity": "figure, or [bounds](#quantity)",
    "flag": "`true`, `false`", "offsets": "list of numbers", "value": "value of the field",
}  # fmt: skip


def _formats() -> Iterator[str]:
    yield from (
        "# Formats", "",
        "What `dealtui export` writes. `-o FILE` chooses the format by the end of the name, "
        "`--format` by its own.", "",
    )  # fmt: skip
    yield from _table(
        ("format", "what it is", "what of", "file names"),
        (
            (
                f"`{name}`",
                form.title,
                ", ".join(f"`{one}`" for one in form.subjects),
                ", ".join(f"`*{end}`" for end in form.suffixes),
            )
            for name, form in FORMATS.items()
        ),
    )
    yield from (
        "Beside them: `dealtui dossier` writes one HTML page or PDF, `dealtui timeline`, "
        "`dealtui flows` and `dealtui party` write text, SVG and PNG, `dealtui check` text, JSON "
        "and SARIF; see [verbs](verbs.md).", "",
    )  # fmt: skip


_PAGES: dict[str, Callable[[], Iterator[str]]] = {
    "verbs.md": _verbs,
    "keys.md": _keys,
    "settings.md": _settings,
    "checks.md": _checks,
    "yaml.md": _yaml,
    "formats.md": _formats,
}


def _table(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield _row(header)
    yield _row(("---",) * len(header))
    for row in rows:
        yield _row(row)
    yield ""


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _code(text: str) -> str:
    """A text as code, also where it has a backquote in it."""
    return f"`` {text} ``" if "`" in text else f"`{text}`" if text else ""


def _toml(value: object) -> str:
    """A default as the settings file would write it; empty for a table or an empty text."""
    if isinstance(value, bool):
        return str(value).lower()
    return "" if isinstance(value, dict) or value == "" else repr(value)


def _attributes(docstring: str) -> dict[str, str]:
    """What a docstring says of each attribute, with the lines of each joined."""
    found: dict[str, str] = {}
    name = ""
    for line in docstring.partition("Attributes:")[2].splitlines():
        head = re.match(r" {8}(\w+): (.*)", line)
        if head:
            name, found[head[1]] = head[1], head[2]
        elif name and line.strip():
            found[name] += f" {line.strip()}"
    return found


def main(folder: Path) -> None:
    """Write the pages into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else FOLDER)
