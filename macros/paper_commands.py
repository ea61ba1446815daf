"""What may somebody ask for on paper? The files that are ready to print, by themselves and for the site."""

from __future__ import annotations

import os
import shutil
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from .content.model import Guide
from .content.ready import FACTS
from .site import publishing

if TYPE_CHECKING:
    from .paper.make import Made

HOME = Path("build/paper")  # where they are put for who asks for nothing else
_OFF = "PAPER"  # PAPER=no before a command builds the site without them


def add(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--to", type=Path, default=HOME, help="the folder that the files go into")


def run(root: Path, guide: Guide, chosen: Namespace) -> int:
    """Make all files and put them into a folder. Exit status 1 when they cannot be made."""
    made, why = _made(root, guide)
    if made is None:
        print(why, file=sys.stderr)
        return 1
    folder = root / chosen.to
    folder.mkdir(parents=True, exist_ok=True)
    for path in made.folder.iterdir():
        if path.name != FACTS:
            shutil.copyfile(path, folder / path.name)
    print(f"{made.count} files are in {chosen.to.as_posix()}: PDF, Word and EPUB.")
    return 0


def for_site(root: Path, guide: Guide) -> tuple[Path | None, int]:
    """The folder with all files, or None for a site without; and the exit status, which is 1 when one went wrong."""
    if os.environ.get(_OFF) == "no":
        return None, 0
    made, why = _made(root, guide)
    if made is not None:
        return made.folder, 0
    print(why, file=sys.stderr)
    if why.startswith("This Python"):
        print("The site is built without the files to print.", file=sys.stderr)
        return None, 0
    return None, 1


def _made(root: Path, guide: Guide) -> tuple[Made | None, str]:
    try:
        from .paper import make
    except ModuleNotFoundError as lacking:
        return None, _install(lacking.name or "")
    if package := make.lacking():
        return None, _install(package)
    try:
        made = make.make(root, guide, publishing.address(guide.address), _say_that_it_takes_time)
    except make.CannotMakeError as wrong:
        return None, str(wrong)
    if made.missing:
        print(
            f"No font of this computer has these signs: {' '.join(made.missing)}. In the PDFs they stand by their "
            "numbers, such as U+4E2D. Install a font that has them (the Noto fonts have nearly all), and make the "
            "files again."
        )
    return made, ""


def _say_that_it_takes_time() -> None:
    print(
        "Making the files to print: PDF, Word and EPUB. That takes a minute or two, and no time when nothing has "
        f"changed. {_OFF}=no before the command builds the site without them.",
        flush=True,
    )


def _install(package: str) -> str:
    return (
        f"This Python has no package {package}, which makes the files to print. Install what the guide needs: "
        "python -m pip install -r requirements.txt -c constraints.txt"
    )
