"""Does a shared link show the name of this guide? Pictures drawn when a site with an address is built."""

from __future__ import annotations

import re
import struct
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from macros.content.model import Guide
from macros.site import social
from tests.shared import ROOT

DRAWING = ROOT / "overrides" / "assets" / "pictures" / "social.svg"
SVG = DRAWING.read_text(encoding="utf-8")


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A site with the drawing and nothing else."""
    folder = tmp_path / social.FOLDER
    folder.mkdir(parents=True)
    (folder / "social.svg").write_text(SVG, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("title", ["Tea", "The mark of co-production", "Tea & <cakes> together", "A" * 80, "و" * 30])
def test_words_of_any_length_are_whole_and_stay_in_the_picture(title: str) -> None:
    drawn = ET.fromstring(social.drawn(SVG, title, f"{title} {title}"))
    lines = [one for one in drawn.iter() if one.tag.endswith("text")]
    said = "".join(one.text or "" for one in lines if one.get("font-weight"))
    assert said.replace(" ", "") == title.replace(" ", "")
    assert all(0 < int(one.get("y", "0")) < 620 for one in lines)


def test_the_guide_and_each_stage_have_a_picture_of_the_size_that_is_asked_for(made: Path, made_up: Guide) -> None:
    social.write(made, made_up, "https://example.org/")
    names = {social.picture_of(), *(social.picture_of(stage) for stage in made_up.stages)}
    there = {path.name: path.read_bytes() for path in (made / social.FOLDER).glob("*.png")}
    assert set(there) == names and len({*there.values()}) == len(names)
    for data in there.values():
        assert struct.unpack(">II", data[16:24]) == (1200, 630) and len(data) < 300_000
    before = dict(there)
    social.write(made, replace(made_up, name="Ours"), "https://example.org/")
    assert (made / social.FOLDER / "social.png").read_bytes() != before["social.png"]


def test_a_site_without_an_address_has_no_use_of_them(made: Path, made_up: Guide) -> None:
    social.write(made, made_up, "")
    assert not list((made / social.FOLDER).glob("*.png"))


def test_the_drawing_has_the_words_that_are_put_in_their_place() -> None:
    assert len(re.findall("<text", SVG)) >= 2 and "<text" not in social.drawn(SVG, "", "")
