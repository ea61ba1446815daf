"""Are words of the glossary explained where they stand, and nowhere else?"""

from __future__ import annotations

import pytest
from markupsafe import Markup

from macros.content.model import Word
from macros.render.glossary_terms import Terms, forms

GLOSSARY = {
    "power": Word(id="power", word="Power", means="Who decides."),
    "power-map": Word(id="power-map", word="Power map", means="A drawing of it."),
    "dpo": Word(
        id="dpo",
        word="Disabled people's organisation (DPO)",
        means="One that is run by disabled people.",
        forms=("DPO",),
    ),
    "co-researcher": Word(
        id="co-researcher", word="Co-researcher or peer researcher", means="A person.", forms=("peer researcher",)
    ),
}


def button(anchor: str, words: str, after: str = "") -> str:
    """What stands in place of a word, and what no line may begin with after it."""
    made = f'<button type="button" class="mk-term" popovertarget="word--{anchor}">{words}</button>'
    return f'<span class="mk-held">{made}{after}</span>' if after else made


@pytest.mark.parametrize(
    ("typed", "drawn"),
    [
        ("Talk about power.", f"Talk about {button('power', 'power', '.')}"),
        ("Power. Power again", f"{button('power', 'Power', '.')} Power again"),
        ("The powers that be", f"The {button('power', 'powers')} that be"),
        ("Draw a power map of power", f"Draw a {button('power-map', 'power map')} of {button('power', 'power')}"),
        ("A peer researcher", f"A {button('co-researcher', 'peer researcher')}"),
        ("a disabled people's organisation", f"a {button('dpo', 'disabled people&#39;s organisation')}"),
        (
            Markup("a disabled people's organisation"),
            f"a {button('dpo', 'disabled people&#39;s organisation')}".replace("&#39;", "'"),
        ),
        ("powerful, empower, co-power, power-cut", "powerful, empower, co-power, power-cut"),
        (
            Markup('<a href="#">power</a> <strong>power</strong>'),
            f'<a href="#">power</a> <strong>{button("power", "power")}</strong>',
        ),
        ('<b title="power">', f"&lt;b title=&#34;{button('power', 'power')}&#34;&gt;"),
        (Markup('<img alt="power">'), '<img alt="power">'),
        ("", ""),
        ("&", "&amp;"),
    ],
)
def test_a_word_is_explained(typed: str, drawn: str) -> None:
    assert Terms(GLOSSARY)(typed) == drawn


def test_each_part_explains_a_word_once_and_a_page_shows_it_once() -> None:
    say = Terms(GLOSSARY, "scale")
    assert say("power").count("<button") == 1 and say("power") == "power"
    assert say.fresh() == "" and say("power").count("<button") == 1
    assert say.asked == {"power": "word--scale--power"}


def test_a_guide_without_words_has_nothing_to_explain() -> None:
    say = Terms({})
    assert say("power & co") == "power &amp; co" and not say.asked


def test_forms_leave_out_what_stands_in_brackets() -> None:
    assert set(forms(GLOSSARY["dpo"])) == {
        "Disabled people's organisation (DPO)",
        "Disabled people's organisation",
        "DPO",
    }
