"""Which words of a text does the glossary explain? Each becomes a button that shows what it means where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from markupsafe import Markup, escape

from ..content.model import Word

# Text that is a link, a button or a tag already: a button may not stand in any of them.
_TAKEN = re.compile(r"(<(?:a|button)\b.*?</(?:a|button)>|<[^>]*>)", re.DOTALL)

# A button and the full stop after it: a browser may end a line between the two.
_HELD = re.compile(r'<button type="button" class="mk-term"[^>]*>[^<]*</button>[.,;:!?)]+')


def forms(word: Word) -> Iterable[str]:
    """How a word is written: as the glossary says it, without what stands in brackets, and its other forms."""
    return {form for form in (word.word, re.sub(r"\s*\(.*?\)", "", word.word), *word.forms) if form.strip()}


class Terms:
    """Finds words in the texts of one page, each once in a part of it. `asked` holds those found, in order.

    `name` tells apart what several macros write to one page.
    """

    def __init__(self, glossary: Mapping[str, Word], name: str = "") -> None:
        self._name = name
        self._seen: set[str] = set()
        self._ids = {
            way.casefold(): word.id
            for word in glossary.values()
            for form in forms(word)
            for way in (form, str(escape(form)))
        }  # page text keeps its apostrophes as they are
        ways = sorted(map(re.escape, self._ids), key=len, reverse=True)
        self._any = re.compile(rf"(?<![\w-])({'|'.join(ways)})(s?)(?![\w-])", re.IGNORECASE) if ways else None
        self.asked: dict[str, str] = {}

    def fresh(self) -> str:
        """Begin a new part: words are explained again. Returns nothing to show."""
        self._seen.clear()
        return ""

    def anchor(self, word: str) -> str:
        """The id of what a button shows. No record can have it: ids hold no two hyphens in a row."""
        return "--".join(filter(None, ("word", self._name, word)))

    def __call__(self, html: object) -> Markup:
        """Text, escaped unless it is HTML already, with a button for each word that the glossary explains."""
        pieces = _TAKEN.split(str(escape(html)))
        if self._any is None:
            return Markup("".join(pieces))
        for number in range(0, len(pieces), 2):
            pieces[number] = self._any.sub(self._button, pieces[number])
        return Markup(_HELD.sub(r'<span class="mk-held">\g<0></span>', "".join(pieces)))

    def _button(self, found: re.Match[str]) -> str:
        word = self._ids.get(found[1].casefold())
        if word is None or word in self._seen:
            return found[0]
        self._seen.add(word)
        anchor = self.asked.setdefault(word, self.anchor(word))
        return f'<button type="button" class="mk-term" popovertarget="{anchor}">{found[0]}</button>'
