"""What goes into each PDF? For a stage, for the whole guide, and for a mark of a group's own."""

from __future__ import annotations

from ..content.model import Guide
from ..content.ready import Ready
from . import pdf
from .pdf import Made
from .texts import Data, Texts
from .web import Web

EASY = "easy"
# What is drawn for each kind of file of a stage, and the page of the site that it goes with: in full, and in Easy Read.
_DRAWN = {
    "read": (("stage_read", "stage"), ("easy_read", "easy")),
    "sheet": (("stage_sheet", "sheet"), ("easy_sheet", "sheet")),
    "slip": (("stage_slip", "my-scores"), ("easy_slip", "my-scores-easy")),
}
_PICTURE = "lake"  # on the cover of a booklet
_OWN = "ladder"  # on the sheet for a mark of a group's own


def made(guide: Guide, web: Web, ready: Ready, logo: str = "") -> Made:
    """One PDF. `logo`: what stands on the cover of a booklet in the place of the guide's drawing, as SVG."""
    if ready.kind == "guide":
        return _whole(guide, web, ready.look, logo)
    if ready.kind == "own":
        title = guide.words["own_title"]
        return pdf.made(guide, web, "own_sheet", ready.look, title, ("page", "choose"), {"picture": _OWN})
    template, page = _DRAWN[ready.kind][ready.look == EASY]
    texts = Texts(guide, web)
    stage = texts.easy_stage(ready.stage) if ready.look == EASY else texts.stage(ready.stage)
    data = {"stage": stage, "sources": texts.sources()}
    return pdf.made(guide, web, template, ready.look, title_of(guide, ready), (page, ready.stage), data)


def title_of(guide: Guide, ready: Ready) -> str:
    """What a file of a stage is called inside."""
    stage, words = guide.stages[ready.stage], guide.words
    title = (stage.easy_title or stage.title) if ready.look == EASY else stage.title
    if ready.kind == "sheet":
        return words["sheet_title"].format(stage=title)
    if ready.kind == "slip":
        return words["ready_slip"].format(stage=title)
    return words["easy_page_title"].format(stage=title) if ready.look == EASY else title


def _whole(guide: Guide, web: Web, look: str, logo: str) -> Made:
    texts = Texts(guide, web)
    data: Data = {"tagline": guide.tagline, "licence": guide.licence, "picture": _PICTURE, "logo": logo}
    if look == EASY:
        data |= {
            "easy-page": texts.page("easy"),
            "stages": [texts.easy_stage(name) for name in guide.stages],
            "checked": texts.checked([one for one in guide.easy_checked if not one.stages]),
        }
        return pdf.made(guide, web, "guide_easy", look, guide.name, ("page", "easy"), data)
    data |= booklet(guide, texts)
    return pdf.made(guide, web, "guide_read", look, guide.name, ("page", "index"), data)


def booklet(guide: Guide, texts: Texts) -> Data:
    """All that a booklet of the guide says, from its first page to its sources."""
    data: Data = {name: texts.page(name) for name in ("use", "facilitation")}
    data["stages"] = [{**texts.stage(name), "ideas": texts.ideas(name)} for name in guide.stages]
    data |= {"lake": texts.page("lake"), "glossary-page": texts.page("glossary"), "glossary": texts.glossary()}
    mail = f"[{guide.email}](mailto:{guide.email})"
    data |= {
        "about-page": texts.page("about"),
        "contact": texts.runs(guide.words["contact_says"].format(email=mail)) if guide.email else [],
    }
    for stage in data["stages"]:
        stage["original"] = texts.lines(guide.stages[stage["id"]].original)
    return {**data, "sources": texts.sources()}
