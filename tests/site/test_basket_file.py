"""Does the basket bring all that it asks for, and nothing that stands on the page already?"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

from macros.content.model import Guide
from macros.site.basket_file import BASKET, KEPT, TRYING, write
from tests.scripts import FOLDER
from tests.shared import ROOT


def written(site: Path, guide: Guide) -> tuple[str, str]:
    """Both files, of a site as a builder leaves it."""
    shutil.copytree(FOLDER, site / "assets" / "js")
    write(site, guide)
    whole, part = ((site / name).read_text(encoding="utf-8") for name in (BASKET, TRYING))
    return whole, part


def test_it_knows_the_guide_and_opens_the_project_as_every_page_does(tmp_path: Path, made_up: Guide) -> None:
    whole, part = written(tmp_path, made_up)
    said = re.search(r"textContent:(\".*?\")}\)\);\n", whole)
    assert said
    facts = json.loads(json.loads(said[1]))
    assert facts["guide"]["id"] == made_up.id and facts["words"]["basket_put"] == made_up.words["basket_put"]
    brought = re.match(r"Object\.assign\(marks\.store\.facts\.words,(\{.*?\})\);\n", part)
    assert brought and json.loads(brought[1])["basket_put"] == made_up.words["basket_put"]
    for name in KEPT:
        assert (FOLDER / f"{name}.js").read_text(encoding="utf-8") in whole
    assert "marks.store = " not in part, "a sheet has a store"
    for told in ("mk-idea-ways", "mk-basket"):
        assert f'"{told}",' in whole and f'"{told}",' in part


def test_what_opens_a_project_is_what_pages_of_projects_have() -> None:
    frame = (ROOT / "overrides" / "main.html").read_text(encoding="utf-8")
    for name in ("record", "store"):
        found = re.search(rf"set {name} = \[(.*?)\]", frame, re.DOTALL)
        assert found
        named = re.findall(r'"([\w/-]+)"', found[1])
        assert [one for one in KEPT if one in named] == named
