"""Which sources do the lines of one part of a page lean on? Each is named there once, and has a number in its lines."""

from __future__ import annotations


class Numbered:
    """The sources of the part that is being drawn. `keys` holds them in the order of their numbers, from 1.

    Without a part (`part` is empty) lines name their sources themselves.
    """

    def __init__(self) -> None:
        self.part = ""
        self.keys: list[str] = []

    def begin(self, part: str) -> str:
        """Begin a part, or none. `part` is the id of what is drawn. Returns nothing to show."""
        self.part = part
        self.keys.clear()
        return ""

    def number(self, key: str) -> int:
        """The number of a source in this part."""
        if key not in self.keys:
            self.keys.append(key)
        return self.keys.index(key) + 1

    def anchor(self, key: str) -> str:
        """The id of the place that names it. No record can have it: ids hold no two hyphens in a row."""
        return f"{self.part}--source-{self.number(key)}"
