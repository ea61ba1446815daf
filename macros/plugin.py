"""What may a page call? The only module that knows a site builder exists."""

from __future__ import annotations

import os
import posixpath
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import urlsplit

from .content.layers import read_files
from .content.loader import load
from .content.model import Guide
from .content.problems import ContentError, Location, did_you_mean, problem
from .render.environment import wrong
from .render.foreign import unmarked
from .render.links import relative
from .render.pages import Pages
from .site import basket_file, ideas_file
from .site.settings import refresh
from .site.social import picture_of

# What a page may call, and what the name in its brackets must be.
MACROS: dict[str, str] = {
    "home": "",
    "words": "page",
    "part": "page",
    "scale": "",
    "origins": "",
    "contact": "",
    "offline": "",
    "kept_pages": "",
    "fields": "",
    "stage": "stage",
    "sheet": "stage",
    "paper": "stage",
    "print_room": "",
    "my_scores": "stage",
    "my_scores_easy": "stage",
    "my_chosen_scores": "",
    "my_chosen_scores_easy": "",
    "lake": "",
    "lake_picture": "",
    "voices": "",
    "glossary": "",
    "news": "",
    "references": "",
    "choose": "",
    "two_minutes": "",
    "results": "",
    "example": "",
    "downloads": "",
    "easy": "stage",
    "easy_start": "",
}


def define_env(env: Any) -> None:
    """Register the macros. A guide with problems stops a build at once; a live server shows them in the page."""
    root = Path(env.project_dir)
    serving = "serve" in sys.argv[1:]
    guide: Guide | None = None
    language = str((env.conf.get("extra") or {}).get("language") or "")
    mistake = ""
    try:
        refresh(root, load(root), _docs(env))
        guide = load(root, language, is_marked=bool(language))
    except ContentError as bad:
        if not serving:
            _stop(env, bad)
        mistake = str(bad)
    _tell(mistake)
    if serving and guide and not hasattr(type(env), "post_build_functions"):
        # WORKAROUND(zensical 0.0.73): it has no step after a build.
        _bring(env, guide)

    def macro(name: str) -> Callable[..., str]:
        def call(*given: str) -> str:
            if guide is None:
                return wrong(_heading(root), mistake)
            try:
                _known(guide, name, given, _path(env))
                pages = Pages(guide, _way(env, root), _address(env), _elsewhere(env, language))
                drawn: str = getattr(pages, name)(*given)
                _describe(env, "description", unmarked(pages.about(name, *given)))
                _describe(env, "picture", picture_of(given[0]) if MACROS[name] == "stage" else "")
                return drawn
            except ContentError as bad:
                if serving:
                    return wrong(guide.words["page_broken"], str(bad))
                _stop(env, bad)
            except FileNotFoundError as bad:
                if not serving:
                    raise
                # a stage that came while this was made: its pages are there the next time
                return wrong(guide.words["page_broken"], str(problem(Location(str(bad)), "page-to-come")))

        return call

    for name in MACROS:
        env.macro(macro(name), name)


def on_post_build(env: Any) -> None:
    """What a page asks for later is there while somebody writes, too."""
    if "serve" not in sys.argv[1:]:
        return
    try:
        guide = load(Path(env.project_dir), str((env.conf.get("extra") or {}).get("language") or ""))
    except ContentError:
        return  # each page says it
    _bring(env, guide)


def _bring(env: Any, guide: Guide) -> None:
    if folder := env.conf.get("site_dir"):
        site = Path(env.project_dir, folder)
        basket_file.show(Path(env.project_dir), site, guide)
        ideas_file.write(site, guide)


def _docs(env: Any) -> Path:
    """The folder of the pages, as the builder knows it."""
    return Path(env.project_dir, env.conf.get("docs_dir") or "docs")


def _address(env: Any) -> str:
    """Where the site is published, as people type it; empty for a copy that has no address of its own."""
    url = urlsplit(str(env.conf["site_url"] or ""))
    return "" if (url.hostname or "") in ("", "localhost", "127.0.0.1") else (url.netloc + url.path).rstrip("/")


def _describe(env: Any, what: str, line: str) -> None:
    """Give the page that is being made its description or picture, unless it has one: its first macro knows best."""
    meta = getattr(env.variables["page"], "meta", None)
    if line and meta is not None:
        meta.setdefault(what, line)


def _way(env: Any, root: Path) -> Callable[[str], str]:
    """The same as `href` for one page that is being made, which asks the way to each other page only once."""
    known: dict[str, str] = {}

    def to(goal: str) -> str:
        path, hash_sign, anchor = goal.partition("#")
        if path not in known:
            known[path] = href(env, root, path)
        return known[path] + hash_sign + anchor

    return to


def _elsewhere(env: Any, language: str) -> Callable[[str], str]:
    """The path from the page that is being made to the same page in another language; empty: the guide's own."""
    name = posixpath.splitext(posixpath.relpath(_path(env), "docs"))[0]
    if env.conf.get("use_directory_urls", True):
        # WORKAROUND(zensical 0.0.73): it leads each raw href a folder up, and its page has no `file`.
        is_led = getattr(env.variables["page"], "file", None) is None
        up, page = ("", "") if name == "index" else ("" if is_led else "../", f"{name}/")
    else:
        up, page = "", f"{name}.html"
    top = f"{up}../" if language else up
    return lambda tag: f"{top}{tag}/{page}" if tag else (f"{top}{page}" or "./")


def href(env: Any, root: Path, goal: str) -> str:
    """The path from the page that is being made to `goal` (page of ``docs/`` with its anchor), for raw HTML.

    MkDocs leaves a raw href as it is and Zensical rewrites one that ends in `.md`: each gets what it needs.
    Raises FileNotFoundError for a page that does not exist, because neither builder looks.
    """
    path, _, anchor = goal.partition("#")
    if not (_docs(env) / path).is_file():
        raise FileNotFoundError(f"docs/{path}")
    here = getattr(env.variables["page"], "file", None)
    # WORKAROUND(zensical 0.0.73): it rewrites a raw href that ends in `.md`, and its page has no `file`.
    if here is None:
        out = relative(env.variables["page"].path, path)
    else:
        file = env.variables["files"].get_file_from_path(path)
        if file is None:  # it came while the site was made
            raise FileNotFoundError(f"docs/{path}")
        out = file.url_relative_to(here)
    return f"{out}#{anchor}" if anchor else out


# WORKAROUND(zensical 0.0.73): it comes by for each page, so a mistake would be told as often.
_told = ""  # the mistakes that the terminal shows while somebody writes


def _tell(mistakes: str) -> None:
    """Say in the terminal what stands in the pages, once for each change."""
    global _told
    if mistakes != _told and mistakes:
        print(f"\n{mistakes}\n", file=sys.stderr, flush=True)
    _told = mistakes


def _stop(env: Any, bad: ContentError) -> NoReturn:
    """End a build with the report and nothing else."""
    if type(env).__module__.partition(".")[0] != "zensical":
        raise SystemExit(f"\n{bad}")
    # WORKAROUND(zensical 0.0.73): it would hide the report in a traceback of its own. `python -m macros build` never
    # comes here with a good site at stake: it checks first, and lets the builder write beside the site.
    sys.stdout.flush()
    print(f"\n{bad}", file=sys.stderr, flush=True)
    os._exit(1)


def _path(env: Any) -> str:
    """The page that is being made, from the project's root."""
    page = env.variables["page"]
    here = getattr(page, "file", None)
    return posixpath.join("docs", here.src_uri if here else page.path)


def _known(guide: Guide, name: str, given: tuple[str, ...], page: str) -> None:
    """Refuse a call for a stage or a page that does not exist."""
    kind = MACROS[name]
    known = {"": {}, "stage": guide.stages, "page": guide.pages}[kind]
    if len(given) != bool(kind) or (kind and given[0] not in known):
        text = ", ".join(map(str, given))
        advice = did_you_mean(text, known, otherwise=f"Write {{{{ {name}({'…' if kind else ''}) }}}}.")
        raise ContentError([problem(Location(page), "unknown-macro-name", kind=kind or name, text=text, advice=advice)])


def _heading(root: Path) -> str:
    """The heading of a message while the guide itself cannot be read; empty if its words cannot be either."""
    return str(read_files(root).one("words").get("page_broken", ""))
