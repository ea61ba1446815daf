"""Is a fork known by its logo and its colour wherever it is seen: in a link that is shared, and on a cover?"""

from __future__ import annotations

import struct
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
import resvg_py

from macros.content.model import Guide
from macros.paper import drawings
from macros.render import own_logo
from macros.site import social
from tests.paper.pixels import Picture
from tests.shared import ROOT

SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path fill="#fff" d="M0 0h10v10H0z"/></svg>'


def small_png() -> bytes:
    """One white point."""
    parts = [(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(b"\0\xff\xff\xff"))]
    sums = [(kind, data, zlib.crc32(kind + data)) for kind, data in [*parts, (b"IEND", b"")]]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", total) for kind, data, total in sums
    )


@pytest.fixture(params=["svg", "png"])
def logo(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A white square that a fork put into its layer."""
    path = tmp_path / "marks" / "local" / f"logo.{request.param}"
    path.parent.mkdir(parents=True)
    path.write_bytes(SQUARE.encode() if request.param == "svg" else small_png())
    return path


@pytest.fixture
def fork(made_up: Guide, logo: Path) -> Guide:
    return replace(made_up, logo=logo.name, colours={"lake": "#7a1f1f"})


def grey(svg: str) -> Picture:
    return Picture(bytes(resvg_py.svg_to_bytes(svg_string=svg, width=100)))


def test_it_stands_whole_on_the_ground_that_it_has_on_each_page(logo: Path) -> None:
    rows = grey(own_logo.chip(logo, "#400000")).rows
    assert rows[50][50] == 255 and rows[50][5] < 70
    assert rows[20][20] == 255 and rows[12][50] < 70


@pytest.mark.parametrize("name", ["logo.ico", "no-such.svg"])
def test_what_cannot_stand_in_a_drawing_leaves_the_drawing_of_the_guide(
    made_up: Guide, logo: Path, name: str, tmp_path: Path
) -> None:
    logo.with_name("logo.ico").write_bytes(b"\0\0\1\0")
    fork = replace(made_up, logo=name)
    assert not own_logo.image(logo.with_name(name), 0, 0, 10, 10) and not drawings.logo(fork, tmp_path)
    svg = (ROOT / "overrides" / "assets" / "pictures" / "social.svg").read_text(encoding="utf-8")
    assert social.in_own_look(svg, fork, logo.parent) == svg


def test_a_link_that_is_shared_shows_the_logo_on_the_colour_of_the_fork(fork: Guide, logo: Path) -> None:
    svg = (ROOT / "overrides" / "assets" / "pictures" / "social.svg").read_text(encoding="utf-8")
    made = social.in_own_look(svg, fork, logo.parent)
    assert own_logo.ground(fork) in made and own_logo.ground(fork) not in svg
    assert "data:image/" in made and 'id="sign"' in svg and 'id="sign"' not in made
    there = Picture(bytes(resvg_py.svg_to_bytes(svg_string=made)))
    assert there.rows[100][100] == 255 and there.rows[10][10] < 70
