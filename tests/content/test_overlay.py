"""Does a fork's own layer say what it wants, and take nothing else along? On the made-up guide, id by id."""

from __future__ import annotations

import shutil
import textwrap
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.content import layers, loader, site_map, thin_pages
from macros.content.model import Guide
from macros.content.problem_sentences import RULES
from macros.content.problems import Problem
from macros.render import links
from macros.render.pages import Pages
from macros.site import data
from tests.guide_data import GUIDE
from tests.shared import made_up_guide

LISTENING = "later-days/listening.yml"
# What is said of a layer and is no mistake; each has its example below.
REMARKS = {
    "to-write",
    "changes-nothing",
    "renamed-file",
    "other-stage",
    "same-as-guide",
    "easy-title-stays",
    "same-title",
    "left-the-guide",
    "place-lost",
    "beside-itself",
    "renamed-in-guide",
    "gone-from-guide",
    "own-of-hidden",
    "never-cited",
}
MISTAKES = {"all-hidden", "bad-hide", "bad-place", "cannot-clear"}
A_MARK = """
    title: There is tea
    origin: ours
    origin_note: Written for tests.
    picture: ladder
    meaning: Somebody makes tea.
    easy_title: There is tea
    easy: [{say: We make tea., picture: ladder}]
    why: [It is warm.]
    ladders: [A kettle.]
    snakes: [No cups.]
    prompts: [Who brings cups?]
"""
A_STAGE = """
    title: Keep going
    short: Keep going
    colour: slate
    picture: ladder
    introduction: [It goes on.]
    marks: [there-is-tea]
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with the made-up guide."""
    return made_up_guide(tmp_path)


def write(project: Path, name: str, text: str) -> None:
    """One file of the fork's layer."""
    path = project / "marks" / "local" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(textwrap.dedent(text), encoding="utf-8")


def good(project: Path) -> Guide:
    """The guide, in which nothing is wrong."""
    guide, problems = loader.check(project)
    assert guide, "\n".join(map(str, problems))
    return guide


def remarks(project: Path) -> list[str]:
    return [str(one) for one in layers.read_files(project).remarks]


def only(found: list[Problem], rule: str) -> str:
    (one,) = found
    assert one.rule == rule
    return str(one)


def test_without_a_layer_nothing_is_different(project: Path) -> None:
    before = good(project)
    (project / "marks" / "local").mkdir()
    (project / "marks" / "local" / "README.md").write_text("Words", encoding="utf-8")
    assert loader.check(project) == (before, []) and not layers.read_files(project).is_local


def test_a_field_takes_the_place_of_the_guides_and_the_rest_stays(project: Path) -> None:
    before = good(project).marks["listening"]
    write(project, LISTENING, "title: We hear one another\neasy_title: We hear you\nladders: [A bell.]\n")
    after = good(project).marks["listening"]
    assert (after.title, [one.say for one in after.ladders]) == ("We hear one another", ["A bell."])
    assert (after.meaning, after.snakes, after.why) == (before.meaning, before.snakes, before.why)
    assert not remarks(project)


def test_an_entry_and_a_word_are_changed_by_their_ids(project: Path) -> None:
    write(project, "quotes.yml", "on-listening: {who: Somebody}\n")
    write(project, "words.yml", "search: Look for it\n")
    write(
        project,
        "guide.yml",
        "name: Ours\nquestions: {climbs: {ask: What helps?}}\ncosts: {dear: {name: Dear, means: much.}}\n",
    )
    guide = good(project)
    voice, asked = guide.voices["on-listening"], {one.id: one.ask for one in guide.questions}
    assert (voice.who, voice.says) == ("Somebody", "What a voice on listening says.")
    assert (guide.name, guide.words["search"], list(guide.costs)) == (
        "Ours",
        "Look for it",
        ["free", "little", "some", "dear"],
    )
    assert list(asked) == list(GUIDE["questions"]) and asked["climbs"] == "What helps?"


def test_a_part_of_a_page_is_changed_hidden_and_added_by_its_id(project: Path) -> None:
    write(
        project,
        "pages/use.yml",
        """
        sections:
          use-one: {title: Begin here}
          use-two: {hide: true}
          ours: {title: Ours, body: [{text: Words.}], place: first}
        """,
    )
    sections = good(project).pages["use"].sections
    assert [(one.id, one.title) for one in sections][:2] == [("ours", "Ours"), ("use-one", "Begin here")]
    assert "use-two" not in {one.id for one in sections}
    assert sections[1].body  # what was not given stays


def test_a_link_to_a_part_that_is_hidden_is_words(project: Path) -> None:
    write(project, "pages/use.yml", "sections: {use-two: {hide: true}}\n")
    write(project, "pages/about.yml", 'lead: "Read [how](page:use#use-two) and [what](page:use#use-one)."\n')
    assert good(project).pages["about"].lead == "Read how and [what](page:use#use-one)."


def test_an_empty_field_is_cleared(project: Path) -> None:
    write(project, "early-days/stage.yml", "purpose:\noriginal:\n")
    stage = good(project).stages["early-days"]
    assert (stage.purpose, stage.original) == ("", ())


def test_what_must_be_there_cannot_be_cleared(project: Path) -> None:
    write(project, LISTENING, "title:\n")
    said = only(loader.check(project)[1], "cannot-clear")
    assert said.startswith(
        "marks/local/later-days/listening.yml:1:7: `title` cannot be left out. Type what it is to say"
    )


def test_a_hidden_mark_takes_along_what_leads_to_it(project: Path) -> None:
    before = good(project)
    write(project, "pages/about.yml", 'lead: "Read [on listening](mark:listening), [and more](mark:build-trust)."\n')
    write(project, LISTENING, "hide: true\n")
    guide = good(project)
    assert "listening" in before.marks and "listening" not in guide.marks
    assert guide.pages["about"].lead == "Read on listening, [and more](mark:build-trust)."
    assert "on-listening" not in guide.voices  # it spoke to this mark alone
    assert guide.voices["word-for-word"].marks == ("review-together",)
    assert guide.ideas["idea-two-later"].marks == ("gaining-new-skills",)
    assert "listening" not in guide.example.marks and guide.retired["old-listening"] is None
    assert not remarks(project)


def test_a_hidden_stage_takes_along_marks_ideas_and_links(project: Path) -> None:
    before = good(project)
    write(
        project,
        "pages/about.yml",
        'lead: "See [this](stage:later-days), [that](page:later-days-sheet), [those](idea:idea-one-later), '
        '[it](mark:listening)."\n',
    )
    write(project, "later-days/stage.yml", "hide: true\n")
    guide = good(project)
    assert list(guide.stages) == ["early-days"]
    assert not {mark.id for mark in before.stages["later-days"].marks} & {*guide.marks, *guide.example.marks}
    assert not [idea for idea in guide.ideas.values() if idea.stage == "later-days"]
    assert not [also for idea in guide.ideas.values() for also in idea.also if also.stage == "later-days"]
    assert guide.pages["about"].lead == "See this, that, those, it."
    assert guide.ideas and guide.voices


def test_a_stage_whose_marks_are_all_hidden_goes_along(project: Path) -> None:
    for mark in good(project).stages["early-days"].mark_ids:
        write(project, f"early-days/{mark}.yml", "hide: true\n")
    assert list(good(project).stages) == ["later-days"]


@pytest.mark.parametrize("kind", ["quotes", "lake/later-days", "glossary", "references"])
def test_each_entry_of_a_list_can_be_hidden_by_itself(kind: str, project: Path) -> None:
    """Nothing is wrong after it, whichever it is: the rest fits together."""
    import yaml

    entries = yaml.safe_load((project / "marks" / f"{kind}.yml").read_text(encoding="utf-8"))
    for name in entries:
        write(project, f"{kind}.yml", f"{name}: {{hide: true}}\n")
        guide = good(project)
        assert name not in {**guide.voices, **guide.ideas, **guide.glossary, **guide.sources}


def test_a_source_that_nothing_else_cites_goes_along(project: Path) -> None:
    write(
        project, "quotes.yml", "ours: {says: It is warm., who: Me, kind: reported, source: OURS, marks: [listening]}\n"
    )
    path = project / "marks" / "quotes.yml"
    path.write_text(
        path.read_text(encoding="utf-8")
        + textwrap.dedent("""
        one-more:
          says: It was said.
          who: Person D
          kind: reported
          source: LONELY
          marks: [listening]
        """),
        encoding="utf-8",
    )
    sources = project / "marks" / "references.yml"
    for key in ("LONELY", "NEVER"):
        sources.write_text(
            f"{sources.read_text(encoding='utf-8')}{key}: {{title: A, read: whole, group: books}}\n", encoding="utf-8"
        )
    write(project, "references.yml", "OURS: {title: Ours, read: whole, group: books}\n")
    assert {"LONELY", "NEVER", "OURS"} <= good(project).sources.keys()
    write(project, LISTENING, "hide: true\n")
    assert {"LONELY", "NEVER", "OURS"} & good(project).sources.keys() == {"NEVER", "OURS"}


def test_a_guide_keeps_one_stage(project: Path) -> None:
    for stage in good(project).stages:
        write(project, f"{stage}/stage.yml", "hide: true\n")
    said = only(loader.check(project)[1], "all-hidden")
    assert said.startswith("marks/local/later-days/stage.yml:1:7: Every stage is hidden, and a guide has at least one.")


@pytest.mark.parametrize("kind", ["quotes", "lake/later-days", "glossary", "news"])
def test_all_of_a_list_can_be_hidden(kind: str, project: Path) -> None:
    entries = yaml.safe_load((project / "marks" / f"{kind}.yml").read_text(encoding="utf-8"))
    write(project, f"{kind}.yml", "".join(f"{name}: {{hide: true}}\n" for name in entries))
    guide = good(project)
    assert not entries.keys() & {*guide.voices, *guide.ideas, *guide.glossary, *(one.id for one in guide.news)}


def test_news_of_the_guide_are_told_as_such_in_a_copy_with_a_name(project: Path) -> None:
    write(project, "news.yml", 'ours: {day: "2026-02-03", title: Title of ours, says: We changed a word.}\n')
    assert not any(one.is_upstream for one in good(project).news)
    write(project, "guide.yml", "name: Ours to share\n")
    guide = good(project)
    assert {one.id for one in guide.news if not one.is_upstream} == {"ours"} and len(guide.news) > 1
    said = guide.words["news_upstream"]
    assert Pages(guide, str).news().count(said) == data.feed(guide, "").count(said) == len(guide.news) - 1


def test_a_mark_and_a_stage_are_added(project: Path) -> None:
    write(project, "later-days/there-is-tea.yml", A_MARK.replace("There is tea", "There is more tea"))
    guide = good(project)
    assert guide.stages["later-days"].mark_ids[-1] == "there-is-tea"
    (project / "marks" / "local" / "later-days" / "there-is-tea.yml").unlink()
    write(project, "keep-going/stage.yml", A_STAGE)
    write(project, "keep-going/there-is-tea.yml", A_MARK)
    guide = good(project)
    assert list(guide.stages) == ["early-days", "later-days", "keep-going"]
    assert [mark.id for mark in guide.stages["keep-going"].marks] == ["there-is-tea"]
    assert not [idea for idea in guide.ideas.values() if idea.stage == "keep-going"]


def test_what_is_added_and_what_is_there_stand_where_they_are_placed(project: Path) -> None:
    write(project, "later-days/there-is-tea.yml", f"place: {{after: listening}}\n{textwrap.dedent(A_MARK)}")
    write(project, "later-days/share-decisions.yml", "place: first\n")
    write(project, "early-days/stage.yml", "place: {after: later-days}\n")
    write(project, "quotes.yml", "word-for-word: {place: first}\n")
    guide = good(project)
    order = guide.stages["later-days"].mark_ids
    assert order[0] == "share-decisions" and order.index("there-is-tea") == order.index("listening") + 1
    assert list(guide.stages) == ["later-days", "early-days"] and next(iter(guide.voices)) == "word-for-word"


def test_a_mark_beside_one_of_another_stage_moves_there(project: Path) -> None:
    write(project, LISTENING, "place: {before: fair-payment}\n")
    guide = good(project)
    order = guide.stages["early-days"].mark_ids
    assert order.index("listening") == order.index("fair-payment") - 1
    assert guide.marks["listening"].stage == "early-days" and "listening" not in guide.stages["later-days"].mark_ids


def test_a_list_of_all_marks_loses_none_that_came_later(project: Path) -> None:
    marks = good(project).stages["early-days"].mark_ids
    write(project, "early-days/stage.yml", f"marks: [{marks[1]}]\n")
    assert good(project).stages["early-days"].mark_ids == (marks[1], marks[0], *marks[2:])


def test_a_mistake_is_told_of_its_own_file_and_line(project: Path) -> None:
    write(project, LISTENING, "title: We listen\npicture: no-such-picture\n")
    assert only(loader.check(project)[1], "unknown-picture").startswith("marks/local/later-days/listening.yml:2:10: ")
    write(project, LISTENING, "title: We listen\nmeanning: We do.\n")
    assert only(loader.check(project)[1], "unknown-field").startswith("marks/local/later-days/listening.yml:2:1: ")
    write(project, "later-days/there-is-tea.yml", A_MARK.replace("    meaning: Somebody makes tea.\n", ""))
    assert "marks/local/later-days/there-is-tea.yml:2:1: The field `meaning` is missing." in "\n".join(
        map(str, loader.check(project)[1])
    )


@pytest.mark.parametrize(
    ("text", "rule", "said"),
    [
        ("hide: maybe\n", "bad-hide", "1:7: `hide` is yes or no, and here it is `maybe`. Type `hide: true`"),
        ("place: {beside: listening}\n", "bad-place", "Type `place: {after: id}` or `place: {before: id}`"),
        ("place: second\n", "bad-place", "1:8: This does not say where it is to stand."),
    ],
)
def test_what_is_said_beside_the_fields_must_be_meant(text: str, rule: str, said: str, project: Path) -> None:
    write(project, LISTENING, text)
    assert said in only(loader.check(project)[1], rule)


def test_what_says_the_same_as_the_guide_is_listed(project: Path) -> None:
    write(project, "words.yml", f"search: {good(project).words['search']}\n")
    good(project)
    assert remarks(project) == [
        "marks/local/words.yml:1:9: `search` says here what the guide says. Take it out, and what the guide says one "
        "day comes by itself."
    ]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        (
            "later-days/listning.yml",
            "title: We listen\n",
            "1:1: There is no `later-days/listning` in the guide to change.",
        ),
        ("later-days/gone.yml", "hide: true\n", "1:1: There is no `later-days/gone` in the guide to change."),
        (
            "quotes.yml",
            "on-listning: {who: Me}\n",
            "1:1: There is no `on-listning` in the guide to change. Did you mean",
        ),
        ("words.yml", "serch: Find\n", "1:1: There is no `serch` in the guide to change. Did you mean `search`?"),
    ],
)
def test_a_change_to_what_left_the_guide_is_listed_and_stops_nothing(
    name: str, text: str, said: str, project: Path
) -> None:
    before = good(project)
    write(project, name, text)
    assert good(project).marks.keys() == before.marks.keys()
    (one,) = remarks(project)
    assert f"marks/local/{name}:{said}" in one


def test_a_place_beside_what_left_is_listed_and_is_the_end(project: Path) -> None:
    write(project, "later-days/share-decisions.yml", "place: {after: no-such-mark}\n")
    assert good(project).stages["later-days"].mark_ids[-1] == "share-decisions"
    assert "There is no `no-such-mark` to stand beside, so this stands at the end." in remarks(project)[0]


def test_a_mark_that_was_renamed_in_the_guide_is_found_and_one_that_left_is_left_out(project: Path) -> None:
    write(
        project,
        "quotes.yml",
        """
        ours:
          says: What ours says.
          who: Person A
          kind: reported
          source: BOOK-ONE
          marks: [old-listening, gone-for-good, build-trust]
        """,
    )
    assert good(project).voices["ours"].marks == ("listening", "build-trust")
    said = remarks(project)
    assert "The mark `old-listening` is now `listening`, and is taken for it. Type `listening` here." in said[0]
    assert "The mark `gone-for-good` is no longer in the guide, and is left out here. Take it out." in said[1]


def test_a_title_that_easy_read_does_not_follow_is_listed(project: Path) -> None:
    easy = good(project).marks["listening"].easy_title
    write(project, LISTENING, "title: We hear one another\n")
    said = " ".join(remarks(project))
    assert f"marks/local/{LISTENING}:1:8: This has another title now, and Easy Read still calls it “{easy}”." in said
    write(project, LISTENING, "title: We hear one another\neasy_title: We hear you\n")
    assert not remarks(project)


def test_a_title_that_two_marks_have_is_listed(project: Path) -> None:
    taken = good(project).marks["build-trust"].title
    write(project, LISTENING, f"title: {taken.upper()}\neasy_title: We hear you\n")
    said = " ".join(remarks(project))
    assert f"Two marks are called “{taken.upper()}”" in said or f"Two marks are called “{taken}”" in said


def test_the_sentences_of_a_layer_have_their_examples() -> None:
    assert REMARKS | MISTAKES <= set(RULES)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("later-days/listening.yml", "", "This file changes nothing. Write what is to be different, or delete it."),
        (
            "later-days/old-listening.yml",
            "title: A\n",
            "The mark `old-listening` is now `listening`, so this changes nothing.",
        ),
        (
            "early-days/listening.yml",
            "title: A\n",
            "The mark `listening` is not in this stage. Move this file to marks/local/later-days/.",
        ),
        (
            "later-days/listening.yml",
            "place: {after: listening}\n",
            "`listening` cannot stand beside itself. Name another one, or take `place` out.",
        ),
        (
            "references.yml",
            "BOOK-OURS: {title: Ours, read: in full, group: books}\n",
            "Nothing leans on the source `BOOK-OURS`, so no page shows it. Write `source: BOOK-OURS` where it belongs, or",
        ),
    ],
)
def test_what_has_no_effect_is_told_with_what_to_do(name: str, text: str, said: str, project: Path) -> None:
    write(project, name, text)
    good(project)
    assert said in remarks(project)[0]


@pytest.mark.parametrize("head", ["", "# yaml-language-server: $schema=…\n"])
@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("later-days/listning.yml", "`listening.yml`"),
        ("later-days/Listening.yml", "`listening.yml`"),
        ("later-days/gaining new skills.yml", "`gaining-new-skills.yml`"),
        ("early-days/gaining_new_skills.yml", "`gaining-new-skills.yml`"),
        ("later-days/stages.yml", "`stage.yml`"),
        ("later-day/stage.yml", "`later-days`"),
        ("pages/abuot.yml", "`about.yml`"),
        ("qoutes.yml", "`quotes.yml`"),
    ],
)
def test_a_slip_in_the_name_of_a_file_is_told_with_the_file_that_is_meant(
    head: str, name: str, meant: str, project: Path
) -> None:
    write(project, name, f"{head}lead: A\n" if name.startswith("pages/") else f"{head}title: A\n")
    said = [*remarks(project), *map(str, loader.check(project)[1])]
    assert [one for one in said if f"marks/local/{name}:" in one and f"Did you mean {meant}?" in one]


def test_the_id_by_which_an_entry_is_found_is_never_said_to_be_too_much(project: Path) -> None:
    """Without it the file says nothing that anybody could read."""
    page = project / "marks" / "pages" / "use.yml"
    first, second = (one["id"] for one in yaml.safe_load(page.read_text(encoding="utf-8"))["sections"][:2])
    same = f"- id: {first}\n  title: Ours\n- id: {second}\n  hide: true\n"
    write(project, "pages/use.yml", "sections:\n" + textwrap.indent(same, "  "))
    write(project, LISTENING, "id: listening\nmeaning: We hear one another.\n")
    assert good(project) and not remarks(project)
    write(project, "guide.yml", f"id: {GUIDE['id']}\n")
    assert "`id` says here what the guide says." in remarks(project)[0]


@pytest.mark.parametrize("name", ["print", "later-days", "early-days-sheet"])
def test_a_page_of_ones_own_is_no_page_that_the_guide_makes(name: str, project: Path) -> None:
    """It would be there, and no address would lead to it."""
    assert name in site_map.pages(good(project).stages)
    write(project, f"pages/{name}.yml", "title: A\nlead: A\nsections: [{id: a-part, title: A, body: [{text: A.}]}]\n")
    assert only(loader.check(project)[1], "reserved-id").startswith(f"marks/local/pages/{name}.yml:1:1:")


def test_a_mark_beside_the_stages_is_sent_to_its_folder(project: Path) -> None:
    write(project, "listening.yml", "title: A\n")
    assert "It is a mark: move it to the folder later-days." in only(loader.check(project)[1], "stray-file")


def test_a_mark_of_ones_own_is_hidden_and_every_stage_but_ones_own(project: Path) -> None:
    write(project, "keep-going/stage.yml", A_STAGE)
    write(project, "keep-going/there-is-tea.yml", A_MARK)
    write(project, "keep-going/more-tea.yml", f"hide: true\n{textwrap.dedent(A_MARK)}")
    assert "more-tea" not in good(project).marks
    for stage in ("early-days", "later-days"):
        write(project, f"{stage}/stage.yml", "hide: true\n")
    guide = good(project)
    assert list(guide.stages) == ["keep-going"] and list(guide.marks) == ["there-is-tea"] and not guide.ideas


def test_parts_of_a_page_that_are_listed_as_the_guide_lists_them_change_those_alone(project: Path) -> None:
    before = good(project).pages["use"].sections
    write(project, "pages/use.yml", "sections:\n  - id: use-two\n    title: Another title\n")
    after = good(project).pages["use"].sections
    assert [one.id for one in after] == [one.id for one in before]
    assert [one.title for one in after if one.id == "use-two"] == ["Another title"]


def test_a_file_that_nothing_reads_is_told(project: Path) -> None:
    write(project, "proces/listening.yml", "title: We listen\n")
    assert "marks/local/proces/listening.yml:1:1: Nothing reads this file here." in only(
        loader.check(project)[1], "stray-file"
    )


@pytest.mark.parametrize(
    "text", ["", "- a list\n", "words\n", "title: [\n", "hide: [true]\n", "place: {}\n", "sections: {}\n"]
)
def test_an_odd_file_gets_a_sentence_and_never_a_traceback(text: str, project: Path) -> None:
    for name in (LISTENING, "pages/use.yml", "quotes.yml", "guide.yml", "early-days/stage.yml", "lake/later-days.yml"):
        write(project, name, text)
        loader.check(project)
        (project / "marks" / "local" / name).unlink()


KEYS = st.sampled_from(
    [
        "title",
        "hide",
        "place",
        "marks",
        "says",
        "who",
        "sections",
        "use-one",
        "use-two",
        "listening",
        "ladders",
        "why",
        "on-listening",
        "idea-one-later",
        "consent",
        "until",
        "questions",
        "score",
        "stages",
        "colours",
        "lake",
        "news",
        "meaning",
        "after",
        "first",
        "ours",
    ]
)
SCALARS = st.sampled_from(
    ["", "true", "no", "listening", "gone-for-good", "first", "a: b", "[x](mark:listening)", "5", "null", "#1a237e"]
)
VALUES = st.recursive(
    SCALARS | st.none() | st.booleans() | st.integers(-1, 11),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=8,
)
PLACES = st.sampled_from(
    [
        "guide.yml",
        "words.yml",
        "quotes.yml",
        "glossary.yml",
        "references.yml",
        "scale.yml",
        "example.yml",
        "retired.yml",
        "news.yml",
        "search.yml",
        "later-days/listening.yml",
        "later-days/ours.yml",
        "later-days/stage.yml",
        "ours/stage.yml",
        "ours/ours.yml",
        "lake/later-days.yml",
        "lake/ours.yml",
        "pages/use.yml",
        "pages/index.yml",
    ]
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(PLACES, VALUES, min_size=1, max_size=3))
def test_whatever_a_layer_holds_it_is_a_guide_or_a_list_of_sentences(project: Path, layer: dict[str, object]) -> None:
    shutil.rmtree(project / "marks" / "local", ignore_errors=True)
    for name, said in layer.items():
        write(project, name, yaml.safe_dump(said, allow_unicode=True))
    guide, problems = loader.check(project)
    assert bool(problems) == (guide is None)
    for one in [*problems, *layers.read_files(project).remarks]:
        assert str(one).startswith("marks/") and "Traceback" not in str(one)
    if guide:
        assert guide.stages and all(stage.marks for stage in guide.stages.values())
        of_voices = {mark for one in guide.voices.values() for mark in one.marks}
        of_ideas = {mark for one in guide.ideas.values() for mark in one.marks}
        assert of_voices | of_ideas <= guide.marks.keys()


def test_a_page_of_a_forks_own_is_a_page(project: Path) -> None:
    write(
        project,
        "pages/about-us.yml",
        "title: About us\nlead: We are [here](page:about-us#who).\n"
        "sections: [{id: who, title: Who, body: [{text: Person A}]}]\n",
    )
    guide = good(project)
    assert guide.pages["about-us"].title == "About us"
    assert site_map.pages(guide.stages, site_map.own_pages(guide.pages))["about-us"][0].calls == ('words("about-us")',)
    menu = yaml.safe_load(thin_pages.menu(guide.stages, guide.words, (), site_map.own_pages(guide.pages)))["nav"]
    assert "about-us.md" in next(iter(menu[-1].values()))
    write(project, "pages/About us.yml", "title: About us\n")
    assert "stray-file" in {one.rule for one in loader.check(project)[1]}


def test_the_first_stage_is_linked_whichever_it_is(project: Path) -> None:
    page = "lead: '[Begin](stage:first)'\ndoors: [{title: '[Read](stage:first)', say: Here., picture: ladder}]\n"
    write(project, "pages/index.yml", page)
    write(project, "early-days/stage.yml", "hide: true\n")
    guide = good(project)
    assert guide.pages["index"].doors[0].title == "[Read](stage:first)"
    assert links.target(guide, "stage", "first").page == f"{next(iter(guide.stages))}.md" != "early-days.md"


def test_a_mark_of_ones_own_in_a_stage_that_is_hidden_is_told_of(project: Path) -> None:
    write(project, "early-days/there-is-tea.yml", A_MARK)
    write(project, "early-days/stage.yml", "hide: true\n")
    assert good(project) and "there-is-tea" in next(one for one in remarks(project) if "nobody sees it" in one)
