"""Can people read the guide in any browser? Easy Read, size, a word explained, the search, the dark."""

from __future__ import annotations

from macros.content.model import Guide, Mark, Stage
from tests.drive.person import Person
from tests.journeys import guide, mark, person, size, stage, start, top  # noqa: F401


def test_easy_read_is_found_and_remembered(
    person: Person, size: str, top: str, guide: Guide, stage: Stage, mark: Mark
) -> None:
    person.goes(f"{top}{stage.id}/")
    bar = ("group", guide.words["bar_name"])
    person.presses("link", guide.words["bar_easy"], bar)
    person.arrives(f"{stage.id}-easy/")
    person.hears(mark.easy_title)
    person.goes(f"{top}{stage.id}/#{mark.id}")
    person.arrives(f"{stage.id}-easy/")
    person.hears(mark.easy_title)
    person.presses("link", guide.words["bar_full"], bar)
    person.arrives(f"/{stage.id}/")
    assert person.hears(mark.meaning)


def test_words_grow_and_stay_so(person: Person, size: str, top: str, guide: Guide, stage: Stage) -> None:
    person.goes(f"{top}{stage.id}/")
    # How many lines the first paragraph has: engines do not agree on what a line measures.
    lines = (
        "const range = document.createRange(); range.selectNodeContents(document.querySelector('.mk-opening__lead'));"
        " return new Set([...range.getClientRects()].map(one => Math.round(one.top))).size"
    )
    before = person.driver.run(lines)
    person.presses("button", guide.words["bar_reading"])
    person.presses("radio", guide.words["reading_size_largest"])
    person.until(lambda: person.driver.run(lines) > before, "the words do not grow")
    person.driver.press("Escape")
    person.reloads()
    person.until(lambda: person.driver.run(lines) > before, "the words are small again")
    assert person.driver.run("return document.documentElement.scrollWidth <= innerWidth")


def test_a_mark_is_found_by_its_title(
    person: Person, size: str, top: str, guide: Guide, stage: Stage, mark: Mark
) -> None:
    person.goes(f"{top}{stage.id}/")
    looks_for(person, size, mark.title)
    person.arrives("h=")
    assert person.hears(mark.title)


def looks_for(person: Person, size: str, words: str) -> None:
    """Search as people do who take the first that is found."""
    if size == "phone":
        box = "const b = document.querySelector('.md-header__button[for=__search]').getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2]"
        person.driver.click(*person.driver.run(box))
    else:
        person.driver.run("document.querySelector('.mk-site-search__input').focus()")
    person.until(
        lambda: person.driver.run("return document.activeElement.matches('.mk-site-search__input')"),
        "the search does not open",
    )
    person.driver.type(words)
    person.until(
        lambda: person.driver.run("return document.querySelectorAll('.mk-site-search__list mark').length"),
        "nothing is found",
    )
    person.driver.press("Enter")


def test_dark_is_chosen_and_stays(person: Person, top: str, stage: Stage) -> None:
    person.goes(f"{top}{stage.id}/")
    shade = "return getComputedStyle(document.body).backgroundColor"
    before = person.driver.run(shade)
    switch = (
        "const one = [...document.querySelectorAll('.md-header__option label')].find(one => !one.hidden);"
        "const b = one.getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2]"
    )
    person.driver.click(*person.driver.run(switch))
    person.until(lambda: person.driver.run(shade) != before, "it does not get dark")
    dark = person.driver.run(shade)
    person.reloads()
    assert person.until(lambda: person.driver.run(shade) == dark, "it is light again")


def test_a_word_is_explained_where_it_stands(person: Person, size: str, top: str, guide: Guide) -> None:
    person.goes(top)
    person.until(
        lambda: person.driver.run("return document.querySelectorAll('button.mk-term').length"), "no word is explained"
    )
    word = person.driver.run("return met.name(document.querySelector('article button.mk-term'))")
    line = person.driver.run(
        "const style = getComputedStyle(document.querySelector('article button.mk-term'));"
        " return [style.textDecorationLine, style.textDecorationStyle]"
    )
    assert line == ["underline", "dotted"], "nothing tells it from any other word"
    person.presses("button", word)
    person.until(lambda: person.names("dialog"), f"{word!r} is not explained")
    person.driver.press("Escape")
    assert person.until(lambda: not person.names("dialog"), "it does not close")


def test_the_keyboard_goes_on_from_the_search(person: Person, top: str, guide: Guide) -> None:
    """What has the focus and lets go of it sends some engines back to the top of the page, each time."""
    person.has("desk")
    person.goes(f"{top}glossary/")
    person.until(lambda: person.sees("textbox", guide.words["search"]), "there is no search")
    person.tabs_to("textbox", guide.words["search"])
    for _ in range(8):
        person.driver.press("Tab")
        assert person.focused() != guide.words["search"]
    assert not person.driver.run("return document.activeElement.closest('header, .md-skip') !== null")


def test_two_columns_begin_at_one_height(person: Person, top: str) -> None:
    person.driver.size(1280, 900)
    person.goes(top)
    begins = person.driver.run(
        """const text = [...document.querySelectorAll(".mk-hero ~ .mk-text")].pop();
        text.innerHTML = "<p>A word.</p>".repeat(5);
        const tops = {};
        for (const one of text.children) {
          const { left, top } = one.getBoundingClientRect();
          tops[left] = Math.min(tops[left] ?? Infinity, top);
        }
        return Object.values(tops)"""
    )
    assert len(begins) == 2 and abs(begins[0] - begins[1]) < 1, begins
