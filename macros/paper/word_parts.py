"""What is a file for Word made of? Headings, lines, lists and tables, in styles that people can change."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any, Union

import resvg_py
from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from ..content.model import Guide
from ..content.model_parts.paper_model import size_of
from ..content.own_colours import INK
from . import drawings
from .same_bytes import repacked
from .texts import Data
from .word_xml import bookmark, bookmark_name, decorative, field, padding, text

Row = Sequence[Union[Data, str]]

_FONT = "Arial"  # one that nearly every computer has: the letters of a file for Word are not inside it
SIZES = {"Normal": 12, "Title": 26, "Heading 1": 22, "Heading 2": 17, "Heading 3": 14}
EASY_SIZES = {"Normal": 18, "Title": 32, "Heading 1": 28, "Heading 2": 22, "Heading 3": 20}


class Paper:
    """A document that grows from its first line to its last."""

    def __init__(self, guide: Guide, title: str, day: date, foot: str, sizes: Mapping[str, int] = SIZES) -> None:
        self.guide = guide
        self._sizes = sizes
        self._day = day
        self._document: Any = Document()
        self._bookmarks = 0
        self._breaks = False
        self._styles()
        self._page(title, foot)
        facts = self._document.core_properties
        moment = datetime.combine(day, time())
        facts.title, facts.author, facts.language = text(title), text(guide.name), guide.language
        facts.subject, facts.version, facts.comments = text(guide.purpose), text(guide.version), ""
        facts.created = facts.modified = facts.last_printed = moment
        facts.revision, facts.last_modified_by = 1, text(guide.name)

    def content(self) -> bytes:
        """The whole of it."""
        whole = io.BytesIO()
        self._document.save(whole)
        return repacked(whole.getvalue(), self._day)

    def _styles(self) -> None:
        styles: Any = self._document.styles
        for name, size in self._sizes.items():
            style = styles[name]
            style.font.name, style.font.size, style.font.italic = _FONT, Pt(size), False
            style.font.color.rgb = RGBColor.from_string(INK[1:].upper())
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for key in [key for key in fonts.attrib if "Theme" in key]:
                del fonts.attrib[key]
            for key in ("ascii", "hAnsi", "eastAsia", "cs"):
                fonts.set(qn(f"w:{key}"), _FONT)
            if name != "Normal":
                style.font.bold = True
                style.paragraph_format.keep_with_next = True
        styles["Normal"].paragraph_format.space_after = Pt(6)
        styles["Normal"].paragraph_format.line_spacing = 1.2
        quote = styles["Quote"]
        quote.font.italic, quote.font.color.rgb = False, styles["Normal"].font.color.rgb
        quote.paragraph_format.left_indent = Mm(6)
        for lang in self._document.styles.element.iter(qn("w:lang")):
            lang.set(qn("w:val"), self.guide.language)

    def _page(self, title: str, foot: str) -> None:
        section = self._document.sections[0]
        wide, tall = {"a4": (210, 297), "letter": (215.9, 279.4)}[size_of(self.guide.paper, self.guide.language)]
        section.page_width, section.page_height = Mm(wide), Mm(tall)
        self.room = int(tall) - 40  # mm from the upper margin to the lower one
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(20)
        words = self.guide.words
        edition = words["paper_from"].format(guide=self.guide.name, version=self.guide.version)
        section.header.paragraphs[0].text = text(f"{title}. {edition}")
        section.header.paragraphs[0].paragraph_format.space_after = Pt(8)
        line: Any = section.footer.paragraphs[0]
        if foot:
            line.add_run(text(f"{foot}   "))
        for piece in re.split(r"(\{\w+\})", words["ready_page"]):
            code = {"{n}": "PAGE", "{total}": "NUMPAGES"}.get(piece)
            if code:
                line._p.append(field(code))  # noqa: SLF001 - python-docx has no fields
            elif piece:
                line.add_run(text(piece))

    def heading(self, words: str, level: int, colour: str = "", anchor: str = "") -> Any:
        """A heading; level 0 is the title of the file. `anchor`: what a link within the file leads to."""
        made: Any = self._document.add_heading(level=level)
        if self._breaks:
            made.paragraph_format.page_break_before, self._breaks = True, False
        run = made.add_run(text(words))
        if colour:
            run.font.color.rgb = RGBColor.from_string(drawings.colour(self.guide, colour)[0][1:].upper())
        if anchor:
            self._bookmarks += 1
            for kind in ("start", "end"):
                mark = bookmark(kind, self._bookmarks, anchor)
                made._p.insert(1 if kind == "start" else len(made._p), mark)  # noqa: SLF001
        return made

    def break_page(self) -> None:
        """The heading that follows begins a page."""
        self._breaks = True

    def line(self, one: Data, style: str = "Normal", into: Any = None) -> Any:
        """A line with its bold words, its links and the numbers of its sources."""
        made: Any = into if into is not None else self._document.add_paragraph(style=style)
        for run in one["runs"]:
            if run["to"]:
                self._link(made, run)
            else:
                made.add_run(text(run["text"])).bold = run["strong"] or None
        if one.get("at"):
            made.add_run("\u00a0[" + ", ".join(map(str, one["at"])) + "]")
        if one.get("note"):
            made.add_run(text(f" {one['note']}"))
        return made

    def say(self, words: str, strong: bool = False, into: Any = None) -> Any:
        """Plain words as a line."""
        return self.line({"runs": [{"text": words, "strong": strong, "to": ""}]}, into=into)

    def quote(self, says: Data, who: Data) -> None:
        """What somebody says, and who it is in a line below."""
        above = self.line(says, "Quote").paragraph_format
        above.keep_with_next, above.space_after = True, Mm(1)
        self.line(who, "Quote")

    def list(self, items: Iterable[Data]) -> None:
        """Bullets."""
        for one in items:
            self.line(one, "List Bullet")

    def steps(self, items: Iterable[Data]) -> None:
        """Numbers, from 1 each time."""
        numbering: Any = self._document.part.numbering_part.element
        style: Any = self._document.styles["List Number"]
        kind = numbering.num_having_numId(style.element.pPr.numPr.numId.val).abstractNumId.val
        number = numbering.add_num(kind)
        number.add_lvlOverride(ilvl=0).add_startOverride(1)
        for one in items:
            made = self.line(one, "List Number")
            made._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = number.numId  # noqa: SLF001

    def _link(self, made: Any, run: Data) -> None:
        link = OxmlElement("w:hyperlink")
        if run["to"].startswith("#"):
            link.set(qn("w:anchor"), bookmark_name(run["to"][1:]))
        else:
            link.set(qn("r:id"), self._document.part.relate_to(run["to"], RELATIONSHIP_TYPE.HYPERLINK, True))
        inside = made.add_run(text(run["text"]))
        inside.underline, inside.bold = True, run["strong"] or None
        link.append(inside._r)  # noqa: SLF001 - python-docx has no links of its own
        made._p.append(link)  # noqa: SLF001

    def table(
        self, caption: str, head: Sequence[str], rows: Iterable[Row], wide: Sequence[int], tall: int | Sequence[int] = 0
    ) -> None:
        """A table whose head stands on each page, with rows that no page takes apart. `wide`: columns in mm; `tall`: it
        is filled in, has rows of so many mm at least (all the same, or each its own), and stays on one page."""
        made: Any = self._document.add_table(rows=1, cols=len(head))
        made.style, made.alignment, made.autofit = "Table Grid", WD_TABLE_ALIGNMENT.LEFT, False
        named = OxmlElement("w:tblCaption")
        named.set(qn("w:val"), text(caption))
        properties: Any = made._tbl.tblPr  # noqa: SLF001
        properties.append(named)
        properties.find(qn("w:tblLook")).addprevious(padding(60, 20))
        self._fill(made.rows[0], [{"runs": [{"text": one, "strong": True, "to": ""}]} for one in head], wide)
        made.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001
        for row in rows:
            self._fill(made.add_row(), row, wide)
        for column, width in zip(made.columns, wide):
            column.width = Mm(width)  # some programs go by this, and not by the cells
        filled = made.rows[1:] if tall else []
        for row, height in zip(filled, [tall] * len(filled) if isinstance(tall, int) else tall):
            row.height = Mm(height)
        for row in made.rows[:-1] if tall else ():
            for cell in row.cells:
                cell.paragraphs[0].paragraph_format.keep_with_next = True
        after = self._document.add_paragraph().paragraph_format
        if tall:  # a line that is too small to need a page of its own
            after.line_spacing, after.space_after = Pt(2), Pt(0)

    def _fill(self, row: Any, cells: Sequence[Data | str], wide: Sequence[int]) -> None:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001
        for cell, said, width in zip(row.cells, cells, wide):
            cell.width = Mm(width)
            line = {"runs": [{"text": said, "strong": False, "to": ""}]} if isinstance(said, str) else said
            self.line(line, into=cell.paragraphs[0])

    def beside(self, name: str, colour: str, words: str, tall: int) -> None:
        """Words with a drawing at their side, `tall` mm high, which belongs to them and is not read out."""
        line = self._document.add_paragraph()
        wide = Mm(tall + 6)  # what hangs over at the left has a stop for its tab there by itself
        line.paragraph_format.left_indent, line.paragraph_format.first_line_indent = wide, -wide
        line.paragraph_format.line_spacing = 1
        line.paragraph_format.keep_together = True
        middle = OxmlElement("w:textAlignment")
        middle.set(qn("w:val"), "center")
        line._p.get_or_add_pPr().append(middle)  # noqa: SLF001 - python-docx knows no middle of a line
        self.picture(name, colour, tall, "", into=line)
        line.add_run(text(f"\t{words}"))

    def picture(self, name: str, colour: str, tall: int, words: str, into: Any = None) -> None:
        """A drawing, `tall` mm high, with words for who cannot see it."""
        drawing = drawings.picture(name, drawings.colour(self.guide, colour)[0] if colour else INK)
        content = bytes(resvg_py.svg_to_bytes(svg_string=drawing, height=tall * 12))
        run: Any = (into or self._document.add_paragraph()).add_run()
        shape = run.add_picture(io.BytesIO(content), height=Mm(tall))
        for side in ("distT", "distB", "distL", "distR"):
            shape._inline.set(side, "0")  # noqa: SLF001 - without that, some programs leave a gap around it
        facts = shape._inline.docPr  # noqa: SLF001 - python-docx has no words for pictures
        facts.set("descr", text(words))
        if not words:
            facts.append(decorative())
        facts.set("name", name)
