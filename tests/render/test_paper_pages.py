"""Is paper drawn from the data: all that is printed of a stage, the facts of the print room, and a board that can be
played?"""

from __future__ import annotations

import json
import re

from macros.content.model import Guide
from macros.content.site_map import PRINTS
from macros.render import board
from macros.render.pages import Pages
from macros.render.paper_pages import line_cards
from tests.render.test_sheet_data import SCRIPTS
from tests.scripts import OF_PAPER
from tests.shared import ROOT


def drawn(guide: Guide, call: str, *given: str) -> str:
    return str(getattr(Pages(guide, lambda goal: goal), call)(*given))


def test_a_page_of_a_stage_has_each_thing_to_print_with_every_mark(made_up: Guide) -> None:
    for name, stage in made_up.stages.items():
        text = drawn(made_up, "paper", name)
        parts = re.split(r"\n## .*? \{#([a-z-]+) [^}]*\}\n", text)
        assert tuple(parts[1::2]) == PRINTS
        said = dict(zip(parts[1::2], parts[2::2]))
        for mark in stage.marks:
            for kind in ("worksheet", "slip", "tally", "cards", "lines"):
                assert mark.title in said[kind], (kind, mark.id)
            for kind in ("easy", "easy-slip"):
                assert mark.easy_title in said[kind], (kind, mark.id)
        for asks in ("worksheet", "slip", "tally"):  # numbers stand nowhere without what they mean
            assert said[asks].count(made_up.words["paper_key"]) == said[asks].count('class="mk-folio mk-')


def test_each_ladder_and_snake_has_a_card(made_up: Guide) -> None:
    stage = next(iter(made_up.stages.values()))
    cards = line_cards(stage.marks)
    for mark in stage.marks:
        for kind, lines in (("ladder", mark.ladders), ("snake", mark.snakes)):
            assert [one for one in cards if one[0] == kind and one[2] == mark.title] == [
                (kind, line.say, mark.title) for line in lines
            ]


def test_the_print_room_has_every_form_and_every_mark_once(made_up: Guide) -> None:
    text = drawn(made_up, "print_room")
    for one in made_up.paper.forms:
        assert text.count(f"{{#form--{one.id} ") == 1 and one.lead in text
        assert all(part.ask in text and part.help in text for part in one.parts)
    for name in made_up.marks:
        assert text.count(f'<label for="{name}">') == 1
        assert text.count(f'data-mark="{name}"') == 2, "what is needed at first, and what is needed later"
    units = text.split('id="room--units"', 1)[1].split("</template>", 1)[0]
    assert not [mark.title for mark in made_up.marks.values() if mark.title in units], "a part is drawn blank"


def test_every_word_that_a_script_of_the_print_room_says_is_there(made_up: Guide) -> None:
    text = drawn(made_up, "print_room")
    found = json.loads(re.findall(r'id="sheet--facts">(.*?)</script>', text, re.DOTALL)[0])
    scripts = "".join(path.read_text(encoding="utf-8") for path in SCRIPTS.rglob("*.js") if path.stem in OF_PAPER)
    said = set(re.findall(r"words[.]([a-z]+_[a-z_]+)", scripts))
    assert said and said <= set(found["words"]), said - set(found["words"])
    assert {one["id"] for one in found["plan"]} and {one["id"] for one in found["lengths"]}


def test_ladders_lead_up_and_snakes_down_and_no_square_begins_two() -> None:
    last = board.ACROSS * board.UP
    assert all(1 < start < end < last for start, end in board.LADDERS)
    assert all(last > start > end > 1 for start, end in board.SNAKES)
    ends = [square for way in (*board.LADDERS, *board.SNAKES) for square in way]
    assert len(set(ends)) == len(ends), "a way ends where another begins"
    squares = {one.number: one for one in board.drawn().squares}
    for number in range(1, last):
        here, then = squares[number], squares[number + 1]
        steps = abs(here.x - then.x) / board.CELL[0] + abs(here.y - then.y) / board.CELL[1]
        assert round(steps, 2) == 1, "squares wind up the page"


def test_words_of_the_board_fit_their_squares_and_nothing_lies_on_a_number() -> None:
    made = board.drawn()
    said = made.ends("Start", "We are all here together")
    assert [words for _, words in said] == ["Start", "We are all", "here", "together"]
    last = made.squares[-1]
    for one, _ in said[1:]:
        assert last.x < one.x and last.y < one.y < last.y + board.CELL[1]
    drawn = (ROOT / "macros/render/templates/elements/paper_leaves.html").read_text(encoding="utf-8")
    assert drawn.index("mk-board__eye") < drawn.index("one.number"), "numbers are drawn last"
