"""What has a name already, so that nothing new can be called so? A folder, a file, a page or a language of the site."""

from __future__ import annotations

from pathlib import Path

from ..content import languages
from ..content.model import Guide
from ..content.site_map import CHOSEN, FOLDERS, STAGE_PAGES, own_pages, page_of, pages
from ..content.sources import LOCAL

_OF_STAGE = "stage"  # the file of a stage, among those of its marks


def holder(root: Path, guide: Guide, kind: str, name: str) -> str:
    """What is called so, in words; empty when a new record of this kind can have that id."""
    if kind == "mark" and name == _OF_STAGE:
        return "each stage has a file `stage.yml`"
    if kind in ("mark", "page") and name not in (guide.marks if kind == "mark" else guide.pages):
        # what is hidden, or was begun and is left out, has its file all the same
        files = "*/{}.yml" if kind == "mark" else "pages/{}.yml"
        for top in (root / "marks" / LOCAL, root / "marks"):
            for path in sorted(top.glob(files.format(name))):
                if kind == "page" or path.parent.name not in FOLDERS:
                    return f"there is a file {path.relative_to(root).as_posix()}"
    if kind not in ("stage", "page"):
        return ""
    if name in guide.stages and kind == "stage":
        return ""  # another stage: its own sentence is shorter
    if kind == "stage" and (name in FOLDERS or (root / "marks" / name).is_dir()):
        return f"marks/ has a folder `{name}`"
    if kind == "stage" and name == CHOSEN:
        return "the sheet of marks that people choose themselves is called so"
    there = {*pages(guide.stages, own_pages(guide.pages)), *(guide.pages if kind == "page" else ())}
    for one in [page_of(name, view) for view in STAGE_PAGES] if kind == "stage" else [name]:
        if one in there:
            return f"the guide has a page `{one}`"
    if name in {*guide.languages, *languages.begun(root / "marks")}:
        return f"the pages in {languages.english_name(name)} stand in a folder `{name}`"
    return ""
