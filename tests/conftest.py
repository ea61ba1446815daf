"""Fixtures: the smallest guide, the sites that both engines build once a run, and a browser."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import Phase, settings
from playwright.sync_api import Browser, sync_playwright

from macros.content import loader, site_map
from macros.content.model import Guide
from tests import browsers, own_guide, shared

sys.path.insert(0, str(shared.ROOT))

# What Hypothesis makes up is the same in every run, so that a change is never blamed for an old fault.
# To look for faults with new examples: make test ARGS='--hypothesis-profile=wide tests/js/test_record.py'
settings.register_profile("same", deadline=None, derandomize=True, database=None)
settings.register_profile("wide", deadline=None, max_examples=3000)
# One example that fails is enough for unmended.py: it need not be the smallest.
settings.register_profile("first", settings.get_profile("same"), phases=(Phase.explicit, Phase.generate))
settings.load_profile("same")


# The files that are ready to print are made where they are looked at: most builds are none of their business.
os.environ.setdefault("PAPER", "no")

# Each engine has a window of each kind, and each kind of window two engines: Firefox sits on a desk, WebKit in a hand,
# and Chromium does both. A page knows nothing of an engine that it would not know at another width.
LEFT_OUT = ({"start": "firefox", "size": "phone"}, {"start": "webkit", "size": "desk"})
ONCE_A_WEEK: tuple[Mapping[str, object], ...] = (
    {"start": "chromium", "size": "desk"},  # where all other tests of sheets are at home
    *({"start": start, "has_mouse": has_mouse} for start, has_mouse in (("firefox", True), ("webkit", False))),
    *(  # each of these was cut in one engine
        {"start": start, "cut": cut}
        for cut, its in (("words", "firefox"), ("a name", "chromium"), ("a row", "webkit"))
        for start in ("chromium", "firefox", "webkit")
        if start != its
    ),
)

# What no test can do without a browser asks for one of these, and whoever builds a site for that.
OF_BROWSERS = {"chrome", "start"}
OF_SITES = {"base"}


# Both builders make the same pages, which `site/test_engines.py` compares part by part; each writes what is served anew in
# its own way. So browsers look at the pages of the second builder once a week, and at what is served each time.
OF_EACH_BUILDER = ("test_serve.py", "test_search.py", "test_hostile.py")


def pytest_configure(config: pytest.Config) -> None:
    """See which tests look at the guide of this copy."""
    own_guide.watch()
    config.pluginmanager.register(own_guide)


def pytest_addoption(parser: pytest.Parser) -> None:
    """`make test ARGS=--weekly` looks at the pages of every builder in browsers."""
    parser.addoption("--weekly", action="store_true", help="look at the pages of every builder in browsers")


# The pages of one stage stand for those of the others, which come from the same templates: these look at each kind.
OF_EACH_KIND = ("test_axe.py", "test_browser.py", "test_engines.py", "test_weight.py")


@functools.cache
def like_the_first() -> tuple[str, ...]:
    """How the pages of every stage but the first begin, in a guide that can be read; sheets are weighed one by one."""
    stages = list(loader.load(shared.ROOT).stages)[1:]
    views = ("", *site_map.VIEWS)
    return tuple(f"{site_map.page_of(stage, view)}/" for stage in stages for view in views)


def is_left_out(item: pytest.Item, weekly: bool) -> bool:
    """Whether what a test is made with makes it one too many."""
    made = given(item)
    if any(pair.items() <= made.items() for pair in LEFT_OUT):
        return True
    name = str(made.get("name", ""))
    if weekly:
        return False
    if item.get_closest_marker("weekly") or any(pair.items() <= made.items() for pair in ONCE_A_WEEK):
        return True
    if "there" in getattr(item, "fixturenames", ()) and not shared.page_of_made_up(name):
        return True
    weighs = item.path.name == "test_weight.py" and "-sheet/" in name
    if item.path.name in OF_EACH_KIND and not weighs and name.startswith(like_the_first()):
        return True
    looks = OF_BROWSERS & set(getattr(item, "fixturenames", ()))
    return bool(looks) and made.get("engine") == "zensical" and item.path.name not in OF_EACH_BUILDER


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what needs a browser and what looks at a built site: `make quick` leaves both out."""
    runs = {weekly: {item.nodeid for item in items if not is_left_out(item, weekly)} for weekly in (False, True)}
    config.stash[shared.RUNS] = runs
    left = [item for item in items if item.nodeid not in runs[config.getoption("--weekly")]]
    config.hook.pytest_deselected(items=left)
    items[:] = [item for item in items if item not in left]
    for item in items:
        if isinstance(item, pytest.Function):
            for marker, fixtures in (("browser", OF_BROWSERS), ("built", OF_SITES)):
                if fixtures & set(item.fixturenames):
                    item.add_marker(marker)


def given(item: pytest.Item) -> dict[str, object]:
    """What a test is made with, by name."""
    made = getattr(item, "callspec", None)
    return made.params if made else {}


@pytest.fixture(scope="session")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    """The made-up guide."""
    return loader.load(shared.made_up_guide(tmp_path_factory.mktemp("made-up")))


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A folder with the smallest guide without a problem."""
    return shared.small_guide(tmp_path)


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of one run share."""
    home = tmp_path_factory.getbasetemp()
    return home.parent if home.name.startswith("popen-") else home


def usable(engine: str) -> str:
    """The builder, unless this Python is too old for it."""
    if engine == "zensical" and sys.version_info < (3, 11):
        pytest.skip("Zensical needs Python 3.11: requirements-zensical.txt leaves it out of older ones")
    return engine


@pytest.fixture(scope="session", params=shared.ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    """Each builder in turn."""
    return usable(request.param)


@pytest.fixture(scope="session")
def made_up_site(engine: str, base: Path) -> Path:
    """The site of the made-up guide, of each engine in turn."""
    return whole(shared.built_made_up(engine, base))


@pytest.fixture(scope="session")
def site(made_up_site: Path) -> Path:
    """The same: code is tried on it, but in a module that puts `own_site` in its place."""
    return made_up_site


@pytest.fixture(scope="session")
def own_site(engine: str, base: Path) -> Path:
    """The site of the guide that this copy has: what must be true of any guide is looked for there."""
    return whole(shared.built(engine, base))


def whole(made: tuple[Path, str]) -> Path:
    """The site of a build that went well."""
    folder, said = made
    assert "exit status 0" in said, said
    return folder


@pytest.fixture(scope="session")
def copy(made_up_site: Path) -> Path:
    """The copy of the made-up guide for a stick, unpacked."""
    return shared.unpacked(made_up_site)


@pytest.fixture(scope="session")
def chrome() -> Iterator[Browser]:
    """One browser for all tests of a worker."""
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=browsers.find(), args=browsers.launch_arguments())
        yield started
        started.close()


@pytest.fixture(scope="session")
def made_up_address(made_up_site: Path) -> Iterator[str]:
    """Where the made-up guide is served."""
    with shared.served(made_up_site) as found:
        yield found


@pytest.fixture(scope="session")
def address(made_up_address: str) -> str:
    """The same."""
    return made_up_address


@pytest.fixture(scope="session")
def either_address(request: pytest.FixtureRequest, own_address: str, made_up_address: str) -> str:
    """For tests that take seconds for each hundred words: the guide of this copy once a week, else the made-up one."""
    return own_address if request.config.getoption("--weekly") else made_up_address


@pytest.fixture
def there(request: pytest.FixtureRequest, name: str) -> str:
    """A page of this copy's guide, or the one of its kind in the made-up guide: see `either_address`."""
    return name if request.config.getoption("--weekly") else str(shared.page_of_made_up(name))


@pytest.fixture(scope="session")
def own_address(own_site: Path) -> Iterator[str]:
    """Where the guide of this copy is served."""
    with shared.served(own_site) as found:
        yield found
