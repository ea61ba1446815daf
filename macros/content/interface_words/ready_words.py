"""Which words stand in the files that are ready to print, and on the page that lists them? A part of ui_words.py."""

from __future__ import annotations

from .sheet_words import UiWord

READY_WORDS: dict[str, UiWord] = {
    # in the files
    "ready_page": UiWord("at the foot of each page of a file", ("n", "total")),
    "ready_contents": UiWord("heading of the contents of the whole guide, as a file"),
    "ready_numbers": UiWord("what the numbers after a line are, in a file"),
    "ready_notes": UiWord("over lines to write on, where a page has room"),
    "ready_code": UiWord("what a square code is, for who cannot see it", ("address",)),
    "ready_ladder": UiWord("what the drawing of a ladder is, for who cannot see it"),
    "ready_snake": UiWord("what the drawing of a snake is, for who cannot see it"),
    "ready_drawing": UiWord("what the drawing of a stage is, for who cannot see it", ("stage",)),
    "ready_slip": UiWord("title of the slip on which one person scores", ("stage",)),
    "ready_slip_says": UiWord("under that title"),
    "ready_slip_easy": UiWord("the same in Easy Read"),
    "ready_tally": UiWord("title of the page for who writes down all scores", ("stage",)),
    "ready_tally_says": UiWord("under that title"),
    "ready_tally_agreed": UiWord("head of the column for the score that a group agrees"),
    "ready_mark": UiWord("head of the column with the titles of the marks"),
    "ready_say": UiWord("over lines to write on, in Easy Read"),
    "ready_question": UiWord("head of the column with the questions, in Word"),
    "ready_answer": UiWord("head of the column with the answers, in Word"),
    "ready_epub_says": UiWord("what a book reader says of how the book can be read"),
    # on the page that lists the files
    "ready_link": UiWord("link from a stage to its files", ("stage",)),
    "ready_whole": UiWord("heading of the files of the whole guide"),
    "ready_to_read": UiWord("before the files of a stage that are read"),
    "ready_to_write": UiWord("before the files of a stage that are written on"),
    "ready_for_one": UiWord("before the slips on which one person scores"),
    "ready_normal": UiWord("a file in normal print"),
    "ready_large": UiWord("a file in large print"),
    "ready_easy": UiWord("a file in Easy Read"),
    "ready_word": UiWord("a file for a word processor"),
    "ready_easy_word": UiWord("the same in Easy Read"),
    "ready_epub": UiWord("a file for a book reader"),
    "ready_of": UiWord("what a file is for, for who hears only its link", ("what", "stage")),
    "ready_pages_one": UiWord("how long a file is, when it has one page"),
    "ready_pages_other": UiWord("how long a file is", ("n",)),
    "ready_kilobytes": UiWord("how big a file is", ("n",)),
    "ready_megabytes": UiWord("how big a file is", ("n",)),
    "ready_none": UiWord("when a copy of the guide has no files"),
}
