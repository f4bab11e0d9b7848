"""The first records of a large corpus file, read without what stands before them.

A large table has tens of thousands of parties before its records, which take most of the time to
the first row. Of them only those are parsed that the first records name: they are looked for by
their ids at the beginnings of lines. What is read in this way is shown until the whole file is, and
only where it is as plain as large files are: where a section or a party is not found in its plain
form, or anything is wrong, there is no first part of this kind.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tui.corpus.entries_apart import ANCHOR, KEY_OF_ROOT, MovedLines, has_plain_lines
from tui.corpus.schema.record_builder import CorpusReader
from tui.corpus.schema.shapes import RECORD_SECTIONS
from tui.corpus.yaml.document_reader import stream_yaml
from tui.model.corpus import Corpus
from tui.model.records import all_evidence, record_parties

if TYPE_CHECKING:
    from collections.abc import Collection

    from tui.model.problems import Problem

_TABLES = ("parties", "articles")
_INDENT = re.compile(r"^( +)(?=[^\s#])", re.MULTILINE)


class FirstPart(NamedTuple):
    """The first records of a file.

    Attributes:
        corpus: They, with the parties and articles that they name.
        articles_dir: The folder of the articles as it is written before them.
    """

    corpus: Corpus
    articles_dir: str


def first_part(text: str, count: int) -> FirstPart | None:
    """The first records of a corpus file, if they stand in it in a plain form.

    Args:
        text: The YAML text.
        count: How many records.

    Returns:
        `None` where the file has fewer records in its first section, or is not plain there.
    """
    if text.startswith("\ufeff") or not has_plain_lines(text):
        return None
    keys = {
        name: found
        for name in (*_TABLES, *RECORD_SECTIONS)
        if (found := _key(text, name)) is not None
    }
    sections = [name for name in keys if name in RECORD_SECTIONS]
    if not sections:
        return None
    section = min(sections, key=lambda name: keys[name].start())
    start = keys[section].end()
    end = _end_of_items(text, start, count)
    if end is None:
        return None
    header = _read(text[: min(key.start() for key in keys.values())])
    items = _read(text[start:end], section, text.count("\n", 0, start))
    if header is None or items is None or len(items.records) != count:
        return None
    records = items.records.values()
    parties = {party for record in records for party in record_parties(record)}
    articles = {item.article for record in records for _, item in all_evidence(record)}
    own, cited = (
        _named(text, keys[name].end() if name in keys else len(text), name, ids)
        for name, ids in zip(_TABLES, (parties, articles), strict=True)
    )
    if own is None or cited is None:
        return None
    corpus = Corpus(own.parties, cited.articles, items.records)
    return FirstPart(corpus, header.articles_dir)


def _key(text: str, name: str) -> re.Match[str] | None:
    """The first line of a text that is a key of the root and nothing else.

    `str.find` goes through 20 MB ten times as fast as a pattern.
    """
    line = re.compile(rf"{name}:[ \t]*\r?\n")
    at = 0
    while not (found := line.match(text, at)):
        at = text.find(f"\n{name}:", at) + 1
        if not at:
            return None
    return found


def _end_of_items(text: str, start: int, count: int) -> int | None:
    """Where some items of a list end; `None` where there are no more than these."""
    indent = re.compile(r"( *)- ").match(text, start)
    if indent is None:
        return None
    mark, at = f"\n{indent[1]}- ", start
    for _ in range(count):
        at = text.find(mark, at) + 1
        if not at:
            return None
    key = KEY_OF_ROOT.search(text, start, at)
    return at if key is None else None


def _named(text: str, start: int, section: str, ids: Collection[str]) -> CorpusReader | None:
    """Read the entries of a table with some ids; `None` where one is not found."""
    found: dict[str, tuple[int, int]] = {}
    indent = _INDENT.match(text, start)
    if ids and indent is not None:
        # Lines that are indented further belong to the entry before; a key of the root ends all.
        entry = re.compile(rf"^(?:{indent[1]}([^\s:#&*'\"][^\s:]*):(?=\s)|[^\s#])", re.MULTILINE)
        name, begin = "", start
        for line in entry.finditer(text, start):
            if name in ids:
                found.setdefault(name, (begin, line.start()))
            name, begin = line[1] or "", line.start()
            if not name or len(found) == len(ids):
                break
        else:
            if name in ids:
                found.setdefault(name, (begin, len(text)))
    if len(found) < len(ids):
        return None
    lines, pieces = MovedLines(), [f"{section}:\n"]
    there, at, here = 1, 0, 2
    for begin, end in sorted(found.values()):
        there, at = there + text.count("\n", at, begin), begin
        lines.grow(here, there)
        pieces.append(text[begin:end])
        here += text.count("\n", begin, end)
    reader = _read("".join(pieces))
    if reader is not None:
        reader.parties.update({key: lines.placed(one) for key, one in reader.parties.items()})
        reader.articles.update({key: lines.placed(one) for key, one in reader.articles.items()})
    return reader


def _read(text: str, section: str = "", lines_before: int = 0) -> CorpusReader | None:
    """Read a piece of a corpus file on its own; `None` where anything stands in the way.

    Args:
        text: Whole entries of the root, or of a section.
        section: The section, if the text lacks its key.
        lines_before: How many lines stand before the text in the file.
    """
    if ANCHOR.search(text):
        return None
    problems: list[Problem] = []
    reader = CorpusReader("", problems)
    source = "\n" * (lines_before - 1) + f"{section}:\n{text}" if section else text
    for entry in stream_yaml(source, "", problems):
        reader.take(*entry)
    # What is wrong with a record alone is told when the whole file is read.
    return reader if all(one.record for one in problems) else None
