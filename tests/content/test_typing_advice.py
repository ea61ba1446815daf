"""Is what people read what an editor typed? Either it is, or the check names the line."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as some

from macros import commands as command
from macros.content import files
from macros.content.problems import Problem
from macros.content.validate import Validator
from macros.content.yaml_reader import typing_advice, yaml_errors, yaml_source
from macros.content.yaml_reader.yaml_source import parse
from tests.shared import FIXTURES, small_guide

MARK = (FIXTURES / "small" / "marks" / "planning" / "say-hello.yml").read_text(encoding="utf-8")
# What YAML has a meaning for, what looks like it, and what nobody sees.
PIECES = [
    "#",
    " #",
    "# ",
    ": ",
    ":",
    " :",
    "- ",
    "-",
    "? ",
    "&",
    "*",
    "!",
    "!!",
    "|",
    ">",
    ">5",
    "|-",
    "%",
    "@",
    "`",
    "'",
    '"',
    "''",
    '\\"',
    "\\n",
    "\\",
    "[",
    "]",
    "{",
    "}",
    ", ",
    "~",
    "null",
    "yes",
    "No",
    "010",
    "1_000",
    "1e3",
    "2026-11-25",
    "12:30",
    ".5",
    "+1",
    "...",
    "---",
    "=",
    "<<",
    "<b>",
    "\t",
    " ",
    "  ",
    "a",
    "B",
    "é",
    "e\u0301",
    "ﬁ",
    "💧",
    "👩‍🦽",
    "1️⃣",
    "\xa0",
    "\u202f",
    "\u3000",
    "\xad",
    "\u200b",
    "\u200d",
    "\u200f",
    "\u202e",
    "\u2066",
    "\ufeff",
    "\u2028",
    "\u2029",
    "\x85",
    "\x00",
    "\x07",
    "\x1c",
    "\x7f",
    "\r",
    "\ufffd",
    "\ue000",
    "“",
    "”",
    "’",
    "：",
    "＃",
    "–",
    "—",
    "•",
    "title: x",
    "source",
    "Ã©",
]
TYPED = some.lists(some.sampled_from(PIECES) | some.text(max_size=3), max_size=8).map("".join)


def read(text: str) -> tuple[dict[str, Any], list[Problem]]:
    """A mark's fields, and every problem of its file."""
    node, problems = parse(text.encode("utf-8", "surrogatepass"), "a.yml")
    if node is None:
        return {}, problems
    table, doc = files.FILES["mark"]
    reader = Validator()
    return reader.read(node, table, doc) or {}, problems + reader.problems


def meant(typed: str) -> str:
    """What an editor means by a text behind a colon: what stands there, or what stands in straight quotation marks."""
    typed = typed.strip()
    if found := re.fullmatch(r'"((?:[^"\\]|\\.)*)"(?:\s+#.*)?', typed):
        return re.sub(r'\\(["\\/ ])', r"\1", found[1])
    if found := re.fullmatch(r"'((?:[^']|'')*)'(?:\s+#.*)?", typed):
        return found[1].replace("''", "'")
    return typed


def one_line(text: str) -> str:
    """Runs of plain spaces are one space to whoever reads."""
    return re.sub(" +", " ", text).strip()


@given(typed=TYPED.filter(lambda typed: "\n" not in typed))
@example("Our #1 rule")
@example("“2026”")
def test_a_text_behind_a_colon(typed: str) -> None:
    mark, problems = read(MARK.replace("Say hello", typed, 1))
    named = [one for one in problems if one.place.line == 2]
    assert named or one_line(str(mark.get("title"))) == one_line(meant(typed)), (typed, mark.get("title"), problems)


@given(typed=TYPED.filter(lambda typed: "\n" not in typed))
@example("Share it with #CoPro")
@example("say:hello")
@example("say：hello")
def test_a_text_behind_a_dash(typed: str) -> None:
    mark, problems = read(MARK.replace("A smile.", typed, 1))
    named = [one for one in problems if one.place.line == 13]
    assert named or list(map(one_line, mark.get("ladders", []))) == [one_line(meant(typed))], (typed, mark, problems)


LINES = some.lists(some.tuples(some.sampled_from(["", "  ", "    ", "\xa0 "]), TYPED), min_size=1, max_size=3).map(
    lambda lines: "\n".join(indent + typed.replace("\n", " ") for indent, typed in lines)
)


def said(line: str, column: int) -> str:
    """A further line, unless it is a remark: its sign has a space behind it, or stands no further right than fields."""
    found = re.match(r"[ \t]*#(?P<usual>[\s#!-]|$|[\w-]+:(?:\s|$))?", line)
    return "" if found and (found["usual"] is not None or line.index("#") <= column) else line


@given(typed=LINES.filter(str.strip), place=some.sampled_from(["Say hello", "A smile.", "Somebody says hello."]))
@example("a\nb", "Say hello")
@example("Share it\n  #CoPro", "Somebody says hello.")
@example("a\n...", "Somebody says hello.")
def test_a_text_of_several_lines(typed: str, place: str) -> None:
    before = MARK[: MARK.index(place)].count("\n") + 1
    mark, problems = read(MARK.replace(place, typed, 1))
    named = [one for one in problems if before <= one.place.line <= before + typed.count("\n") + 1]
    first, *more = typed.split("\n")
    block = re.fullmatch(r"\s*[|>][+-]?(?:\s+#.*)?\s*", first)
    whole = " ".join(more if block else [first, *(said(line, 2 * (place == "A smile.")) for line in more)])
    fields_read = "\n".join(map(str, [mark.get("title"), *mark.get("ladders", []), mark.get("meaning")]))
    assert named or one_line(re.sub(r"\s+", " ", meant(whole))) in re.sub(r"\s+", " ", fields_read), (
        typed,
        mark,
        problems,
    )


Told = Callable[[str, str], list[str]]
TITLE, LINE, MEANING = "title: Say hello", "  - A smile.", "meaning: Somebody says hello."


@pytest.fixture
def told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Told:
    """What `python -m macros check` says of a guide in which one thing of a mark was typed in another way."""
    small = small_guide(tmp_path)
    guide, mark = small / "marks" / "guide.yml", small / "marks" / "planning" / "say-hello.yml"
    # How hard a text is to read is not measured in Welsh.
    guide.write_text(guide.read_text(encoding="utf-8").replace("en-GB", "cy"), encoding="utf-8")

    def check(old: str, new: str) -> list[str]:
        assert old in MARK
        mark.write_bytes(MARK.replace(old, new, 1).encode())
        status = command.main(["--root", str(small), "check"])
        lines = [line.removeprefix("marks/planning/say-hello.yml:") for line in capsys.readouterr().out.splitlines()]
        assert status == (not lines[-1].startswith("All is well"))
        return lines[:-1] if status else []

    return check


# What is typed in place of what, and where it is told of, with some words of the sentence.
SILENT = [
    # a remark that was none
    (
        TITLE,
        "title: Our #1 rule is a clear offer",
        "2:12: A space and `#` begin a remark, so the text before them ends "
        'there. Type "Our #1 rule is a clear offer", or give the remark a line of its own.',
    ),
    (LINE, "  - Share it with #CoPro and #Hull online.", "13:19: A space and `#` begin"),
    (LINE, "  - say: Share it #CoPro", "13:19: A space and `#` begin"),
    (
        LINE,
        '  - Say "hello" #1',
        "13:17: A space and `#` begin a remark, so the text before them ends there. Type 'Say \"hello\" #1', or",
    ),
    (LINE, "  - [Tea #1, milk]", "13:10: This line cannot be read: a space and `#` begin"),
    (
        TITLE,
        "title: #CoPro",
        '2:8: `#` begins a remark, so there is nothing here. Put the whole text in double quotes: "#CoPro"',
    ),
    (LINE, "  - #CoPro", "13:5: `#` begins a remark"),
    (TITLE, "title:\n  #CoPro", "3:3: `#` begins a remark"),
    (TITLE, "title: #CoPro\n  for all", "2:8: This is taken for a remark"),
    (LINE, "  - #1\n    for all", "13:5: This is taken for a remark"),
    (
        MEANING,
        "meaning: Somebody says\n  hello #1 and\n  more.",
        "7:9: This line cannot be read: a space and `#` begin",
    ),
    (MEANING, "meaning: Somebody says\n  hello #1", "7:9: A space and `#` begin"),
    (MEANING, "meaning: Somebody says\n  #CoPro hello.", "7:3: This is taken for a remark"),
    (MEANING, "meaning: >-\n    Somebody says\n  #CoPro hello.", "8:3: This is taken for a remark"),
    (LINE, "  - A smile.\n    #CoPro", "14:5: This is taken for a remark"),
    (TITLE, "title #1: Say hello", "2:7: This line cannot be read: a space and `#` begin"),
    (TITLE, "title: 2026 #1 plan", '2:8: `2026` without quotes is a number, not text. Type "2026 #1 plan" with'),
    # lines that became one text
    (
        LINE,
        "  - A smile.\n    A nod.",
        "14:5: This line is taken for more of the text that begins on line 13. If it is",
    ),
    (LINE, "  - A smile\n    A nod", "14:5: This line is taken"),
    (LINE, "  - A smile.\n    a nod.", "14:5: This line is taken"),
    (
        LINE,
        "  - A smile\n    -a nod",
        "14:5: This line is taken for more of the text that begins on line 13. Begin an item",
    ),
    (
        LINE,
        "  - A smile\n    - a nod",
        "14:5: This line is taken for more of the text that begins on line 13. Begin an item",
    ),
    (
        LINE,
        "  - A smile\n    2. a nod",
        "14:5: This line is taken for more of the text that begins on line 13. Begin an item",
    ),
    (
        LINE,
        "  - A smile\n    – a nod",
        "14:5: This line is taken for more of the text that begins on line 13. An en dash "
        "(U+2013) stands where a list has its dash. Type a hyphen (-) and a space instead.",
    ),
    (
        LINE,
        "  - A smile\n    source BOOK-ONE",
        "14:5: This line is taken for more of the text that begins on line 13. If `source` is a field",
    ),
    (LINE, "  - A smile\n    source：BOOK-ONE", "14:11: This line is taken"),
    (MEANING, "meaning: Somebody\n\n  says hello", "8:3: This line is taken"),
    (
        "snakes:\n  - A frown.",
        "snakes: [tea\n  milk]",
        "15:3: This line is taken for more of the text that begins on line 14. Put a comma between",
    ),
    (
        LINE,
        '  - "A smile.\n  - A nod."',
        "14:3: This line is taken for more of the text that begins on line 13. Close the "
        "quotation mark of line 13 where its text ends.",
    ),
    ("id: say-hello", "id say-hello", "1:1: This line cannot be read: it is no field, because there is no colon after"),
    (LINE, "  - say:A smile.", "13:9: This line cannot be read: there is no space after the colon."),
    # signs that begin a text and mean something else
    (TITLE, "title: Say: hello", "2:11: This line cannot be read: a colon and a space stand inside text."),
    (TITLE, "title: - hello", "2:8: This line cannot be read: a dash and a space cannot begin a text."),
    (
        LINE,
        "  - - hello",
        "13:5: This is a list, and it needs text. Write it as text (what helps us climb), without a dash before it.",
    ),
    (TITLE, "title: ? hello", "2:8: This line cannot be read: a question mark and a space cannot begin a text."),
    (LINE, "  - : hello", "13:5: This line cannot be read: a colon and a space cannot begin a text."),
    (TITLE, "title: !hello", "2:8: `!hello` is a YAML tag"),
    (TITLE, "title: &hello you", "2:8: `&hello` is a short cut"),
    (TITLE, "title: *hello", "2:8: `*hello` is a short cut"),
    (TITLE, "title: **Hello** you", "2:9: This line cannot be"),
    (TITLE, "title: @hello", "2:8: This line cannot be read: this sign"),
    (TITLE, "title: `hello`", "2:8: This line cannot be read: this sign"),
    (TITLE, "title: %hello", "2:8: This line cannot be read: this sign"),
    (TITLE, "title: | hello", "2:10: This line cannot be read: `|` or `>`"),
    (TITLE, "title: >5", "2:8: `>5` is taken for the sign of a block"),
    (TITLE, "title: >2 # people", "2:8: `>2` is taken for the sign of a block"),
    (TITLE, "title: [New] hello", "2:14: This line cannot be read: text goes on after a closing bracket."),
    (TITLE, "title: [New]", "2:8: This is a list, and it needs text. Put text with brackets in double quotes."),
    (LINE, "  - [New", "13:5: This line cannot be read: a bracket is opened and never closed."),
    (TITLE, "title: yes", '2:8: `yes` without quotes means yes or no, not text. Type "yes" with'),
    (TITLE, "title: null", "2:8: `null` without quotes means nothing"),
    (LINE, "  - ~", "13:5: `~` without quotes"),
    (TITLE, "title: 010", "2:8: `010` without quotes is a number"),
    (TITLE, "title: 1_000", "2:8: `1_000` without quotes"),
    (TITLE, "title: 12:30", "2:8: `12:30` without quotes"),
    (TITLE, "title: 2026-11-25", "2:8: `2026-11-25` without quotes"),
    (TITLE, "title: a\n...", "3:1: This line cannot be read: three dots alone on a line end the file. Take them out."),
    (TITLE, "title: a\n---", "3:1: A second document begins here"),
    # quotation marks
    (TITLE, 'title: "Hello" to all', "2:16: This line cannot be read: text goes on after a closing quotation mark."),
    (
        TITLE,
        "title: 'It's hello'",
        "2:12: This line cannot be read: text goes on after a closing quotation mark. Put "
        "double quotes around the whole text, or type '' for each ' inside it.",
    ),
    (TITLE, 'title: "Say hello', "2:8: This line cannot be read: a quotation mark is opened and never closed."),
    (
        TITLE,
        'title: "Say hello”',
        "2:18: There is a curly quotation mark (U+201D) where a straight one should close the "
        'text. Type a straight one (") instead.',
    ),
    (
        TITLE,
        "title: “2026”",
        '2:8: There is a curly quotation mark (U+201C) around this text. Type "2026" with straight',
    ),
    (
        TITLE,
        "title: “Our rule: hello”",
        "2:8: There is a curly quotation mark (U+201C) at the beginning of a text with a",
    ),
    (TITLE, 'title: "Yes\\no"', "2:12: `\\n` in double quotes is taken for the end of a line. Type two backslashes"),
    (TITLE, 'title: "a\\x00b"', "2:8: There is a sign here that nobody can see: control character (U+0000)"),
    (TITLE, 'title: "a\\uD800b"', "2:12: This line cannot be read: a backslash inside double quotes"),
    (TITLE, 'title: "a\\UFFFFFFFFb"', "2:12: This line cannot be read: a backslash inside double quotes"),
    (TITLE, f"{TITLE}\ntitle: Say it", "3:1: `title` stands here a second time. The first is on line 2."),
]
STRANGE = [
    (TITLE, "title:\xa0Say hello", "2:7: There is a no-break space (U+00A0) after the colon. Type a space instead."),
    (TITLE, "title:\u202fSay hello", "2:7: There is a narrow no-break space (U+202F) after the colon."),
    (TITLE, "title:\u3000Say hello", "2:7: There is a wide space (U+3000) after the colon."),
    (TITLE, "title:\u2002Say hello", "2:7: There is an en space (U+2002) after the colon."),
    (TITLE, "title:\u2003Say hello", "2:7: There is an em space (U+2003) after the colon."),
    (TITLE, "title:\u2009Say hello", "2:7: There is a thin space (U+2009) after the colon."),
    (TITLE, "title:\tSay hello", "2:7: There is a tab here. Type a space instead."),
    (TITLE, "title\xa0: Say hello", "2:6: There is a no-break space (U+00A0) before the colon. Type the colon alone"),
    (
        TITLE,
        "\xa0title: Say hello",
        "2:1: There is a no-break space (U+00A0) where the line begins. Type spaces instead.",
    ),
    (TITLE, "title：Say hello", "2:6: There is a wide colon (U+FF1A) after a name. Type a plain colon (:) and a space"),
    (TITLE, "title： Say hello", "2:6: There is a wide colon (U+FF1A) after a name."),
    (TITLE, "title﹕Say hello", "2:6: There is a small colon (U+FE55) after a name."),
    (LINE, "  -\xa0A smile.", "13:4: There is a no-break space (U+00A0) after the dash. Type a space instead."),
    (LINE, "  -\u3000A smile.\n  - A nod.", "13:4: There is a wide space (U+3000) after the dash."),
    (LINE, "\xa0\xa0- A smile.", "13:1: There is a no-break space (U+00A0) where the line begins."),
    (LINE, "  \u3000- A smile.", "13:3: There is a wide space (U+3000) where the line begins."),
    (
        LINE,
        "  – A smile.",
        "13:3: There is an en dash (U+2013) where a list has its dash. Type a hyphen (-) and a space",
    ),
    (LINE, "  — A smile.\n  — A nod.", "13:3: There is an em dash (U+2014) where a list has its dash."),
    (LINE, "  - A smile.\n  − A nod.", "14:3: There is a minus sign (U+2212) where a list has its dash."),
    (LINE, "  － A smile.", "13:3: There is a wide dash (U+FF0D) where a list has its dash."),
    (LINE, "  • A smile.", "13:3: There is a bullet (U+2022) where a list has its dash."),
    (LINE, "  * A smile.", "13:3: There is a star (U+002A) where a list has its dash."),
    (LINE, "  - say：A smile.", "13:8: There is a wide colon (U+FF1A) after a name."),
    (LINE, "  - say:\xa0A smile.", "13:9: There is a no-break space (U+00A0) after the colon."),
    (
        LINE,
        "  - say: A smile.\n\xa0\xa0\xa0\xa0source: BOOK-ONE",
        "14:1: There is a no-break space (U+00A0) where the line",
    ),
    ("snakes:\n  - A frown.", "snakes: ［Tea］", "14:9: There is a wide bracket (U+FF3B) where a plain one belongs."),
    ("origin: ours", "origin: “ours”", "3:9: `“ours”` cannot be an id. A curly quotation mark (U+201C) stands"),
    (
        "id: say-hello",
        "id: say–hello",
        "1:8: `say–hello` cannot be an id. An en dash (U+2013) stands here. Type a hyphen",
    ),
]


@pytest.mark.parametrize(("old", "new", "says"), [*SILENT, *STRANGE], ids=lambda text: ascii(text)[1:40])
def test_the_check_says_where_and_what_to_type(old: str, new: str, says: str, told: Told) -> None:
    assert [line for line in told(old, new) if line.startswith(says)], told(old, new)


# What stays as it is, without a word.
FINE = [
    (TITLE, "# Ours #1\n#title: Hello\ntitle: Say hello\n# end", "Say hello"),
    (TITLE, 'title: "Our #1 rule" # a remark behind a quoted text', "Our #1 rule"),
    (TITLE, "title: 'It''s #1'", "It's #1"),
    (TITLE, "title: C# and F#", "C# and F#"),
    (TITLE, "title: Room#5, 20\xa0% and 3:1", "Room#5, 20\xa0% and 3:1"),
    (TITLE, "title: “Hello” – it’s 1e3\u202f€ … 💧 👩‍🦽 e\u0301", "“Hello” – it’s 1e3\u202f€ … 💧 👩‍🦽 e\u0301"),
    (TITLE, "title: Say hello\n  to all of us", "Say hello to all of us"),
    (TITLE, "title:\n  Say hello to\n  (all) of us", "Say hello to (all) of us"),
    (TITLE, 'title: "Say hello.\n  To all."', "Say hello. To all."),
    (TITLE, "title: >-\n  Say #1.\n  To all.", "Say #1. To all."),
    ("origin: ours", "origin: ours # of course\n#origin: adapted", "Say hello"),
    (TITLE, "title: |\n  Say\n  Hello", "Say Hello"),
    (TITLE, 'title: "a\\u00ADb"', "a\xadb"),
    (TITLE, "title: Say hello \t\n\t# a\tremark", "Say hello"),
    (TITLE, "title: Say hello\n \xa0\n", "Say hello"),
]


@pytest.mark.parametrize(("old", "new", "title"), FINE, ids=lambda text: ascii(text)[1:40])
def test_the_check_says_nothing_of_what_cannot_be_mistaken(old: str, new: str, title: str, told: Told) -> None:
    mark, problems = read(MARK.replace(old, new, 1))
    assert not problems and mark["title"] == title
    assert told(old, new) == []


def test_a_remark_behind_a_number_stays(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    scale = small / "marks" / "scale.yml"
    words = scale.read_text(encoding="utf-8")
    assert "highest: 10\n" in words
    scale.write_text(words.replace("highest: 10\n", "highest: 10 # the most\n"), encoding="utf-8")
    assert command.main(["--root", str(small), "check"]) == 0


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_a_file_from_notepad_is_a_file(encoding: str, ends: str, small: Path) -> None:
    for path in (small / "marks").rglob("*.yml"):
        path.write_bytes(path.read_text(encoding="utf-8").replace("\n", ends).encode(encoding))
    assert command.main(["--root", str(small), "check"]) == 0


def test_each_line_with_a_strange_sign_is_told_of_at_once(told: Told) -> None:
    said = told(MARK, MARK.replace("  - ", "\xa0\xa0- ").replace("meaning: ", "meaning："))
    assert [line.partition(": ")[0] for line in said] == ["6:8", "8:1", "11:1", "13:1", "15:1", "17:1"]


@pytest.mark.parametrize(("old", "new", "says"), [*SILENT, *STRANGE], ids=lambda text: ascii(text)[1:40])
def test_both_parsers_tell_the_same(old: str, new: str, says: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found = []
    for parser in (getattr(yaml, "CSafeLoader", yaml.SafeLoader), yaml.SafeLoader):
        for module in (yaml_source, yaml_errors):
            monkeypatch.setattr(module, "_FAST", parser)
        found.append(read(MARK.replace(old, new, 1))[1])
    assert found[0] == found[1] != []


@pytest.mark.parametrize(
    ("words", "typed"),
    [
        ("1 March 2040", "2040-03-01"),
        ("1st  mar. 2040", "2040-03-01"),
        ("March 1, 2040", "2040-03-01"),
        ("31 February 2040", "2026-03-04"),
        ("1 Mirch 2040", "2026-03-04"),
        ("in spring", "2026-03-04"),
        ("", "2026-03-04"),
    ],
)
def test_a_day_in_words_is_given_back_as_it_is_typed(words: str, typed: str) -> None:
    assert typing_advice.day(words) == typed
