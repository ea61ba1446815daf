"""Does a page look the same without the theme's styles that no page uses? And does what a page uses stay?"""

from __future__ import annotations

import base64
import importlib.util
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route
from playwright.sync_api import Page as Tab

from macros.site.prune import prune, prune_own
from tests.site.test_built_site import FIRST

PAGE = """<!doctype html><html dir="ltr"><link rel="stylesheet" href="{top}assets/stylesheets/main.1a.min.css">
<body class="md-here"><p id="top" data-shown>Words</p></body></html>"""
STYLES = (
    ".md-here{color:var(--a)}.md-gone{color:red}.md-here .md-gone,.md-here p{color:blue}#top{color:red}#nowhere{color:red}"
    "[data-shown]{color:red}[data-hidden]{color:red}[dir=rtl] p{color:red}[dir=ltr] p{color:green}"
    ".set-here,.note{color:red}.note{color:red}.md-later{color:red}kbd{color:red}pre{color:red}"
    "p:not(.md-gone){color:red}@media print{.md-gone{color:red}}@media print{p{color:red}}"
    ":root{--a:red;--b:var(--c);--c:url('data:;{}');--d:1}@page{margin:25mm}@keyframes turn{to{color:red}}a:hover,.md-gone:hover{color:red}"
)
KEPT = (
    ".md-here{color:var(--a)}.md-here p{color:blue}#top{color:red}[data-shown]{color:red}[dir=ltr] p{color:green}"
    ".set-here{color:red}.md-later{color:red}kbd{color:red}p:not(.md-gone){color:red}@media print{p{color:red}}"
    ":root{--a:red;--d:1}"
    "@keyframes turn{to{color:red}}"
)


@pytest.fixture(scope="session")
def address(either_address: str) -> str:
    """A guide with a page of each kind."""
    return either_address


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A site of two pages, in folders of their own."""
    for name, text in {
        "index.html": PAGE.format(top=""),
        "a/index.html": PAGE.format(top="../"),
        "assets/stylesheets/main.1a.min.css": STYLES,
        "assets/js/one.js": "let note;e.classList.add('set-here',on);e.className='md-later';make('kbd');kind='note'",
        "assets/css/ours.css": ".mk-one{width:calc(var(--d)*1px)}",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_what_no_page_and_no_script_names_is_left_out(made: Path) -> None:
    prune(made)
    (sheet,) = (made / "assets" / "stylesheets").iterdir()
    assert sheet.read_text(encoding="utf-8") == KEPT and sheet.name != "main.1a.min.css"
    for page, top in (("index.html", ""), ("a/index.html", "../")):
        assert f'href="{top}assets/stylesheets/{sheet.name}"' in (made / page).read_text(encoding="utf-8")


def test_a_page_from_right_to_left_keeps_its_styles(made: Path) -> None:
    page = made / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace('dir="ltr"', 'dir="rtl"'), encoding="utf-8")
    prune(made)
    (sheet,) = (made / "assets" / "stylesheets").iterdir()
    assert "[dir=rtl] p{color:red}" in sheet.read_text(encoding="utf-8")


def test_our_own_styles_go_with_the_pages_that_have_them(tmp_path: Path) -> None:
    """Two kinds of page have a file each; a reader's choice is an attribute that a script puts together."""
    style = (
        ".mk-one{color:red}.mk-two{color:red}.mk-one,.mk-two{color:blue}.mk-made p{color:red}mk-part{color:red}"
        '[data-mk-size="large"] .mk-one{color:red}@media print{.mk-two{color:red}}#top{color:red}'
        "@font-face{font-family:A;src:url(a.woff2)}.mk-late{color:red}"
    )
    for name, text in {
        "index.html": '<link rel="stylesheet" href="assets/css/guide.1a.css"><p class="mk-one"></p>'
        '<script src="assets/js/guide.1b.js"></script>',
        "a/index.html": '<link rel="stylesheet" href="../assets/css/guide.2a.css"><mk-part class="mk-two"></mk-part>',
        "assets/js/guide.1b.js": "e.className = 'mk-made'",
        "assets/js/late.js": "e.classList.add('mk-late')",
        "assets/css/guide.1a.css": style,
        "assets/css/guide.2a.css": style,
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    prune_own(tmp_path)
    kept = {}
    for page, top in (("index.html", ""), ("a/index.html", "../")):
        found = re.search(rf'href="{top}assets/css/(guide[.]\w+[.]css)"', (tmp_path / page).read_text(encoding="utf-8"))
        assert found
        kept[page] = (tmp_path / "assets" / "css" / found[1]).read_text(encoding="utf-8")
    assert len(list((tmp_path / "assets" / "css").iterdir())) == 2
    face = "@font-face{font-family:A;src:url(a.woff2)}.mk-late{color:red}"
    assert kept["index.html"] == (
        ".mk-one{color:red}.mk-one{color:blue}.mk-made p{color:red}"
        f'[data-mk-size="large"] .mk-one{{color:red}}#top{{color:red}}{face}'
    )
    assert kept["a/index.html"] == (
        f".mk-two{{color:red}}.mk-two{{color:blue}}mk-part{{color:red}}@media print{{.mk-two{{color:red}}}}#top{{color:red}}{face}"
    )


def originals(engine: str) -> Path:
    """The folder of the theme's own styles."""
    found = importlib.util.find_spec({"mkdocs": "material"}.get(engine, engine))
    assert found and found.origin
    folder = Path(found.origin).parent / "templates" / "assets" / "stylesheets"
    return folder / "classic" if (folder / "classic").is_dir() else folder


@pytest.mark.parametrize("name", ["index.html", "references/index.html", "404.html"])
def test_a_page_brings_a_part_of_the_themes_styles(name: str, made_up_site: Path, engine: str) -> None:
    asked = set(re.findall(r"assets/stylesheets/[\w./-]+[.]css", (made_up_site / name).read_text(encoding="utf-8")))
    brings = sum((made_up_site / style).stat().st_size for style in asked)
    theirs = sum(next(originals(engine).glob(f"{one}.*.css")).stat().st_size for one in ("main", "palette"))
    assert 10_000 < brings < theirs / 2


def whole(tab: Tab, engine: str) -> None:
    """Give a page the theme's styles as they were before anything was left out."""

    def give(route: Route) -> None:
        joined = [next(originals(engine).glob(f"{name}.*.css")).read_text("utf-8") for name in ("main", "palette")]
        route.fulfill(body="\n".join(joined), content_type="text/css")

    tab.route("**/assets/stylesheets/**", give)


def search(tab: Tab) -> None:
    tab.locator("label[for=__search]:visible, .mk-site-search__input:visible").first.click()
    tab.wait_for_function("() => document.activeElement?.matches('.mk-site-search__input')")
    tab.keyboard.type("people")
    tab.locator(".mk-site-search__item").first.wait_for(timeout=15000)


def menu(tab: Tab) -> None:
    tab.locator(".md-header label[for=__drawer]").click()


def nothing(tab: Tab) -> None:
    """As it is."""


def paper(tab: Tab) -> None:
    tab.emulate_media(media="print")


STATES: dict[str, Callable[[Tab], None]] = {
    "at rest": nothing,
    "with the menu": menu,
    "on paper": paper,
    "in the search": search,
}
SHOWN = [
    ("index.html", "at rest"),
    (f"{FIRST}/index.html", "at rest"),
    (f"{FIRST}/index.html", "on paper"),
    (f"{FIRST}-sheet/index.html", "at rest"),
    (f"{FIRST}-sheet/index.html", "on paper"),
    ("lake/index.html", "at rest"),
    ("easy/index.html", "at rest"),
    ("references/index.html", "at rest"),
    ("404.html", "at rest"),
    ("lake/index.html", "on paper"),
    ("glossary/index.html", "with the menu"),
    ("glossary/index.html", "in the search"),
]


# Every other page on a phone and light, the rest on a desk and dark.
VIEWS = [(360, "light"), (1280, "dark")]


LOOKED_AT = [("mkdocs", *shown, *VIEWS[at % 2]) for at, shown in enumerate(SHOWN)]
# The other builder has styles of its own, and the same pages: one of each state.
LOOKED_AT += [("zensical", *SHOWN[at], *VIEWS[at % 2]) for at in (0, 2, 3, 10, 11)]


@pytest.mark.parametrize(("engine", "name", "state", "width", "scheme"), LOOKED_AT, indirect=["engine"])
def test_a_page_looks_as_it_did(
    there: str, state: str, width: int, scheme: str, engine: str, address: str, chrome: Browser
) -> None:
    seen = [picture(there, state, width, scheme, engine, address, chrome, is_whole) for is_whole in (True, False)]
    with chrome.new_page() as tab:
        other = tab.evaluate(OTHER_POINTS, [base64.b64encode(one).decode() for one in seen])
    assert 0 <= other <= A_FEW, "the page looks otherwise without the styles that were left out"


A_FEW = 60  # what a curve may differ by in two pictures of one page; the smallest letter has more
# How many points of two pictures are of another colour, by more than a shade.
OTHER_POINTS = """async (pictures) => {
  const [one, other] = await Promise.all(pictures.map(async (data) => {
    const picture = new Image();
    picture.src = `data:image/png;base64,${data}`;
    await picture.decode();
    const pen = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
    pen.drawImage(picture, 0, 0);
    return pen.getImageData(0, 0, picture.width, picture.height);
  }));
  if (one.width !== other.width || one.height !== other.height) return -1;
  return one.data.filter((value, at) => Math.abs(value - other.data[at]) > 12).length;
}"""
# What a browser draws only when it comes near has its height from the first moment.
AT_ONCE = """() => { for (const one of document.querySelectorAll("article *"))
  if (getComputedStyle(one).contentVisibility === "auto") one.style.contentVisibility = "visible"; }"""


def picture(
    name: str, state: str, width: int, scheme: str, engine: str, address: str, chrome: Browser, is_whole: bool
) -> bytes:
    """A page as it looks, with all the theme's styles or as it was built."""
    with chrome.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]
        reduced_motion="reduce",
    ) as context:
        tab = context.new_page()
        if is_whole:
            whole(tab, engine)
        tab.goto(address + name.removesuffix("index.html"), wait_until="load")
        tab.evaluate("() => document.fonts.ready.then(() => {})")
        STATES[state](tab)
        tab.evaluate(AT_ONCE)
        is_long = state not in ("with the menu", "in the search")
        before = b""
        for _ in range(20):  # until scripts have shown what they show: two pictures in a row are the same
            now = tab.screenshot(full_page=is_long, animations="disabled", caret="hide")
            if now == before:
                break
            before = now
            tab.wait_for_timeout(200)
        return before
