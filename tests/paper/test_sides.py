"""Is each side of paper used, and is nothing on it small, cut or near its edge? What was seen on prints, one by one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from macros.content.model import Guide, Stage
from tests.drive.person import Person
from tests.journeys import guide, person, start, top  # noqa: F401
from tests.room import Paper, choose, printed, tight
from tests.shared import seldom
from tests.visits import visit

EDGE = 10.0  # mm
LINE = 0.3  # mm for each point of a letter, above the line that it stands on


@pytest.fixture
def stage(guide: Guide) -> Stage:
    """The first of the guide."""
    return next(iter(guide.stages.values()))


@pytest.fixture
def tab(chrome: Browser, made_up_address: str) -> Iterator[Tab]:
    """Somebody in the print room. No script may stumble."""
    with visit(chrome, f"{made_up_address}print/") as one:
        yield one


def off_the_edge(paper: Paper, high: float = 297.0) -> list[str]:
    """What stands too near to the upper or the lower edge."""
    return [
        f"{number}: {one.words} at {one.y:.1f}"
        for number in range(len(paper.sides))
        for one in paper.said(number)
        if one.y - LINE * one.size < EDGE or one.y > high - EDGE
    ]


def sizes(paper: Paper) -> list[float]:
    return [one.size for number in range(len(paper.sides)) for one in paper.said(number)]


@pytest.mark.parametrize("page", ["", "-sheet", seldom("-my-scores")])
def test_letters_are_as_large_as_they_say_and_nothing_is_near_the_edge(
    person: Person,
    top: str,
    guide: Guide,
    stage: Stage,
    tmp_path: Path,
    page: str,
) -> None:
    """In each browser 12 points are 12, and no line of a full page runs into the margin."""
    person.goes(f"{top}{stage.id}{page}/")
    person.driver.print(tmp_path / "out.pdf")
    paper = Paper(tmp_path / "out.pdf")
    assert not off_the_edge(paper)
    assert 11.9 < min(sizes(paper)) < 12.6
    if page:  # the key to the numbers stands wherever they are asked; before the first mark of a sheet nothing is
        asked = [side for side in paper.sides if any(tight(one.title) in side for one in stage.marks)]
        key = tight(guide.words["paper_key"])
        assert len(asked[page == "-sheet" :]) > 1 or page != "-sheet"
        assert all(key in side for side in asked[page == "-sheet" :])


def test_easy_read_is_16_points_to_its_last_foot(tab: Tab, stage: Stage, made_up_address: str, tmp_path: Path) -> None:
    choose(tab, ["easy", "easy-slip"], stage.id, size="12", people="1")
    assert min(sizes(printed(tab, tmp_path / "out.pdf"))) > 15.9
    for page in ("easy", "my-scores-easy"):
        tab.goto(f"{made_up_address}{stage.id}-{page}/")
        paper = printed(tab, tmp_path / "out.pdf")
        assert min(sizes(paper)) > 15.9 and not off_the_edge(paper), page


def test_in_large_letters_the_margin_is_large_and_boxes_use_their_side(
    tab: Tab, stage: Stage, made_up_address: str, tmp_path: Path
) -> None:
    tab.goto(f"{made_up_address}{stage.id}-sheet/")
    tab.evaluate("() => marks.show('size', 'largest')")
    paper = printed(tab, tmp_path / "out.pdf")
    assert min(sizes(paper)) > 15.9 and not off_the_edge(paper)
    tab.set_viewport_size({"width": 680, "height": 1000})  # as wide as A4 leaves room
    tab.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    tab.emulate_media(media="print")
    first = tab.locator("mk-answer-form").first
    boxes = first.locator("textarea:not([rows='1'])").evaluate_all("(all) => all.map((one) => one.offsetHeight)")
    many = first.get_attribute("data-many") is not None
    assert boxes and (many or sum(boxes) > 100)


def test_each_page_of_a_sheet_says_the_day(tab: Tab, stage: Stage, made_up_address: str, tmp_path: Path) -> None:
    tab.goto(f"{made_up_address}{stage.id}-sheet/")
    tab.evaluate("() => { marks.store.set('name', 'A'.repeat(90)); marks.store.set('round/1/on', '2031-05-14'); }")
    paper = printed(tab, tmp_path / "out.pdf")
    assert all("2031" in side for side in paper.sides) and not off_the_edge(paper)


@pytest.mark.parametrize("wide", [320, 360])
def test_on_a_phone_each_cell_of_a_table_holds_its_words(
    tab: Tab, stage: Stage, made_up_address: str, wide: int
) -> None:
    tab.set_viewport_size({"width": wide, "height": 900})
    tab.goto(f"{made_up_address}{stage.id}-paper/")
    cells = tab.locator(".mk-folio :is(th, td)")
    out = """(all) => all.map((one) => {
      const side = one.closest(".mk-folio__body").getBoundingClientRect();
      const isOut = one.getBoundingClientRect().right > side.right + 1 || one.scrollWidth > one.clientWidth + 1;
      return isOut ? one.textContent : "";
    }).filter(Boolean)"""
    assert cells.count() and not cells.evaluate_all(out)


def test_a_form_goes_to_the_foot_of_its_side(tab: Tab) -> None:
    """Lines fill what is left, in large letters too."""
    for size in ("12", "24"):
        choose(tab, ["form--needs"], size=size, people="1")
        for side in tab.locator(".mk-frame > .mk-folio").all():
            last = side.locator(".mk-form-part > *").last.evaluate("(one) => one.getBoundingClientRect().bottom")
            foot = side.locator(".mk-folio__foot").evaluate("(one) => one.getBoundingClientRect().top")
            assert foot - last < 10, size


def test_a_tally_of_one_mark_has_room_to_write(tab: Tab, stage: Stage) -> None:
    tab.locator("[name=which][value=some]").check()
    tab.locator("[data-some] summary").first.click()
    tab.get_by_label(stage.marks[0].title, exact=True).check()
    assert choose(tab, ["tally"], people="4") == 1
    filled = """(one) => one.lastElementChild.getBoundingClientRect().bottom - one.getBoundingClientRect().bottom"""
    body = tab.locator(".mk-frame .mk-folio__body").first
    assert body.locator(".mk-ruled").count() == 1 and abs(body.evaluate(filled)) < 2


@pytest.mark.parametrize("kind", ["ideas", "lines"])
def test_blank_cards_fill_the_last_side_and_begin_none(tab: Tab, stage: Stage, kind: str) -> None:
    for size in ("12", "18", "24"):
        choose(tab, [kind], stage.id, size=size)
        cards = tab.locator(".mk-frame > .mk-folio").evaluate_all(
            "(all) => all.map((one) => one.querySelectorAll('.mk-card-out').length)"
        )
        assert len(set(cards)) == 1, (size, cards)
        blank = tab.locator(".mk-frame .mk-folio").last.locator("[data-unit^=blank]").count()
        assert 3 <= tab.locator(".mk-frame [data-unit^=blank]").count() and blank


def test_what_a_group_wrote_is_printed_in_12_points(
    tab: Tab, stage: Stage, made_up_address: str, tmp_path: Path
) -> None:
    """The numbers in the picture of the results too; and each page says whose it is, and of which day."""
    tab.evaluate(
        """(all) => {
          const { store, paths } = marks;
          store.set("name", "The Tuesday group");
          store.set("round/1/on", "2031-05-14");
          for (const one of all) {
            store.set(`mark/${one}/score/1/together`, 4);
            for (const n of [1, 2, 3]) store.set(`mark/${one}/score/1/p${n}`, 2 + n);
            for (const field of store.facts.guide.fields) store.set(`mark/${one}/${field}/1`, "We said it. ".repeat(300));
            store.set(paths.field(`mark/${one}`, "what", 1), `Ring the bus company ${one}`);
          }
          store.flush();
        }""",
        [one.id for one in stage.marks],
    )
    tab.goto(f"{made_up_address}results/")
    tab.locator(".mk-board").first.wait_for()
    paper = printed(tab, tmp_path / "out.pdf")
    assert min(sizes(paper)) > 11.9
    assert all("TheTuesdaygroup" in side and "2031" in side for side in paper.sides)
    assert all(len({round(one.y) for one in paper.said(n)}) > 8 for n in range(len(paper.sides) - 1))


# What is laid out in rows or columns goes to the next side whole, in some browsers.
ROWS = """() => [...document.querySelectorAll('.md-content *')].filter(one =>
    /flex|grid/.test(getComputedStyle(one).display) && one.querySelector('mk-planned-steps, .mk-how')
  ).map(one => one.className || one.localName)"""


def test_what_stands_before_the_first_mark_is_not_held_in_one_piece(
    chrome: Browser, made_up_address: str, stage: Stage
) -> None:
    with visit(chrome, f"{made_up_address}{stage.id}-sheet/") as tab:
        expect(tab.locator(".mk-hows")).to_be_visible()
        tab.emulate_media(media="print")
        assert tab.evaluate(ROWS) == []
