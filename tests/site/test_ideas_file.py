"""Does a sheet find, in the file of ideas, all that helps its marks?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from macros.content.model import Guide
from macros.site.ideas_file import IDEAS, write


def said(site: Path, guide: Guide) -> dict[str, Any]:
    """What the file holds."""
    write(site, guide)
    text = (site / IDEAS).read_text(encoding="utf-8")
    assert text.startswith("marks.ideas=") and text.endswith(";\n")
    found: dict[str, Any] = json.loads(text.partition("=")[2].rstrip(";\n"))
    return found


def test_each_mark_has_its_ideas_and_each_idea_its_reasons(tmp_path: Path, made_up: Guide) -> None:
    found = said(tmp_path, made_up)
    assert found["marks"] == {mark: [one.id for one in ideas] for mark, ideas in made_up.ideas_for.items()}
    for name, one in made_up.ideas.items():
        there = found["ideas"][name]
        assert (there["title"], there["what"], there["home"]) == (one.title, one.what, one.stage)
        assert there["also"] == {also.stage: also.why for also in one.also}
    assert all(found["said"].values()) and found["home"].keys() == made_up.marks.keys()


def test_it_leads_to_the_lake_whatever_the_form_of_addresses(tmp_path: Path, made_up: Guide) -> None:
    assert said(tmp_path, made_up)["lake"] == "lake/"
    (tmp_path / "lake.html").write_text("", encoding="utf-8")
    assert said(tmp_path, made_up)["lake"] == "lake.html"
