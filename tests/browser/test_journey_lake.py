"""From a low score to an idea in the plan, and from the Lake to the basket: in Chromium, Firefox and WebKit."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from macros.content.model import Guide, Idea, Mark
from tests.drive.person import Person
from tests.journeys import guide, person, person_without_scripts, start, top  # noqa: F401

DAY = "2031-03-09"
WRITE_DAY = "one.value = more[0]; one.dispatchEvent(new Event('input', {bubbles: true}))"
SHOWN = """return [...document.querySelectorAll('.mk-idea__title')].filter(one =>
  one.offsetHeight && one.checkVisibility({ visibilityProperty: true })).map(one => one.id)"""


def far(guide: Guide) -> tuple[Mark, Idea]:
    """A mark, and an idea of another stage that helps it."""
    found = ((guide.marks[mark], one) for mark, ideas in guide.ideas_for.items() for one in ideas)
    return next((mark, one) for mark, one in found if one.stage != mark.stage)


def paper(person: Person, path: Path) -> str:
    """All that a printed page says, in one line."""
    person.driver.print(path)
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


@pytest.mark.parametrize("has_mouse", [True, False], ids=["mouse", "keyboard"])
def test_from_a_low_score_an_idea_of_another_stage_is_in_the_plan_in_two_presses(
    has_mouse: bool, person: Person, top: str, guide: Guide, tmp_path: Path
) -> None:
    """One press scores, one plans. It is found in the calendar, in the results, and on the paper of both."""
    mark, idea = far(guide)
    words = guide.words
    person.has_mouse = has_mouse
    person.goes(f"{top}{mark.stage}-sheet/")
    here = ("group", mark.title)
    person.presses("radio", str(guide.scale.lowest), here)
    put, there = (f"{words[name]}: {idea.title}" for name in ("res_put", "plan_in"))
    person.until(lambda: person.sees("button", put, here), "the idea does not stand there")
    person.presses("button", put, here)
    person.until(lambda: person.sees("button", there, here), "it is not in the plan")
    step = ("group", idea.title)
    person.writes("Person A", words["out_who"], step)
    person.asks(WRITE_DAY, "date", words["out_when"], step, DAY)
    own = [f"mark/{mark.id}/{name}/1" for name in ("what", "who", "when")]
    assert not person.driver.run("return arguments[0].map((path) => marks.store.get(path)).join('')", own), (
        "who does an idea does not do the mark's own next step"
    )
    person.presses("button", words["out_calendar"])
    calendar = person.gets("ics").read_text(encoding="utf-8").replace("\r\n ", "")
    assert f"SUMMARY:{idea.title}" in calendar and DAY.replace("-", "") in calendar and "Person A" in calendar
    assert idea.title in paper(person, tmp_path / "sheet.pdf")
    person.goes(f"{top}results/")
    person.until(lambda: person.sees("heading", words["sum_next"]), "there is no plan")
    assert person.driver.run(
        "const plan = document.querySelector('[data-by-date]').textContent;"
        "return arguments[0].every(one => plan.includes(one))",
        [idea.title, mark.title, "Person A"],
    )
    printed = paper(person, tmp_path / "results.pdf")
    assert idea.title in printed and "Person A" in printed


def test_an_idea_of_the_lake_goes_into_the_basket_and_is_there_in_the_results(
    person: Person, top: str, guide: Guide
) -> None:
    idea = next(iter(guide.ideas.values()))
    words = guide.words
    person.has("phone")
    person.goes(f"{top}lake/#{idea.id}")
    put, there = (f"{words[name]}: {idea.title}" for name in ("basket_put", "basket_in"))
    person.until(lambda: person.sees("button", put), "there is no basket")
    person.presses("button", put)
    person.until(lambda: person.sees("button", there), "it is not in the basket")
    person.reloads()
    person.until(lambda: person.sees("button", there), "the basket forgot it")
    person.goes(f"{top}results/")
    person.until(lambda: person.sees("link", idea.title), "the results do not have it")
    person.writes("Our <b>own</b> idea", words["basket_name"])
    person.driver.press("Enter")
    person.until(lambda: person.sees("button", f"{words['basket_in']}: Our <b>own</b> idea"), "ours is not there")
    person.presses("button", there)
    person.until(lambda: not person.sees("link", idea.title), "it does not go out again")
    assert person.sees("button", f"{words['basket_in']}: Our <b>own</b> idea")


def test_an_idea_goes_into_the_basket_from_the_page_of_its_stage_and_is_for_its_mark(
    person: Person, top: str, guide: Guide
) -> None:
    """From the ideas that help a mark, and from those of other shores. The page says so when it is opened again."""
    mark, idea = far(guide)
    words = guide.words
    put, there = (f"{words[name]}: {idea.title}" for name in ("basket_put", "basket_in"))
    shores = "return arguments[0].every(one => document.querySelector(`[data-goal='${one}'] button`))"
    person.goes(f"{top}{mark.stage}/#{mark.id}--ideas")
    person.until(
        lambda: person.driver.run(shores, [f"mark/{mark.id}", f"stage/{mark.stage}"]), "no list has a button of its own"
    )
    person.until(lambda: person.sees("button", put), "there is no button")
    person.presses("button", put)
    person.until(lambda: person.sees("button", there), "it is not in the basket")
    assert person.driver.run("return marks.store.get(arguments[0])", f"idea/{idea.id}/for/mark/{mark.id}") is True
    person.reloads()
    person.until(lambda: person.sees("button", there), "the page forgot it")
    person.goes(f"{top}results/")
    person.until(lambda: person.sees("link", idea.title), "the results do not have it")


def test_what_was_chosen_stands_in_the_address_and_goes_back(person: Person, top: str, guide: Guide) -> None:
    stage = next(iter(guide.stages))
    home = [one.id for one in guide.ideas.values() if one.stage == stage]
    person.goes(f"{top}lake/")
    person.until(lambda: len(person.driver.run(SHOWN)) == len(guide.ideas), "the ideas are not there")
    person.driver.run(
        "const one = document.querySelector('[data-choose=stage]'); one.value = arguments[0];"
        "one.dispatchEvent(new Event('input', {bubbles: true}))",
        stage,
    )
    person.until(lambda: person.driver.run(SHOWN) == home, "it does not choose")
    assert person.driver.run("return location.hash") == f"#stage={stage}"
    person.driver.back()
    person.until(lambda: len(person.driver.run(SHOWN)) == len(guide.ideas), "it does not go back")
    person.driver.forward()
    person.until(lambda: person.driver.run(SHOWN) == home, "it does not go forward")


def test_the_picture_is_gone_through_by_arrow_keys_and_comes_back_to_where_it_was_left(
    person: Person, top: str, guide: Guide
) -> None:
    person.has("desk")
    person.goes(f"{top}lake-picture/")
    first = person.until(
        lambda: person.driver.run(
            "const stops = document.querySelectorAll('.mk-float[tabindex=\"0\"]');"
            "if (stops.length !== 1) return ''; stops[0].focus(); return stops[0].dataset.idea"
        ),
        "the picture has not one way in",
    )
    at = "return document.activeElement.dataset.idea || ''"
    been = {first}
    for key in ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"):
        person.driver.press(key)
        been.add(person.driver.run(at))
    assert len(been) > 1 and been <= set(guide.ideas)
    here = person.driver.run(at)
    title = guide.ideas[here].title
    put = f"{guide.words['basket_put']}: {title}"
    person.until(lambda: person.sees("button", put), "it cannot be put into the basket")
    person.driver.press("Enter")
    person.arrives(f"lake/#{here}")
    person.goes_back()
    person.arrives("lake-picture/")
    person.until(lambda: person.driver.run(at) == here, "the keyboard is somewhere else")


def test_without_a_script_the_lake_is_read_linked_and_printed(
    person_without_scripts: Person, top: str, guide: Guide, tmp_path: Path
) -> None:
    driver = person_without_scripts.driver
    for page in ("lake", "lake-picture"):
        driver.go(f"{top}{page}/")
        driver.print(tmp_path / f"{page}.pdf")
        pages = PdfReader(tmp_path / f"{page}.pdf").pages
        said = " ".join(" ".join(one.extract_text() for one in pages).split())
        links = [one.get_object().get("/A", {}).get("/URI", "") for each in pages for one in each.get("/Annots") or []]
        for idea in guide.ideas.values():
            if page == "lake":
                assert idea.title in said and idea.what in said, idea.id
            elif driver.kind == "webkit":  # its files to print have no links
                assert idea.title.split()[0] in said, idea.id
            else:
                assert any(str(link).endswith(f"#{idea.id}") for link in links), idea.id
        assert guide.words["basket_fold"] not in said, "what needs a script stays away"
