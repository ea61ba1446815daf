"""Do files for Word open elsewhere, page by page? In Easy Read too: a picture beside each sentence, in large letters."""

from __future__ import annotations

import io
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import mammoth  # type: ignore[import-untyped]
import pytest
from pypdf import PdfReader

from macros.content.model import Guide
from macros.content.ready import Ready
from macros.paper import word, word_easy
from macros.paper.web import Web
from tests.paper.guides import packed
from tests.paper.test_word import W
from tests.paper.test_word import taken_apart as parts

KINDS = [("read", "word"), ("sheet", "word"), ("read", "easy-word"), ("sheet", "easy-word"), ("guide", "word")]


def made(guide: Guide, kind: str, look: str) -> bytes:
    """A file, of the first stage where it is of one."""
    stage = "" if kind == "guide" else next(iter(guide.stages))
    way = word_easy if look == "easy-word" else word
    content: bytes = way.made(guide, Web(guide, "https://example.org/"), Ready(kind, look, stage)).content
    return content


@pytest.mark.parametrize("kind", ["read", "sheet"])
def test_each_sentence_stands_beside_its_picture_in_large_letters(made_up: Guide, kind: str) -> None:
    file = parts(made(made_up, kind, "easy-word"))
    stage = next(iter(made_up.stages.values()))
    easy = [stage.easy, *(mark.easy for mark in stage.marks)]
    sentences = [one.say for lines in easy for one in lines]
    lines = [one for one in file["word/document.xml"].iter(f"{W}p") if [*one.iter(f"{W}drawing")]]
    said = ["".join(text.text or "" for text in one.iter(f"{W}t")).strip() for one in lines]
    assert [text for text in said if "\u2610" not in text] == sentences
    faces = len(made_up.scale.steps) * len(stage.marks)
    assert len(said) - len(sentences) == (faces if kind == "sheet" else 0)
    normal = next(one for one in file["word/styles.xml"].iter(f"{W}style") if one.get(f"{W}styleId") == "Normal")
    (size,) = normal.iter(f"{W}sz")
    assert int(size.get(f"{W}val", "0")) / 2 >= 16
    drawn = [one for one in file["word/document.xml"].iter() if one.tag.endswith("}docPr")]
    assert all(one.get("descr") == "" and "decorative" in "".join(part.tag for part in one.iter()) for one in drawn)


@pytest.mark.parametrize("kind", ["read", "sheet"])
def test_the_same_words_make_the_same_bytes(made_up: Guide, kind: str) -> None:
    assert made(made_up, kind, "easy-word") == made(made_up, kind, "easy-word")


@pytest.mark.parametrize(("kind", "look"), KINDS)
def test_another_library_reads_its_headings_and_tables(made_up: Guide, kind: str, look: str) -> None:
    found = mammoth.convert_to_html(io.BytesIO(made(made_up, kind, look)))
    stage = next(iter(made_up.stages.values()))
    html = packed(found.value)
    titles = [mark.easy_title if look == "easy-word" else mark.title for mark in stage.marks]
    level = 1 if look == "easy-word" else 2
    assert all(f"{packed(title)}</h{level}>" in html for title in titles)
    assert (html.count("<thead>") == html.count("<table>") > 0) == (kind != "read")
    assert not [one.message for one in found.messages if one.type == "error"]


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here")
def test_a_word_processor_makes_pages_of_it_and_none_is_empty(made_up: Guide, tmp_path: Path) -> None:
    """Nor does any but the last hold fewer than five lines: what belongs together begins a page together. In Easy Read a
    page is a mark, and as long as that, also one of five sentences."""
    first, *others = made_up.stages.values()
    mark, *marks = first.marks
    long = replace(mark, easy=(mark.easy * 5)[:5], easy_title=f"{mark.easy_title}, {'and so on ' * 4}")
    stages = {one.id: one for one in (replace(first, marks=(long, *marks)), *others)}
    made_up = replace(made_up, stages=stages, marks={**made_up.marks, long.id: long})
    for kind, look in KINDS:
        (tmp_path / f"{kind}-{look}.docx").write_bytes(made(made_up, kind, look))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", *(str(one) for one in tmp_path.glob("*.docx"))]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=180)
    for kind, look in KINDS:
        pages = [one.extract_text() for one in PdfReader(tmp_path / f"{kind}-{look}.pdf").pages]
        lines = [len([line for line in page.splitlines() if line.strip()]) for page in pages]
        least = 2 + (3 if look == "easy-word" else 5)  # its head and its foot are lines too
        assert min(lines[:-1], default=least) >= least, (kind, look, lines)
        whole = packed("".join(pages))
        for mark in next(iter(made_up.stages.values())).marks:
            title = packed(mark.easy_title if look == "easy-word" else mark.title)
            assert title in whole
            if kind == "sheet":  # all of a mark is on one page, its key and its last box too
                words = ("ready_say",) if look == "easy-word" else ("ready_question", "paper_key", "ask_help")
                said = [packed(made_up.words[name]) for name in words]
                assert any(title in page and all(one in page for one in said) for page in map(packed, pages)), title
