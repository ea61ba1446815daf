"""Can people fill in a sheet in any browser? Each journey in Chromium, Firefox and WebKit, by role and name."""

from __future__ import annotations

import json

import pytest

from macros.content.model import Guide, Mark, Stage
from tests.drive.person import Person
from tests.journeys import guide, mark, person, size, stage, start, top  # noqa: F401

WORDS = "Ünïcode “quotes” & <b> we thank all"
DAY = "2031-03-09"


class Sheet:
    """The sheet of a stage, as somebody fills it in."""

    def __init__(self, person: Person, address: str, guide: Guide, mark: Mark) -> None:
        self.person, self.address, self.guide, self.mark = person, address, guide, mark
        self.here = ("group", mark.title)
        self.words = guide.words
        asked = {one.offers or one.answer: one.ask for one in guide.questions}
        self.looks, self.ladders, self.snakes = asked["words"], asked["ladders"], asked["snakes"]
        self.score = asked["score"]

    def opened(self) -> Sheet:
        self.person.goes(self.address)
        return self.ready()

    def ready(self) -> Sheet:
        """Wait for what only a script can show."""
        self.person.until(lambda: self.person.sees("textbox", self.words["keep_name"]), "the sheet is not ready")
        return self

    def scores(self, value: int | str) -> None:
        self.person.presses("radio", str(value), self.here)

    def has_score(self, *values: int | str) -> bool:
        """Wait until this is the answer, or that there is none, which is true then; AssertionError when it is not."""
        wanted = [str(value) for value in values]
        return bool(self.person.until(lambda: self.person.chosen(self.here) == wanted, f"the score is not {wanted}"))

    def dates(self, day: str) -> None:
        """A day, as the picker of a browser would put it: each engine has keys of its own for it."""
        self.person.asks(
            "one.value = more[0]; one.dispatchEvent(new Event('input', {bubbles: true}))",
            "date",
            self.words["ask_when"],
            self.here,
            day,
        )


def sheet(person: Person, top: str, guide: Guide, stage: Stage, mark: Mark) -> Sheet:
    return Sheet(person, f"{top}{stage.id}-sheet/", guide, mark).opened()


def test_words_and_a_score_are_there_after_a_reload(
    person: Person, size: str, top: str, guide: Guide, stage: Stage, mark: Mark
) -> None:
    one = sheet(person, top, guide, stage, mark)
    person.writes(WORDS, one.looks, one.here)
    person.writes("Write the cards", guide.words["ask_what"], one.here)
    person.writes("Person A", guide.words["ask_who"], one.here)
    person.driver.press("Enter")  # sends nothing and leads nowhere
    one.dates(DAY)
    one.scores(7)
    one.has_score("7")
    person.reloads()
    one.ready()
    person.finds(WORDS, one.looks, one.here)
    person.finds("Write the cards", guide.words["ask_what"], one.here)
    person.finds("Person A", guide.words["ask_who"], one.here)
    person.finds(DAY, guide.words["ask_when"], one.here, "date")
    assert one.has_score("7")


def test_a_day_that_is_picked_after_one_was_typed_stays(
    person: Person, top: str, guide: Guide, stage: Stage, mark: Mark
) -> None:
    one = sheet(person, top, guide, stage, mark)
    one.dates("2030-01-01")
    person.asks("one.focus()", "date", guide.words["ask_when"], one.here)
    person.driver.press("ArrowUp")
    one.dates(DAY)
    person.writes("Person A", guide.words["ask_who"], one.here)
    assert person.finds(DAY, guide.words["ask_when"], one.here, "date")


def test_a_score_by_arrow_keys_is_seen_all_the_way(
    person: Person, top: str, guide: Guide, stage: Stage, mark: Mark
) -> None:
    one = sheet(person, top, guide, stage, mark)
    one.scores(6)
    person.driver.press("ArrowRight")
    one.has_score("7")
    assert person.focused() == "7"
    assert person.asks(LOOK, "radio", "7", one.here) == ["solid", True]  # an outline, and more of an edge than others
    person.driver.press("ArrowLeft")
    person.driver.press("ArrowLeft")
    one.has_score("5")
    assert person.asks(LOOK, "radio", "5", one.here) == ["solid", True]
    assert person.asks(LOOK, "radio", "7", one.here) == ["none", False]
    for _ in range(len(guide.scale.not_scores) + guide.scale.highest - 5):
        person.driver.press("ArrowRight")
    one.has_score(guide.scale.not_scores[-1].name)
    assert person.asks(LOOK, "radio", guide.scale.not_scores[-1].name, one.here)[0] == "solid"
    person.presses("button", guide.words["ask_clear"], one.here)
    one.has_score()


# How the square around a number is drawn: its outline, and whether its edge is wider than that of most.
LOOK = """const edge = part => parseFloat(getComputedStyle(part).borderTopWidth);
  const square = one.closest('label');
  const other = [...square.parentElement.children].find(part => !part.querySelector(':checked'));
  return [getComputedStyle(one).outlineStyle, Math.max(edge(one), edge(square)) > edge(other)]"""


def test_a_mark_of_our_own(person: Person, size: str, top: str, guide: Guide, stage: Stage, mark: Mark) -> None:
    one = sheet(person, top, guide, stage, mark)
    person.presses("button", guide.words["own_add"])
    assert person.focused() == guide.words["own_called"]
    person.driver.type("Our tea")
    here = ("group", "Our tea")
    person.until(lambda: person.sees("heading", "Our tea"), "the title is not shown")
    person.presses("radio", "9", here)
    person.until(lambda: any("Our tea" in row for row in person.names("row")), "what we said does not name it")
    person.reloads()
    one.ready()
    person.until(lambda: person.chosen(here) == ["9"], "its score is lost")
    person.presses("button", guide.words["own_delete"])
    person.until(lambda: not person.sees("heading", "Our tea"), "it is not deleted")
    undo = undoing(guide, guide.words["own_deleted"].replace("{title}", "Our tea"))
    assert person.focused() == undo
    person.driver.press("Enter")
    person.until(lambda: person.sees("heading", "Our tea"), "it does not come back")
    person.until(lambda: person.chosen(here) == ["9"], "its score is lost")


def undoing(guide: Guide, what: str) -> str:
    """What the button says that takes something back."""
    return guide.words["keep_undo"].replace("{what}", what)


def test_two_tabs_have_one_project(person: Person, top: str, guide: Guide, stage: Stage, mark: Mark) -> None:
    one = sheet(person, top, guide, stage, mark)
    person.writes("First", one.looks, one.here)
    one.scores(4)
    person.presses("button", guide.words["keep_on_device"])
    first, second = person.driver.tab(), person.driver.another_tab()
    one.opened()
    person.finds("First", one.looks, one.here)
    person.writes("From the second", one.ladders, one.here)
    person.driver.to_tab(first)
    person.finds("From the second", one.ladders, one.here)
    person.writes(" and more", one.looks, one.here)
    person.driver.to_tab(second)
    person.finds("First and more", one.looks, one.here)
    third = person.driver.another_tab()
    for tab in (first, second):
        person.driver.to_tab(tab)
        person.driver.close_tab()
    person.driver.to_tab(third)
    one.opened()
    person.finds("First and more", one.looks, one.here)
    person.finds("From the second", one.ladders, one.here)
    assert one.has_score("4")


def test_cleared_and_undone(person: Person, size: str, top: str, guide: Guide, stage: Stage, mark: Mark) -> None:
    one = filled(sheet(person, top, guide, stage, mark))
    clear(one)
    person.presses("button", undoing(guide, guide.words["keep_cleared"]))
    assert as_filled(one)


def test_undo_is_in_reach_in_a_low_window(person: Person, top: str, guide: Guide, stage: Stage, mark: Mark) -> None:
    """As on a phone held sideways, or on any with its keyboard open."""
    person.driver.size(640, 340)
    one = filled(sheet(person, top, guide, stage, mark))
    clear(one)
    undo = undoing(guide, guide.words["keep_cleared"])
    person.until(lambda: person.sees("button", undo), "there is no undo")
    script = "const box = one.getBoundingClientRect(); return [box.top, box.bottom, innerHeight]"
    box = person.asks(script, "button", undo)
    assert 0 <= box[0] < box[1] <= box[2]


def test_what_people_look_at_stays_where_it_is_while_what_we_said_grows_above_it(
    person: Person, top: str, guide: Guide, stage: Stage, mark: Mark
) -> None:
    one = sheet(person, top, guide, stage, mark)
    person.writes("Garden", guide.words["keep_name"])
    where = "[document.activeElement.getBoundingClientRect().top, document.body.scrollHeight]"
    paths = [f"mark/{each.id}/score/1/together" for each in stage.marks]
    # people scroll in the very frame in which the page grows
    top_before, tall_before = person.driver.run(
        f"""document.activeElement.scrollIntoView({{ block: "center", behavior: "instant" }});
        const now = {where};
        for (const path of arguments[0]) marks.store.set(path, 3);
        return now""",
        paths,
    )
    said = "return document.querySelectorAll('mk-sheet-summary [data-scores] tbody tr').length"
    person.until(lambda: person.driver.run(said) == len(stage.marks), "the scores are not in the summary")
    now, tall = person.driver.run(f"return {where}")
    assert tall > tall_before + 40, "nothing grew"
    assert abs(now - top_before) < 10 and one.here


def filled(one: Sheet) -> Sheet:
    person = one.person
    person.writes("Garden", one.words["keep_name"])
    person.writes("Tea first", one.ladders, one.here)
    person.writes("Write the cards", one.words["ask_what"], one.here)
    one.dates(DAY)
    one.scores(7)
    return one


def as_filled(one: Sheet) -> bool:
    one.person.finds("Garden", one.words["keep_name"])
    one.person.finds("Tea first", one.ladders, one.here)
    return one.has_score("7")


def clear(one: Sheet) -> None:
    one.person.presses("button", one.words["keep_clear_tab"])
    one.person.finds("", one.ladders, one.here)
    one.has_score()


def test_a_file_is_saved_and_opened(
    person: Person, size: str, top: str, guide: Guide, stage: Stage, mark: Mark
) -> None:
    one = filled(sheet(person, top, guide, stage, mark))
    person.presses("button", guide.words["file_save"])
    file = person.gets("json")
    assert file.name.startswith("Garden") and "answers" in json.loads(file.read_text(encoding="utf-8"))
    clear(one)
    person.unfolds("file", guide.words["file_open"])
    person.driver.choose(file, "return met.find(...arguments)", "file", guide.words["file_open"])
    person.presses("button", guide.words["file_here"])  # there is nothing here that it could replace
    as_filled(one)


def test_a_table_words_and_dates(person: Person, top: str, guide: Guide, stage: Stage, mark: Mark) -> None:
    filled(sheet(person, top, guide, stage, mark))
    person.presses("button", guide.words["out_csv"])
    assert "Tea first" in person.gets("csv").read_text(encoding="utf-8")
    person.presses("button", guide.words["out_text"])
    assert "Write the cards" in person.gets("txt").read_text(encoding="utf-8")
    person.presses("button", guide.words["out_calendar"])
    assert DAY.replace("-", "") in person.gets("ics").read_text(encoding="utf-8")


def test_a_box_grows_with_its_words(
    person: Person, size: str, top: str, guide: Guide, stage: Stage, mark: Mark
) -> None:
    one = sheet(person, top, guide, stage, mark)
    heights = "return [one.clientHeight, one.scrollHeight]"
    before, _ = person.asks(heights, "textbox", one.snakes, one.here)
    person.writes("\n".join(f"Line {n}" for n in range(8)), one.snakes, one.here)
    after, whole = person.asks(heights, "textbox", one.snakes, one.here)
    assert whole <= after + 2 and after > 2 * before
    person.reloads()
    one.ready()
    again, whole = person.asks(heights, "textbox", one.snakes, one.here)
    assert whole <= again + 2 and again > 2 * before
    person.empties(one.snakes, one.here)
    shrunk, _ = person.asks(heights, "textbox", one.snakes, one.here)
    assert shrunk <= before + 2


def test_a_ladder_of_the_guide_is_taken(person: Person, top: str, guide: Guide, stage: Stage, mark: Mark) -> None:
    one = sheet(person, top, guide, stage, mark)
    line = mark.ladders[0].say
    person.presses("fold", guide.words["ask_take_ladders"], one.here)
    person.presses("button", f"{guide.words['ask_take']}: {line}", one.here)
    assert person.finds(line, one.ladders, one.here)


def test_a_sheet_of_our_own_choosing(
    person: Person, size: str, top: str, guide: Guide, stage: Stage, mark: Mark
) -> None:
    one = Sheet(person, f"{top}choose/", guide, mark).opened()
    assert not person.sees("textbox", one.ladders, one.here)
    person.presses("checkbox", mark.title)
    person.writes("Tea first", one.ladders, one.here)
    one.scores(7)
    person.reloads()
    one.ready()
    person.finds("Tea first", one.ladders, one.here)
    one.has_score("7")
    person.presses("checkbox", mark.title)
    person.until(lambda: not person.sees("textbox", one.ladders, one.here), "it stays open")


def test_the_engine_calls_things_as_we_do(person: Person, top: str, guide: Guide, stage: Stage, mark: Mark) -> None:
    """These journeys go by names of our own finding: each engine, which tells a screen reader, says the same."""
    one = sheet(person, top, guide, stage, mark)
    asked = [
        ("button", guide.words["file_save"], None),
        ("button", guide.words["own_add"], None),
        ("textbox", guide.words["keep_name"], None),
        ("textbox", one.looks, one.here),
        ("textbox", guide.words["ask_who"], one.here),
        ("radio", "7", one.here),
        ("radio", guide.scale.not_scores[0].name, one.here),
        ("group", mark.title, None),
        ("group", one.score, one.here),
        ("checkbox", guide.words["ask_quiet"], None),
    ]
    for role, name, where in asked:
        person.unfolds(role, name, where)
        assert person.sees(role, name, where), (role, name)
        assert person.driver.says(role, name, "return met.find(...arguments)", role, name, where), (role, name)


@pytest.mark.parametrize("chosen", [False, True], ids=["stage", "choose"])
def test_the_back_button_keeps_the_words(
    person: Person, top: str, guide: Guide, stage: Stage, mark: Mark, chosen: bool
) -> None:
    one = Sheet(person, f"{top}choose/" if chosen else f"{top}{stage.id}-sheet/", guide, mark).opened()
    if chosen:
        person.presses("checkbox", mark.title)
    person.writes("Garden", guide.words["keep_name"])
    person.writes("old words", one.looks, one.here)
    one.scores(4)
    person.looks_back()
    person.driver.run("[...document.links].find(one => one.pathname === arguments[0]).click()", f"/{stage.id}/")
    person.arrives(f"/{stage.id}/")
    person.goes_back()
    one.ready()
    person.finds("Garden", guide.words["keep_name"])
    person.finds("old words", one.looks, one.here)
    one.has_score(4)
    person.writes(" and new", one.looks, one.here)  # the next letter destroys nothing
    person.reloads()
    one.ready()
    assert person.finds("old words and new", one.looks, one.here)
