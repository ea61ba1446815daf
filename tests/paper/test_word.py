"""Can people type into the files for Word, and does a screen reader find its way? Read back as what they are: XML."""

from __future__ import annotations

import io
import re
import zipfile
from xml.etree import ElementTree as ET

import pytest

from macros.content.model import Guide
from macros.content.ready import Ready
from macros.paper import pdf, word
from macros.paper.web import Web
from tests.paper.guides import HOSTILE, RIGHT_TO_LEFT, hostile, packed

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
KINDS = ("read", "sheet", "guide")


def taken_apart(content: bytes) -> dict[str, ET.Element]:
    """The parts of a file for Word that are XML, by their names."""
    parts = zipfile.ZipFile(io.BytesIO(content))
    return {name: ET.fromstring(parts.read(name)) for name in parts.namelist() if name.endswith(".xml")}


class File:
    """A file for Word, taken apart."""

    def __init__(self, guide: Guide, kind: str) -> None:
        self.guide = guide
        stage = "" if kind == "guide" else next(iter(guide.stages))
        self.content = word.made(guide, Web(guide, "https://example.org/"), Ready(kind, "word", stage)).content
        self.parts = zipfile.ZipFile(io.BytesIO(self.content))
        self.body = self.xml("word/document.xml")

    def xml(self, name: str) -> ET.Element:
        """A part of it."""
        return ET.fromstring(self.parts.read(name))

    @property
    def whole(self) -> str:
        """All of its text, without gaps."""
        return packed("".join(one.text or "" for one in self.body.iter(f"{W}t")))

    def headings(self) -> list[tuple[int, str]]:
        """The level of each heading, and its text; the title has level 0."""
        found = []
        for line in self.body.iter(f"{W}p"):
            style = line.find(f"{W}pPr/{W}pStyle")
            kind = style.get(f"{W}val", "") if style is not None else ""
            if kind == "Title" or kind.startswith("Heading"):
                text = "".join(one.text or "" for one in line.iter(f"{W}t"))
                found.append((0 if kind == "Title" else int(kind[7:]), text.strip()))
        return found


@pytest.fixture(scope="module", params=KINDS)
def file(request: pytest.FixtureRequest, made_up: Guide) -> File:
    """A file of each kind."""
    return File(made_up, request.param)


def test_headings_are_headings_and_none_is_skipped(file: File) -> None:
    found = file.headings()
    levels = [level for level, _ in found]
    assert levels[0] == 0 and levels.count(0) == 1
    assert all(now <= before + 1 for before, now in zip(levels, levels[1:]))
    stage = next(iter(file.guide.stages.values()))
    assert {one.title for one in stage.marks} <= {text for level, text in found if level == 2}


def test_the_head_of_a_table_stands_on_each_page_and_no_row_is_taken_apart(file: File) -> None:
    tables = list(file.body.iter(f"{W}tbl"))
    assert tables or file.parts.namelist().count("word/document.xml") == 1
    for table in tables:
        rows = table.findall(f"{W}tr")
        assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        caption = table.find(f"{W}tblPr/{W}tblCaption")
        assert caption is not None and caption.get(f"{W}val")


def test_a_file_knows_its_language_and_its_title(file: File) -> None:
    langs = {one.get(f"{W}val") for one in file.xml("word/styles.xml").iter(f"{W}lang")}
    assert langs == {file.guide.language}
    core = file.parts.read("docProps/core.xml").decode()
    assert f"<dc:language>{file.guide.language}</dc:language>" in core
    assert re.search(r"<dc:title>[^<]+</dc:title>", core)
    assert core.count(f"{pdf.day_of(file.guide).isoformat()}T00:00:00Z") >= 2
    foot = file.parts.read("word/footer1.xml").decode()
    assert "PAGE" in foot and "NUMPAGES" in foot


def test_a_picture_has_words(file: File) -> None:
    drawn = [one for one in file.body.iter() if one.tag.endswith("}docPr")]
    assert all(one.get("descr") for one in drawn)
    stages = {"read": 1, "guide": len(file.guide.stages)}
    kind = "guide" if file.headings()[0][1] == file.guide.name else "read" if drawn else "sheet"
    assert len(drawn) >= stages.get(kind, 0)


def test_a_sheet_has_a_row_for_each_question(made_up: Guide) -> None:
    file = File(made_up, "sheet")
    said = [packed("".join(one.text or "" for one in table.iter(f"{W}t"))) for table in file.body.iter(f"{W}tbl")]
    asking = [text for text in said if packed(made_up.words["ready_question"]) in text]
    assert len(asking) == len(next(iter(made_up.stages.values())).marks)
    assert all(packed(one.ask) in text for one in made_up.questions for text in asking)
    for band in made_up.scale.bands:
        assert packed(band.means) in file.whole


def test_who_said_something_stands_in_a_line_of_its_own(made_up: Guide) -> None:
    file = File(made_up, "read")
    styles = {one.get(f"{W}styleId"): one for one in file.xml("word/styles.xml").iter(f"{W}style")}
    lines = [
        "".join(one.text or "" for one in line.iter(f"{W}t"))
        for line in file.body.iter(f"{W}p")
        if (style := line.find(f"{W}pPr/{W}pStyle")) is not None and style.get(f"{W}val") == "Quote"
    ]
    mark = next(one for one in next(iter(made_up.stages.values())).marks if made_up.voices_of[one.id])
    voice = made_up.voices_of[mark.id][0]
    at = next(n for n, said in enumerate(lines) if voice.says in said)
    assert lines[at].strip("“”") == voice.says and lines[at + 1].startswith(voice.who)
    leans = styles["Quote"].find(f"{W}rPr/{W}i")
    assert leans is not None and leans.get(f"{W}val") in ("0", "false")


def test_a_text_is_a_text_whatever_signs_it_has(made_up: Guide) -> None:
    file = File(hostile(made_up), "read")
    assert not [text for text in (*HOSTILE, RIGHT_TO_LEFT) if packed(text) not in file.whole]


def test_numbers_begin_anew_in_each_list(made_up: Guide) -> None:
    file = File(made_up, "guide")
    used = {one.get(f"{W}val") for one in file.body.iter(f"{W}numId")}
    starts = list(file.xml("word/numbering.xml").iter(f"{W}startOverride"))
    assert len(used) == len(starts) >= len(made_up.stages)


def test_the_same_words_make_the_same_bytes(file: File) -> None:
    kind = next(kind for kind in KINDS if File(file.guide, kind).content == file.content)
    assert File(file.guide, kind).content == file.content
    day = pdf.day_of(file.guide)
    assert {one.date_time[:3] for one in file.parts.infolist()} == {(day.year, day.month, day.day)}
