"""What does every template know? The templates as Jinja reads them, and the shape that both builders read alike."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from ..content import icons
from ..content.languages import plural
from ..content.site_map import TOP

TEMPLATES = Path(__file__).resolve().parent / "templates"
# What a reader may change, the first of each being how it is.
READING = {
    "size": ("normal", "large", "larger", "largest"),
    "space": ("normal", "wide"),
    "contrast": ("normal", "high"),
}
# What the search says. Its frame is the theme's, so each page hands these words to it.
SEARCHING = (
    "search",
    "search_clear",
    "search_empty",
    "search_none",
    "search_found_one",
    "search_found_other",
    "search_more_one",
    "search_more_other",
    "search_missing",
)
# A short word with a hyphen stays on one line of a title.
_WHOLE = re.compile(r"(?<![\w&;-])\(?[^\W\d_]{2,8}-[^\W\d_]{2,12}(?![\w-])\)?")
# A tag that a template writes over several lines, and where one of these lines ends. No value in it has < or > itself.
_LONG_TAG = re.compile(r"<[a-z][^<>]*\n[^<>]*>")
_LINE_END = re.compile(r'((?:="))?\s*\n\s*(?=(>|/>)?)')
# What a drawing says of itself in a file; in a page it goes without saying.
_SPACE = ' xmlns="http://www.w3.org/2000/svg"'


@functools.cache
def environment() -> Environment:
    """The templates, with everything escaped and nothing silently missing."""
    jinja = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    jinja.policies["json.dumps_kwargs"] = {"separators": (",", ":")}  # what scripts read needs no spaces
    jinja.filters["fill"] = lambda words, **slots: words.format(**slots)
    jinja.globals.update(
        icon=_icon, counted=counted, heading=heading, reading=READING, searching=SEARCHING, symbol=_symbol, same=_same
    )
    return jinja


def counted(words: Mapping[str, str], name: str, count: int, language: str) -> str:
    """A word with its number, in the form that the language has for it."""
    found = words.get(f"{name}_{plural(language, count)}", "")
    if not found or (count != 1 and "{n}" not in found):  # "1 mark" may be the form of 21 in another language
        found = words[f"{name}_one" if count == 1 else f"{name}_other"]
    return found.format(n=count)


def _icon(name: str) -> Markup:
    """An icon's drawing, as decoration: the words beside it say what it means."""
    return _decorated(icons.drawing(name))


@functools.cache
def _decorated(drawing: str) -> Markup:
    return Markup(drawing.replace("<svg ", '<svg class="mk-icon" aria-hidden="true" ', 1).replace(_SPACE, "", 1))


def _symbol(name: str) -> Markup:
    """An icon that stands many times on a page, drawn once."""
    inside = icons.drawing(name).replace("<svg ", f'<symbol id="icon--{name}" ', 1)
    return Markup(inside.replace(_SPACE, "", 1).removesuffix("</svg>") + "</symbol>")


def _same(name: str) -> Markup:
    """The same icon once more."""
    return Markup(f'<svg class="mk-icon" viewBox="0 0 1 1" aria-hidden="true"><use href="#icon--{name}"/></svg>')


def heading(level: int, title: str, anchor: str = TOP, classes: str = "") -> Markup:
    """A Markdown heading, which reaches the table of contents in both builders; any title stays text.

    `classes` (separated by spaces) let it be the upper part of the card whose lower part is the block below.
    """
    plain = str(escape(title)).replace("&#39;", "'").replace("&#34;", '"')
    safe = re.sub(r"([\\`*_{}\[\]#])", r"\\\1", plain)
    safe = _WHOLE.sub(r'<span class="mk-whole">\g<0></span>', safe)
    marks = "".join(f" .{name}" for name in classes.split())
    return Markup(f"{'#' * level} {safe} {{#{anchor}{marks}}}")


def tidy(text: str) -> str:
    """No indentation, no blank line but around headings, a tag on a line: the shape that both builders read alike."""
    text = _LONG_TAG.sub(lambda tag: _LINE_END.sub(_joined, tag[0]), text)
    lines: list[str] = []
    for line in map(str.strip, text.splitlines()):
        if line.startswith(("# ", "## ", "### ")):
            lines += ["", line, ""]
        elif line:
            lines.append(line)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


def _joined(end: re.Match[str]) -> str:
    """What stands for the end of a line in a tag: a space, but none where a value begins or a tag ends."""
    return end[1] or ("" if end[2] else " ")


def wrong(title: str, text: str) -> str:
    """A mistake, shown where its page would be while somebody is writing."""
    lines = "<br>".join(str(escape(line)) for line in text.splitlines())
    return f'<div class="mk-wrong" role="alert"><p><strong>{escape(title)}</strong></p><p>{lines}</p></div>\n'
