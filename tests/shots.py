"""What does it look like? Pictures of the pages on a phone and on a desk, light and dark, into build/shots/.

    python tests/shots.py                          the pages that show each kind of part
    python tests/shots.py planning lake            these pages (a part of one: process@listening)
    python tests/shots.py --print planning-sheet   as they print, in PDF
    python tests/shots.py --home                   the picture of the README
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HOME))

from playwright.sync_api import Browser, sync_playwright  # noqa: E402

from tests import browser, shared  # noqa: E402

PAGES = ("index", "use", "use@facilitation", "planning", "process@listening", "celebrating", "review", "lake",
         "lake@tea-and-a-chat", "voices", "glossary", "references", "about@origins", "accessibility",
         "planning-sheet", "planning-sheet@fair-payment")
SIZES = {"phone": (360, 780), "desk": (1280, 1000)}


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


def main() -> None:
    """Build the site, take the pictures, say where they are."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", nargs="*", default=list(PAGES))
    parser.add_argument("--print", action="store_true", dest="paper")
    parser.add_argument("--home", action="store_true")
    chosen = parser.parse_args()
    folder = HOME / "build" / "shots"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work, sync_playwright() as play:
        site, said = shared.built("mkdocs", Path(work))
        if not site.is_dir():
            sys.exit(said)
        chrome = play.chromium.launch(executable_path=browser.find(), args=browser.launch_arguments())
        with shared.served(site) as base:
            if chosen.home:
                tab = chrome.new_page(viewport={"width": 1280, "height": 880})
                tab.goto(base)
                folder = HOME / ".github" / "pictures"
                folder.mkdir(exist_ok=True)
                tab.screenshot(path=folder / "home.png")
            elif chosen.paper:
                for page in chosen.pages:
                    tab = chrome.new_page()
                    tab.goto(address(base, page))
                    tab.pdf(path=folder / f"{page}.pdf", prefer_css_page_size=True)
            else:
                shoot(chrome, base, chosen.pages, folder)
    print(f"The pictures are in {folder.relative_to(HOME).as_posix()}/")


if __name__ == "__main__":
    main()
