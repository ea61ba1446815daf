"""Which files of a guide are ready to print or to read elsewhere? One table: the page that lists them and what makes
them both follow it.

The name of a file never changes, so that a link to it holds.
"""

from __future__ import annotations

from typing import NamedTuple

FOLDER = "paper"  # where they are in a built site
FACTS = "files.json"  # beside them: how many pages each has
LOOKS = ("normal", "large", "easy")  # those of a PDF
_ENDS = {"word": "docx", "easy-word": "docx", "epub": "epub"}
# The words of words.yml that say in which look a file is.
_SAID = {
    "normal": "ready_normal",
    "large": "ready_large",
    "easy": "ready_easy",
    "word": "ready_word",
    "easy-word": "ready_easy_word",
    "epub": "ready_epub",
}
# What there is of each stage, and of the guide: what for, and in which looks and forms.
OF_STAGE = {"read": (*LOOKS, "word", "easy-word"), "sheet": (*LOOKS, "word", "easy-word"), "slip": LOOKS}
OF_GUIDE = {"guide": (*LOOKS, "word", "epub"), "own": LOOKS[:2]}


class Ready(NamedTuple):
    """A file. `kind`: read, sheet, slip, guide or own. `look`: one of LOOKS, word, easy-word or epub. `stage`:
    an id, or empty."""

    kind: str
    look: str
    stage: str = ""

    @property
    def name(self) -> str:
        """What it is called."""
        end = _ENDS.get(self.look, "pdf")
        return "-".join(part for part in (self.kind, self.look, self.stage) if part) + f".{end}"

    @property
    def word(self) -> str:
        """The word of words.yml that says what it is."""
        return _SAID[self.look]


def of_guide() -> dict[str, list[Ready]]:
    """The files of the whole guide, by their kind."""
    return {kind: [Ready(kind, look) for look in looks] for kind, looks in OF_GUIDE.items()}


def of_stage(stage: str) -> dict[str, list[Ready]]:
    """The files of a stage, by their kind."""
    return {kind: [Ready(kind, look, stage) for look in looks] for kind, looks in OF_STAGE.items()}
