"""Can people score again, months later? A new round begins empty, what was said before stands beside it and stays."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, expect
from playwright.sync_api import Page as Tab

from tests.browser.test_everyone import people, scores, stored, unfold
from tests.browser.test_everyone import score as score_of
from tests.guide_data import SHORT, day
from tests.sheets import (  # noqa: F401  (pytest finds fixtures by their names)
    answer,
    context,
    in_one,
    mark,
    no_error,
    open_file,
    record,
    said,
    saved,
    score,
    tab,
)
from tests.words import say

pytestmark = in_one


def begin(tab: Tab, number: int = 2) -> None:
    unfold(tab, "all_how", "round_title")
    tab.get_by_role("button", name=say("round_begin", n=number)).click()


def first_round(tab: Tab) -> None:
    """Somebody scores, writes and plans."""
    answer(tab, "ladders", "Tea first")
    answer(tab, say("ask_what"), "Book the room")
    answer(tab, say("ask_who"), "Person A")
    score(tab, "7")


def changed(tab: Tab) -> Locator:
    return mark(tab).get_by_label(say("out_changed"), exact=True)


def test_a_new_round_begins_empty_with_what_was_said_beside_it(tab: Tab) -> None:
    first_round(tab)
    people(tab, 2)
    score_of(tab, 1).focus()
    tab.keyboard.type("39")
    begin(tab)
    expect(said(tab, "ladders")).to_have_value("")
    expect(mark(tab).get_by_role("radio", name="7", exact=True)).not_to_be_checked()
    assert stored(tab)["round/2/begun"] is True
    expect(
        mark(tab).get_by_text(
            say("last_score", score=say("ask_band", score=7, name="High band", means="High means this."))
        )
    ).to_be_visible()
    mark(tab).get_by_text(say("last_words")).click()
    expect(mark(tab).locator("mk-last-time").get_by_text("Tea first")).to_be_visible()
    answer(tab, "ladders", "Tea and cake")
    score(tab, "5")
    changed(tab).fill("New people came")
    found = stored(tab)
    assert found["mark/listening/climbs/1"] == "Tea first" and found["mark/listening/climbs/2"] == "Tea and cake"
    assert found["mark/listening/score/1/together"] == 7 and found["mark/listening/score/2/together"] == 5
    assert found["mark/listening/changed/2"] == "New people came"
    tab.reload()
    expect(said(tab, "ladders")).to_have_value("Tea and cake")
    expect(changed(tab)).to_have_value("New people came")


def test_people_keep_their_numbers_and_score_anew(tab: Tab) -> None:
    people(tab, 3)
    score_of(tab, 1).focus()
    tab.keyboard.type("394")
    begin(tab)
    assert scores(tab) == ["", "", ""]
    score_of(tab, 2).focus()
    tab.keyboard.type("6")
    found = stored(tab)
    assert found["mark/listening/score/1/p2"] == 9 and found["mark/listening/score/2/p2"] == 6


def test_what_was_planned_stands_on_top_to_be_ticked(tab: Tab) -> None:
    first_round(tab)
    begin(tab)
    box = tab.get_by_role("checkbox", name=f"{say('round_done')}: Book the room")
    box.check()
    assert stored(tab)["mark/listening/done/1"] is True
    tab.reload()
    expect(box).to_be_checked()
    expect(tab.locator("mk-planned-steps")).to_contain_text("Person A; Listening")


def test_a_round_with_nothing_in_it_is_followed_by_none(tab: Tab) -> None:
    begin(tab)
    expect(tab.get_by_text(say("round_empty"))).to_be_visible()
    assert "round/2/begun" not in stored(tab)
    answer(tab, "ladders", "Tea first")
    begin(tab)
    begin(tab, 3)
    expect(tab.get_by_text(say("round_empty"))).to_be_visible()
    assert "round/3/begun" not in stored(tab)


def test_beginning_a_round_can_be_undone(tab: Tab) -> None:
    first_round(tab)
    begin(tab)
    answer(tab, "ladders", "Tea and cake")
    tab.get_by_role("button", name=say("keep_undo", what=say("round_begun", n=2))).click()
    expect(said(tab, "ladders")).to_have_value("Tea first")
    begin(tab)
    expect(said(tab, "ladders")).to_have_value("Tea and cake")  # nothing is lost


def test_a_file_of_the_first_round_lands_in_its_round(tab: Tab) -> None:
    first_round(tab)
    begin(tab)
    answer(tab, "ladders", "Tea and cake")
    old = (
        record(mark__listening__slides="Long papers").replace('"form": 2', '"form": 1').replace("/slides/1", "/slides")
    )
    open_file(tab, "old.json", old)
    tab.get_by_role("button", name=say("file_add")).click()
    expect(said(tab, "ladders")).to_have_value("Tea and cake")
    expect(said(tab, "snakes")).to_have_value("")
    mark(tab).get_by_text(say("last_words")).click()
    expect(mark(tab).locator("mk-last-time").get_by_text("Long papers")).to_be_visible()


def test_the_end_and_the_words_to_send_are_those_of_this_round(tab: Tab) -> None:
    first_round(tab)
    begin(tab)
    score(tab, "5")
    changed(tab).fill("New people came")
    summary = tab.locator("mk-sheet-summary")
    expect(summary.get_by_role("row", name="Listening")).to_contain_text("5 Middle band")
    text = saved(tab, say("out_text"))
    assert f"{SHORT['score']}: 5" in text and f"{say('out_changed')}: New people came" in text
    assert "Tea first" not in text


def three_and_then_two(tab: Tab) -> None:
    """Three people score, and in the next round two are here."""
    people(tab, 3)
    score_of(tab, 1).focus()
    tab.keyboard.type("394")
    begin(tab)
    tab.get_by_label(say("all_here")).fill("2")


def test_whoever_is_not_here_this_time_keeps_their_scores_of_last_time(tab: Tab) -> None:
    three_and_then_two(tab)
    unfold(tab, "all_names")
    tab.get_by_role("button", name=f"{say('all_away')}: {say('all_person', n=2)}").click()
    expect(score_of(tab, 2)).to_have_count(0)
    score_of(tab, 1).focus()
    tab.keyboard.type("56")
    assert [stored(tab).get(f"mark/listening/score/{n}/p{who}") for n, who in ((1, 2), (2, 1), (2, 3))] == [9, 5, 6]
    results = tab.evaluate("""() => { const { store, everyone } = marks;
      return [1, 2].map((round) => everyone.spread(everyone.scores(store.record, "mark/listening", round,
        everyone.people(store.record)).map(({ now }) => now), store.facts).scored); }""")
    assert results == [3, 2]
    tab.reload()
    expect(score_of(tab, 2)).to_have_count(0)
    unfold(tab, "all_how", "code_title")
    tab.get_by_label(say("all_here")).fill("3")
    assert len(scores(tab)) == 3  # who went is still away, and somebody new has a number of their own
    expect(score_of(tab, 2)).to_have_count(0)
    expect(score_of(tab, 4)).to_have_count(1)


def test_a_number_too_many_is_told_of_until_somebody_says_who_is_not_here(tab: Tab) -> None:
    three_and_then_two(tab)
    more = tab.get_by_text(say("all_more", n=3, total=2))
    expect(more).to_be_visible()
    unfold(tab, "all_names")
    tab.get_by_role("button", name=f"{say('all_away')}: {say('all_person', n=2)}").click()
    expect(more).to_be_hidden()
    assert scores(tab) == ["", ""]


def test_people_at_home_have_numbers_too_and_are_told_of(tab: Tab) -> None:
    people(tab, 2)
    tab.get_by_label(say("all_home")).fill("1")
    assert len(scores(tab)) == 3
    score_of(tab, 1).focus()
    tab.keyboard.type("394")
    tab.reload()
    unfold(tab, "all_how")
    expect(tab.get_by_label(say("all_home"))).to_have_value("1")
    text = tab.evaluate("() => marks.exporter.text(marks.store.record, marks.store.facts)")
    assert f"{say('out_here', n=3)}. {say('out_home', n=1)}" in text


def test_as_many_answers_are_waited_for_as_people_are_here(tab: Tab) -> None:
    three_and_then_two(tab)
    score_of(tab, 1).focus()
    tab.keyboard.type("5")
    expect(mark(tab).get_by_text(say("all_count", n=1, total=2))).to_be_visible()
    score_of(tab, 3).focus()
    tab.keyboard.type("6")
    expect(mark(tab).get_by_text(say("all_count", n=2, total=2))).to_be_visible()


def test_two_scores_reasons_and_the_aim_of_last_time_stand_beside_a_mark_and_in_what_we_said(tab: Tab) -> None:
    score(tab, "3")
    tab.evaluate("""() => { for (const [end, is] of Object.entries({ "score/1/other": 8, "why/1/together": "Some wait",
      "why/1/other": "Some do not", "aim/1": 9 })) marks.store.set(`mark/listening/${end}`, is); }""")
    summary = tab.locator("mk-sheet-summary")
    expect(summary.get_by_text(say("sum_two", marks="Listening"))).to_be_visible()
    expect(summary.get_by_role("row").nth(1)).to_contain_text("8")
    summary.locator("summary").last.click()
    expect(summary.get_by_text(f"{say('out_why_other')} (8)")).to_be_visible()
    begin(tab)
    mark(tab).get_by_text(say("last_words")).click()
    last = mark(tab).locator("mk-last-time")
    for words in ("Some wait", "Some do not", "9"):
        expect(last.get_by_text(words, exact=True)).to_be_visible()


def test_a_letter_of_a_later_round_says_what_was_and_what_was_done(tab: Tab) -> None:
    first_round(tab)
    begin(tab)
    score(tab, "4")
    tab.evaluate("""() => { const { store } = marks; store.set("round/2/here", 7); store.set("round/2/absent", "Two of us");
      store.set("round/2/on", "2027-05-20"); store.set("mark/listening/done/1", true); }""")
    text = tab.evaluate("() => marks.exporter.text(marks.store.record, marks.store.facts)")
    head = f"{say('round_now', n=2)} {day('2027-05-20')}. {say('out_here', n=7)}. {say('out_absent', who='Two of us')}"
    assert head in text
    assert f"== {say('round_steps')} ==\n\nBook the room (Listening). {say('round_done')}" in text
    assert f"{say('out_last')}: 7" in text
    head, row, *_ = tab.evaluate("() => marks.exporter.csv(marks.store.record, marks.store.facts)").splitlines()
    assert dict(zip(head.split(","), row.split(",")))[f'"{say("out_last")}"'] == "7"


def test_a_file_says_how_much_is_in_all_its_rounds(tab: Tab) -> None:
    first_round(tab)
    begin(tab)
    score(tab, "4")
    text = tab.evaluate("() => marks.savedFile.write(marks.store.record)")
    open_file(tab, "two.json", text)
    expect(tab.get_by_text(re.compile(r"Scores: 2\."))).to_be_visible()
