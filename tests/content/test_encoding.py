"""Are files taken as other people's programs write them, and is every sign found that nobody can see?"""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as some

from macros.content.yaml_reader import encoding
from macros.content.yaml_reader.encoding import decode

WORDS = "title: Say hello\nwho: Zoë and Person B\n"


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_what_cannot_be_mistaken_is_taken_as_it_is(encoding: str, ends: str) -> None:
    assert decode(WORDS.replace("\n", ends).encode(encoding), "a.yml") == (WORDS, [])


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_either_order_of_bytes(mark: bytes, encoding: str) -> None:
    assert decode(mark + WORDS.encode(encoding), "a.yml") == (WORDS, [])


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("a: b  \nc: d\t\n", "a: b\nc: d\n"),
        ("a: b\xa0\n", "a: b\n"),
        ("a: b\n \xa0\t\nc: d\n", "a: b\n\nc: d\n"),
        ("\t# a\tremark\na: b\n", " # a remark\na: b\n"),
    ],
)
def test_spaces_and_tabs_that_say_nothing(written: str, text: str) -> None:
    assert decode(written.encode(), "a.yml") == (text, [])


@pytest.mark.parametrize(
    "sign",
    "\x00\x07\x0b\x0c\r\x1b\x1c\x1f\x7f\x85\x9f\xad\u034f\u061c\u115f\u17b4\u180e"
    "\u200b\u200c"
    "\u200d\u200e\u200f\u2028\u2029\u202a\u202d\u202e\u2060\u2064\u2066\u2069\u206f\u3164"
    "\ue000\ufe0f\ufeff\uffa0\ufff9\ufffc\uffff\U0001d173\U000e0001\U000e0067\U000e0100\U0010fffd",
)
@pytest.mark.parametrize("line", ["title: Say {}hello", "ti{}tle: Say hello", "- {}one", "# a {}remark"])
def test_a_sign_that_nobody_sees(sign: str, line: str) -> None:
    problems = decode(f"a: b\n{line.format(sign)}\n".encode(), "a.yml")[1]
    assert len(problems) == 1
    (found,) = problems
    assert (found.rule, found.place[1:]) == ("unseen-sign", (2, line.index("{") + 1))
    assert f"U+{ord(sign):04X}" in found.message


@pytest.mark.parametrize(
    "text",
    [
        "👩‍🦽 🧑🏽‍🤝‍🧑🏻 👁️‍🗨️ 1️⃣ ☎️ ©️ ℹ️ ⚠︎",
        "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        "e\u0301 Å",
        "می‌خواهم",
        "क्‍ष",
        "ភាសា\u200bខ្មែរ",
        "ไทย\u200bไทย",
        "辻\U000e0100",
        "ᠮᠤ᠋",
        "Bonjour\u202f! 20\xa0%",
        "「全角」　です",
        "CAFÉ» Ã ’",
        "العربية",
        "עברית",
        "¿Qué?",
        "naïve – “quoted”… 5 × 3 − 1",
    ],
)
def test_letters_of_all_people_stay(text: str) -> None:
    assert decode(f"title: {text}\n".encode(), "a.yml") == (f"title: {text}\n", [])


@pytest.mark.parametrize("letter", "’“–…é£½ñ°•€")
def test_a_letter_that_was_saved_in_another_encoding(letter: str) -> None:
    (found,) = decode(f"a: b {letter.encode().decode('cp1252')} c\n".encode(), "a.yml")[1]
    assert found.rule == "letter-twice" and found.place[1:] == (1, 6) and f"Type `{letter}`." == found.fix


def test_one_word_a_line_however_many_signs_there_are() -> None:
    found = decode(("a: \u200bb\u200b\n" * 5000).encode(), "a.yml")[1]
    assert [one.place[1:] for one in found] == [(line, 4) for line in range(1, 5001)]


@given(some.binary(max_size=60))
def test_any_bytes_are_text_or_have_a_problem_with_a_place(data: bytes) -> None:
    text, problems = decode(data, "a.yml")
    assert all(one.place.line >= 1 and one.place.column >= 1 for one in problems)
    assert problems or not [letter for letter in text if letter in "\0\r\t\x1b\u200b\u2028\ufeff"]


@given(
    some.text(
        some.characters(categories=["L", "M", "N", "P", "Zs", "Sm", "Sc"], exclude_characters="\ufffd"), max_size=80
    )
)
def test_letters_marks_and_signs_that_people_see_are_let_in(text: str) -> None:
    told = [one for one in decode(f"a: {text}.\n".encode(), "a.yml")[1] if one.rule != "letter-twice"]
    unseen = [letter for letter in text if encoding._UNSEEN.match(letter)]
    assert bool(told) <= bool(unseen)
