"""Does a site that was visited go on in a room without a connection, in any browser? Read, searched and filled in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.content.model import Guide, Mark, Stage
from macros.site.needed import pages
from tests.browser.test_journey_read import looks_for
from tests.browser.test_journey_sheet import Sheet
from tests.conftest import whole
from tests.drive.person import Person
from tests.editions import Host, hosted
from tests.journeys import guide, mark, person, stage, start  # noqa: F401
from tests.shared import built, built_made_up


@pytest.fixture
def host(request: pytest.FixtureRequest, base: Path) -> Iterator[Host]:
    """Where the guide is published."""
    is_own = request.config.getoption("--weekly")
    with hosted(whole(built("mkdocs", base) if is_own else built_made_up("mkdocs", base))) as found:
        yield found


def test_a_visited_site_goes_on_without_a_connection(
    person: Person, host: Host, guide: Guide, stage: Stage, mark: Mark
) -> None:
    if guide.kept_pages == "none":
        pytest.skip("this guide has switched it off")
    person.has("desk")
    person.goes(f"{host.address}use/")
    said = guide.words["kept_whole"].replace(
        "{n}", str(len([name for name in pages(host.site) if name.partition("/")[0] not in guide.languages]))
    )
    person.until(lambda: person.is_told(said), "not all pages are kept")
    host.fails = lambda path: True
    person.goes(f"{host.address}{stage.id}/")
    person.hears(mark.title)
    looks_for(person, "desk", mark.title)
    person.arrives("h=")
    one = Sheet(person, f"{host.address}{stage.id}-sheet/", guide, mark).opened()
    person.writes("Tea first", one.looks, one.here)
    person.reloads()
    one.ready()
    assert person.finds("Tea first", one.looks, one.here)
