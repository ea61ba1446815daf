"""Does the print room print what it says: as many sides, each whole, for pens of all kinds? In Chromium, side by side."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from macros.content.model import Guide, Stage
from macros.content.site_map import PRINTS
from tests.room import MM, choose, printed, tight
from tests.shared import seldom
from tests.visits import visit, visitor
from tests.words import say

EVERYTHING = (*PRINTS, "own", "board", "test", "form--needs", "form--promise")
# The smallest letters and the largest each day, all pairs once a week.
LOOKED_AT = [
    *(("12", "a4"), ("24", "a3")),
    *(seldom(*pair) for pair in (("12", "a3"), ("18", "a4"), ("18", "letter"), ("24", "letter"))),
]
POINTS = {"a4": (595, 842), "a3": (842, 1191), "letter": (612, 792)}


@pytest.fixture
def tab(chrome: Browser, made_up_address: str) -> Iterator[Tab]:
    """Somebody in the print room. No script may stumble."""
    with visit(chrome, f"{made_up_address}print/") as one:
        yield one


@pytest.fixture
def stage(made_up: Guide) -> Stage:
    """The first of the made-up guide."""
    return next(iter(made_up.stages.values()))


@pytest.mark.parametrize(("size", "paper"), LOOKED_AT)
def test_it_counts_what_comes_out_and_nothing_is_too_small_or_near_the_edge(
    tab: Tab, stage: Stage, tmp_path: Path, size: str, paper: str
) -> None:
    """Large print is 16 points at least, also in a foot. A board grows with its paper, and is drawn in mm."""
    said = choose(tab, EVERYTHING, stage.id, size=size, paper=paper, people="2")
    out = printed(tab, tmp_path / "out.pdf")
    assert len(out.sides) == said
    width, height = POINTS[paper]
    assert all(abs(wide - width) <= 1 and abs(high - height) <= 1 for wide, high in out.sizes), out.sizes
    least = {"12": 12, "18": 16, "24": 18}[size]
    for number in range(said):
        pieces = out.said(number)
        small = [one for one in pieces if one.size < least - 0.1]
        is_board = any(one.words == "42" for one in pieces)
        assert is_board or not small, small[:3]
        assert pieces and all(one.x >= 10 and 10 <= one.y <= height / MM - 10 for one in pieces)


MADE = """() => addEventListener("DOMContentLoaded", () => {
  window.thrownAway = 0;
  const watch = (list) => { thrownAway += list.filter(({ removedNodes }) => removedNodes.length > 1).length; };
  new MutationObserver(watch).observe(document.querySelector("[data-leaves]"), { childList: true });
})"""


def test_sides_are_made_once_as_the_page_opens(chrome: Browser, made_up_address: str, stage: Stage) -> None:
    """A phone is busy with them for a second."""
    with visitor(chrome) as context:
        tab = context.new_page()
        tab.clock.install()
        tab.add_init_script(f"({MADE})()")
        tab.goto(f"{made_up_address}print/#{stage.id}")
        tab.evaluate("() => document.fonts.ready")
        tab.clock.run_for(2000)
        expect(tab.locator("[data-first-count]")).not_to_be_empty()
        assert tab.locator("[data-leaves] .mk-frame").count() > 1 and tab.evaluate("() => thrownAway") == 0


def test_each_mark_has_a_side_with_all_that_is_asked_of_it(
    tab: Tab, made_up: Guide, stage: Stage, tmp_path: Path
) -> None:
    assert choose(tab, ["worksheet"], stage.id) == len(stage.marks)
    out = printed(tab, tmp_path / "out.pdf")
    for number, (side, mark) in enumerate(zip(out.sides, stage.marks), 1):
        asked = [one.ask for one in made_up.questions]
        for words in (mark.title, mark.meaning, *asked, say("paper_key"), say("ask_help"), stage.title):
            assert tight(words) in side, words
        assert tight(say("paper_side", n=number, total=len(stage.marks))) in side


def test_each_person_has_one_side_with_every_mark_and_a_number(tab: Tab, stage: Stage, tmp_path: Path) -> None:
    assert choose(tab, ["slip", "easy-slip"], stage.id, people="4") == 8
    out = printed(tab, tmp_path / "out.pdf")
    for number, side in enumerate(out.sides):
        titles = [mark.title if number < 4 else mark.easy_title for mark in stage.marks]
        assert all(tight(title) in side for title in titles)
        assert tight(f"{say('paper_number')}{number % 4 + 1}") in side
        assert (tight(say("paper_key")) in side) == (number < 4)


@pytest.mark.parametrize("people", [8, 30])
def test_a_tally_has_a_column_for_everybody(tab: Tab, stage: Stage, people: int, tmp_path: Path) -> None:
    sides = choose(tab, ["tally"], stage.id, people=str(people))
    assert (sides == 1) == (people == 8)
    heads = tab.locator(".mk-tally thead th").all_inner_texts()
    assert [int(one) for one in heads if one.isdigit()] == list(range(1, people + 1))
    narrow = "() => Math.min(...[...document.querySelectorAll('.mk-tally td')].map((one) => one.clientWidth))"
    assert tab.evaluate(narrow) >= 7.4 * 96 / 25.4
    assert len(printed(tab, tmp_path / "out.pdf").sides) == sides


@pytest.mark.parametrize("size", ["12", "18"])
def test_each_table_has_lines_and_each_card_its_edge_in_any_browser(tab: Tab, stage: Stage, size: str) -> None:
    """Firefox draws no line of a table that begins with an empty body, and nothing that lies beyond a side."""
    choose(tab, ["tally", "plan", "results", "cards", "lines"], stage.id, size=size, people="8")
    bodies = tab.evaluate("() => [...document.querySelectorAll('.mk-folio tbody')].map((one) => one.rows.length)")
    assert len(bodies) > 1 and all(bodies)
    beyond = """() => [...document.querySelectorAll(".mk-card-out")].map((one) => {
      const [card, side] = [one, one.closest(".mk-folio")].map((it) => it.getBoundingClientRect());
      return Math.max(card.right - side.right, side.left - card.left, card.bottom - side.bottom);
    })"""
    cards = tab.evaluate(beyond)
    assert cards and max(cards) < 0.1


def test_a_note_of_any_length_is_there_to_its_last_word(tab: Tab, stage: Stage, tmp_path: Path) -> None:
    mark = stage.marks[0]
    words = [f"word{number}" for number in range(1500)]
    tab.evaluate("([path, words]) => marks.store.set(path, words)", [f"mark/{mark.id}/climbs/1", " ".join(words)])
    choose(tab, ["worksheet"], stage.id, words="filled")
    out = printed(tab, tmp_path / "out.pdf")
    whole = "".join(out.sides)
    places = [whole.find(word) for word in words]
    assert -1 not in places and places == sorted(places)
    long = [side for side in out.sides if "word" in side]
    assert len(long) > 1 and all(tight(mark.title) in side for side in long), "each side says of which mark it is"


def test_what_was_scored_stands_on_the_sheet_and_the_tally(tab: Tab, stage: Stage, tmp_path: Path) -> None:
    mark = stage.marks[0]
    tab.evaluate(
        """(path) => {
          const { store } = marks;
          for (const [end, is] of [["score/1/together", 7], ["score/1/p1", 3], ["score/1/p12", "not-sure"]])
            store.set(`${path}/${end}`, is);
          store.set("name", "The Tuesday group");
        }""",
        f"mark/{mark.id}",
    )
    choose(tab, ["worksheet", "tally"], stage.id, words="filled", people="2")
    assert tab.locator(".mk-work__score [data-picked], [data-field=score] [data-picked]").all_inner_texts() == ["7"]
    row = tab.locator(".mk-tally tbody tr").first.locator("td").all_inner_texts()
    assert row[0] == "3" and row[-2:] == ["7", ""]
    numbers = [one for one in tab.locator(".mk-tally thead th").all_inner_texts() if one.isdigit()]
    assert numbers == [str(n) for n in range(1, 13)], "nobody who scored is left out"
    assert all(tight("The Tuesday group") in side for side in printed(tab, tmp_path / "out.pdf").sides)
    choose(tab, ["worksheet"], stage.id, words="blank")
    assert not tab.locator("[data-picked]").count()


@pytest.mark.parametrize(
    ("kind", "paper"),
    [
        *(("cards", "letter"), ("lines", "a4"), ("ideas", "a4")),
        *(seldom(*pair) for pair in (("cards", "a4"), ("lines", "letter"), ("ideas", "letter"))),
    ],
)
def test_the_back_of_a_card_lies_behind_its_front(
    tab: Tab, made_up: Guide, stage: Stage, tmp_path: Path, kind: str, paper: str
) -> None:
    """A sheet is turned like the page of a book: what is on the left of the front is on the right of the back."""
    choose(tab, [kind], stage.id, both="yes", paper=paper, size="18")
    boxes = """() => [...document.querySelectorAll(".mk-frame > .mk-folio")].map((side) => {
      const all = side.getBoundingClientRect();
      return [...side.querySelectorAll(".mk-card-out")].map((card) => {
        const { left, right, top, bottom } = card.getBoundingClientRect();
        return [left - all.left, all.right - right, top - all.top, all.bottom - bottom].map(Math.round);
      });
    })"""
    sides = tab.evaluate(boxes)
    assert sides and len(sides) % 2 == 0
    for front, back in zip(sides[::2], sides[1::2]):
        turned = {(right, left, top, bottom) for left, right, top, bottom in front}
        assert len(turned) == len(front) == len(back)
        near = [any(all(abs(a - b) <= 1 for a, b in zip(one, other)) for other in turned) for one in back]
        assert all(near), (front, back)
    if kind != "lines":
        out = printed(tab, tmp_path / "out.pdf")
        middle = {"a4": 210, "letter": 215.9}[paper] / 2
        titles = {one.words: one.x < middle for one in out.said(0)}
        texts = {one.words: one.x < middle for one in out.said(1)}
        idea = next(one for one in made_up.ideas.values() if one.stage == stage.id)
        mark = stage.marks[0]
        front, behind = (mark.title, mark.meaning) if kind == "cards" else (idea.title, idea.what)
        (title,) = [is_left for words, is_left in titles.items() if tight(front).startswith(tight(words))][:1]
        (text,) = [is_left for words, is_left in texts.items() if tight(behind).startswith(tight(words))][:1]
        assert title != text


def test_on_both_sides_each_copy_begins_a_sheet(tab: Tab, stage: Stage, tmp_path: Path) -> None:
    things = ["slip", "form--needs"]
    sides = choose(tab, things, stage.id, people="3", both="yes")
    said = tab.locator("[data-count]").inner_text()
    assert said == say("room_count_other", sides=sides, sheets=6)
    out = printed(tab, tmp_path / "out.pdf")
    assert len(out.sides) == 11 and [bool(side) for side in out.sides] == [True, False] * 5 + [True]


def test_crosses_of_the_test_sheet_are_in_the_same_places(tab: Tab) -> None:
    choose(tab, ["test"])
    places = tab.evaluate(
        """() => [...document.querySelectorAll(".mk-frame > .mk-folio")].map((side) => {
          const { left, top } = side.getBoundingClientRect();
          return [...side.querySelectorAll(".mk-test__cross")].map((one) => {
            const box = one.getBoundingClientRect();
            return `${Math.round(box.left - left)} ${Math.round(box.top - top)}`;
          });
        })"""
    )
    assert len(places) == 2 and places[0] == places[1] and len(set(places[0])) == 9


def test_a_line_to_write_on_has_8_mm_and_boxes_are_drawn(tab: Tab, stage: Stage) -> None:
    choose(tab, EVERYTHING, stage.id)
    lines = "() => [...document.querySelectorAll('.mk-frame .mk-ruled > i, .mk-frame .mk-folio__rule')].map((one) => one.offsetHeight)"
    assert min(tab.evaluate(lines)) >= 8 * 96 / 25.4 - 1
    drawn = """() => [...document.querySelectorAll(".mk-frame :is(.mk-scores__squares li, li > i)")].every((one) =>
      Number.parseFloat(getComputedStyle(one).borderTopWidth) > 0.9)"""
    assert tab.evaluate(drawn)


def test_black_ink_is_black(tab: Tab, stage: Stage) -> None:
    tinted = """() => [...document.querySelectorAll(".mk-frame .mk-folio *")].filter((one) =>
      !/^rgba?\\((\\d+), \\1, \\1[,)]/.test(getComputedStyle(one).color)).length"""
    choose(tab, EVERYTHING, stage.id, ink="black")
    assert tab.evaluate(tinted) == 0
    choose(tab, EVERYTHING, stage.id, ink="colour")
    assert tab.evaluate(tinted) > 0


def test_a_first_pack_is_printed_in_one_press(tab: Tab, made_up: Guide, stage: Stage) -> None:
    """It says before how many sheets it is. It holds the marks that the session has time for, and no other."""
    tab.evaluate("() => { window.print = () => { window.printed = true; }; }")
    choose(tab, ["board"], stage.id, length=made_up.paper.lengths[0].id, people="3")
    said = tab.locator("[data-first-count]").inner_text()
    tab.get_by_role("button", name=say("room_first")).click()
    frames = tab.locator(".mk-frame").count()
    assert said == say("room_first_count", sides=frames, sheets=frames)
    held = made_up.paper.lengths[0].marks
    assert tab.locator(".mk-frame [data-unit=slip]").count() == 3 * held < 3 * len(stage.marks)
    assert tab.locator(".mk-frame .mk-tally tbody tr").count() == held
    assert tab.evaluate("() => window.printed")
    kinds = tab.locator(".mk-frame > [data-kind]").evaluate_all("(all) => all.map((one) => one.dataset.kind)")
    assert set(kinds) == {"plan", "worksheet", "slip", "tally", "form"}
    first = [one.title for one in made_up.paper.forms if one.first]
    heads = tab.locator(".mk-frame [data-kind=form] .mk-folio__title").all_text_contents()
    assert set(heads) == set(first)


def test_marks_that_a_group_chose_or_that_are_ticked_here(tab: Tab, made_up: Guide, stage: Stage) -> None:
    last = list(made_up.marks)[-1]
    chosen = tab.locator("[data-chosen]")
    expect(chosen).to_be_hidden()
    for mark in (stage.marks[0].id, last):
        tab.evaluate("(path) => marks.store.set(path, true)", f"chosen/{mark}")
    expect(chosen).to_be_visible()
    assert choose(tab, ["worksheet"], "chosen") == 2
    tab.locator("[name=which][value=some]").check()
    expect(tab.locator("[data-count]")).to_have_text(say("room_none"))
    expect(tab.get_by_role("button", name=say("room_print"), exact=True)).to_be_disabled()
    tab.locator("[data-some] summary").last.click()
    tab.get_by_label(made_up.marks[last].title).check()
    assert choose(tab, ["worksheet"]) == 1
    assert tab.locator(".mk-frame h3").all_inner_texts() == [made_up.marks[last].title]


def test_a_plan_adds_up_on_paper_and_what_people_change_outlives_a_reload(
    tab: Tab, made_up: Guide, stage: Stage
) -> None:
    length = made_up.paper.lengths[-1]
    choose(tab, ["plan"], stage.id, length=length.id, people="6")
    minutes = "() => [...document.querySelectorAll('.mk-plan tbody tr td:nth-child(2)')].map((one) => Number(one.textContent))"
    assert sum(tab.evaluate(minutes)) == length.minutes
    tab.get_by_text(say("plan_edit"), exact=True).click()
    hello = tab.get_by_role("group", name=made_up.paper.plan[0].title)
    hello.get_by_label(say("plan_minutes")).fill("9")
    hello.get_by_label(say("plan_what")).fill("Tea and <b>names</b>")
    tab.get_by_label(say("plan_start")).fill("13:50")
    tab.reload()
    choose(tab, ["plan"], stage.id, length=length.id, people="6")
    assert tab.evaluate(minutes)[0] == 9 and sum(tab.evaluate(minutes)) == length.minutes
    rows = tab.locator(".mk-plan tbody tr")
    assert rows.first.inner_text().split("\t")[:3] == ["13:50", "9", "Tea and <b>names</b>"]
    assert rows.last.locator("td").first.inner_text() == "15:20"
    tab.get_by_text(say("plan_edit"), exact=True).click()
    tab.get_by_role("button", name=say("plan_reset")).click()
    expect(tab.get_by_role("group", name=made_up.paper.plan[0].title)).to_be_visible()
    tab.get_by_role("button", name=say("keep_undo", what=say("plan_reset_done"))).click()
    expect(tab.get_by_role("group", name="Tea and <b>names</b>")).to_be_visible()


def test_half_a_time_or_number_of_a_plan_is_not_none(tab: Tab, made_up: Guide, stage: Stage) -> None:
    choose(tab, ["plan"], stage.id, length=made_up.paper.lengths[-1].id, people="6")
    tab.get_by_text(say("plan_edit"), exact=True).click()
    minutes = tab.get_by_role("group", name=made_up.paper.plan[0].title).get_by_label(say("plan_minutes"))
    start = tab.get_by_label(say("plan_start"))
    for field, whole, key in ((minutes, "7", "e"), (start, "13:50", "Delete")):
        assert field.input_value() != whole, "what the guide says anyway proves nothing"
        field.fill(whole)
        field.press(key)
        assert field.evaluate("one => one.validity.badInput")
        field.blur()
        expect(field).to_have_value(whole)


def test_a_link_brings_the_stage_along(tab: Tab, made_up: Guide, made_up_address: str) -> None:
    last = list(made_up.stages)[-1]
    for page in (f"{last}-sheet", f"{last}-paper", f"{last}-my-scores", last):
        tab.goto(f"{made_up_address}{page}/")
        tab.locator(f"main a[href$='print/#{last}']").first.click()
        expect(tab.locator(f"[name=which][value='{last}']")).to_be_checked()
        assert tab.evaluate("() => scrollY") == 0


def test_what_is_chosen_stands_in_the_address(tab: Tab, made_up: Guide, made_up_address: str) -> None:
    """It outlives a reload, goes to somebody else, and the back button takes the last choice back."""
    last = list(made_up.stages)[-1]
    first = tab.url
    choose(tab, ["slip", "ideas"], last, people="3", size="18", both="yes")
    sides = tab.locator("[data-count]").inner_text()
    address = tab.url
    assert last in address and address != first
    tab.reload()
    expect(tab.locator("[data-count]")).to_have_text(sides)
    assert tab.url == address
    tab.goto("about:blank")
    tab.goto(address)
    expect(tab.locator("[data-count]")).to_have_text(sides)
    assert tab.locator("[name=what]:checked").evaluate_all("(all) => all.map((one) => one.value)") == ["slip", "ideas"]
    expect(tab.get_by_label(say("room_people"))).to_have_value("3")
    tab.locator("[name=size][value='24']").check()
    tab.go_back()
    expect(tab.locator("[name=size][value='18']")).to_be_checked()
    assert tab.url == address
    tab.goto(f"{made_up_address}print/#which=nobody&size=-1&what=plan.<b>&people=x&%E0%A4%A")
    tab.reload()
    expect(tab.locator(f"[name=which][value='{next(iter(made_up.stages))}']")).to_be_checked()
    assert tab.locator("[name=what]:checked").evaluate_all("(all) => all.map((one) => one.value)") == ["plan"]
    expect(tab.get_by_label(say("room_people"))).to_have_value("8")


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("size", ["12", "18", "24"])
def test_a_plan_is_one_side_or_it_is_said_before_how_many(
    tab: Tab, made_up: Guide, stage: Stage, size: str, paper: str
) -> None:
    """What has no room in large letters is said by name; at what time each part begins is always there."""
    length = made_up.paper.lengths[-1]
    sides = choose(tab, ["plan"], stage.id, size=size, paper=paper, length=length.id)
    said = tab.locator("[data-plan-told]")
    assert sides == 1 or (size == "24" and say("plan_takes", n=sides) in said.inner_text())
    heads = tab.locator(".mk-frame .mk-plan thead th").evaluate_all("(all) => all.map((one) => one.dataset.of)")
    for name in ("minutes", "who", "say"):
        assert (name in heads) != (not said.is_hidden() and say(f"plan_less_{name}") in said.inner_text()), name
    assert tab.locator(".mk-frame .mk-plan tbody tr").count() > len(made_up.paper.plan)


def test_what_is_agreed_and_done_next_stands_on_the_results(tab: Tab, made_up: Guide, stage: Stage) -> None:
    mark = stage.marks[0]
    steps = {"what": "Book the <b>room</b>", "who": "Person A", "when": "2026-12-01"}
    tab.evaluate(
        """([path, steps]) => {
          const { store } = marks;
          store.set(`${path}/score/1/together`, 7);
          for (const [field, words] of Object.entries(steps)) store.set(marks.paths.field(path, field, 1), words);
        }""",
        [f"mark/{mark.id}", steps],
    )
    idea = next(iter(made_up.ideas.values()))
    plan = {"title": idea.title, "plan/1": True, "who/1": "Person B", "when/1": "2027-02-03", "done/1": True}
    plan[f"for/mark/{stage.marks[1].id}"] = True
    tab.evaluate(
        "([path, all]) => all.forEach(([name, is]) => marks.store.set(`${path}/${name}`, is))",
        [f"idea/{idea.id}", [*plan.items()]],
    )
    choose(tab, ["results"], stage.id, words="filled")
    row = tab.locator(".mk-frame .mk-result", has_text=mark.title).first.inner_text()
    assert all(words in row for words in ("7", steps["what"], steps["who"], "2026"))
    row = tab.locator(".mk-frame .mk-result", has_text=idea.title).inner_text()
    assert all(words in row for words in (stage.marks[1].title, "Person B", "2027", say("round_done")))
    assert tab.locator(".mk-frame [data-kind=results]").count() == tab.locator(".mk-frame .mk-folio__key").count()
    choose(tab, ["results"], stage.id, words="blank")
    assert steps["who"] not in tab.locator("[data-leaves]").inner_text()


def test_idea_cards_are_those_of_the_stage_or_of_the_marks(tab: Tab, made_up: Guide, stage: Stage) -> None:
    choose(tab, ["ideas"], stage.id)
    titles = "(all) => all.map((one) => one.textContent)"
    home = [one.title for one in made_up.ideas.values() if one.stage == stage.id]
    cards = tab.locator(".mk-frame [data-unit=idea-whole] h3")
    assert cards.evaluate_all(titles) == home
    assert tab.locator(".mk-frame [data-unit=blank-idea-whole]").count() >= 3
    mark = stage.marks[0].id
    tab.locator("[name=which][value=some]").check()
    tab.locator("[data-some] summary").first.click()
    tab.get_by_label(stage.marks[0].title, exact=True).check()
    choose(tab, ["ideas"])
    assert cards.evaluate_all(titles) == [one.title for one in made_up.ideas.values() if mark in one.marks]


def test_cards_of_the_ideas_in_the_basket(tab: Tab, made_up: Guide, stage: Stage) -> None:
    """Of whichever stage they are; and those of people's own."""
    mine = [next(one for one in made_up.ideas.values() if one.stage == name) for name in made_up.stages]
    own = "<b>A walk</b> by the river"
    choose(tab, ["ideas"], stage.id)
    only = tab.get_by_label(say("room_basket", n=len(mine) + 1), exact=True)
    expect(tab.locator("[data-basket]")).to_be_hidden()
    tab.evaluate("ids => ids.forEach(id => marks.store.set(`idea/${id}/basket`, true))", [one.id for one in mine])
    kept = {"title": own, "basket": True, f"for/mark/{stage.marks[0].id}": True}
    tab.evaluate("all => all.forEach(([name, is]) => marks.store.set(`own-idea/a1/${name}`, is))", [*kept.items()])
    only.check()
    cards = tab.locator(".mk-frame [data-unit=idea-whole] h3")
    expect(cards).to_have_count(len(mine) + 1)
    assert sorted(cards.all_inner_texts()) == sorted([*(one.title for one in mine), own])
    its = tab.locator(".mk-frame [data-unit=idea-whole]").filter(has_text=own)
    assert its.locator("p").all_inner_texts() == [f"{say('basket_helps')}: {stage.marks[0].title}"]
    assert tab.url.endswith("basket=yes") and tab.locator(".mk-frame .mk-folio.mk-lake").count()
    tab.reload()
    expect(only).to_be_checked()


def test_little_is_larger_and_fills_its_side(tab: Tab, stage: Stage) -> None:
    """Where a slip, a tally or the end of a sheet has room, boxes and lines to write on use it."""
    high = "(all) => all.map((one) => one.offsetHeight)"
    choose(tab, ["slip", "tally", "results"], stage.id, people="1")
    for kind, part in (("slip", "[data-unit=slip]"), ("results", "[data-unit=result]"), ("tally", ".mk-tally")):
        body = tab.locator(f".mk-frame [data-kind={kind}] .mk-folio__body")
        parts = body.first.locator(part).evaluate_all(high)
        assert sum(parts) > 0.5 * body.first.evaluate("(one) => one.offsetHeight"), kind
    assert min(tab.locator(".mk-frame .mk-slip .mk-scores__squares li").evaluate_all(high)) > 10 * 96 / 25.4
    choose(tab, ["worksheet"], stage.id, size="24")
    for side in tab.locator(".mk-frame > [data-kind=worksheet]").all():
        last = side.locator(".mk-folio__body > *").last.evaluate("(one) => one.getBoundingClientRect().bottom")
        foot = side.locator(".mk-folio__foot").evaluate("(one) => one.getBoundingClientRect().top")
        assert foot - last < 20, "it goes to the foot"


def test_an_easy_sheet_has_room_for_words_on_each_side(tab: Tab, made_up: Guide, stage: Stage) -> None:
    sides = choose(tab, ["easy"], stage.id)
    room = tab.locator(".mk-folio").filter(has=tab.locator("h4", has_text=made_up.words["ready_say"]))
    assert room.count() == sides > 0
    shared = [tab.locator(".mk-folio").nth(n).locator(".mk-easy-out").count() for n in range(sides)]
    assert sum(shared) == len(stage.marks) and max(shared) - min(shared) <= 1


def test_it_works_by_keyboard(tab: Tab, stage: Stage) -> None:
    tab.evaluate("() => { window.print = () => { window.printed = true; }; }")
    tab.get_by_label(say("room_people")).focus()
    tab.keyboard.press("Control+A")
    tab.keyboard.type("2")
    for _ in range(60):
        if tab.evaluate("() => document.activeElement.matches('[data-print]')"):
            break
        tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    assert tab.evaluate("() => window.printed")
    assert tab.locator(".mk-frame [data-kind=slip]").count() == 2


def test_a_stage_for_eight_is_ready_in_seconds(tab: Tab, stage: Stage) -> None:
    took = tab.evaluate(
        """() => {
          const start = performance.now();
          document.querySelector("mk-print-room").render();
          return performance.now() - start;
        }"""
    )
    assert 0 < took < 4000


@pytest.mark.parametrize("kind", [*PRINTS, "own", "form--needs", "board", "test"])
def test_without_a_script_a_link_leads_to_what_prints_as_it_is(
    chrome: Browser, made_up: Guide, made_up_address: str, stage: Stage, tmp_path: Path, kind: str
) -> None:
    with chrome.new_context(java_script_enabled=False) as context:
        tab = context.new_page()
        tab.goto(f"{made_up_address}print/")
        tab.locator(f".mk-ready a[href$='#{kind}']").first.click()
        tab.wait_for_url(f"**/#{kind}")
        out = printed(tab, tmp_path / "out.pdf")
    sides = {"worksheet": len(stage.marks), "easy": -(-len(stage.marks) // 2), "test": 2, "ideas": 2}
    if kind != "lines":
        assert len(out.sides) == sides.get(kind, 1)
    assert all(tight(made_up.version) in side for side in out.sides)
    if kind in PRINTS and kind != "plan":
        whole = "".join(out.sides)
        titles = [mark.easy_title if kind.startswith("easy") else mark.title for mark in stage.marks]
        if kind == "ideas":
            titles = [one.title for one in made_up.ideas.values() if one.stage == stage.id]
        assert titles and all(tight(title) in whole for title in titles)


def test_each_page_of_a_print_says_what_it_is_of_and_which_of_how_many(
    tab: Tab, made_up: Guide, made_up_address: str, stage: Stage, tmp_path: Path
) -> None:
    """Of a stage its title and the edition, of a sheet the group too; where a browser can write into the margin."""
    tab.goto(f"{made_up_address}{stage.id}/")
    for name, wanted in (
        ("", [stage.title, made_up.version]),
        ("-sheet", [stage.title, made_up.name, "The Tuesday group"]),
    ):
        tab.goto(f"{made_up_address}{stage.id}{name}/")
        if name:
            tab.evaluate("() => { marks.store.set('name', 'The Tuesday group'); }")
        sides = printed(tab, tmp_path / "out.pdf").sides
        for number, side in enumerate(sides, 1):
            assert tight(f"{number} / {len(sides)}") in side
            assert all(tight(words) in side for words in wanted), (number, wanted)
