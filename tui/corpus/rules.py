"""The codes of what may be wrong with the files of a corpus, each with its words as a heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.model.problems import Severity

READING_RULES: dict[str, str] = {
    "file-missing": "A file is not there",
    "file-unreadable": "A file cannot be read",
    "file-too-large": "A file is too large",
    "not-a-file": "A folder, a pipe or a device stands for a file",
    "bad-path": "The name of a file leads out of its folder, or nowhere",
    "binary": "A file is no text",
    "bad-encoding": "A text is not encoded as it says",
    "guessed-encoding": "The encoding of a text was guessed",
    "article-is-corpus": "An article is the corpus itself",
    "yaml-syntax": "The file is no YAML from here on",
    "merge-conflict": "A merge left its conflict in the file",
    "yaml-encoding": "The file is not UTF-8",
    "control-character": "A control character stands in the file",
    "too-deep": "Collections lie too deep in each other",
    "second-document": "A second document stands in the file",
    "alias-bomb": "Aliases stand for too much",
    "unknown-alias": "An alias stands for nothing",
    "merge-key": "A merge key is not read",
    "tag": "A tag is not read",
    "text-too-long": "A text is too long",
    "empty": "The file is empty",
    "duplicate-key": "A key stands twice",
    "duplicate-id": "An id is that of another record too",
    "key-not-text": "A key is no text",
    "missing-key": "A key is missing",
    "missing-reason": "A statement is deprecated without a reason",
    "unknown-version": "The version of the spelling is not known",
    "unknown-key": "A key is not known",
    "unknown-field": "A field is not known",
    "unknown-word": "A word is none of those that may stand here",
    "unknown-party": "A party is not known",
    "unknown-article": "An article is not known",
    "unknown-deal": "A deal is not known",
    "unknown-member": "A member of a total is not known",
    "unknown-currency": "A currency is not known",
    "missing-currency": "An amount has no currency",
    "not-a-text": "Something else stands for a text",
    "not-a-list": "Something else stands for a list",
    "not-a-mapping": "Something else stands for a mapping",
    "empty-item": "An item of a list is empty",
    "bad-id": "An id is none",
    "bad-date": "A date is none",
    "bad-amount": "An amount is none",
    "bad-offset": "A place in a text is none",
    "include-twice": "A file is included twice, or includes itself",
    "main-file-key": "A key stands in an included file that only the main one may have",
    "bad-folder": "The folder of the articles is none",
    "ignore-without-reason": "Findings are to be ignored without a reason",
}
"""What `load` may find, by code."""

_SEVERITY: dict[str, Severity] = {
    "guessed-encoding": "info",
    "missing-reason": "warning",
    "unknown-currency": "warning",
    "missing-currency": "warning",
    "ignore-without-reason": "warning",
}


def reading_severity(code: str) -> Severity:
    """How bad a finding of reading is where nothing about it says otherwise."""
    return _SEVERITY.get(code, "error")
