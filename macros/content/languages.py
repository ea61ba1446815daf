"""Which languages does the site speak, and what is there to know of each? Its name, its direction, its plurals, who
looked at it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from babel import Locale, UnknownLocaleError

from .field_types import Text, declared, fields

FOLDER = "languages"  # in ``marks/``, and in the layer of a fork
ABOUT = "language.yml"
PLURALS = ("zero", "one", "two", "few", "many", "other")  # the forms that languages have, as CLDR calls them


@dataclass(frozen=True, kw_only=True)
class Check:
    """Who speaks a language as their own and read the translation, and when."""

    by: str = declared(Text(120), "who speaks it and read all of it, in general terms")
    on: str = declared(Text(40), "when, in double quotes")


@dataclass(frozen=True, kw_only=True)
class Language:
    """Another language of the guide. Without a check it is a draft, and each page says so."""

    checked: Check | None = declared(
        fields(Check), "who read the translation; left out while nobody has, and then it is a draft", default=None
    )


def locale(tag: str) -> Locale | None:
    """What is known of a language by its tag, such as cy or pt-BR; None for one that nobody has described."""
    for name in (tag, tag.partition("-")[0]):
        try:
            return Locale.parse(name, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return None


def own_name(tag: str) -> str:
    """What a language calls itself: Cymraeg. The tag, where nobody has said."""
    found = locale(tag)
    name = (found.get_language_name() if found else "") or tag
    return name[:1].upper() + name[1:]


def english_name(tag: str) -> str:
    """What English calls it: Welsh."""
    found = locale(tag)
    return (found.get_language_name("en") if found else "") or tag


def is_rtl(tag: str) -> bool:
    """Whether it is written from right to left."""
    found = locale(tag)
    return found is not None and found.character_order == "right-to-left"


def begun(top: Path) -> set[str]:
    """The tags of the languages into which somebody has begun to translate, in the guide or in the layer of a fork.
    `top`: the folder ``marks/``."""
    folders = (top / FOLDER, top / "local" / FOLDER)
    return {path.name for folder in folders if folder.is_dir() for path in folder.iterdir() if path.is_dir()}


def plural(tag: str, count: int) -> str:
    """Which form a word has beside a number: one of PLURALS."""
    found = locale(tag)
    return str(found.plural_form(count)) if found else ("one" if count == 1 else "other")
