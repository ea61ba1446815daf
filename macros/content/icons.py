"""Which pictures are there? Our own drawings first, then the icons of the guide, then those of an installed theme.

The icons that the guide draws live in it, so that it can be built where no theme has them. A theme brings thousands
more: whoever writes a new name has it at once, and `python -m macros icons` brings it into the guide. No builder is
loaded.
"""

from __future__ import annotations

import functools
import importlib.util
import os
import re
from collections.abc import Iterable
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent.parent
# What was drawn for this guide. These three are for the browser and for sharing, not for a page.
OWN = _ROOT / "overrides" / "assets" / "pictures"
NOT_FOR_PAGES = frozenset({"favicon", "logo", "social"})
# Where the guide has icons, from the top of a project. Both themes look there before they look in their own set.
KEPT = Path("overrides/.icons/material")
# The packages that have the whole set, each somewhere below itself.
_THEMES = ("material", "zensical", "zensical_ui")
_ASKED = re.compile(r"\b(?:icon|symbol|same)\(\"([a-z0-9-]+)\"\)")
_SET = re.compile(r"^\s*icon: material/([a-z0-9-]+)$", re.MULTILINE)


@functools.cache
def theme() -> Path | None:
    """The folder of a theme's icons, or None when no theme that has them is installed."""
    for package in _THEMES:
        spec = importlib.util.find_spec(package)
        for place in map(Path, (spec.submodule_search_locations or ()) if spec else ()):
            for inside in (place, *sorted(one for one in place.iterdir() if one.is_dir())):
                if (inside / ".icons" / "material").is_dir():
                    return inside / ".icons" / "material"
    return None


def own() -> frozenset[str]:
    """The bare names of the drawings made for this guide."""
    return _drawings(OWN) - NOT_FOR_PAGES


def kept(root: Path = _ROOT) -> frozenset[str]:
    """The bare names of the icons that a project has."""
    return _drawings(root / KEPT)


def names() -> frozenset[str]:
    """The bare names of all pictures."""
    return own() | kept() | _of_theme()


@functools.cache
def _of_theme() -> frozenset[str]:
    return _drawings(theme())


def asked() -> frozenset[str]:
    """The names that the templates and the settings ask for, whatever the content says."""
    paths = sorted((_ROOT / "macros" / "render" / "templates").rglob("*.html"))
    templates = "".join(path.read_text(encoding="utf-8") for path in paths)
    settings = (_ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    return frozenset(_ASKED.findall(templates) + _SET.findall(settings))


def drawing(name: str) -> str:
    """The SVG of a picture as one line, so that it can stand anywhere. FileNotFoundError when there is none."""
    for home in (OWN, _ROOT / KEPT, theme()):
        if home and name not in (NOT_FOR_PAGES if home == OWN else ()) and (home / f"{name}.svg").is_file():
            stat = (home / f"{name}.svg").stat()
            return _one_line(home / f"{name}.svg", stat.st_mtime_ns, stat.st_size)
    raise FileNotFoundError(name)


@functools.cache
def _one_line(path: Path, changed: int, size: int) -> str:
    """A file as one line, read again when its time or its size is another: a drawing that is changed shows at once."""
    return "".join(path.read_text(encoding="utf-8").splitlines())


def bring(root: Path, used: Iterable[str]) -> tuple[list[str], list[str]]:
    """Let a project have the icons that it uses and no others: the names that came from the theme, and that went."""
    wanted, home = set(used) - own(), theme()
    come = sorted(wanted & _drawings(home) - kept(root))
    go = sorted(kept(root) - wanted)
    (root / KEPT).mkdir(parents=True, exist_ok=True)
    for name in come:
        text = ((home or root) / f"{name}.svg").read_text(encoding="utf-8")
        (root / KEPT / f"{name}.svg").write_text(text, encoding="utf-8", newline="\n")
    for name in go:
        (root / KEPT / f"{name}.svg").unlink()
    return come, go


def _drawings(home: Path | None) -> frozenset[str]:
    if home is None or not home.is_dir():
        return frozenset()
    return frozenset(name[:-4] for name in os.listdir(home) if name.endswith(".svg"))
