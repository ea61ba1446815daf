"""Is each PDF what its name says: whole, readable by all, in letters of the right size, with nothing taken apart?"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import page as checker
import pytest
import typst
import zxingcpp
from pypdf import PdfReader

from macros.content.model import Guide
from macros.content.ready import LOOKS, Ready, of_guide, of_stage
from macros.paper import documents, letters, pdf, word
from macros.paper.texts import Texts, run
from macros.paper.web import Web
from tests.paper.guides import HOSTILE, RIGHT_TO_LEFT, full, hostile, packed
from tests.paper.pixels import Camera, Picture
from tests.paper.test_word import W, taken_apart
from tests.shared import seldom

ADDRESS = "https://example.org/guide/"
SMALLEST = {"normal": 12, "large": 16, "easy": 16}
KINDS = [(kind, look) for kind in ("read", "sheet", "slip", "guide", "own") for look in LOOKS]
KINDS.remove(("own", "easy"))
# What costs much and is made of what others show too.
SELDOM = (("guide", "large"), ("guide", "easy"), ("own", "large"), ("slip", "large"), ("read", "large"))
EACH = [pytest.param(one, id="-".join(one), marks=pytest.mark.weekly if one in SELDOM else ()) for one in KINDS]


class Paper:
    """A PDF that was made, as others read it."""

    def __init__(self, guide: Guide, ready: Ready, address: str = ADDRESS, logo: str = "") -> None:
        self.guide, self.ready, self.logo = guide, ready, logo
        self.made = documents.made(guide, Web(guide, address), ready, logo)
        self.reader = PdfReader(io.BytesIO(self.made.content))
        self.texts = [page.extract_text() for page in self.reader.pages]

    @property
    def whole(self) -> str:
        """All of its text, without gaps."""
        return packed(" ".join(self.texts))

    def catalog(self) -> Any:
        """What the file says of itself."""
        return self.reader.trailer["/Root"]

    def pages_with(self, text: str) -> list[int]:
        """The pages, from 1, on which a text stands."""
        return [n for n, said in enumerate(self.texts, 1) if packed(text) in packed(said)]


class Papers(dict[tuple[str, str], Paper]):
    """Files by their kind and look, each made when somebody asks for it."""

    def __init__(self, guide: Guide) -> None:
        self.guide = guide

    def __missing__(self, asked: tuple[str, str]) -> Paper:
        kind, look = asked
        stage = "" if kind in ("guide", "own") else next(iter(self.guide.stages))
        self[asked] = Paper(self.guide, Ready(kind, look, stage))
        return self[asked]


@pytest.fixture(scope="module")
def papers(made_up: Guide) -> Papers:
    """A file of each kind and look, of the first stage where it is of one."""
    return Papers(made_up)


@pytest.fixture(scope="module", params=EACH)
def paper(request: pytest.FixtureRequest, papers: Papers) -> Paper:
    """Each of them in turn."""
    return papers[request.param]


def test_a_file_passes_the_checks_of_a_tagged_pdf(paper: Paper) -> None:
    report = checker.validate_pdf_bytes(paper.made.content, profile="ua1")
    assert report.is_compliant, [one.message for one in report.failures]
    assert report.rules.total > 100


def test_a_file_says_what_it_is(paper: Paper) -> None:
    catalog = paper.catalog()
    assert catalog["/MarkInfo"]["/Marked"] and catalog["/StructTreeRoot"]
    assert catalog["/Lang"] == paper.guide.language
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]
    facts = paper.reader.metadata
    assert facts and facts.title and facts.author == paper.guide.name
    assert facts.creation_date and facts.creation_date.date() == pdf.day_of(paper.guide)


def test_pages_are_counted_and_say_which_they_are(paper: Paper) -> None:
    total = len(paper.reader.pages)
    assert paper.made.pages == total
    begins = 1 if paper.ready.kind == "guide" else 0  # a cover has no foot
    for n, text in enumerate(paper.texts[begins:], begins + 1):
        assert packed(paper.guide.words["ready_page"].format(n=n, total=total)) in packed(text)
        edition = paper.guide.words["paper_from"].format(guide=paper.guide.name, version=paper.guide.version)
        assert packed(edition) in packed(text)
        assert "example.org/guide" in text


def test_letters_are_in_the_file_and_large_enough(paper: Paper) -> None:
    sizes: set[float] = set()
    for page in paper.reader.pages:
        resources: Any = page["/Resources"]
        for font in (resources.get("/Font") or {}).values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
            assert "/FontFile2" in inner or "/FontFile3" in inner

        def see(text: str, now: Any, at: Any, _font: Any, size: float) -> None:
            if text.strip():
                sizes.add(round(size * abs(at[3] * now[3]), 2))

        page.extract_text(visitor_text=see)
    assert sizes and min(sizes) >= SMALLEST[paper.ready.look]


def shown(paper: Paper, monkeypatch: pytest.MonkeyPatch, ppi: int) -> list[bytes]:
    """The pages of a file as pictures."""
    given: dict[str, Any] = {}

    class Listening:
        """Keeps what the real one is given."""

        def __init__(self, real: Any) -> None:
            self.real = real

        def compile(self, **asked: Any) -> bytes:
            given.update(asked, real=self.real)
            made: bytes = self.real.compile(**asked)
            return made

    real = pdf._compiler
    monkeypatch.setattr(pdf, "_compiler", lambda *names: Listening(real(*names)))
    documents.made(paper.guide, Web(paper.guide, ADDRESS), paper.ready, paper.logo)
    monkeypatch.setattr(pdf, "_compiler", real)
    pages = given["real"].compile(sys_inputs=given["sys_inputs"], format="png", ppi=ppi)
    return pages if isinstance(pages, list) else [pages]


def test_the_cover_of_a_booklet_shows_the_logo_of_a_fork(papers: Papers, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = papers["guide", "normal"]
    square = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9H0z"/></svg>'
    covers = [shown(one, monkeypatch, 30)[0] for one in (usual, Paper(usual.guide, usual.ready, logo=square))]
    black = [sum(point < 20 for row in Picture(cover).rows for point in row) for cover in covers]
    assert black[0] < 80 * 80 < black[1]  # 70 mm at 30 points an inch are 82


def is_clear_of_the_edge(page: bytes, ppi: int) -> bool:
    """Whether the outer ten millimetres of a page are empty, less a point for the rounding."""
    seen = Picture(page)
    left, top, right, bottom = seen.inked()
    return bool(min(left, top, seen.wide - right, seen.tall - bottom) >= 10 / 25.4 * ppi - 1)


def test_nothing_is_near_the_edge(paper: Paper, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = shown(paper, monkeypatch, 30)
    assert all(is_clear_of_the_edge(page, 30) for page in (pages[0], pages[len(pages) // 2], pages[-1]))


def test_no_page_but_the_last_has_fewer_than_five_lines(paper: Paper) -> None:
    """Its head and its foot are lines too. A mark in Easy Read has a page to itself, and a sheet has lines for a pen."""
    least = 5 if paper.ready.look == "easy" or paper.ready.kind == "sheet" else 7
    for number, page in enumerate(paper.reader.pages[1:-1], 2):
        heights: set[int] = set()

        def see(text: str, now: Any, at: Any, *_: Any, heights: set[int] = heights) -> None:
            if text.strip():
                heights.add(round(at[5] * now[3] + now[5]))

        page.extract_text(visitor_text=see)
        assert len(heights) >= least, number


def steps_between(paper: Paper, first: str, second: str) -> list[float]:
    """How far it is from line to line, in points, from where one text begins to where the next does."""
    (page,) = paper.pages_with(first)
    met: dict[float, str] = {}

    def see(text: str, now: Any, at: Any, *_: Any) -> None:
        if text.strip():
            met.setdefault(round(at[5] * now[3] + now[5], 1), text.strip())

    paper.reader.pages[page - 1].extract_text(visitor_text=see)
    begin, end = (next(n for n, said in enumerate(met.values()) if one.startswith(said)) for one in (first, second))
    lines = [*met][begin : end + 1]
    return [one - two for one, two in zip(lines, lines[1:])]


@pytest.mark.parametrize("look", ["normal", "large"])
def test_what_is_said_next_stands_further_off_than_the_next_line(made_up: Guide, look: str) -> None:
    stage = next(iter(made_up.stages.values()))
    said = [f"{n} of two reasons {'goes on and on ' * 8}until it is at its end." for n in ("The first", "The second")]
    first = stage.marks[0]
    why = tuple(replace(first.why[0], say=one, sources=()) for one in said)
    mark = replace(first, why=why, ladders=first.ladders[:1], snakes=first.snakes[:1], prompts=first.prompts[:1])
    stages = {**made_up.stages, stage.id: replace(stage, marks=(mark, *stage.marks[1:]))}
    *within, last = steps_between(Paper(replace(made_up, stages=stages), Ready("read", look, stage.id)), *said)
    assert within and last > 1.2 * max(within)


def test_the_key_stands_wherever_numbers_are_asked(paper: Paper) -> None:
    numbers = packed(" ".join(str(n) for n in range(paper.guide.scale.lowest, paper.guide.scale.highest + 1)))
    asked = [text for text in map(packed, paper.texts) if numbers in text]
    assert bool(asked) == (paper.ready.kind in ("sheet", "slip", "own") and paper.ready.look != "easy")
    for band in paper.guide.scale.bands:
        assert all(packed(band.name) in text for text in asked)


@pytest.mark.parametrize(
    ("kind", "look"),
    [
        *(("read", "normal"), ("sheet", "easy"), ("slip", "normal")),
        *(seldom(*pair) for pair in (("read", "easy"), ("sheet", "normal"), ("slip", "easy"))),
        *(seldom(kind, "large") for kind in ("read", "sheet", "slip")),
    ],
)
def test_a_text_of_any_length_is_whole(made_up: Guide, kind: str, look: str, monkeypatch: pytest.MonkeyPatch) -> None:
    guide = full(made_up)
    stage = next(iter(guide.stages.values()))
    paper = Paper(guide, Ready(kind, look, stage.id), f"https://{'a-long-name.' * 8}example.org/")
    assert all(is_clear_of_the_edge(page, 15) for page in shown(paper, monkeypatch, 15)[:12])
    last = stage.marks[-1]
    said = {"read": last.snakes[-1].say, "sheet": last.meaning, "slip": last.title}[kind]
    if look == "easy":
        said = last.easy_title if kind == "slip" else last.easy[-1].say
    assert packed(said) in paper.whole
    key = [band.name for band in guide.scale.bands]
    if kind == "slip" and look != "easy":  # the key is wherever numbers are asked
        assert all(packed(name) in packed(text) for text in paper.texts for name in key)


def test_a_square_code_leads_to_the_page(papers: Papers, monkeypatch: pytest.MonkeyPatch) -> None:
    for kind, end in (("read", "early-days/"), ("slip", "early-days-my-scores/")):
        first = Picture(shown(papers[kind, "normal"], monkeypatch, 72)[0])
        assert [one.text for one in zxingcpp.read_barcodes(Camera(first.rows))] == [ADDRESS + end]


def test_a_guide_without_an_address_has_no_square_code(made_up: Guide) -> None:
    stage = next(iter(made_up.stages))
    paper = Paper(made_up, Ready("read", "normal", stage), "")
    assert "example.org" not in paper.whole
    said = packed(made_up.words["ready_code"].partition("{")[0])
    assert said not in paper.whole and said.encode() not in paper.made.content


def test_the_same_words_make_the_same_bytes(papers: Papers) -> None:
    pdf._compiler.cache_clear()
    for asked in (("read", "normal"), ("sheet", "large"), ("slip", "easy")):
        one = papers[asked]
        again = documents.made(one.guide, Web(one.guide, ADDRESS), one.ready)
        assert again.content == one.made.content, asked


def test_a_mark_to_read_is_whole_on_one_page(papers: Papers) -> None:
    paper = papers["read", "normal"]
    texts = Texts(paper.guide, Web(paper.guide, ""))
    for mark in texts.stage(paper.ready.stage)["marks"]:
        lines = [one["runs"][0]["text"] for name in ("why", "ladders", "snakes") for one in mark[name]]
        said = [mark["meaning"], *lines, *mark["prompts"], *(one["says"] for one in mark["voices"])]
        pages = {page for text in said for page in paper.pages_with(text)}
        assert len(pages) == 1 and set(paper.pages_with(mark["title"])) > pages


def test_a_mark_to_write_on_has_all_questions_and_the_key_on_one_page(papers: Papers) -> None:
    paper = papers["sheet", "normal"]
    guide = paper.guide
    for mark in guide.stages[paper.ready.stage].marks:
        (page,) = paper.pages_with(mark.meaning)
        said = paper.texts[page - 1]
        asked = [one.ask for one in guide.questions] + [band.name for band in guide.scale.bands]
        asked += [one.name for one in guide.scale.not_scores] + [guide.words["ask_next"]]
        assert not [one for one in asked if packed(one) not in packed(said)]


def test_a_slip_and_a_tally_are_one_side_with_every_mark(papers: Papers) -> None:
    slip, sheet = papers["slip", "normal"], papers["sheet", "normal"]
    assert slip.made.pages == 1
    tally = packed(sheet.texts[-1])
    for mark in slip.guide.stages[slip.ready.stage].marks:
        assert packed(mark.title) in slip.whole and packed(mark.title) in tally
    assert sheet.reader.pages[-1].mediabox.width > sheet.reader.pages[-1].mediabox.height
    for band in slip.guide.scale.bands:
        assert packed(band.means) in slip.whole and packed(band.name) in tally


def test_easy_read_says_the_easy_words_and_no_number_to_score(papers: Papers) -> None:
    for kind in ("read", "sheet"):
        paper = papers[kind, "easy"]
        for mark in paper.guide.stages[paper.ready.stage].marks:
            (page,) = set(paper.pages_with(mark.easy[0].say))
            assert all(page in paper.pages_with(one.say) for one in mark.easy)
    for one in papers["slip", "easy"].guide.scale.steps:
        assert packed(one.name) in papers["slip", "easy"].whole


def test_an_easy_sheet_asks_for_words_however_many_sentences_a_mark_has(made_up: Guide) -> None:
    stage = next(iter(made_up.stages.values()))
    marks = tuple(replace(one, easy=(one.easy[0],) * (3 + n)) for n, one in enumerate(stage.marks))
    assert max(len(one.easy) for one in marks) > 5
    guide = replace(made_up, stages={**made_up.stages, stage.id: replace(stage, marks=marks)})
    paper = Paper(guide, Ready("sheet", "easy", stage.id))
    assert len(paper.pages_with(made_up.words["ready_say"])) == len(marks) == paper.made.pages - 1


def test_a_booklet_holds_all_of_the_guide(papers: Papers) -> None:
    paper = papers["guide", "normal"]
    guide = paper.guide
    said = [one.meaning for one in guide.marks.values()] + [one.says for one in guide.voices.values()]
    said += [one.what for one in guide.ideas.values()] + [one.means for one in guide.glossary.values()]
    assert not [text for text in said if packed(text) not in paper.whole]
    listed = {item.title for item in _flat(paper.reader.outline)}
    assert {one.title for one in guide.stages.values()} | {one.title for one in guide.marks.values()} <= listed


def _flat(outline: Any) -> Iterator[Any]:
    for one in outline:
        if isinstance(one, list):
            yield from _flat(one)
        else:
            yield one


@pytest.mark.parametrize("kind", ["read", "sheet", "slip", pytest.param("guide", marks=pytest.mark.weekly)])
@pytest.mark.parametrize("look", ["normal", "easy", pytest.param("large", marks=pytest.mark.weekly)])
def test_a_text_is_a_text_whatever_signs_it_has(made_up: Guide, kind: str, look: str) -> None:
    guide = hostile(made_up)
    stage = next(iter(guide.stages))
    paper = Paper(guide, Ready(kind, look, "" if kind == "guide" else stage))
    marks = guide.stages[stage].marks
    said = {"read": [one.meaning for one in marks], "guide": [one.meaning for one in marks]}
    expected = said.get(kind, [one.title for one in marks]) if look != "easy" else [one.easy_title for one in marks]
    assert not [text for text in expected if packed(text) not in paper.whole]
    if kind == "read" and look != "easy":
        assert not [text for text in HOSTILE if packed(text) not in paper.whole]
        assert set(packed(RIGHT_TO_LEFT)) <= set(paper.whole)
    assert not paper.made.missing


def test_a_sign_that_no_font_has_stands_by_its_number(made_up: Guide, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(letters.FONTS, "computer", letters._brought)
    letters._lacking.cache_clear()
    pdf._compiler.cache_clear()
    stage = next(iter(made_up.stages))
    first = made_up.stages[stage].marks[0]
    marks = (replace(first, meaning="Before 中文 after."), *made_up.stages[stage].marks[1:])
    guide = replace(made_up, stages={**made_up.stages, stage: replace(made_up.stages[stage], marks=marks)})
    paper = Paper(guide, Ready("read", "normal", stage))
    assert paper.made.missing == frozenset("中文")
    assert packed("Before U+4E2DU+6587 after.") in paper.whole
    letters._lacking.cache_clear()


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ('#image(bytes(d.pictures.ladder), format: "svg")', "alt"),
        ("= One\n=== Three", "heading"),
    ],
)
def test_what_cannot_be_read_out_stops_it(
    made_up: Guide, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str, said: str
) -> None:
    text = "#let d = json(bytes(sys.inputs.data))\n#set document(title: d.title)\n" + source
    (tmp_path / "bad.typ").write_text(text, encoding="utf-8")
    monkeypatch.setattr(pdf, "TEMPLATES", tmp_path)
    pdf._compiler.cache_clear()
    with pytest.raises(typst.TypstError, match=said):
        pdf.made(made_up, Web(made_up, ""), "bad", "normal", "Title", ("page", "index"), {})
    pdf._compiler.cache_clear()


def test_a_language_is_one_that_typst_knows() -> None:
    assert pdf.spoken_in("en-GB") == ("en", "GB")
    assert pdf.spoken_in("ar") == ("ar", None)
    assert pdf.spoken_in("zh-Hant-TW") == ("zh", "TW")
    assert pdf.spoken_in("x-klingon") == ("en", None)


@pytest.mark.parametrize("language", ["ar", "cy-GB", "zh-Hant-TW", "x-klingon"])
def test_a_guide_may_have_any_language(made_up: Guide, language: str) -> None:
    stage = next(iter(made_up.stages))
    for kind, look in (("read", "normal"), ("slip", "easy")):
        assert Paper(replace(made_up, language=language), Ready(kind, look, stage)).made.pages


def test_a_guide_may_have_little(made_up: Guide) -> None:
    none: dict[str, Any] = {"ideas": {}, "glossary": {}, "voices": {}, "voices_of": dict.fromkeys(made_up.marks, ())}
    assert Paper(replace(made_up, news=(), once=(), **none), Ready("guide", "normal")).made.pages


def test_an_address_is_that_of_the_page(made_up: Guide, monkeypatch: pytest.MonkeyPatch) -> None:
    web = Web(made_up, ADDRESS)
    mark = next(iter(made_up.marks.values()))
    assert web.page("page", "index") == ADDRESS
    assert web.page("mark", mark.id) == f"{ADDRESS}{mark.stage}/#{mark.id}"
    assert web.typed("stage", mark.stage) == f"example.org/guide/{mark.stage}"
    monkeypatch.setenv("DIRECTORY_URLS", "false")
    assert Web(made_up, ADDRESS).page("stage", mark.stage) == f"{ADDRESS}{mark.stage}.html"
    assert Web(made_up, "").page("stage", mark.stage) == ""


def test_page_text_comes_apart_into_bold_words_and_links(made_up: Guide) -> None:
    stage = next(iter(made_up.stages))
    texts = Texts(made_up, Web(made_up, ADDRESS))
    runs = texts.runs(f"**a [b](page:{stage}-sheet) c** d [**e**](https://x.example) *f* ** g")
    assert runs == [
        run("a ", True),
        run("b", True, f"{ADDRESS}{stage}-sheet/"),
        run(" c", True),
        run(" d "),
        run("e", True, "https://x.example"),
        run(" *f* ** g"),
    ]
    assert texts.runs("plain") == [run("plain")]


@pytest.mark.parametrize(
    ("language", "own", "size"),
    [("en-GB", "", (595, 842)), ("en-US", "", (612, 792)), ("es-MX", "a4", (595, 842)), ("cy", "letter", (612, 792))],
)
def test_files_are_made_for_the_paper_of_the_land_or_of_the_guide(
    made_up: Guide, monkeypatch: pytest.MonkeyPatch, language: str, own: str, size: tuple[int, int]
) -> None:
    guide = replace(made_up, language=language, paper=replace(made_up.paper, size=own))
    for kind in ("sheet", "slip"):
        paper = Paper(guide, Ready(kind, "normal", next(iter(guide.stages))))
        assert {tuple(sorted(map(round, one.mediabox[2:]))) for one in paper.reader.pages} == {size}
        assert all(is_clear_of_the_edge(page, 20) for page in shown(paper, monkeypatch, 20))
    content = word.made(guide, Web(guide, ADDRESS), Ready("read", "word", next(iter(guide.stages)))).content
    (section,) = taken_apart(content)["word/document.xml"].iter(f"{W}pgSz")
    assert tuple(round(int(section.get(f"{W}{name}", "0")) / 20) for name in ("w", "h")) == size


def test_no_two_files_have_one_name() -> None:
    groups = [of_guide(), *map(of_stage, ("guide", "read", "large", "normal", "sheet-large", "word"))]
    names = [one.name for group in groups for files in group.values() for one in files]
    assert len(names) == len(set(names))
