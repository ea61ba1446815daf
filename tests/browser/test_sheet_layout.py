"""Is a sheet calm? Its first mark is near, nothing lies over what people write, and its end says in short what they came for.

Long words keep to their place on the screen and on paper.
"""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, expect
from playwright.sync_api import Page as Tab

from macros.content.model import Guide
from tests.guide_data import day
from tests.sheets import SHEET, answer, box, context, in_one, mark, no_error, score, tab  # noqa: F401
from tests.words import like, say

pytestmark = in_one

# A phone, a desk, a page at 400 and at 200 percent, a phone held sideways; and the largest words with wide spacing.
MORE_WINDOWS = [(320, 256, False), (640, 512, False), (360, 640, True), (640, 512, True)]
WINDOWS = [
    (360, 780, False),
    (1280, 800, False),
    (780, 360, False),
    (320, 256, True),
    *(pytest.param(*one, marks=pytest.mark.weekly) for one in MORE_WINDOWS),
]
WORD = "wordwithoutend" * 9  # 126 letters
NAME = "Person" * 33


def sized(tab: Tab, width: int, height: int, largest: bool) -> None:
    tab.set_viewport_size({"width": width, "height": height})
    if largest:
        tab.evaluate("() => { marks.show('size', 'largest'); marks.show('space', 'wide'); }")


def a_deleted_mark(tab: Tab, title: str = "Tea") -> Locator:
    """The button that brings it back."""
    tab.get_by_role("button", name=say("own_add")).click()
    tab.keyboard.type(title)
    tab.get_by_role("button", name=say("own_delete")).last.click()
    return tab.get_by_role("button", name=like("keep_undo"))


def top_and_bottom(one: Locator) -> tuple[float, float]:
    found: list[float] = one.evaluate(
        "one => { const { top, bottom } = one.getBoundingClientRect(); return [top, bottom]; }"
    )
    return found[0], found[1]


@pytest.mark.parametrize("page", [SHEET, "choose/"])
def test_the_first_mark_stands_on_the_first_screen_of_a_phone(page: str, tab: Tab, address: str) -> None:
    tab.goto(address + page)
    first = tab.locator("mk-answer-form, .mk-mark-picker__title").first
    title = tab.locator(".mk-paper__title, .mk-mark-picker__title").first
    assert not tab.locator("[data-print-score], [data-print-round]").filter(visible=True).count(), "that is for paper"
    assert top_and_bottom(title)[1] <= 780
    before = (
        tab.locator("article")
        .locator("a, button, input, summary, textarea")
        .filter(visible=True)
        .evaluate_all(
            """(all, first) => all.filter(one => !one.closest(".mk-bar, .headerlink, mk-mark-picker, .mk-term")
             && one.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING).length""",
            first.element_handle(),
        )
    )
    assert 1 <= before <= 3


def test_where_words_are_kept_stands_once_before_the_marks_and_once_at_the_end(tab: Tab) -> None:
    said = tab.locator("[data-where]").filter(visible=True)
    expect(said).to_have_count(2)
    ends = [top_and_bottom(one)[0] for one in said.all()]
    marks = [top_and_bottom(one)[0] for one in tab.locator("mk-answer-form").all()]
    assert ends[0] < min(marks) and max(marks) < ends[1]
    tab.get_by_role("link", name=say("keep_go")).click()
    expect(tab.get_by_label(say("keep_name"))).to_be_in_viewport()


@pytest.mark.parametrize(("width", "height", "largest"), WINDOWS)
def test_nothing_lies_over_what_people_write(width: int, height: int, largest: bool, tab: Tab) -> None:
    sized(tab, width, height, largest)
    undo = a_deleted_mark(tab, "Tea " * 40)
    expect(undo).to_be_focused()
    expect(undo).to_be_in_viewport(ratio=0.9)
    assert box(undo)["height"] <= max(48, 0.4 * height)  # one line, however long the title
    field = tab.locator("mk-answer-form textarea:visible").nth(3)
    field.focus()
    for _ in range(12):
        tab.keyboard.insert_text("A line")
        tab.keyboard.press("Enter")
        assert not covered(tab, undo)
    expect(undo).not_to_be_in_viewport()  # in a text it goes out of the way, to its place at the end of the page
    field.blur()
    expect(undo).not_to_be_in_viewport()  # and stays there: people have gone on
    tab.locator("mk-answer-form [type=radio]").nth(4).check()
    assert not covered(tab, undo)
    undo.click()  # it is still to be had, at the end
    again = a_deleted_mark(tab, "Cake")
    expect(again).to_be_in_viewport(ratio=0.9)  # what is taken away next is said where people are


@pytest.mark.parametrize(("width", "height", "largest"), WINDOWS)
def test_undo_is_in_reach_and_hides_nothing_that_has_the_keyboard(
    width: int, height: int, largest: bool, tab: Tab
) -> None:
    sized(tab, width, height, largest)
    undo = a_deleted_mark(tab)
    tab.locator("mk-answer-form").nth(2).locator("textarea").first.focus()
    for _ in range(25):
        tab.keyboard.press("Tab")
        assert not covered(tab, undo)
        if not tab.evaluate("() => document.activeElement.matches('.mk-write')"):
            expect(undo).to_be_in_viewport(ratio=0.9)
    undo.click()
    expect(tab.locator("mk-custom-marks h3")).to_have_text(["Tea"])


def test_undo_can_be_put_aside_and_is_still_to_be_had(tab: Tab) -> None:
    sized(tab, 360, 780, False)
    undo = a_deleted_mark(tab)
    tab.evaluate("() => document.querySelector('mk-answer-form').scrollIntoView({ behavior: 'instant' })")
    expect(undo).to_be_in_viewport(ratio=0.9)
    place = tab.evaluate("() => scrollY")
    close = tab.locator("[data-kept-line]").get_by_role("button", name=say("close"), exact=True)
    where = box(close)
    tab.mouse.click(where["x"] + where["width"] / 2, where["y"] + where["height"] / 2)  # nothing is scrolled for it
    expect(undo).not_to_be_in_viewport()
    expect(close).to_be_hidden()
    assert tab.evaluate("() => scrollY") == place
    undo.click()
    expect(tab.locator("mk-custom-marks h3")).to_have_text(["Tea"])
    expect(a_deleted_mark(tab, "Cake")).to_be_in_viewport(ratio=0.9)
    expect(close).to_be_visible()


def covered(tab: Tab, by: Locator) -> bool:
    """Whether something lies over the place where the keyboard is."""
    found: bool = by.evaluate("""(one) => {
      const [here, bar] = [document.activeElement, one.closest("[data-kept-line]")];
      const [mine, over] = [here.getBoundingClientRect(), bar.getBoundingClientRect()];
      if (one === here || getComputedStyle(bar).position === "static") return false;
      // what is left of the window, with a little air; something that is higher cannot stand there whole
      const room = over.top - document.querySelector(".md-header").getBoundingClientRect().bottom - 22;
      if (mine.height > room && !here.matches("textarea")) return false;
      const end = here.matches("textarea") ? mine.bottom - 12 : mine.bottom; // the line that is written is its last
      return end > over.top + 1 && mine.top < over.bottom && mine.left < over.right && mine.right > over.left;
    }""")
    return found


def test_a_browser_without_room_says_so_while_people_write_and_covers_nothing(
    context: BrowserContext, address: str
) -> None:
    tab = context.new_page()
    tab.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError'); };"
        " IDBObjectStore.prototype.put = () => { throw new DOMException('no', 'QuotaExceededError'); };"
    )
    tab.goto(address + SHEET)
    tab.locator("mk-answer-form textarea:visible").nth(1).focus()
    tab.keyboard.type("Tea first")
    said = tab.locator("[data-kept-line] [data-where]")
    expect(said).to_contain_text("no room")
    expect(said).to_be_in_viewport(ratio=0.9)
    for _ in range(20):
        tab.keyboard.press("Enter")
        tab.keyboard.type("A line")
        assert not covered(tab, said)


FILL = """(steps) => {
  const { store } = marks;
  const paths = [...document.querySelectorAll("mk-answer-form[of^='mark/']")].map((one) => one.getAttribute("of"));
  paths.forEach((path, n) => {
    store.set(`${path}/score/1/together`, n % 9 + 1);
    store.set(`${path}/picture-it/1`, "What we said, and a little more of it. ".repeat(200));
    Object.entries(steps[n] || {}).forEach(([name, words]) => store.set(`${path}/${name}/1`, words));
  });
}"""
STEPS = [
    {"what": "Third", "who": "Person B", "when": "2027-01-15"},
    {"what": "First", "who": "Person A, Person B", "when": "2026-12-01"},
    {"what": "Last", "who": "", "when": ""},
    {"what": "Second", "who": "person a", "when": "2026-12-24"},
]


def test_the_end_says_in_short_what_people_came_for(tab: Tab) -> None:
    tab.evaluate(FILL, STEPS)
    end = tab.locator("mk-sheet-summary")
    end.scroll_into_view_if_needed()
    expect(end.get_by_role("heading", level=4)).to_have_text(
        [day("2026-12-01"), day("2026-12-24"), day("2027-01-15"), say("sum_undated")]
    )
    expect(end.locator("[data-by-date] li > p:first-child")).to_have_text(["First", "Second", "Third", "Last"])
    height: float = end.evaluate("one => one.getBoundingClientRect().height")
    assert height < 4 * 780, "a few screens of a phone"
    expect(end.get_by_text("What we said, and a little more of it.").first).to_be_hidden()
    end.get_by_text(say("sum_notes")).click()
    notes = end.locator("[data-notes] p:not(:has(strong))")
    assert notes.first.inner_text() == ("What we said, and a little more of it. " * 200).strip()
    tab.locator("mk-answer-form textarea").first.fill("Changed")
    expect(notes.first).to_have_text("Changed")
    expect(notes.first).to_be_visible()  # it stays open


def test_next_steps_are_told_by_person(tab: Tab) -> None:
    tab.evaluate(FILL, STEPS)
    end = tab.locator("mk-sheet-summary")
    end.scroll_into_view_if_needed()
    end.get_by_text(say("sum_by_person")).click()
    people = end.locator("[data-by-person] :is(h4, li > p:first-child)")
    expect(people).to_have_text(
        ["Person A", "First", "Second", "Person B", "Third", "First", say("sum_nobody"), "Last"]
    )
    summary = end.get_by_text(say("sum_by_person"))
    summary.focus()
    tab.evaluate(
        "() => { const one = marks.store; one.set(one.paths().find(path => path.endsWith('/who/1')), 'Person C'); }"
    )
    expect(people.filter(has_text="Person C")).to_have_count(1)
    expect(summary).to_be_focused()


def test_what_a_report_needs_stands_where_people_end(tab: Tab) -> None:
    answer(tab, say("ask_what"), "Book the room")
    for name in (say("out_text"), say("out_csv"), say("out_calendar")):
        button = tab.get_by_role("button", name=name)
        expect(button).to_be_visible()
        assert top_and_bottom(button)[0] > top_and_bottom(tab.locator("mk-custom-marks"))[1]
    expect(tab.locator("mk-sheet-summary").get_by_text("Book the room")).to_be_visible()  # then nothing moves any more
    tab.get_by_role("button", name=say("out_calendar")).click()
    said = tab.get_by_text(say("out_no_dates"))
    expect(said).to_be_in_viewport()


def people_s_words(tab: Tab, words: str) -> None:
    """The same words in every place where people can write some, and all that shows them."""
    tab.get_by_label(say("keep_name")).fill(words)
    tab.get_by_role("button", name=say("own_add")).click()
    tab.evaluate("() => { for (const one of document.querySelectorAll('.mk-kept')) one.open = true; }")
    for field in tab.locator(
        "mk-custom-marks .mk-write:not([type=date], select), "
        "mk-answer-form >> nth=0 >> .mk-write:not([type=date], select)"
    ).all():
        field.fill(words)
    tab.locator("mk-custom-marks").get_by_role("radio", name="7", exact=True).check()
    tab.locator("mk-sheet-summary").scroll_into_view_if_needed()
    expect(tab.locator("mk-sheet-summary").get_by_role("table")).to_be_visible()
    tab.evaluate("() => document.querySelectorAll('details').forEach(one => one.open = true)")


@pytest.mark.parametrize("words", [WORD, NAME], ids=["word", "name"])
def test_a_long_word_pushes_nothing_out_of_its_place(words: str, tab: Tab) -> None:
    people_s_words(tab, words)
    for width in (320, 360, 1280):
        tab.set_viewport_size({"width": width, "height": 800})
        assert tab.evaluate("() => document.documentElement.scrollWidth") <= width
        assert not outside(tab, width)
    tab.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    tab.emulate_media(media="print")
    tab.set_viewport_size({"width": 680, "height": 1000})  # 180 mm of paper
    assert not outside(tab, 680)
    tab.emulate_media(media="screen")
    tab.get_by_role("button", name=say("keep_on_device")).click()
    tab.get_by_role("button", name=say("keep_new")).click()
    tab.set_viewport_size({"width": 320, "height": 800})
    expect(tab.locator("[data-projects]")).to_contain_text(words[:200])
    assert not outside(tab, 320)


def outside(tab: Tab, width: int) -> list[Any]:
    """What is drawn over the edge of the page, or cut at its own."""
    found: list[Any] = tab.evaluate(
        """(width) => [...document.querySelectorAll("article *")].filter((one) => {
      const box = one.getBoundingClientRect(), style = getComputedStyle(one);
      if (!box.width || style.visibility === "hidden" || one.closest(".mk-hidden, svg, [data-undo], template")) return false;
      return box.right > width + 1 || box.left < -1 || (style.overflowX === "visible" && one.scrollWidth > one.clientWidth + 2 && one.clientWidth
        && style.display !== "inline" && !one.matches("input, textarea"));
    }).map((one) => one.outerHTML.slice(0, 100))""",
        width,
    )
    return found


def test_blank_marks_of_our_own_have_room_and_every_answer_on_paper(tab: Tab) -> None:
    tab.emulate_media(media="print")
    tab.set_viewport_size({"width": 680, "height": 1000})  # 180 mm of paper
    others = mark(tab).locator(".mk-boxes label").all_inner_texts()
    blank = tab.locator(".mk-custom-marks__paper .mk-custom-marks")
    assert others and blank.count() == 3
    for one in blank.all():
        assert [words.strip() for words in one.locator("li").all_inner_texts()[-len(others) :]] == [
            words.strip() for words in others
        ]
        assert box(one.locator(".mk-custom-marks__room"))["height"] > 60
    assert sum(box(one)["height"] for one in blank.all()) < 900, "they stand on one page"


def test_what_only_a_screen_can_do_is_not_said_on_paper(tab: Tab, address: str) -> None:
    tab.goto(f"{address}choose/")
    lead = tab.locator(".mk-lead")
    tab.emulate_media(media="print")
    expect(lead).to_be_visible()  # with nothing chosen it is a list to tick with a pen
    tab.emulate_media(media="screen")
    tab.locator(".mk-mark-picker__box").first.check()
    tab.emulate_media(media="print")
    expect(lead).to_be_hidden()
    expect(tab.get_by_label(say("ask_quiet"))).to_be_hidden()


def test_what_was_said_begins_a_page_of_its_own(tab: Tab) -> None:
    answer(tab, "ladders", "Tea first")
    tab.emulate_media(media="print")
    assert tab.locator("#summary").evaluate("one => getComputedStyle(one).breakBefore") == "page"


def test_an_empty_sheet_says_that_there_are_other_projects_until_somebody_writes(tab: Tab) -> None:
    answer(tab, "ladders", "Tea first")
    tab.get_by_role("button", name=say("keep_on_device")).click()
    tab.get_by_text(say("keep_more")).click()
    tab.get_by_role("button", name=say("keep_new")).click()
    tab.reload()
    top = tab.locator("[data-kept-top] [data-where]")
    expect(top).to_have_text(say("keep_found", n=1))
    answer(tab, "snakes", "Long papers")
    expect(top).not_to_contain_text("Other projects")


def test_what_was_said_fits_beside_what_everyone_scored(tab: Tab) -> None:
    """On a telephone and at a desk, with long titles: no word of the table is cut in pieces, and nothing stands out."""
    tab.evaluate("""() => {
      const { store } = marks;
      for (let n = 1; n <= 8; n++) { store.set(`person/p${n}/place`, n); store.set(`mark/listening/score/1/p${n}`, n); }
      store.set("mark/listening/score/1/together", 5);
      store.flush();
    }""")
    for width in (360, 1280):
        tab.set_viewport_size({"width": width, "height": 800})
        table = tab.locator("mk-sheet-summary table")
        tab.locator("mk-sheet-summary").scroll_into_view_if_needed()  # its table is drawn anew when it is seen
        expect(table.get_by_text(say("out_range", low=1, high=8, n=8))).to_be_visible()
        inside, outside, heads = tab.evaluate(
            """() => {
          const part = document.querySelector("mk-sheet-summary"), table = part.querySelector("table");
          const heads = [...table.querySelectorAll("thead th")].map((one) => one.offsetHeight);
          return [part.getBoundingClientRect().right, table.getBoundingClientRect().right, heads];
        }"""
        )
        assert outside <= inside + 1
        assert len(heads) > 1 and max(heads) < 60, "a word is cut in pieces"


def test_the_boxes_to_tick_with_a_pen_stand_apart(tab: Tab, address: str) -> None:
    """On a printed list of marks to choose from: one line, one box."""
    tab.goto(f"{address}choose/")
    tab.emulate_media(media="print")
    boxes = [box(one) for one in tab.locator(".mk-mark-picker__box").all()]
    assert len(boxes) > 2 and all(one["height"] > 12 for one in boxes)
    assert all(one["y"] + one["height"] < next["y"] for one, next in zip(boxes, boxes[1:]))


def test_the_words_of_a_score_stand_below_its_squares(tab: Tab) -> None:
    """Not after them, where only the end of the words would go to the next line."""
    tab.set_viewport_size({"width": 1280, "height": 800})
    score(tab, "7")
    cell = tab.locator("mk-sheet-summary td", has=tab.locator(".mk-strip")).first
    squares = box(cell.locator(".mk-strip"))
    assert box(cell.locator("strong, b").first)["y"] >= squares["y"] + squares["height"] - 3


def test_the_head_of_a_printed_page_says_whose_it_is_and_its_foot_of_which_guide(tab: Tab, made_up: Guide) -> None:
    """A long name ends in dots, since a head is one line."""
    said = "getComputedStyle(document.documentElement).getPropertyValue('--mk-%s')"
    title = tab.title().removesuffix(f" - {made_up.name}")
    long = "Garden " * 20
    for name in ("Garden project", long, ""):
        tab.get_by_label(say("keep_name")).fill(name)
        tab.evaluate("() => dispatchEvent(new Event('beforeprint'))")
        head, foot = (json.loads(tab.evaluate(said % part)) for part in ("head", "foot"))
        if name == long:
            assert head.startswith(f"{title} - Garden Garden") and head.endswith("…") and len(head) < 90
        else:
            assert head == (f"{title} - {name}" if name else title)
        assert made_up.name in foot and made_up.version in foot


def test_a_long_name_of_a_group_is_one_line_on_paper(tab: Tab) -> None:
    """At the foot of each page; the head of the page has more of it."""
    tab.get_by_label(say("keep_name")).fill("A group with a name that goes on " * 6)
    tab.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    tab.emulate_media(media="print")
    assert (
        box(tab.locator("mk-answer-form ~ .mk-paper__from [data-print-name], [data-print-name]:visible").last)["height"]
        < 60
    )


def test_whoever_saves_a_file_is_told_so_and_what_it_is_called(tab: Tab) -> None:
    answer(tab, "ladders", "Tea first")
    with tab.expect_download() as waiting:
        tab.get_by_role("button", name=say("file_save")).click()
    expect(tab.get_by_text(say("file_saved", name=waiting.value.suggested_filename))).to_be_visible()


def test_a_day_takes_its_first_step_with_it_over_a_page(tab: Tab) -> None:
    """Room for that step belongs to the day: Firefox keeps nothing else together."""
    answer(tab, say("ask_what"), "Book the room")
    tab.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    tab.emulate_media(media="print")
    expect(tab.locator("[data-by-date] h4")).to_have_count(1)
    # found and read in one step: the list is drawn anew for paper, and a day of the last drawing has no room
    day = "getComputedStyle(document.querySelector('[data-by-date] h4'), '::after')"
    assert tab.evaluate(f"() => parseFloat({day}.blockSize)") > 50
