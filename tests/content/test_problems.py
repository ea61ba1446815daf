"""Does each mistake get a sentence that helps, on one line, whatever a person typed?"""

from __future__ import annotations

import re
import string

import pytest

from macros.content import problems
from macros.content.problem_sentences import RULES
from macros.content.problems import (
    ContentError,
    Location,
    did_you_mean,
    nearest,
    problem,
    report,
    workflow_commands,
)


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_is_two_plain_sentences(rule: str) -> None:
    wrong, mend = RULES[rule]
    assert re.fullmatch(r"[A-Z`{].*[.]", wrong), wrong
    assert mend == "{advice}" or re.fullmatch(r"[A-Z].*[.]", mend), mend
    for text in (wrong, mend):
        assert not re.search(r"(?i)\b(error|invalid|null|parse|syntax|exception|failed|must not|illegal)\b", text)


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_needs_its_facts(rule: str) -> None:
    slots = {name for text in RULES[rule] for _, name, _, _ in string.Formatter().parse(text) if name}
    filled = problem(Location("a.yml", 3, 4), rule, **{name: f"<{name}>" for name in slots})
    assert all(f"<{name}>" in str(filled) for name in slots)
    assert str(filled).startswith("a.yml:3:4: ")
    if slots:
        with pytest.raises(KeyError):
            problem(Location("a.yml"), rule)


def test_an_unknown_rule_is_our_own_mistake() -> None:
    with pytest.raises(KeyError):
        problem(Location("a.yml"), "no-such-rule")


def test_a_fact_stays_on_one_short_line() -> None:
    said = str(problem(Location("a.yml"), "unknown-mark", text="a\nb\x1b[31m" + "c" * 5000, advice=""))
    assert "\n" not in said and "\x1b" not in said and len(said) < 400


def test_braces_in_a_fact_are_only_text() -> None:
    assert "{0.__class__}" in str(problem(Location("a.yml"), "unknown-mark", text="{0.__class__}", advice="{x}"))


def test_problems_stand_in_the_order_of_the_files() -> None:
    places = [Location("b.yml", 1, 1), Location("a.yml", 10, 1), Location("a.yml", 9, 2), Location("a.yml", 9, 1)]
    bad = ContentError([problem(place, "missing-file") for place in places] * 2)
    assert [one.place for one in bad.problems] == sorted(places)
    assert str(bad) == report(bad.problems)


def test_the_report_counts() -> None:
    one = problem(Location("a.yml"), "missing-file")
    assert report([one]).splitlines()[-1].startswith("1 problem in the guide.")
    assert report([one, one]).splitlines()[-1].startswith("2 problems in the guide.")


def test_the_report_says_of_a_build_only_what_is_so() -> None:
    gone, hard = problem(Location("a.yml"), "missing-file"), problems.Problem(Location("b.yml"), "too-hard", "A.", "B.")
    assert report([gone]).endswith("1 problem in the guide. Nothing is built until that is put right.")
    assert "Nothing is built" not in report([hard, hard]) and "2 problems in the guide. It can be built" in report(
        [hard, hard]
    )
    assert report([gone, hard]).endswith("stops no build. Nothing is built until the rest is put right.")


def test_what_is_quoted_brings_no_second_full_stop() -> None:
    said = problem(Location("a.yml"), "stale-translation", text="lead", now="They look after it.", tag="eo")
    assert ".." not in str(said) and "`They look after it.`" in str(said)


@pytest.mark.parametrize(
    ("text", "known", "found"),
    [
        ("listning", ["listening", "process"], ["listening"]),
        ("LISTENING", ["listening"], ["listening"]),
        ("zzz", ["listening"], []),
        ("", ["listening"], []),
        (
            "build-trust",
            ["build-trusts", "built-trust", "build-rust", "build-a-trust"],
            ["build-trusts", "build-rust", "build-a-trust"],
        ),
        ("x" * 100_000, ["listening"], []),
    ],
)
def test_the_nearest_names(text: str, known: list[str], found: list[str]) -> None:
    assert nearest(text, known) == found


def test_advice_names_one_or_several_or_none() -> None:
    assert did_you_mean("listning", ["listening"]) == "Did you mean `listening`?"
    assert did_you_mean("aab", ["aaa", "aac"]).startswith("Did you mean `aa") and " or " in did_you_mean(
        "aab", ["aaa", "aac"]
    )
    assert did_you_mean("q", ["listening"]) == "Check the spelling."


def test_workflow_commands_keep_to_their_line() -> None:
    one = problems.Problem(Location("a,b:c.yml", 3, 4), "x", "100 %\nof ::error", "it.")
    assert workflow_commands([one]) == "::error file=a%2Cb%3Ac.yml,line=3,col=4::100 %25%0Aof ::error it."
