"""A corpus as a commit had it, beside the files of today."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.corpus.articles import ArticleError, read_bytes
from tui.corpus.load import Loaded, load
from tui.model.corpus import Corpus
from tui.model.locales import EN, Locale
from tui.model.messages import msg
from tui.platform.git import GitError, Repository
from tui.session.file_session import FileSession

if TYPE_CHECKING:
    from tui.platform.git import Tree
    from tui.proof.results.article_memo import ArticleMemo


class Revision(NamedTuple):
    """A corpus at a commit.

    Attributes:
        session: The corpus; empty where the commit does not have it.
        exists: Whether the commit has its file.
        unversioned: Files that git knows nothing of: they are read as they are today.
    """

    session: FileSession
    exists: bool
    unversioned: tuple[Path, ...] = ()


def revision_of(
    path: Path, revision: str, locale: Locale = EN, memo: ArticleMemo | None = None
) -> Revision:
    """Open a corpus as a revision had it; nothing is written and nothing is kept.

    A corpus that was renamed since is found under its former name. An article that is not under
    version control, as where press texts may not be shared, has no history: it is read as it is.

    Args:
        path: The corpus file as it is called today.
        revision: What `git rev-parse` takes for a commit.
        locale: How the user reads figures and dates.
        memo: What others have made of article texts already.

    Raises:
        GitError: If there is no repository or no such revision.
    """
    repository = Repository(path)
    commit = repository.commit(revision)
    file = path.resolve()
    with repository.tree(commit) as tree:
        files = _Files(repository, tree)
        if not _has(tree, file):
            file = repository.former_path(commit, file)
            if not _has(tree, file):
                nothing = Loaded(Corpus(), (), path, path.parent)
                return Revision(FileSession(nothing, locale=locale, memo=memo), exists=False)
        loaded = load(file, read=files.read)
    session = FileSession(loaded, locale=locale, memo=memo)
    return Revision(session, exists=True, unversioned=tuple(files.unversioned))


def _has(tree: Tree, file: Path) -> bool:
    try:
        tree.read(file)
    except FileNotFoundError:
        return False
    return True


class _Files:
    """Reads the files of a commit, and those of today that git has no history of."""

    def __init__(self, repository: Repository, tree: Tree) -> None:
        self._repository, self._tree = repository, tree
        self.unversioned: list[Path] = []

    def read(self, path: Path, limit: int) -> bytes:
        """The bytes of a file.

        Raises:
            ArticleError: As `read_bytes` does.
            GitError: If git fails.
        """
        # Links are followed in the tree; `..` cannot be.
        path = Path(os.path.normpath(path))
        try:
            content = self._tree.read(path)
        except FileNotFoundError:
            if self._repository.tracks(path):
                raise ArticleError(
                    "file-missing", msg("there was no file {path}", path=path)
                ) from None
        except GitError:
            if path.is_relative_to(self._repository.root):
                raise
        else:
            if len(content) > limit:
                raise ArticleError(
                    "file-too-large",
                    msg("{path} is larger than {size} MB", path=path, size=limit >> 20),
                )
            return content
        content = read_bytes(path, limit)
        self.unversioned.append(path)
        return content
