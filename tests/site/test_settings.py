"""Do the builders read what a fork says of its name, its look, its stages and its pages? And is nothing edited for it?"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.content import colours, loader, own_colours
from macros.site import settings
from tests.content.test_overlay import A_MARK, A_STAGE, write
from tests.live import Served
from tests.shared import ONE_ENGINE, ROOT, built, made_up, made_up_project, pages
from tests.sitepage import page, text

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><circle cx="12" cy="12" r="9"/></svg>\n'
OURS = """
    name: Ours to share
    licence: Made by us from A made-up guide.
    address: https://example.org/ours/
    language: cy
    logo: our-logo.svg
    colours: {lake: "#7a1f1f", leaf: "#1a237e"}
"""


def layered(project: Path) -> None:
    """The made-up guide, with a layer that changes name and look, hides a stage and a mark, and adds some."""
    made_up(project)
    write(project, "guide.yml", OURS)
    (project / "marks" / "local" / "our-logo.svg").write_text(LOGO, encoding="utf-8")
    write(project, "early-days/stage.yml", "hide: true\n")
    write(project, "later-days/listening.yml", "hide: true\n")
    write(project, "keep-going/stage.yml", A_STAGE)
    write(project, "keep-going/there-is-tea.yml", A_MARK)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The project with the made-up guide."""
    return made_up_project(tmp_path)


def read(project: Path) -> dict[str, Any]:
    """The settings that were made; what comes from the environment is its two texts."""

    class Reader(yaml.SafeLoader):
        pass

    Reader.add_constructor("!ENV", lambda reader, node: reader.construct_sequence(node))  # type: ignore[arg-type]
    found: dict[str, Any] = yaml.load((project / settings.OWN).read_text(encoding="utf-8"), Loader=Reader)
    return found


def files(project: Path) -> dict[str, bytes]:
    """All that stands in a project, but for what is made anew before each build."""
    made = (project / settings.DOCS, project / settings.OWN)
    found = (
        path for path in project.rglob("*") if path.is_file() and not any(path.is_relative_to(one) for one in made)
    )
    return {
        path.relative_to(project).as_posix(): path.read_bytes() for path in found if "__pycache__" not in path.parts
    }


def test_a_guide_that_says_what_the_settings_say_needs_no_others(project: Path) -> None:
    guide = loader.load(project)
    assert settings.prepare(project, guide) == settings.OWN
    made = (project / settings.OWN).read_text(encoding="utf-8")
    (project / settings.SETTINGS).write_text(made.replace(f"docs_dir: {settings.DOCS}\n", ""), encoding="utf-8")
    assert settings.prepare(project, guide) == settings.SETTINGS
    assert not (project / settings.OWN).exists()


@pytest.mark.own
def test_this_copy_fits_its_settings_or_has_others(tmp_path: Path) -> None:
    """What is published under `mkdocs.yml` alone has the name and the menu of the guide, where nobody changed them."""
    text_of = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    guide = loader.load(ROOT)
    assert f"site_name: {guide.name}\n" in text_of or settings.differences(ROOT, {"theme": {}}, guide)


def test_nothing_that_the_guide_owns_is_edited(project: Path) -> None:
    layered(project)
    before = files(project)
    settings.prepare(project, loader.load(project))
    assert files(project) == before


def test_name_look_and_menu_are_those_of_the_fork(project: Path) -> None:
    layered(project)
    assert settings.prepare(project, loader.load(project)) == settings.OWN
    made = read(project)
    assert made["site_name"] == "Ours to share" and made["copyright"] == "Made by us from A made-up guide."
    assert made["site_url"] == ["SITE_URL", "https://example.org/ours/"]
    assert made["theme"]["language"] == "cy" and made["theme"]["logo"] == "assets/local/our-logo.svg"
    stages = next(one for one in made["nav"] if isinstance(one, dict) and "later-days.md" in next(iter(one.values())))
    assert next(iter(stages.values())) == ["later-days.md", "keep-going.md"]
    styles = made["extra_css"]
    assert styles.index("assets/css/local.css") == styles.index("assets/css/tokens.css") + 1
    assert styles.index("assets/css/local-contrast.css") == styles.index("assets/css/contrast.css") + 1


def test_pages_come_and_go_with_their_stages(project: Path) -> None:
    layered(project)
    docs = project / settings.DOCS
    settings.prepare(project, loader.load(project))
    assert (docs / "keep-going-sheet.md").is_file() and not (docs / "early-days.md").exists()
    assert (docs / "assets" / "local" / "our-logo.svg").read_text(encoding="utf-8") == LOGO
    assert read(project)["theme"]["favicon"] == "assets/local/our-logo.svg"  # where no other is named
    (project / "marks" / "local" / "early-days" / "stage.yml").unlink()
    for name in ("there-is-tea", "stage"):
        (project / "marks" / "local" / "keep-going" / f"{name}.yml").unlink()
    settings.prepare(project, loader.load(project))
    assert (docs / "early-days.md").is_file() and not (docs / "keep-going-sheet.md").exists()


def test_what_is_the_same_is_not_written_again(project: Path) -> None:
    layered(project)
    settings.prepare(project, loader.load(project))
    made = [project / settings.OWN, *(path for path in (project / settings.DOCS).rglob("*") if path.is_file())]
    before = [path.stat().st_mtime_ns for path in made]
    settings.prepare(project, loader.load(project))
    assert [path.stat().st_mtime_ns for path in made] == before


def test_a_page_of_ones_own_and_its_line_in_the_menu_stay(project: Path) -> None:
    layered(project)
    (project / "docs" / "tea.md").write_text("# Tea\n", encoding="utf-8")
    menu = project / "mkdocs.yml"
    menu.write_text(menu.read_text(encoding="utf-8").rstrip() + "\n  - Ours:\n      - tea.md\n", encoding="utf-8")
    settings.prepare(project, loader.load(project))
    assert read(project)["nav"][-1] == {"Ours": ["tea.md"]} and (project / settings.DOCS / "tea.md").is_file()


@pytest.mark.parametrize(
    ("tag", "theirs"), [("en-GB", "en"), ("pt-BR", "pt-BR"), ("cy", "cy"), ("tlh", "en"), ("x y", "en")]
)
def test_the_theme_speaks_the_language_or_the_nearest_that_it_has(tag: str, theirs: str, project: Path) -> None:
    write(project, "guide.yml", f"language: {tag}\n")
    settings.prepare(project, loader.load(project))
    assert read(project)["theme"]["language"] == theirs


@pytest.fixture(scope="session")
def site(engine: str, base: Path) -> Path:
    """The site of such a fork."""
    folder, said = built(engine, base, "layered", layered)
    assert "exit status 0" in said, said
    return folder


@pytest.mark.parametrize("engine", ONE_ENGINE, indirect=True)
def test_the_site_is_that_of_the_fork(site: Path) -> None:
    names = pages(site)
    assert "keep-going/index.html" in names and "keep-going-my-scores-easy/index.html" in names
    assert not [name for name in names if name.startswith("early-days")]
    for name in names:
        one = page(site, name)
        assert "Ours to share" in one.source and "Made by us from A made-up guide." in one.source
        assert 'lang="cy"' in one.source and "local/our-logo.svg" in one.source, name
        (picture,) = re.findall(r'property="?og:image"? content="?https://example.org/ours/([^">]+)', one.source)
        assert (site / picture).is_file(), "it says the name of the fork"
    assert "Listening" not in text(page(site, "later-days/index.html").article)


def test_its_colours_are_there_and_high_contrast_stands_behind_them(site: Path) -> None:
    styles = max(site.glob("assets/css/guide.*.css"), key=lambda path: path.stat().st_size).read_text(encoding="utf-8")
    light, high = "--mk-lake:#7a1f1f", f"--mk-lake:{own_colours.views({'lake': '#7a1f1f'})['high']['lake']}"
    assert (
        styles.index("--mk-lake:#0a4a63") < styles.index(light) < styles.index("--mk-lake:#00293a") < styles.index(high)
    )


def test_a_colour_brings_shades_that_can_be_read() -> None:
    """Of each hue, in each view: words in it and in ink on all that they stand on."""
    for hue in range(0, 360, 15):
        for strength in (0.0, 0.5, 1.0):
            value = colours.nearest(own_colours._shade(_hue(hue), 0.25, strength), own_colours.PAPER, 7.6)
            if own_colours.too_pale(value):
                continue
            made = own_colours.views({"lake": value})
            grounds = {
                "light": (own_colours.PAPER, own_colours.CARD, made["light"]["lake-tint"]),
                "dark": (own_colours.DARK_PAPER, own_colours.DARK_CARD, made["dark"]["lake-tint"]),
                "high": (own_colours.WHITE,),
                "dark-high": (own_colours.BLACK,),
            }
            for view, behind in grounds.items():
                least = own_colours.HIGH if "high" in view else 7.0
                for ground in behind:
                    assert colours.contrast(made[view]["lake"], ground) >= least, (value, view, ground)
                assert colours.contrast(own_colours.WHITE, made[view]["lake-deep"]) >= 7.0, (value, view)
            assert colours.contrast(own_colours.INK, made["light"]["lake-tint"]) >= 7.0
            assert colours.contrast(own_colours.DARK_INK, made["dark"]["lake-tint"]) >= 7.0


def _hue(degrees: int) -> str:
    import colorsys

    return "#" + "".join(f"{round(part * 255):02x}" for part in colorsys.hls_to_rgb(degrees / 360, 0.5, 1.0))


def test_the_grounds_are_those_of_the_look() -> None:
    """Where somebody edits the look itself, these follow."""
    light, dark = colours._schemes((ROOT / colours.TOKENS).read_text(encoding="utf-8"))
    assert [light[name].value for name in ("paper", "card", "ink")] == [
        own_colours.PAPER,
        own_colours.CARD,
        own_colours.INK,
    ]
    assert [dark[name].value for name in ("paper", "card", "ink")] == [
        own_colours.DARK_PAPER,
        own_colours.DARK_CARD,
        own_colours.DARK_INK,
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            'colours: {lake: "#ff8800"}',
            "its contrast is 2.24 to 1, and not 7. The nearest that can be read is #824500",
        ),
        ('colours: {lake: "orange"}', "`orange` is not a colour."),
        ('colours: {lke: "#004d40"}', "There is no field `lke` here. Did you mean `lake`?"),
        (
            "logo: no-such.svg",
            "There is no file marks/local/no-such.svg. Put the picture there, or take this line out.",
        ),
        ("logo: broken.svg", "marks/local/broken.svg is no picture that a browser can show."),
        ("logo: bare.svg", "marks/local/bare.svg is no picture that a browser can show."),
        ("favicon: words.png", "words.png is no picture that a browser can show. Open it in the program that made it"),
        ("favicon: words.ico", "and save it as .ico again."),
        ("logo: ../secret.svg", "`../secret.svg` is not the name of a picture."),
        ("logo: logo.exe", "`logo.exe` is not the name of a picture."),
    ],
)
def test_a_look_that_is_not_whole_is_told(line: str, said: str, project: Path) -> None:
    for name, held in (("broken.svg", "<svg"), ("bare.svg", "<svg/>"), ("words.png", "A logo"), ("words.ico", "")):
        (project / "marks" / "local").mkdir(parents=True, exist_ok=True)
        (project / "marks" / "local" / name).write_text(held, encoding="utf-8")
    write(project, "guide.yml", f"{line}\n")
    found = loader.check(project)[1]
    assert [one.place.file for one in found] == ["marks/local/guide.yml"] and said in str(found[0])


@pytest.mark.built
def test_what_a_fork_edits_shows_while_it_is_served(tmp_path: Path) -> None:
    project = made_up_project(tmp_path)
    write(project, "guide.yml", OURS.replace("    logo: our-logo.svg\n", ""))
    served = Served("mkdocs", project, by_macros=True)
    try:
        assert "Made by us" in served.wait(lambda said: 'id="listening"' in said and "Ours to share" in said)
        write(project, "later-days/listening.yml", "title: We hear one another\n")
        served.wait(lambda said: "We hear one another" in said)
        write(project, "keep-going/stage.yml", A_STAGE)
        write(project, "keep-going/there-is-tea.yml", A_MARK)
        write(project, "later-days/listening.yml", "title: We hear each other\n")
        assert "We hear one another" not in served.wait(lambda said: "We hear each other" in said)
        write(project, "later-days/listening.yml", "title: [\n")
        served.wait(lambda said: "mk-wrong" in said and "marks/local/later-days/listening.yml" in said)
        write(project, "later-days/listening.yml", "title: We listen well\n")
        assert "mk-wrong" not in served.wait(lambda said: "We listen well" in said)
        assert "There is tea" in served.page("keep-going/")  # the new stage has its pages too
    finally:
        served.stop()
