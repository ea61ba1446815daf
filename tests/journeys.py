"""In which browsers do people go their ways, and what is there to meet? Chromium, Firefox and WebKit, one guide."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NoReturn

import pytest

from macros.content import loader
from macros.content.model import Guide, Mark, Stage
from tests.conftest import whole
from tests.drive import firefox, found, webkit
from tests.drive.chromium import Chromium
from tests.drive.driver import Driver
from tests.drive.person import Person
from tests.shared import ROOT, built, built_made_up, served

KINDS = ("chromium", "firefox", "webkit")
Start = Callable[[Path, bool], Driver]  # where downloads go, and whether scripts run


@pytest.fixture(scope="session", params=KINDS)
def start(request: pytest.FixtureRequest) -> Iterator[Start]:
    """Starts each kind of browser in turn, for somebody who has not been there before."""
    with ExitStack() as open_ones:
        yield STARTS[request.param](request, open_ones)


def _chromium(request: pytest.FixtureRequest, open_ones: ExitStack) -> Start:
    chrome = request.getfixturevalue("chrome")
    return lambda downloads, scripts: Chromium(chrome, downloads, scripts)


def _firefox(request: pytest.FixtureRequest, open_ones: ExitStack) -> Start:
    path = found.firefox() or leave_out("firefox")
    try:
        running = open_ones.enter_context(firefox.running(path))
    except firefox.NotStarted:
        leave_out("firefox")

    def person(downloads: Path, scripts: bool) -> Driver:
        one = running if scripts else open_ones.enter_context(firefox.running(path, scripts=False))
        return firefox.Person(one, downloads)

    return person


def _webkit(request: pytest.FixtureRequest, open_ones: ExitStack) -> Start:
    python = found.webkit() or leave_out("webkit")
    display = open_ones.enter_context(webkit.screen())
    return lambda downloads, scripts: webkit.WebKit(python, display, downloads, scripts)


STARTS = {"chromium": _chromium, "firefox": _firefox, "webkit": _webkit}


def leave_out(kind: str) -> NoReturn:
    """Leave out what cannot be tried here, unless all must be."""
    if found.must_be_here():
        pytest.fail(found.missing(kind))
    pytest.skip(found.missing(kind))


@pytest.fixture
def person(start: Start, tmp_path: Path) -> Iterator[Person]:
    """Somebody who meets the guide for the first time. No script of ours may stumble on their way."""
    yield from a_person(start, tmp_path, True)


@pytest.fixture
def person_without_scripts(start: Start, tmp_path: Path) -> Iterator[Person]:
    """The same, in a browser that runs no scripts."""
    yield from a_person(start, tmp_path, False)


def a_person(start: Start, folder: Path, scripts: bool) -> Iterator[Person]:
    downloads = folder / "downloads"
    downloads.mkdir()
    driver = start(downloads, scripts)
    try:
        one = Person(driver)
        yield one
        if scripts:
            one.looks_back()
            assert not one.wrong
    finally:
        driver.end()


@pytest.fixture(params=["phone", "desk"])
def size(request: pytest.FixtureRequest, person: Person) -> str:
    """A phone in a hand, and a window on a desk."""
    person.has(request.param)
    return str(request.param)


@pytest.fixture(scope="session")
def guide(request: pytest.FixtureRequest) -> Guide:
    """What the guide says: its titles and its words, whichever guide it is. This copy's own once a week, else the made-up
    one, whose pages are there in a moment."""
    own: bool = request.config.getoption("--weekly")
    return loader.load(ROOT) if own else request.getfixturevalue("made_up")


@pytest.fixture(scope="session")
def stage(guide: Guide) -> Stage:
    """A stage to work on: the one with the fewest marks."""
    return min(guide.stages.values(), key=lambda one: len(one.marks))


@pytest.fixture(scope="session")
def mark(stage: Stage) -> Mark:
    """A mark to work on: the first of the stage."""
    return stage.marks[0]


@pytest.fixture(scope="session")
def top(request: pytest.FixtureRequest, base: Path) -> Iterator[str]:
    """Where the guide is served."""
    is_own = request.config.getoption("--weekly")
    site = built("mkdocs", base) if is_own else built_made_up("mkdocs", base)
    with served(whole(site)) as address:
        yield address
