"""Is a page drawn whole, with everything that a person wrote shown as text?"""

from __future__ import annotations

import dataclasses
import html
import re
from pathlib import Path

import markdown
import pytest

from macros.content import loader
from macros.content.model import Guide
from macros.render import environment, pages

HOSTILE = [
    "*stars*",
    "_low_",
    "`tick`",
    "[a](b)",
    "{{ x }}",
    "{: .c }",
    "a \\ b",
    "# hash",
    "3 < 4 & 5 > 2",
    "&amp;",
    'say "it\'s"',
    "![i](j)",
    "~~gone~~",
    "a #",
    "<b>bold</b>",
    "</div><script>alert(1)</script>",
]


@pytest.fixture(scope="module")
def guide(made_up: Guide) -> Guide:
    return made_up


def made(guide: Guide) -> pages.Pages:
    """The pages, with links left as they are."""
    return pages.Pages(guide, lambda goal: goal)


def text_of(html: str) -> str:
    """What a reader sees."""
    import html as entities

    return entities.unescape(re.sub(r"<[^>]*>", "", html))


@pytest.mark.parametrize("title", HOSTILE)
def test_a_heading_shows_any_title_as_it_is(title: str) -> None:
    drawn = markdown.markdown(environment.heading(2, title, "here", "mk-one mk-two"), extensions=["attr_list", "toc"])
    assert re.fullmatch(
        r'<h2 class="mk-one mk-two" id="here">.*</h2>|<h2 id="here" class="mk-one mk-two">.*</h2>', drawn, re.DOTALL
    ), drawn
    assert text_of(drawn) == title
    assert drawn.count("<") == 2, drawn


@pytest.mark.parametrize("words", HOSTILE)
def test_words_of_a_mark_are_only_ever_text(small: Path, words: str) -> None:
    guide = loader.load(small)
    mark = dataclasses.replace(guide.marks["say-hello"], meaning=words, prompts=(words,))
    stage = dataclasses.replace(guide.stages["planning"], marks=(mark,))
    drawn = made(dataclasses.replace(guide, stages={"planning": stage})).stage("planning")
    whole = markdown.markdown(drawn, extensions=["attr_list", "toc"])
    assert text_of(whole).count(words) == 2
    assert "<script" not in whole and "<b>" not in whole


def test_tidy_leaves_headings_alone_and_no_other_blank_line() -> None:
    assert environment.tidy("\n\n  <div>\n\n   <p>a</p>\n  </div>\n## B {#b}\n<p>c</p>\n\n") == (
        "<div>\n<p>a</p>\n</div>\n\n## B {#b}\n\n<p>c</p>\n"
    )


def test_a_mark_holds_all_its_parts(guide: Guide) -> None:
    drawn = text_of(made(guide).stage("later-days"))
    mark = guide.marks["listening"]
    parts = [
        mark.title,
        mark.meaning,
        mark.origin_note,
        *mark.prompts,
        *(one.say for one in mark.easy),
        *(one.say for one in (*mark.why, *mark.ladders, *mark.snakes)),
        *(one.says for one in guide.voices_of["listening"]),
        *(one.title for one in guide.ideas_for["listening"]),
        *(question.ask for question in guide.questions),
    ]
    assert not [part for part in parts if part not in drawn]


def test_an_opening_voice_stands_before_the_questions(guide: Guide) -> None:
    drawn = text_of(made(guide).stage("early-days"))
    opener = guide.voices["opens-early"]
    assert opener.opens == "early-days"
    assert 0 < drawn.index(opener.says) < drawn.index(guide.words["questions_title"])


def test_an_opening_voice_is_heard_once_on_a_page(guide: Guide) -> None:
    opener = guide.voices["opens-early"]
    assert opener.opens == "early-days" and opener.marks == ("start-before-the-start",)
    assert text_of(made(guide).stage("early-days")).count(opener.says) == 1


def test_a_verbatim_voice_is_quoted_and_a_reported_one_is_not(small: Path) -> None:
    guide = loader.load(small)
    plain = made(guide).stage("planning")
    assert "<q>" not in plain and guide.words["voice_reported"] in plain
    voice = dataclasses.replace(guide.voices["a-wave"], kind="verbatim")
    drawn = made(dataclasses.replace(guide, voices_of={"say-hello": (voice,)})).stage("planning")
    assert f"<q>{voice.says}</q>" in drawn and guide.words["voice_verbatim"] in drawn


def test_the_sheet_has_a_square_for_each_score(guide: Guide) -> None:
    drawn = made(guide).sheet("early-days")
    marks = len(guide.stages["early-days"].marks)
    for score in range(guide.scale.lowest, guide.scale.highest + 1):
        assert drawn.count(f'value="{score}">{score}</label>') == marks + 1  # and one for each mark of people's own
        assert drawn.count(f"<li>{score}</li>") == 3  # on paper, three marks of your own


def test_references_lead_back(guide: Guide) -> None:
    drawn = made(guide).references()
    for key in guide.sources:
        assert f'id="{key}"' in drawn
    assert 'href="later-days.md#listening"' in drawn


def test_a_word_that_no_file_says_stops_the_page(small: Path) -> None:
    guide = loader.load(small)
    with pytest.raises(Exception, match="why_title"):
        words = {name: text for name, text in guide.words.items() if name != "why_title"}
        made(dataclasses.replace(guide, words=words)).stage("planning")


def test_a_message_in_a_page_is_text() -> None:
    drawn = environment.wrong("Oh & no", "a <b>\nc")
    assert "Oh &amp; no" in drawn and "a &lt;b&gt;<br>c" in drawn


def test_a_link_to_a_renamed_mark_still_finds_it(small: Path) -> None:
    guide = dataclasses.replace(loader.load(small), retired={"wave-hello": "say-hello", "gone": None})
    drawn = made(guide).stage("planning")
    assert '<span id="wave-hello"></span>' in drawn and "gone" not in drawn


def test_what_a_voice_speaks_to_is_told_apart(guide: Guide) -> None:
    drawn = made(guide).voices()
    opener = next(one for one in guide.voices.values() if one.opens and one.marks)
    told = re.sub(r"<[^>]+>", "", drawn[drawn.index(f'id="{opener.id}"') :])
    stage, mark = guide.stages[opener.opens].title, guide.marks[opener.marks[0]].title
    assert f"{stage}; {mark}" in html.unescape(told)


def test_one_thing_is_said_as_one(small: Path, guide: Guide) -> None:
    """Of a mark on the card of its stage, and of an idea in the Lake."""
    one = loader.load(small)
    words = one.words
    assert words["count_marks_one"] in text_of(made(one).home())
    assert words["ideas_count_one"] in text_of(made(one).lake())
    many = guide.stages["later-days"].marks
    assert words["count_marks_other"].format(n=len(many)) in text_of(made(guide).home()) and len(many) > 1
    assert words["ideas_count_other"].format(n=2) in text_of(made(guide).lake())
