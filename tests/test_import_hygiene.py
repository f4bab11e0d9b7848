"""What must stay off the start, seen in a fresh interpreter."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import grimp

ROOT = Path(__file__).parent.parent
SCREEN = {"textual", "rich"}


def loaded_by(code: str) -> set[str]:
    """Top-level packages in `sys.modules` after running some code."""
    script = f"{code}\nimport json, sys\nprint(json.dumps(sorted(sys.modules)), file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(json.loads(done.stderr.splitlines()[-1]))


def modules_below_the_widgets() -> list[str]:
    packages = (
        "language", "model", "platform", "corpus", "proof", "search", "timeline", "flows",
        "export", "intake", "store", "session",
    )  # fmt: skip
    return [
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for package in packages
        for path in sorted((ROOT / "tui" / package).rglob("*.py"))
    ]


def test_nothing_below_the_widgets_loads_the_screen() -> None:
    imports = "\n".join(f"import {name}" for name in modules_below_the_widgets())
    assert not loaded_by(imports) & SCREEN


VERBS = [
    ["--version"],
    ["--help"],
    ["schema"],
    ["check"],
    ["check", "--coverage", "--format", "json"],
    ["export", "evidence"],
    ["export", "deals", "--format", "csv"],
    ["search", "amazn"],
    ["mentions", "seeds/001_9c91435d855bbea8.txt"],
    ["timeline"],
    ["flows"],
    ["party", "Anthropic"],
    ["diff"],
]


def test_no_verb_loads_the_screen() -> None:
    # One after the other: the first that loads it would stop there.
    code = (
        "import sys\n"
        "from tui.cli import main\n"
        f"for arguments in {VERBS!r}:\n"
        "    try:\n"
        "        main(arguments)\n"
        "    except SystemExit:\n"
        "        pass\n"
        f"    assert not sys.modules.keys() & {SCREEN!r}, arguments"
    )
    assert not loaded_by(code) & SCREEN


def test_the_first_paint_waits_for_none_of_the_heavy_packages() -> None:
    heavy = {"yaml", "tinydb", "rapidfuzz", "pyroaring", "regex", "watchfiles"}
    assert not loaded_by("import tui.app") & heavy


def test_a_small_corpus_is_listed_before_its_index_is_opened(tmp_path: Path) -> None:
    code = (
        "from pathlib import Path\n"
        "from tui.session.file_session import FileSession\n"
        f"path, cache = Path('data/deals.yaml'), Path({str(tmp_path)!r})\n"
        "session = FileSession.open(path, cache=cache)\n"
    )
    assert "pyroaring" in loaded_by(code + "session.answer('amazn')")
    assert "pyroaring" not in loaded_by(code + "assert session.search('').total")


def test_the_line_of_an_articles_origin_loads_nothing_that_reads_documents() -> None:
    code = (
        "from pathlib import Path\n"
        "from tui.corpus.load import load\n"
        "from tui.session.file_session import FileSession\n"
        "session = FileSession(load(Path('data/deals.yaml')))\n"
        "import sys\n"
        "before = set(sys.modules)\n"
        "for article in session.articles:\n"
        "    session.origins.page(article, 0)\n"
        "    session.origins.address(article, 'a quote')\n"
        "for name in before:\n"
        "    sys.modules.pop(name) if name.startswith('tui') else None"
    )
    assert not {name for name in loaded_by(code) if name.startswith("tui.")}


def test_no_two_modules_need_each_other() -> None:
    """Imports for typing and inside functions count: whoever reads one has to read the other."""
    graph = grimp.build_graph("tui", exclude_type_checking_imports=False, cache_dir=None)
    left = {
        module: graph.find_modules_directly_imported_by(module) for module in sorted(graph.modules)
    }
    while leaves := [module for module, imported in left.items() if not imported & left.keys()]:
        for module in leaves:
            del left[module]
    # Whatever is left imports itself over some steps, or what does.
    assert sorted(left) == []
