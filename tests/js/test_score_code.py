"""Do scores travel in a code whole, and is every slip of whoever says or types it found? Read by a second program too."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from py_mini_racer import MiniRacer

from tests.scripts import CODE, source
from tests.shared import ROOT

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
OTHERS = ("not-sure", "does-not-apply", "rather-not-say")
Call = Callable[..., Any]


def guide(*sizes: int, scores: tuple[int, int] = (1, 10), name: str = "a-guide", others: Sequence[str] = OTHERS) -> Any:
    """The facts of a guide with so many marks in each stage."""
    return {
        "guide": {"id": name, "scores": list(scores)},
        "answers": {one: one for one in others},
        "stages": [
            {"id": f"s{at}", "title": "", "marks": [[f"s{at}-m{n}"] for n in range(size)]}
            for at, size in enumerate(sizes)
        ],
    }


@pytest.fixture(scope="module")
def call() -> Call:
    """A function of the script, asked as a page would ask it."""
    engine = MiniRacer()
    engine.eval(source("core/record", *CODE))
    engine.eval(
        """marks.ask = {
          encode: (said, at, facts, chosen) =>
            marks.scoreCode.encode(said, marks.scoreCode.sheets(facts, chosen)[at], facts),
          decode: (text, facts, chosen) => marks.scoreCode.decode(text, marks.scoreCode.sheets(facts, chosen), facts),
          all: (texts, facts) => {
            const list = marks.scoreCode.sheets(facts);
            return texts.map((text) => marks.scoreCode.decode(text, list, facts).wrong || "");
          },
          split: marks.scoreCode.split,
          sheets: marks.scoreCode.sheets,
        };"""
    )

    def asked(name: str, *given: Any) -> Any:
        text = ", ".join(json.dumps(one) for one in given)
        return json.loads(str(engine.eval(f"JSON.stringify(marks.ask.{name}({text}))")))

    return asked


def answers(facts: Any) -> list[Any]:
    low, high = facts["guide"]["scores"]
    return ["", *range(low, high + 1), *facts["answers"]]


# --- the second way: from the page that describes it, with large numbers and long division


def hash_of(text: str) -> int:
    value = 0x811C9DC5
    for unit in text:
        value = ((value ^ ord(unit)) * 0x01000193) & 0xFFFFFFFF
    value ^= value >> 15
    return ((value * 0x2C1B3C6D) & 0xFFFFFFFF) >> 4


def product(one: int, other: int) -> int:
    """Of two numbers in the field of 32, bit by bit."""
    value = 0
    for bit in range(5):
        if other >> bit & 1:
            value ^= one << bit
    for bit in range(8, 4, -1):
        if value >> bit & 1:
            value ^= 0b100101 << (bit - 5)
    return value


def remainder(word: Sequence[int]) -> list[int]:
    """What is left of a word when it is divided by (x + 2)(x + 4), the root being 2."""
    left = list(word)
    for at in range(len(left) - 2):
        lead = left[at]
        left[at + 1] ^= product(lead, 6)
        left[at + 2] ^= product(lead, product(2, 4))
    return left[-2:]


def coded(said: Sequence[Any], stage: int, facts: Any) -> str:
    """A code as the page describes it."""
    known = answers(facts)
    heads: list[int] = []
    for one in facts["stages"]:
        marks = ",".join(mark for (mark,) in one["marks"])
        salt = 0
        while True:
            head = hash_of(f"{facts['guide']['id']} {','.join(map(str, known))} {marks} {salt}") % 1024
            if head not in heads:
                break
            salt += 1
        heads.append(head)
    number = sum(known.index(one) * len(known) ** at for at, one in enumerate(said))
    size = 0
    while 32**size < len(known) ** len(said):
        size += 1
    body = [number // 32**at % 32 for at in reversed(range(size))]
    root = 8
    for at in range(size):
        body[at] ^= root
        root = product(root, 2)
    word = [hash_of(facts["guide"]["id"]) % 32, heads[stage] // 32, heads[stage] % 32, *body]
    word += remainder([*word, 0, 0])
    signs = "".join(SIGNS[one] for one in word)
    return "-".join(re.findall(".{1,4}", signs))


# ---


@st.composite
def sheets(draw: st.DrawFn) -> tuple[Any, int, list[Any]]:
    """A guide, one of its stages, and somebody's answers."""
    low = draw(st.integers(0, 1))
    facts = guide(
        *draw(st.lists(st.integers(1, 40), min_size=1, max_size=4)),
        scores=(low, draw(st.integers(low + 1, 10))),
        others=OTHERS[: draw(st.integers(0, 3))],
    )
    at = draw(st.integers(0, len(facts["stages"]) - 1))
    size = len(facts["stages"][at]["marks"])
    return facts, at, draw(st.lists(st.sampled_from(answers(facts)), min_size=size, max_size=size))


@given(sheets())
def test_any_scores_come_out_as_they_went_in(call: Call, one: tuple[Any, int, list[Any]]) -> None:
    facts, at, said = one
    code = call("encode", said, at, facts)
    assert code == coded(said, at, facts)
    marks = [mark for (mark,) in facts["stages"][at]["marks"]]
    assert call("decode", code, facts) == {"sheet": f"s{at}", "marks": marks, "said": said}


def test_a_code_of_eleven_marks_has_fourteen_signs_and_one_of_forty_has_room(call: Call) -> None:
    assert len(call("encode", [10] * 11, 0, guide(11)).replace("-", "")) == 14
    assert len(call("encode", [10] * 40, 0, guide(40)).replace("-", "")) <= 36


@pytest.mark.parametrize("size", [1, 11, 40])
def test_every_wrong_sign_and_every_swap_is_found(size: int, call: Call) -> None:
    """All of them, for some codes."""
    facts = guide(size, 3, 12)
    rand = random.Random(size)
    for _ in range(4):
        said = [rand.choice(answers(facts)) for _ in range(size)]
        code = call("encode", said, 0, facts).replace("-", "")
        wrong = [code[:at] + sign + code[at + 1 :] for at in range(len(code)) for sign in SIGNS if sign != code[at]]
        wrong += [
            code[:at] + code[at + 1] + code[at] + code[at + 2 :]
            for at in range(len(code) - 1)
            if code[at] != code[at + 1]
        ]
        assert set(call("all", wrong, facts)) == {"check"}
        assert set(call("all", [code[:at] + code[at + 1 :] for at in range(len(code))], facts)) <= {
            "length",
            "check",
            "edition",
        }


def test_of_a_hundred_thousand_slips_none_is_taken(call: Call) -> None:
    facts = guide(11, 10, 12, 9)
    rand = random.Random(7)
    for _ in range(100):
        at = rand.randrange(4)
        code = coded([rand.choice(answers(facts)) for _ in facts["stages"][at]["marks"]], at, facts).replace("-", "")
        slips: list[str] = []
        while len(slips) < 1000:
            where = rand.randrange(len(code) - 1)
            if rand.random() < 0.5:
                slip = code[:where] + rand.choice(SIGNS) + code[where + 1 :]
            else:
                slip = code[:where] + code[where + 1] + code[where] + code[where + 2 :]
            if slip != code:
                slips.append(slip)
        assert all(call("all", slips, facts))


@pytest.mark.parametrize(
    "change",
    [
        str.lower,
        lambda code: code.replace("-", ""),
        lambda code: code.replace("-", " – "),
        lambda code: f"  {' '.join(code)}.\n",
        lambda code: code.replace("0", "O").replace("1", "l"),
        lambda code: code.replace("0", "o").replace("1", "I"),
        lambda code: "".join(chr(ord(sign) + 0xFEE0) if sign != "-" else sign for sign in code),
    ],
)
def test_how_somebody_writes_it_does_not_matter(change: Callable[[str], str], call: Call) -> None:
    facts = guide(11)
    rand = random.Random(3)
    codes = [coded([rand.choice(answers(facts)) for _ in range(11)], 0, facts) for _ in range(40)]
    assert {"0", "1"} <= set("".join(codes))
    for code in codes:
        assert call("decode", change(code), facts) == call("decode", code, facts)


def test_what_is_wrong_is_told_apart(call: Call) -> None:
    facts = guide(11, 4)
    code = coded([3] * 11, 0, facts)
    assert call("decode", " - ", facts) == {"wrong": "empty"}
    assert call("decode", code.replace(code[0], "U", 1), facts) == {"wrong": "sign", "what": "U"}
    assert call("decode", code[:-1], facts)["wrong"] == "length"
    assert call("decode", f"{code}7", facts) == {"wrong": "length", "what": "14", "count": 15}
    assert call("decode", "AB", facts)["wrong"] == "length"
    other = guide(11, 4, name="another-guide")
    assert hash_of("a-guide") % 32 != hash_of("another-guide") % 32
    assert call("decode", coded([3] * 11, 0, other), facts) == {"wrong": "guide"}
    for later in (guide(12, 4), guide(11, 4, scores=(1, 6)), guide(11, 4, others=OTHERS[:2])):
        assert call("decode", coded([3] * len(later["stages"][0]["marks"]), 0, later), facts) == {"wrong": "edition"}


def test_a_code_of_another_stage_says_which(call: Call) -> None:
    facts = guide(5, 5, 5)
    for at in range(3):
        assert call("decode", coded([1, 2, 3, "", "not-sure"], at, facts), facts)["sheet"] == f"s{at}"


def test_the_marks_that_a_group_chose_are_a_sheet(call: Call) -> None:
    facts = guide(5, 5)
    chosen = ["s0-m1", "s1-m4"]
    code = call("encode", [9, "not-sure"], 2, facts, chosen)
    assert call("decode", code, facts, chosen) == {"sheet": "chosen", "marks": chosen, "said": [9, "not-sure"]}
    assert call("decode", code, facts) == {"wrong": "edition"}
    assert call("decode", code, facts, ["s0-m1", "s1-m3"]) == {"wrong": "edition"}


def test_two_sheets_that_would_look_alike_do_not(call: Call) -> None:
    """So many stages that some share a number at first."""
    heads = [tuple(one["head"]) for one in call("sheets", guide(*[1] * 200))]
    assert len(set(heads)) == 200
    firsts = [
        hash_of(f"a-guide ,{','.join(map(str, range(1, 11)))},{','.join(OTHERS)} s{at}-m0 0") % 1024
        for at in range(200)
    ]
    assert len(set(firsts)) < 200  # the salt did it


def test_many_codes_come_together_with_whose_they_are(call: Call) -> None:
    pasted = "Person A: AAAA-BBBB\n3： cccc dddd; EEEE-FFFF,\r\n\n  https://example.org/planning-sheet/#scores=GGGG-HHHH\n-\n"
    assert call("split", pasted) == [
        {"who": "Person A", "code": "AAAA-BBBB"},
        {"who": "3", "code": "cccc dddd"},
        {"who": "", "code": "EEEE-FFFF"},
        {"who": "", "code": "GGGG-HHHH"},
    ]


def test_a_code_that_was_copied_from_a_small_screen_is_one(call: Call) -> None:
    """There it stands in several lines, and so it is pasted."""
    pasted = "4: YR38-\nVQ1N-\r\n8KPY-\nXM\nAAAA-BBBB-\n5: CCCC-DDDD"
    assert call("split", pasted) == [
        {"who": "4", "code": "YR38-VQ1N-8KPY-XM"},
        {"who": "", "code": "AAAA-BBBB-"},
        {"who": "5", "code": "CCCC-DDDD"},
    ]


def test_the_page_that_describes_it_tells_the_truth() -> None:
    text = (ROOT / ".github" / "score-code.md").read_text(encoding="utf-8")
    assert f"`{SIGNS}`" in text
    script = (ROOT / "overrides" / "assets" / "js" / "core" / "score-code.js").read_text(encoding="utf-8")
    reasons = set(re.findall(r'wrong: "(\w+)"', script))
    rows = set(re.findall(r"`(\w+)`", text[text.index("| Reason") :]))
    assert reasons == rows
