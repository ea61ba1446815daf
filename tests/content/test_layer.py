"""Can somebody add, hide, rename and look through without knowing where anything stands? By the commands alone."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.commands import main
from macros.content import layers, loader, site_map
from macros.layer import diff
from macros.layer.kinds import records
from macros.layer.new import ASKED
from tests.guide_data import IDS
from tests.shared import made_up_guide

LOCAL = Path("marks") / "local"
CONSENT = ["--consent-by=Person A", "--consent-on=1 March 2026", "--consent-for=this guide"]
NEW = {
    "mark": ["--title=There is tea", "--stage=later-days"],
    "stage": ["--title=Keep going", "--mark=Meet again"],
    "idea": ["--title=A walk to the lake", "--stage=later-days", "--marks=listening, build-trust"],
    "voice": ["--says=I was asked first.", "--who=Person A", "--marks=listening", *CONSENT],
    "word": ["--word=Kettle", "--means=It makes tea."],
    "page": ["--title=How we meet"],
}
PAGES = [name for name in site_map.PAGES if name not in site_map.FOLDERS]
HIDDEN = {
    "mark": "listening",
    "stage": "early-days",
    "idea": "idea-one-later",
    "voice": "on-listening",
    "word": "power",
    "source": "BOOK-ONE",
    "part": "about#about-two",
    "question": IDS["ladders"],
    "side": "first-side",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with the made-up guide."""
    return made_up_guide(tmp_path)


def does(project: Path, *words: str) -> int:
    """One command, as somebody types it: its exit status."""
    return main(["--root", str(project), *words])


def everything(project: Path) -> dict[str, str]:
    found = sorted((project / "marks").rglob("*.yml"))
    return {path.relative_to(project).as_posix(): path.read_text(encoding="utf-8") for path in found}


def to_write(project: Path) -> int:
    return sum(one.rule == "to-write" for one in layers.read_files(project).remarks)


@pytest.mark.parametrize("kind", ASKED)
def test_what_is_new_is_whole_and_stands_in_the_layer(
    kind: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = everything(project)
    assert does(project, "new", kind, *NEW[kind]) == 0
    said = capsys.readouterr().out
    assert "Written: marks/local/" in said
    assert loader.check(project)[1] == []
    after = everything(project)
    assert {name: text for name, text in after.items() if name in before} == before
    left = to_write(project)
    assert (f"Still to be written there: {left}." in said) == bool(left)
    made = "\n".join(text for name, text in after.items() if name not in before)
    assert made.count("\n#") + made.count("\n  #") > 3, "each field says what it is"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        *((["stage", f"--title={title}", "--mark=We meet"], "marks/ has a folder") for title in site_map.FOLDERS),
        *((["stage", f"--title={title}", "--mark=We meet"], "the guide has a page") for title in PAGES),
        (["stage", "--title=Early days sheet", "--mark=We meet"], "the guide has a page `early-days-sheet`"),
        (["stage", "--title=Eo", "--mark=We meet"], "the pages in Esperanto stand in a folder `eo`"),
        (["stage", "--title=We meet", "--mark=Stage"], "each stage has a file `stage.yml`"),
        (["mark", "--title=Stage", "--stage=later-days"], "each stage has a file `stage.yml`"),
        (["mark", "--title=Begun", "--stage=early-days"], "there is a file marks/local/later-days/begun.yml"),
        (["mark", "--title=Top", "--stage=later-days"], "So nothing was written. Give another title, or an id"),
        (["page", "--title=Early days"], "the guide has a page `early-days`"),
        (["page", "--title=Print"], "the guide has a page `print`"),
        (["page", "--title=Later days sheet"], "the guide has a page `later-days-sheet`"),
        (["page", "--title=Eo"], "the pages in Esperanto stand in a folder `eo`"),
        (["idea", "--title=Top", "--stage=later-days", "--marks=listening"], "So nothing was written."),
        (["word", "--word=Top", "--means=The first."], "So nothing was written."),
        (["voice", *NEW["voice"], "--consent-until=soon"], "So nothing was written."),
    ],
    ids=lambda one: " ".join(one[:2]) if isinstance(one, list) else "",
)
def test_an_id_that_is_kept_for_something_else_is_given_to_nothing_new(
    words: list[str], said: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "marks" / "languages" / "eo").mkdir(parents=True)
    begun = project / LOCAL / "later-days" / "begun.yml"
    begun.parent.mkdir(parents=True)
    begun.write_text("meaning: We began.\n", encoding="utf-8")
    before, folders = everything(project), sorted(project.rglob("*"))
    assert does(project, "new", *words) == 1
    told = capsys.readouterr().out
    assert said in told and "Written" not in told and (" Give " in told or "Type " in told)
    assert everything(project) == before and sorted(project.rglob("*")) == folders


def test_what_an_id_may_be_is_asked_of_whoever_types(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = types(monkeypatch, "Lake", "We meet", "by-the-lake")
    assert does(project, "new", "stage") == 0 and len(asked) == 3
    assert "marks/ has a folder `lake`" in capsys.readouterr().out
    assert loader.load(project).stages["by-the-lake"].title == "Lake"


@pytest.mark.parametrize("command", ["new", "hide", "rename"])
def test_whoever_stops_a_command_half_way_finds_the_layer_as_it_was(
    command: str, project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before the first question of it, and when all is written and is looked at."""
    words = {"new": ["mark", *NEW["mark"]], "hide": ["mark", "listening"], "rename": ["listening", "--title=We hear"]}
    check, before = loader.check, sorted(project.rglob("*"))
    for stops_at in (1, 2, 3, 4):
        asked: list[int] = []

        def stop(*given: Any, stops_at: int = stops_at, asked: list[int] = asked, **named: Any) -> Any:
            asked.append(1)
            if len(asked) == stops_at:
                raise KeyboardInterrupt
            return check(*given, **named)

        monkeypatch.setattr(loader, "check", stop)
        status = does(project, command, *words[command])
        said = capsys.readouterr().out
        if "Written" in said:
            break
        assert status == 1 and said == "\nNothing was written.\n" and sorted(project.rglob("*")) == before
    assert stops_at > 2


def test_a_second_one_stands_below_the_first(project: Path) -> None:
    path = project / LOCAL / "glossary.yml"
    assert does(project, "new", "word", *NEW["word"]) == 0
    path.write_text(path.read_text(encoding="utf-8").rstrip("\n"), encoding="utf-8")  # as some editors leave it
    assert does(project, "new", "word", "--word=Cup", "--means=It holds tea.") == 0
    assert {"kettle", "cup"} <= loader.load(project).glossary.keys()


def test_what_was_given_stands_where_it_belongs(project: Path) -> None:
    assert does(project, "new", "mark", *NEW["mark"], "--after=listening", "--meaning=We make tea.") == 0
    assert does(project, "new", "quote", *NEW["voice"], "--consent-until=2030-03-01") == 0
    assert does(project, "new", "quote", "--says=I heard it.", "--who=B", "--marks=listening", "--source=BOOK-ONE") == 0
    guide = loader.load(project)
    order = guide.stages["later-days"].mark_ids
    assert order.index("there-is-tea") == order.index("listening") + 1
    assert guide.marks["there-is-tea"].meaning == "We make tea."
    ours, theirs = guide.voices["i-was-asked-first"], guide.voices["i-heard-it"]
    assert ours.kind == "verbatim" and ours.consent and ours.consent.until == "2030-03-01"
    assert theirs.kind == "reported" and theirs.sources == ("BOOK-ONE",)
    assert does(project, "new", "stage", *NEW["stage"]) == 0
    stage = loader.load(project).stages["keep-going"]
    assert [mark.title for mark in stage.marks] == ["Meet again"]
    assert stage.colour not in {one.colour for name, one in loader.load(project).stages.items() if name != stage.id}


@pytest.mark.parametrize(
    "title", ['"Tea": it\'s # hot', "- tea", "Tea\nand cake", "Ŵy té ☕", "yes", "1e3", "{tea}", "@tea", "a" * 120]
)
def test_any_title_is_written_as_it_was_typed(title: str, project: Path) -> None:
    assert does(project, "new", "mark", f"--title={title}", "--stage=later-days", "--id=ours") == 0
    assert loader.load(project).marks["ours"].title == " ".join(title.split())
    assert does(project, "rename", "listening", f"--title={title}") == 0
    assert loader.load(project).marks["listening"].title == " ".join(title.split())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["new", "mark", "--title=Tea", "--stage=proces"],
            "There is no stage `proces`. There are: early-days, later-days",
        ),
        (["new", "mark", "--title=Listening", "--stage=later-days"], "The id `listening` is taken."),
        (["new", "mark", "--title=Tea", "--stage=later-days", "--id=../tea"], "`../tea` cannot be an id."),
        (["new", "idea", "--title=A", "--stage=later-days", "--marks=listning"], "There is no mark `listning`."),
        (["new", "voice", *NEW["voice"], "--source=NONE"], "There is no source `NONE`."),
        (["new", "mark", *NEW["mark"], "--after=nosuch"], "There is no mark `nosuch`."),
        (["new", "mark", "--title=Tea"], "Say it with --stage=…: In which stage does it stand?"),
        (
            ["hide", "mark", "listning"],
            "`listning`. Did you mean `listening`? `python -m macros list marks` names them.",
        ),
        (["show", "mark", "listening"], "No mark `listening` is hidden."),
        (["rename", "listening", "hearing"], "`listening` is a mark of the guide, and its id stays"),
        (["rename", "listening", "--title="], "There is nothing here, and it needs text."),
        (["rename", "search", "--title=  "], "There is nothing here, and it needs text."),
        (["rename", "listening", f"--title={'a' * 200}"], "This text has 200 characters"),
        (["rename", "later-days", "--title=<b>Us</b>"], "There is HTML in this text: `<b>`."),
        (["rename", "stage_of", "--title=Part"], "Keep each {slot} in curly brackets as it was."),
        (["rename", "listening"], "Say what it is to be called: python -m macros rename listening --title='…'"),
        (["rename", "no-such", "hearing"], "There is no mark `no-such`."),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    words: list[str], said: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = everything(project)
    assert does(project, *words) == 1
    assert said in capsys.readouterr().out and everything(project) == before


@pytest.mark.parametrize("kind", HIDDEN)
def test_what_is_hidden_comes_back(kind: str, project: Path) -> None:
    before, files = loader.load(project), everything(project)
    assert does(project, "hide", kind, HIDDEN[kind]) == 0
    guide = loader.load(project)
    assert HIDDEN[kind] in records(before, kind) and HIDDEN[kind] not in records(guide, kind)
    assert does(project, "show", kind, HIDDEN[kind]) == 0
    assert loader.load(project) == before and everything(project) == files


def test_what_is_hidden_beside_a_change_comes_back_with_it(project: Path) -> None:
    (project / LOCAL / "later-days").mkdir(parents=True)
    changed = "title: We hear one another\n"
    (project / LOCAL / "later-days" / "listening.yml").write_text(changed, encoding="utf-8")
    quote = "on-listening:\n  who: Somebody\n"
    (project / LOCAL / "quotes.yml").write_text(quote, encoding="utf-8")
    for kind, name in (("mark", "listening"), ("voice", "word-for-word")):
        assert does(project, "hide", kind, name) == 0
        assert does(project, "show", kind, name) == 0
    assert (project / LOCAL / "later-days" / "listening.yml").read_text(encoding="utf-8") == changed
    assert (project / LOCAL / "quotes.yml").read_text(encoding="utf-8") == quote
    assert does(project, "hide", "quote", "on-listening") == 0
    assert "on-listening" not in loader.load(project).voices
    assert does(project, "show", "quote", "on-listening") == 0
    assert loader.load(project).voices["on-listening"].who == "Somebody"


@pytest.mark.parametrize(
    "written",
    [
        "# Ours\nlead: Our lead.\n",
        "sections:\n  about-one:\n    title: Ours\nlead: Our lead.\n",
        "sections:\n  about-two:  # ours\n    title: Ours\n",
        "sections:\n  - id: about-one\n    title: Ours\n",
        'sections:\n- id: "about-two"\n  title: Ours\n\nlead: Our lead.\n',
        "sections:\n    about-one:\n        title: Ours\n",
    ],
)
def test_a_part_of_a_page_is_hidden_beside_what_somebody_wrote_there(written: str, project: Path) -> None:
    path = project / LOCAL / "pages" / "about.yml"
    path.parent.mkdir(parents=True)
    path.write_text(written, encoding="utf-8")
    before = loader.load(project)
    assert does(project, "hide", "part", "about#about-two") == 0
    now = records(loader.load(project), "part")
    assert "about#about-two" not in now and "about#about-one" in now
    assert all(line in path.read_text(encoding="utf-8") for line in written.splitlines())
    assert does(project, "show", "part", "about#about-two") == 0
    assert loader.load(project) == before and path.read_text(encoding="utf-8") == written


def test_what_only_a_person_can_change_is_said(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = project / LOCAL / "pages" / "about.yml"
    path.parent.mkdir(parents=True)
    path.write_text("sections: {about-one: {title: Ours}}\n", encoding="utf-8")
    before = everything(project)
    assert does(project, "hide", "part", "about#about-two") == 1
    assert "`sections` in marks/local/pages/about.yml is written on one line." in capsys.readouterr().out
    assert everything(project) == before
    for words, said in (
        (["hide", "part", "about"], "Did you mean `about#about-one`, `about#about-two` or `about#every-block`?"),
        (["hide", "part", "about#about-on"], "`about#about-two`? `python -m macros list parts` names them."),
        (["hide", "mark", "talk-about-powr"], "Did you mean `talk-about-power`?"),
        (["show", "part", "about#about-one"], "No part `about#about-one` is hidden."),
        (["hide", "question", "none"], "There is no question `none`."),
    ):
        assert does(project, *words) == 1 and said in capsys.readouterr().out


def test_a_voice_may_be_called_so_and_a_button_gets_another_word(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert does(project, "new", "voice", *NEW["voice"]) == 0
    assert does(project, "hide", "voice", "on-listening") == 0
    assert "on-listening" not in loader.load(project).voices
    assert does(project, "rename", "search", "--title=Look: for it") == 0
    assert does(project, "rename", "search", "--title=Look for it") == 0
    assert loader.load(project).words["search"] == "Look for it"
    capsys.readouterr()
    for kind, line in (("voices", "i-was-asked-first"), ("labels", "Look for it  (changed)"), ("parts", "about#about")):
        assert does(project, "list", kind) == 0 and line in capsys.readouterr().out


def test_a_page_of_ones_own_is_new(project: Path) -> None:
    assert does(project, "new", "page", *NEW["page"], "--lead=We meet on Mondays.") == 0
    page = loader.load(project).pages["how-we-meet"]
    assert (page.title, page.lead) == ("How we meet", "We meet on Mondays.") and len(page.sections) == 1


def test_a_mark_of_ones_own_is_renamed_with_all_that_names_it(project: Path) -> None:
    assert does(project, "new", "mark", *NEW["mark"]) == 0
    assert does(project, "new", "quote", "--says=Tea!", "--who=B", "--marks=there-is-tea", "--source=BOOK-ONE") == 0
    path = project / LOCAL / "pages" / "about.yml"
    path.parent.mkdir()
    path.write_text('lead: "See [tea](mark:there-is-tea), not there-is-tea-too."\n', encoding="utf-8")
    assert does(project, "rename", "there-is-tea", "tea-for-all") == 0
    guide = loader.load(project)
    assert guide.voices["tea"].marks == ("tea-for-all",) and guide.retired["there-is-tea"] == "tea-for-all"
    assert guide.pages["about"].lead == "See [tea](mark:tea-for-all), not there-is-tea-too."
    assert guide.marks["tea-for-all"].title == "There is tea" and "there-is-tea" not in guide.marks


def test_the_lists_and_the_differences_are_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert does(project, "diff") == 0
    assert capsys.readouterr().out == "Your layer changes nothing.\n"
    assert does(project, "new", "mark", *NEW["mark"]) == 0
    assert does(project, "rename", "build-trust", "--title=We trust") == 0
    assert does(project, "hide", "mark", "listening") == 0
    (project / LOCAL / "words.yml").write_text("search: Look for it\n", encoding="utf-8")
    (project / LOCAL / "guide.yml").write_text("name: Ours\npurpose: To share.\n", encoding="utf-8")
    capsys.readouterr()
    assert does(project, "diff") == 0
    said = capsys.readouterr().out.splitlines()
    was = loader.base(project)
    assert f'guide: name is "Ours", and was "{was.name}"' in said
    assert f'words: search is "Look for it", and was "{was.words["search"]}"' in said
    assert f'mark build-trust: title is "We trust", and was "{was.marks["build-trust"].title}"' in said
    assert {"mark there-is-tea: yours (There is tea)", "mark listening: hidden"} <= set(said)
    assert does(project, "list", "marks") == 0
    listed = capsys.readouterr().out
    assert "there-is-tea" in listed and "(yours)" in listed and "We trust  (changed)" in listed
    assert "listening" not in listed


def test_what_the_guide_cannot_be_without_is_not_hidden(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    guide = loader.load(project)
    (score,) = [one.id for one in guide.questions if one.answer == "score"]
    write = project / LOCAL / "guide.yml"
    write.parent.mkdir(exist_ok=True)
    write.write_text("name: Ours\n", encoding="utf-8")
    assert does(project, "hide", "question", score) == 1
    assert f"So the question `{score}` stays in the guide, and nothing was changed." in capsys.readouterr().out
    assert write.read_text(encoding="utf-8") == "name: Ours\n" and loader.check(project)[1] == []


def test_nobodys_words_are_printed_before_their_leave_is_written_down(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert does(project, "new", "quote", *NEW["voice"][:3]) == 1
    said = capsys.readouterr().out
    assert "Nobody has written down yet who gave leave to print the voice `i-was-asked-first`" in said
    assert loader.check(project)[0] is None
    assert does(project, "new", "quote", "--says=Tea!", "--who=B", "--marks=listening", *CONSENT) == 1
    assert "who gave leave to print the voice `i-was-asked-first`" in capsys.readouterr().out


def test_what_is_hidden_already_can_be_brought_back(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert does(project, "hide", "mark", "listening") == 0
    capsys.readouterr()
    assert does(project, "hide", "mark", "listening") == 1
    assert "hidden already. `python -m macros show mark listening` brings it back." in capsys.readouterr().out


def test_whoever_stops_a_command_when_all_is_written_is_not_told_that_nothing_was(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(layers, "read_files", stop)  # what is left to write is counted last
    with pytest.raises(KeyboardInterrupt):
        does(project, "new", "word", *NEW["word"])
    said = capsys.readouterr().out
    assert "Written: marks/local/glossary.yml" in said and "Nothing was written" not in said
    assert (project / LOCAL / "glossary.yml").is_file()


def test_what_goes_along_with_something_is_brought_back_with_it(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Both commands say so, and say which one helps."""
    sources, stage = project / "marks" / "references.yml", project / "marks" / "early-days" / "stage.yml"
    data = yaml.safe_load(sources.read_text(encoding="utf-8"))
    data["BOOK-OF-IT"] = {**data["BOOK-ONE"], "title": "Of this stage"}
    sources.write_text(yaml.safe_dump(data, sort_keys=False), encoding="utf-8")
    stage.write_text(stage.read_text(encoding="utf-8").replace("BOOK-ONE", "BOOK-OF-IT"), encoding="utf-8")
    base = loader.load(project)
    assert does(project, "hide", "stage", "early-days") == 0
    guide = loader.load(project)
    for kind in ("mark", "idea", "voice", "source"):
        along = [name for name in records(base, kind) if name not in records(guide, kind)]
        assert along, kind
        said = (
            f"The {kind} `{along[0]}` is hidden with the stage `early-days`. `python -m macros show stage early-days`"
        )
        for command in ("hide", "show"):
            before = everything(project)
            capsys.readouterr()
            assert does(project, command, kind, along[0]) == 1
            assert capsys.readouterr().out == f"{said} brings it back.\n" and everything(project) == before
    mark = base.stages["early-days"].mark_ids[0]
    assert does(project, "hide", "mark", base.marks[mark].title) == 1
    assert f"The mark `{mark}` is hidden with the stage" in capsys.readouterr().out


def test_what_needs_two_things_that_are_hidden_says_so(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mark = loader.load(project).stages["early-days"].mark_ids[0]
    assert does(project, "hide", "mark", mark) == 0 and does(project, "hide", "stage", "early-days") == 0
    capsys.readouterr()
    assert does(project, "show", "mark", mark) == 0
    assert f"The mark `{mark}` is hidden with the stage `early-days`." in capsys.readouterr().out
    assert does(project, "show", "stage", "early-days") == 0 and mark in loader.load(project).marks
    title = loader.load(project).marks["listening"].title
    assert does(project, "hide", "mark", "listening") == 0 and does(project, "show", "mark", title) == 0


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("mark", "there-is-tea"),
        ("idea", "a-walk-to-the-lake"),
        ("voice", "i-was-asked-first"),
        ("word", "kettle"),
        ("stage", "keep-going"),
    ],
)
def test_what_is_ones_own_and_hidden_is_not_forgotten(
    kind: str, name: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert does(project, "new", kind, *NEW[kind]) == 0
    assert does(project, "hide", kind, name) == 0
    capsys.readouterr()
    assert does(project, "list", f"{kind}s") == 0
    (line,) = [line for line in capsys.readouterr().out.splitlines() if line.startswith(name)]
    assert line.endswith("  (yours, hidden)")
    assert does(project, "diff") == 0
    assert f"{kind} {name}: yours, and hidden (" in capsys.readouterr().out
    assert does(project, "hide", kind, name) == 1
    assert f"`python -m macros show {kind} {name}` brings it back." in capsys.readouterr().out
    assert does(project, "show", kind, name) == 0 and name in records(loader.load(project), kind)
    capsys.readouterr()
    assert does(project, "list", f"{kind}s") == 0 and "hidden" not in capsys.readouterr().out


def test_the_questions_are_listed_as_they_are_asked(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert does(project, "list", "questions") == 0
    assert loader.load(project).questions[0].ask[:40] in capsys.readouterr().out


def test_whoever_leaves_at_a_question_wrote_nothing(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def leave(_: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", leave)
    assert does(project, "new", "word") == 1
    assert capsys.readouterr().out == "\nNothing was written.\n"


def types(monkeypatch: pytest.MonkeyPatch, *lines: str) -> list[str]:
    """Somebody at a keyboard, who types these lines and leaves the rest for later: what they are asked till then."""
    asked: list[str] = []
    left = list(lines)

    def answer(question: str) -> str:
        if not left:
            raise EOFError
        asked.append(question)
        return left.pop(0)

    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", answer)
    return asked


def test_an_answer_that_does_not_fit_is_asked_for_again(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was typed before it is not lost. A stage and a mark are known by their titles too."""
    guide = loader.load(project)
    stage, mark = guide.stages["later-days"], guide.marks["build-trust"]
    typed = ["T" * 500, "A walk", "Latter days", stage.title.upper(), "nobody", f"listening, {mark.title}"]
    asked = types(monkeypatch, *typed)
    assert does(project, "new", "idea") == 0
    assert len(asked) == len(typed) and asked[0] == asked[1] and asked[2] == asked[3] and asked[4] == asked[5]
    said = capsys.readouterr().out
    assert "500" in said and "There is no stage `Latter days`" in said and "There is no mark `nobody`" in said
    idea = loader.load(project).ideas["a-walk"]
    assert (idea.title, idea.stage, idea.marks) == ("A walk", "later-days", ("listening", "build-trust"))


def test_whoever_types_nothing_is_told_why_they_are_asked_again(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = types(monkeypatch, "", "A walk", " ", "later-days", "", "listening")
    assert does(project, "new", "idea") == 0 and len(asked) == 6
    assert capsys.readouterr().out.count("Nothing was typed, and this cannot be left out.\n") == 3
    assert loader.load(project).ideas["a-walk"].marks == ("listening",)


def test_an_id_that_is_taken_is_asked_for(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = types(monkeypatch, "Listening", "later-days", "Listening", "listening", "we-listen")
    assert does(project, "new", "mark") == 0
    assert len(asked) == 5 and asked[2] == asked[4] != asked[1]
    assert loader.load(project).marks["we-listen"].title == "Listening"


def test_a_first_mark_of_a_stage_has_an_id_of_its_own(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = types(monkeypatch, "Go on", "Listening", "Meet again")
    assert does(project, "new", "stage") == 0 and len(asked) == 3
    assert "The id `listening` is taken." in capsys.readouterr().out
    assert does(project, "new", "stage", "--title=Tea", "--mark=Tea") == 1
    assert "cannot both have the id `tea`" in capsys.readouterr().out
    assert not (project / LOCAL / "tea").exists()


def test_a_new_stage_has_its_purpose_to_write(project: Path) -> None:
    """The cards of the first page are alike."""
    assert does(project, "new", "stage", *NEW["stage"]) == 0
    assert loader.load(project).stages["keep-going"].purpose.startswith("To do: ")


def test_what_people_see_is_enough_to_give_it_another_name(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    guide = loader.load(project)
    words = guide.words["keep_clear_tab"]
    assert list(guide.words.values()).count(words) == 1
    assert does(project, "rename", words.upper(), "--title=Make it empty") == 0
    assert does(project, "rename", guide.marks["listening"].title, "--title=We listen") == 0
    now = loader.load(project)
    assert now.words["keep_clear_tab"] == "Make it empty" and now.marks["listening"].title == "We listen"
    twice = next(words for words in now.words.values() if list(now.words.values()).count(words) > 1)
    capsys.readouterr()
    assert does(project, "rename", twice, "--title=Something") == 1
    assert f"Several are called “{twice}”: `" in capsys.readouterr().out
    assert does(project, "hide", "mark", "We listen") == 0 and "listening" not in loader.load(project).marks


def test_a_stage_is_called_by_its_new_name_on_buttons_too(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its short title is that of buttons, of the Lake and of the downloads."""
    short = loader.load(project).stages["later-days"].short
    assert short != loader.load(project).stages["later-days"].title
    assert does(project, "rename", "later-days", "--title=The last days") == 0
    assert f"still say “{short}”: that is `short` of this stage." in capsys.readouterr().out
    assert loader.load(project).stages["later-days"].short == short
    path = project / LOCAL / "later-days" / "stage.yml"
    path.write_text(f"{path.read_text(encoding='utf-8')}short: The last days\n", encoding="utf-8")
    assert does(project, "rename", "later-days", "--title=Late days") == 0
    stage = loader.load(project).stages["later-days"]
    assert (stage.title, stage.short) == ("Late days", "Late days") and "still say" not in capsys.readouterr().out
    long = "Days that come after all other days"
    assert does(project, "rename", "later-days", f"--title={long}") == 0
    assert "still say “Late days”" in capsys.readouterr().out
    assert does(project, "new", "stage", f"--title={long} again", "--mark=Meet again", "--id=more") == 0
    assert does(project, "rename", "more", "--title=More days") == 0
    assert loader.load(project).stages["more"].short == "More days"


def test_what_follows_from_a_change_is_told_in_a_line(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A hidden stage takes dozens of things along, and a voice makes two pages say more: nobody wrote that."""
    assert does(project, "hide", "stage", "early-days") == 0
    assert does(project, "new", "quote", "--says=Tea!", "--who=B", "--marks=listening", "--source=BOOK-ONE") == 0
    base, own = loader.base(project), loader.load(project)
    gone = [f"mark {name}" for name in base.marks if name not in own.marks]
    assert len(gone) > 1 and "page index" in "".join(diff.changes(base, own))
    capsys.readouterr()
    assert does(project, "diff") == 0
    said = capsys.readouterr().out.splitlines()
    assert said[:2] == ["stage early-days: hidden", "voice tea: yours (Tea!)"]
    (along,) = [line for line in said if line.startswith("With what is hidden goes what has no use without it: ")]
    (other,) = [line for line in said if line.startswith("So this changes too: ")]
    assert along.partition(": ")[2].startswith(", ".join(gone[:8])) and "page index" in other
    assert not [line for line in said[2:] if line.startswith(("mark", "idea", "source", "page"))]


def test_the_difference_names_what_is_changed_inside(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write = project / LOCAL
    assert does(project, "hide", "question", IDS["ladders"]) == 0
    base = loader.base(project)
    one, side = base.questions[-1], base.scale.sides[0]
    guide = write / "guide.yml"
    asks = f"{guide.read_text(encoding='utf-8')}  {one.id}:\n    ask: What is it like?\n"
    guide.write_text(f'{asks}colours:\n  lake: "#0a4a6a"\n', encoding="utf-8")
    (write / "scale.yml").write_text(f"sides:\n  {side.id}:\n    name: People like us\n", encoding="utf-8")
    capsys.readouterr()
    assert does(project, "diff") == 0
    said = capsys.readouterr().out
    (asked,) = [line for line in said.splitlines() if line.startswith("guide: questions: ")]
    assert f'{one.id}: ask is "What is it like?", and was "{one.ask}"' in asked
    assert f"{IDS['ladders']} is hidden" in asked
    assert 'guide: colours: lake is "#0a4a6a"' in said
    assert f'scale: sides: {side.id}: name is "People like us", and was "{side.name}"' in said
    assert "example" not in said or "So this changes too: example" in said


def test_the_difference_names_the_stage_in_which_something_moved(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stage = max(loader.load(project).stages.values(), key=lambda one: len(one.marks))
    first, *_, last = [mark.id for mark in stage.marks]
    path = project / LOCAL / stage.id / f"{last}.yml"
    path.parent.mkdir(parents=True)
    path.write_text("place: first\n", encoding="utf-8")
    assert loader.load(project).stages[stage.id].marks[1].id == first
    assert does(project, "diff") == 0
    assert capsys.readouterr().out == f"stage {stage.id}: its marks are in another order\n"


def test_what_was_begun_and_is_left_out_is_the_last_that_is_said(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = project / LOCAL / "later-days" / "tea.yml"
    path.parent.mkdir(parents=True)
    path.write_text("title: Tea for all\n", encoding="utf-8")
    assert does(project, "check") == 0
    *_, title, lacking, empty, end = capsys.readouterr().out.splitlines()
    assert title == "Written in your layer, and not in the guide:" and empty == ""
    assert "marks/local/later-days/tea.yml:1:1:" in lacking and end.startswith("All else is well:")
    assert "`meaning`" in lacking and "`title`" not in lacking
    assert does(project, "list", "marks") == 0 and "tea" not in capsys.readouterr().out.split()


def test_a_list_of_the_guide_helps_whoever_mends_a_mistake(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = project / LOCAL / "quotes.yml"
    path.parent.mkdir(parents=True)
    path.write_text("on-listening:\n  marks: [listning]\n", encoding="utf-8")
    assert does(project, "list", "marks") == 1
    said = capsys.readouterr().out
    assert said.index("listening ") < said.index("without your layer") < said.index("`listning`")
    assert does(project, "rename", "listening", "--title=We listen") == 1
    assert capsys.readouterr().out.endswith("So nothing was written. Mend this first.\n")
    (project / "marks" / "scale.yml").write_text("", encoding="utf-8")  # no list can be had of a guide that is broken
    assert does(project, "list", "marks") == 1 and "without your layer" not in capsys.readouterr().out


def test_a_leave_that_ends_can_be_written_into_what_is_new(project: Path) -> None:
    assert does(project, "new", "quote", *NEW["voice"]) == 0
    path = project / LOCAL / "quotes.yml"
    text = path.read_text(encoding="utf-8")
    (line,) = [line for line in text.splitlines() if "# until: " in line]
    path.write_text(text.replace(line, f'{line.partition("#")[0]}until: "2999-03-01"'), encoding="utf-8")
    (voice,) = [one for one in loader.load(project).voices.values() if one.consent and one.says == "I was asked first."]
    assert voice.consent and voice.consent.until == "2999-03-01"


def test_a_guide_with_a_mistake_is_mended_first(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "marks" / "scale.yml").write_text("", encoding="utf-8")
    assert does(project, "new", "word", *NEW["word"]) == 1
    assert "marks/scale.yml:1:1: This file is empty." in capsys.readouterr().out
    assert not (project / LOCAL).exists()


def test_what_is_held_and_what_is_due_is_listed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    today = datetime.now(timezone.utc).date()
    for name, days in (("far", 400), ("soon", 20), ("ended", -1)):
        given = ["--consent-by=Person A", "--consent-on=1 March 2026", "--consent-for=this guide"]
        until = f"--consent-until={(today + timedelta(days)).isoformat()}"
        status = does(project, "new", "quote", *NEW["voice"], f"--id={name}", *given, until)
        assert status == (days < 0)  # what has ended already is a mistake
    capsys.readouterr()
    assert does(project, "consent") == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(":")[0] for line in lines[::2]] == ["ended", "soon", "far", "word-for-word"]
    assert lines[1].endswith("It has ended: ask again, or take the voice out.") and lines[3].endswith(
        "20 days are left: ask again."
    )
    assert lines[5].endswith(".") and lines[7].endswith("with no last day.")


def test_a_guide_says_what_is_true_of_its_voices(project: Path) -> None:
    path = project / LOCAL / "pages" / "voices.yml"
    path.parent.mkdir(parents=True)
    said = "{title: In their words, body: [{text: They said yes.}]}"
    path.write_text(f"sections: {{voices-one: {{with_quotes: {said}}}}}\n", encoding="utf-8")
    assert loader.load(project).pages["voices"].sections[0].title == "In their words"
    assert does(project, "hide", "quote", "word-for-word") == 0
    assert loader.load(project).pages["voices"].sections[0].title != "In their words"


def test_what_was_hidden_by_mistake_comes_back_though_the_guide_is_broken(project: Path) -> None:
    for stage in loader.load(project).stages:
        path = project / LOCAL / stage / "stage.yml"
        path.parent.mkdir(parents=True)
        path.write_text("hide: true\n", encoding="utf-8")
    assert loader.check(project)[1] != []
    assert does(project, "show", "stage", "early-days") == 0
    assert list(loader.load(project).stages) == ["early-days"]


def test_what_goes_along_is_said(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert does(project, "hide", "mark", "listening") == 0
    assert "Out of the guide now:\n  mark listening\n  voice on-listening" in capsys.readouterr().out


def test_a_mark_gets_its_first_name_back(project: Path) -> None:
    assert does(project, "new", "mark", *NEW["mark"]) == 0
    assert does(project, "rename", "there-is-tea", "tea") == 0
    assert does(project, "rename", "tea", "there-is-tea") == 0
    guide = loader.load(project)
    assert "there-is-tea" in guide.marks and guide.retired.get("tea") == "there-is-tea"


def test_what_is_to_write_is_counted_where_all_is_well(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert does(project, "new", "word", "--word=Kettle", "--means=It makes tea.") == 0
    assert does(project, "new", "mark", *NEW["mark"]) == 0
    capsys.readouterr()
    assert does(project, "check") == 0
    assert f"Still to be written: {to_write(project)}." in capsys.readouterr().out


def test_a_voice_without_leave_stops_no_other_work(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is said of it names a way out, and that way is open."""
    voice = ["--title=x", "--says=I was asked first.", "--who=Person A", "--marks=listening"]
    does(project, "new", "quote", *voice[1:])
    assert "hide: true" in capsys.readouterr().out
    assert does(project, "hide", "voice", "i-was-asked-first") == 0
    assert not loader.check(project)[1]


def test_whoever_gives_a_mark_another_title_is_told_what_easy_read_says(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    easy = loader.load(project).marks["listening"].easy_title
    assert does(project, "rename", "listening", "--title=We hear one another") == 0
    assert f"Easy Read still calls it “{easy}”" in capsys.readouterr().out


def test_whoever_does_not_say_what_is_to_be_hidden_is_asked(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        does(project, "hide", "listening", "now")
    said = capsys.readouterr().err
    assert "`listening` is no kind of thing. Say first what it is, such as `mark listening`: mark, stage" in said
    assert "voice" in said and "quote" not in said.rpartition("error:")[2]
