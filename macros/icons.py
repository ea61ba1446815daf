"""Which pictures are there? Our own drawings first, then the icons that ship with the theme. No builder is loaded."""

from __future__ import annotations

import functools
import importlib.util
import os
from pathlib import Path

# What was drawn for this guide. These three are for the browser and for sharing, not for a page.
OWN = Path(__file__).resolve().parent.parent / "overrides" / "assets" / "pictures"
NOT_FOR_PAGES = frozenset({"favicon", "logo", "social"})
# Both themes carry the same set in the same place.
_HOMES = (("material", "templates/.icons/material"), ("zensical", "templates/.icons/material"))


@functools.cache
def folder() -> Path | None:
    """The folder of the theme's icons, or None when no theme is installed."""
    for package, inside in _HOMES:
        spec = importlib.util.find_spec(package)
        for place in (spec.submodule_search_locations or ()) if spec else ():
            if (Path(place) / inside).is_dir():
                return Path(place) / inside
    return None


def own() -> frozenset[str]:
    """The bare names of the drawings made for this guide."""
    return _drawings(OWN) - NOT_FOR_PAGES if OWN.is_dir() else frozenset()


@functools.cache
def names() -> frozenset[str] | None:
    """The bare names of all pictures, or None when no theme is installed to say."""
    home = folder()
    return own() | _drawings(home) if home else None


@functools.cache
def drawing(name: str) -> str:
    """The SVG of a picture as one line, so that it can stand anywhere. FileNotFoundError when there is none."""
    home = OWN if name in own() else folder()
    if home is None:
        raise FileNotFoundError(name)
    return "".join((home / f"{name}.svg").read_text(encoding="utf-8").splitlines())


def _drawings(home: Path) -> frozenset[str]:
    return frozenset(name[:-4] for name in os.listdir(home) if name.endswith(".svg"))
