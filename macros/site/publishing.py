"""What does a site need that is put up somewhere? A word for search engines, and a lost page with its look anywhere.

A site that was built without its address may stand in any folder of a host. All its pages find their way by themselves,
but for the one that a host shows at an address that leads nowhere: that may be at any depth.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from .not_found import PAGE

ROBOTS = "robots.txt"
_HERE = ("127.0.0.1", "localhost")
_STYLE = re.compile(r'<link rel="stylesheet" href="/([^"]+)">\n?')
_CANONICAL = re.compile(r'[ \t]*<link rel="?canonical"? href="?[^">]*"?>\n?')
_HOME = re.compile(r'href="/\.?"')
_UP = ("", "../", "../../")  # as deep as the pages of a guide are


def address(said: str) -> str:
    """Where the site will be, as the environment says or else the guide (`said`); empty when nobody did."""
    found = os.environ.get("SITE_URL") or said
    return "" if any(name in found for name in _HERE) else found


def finish(site: Path, said: str) -> str:
    """Write what a host needs. Gives a sentence for who builds, or nothing."""
    where = address(said)
    of_languages = sorted(path.relative_to(site).as_posix() for path in site.glob("*/sitemap.xml"))
    maps = ["sitemap.xml", *of_languages]
    lines = ["User-agent: *", "Allow: /", *(f"Sitemap: {where.rstrip('/')}/{one}" for one in maps if where)]
    (site / ROBOTS).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    if where:
        return ""
    stand_anywhere(site)
    say_no_address(site, maps)
    if here := os.environ.get("SITE_URL") or said:
        return f"{here} is an address of this computer, which nobody else can open: the site is built as one without."
    return (
        "No address is set, and all works without one. For search engines and for pictures of shared links, say it "
        "once: `address:` in marks/local/guide.yml, or SITE_URL=… before the command."
    )


def say_no_address(site: Path, maps: list[str]) -> None:
    """Leave out what would name the computer that built the site: the lasting address of a page, and lists of these."""
    for name in maps:
        for path in (site / name, site / f"{name}.gz"):
            path.unlink(missing_ok=True)
    for page in sorted(site.rglob("*.html")):
        text = page.read_text(encoding="utf-8")
        if (without := _CANONICAL.sub("", text)) != text:
            page.write_text(without, encoding="utf-8", newline="\n")


def stand_anywhere(site: Path) -> None:
    """Let the page for a lost address look for its styles where it is, and above; its way home is its own folder."""
    page = site / PAGE
    if not page.is_file():
        return
    text = page.read_text(encoding="utf-8")
    links = _STYLE.sub(
        lambda found: "".join(f'<link rel="stylesheet" href="{up}{found[1]}">\n' for up in ("/", *_UP)), text
    )
    page.write_text(_HOME.sub('href="./"', links), encoding="utf-8", newline="\n")
