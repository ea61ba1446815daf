"""Is each kind of value read as it should be, and refused where it should be?"""

from __future__ import annotations

import pytest

from macros.content.field_types import Field, FieldType, List, Map, Nullable, Number, Object, ShortOrFull, Text
from macros.content.validate import Record, Validator
from macros.content.yaml_reader.yaml_source import parse

PAIR = Object({"a": Field(Text(10), "the first"), "b": Field(Number(1, 10), "the second", required=False)})
MARKS = List(Text(20, "id", refers="mark"), 1, 3)


def reading(kind: FieldType, written: str) -> tuple[object, list[str], Validator]:
    """The value, the rules that are broken, and all that was gathered."""
    node, problems = parse(f"x: {written}\n".encode(), "a.yml")
    assert not problems and node is not None
    reader = Validator()
    record = reader.read(node, Object({"x": Field(kind, "a field")}), "a file")
    return record.get("x"), [one.rule for one in reader.problems], reader


@pytest.mark.parametrize(
    ("kind", "written", "value"),
    [
        (Text(), "  two   words ", "two words"),
        (Text(), ">-\n  one\n  two", "one two"),
        (Text(), "'5'", "5"),
        (Text(), "3 < 4 and 5 > 2 & more", "3 < 4 and 5 > 2 & more"),
        (Text(3), "abc", "abc"),
        (Text(choices=("red", "blue")), "red", "red"),
        (Text(form="id"), "one-two-3", "one-two-3"),
        (Text(form="source"), "A-2-C", "A-2-C"),
        (Text(form="address"), "https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        (Number(1, 10), "10", 10),
        (Number(-5, 5), "-5", -5),
        (List(Text()), "[a, b]", ["a", "b"]),
        (List(Text(), 0), "[]", []),
        (PAIR, "{a: one}", {"a": "one"}),
        (PAIR, "{b: 2, a: one}", {"b": 2, "a": "one"}),
        (Map(Text()), "{one: a, two: b}", {"one": "a", "two": "b"}),
        (Map(Text(), least=0), "{}", {}),
        (Map(Text(), least=0), "[]", {}),
        (Map(Nullable(Text())), "{one: null, two: b}", {"one": None, "two": "b"}),
        (ShortOrFull(Text(), PAIR), "a", "a"),
        (ShortOrFull(Text(), PAIR), "{a: b}", {"a": "b"}),
        (ShortOrFull(Text(), List(Text())), "[a]", ["a"]),
        (Nullable(Text()), "null", None),
        (Nullable(Text()), "a", "a"),
    ],
)
def test_what_is_let_in(kind: FieldType, written: str, value: object) -> None:
    found, broken, _ = reading(kind, written)
    assert found == value and not broken


@pytest.mark.parametrize(
    ("kind", "written", "rule"),
    [
        (Text(), "no", "bare-truth"),
        (Text(), "5", "bare-number"),
        (Text(), "2026-11-23", "bare-date"),
        (Text(), "", "nothing-here"),
        (Text(), "null", "bare-nothing"),
        (Text(), "' '", "nothing-here"),
        (Text(), "[a]", "wrong-type"),
        (Text(), "{a: b}", "wrong-type"),
        (Text(), "<b>a</b>", "html-in-text"),
        (Text(), "a <!-- b -->", "html-in-text"),
        (Text(), "</div>", "html-in-text"),
        (Text(), "some of it is lost {ONE-2}. And", "source-in-text"),
        (Text(prose=True), "a {ONE} b", "source-in-text"),
        (Text(), "<script", "html-in-text"),
        (Text(), "<?php", "html-in-text"),
        (Text(3), "abcd", "too-long"),
        (Text(choices=("red",)), "blue", "not-a-choice"),
        (Text(form="id"), "One", "bad-id"),
        (Text(form="id"), "a--b", "bad-id"),
        (Text(form="id"), "-a", "bad-id"),
        (Text(form="id"), "a b", "bad-id"),
        (Text(form="id"), "é", "bad-id"),
        (Text(form="id"), "a" * 61, "bad-id"),
        (Text(form="source"), "small", "bad-id"),
        (Text(form="address"), "www.example.org", "bad-address"),
        (Text(form="address"), "'javascript:a'", "bad-address"),
        (Text(form="address"), "'https://a b'", "bad-address"),
        (Number(1, 10), "0", "number-out-of-range"),
        (Number(1, 10), "11", "number-out-of-range"),
        (Number(1, 10), "'5'", "wrong-type"),
        (Number(1, 10), "5.0", "wrong-type"),
        (Number(1, 10), "five", "wrong-type"),
        (Number(1, 10), "1_0", "wrong-type"),
        (Number(1, 10), "010", "wrong-type"),
        (Number(1, 10), "9999999999999", "wrong-type"),
        (Number(1, 10), "yes", "wrong-type"),
        (Number(1, 10), "", "nothing-here"),
        (List(Text()), "a", "wrong-type"),
        (List(Text()), "{a: b}", "wrong-type"),
        (List(Text()), "[]", "too-few"),
        (List(Text(), 1, 2), "[a, b, c]", "too-many"),
        (MARKS, "[a, b, a]", "twice-in-list"),
        (PAIR, "a", "wrong-type"),
        (PAIR, "[a]", "wrong-type"),
        (PAIR, "{b: 1}", "missing-field"),
        (PAIR, "{a: b, c: d}", "unknown-field"),
        (PAIR, "{a: }", "nothing-here"),
        (Object(PAIR.fields, one_of=True), "{a: b, b: 1}", "one-of"),
        (Object(PAIR.fields, one_of=True), "{}", "one-of"),
        (Map(Text()), "{}", "too-few"),
        (Map(Text()), "{A: b}", "bad-id"),
        (Map(Text()), "{no: b}", "bare-truth"),
        (Map(Text()), "[a]", "wrong-type"),
        (Map(Text()), "{one: }", "nothing-here"),
    ],
)
def test_what_is_refused(kind: FieldType, written: str, rule: str) -> None:
    _, broken, _ = reading(kind, written)
    assert broken == [rule]


def test_names_and_prose_are_gathered_with_their_places() -> None:
    _, _, reader = reading(MARKS, "[listening, build-trust]")
    assert [(one.kind, one.text, one.place[1:]) for one in reader.references] == [
        ("mark", "listening", (1, 5)),
        ("mark", "build-trust", (1, 16)),
    ]
    _, _, reader = reading(Text(prose=True), "see [this](page:use)")
    assert [(text, place[1:]) for text, place in reader.prose] == [("see [this](page:use)", (1, 4))]


def test_a_record_knows_the_places_of_its_fields() -> None:
    value, _, _ = reading(PAIR, "{a: one, b: 2}")
    assert isinstance(value, Record)
    assert value.keys_at["b"][1:] == (1, 13) and value.values_at["b"][1:] == (1, 16)
