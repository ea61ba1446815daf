"""Can the colours of the look be read? Each pair by a slower measure, and the nearest colour that would do."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.commands import main
from macros.content import colours
from tests.shared import ROOT, small_guide

HEX = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_the_colours_of_this_copy_can_be_read() -> None:
    assert colours.check(ROOT) == []


def test_each_pair_is_of_colours_that_are_there() -> None:
    text = (ROOT / colours.TOKENS).read_text(encoding="utf-8")
    named = set(re.findall(r"--mk-([\w-]+):\s*#", text))
    assert len(colours.PAIRS) > 25 and {name for pair in colours.PAIRS for name in pair[:2]} <= named


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#ffffff", "#ffffff", 1.0),
        ("#0000ff", "#ffffff", 8.59),
    ],
)
def test_a_contrast_is_that_of_the_standard(one: str, other: str, wanted: float) -> None:
    assert round(colours.contrast(one, other), 2) == round(colours.contrast(other, one), 2) == wanted


@given(HEX, HEX)
def test_the_nearest_colour_can_be_read_whatever_was_meant(value: str, ground: str) -> None:
    near = colours.nearest(value, ground, 4.5)  # of black and white, one always does
    assert re.fullmatch("#[0-9a-f]{6}", near) and colours.contrast(near, ground) >= 4.5
    assert colours.contrast(value, ground) < 4.5 or colours.contrast(near, value) < 1.2


def pale(root: Path, old: str, new: str) -> Path:
    """A guide with a colour of its own."""
    path = small_guide(root) / colours.TOKENS
    path.parent.mkdir(parents=True)
    shutil.copy(ROOT / colours.TOKENS, path)
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(re.sub(old + r": #\w+;", f"{old}: {new};", text, count=1), encoding="utf-8")
    return root


def test_a_pale_colour_is_told_of_with_one_that_would_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = pale(tmp_path, "--mk-leaf", "#77bb77")
    assert main(["--root", str(root), "check"]) == 1
    said = capsys.readouterr().out
    told = re.findall(
        r"^overrides/assets/css/tokens[.]css:\d+:\d+: `--mk-leaf` \(#77bb77\) is too pale to read on --mk-(\S+) "
        r"\((#\w+)\): its contrast is \d[.]\d\d to 1, and not 7[.] The nearest that can be read is (#\w+)[.]$",
        said,
        re.MULTILINE,
    )
    assert [ground for ground, *_ in told] == ["card", "leaf-tint", "paper"]
    assert all(colours.contrast(near, below) >= 7 for _, below, near in told)
    assert said.endswith("3 problems in the guide. Nothing is built until that is put right.\n")


def test_dark_has_the_colours_of_light_where_it_gives_none(tmp_path: Path) -> None:
    root = pale(tmp_path, "--mk-on-deep", "#001122")  # dark on the deep of both
    assert {one.message.split("`")[1] for one in colours.check(root)} == {"--mk-on-deep"}
    assert len(colours.check(root)) == 2
