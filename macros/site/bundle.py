"""How does a page ask for few files? The guide's own styles become one file, so do its scripts, and the theme's styles.

Whoever edits finds one file for each part of a page, and sees each edit at once: a builder that serves the guide leaves
the files as they are. Only what `make build` made is joined, after the builder and the same for both.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

from .minify import fewer_signs, minified

# Tags of one kind in a row. The first group is the way to the top of the site, which differs from page to page.
_STYLES = re.compile(r'(?:<link rel="stylesheet" href="([^"]*)assets/css/[\w/-]+[.]css">\s*)+')
_SCRIPTS = re.compile(r'(?:<script src="([^"]*)assets/js/[\w/-]+[.]js" defer(?:="")?></script>\s*)+')
_THEME = re.compile(r'(?:<link rel="stylesheet" href="([^"]*assets/stylesheets/(?:[\w-]+/)?)[\w.-]+[.]css">\s*){2,}')
_OF_THEME = re.compile(r'(assets/stylesheets/[\w./-]+[.]css)"')
_PALETTE = re.compile(r"palette[.]\w+[.]min[.]css")
_RULE = re.compile(r"([^{}]+)\{[^{}]*\}")
_COLOUR = re.compile(r"data-md-color-(?:primary|accent)=\"?([\w-]+)")
# What a drawing in a page says of itself, and every page takes for granted.
_NAMESPACE = re.compile(r'(<svg\b[^>]*?) xmlns="http://www[.]w3[.]org/2000/svg"')
_NAME = re.compile(r'assets/(?:css|js)/([\w/-]+[.](?:css|js))"')

# What is left out of a kind of page, by what only that kind has.
# A score sheet, the heaviest kind of page, has nothing of the first page, the Lake, the voices, Easy Read and the
# marks that unfold: what draws those, and what moves them, stays away.
_SHEET = "<mk-project-panel"
_NOT_ON_SHEETS = (
    *("home.css", "lake.css", "lake-chart.css", "stage.css", "ideas.css", "voices.css", "easy.css", "my-scores.css"),
    *("results.css", "two-minutes.css", "example.css", "downloads.css", "print-reading.css"),
    *("copy-link.js", "expand-marks.js", "page-margins.js"),
)
# A page with sides of paper has nothing of a sheet either, and no other page has sides of paper.
_PAPER = "mk-folio"
OF_PAPER = ("paper.css", "print-room.css")
_NOT_ON_PAPER = (
    *_NOT_ON_SHEETS,
    *("sheet.css", "sheet-summary.css", "rounds.css", "custom-marks.css", "mark-picker.css", "fields.css"),
    *("view-options.css", "project-panel.css"),
)
_ON_PAPER = ("page-margins.js",)
# Only a page with examples of one's own changes has what draws those.
_EXAMPLES = 'class="mk-own-example"'
_OF_EXAMPLES = ("own-example.css",)


def join(site: Path) -> None:
    """Write one file of styles and one of scripts into a built site, and let its pages ask for those.

    What only explains or indents is left out on the way.
    """
    single: set[Path] = set()
    palette = _fewer_colours(site)
    for page in sorted(site.rglob("*.html")):
        text = page.read_text(encoding="utf-8")
        left_out = _left_out(text)
        for tags, kind, tag in ((_STYLES, "css", _style), (_SCRIPTS, "js", _script)):
            text = tags.sub(partial(_one, site / "assets" / kind, single, tag, left_out), text)
        text = _PALETTE.sub(lambda found: palette.get(found[0], found[0]), text)
        text = _THEME.sub(partial(_theme, site, single), text)
        text = _NAMESPACE.sub(r"\1", text)
        if "<pre" not in text:
            text = re.sub(r"\n\s+", "\n", text)
        page.write_text(text, encoding="utf-8", newline="\n")
    for script in (site / "assets" / "js").rglob("*.js"):
        if script not in single:  # what a page asks for by itself
            script.write_text(minified(script.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    for styles in (site / "assets" / "css").rglob("*.css"):
        if styles not in single and not styles.name.startswith("guide."):
            styles.write_text(fewer_signs(styles.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    for path in single:
        path.unlink()
    for folder in sorted({path.parent for path in single}, reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()


def _left_out(page: str) -> tuple[str, ...]:
    """The files that a page does without."""
    if _PAPER in page:
        return (*(name for name in _NOT_ON_PAPER if name not in _ON_PAPER), *_OF_EXAMPLES)
    if _SHEET in page:
        return (*_NOT_ON_SHEETS, *OF_PAPER, *_OF_EXAMPLES)
    return OF_PAPER if _EXAMPLES in page else (*OF_PAPER, *_OF_EXAMPLES)


def _theme(site: Path, single: set[Path], found: re.Match[str]) -> str:
    """One tag in place of several, and the file that it names, beside the theme's own."""
    paths = [site / name for name in _OF_THEME.findall(found[0])]
    whole = "\n".join(path.read_text(encoding="utf-8") for path in paths)
    name = f"theme.{hashlib.sha256(whole.encode()).hexdigest()[:8]}.css"
    paths[0].with_name(name).write_text(whole, encoding="utf-8", newline="\n")
    single.update(paths)
    return _style(f"{found[1]}{name}")


def _fewer_colours(site: Path) -> dict[str, str]:
    """Take the colours that no page has out of the theme's palette: {its old name: its new one}.

    The theme brings rules for each of twenty colours, and a guide has one of its own.
    """
    used: set[str] = set()
    for page in site.rglob("*.html"):
        used.update(_COLOUR.findall(page.read_text(encoding="utf-8")))
    renamed: dict[str, str] = {}
    for path in [path for path in site.rglob("palette.*.css") if _PALETTE.fullmatch(path.name)]:
        text = path.read_text(encoding="utf-8")
        fewer = _RULE.sub(lambda rule: rule[0] if _is_used(rule[1], used) else "", text)
        name = f"palette.{hashlib.sha256(fewer.encode()).hexdigest()[:8]}.min.css"
        path.with_name(name).write_text(fewer, encoding="utf-8", newline="\n")
        if name != path.name:
            path.unlink()
        renamed[path.name] = name
    return renamed


def _is_used(selector: str, used: set[str]) -> bool:
    """Whether any part of a selector is for a page that has one of these colours, or for every page."""
    return any(set(_COLOUR.findall(part)) <= used for part in selector.split(","))


def _style(address: str) -> str:
    return f'<link rel="stylesheet" href="{address}">\n'


def _script(address: str) -> str:
    return f'<script src="{address}" defer></script>\n'


def _one(
    folder: Path, single: set[Path], tag: Callable[[str], str], without: tuple[str, ...], found: re.Match[str]
) -> str:
    """One tag in place of several, and the file that it names."""
    paths = [folder / name for name in _NAME.findall(found[0])]
    whole = "\n".join(path.read_text(encoding="utf-8") for path in paths if path.name not in without)
    whole = fewer_signs(whole) if paths[0].suffix == ".css" else minified(whole)
    # A name of its own for each content: a browser that keeps the old one asks for the new one.
    name = f"guide.{hashlib.sha256(whole.encode()).hexdigest()[:8]}{paths[0].suffix}"
    (folder / name).write_text(whole, encoding="utf-8", newline="\n")
    single.update(paths)
    return tag(f"{found[1]}assets/{folder.name}/{name}")
