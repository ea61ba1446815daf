"""How is the site made without risk? Check, build beside the good site, and only then take its place."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from ..content import loader
from ..content.model import Guide
from . import basket_file, data, downloads, idea_groups, ideas_file, kept_pages, offline, publishing, social
from .bundle import join
from .data_links import mend
from .later import set_aside
from .not_found import PAGE, say_missing
from .page_language import say_language
from .prune import prune, prune_own
from .search_index import drop_scripts_of_theme, index
from .security_policy import HEADERS, tighten
from .settings import OWN, SETTINGS, prepare, prepare_language

ENGINES = {
    "mkdocs": ["build", "--strict"],
    "zensical": ["build", "--strict", "--clean"],
    "properdocs": ["build", "--strict"],
}


def serve(root: Path, engine: str, guide: Guide | None, address: str, language: str = "") -> int:
    """Show the guide at an address, and anew after each edit, until somebody stops it.

    A guide with problems (None) is shown too: each page says what they are.
    """
    chosen = prepare(root, guide) if guide else OWN if (root / OWN).is_file() else SETTINGS
    if guide and language in guide.languages:
        chosen = prepare_language(root, language)
    # WORKAROUND(zensical 0.0.73): it writes the pages that it shows to a folder, which may not be that of `make build`.
    # The address of a published copy may have a path; here the guide is at the top.
    here = {"SITE_URL": f"http://{address}/", "SITE_DIR": ".cache/served", "NO_MKDOCS_2_WARNING": "1"}
    settings = {**os.environ, **here}
    command = [sys.executable, "-m", engine, "serve", "-f", chosen, "-a", address]
    if os.name == "posix":  # whoever stops this stops the builder
        os.chdir(root)
        os.execve(sys.executable, command, settings)  # noqa: S606 - our own Python, and no shell
    try:
        return subprocess.run(command, cwd=root, env=settings, check=False).returncode
    except KeyboardInterrupt:
        return 0


def build(root: Path, engine: str, site: Path, guide: Guide, paper: Path | None = None) -> int:
    """Build with one engine into `site`; exit status 0 when it took the old one's place. `paper`: the folder with the
    files that are ready to print.

    Whatever goes wrong, `site` holds either the old pages or the new, never half of each.
    """
    with tempfile.TemporaryDirectory(prefix=".building-", dir=root) as folder:
        fresh = Path(folder) / "site"
        status = _made(root, engine, prepare(root, guide), fresh, guide, paper)
        for tag in guide.languages:
            other = Path(folder) / tag
            status = status or _made(root, engine, prepare_language(root, tag), other, loader.load(root, tag), paper)
            if not status:
                for name in (PAGE, HEADERS, kept_pages.WORKER):  # a host asks for these at the top alone
                    (other / name).unlink(missing_ok=True)
                shutil.move(other, fresh / tag)
        if status:
            return status
        said = publishing.finish(fresh, guide.address)
        address = publishing.address(guide.address)
        data.write(fresh, root, guide, address)
        offline.pack(fresh, guide, address)
        kept_pages.write(fresh, guide.kept_pages == "all", guide.languages)
        _take_place(fresh, site, Path(folder) / "old")
    if said:
        print(said)
    return 0


def _made(root: Path, engine: str, chosen: str, fresh: Path, guide: Guide, paper: Path | None) -> int:
    """Build with one file of settings into a folder, and make of it what is published: exit status 0, or what went
    wrong."""
    # WORKAROUND(zensical 0.0.73): it has no option for the folder, so mkdocs.yml reads it from here.
    # WORKAROUND(mkdocs-material 9.8.1): its notice about MkDocs 2 would bury the messages that matter.
    settings = {**os.environ, "SITE_DIR": str(fresh.relative_to(root)), "NO_MKDOCS_2_WARNING": "1"}
    # WORKAROUND(properdocs 1.6.7): it looks for properdocs.yml first, so each is told which file to read.
    command = [sys.executable, "-m", engine, *ENGINES[engine], "-f", chosen]
    done = subprocess.run(command, cwd=root, env=settings, check=False)
    if done.returncode:
        return done.returncode
    if not (fresh / "index.html").is_file():
        return 1
    say_missing(fresh, guide.words)
    say_language(fresh, guide.language)
    downloads.fill(fresh, paper, guide, is_below=bool(guide.fallback))
    mend(fresh)
    basket_file.write(fresh, guide)
    join(fresh)
    index(fresh, guide)
    ideas_file.write(fresh, guide)
    idea_groups.write(fresh)
    for step in (drop_scripts_of_theme, prune, prune_own, set_aside):
        step(fresh)
    social.write(fresh, guide, publishing.address(guide.address))
    try:
        tighten(fresh)
    except ValueError as wrong:
        print(wrong, file=sys.stderr)
        return 1
    return 0


def _take_place(fresh: Path, site: Path, old: Path) -> None:
    """Two renames: the old site steps aside, the fresh one steps in, and back if that fails."""
    site.parent.mkdir(parents=True, exist_ok=True)
    if site.exists():
        shutil.move(str(site), str(old))
    try:
        shutil.move(str(fresh), str(site))
    except OSError:
        if old.exists():
            shutil.move(str(old), str(site))
        raise
