"""Do pages and menu follow the stages? Written for any of them, taken out again, and nothing else is touched."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from macros.commands import main
from macros.content import loader, site_map, thin_pages
from tests.shared import ROOT

SETTINGS = """site_name: Say hello

nav:
  - index.md
  # ours
  - Our own:
      - ours.md
      - Elsewhere: https://example.org/
  - gone.md

extra:
  generator: false
"""


@pytest.fixture
def paged(small: Path) -> Path:
    """The smallest guide with its pages, one page of its own, and a menu that lists what is not there."""
    (small / "docs").mkdir()
    (small / "docs" / "ours.md").write_text("# Ours\n", encoding="utf-8")
    (small / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    return small


def pages(root: Path) -> int:
    return main(["--root", str(root), "pages"])


def listed(root: Path) -> list[object]:
    menu: list[object] = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))["nav"]
    return menu


def add_stage(root: Path, name: str) -> None:
    """A stage like the first, with a mark of its own."""
    for old, new, rename in (
        ("planning/stage.yml", f"{name}/stage.yml", ("say-hello", f"say-{name}")),
        ("planning/say-hello.yml", f"{name}/say-{name}.yml", ("say-hello", f"say-{name}")),
        ("lake/planning.yml", f"lake/{name}.yml", ("wave:", f"wave-{name}:")),
    ):
        goal = root / "marks" / new
        goal.parent.mkdir(exist_ok=True)
        goal.write_text((root / "marks" / old).read_text(encoding="utf-8").replace(*rename), encoding="utf-8")
    guide = root / "marks" / "guide.yml"
    words = guide.read_text(encoding="utf-8")
    guide.write_text(words.replace("stages: [planning", f"stages: [planning, {name}"), encoding="utf-8")


def test_what_is_missing_is_written_once(paged: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert pages(paged) == 0
    assert set(capsys.readouterr().out.splitlines()) == {
        *(f"Written: docs/{name}.md" for name in site_map.pages(["planning"])),
        "Written: the menu in mkdocs.yml",
    }
    assert (paged / "docs" / "planning-sheet.md").read_text(encoding="utf-8").endswith('{{ sheet("planning") }}\n')
    assert pages(paged) == 0 and capsys.readouterr().out == ""


def test_what_is_ours_stays_and_what_is_gone_goes(paged: Path) -> None:
    pages(paged)
    assert listed(paged)[-1] == {"Our own": ["ours.md", {"Elsewhere": "https://example.org/"}]}
    assert "gone.md" not in str(listed(paged))
    assert (paged / "mkdocs.yml").read_text(encoding="utf-8").endswith("\nextra:\n  generator: false\n")
    assert (paged / "docs" / "ours.md").exists()


@pytest.mark.parametrize("count", [2, 7])
def test_pages_and_menu_follow_the_stages(count: int, paged: Path) -> None:
    pages(paged)
    names = [f"harvest-{chr(97 + n)}" for n in range(count - 1)]
    for name in names:
        add_stage(paged, name)
    told = loader.check(paged)[1]
    assert {one.rule for one in told} == {"page-missing", "page-not-in-menu"}
    assert pages(paged) == 0 and not loader.check(paged)[1]
    words = loader.load(paged).words
    (stages,) = [
        one[words["menu_stages"]] for one in listed(paged) if isinstance(one, dict) and words["menu_stages"] in one
    ]
    assert sorted(stages) == sorted(["planning.md", *(f"{name}.md" for name in names)])
    guide = paged / "marks" / "guide.yml"  # and one leaves again
    text = guide.read_text(encoding="utf-8")
    guide.write_text(text.replace(f", {names[0]}", "", 1), encoding="utf-8")
    for path in (paged / "marks" / names[0]).iterdir():
        path.unlink()
    (paged / "marks" / names[0]).rmdir()
    (paged / "marks" / "lake" / f"{names[0]}.yml").unlink()
    assert {one.rule for one in loader.check(paged)[1]} == {"page-of-no-stage"}
    assert pages(paged) == 0 and not list((paged / "docs").glob(f"{names[0]}*"))
    assert f"{names[0]}.md" not in str(listed(paged))


def test_nothing_is_written_while_the_content_is_wrong(paged: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (paged / "marks" / "scale.yml").write_text("lowest: one\n", encoding="utf-8")
    assert pages(paged) == 1
    assert "marks/scale.yml:1:9" in capsys.readouterr().out and not (paged / "docs" / "index.md").exists()


@pytest.mark.parametrize("menu", ["", "nav:\n", "nav: []\n", "nav:\n- index.md\n", "nav: {a: b}\n", "nav: words\n"])
def test_any_menu_is_brought_up_to_date(menu: str, paged: Path) -> None:
    (paged / "mkdocs.yml").write_text(f"site_name: Say hello\n{menu}", encoding="utf-8")
    assert pages(paged) == 0 and not loader.check(paged)[1]


def test_a_menu_that_cannot_be_read_is_left_as_it_is(paged: Path) -> None:
    broken = "site_name: Say hello\nnav:\n  - [\n"
    (paged / "mkdocs.yml").write_text(broken, encoding="utf-8")
    assert pages(paged) == 1 and (paged / "mkdocs.yml").read_text(encoding="utf-8") == broken


@pytest.mark.own
def test_the_pages_of_this_guide_are_those_of_the_site_map() -> None:
    for name, (shown, stage) in site_map.pages(loader.base(ROOT).stages).items():
        assert (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8") == thin_pages.text(shown, stage)
