"""Builds records from nodes: checks a corpus against the description of its keys.

A wrong field is noted and left out while the rest of its record stays. A record without a usable id
is left out, because nothing could refer to it; one without a title shows its id.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from tui.corpus.schema.references import Reference, References
from tui.corpus.schema.scalars import Scalars
from tui.corpus.schema.shapes import RECORD_SECTIONS, SHAPES, Key, field_names, main_field
from tui.corpus.yaml.nodes import ListNode, MapNode, Node, ScalarNode, pack
from tui.corpus.yaml.places import short
from tui.model.messages import msg
from tui.model.problems import IgnoredRule
from tui.model.records import (
    Article,
    Deal,
    Dismissal,
    Evidence,
    Fact,
    Party,
    Record,
    Total,
    Tranche,
    Use,
)
from tui.model.source_files import SourceFile, place_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.model.corpus import Corpus
    from tui.model.problems import Problem

_TYPES: dict[str, type[Any]] = {
    "party": Party,
    "article": Article,
    "dismissal": Dismissal,
    "evidence": Evidence,
    "tranche": Tranche,
    "deal": Deal,
    "total": Total,
    "fact": Fact,
    "ignored": IgnoredRule,
    "use": Use,
}
_FIELDS = {owner: field_names(owner) for owner in ("deal", "total", "fact", "tranche")}
_REQUIRED = {
    name: tuple(key for key in shape.keys.values() if key.required)
    for name, shape in SHAPES.items()
}
_KNOWN_VERSION = "1"
_NO_FOLDER = "."
_OF_MAIN_FILE = frozenset(("articles_dir", "corpus"))
_Named = TypeVar("_Named", Party, Article)


class CorpusReader:
    """Takes the entries of a corpus file one by one, and builds what is valid.

    Attributes:
        parties: The parties by id.
        articles: The articles by id.
        records: Deals, totals and facts by id, in the order of the file.
        articles_dir: The folder as written in the file.
        ignored: The findings to leave out, in the order of the file.
        corpus_id: What tells this corpus from others, as the file says; empty when it does not.
        includes: The files to include of the file that is read, with their places; whoever reads
            them takes them away.
        files: The files that are read, where they are several.
        problems: Everything found wrong so far.
    """

    def __init__(self, file: str, problems: list[Problem]) -> None:
        self.problems = problems
        self.parties: dict[str, Party] = {}
        self.articles: dict[str, Article] = {}
        self.records: dict[str, Record] = {}
        self.articles_dir = _NO_FOLDER
        self.ignored: list[IgnoredRule] = []
        self.corpus_id = ""
        self.includes: list[tuple[str, int]] = []
        self.files: list[SourceFile] = []
        self._scalars = Scalars(file, problems)
        self._version_seen = False
        self._references = References(self._scalars)
        self._owner = ""
        self._readers: dict[str, Callable[[Node, Key], Any]] = {
            "text": self._scalars.text,
            "id": self._text_id,
            "texts": lambda node, key: tuple(text for text, _ in self._scalars.texts(node, key)),
            "party": self._referred,
            "article": self._referred,
            "deal": self._referred,
            "parties": self._all_referred,
            "members": self._all_referred,
            "fields": self._about,
            "enum": self._scalars.choice,
            "date": self._scalars.date,
            "quantity": self._scalars.quantity,
            "offsets": self._scalars.offsets,
            "shapes": self._shapes,
        }
        # `says` is not in a plan: it is read last, with the type of the field that it speaks about.
        self._plans = {
            name: {
                key.name: (key, key.target, self._readers[key.kind])
                for key in shape.keys.values()
                if key.kind in self._readers
            }
            for name, shape in SHAPES.items()
        }

    def enter(self, name: str, lines_before: int) -> None:
        """Go on with an included file; what the one before includes is forgotten."""
        self.files = [*(self.files or [SourceFile("", 0)]), SourceFile(name, lines_before)]
        self.includes = []

    def take(self, section: str, key_place: int, index: int, node: Node) -> None:
        """Read one entry of the root, as `stream_yaml` yields it."""
        if self.files and section in _OF_MAIN_FILE:
            self._scalars.note(
                "main-file-key",
                key_place,
                msg("{section} is said by the main file alone", section=section),
                msg("Take it away here."),
                field=section,
            )
            return
        kind = RECORD_SECTIONS.get(section)
        if kind and index >= 0:
            self._record(node, kind)
        elif kind:
            self._no_items(node, section)
        elif section == "ignore" and index >= 0:
            found = self._struct(node, "ignored", {}, node.place)
            if found is not None:
                self.ignored.append(found)
        elif section == "ignore":
            self._no_items(node, section)
        elif index >= 0 and section == "include":
            found = self._scalars.text(node, SHAPES["root"].keys["include"])
            if found:
                self.includes.append((found, node.place))
        elif index >= 0 and section in SHAPES["root"].keys:
            if index == 0:
                self._scalars.note(
                    "not-a-mapping",
                    node.place,
                    msg("{section} must be a mapping, not a list", section=section),
                    field=section,
                )
        elif section == "parties":
            self._table(node, section, "party", self.parties)
        elif section == "articles":
            self._table(node, section, "article", self.articles)
        elif section == "version":
            self._version(node)
        elif section == "articles_dir":
            self._folder(node)
        elif section == "corpus":
            self.corpus_id = self._scalars.text(node, SHAPES["root"].keys["corpus"]) or ""
        elif section == "include":
            self._no_items(node, section)
        elif index <= 0:
            self._scalars.unknown_key(section, key_place, "root")

    def finish(self) -> None:
        """Check what can only be checked when everything is read."""
        if not self._version_seen and (self.records or not self.problems):
            self._scalars.note(
                "missing-key", 0, msg("the file does not say its version"),
                msg("Start with the line `version: 1`."), field="version", severity="warning",
            )  # fmt: skip
        self._check_references(self.parties, self.articles, self.records)

    def check_references(self, corpus: Corpus) -> None:
        """Check what can only be checked when everything is read, of some entries of a corpus."""
        self._check_references(corpus.parties, corpus.articles, corpus.records)

    def _check_references(
        self,
        parties: dict[str, Party],
        articles: dict[str, Article],
        records: dict[str, Record],
    ) -> None:
        self._references.check(parties, articles, records)
        # They refer back to this reader, which holds all records: it goes when it is let go of,
        # though the collector of cycles rests.
        self._readers.clear()
        self._plans.clear()

    def _version(self, node: Node) -> None:
        self._version_seen = True
        text = self._scalars.text(node, SHAPES["root"].keys["version"])
        if text is not None and text != _KNOWN_VERSION:
            self._scalars.note(
                "unknown-version",
                node.place,
                msg("version {word!r} is not known", word=short(text)),
                msg("This program reads version 1."),
                field="version",
            )

    def _folder(self, node: Node) -> None:
        text = self._scalars.text(node, SHAPES["root"].keys["articles_dir"])
        if text is None:
            return
        parts = [part for part in text.split("/") if part not in ("", ".")]
        rest = parts[next((at for at, part in enumerate(parts) if part != ".."), len(parts)) :]
        if text.startswith(("/", "~")) or "\0" in text or ".." in rest:
            self._scalars.note(
                "bad-folder",
                node.place,
                msg("{word!r} is no folder for articles", word=short(text)),
                msg("Write a path relative to this file; `../` only at its start."),
                field="articles_dir",
            )
            return
        self.articles_dir = text

    def _table(self, node: Node, section: str, shape: str, into: dict[str, _Named]) -> None:
        """The entries of `parties` or `articles`."""
        if isinstance(node, ScalarNode) and node.value is None:
            return
        if not isinstance(node, MapNode):
            self._scalars.note(
                "not-a-mapping",
                node.place,
                msg("{section} must be a mapping of ids", section=section),
                field=section,
            )
            return
        key = Key(section, "id", "")
        for (name, value), place in zip(node.entries.items(), node.key_places, strict=True):
            if shape == "article":
                self._scalars.article = name
            self._scalars.identifier(name, place, key)
            if name in into:
                # In one file that is a duplicate key, which the reader of YAML tells.
                there = place_in(self.files, into[name].line).words()
                self._scalars.note(
                    "duplicate-id",
                    place,
                    msg(
                        "{word!r} stands in {section} on {there} too",
                        word=short(name),
                        section=section,
                        there=there,
                    ),
                    msg("Give it another id; it is left out until then."),
                    field="id",
                )
                continue
            found = self._struct(value, shape, {"id": name}, place)
            if found is not None:
                into[name] = found
        self._scalars.article = ""

    def _record(self, node: Node, kind: str) -> None:
        self._owner = kind
        if not isinstance(node, MapNode):
            self._scalars.note(
                "not-a-mapping",
                node.place,
                msg("a {kind} must be a mapping of keys", kind=msg(kind)),
            )
            return
        id_node = node.entries.get("id")
        name = id_node.value if isinstance(id_node, ScalarNode) else None
        self._scalars.record = name or ""
        if name and name in self.records:
            assert id_node is not None
            self._scalars.note(
                "duplicate-id",
                id_node.place,
                msg(
                    "{word!r} is the id of another record, on {place}",
                    word=short(name),
                    place=place_in(self.files, self.records[name].line).words(),
                ),
                msg("Give it another id; it is left out until then."),
                field="id",
            )
        else:
            found = self._struct(node, kind, {}, node.place)
            if found is not None:
                self.records[found.id] = found
        self._scalars.record = ""

    def _struct(self, node: Node, shape: str, given: dict[str, Any], place: int) -> Any:
        """A typed value from a mapping; `None` after noting what is wrong with it."""
        if not isinstance(node, MapNode):
            self._scalars.note(
                "not-a-mapping",
                node.place,
                msg("{what} must be a mapping of keys", what=msg(shape)),
                field=shape,
            )
            return None
        plan = self._plans[shape]
        values = given
        for (name, value), at in zip(node.entries.items(), node.key_places, strict=True):
            # One lookup per key of the file: the plan pairs each key with the function that reads
            # it.
            known = plan.get(name)
            if known is not None:
                key, target, read = known
                found = read(value, key)
                if found is not None:
                    values[target] = found
            elif name not in SHAPES[shape].keys:
                self._scalars.unknown_key(name, at, shape)
        if not self._complete(node, shape, values):
            return None
        if shape == "evidence" and not self._evidence(node, values):
            return None
        return _TYPES[shape](line=(place >> 32) + 1, column=(place & 0xFFFFFFFF) + 1, **values)

    def _complete(self, node: MapNode, shape: str, values: dict[str, Any]) -> bool:
        """Whether every indispensable key is there; notes those that are missing."""
        usable = True
        for key in _REQUIRED[shape]:
            if key.target in values:
                continue
            given = node.entries.get(key.name)
            if shape == "ignored" and key.name == "because":
                self._scalars.note(
                    "ignore-without-reason", (given or node).place,
                    msg("findings are to be ignored without a reason, and are not"),
                    msg("Say why under `because`."), field="because", severity="warning",
                )  # fmt: skip
                continue
            if given is None or (isinstance(given, ScalarNode) and not given.value):
                self._scalars.note(
                    "missing-key",
                    (given or node).place,
                    msg("this {kind} has no {key}", kind=msg(shape), key=key.name),
                    key.doc,
                    field=key.name,
                )
            if key.name in ("title", "name"):
                values[key.target] = values.get("id", "")
                usable &= "id" in values
            elif key.name == "kind":
                values["kind"] = "other"
            elif key.name == "because":
                values["because"] = ""
            else:
                usable = False
        return usable

    def _evidence(self, node: MapNode, values: dict[str, Any]) -> bool:
        """Read what depends on other keys of an evidence; whether it speaks about any field."""
        if not values.get("fields"):
            about = node.entries.get("for")
            if about is not None and not (isinstance(about, ScalarNode) and not about.value):
                return False
            values["fields"] = (main_field(self._owner),)
        says = node.entries.get("says")
        if says is not None:
            first = SHAPES[self._owner].keys[values["fields"][0]]
            kind = first.kind if first.kind in ("quantity", "date", "enum", "party") else "text"
            key = Key("says", kind, "", choices=first.choices)
            read = self._readers[kind](says, key)
            if read is not None:
                values["says"] = read
        if values.get("rank") == "deprecated" and not values.get("because"):
            self._scalars.note(
                "missing-reason", node.place, msg("deprecated without a reason"),
                msg("Say why under `because`."), field="because", severity="warning",
            )  # fmt: skip
        return True

    def _about(self, node: Node, key: Key) -> tuple[str, ...]:
        """The fields that a quote speaks about."""
        if isinstance(node, ScalarNode):
            named = [(node.value, node.place)] if node.value else []
        else:
            named = [(text, place) for text, place in self._scalars.texts(node, key)]
        fields = _FIELDS[self._owner]
        found = []
        for text, place in named:
            if text in fields:
                found.append(text)
            else:
                self._scalars.note(
                    "unknown-field",
                    place,
                    msg("a {kind} has no field {word!r}", kind=msg(self._owner), word=short(text)),
                    self._scalars.suggestions.hint(text, fields),
                    field="for",
                )
        return tuple(dict.fromkeys(found))

    def _text_id(self, node: Node, key: Key) -> str | None:
        text = self._scalars.text(node, key)
        return None if text is None else self._scalars.identifier(text, node.place, key)

    def _referred(self, node: Node, key: Key) -> str | None:
        text = self._scalars.text(node, key)
        if text is not None:
            kind: Reference = "article" if key.kind == "article" else "deal"
            self._refer("party" if key.kind == "party" else kind, text, node.place, key)
        return text

    def _all_referred(self, node: Node, key: Key) -> tuple[str, ...]:
        kind: Reference = "party" if key.kind == "parties" else "member"
        found = self._scalars.texts(node, key)
        for text, place in found:
            self._refer(kind, text, place, key)
        return tuple(dict.fromkeys(text for text, _ in found))

    def _refer(self, kind: Reference, name: str, place: int, key: Key) -> None:
        known: dict[str, Any] = self.parties if kind == "party" else self.articles
        if kind in ("member", "deal"):
            known = self.records if kind == "member" else {}
        if name not in known:
            self._references.add(kind, name, place, key.name)

    def _shapes(self, node: Node, key: Key) -> tuple[Any, ...]:
        """The items of a list of mappings; invalid ones are left out."""
        if isinstance(node, ScalarNode) and node.value is None:
            return ()
        if not isinstance(node, ListNode):
            self._not_a_list(node, key.name)
            return ()
        owner = self._owner
        if key.shape == "tranche":
            self._owner = "tranche"
        found = []
        seen: set[str] = set()
        for item in node.items:
            struct = self._struct(item, key.shape, {}, item.place)
            if isinstance(struct, Tranche):
                if struct.id in seen:
                    self._scalars.note(
                        "duplicate-id",
                        pack(struct.line - 1, struct.column - 1),
                        msg(
                            "{word!r} is the id of another tranche of this deal",
                            word=short(struct.id),
                        ),
                        msg("Give it another id; it is left out until then."),
                        field="id",
                    )
                    continue
                seen.add(struct.id)
            if struct is not None:
                found.append(struct)
        self._owner = owner
        return tuple(found)

    def _no_items(self, node: Node, section: str) -> None:
        """Note what stands in place of a list, unless that is nothing."""
        nothing = isinstance(node, ScalarNode) and node.value is None
        if not nothing and not (isinstance(node, ListNode) and not node.items):
            self._not_a_list(node, section)

    def _not_a_list(self, node: Node, name: str) -> None:
        self._scalars.note(
            "not-a-list", node.place, msg("{name} must be a list", name=name),
            msg("Start every item with `- `."), field=name,
        )  # fmt: skip
