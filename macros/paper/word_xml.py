"""What does a file for Word hold that python-docx has no words for? Pieces of XML, and words as XML may hold them."""

from __future__ import annotations

import re
from typing import Any

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn

# What Word calls a picture that says nothing by itself: nobody hears of it.
_SAYS_NOTHING = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
_DRAWN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def text(words: str) -> str:
    """Words as XML may hold them."""
    return _NOT_XML.sub("\ufffd", words)


def bookmark_name(name: str) -> str:
    """A name as Word allows it: letters, digits and at most 40 of them."""
    return re.sub(r"\W", "_", name)[:40]


def bookmark(kind: str, number: int, name: str) -> Any:
    """The `start` or the `end` of a place that a link within the file leads to."""
    mark = OxmlElement(f"w:bookmark{kind.title()}")
    mark.set(qn("w:id"), str(number))
    if kind == "start":
        mark.set(qn("w:name"), bookmark_name(name))
    return mark


def field(code: str) -> Any:
    """A number that Word fills in: PAGE, or NUMPAGES."""
    made = OxmlElement("w:fldSimple")
    made.set(qn("w:instr"), code)
    run, shown = OxmlElement("w:r"), OxmlElement("w:t")
    shown.text = "1"
    run.append(shown)
    made.append(run)
    return made


def padding(top: int, bottom: int) -> Any:
    """The room between the lines of a table and its words, in twentieths of a point."""
    edges = "".join(f'<w:{name} w:w="{size}" w:type="dxa"/>' for name, size in (("top", top), ("bottom", bottom)))
    return parse_xml(f'<w:tblCellMar xmlns:w="{_WORD}">{edges}</w:tblCellMar>')


def decorative() -> Any:
    """Says of a picture that it says nothing by itself."""
    return parse_xml(
        f'<a:extLst xmlns:a="{_DRAWN}"><a:ext uri="{_SAYS_NOTHING}">'
        f'<d:decorative xmlns:d="{_DECORATIVE}" val="1"/></a:ext></a:extLst>'
    )
