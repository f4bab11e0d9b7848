"""A corpus under git, in a folder of a test: real commits, by a real git."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

CORPUS = """version: 1
articles_dir: ../press
parties: {nordwind: {name: Nordwind}, mill: {name: The Mill}}
articles:
  a: {file: a.txt, title: Nordwind buys, publisher: Die Post, published: 2024-03-12, language: en}
deals:
  - id: nordwind-mill
    title: Nordwind invests in the Mill
    payer: nordwind
    payee: mill
    instrument: equity
    status: announced
    amount: 3 bn USD
    evidence:
      - {for: amount, article: a, quote: invested 3 billion dollars}
  - id: nordwind-loan
    title: Nordwind borrows
    payee: nordwind
    amount: 200 M USD
    evidence:
      - {for: amount, article: a, quote: borrowed 200 million dollars}
"""
ARTICLE = """Nordwind invested 3 billion dollars in The Mill.

Last year it borrowed 200 million dollars.
"""


class VersionedCorpus:
    """A corpus in a subfolder of a repository, its articles in another.

    Attributes:
        root: The top folder of the repository.
        file: The corpus file.
        article: The file of its article.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.file = root / "news" / "data" / "deals.yaml"
        self.article = root / "news" / "press" / "a.txt"
        for path, text in ((self.file, CORPUS), (self.article, ARTICLE)):
            path.parent.mkdir(parents=True)
            path.write_text(text, "utf-8")
        self.git("init", "-q", "-b", "main")
        self.commit("The first deals")

    def git(self, *arguments: str, day: str = "2024-04-01") -> str:
        """Run git in the repository."""
        moment = f"{day}T12:00:00+00:00"
        environment = {
            **os.environ,
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_SYSTEM": os.devnull,
            "GIT_AUTHOR_DATE": moment,
            "GIT_COMMITTER_DATE": moment,
        }
        who = ("-c", "user.name=Ada Reader", "-c", "user.email=ada@example.org")
        done = subprocess.run(
            ["git", *who, *arguments], cwd=self.root, env=environment, capture_output=True,
            text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout

    def commit(self, message: str, *, day: str = "2024-04-01") -> str:
        """Commit all that there is: the name of the commit."""
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message, day=day)
        return self.git("rev-parse", "HEAD").strip()

    def replace(self, old: str, new: str, file: Path | None = None) -> None:
        """Change a text of the corpus file, or of another."""
        path = file or self.file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")
