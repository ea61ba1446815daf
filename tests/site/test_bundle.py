"""Do pages of a finished site ask for one file of styles and one of scripts, the same as before in the same order?"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from py_mini_racer import MiniRacer
from rcssmin import cssmin  # type: ignore[import-untyped]

from macros.site.bundle import join
from macros.site.later import set_aside
from macros.site.minify import is_deep
from tests.shared import ROOT, pages

# What a score sheet does without.
AWAY = tuple(
    f"assets/css/pages/{name}.css"
    for name in ("home", "lake", "stage", "voices", "easy", "my-scores", "results", "two-minutes")
)

PAGE = """<link rel="stylesheet" href="{top}assets/stylesheets/main.css">
      <link rel="stylesheet" href="{top}assets/stylesheets/palette.css">
      <link rel="stylesheet" href="{top}assets/css/one.css">

      <link rel="stylesheet" href="{top}assets/css/two.css">
    <script>inline()</script>
      <script src="{top}assets/javascripts/bundle.js"></script>
        <script src="{top}assets/js/first.js" defer></script>
        <script src="{top}assets/js/second.js" defer></script>
</body>
"""
FILES = {
    "stylesheets/main.css": "main { color: red }",
    "stylesheets/palette.css": "palette { color: blue }",
    "css/one.css": "one { color: red }",
    "css/two.css": "two { background: url(../fonts/a.woff2) }",
    "css/other.css": "other { color: blue }",
    "js/first.js": "first()",
    "js/second.js": "second()",
}


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """What a builder made: pages at several depths, and one for addresses that lead nowhere."""
    for name, words in FILES.items():
        path = tmp_path / "assets" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, encoding="utf-8")
    for name, top in (("index.html", ""), ("lake/index.html", "../"), ("404.html", "/guide/")):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(PAGE.format(top=top), encoding="utf-8")
    return tmp_path


def test_tags_in_a_row_become_one(made: Path) -> None:
    join(made)
    for name, top in (("index.html", ""), ("lake/index.html", "../"), ("404.html", "/guide/")):
        text = (made / name).read_text(encoding="utf-8")
        (style,) = re.findall(rf'<link rel="stylesheet" href="{top}(assets/css/guide[.]\w{{8}}[.]css)">', text)
        (script,) = re.findall(rf'<script src="{top}(assets/js/guide[.]\w{{8}}[.]js)" defer></script>', text)
        assert (made / style).read_text(encoding="utf-8") == "one{color:red}two{background:url(../fonts/a.woff2)}"
        assert (made / script).read_text(encoding="utf-8") == ("first(),second()" if is_deep() else "first()\nsecond()")
        assert text.count("<link") == 2 and text.count("<script") == 3
        (theme,) = re.findall(rf'href="{top}(assets/stylesheets/theme[.]\w{{8}}[.]css)"', text)
        assert (made / theme).read_text(encoding="utf-8") == "main { color: red }\npalette { color: blue }"
        assert f"{top}assets/javascripts/bundle.js" in text
    assert len(list((made / "assets" / "css").iterdir())) == 2  # the joined one, and the one that no page asks for
    assert len(list((made / "assets" / "js").iterdir())) == 1


def test_other_content_has_another_name(made: Path) -> None:
    (made / "lake" / "index.html").write_text(PAGE.format(top="../").replace("two.css", "other.css"), encoding="utf-8")
    join(made)
    names = {re.findall(r"guide[.]\w+[.]css", (made / name).read_text(encoding="utf-8"))[0] for name in pages(made)}
    assert len(names) == 2


def test_a_site_without_any_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p>words</p>\n", encoding="utf-8")
    join(tmp_path)
    assert (tmp_path / "index.html").read_text(encoding="utf-8") == "<p>words</p>\n"


def test_a_style_that_is_not_there_stops_the_build(made: Path) -> None:
    (made / "assets" / "css" / "two.css").unlink()
    with pytest.raises(FileNotFoundError):
        join(made)


def test_what_was_made_smaller_can_still_be_read(site: Path) -> None:
    """A pattern after an arrow was once taken for a note, and half a script with it."""
    engine = MiniRacer()
    scripts = sorted((site / "assets" / "js").glob("guide.*.js"))
    assert len(scripts) >= 2
    for path in scripts:
        engine.eval(f"new Function({json.dumps(path.read_text(encoding='utf-8'))}); 1")


def test_a_page_brings_no_styles_that_only_others_show(site: Path) -> None:
    """What stands in brackets, as in :not(), may name what is not there."""
    texts = [(site / name).read_text(encoding="utf-8") for name in pages(site)]
    scripts = " ".join(path.read_text(encoding="utf-8") for path in (site / "assets" / "js").rglob("*.js"))
    styles = sorted((site / "assets" / "css").glob("guide.*.css"))
    assert len(styles) > 2
    for style in styles:
        asking = " ".join(text for text in texts if style.name in text)
        words = style.read_text(encoding="utf-8")
        while (fewer := re.sub(r"\([^()]*\)", "", words)) != words:
            words = fewer
        styled = set(re.findall(r"[.](mk-[\w-]+)", words))
        assert styled and not styled - set(re.findall(r"mk-[\w-]+", f"{asking} {scripts}"))


def test_no_page_asks_for_a_script_of_the_theme(site: Path) -> None:
    assert not [name for name in pages(site) if "assets/javascripts" in (site / name).read_text(encoding="utf-8")]
    assert not (site / "assets" / "javascripts").exists()


def test_a_built_page_asks_for_all_styles_at_once(site: Path) -> None:
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    wanted = {
        name: (ROOT / "overrides" / name).read_text(encoding="utf-8")
        for name in re.findall(r"- (assets/css/\S+)", settings)
    }
    names = {path: set(re.findall(r"[.](mk-[\w-]+)", words)) for path, words in wanted.items()}
    others = set[str]().union(*(found for path, found in names.items() if path not in AWAY))
    only = set[str]().union(*(names[path] for path in AWAY)) - others
    for name in pages(site):
        text = (site / name).read_text(encoding="utf-8")
        (asked,) = set(re.findall(r"assets/css/[\w.-]+", text))
        if "<mk-project-panel" in text:  # a sheet has nothing of what those draw
            assert only and not only & set(re.findall(r"mk-[\w-]+", text))
            script = max(re.findall(r"assets/js/guide[\w.]+js", text))
            moves = (site / script).read_text(encoding="utf-8")
            assert not [tag for tag in ("mk-copy-link", "mk-expand-marks") if f'"{tag}"' in moves or f"<{tag}" in text]
        there = [path for path in wanted if "<mk-project-panel" not in text or path not in AWAY]
        styled = set[str]().union(*(names[path] for path in there)) & set(re.findall(r"mk-[\w-]+", text))
        style = (site / asked).read_text(encoding="utf-8")
        kept = set(re.findall(r"[.](mk-[\w-]+)", style))
        assert styled and styled <= kept and len(wanted) >= 8
        assert "/*" not in style and len(style) < len(cssmin("\n".join(wanted[path] for path in there)))


def test_what_is_for_later_becomes_a_script_that_gives_it_back(tmp_path: Path) -> None:
    """At any depth, whatever it says, and the same script for two pages that say the same."""
    (tmp_path / "assets" / "js").mkdir(parents=True)
    kept = '<svg id="a"></svg>\n<p title="x">\'\u2028 & \\ "é" &lt;/script></p>'
    for name, top in (("one/index.html", "../"), ("two.html", "")):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(
            f'<script src="{top}assets/js/boot.js"></script><template id="x">stays</template>'
            f'<template id="y" data-later>{kept}</template><p>after</p>',
            encoding="utf-8",
        )
    set_aside(tmp_path)
    (script,) = (tmp_path / "assets" / "js").glob("later.*.js")
    engine = MiniRacer()
    engine.eval(f"const marks = {{}};{script.read_text(encoding='utf-8')}")
    assert engine.eval("marks.later") == kept
    text = (tmp_path / "one" / "index.html").read_text(encoding="utf-8")
    assert f'<template id="y" data-later="../assets/js/{script.name}"></template><p>after</p>' in text
    assert "stays" in text and f'"assets/js/{script.name}"' in (tmp_path / "two.html").read_text(encoding="utf-8")
