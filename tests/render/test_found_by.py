"""Is an idea found by whoever it would help? By those with more money, more time, or a room that it fits too."""

from __future__ import annotations

from dataclasses import replace

from macros.content.model import Guide
from macros.render.found_by import asked_with, choices, found_by


def test_what_costs_less_or_takes_less_is_found_too(made_up: Guide) -> None:
    costs, efforts = list(made_up.costs), list(made_up.efforts)
    for idea in made_up.ideas.values():
        found = found_by(made_up, idea)
        assert list(found["cost"]) == costs[costs.index(idea.cost) :]
        assert list(found["effort"]) == efforts[efforts.index(idea.effort) :]


def test_what_fits_another_format_is_found_by_both_and_not_the_other_way(made_up: Guide) -> None:
    found = {idea.format: found_by(made_up, idea)["format"] for idea in made_up.ideas.values()}
    assert found == {"either": ("either", "hall"), "online": ("online",)}


def test_an_idea_goes_by_the_words_that_people_search_with(made_up: Guide) -> None:
    (one,) = made_up.asked
    for idea in made_up.ideas.values():
        assert asked_with(made_up, idea) == (" ".join(one.words) if "listening" in idea.marks else "")
    some = next(one for one in made_up.ideas.values() if "listening" not in one.marks)
    linked = replace(one, finds=f"[Page](page:use), [Idea](idea:{some.id})")
    assert asked_with(replace(made_up, asked=(linked,)), some) == " ".join(one.words)
    nowhere = replace(one, finds="Nothing of this is in the guide.")
    assert not asked_with(replace(made_up, asked=(nowhere,)), some)


def test_a_choice_says_what_it_finds_and_none_finds_all(made_up: Guide) -> None:
    offered = choices(made_up)
    less = made_up.words["lake_or_less"].format(name=made_up.costs["little"].name)
    assert offered["cost"] == [("free", made_up.costs["free"].name), ("little", less)]
    assert [name for name, _ in offered["effort"]] == list(made_up.efforts)[:-1]
    assert offered["format"] == list(made_up.formats.items())
