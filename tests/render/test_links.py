"""Does each record have one place, and is each source named as people name it?"""

from __future__ import annotations

import pytest

from macros.content.model import Guide, Source
from macros.render import links


@pytest.mark.parametrize(
    ("asked", "there"),
    [
        (("page", "index"), "index.md"),
        (("page", "about", "about-one"), "about.md#about-one"),
        (("stage", "early-days"), "early-days.md"),
        (("stage", "early-days", "marks"), "early-days.md#marks"),
        (("sheet", "early-days", "review-together"), "early-days-sheet.md#review-together"),
        (("mark", "listening"), "later-days.md#listening"),
        (("idea", "idea-one-later"), "lake.md#idea-one-later"),
        (("voice", "on-listening"), "voices.md#on-listening"),
        (("source", "BOOK-ONE"), "references.md#BOOK-ONE"),
        (("word", "power"), "glossary.md#power"),
    ],
)
def test_where_a_record_stands(asked: tuple[str, ...], there: str, made_up: Guide) -> None:
    assert str(links.target(made_up, *asked)) == there


@pytest.mark.parametrize("kind", ["stage", "sheet", "mark", "idea", "voice", "word", "source"])
def test_nothing_leads_to_a_record_that_is_not_there(kind: str, made_up: Guide) -> None:
    with pytest.raises(KeyError):
        links.target(made_up, kind, "no-such-record")


@pytest.mark.parametrize(
    ("here", "goal", "path"),
    [
        ("a.md", "b.md", "b.md"),
        ("x/a.md", "b.md", "../b.md"),
        ("a.md", "x/b.md", "x/b.md"),
        ("x/a.md", "x/b.md", "b.md"),
        ("x/y/a.md", "z/b.md", "../../z/b.md"),
    ],
)
def test_the_way_between_pages(here: str, goal: str, path: str) -> None:
    assert links.relative(here, goal) == path


def source(**facts: str) -> Source:
    """A source with these facts and no others."""
    return Source(
        key="KEY",
        title=facts.get("title", "A title"),
        read="in full",
        group="group",
        **{name: facts[name] for name in ("short", "authors", "date", "place") if name in facts},
    )


@pytest.mark.parametrize(
    ("facts", "shown"),
    [
        ({"short": "The original: Planning", "authors": "X Y", "date": "2020"}, "The original: Planning"),
        ({"authors": "Barke J", "date": "2020"}, "Barke, 2020"),
        ({"authors": "Barke J, Thomas-Hughes H, Howard M", "date": "(3 May 2020)"}, "Barke and others, 2020"),
        ({"authors": "van der Graaf P", "date": "2019"}, "van der Graaf, 2019"),
        ({"authors": "Scottish Community Network, a group", "date": "1999"}, "Scottish Community Network, 1999"),
        ({"authors": "Barke J"}, "Barke"),
        ({"authors": "Barke J", "date": "no year"}, "Barke"),
        ({"place": "A journal"}, "A journal"),
        ({"title": "Only a title"}, "Only a title"),
        ({"authors": "Barke J", "date": "20201"}, "Barke"),
    ],
)
def test_how_a_source_is_named_beside_a_line(facts: dict[str, str], shown: str) -> None:
    named = links.label(source(**facts), {"cite_many": "{name} and others", "cite_dated": "{name}, {year}"})
    assert named == shown


def test_sources_that_look_alike_are_told_apart_in_a_list() -> None:
    words = {"cite_many": "{name} and others", "cite_dated": "{name}, {year}"}
    listed = [
        source(authors="Barke J", date="2020", title="One"),
        source(authors="Farr M", date="2020", title="Two"),
        source(authors="Barke J", date="2020", title="Three"),
    ]
    assert links.labels(listed, words) == ["Barke, 2020: One", "Farr, 2020", "Barke, 2020: Three"]


@pytest.mark.parametrize(
    ("typed", "html"),
    [
        ("plain", "plain"),
        ("**strong** and **more**", "<strong>strong</strong> and <strong>more</strong>"),
        ("2 ** 3 ** 4", "2 ** 3 ** 4"),
        ("[here](page:use)", '<a href="page/use/">here</a>'),
        ("[here](page:use#scale)", '<a href="page/use/scale">here</a>'),
        ("[sheet](page:early-days-sheet)", '<a href="page/early-days-sheet/">sheet</a>'),
        ("[**strong**](mark:listening)", '<a href="mark/listening/"><strong>strong</strong></a>'),
        ("[out](https://example.org/?a=1&b=2)", '<a href="https://example.org/?a=1&amp;b=2">out</a>'),
        ("[write](mailto:a@example.org)", '<a href="mailto:a@example.org">write</a>'),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("a & b < c", "a &amp; b &lt; c"),
        ("\"quoted\" and 'quoted'", "\"quoted\" and 'quoted'"),
        ("[a] (b)", "[a] (b)"),
    ],
)
def test_words_of_a_page(typed: str, html: str) -> None:
    assert links.prose(typed, lambda kind, name, anchor="": f"{kind}/{name}/{anchor}") == html
