"""Which words does the Lake of ideas say? A part of ui_words.py, which has all the others."""

from __future__ import annotations

from .sheet_words import UiWord

LAKE_WORDS: dict[str, UiWord] = {
    "ideas_count_one": UiWord("when one idea has this stage as its home"),
    "ideas_count_other": UiWord("how many ideas have this stage as their home", ("n",)),
    "read_stage": UiWord("link from the Lake to a stage"),
    "cost": UiWord("label"),
    "effort": UiWord("label"),
    "effort_means": UiWord("what effort means"),
    "format": UiWord("label"),
    "format_means": UiWord("what format means"),
    "also": UiWord("label of the other stages of an idea"),
    "also_means": UiWord("what that means"),
    "access": UiWord("label of the access line of an idea"),
    "helps_marks": UiWord("label of the marks that an idea helps"),
    "idea_like": UiWord("label of the ideas that are like an idea"),
    "idea_home": UiWord("label of the home stage of an idea"),
    "lake_find": UiWord("label of the field where people type what an idea should be about"),
    "lake_choose": UiWord("what opens the other ways to choose among the ideas"),
    "lake_mark": UiWord("label of the choice of a mark"),
    "lake_any": UiWord("in each choice: whatever it is"),
    "lake_shown": UiWord("how many ideas are shown", ("n", "total")),
    "lake_none": UiWord("when no idea fits what was chosen"),
    "lake_clear": UiWord("button that shows all ideas again"),
    "lake_fish": UiWord("button that shows one idea by chance, of those that are shown"),
    "lake_fished": UiWord("after that button", ("idea",)),
    "lake_open": UiWord("button that opens every idea"),
    "lake_close": UiWord("the same button when all are open"),
    "lake_as_list": UiWord("link from the picture of the Lake to the list"),
    "lake_as_picture": UiWord("link from the list to the picture"),
    "chart_look": UiWord("below the picture, while nobody looks at an idea in it"),
    "chart_how": UiWord("under that: how to look at one"),
    "chart_print": UiWord("button that prints the picture as a poster", ("paper",)),
    "chart_larger": UiWord("button that shows the picture twice as large, and as it was"),
    "chart_numbers": UiWord("heading of the titles by number, where the picture has room for numbers alone"),
    "chart_none": UiWord("in place of the picture, where a guide has more stages than there are islands"),
    "menu_lake": UiWord("over the pages of the Lake"),
}
