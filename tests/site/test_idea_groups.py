"""Does each idea stay where it is when ten of them become one part, whatever their number?"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.site.idea_groups import CLOSE, ONE, OPEN, SIZE, grouped, write


def page(*stages: int) -> str:
    """A page with so many ideas in each stage, and something after the last."""
    said = []
    for stage, ideas in enumerate(stages):
        said.append(f'<h2 id="s{stage}" class="mk-tall mk-idea__stage">S</h2><div><p>n</p></div>\n')
        for one in range(ideas):
            said.append(f'<h3 class="mk-idea__title mk-leaf" id="i{stage}-{one}">T</h3>\n<div><div>b</div></div>\n')
    return "".join(["<main>", *said, "<p>the end</p></main>"])


@pytest.mark.parametrize(
    "stages", [(0,), (1,), (SIZE,), (SIZE + 1,), (25, 0, 3), (SIZE, SIZE), (1, 1, 1), (20, 31), (0, 0)]
)
def test_parts_are_whole_and_nothing_else_is_changed(stages: tuple[int, ...]) -> None:
    before = page(*stages)
    after = grouped(before)
    one = rf"{re.escape(ONE)}(<h3[^>]*>T</h3>\n<div><div>b</div></div>){re.escape(CLOSE)}"
    assert len(re.findall(one, after)) == after.count(ONE) == sum(stages)
    left = re.sub(one, r"\1", after)
    # a group ends where the next begins, before the next stage, or after the last idea
    group = rf"{re.escape(OPEN)}((?:<h3[^>]*>T</h3>\n<div><div>b</div></div>\n?)+){re.escape(CLOSE)}(\n?)"
    groups = [found[0].count("<h3") for found in re.findall(group, left)]
    assert groups == [min(SIZE, ideas - at) for ideas in stages for at in range(0, ideas, SIZE)]
    assert re.sub(group, r"\1\2", left) == before


def test_an_idea_whose_part_does_not_end_is_no_page() -> None:
    with pytest.raises(ValueError, match="does not end"):
        grouped('<h3 class="mk-idea__title">T</h3><div><div></div>')


def test_pages_without_ideas_stay(tmp_path: Path) -> None:
    other = tmp_path / "index.html"
    other.write_text('<h3 class="mk-idea__title">T</h3>', encoding="utf-8")
    write(tmp_path)
    assert other.read_text(encoding="utf-8") == '<h3 class="mk-idea__title">T</h3>'
    other.write_text(page(12), encoding="utf-8")
    write(tmp_path)
    assert OPEN in other.read_text(encoding="utf-8")
