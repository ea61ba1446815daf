"""Can a group score together in any browser, by keyboard alone? One person with a code, one who types for all, a new
round, the results, the worked example: each in Chromium, Firefox and WebKit."""

from __future__ import annotations

import pytest

from macros.content.model import Guide, Mark, Stage
from tests.browser.test_journey_sheet import sheet
from tests.drive.person import Person
from tests.journeys import guide, mark, person, size, stage, start, top  # noqa: F401


@pytest.fixture(autouse=True)
def no_mouse(person: Person) -> None:
    """Everything is done with keys; a mouse is used in the other tests of groups, in Chromium."""
    person.has_mouse = False


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
    for key in ("1", "9", "2"):  # no score of this guide has two digits
        person.driver.press(key)
    for number, words in enumerate(("3", "1", "9", "2"), 1):
        assert person.finds(words, called(guide, number), here)
    person.reloads()
    one.ready()
    assert person.finds("2", called(guide, 4), here)


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
    for kind in ("svg", "png"):
        person.presses("button", f"{guide.words[f'res_{kind}']}: {stage.title}")
    picture = person.gets("svg").read_text(encoding="utf-8")
    assert person.gets("png").stat().st_size > 5000
    assert picture.count('fill="rgb(') > 5  # an engine that drew it all black left the colours out


def test_one_who_has_a_keyboard_alone_writes_down_what_a_group_says(
    person: Person, top: str, guide: Guide, stage: Stage, mark: Mark
) -> None:
    one = sheet(person, top, guide, stage, mark)
    words, press = guide.words, person.driver.press
    here = everyone(guide, mark)
    person.tabs_to("fold", words["all_how"])
    press("Enter")
    person.until(lambda: person.sees("number", words["all_here"]), "the fold does not open")
    person.tabs_to("number", words["all_here"])
    person.driver.type("3")
    person.tabs_to("checkbox", words["all_hide"])
    press("Space")
    person.until(lambda: person.sees("textbox", called(guide, 3), here), "there is no field for the third")
    person.tabs_to("textbox", called(guide, 1), here)
    for key in ("3", "9", "4"):
        press(key)
    person.until(lambda: person.reads(called(guide, 3), here) == "•", "the scores are not hidden")
    assert not person.is_told(words["all_range"].replace("{low}", "3").replace("{high}", "9"))
    person.tabs_to("button", words["all_show"], here)
    press("Enter")
    person.hears(words["all_range"].replace("{low}", "3").replace("{high}", "9"))
    person.tabs_to("button", words["all_again"], here)
    press("Enter")
    press("5")  # the first of the second scores has the keyboard
    person.hears(words["all_range"].replace("{low}", "4").replace("{high}", "9"))
    person.tabs_to("fold", words["two_title"], ("group", mark.title))
    press("Enter")
    person.tabs_to("textbox", words["two_why"], ("group", mark.title))
    person.driver.type("We saw different things")
    person.reloads()
    one.ready()
    assert person.finds("•", called(guide, 1), here)  # hidden is hidden until somebody says otherwise
    person.presses("checkbox", words["all_hide"])
    assert person.finds("3", called(guide, 1), here)
    assert person.finds("We saw different things", words["two_why"], ("group", mark.title))


def test_a_file_of_two_rounds_is_found_again_and_another_table_adds_its_people(
    person: Person, top: str, guide: Guide, stage: Stage, mark: Mark
) -> None:
    """One table saves its file, and another adds it to its own: nobody is doubled and nobody is lost."""
    one = sheet(person, top, guide, stage, mark)
    words, here = guide.words, everyone(guide, mark)
    for number, key in ((1, "3"), (2, "8")):
        if number == 1:
            person.presses("number", words["all_here"])
            person.driver.type("2")
            person.until(lambda: person.sees("textbox", called(guide, 2), here), "there is no field for the second")
        person.writes(key, called(guide, number), here)
    person.presses("button", words["round_begin"].replace("{n}", "2"))
    one.scores(6)
    person.presses("button", words["file_save"])
    saved = person.gets("json")
    person.presses("button", words["keep_clear_tab"])
    person.until(lambda: not person.sees("textbox", called(guide, 1), here), "it is not empty")
    person.presses("number", words["all_here"])
    person.driver.press("Control+a")
    person.driver.type("1")
    person.until(lambda: person.sees("textbox", called(guide, 1), here), "there is no field for the first")
    person.writes("5", called(guide, 1), here)
    person.driver.choose(saved, "return met.find(...arguments)", "file", words["file_open"])
    person.presses("button", words["file_add_other"])
    person.hears(words["round_now"].replace("{n}", "2"))
    one.has_score(6)
    person.goes(f"{top}results/")
    person.until(lambda: person.sees("heading", stage.title), "the results are not there")
    script = "return Object.keys(marks.store.record.answers).filter((path) => path.includes('/score/1/p')).length"
    assert person.driver.run(script) == 3


def test_the_worked_example_is_opened_and_left(
    person: Person, top: str, guide: Guide, stage: Stage, mark: Mark
) -> None:
    one = sheet(person, top, guide, stage, mark)
    person.writes("Our own words", one.looks, one.here)
    person.goes(f"{top}example/")
    person.until(lambda: person.sees("button", guide.words["ex_open"]), "there is no way to open it")
    person.presses("button", guide.words["ex_open"])
    person.arrives("results/")
    person.hears(guide.words["ex_here"])
    person.hears(guide.example.name)
    person.goes(one.address)
    one.ready()
    assert person.reads(one.looks, one.here) != "Our own words"
    person.presses("button", guide.words["ex_leave"])
    one.ready()
    person.until(lambda: not person.sees("button", guide.words["ex_leave"]), "it was not left")
    assert person.finds("Our own words", one.looks, one.here)
