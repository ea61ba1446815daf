"""Where on the picture of the Lake does each idea float? By its home, and toward the other stages that it is good for.

The water is laid out in cells, and each idea takes the free cell that is nearest to where it wishes to be. So no two
ever lie on each other. Ideas choose in the order of a number made from their ids: one that is added moves only those
that wished for the same cells, and the same guide gives the same picture wherever it is built.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from .lake_islands import SIZES, Box, Spot

# The paper of a poster, as wide as it is for its height; and the water on it.
PAPER = Box(0, 0, 1600, 1131)
MIDDLE = (800.0, 566.0)
SHORE = (780.0, 540.0)  # how far the water reaches from its middle
FLOATING = (764.0, 522.0)  # how far ideas may
ROUND = 4.0  # how far the corners reach out: 2 is an ellipse
_RING = (570.0, 330.0)  # where islands stand
_SCALES = {1: 1.0, 2: 0.95, 3: 0.85, 4: 0.78, 5: 0.66, 6: 0.6, 7: 0.54}
_NAME = 46  # room for the name below an island
_LETTER = 15  # how wide a letter of it is
# The cells: with room for a title, or for a number, the largest that are enough.
TITLED = (124, 66)
NUMBERED = ((62, 58), (54, 50), (46, 42), (38, 35), (30, 28), (24, 22), (18, 17))
_SWELL, _WAVE, _ASIDE = 13.0, 190.0, 0.618  # how high waves are, how long, and how far each row is aside of the last
_SPARE = 1.12  # cells for each idea, so that most find one near
_PULL = (0.0, 0.3, 0.4, 0.46)  # how far toward the middle of its other stages, by how many they are
_STRAY = (190.0, 140.0)  # how far from there an idea may wish to be
MOST_ISLANDS = 7


class Isle(NamedTuple):
    """An island: where it stands, what it covers with its name, and where its name is written."""

    spot: Spot
    box: Box
    name: tuple[float, float]

    @property
    def heart(self) -> tuple[float, float]:
        """The middle of it."""
        return (self.box.left + self.box.right) / 2, (self.box.top + self.box.bottom) / 2


class Chart(NamedTuple):
    """Where all of it is. `cell`: how wide and high the room of an idea is; `titled`: whether it has a title in it."""

    isles: tuple[Isle, ...]
    cell: tuple[int, int]
    titled: bool
    places: dict[str, tuple[int, int]]


def isles(drawings: Sequence[str], names: Sequence[str]) -> tuple[Isle, ...]:
    """An island for each stage, round the Lake as the hands of a clock go, from the upper left."""
    count = len(drawings)
    found = []
    for at, (drawing, name) in enumerate(zip(drawings, names)):
        turn = math.radians(-90 - 180 / count + 360 / count * at)
        scale = _SCALES[count]
        size = SIZES[drawing]
        x = MIDDLE[0] + _RING[0] * _outward(math.cos(turn))
        y = MIDDLE[1] + _RING[1] * _outward(math.sin(turn)) - scale * (size.top + size.bottom) / 2
        spot = Spot(round(x, 1), round(y - _NAME / 2, 1), scale)
        drawn = spot.around(size)
        half = max(_LETTER * len(name) / 2, (drawn.right - drawn.left) / 2)
        box = Box(spot.x - half, drawn.top, spot.x + half, drawn.bottom + _NAME)
        found.append(Isle(spot, box, (spot.x, round(drawn.bottom + _NAME - 14, 1))))
    return tuple(found)


def _outward(part: float) -> float:
    """A part of a round, nearer to the corner of the paper."""
    return math.copysign(abs(part) ** 0.75, part) if abs(part) > 1e-9 else 0.0


def cells(size: tuple[int, int], islands: Iterable[Isle]) -> list[tuple[int, int]]:
    """The middle of each cell of this size that lies on free water. Rows lie like waves, each a little aside."""
    wide, high = size
    taken = [one.box for one in islands]
    found = []
    pitch = high + _SWELL * wide / _WAVE
    for row in range(-int(PAPER.bottom // high), int(PAPER.bottom // high)):
        for column in range(-int(PAPER.right // wide), int(PAPER.right // wide)):
            x = round(MIDDLE[0] + (column + row * _ASIDE % 1) * wide)
            y = round(MIDDLE[1] + row * pitch + _SWELL * math.sin(x / _WAVE))
            if _is_afloat(room(x, y, size)) and not any(_meet(room(x, y, size), box) for box in taken):
                found.append((x, y))
    return found


def room(x: float, y: float, size: tuple[int, int]) -> Box:
    """What a cell covers."""
    return Box(x - size[0] / 2, y - size[1] / 2, x + size[0] / 2, y + size[1] / 2)


def _is_afloat(box: Box) -> bool:
    def is_in(x: float, y: float) -> bool:
        out: float = sum(math.pow(abs((at - to) / far), ROUND) for at, to, far in zip((x, y), MIDDLE, FLOATING))
        return out <= 1

    return all(is_in(x, y) for x in (box.left, box.right) for y in (box.top, box.bottom))


def _meet(one: Box, other: Box) -> bool:
    return one.left < other.right and other.left < one.right and one.top < other.bottom and other.top < one.bottom


def chart(shores: Mapping[str, tuple[str, str]], ideas: Mapping[str, Sequence[str]]) -> Chart | None:
    """Where each idea floats. `shores`: of each stage its drawing and its name; `ideas`: of each idea the stages that
    it is good for, its home first. Nothing for more stages than there are islands, or without a stage."""
    if not 1 <= len(shores) <= MOST_ISLANDS:
        return None
    islands = isles([drawing for drawing, _ in shores.values()], [name for _, name in shores.values()])
    hearts = {stage: isle.heart for stage, isle in zip(shores, islands)}
    size, free = TITLED, cells(TITLED, islands)
    for size in (TITLED, *NUMBERED):
        free = cells(size, islands)
        if len(free) >= _SPARE * len(ideas):
            break
    if len(free) < len(ideas):
        return None
    places: dict[str, tuple[int, int]] = {}
    for name in sorted(ideas, key=_number):
        wish = _wish(name, [hearts[stage] for stage in ideas[name]])
        nearest = min(free, key=lambda cell: (math.dist(cell, wish), cell))
        free.remove(nearest)
        places[name] = nearest
    return Chart(islands, size, size == TITLED, {name: places[name] for name in ideas})


def _wish(name: str, hearts: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Where an idea wishes to be: from its home toward the middle of the others, and a little to one side."""
    home, others = hearts[0], hearts[1:]
    pull = _PULL[min(len(others), len(_PULL) - 1)]
    number = _number(name)
    aside = (number % 2001 / 1000 - 1, number // 2001 % 2001 / 1000 - 1)
    middle = [sum(axis) / len(others) for axis in zip(*others)] if others else home
    x, y = (here + pull * (there - here) + far * side for here, there, far, side in zip(home, middle, _STRAY, aside))
    return x, y


def _number(name: str) -> int:
    """A number that hangs on an id alone."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big")


def shore(reach: tuple[float, float], wave: float) -> str:
    """The edge of water that reaches so far from the middle, as the d of a path. `wave`: how uneven it is."""
    points = []
    count = 40
    for at in range(count):
        turn = 2 * math.pi * at / count
        cos, sin = math.cos(turn), math.sin(turn)
        far = (abs(cos) ** ROUND + abs(sin) ** ROUND) ** (-1 / ROUND)
        far *= 1 - wave * (0.5 + 0.3 * math.sin(3 * turn + 1) + 0.2 * math.sin(7 * turn))
        points.append((MIDDLE[0] + reach[0] * far * cos, MIDDLE[1] + reach[1] * far * sin))
    return smooth(points)


def smooth(points: Sequence[tuple[float, float]]) -> str:
    """A closed line through these points without a corner."""
    count = len(points)
    path = [f"M{points[0][0]:.0f} {points[0][1]:.0f}"]
    for at in range(count):
        before, here, there, after = (points[(at + step) % count] for step in (-1, 0, 1, 2))
        first = [one + (two - zero) / 6 for zero, one, two in zip(before, here, there)]
        second = [two - (three - one) / 6 for one, two, three in zip(here, there, after)]
        path.append("C" + " ".join(f"{number:.0f}" for number in (*first, *second, *there)))
    return "".join(path) + "z"
