"""Does a copy take the next edition without a conflict, from Git, from a template and from a zip, and lose nothing?"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from macros.commands import main
from macros.content import layers, loader
from macros.layer.update import BESIDE, NOTE
from tests.content.test_overlay import A_MARK, A_STAGE, write
from tests.shared import made_up_guide, seldom

AUTHOR = ("-c", "user.name=Person A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")


OTHERS = ["start-before-the-start", "review-together"]  # of the first stage, which stay


def git(where: Path, *words: str) -> str:
    return subprocess.run(["git", "-C", str(where), *AUTHOR, *words], check=True, capture_output=True, text=True).stdout


def commit(where: Path, words: str) -> None:
    git(where, "add", "-A")
    git(where, "commit", "-q", "-m", words)


def change(guide: Path, name: str, **fields: object) -> None:
    """Change fields of a file of the guide itself; None takes one out."""
    path = guide / "marks" / name
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    for key, value in fields.items():
        holder = data
        *way, last = key.split("__")
        for step in way:
            holder = holder[step.replace("_", "-")]
        if value is None:
            del holder[last.replace("_", "-")]
        else:
            holder[last.replace("_", "-")] = value
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=200), encoding="utf-8")


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    """The guide in its repository, in its first edition, with some files that are no content."""
    project = tmp_path / "guide"
    project.mkdir()
    made_up_guide(project)
    (project / "marks" / "local").mkdir()
    (project / "marks" / "local" / "README.md").write_text("What this folder is for.\n", encoding="utf-8")
    (project / "code.py").write_text("".join(f"line {n}\n" for n in range(20)), encoding="utf-8")
    (project / ".gitignore").write_text(f"/{BESIDE}/\n", encoding="utf-8")
    (project / "old.py").write_text("old\n", encoding="utf-8")
    git(project, "init", "-q")
    commit(project, "The first edition")
    return project


@pytest.fixture(params=["a clone", "a template", "a zip"])
def copy(request: pytest.FixtureRequest, guide: Path, tmp_path: Path) -> Path:
    """A copy with a layer that changes, clears, hides, moves and adds, made in each way that people make one."""
    project = tmp_path / "copy"
    if request.param == "a clone":
        git(tmp_path, "clone", "-q", str(guide), str(project))
    else:
        shutil.copytree(guide, project, ignore=shutil.ignore_patterns(".git"))
    write(project, "guide.yml", f"name: Ours\nupdates: {guide.as_posix()}\n")
    write(project, "later-days/listening.yml", "title: We hear one another\n")
    write(project, "later-days/build-trust.yml", "hide: true\n")
    write(project, "later-days/share-decisions.yml", "place: first\n")
    write(project, "later-days/there-is-tea.yml", f"place: {{after: listening}}\n{A_MARK}".replace("\n    ", "\n"))
    write(project, "early-days/stage.yml", "purpose:\n")
    write(project, "early-days/fair-payment.yml", "title: We pay\n")
    write(project, "keep-going/stage.yml", A_STAGE.replace("there-is-tea", "meet-again"))
    write(project, "keep-going/meet-again.yml", A_MARK.replace("There is tea", "Meet again"))
    write(project, "words.yml", "search: Look for it\n")
    write(project, "quotes.yml", "on-listening: {who: Somebody}\nword-for-word: {hide: true}\n")
    write(project, "lake/later-days.yml", "idea-one-later: {cost: some}\n")
    write(project, "pages/about.yml", "sections: {about-two: {hide: true}}\n")
    if request.param != "a zip":
        if request.param == "a template":
            git(project, "init", "-q")
        commit(project, "Ours")
    return project


def next_edition(guide: Path) -> None:
    """Words, an addition, a new name and something less, next to each change of the copy."""
    change(guide, "later-days/listening.yml", title="Listening well", meaning="They listen well.")
    change(guide, "later-days/build-trust.yml", meaning="Trust is new.")
    change(guide, "later-days/share-decisions.yml", title="Share every decision")
    mark = (guide / "marks" / "later-days" / "listening.yml").read_text(encoding="utf-8")
    new = mark.replace("id: listening", "id: quiet-people").replace("Listening well", "Quiet people are heard")
    (guide / "marks" / "later-days" / "quiet-people.yml").write_text(new, encoding="utf-8")
    order = yaml.safe_load((guide / "marks" / "later-days" / "stage.yml").read_text(encoding="utf-8"))["marks"]
    order[order.index("use-disagreement")] = "use-difference"
    change(guide, "later-days/stage.yml", marks=[*order, "quiet-people"], purpose="A new purpose")
    (guide / "marks" / "later-days" / "use-disagreement.yml").rename(
        guide / "marks" / "later-days" / "use-difference.yml"
    )
    change(guide, "later-days/use-difference.yml", id="use-difference")
    change(guide, "early-days/stage.yml", marks=["talk-about-power", *OTHERS], purpose="New here too")
    (guide / "marks" / "early-days" / "fair-payment.yml").unlink()
    retired = {"old-listening": "listening", "use-disagreement": "use-difference", "fair-payment": None}
    change(guide, "retired.yml", marks=retired)
    for path in (guide / "marks").rglob("*.yml"):
        text = path.read_text(encoding="utf-8")
        left = text.replace("use-disagreement", "use-difference") if path.name != "retired.yml" else text
        path.write_text(left, encoding="utf-8")
    for name in ("quotes.yml", *(f"lake/{stage}.yml" for stage in ("early-days", "later-days"))):
        entries = yaml.safe_load((guide / "marks" / name).read_text(encoding="utf-8"))
        for key, one in entries.items():
            marks = ["talk-about-power" if mark == "fair-payment" else mark for mark in one["marks"]]
            change(guide, name, **{f"{key}__marks": list(dict.fromkeys(marks))})
    example = yaml.safe_load((guide / "marks" / "example.yml").read_text(encoding="utf-8"))
    example["marks"].pop("fair-payment", None)
    (guide / "marks" / "example.yml").write_text(yaml.safe_dump(example, sort_keys=False), encoding="utf-8")
    change(guide, "quotes.yml", on_listening__says="It says more now.")
    change(guide, "lake/later-days.yml", idea_one_later__title="Idea one, anew")
    change(guide, "words.yml", search="Find, as nobody says")
    change(guide, "guide.yml", version="10.0", tagline="Another tagline")
    lines = (guide / "code.py").read_text(encoding="utf-8").replace("line 15", "line fifteen")
    (guide / "code.py").write_text(lines, encoding="utf-8")
    (guide / "new.py").write_text("new\n", encoding="utf-8")
    (guide / "old.py").unlink()
    assert loader.check(guide)[1] == []
    commit(guide, "The second edition")


def updated(copy: Path, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    capsys.readouterr()
    status = main(["--root", str(copy), "update", *words])
    return status, capsys.readouterr().out


def own(copy: Path) -> dict[str, str]:
    found = (copy / "marks" / "local").rglob("*.yml")
    return {path.relative_to(copy).as_posix(): path.read_text(encoding="utf-8") for path in found}


def test_the_next_edition_is_taken_and_the_copys_own_words_stay(
    copy: Path, guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert loader.check(copy)[1] == []
    before = own(copy)
    next_edition(guide)
    status, said = updated(copy, capsys)
    assert status == 0, said
    assert own(copy) == before
    now = loader.load(copy)
    listening = now.marks["listening"]
    assert (listening.title, listening.meaning) == ("We hear one another", "They listen well.")
    order = now.stages["later-days"].mark_ids
    assert order[0] == "share-decisions" and "build-trust" not in order
    assert order.index("there-is-tea") == order.index("listening") + 1 and {"quiet-people", "use-difference"} <= set(
        order
    )
    assert now.marks["share-decisions"].title == "Share every decision"
    assert now.stages["early-days"].purpose == "" and now.stages["later-days"].purpose == "A new purpose"
    assert "fair-payment" not in now.marks and now.retired["use-disagreement"] == "use-difference"
    assert list(now.stages)[-1] == "keep-going" and now.name == "Ours" and now.tagline == "Another tagline"
    assert now.words["search"] == "Look for it" and "word-for-word" not in now.voices
    voice = now.voices["on-listening"]
    assert (voice.who, voice.says) == ("Somebody", "It says more now.")
    idea = now.ideas["idea-one-later"]
    assert (idea.title, idea.cost) == ("Idea one, anew", "some")
    assert "about-two" not in {one.id for one in now.pages["about"].sections}
    assert "line fifteen" in (copy / "code.py").read_text(encoding="utf-8")
    assert (copy / "new.py").is_file() and not (copy / "old.py").exists()
    assert (copy / BESIDE / "before" / "old.py").is_file() and (copy / NOTE).is_file()
    mine = said.split("You changed these as well", 1)[1].split("What is different", 1)[0]
    assert "quote on-listening" not in mine and "words: search" in mine and "mark listening: title" in mine
    (left,) = [one for one in layers.read_files(copy).remarks if one.rule == "left-the-guide"]
    assert left.place.file == "marks/local/early-days/fair-payment.yml"
    assert "mark quiet-people: new (Quiet people are heard)" in said and "mark fair-payment: gone" in said
    assert 'guide: tagline is "Another tagline"' in said and "Your layer fits the new edition." in said
    for path in copy.rglob("*.yml"):
        assert "<<<<<<<" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("copy", ["a clone", *map(seldom, ("a template", "a zip"))], indirect=True)
def test_another_edition_after_that_begins_where_the_last_ended(
    copy: Path, guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    next_edition(guide)
    assert updated(copy, capsys)[0] == 0
    if (copy / ".git").exists():
        commit(copy, "The second edition")
    before = {path: path.read_bytes() for path in (copy / BESIDE).rglob("*") if path.is_file()}
    status, said = updated(copy, capsys)
    assert status == 0 and "You have this edition already: nothing was changed." in said, said
    assert "commit this" not in said and before, "there is nothing to commit"
    assert before == {path: path.read_bytes() for path in (copy / BESIDE).rglob("*") if path.is_file()}
    change(guide, "later-days/listening.yml", meaning="Once more.")
    commit(guide, "The third edition")
    status, said = updated(copy, capsys)
    assert status == 0 and "new or changed: 1. Gone: 0." in said, said
    assert loader.load(copy).marks["listening"].meaning == "Once more."


def test_what_a_copy_edited_in_the_files_of_the_guide_stays_or_is_put_together(
    copy: Path, guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = copy / "code.py"
    code.write_text(code.read_text(encoding="utf-8").replace("line 2\n", "line two\n"), encoding="utf-8")
    change(copy, "words.yml", search="Seek")
    change(copy, "later-days/share-decisions.yml", title="We all decide")
    change(copy, "later-days/gaining-new-skills.yml", title="Skills for all")
    if (copy / ".git").exists():
        commit(copy, "Edits")
    next_edition(guide)
    status, said = updated(copy, capsys)
    assert status == 0, said
    assert "line two" in code.read_text(encoding="utf-8") and "line fifteen" in code.read_text(encoding="utf-8")
    now = loader.base(copy)
    assert now.marks["share-decisions"].title == "We all decide"
    assert now.marks["gaining-new-skills"].title == "Skills for all"
    theirs = (copy / BESIDE / "theirs" / "marks" / "later-days" / "share-decisions.yml").read_text(encoding="utf-8")
    assert "Share every decision" in theirs and "Yours stay as they are:" in said and "share-decisions.yml" in said


def test_what_cannot_be_done_is_said(
    copy: Path, guide: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, said = updated(copy, capsys, str(tmp_path / "nowhere"))
    assert status == 1 and f"Nothing came from {tmp_path / 'nowhere'}:" in said
    status, said = updated(copy, capsys, "--edition=v99")
    assert status == 1 and "The guide has no edition `v99`." in said
    other = tmp_path / "other"
    other.mkdir()
    (other / "a.txt").write_text("a", encoding="utf-8")
    git(other, "init", "-q")
    commit(other, "Something else")
    status, said = updated(copy, capsys, str(other))
    assert status == 1 and "This is no copy of that guide" in said
    if (copy / ".git").exists():
        (copy / "code.py").write_text("mine\n", encoding="utf-8")
        status, said = updated(copy, capsys)
        assert status == 1 and "not committed yet" in said and "code.py" in said


def test_without_an_address_it_is_asked_for(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(copy, "guide.yml", "name: Ours\n")
    status, said = updated(copy, capsys)
    assert status == 1 and "`updates: https://…`" in said


@pytest.mark.parametrize("copy", ["a zip"], indirect=True)
def test_whoever_has_a_mark_of_the_same_id_is_told(copy: Path, guide: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The guide's new one is not seen behind it."""
    mark = (guide / "marks" / "later-days" / "listening.yml").read_text(encoding="utf-8")
    new = mark.replace("id: listening", "id: there-is-tea").replace("Listening", "Tea for all")
    (guide / "marks" / "later-days" / "there-is-tea.yml").write_text(new, encoding="utf-8")
    order = yaml.safe_load((guide / "marks" / "later-days" / "stage.yml").read_text(encoding="utf-8"))["marks"]
    change(guide, "later-days/stage.yml", marks=[*order, "there-is-tea"])
    assert loader.check(guide)[1] == []
    commit(guide, "The second edition")
    _, said = updated(copy, capsys)
    told = said.partition("yours have the same ids")[2].partition("What is different")[0]
    assert "mark there-is-tea: new (Tea for all)" in told


@pytest.mark.parametrize("copy", ["a zip", *map(seldom, ("a clone", "a template"))], indirect=True)
def test_an_edition_with_a_mistake_is_taken_and_the_mended_one_after_it(
    copy: Path, guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = guide / "marks" / "scale.yml"
    good = path.read_text(encoding="utf-8")
    path.write_text(good.replace("lowest: 1", "lowest: one"), encoding="utf-8")
    commit(guide, "A mistake")
    status, said = updated(copy, capsys)
    assert status == 1 and "marks/scale.yml:1:9: " in said and "new or changed: 1." in said
    path.write_text(good, encoding="utf-8")
    commit(guide, "Mended")
    if (copy / ".git").exists():
        commit(copy, "As it came")
    status, said = updated(copy, capsys)
    assert status == 0 and loader.check(copy)[1] == [], said
