"""How dark is each point of a picture? Reads PNG files of the plain kind that programs of ours write."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence

_KINDS = {0: 1, 2: 3, 4: 2, 6: 4}  # how many numbers a point has


class Picture:
    """A picture in grey. `rows`: one `bytearray` a row, 0 black and 255 white, with white behind what is clear."""

    def __init__(self, content: bytes) -> None:
        self.rows: list[bytearray] = []
        at, packed = 8, b""
        while at < len(content):
            (length,), kind = struct.unpack(">I", content[at : at + 4]), content[at + 4 : at + 8]
            part = content[at + 8 : at + 8 + length]
            if kind == b"IHDR":
                self.wide, self.tall, depth, colour, _, _, woven = struct.unpack(">IIBBBBB", part)
                assert depth == 8 and not woven
                self._each = _KINDS[colour]
            elif kind == b"IDAT":
                packed += part
            at += 12 + length
        before = bytearray(self.wide * self._each)
        raw = zlib.decompress(packed)
        step = len(before) + 1
        for n in range(self.tall):
            before = _plain(raw[n * step], bytearray(raw[n * step + 1 : (n + 1) * step]), before, self._each)
            self.rows.append(self._grey(before))

    def _grey(self, row: bytearray) -> bytearray:
        each = self._each
        made = bytearray(row[0::each] if each < 3 else map(min, zip(row[0::each], row[1::each], row[2::each])))
        if each in (2, 4):
            clear = row[each - 1 :: each]
            made = bytearray((ink * seen + 255 * (255 - seen)) // 255 for ink, seen in zip(made, clear))
        return made

    def inked(self, dark: int = 200) -> tuple[int, int, int, int]:
        """The first and the last column and row that hold something: left, top, right, bottom."""
        rows = [n for n, row in enumerate(self.rows) if min(row) < dark]
        columns = [n for n in range(self.wide) if min(row[n] for row in self.rows) < dark]
        return columns[0], rows[0], columns[-1], rows[-1]


class Camera:
    """Rows of grey points as a reader of square codes takes them."""

    def __init__(self, rows: Sequence[bytes | bytearray]) -> None:
        self._content = b"".join(map(bytes, rows))
        self.__array_interface__ = {
            "shape": (len(rows), len(rows[0])),
            "typestr": "|u1",
            "data": self._content,
            "version": 3,
        }


def _plain(kind: int, row: bytearray, above: bytearray, each: int) -> bytearray:
    """A row without what made it easier to pack."""
    for n in range(len(row) if kind else 0):
        left = row[n - each] if n >= each else 0
        corner = above[n - each] if n >= each else 0
        if kind == 1:
            more = left
        elif kind == 2:
            more = above[n]
        elif kind == 3:
            more = (left + above[n]) // 2
        else:
            guess = left + above[n] - corner
            more = min((left, above[n], corner), key=lambda one: abs(guess - one))
        row[n] = (row[n] + more) & 255
    return row
