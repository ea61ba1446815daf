"""Do the results of a stage go on one or two sides of paper? Printed in three engines and read back."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from macros.content.model import Guide
from tests.drive.person import Person
from tests.journeys import guide, mark, person, stage, start, top  # noqa: F401
from tests.room import Paper, tight
from tests.shared import ROOT
from tests.visits import visit

MANY = 11  # marks of a stage, those of people's own included
# A group of eight that scored every mark in two rounds, on two sides, and wrote a ladder, a snake and what changed at
# each.
FILL = """const many = arguments[0];
  const { facts, record } = marks.store;
  const answers = {};
  let at = 1000;
  const put = (path, is) => { answers[path] = { is, at: at++, by: "1x9k4ab-29zz9" }; };
  const sides = Object.keys(facts.sides);
  put("name", "Garden group");
  put("round/1/on", "2027-03-09"); put("round/1/here", 8); put("round/1/where", "The old library");
  put("round/2/begun", true); put("round/2/on", "2027-09-14"); put("round/2/here", 8);
  for (let n = 1; n <= 8; n++) { put(`person/p${n}/place`, n); put(`person/p${n}/side`, sides[n % 2]); }
  for (const stage of facts.stages) {
    const paths = stage.marks.map(([id]) => `mark/${id}`);
    for (let n = paths.length; n < many; n++) {
      const path = `own/${stage.id.replace(/-/g, "")}${n}`;
      put(`${path}/title`, `Our mark ${n} of ${stage.title}`); put(`${path}/stage`, stage.id); put(`${path}/place`, n);
      paths.push(path);
    }
    for (const path of paths) {
      for (const round of [1, 2]) {
        for (let n = 1; n <= 8; n++) put(`${path}/score/${round}/p${n}`, (n * round + at) % 9 + 1);
        put(`${path}/score/${round}/together`, at % 9 + 1);
      }
      for (const { id, offers } of facts.questions) if (offers) put(`${path}/${id}/2`, "We saw who speaks first");
      put(`${path}/changed/2`, "A quiet room");
    }
    put(`${paths[0]}/score/2/other`, 9); put(`${paths[0]}/why/2/together`, "Some of us wait outside");
    put(`${paths[0]}/why/2/other`, "Some of us have a key"); put(`${paths[0]}/aim/2`, 8);
  }
  marks.store.replace({ ...record, id: "on-paper", answers }, "");
  return marks.store.round;"""


# How much room words take is asked of our edition alone.
OURS = pytest.mark.skipif(not (ROOT / "tests" / "content" / "test_edition.py").exists(), reason="words of a fork")


@pytest.mark.parametrize("many", [0, pytest.param(MANY, marks=OURS)])
def test_the_results_of_a_stage_are_on_one_or_two_sides(
    person: Person, top: str, guide: Guide, tmp_path: Path, many: int
) -> None:
    """The picture, the sentences, how sides differ and the table: no more than two sides a stage. What was written is
    on them too where a stage has few marks; of many it needs more."""

    def is_ready() -> bool:
        return bool(person.driver.run("return typeof marks !== 'undefined' && Boolean(marks.store)"))

    person.goes(f"{top}results/")
    person.until(is_ready, "the page is not ready")
    assert person.driver.run(FILL, many) == 2
    person.goes(f"{top}results/")
    person.hears(guide.words["res_round"].replace("{n}", "2"))
    path = tmp_path / "results.pdf"
    person.driver.print(path)
    sides = Paper(path).sides
    begins = None
    for one in guide.stages.values():
        last = tight(f"Our mark {many - 1} of {one.title}" if many else one.marks[-1].title)
        here = [at for at, side in enumerate(sides) if last in side]
        first = here[0]
        assert tight(one.title) in sides[first] and tight(one.marks[0].title) in sides[first]
        assert begins is None or first > begins, "a stage begins on a side of its own"
        table = next(at for at in here if tight(guide.words["res_table"]) in sides[at])
        assert table - first <= 1, "the picture is on the first side, and the table on it or on the next"
        assert many or here[-1] - first <= 1, "what was written too"
        begins = here[-1]
    if not many:  # paper is as wide as it is: a telephone prints the same
        person.driver.size(360, 780)
        person.driver.print(tmp_path / "narrow.pdf")
        assert Paper(tmp_path / "narrow.pdf").sides == sides


# Titles that do not keep room for what they head: in some browsers they stand alone at the foot of a side.
ALONE = """() => [...document.querySelectorAll('.mk-results :is(h3, h4)')].filter(one =>
    one.offsetParent && getComputedStyle(one, '::after').display !== 'block').map(one => one.textContent)"""


def test_a_title_of_the_results_keeps_room_for_what_it_heads(
    chrome: Browser, made_up_address: str, made_up: Guide
) -> None:
    with visit(chrome, f"{made_up_address}results/") as tab:
        tab.wait_for_function("() => typeof marks !== 'undefined' && Boolean(marks.store)")
        tab.evaluate(f"() => {{ (function () {{ {FILL} }})(0); }}")
        planned = f"mark/{next(iter(made_up.marks))}/what"
        tab.evaluate("(at) => { for (const n of [1, 2]) marks.store.set(`${at}/${n}`, 'Tea'); }", planned)
        tab.reload()
        expect(tab.get_by_role("heading", name=made_up.words["sum_next"])).to_be_visible()
        tab.emulate_media(media="print")
        assert tab.locator(".mk-results h3").count() > 3 and tab.evaluate(ALONE) == []
