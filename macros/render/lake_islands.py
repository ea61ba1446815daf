"""Where on the Lake does each stage have its island? The picture for two to seven stages; for others there is none."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from ..content.model import Stage


class Box(NamedTuple):
    """The sides of what is drawn."""

    left: float
    top: float
    right: float
    bottom: float


class Spot(NamedTuple):
    """Where something stands, and how large. An island stands on the middle of its shore."""

    x: float
    y: float
    scale: float = 1

    def moved(self, anchor: tuple[float, float]) -> str:
        """The transform that brings a drawing here, from where it was drawn; empty when it is there."""
        x, y = (round(to - self.scale * was, 1) for to, was in zip(self, anchor))
        parts = [f"translate({x:g} {y:g})"] if x or y else []
        if self.scale != 1:
            parts.append(f"scale({self.scale:g})")
        return "".join(parts)

    def around(self, size: Box) -> Box:
        """What a drawing of this size covers here."""
        s = self.scale
        return Box(self.x + s * size.left, self.y + s * size.top, self.x + s * size.right, self.y + s * size.bottom)


# What the picture shows of its sheet.
VIEW = Box(14, 14, 946, 638)
# Each drawing of an island: where the middle of its shore is drawn, and how far it reaches from there.
ANCHORS = {
    "planning": (228, 262),
    "process": (728, 266),
    "celebrating": (725, 508),
    "review": (237, 512),
    "grove": (228, 262),
    "mill": (237, 512),
    "tent": (725, 508),
}
SIZES = {
    "planning": Box(-130, -240, 130, 50),
    "process": Box(-148, -232, 132, 60),
    "celebrating": Box(-130, -176, 130, 50),
    "review": Box(-143, -216, 143, 50),
    "grove": Box(-130, -216, 130, 50),
    "mill": Box(-130, -226, 130, 50),
    "tent": Box(-130, -206, 130, 50),
}
# The same for what lies between the islands.
BOAT, BOAT_SIZE = (480, 348), Box(-118, -80, 118, 78)
THINGS = {
    "snake": (502, 545),
    "heron": (886, 336),
    "lily": (530, 106),
    "fish": (456, 158),
    "second": (430, 474),
    "lights": (477, 229),
}


class Layout(NamedTuple):
    """The Lake for a number of stages. Islands go round it as the hands of a clock do, from the upper left."""

    islands: tuple[Spot, ...]
    boat: Spot
    route: str
    things: dict[str, Spot]


def _islands(scale: float, *places: tuple[float, float]) -> tuple[Spot, ...]:
    return tuple(Spot(x, y, scale) for x, y in places)


LAYOUTS = {
    2: Layout(
        _islands(1.1, (200, 384), (764, 384)),
        Spot(480, 404, 0.9),
        "M330 196c92-62 210-62 302-6M620 520c-86 50-194 50-280 0",
        {
            "snake": Spot(480, 570),
            "heron": Spot(872, 552),
            "lily": Spot(420, 122),
            "fish": Spot(560, 218),
            "second": Spot(300, 530),
            "lights": Spot(472, 266),
        },
    ),
    3: Layout(
        _islands(1, (214, 274), (744, 274), (480, 574)),
        Spot(480, 248, 0.9),
        "M340 178c84-58 196-58 280-4M762 366c-6 60-48 116-116 150M316 516c-68-34-110-90-116-150",
        {
            "snake": Spot(250, 486, 0.9),
            "heron": Spot(842, 480),
            "lily": Spot(520, 104),
            "fish": Spot(690, 430),
            "second": Spot(340, 390),
            "lights": Spot(636, 478, 0.9),
        },
    ),
    4: Layout(
        (Spot(228, 262), Spot(728, 266), Spot(713, 502), Spot(249, 506)),
        Spot(*BOAT),
        "M368 222c66-32 142-32 212-4M826 308c18 26 20 52 10 80M126 398c-18-26-18-60-4-88"
        "M378 282l16 18M574 304l-10 8M388 424l-14 14M584 434l-14-16",
        {name: Spot(*anchor) for name, anchor in THINGS.items()},
    ),
    5: Layout(
        _islands(0.8, (188, 284), (480, 226), (774, 284), (716, 556), (246, 556)),
        Spot(480, 372, 0.9),
        "M258 170c30-30 66-50 106-58M594 120c40 8 76 28 106 58M806 350c4 44-4 84-26 116M182 470c-22-34-30-74-26-118",
        {
            "snake": Spot(486, 552, 0.8),
            "heron": Spot(884, 400, 0.9),
            "lily": Spot(322, 94),
            "fish": Spot(646, 350),
            "second": Spot(336, 366),
            "lights": Spot(640, 290, 0.7),
        },
    ),
    6: Layout(
        _islands(0.7, (184, 270), (480, 214), (776, 270), (768, 522), (480, 584), (192, 522)),
        Spot(480, 332, 0.8),
        "M262 160c26-22 60-38 100-46M598 114c40 8 74 24 100 46M832 316c10 24 12 48 6 72M678 566c-22 12-46 20-74 26"
        "M356 592c-28-6-52-14-74-26M126 390c-6-24-4-48 6-72",
        {
            "snake": Spot(340, 440, 0.8),
            "heron": Spot(628, 424, 0.8),
            "lily": Spot(330, 88),
            "fish": Spot(330, 312),
            "second": Spot(650, 340),
            "lights": Spot(624, 290, 0.6),
        },
    ),
    7: Layout(
        _islands(0.62, (202, 236), (480, 192), (758, 236), (806, 440), (618, 584), (342, 584), (154, 440)),
        Spot(480, 348),
        "M280 130c26-20 56-32 92-38M588 92c36 6 66 18 92 38M836 268c12 20 16 40 16 60M784 500c-14 26-36 46-66 60"
        "M242 560c-30-14-52-34-66-60M108 328c0-20 4-40 16-60",
        {
            "snake": Spot(484, 556, 0.75),
            "heron": Spot(690, 404, 0.8),
            "lily": Spot(330, 96),
            "fish": Spot(310, 330),
            "second": Spot(300, 440),
            "lights": Spot(660, 300, 0.8),
        },
    ),
}


class Island(NamedTuple):
    """An island of the picture: where its link leads, its colour, its drawing, and the transform of that."""

    href: str
    colour: str
    drawing: str
    moved: str


class Lake(NamedTuple):
    """A picture that is ready to draw, from the back to the front."""

    islands: tuple[Island, ...]
    boat: str
    route: str
    things: dict[str, str]


def drawings(pictures: Iterable[str]) -> list[str]:
    """A drawing for each stage: that of its picture, once, or else the next that none has."""
    asked = list(pictures)
    free = [name for name in ANCHORS if name not in asked]
    found: list[str] = []
    for picture in asked:
        found.append(picture if picture in ANCHORS and picture not in found else free.pop(0))
    return found


def drawn(stages: Iterable[Stage], href: Callable[[Stage], str]) -> Lake | None:
    """The picture for these stages, each of which leads to its `href`; nothing when there is none for so many."""
    stages = list(stages)
    layout = LAYOUTS.get(len(stages))
    if layout is None:
        return None
    chosen = zip(stages, drawings(stage.picture for stage in stages), layout.islands)
    islands = [
        (spot.y, Island(href(stage), stage.colour, drawing, spot.moved(ANCHORS[drawing])))
        for stage, drawing, spot in chosen
    ]
    return Lake(
        tuple(island for _, island in sorted(islands, key=lambda one: one[0])),
        layout.boat.moved(BOAT),
        layout.route,
        {name: spot.moved(THINGS[name]) for name, spot in layout.things.items()},
    )
