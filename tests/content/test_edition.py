"""Is this edition what its changelog says? A guide with a layer of its own has other numbers: nothing is asked there.

Did you change the files of the guide itself? Then delete this file.
"""

from __future__ import annotations

import re
import shlex
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from macros.commands import parser
from macros.content import icons, loader
from macros.content.model import Mark, Stage, Voice
from macros.content.model_parts.page_model import Page, Section
from macros.content.model_parts.paper_model import Length
from macros.layer import kinds, translate
from macros.render.citations import cited
from tests.room import choose, printed
from tests.shared import ENGINES, ROOT
from tests.site.test_built_site import found
from tests.tools import unmended
from tests.visits import visit
from tests.words import say

IS_A_FORK = any((ROOT / "marks" / "local").rglob("*.yml"))
pytestmark = pytest.mark.skipif(IS_A_FORK, reason="a guide of one's own has other numbers")
GUIDE = loader.load(ROOT)
STAGES = {"planning": 11, "process": 11, "celebrating": 10, "review": 10}


def test_it_has_what_belongs_to_it() -> None:
    assert {stage.id: len(stage.marks) for stage in GUIDE.stages.values()} == STAGES
    assert len(GUIDE.ideas) == 70 and len(GUIDE.glossary) == 43
    assert len(GUIDE.questions) == 4 and len(GUIDE.scale.steps) == 3 and len(GUIDE.scale.not_scores) == 3


def test_nothing_lies_here_that_nobody_uses() -> None:
    """A copy may have sources and pictures that it does not show; `make check` names the sources."""
    assert [key for key, uses in cited(GUIDE).items() if not uses] == []
    assert icons.kept() <= loader.pictures(ROOT), "run make icons"


def test_the_changelog_counts_as_the_guide_does() -> None:
    words = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").split("## ")[1]
    for number, things in (
        (len(GUIDE.marks), "marks"),
        (len(GUIDE.voices), "voices"),
        (len(GUIDE.ideas), "ideas"),
        (len(GUIDE.glossary), "words"),
        (len(GUIDE.sources), "sources"),
    ):
        assert re.search(rf"\b{number} {things}\b", words), things


def commands() -> Iterator[tuple[str, str]]:
    """Each command that people read in README.md and on the page on making a guide one's own, and where it stands."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for line in re.findall(r"^ {4}(?:\S*python) -m macros (.+?)(?: {2,}#.*)?$", readme, re.MULTILINE):
        yield line, "README.md"
    for line in re.findall(r"`python -m macros ([^`]+)`", readme):
        yield line, "README.md"

    def walk(node: Any, key: str = "") -> Iterator[str]:
        if isinstance(node, (dict, list)):
            mark = node.get("mark", "listening") if isinstance(node, dict) else ""
            for name, one in node.items() if isinstance(node, dict) else ((key, one) for one in node):
                for line in walk(one, name):
                    yield line.replace("{mark}", mark).replace("{stage}", GUIDE.marks[mark].stage) if mark else line
        elif key == "command":
            yield from re.findall(r"^python -m macros (.+)$", str(node))
        else:
            yield from re.findall(r"\*\*python -m macros ([^*]+)\*\*", " ".join(str(node).split()))

    page = yaml.safe_load((ROOT / "marks" / "pages" / "make-it-yours.yml").read_text(encoding="utf-8"))
    yield from ((line, "make-it-yours.yml") for line in walk(page))


def test_each_command_that_people_read_is_one_and_names_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    read = list(commands())
    assert {name for _, name in read} == {"README.md", "make-it-yours.yml"} and len(read) > 20
    for line, where in read:
        words = shlex.split(line)
        if words in (["new"], ["hide"], ["show"]):  # in a sentence that speaks of all of its kinds
            continue
        try:
            chosen = parser().parse_args(words)
        except SystemExit:
            pytest.fail(f"{where}: {line}: {capsys.readouterr().err}")
        if chosen.command in ("hide", "show"):
            kinds.called(GUIDE, chosen.kind, chosen.id)
        elif chosen.command == "rename":
            titles = [*(one.title for one in GUIDE.marks.values()), *(one.title for one in GUIDE.stages.values())]
            assert chosen.id in (*titles, *GUIDE.marks, *GUIDE.stages, *GUIDE.words), f"{where}: {line}"
        elif chosen.command == "new":
            for kind in ("stage", "after"):
                if name := getattr(chosen, kind, ""):
                    kinds.called(GUIDE, "mark" if kind == "after" else kind, name)
        elif chosen.command == "translate" and chosen.file:
            assert chosen.file in dict(translate.sources(ROOT)), f"{where}: {line}"


def test_the_citation_is_that_of_this_guide() -> None:
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert (cited["title"], cited["version"]) == (GUIDE.name, GUIDE.version)
    assert "doi" not in cited and [set(author) for author in cited["authors"]] == [{"name"}]  # no person is named


def test_the_search_says_hardly_anything_twice(own_site: Path) -> None:
    """The short names of sources are not counted: they say beside each line where it comes from."""
    said = Counter(
        sentence.strip()
        for _, _, text, *_ in found(own_site)
        for sentence in re.split(r"(?<=[.?!])\s+|<[^>]*>|\([^()]*\)", text)
        if len(sentence.strip()) > 25
    )
    again = sum(len(sentence) * (count - 1) for sentence, count in said.items())
    assert again <= 0.04 * sum(map(len, said.elements())), said.most_common(10)
    assert len(said) > 1000


@pytest.mark.parametrize("mark", GUIDE.marks.values(), ids=lambda one: one.id)
def test_a_mark_has_all_that_a_mark_of_ours_has(mark: Mark) -> None:
    for lines, least in ((mark.easy, 2), (mark.why, 1), (mark.ladders, 3), (mark.snakes, 3), (mark.prompts, 2)):
        assert len(lines) >= least
    assert any(line.sources for line in mark.why), "nothing says where the reason comes from"
    assert GUIDE.ideas_for[mark.id], "no idea of the Lake helps it"
    assert mark.picture not in {other.picture for other in GUIDE.marks.values() if other is not mark}


@pytest.mark.parametrize("stage", GUIDE.stages.values(), ids=lambda one: one.id)
def test_a_stage_is_told_apart(stage: Stage) -> None:
    assert [voice for voice in GUIDE.voices.values() if voice.opens == stage.id], "no voice opens it"
    assert stage.colour not in {other.colour for other in GUIDE.stages.values() if other is not stage}
    assert stage.picture not in {other.picture for other in GUIDE.stages.values() if other is not stage}


@pytest.mark.parametrize("name", ["README.md", "marks/pages/accessibility.yml"])
def test_the_browsers_that_it_is_made_for_are_named(name: str) -> None:
    text = " ".join((ROOT / name).read_text(encoding="utf-8").split())
    assert re.search(r"Chrome and Edge (?:from version )?95", text)
    assert re.search(r"Firefox (?:from (?:version )?)?94", text) and re.search(
        r"Safari (?:from (?:version )?)?15", text
    )


def test_no_word_promises_that_a_closed_tab_forgets() -> None:
    """Most browsers open it again, with what was typed there. Only what is written in the example goes."""
    guide = loader.load(ROOT)
    gone = re.compile(
        r"clos[^.]*\b(?:gone|deleted|cleared|lost|forgotten)|\b(?:gone|forgotten)\b[^.]*clos", re.IGNORECASE
    )
    assert [name for name, words in guide.words.items() if gone.search(words)] == ["keep_example"]
    privacy = " ".join((ROOT / "marks" / "pages" / "privacy.yml").read_text(encoding="utf-8").split())
    assert "open a closed tab again" in privacy and not gone.search(privacy)
    assert "clear them before you go" in guide.words["keep_tab"]


def test_what_is_said_first_of_keeping_is_what_is_kept() -> None:
    """Nobody begins by being told what is lost."""
    first = GUIDE.words["keep_tab"].partition(".")[0]
    assert "kept" in first and not re.search(r"\b(?:gone|lost|lose|cleared|deleted|only|not)\b", first)
    assert re.search(r"\bkeep\b.*\bsave\b", GUIDE.words["keep_tab"])


def said_in(section: Section) -> str:
    """All words of a part of a page."""
    lines = [line for block in section.body for line in (*block.lines, *(cell for row in block.rows for cell in row))]
    return " ".join([section.title, *(line.say for line in lines), *(one.say for b in section.body for one in b.easy)])


@pytest.mark.parametrize("page", GUIDE.pages.values(), ids=lambda one: one.name)
def test_what_is_called_short_is_short(page: Page) -> None:
    parts = {page.title: " ".join(map(said_in, page.sections)), **{one.title: said_in(one) for one in page.sections}}
    short = re.compile(r"\b(?:in short|brief|briefly|quick|at a glance|short)\b", re.IGNORECASE)
    assert not [title for title, words in parts.items() if short.search(title) and len(words.split()) > 120]


def test_the_first_page_says_how_long_it_takes_what_to_bring_and_where_to_begin() -> None:
    begin = said_in(GUIDE.pages["index"].sections[0])
    for words in ("minutes", r"one hour", "[Pp]rint|bring", r"\(stage:first\)", r"\(page:use#sixty-minute-plan\)"):
        assert re.search(words, begin), words


@pytest.mark.parametrize("voice", GUIDE.voices.values(), ids=lambda one: one.id)
def test_a_voice_is_that_of_people(voice: Voice) -> None:
    papers = r"guidance|toolkit|report|standards?|council|county|seminar|website|leaflet|framework|handbook"
    assert not re.search(rf"\b(?:{papers})\b", voice.who, re.IGNORECASE)


def test_each_fault_of_words_fits_the_files() -> None:
    of_words = [one for one in unmended.faults() if any(change.file.startswith("marks/") for change in one.changes)]
    assert all(unmended.changed(one, ROOT) for one in of_words)


def test_no_voice_is_word_for_word_yet() -> None:
    assert all(one.kind == "reported" and one.sources and not one.consent for one in GUIDE.voices.values())


# What people read as hurtful, silly or untrue, and what was put in its place since: none of it comes back.
MENDED = (
    "at the very end",  # like dying
    "what you lived through",  # thanks for harm
    "those people",
    "We ask if anyone lost out",
    "do not only",  # heard as: do not
    "ideas we got from people",
    "How do we know it worked",  # it may not have
    "found it to be wise",  # nobody did
    "The advice is ours",
    "as we see it",
    "Both papers give us reasons",
    "reports reaches|reaches people who read reports|will never read a report",
    "asked for anything but\\.",
    "can often pay for no more than",
    "Who needs to hear this who",
    "what is still better",
    "the most useful thing you will learn",
    "no longer than 30 minutes",  # nobody knows
    "SAMHSA|CTIPP",
    "PhD",
)


@pytest.mark.parametrize("words", MENDED)
def test_no_words_come_back_that_people_stumbled_over(words: str) -> None:
    for path in sorted((ROOT / "marks").rglob("*.yml")):
        if "languages" in path.parts or path.name in ("references.yml", "search.yml"):
            continue
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if "source:" not in line]
        text = " ".join(line.strip() for line in lines)
        assert not re.search(words, text), path.relative_to(ROOT)


@pytest.mark.parametrize("mark", GUIDE.marks.values(), ids=lambda one: one.id)
def test_the_original_is_named_once_a_mark(mark: Mark) -> None:
    lines = [one.say for one in (*mark.why, *mark.ladders, *mark.snakes)]
    texts = [mark.meaning, *mark.prompts, *lines, *(one.say for one in mark.easy)]
    assert "original" in mark.origin_note and not [text for text in texts if "the original" in text.lower()]


def test_easy_read_of_this_edition_says_that_nobody_checked_it() -> None:
    assert not GUIDE.easy_checked and "No one" in GUIDE.words["easy_unchecked"]
    assert all(mark.easy_title for mark in GUIDE.marks.values())


def test_to_score_together_leads_to_a_session_that_one_can_run() -> None:
    """Time, people and what to bring stand on top, and then the plan."""
    (door,) = [one for one in GUIDE.pages["index"].doors if "Score together" in one.title]
    page = GUIDE.pages["facilitation"]
    assert f"page:use#{page.sections[0].id}" in door.title
    assert [one.id for one in page.sections][:2] == ["ready-to-start", "sixty-minute-plan"]


def test_each_file_names_its_schema() -> None:
    """An editor's program completes by that line."""
    first = {path: path.read_text(encoding="utf-8").partition("\n")[0] for path in (ROOT / "marks").rglob("*.yml")}
    assert not [path for path, line in first.items() if not line.startswith("# yaml-language-server: $schema=")]


# What the pages of this guide say of scoring, sentence by sentence. What a sheet can keep stands beside the control that
# keeps it: a page, a role and a name. "text" stands for words that are shown.
SHEET, MINE, RESULTS = "planning-sheet/", "planning-my-scores/", "results/"
KEPT: dict[str, tuple[str, str, str]] = {
    "Each of you gives it a score from 1 to 10.": (SHEET, "radio", "10"),
    "You can give each mark a score from 1 to 10.": (SHEET, "radio", "1"),
    "Read one mark of the first stage, and give it a score:": (SHEET, "radio", "7"),
    'On the sheet, open "Score together" and say how many people are here.': (SHEET, "spinbutton", say("all_here")),
    "Ask for scores by number, and type one key for each.": (SHEET, "textbox", say("all_person", n=3)),
    "Or each person scores alone on a phone, and gives you a code:": (SHEET, "textbox", say("code_field")),
    '"My own scores" in the menu.': (SHEET, "link", say("mine_title", stage="Planning")),
    "Look at how far the scores are apart.": (SHEET, "text", say("all_range", low=3, high=9)),
    "Score again, if people want to.": (SHEET, "button", say("all_again")),
    "Agree a score, or keep two with a reason for each.": (SHEET, "textbox", say("two_why_other")),
    "Agree a score, or keep two.": (SHEET, "combobox", say("two_other")),
    "If you cannot agree, write both scores and both reasons.": (SHEET, "textbox", say("two_why")),
    "the lowest, highest and agreed scores (or both scores)": (SHEET, "text", say("all_range", low=3, high=9)),
    "Agree one score.": (SHEET, "radio", "5"),
    "Score alone.": (MINE, "radio", "5"),
    "Score alone first.": (MINE, "radio", "5"),
    "Score it alone.": (MINE, "radio", "5"),
    "Score each mark alone, as you see it.": (MINE, "radio", "5"),
    "Everyone scores alone first.": (MINE, "radio", "5"),
    "At the end you get a code.": ("planning-my-scores-easy/", "button", say("mine_copy")),
    "A score code holds one person's scores and nothing else about them.": (MINE, "button", say("mine_copy")),
    "Show your scores at the same time.": (SHEET, "checkbox", say("all_hide")),
    "Then show your scores together, and talk.": (SHEET, "checkbox", say("all_hide")),
    "everyone writes before anyone speaks, and all scores are shown at the same time.": (
        SHEET,
        "checkbox",
        say("all_hide"),
    ),
    "Nobody has to show a score or explain it.": (SHEET, "radio", "Rather not say"),
    "Offer to take scores by phone, text or in a one-to-one chat.": (SHEET, "button", say("code_add")),
    "A score sheet in easy read, large print or audio.": ("planning-my-scores-easy/", "button", say("bar_reading")),
    "Do staff score high, and people with lived experience low?": (SHEET, "combobox", f"{say('all_side')}: Person 1"),
    "Do not put names next to scores unless people ask you to.": (SHEET, "textbox", f"{say('all_name')}: Person 1"),
    "Scoring only once.": (SHEET, "button", say("round_begin", n=2)),
    "When you type what everyone scores, the file holds each person's scores by their number.": (
        SHEET,
        "button",
        say("file_save"),
    ),
    "Or open a score sheet on a screen.": (
        SHEET,
        "button",
        say("sheet_print"),
    ),
    "What you scored, as a picture and in words, for you to look at together.": (
        RESULTS,
        "button",
        f"{say('res_svg')}: Planning",
    ),
    "See what a group's sheets look like, from the first scores to the last.": ("example/", "button", say("ex_open")),
    "Each round ends with a few things to do, and who does them.": (SHEET, "textbox", say("ask_who")),
    "A plain guide to the scores says what each number might mean.": (
        "use/",
        "text",
        "We have not begun, or it went badly.",
    ),
}
# What only people can do, and what is no promise.
OTHERS = """
    Which low score did it take courage to say? |
    Scores from two groups should not be set side by side. | The scoring session has not been tried out with groups. |
    It stands in the menu, below Score sheets. | Code: | A few parts of its code break the rules for web pages. | Low scores are fine. | One score went down. |
    People who stand in different places score differently. | Running a good scoring session |
    For anyone who helps a group to score the marks. | Everyone's scores, with one keyboard |
    let the group choose the marks, ask everybody about access, and say who will see the scores. |
    Leader last, or leader does not score. | Score it. | My scores | Score sheet | Score together |
    Ask the people with the lowest and the highest score, only if they wish: | Why score alone first? |
    What to do before a scoring session, and why | To score them all in one go is too much. |
    Some people cannot, or should not have to, score in a group. | Where this way of scoring comes from |
    Say who will see the scores and what they are for. | A score starts a conversation. | Scores often differ. |
    Which low score did it take courage to say? |
    People may not score honestly in front of their boss, funder or support worker. | A score went down. |
    A check from Wales has 15 statements, with scores from 1 to 5. | A score that goes down can be good news. |
    Do new people score lower than those who have been there for years? | Watch how scores get used. |
    The person with the most power goes last, or leaves the room for the scoring. | "There is no right score. |
    If a high score is needed for funding, people will give a high score. | There is no right score. |
    Do not ask for stories to prove a score. | Your score is about what you have seen." |
    It says a group may agree a score of 1 to 10 for each mark, with 10 as the highest. |
    For one person to score on: | Hand the pages round. |
    The last page is for the person who writes down everyone's scores. |
    What we could see does not say how to get to that score. | The score is there to start a talk. |
    Do not put names next to scores, unless people ask you to. | Your score is one view, and it counts.
"""


def said_of_scoring() -> set[str]:
    """Each sentence of the pages that speaks of scores, codes or rounds."""
    texts: list[str] = []

    def walk(value: object) -> None:
        if isinstance(value, str):
            texts.append(value)
        elif isinstance(value, list):
            for one in value:
                walk(one)
        elif isinstance(value, dict):
            for name, one in value.items():
                if name not in ("id", "source", "picture"):
                    walk(one)

    for path in sorted((ROOT / "marks" / "pages").glob("*.yml")):
        walk(yaml.safe_load(path.read_text(encoding="utf-8")))
    plain = [re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text).replace("**", "") for text in texts]
    return {
        sentence
        for text in plain
        for sentence in re.split(r"(?<=[.?!:])\s+", text)
        if re.search(r"\b(?:scor\w*|codes?|rounds?)\b", sentence, re.IGNORECASE)
    }


def test_each_sentence_about_scoring_is_a_promise_that_is_kept_or_none() -> None:
    others = {" ".join(one.split()) for one in OTHERS.split("|")}
    assert said_of_scoring() == KEPT.keys() | others and not KEPT.keys() & others


@pytest.fixture(scope="module")
def pages_of_scoring(chrome: Browser, own_address: str) -> dict[str, Tab]:
    """Each page that is promised, in use, with all its folds open."""
    context = chrome.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    tabs = {}
    for name in dict.fromkeys(page for page, _, _ in KEPT.values()):
        tab = tabs[name] = context.new_page()
        tab.goto(own_address + name)
        if name.startswith("planning-my-scores"):
            tab.locator("[data-mark] [type=radio]").first.check(force=True)
    sheet = tabs[SHEET]
    sheet.evaluate("() => document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    sheet.get_by_label(say("all_here")).fill("3")
    for person, key in enumerate("394", 1):
        sheet.get_by_role("textbox", name=say("all_person", n=person), exact=True).first.fill(key)
    sheet.locator("mk-answer-form [type=radio]").first.check(force=True)
    sheet.evaluate("() => document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    sheet.evaluate("() => marks.store.flush()")
    result = tabs[RESULTS]
    result.evaluate(
        "(kept) => Object.assign(sessionStorage, JSON.parse(kept))",
        sheet.evaluate("() => JSON.stringify({...sessionStorage})"),
    )
    result.reload()
    return tabs


@pytest.mark.parametrize("engine", ENGINES[:1], indirect=True)
@pytest.mark.parametrize("sentence", KEPT)
def test_a_promise_about_scoring_can_be_kept(sentence: str, pages_of_scoring: dict[str, Tab]) -> None:
    page, role, name = KEPT[sentence]
    tab = pages_of_scoring[page]
    there = tab.get_by_text(name) if role == "text" else tab.get_by_role(role, name=name, exact=True)  # type: ignore[arg-type]
    expect(there.filter(visible=True).first).to_be_visible()
    expect(there.filter(visible=True).first).to_be_enabled()


# What people type, and where it must lead: one of the first three pages that are found.
ASKED = {
    "wheelchair": "planning/#access-from-day-one",
    "hearing loop": "use/#access-checklist",
    "timings": "use/#sixty-minute-plan",
    "session plan": "use/#sixty-minute-plan",
    "list": "lake/#our-word-list",
    "listening": "process/#listening",
    "expenses": "planning/#fair-payment",
    "benefits": "lake/#benefits-advice-link",
    "icebreaker": "lake/#tea-and-a-chat",
    "argument": "process/#use-disagreement",
    "who decides": "process/#share-decisions",
    "who is missing": "planning/#who-is-missing",
    "zoom": "lake/#two-hosts-hybrid",
    "quiet people": "lake/#quiet-five",
    "thank you": "celebrating/#thank-everybody",
    "survey": "review/#measure-what-matters",
    "mistakes": "review/#learn-without-blame",
    "jargon": "process/#say-it-plainly",
    "dictionary": "glossary/",
    "gdpr": "privacy/",
    "score sheet": "use/#scale",
    "print": "print/",
    "large print": "downloads/",
    "basket": "lake/",
    "costs nothing": "lake/",
    "poster": "lake-picture/",
    "next steps": "results/",
    "offline": "use/#offline",
    "celebrate": "celebrating/",
    "evaluation": "review/",
    "breaks": "lake/#breaks-that-are-real",
}
FOUND = """asked => Object.fromEntries(asked.map(words => [words,
  marks.finder.find(words).pages.slice(0, 3).map(hits => hits.map(({ part }) => part.place))]))"""


@pytest.mark.parametrize("engine", ENGINES[:1], indirect=True)
def test_everyday_words_find_what_people_look_for_among_the_first_three(chrome: Browser, own_address: str) -> None:
    """The best place of a page that is found, or one that is as good, is the one that was meant."""
    with chrome.new_context() as context:
        tab = context.new_page()
        tab.goto(f"{own_address}glossary/")
        tab.get_by_role("textbox", name=say("search")).fill("list")
        expect(tab.locator(".mk-site-search__item").first).to_be_visible()
        found = tab.evaluate(FOUND, list(ASKED))
        best = tab.locator(".mk-site-search__list [data-best]").first
        expect(best).not_to_have_attribute("href", re.compile("#listening$"))  # which only begins with it
    wrong = {words: found[words] for words, place in ASKED.items() if not any(place in one[:2] for one in found[words])}
    assert not wrong


@pytest.mark.parametrize("engine", ENGINES[:1], indirect=True)
def test_celebrating_for_eight_people_fits_on_20_sides(chrome: Browser, own_address: str, tmp_path: Path) -> None:
    """The sheet once, a slip for each person, the tally and the plan: from the home page, in a few presses."""
    with chrome.new_context() as context:
        tab = context.new_page()
        tab.goto(own_address)
        tab.locator(".mk-doors").get_by_role("link", name="Print for a session").click()
        tab.get_by_label(GUIDE.stages["celebrating"].title, exact=True).check()
        said = choose(tab, ["plan", "worksheet", "slip", "tally"], people="8")
        out = printed(tab, tmp_path / "out.pdf")
    assert said == len(out.sides) <= 20


@pytest.mark.parametrize("engine", ENGINES[:1], indirect=True)
@pytest.mark.parametrize("length", GUIDE.paper.lengths, ids=lambda one: one.id)
def test_a_plan_is_on_one_side_and_nobody_is_hurried(chrome: Browser, own_address: str, length: Length) -> None:
    """For two people and for twelve, with the longest titles of marks; with breaks where they are promised."""
    with chrome.new_context() as context:
        tab = context.new_page()
        tab.goto(f"{own_address}print/")
        for stage, people in (("planning", "2"), ("celebrating", "12")):
            assert choose(tab, ["plan"], stage, people=people, length=length.id) == 1
            minutes = tab.locator(".mk-plan tbody td:nth-child(2)").all_inner_texts()
            assert sum(int(one or 0) for one in minutes) == length.minutes
            what = tab.locator(".mk-plan tbody th").all_inner_texts()
            breaks = [one.title for one in GUIDE.paper.plan if one.when == "break"]
            assert sum(one in breaks for one in what) == length.breaks


@pytest.mark.parametrize("engine", ENGINES[:1], indirect=True)
def test_the_picture_of_the_lake_is_seen_on_the_first_screen(chrome: Browser, own_address: str) -> None:
    """What stands above it, and what stays in sight below it, leave it room."""
    with visit(chrome, f"{own_address}lake-picture/", {"width": 1280, "height": 900}) as tab:
        chart, told = tab.locator(".mk-chart__frame"), tab.locator(".mk-chart__below")
        expect(told).to_be_visible()
        top, end = (one.evaluate("one => one.getBoundingClientRect().top") for one in (chart, told))
        assert end - top > 240, "a strip of water"
