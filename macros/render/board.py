"""How is the board of the game drawn? Squares that wind up the page, ladders that lead up and snakes that lead down."""

from __future__ import annotations

import math
import textwrap
from typing import NamedTuple

ACROSS, UP = 6, 7  # how many squares
WIDTH, HEIGHT = 186.0, 203.0  # in mm, on A4
CELL = WIDTH / ACROSS, HEIGHT / UP
LETTERS, LINE = 10, 5.0  # how many letters fit into a square beside each other, and how high a line of them is
LADDERS = ((2, 13), (7, 20), (21, 33), (24, 36))  # from square to square: none crosses another, or a snake
SNAKES = ((16, 4), (27, 10), (38, 26), (41, 30))


class Square(NamedTuple):
    """One square: its number, and its corner at the top left."""

    number: int
    x: float
    y: float


class Way(NamedTuple):
    """A ladder or a snake as paths: `lines` for its body, `fine` for rungs or a tongue, and where its head is."""

    lines: str
    fine: str
    x: float
    y: float


class Said(NamedTuple):
    """Where a line of words begins."""

    x: float
    y: float


class Board(NamedTuple):
    """All that is drawn, in mm."""

    width: float
    height: float
    cell: tuple[float, float]
    squares: list[Square]
    ladders: list[Way]
    snakes: list[Way]

    def ends(self, start: str, end: str) -> list[tuple[Said, str]]:
        """What stands at the foot of the first square and of the last, in lines that fit it."""
        found = []
        for square, words in ((self.squares[0], start), (self.squares[-1], end)):
            lines = textwrap.wrap(words, LETTERS)
            foot = square.y + self.cell[1] - 3
            found += [
                (Said(square.x + 2, round(foot - LINE * (len(lines) - 1 - n), 2)), line) for n, line in enumerate(lines)
            ]
        return found


def drawn() -> Board:
    """The board."""
    squares = [Square(n, *_corner(n)) for n in range(1, ACROSS * UP + 1)]
    return Board(WIDTH, HEIGHT, CELL, squares, [_ladder(*one) for one in LADDERS], [_snake(*one) for one in SNAKES])


def _corner(number: int) -> tuple[float, float]:
    """The first square is at the foot, and each row goes the other way than the one below."""
    row, along = divmod(number - 1, ACROSS)
    column = along if row % 2 == 0 else ACROSS - 1 - along
    return round(column * CELL[0], 2), round((UP - 1 - row) * CELL[1], 2)


def _middle(number: int) -> tuple[float, float]:
    x, y = _corner(number)
    return x + CELL[0] / 2, y + CELL[1] * 0.6


def _ladder(start: int, end: int) -> Way:
    (x, y), (to_x, to_y) = _middle(start), _middle(end)
    length = math.hypot(to_x - x, to_y - y)
    ahead = (to_x - x) / length, (to_y - y) / length
    aside = -ahead[1] * 4, ahead[0] * 4

    def side(sign: int, at: float) -> str:
        return f"{x + ahead[0] * at + sign * aside[0]:.1f} {y + ahead[1] * at + sign * aside[1]:.1f}"

    rails = " ".join(f"M{side(sign, 0)}L{side(sign, length)}" for sign in (-1, 1))
    steps = max(3, round(length / 8))
    rungs = " ".join(
        f"M{side(-1, (n + 0.5) * length / steps)}L{side(1, (n + 0.5) * length / steps)}" for n in range(steps)
    )
    return Way(rails, rungs, to_x, to_y)


def _snake(start: int, end: int) -> Way:
    """From its head down to its tail, in waves."""
    (x, y), (to_x, to_y) = _middle(start), _middle(end)
    length = math.hypot(to_x - x, to_y - y)
    ahead = (to_x - x) / length, (to_y - y) / length
    waves = max(2, round(length / 22))
    step = length / waves
    path = f"M{x:.1f} {y:.1f}"
    for n in range(waves):
        sign = 9 if n % 2 else -9
        mid, at = (n + 0.5) * step, (n + 1) * step
        bend = x + ahead[0] * mid - ahead[1] * sign, y + ahead[1] * mid + ahead[0] * sign
        path += f"Q{bend[0]:.1f} {bend[1]:.1f} {x + ahead[0] * at:.1f} {y + ahead[1] * at:.1f}"
    tongue = f"M{x:.1f} {y - 3.5:.1f}v-3m0 0l-1.5 -2m1.5 2l1.5 -2"
    return Way(path, tongue, round(x, 1), round(y, 1))
