"""What does it look like? Pictures of the pages on a phone and on a desk, light and dark, into build/shots/.

python tests/tools/shots.py                      a page of each kind
python tests/tools/shots.py lake results@board  these pages (with an @: from that part of it)
python tests/tools/shots.py --print glossary     as they print, in PDF
python tests/tools/shots.py --home               the picture of the README
python tests/tools/shots.py --social             the picture that is shown where the site is shared
"""

from __future__ import annotations

import argparse
import base64
import struct
import sys
import tempfile
import zlib
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(HOME))

from playwright.sync_api import Browser, sync_playwright

from macros.content import loader, site_map
from tests import browsers, shared

SIZES = {"phone": (360, 780), "desk": (1280, 1000)}


# A picture in its 256 most common colours, each other colour as the nearest of them: a third of the size.
FLAT = """async address => {
  const picture = new Image(); picture.src = address; await picture.decode();
  const {width, height} = picture, pen = new OffscreenCanvas(width, height).getContext("2d");
  pen.drawImage(picture, 0, 0);
  const all = new Uint32Array(pen.getImageData(0, 0, width, height).data.buffer), count = new Map();
  all.forEach(one => count.set(one, (count.get(one) || 0) + 1));
  const split = one => [one & 255, one >> 8 & 255, one >> 16 & 255];
  const kept = [...count].sort((a, b) => b[1] - a[1]).slice(0, 256).map(([one]) => split(one)), place = new Map();
  const far = (a, b) => a.reduce((sum, value, at) => sum + (value - b[at]) ** 2, 0);
  for (const one of count.keys()) {
    const away = kept.map(other => far(split(one), other));
    place.set(one, away.indexOf(Math.min(...away)));
  }
  return [width, height, kept.flat(), [...all].map(one => place.get(one))];
}"""


def of_each_kind() -> list[str]:
    """Every page that is about no one stage, those of the first stage, and its first mark where people write."""
    first = next(iter(loader.load(HOME).stages.values()))
    names = [name for name, (_, stage) in site_map.pages([first.id]).items() if stage in ("", first.id)]
    return [*names, f"{site_map.page_of(first.id, 'sheet')}@{first.marks[0].id}"]


def address(base: str, page: str) -> str:
    """The address of a page, or of a part of it after an @."""
    name, _, anchor = page.partition("@")
    return base + ("" if name == "index" else f"{name}/") + (f"#{anchor}" if anchor else "")


def shoot(chrome: Browser, base: str, pages: list[str], folder: Path) -> None:
    """Each page at each size, light and dark."""
    for size, (width, height) in SIZES.items():
        for scheme in ("light", "dark"):
            context = chrome.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
            tab = context.new_page()
            for page in pages:
                tab.goto(address(base, page))
                tab.wait_for_timeout(200)
                tab.screenshot(path=folder / f"{page.replace('@', '-')}-{size}-{scheme}.png")
            context.close()


def share(chrome: Browser) -> Path:
    """The picture for sharing, from its drawing, in the guide's own letters."""
    assets = HOME / "overrides" / "assets"
    letters = "".join(
        f'@font-face {{ font-family: "Atkinson Hyperlegible Next"; font-weight: {weight};'
        f' src: url("{(assets / "fonts" / f"hyperlegible-latin-{weight}.woff2").as_uri()}"); }}'
        for weight in (400, 700)
    )
    drawing = (assets / "pictures" / "social.svg").read_text(encoding="utf-8")
    picture = assets / "pictures" / "social.png"
    with tempfile.TemporaryDirectory() as work:
        page = Path(work) / "social.html"
        page.write_text(
            f"<!doctype html><style>{letters} body {{ margin: 0 }} svg {{ display: block }}</style>" + drawing,
            encoding="utf-8",
        )
        tab = chrome.new_page(viewport={"width": 1200, "height": 630})
        tab.goto(page.as_uri())
        tab.evaluate("document.fonts.ready")
        shot = base64.b64encode(tab.screenshot()).decode()
        width, height, palette, points = tab.evaluate(FLAT, f"data:image/png;base64,{shot}")
    lines = b"".join(b"\0" + bytes(points[start : start + width]) for start in range(0, width * height, width))
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
        (b"PLTE", bytes(palette)),
        (b"IDAT", zlib.compress(lines, 9)),
        (b"IEND", b""),
    )
    picture.write_bytes(
        b"\x89PNG\r\n\x1a\n"
        + b"".join(
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
            for kind, data in parts
        )
    )
    return picture


def main() -> None:
    """Build the site, take the pictures, say where they are."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", nargs="*")
    parser.add_argument("--print", action="store_true", dest="paper")
    parser.add_argument("--home", action="store_true")
    parser.add_argument("--social", action="store_true")
    chosen = parser.parse_args()
    pages = chosen.pages or of_each_kind()
    if chosen.social:
        with sync_playwright() as play:
            chrome = play.chromium.launch(executable_path=browsers.find(), args=browsers.launch_arguments())
            print(f"The picture is {share(chrome).relative_to(HOME).as_posix()}")
        return
    folder = HOME / "build" / "shots"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work, sync_playwright() as play:
        site, said = shared.built("mkdocs", Path(work))
        if not site.is_dir():
            sys.exit(said)
        chrome = play.chromium.launch(executable_path=browsers.find(), args=browsers.launch_arguments())
        with shared.served(site) as base:
            if chosen.home:
                tab = chrome.new_page(viewport={"width": 1280, "height": 880})
                tab.goto(base)
                folder = HOME / ".github" / "pictures"
                folder.mkdir(exist_ok=True)
                tab.screenshot(path=folder / "home.png")
            elif chosen.paper:
                for page in pages:
                    tab = chrome.new_page()
                    tab.goto(address(base, page))
                    tab.pdf(path=folder / f"{page}.pdf", prefer_css_page_size=True)
            else:
                shoot(chrome, base, pages, folder)
    print(f"The pictures are in {folder.relative_to(HOME).as_posix()}/")


if __name__ == "__main__":
    main()
