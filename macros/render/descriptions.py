"""What is a page about? A line for those who find it elsewhere: in a search, or where somebody shares it."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from ..content.model import Guide
from . import links

# What makes a page of a stage: the word of its title, the page that has its lead, and whether it is Easy Read.
_TITLES = {
    "sheet": ("sheet_title", "sheet", False),
    "paper": ("paper_title", "print-room", False),
    "easy": ("easy_page_title", "easy", True),
    "my_scores": ("mine_title", "my-scores", False),
    "my_scores_easy": ("mine_easy_title", "my-scores", True),
}
# The same of marks that a group has chosen: the word of the title.
_CHOSEN = {"my_chosen_scores": "mine_title", "my_chosen_scores_easy": "mine_easy_title"}
# The page whose lead a macro without a stage begins with, where that is not the page of its own name.
_LEADS = {"home": "index", "easy_start": "easy"}


def described(guide: Guide, href: Callable[..., str], macro: str, *given: str) -> str:
    """What the page that this macro begins is about; empty for what begins no page."""
    if macro == "stage":
        line = guide.stages[given[0]].introduction[0].say
    elif macro in _TITLES:
        word, page, is_easy = _TITLES[macro]
        stage = guide.stages[given[0]]
        title = guide.words[word].format(stage=stage.easy_title if is_easy else stage.title)
        line = f"{title}. {guide.pages[page].lead}"
    elif macro in _CHOSEN:
        title = guide.words[_CHOSEN[macro]].format(stage=guide.words["mine_chosen"])
        line = f"{title}. {guide.pages['my-scores'].lead}"
    else:
        name = "".join(given) if macro == "words" else _LEADS.get(macro, macro.replace("_", "-"))
        line = guide.pages[name].lead if name in guide.pages else ""
    # WORKAROUND(mkdocs 1.6.1): it escapes nothing in a template, and this becomes an attribute.
    return Markup(links.prose(line, href)).striptags().replace('"', "'")
