"""Does a file say what an editor meant, on the right line, whatever is in it?"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from macros.content.yaml_reader import yaml_source
from macros.content.yaml_reader.yaml_source import Listing, Mapping, Scalar, parse, read


def rules(data: bytes) -> list[str]:
    """The rules that some bytes break."""
    return [one.rule for one in parse(data, "a.yml")[1]]


def place(data: bytes) -> tuple[int, int]:
    """Where the first problem of some bytes is."""
    where = parse(data, "a.yml")[1][0].place
    assert where.file == "a.yml"
    return where.line, where.column


def test_nodes_remember_where_they_stand() -> None:
    node, problems = parse(b"a: one\nb:\n  - two\n  - c: three\n", "a.yml")
    assert not problems and isinstance(node, Mapping)
    (a, one), (b, many) = node.pairs
    assert (a.text, a.place[1:], b.text, b.place[1:]) == ("a", (1, 1), "b", (2, 1))
    assert isinstance(one, Scalar) and (one.text, one.kind, one.place[1:]) == ("one", "text", (1, 4))
    assert isinstance(many, Listing) and [item.place[1:] for item in many.items] == [(3, 5), (4, 5)]


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("word", "text"),
        ("'no'", "text"),
        ('"5"', "text"),
        ("no", "truth"),
        ("Yes", "truth"),
        ("on", "truth"),
        ("5", "number"),
        ("-5", "number"),
        ("1.5", "number"),
        ("2026-11-23", "date"),
        ("null", "nothing"),
        ("~", "nothing"),
        ("", "nothing"),
        ("<<", "text"),
        ("=", "text"),
        ("0x1F", "number"),
        (".inf", "number"),
        ("1_000", "number"),
    ],
)
def test_what_yaml_takes_a_value_for(written: str, kind: str) -> None:
    node, problems = parse(f"a: {written}\n".encode(), "a.yml")
    assert not problems and isinstance(node, Mapping)
    value = node.pairs[0][1]
    assert isinstance(value, Scalar) and value.kind == kind


@pytest.mark.parametrize("style", ["|", "|-", "|+", ">", ">-"])
def test_a_block_is_text(style: str) -> None:
    node, problems = parse(f"a: {style}\n  no\n  5\n".encode(), "a.yml")
    assert not problems and isinstance(node, Mapping)
    value = node.pairs[0][1]
    assert isinstance(value, Scalar) and value.kind == "text" and value.text.split() == ["no", "5"]


@pytest.mark.parametrize(
    ("data", "rule", "where"),
    [
        (b"a: b\na: c\n", "duplicate-key", (2, 1)),
        (b"a:\n\tb: c\n", "tab", (2, 1)),
        (b"a: b\nc: \xe9\n", "not-utf8", (2, 4)),
        (b"a: b\nc: x\x07y\n", "unseen-sign", (2, 5)),
        ("a: b\u202ec\n".encode(), "unseen-sign", (1, 5)),
        (b"a: &b c\n", "alias", (1, 4)),
        (b"a: *b\n", "alias", (1, 4)),
        (b"a: !!python/object:os.system b\n", "tag", (1, 4)),
        (b"a: b\n---\nc: d\n", "second-document", (2, 1)),
        (b"a: b: c\n", "bad-yaml", (1, 5)),
        (b'a: "b\nc: d\n', "bad-yaml", (1, 4)),
        (b"[" * 5000, "too-deep", (1, yaml_source.DEEPEST + 1)),
        (b"a: " + b"{b: " * 5000, "too-deep", (1, 4 + 4 * (yaml_source.DEEPEST - 1))),
        (b"{[a]: b}\n", "bad-yaml", (1, 2)),
        (b"? a\n? b\n: c\n? {d: e}\n", "bad-yaml", (4, 3)),
    ],
)
def test_what_is_not_let_in(data: bytes, rule: str, where: tuple[int, int]) -> None:
    assert rule in rules(data) and place(data) == where


def test_a_file_longer_than_any_is_refused() -> None:
    assert rules(b"a: " + b"b" * yaml_source.LONGEST_FILE) == ["too-big"]


@pytest.mark.parametrize("data", [b"", b"\n\n", b"# only a note\n", b"---\n", b"\xef\xbb\xbf"])
def test_nothing_is_nothing(data: bytes) -> None:
    assert parse(data, "a.yml")[0] is None


def test_a_billion_laughs_is_not_funny() -> None:
    lines = ["a0: &a0 [lol, lol]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 40)]
    _, problems = parse("\n".join(lines).encode(), "a.yml")
    assert {one.rule for one in problems} == {"alias"} and len(problems) == 40 + 39 * 2


def test_both_parsers_of_yaml_give_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    data = b'a: no\nb: [1, "2", {c: d}]\ne: >-\n  f\n  g\n? h\n: i\nj:\n- k\n'
    bad = b"a: 'b' c\n"
    found = []
    for parser in (getattr(yaml, "CSafeLoader", yaml.SafeLoader), yaml.SafeLoader):
        monkeypatch.setattr(yaml_source, "_FAST", parser)
        found.append((parse(data, "a.yml"), parse(bad, "a.yml")))
    assert found[0] == found[1] and found[0][0][0] is not None and found[0][1][1]


def test_a_link_may_not_lead_out(tmp_path: Path) -> None:
    (tmp_path / "marks").mkdir()
    (tmp_path / "secret.yml").write_text("a: b\n")
    (tmp_path / "marks" / "a.yml").symlink_to("../secret.yml")
    node, problems = read(tmp_path / "marks" / "a.yml", "marks/a.yml", tmp_path / "marks")
    assert node is None and [one.rule for one in problems] == ["outside-link"]


def test_a_link_that_stays_inside_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "real.yml").write_text("a: b\n")
    (tmp_path / "a.yml").symlink_to("real.yml")
    node, problems = read(tmp_path / "a.yml", "a.yml", tmp_path)
    assert node is not None and not problems


@pytest.mark.parametrize("goal", ["a.yml", "gone.yml"])
def test_a_link_to_itself_or_to_nothing(goal: str, tmp_path: Path) -> None:
    (tmp_path / "a.yml").symlink_to(goal)
    node, problems = read(tmp_path / "a.yml", "a.yml", tmp_path)
    assert node is None and [one.rule for one in problems] == ["unreadable"]
