"""Can one person write down what everyone scores: spoken, on slips and in codes? With a keyboard, as it is done."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
import zxingcpp
from playwright.sync_api import BrowserContext, Locator, Route, expect
from playwright.sync_api import Page as Tab
from py_mini_racer import MiniRacer

from macros.content.model import Guide
from macros.render.sheet_data import code_facts
from tests.guide_data import ENDS
from tests.paper.pixels import Camera, Picture
from tests.scripts import CODE, source
from tests.sheets import (  # noqa: F401  (pytest finds fixtures by their names)
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
    saved,
    show_ways,
    tab,
)
from tests.words import begins, say, undo

pytestmark = in_one
Code = Callable[..., str]
# What somebody else wrote down of two people.
TWO_OF_THEM = record(
    person__p1__place=1, person__p2__place=2, mark__listening__score__1__p1=3, mark__listening__score__1__p2=6
)


@pytest.fixture(scope="module")
def code(made_up: Guide) -> Code:
    """The code of somebody's scores for a stage."""
    engine = MiniRacer()
    engine.eval(source("core/record", *CODE))
    facts = json.dumps(code_facts(made_up))

    def made(*said: Any, stage: int = 1) -> str:
        count = len(list(made_up.stages.values())[stage].marks)
        whole = [*said, *["" for _ in range(count - len(said))]]
        sheet = f"marks.scoreCode.sheets({facts})[{stage}]"
        return str(engine.eval(f"marks.scoreCode.encode({json.dumps(whole)}, {sheet}, {facts})"))

    return made


def unfold(tab: Tab, *names: str) -> None:
    """Open one fold after the other, unless it is."""
    for name in names:
        title = tab.locator("summary").get_by_text(say(name), exact=True)
        if not title.evaluate("one => one.closest('details').open"):
            title.click()


def people(tab: Tab, count: int) -> None:
    """Say how many are here."""
    unfold(tab, "all_how")
    tab.get_by_label(say("all_here")).fill(str(count))


def everyone(tab: Tab, title: str = "Listening") -> Locator:
    return tab.get_by_role("group", name=f"{title}: {say('all_title')}", exact=True)


def score(tab: Tab, person: int, title: str = "Listening") -> Locator:
    return everyone(tab, title).get_by_role("textbox", name=say("all_person", n=person), exact=True).first


def scores(tab: Tab, title: str = "Listening") -> list[str]:
    return [one.input_value() for one in everyone(tab, title).get_by_role("textbox").all()]


def add_codes(tab: Tab, text: str) -> None:
    unfold(tab, "all_how", "code_title")
    tab.get_by_label(say("code_field"), exact=True).fill(text)
    tab.get_by_role("button", name=say("code_add")).click()


def stored(tab: Tab) -> dict[str, Any]:
    """Path -> what stands there."""
    found: dict[str, Any] = tab.evaluate(
        "() => Object.fromEntries(Object.entries(marks.store.record.answers).map(([path, { is }]) => [path, is]))"
    )
    return found


@pytest.fixture
def of_ten(context: BrowserContext, address: str) -> Tab:
    """The same sheet, of a guide whose scale ends at ten."""

    def to_ten(route: Route) -> None:
        there = route.fetch()
        (page, count) = re.subn(r'"scores": ?\[1, ?9\]', '"scores":[1,10]', there.text())
        assert count == 1
        route.fulfill(response=there, body=page)

    context.route(f"**/{SHEET}", to_ten)
    return opened(context, address)


def test_a_key_each(tab: Tab) -> None:
    people(tab, 8)
    score(tab, 1).focus()
    tab.keyboard.type("3419-?85")
    assert scores(tab) == ["3", "4", "1", "9", "-", "?", "8", "5"]
    said = everyone(tab).get_by_role("status")
    expect(said).to_contain_text(say("all_count", n=8, total=8))
    expect(said).to_contain_text(say("all_range", **ENDS))
    expect(said).to_contain_text("Not sure: 1.")
    shape = everyone(tab).get_by_role("img")
    expect(shape).to_have_attribute("aria-label", say("all_shape", list="1: 1; 3: 1; 4: 1; 5: 1; 8: 1; 9: 1"))
    found = stored(tab)
    assert found["mark/listening/score/1/p7"] == 8 and found["mark/listening/score/1/p5"] == "does-not-apply"
    assert found["person/p8/place"] == 8 and "mark/listening/score/1/together" not in found


def test_where_there_is_no_ten_a_one_waits_for_nothing_and_a_nought_is_no_score(tab: Tab) -> None:
    people(tab, 3)
    score(tab, 1).focus()
    tab.keyboard.type("1")
    expect(score(tab, 2)).to_be_focused()
    tab.keyboard.type("0")
    expect(everyone(tab).get_by_role("status")).to_have_text(say("all_wrong", **ENDS))
    assert scores(tab) == ["1", "", ""]


def test_ten_is_typed_as_it_is_written_and_as_a_nought(of_ten: Tab) -> None:
    people(of_ten, 5)
    score(of_ten, 1).focus()
    of_ten.keyboard.type("1021019")  # a 1 and then a 9 are two people, 0 is ten
    assert scores(of_ten) == ["10", "2", "10", "1", "9"]
    score(of_ten, 5).fill("0")
    assert scores(of_ten) == ["10", "2", "10", "1", "10"]
    assert stored(of_ten)["mark/listening/score/1/p5"] == 10


def test_another_key_says_which_there_are_and_changes_nothing(tab: Tab) -> None:
    people(tab, 2)
    score(tab, 1).focus()
    tab.keyboard.type("7")
    tab.keyboard.press("ArrowLeft")
    for key in ("z", "é", "+"):
        tab.keyboard.type(key)
        expect(everyone(tab).get_by_role("status")).to_have_text(say("all_wrong", **ENDS))
        assert scores(tab) == ["7", ""]
    tab.keyboard.type("8")
    assert scores(tab) == ["8", ""]


def test_arrows_enter_and_backspace_go_on_and_back(tab: Tab) -> None:
    people(tab, 3)
    score(tab, 1).focus()
    tab.keyboard.press("Enter")
    expect(score(tab, 2)).to_be_focused()
    tab.keyboard.press("ArrowRight")
    expect(score(tab, 3)).to_be_focused()
    tab.keyboard.press("ArrowLeft")
    tab.keyboard.press("Backspace")
    expect(score(tab, 1)).to_be_focused()
    tab.keyboard.type("5")
    tab.keyboard.press("ArrowLeft")
    tab.keyboard.press("Backspace")
    assert scores(tab) == ["", "", ""]
    assert stored(tab)["mark/listening/score/1/p1"] is None


def test_other_answers_are_buttons_too(tab: Tab) -> None:
    people(tab, 2)
    score(tab, 2).focus()
    everyone(tab).get_by_role("button", name="Not sure").click()
    assert scores(tab) == ["", "?"]


def test_hidden_scores_are_shown_all_at_once(tab: Tab) -> None:
    people(tab, 3)
    tab.get_by_label(say("all_hide")).check()
    score(tab, 1).focus()
    tab.keyboard.type("899")
    assert scores(tab) == ["•", "•", "•"]
    said = everyone(tab).get_by_role("status")
    expect(said).to_have_text(say("all_count", n=3, total=3))
    expect(everyone(tab).get_by_role("img")).to_be_hidden()
    everyone(tab).get_by_role("button", name=say("all_show")).click()
    expect(said).to_be_focused()
    assert scores(tab) == ["8", "9", "9"]
    expect(said).to_contain_text(say("all_range", low=8, high=9))


def test_a_timer_counts_minutes_and_asks_nothing(tab: Tab) -> None:
    tab.clock.install()
    people(tab, 3)
    talk = everyone(tab).get_by_role("button", name=say("timer_start", n=5))
    expect(talk).to_have_count(0)
    tab.get_by_label(say("timer_on")).check()
    tab.get_by_label(say("timer_minutes")).fill("2")
    talk = everyone(tab).get_by_role("button", name=say("timer_start", n=2))
    talk.click()
    expect(everyone(tab).get_by_text(say("timer_left_other", n=2))).to_be_visible()
    tab.clock.run_for(70_000)
    expect(everyone(tab).get_by_text(say("timer_left_one"))).to_be_visible()
    score(tab, 1).fill("7")  # the scores go on meanwhile, and the timer of another mark does not run
    expect(tab.get_by_text(say("timer_left_one"))).to_have_count(1)
    tab.clock.run_for(60_000)
    expect(everyone(tab).get_by_role("status").get_by_text(say("timer_over"))).to_be_visible()
    everyone(tab).get_by_role("button", name=say("timer_stop")).click()
    expect(everyone(tab).get_by_text(say("timer_over"))).to_have_count(0)
    expect(talk).to_be_visible()
    tab.get_by_label(say("timer_on")).uncheck()
    expect(talk).to_be_hidden()
    expect(tab.get_by_label(say("timer_minutes"))).to_be_hidden()
    assert scores(tab) == ["7", "", ""]


@pytest.mark.parametrize(("typed", "counts"), [("", 1), ("0", 1), ("-4", 1), ("1e9", 99), ("2.6", 3)])
def test_any_number_of_minutes_is_one_that_can_be_counted(typed: str, counts: int, tab: Tab) -> None:
    people(tab, 2)
    tab.get_by_label(say("timer_on")).check()
    tab.get_by_label(say("timer_minutes")).fill(typed)
    expect(everyone(tab).get_by_role("button", name=say("timer_start", n=counts))).to_be_visible()


def test_half_a_number_takes_nobody_away(tab: Tab) -> None:
    people(tab, 3)
    here = tab.get_by_label(say("all_here"))
    here.press("End")
    here.press("e")  # as in 3e2, which is one of the ways to write a number
    assert here.evaluate("one => one.validity.badInput")
    assert scores(tab) == ["", "", ""]
    here.blur()
    expect(here).to_have_value("3")


def test_a_second_score_after_the_talk_leaves_the_first(tab: Tab) -> None:
    people(tab, 3)
    score(tab, 1).focus()
    tab.keyboard.type("259")
    everyone(tab).get_by_role("button", name=say("all_again")).click()
    tab.keyboard.type("66")
    assert scores(tab) == ["2", "5", "9", "6", "6", ""]
    expect(everyone(tab).get_by_role("status")).to_contain_text(say("all_range", low=6, high=9))
    tab.reload()
    assert scores(tab) == ["2", "5", "9", "6", "6", ""]


def test_two_scores_are_kept_with_both_reasons(tab: Tab) -> None:
    part = mark(tab)
    part.get_by_text(say("two_title")).click()
    part.get_by_label(begins(say("two_aim"))).select_option("8")
    part.get_by_label(begins(say("two_other"))).select_option("3")
    part.get_by_label(say("two_why"), exact=True).fill("We were asked")
    part.get_by_label(say("two_why_other"), exact=True).fill("We were not")
    part.get_by_text(say("two_title")).click()  # folded away; paper has it all the same, and before a reload too
    tab.emulate_media(media="print")
    tab.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    expect(part.locator("mk-kept-scores .mk-said").get_by_text("We were not")).to_be_visible()
    expect(part.locator("mk-kept-scores .mk-said").get_by_text("3", exact=True)).to_be_visible()
    expect(tab.locator("mk-answer-form[data-full]")).to_have_count(
        1
    )  # and the rest of its side has less room for a pen
    tab.emulate_media(media="screen")
    tab.reload()
    expect(part.get_by_label(begins(say("two_aim")))).to_have_value("8")
    expect(part.get_by_label(begins(say("two_other")))).to_have_value("3")
    expect(part.get_by_label(say("two_why_other"), exact=True)).to_have_value("We were not")
    found = stored(tab)
    assert found["mark/listening/why/1/together"] == "We were asked" and found["mark/listening/score/1/other"] == 3


def test_sides_are_told_where_three_stand_on_each(tab: Tab) -> None:
    people(tab, 6)
    tab.get_by_text(say("all_names")).click()
    for number in range(1, 7):
        side = tab.get_by_label(f"{say('all_side')}: {say('all_person', n=number)}", exact=True)
        side.select_option("First side" if number < 4 else "Second side")
    score(tab, 1).focus()
    tab.keyboard.type("34578")
    first = say("all_side_range", side="First side", n=3, low=3, high=5)
    expect(everyone(tab).get_by_text(first)).to_have_count(0)
    tab.keyboard.type("9")
    expect(everyone(tab).get_by_text(first)).to_be_visible()
    expect(everyone(tab).get_by_text(say("all_side_range", side="Second side", n=3, low=7, high=9))).to_be_visible()


def test_a_name_is_said_at_each_mark_and_whoever_goes_can_come_back(tab: Tab) -> None:
    people(tab, 2)
    tab.get_by_text(say("all_names")).click()
    tab.get_by_label(f"{say('all_name')}: {say('all_person', n=2)}", exact=True).fill("Person B")
    score(tab, 1).focus()
    tab.keyboard.type("38")
    expect(everyone(tab).get_by_role("textbox", name="Person B")).to_have_value("8")
    tab.get_by_role("button", name=f"{say('all_out')}: {say('all_person', n=2)}", exact=True).click()
    assert scores(tab) == ["3"]
    tab.get_by_role("button", name=say("keep_undo", what=say("all_gone", person="Person B"))).click()
    assert scores(tab) == ["3", "8"]


def test_whoever_is_taken_out_leaves_no_number_behind(tab: Tab) -> None:
    people(tab, 3)
    unfold(tab, "all_names")
    tab.get_by_role("button", name=f"{say('all_out')}: {say('all_person', n=2)}", exact=True).click()
    expect(tab.get_by_label(say("all_here"))).to_have_value("2")
    assert len(scores(tab)) == 2
    tab.get_by_label(say("all_here")).fill("3")
    expect(score(tab, 4)).to_have_count(1)  # somebody new has a number that nobody had
    expect(score(tab, 2)).to_have_count(0)


def test_a_phone_comes_to_its_page_by_a_square_code(tab: Tab) -> None:
    unfold(tab, "all_how", "code_title")
    button = tab.get_by_role("button", name=say("code_scan"))
    button.click()
    square = tab.get_by_role("img", name=say("code_scanned"))
    expect(square).to_be_visible()
    (found,) = zxingcpp.read_barcodes(Camera(Picture(square.screenshot()).rows))
    assert found.text == tab.url.replace("later-days-sheet", "later-days-my-scores").partition("#")[0]
    button.click()
    expect(square).to_be_hidden()
    tab.route("**/core/qr.js", lambda route: route.abort())
    tab.reload()
    unfold(tab, "all_how", "code_title")
    button.click()
    expect(tab.get_by_text(say("code_not_scanned", address=found.text))).to_be_visible()


def test_codes_go_to_people(tab: Tab, code: Code) -> None:
    people(tab, 2)
    add_codes(tab, f"{code(4, 'not-sure')}\n5: {code(9).lower()}\nPerson C: {code(2)}")
    for name, count in ((say("all_person", n=1), 2), (say("all_person", n=5), 1), ("Person C", 1)):
        expect(tab.get_by_text(say("code_added", person=name, n=count, stage="Later days"))).to_be_visible()
    expect(tab.get_by_label(say("code_field"), exact=True)).to_have_value("")
    first = stored(tab)
    values = sorted(
        (path.split("/")[-1], str(is_)) for path, is_ in first.items() if "/score/1/p" in path and is_ is not None
    )
    assert values == [("p1", "4"), ("p1", "not-sure"), ("p5", "9"), ("p6", "2")]
    assert first["person/p6/name"] == "Person C"
    tab.get_by_role("button", name=say("keep_undo", what=say("code_undo"))).click()
    assert not [path for path, is_ in stored(tab).items() if "/score/" in path and is_ is not None]


def test_the_same_code_twice_is_asked_about(tab: Tab, code: Code, made_up: Guide) -> None:
    first = made_up.stages["later-days"].marks[0].id
    people(tab, 3)
    add_codes(tab, code(4))
    add_codes(tab, code(4))
    asked = tab.get_by_text(say("code_again", code=code(4), person=say("all_person", n=1)))
    expect(asked).to_be_visible()
    expect(tab.get_by_role("button", name=say("code_other"))).to_be_focused()
    tab.get_by_role("button", name=say("code_same")).click()
    expect(asked).to_have_count(0)
    assert [path for path, is_ in stored(tab).items() if is_ == 4 and "/score/" in path] == [f"mark/{first}/score/1/p1"]
    add_codes(tab, code(4))
    tab.get_by_role("button", name=say("code_other")).click()
    # the other one is the next who has no score yet, and nobody new
    assert [path for path, is_ in stored(tab).items() if is_ == 4 and "/score/" in path] == [
        f"mark/{first}/score/1/p1",
        f"mark/{first}/score/1/p2",
    ]
    expect(tab.get_by_label(say("all_here"))).to_have_value("3")


def test_one_person_more_than_were_here_is_here_too(tab: Tab, code: Code) -> None:
    people(tab, 1)
    add_codes(tab, f"{code(4)}\n{code(5)}")
    expect(tab.get_by_label(say("all_here"))).to_have_value("2")


def test_a_code_for_somebody_who_has_scores_takes_their_place_and_can_be_undone(tab: Tab, code: Code) -> None:
    people(tab, 3)
    add_codes(tab, f"2: {code(4, 5)}")
    add_codes(tab, f"2: {code(6)}")
    expect(tab.get_by_text(say("code_instead", person=say("all_person", n=2), n=1, stage="Later days"))).to_be_visible()
    found = stored(tab)
    assert sorted(str(is_) for path, is_ in found.items() if path.endswith("/score/1/p2")) == ["6", "None"]
    tab.get_by_role("button", name=say("keep_undo", what=say("code_undo"))).click()
    assert sorted(str(is_) for path, is_ in stored(tab).items() if path.endswith("/score/1/p2")) == ["4", "5"]


def test_a_code_of_another_stage_goes_to_its_own_marks(tab: Tab, code: Code) -> None:
    people(tab, 1)
    add_codes(tab, code(7, stage=0))
    expect(tab.get_by_text(say("code_added", person=say("all_person", n=1), n=1, stage="Early days"))).to_be_visible()
    assert [is_ for path, is_ in stored(tab).items() if path.endswith("/score/1/p1")] == [7]


def test_what_is_wrong_with_a_code_is_said_and_it_stays_to_be_mended(tab: Tab, code: Code) -> None:
    people(tab, 2)
    good = code(4)
    slip = good[:-1] + ("A" if good[-1] != "A" else "B")
    add_codes(tab, f"{slip}\nU\n{good}-77\n{good}")
    expect(tab.get_by_text(say("code_check", code=slip))).to_be_visible()
    expect(tab.get_by_text(say("code_sign", code="U", what="U"))).to_be_visible()
    length = len(good.replace("-", ""))
    expect(tab.get_by_text(say("code_length", code=f"{good}-77", what=length, count=length + 2))).to_be_visible()
    expect(tab.get_by_text(say("code_added", person=say("all_person", n=1), n=1, stage="Later days"))).to_be_visible()
    expect(tab.get_by_label(say("code_field"), exact=True)).to_have_value(f"{slip}\nU\n{good}-77")


def test_a_link_brings_its_code_and_adds_it_when_somebody_says_so(
    context: BrowserContext, address: str, code: Code
) -> None:
    tab = opened(context, address, f"later-days-sheet/#scores={code(4)}")
    expect(tab.get_by_label(say("code_field"), exact=True)).to_have_value(code(4))
    expect(tab.get_by_role("button", name=say("code_add"))).to_be_focused()
    assert "#" not in tab.url and "mark/listening/score/1/p1" not in stored(tab)
    tab.keyboard.press("Enter")
    expect(tab.get_by_text(say("code_added", person=say("all_person", n=1), n=1, stage="Later days"))).to_be_visible()


def test_the_marks_that_a_group_chose_have_codes_of_their_own(
    context: BrowserContext, address: str, made_up: Guide
) -> None:
    tab = opened(context, address, "choose/")
    tab.get_by_role("checkbox", name="Listening").check()
    made = tab.evaluate(
        "() => { const { scoreCode, store } = marks;"
        " const sheet = scoreCode.sheets(store.facts, ['listening']).pop();"
        " return scoreCode.encode([8], sheet, store.facts); }"
    )
    add_codes(tab, made)
    assert stored(tab)["mark/listening/score/1/p1"] == 8


def test_scores_of_everyone_are_in_the_file_and_come_back(tab: Tab, address: str) -> None:
    people(tab, 2)
    score(tab, 1).focus()
    tab.keyboard.type("38")
    text = saved(tab, say("file_save"))
    tab.get_by_role("button", name=say("keep_clear_tab")).click()
    expect(everyone(tab)).to_have_count(0)
    open_file(tab, "ours.json", text)
    tab.get_by_role("button", name=say("file_here")).click()
    assert scores(tab) == ["3", "8"]


def test_two_who_take_notes_mean_the_same_people_by_the_same_numbers(tab: Tab) -> None:
    """What differs stands beside it, and nobody is there twice."""
    people(tab, 2)
    score(tab, 1).focus()
    tab.keyboard.type("38")
    open_file(tab, "theirs.json", TWO_OF_THEM)
    tab.get_by_role("button", name=say("file_add_same")).click()
    assert scores(tab) == ["3", "8"]
    beside = everyone(tab).get_by_text("6: Middle band")
    expect(beside).to_be_visible()


def test_eight_people_s_files_are_eight_people_s_scores(tab: Tab) -> None:
    """Each scored on a sheet of their own: nothing stands beside anything."""
    answer(tab, "ladders", "Tea")
    for number in range(8):
        theirs = record(mark__listening__score__1__together=number + 1).replace('"p-1"', f'"p-{number}"')
        open_file(tab, f"{number}.json", theirs)
        tab.get_by_role("button", name=say("file_add_person")).click()
    assert scores(tab) == [str(number) for number in range(1, 9)]
    assert tab.locator(".mk-lost").count() == 0
    assert "mark/listening/score/1/together" not in stored(tab)


def test_two_tables_with_the_same_numbers_are_asked_who_they_are(tab: Tab) -> None:
    people(tab, 2)
    score(tab, 1).focus()
    tab.keyboard.type("38")
    open_file(tab, "theirs.json", TWO_OF_THEM)
    tab.get_by_role("button", name=say("file_add_other")).click()
    assert scores(tab) == ["3", "8", "3", "6"]
    assert tab.locator(".mk-lost").count() == 0


def test_without_people_nothing_of_it_is_there(tab: Tab) -> None:
    answer(tab, "ladders", "Tea")
    expect(tab.locator("mk-everyone-scores").first).to_be_hidden()
    unfold(tab, "all_how")
    for odd in ("-3", "1.5", "300", "1e1"):
        tab.get_by_label(say("all_here")).evaluate(
            "(one, odd) => { one.value = odd; one.dispatchEvent(new Event('input', { bubbles: true })); }", odd
        )
        expect(tab.locator("mk-everyone-scores").first).to_be_hidden()


def test_a_second_digit_later_changes_nobody(of_ten: Tab) -> None:
    people(of_ten, 4)
    score(of_ten, 1).focus()
    for key in "1937":
        of_ten.keyboard.press(key)
    assert scores(of_ten) == ["1", "9", "3", "7"]
    score(of_ten, 1).focus()
    of_ten.keyboard.press("End")
    of_ten.keyboard.press("6")
    expect(everyone(of_ten).get_by_text(say("all_wrong", low=1, high=10))).to_be_visible()
    assert scores(of_ten) == ["1", "9", "3", "7"]
    score(of_ten, 2).fill("15")  # at once, as from a clipboard
    assert scores(of_ten) == ["1", "9", "3", "7"]
    score(of_ten, 4).fill("1")
    of_ten.keyboard.press("8")
    expect(everyone(of_ten).get_by_text(say("all_wrong", low=1, high=10))).to_be_visible()
    assert scores(of_ten) == ["1", "9", "3", "1"]


def test_hidden_scores_stay_hidden_on_every_page_of_the_tab(tab: Tab, address: str) -> None:
    people(tab, 3)
    tab.get_by_label(say("all_hide")).check()
    tab.get_by_label(say("timer_on")).check()
    tab.get_by_label(say("timer_minutes")).fill("7")
    score(tab, 1).fill("2")
    score(tab, 2).fill("6")
    kept(tab)
    tab.reload()
    expect(tab.get_by_label(say("all_hide"))).to_be_checked()
    assert scores(tab) == ["•", "•", ""]
    expect(everyone(tab).get_by_role("button", name=say("timer_start", n=7))).to_be_visible()
    tab.goto(f"{address}results/")
    expect(tab.get_by_role("heading", name=say("res_board"))).to_be_visible()
    assert "2 to 6" not in tab.get_by_role("article").inner_text()
    expect(tab.get_by_role("heading", name=say("res_ideas"))).to_be_hidden()


def test_undone_codes_leave_what_was_typed_with_the_same_people(tab: Tab, code: Code) -> None:
    people(tab, 4)
    add_codes(tab, f"1: {code(4)}\n2: {code(6)}")
    score(tab, 2).fill("5")
    score(tab, 3).fill("7")
    tab.get_by_role("button", name=undo("code_undo")).click()
    expect(everyone(tab).get_by_text(say("all_count", n=2, total=4))).to_be_visible()
    assert scores(tab) == ["", "5", "7", ""]
    tab.reload()
    assert scores(tab) == ["", "5", "7", ""]


def test_each_row_has_a_name_of_its_own_and_a_new_round_has_one_row(tab: Tab) -> None:
    people(tab, 2)
    score(tab, 1).fill("3")
    score(tab, 2).fill("8")
    everyone(tab).get_by_role("button", name=say("all_again")).click()
    second = everyone(tab).get_by_role("group", name=say("all_after"))
    assert second.get_by_role("textbox").count() == 2
    named = f"{say('all_person', n=1)}: {say('all_after')}"
    expect(second.get_by_role("textbox", name=named, exact=True)).to_be_focused()
    unfold(tab, "round_title")
    tab.get_by_role("button", name=say("round_begin", n=2)).click()
    expect(second).to_be_hidden()
    assert scores(tab)[:2] == ["", ""]


def test_steps_are_keys_too_where_people_use_steps(tab: Tab) -> None:
    people(tab, 2)
    step = everyone(tab).get_by_role("button", name="Second step", exact=True)
    expect(step).to_be_hidden()
    show_ways(tab)
    tab.get_by_label(say("ask_steps", **ENDS)).check()
    score(tab, 1).focus()
    step.click()
    expect(score(tab, 2)).to_be_focused()
    assert stored(tab)["mark/listening/score/1/p1"] == 5


def test_a_score_for_which_there_is_no_room_is_told_of(tab: Tab) -> None:
    people(tab, 2)
    tab.evaluate("() => { marks.store.set = () => 'many'; }")  # as in a project that is full
    score(tab, 1).focus()
    tab.keyboard.press("7")
    expect(everyone(tab).get_by_text(say("full_many"))).to_be_visible()
    expect(score(tab, 1)).to_be_focused()
