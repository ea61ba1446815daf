"""Does the copy for a stick work in any browser? Opened from a disk: read, searched, filled in, counted and printed."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from pypdf import PdfReader

from macros.content.model import Guide, Mark, Stage
from tests.browser.test_journey_read import looks_for
from tests.browser.test_journey_sheet import Sheet
from tests.browser.test_journey_together import called, everyone
from tests.conftest import whole
from tests.drive.person import Person
from tests.journeys import guide, mark, person, stage, start  # noqa: F401
from tests.paper.test_journey_paper import tight
from tests.shared import built, built_made_up, unpacked


@pytest.fixture(scope="session")
def disk(request: pytest.FixtureRequest, base: Path) -> str:
    """Where the copy of the guide is opened on a disk. A folder on a stick may have any name."""
    is_own = request.config.getoption("--weekly")
    copy = unpacked(whole(built("mkdocs", base) if is_own else built_made_up("mkdocs", base)))
    there = copy.parent.parent / "Überall & 100 % für uns"
    with suppress(FileExistsError):  # another worker was faster
        there.symlink_to(copy)
    return f"{there.as_uri()}/index.html"


def follows(person: Person, page: str) -> None:
    """Go to a page by a link: Firefox gives a page of a disk that is opened by itself a memory of its own."""
    person.looks_back()
    person.driver.run(
        "const goal = `/${arguments[0]}/index.html`; [...document.links].find(one => one.href.includes(goal)).click()",
        page,
    )
    person.arrives(f"/{page}/index.html")


def sheet(person: Person, disk: str, guide: Guide, stage: Stage, mark: Mark) -> Sheet:
    """The sheet of a stage, from the first page on."""
    person.goes(disk)
    follows(person, f"{stage.id}-sheet")
    return Sheet(person, "", guide, mark).ready()


def test_it_is_read_and_searched(person: Person, disk: str, guide: Guide, stage: Stage, mark: Mark) -> None:
    person.has("desk")
    person.goes(disk)
    person.hears(guide.tagline)
    follows(person, stage.id)
    person.hears(mark.title)
    looks_for(person, "desk", mark.title)
    person.arrives("h=")
    assert person.hears(mark.title)


def test_it_is_filled_in_printed_and_counted(
    person: Person, disk: str, guide: Guide, stage: Stage, mark: Mark, tmp_path: Path
) -> None:
    one = sheet(person, disk, guide, stage, mark)
    person.writes("Tea first", one.looks, one.here)
    one.scores(7)
    person.reloads()
    one.ready()
    person.finds("Tea first", one.looks, one.here)
    one.has_score("7")
    follows(person, stage.id)
    person.goes_back()
    one.ready()
    person.writes(", then cake", one.looks, one.here)  # the next letter destroys nothing
    person.finds("Tea first, then cake", one.looks, one.here)
    one.has_score("7")
    person.driver.print(tmp_path / "paper.pdf")
    pages = [tight(page.extract_text()) for page in PdfReader(tmp_path / "paper.pdf").pages]
    assert "Teafirst" in pages[1] and all(tight(one.title) in page for one, page in zip(stage.marks, pages[1:]))
    person.presses("button", guide.words["file_save"])
    assert "Tea first, then cake" in person.gets("json").read_text(encoding="utf-8")
    person.presses("button", guide.words["keep_on_device"])
    follows(person, "results")
    person.until(lambda: person.sees("heading", stage.title), "the results are not there")
    person.presses("fold", guide.words["res_table"])
    assert person.until(lambda: [row for row in person.names("row") if mark.title in row and "7" in row], "no row")
    again = sheet(person, disk, guide, stage, mark)  # whoever begins anew with the first page
    assert person.finds("Tea first, then cake", again.looks, again.here)


def test_two_windows_have_one_project(person: Person, disk: str, guide: Guide, stage: Stage, mark: Mark) -> None:
    """Also when the page of one was loaded again: from then on WebKit tells it nothing of the other."""

    def opened() -> Sheet:
        if person.driver.kind == "firefox":  # see `follows`
            return sheet(person, disk, guide, stage, mark)
        person.goes(disk.replace("index.html", f"{stage.id}-sheet/index.html"))
        return Sheet(person, "", guide, mark).ready()

    one = opened()
    person.writes("First", one.looks, one.here)
    person.reloads()
    one.ready()
    person.presses("button", guide.words["keep_on_device"])
    first, second = person.driver.tab(), person.driver.another_tab()
    other = opened()
    person.writes("From the second", other.ladders, other.here)
    person.looks_back()
    person.driver.to_tab(first)
    assert person.finds("From the second", one.ladders, one.here)
    assert person.finds("First", one.looks, one.here)
    person.driver.to_tab(second)
    person.driver.close_tab()
    person.driver.to_tab(first)


def test_one_scores_alone_and_the_code_is_taken(
    person: Person, disk: str, guide: Guide, stage: Stage, mark: Mark
) -> None:
    person.goes(disk)
    follows(person, f"{stage.id}-my-scores")
    here = ("group", mark.title)
    person.until(lambda: person.sees("radio", "7", here), "the page is not ready")
    person.presses("radio", "7", here)
    code = "return document.querySelector('output').textContent.trim()"
    made = person.until(lambda: person.driver.run(code), "there is no code")
    person.reloads()
    person.until(lambda: person.chosen(here) == ["7"], "the score is lost")
    sheet(person, disk, guide, stage, mark)
    person.unfolds("textbox", guide.words["code_field"])
    person.writes(f"3: {made}", guide.words["code_field"])
    person.presses("button", guide.words["code_add"])
    assert person.finds("7", called(guide, 3), everyone(guide, mark))
