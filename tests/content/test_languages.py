"""Does another language say what was translated, and own up to the rest? On the made-up guide, text by text."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from macros.commands import main
from macros.content import languages, layers, loader, translation
from macros.content.files import FILES
from macros.content.languages import own_name
from macros.content.model import Guide
from macros.layer import translate
from macros.layer.kinds import RefusedError
from macros.render.foreign import marked
from macros.render.pages import Pages
from tests.content.test_overlay import A_MARK, A_STAGE
from tests.guide_data import LANGUAGE
from tests.shared import made_up_guide

TAG = "eo"
# What is said of languages alone; each has its example below.
OF_LANGUAGES = {
    "bad-translation",
    "stale-translation",
    "gone-translation",
    "no-language",
    "bad-tag",
    "lost-link",
    "language-unseen",
    "id-of-language",
}
MARK = "later-days/listening"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with the made-up guide, which has begun the language itself."""
    made = made_up_guide(tmp_path)
    (folder(made) / TAG).mkdir(parents=True)
    return made


def entries(project: Path, file: str, tag: str = TAG, own: bool = False) -> dict[str, dict[str, str]]:
    """What stands in a file of a language."""
    path = folder(project, own) / tag / f"{file}.yml"
    found: dict[str, dict[str, str]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def folder(project: Path, own: bool = False) -> Path:
    return project / "marks" / ("local/languages" if own else "languages")


def put(project: Path, file: str, said: dict[str, dict[str, str]], own: bool = False) -> None:
    path = folder(project, own) / TAG / f"{file}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(said, allow_unicode=True, sort_keys=False), encoding="utf-8")


def made_up_word(text: str) -> str:
    """A text of a made-up language: no letter of it is English, and slots and links are as they were."""
    kept = re.compile(r"\{\w+\}|\]\([^)]*\)|\*\*")
    pieces = re.split(f"({kept.pattern})", text)
    return "".join(piece if kept.fullmatch(piece) else re.sub("[a-zA-Z]", "ĵ", piece) for piece in pieces)


def whole(project: Path, tag: str = TAG) -> None:
    """Translate every text of a guide into the made-up language."""
    for name, one in list(translate.sources(project)):
        assert one.node is not None
        said = {at: made_up_word(own) for at, own in translation.texts(one.node, FILES[one.kind][0])}
        translate.write(project, tag, name, said)


def visible(page: str) -> Iterator[str]:
    """Each text of a page that people read or hear."""
    page = re.sub(r"<(script|style)\b.*?</\1>|<!--.*?-->|\{#[\w-]+[^}]*\}", "", page, flags=re.DOTALL)
    yield from re.findall(r'(?:aria-label|title|placeholder|alt)="([^"]*)"', page)
    yield from re.split(r"<[^>]*>", page)


def drawn(guide: Guide) -> Iterator[tuple[str, str]]:
    """Every page of a guide."""
    pages = Pages(guide, lambda goal: goal, "example.org", lambda tag: f"../{tag}")
    for stage in guide.stages:
        for macro in ("stage", "easy", "sheet", "my_scores", "my_scores_easy"):
            yield f"{macro} {stage}", getattr(pages, macro)(stage)
    for macro in ("home", "scale", "origins", "lake", "voices", "glossary", "choose", "two_minutes", "results", "news"):
        yield macro, getattr(pages, macro)()
    for macro in ("example", "easy_start", "my_chosen_scores"):
        yield macro, getattr(pages, macro)()


# What is the same in every language: names, addresses; and months, which are known.
SAME = {own_name(LANGUAGE), "CSV", "PNG", "SVG", "Word", "example", "org", "news", "xml", "Januaro", "Marto"}


def test_every_word_that_people_read_can_be_translated(project: Path) -> None:
    whole(project)
    own = loader.load(project)
    kept = {text for one in own.sources.values() for text in (one.authors, one.date, one.title, one.place, one.short)}
    kept |= {word for text in (*kept, own.version, own.licence) for word in re.findall(r"[A-Za-z]+", text)}
    guide = loader.load(project, TAG, is_marked=True)
    left = {
        (page, word)
        for page, text in drawn(guide)
        for shown in visible(text)
        for word in re.findall(r"[A-Za-z]{2,}", shown)
        if not re.fullmatch(r"https?|amp|quot|lt|gt|nbsp", word) and word not in kept | SAME
    }
    assert not sorted(left)[:40]


def test_what_nobody_has_translated_says_its_language(project: Path) -> None:
    put(project, MARK, {"title": {"of": loader.load(project).marks["listening"].title, "say": "Aŭskulti"}})
    guide = loader.load(project, TAG, is_marked=True)
    assert guide.language == TAG and guide.fallback == LANGUAGE
    page = Pages(guide, lambda goal: goal).stage("later-days")
    assert re.search(r"^## Aŭskulti \{#listening", page, re.MULTILINE)
    assert f' lang="{LANGUAGE}">' in page
    assert translation.FIRST not in page and translation.LAST not in page
    other = next(mark for name, mark in guide.marks.items() if name != "listening" and mark.stage == "later-days")
    title = translation.plain(other.title)
    assert re.search(rf'^## <span lang="{LANGUAGE}">{re.escape(title)}</span>', page, re.MULTILINE)
    # What is no text of a page has no room for a language, and no mark is left in it.
    for name, text in drawn(guide):
        assert translation.FIRST not in text and not re.search(r'="[^"<>]*<span lang|ufdd[01]', text), name


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        (f"<p>{translation.FIRST}Tea{translation.LAST}</p>", '<p lang="en">Tea</p>'),
        (f"<p>Te, {translation.FIRST}tea{translation.LAST}</p>", '<p>Te, <span lang="en">tea</span></p>'),
        (
            f'<a title="{translation.FIRST}Tea{translation.LAST}">{translation.FIRST}A <b>b</b>{translation.LAST}</a>',
            '<a title="Tea"><span lang="en">A <b>b</b></span></a>',
        ),
        ('<script>{"a": "\\ufdd0Tea\\ufdd1"}</script>', '<script>{"a": "Tea"}</script>'),
        (f'<script>{{"a": "{translation.FIRST}Tea{translation.LAST}"}}</script>', '<script>{"a": "Tea"}</script>'),
        (
            f"<svg><text>{translation.FIRST}Tea{translation.LAST}</text><a>{translation.FIRST}a<b/>{translation.LAST}</a></svg>",
            '<svg><text lang="en">Tea</text><a>a<b/></a></svg>',
        ),
        (f"<option>{translation.FIRST}Tea{translation.LAST}</option>", "<option>Tea</option>"),
        (f'<q lang="cy">{translation.FIRST}Te{translation.LAST}</q>', '<q lang="cy">Te</q>'),
    ],
)
def test_a_mark_becomes_a_language_where_html_has_room(page: str, shown: str) -> None:
    assert marked(page, "en") == shown


def test_what_a_fork_says_otherwise_makes_no_translation_of_the_guide_stale(project: Path) -> None:
    """Whoever gave their copy a name was told at each check to look at a translation that is not theirs."""
    guide = loader.load(project)
    put(project, "guide", {"name": {"of": guide.name, "say": "ĵĵĵ"}, "tagline": {"of": "Once", "say": "ĵĵ"}})
    own = project / "marks" / "local" / "guide.yml"
    own.parent.mkdir(exist_ok=True)
    own.write_text("name: Ours\n", encoding="utf-8")
    (said,) = layers.read_files(project, language=TAG).tally.stale
    assert "`tagline` translates what the guide said before." in str(said)
    assert f"`python -m macros translate {TAG}`" in str(said)


def test_what_the_guide_said_before_is_not_shown_and_is_listed(project: Path) -> None:
    translate.write(project, TAG, MARK, {"title": "Aŭskulti", "meaning": "Aŭskultu."})
    path = project / "marks" / f"{MARK}.yml"
    text = path.read_text(encoding="utf-8")
    before = loader.load(project).marks["listening"].meaning
    path.write_text(text.replace(before, "Nobody listens."), encoding="utf-8")
    mark = loader.load(project, TAG).marks["listening"]
    assert (mark.title, mark.meaning) == ("Aŭskulti", "Nobody listens.")
    (said,) = layers.read_files(project, language=TAG).tally.stale
    assert said.place.file == f"marks/languages/{TAG}/{MARK}.yml" and "Nobody listens." in str(said)
    # The command puts both beside it; when the old one is taken out, the translation is shown.
    translate.write(project, TAG)
    now = entries(project, MARK)
    assert now["meaning"] == {"of": "Nobody listens.", "was": before, "say": "Aŭskultu."}
    assert loader.load(project, TAG).marks["listening"].meaning == "Nobody listens."
    del now["meaning"]["was"]
    put(project, MARK, now)
    assert loader.load(project, TAG).marks["listening"].meaning == "Aŭskultu."


def test_a_text_that_moved_keeps_its_translation(project: Path) -> None:
    lines = [one.say for one in loader.load(project).marks["listening"].ladders]
    translate.write(project, TAG, MARK, {f"ladders.{n}": f"Ŝtupo {n}" for n in range(len(lines))})
    path = project / "marks" / f"{MARK}.yml"
    mark = yaml.safe_load(path.read_text(encoding="utf-8"))
    mark["ladders"].insert(0, "A new one.")
    path.write_text(yaml.safe_dump(mark, allow_unicode=True, sort_keys=False), encoding="utf-8")
    shown = [one.say for one in loader.load(project, TAG).marks["listening"].ladders]
    assert shown == ["A new one.", *(f"Ŝtupo {n}" for n in range(len(lines)))]
    translate.write(project, TAG)
    assert entries(project, MARK)["ladders.1"] == {"of": lines[0], "say": "Ŝtupo 0"}
    assert entries(project, MARK)["ladders.0"] == {"of": "A new one.", "say": None}


def test_nothing_that_was_translated_is_lost_when_the_guide_says_it_no_more(project: Path) -> None:
    translate.write(project, TAG, MARK, {"prompts.0": "Teo?"})
    path = project / "marks" / f"{MARK}.yml"
    mark = yaml.safe_load(path.read_text(encoding="utf-8"))
    gone = translation.plain(mark["prompts"][0])
    mark["prompts"] = ["Another thing?"]
    path.write_text(yaml.safe_dump(mark, allow_unicode=True, sort_keys=False), encoding="utf-8")
    translate.write(project, TAG)
    assert entries(project, MARK)["prompts.0"] == {"of": "Another thing?", "was": gone, "say": "Teo?"}


def test_a_translation_of_what_the_guide_never_says_is_listed_and_kept(project: Path) -> None:
    put(project, MARK, {"prompts.9": {"of": "It was here.", "say": "Estis."}})
    (said,) = layers.read_files(project, language=TAG).tally.gone
    assert said.rule == "gone-translation" and "prompts.9" in str(said)
    translate.write(project, TAG)
    assert entries(project, MARK)["prompts.9"]["say"] == "Estis."


def test_a_fork_translates_its_own_words_and_says_others_otherwise(project: Path) -> None:
    own = loader.load(project).marks["listening"]
    put(project, MARK, {"title": {"of": own.title, "say": "Aŭskulti"}, "meaning": {"of": own.meaning, "say": "Jes."}})
    put(project, MARK, {"title": {"of": own.title, "say": "Aŭdi"}}, own=True)
    mark = loader.load(project, TAG).marks["listening"]
    assert (mark.title, mark.meaning) == ("Aŭdi", "Jes.")
    local = project / "marks" / "local" / f"{MARK}.yml"
    local.parent.mkdir(parents=True)
    local.write_text("meaning: We listen in our own way.\n", encoding="utf-8")
    assert loader.load(project, TAG).marks["listening"].meaning == "We listen in our own way."


def test_a_fork_writes_translations_into_its_own_layer_alone(project: Path) -> None:
    """And only what the guide has not translated: the next edition may say it better."""
    own = loader.load(project).marks["listening"]
    put(project, MARK, {"title": {"of": own.title, "say": "Aŭskulti"}, "meaning": {"of": "As it was.", "say": "Jes."}})
    theirs = folder(project) / TAG / f"{MARK}.yml"
    before = theirs.read_bytes()
    local = project / "marks" / "local" / "guide.yml"
    local.parent.mkdir()
    local.write_text("name: Ours\n", encoding="utf-8")
    assert translate.write(project, TAG) == []
    (path,) = translate.write(project, TAG, MARK)
    assert path.relative_to(project).as_posix() == f"marks/local/languages/{TAG}/{MARK}.yml"
    said = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert "title" not in said and said["meaning"] == {"of": own.meaning, "say": None}
    assert theirs.read_bytes() == before
    assert loader.load(project, TAG).marks["listening"].title == "Aŭskulti"


def test_a_language_counts_in_its_own_forms(project: Path) -> None:
    of = loader.load(project).words["count_marks_other"]
    put(project, "words", {f"count_marks_{form}": {"of": of, "say": f"{{n}} {form}"} for form in ("two", "few")})
    (folder(project) / TAG).rename(folder(project) / "cy")
    words = loader.load(project, "cy").words
    assert (words["count_marks_two"], words["count_marks_few"]) == ("{n} two", "{n} few")
    put(project, "words", {"count_marks_two": {"of": of, "say": "{m} two"}})
    assert {one.rule for one in loader.check(project, language=TAG)[1]} == {"bad-placeholder"}


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        ("title: Aŭskulti\n", "bad-translation"),
        ("- title\n", "bad-translation"),
        ("title: {say: Aŭskulti}\n", "bad-translation"),
        ("title: {of: [a], say: b}\n", "bad-translation"),
        ("title: {of: a, says: b}\n", "bad-translation"),
        ("title: {of: Title listening, say: <b>Aŭ</b>}\n", "html-in-text"),
        ("title: {of: Title listening, say: No}\n", "bare-truth"),
        (f"title: {{of: Title listening, say: {'a' * 181}}}\n", "too-long"),
    ],
)
def test_a_slip_of_a_translator_is_told_where_it_stands(project: Path, said: str, rule: str) -> None:
    title = loader.load(project).marks["listening"].title
    path = folder(project) / TAG / f"{MARK}.yml"
    path.parent.mkdir(parents=True)
    path.write_text(said.replace("Title listening", title), encoding="utf-8")
    found = loader.check(project, language=TAG)[1]
    assert [(one.rule, one.place.file) for one in found] == [(rule, f"marks/languages/{TAG}/{MARK}.yml")]


@pytest.mark.parametrize(
    ("say", "said"),
    [
        ("Teo", "These words lead to nothing, and what they translate leads to `page:about` and `stage:first`."),
        ("[Teo](stage:first), [kuko](page:about)", ""),
        ("[Kuko](page:about), [teo](stage:first)", ""),
        ("[Teo](stage:first), [kuko](page:use)", "These words lead to `page:use` and `stage:first`, and what they"),
    ],
)
def test_a_translation_leads_where_the_guide_leads(project: Path, say: str, said: str) -> None:
    _written(project, "pages/about.yml", "lead: '[Tea](stage:first) and [cake](page:about)'\n")
    put(project, "pages/about", {"lead": {"of": "[Tea](stage:first) and [cake](page:about)", "say": say}})
    found = loader.check(project, language=TAG)[1]
    assert [one.rule for one in found] == ["lost-link"] * bool(said) and said in "".join(map(str, found))


def test_a_translation_may_lead_to_a_site_in_its_own_language(project: Path) -> None:
    own, other = "[Tea](https://example.org/en)", "[Teo](https://example.org/eo)"
    _written(project, "pages/about.yml", f"lead: '{own}'\n")
    put(project, "pages/about", {"lead": {"of": own, "say": other}})
    assert loader.check(project, language=TAG)[1] == []


def _written(project: Path, name: str, text: str) -> None:
    """A file of a fork's layer."""
    path = project / "marks" / "local" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_language_that_no_page_shows_is_told_in_a_line(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    title = loader.load(project).marks["listening"].title
    put(project, MARK, {"title": {"of": title, "say": "Aŭskulti"}})
    assert main(["--root", str(project), "check"]) == 0
    line = "marks/languages/eo:1:1: `eo` is not in `languages:` yet, so the site does not have it in Esperanto"
    end = "When it is to be read, type `languages: [eo]` in marks/guide.yml."
    assert f"{line}. {end}\n" in capsys.readouterr().out
    put(project, MARK, {"title": {"of": title, "say": "<b>A</b>"}})
    _written(project, "guide.yml", "name: Ours\n")
    assert main(["--root", str(project), "check"]) == 0
    own = end.replace("marks/", "marks/local/")
    assert f"{line}, and 1 of its lines must be put right before that. {own}\n" in capsys.readouterr().out
    put(project, MARK, {"title": {"of": title, "say": "Aŭskulti"}})
    put(project, "later-days/listning", {"title": {"of": title, "say": "Aŭskulti"}}, own=True)
    (folder(project) / "french").mkdir()
    _written(project, "guide.yml", "languages: [eo]\n")
    assert main(["--root", str(project), "check"]) == 0
    said = capsys.readouterr().out
    assert "yet, so" not in said and "`french` is not the sign of a language." in said
    lost = "marks/local/languages/eo/later-days/listning.yml:1:1: Nothing reads this file here. Did you mean"
    assert f"{lost} `later-days/listening.yml`?" in said


def test_a_page_and_a_language_never_want_the_same_folder(project: Path) -> None:
    _written(project, "guide.yml", f"languages: [{TAG}]\n")
    _written(
        project,
        f"pages/{TAG}.yml",
        "title: Ours\nlead: Ours.\nsections: [{id: a-part, title: Ours, body: [{text: A.}]}]\n",
    )
    found = [(one.rule, one.place.file) for one in loader.check(project)[1]]
    assert found == [("id-of-language", f"marks/local/pages/{TAG}.yml")]
    (project / "marks" / "local" / "pages" / f"{TAG}.yml").unlink()
    for name in ("stage.yml", "there-is-tea.yml"):
        text = A_STAGE if name == "stage.yml" else A_MARK
        _written(project, f"{TAG}/{name}", textwrap.dedent(text))
    found = [(one.rule, one.place.file) for one in loader.check(project)[1]]
    assert found == [("id-of-language", f"marks/local/{TAG}/stage.yml")]


@pytest.mark.parametrize(
    ("written", "rule", "said"),
    [
        (f"[{TAG}, {TAG}]", "twice-in-list", f"`{TAG}` stands in this list twice."),
        (f"[{TAG} cy]", "comma-missing", f"`{TAG} cy` is taken for one name, and there are 2. Put a comma between"),
        ("[Welsh please]", "bad-tag", "is not the sign of a language."),
    ],
)
def test_a_slip_in_the_list_of_languages_is_told(project: Path, written: str, rule: str, said: str) -> None:
    _written(project, "guide.yml", f"languages: {written}\n")
    found = loader.check(project)[1]
    assert [one.rule for one in found] == [rule] and said in str(found[0])


def test_a_language_that_nobody_began_and_a_file_in_the_wrong_place_are_named(tmp_path: Path) -> None:
    project = made_up_guide(tmp_path)
    path = project / "marks" / "guide.yml"
    path.write_text(path.read_text(encoding="utf-8") + "languages: [eo, Welsh]\n", encoding="utf-8")
    stray = folder(project) / "eo.yml"
    stray.parent.mkdir()
    stray.write_text("a: b\n", encoding="utf-8")
    found = {one.rule for one in loader.check(project)[1]}
    assert found == {"no-language", "bad-tag", "stray-file"}


@pytest.mark.parametrize(("tag", "file"), [("Welsh", ""), ("../up", ""), ("cy", "later-days/listenin"), ("cy", "../a")])
def test_a_command_that_cannot_be_done_says_why(tmp_path: Path, tag: str, file: str) -> None:
    project = made_up_guide(tmp_path)
    with pytest.raises(RefusedError):
        translate.write(project, tag, file)
    assert not folder(project).exists() and not folder(project, own=True).exists()


def test_a_language_that_the_guide_has_not_begun_stands_in_the_layer(tmp_path: Path) -> None:
    project = made_up_guide(tmp_path)
    (path,) = translate.write(project, TAG, MARK, {"meaning": "Aŭskultu."})
    assert path.relative_to(project).as_posix() == f"marks/local/languages/{TAG}/{MARK}.yml"
    assert loader.load(project, TAG).marks["listening"].meaning == "Aŭskultu."


@pytest.mark.parametrize("slip", ["meaning: [\n", "title: Aŭdi\n", "title: {of: a, says: b}\n"])
def test_a_file_with_a_slip_is_not_written_anew(project: Path, slip: str) -> None:
    translate.write(project, TAG, MARK, {"meaning": "Aŭskultu."})
    path = folder(project) / TAG / f"{MARK}.yml"
    before = path.read_text(encoding="utf-8") + slip
    path.write_text(before, encoding="utf-8")
    for file in ("", MARK):
        with pytest.raises(RefusedError, match="left as it is"):
            translate.write(project, TAG, file)
    assert path.read_text(encoding="utf-8") == before


def test_a_whole_file_has_room_for_each_text_and_writing_it_twice_changes_nothing(project: Path) -> None:
    (path,) = translate.write(project, TAG, MARK)
    said = entries(project, MARK)
    assert said["title"] == {"of": loader.load(project).marks["listening"].title, "say": None}
    assert {"meaning", "why.0", "ladders.0", "easy.0"} <= set(said) and "id" not in said and "picture" not in said
    assert translate.write(project, TAG, MARK) == [] and path.is_file()
    assert translate.told(project, TAG)[0].startswith("Esperanto (eo): 0 of ")


def test_what_is_known_of_a_language() -> None:
    assert languages.own_name("cy") == "Cymraeg" and languages.english_name("cy") == "Welsh"
    assert languages.own_name("qqq") == "Qqq" and languages.plural("qqq", 1) == "one"
    assert [languages.plural("cy", n) for n in (0, 1, 2, 3, 6, 7)] == ["zero", "one", "two", "few", "many", "other"]
    assert [languages.is_rtl(tag) for tag in ("ar", "he", "cy", "qqq")] == [True, True, False, False]


@pytest.mark.own
def test_what_is_shipped_fits_the_guide_that_it_translates(project: Path) -> None:
    """A language of the guide itself has no text that the checker refuses."""
    from tests.shared import ROOT

    for tag in loader.load(ROOT).languages:
        assert loader.check(ROOT, language=tag)[1] == []
