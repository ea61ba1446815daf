"""Which pages are there, what stands on each, and which anchors are its own? One table, which all others follow."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

FIRST = "first"  # in a link, the stage that the guide begins with: stage:first
TOP = "top"  # the anchor of a page's own title
FOLDERS = ("schema", "local", "languages", "lake", "pages")  # those of ``marks/`` that are no stages
CONTACT = "contact"  # where the page about the guide says how to write to its makers, if guide.yml has an address
FEED = "news.xml"  # the file of what is new, for programs that read feeds
OFFLINE = "offline"  # how to have the guide in a room without a connection
KEPT = "kept-pages"  # where the page about privacy says which pages a browser keeps, if it does
CHOSEN = "chosen"  # the sheet of people's own choosing, in the place of a stage


@dataclass(frozen=True)
class Shown:
    """What stands on a page.

    `calls`: the macros that its file in ``docs/`` calls; `{stage}` is the id of a stage. `texts`: the files of
    ``marks/pages/`` whose parts are shown. `parts`: the anchors that the page has by itself, beside its top.
    `records`: the kinds of record that stand there under their ids. `settings`: what its file begins with.
    """

    calls: tuple[str, ...]
    texts: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    settings: str = ""

    @property
    def anchors(self) -> tuple[str, ...]:
        """The anchors that no record on the page may have as its id."""
        return (TOP, *self.parts)


_SHEET = "answered: true\nsearch:\n  exclude: true\n"
_MINE = "coded: true\nsearch:\n  exclude: true\n"
_RESULTS = "pictured: true\nsearch:\n  exclude: true\n"
_ONCE = "once: true\nsearch:\n  exclude: true\n"
_EXAMPLE = "opens_example: true\nsearch:\n  exclude: true\n"
_IDEAS = "ideas: true\n"
_CHART = "ideas: true\ncharted: true\nhide: [navigation, toc]\nsearch:\n  exclude: true\n"
_ROOM = "chooses_print: true\nsearch:\n  exclude: true\n"
_PRINTED = "printed: true\nsearch:\n  exclude: true\n"
# what is printed of a stage
PRINTS = ("plan", "worksheet", "slip", "tally", "results", "cards", "lines", "ideas", "easy", "easy-slip")
_READY = ("room", "ready", "forms", "own", "board", "test")  # what is printed of no stage, and the lists of all that is
_ANSWERS = ("summary", "kept", "marks")  # what every sheet ends with

# The pages that there is one of, by the names of their files.
PAGES = {
    "index": Shown(("home()",), ("index",), ("stages",), settings="hide: [navigation, toc]\n"),
    "use": Shown(
        ('words("use")', "scale()", 'part("facilitation")', "offline()"),
        ("use", "facilitation"),
        ("questions", "scale", "facilitation", OFFLINE),
        settings="kept: true\n",
    ),
    "lake": Shown(("lake()",), ("lake",), (), ("stage", "idea"), _IDEAS),
    "lake-picture": Shown(("lake_picture()",), ("lake-picture",), ("numbers",), (), _CHART),
    "voices": Shown(("voices()",), ("voices",), (), ("stage", "voice")),
    "easy": Shown(("easy_start()",), ("easy",), ("stages",)),
    "choose": Shown(("choose()",), ("choose", "sheet"), _ANSWERS, ("stage", "mark"), _SHEET),
    "choose-my-scores": Shown(("my_chosen_scores()",), ("my-scores",), ("code",), ("stage", "mark"), _MINE),
    "choose-my-scores-easy": Shown(("my_chosen_scores_easy()",), ("my-scores",), ("code",), ("stage", "mark"), _MINE),
    "two-minutes": Shown(("two_minutes()",), ("two-minutes",), ("questions",), (), _ONCE),
    "results": Shown(("results()",), ("results",), ("board",), (), _RESULTS),
    "example": Shown(("example()",), ("example",), ("open",), ("round",), _EXAMPLE),
    "downloads": Shown(("downloads()",), ("downloads",), ("whole",), ("stage",)),
    "print": Shown(("print_room()",), ("print-room",), (CHOSEN, *_READY), ("stage", "mark"), _ROOM),
    "glossary": Shown(("glossary()",), ("glossary",), (), ("word",)),
    "references": Shown(("references()",), ("references",), (), ("group", "source")),
    "about": Shown(('words("about")', "origins()", "contact()"), ("about",), (CONTACT,)),
    "make-it-yours": Shown(('words("make-it-yours")', "fields()"), ("make-it-yours",), ("fields",)),
    "accessibility": Shown(('words("accessibility")',), ("accessibility",)),
    "news": Shown(("news()",), ("news",), (), ("news",)),
    "privacy": Shown(('words("privacy")', "kept_pages()"), ("privacy",), (KEPT,)),
}
# The pages of each stage, by what follows its id in the names of their files.
STAGE_PAGES = {
    "": Shown(('stage("{stage}")',), (), ("questions", "marks", "other-shores"), ("mark",)),
    "easy": Shown(('easy("{stage}")',), (), (), ("mark",)),
    "sheet": Shown(('sheet("{stage}")',), ("sheet",), _ANSWERS, ("mark",), _SHEET),
    "paper": Shown(('paper("{stage}")',), ("print-room",), PRINTS, (), _PRINTED),
    "my-scores": Shown(('my_scores("{stage}")',), ("my-scores",), ("code",), ("mark",), _MINE),
    "my-scores-easy": Shown(('my_scores_easy("{stage}")',), ("my-scores",), ("code",), ("mark",), _MINE),
}
VIEWS = tuple(view for view in STAGE_PAGES if view)
# The page that is home to each kind of record; a mark's is that of its stage.
HOMES = {kind: name for name, page in PAGES.items() for kind in page.records if kind not in ("stage", "mark")}
# What the menu lists: a page, the pages of all stages, or a group of these under a word of words.yml.
STAGES, EASY, SHEETS, MINE, PAPERS = (f"{{stage}}{end}" for end in ("", "-easy", "-sheet", "-my-scores", "-paper"))
MINE_EASY = f"{MINE}-easy"
MENU: tuple[str | tuple[str, tuple[str, ...]], ...] = (
    "index",
    "use",
    ("menu_stages", (STAGES,)),
    ("menu_lake", ("lake", "lake-picture")),
    "voices",
    ("menu_easy", ("easy", EASY)),
    ("menu_sheets", (SHEETS, "choose", "two-minutes", "results", "example")),
    ("menu_paper", ("print", PAPERS, "downloads")),
    ("menu_mine", (MINE, "choose-my-scores", MINE_EASY, "choose-my-scores-easy")),
    ("menu_words", ("glossary", "references")),
    ("menu_about", ("about", "make-it-yours", "news", "accessibility", "privacy")),
)


def texts() -> tuple[str, ...]:
    """The names of the files of ``marks/pages/``."""
    shown = (name for page in (*PAGES.values(), *STAGE_PAGES.values()) for name in page.texts)
    return tuple(dict.fromkeys(shown))


def page_of(stage: str, view: str) -> str:
    """The name of a page of a stage: its own, or that of one of its views."""
    return f"{stage}-{view}" if view else stage


def own_pages(names: Iterable[str]) -> tuple[str, ...]:
    """Those of these texts that are pages by themselves: a fork has written them."""
    known = texts()
    return tuple(name for name in names if name not in known)


def pages(stages: Iterable[str], own: Iterable[str] = ()) -> dict[str, tuple[Shown, str]]:
    """Every page of a guide: its name, what stands on it, and the stage that it is about (empty: no one stage). `own`:
    the names of pages of words that only this guide has."""
    found = {name: (shown, "") for name, shown in PAGES.items()}
    for stage in stages:
        found |= {page_of(stage, view): (shown, stage) for view, shown in STAGE_PAGES.items()}
    for name in own:
        found.setdefault(name, (Shown((f'words("{name}")',), (name,)), ""))
    return found
