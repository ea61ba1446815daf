"""How is a file the same, byte for byte, whenever it is made? A zip whose parts have one date and one order."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from datetime import date

_FIRST_YEAR = 1980  # no zip knows a day before it


def packed(parts: Iterable[tuple[str, bytes]], day: date, stored: Iterable[str] = ()) -> bytes:
    """A zip of these parts, in their order. `stored`: those that are not made smaller."""
    as_they_are = set(stored)
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, content in parts:
            entry = zipfile.ZipInfo(name, (max(day.year, _FIRST_YEAR), day.month, day.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_STORED if name in as_they_are else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3  # the same on every system
            archive.writestr(entry, content)
    return whole.getvalue()


def repacked(content: bytes, day: date) -> bytes:
    """The same zip with one date for all of its parts."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return packed([(one.filename, archive.read(one)) for one in archive.infolist()], day)
