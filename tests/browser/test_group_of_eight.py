"""Can somebody lead a group of eight from the first score to the second round, half a year later, and lose nothing?

A story, by role, name and keyboard alone: three people score on phones and give a code, two on slips, three say it
aloud; one of them is at home. It is told in one engine and goes on in another, which knows nothing but the file.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from pypdf import PdfReader

from macros.content.model import Guide, Mark, Stage
from tests.browser.test_journey_sheet import Sheet
from tests.conftest import whole
from tests.drive.person import Person
from tests.journeys import STARTS, a_person
from tests.shared import built_made_up, served

# The engine of the first meeting, and that of the second.
ENGINES = [
    ("chromium", "chromium"),
    pytest.param(("chromium", "firefox"), marks=pytest.mark.weekly),
    pytest.param(("webkit", "chromium"), marks=pytest.mark.weekly),
]
MARCH, SEPTEMBER = "2027-03-09", "2027-09-14"
PHONES = {1: "347", 2: "582", 3: "9?4"}  # what each scores of the first marks of a stage, again and again
OTHERS = {4: "2", 5: "6", 6: "8", 7: "5", 8: "-"}  # slips, and voices; the last is at home
CLOCK = """const day = new Date(arguments[0] + "T10:00").getTime(), begun = performance.now();
  Date.now = () => Math.floor(day + performance.now() - begun);"""


@pytest.fixture(params=ENGINES, ids="-then-".join)
def two(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Person, Person]]:
    """Somebody in one browser, and somebody in another who has never been here."""
    with ExitStack() as open_ones:
        people = []
        for number, kind in enumerate(request.param):
            folder = tmp_path / str(number)
            folder.mkdir()
            start = STARTS[kind](request, open_ones)
            people.append(open_ones.enter_context(contextmanager(a_person)(start, folder, True)))
            people[-1].has_mouse = False
        yield people[0], people[1]


@pytest.fixture(scope="module")
def guide(made_up: Guide) -> Guide:
    """The made-up guide, in every run."""
    return made_up


@pytest.fixture(scope="module")
def top(base: Path) -> Iterator[str]:
    with served(whole(built_made_up("mkdocs", base))) as address:
        yield address


@pytest.fixture(scope="module")
def stages(guide: Guide) -> list[Stage]:
    """Two stages to score: those with the fewest marks."""
    return sorted(guide.stages.values(), key=lambda one: len(one.marks))[:2]


def meeting(guide: Guide, mark: Mark) -> tuple[str, str]:
    return ("group", f"{mark.title}: {guide.words['all_title']}")


def called(guide: Guide, number: int) -> str:
    return guide.words["all_person"].replace("{n}", str(number))


def key(scores: str, at: int) -> str:
    return scores[at % len(scores)]


def on_a_phone(person: Person, top: str, guide: Guide, stage: Stage, scores: str) -> str:
    """Somebody scores alone, and reads the code at the end."""
    person.has("phone")
    person.goes(f"{top}{stage.id}-my-scores/")
    names = {one.key: one.name for one in guide.scale.not_scores}
    for at, mark in enumerate(stage.marks):
        said = key(scores, at)
        person.presses("radio", names.get(said, said), ("group", mark.title))
    wide = person.driver.run("return document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0, "a phone shows it whole"
    code: str = person.driver.run("return document.querySelector('output').textContent.trim()")
    assert len(code.replace("-", "")) <= 14 or len(stage.marks) > 11
    person.presses("button", guide.words["mine_clear"])
    person.has("desk")
    return code


def fills(person: Person, role: str, name: str, value: str, where: tuple[str, str] | None = None) -> None:
    """Choose a day or one of a list: each engine has keys of its own for it."""
    person.unfolds(role, name, where)
    script = """one.value = more[0];
      for (const kind of ["input", "change"]) one.dispatchEvent(new Event(kind, { bubbles: true }));"""
    person.asks(script, role, name, where, value)


def at_the_table(person: Person, guide: Guide, stage: Stage, at_first: dict[int, str]) -> None:
    """One of them types what the others say or have on a slip; each mark, one key a person."""
    for at, mark in enumerate(stage.marks):
        here = meeting(guide, mark)
        first = min(at_first)
        person.presses("textbox", called(guide, first), here)
        for number in sorted(at_first):
            person.driver.type(key(at_first[number], at))
        last = max(at_first)
        typed = key(at_first[last], at)
        assert person.finds(typed, called(guide, last), here)


def looked_at(person: Person, folder: Path, name: str) -> list[str]:
    """What is printed, page by page; and a picture beside it for whoever wants to look: BUILD_PICTURES=folder."""
    path = Path(os.environ.get("BUILD_PICTURES", folder)) / f"{name}.pdf"
    person.driver.print(path)
    return ["".join(page.extract_text().split()) for page in PdfReader(path).pages]


def tight(words: str) -> str:
    return "".join(words.split())


def test_a_group_of_eight_meets_twice(
    two: tuple[Person, Person], top: str, guide: Guide, stages: list[Stage], tmp_path: Path
) -> None:
    one, other = two
    words = guide.words
    first = stages[0].marks[0]
    codes = {
        stage.id: {number: on_a_phone(one, top, guide, stage, scores) for number, scores in PHONES.items()}
        for stage in stages
    }
    for stage in stages:
        sheet = Sheet(one, f"{top}{stage.id}-sheet/", guide, stage.marks[0]).opened()
        one.driver.run(CLOCK, MARCH)
        if stage is stages[0]:
            one.writes("Garden group", words["keep_name"])
            one.presses("number", words["all_here"])
            one.driver.type("7")
            one.presses("number", words["all_home"])
            one.driver.type("1")
            one.writes("Two were ill", words["all_absent"])
            one.writes("The old library", words["all_where"])
            fills(one, "date", words["all_on"], MARCH)
            for number in range(1, 9):
                side = guide.scale.sides[number > 4].id
                fills(one, "combobox", f"{words['all_side']}: {called(guide, number)}", side)
        one.writes("\n".join(f"{number}: {code}" for number, code in codes[stage.id].items()), words["code_field"])
        one.presses("button", words["code_add"])
        for number in PHONES:
            one.hears(words["code_added"].split("{n}")[0].replace("{person}", called(guide, number)))
        at_the_table(one, guide, stage, OTHERS)
        if stage is stages[0]:
            one.presses("button", words["all_again"], meeting(guide, first))
            one.driver.type("444")  # three score again, on one side
            sheet.scores(4)
            fills(one, "combobox", words["two_other"], "8", ("group", first.title))
            one.writes("Some of us wait outside", words["two_why"], ("group", first.title))
            one.writes("Some of us have a key", words["two_why_other"], ("group", first.title))
            one.writes("Book the quiet room", words["ask_what"], ("group", first.title))
            one.writes("Person 6", words["ask_who"], ("group", first.title))
            sheet.dates("2027-04-01")
        for mark in stage.marks[1:] if stage is stages[0] else stage.marks:
            one.presses("radio", "6", ("group", mark.title))

    one.goes(f"{top}results/")
    one.hears("Garden group")
    for said in ("out_here", "out_home"):
        one.hears(words[said].replace("{n}", {"out_here": "8", "out_home": "1"}[said]))
    one.hears(words["sum_two"].replace("{marks}", first.title))
    pages = looked_at(one, tmp_path, "first")
    assert len(pages) <= 2 * len(stages) + 2, "one or two sides a stage, and the plan"
    for stage in stages:
        assert any(tight(stage.title) in page and tight(stage.marks[-1].title) in page for page in pages)
    assert any("Somehaveakey" in page or "Someofushaveakey" in page for page in pages)
    one.goes(f"{top}{stages[0].id}-sheet/")
    Sheet(one, "", guide, first).ready()
    one.presses("button", words["file_save"])
    saved = one.gets("json")

    # half a year later, another person opens the file in another browser
    sheet = Sheet(other, f"{top}{stages[0].id}-sheet/", guide, first).opened()
    other.driver.run(CLOCK, SEPTEMBER)
    other.driver.choose(saved, "return met.find(...arguments)", "file", words["file_open"])
    other.presses("button", words["file_here"])
    here = meeting(guide, first)
    for number, scores in {**PHONES, **OTHERS}.items():
        assert other.finds(key(scores, 0), called(guide, number), here)
    assert other.finds("Some of us have a key", words["two_why_other"], ("group", first.title))
    sheet.has_score(4)
    other.presses("button", words["round_begin"].replace("{n}", "2"))
    sheet.has_score()
    done = f"{words['round_done']}: Book the quiet room"
    other.presses("checkbox", done)
    fills(other, "date", words["all_on"], SEPTEMBER)
    other.presses("number", words["all_here"])
    other.driver.type("8")
    for number, score in enumerate("66787655", 1):
        if number == 1:
            other.presses("textbox", called(guide, 1), here)
        other.driver.type(score)
    sheet.scores(7)
    other.writes("We have a room of our own", words["out_changed"], ("group", first.title))
    other.goes(f"{top}results/")
    other.hears(words["res_round"].replace("{n}", "2"))
    other.hears("Book the quiet room")
    other.hears(words["round_done"])
    fills(other, "combobox", words["res_stage"], stages[0].id)
    other.presses("fold", words["res_words"])
    other.hears("We have a room of our own")
    other.presses("fold", words["res_table"])
    row = other.until(lambda: next((row for row in other.names("row") if first.title in row), None), "no row")
    assert row.replace(first.title, "").split()[:4] == ["7", "4", "/", "8"]
    assert looked_at(other, tmp_path, "second")
    fills(other, "combobox", words["res_which"], "1")
    other.hears(words["sum_two"].replace("{marks}", first.title))
    other.hears("Some of us have a key")
    other.goes(f"{top}{stages[1].id}-sheet/")
    Sheet(other, "", guide, first).ready()
    other.presses("button", words["file_save"])
    assert "Some of us have a key" in other.gets("json").read_text(encoding="utf-8")
