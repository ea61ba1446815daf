"""Can somebody put their name on the guide without knowing what a file looks like?"""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.content import loader
from macros.layer import own_name
from tests.content.test_layer import does, project, types  # noqa: F401  (a fixture)

SAID = {
    "name": "How we work: #1 at Riverside",
    "tagline": "By all of us",
    "licence": "Made by Riverside.",
    "email": "office@example.org",
    "address": "https://example.org/guide/",
    "lake": "#7a1f1f",
}


def test_a_name_and_a_colour_are_asked_for(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = types(monkeypatch, *SAID.values())
    assert does(project, "name") == 0 and len(asked) == len(SAID)
    guide = loader.load(project)
    assert (guide.name, guide.tagline, guide.licence) == tuple(SAID.values())[:3]
    assert (guide.email, guide.address, (guide.colours or {})["lake"]) == tuple(SAID.values())[3:]
    assert guide.id == "how-we-work-1-at"


def test_it_can_be_said_behind_the_command(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert does(project, "name") == 1
    assert "--name=…" in capsys.readouterr().out and not (project / own_name.FILE).exists()
    assert does(project, "name", *(f"--{name}={value}" for name, value in SAID.items())) == 0
    assert loader.load(project).name == SAID["name"]
    text = (project / own_name.FILE).read_text(encoding="utf-8")
    capsys.readouterr()
    assert does(project, "name", "--name=Another") == 1
    assert "is there already" in capsys.readouterr().out
    assert (project / own_name.FILE).read_text(encoding="utf-8") == text


def test_what_nobody_knows_yet_is_left_out(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = loader.load(project)
    types(monkeypatch, "", "Riverside", "", "", "", "", "")
    assert does(project, "name") == 0
    guide = loader.load(project)
    assert guide.name == "Riverside" and guide.tagline == before.tagline and not guide.colours
    assert not guide.email and not guide.address


@pytest.mark.parametrize(
    ("name", "wrong", "said"),
    [
        ("email", "nobody", "`nobody`"),
        ("address", "river", "`river`"),
        ("lake", "red", "`red`"),
        ("lake", "#ffee00", "#5"),
    ],
)
def test_an_answer_that_does_not_fit_is_asked_for_again(
    name: str,
    wrong: str,
    said: str,
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    typed = [line for one, value in SAID.items() for line in ([wrong, value] if one == name else [value])]
    asked = types(monkeypatch, *typed)
    assert does(project, "name") == 0 and len(asked) == len(typed)
    assert said in capsys.readouterr().out
    monkeypatch.undo()
    (project / own_name.FILE).unlink()
    assert does(project, "name", "--name=Riverside", f"--{name}={wrong}") == 1
    assert said in capsys.readouterr().out and not (project / own_name.FILE).exists()


def test_quotes_of_a_name_stay_and_those_of_a_colour_do_not(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    types(monkeypatch, '"Ours" and yours', "", "", "", "", '"#7A1F1F"')
    assert does(project, "name") == 0
    guide = loader.load(project)
    assert guide.name == '"Ours" and yours' and (guide.colours or {})["lake"] == "#7a1f1f"


@pytest.mark.parametrize("many", [0, 1, 4])
def test_whoever_leaves_keeps_what_they_said(many: int, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a name there is nothing to keep."""
    types(monkeypatch, *list(SAID.values())[:many])
    assert does(project, "name") == (0 if many else 1)
    assert (project / own_name.FILE).exists() == bool(many)
    if many:
        guide = loader.load(project)
        assert (guide.name == SAID["name"]) and (guide.email == SAID["email"]) == (many == 4)
