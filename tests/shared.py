"""What do the tests share? The project's folder, a smallest guide, and each site built once a run."""

from __future__ import annotations

import functools
import http.server
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from filelock import FileLock

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "tests" / "fixtures"
GUIDE = ("marks", "docs")
CODE = ("macros", "overrides", "mkdocs.yml")
ENGINES = ("mkdocs", "zensical")
# One test compares what each builder makes. The rest is tried with two: ProperDocs is MkDocs with another name so far.
BUILDERS = (*ENGINES, "properdocs")
# What costs much and is much the same: the first of them each time, all of them once a week.


# Which tests run each time (False) and once a week (True), of the files that are looked at.
RUNS = pytest.StashKey[dict[bool, set[str]]]()


def seldom(*values: object) -> Any:
    """What a test is made with once a week: what it is made with each time is much the same."""
    return pytest.param(*values, marks=pytest.mark.weekly)


ONE_ENGINE = [ENGINES[0], *map(seldom, ENGINES[1:])]
ONE_PAPER = ["A4", seldom("Letter")]


def copy_project(folder: Path, parts: Sequence[str] = (*GUIDE, *CODE)) -> Path:
    """The parts of the project that a build reads, copied into `folder`, with what Python keeps of them."""
    for part in parts:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, folder / part)
        else:
            shutil.copy(ROOT / part, folder / part)
    return folder


def small_guide(folder: Path) -> Path:
    """The smallest guide without a problem, in `folder`. Its words are those of the real one."""
    return _content("small", folder)


def made_up_guide(folder: Path) -> Path:
    """A guide whose texts say what they are, in `folder`: what code is tried on, whatever a copy's own guide says."""
    return _content("guide", folder)


def _content(name: str, folder: Path) -> Path:
    shutil.copytree(FIXTURES / name / "marks", folder / "marks")
    shutil.copy(ROOT / "marks" / "words.yml", folder / "marks" / "words.yml")
    return folder


def made_up(project: Path) -> None:
    """Give a project the made-up guide, with its pages and its menu, whatever it had before."""
    from macros.content import loader, thin_pages  # scripts that are run by hand find the project by this module

    for part in GUIDE:
        shutil.rmtree(project / part, ignore_errors=True)
    guide = loader.load(made_up_guide(project))
    (project / "docs").mkdir()
    thin_pages.write(project, guide.stages, guide.words)


def page_of_made_up(name: str) -> str | None:
    """The page of the made-up guide that is of the same kind as a page of this copy, or None: it has none.

    What is no page (a state of one, the one for a missing page) has the same name in both.
    """
    if not name.endswith("/index.html"):
        return name
    own, made, pages = _first_stages()
    other = f"{made}{name.removeprefix(own)}" if name.startswith((f"{own}/", f"{own}-")) else name
    return other if other in pages else None


@functools.cache
def _first_stages() -> tuple[str, str, frozenset[str]]:
    """The first stage of this copy's guide and of the made-up one, and the pages of the latter."""
    from macros.content import loader, site_map

    with tempfile.TemporaryDirectory() as folder:
        made = loader.load(made_up_guide(Path(folder)))
    stages = [next(iter(guide.stages)) for guide in (loader.load(ROOT), made)]
    return stages[0], stages[1], frozenset(f"{name}/index.html" for name in site_map.pages(made.stages))


def made_up_project(folder: Path) -> Path:
    """The project in `folder`, with the made-up guide in the place of its own."""
    made_up(copy_project(folder, CODE))
    return folder


def run(*arguments: str, cwd: Path = ROOT, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run Python with these arguments, as a person would, and keep what it says."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        env={**os.environ, **settings},
        text=True,
        encoding="utf-8",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )


def built(
    engine: str,
    base: Path,
    name: str = "own",
    change: Callable[[Path], None] | None = None,
    **settings: str,
) -> tuple[Path, str]:
    """The site of one engine and what its build said, made once for all workers below `base`.

    `change` gives its guide to a copy of the code before it is built, and `name` tells such copies apart; without it
    the guide is that of this copy. `settings`: what the environment of the build says beside.
    """
    project = base / f"{name}-{engine}"
    said = project.with_suffix(".txt")
    with FileLock(str(project.with_suffix(".lock"))):
        if not said.exists():
            project.mkdir()
            copy_project(project, CODE if change else (*GUIDE, *CODE))
            if change:
                change(project)
            done = run("-m", "macros", "build", "--engine", engine, cwd=project, **settings)
            said.write_text(f"{done.stdout}\nexit status {done.returncode}\n", encoding="utf-8")
    return project / "site", said.read_text(encoding="utf-8")


def unpacked(site: Path) -> Path:
    """The copy for a stick that a built site offers, unpacked beside it once for all workers."""
    (packed,) = site.glob("*.zip")
    there = site.parent / "copy"
    with FileLock(str(site.parent / "copy.lock")):
        if not there.exists():
            with zipfile.ZipFile(packed) as whole:
                whole.extractall(there)
    (folder,) = there.iterdir()
    return folder


def built_made_up(engine: str, base: Path) -> tuple[Path, str]:
    """The same of the made-up guide, with the files that are ready to print."""
    if engine == ENGINES[0] and (there := os.environ.get("SITE_OF_MADE_UP")):  # see unmended.py
        return Path(there), "exit status 0"
    return built(engine, base, "made-up", made_up, PAPER="yes")


@contextmanager
def remembered(path: Path) -> Iterator[list[str]]:
    """Names in a file that all workers of a run share: what is added to the list stands there when the block ends."""

    def there() -> list[str]:
        return list(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else []

    known = there()
    before = set(known)
    yield known
    with FileLock(str(path.with_suffix(".lock"))):
        now = there()
        new = [name for name in known if name not in before and name not in now]
        path.write_text(json.dumps([*now, *new]), encoding="utf-8")


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A server of files that says nothing."""

    top = "/"  # the folder of the host that the site is in

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def parse_request(self) -> bool:
        """Look for what is asked from the top of the site; what lies beside it is not there."""
        is_well = super().parse_request()
        if is_well and self.top != "/":
            is_below = self.path.startswith(self.top)
            self.path = self.path.removeprefix(self.top.rstrip("/")) if is_below else "/is-not-there"
        return is_well


def top_of(site: Path) -> str:
    """The folder of its host that a built site says it is in: "/ours/" at https://example.org/ours/."""
    found = re.search(r"""rel=["']?canonical["']? href=["']?([^"' >]+)""", (site / "index.html").read_text("utf-8"))
    return urlsplit(found[1]).path if found else "/"


@contextmanager
def served(site: Path, kind: type[Quiet] = Quiet) -> Iterator[str]:
    """The site at an address of this machine, in the folder where it will be, for as long as the block runs."""
    top = top_of(site) if (site / "index.html").is_file() else "/"
    handler = functools.partial(type(kind.__name__, (kind,), {"top": top}), directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{top}"
        server.shutdown()


def first_sheet(site: Path) -> str:
    """The folder of a sheet of a built site, whatever its stages are called."""
    return min(path.name for path in site.glob("*-sheet"))


def pages(site: Path) -> list[str]:
    """The paths of all pages of a built site, from its top."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
