"""Is the look of a fork whole? The pictures that it names are there, and its colours can be read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from . import own_colours
from .colours import TEXT
from .layers import Files
from .model import Guide
from .problems import Problem, problem
from .sources import LOCAL

PICTURES = ("logo", "favicon")


def check(root: Path, files: Files) -> Iterator[Problem]:
    """Each picture that is missing, and each colour that is too pale."""
    guide: Any = files.one("guide")
    for name in PICTURES:
        if name in guide and not picture(root, guide[name]).is_file():
            shown = picture(root, guide[name]).relative_to(root).as_posix()
            yield problem(guide.values_at[name], "no-picture-file", text=shown)
    colours: Any = guide.get("colours", {})
    for name, value in colours.items():
        if found := own_colours.too_pale(value.lower()):
            ground, ratio, near = found
            facts = {
                "name": name,
                "value": value,
                "ground": "what is behind it",
                "below": ground,
                "ratio": f"{ratio:.2f}",
            }
            yield problem(colours.values_at[name], "pale-colour", least=f"{TEXT:g}", near=near, **facts)


def pictures(guide: Guide) -> dict[str, str]:
    """The pictures that stand for a fork, by their names. A logo is in the tab of a browser too, where no other is."""
    found = {"logo": guide.logo, "favicon": guide.favicon or guide.logo}
    return {name: file for name, file in found.items() if file}


def picture(root: Path, name: str) -> Path:
    """Where a picture of a fork is."""
    return root / "marks" / LOCAL / name
