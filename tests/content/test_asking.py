"""Is whoever makes something new at a keyboard asked for all of it, so that no file has to be opened?"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from macros.content import layers, loader
from macros.layer import asking, trial
from tests.content.test_layer import does, project, to_write, types  # noqa: F401  (a fixture)

MARK = {
    "title": ["There is tea"],
    "stage": ["later-days"],
    "meaning": ["Whoever comes has a cup: it's #1 here."],
    "easy_title": ["We have tea"],
    "easy": ["You get tea.", "We sit down.", ""],
    "why": ["We talk more over a cup.", ""],
    "ladders": ["A kettle.", "- and cups", ""],
    "snakes": ["No milk.", ""],
    "prompts": ["Who likes what?", ""],
    "origin_note": ["The title is ours."],
    "after": [""],
}
CONSENT = ["Person A", "1 March 2026", "this guide", "2040-03-01"]
STAGE = [*("What it is for",), *("What it is about.", "")]


def typed(answers: dict[str, list[str]]) -> list[str]:
    return [line for lines in answers.values() for line in lines]


def test_a_mark_is_whole_when_the_last_question_is_answered(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = typed(MARK)
    asked = types(monkeypatch, *lines)
    assert does(project, "new", "mark") == 0 and len(asked) == len(lines)
    assert to_write(project) == 0
    mark = loader.load(project).marks["there-is-tea"]
    assert mark.meaning == MARK["meaning"][0] and [one.say for one in mark.easy] == MARK["easy"][:-1]
    assert [one.say for one in mark.ladders] == MARK["ladders"][:-1] and mark.easy_title == "We have tea"


def test_a_stage_is_asked_for_with_its_first_mark(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    of_mark = typed({name: lines for name, lines in MARK.items() if name not in ("title", "stage", "after")})
    before = loader.load(project).stages["early-days"]
    lines = ["Keep going", "Meet again", *STAGE, *of_mark, "nowhere", before.title.upper()]
    asked = types(monkeypatch, *lines)
    assert does(project, "new", "stage") == 0 and len(asked) == len(lines) and to_write(project) == 0
    guide = loader.load(project)
    assert list(guide.stages).index("keep-going") == list(guide.stages).index("early-days") + 1
    assert guide.stages["keep-going"].purpose == STAGE[0] and guide.marks["meet-again"].meaning == MARK["meaning"][0]
    assert "Meet again:" in capsys.readouterr().out.splitlines()


def test_a_mark_can_come_after_another_of_its_stage(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    guide = loader.load(project)
    ours, other = guide.stages["later-days"].marks[0], guide.stages["early-days"].marks[0]
    lines = [*typed(MARK)[:-1], other.title, ours.title]
    asked = types(monkeypatch, *lines)
    assert does(project, "new", "mark") == 0 and len(asked) == len(lines)
    assert f"`{other.id}` stands in another stage: early-days." in capsys.readouterr().out
    assert [mark.id for mark in loader.load(project).stages["later-days"].marks[:2]] == [ours.id, "there-is-tea"]


def test_a_voice_is_asked_for_the_leave_to_print_it(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    types(monkeypatch, "I was asked first.", "Person A", "listening", CONSENT[0], CONSENT[1], CONSENT[2], CONSENT[3])
    assert does(project, "new", "voice") == 0
    voice = yaml.safe_load((project / "marks/local/quotes.yml").read_text(encoding="utf-8"))["i-was-asked-first"]
    assert list(voice["consent"].values()) == CONSENT and voice["kind"] == "verbatim"


@pytest.mark.parametrize("wrong", ["soon", "2020-01-01", '"2020-01-01"', "1 March 2040"])
def test_the_last_day_of_a_leave_is_asked_for_till_it_is_one_to_come(
    wrong: str, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """People may type the quotes that a file wants."""
    said = ["I was asked first.", "Person A", "listening", *CONSENT[:3], wrong, f'"{CONSENT[3]}"']
    asked = types(monkeypatch, *said)
    assert does(project, "new", "voice") == 0 and len(asked) == len(said)
    assert "in double quotes" not in " ".join(asked)
    voice = yaml.safe_load((project / "marks/local/quotes.yml").read_text(encoding="utf-8"))["i-was-asked-first"]
    assert list(voice["consent"].values()) == CONSENT


def test_while_a_leave_is_still_to_come_the_rest_can_be_made(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    types(monkeypatch, "I was asked first.", "Person A", "listening")
    assert does(project, "new", "voice") == 1, "the leave is not written yet"
    monkeypatch.undo()
    does(project, "new", "mark", "--title=There is tea", "--stage=later-days")
    does(project, "rename", "build-trust", "--title=We trust")
    does(project, "hide", "mark", "listening")
    assert "nothing was" not in capsys.readouterr().out
    does(project, "show", "mark", "listening")
    assert "hidden with others" not in capsys.readouterr().out
    guide = trial.guide(project)
    assert {"there-is-tea", "listening"} <= set(guide.marks) and guide.marks["build-trust"].title == "We trust"


def test_ctrl_c_leaves_the_rest_for_later(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = iter(["There is tea", "later-days", "It is warm."])

    def answer(_: str) -> str:
        if (line := next(typed, None)) is None:
            raise KeyboardInterrupt
        return line

    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", answer)
    assert does(project, "new", "mark") == 0
    assert loader.load(project).marks["there-is-tea"].meaning == "It is warm."


def test_an_idea_is_asked_for_what_it_costs_by_the_names_of_the_guide(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    guide = loader.load(project)
    cost, effort, form = (list(names)[-1] for names in (guide.costs, guide.efforts, guide.formats))
    asked = types(monkeypatch, "A walk", "later-days", "listening", "Walk.", "a lot", cost, effort, form, "Go slowly.")
    assert does(project, "new", "idea") == 0 and to_write(project) == 0
    made = loader.load(project).ideas["a-walk"]
    assert (made.cost, made.effort, made.format, made.access) == (cost, effort, form, "Go slowly.")
    assert all(name in asked[4] for name in guide.costs) and "`a lot` is none of these" in capsys.readouterr().out


@pytest.mark.parametrize("left", [1, 2, 3, 4, 5, 9, 13])
def test_wherever_somebody_stops_what_they_typed_is_kept(
    left: int, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl+D, or a terminal that is closed: the rest is written later."""
    lines = typed(MARK)[: left + 1]
    types(monkeypatch, *lines)
    assert does(project, "new", "mark") == 0
    text = (project / "marks/local/later-days/there-is-tea.yml").read_text(encoding="utf-8")
    kept = yaml.safe_load(text)
    assert kept["title"] == lines[0]
    if len(lines) > 2:
        assert kept["meaning"] == lines[2]
    if len(lines) > 4:
        assert [one["say"] for one in kept["easy"]] == [line for line in lines[4:6] if line]


def test_enter_leaves_a_question_for_later(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    types(monkeypatch, "There is tea", "later-days", *[""] * 20)
    assert does(project, "new", "mark") == 0 and to_write(project) == 8
    assert not layers.read_files(project).problems


def test_what_does_not_fit_is_asked_for_again_and_nothing_else(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    types(monkeypatch, "There is tea", "later-days", "m" * 5000, "It is warm.", "See [this](nowhere.md)", "We have tea")
    assert does(project, "new", "mark") == 0
    mark = yaml.safe_load((project / "marks/local/later-days/there-is-tea.yml").read_text(encoding="utf-8"))
    assert mark["meaning"] == "It is warm." and mark["easy_title"] == "We have tea"
    assert asking.LATER in capsys.readouterr().out
