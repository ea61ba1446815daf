"""Can a group score together in any browser? One person alone with a code, one who types for all, by keyboard; a new
round, and the results: each in Chromium, Firefox and WebKit."""

from __future__ import annotations

from macros.content.model import Guide, Mark, Stage
from tests.browser.test_journey_sheet import sheet
from tests.drive.person import Person
from tests.journeys import guide, mark, person, size, stage, start, top  # noqa: F401


def everyone(guide: Guide, mark: Mark) -> tuple[str, str]:
    return ("group", f"{mark.title}: {guide.words['all_title']}")


def called(guide: Guide, number: int) -> str:
    return guide.words["all_person"].replace("{n}", str(number))


def test_one_person_alone_makes_a_code_that_the_group_takes(
    person: Person, size: str, top: str, guide: Guide, stage: Stage, mark: Mark
) -> None:
    person.goes(f"{top}{stage.id}-my-scores/")
    here = ("group", mark.title)
    person.until(lambda: person.sees("radio", "7", here), "the page is not ready")
    person.presses("radio", "7", here)
    code = person.until(
        lambda: person.driver.run("return document.querySelector('output').textContent.trim()"), "there is no code"
    )
    person.reloads()
    person.until(lambda: person.chosen(here) == ["7"], "the score is lost")
    sheet(person, top, guide, stage, mark)
    person.unfolds("textbox", guide.words["code_field"])
    person.writes(f"3: {code.lower()}", guide.words["code_field"])
    person.presses("button", guide.words["code_add"])
    person.until(
        lambda: person.sees("textbox", called(guide, 3), everyone(guide, mark)), "the code has not come to its mark"
    )
    assert person.finds("7", called(guide, 3), everyone(guide, mark))


def test_one_who_types_for_all_uses_a_key_each(
    person: Person, top: str, guide: Guide, stage: Stage, mark: Mark
) -> None:
    one = sheet(person, top, guide, stage, mark)
    person.presses("number", guide.words["all_here"])
    person.driver.type("4")
    here = everyone(guide, mark)
    person.until(lambda: person.sees("textbox", called(guide, 4), here), "there is no field for the fourth")
    person.writes("3", called(guide, 1), here)
    for key in ("1", "9", "0"):  # a 1 waits for what comes next
        person.driver.press(key)
    for number, words in enumerate(("3", "1", "9", "10"), 1):
        assert person.finds(words, called(guide, number), here)
    person.reloads()
    one.ready()
    assert person.finds("10", called(guide, 4), here)


def test_a_new_round_and_the_results(person: Person, top: str, guide: Guide, stage: Stage, mark: Mark) -> None:
    one = sheet(person, top, guide, stage, mark)
    one.scores(7)
    person.presses("button", guide.words["round_begin"].replace("{n}", "2"))
    one.has_score()
    one.scores(4)
    person.goes(f"{top}results/")
    person.until(lambda: person.sees("heading", stage.title), "the results are not there")
    person.presses("fold", guide.words["res_table"])
    row = person.until(lambda: next((row for row in person.names("row") if mark.title in row), None), "no row")
    assert row.replace(mark.title, "").split()[:2] == ["4", "7"]
