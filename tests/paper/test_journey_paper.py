"""Does paper hold what people need, from any browser? Printed in three, and read page by page."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from pypdf import PageObject, PdfReader

from macros.content.model import Guide, Stage
from tests.drive.driver import MARGIN
from tests.drive.person import Person
from tests.journeys import guide, mark, person, person_without_scripts, stage, start, top  # noqa: F401
from tests.room import Paper
from tests.shared import ONE_PAPER


def on_paper(person: Person, folder: Path, address: str, paper: str = "A4", before: str = "") -> PdfReader:
    """A page as it is printed. `before`: a script that runs before that."""
    person.driver.go(address)
    if before:
        person.driver.run(before)
    path = folder / "paper.pdf"
    person.driver.print(path, paper)
    return PdfReader(path)


def printed(person: Person, folder: Path, address: str, paper: str = "A4", before: str = "") -> list[str]:
    """The words of each page, without the spaces, which every engine sets in its own way."""
    return [tight(within(page)) for page in on_paper(person, folder, address, paper, before).pages]


def within(page: PageObject) -> str:
    """What a page says, without what a browser writes into its margins."""
    head, foot = (edge / 25.4 * 72 for edge in (MARGIN + 1.5, MARGIN - 1))
    high = float(page.mediabox.height)
    found: list[str] = []

    def visit(text: str, cm: list[float], tm: list[float], *_: object) -> None:
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        if foot < y < high - head:
            found.append(text)

    page.extract_text(visitor_text=visit)
    return "".join(found)


def tight(words: str) -> str:
    return re.sub(r"\s+", "", words)


def of_a_sheet(pages: list[str], guide: Guide, stage: Stage) -> None:
    """How to use it; each mark on a page of its own, from its title to its last question; room for marks of our own."""
    assert len(pages) == 1 + len(stage.marks) + 1
    for page, one in zip(pages[1:], stage.marks):
        for words in (one.title, one.meaning[:20], *(asked.ask for asked in guide.questions), guide.words["ask_help"]):
            assert tight(words) in page, words
        # Nothing stands in the box of a day: no date of today, no letters to type over.
        after = page.split(tight(guide.words["ask_when"]), 1)[1]
        assert after.startswith(tight(guide.words["ask_help"])), after[:40]


@pytest.mark.parametrize("paper", ONE_PAPER)
def test_a_blank_sheet_has_a_page_for_each_mark(
    person: Person, top: str, guide: Guide, stage: Stage, tmp_path: Path, paper: str
) -> None:
    person.driver.size(1280, 1400)  # how high a window is says nothing of a page
    pages = printed(person, tmp_path, f"{top}{stage.id}-sheet/", paper)
    of_a_sheet(pages, guide, stage)
    assert len(pages) == 1 + len(stage.marks) + 1


def test_a_blank_sheet_needs_no_script(
    person_without_scripts: Person, top: str, guide: Guide, stage: Stage, tmp_path: Path
) -> None:
    pages = printed(person_without_scripts, tmp_path, f"{top}{stage.id}-sheet/")
    of_a_sheet(pages, guide, stage)
    assert len(pages) > len(stage.marks)


def test_a_slip_is_one_side_with_every_mark_and_the_key(
    person: Person, top: str, guide: Guide, stage: Stage, tmp_path: Path
) -> None:
    (page,) = printed(person, tmp_path, f"{top}{stage.id}-paper/#slip")
    assert all(tight(one.title) in page for one in stage.marks) and tight(guide.words["paper_key"]) in page
    assert tight(guide.words["paper_side"].format(n=1, total=1)) in page


def test_the_print_room_counts_the_sides_of_this_browser(
    person: Person, top: str, guide: Guide, tmp_path: Path
) -> None:
    pages = printed(person, tmp_path, f"{top}print/", before="document.querySelector('mk-print-room').render();")
    said = person.driver.run("return document.querySelector('[data-count]').textContent;")
    assert len(pages) == int(re.findall(r"\d+", said)[0]) > 8
    last = [page for page in pages if tight(guide.words["paper_slip_says"]) in page]
    assert len(last) == 8, "a slip for each person, one side each"


FRESH = """const { folios } = marks;
const room = document.querySelector("mk-print-room");
const leaves = document.querySelector(".mk-leaves");
folios.begin(leaves, document.getElementById("room--units"), { group: "", date: "" });
const over = [];
for (const size of ["12", "18", "24"]) for (const paper of ["a4", "a3", "letter"]) {
  Object.assign(leaves.dataset, { size, paper });
  const side = folios.side({ kind: "plan", title: "A title", colour: "lake", foot: "What it is" });
  if (folios.isOver(side)) over.push(`${size} ${paper}`);
}
room.render();
return over;"""


def test_a_side_on_which_nothing_stands_has_room_in_this_browser(person: Person, top: str) -> None:
    person.goes(f"{top}print/")
    person.until(lambda: person.driver.run("return document.querySelectorAll('.mk-folio').length"), "there is no side")
    assert person.driver.run(FRESH) == []


# What stands on the page of the print room from the first; cards of ideas and of lines come later.
THINGS = ("plan", "worksheet", "slip", "tally", "results", "cards", "easy-slip", "own", "form--needs", "board", "test")


@pytest.mark.parametrize("size", ["12", pytest.param("24", marks=pytest.mark.weekly)])
def test_each_thing_of_the_print_room_is_whole_in_this_browser(
    person: Person, top: str, guide: Guide, stage: Stage, tmp_path: Path, size: str
) -> None:
    """As many sides as are counted; each says which it is, has five lines or is the last, keeps 10 mm from the edge, and
    has the key beside its numbers."""
    wanted = f"which={stage.id}&what={'.'.join(THINGS)}&people=1&size={size}"
    before = "document.querySelector('mk-print-room').render();"
    printed(person, tmp_path, f"{top}print/#{wanted}", before=before)
    said = person.driver.run("return document.querySelector('[data-count]').textContent;")
    paper = Paper(tmp_path / "paper.pdf")
    assert len(paper.sides) == int(re.findall(r"\d+", said)[0]) > len(stage.marks)
    numbers = "".join(str(n) for n in range(guide.scale.lowest, guide.scale.highest + 1))
    for number, side in enumerate(paper.sides):
        at = re.search(tight(guide.words["paper_side"]).format(n=r"(\d)", total=r"(\d)"), side)
        assert at, side
        assert tight(guide.version) in side
        pieces = paper.said(number)
        assert at[1] == at[2] or len({round(one.y) for one in pieces}) >= 5, side
        assert all(one.x >= 10 and 10 <= one.y <= 287 for one in pieces), side
        if numbers in side and tight(guide.paper.game.title) not in side:
            assert tight(guide.words["paper_key"]) in side


FILL = """const { store } = marks;
[...document.querySelectorAll("mk-answer-form[of^='mark/']")].map((one) => one.getAttribute("of")).forEach((path, n) => {
  store.facts.guide.fields.forEach((field, k) => store.set(`${path}/${field}/1`,
    Array.from({ length: Math.ceil((2 * n + 10 - k) / 3) }, (_, line) => `A line that people wrote ${line}`).join("\\n")));
  for (const [field, words] of [["what", "Book the room"], ["who", "Person A"], ["when", "2026-12-01"], ["help", "A van"]]) {
    store.set(`${path}/${field}/1`, words);
  }
});
store.show();"""


@pytest.mark.parametrize("paper", ONE_PAPER)
def test_no_page_of_a_full_sheet_holds_only_a_next_step_or_the_foot(
    person: Person, top: str, guide: Guide, stage: Stage, tmp_path: Path, paper: str
) -> None:
    """Each mark has two lines more than the one before: some fill their page to the last line, and some go over it."""
    pages = printed(person, tmp_path, f"{top}{stage.id}-sheet/", paper, FILL)
    assert sum(page.count(tight("A line that people wrote")) for page in pages) > len(stage.marks)
    last = tight(guide.questions[-1].ask)
    holds = [page for page in pages if tight(guide.words["ask_next"]) in page]
    assert len(holds) == len(stage.marks) and not [page[:90] for page in holds if last not in page]
    foot = tight(guide.words["sheet_group"])
    assert not [page for page in pages if page.startswith(foot)]


OVER = """const { store } = marks;
[...document.querySelectorAll("mk-answer-form[of^='mark/']")].map((one) => one.getAttribute("of")).forEach((path, n) => {
  store.facts.guide.fields.forEach((field, k) => store.set(`${path}/${field}/1`,
    Array.from({ length: 33 + 3 * n + k }, (_, line) => `A line that people wrote ${line}`).join("\\n")));
});
store.show();
document.querySelectorAll("mk-answer-form[of^='mark/'] .mk-ask:not(fieldset)").forEach((one, n) => {
  const room = document.createElement("div");
  room.style.cssText = `break-before: page; block-size: ${224 + 3 * (n % 12)}mm`;
  one.before(room);
});"""


@pytest.mark.parametrize("paper", ONE_PAPER)
def test_no_question_of_a_mark_that_is_more_than_a_page_is_cut_from_its_answer(
    person: Person, top: str, guide: Guide, stage: Stage, tmp_path: Path, paper: str
) -> None:
    """Each question comes at the foot of a page, a little lower each time."""
    pages = printed(person, tmp_path, f"{top}{stage.id}-sheet/", paper, OVER)
    assert sum(page.count(tight("A line that people wrote")) for page in pages) > 33 * len(stage.marks)
    asked = [tight(one.ask) for one in guide.questions]
    assert sum(page.count(words) for page in pages for words in asked) >= len(asked) * len(stage.marks)
    assert not [page[-60:] for page in pages if page.endswith(tuple(asked))]


OWN = """const { store } = marks;
store.set("own/a1/stage", STAGE);
store.set("own/a1/title", "There is always tea");
store.facts.guide.fields.forEach((field, k) => store.set(`own/a1/${field}/1`,
  Array.from({ length: 4 }, (_, line) => `A line that people wrote ${line}`).join("\\n")));
for (const field of ["what", "who", "help", "why", "why-other"]) store.set(`own/a1/${field}/1`, "Book the room");
store.show();"""


def test_a_mark_of_our_own_begins_below_the_heading_of_such_marks(
    person: Person, top: str, guide: Guide, stage: Stage, tmp_path: Path
) -> None:
    """One that is nearly a page long, too, as one of twenty lines is, which paper does not part: a heading is no page."""
    pages = printed(person, tmp_path, f"{top}{stage.id}-sheet/", before=OWN.replace("STAGE", json.dumps(f"{stage.id}")))
    assert sum(page.count(tight("A line that people wrote")) for page in pages) >= 12
    (page,) = [page for page in pages if tight(guide.words["own_title"]) in page]
    assert tight("There is always tea") in page


# A title with what begins below it, and a box from its first word to its last: each comes at the foot of page after
# page, a little lower each time.
AT_THE_FOOT = """const article = document.querySelector("article");
const texts = (part) => {
  const walk = document.createTreeWalker(part, NodeFilter.SHOW_TEXT, (one) => one.data.trim() ? 1 : 3);
  const all = [];
  while (walk.nextNode()) all.push(walk.currentNode);
  return all;
};
const made = [];
for (const [which, isTitle] of Object.entries(KINDS)) {
  const part = article.querySelector(which);
  for (let room = 200; room <= 260; room += 4) {
    const [above, below] = [document.createElement("div"), document.createElement("div")];
    above.style.breakBefore = "page";
    above.style.blockSize = `${room}mm`;
    below.className = part.parentElement === article ? "" : part.parentElement.className;
    below.append(part.cloneNode(true), ...(isTitle ? [part.nextElementSibling.cloneNode(true)] : []));
    const [first, last] = [texts(below)[0], isTitle ? texts(below.lastElementChild)[0] : texts(below).pop()];
    first.data = `<${made.length}> ${first.data}`;
    last.data = `${last.data} </${made.length}>`;
    made.push(above, below);
  }
}
article.replaceChildren(...made);"""
KINDS = {
    "h2[id]:not(.mk-mark__title)": True,
    ".mk-more__body > h3": True,
    **dict.fromkeys((".mk-two", ".mk-voice"), False),
}


def test_wherever_a_title_or_a_box_comes_on_a_page_it_is_whole(
    person: Person, top: str, stage: Stage, tmp_path: Path
) -> None:
    before = AT_THE_FOOT.replace("KINDS", json.dumps(KINDS))
    begun, cut = at_the_foot(on_paper(person, tmp_path, f"{top}{stage.id}/", before=before))
    assert begun == 16 * len(KINDS) and not cut


# A page, a part of it, and what makes that part more than a line.
CUT = {
    "words": ("about", ".mk-text > p", 'one.textContent = "A line of words. ".repeat(16)'),
    "a name": ("about", "dl > .mk-keep", ""),
    "a row": (
        "make-it-yours",
        ".mk-fields",
        "one.rows[2].cells[1].append(' on and on'.repeat(20)); one.rows[1].remove(); one.tHead.remove();"
        "while (one.rows[1]) one.rows[1].remove()",
    ),
}
OPENED = """document.querySelectorAll("details").forEach((one) => (one.open = true));
{ const one = document.querySelector("article WHICH"); FIRST }
"""


@pytest.mark.parametrize("cut", CUT)
def test_wherever_a_part_of_a_page_comes_it_is_whole(person: Person, top: str, tmp_path: Path, cut: str) -> None:
    page, which, first = CUT[cut]
    before = OPENED.replace("WHICH", which).replace("FIRST", first) + AT_THE_FOOT.replace(
        "KINDS", json.dumps({which: False})
    )
    assert at_the_foot(on_paper(person, tmp_path, f"{top}{page}/", before=before)) == (16, [])


def at_the_foot(out: PdfReader) -> tuple[int, list[str]]:
    """How many parts begin on a page of paper, and the end of each page on which one begins and does not end."""
    pages = [tight(page.extract_text()) for page in out.pages]
    begun = [(number, page) for page in pages for number in re.findall(r"<(\d+)>", page)]
    return len(begun), [page[-90:] for number, page in begun if f"</{number}>" not in page]


def test_no_title_stands_alone_on_a_stage(person: Person, top: str, guide: Guide, stage: Stage, tmp_path: Path) -> None:
    pages = printed(person, tmp_path, f"{top}{stage.id}/")
    for at, one in enumerate(stage.marks):
        (page,) = [page for page in pages if tight(one.title) + tight(stage.title) in page]
        assert page.startswith(tight(one.title)) or not at, "each begins a page, but for the first"
        assert tight(one.meaning)[:30] in page and tight(one.ladders[0].say)[:20] in page
    marks = tight(guide.words["marks_title"]) + tight(stage.marks[0].title)
    assert not [page for page in pages if page.startswith(marks) and page.endswith(tight(guide.words["no_source"]))]
    for name in ("prompts_title", "why_title", "voices_title", "ideas_title"):
        assert not [page[-60:] for page in pages if page.endswith(tight(guide.words[name]))]


def test_each_idea_of_the_lake_is_whole(person: Person, top: str, guide: Guide, tmp_path: Path) -> None:
    pages = printed(person, tmp_path, f"{top}lake/")
    for one in guide.ideas.values():
        assert [page for page in pages if tight(one.title) + tight(one.what)[:25] in page], one.title


def test_the_line_below_the_list_of_marks_has_no_page_of_its_own(
    person: Person, top: str, guide: Guide, tmp_path: Path
) -> None:
    pages = printed(person, tmp_path, f"{top}{next(iter(guide.stages))}/")
    line = tight(guide.words["no_source"])
    assert any(line in page for page in pages)
    assert not [page for page in pages if page == line]


def test_no_card_of_the_first_page_is_cut(person: Person, top: str, guide: Guide, tmp_path: Path) -> None:
    pages = printed(person, tmp_path, top)
    for one in guide.stages.values():
        word = "count_marks_one" if len(one.marks) == 1 else "count_marks_other"
        count = guide.words[word].format(n=len(one.marks))
        card = [one.title, *([one.purpose] if one.purpose else []), count]
        assert [page for page in pages if all(tight(words) in page for words in card)], card


@pytest.mark.parametrize("view", ["my-scores", "my-scores-easy", "easy"])
def test_a_mark_on_a_slip_or_in_easy_read_is_whole(
    person: Person, top: str, guide: Guide, tmp_path: Path, view: str
) -> None:
    """What is scored stands beside its squares, and the first line of an Easy Read mark beside its last."""
    stage = max(guide.stages.values(), key=lambda one: len(one.marks))
    pages = printed(person, tmp_path, f"{top}{stage.id}-{view}/")
    for one in stage.marks:
        if view == "my-scores":
            first, last = one.title, one.meaning
        else:
            first, last = one.easy_title, (one.easy[:2] if view == "my-scores-easy" else one.easy)[-1].say
        assert [page for page in pages if tight(first) in page and tight(last) in page], one.title
