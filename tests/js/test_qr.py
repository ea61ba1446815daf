"""Can every phone read the square code of an address? Square by square against another maker, and read back."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
import segno
import zxingcpp
from py_mini_racer import MiniRacer

from tests.paper.pixels import Camera
from tests.scripts import source

Squares = list[list[bool]]
Code = Callable[[str], Squares]
# How many bytes versions hold at the lowest level of repair, as the standard says. There the other maker fills nothing
# up, which it does in a way of its own.
MOST = {1: 17, 2: 32, 3: 53, 5: 106, 6: 134, 7: 154, 9: 230, 10: 271, 14: 458, 20: 858, 26: 1367, 32: 1952, 40: 2953}


@pytest.fixture(scope="module")
def code() -> Code:
    engine = MiniRacer()
    engine.eval(
        "class TextEncoder { encode(text) { return Uint8Array.from(unescape(encodeURIComponent(text)), (c) => c.charCodeAt(0)); } }"
    )
    engine.eval(source("core/qr"))
    return lambda text: json.loads(str(engine.eval(f"JSON.stringify(marks.qr({json.dumps(text)}))")))


def address(length: int) -> str:
    return ("https://example.org/choose-my-scores/#marks=listening," * 60)[:length]


def mask(squares: Squares) -> int:
    """The mask that a code says it has."""
    return int("".join(str(int(one)) for one in squares[8][2:5]), 2) ^ 0b101


@pytest.mark.parametrize("version", MOST)
def test_a_code_is_that_of_another_maker(version: int, code: Code) -> None:
    squares = code(address(MOST[version]))
    assert len(squares) == 4 * version + 17
    other = segno.make(
        address(MOST[version]), error="l", version=version, mask=mask(squares), boost_error=False, mode="byte"
    )
    assert [[bool(one) for one in row] for row in other.matrix] == squares
    if version < 40:
        assert len(code(address(MOST[version] + 1))) == len(squares) + 4


def test_what_no_code_holds_has_none(code: Code) -> None:
    assert code("a" * 2954) is None


@pytest.mark.parametrize(
    "text",
    ["h", "http://127.0.0.1:8000/planning-my-scores/", "https://münchen.example/ß#marks=ö,💧"]
    + [address(length) for length in (52, 231, 700, 1500)],
)
def test_a_phone_reads_it(text: str, code: Code) -> None:
    (found,) = zxingcpp.read_barcodes(shown(code(text)))
    assert found.bytes.decode("utf-8") == text


def shown(squares: Squares, wide: int = 4) -> Camera:
    """A code on a screen: each square four dots wide, and light around it."""
    edge = [[False] * (len(squares) + 8)] * 4
    rows = [*edge, *([False] * 4 + row + [False] * 4 for row in squares), *edge]
    return Camera([b"".join(bytes([0 if dark else 255]) * wide for dark in row) for row in rows for _ in range(wide)])
