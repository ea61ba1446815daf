"""Which pictures are there? The icons that ship with the theme, found without loading a site builder."""

from __future__ import annotations

import functools
import importlib.util
import os
from pathlib import Path

# Both themes carry the same set in the same place.
_HOMES = (("material", "templates/.icons/material"), ("zensical", "templates/.icons/material"))


@functools.cache
def folder() -> Path | None:
    """The folder of the icons, or None when no theme is installed."""
    for package, inside in _HOMES:
        spec = importlib.util.find_spec(package)
        for place in (spec.submodule_search_locations or ()) if spec else ():
            if (Path(place) / inside).is_dir():
                return Path(place) / inside
    return None


@functools.cache
def names() -> frozenset[str] | None:
    """The bare names of all icons, or None when no theme is installed to say."""
    home = folder()
    return frozenset(name[:-4] for name in os.listdir(home) if name.endswith(".svg")) if home else None


@functools.cache
def drawing(name: str) -> str:
    """The SVG of an icon as text. FileNotFoundError when there is none of that name."""
    home = folder()
    if home is None:
        raise FileNotFoundError(name)
    return (home / f"{name}.svg").read_text(encoding="utf-8").strip()
