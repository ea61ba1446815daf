"""Is what is known of the paths of a record what stands in it? A large group has tens of thousands."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from py_mini_racer import MiniRacer

from tests.scripts import RECORD, source

PATHS = st.lists(
    st.sampled_from(
        [
            *(f"mark/{mark}/{kind}/1/{who}" for mark in "ab" for kind in ("score", "again") for who in ("p1", "p2")),
            *(f"mark/a/score/1/{who}" for who in ("together", "other")),
            *(
                "mark/a/title",
                "own/c/stage",
                "idea/d/basket",
                "person/p1/name",
                "person/p3/place",
                "round/2/begun",
                "name",
            ),
        ]
    ),
    unique=True,
)


@pytest.fixture(scope="module")
def engine() -> MiniRacer:
    made = MiniRacer()
    made.eval(source(*RECORD))
    return made


@given(PATHS, PATHS)
def test_a_path_that_comes_later_is_known_as_if_it_had_been_there(
    engine: MiniRacer, first: list[str], later: list[str]
) -> None:
    later = [path for path in later if path not in first]
    script = f"""(() => {{
      const entry = {{ is: 1, at: 1, by: "w" }};
      const of = (list) => ({{ answers: Object.fromEntries(list.map((path) => [path, entry])) }});
      const [first, later] = {json.dumps([first, later])};
      const known = (record) => [marks.paths.few(record), [...marks.paths.everyone(record)].sort()];
      const grown = of(first);
      known(grown);
      for (const path of later) {{ grown.answers[path] = entry; marks.paths.grew(grown.answers, path); }}
      return JSON.stringify([known(grown), known(of([...first, ...later]))]);
    }})()"""
    grown, anew = json.loads(str(engine.eval(script)))
    assert grown == anew
    few, people = anew
    assert_whole([*first, *later], few, people)


def assert_whole(paths: list[str], few: list[str], people: list[str]) -> None:
    """All but people's scores is there; of these one for each mark; and everybody who has a path."""

    def whose(path: str) -> str:
        parts = path.split("/")
        if parts[0] == "person":
            return parts[1]
        scored = len(parts) == 5 and parts[2] in ("score", "again")
        return parts[4] if scored and parts[4] not in ("together", "other") else ""

    def is_score(path: str) -> Any:
        return whose(path) and not path.startswith("person/")

    assert [path for path in few if not is_score(path)] == [path for path in paths if not is_score(path)]
    marks = [path.split("/")[1] for path in few if is_score(path)]
    assert len(marks) == len(set(marks)) and set(marks) == {path.split("/")[1] for path in paths if is_score(path)}
    assert people == sorted({whose(path) for path in paths} - {""})
