"""Does a guide of one's own pass its own tests? Each change that people make, checked; all of them at once, tried."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.content import colours, loader
from tests import shared
from tests.tools import forks

pytestmark = [pytest.mark.built, pytest.mark.own]

# Changes to the files of the guide itself are tried once a week: those of a layer are what the guide says to make.
ALL = [name if name.startswith(forks.LAYER) else pytest.param(name, marks=pytest.mark.weekly) for name in forks.FORKS]


@pytest.mark.parametrize("name", ALL)
def test_the_check_has_nothing_against_a_change(name: str, tmp_path: Path) -> None:
    project = forks.copy(tmp_path / "fork")
    forks.FORKS[name](project)
    guide, problems = loader.check(project)
    assert guide and not [*problems, *colours.check(project)]


@pytest.mark.parametrize("name", [f"{forks.LAYER}all of it", pytest.param("all of it", marks=pytest.mark.weekly)])
def test_the_tests_of_a_copy_with_every_change_are_green(name: str, tmp_path: Path) -> None:
    project = forks.copy(tmp_path / "fork")
    forks.FORKS[name](project)
    # `make forks` runs the others too, and slips in its files
    how = ["-q", "-m", "own and not browser and not built", "-k", "not test_fuzz", "--tb=short"]
    done = shared.run("-m", "pytest", *how, cwd=project, PYTHONPATH="")
    assert done.returncode == 0, done.stdout[-3000:]
    assert " passed" in done.stdout
