"""Does storage keep every word when something goes wrong? Tabs that meet, steps taken back, odd files, odd clocks."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import BrowserContext, expect
from playwright.sync_api import Page as Tab

from tests.sheets import (  # noqa: F401
    SHEET,
    answer,
    context,
    in_one,
    kept,
    mark,
    no_error,
    open_file,
    opened,
    record,
    said,
    saved,
    score,
    tab,
)
from tests.words import begins, say, undo

pytestmark = in_one

DEVICE = (
    """() => Object.entries(localStorage).filter(([key]) => key.includes(":project:")).map(([, text]) => text).join()"""
)
WRITE = """([of, field, words]) => { const one = document.querySelector(`[of="mark/${of}"] [data-field=${field}]`);
  one.value = words; one.dispatchEvent(new Event('input', {bubbles: true})); }"""


def keep(tab: Tab) -> None:
    tab.get_by_role("button", name=say("keep_on_device")).click()
    kept(tab)


def add(tab: Tab, text: str) -> None:
    open_file(tab, "theirs.json", text)
    tab.get_by_role("button", name=re.compile(f"^(?:{say('file_add')}|{say('file_here')})$")).click()
    expect(tab.get_by_text(begins(say("file_in")))).to_be_visible()
    expect(tab.locator("[data-said] button").first).to_be_focused()  # whoever uses the keyboard is not lost


def test_undo_in_a_copy_of_a_tab_leaves_the_words_of_the_other(tab: Tab, context: BrowserContext) -> None:
    tab.get_by_label(say("keep_name")).fill("Garden")
    answer(tab, "ladders", "Tea first")
    kept(tab)
    with context.expect_page() as waiting:
        tab.evaluate("() => { window.open(location.href); }")
    copy = waiting.value
    expect(said(copy, "ladders")).to_have_value("Tea first")
    keep(tab)
    answer(tab, "snakes", "Long papers")
    kept(tab)
    copy.get_by_text(say("keep_more")).click()
    copy.get_by_role("button", name=say("keep_open", name="Garden")).click()
    expect(said(copy, "snakes")).to_have_value("Long papers")
    copy.get_by_role("button", name=undo("keep_left")).click()
    kept(copy)
    expect(said(tab, "snakes")).to_have_value("Long papers")
    assert "Long papers" in tab.evaluate(DEVICE)


def test_undo_of_a_file_gives_back_words_that_it_pushed_away(tab: Tab) -> None:
    answer(tab, "ladders", "My own words")
    add(
        tab,
        record(mark__listening__climbs="Words of the file")
        .replace('"at": 5', '"at": 4000000000000')
        .replace("4000000000000", str(tab.evaluate("() => Date.now() + 60000"))),
    )
    expect(said(tab, "ladders")).to_have_value("Words of the file")
    answer(tab, "ladders", "Words of the file!")
    tab.get_by_role("button", name=undo("file_opened")).click()
    expect(said(tab, "ladders")).to_have_value("Words of the file!")  # written since
    expect(mark(tab).locator("blockquote")).to_have_text("My own words")


@pytest.mark.parametrize("path", ["toString", "hasOwnProperty", "mark/listening/toString"])
def test_a_file_with_an_odd_name_and_undo_leave_a_project_that_opens(path: str, tab: Tab) -> None:
    answer(tab, "ladders", "Tea first")
    add(tab, record(name="x").replace('"name"', json.dumps(path)))
    tab.get_by_role("button", name=undo("file_opened")).click()
    kept(tab)
    tab.reload()
    expect(said(tab, "ladders")).to_have_value("Tea first")
    expect(tab.get_by_text("cannot be read")).to_have_count(0)


def test_two_tabs_that_leave_at_the_same_moment_lose_nothing(tab: Tab, context: BrowserContext, address: str) -> None:
    """The second to leave had read what is kept before the first wrote, and writes over it."""
    answer(tab, "looks", "Before")
    keep(tab)
    before = tab.evaluate(DEVICE)
    other = context.new_page()
    other.goto(f"{address}glossary/")
    other.evaluate("text => { window.stale = text; }", before)
    tab.evaluate(WRITE, ["listening", "climbs", "From the first"])
    tab.evaluate("() => dispatchEvent(new Event('pagehide'))")
    tab.close()
    assert "From the first" in other.evaluate(DEVICE)
    other.evaluate("""() => { const key = Object.keys(localStorage).find(one => one.includes(':project:'));
      const late = JSON.parse(stale); late.answers['mark/listening/slides/1'] = {is: 'From the second', at: Date.now(), by: 'w-2'};
      localStorage.setItem(key, JSON.stringify(late)); }""")
    assert "From the first" not in other.evaluate(DEVICE)
    other.close()
    again = opened(context, address)
    expect(said(again, "ladders")).to_have_value("From the first")
    expect(said(again, "snakes")).to_have_value("From the second")
    kept(again)
    assert "From the first" in again.evaluate(DEVICE)
    assert not again.evaluate("() => Object.keys(localStorage).filter(one => one.includes(':leaving:')).length")


def test_a_clock_far_in_the_future_changes_nothing(context: BrowserContext, address: str) -> None:
    context.add_init_script("Date.now = () => 4.2e12;")
    tab = opened(context, address)
    keep(tab)
    other = opened(context, address)
    for words in ("zebra then apple", "alpha", "beta"):
        answer(tab, "ladders", words)
        expect(said(other, "ladders")).to_have_value(words)
    kept(tab)
    tab.reload()
    expect(said(tab, "ladders")).to_have_value("beta")


def test_a_mark_that_was_deleted_in_another_tab_can_be_brought_back(
    tab: Tab, context: BrowserContext, address: str
) -> None:
    keep(tab)
    tab.get_by_role("button", name=say("own_add")).click()
    tab.keyboard.type("Tea")
    kept(tab)
    other = opened(context, address)
    answer(other, "ladders", "A kettle", "Tea")
    kept(other)
    tab.get_by_role("button", name=say("own_delete")).click()
    kept(tab)
    expect(other.locator("mk-custom-marks h3")).to_have_count(0)
    back = other.get_by_role("button", name=undo("own_deleted", title="Tea"))
    expect(back).to_be_focused()  # where somebody was writing
    back.click()
    for one in (tab, other):
        expect(one.locator("mk-custom-marks h3")).to_have_text(["Tea"])
        expect(said(one, "ladders", "Tea")).to_have_value("A kettle")


def test_a_mark_in_which_somebody_writes_is_not_deleted(tab: Tab, context: BrowserContext, address: str) -> None:
    """Both did it before they were told of the other."""
    keep(tab)
    tab.get_by_role("button", name=say("own_add")).click()
    tab.keyboard.type("Tea")
    kept(tab)
    other = context.new_page()
    other.add_init_script("addEventListener('storage', event => event.stopImmediatePropagation());")  # not told in time
    other.goto(address + SHEET)
    expect(other.locator("mk-custom-marks h3")).to_have_text(["Tea"])
    tab.get_by_role("button", name=say("own_delete")).click()
    kept(tab)
    other.evaluate("""() => { const one = document.querySelector('mk-custom-marks [data-field=climbs]');
      one.value = 'A kettle'; one.dispatchEvent(new Event('input', {bubbles: true})); }""")
    for one in (tab, other):
        expect(said(one, "ladders", "Tea")).to_have_value("A kettle")


def test_what_was_cleared_stays_so_though_another_tab_was_writing(tab: Tab) -> None:
    answer(tab, "ladders", "Tea first")
    keep(tab)
    text = tab.evaluate(DEVICE)
    tab.get_by_text(say("keep_more")).click()
    button = tab.get_by_role("button", name=say("keep_clear_device")).element_handle()
    # In one step: the other tab was writing just then, however busy the machine is.
    tab.evaluate(
        """([button, text]) => { button.click();
      const id = JSON.parse(text).id; const base = Object.keys(localStorage).concat(Object.keys(sessionStorage))
        .find(one => one.endsWith(':now')).replace(/now$/, ''); localStorage.setItem(`${base}project:${id}`, text); }""",
        [button, text],
    )
    tab.wait_for_timeout(500)
    assert "Tea first" not in tab.evaluate("() => JSON.stringify({...localStorage})")


# Many steps on few answers, some of which change nothing: what there was after each.
STEPS = """(paths) => {
  const { store } = marks;
  const seen = () => JSON.stringify(paths.map(([path]) => store.get(path)));
  const states = [seen()];
  for (let at = 0; at < 60; at++) {
    const [[path, values], [other, more]] = [0, 1].map((n) => paths[(at * 7 + n * (at % 3)) % paths.length]);
    store.undoable(`step ${at}`, () => {
      store.set(path, values[at % values.length]);
      if (at % 2) store.set(other, more[(at * 5) % more.length]);
    });
    if (seen() !== states[states.length - 1]) states.push(seen());
  }
  const back = [seen()];
  while (store.undoing) {
    store.undo();
    back.push(seen());
  }
  return [states, back.reverse()];
}"""


def test_many_steps_on_the_same_answers_are_taken_back_one_by_one(tab: Tab) -> None:
    paths = [
        ["idea/tea-first/basket", [True, None]],
        ["idea/tea-first/plan/1", [None, True, True]],
        ["idea/tea-first/title", ["Tea first", None, "Tea"]],
        ["mark/listening/score/1/together", [1, 2, None]],
    ]
    states, back = tab.evaluate(STEPS, paths)
    assert len(states) > 20 and back == states


def test_undo_soon_after_clearing_brings_it_back_for_good(tab: Tab) -> None:
    answer(tab, "ladders", "Tea first")
    keep(tab)
    tab.get_by_text(say("keep_more")).click()
    tab.get_by_role("button", name=say("keep_clear_device")).click()
    tab.get_by_role("button", name=undo("keep_cleared")).click()
    tab.wait_for_timeout(500)
    assert "Tea first" in tab.evaluate(DEVICE)


# One place without room. The other is asked for itself.
FULL = """where => { const set = Storage.prototype.setItem; Storage.prototype.setItem = function (...given) {
  if (this === window[where] && !window.room) throw new DOMException("full", "QuotaExceededError"); set.apply(this, given); }; }"""
PLACES = """() => [localStorage, sessionStorage].map(box => Object.entries(box).filter(([key]) => key.includes(":project:"))
  .map(([, text]) => text).join())"""


def test_a_project_that_could_not_be_kept_on_the_device_stays_in_the_tab(tab: Tab) -> None:
    answer(tab, "ladders", "Tea first")
    kept(tab)
    tab.evaluate(FULL, "localStorage")
    tab.get_by_role("button", name=say("keep_on_device")).click()
    expect(tab.get_by_role("alert").get_by_text(say("keep_no_full"))).to_be_visible()
    answer(tab, "snakes", "Long papers")
    kept(tab)
    device, here = tab.evaluate(PLACES)
    assert "Tea first" not in device and "Tea first" in here and "Long papers" in here
    tab.reload()
    expect(said(tab, "snakes")).to_have_value("Long papers")


def test_what_a_full_device_does_not_take_is_in_the_tab_at_once_and_goes_over_when_there_is_room(tab: Tab) -> None:
    answer(tab, "ladders", "Tea first")
    keep(tab)
    tab.evaluate(FULL, "localStorage")
    for words in ("Long papers", "Longer papers"):
        answer(tab, "snakes", words)
        # At once, as whoever leaves needs it, and not when the device is asked again.
        device, here = tab.evaluate(f"() => {{ dispatchEvent(new Event('pagehide')); return ({PLACES})(); }}")
        assert words not in device and words in here
    expect(tab.locator("mk-project-panel").get_by_text(say("keep_full_tab"))).to_be_visible()
    assert tab.evaluate("() => onbeforeunload === null")
    tab.evaluate("() => { room = true; }")
    expect(tab.get_by_text(say("keep_device"))).to_be_visible(timeout=9000)
    device, here = tab.evaluate(PLACES)
    assert "Longer papers" in device and not here


def test_what_only_the_tab_had_room_for_is_there_after_a_refresh(tab: Tab) -> None:
    answer(tab, "ladders", "Tea first")
    keep(tab)
    tab.evaluate(FULL, "localStorage")
    answer(tab, "snakes", "Long papers")
    kept(tab)
    tab.reload()
    expect(said(tab, "snakes")).to_have_value("Long papers")
    device, here = tab.evaluate(PLACES)
    assert "Long papers" in device and "Tea first" in device and not here


def test_a_full_tab_keeps_nobody_from_keeping_on_the_device(tab: Tab) -> None:
    answer(tab, "ladders", "Tea first")
    kept(tab)
    tab.evaluate(FULL, "sessionStorage")
    keep(tab)
    answer(tab, "snakes", "Long papers")
    kept(tab)
    expect(tab.get_by_text(say("keep_device"))).to_be_visible()
    assert "Long papers" in tab.evaluate(DEVICE)


def test_whoever_leaves_after_somebody_cleared_the_browser_is_asked(
    tab: Tab, context: BrowserContext, address: str
) -> None:
    answer(tab, "ladders", "Tea first")
    keep(tab)
    assert tab.evaluate("() => onbeforeunload === null")
    other = opened(context, address)
    other.evaluate("() => localStorage.clear()")
    expect(tab.get_by_text(say("keep_gone")).first).to_be_visible()
    assert tab.evaluate("() => onbeforeunload !== null")


def test_a_tab_stays_with_its_project(tab: Tab, context: BrowserContext, address: str) -> None:
    """Though another tab begins and keeps another one."""
    tab.get_by_label(say("keep_name")).fill("Garden")
    keep(tab)
    other = opened(context, address)
    expect(other.get_by_label(say("keep_name"))).to_have_value("Garden")
    tab.get_by_text(say("keep_more")).click()
    tab.get_by_role("button", name=say("keep_new")).click()
    tab.get_by_label(say("keep_name")).fill("Kitchen")
    keep(tab)
    other.goto(f"{address}early-days-sheet/")
    expect(other.get_by_label(say("keep_name"))).to_have_value("Garden")
    other.get_by_text(say("keep_more")).click()
    other.get_by_role("button", name=say("keep_clear_device")).click()
    expect(opened(context, address).get_by_label(say("keep_name"))).to_have_value("Kitchen")


OURS = record(name="Café")
FILES = {
    "letters of another kind": (
        OURS.replace("\\u00e9", "é").encode("latin-1"),
        say("wrong_letters"),
    ),
    "cut by one": (OURS.encode()[:-1], say("wrong_cut")),
    "cut by two": (OURS.encode()[:-2], say("wrong_cut")),
    "cut after an answer": (OURS[: OURS.index("}") + 1].encode(), say("wrong_cut")),
    "cut inside words": (OURS[: OURS.index("Caf") + 2].encode(), say("wrong_cut")),
    "more behind it": (OURS.encode() + b"\0", say("wrong_not_json")),
    "a picture": (bytes.fromhex("89504e470d0a1a0a") + bytes(range(256)), say("wrong_not_json")),
}


@pytest.mark.parametrize("name", FILES)
def test_an_odd_file_is_refused_for_what_is_wrong(name: str, tab: Tab) -> None:
    data, why = FILES[name]
    answer(tab, "ladders", "Tea first")
    open_file(tab, "odd.json", data)
    expect(
        tab.get_by_role("alert").get_by_text(f"odd.json was not opened, and nothing has changed. {why}")
    ).to_be_visible()
    expect(said(tab, "ladders")).to_have_value("Tea first")
    kept(tab)
    assert list(json.loads(saved(tab, say("file_save")))["answers"]) == [
        "mark/listening/climbs/1",
        "mark/listening/title",
    ]


@pytest.mark.parametrize("letters", ["utf-16", "utf-8-sig"])
def test_a_file_of_notepad_opens(letters: str, tab: Tab) -> None:
    open_file(tab, "ours.json", OURS.encode().decode("unicode-escape").encode(letters))
    expect(tab.get_by_role("alert").get_by_text('This file holds "Café".')).to_be_visible()


def test_what_a_file_holds_is_said_whatever_its_name(tab: Tab) -> None:
    open_file(tab, "ours.json", record(name="{marks} {scores} $& {name}", mark__listening__climbs="Tea"))
    expect(
        tab.get_by_role("alert").get_by_text(
            'This file holds "{marks} {scores} $& {name}". Marks with answers: 1 (Later days). Scores: 0.'
        )
    ).to_be_visible()


def test_two_projects_that_are_too_much_for_one_stay_two(tab: Tab) -> None:
    def big(letter: str) -> str:
        return record(**{f"mark__m{number}__climbs": letter * 19_000 for number in range(140)}).replace(
            "m1", f"m{letter}1"
        )

    open_file(tab, "one.json", big("a"))
    tab.get_by_role("button", name=say("file_here"), exact=True).click()
    open_file(tab, "two.json", big("b").replace("mark/m", "mark/n"))
    tab.get_by_role("button", name=say("file_add")).click()
    expect(tab.get_by_role("alert").get_by_text(say("wrong_too_much"))).to_be_visible()


def test_what_only_a_newer_guide_knows_is_kept_when_a_file_takes_our_place(tab: Tab) -> None:
    answer(tab, "ladders", "Tea first")
    ours = json.loads(saved(tab, say("file_save")))
    newer = {
        **ours,
        "colours": ["red"],
        "answers": {
            "mark/listening/climbs/1": {**ours["answers"]["mark/listening/climbs/1"], "is": "Cake", "drawn": True}
        },
    }
    open_file(tab, "newer.json", json.dumps(newer))
    tab.get_by_role("button", name=say("file_replace")).click()
    expect(said(tab, "ladders")).to_have_value("Cake")
    after = json.loads(saved(tab, say("file_save")))
    assert after["colours"] == ["red"] and after["answers"]["mark/listening/climbs/1"]["drawn"] is True


def test_a_letter_that_is_being_put_together_is_not_torn(tab: Tab, context: BrowserContext, address: str) -> None:
    keep(tab)
    other = opened(context, address)
    field = said(tab, "ladders")
    field.focus()
    field.dispatch_event("compositionstart")
    answer(other, "ladders", "From the other")
    kept(other)
    expect(field).to_have_value("")
    field.dispatch_event("compositionend")
    tab.evaluate(WRITE, ["listening", "climbs", "ご"])
    expect(mark(other).locator("blockquote")).to_have_text("ご")  # beside the words of whoever writes there
    other.get_by_label(say("keep_name")).focus()
    for one in (tab, other):
        expect(said(one, "ladders")).to_have_value("ご")


def test_a_score_that_was_cleared_comes_back_in_a_project_that_was_kept_meanwhile(tab: Tab) -> None:
    """What is taken back is the step alone: what was written since, and where it is kept, stay."""
    score(tab, "7")
    mark(tab).get_by_role("button", name=say("ask_clear")).click()
    keep(tab)
    answer(tab, "ladders", "Tea first")
    tab.get_by_role("button", name=undo("ask_cleared")).click()
    expect(mark(tab).get_by_role("radio", name="7", exact=True)).to_be_checked()
    expect(said(tab, "ladders")).to_have_value("Tea first")
    kept(tab)
    assert "Tea first" in tab.evaluate(DEVICE) and tab.evaluate("() => marks.store.place") == "device"


def test_a_score_that_was_cleared_comes_back_in_a_project_of_which_the_tab_holds_a_part(tab: Tab) -> None:
    """The device took the project and then had no more room: what lies in the tab is not the project of before."""
    score(tab, "7")
    mark(tab).get_by_role("button", name=say("ask_clear")).click()
    keep(tab)
    tab.evaluate(FULL, "localStorage")
    answer(tab, "ladders", "Tea first")
    expect(tab.locator("mk-project-panel").get_by_text(say("keep_full_tab"))).to_be_visible()
    tab.get_by_role("button", name=undo("ask_cleared")).click()
    expect(mark(tab).get_by_role("radio", name="7", exact=True)).to_be_checked()
    expect(said(tab, "ladders")).to_have_value("Tea first")
    assert tab.evaluate("() => marks.store.place") == "device"


def test_a_round_that_another_tab_begins_is_begun_here(tab: Tab, context: BrowserContext, address: str) -> None:
    score(tab, "7")
    keep(tab)
    other = opened(context, address)
    other.evaluate("() => marks.store.set('round/2/begun', true)")
    kept(other)
    expect(mark(tab).get_by_role("radio", name="7", exact=True)).not_to_be_checked()
