"""Does each mistake get its sentence? For every rule the smallest broken guide and its exact report."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from macros.content import layers, loader, thin_pages
from macros.content.interface_words.ui_words import WORDS
from macros.content.problem_sentences import RULES
from macros.content.reading_grade import readability
from tests.content.test_languages import OF_LANGUAGES
from tests.content.test_overlay import MISTAKES, REMARKS
from tests.shared import small_guide
from tests.words import say

MARK, STAGE, GUIDE = "marks/planning/say-hello.yml", "marks/planning/stage.yml", "marks/guide.yml"
QUOTES, LAKE, GLOSSARY = "marks/quotes.yml", "marks/lake/planning.yml", "marks/glossary.yml"
REFERENCES, ABOUT, SCALE = "marks/references.yml", "marks/pages/about.yml", "marks/scale.yml"
RETIRED, MENU, EXAMPLE = "marks/retired.yml", "mkdocs.yml", "marks/example.yml"

# The words of an interface, in the order of their declarations.
MADE_UP_WORDS = "".join(
    f"{name}: {' '.join(['Words', *(f'{{{slot}}}' for slot in word.slots)])}\n" for name, word in WORDS.items()
)


def at(name: str) -> int:
    """The line of a word among them."""
    return list(WORDS).index(name) + 1


# What is done to one file: it is given the project's folder and the file.
Edit = Callable[[Path, Path], None]


def swap(old: str, new: str) -> Edit:
    """Put `new` in place of the first `old`, which must be there."""

    def edit(root: Path, path: Path) -> None:
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {path}"
        path.write_bytes(text.replace(old, new, 1).encode())

    return edit


def recode(old: bytes, new: bytes) -> Edit:
    """The same for bytes that are no text."""

    def edit(root: Path, path: Path) -> None:
        assert old in path.read_bytes()
        path.write_bytes(path.read_bytes().replace(old, new, 1))

    return edit


def whole(text: str | bytes) -> Edit:
    """Write the whole file."""

    def edit(root: Path, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())

    return edit


def like(other: str, old: str, new: str) -> Edit:
    """Write the file as a copy of another, with `new` in place of `old`."""

    def edit(root: Path, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text((root / other).read_text(encoding="utf-8"), encoding="utf-8")
        swap(old, new)(root, path)

    return edit


def link(goal: str) -> Edit:
    """A symbolic link in place of the file."""

    def edit(root: Path, path: Path) -> None:
        path.unlink()
        path.symlink_to(goal)

    return edit


def gone(root: Path, path: Path) -> None:
    """No file."""
    path.unlink()


def paged(root: Path, path: Path) -> None:
    """The pages of the guide, and a menu in the file."""
    guide = loader.load(root)
    (root / "docs").mkdir()
    path.write_text("site_name: Say hello\n\nnav: []\n", encoding="utf-8")
    thin_pages.write(root, guide.stages, guide.words)


def folder(root: Path, path: Path) -> None:
    """A folder in place of the file."""
    path.unlink()
    path.mkdir()


@dataclass(frozen=True)
class Case:
    """A rule, the mistake in words, what is done to which file, and every line of the report."""

    rule: str
    name: str
    edits: list[tuple[str, Edit]]
    says: list[str]


CASES = [
    Case(
        "missing-file",
        "a file that others lean on",
        [
            (REFERENCES, gone),
        ],
        [
            "marks/references.yml:1:1: This file is missing. Put it back, or copy it from the guide that yours was "
            "made from.",
        ],
    ),
    Case(
        "missing-file",
        "a file is gone",
        [
            (RETIRED, gone),
        ],
        [
            "marks/retired.yml:1:1: This file is missing. Put it back, or copy it from the guide that yours was made "
            "from.",
        ],
    ),
    Case(
        "stray-file",
        "a mark with the wrong ending",
        [
            ("marks/planning/wave.yaml", whole("id: wave\n")),
        ],
        [
            "marks/planning/wave.yaml:1:1: Nothing reads this file here. Call it wave.yml.",
        ],
    ),
    Case(
        "stray-file",
        "a mark with an ending that its program added",
        [("marks/planning/wave.yml.txt", whole("id: wave\n"))],
        ["marks/planning/wave.yml.txt:1:1: Nothing reads this file here. Call it wave.yml."],
    ),
    Case(
        "stray-file",
        "a file with a slip in its name",
        [
            ("marks/glosary.yml", whole("a: b\n")),
        ],
        [
            "marks/glosary.yml:1:1: Nothing reads this file here. Did you mean `glossary.yml`?",
        ],
    ),
    Case(
        "stray-file",
        "a folder that is no stage",
        [
            ("marks/planing/wave.yml", whole("id: wave\n")),
            ("marks/planing/nod.yml", whole("id: nod\n")),
        ],
        [
            "marks/planing/nod.yml:1:1: Nothing reads this file here. Did you mean `planning`?",
        ],
    ),
    Case(
        "stray-file",
        "a page that no page shows",
        [
            ("marks/pages/abuot.yml", whole("title: A\n")),
        ],
        [
            "marks/pages/abuot.yml:1:1: Nothing reads this file here. Did you mean `about.yml`?",
        ],
    ),
    Case(
        "stray-file",
        "a folder in a stage",
        [
            ("marks/planning/old/wave.yml", whole("id: wave\n")),
        ],
        [
            "marks/planning/old/wave.yml:1:1: Nothing reads this file here. A mark is a file that ends in .yml, "
            "straight in the folder of its stage.",
        ],
    ),
    Case(
        "stray-file",
        "a Lake for no stage",
        [
            ("marks/lake/planing.yml", whole("a: b\n")),
        ],
        [
            "marks/lake/planing.yml:1:1: Nothing reads this file here. Did you mean `planning.yml`?",
        ],
    ),
    Case(
        "outside-link",
        "a link that leads out",
        [
            (MARK, link("/etc/hostname")),
        ],
        [
            "marks/planning/say-hello.yml:1:1: This file is a link that leads out of the folder of the guide. Put a "
            "copy of the real file here instead of the link.",
        ],
    ),
    Case(
        "unreadable",
        "a link to itself",
        [
            (MARK, link("say-hello.yml")),
        ],
        [
            "marks/planning/say-hello.yml:1:1: This file cannot be opened: it leads to itself or is broken. Check "
            "that it is there and that you may read it.",
        ],
    ),
    Case(
        "unreadable",
        "a folder with the name of a file",
        [
            (RETIRED, folder),
        ],
        [
            "marks/retired.yml:1:1: This file cannot be opened: it is a folder. Check that it is there and that you "
            "may read it.",
        ],
    ),
    Case(
        "not-utf8",
        "an old encoding",
        [
            (MARK, recode(b"A smile.", b"A sm\xefle.")),
        ],
        [
            "marks/planning/say-hello.yml:13:9: This file is not saved as UTF-8 text: one letter here is `ï` of the "
            "encoding Windows-1252. Save it again and choose the encoding UTF-8. In Notepad: File, Save as, Encoding.",
        ],
    ),
    Case(
        "not-utf8",
        "a byte that no encoding of Windows has",
        [
            (MARK, recode(b"A smile.", b"A sm\x8dle.")),
        ],
        [
            "marks/planning/say-hello.yml:13:9: This file is not saved as UTF-8 text: the byte 8D stands here. Save it "
            "again and choose the encoding UTF-8. In Notepad: File, Save as, Encoding.",
        ],
    ),
    Case(
        "not-utf8",
        "UTF-16 without its mark",
        [
            (RETIRED, whole("marks: {}\n".encode("utf-16-le"))),
        ],
        [
            "marks/retired.yml:1:1: This file is not saved as UTF-8 text: it is UTF-16 without the mark that says so. Save "
            "it again and choose the encoding UTF-8. In Notepad: File, Save as, Encoding.",
        ],
    ),
    Case(
        "not-utf8",
        "UTF-16 that is cut",
        [
            (RETIRED, whole("marks: {}\n".encode("utf-16")[:-1])),
        ],
        [
            "marks/retired.yml:1:10: This file is not saved as UTF-8 text: it is damaged here. Save it again and choose "
            "the encoding UTF-8. In Notepad: File, Save as, Encoding.",
        ],
    ),
    Case(
        "tab",
        "a tab before a field",
        [
            (MARK, swap("  - A smile.", "\t- A smile.")),
        ],
        [
            "marks/planning/say-hello.yml:13:1: There is a tab here. Use spaces: two for each step to the right.",
        ],
    ),
    Case(
        "tab",
        "a tab in a text",
        [
            (MARK, swap("A smile.", "A\tsmile.")),
        ],
        [
            "marks/planning/say-hello.yml:13:6: There is a tab here. Type a space instead.",
        ],
    ),
    Case(
        "unseen-sign",
        "a direction mark",
        [
            (MARK, swap("A smile.", "A \u202esmile.")),
        ],
        [
            "marks/planning/say-hello.yml:13:7: There is a sign here that nobody can see: right-to-left override (U+202E). "
            "Delete it together with the letters beside it, and type those again.",
        ],
    ),
    Case(
        "unseen-sign",
        "a NUL",
        [
            (MARK, swap("A smile.", "A\0 smile.")),
        ],
        [
            "marks/planning/say-hello.yml:13:6: There is a sign here that nobody can see: control character (U+0000). "
            "Delete it together with the letters beside it, and type those again.",
        ],
    ),
    Case(
        "letter-lost",
        "by a program that knew no such letter",
        [
            (MARK, swap("A smile.", "Caf\ufffd.")),
        ],
        [
            "marks/planning/say-hello.yml:13:8: A program lost a letter here, and put `\ufffd` (U+FFFD) in its place. Type "
            "the letter again.",
        ],
    ),
    Case(
        "letter-twice",
        "an apostrophe that was saved in another encoding",
        [
            (MARK, swap("A smile.", "It’s a smile.".encode().decode("cp1252"))),
        ],
        [
            "marks/planning/say-hello.yml:13:7: `â€™` was `’` before this text was saved in another encoding. Type `’`.",
        ],
    ),
    Case(
        "strange-sign",
        "a no-break space after a colon",
        [
            (MARK, swap("title: ", "title:\xa0")),
        ],
        [
            "marks/planning/say-hello.yml:2:7: There is a no-break space (U+00A0) after the colon. Type a space instead.",
        ],
    ),
    Case(
        "cut-by-hash",
        "a number sign in a title",
        [
            (MARK, swap("Say hello", "Our #1 rule")),
        ],
        [
            "marks/planning/say-hello.yml:2:12: A space and `#` begin a remark, so the text before them ends there. Type "
            '"Our #1 rule", or give the remark a line of its own.',
        ],
    ),
    Case(
        "hash-first",
        "a text that begins with one",
        [
            (MARK, swap("Say hello", "#CoPro for all")),
        ],
        [
            "marks/planning/say-hello.yml:2:8: `#` begins a remark, so there is nothing here. Put the whole text in double "
            'quotes: "#CoPro for all".',
        ],
    ),
    Case(
        "remark-for-text",
        "a line that begins with one",
        [
            (MARK, swap("hello.\neasy", "hello\n  #CoPro and all.\neasy")),
        ],
        [
            "marks/planning/say-hello.yml:7:3: This is taken for a remark, because it begins with `#`, and not for a part "
            "of the text. If it is text, put the whole text in double quotes. If it is a remark, give it a line of its own "
            "and a space after `#`.",
        ],
    ),
    Case(
        "runs-on",
        "a dash that was forgotten",
        [
            (MARK, swap("  - A smile.", "  - A smile.\n    A nod.")),
        ],
        [
            "marks/planning/say-hello.yml:14:5: This line is taken for more of the text that begins on line 13. If it is, "
            "type `>-` where the text begins, and the text on the lines below that. If not, begin it right below its "
            "neighbours, with a dash, or with a name and a colon.",
        ],
    ),
    Case(
        "block-sign",
        "more than five",
        [
            (MARK, swap("Say hello", ">5")),
        ],
        [
            "marks/planning/say-hello.yml:2:8: `>5` is taken for the sign of a block of text, not for text. Put the whole "
            "text in double quotes.",
            "marks/planning/say-hello.yml:2:8: There is nothing here, and it needs text. Fill it in: the title that people "
            "read.",
        ],
    ),
    Case(
        "backslash-letter",
        "either or",
        [
            (MARK, swap("Say hello", '"Yes\\no"')),
        ],
        [
            "marks/planning/say-hello.yml:2:12: `\\n` in double quotes is taken for the end of a line. Type two "
            "backslashes for one, or use single quotes.",
        ],
    ),
    Case(
        "bare-nothing",
        "a word that means nothing",
        [
            (MARK, swap("Say hello", "null")),
        ],
        [
            'marks/planning/say-hello.yml:2:8: `null` without quotes means nothing, not text. Type "null" with double '
            "quotes.",
        ],
    ),
    Case(
        "empty-file",
        "nothing in it",
        [
            (GLOSSARY, whole("")),
        ],
        [
            "marks/glossary.yml:1:1: This file is empty. Fill it in. It needs: ids, each with its fields below it.",
        ],
    ),
    Case(
        "empty-file",
        "only a remark",
        [
            (RETIRED, whole("# later\n")),
        ],
        [
            "marks/retired.yml:1:1: This file is empty. Fill it in. It needs: marks.",
        ],
    ),
    Case(
        "too-big",
        "far too long",
        [
            (RETIRED, whole("# " + "a" * 4_000_000 + "\nmarks: {}\n")),
        ],
        [
            "marks/retired.yml:1:1: This file is too big: 4000013 characters, and the most is 4000000. Split it, or "
            "make it shorter.",
        ],
    ),
    Case(
        "too-deep",
        "a thousand brackets",
        [
            (RETIRED, whole("marks: " + "[" * 1000 + "]" * 1000 + "\n")),
        ],
        [
            "marks/retired.yml:1:19: Lists and fields are nested more than 12 deep here. Start again from a file "
            "that works.",
        ],
    ),
    Case(
        "bad-yaml",
        "a colon in text",
        [
            (MARK, swap("A smile.", "Say: hello: now")),
        ],
        [
            "marks/planning/say-hello.yml:13:15: This line cannot be read: a colon and a space stand inside text. "
            "Put the whole text in double quotes.",
        ],
    ),
    Case(
        "bad-yaml",
        "a quotation mark that is not closed",
        [
            (MARK, swap("A smile.", '"A smile.')),
        ],
        [
            "marks/planning/say-hello.yml:13:5: This line cannot be read: a quotation mark is opened and never "
            'closed. Close it. Inside double quotes, type \\" for a quotation mark.',
        ],
    ),
    Case(
        "bad-yaml",
        "text after quotation marks",
        [
            (MARK, swap("A smile.", '"Hello" is a start.')),
        ],
        [
            "marks/planning/say-hello.yml:13:13: This line cannot be read: text goes on after a closing quotation "
            'mark. Put single quotes around the whole text, or type \\" for each quotation mark inside it.',
        ],
    ),
    Case(
        "bad-yaml",
        "a backslash in quotation marks",
        [
            (MARK, swap("A smile.", '"A \\smile."')),
        ],
        [
            "marks/planning/say-hello.yml:13:9: This line cannot be read: a backslash inside double quotes has a "
            "meaning of its own. Type two backslashes for one, or use single quotes.",
        ],
    ),
    Case(
        "bad-yaml",
        "a sign that cannot begin text",
        [
            (MARK, swap("A smile.", "@ once.")),
        ],
        [
            "marks/planning/say-hello.yml:13:5: This line cannot be read: this sign cannot begin a text. Put the "
            "whole text in double quotes.",
        ],
    ),
    Case(
        "bad-yaml",
        "a per cent sign first",
        [
            (MARK, swap("A smile.", "%5 more.")),
        ],
        [
            "marks/planning/say-hello.yml:13:5: This line cannot be read: this sign cannot begin a text. Put the "
            "whole text in double quotes.",
        ],
    ),
    Case(
        "bad-yaml",
        "a line out of line",
        [
            (MARK, swap("ladders:", " ladders:")),
        ],
        [
            "marks/planning/say-hello.yml:12:2: This line cannot be read: it does not line up with the lines "
            "above. Check the spaces at the beginning of the line: fields of one group begin below each other.",
        ],
    ),
    Case(
        "bad-yaml",
        "a dash out of line",
        [
            (MARK, swap("  - A smile.", "  - A smile.\n - A nod.")),
        ],
        [
            "marks/planning/say-hello.yml:14:2: This line cannot be read: it does not line up with the lines "
            "above. Check the spaces at the beginning of the line: fields of one group begin below each other.",
        ],
    ),
    Case(
        "bad-yaml",
        "a bracket that is not closed",
        [
            (STAGE, swap("marks:\n  - say-hello", "marks: [say-hello")),
        ],
        [
            "marks/planning/stage.yml:7:8: This line cannot be read: a bracket is opened and never closed. Close it, "
            "or put the whole text in double quotes.",
        ],
    ),
    Case(
        "bad-yaml",
        "a name without a colon",
        [
            (MARK, swap("origin: ours", "origin: ours\norigin note")),
        ],
        [
            "marks/planning/say-hello.yml:4:1: This line cannot be read: it is no field, because there is no "
            "colon after a name. Type a name, a colon and a space. If the line goes on with the text above, move "
            "it to the right.",
        ],
    ),
    Case(
        "bad-yaml",
        "a star first",
        [
            (MARK, swap("A smile.", "* smile")),
        ],
        [
            "marks/planning/say-hello.yml:13:6: This line cannot be read: `&` and `*` cannot begin a text. Put the "
            "whole text in double quotes.",
        ],
    ),
    Case(
        "bad-yaml",
        "an ampersand first",
        [
            (MARK, swap("A smile.", "&")),
        ],
        [
            "marks/planning/say-hello.yml:13:6: This line cannot be read: `&` and `*` cannot begin a text. Put the "
            "whole text in double quotes.",
        ],
    ),
    Case(
        "bad-yaml",
        "a bar with words after it",
        [
            (MARK, swap("A smile.", "| smile")),
        ],
        [
            "marks/planning/say-hello.yml:13:7: This line cannot be read: `|` or `>` must be the last sign of its "
            "line. Put the whole text in double quotes, or begin it on the next line.",
        ],
    ),
    Case(
        "bad-yaml",
        "a list as a name",
        [
            (RETIRED, whole("? [a, b]\n: c\nmarks: {}\n")),
        ],
        [
            "marks/retired.yml:1:3: This line cannot be read: a list or a group of fields stands where a name must "
            "be. Put text with brackets in double quotes.",
        ],
    ),
    Case(
        "second-document",
        "three dashes",
        [
            (RETIRED, whole("marks: {}\n---\nmarks: {}\n")),
        ],
        [
            "marks/retired.yml:2:1: A second document begins here, after a line of three dashes. Keep one document "
            "in a file: take this line out.",
        ],
    ),
    Case(
        "alias",
        "an anchor and an alias",
        [
            (MARK, swap("  - A smile.", "  - &a A smile.\n  - *a")),
        ],
        [
            "marks/planning/say-hello.yml:13:5: `&a` is a short cut of YAML that this guide does not use. Write the "
            "words out, or put them in double quotes.",
            "marks/planning/say-hello.yml:14:5: `*a` is a short cut of YAML that this guide does not use. Write the "
            "words out, or put them in double quotes.",
        ],
    ),
    Case(
        "tag",
        "a tag of Python",
        [
            (MARK, swap("A smile.", "!!python/object/apply:os.system [ls]")),
        ],
        [
            "marks/planning/say-hello.yml:13:5: `!!python/object/apply:os.system` is a YAML tag that this guide does "
            "not use. Take it out, or put the whole text in double quotes.",
            "marks/planning/say-hello.yml:13:5: This is a list, and it needs text. Put text with brackets in double "
            "quotes.",
        ],
    ),
    Case(
        "tag",
        "a tag of its own",
        [
            (MARK, swap("A smile.", "!warm A smile.")),
        ],
        [
            "marks/planning/say-hello.yml:13:5: `!warm` is a YAML tag that this guide does not use. Take it out, or "
            "put the whole text in double quotes.",
        ],
    ),
    Case(
        "duplicate-key",
        "a field twice",
        [
            (MARK, swap("origin: ours", "origin: ours\ntitle: Hello again")),
        ],
        [
            "marks/planning/say-hello.yml:4:1: `title` stands here a second time. The first is on line 2. Keep one "
            "of the two.",
        ],
    ),
    Case(
        "duplicate-key",
        "an id twice in a file",
        [
            (GLOSSARY, whole("hello:\n  word: Hello\n  means: A word.\nhello:\n  word: Hi\n  means: A word.\n")),
        ],
        [
            "marks/glossary.yml:4:1: `hello` stands here a second time. The first is on line 1. Keep one of the two.",
        ],
    ),
    Case(
        "unknown-field",
        "a slip of the hand",
        [
            (MARK, swap("snakes:", "snake:")),
        ],
        [
            "marks/planning/say-hello.yml:14:1: There is no field `snake` here. Did you mean `snakes`?",
        ],
    ),
    Case(
        "unknown-field",
        "a slip of the hand beside the field that it means",
        [(MARK, swap("origin: ours", "origin: ours\npictur: ladder"))],
        ["marks/planning/say-hello.yml:4:1: There is no field `pictur` here. Did you mean `picture`?"],
    ),
    Case(
        "bad-yaml",
        "a file of one line without a space after its colon",
        [(MARK, whole("title:We share\n"))],
        [
            "marks/planning/say-hello.yml:1:7: This line cannot be read: there is no space after the colon. Type a space "
            "after the colon.",
        ],
    ),
    Case(
        "unknown-field",
        "a field of nothing",
        [
            (MARK, swap("origin: ours", "origin: ours\nzzz: hello")),
        ],
        [
            "marks/planning/say-hello.yml:4:1: There is no field `zzz` here. It has these fields: id, title, origin, "
            "origin_note, picture, meaning, easy_title, easy, why, ladders, snakes, prompts.",
        ],
    ),
    Case(
        "unknown-field",
        "a merge key",
        [
            (GLOSSARY, whole("hello:\n  <<: {word: Hi}\n  word: Hello\n  means: A word.\n")),
        ],
        [
            "marks/glossary.yml:2:3: There is no field `<<` here. It has these fields: word, means, source, see, "
            "forms.",
        ],
    ),
    Case(
        "unknown-field",
        "a word that the interface does not say",
        [
            ("marks/words.yml", whole(MADE_UP_WORDS)),
            ("marks/words.yml", swap("back_to_marks:", "back_to_mark:")),
        ],
        [
            f"marks/words.yml:{at('back_to_marks')}:1: There is no field `back_to_mark` here. Did you mean `back_to_marks`?",
        ],
    ),
    Case(
        "missing-field",
        "a mark without its meaning",
        [
            (MARK, swap("meaning: Somebody says hello.\n", "")),
        ],
        [
            "marks/planning/say-hello.yml:1:1: The field `meaning` is missing. Add `meaning:` (what the mark means, "
            "in two or three sentences).",
        ],
    ),
    Case(
        "missing-field",
        "a mark from before Easy Read had titles",
        [
            (MARK, swap("easy_title: We say hello\n", "")),
        ],
        [
            "marks/planning/say-hello.yml:1:1: The field `easy_title` is missing. Add `easy_title:` (the title in Easy "
            "Read: what the mark says, in a few easy words).",
        ],
    ),
    Case(
        "bare-truth",
        "a bare no",
        [
            (MARK, swap("meaning: Somebody says hello.", "meaning: no")),
        ],
        [
            'marks/planning/say-hello.yml:6:10: `no` without quotes means yes or no, not text. Type "no" with '
            "double quotes.",
        ],
    ),
    Case(
        "bare-truth",
        "a bare yes as an id",
        [
            (GLOSSARY, swap("hello:", "yes:")),
        ],
        [
            'marks/glossary.yml:1:1: `yes` without quotes means yes or no, not text. Type "yes" with double quotes.',
        ],
    ),
    Case(
        "bare-number",
        "a number",
        [
            (GUIDE, swap('version: "1"', "version: 1")),
        ],
        [
            'marks/guide.yml:5:10: `1` without quotes is a number, not text. Type "1" with double quotes.',
        ],
    ),
    Case(
        "bare-date",
        "a date",
        [
            (REFERENCES, swap("  read: in full", "  date: 2024-11-02\n  read: in full")),
        ],
        [
            'marks/references.yml:3:9: `2024-11-02` without quotes is a date, not text. Type "2024-11-02" with '
            "double quotes.",
        ],
    ),
    Case(
        "nothing-here",
        "a field with nothing after it",
        [
            (MARK, swap("meaning: Somebody says hello.", "meaning:")),
        ],
        [
            "marks/planning/say-hello.yml:6:9: There is nothing here, and it needs text. Fill it in: what the mark "
            "means, in two or three sentences.",
        ],
    ),
    Case(
        "nothing-here",
        "quotation marks around nothing",
        [
            (MARK, swap("meaning: Somebody says hello.", 'meaning: "  "')),
        ],
        [
            "marks/planning/say-hello.yml:6:10: There is nothing here, and it needs text. Fill it in: what the mark "
            "means, in two or three sentences.",
        ],
    ),
    Case(
        "nothing-here",
        "a dash with nothing after it",
        [
            (MARK, swap("  - A smile.", "  - A smile.\n  -")),
        ],
        [
            "marks/planning/say-hello.yml:14:4: There is nothing here, and it needs text. Fill it in: what helps us "
            "climb.",
        ],
    ),
    Case(
        "wrong-type",
        "text in place of a list",
        [
            (MARK, swap("ladders:\n  - A smile.", "ladders: A smile.")),
        ],
        [
            "marks/planning/say-hello.yml:12:10: This is text, and it needs a list. Begin each item on a line of its "
            "own, with a dash and a space.",
        ],
    ),
    Case(
        "wrong-type",
        "a list in place of text",
        [
            (MARK, swap("title: Say hello", "title: [Say, hello]")),
        ],
        [
            "marks/planning/say-hello.yml:2:8: This is a list, and it needs text. Put text with brackets in double "
            "quotes.",
        ],
    ),
    Case(
        "wrong-type",
        "text in place of a number",
        [
            (SCALE, swap("highest: 10", "highest: ten")),
        ],
        [
            "marks/scale.yml:2:10: This is text, and it needs a whole number. Type a whole number from 2 to 10, without quotes.",
        ],
    ),
    Case(
        "wrong-type",
        "yes in place of a list",
        [
            (MARK, swap("ladders:\n  - A smile.", "ladders: yes")),
        ],
        [
            "marks/planning/say-hello.yml:12:10: This is yes or no, and it needs a list. Begin each item on a line "
            "of its own, with a dash and a space.",
        ],
    ),
    Case(
        "wrong-type",
        "text in place of fields",
        [
            (QUOTES, whole("a-wave: hello\n")),
        ],
        [
            "marks/quotes.yml:1:9: This is text, and it needs a group of fields. It has these fields: says, who, "
            "kind, source, consent, marks, opens.",
        ],
    ),
    Case(
        "wrong-type",
        "text in place of ids",
        [
            (GLOSSARY, whole("hello\n")),
        ],
        [
            "marks/glossary.yml:1:1: This is text, and it needs a group of ids. Type an id, a colon, and its fields "
            "below it.",
        ],
    ),
    Case(
        "number-out-of-range",
        "eleven",
        [
            (SCALE, swap("score: 5", "score: 11")),
        ],
        [
            "marks/scale.yml:12:12: 11 is out of range. Type a whole number from 1 to 10.",
        ],
    ),
    Case(
        "unknown-cost",
        "a cost with a slip",
        [
            (LAKE, swap("cost: free", "cost: fre")),
        ],
        [
            "marks/lake/planning.yml:5:9: There is no cost `fre` in guide.yml. Did you mean `free`?",
        ],
    ),
    Case(
        "unknown-effort",
        "an effort that nobody lists",
        [
            (LAKE, swap("effort: minutes", "effort: years")),
        ],
        [
            "marks/lake/planning.yml:6:11: There is no effort `years` in guide.yml. Check the spelling.",
        ],
    ),
    Case(
        "unknown-format",
        "a format with a slip",
        [
            (LAKE, swap("format: either", "format: eithre")),
        ],
        [
            "marks/lake/planning.yml:7:11: There is no format `eithre` in guide.yml. Did you mean `either`?",
        ],
    ),
    Case(
        "unknown-format",
        "a format that fits one which nobody lists",
        [
            (
                GUIDE,
                swap(
                    "  either: Anywhere\n",
                    "  either: Anywhere\nformat_fits:\n  either:\n    - online\n  hall: [either]\n",
                ),
            ),
        ],
        [
            "marks/guide.yml:26:7: There is no format `online` in guide.yml. Check the spelling.",
            "marks/guide.yml:27:3: There is no format `hall` in guide.yml. Check the spelling.",
        ],
    ),
    Case(
        "unknown-origin",
        "an origin that nobody lists",
        [
            ("marks/planning/say-hello.yml", swap("origin: ours", "origin: theirs")),
        ],
        [
            "marks/planning/say-hello.yml:3:9: There is no origin `theirs` in guide.yml. Check the spelling.",
        ],
    ),
    Case(
        "not-a-choice",
        "an answer that is neither",
        [
            ("marks/guide.yml", swap("answer: score", "answer: scores")),
        ],
        [
            "marks/guide.yml:13:13: `scores` is not one of the choices. Did you mean `score`? Choose from: words, score.",
        ],
    ),
    Case(
        "not-a-choice",
        "a colour that is not there",
        [
            (STAGE, swap("colour: clay", "colour: pink")),
        ],
        [
            "marks/planning/stage.yml:3:9: `pink` is not one of the choices. Choose from: clay, leaf, rose, violet, "
            "lake, slate.",
        ],
    ),
    Case(
        "bad-id",
        "capital letters",
        [
            (GLOSSARY, swap("hello:", "Hello There:")),
        ],
        [
            "marks/glossary.yml:1:1: `Hello There` cannot be an id. Use small letters, digits and single hyphens; "
            "begin with a letter.",
        ],
    ),
    Case(
        "bad-id",
        "far too long",
        [
            (GLOSSARY, swap("hello:", "hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh:")),
        ],
        [
            "marks/glossary.yml:1:1: `hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh` cannot be an "
            "id. Use at most 60 characters.",
        ],
    ),
    Case(
        "bad-id",
        "a key of a source",
        [
            (REFERENCES, swap("BOOK-ONE:", "book one:")),
            (QUOTES, swap("  source: BOOK-ONE\n  marks", "  source: book-one\n  marks")),
        ],
        [
            "marks/quotes.yml:5:11: `book-one` cannot be an id. Use capital letters, digits and hyphens.",
            "marks/references.yml:1:1: `book one` cannot be an id. Use capital letters, digits and hyphens.",
        ],
    ),
    Case(
        "html-in-text",
        "a script",
        [
            (MARK, swap("A smile.", "A <script>alert(1)</script> smile.")),
        ],
        [
            "marks/planning/say-hello.yml:13:5: There is HTML in this text: `<script>`. It would be shown as text "
            "and never run. Write plain words instead.",
        ],
    ),
    Case(
        "html-in-text",
        "a remark of HTML",
        [
            (MARK, swap("A smile.", "A smile <!-- soon -->.")),
        ],
        [
            "marks/planning/say-hello.yml:13:5: There is HTML in this text: `<!-- soon -->`. It would be shown as "
            "text and never run. Write plain words instead.",
        ],
    ),
    Case(
        "link-in-text",
        "in the words of a mark",
        [
            (MARK, swap("A smile.", "A smile, as in [listening](mark:listening).")),
        ],
        [
            "marks/planning/say-hello.yml:13:5: This text cannot hold a link, and people would read "
            "[listening](mark:listening) as it stands. Write the words alone. Links work in the texts of pages, in the "
            "folder pages."
        ],
    ),
    Case(
        "source-in-text",
        "among the words",
        [
            (MARK, swap("A smile.", "A smile {BOOK-ONE}. It costs nothing.")),
        ],
        [
            "marks/planning/say-hello.yml:13:5: The source `{BOOK-ONE}` stands among the words, and would be shown as it "
            "is. Take it out, and name it below the words, with `source:` and its key.",
        ],
    ),
    Case(
        "too-long",
        "a title",
        [
            (MARK, swap("title: Say hello", "title: " + "Hello " * 25)),
        ],
        [
            "marks/planning/say-hello.yml:2:8: This text has 149 characters, and the most is 120. Say it in fewer "
            "words.",
        ],
    ),
    Case(
        "too-few",
        "no snakes",
        [
            (MARK, swap("snakes:\n  - A frown.", "snakes: []")),
        ],
        [
            "marks/planning/say-hello.yml:14:9: There are 0 here, and at least 1 must be. Add 1 more.",
        ],
    ),
    Case(
        "too-few",
        "no bands at all",
        [
            (
                SCALE,
                swap(
                    "bands:\n  some:\n    from: 1\n    to: 10\n    name: Some\n    means: Anything at all.\n",
                    "bands: {}\n",
                ),
            ),
        ],
        [
            "marks/scale.yml:3:8: There are 0 here, and at least 1 must be. Add 1 more.",
        ],
    ),
    Case(
        "too-many",
        "seven easy sentences",
        [
            (MARK, swap("easy:\n", "easy:\n" + "  - say: Hello.\n    picture: ladder\n" * 6)),
        ],
        [
            "marks/planning/say-hello.yml:8:3: There are 7 here, and the most is 6. Take out 1.",
        ],
    ),
    Case(
        "twice-in-list",
        "a mark twice",
        [
            (QUOTES, swap("marks: [say-hello]", "marks: [say-hello, say-hello]")),
        ],
        [
            "marks/quotes.yml:6:22: `say-hello` stands in this list twice. Take one of them out.",
        ],
    ),
    Case(
        "comma-missing",
        "two names of a list without a comma",
        [
            (QUOTES, swap("marks: [say-hello]", "marks: [say-hello say-more]")),
        ],
        [
            "marks/quotes.yml:6:11: `say-hello say-more` is taken for one name, and there are 2. Put a comma between "
            "them, or give each a line of its own that begins with a dash.",
        ],
    ),
    Case(
        "one-of",
        "two kinds in a block",
        [
            (ABOUT, swap("      - text: Hello.", "      - text: Hello.\n        note: And hello.")),
        ],
        [
            "marks/pages/about.yml:7:9: A block holds exactly one kind of content, and this one has 2. Use one "
            "of: text, list, steps, table, easy, note, example.",
        ],
    ),
    Case(
        "bad-example",
        "an example that is no file",
        [
            (
                ABOUT,
                swap(
                    "      - text: Hello.",
                    "      - example:\n          shows: word\n          file: words.yml\n"
                    "          lines: |\n            search Look\n          alt: It says look.",
                ),
            ),
        ],
        [
            "marks/pages/about.yml:10:18: These lines are no file that somebody could write: they cannot be read as "
            "fields with their values. Write them as they stand in such a file, behind `lines: |`, each two spaces in.",
        ],
    ),
    Case(
        "bad-address",
        "an address without its beginning",
        [
            (REFERENCES, swap("  read: in full", "  address: www.example.org\n  read: in full")),
        ],
        [
            "marks/references.yml:3:12: `www.example.org` is not a web address. Begin with https:// or http:// and "
            "leave no spaces.",
        ],
    ),
    Case(
        "bad-address",
        "a script as an address",
        [
            (REFERENCES, swap("  read: in full", '  address: "javascript:alert(1)"\n  read: in full')),
        ],
        [
            "marks/references.yml:3:12: `javascript:alert(1)` is not a web address. Begin with https:// or http:// "
            "and leave no spaces.",
        ],
    ),
    Case(
        "bad-day",
        "a day as people write it",
        [(EXAMPLE, swap('day: "2025-01-02"', "day: 2 January 2025"))],
        [
            "marks/example.yml:6:10: `2 January 2025` is not a day. Type the year, the month and the day as numbers, in "
            'double quotes, such as "2025-01-02".',
        ],
    ),
    Case(
        "bad-day",
        "days that no month has",
        [
            (EXAMPLE, swap('day: "2025-01-02"', 'day: "2025-02-30"')),
            (EXAMPLE, swap('when: "2025-02-03"', 'when: "2025-06-31"')),
        ],
        [
            f"marks/example.yml:{line}: `{day}` is not a day. Type the year, the month and the day as numbers, in "
            'double quotes, such as "2026-03-04".'
            for line, day in (("6:10", "2025-02-30"), ("18:15", "2025-06-31"))
        ],
    ),
    Case(
        "score-outside-scale",
        "scores that the scale does not have",
        [
            (SCALE, swap("highest: 10", "highest: 5")),
            (SCALE, swap("to: 10", "to: 5")),
            (SCALE, swap("to: 10", "to: 5")),
            (EXAMPLE, swap("score: 3", "score: 6")),
            (EXAMPLE, swap("scores: [2, 4]", "scores: [2, 7]")),
        ],
        [
            "marks/example.yml:13:14: The score 6 is not between 1 and 5. Choose a score of the scale in scale.yml.",
            "marks/example.yml:14:19: The score 7 is not between 1 and 5. Choose a score of the scale in scale.yml.",
        ],
    ),
    Case(
        "more-than-here",
        "a score of somebody who was not there",
        [(EXAMPLE, swap("scores: [2, 4]", "scores: [2, 4, 3]"))],
        [
            "marks/example.yml:14:15: There are 3 scores here, and no round has more than 2 people. Take some out, or "
            "put `here` right in a round.",
        ],
    ),
    Case(
        "unknown-round",
        "a round with a slip",
        [(EXAMPLE, swap("    first:\n      score", "    frst:\n      score"))],
        ["marks/example.yml:12:5: There is no round `frst` in example.yml. Did you mean `first`?"],
    ),
    Case(
        "unknown-side",
        "a side that the scale does not have",
        [(EXAMPLE, swap("sides: []", "sides:\n  outside: 2"))],
        ["marks/example.yml:3:3: There is no side `outside` in scale.yml. Check the spelling."],
    ),
    Case(
        "unknown-question",
        "words for the question that is answered by a score",
        [(EXAMPLE, swap("answers: []", "answers:\n        score: Three"))],
        [
            "marks/example.yml:16:9: There is no question `score` in guide.yml that is answered in words. Check the "
            "spelling.",
        ],
    ),
    Case(
        "bad-email",
        "an e-mail address with what a link begins with",
        [
            (GUIDE, swap('version: "1"\n', 'version: "1"\nemail: mailto:office@example.org\n')),
        ],
        [
            "marks/guide.yml:6:8: `mailto:office@example.org` is not an e-mail address. Type one address alone, such as "
            "office@example.org: no spaces, no name before it, no `mailto:`.",
        ],
    ),
    Case(
        "bad-email",
        "a name before an e-mail address",
        [
            (GUIDE, swap('version: "1"\n', 'version: "1"\nemail: Our office <office@example.org>\n')),
        ],
        [
            "marks/guide.yml:6:8: `Our office <office@example.org>` is not an e-mail address. Type one address alone, "
            "such as office@example.org: no spaces, no name before it, no `mailto:`.",
        ],
    ),
    Case(
        "bad-link",
        "a link to where to write, in a guide that has no address",
        [
            (ABOUT, swap("It says hello.", '"[Write to us](page:about#contact)."')),
        ],
        [
            "marks/pages/about.yml:2:7: The link `page:about#contact` leads nowhere. Check the spelling.",
        ],
    ),
    Case(
        "bad-link",
        "an address without its beginning",
        [
            (ABOUT, swap("text: Hello.", "text: See [here](www.example.org).")),
        ],
        [
            "marks/pages/about.yml:7:15: The link `www.example.org` leads nowhere. Begin with one of: page:, stage:, "
            "mark:, idea:, word:, source:, https://.",
        ],
    ),
    Case(
        "bad-link",
        "a script as a target",
        [
            (ABOUT, swap("text: Hello.", 'text: "See [here](javascript:alert(1))."')),
        ],
        [
            "marks/pages/about.yml:7:15: The link `[here](javascript:alert` leads nowhere. Write it as [words](target).",
        ],
    ),
    Case(
        "bad-link",
        "an anchor that is not there",
        [
            (ABOUT, swap("text: Hello.", 'text: "See [here](page:about#greating)."')),
        ],
        [
            "marks/pages/about.yml:7:15: The link `page:about#greating` leads nowhere. Did you mean `greeting`?",
        ],
    ),
    Case(
        "bad-link",
        "a space in the target",
        [
            (ABOUT, swap("text: Hello.", 'text: "See [here](page: about)."')),
        ],
        [
            "marks/pages/about.yml:7:15: The link `[here](page: about)` leads nowhere. Write it as [words](target).",
        ],
    ),
    Case(
        "bad-placeholder",
        "a slot with a slip",
        [
            ("marks/words.yml", whole(MADE_UP_WORDS)),
            ("marks/words.yml", swap("stage_of: Words {n} {total}", "stage_of: Words {number} {total}")),
        ],
        [
            f"marks/words.yml:{at('stage_of')}:11: These words need {{n}}, {{total}}, and hold {{number}}, {{total}}. Keep "
            "each {slot} in curly brackets as it was.",
        ],
    ),
    Case(
        "bad-placeholder",
        "a bracket that is not closed",
        [
            ("marks/words.yml", whole(MADE_UP_WORDS)),
            ("marks/words.yml", swap("marks_title: Words", "marks_title: The {marks")),
        ],
        [
            f"marks/words.yml:{at('marks_title')}:14: These words need no slot, and hold a curly bracket too many. Keep each "
            "{slot} in curly brackets as it was.",
        ],
    ),
    Case(
        "ragged-table",
        "a row with a cell too few",
        [
            (
                ABOUT,
                swap(
                    "      - text: Hello.",
                    "      - table:\n          caption: Hellos\n          head: [Who, When, How]\n          "
                    "rows:\n            - [We, now]",
                ),
            ),
        ],
        [
            "marks/pages/about.yml:11:15: This row has 2 cells, and the table has 3 columns. Give each row as many "
            "cells as the head.",
        ],
    ),
    Case(
        "id-unlike-file",
        "the file was renamed",
        [
            (MARK, swap("id: say-hello", "id: say-hi")),
        ],
        [
            "marks/planning/say-hello.yml:1:5: The id `say-hi` is not the name of the file. Type `id: say-hello`, or "
            "rename the file.",
        ],
    ),
    Case(
        "duplicate-id",
        "the same mark in two stages",
        [
            ("marks/review/stage.yml", like(STAGE, "  - say-hello", "  - say-hello")),
            ("marks/review/say-hello.yml", like(MARK, "", "")),
            ("marks/lake/review.yml", like(LAKE, "wave:", "nod:")),
            (GUIDE, swap("[planning]", "[planning, review]")),
        ],
        [
            "marks/review/say-hello.yml:1:5: The id `say-hello` is taken: marks/planning/say-hello.yml, line 1. Give "
            "one of the two another id.",
            "marks/review/stage.yml:8:5: The mark `say-hello` stands in the order twice. The first is in "
            "marks/planning/stage.yml, line 8. Keep it in one place.",
        ],
    ),
    Case(
        "duplicate-id",
        "the same anchor twice on a page",
        [
            (
                ABOUT,
                swap("sections:\n", "sections:\n  - id: greeting\n    title: First\n    body:\n      - text: Hi.\n"),
            ),
        ],
        [
            "marks/pages/about.yml:8:9: The id `greeting` is taken: marks/pages/about.yml, line 4. Give one of the "
            "two another id.",
        ],
    ),
    Case(
        "reserved-id",
        "an idea named like a stage",
        [
            (LAKE, swap("wave:", "planning:")),
        ],
        [
            "marks/lake/planning.yml:1:1: The id `planning` is kept for the page itself. Choose another id.",
        ],
    ),
    Case(
        "reserved-id",
        "a part of a page named like the scale that stands there",
        [
            ("marks/pages/use.yml", like(ABOUT, "id: greeting", "id: scale")),
        ],
        [
            "marks/pages/use.yml:4:9: The id `scale` is kept for the page itself. Choose another id.",
        ],
    ),
    Case(
        "reserved-id",
        "a part of the help above each sheet named like the end of a sheet",
        [
            ("marks/pages/sheet.yml", like(ABOUT, "id: greeting", "id: summary")),
        ],
        [
            "marks/pages/sheet.yml:4:9: The id `summary` is kept for the page itself. Choose another id.",
        ],
    ),
    Case(
        "duplicate-id",
        "a part of the help above each sheet named like a mark",
        [
            ("marks/pages/sheet.yml", like(ABOUT, "id: greeting", "id: say-hello")),
        ],
        [
            "marks/planning/say-hello.yml:1:5: The id `say-hello` is taken: marks/pages/sheet.yml, line 4. Give one of "
            "the two another id.",
        ],
    ),
    *(
        Case(
            "reserved-id",
            f"a stage named `{name}`",
            [
                (f"marks/{name}/stage.yml", like(STAGE, "say-hello", "say-bye")),
                (f"marks/{name}/say-bye.yml", like(MARK, "say-hello", "say-bye")),
                (f"marks/lake/{name}.yml", like(LAKE, "wave:", "nod:")),
                (GUIDE, swap("[planning]", f"[planning, {name}]")),
            ],
            [f"marks/{name}/stage.yml:1:1: The id `{name}` is kept for the page itself. Choose another id."],
        )
        for name in ("privacy", "chosen", "planning-sheet", "local")
    ),
    Case(
        "page-missing",
        "a stage without its sheet",
        [(MENU, paged), ("docs/planning-sheet.md", gone)],
        [
            "docs/planning-sheet.md:1:1: This page is missing. Run `make pages` or `python -m macros pages`, or write "
            'the file: it holds `{{ sheet("planning") }}`.',
        ],
    ),
    Case(
        "page-of-no-stage",
        "what a stage left behind",
        [(MENU, paged), ("docs/harvest-easy.md", whole('---\nanswered: true\n---\n\n{{ easy("harvest") }}\n'))],
        [
            "docs/harvest-easy.md:1:1: There is no stage `harvest` for this page to show. Run `make pages` or `python -m "
            "macros pages`, or take the file out.",
        ],
    ),
    Case(
        "page-not-in-menu",
        "a page that nobody finds",
        [(MENU, paged), (MENU, swap("      - planning-sheet.md\n", ""))],
        [
            "mkdocs.yml:3:1: The menu lacks `planning-sheet.md`. Run `make pages` or `python -m macros pages`, or add "
            "the line below `nav:`.",
        ],
    ),
    Case(
        "menu-unreadable",
        "a bracket that is never closed",
        [(MENU, paged), (MENU, swap("  - index.md", "  - [index.md"))],
        [
            "mkdocs.yml:3:1: The menu below this line cannot be read. Each of its lines is a dash, a space and the name "
            "of a page, below a group further to the right.",
        ],
    ),
    Case(
        "menu-unlike-words",
        "a word of the menu that was changed in one place",
        [(MENU, paged), (MENU, swap(f"{say('menu_easy')}:", "Easy to read:"))],
        [
            f"mkdocs.yml:3:1: The menu has no group that is called `{say('menu_easy')}`, as words.yml calls it. Run `make "
            "pages` or `python -m macros pages`, or give the group that name.",
        ],
    ),
    Case(
        "doors-elsewhere",
        "on a page that is not the first",
        [
            (
                ABOUT,
                swap("sections:\n", "doors:\n  - title: Hello\n    say: Come in.\n    picture: ladder\nsections:\n"),
            ),
        ],
        [
            "marks/pages/about.yml:3:1: `doors` stands here, and only the first page shows them. Put them into "
            "`marks/pages/index.yml`, or take them out.",
        ],
    ),
    Case(
        "unknown-mark",
        "in the order of a stage",
        [
            (STAGE, swap("  - say-hello", "  - say-hello\n  - say-helo")),
        ],
        [
            "marks/planning/stage.yml:9:5: There is no mark `say-helo`. Did you mean `say-hello`?",
        ],
    ),
    Case(
        "unknown-mark",
        "in the Lake",
        [
            (LAKE, swap("marks: [say-hello]", "marks: [say-hallo]")),
        ],
        [
            "marks/lake/planning.yml:4:11: There is no mark `say-hallo`. Did you mean `say-hello`?",
        ],
    ),
    Case(
        "unknown-mark",
        "in a voice",
        [
            (QUOTES, swap("marks: [say-hello]", "marks: [smile]")),
        ],
        [
            "marks/quotes.yml:6:11: There is no mark `smile`. Check the spelling. If its file is gone or has a "
            "new name, change this too.",
        ],
    ),
    Case(
        "unknown-mark",
        "for a mark that went",
        [
            (RETIRED, whole("marks:\n  old-hello: say-helo\n")),
        ],
        [
            "marks/retired.yml:2:14: There is no mark `say-helo`. Did you mean `say-hello`?",
        ],
    ),
    Case(
        "unknown-mark",
        "in a link",
        [
            (ABOUT, swap("text: Hello.", 'text: "See [here](mark:say-helo)."')),
        ],
        [
            "marks/pages/about.yml:7:15: There is no mark `say-helo`. Did you mean `say-hello`?",
        ],
    ),
    Case(
        "unknown-stage",
        "in the order of the guide",
        [
            (GUIDE, swap("[planning]", "[planning, reveiw]")),
        ],
        [
            "marks/guide.yml:7:20: There is no stage `reveiw`. Check the spelling.",
        ],
    ),
    Case(
        "unknown-stage",
        "in an idea",
        [
            (LAKE, swap("  cost: free", "  also:\n    - stage: planing\n      why: Good there.\n  cost: free")),
        ],
        [
            "marks/lake/planning.yml:6:14: There is no stage `planing`. Did you mean `planning`?",
        ],
    ),
    Case(
        "unknown-idea",
        "in a link",
        [
            (ABOUT, swap("text: Hello.", 'text: "See [here](idea:waive)."')),
        ],
        [
            "marks/pages/about.yml:7:15: There is no idea `waive` in the Lake. Did you mean `wave`?",
        ],
    ),
    Case(
        "unknown-source",
        "in a voice",
        [
            (QUOTES, swap("source: BOOK-ONE", "source: BOOK-TWO")),
        ],
        [
            "marks/quotes.yml:5:11: There is no source `BOOK-TWO` in references.yml. Did you mean `BOOK-ONE`?",
        ],
    ),
    Case(
        "unknown-source",
        "in a ladder",
        [
            (MARK, swap("  - A smile.", "  - say: A smile.\n    source: [BOOK-ONE, BOOKS]")),
        ],
        [
            "marks/planning/say-hello.yml:14:24: There is no source `BOOKS` in references.yml. Did you mean `BOOK-ONE`?",
        ],
    ),
    Case(
        "unknown-word",
        "in the glossary",
        [
            (GLOSSARY, swap("  means: A friendly word.", "  means: A friendly word.\n  see: [helo]")),
        ],
        [
            "marks/glossary.yml:4:9: There is no word `helo` in glossary.yml. Did you mean `hello`?",
        ],
    ),
    Case(
        "unknown-group",
        "of a source",
        [
            (REFERENCES, swap("group: books", "group: book")),
        ],
        [
            "marks/references.yml:4:10: There is no group of sources `book` in guide.yml. Did you mean `books`?",
        ],
    ),
    Case(
        "unknown-page",
        "in a link",
        [
            (ABOUT, swap("text: Hello.", 'text: "See [here](page:abuot)."')),
        ],
        [
            "marks/pages/about.yml:7:15: There is no page `abuot`. Did you mean `about`?",
        ],
    ),
    Case(
        "unknown-picture",
        "of a mark",
        [
            (MARK, swap("picture: ladder\nmeaning", "picture: laddr\nmeaning")),
        ],
        [
            "marks/planning/say-hello.yml:5:10: There is no picture `laddr` in the set of icons. Did you mean "
            "`ladder`, `radar` or `flare`?",
        ],
    ),
    Case(
        "mark-in-no-stage",
        "beside a slip in the order, which means another mark",
        [
            ("marks/planning/say-hallo.yml", like(MARK, "id: say-hello", "id: say-hallo")),
            (STAGE, swap("say-hello", "say-helo")),
        ],
        [
            "marks/planning/say-hallo.yml:1:5: The mark `say-hallo` stands in no stage's order. Add it to `marks` in "
            "marks/planning/stage.yml.",
            "marks/planning/stage.yml:8:5: There is no mark `say-helo`. Did you mean `say-hello` or `say-hallo`?",
        ],
    ),
    Case(
        "mark-in-no-stage",
        "a mark that nobody lists",
        [
            ("marks/planning/nod.yml", like(MARK, "id: say-hello", "id: nod")),
        ],
        [
            "marks/planning/nod.yml:1:5: The mark `nod` stands in no stage's order. Add it to `marks` in "
            "marks/planning/stage.yml.",
        ],
    ),
    Case(
        "stage-in-no-order",
        "a stage that nobody lists",
        [
            ("marks/review/stage.yml", like(STAGE, "  - say-hello", "  - nod")),
            ("marks/review/nod.yml", like(MARK, "id: say-hello", "id: nod")),
            ("marks/lake/review.yml", like(LAKE, "wave:", "nod:")),
        ],
        [
            "marks/review/stage.yml:1:1: The stage `review` is not in the order of the guide. Add it to `stages` in "
            "marks/guide.yml.",
        ],
    ),
    Case(
        "mark-in-two",
        "two stages list it",
        [
            ("marks/review/stage.yml", like(STAGE, "  - say-hello", "  - nod\n  - say-hello")),
            ("marks/review/nod.yml", like(MARK, "id: say-hello", "id: nod")),
            ("marks/lake/review.yml", like(LAKE, "wave:", "nod:")),
            (GUIDE, swap("[planning]", "[planning, review]")),
        ],
        [
            "marks/review/stage.yml:9:5: The mark `say-hello` stands in the order twice. The first is in "
            "marks/planning/stage.yml, line 8. Keep it in one place.",
        ],
    ),
    Case(
        "mark-of-another-stage",
        "another stage lists it",
        [
            ("marks/review/stage.yml", like(STAGE, "  - say-hello", "  - grin")),
            ("marks/review/grin.yml", like(MARK, "id: say-hello", "id: grin")),
            ("marks/lake/review.yml", like(LAKE, "wave:\n", "nod:\n")),
            (GUIDE, swap("[planning]", "[planning, review]")),
            (STAGE, swap("  - say-hello", "  - say-hello\n  - grin")),
            ("marks/review/stage.yml", swap("  - grin", "  - nod")),
            ("marks/review/nod.yml", like(MARK, "id: say-hello", "id: nod")),
        ],
        [
            "marks/planning/stage.yml:9:5: The mark `grin` lives in the folder review. Move its file to the folder "
            "of this stage, or list it there.",
        ],
    ),
    Case(
        "also-home",
        "its home is not another stage",
        [
            (LAKE, swap("  cost: free", "  also:\n    - stage: planning\n      why: Good there.\n  cost: free")),
        ],
        [
            "marks/lake/planning.yml:6:14: The idea `wave` has `planning` as its home, so it cannot be one of its "
            "other stages. Take `planning` out of `also`.",
        ],
    ),
    Case(
        "voice-without-ground",
        "nobody says where it is from",
        [
            (QUOTES, swap("  source: BOOK-ONE\n", "")),
        ],
        [
            "marks/quotes.yml:2:3: The voice `a-wave` has neither a source nor a consent. Add `source:` with a key "
            "from references.yml, or `consent:` with by, on and for.",
        ],
    ),
    Case(
        "quote-without-consent",
        "word for word without leave",
        [
            (QUOTES, swap("kind: reported", "kind: verbatim")),
        ],
        [
            "marks/quotes.yml:4:9: The voice `a-wave` is word for word, and has no consent. Add `consent:` with by, "
            "on and for, or report it in other words, `kind: reported`.",
        ],
    ),
    Case(
        "half-merged",
        "two versions in one file",
        [
            (
                MARK,
                swap("title: Say hello\n", "<<<<<<< HEAD\ntitle: Say hello\n=======\ntitle: Say hi\n>>>>>>> theirs\n"),
            )
        ],
        [
            "marks/planning/say-hello.yml:2:1: Two versions of this file were put together, and that is half done: "
            "`<<<<<<< HEAD`. Choose one of the two, and take out the lines of signs, `<<<<<<<`, `=======` and `>>>>>>>`.",
        ],
    ),
    Case(
        "consent-to-do",
        "a leave that nobody has written down",
        [(QUOTES, swap("  marks:", "  consent: {by: 'To do: who', 'on': May 2026, for: this}\n  marks:"))],
        [
            "marks/quotes.yml:6:17: Nobody has written down yet who gave leave to print the voice `a-wave`, when, and for "
            "what. Ask the person, and write it at `by`, `on` and `for`. Until then take the voice out: `hide: true`.",
        ],
    ),
    Case(
        "consent-lapsed",
        "a leave that has ended",
        [
            (
                QUOTES,
                swap("  marks:", "  consent: {by: Person A, 'on': May 2019, for: this, until: '2020-05-31'}\n  marks:"),
            )
        ],
        [
            "marks/quotes.yml:6:61: The leave to print the voice `a-wave` ended on 2020-05-31. Ask the person again and "
            "write down the new day, or take the voice out: `hide: true`.",
        ],
    ),
    Case(
        "bad-day",
        "a leave until a day that there is not",
        [(QUOTES, swap("  marks:", "  consent: {by: Person A, 'on': May, for: this, until: '2040-02-31'}\n  marks:"))],
        [
            "marks/quotes.yml:6:56: `2040-02-31` is not a day. Type the year, the month and the day as numbers, in "
            'double quotes, such as "2026-03-04".',
        ],
    ),
    Case(
        "voice-for-nothing",
        "it speaks to no mark",
        [
            (QUOTES, swap("  marks: [say-hello]\n", "")),
        ],
        [
            "marks/quotes.yml:2:3: The voice `a-wave` speaks to no mark and opens no stage. Add `marks:` with the "
            "marks that it speaks to, or `opens:` with a stage.",
        ],
    ),
    Case(
        "one-score",
        "two questions with a score",
        [
            (
                "marks/guide.yml",
                swap(
                    "questions:\n",
                    "questions:\n  again:\n    ask: And now?\n    help: Score it.\n    short: Now\n    answer: score\n",
                ),
            ),
        ],
        [
            "marks/guide.yml:9:3: 2 questions are answered by a score, and it must be one. Write `answer: score` at one "
            "question, and `answer: words` at each other.",
        ],
    ),
    Case(
        "one-score",
        "no question with a score",
        [
            ("marks/guide.yml", swap("answer: score", "answer: words")),
        ],
        [
            "marks/guide.yml:9:3: 0 questions are answered by a score, and it must be one. Write `answer: score` at one "
            "question, and `answer: words` at each other.",
            "marks/guide.yml:9:3: The id `score` is kept for the page itself. Choose another id.",
        ],
    ),
    Case(
        "reserved-id",
        "a question under a name that a sheet uses",
        [
            (
                "marks/guide.yml",
                swap(
                    "questions:\n",
                    "questions:\n  what:\n    ask: What else?\n    help: Say it.\n    short: Else\n    answer: words\n",
                ),
            ),
        ],
        [
            "marks/guide.yml:9:3: The id `what` is kept for the page itself. Choose another id.",
        ],
    ),
    Case(
        "band-gap",
        "a gap between bands",
        [
            (SCALE, swap("    to: 10\n    name: Some", "    to: 3\n    name: Some")),
        ],
        [
            "marks/scale.yml:4:3: The bands do not cover each score from 1 to 10 once: look at 4. Let each band "
            "begin one above the end of the one before.",
        ],
    ),
    Case(
        "band-gap",
        "a band that begins too late",
        [
            (SCALE, swap("    from: 1\n    to: 10\n    name: Some", "    from: 2\n    to: 10\n    name: Some")),
        ],
        [
            "marks/scale.yml:5:11: The bands do not cover each score from 1 to 10 once: look at 1. Let each band "
            "begin one above the end of the one before.",
        ],
    ),
    Case(
        "key-taken",
        "a key for two answers, and one that is a score",
        [
            (
                SCALE,
                swap(
                    "    means: I do not know.",
                    "    means: I do not know.\n    key: x\n  other:\n    name: Other\n    means: Another answer.\n"
                    '    key: X\n  third:\n    name: Third\n    means: A third answer.\n    key: "7"',
                ),
            ),
        ],
        [
            "marks/scale.yml:24:10: The key `X` stands for another answer already. Choose a key that is no digit and not "
            "taken.",
            "marks/scale.yml:28:10: The key `7` stands for another answer already. Choose a key that is no digit and not "
            "taken.",
        ],
    ),
    Case(
        "score-outside-step",
        "a score that its step does not hold",
        [
            (
                SCALE,
                swap(
                    "    score: 5\n    from: 1\n    to: 10",
                    "    score: 5\n    from: 1\n    to: 4\n    picture: ladder\n  more:\n    name: More\n    score: "
                    "9\n    from: 5\n    to: 10",
                ),
            ),
        ],
        [
            "marks/scale.yml:12:12: The score 5 is not between 1 and 4. Choose a score from `from` to `to`.",
        ],
    ),
    Case(
        "not-retired",
        "a mark that is still there",
        [
            (RETIRED, whole("marks:\n  say-hello: null\n")),
        ],
        [
            "marks/retired.yml:2:3: The mark `say-hello` is still in the guide. Take it out of retired.yml, or take "
            "out its file.",
        ],
    ),
    Case(
        "bad-yaml",
        "a quotation mark left open, and closed by the next one",
        [
            (MARK, swap("  - It is kind.", '  - "It is kind.')),
            (MARK, swap("  - A frown.", '  - "A frown."')),
        ],
        [
            "marks/planning/say-hello.yml:11:5: This line cannot be read: a quotation mark is opened here, and "
            'the next one is on line 15. Close it where the text ends. Inside double quotes, type \\" for a '
            "quotation mark.",
        ],
    ),
    Case(
        "bad-yaml",
        "a field pushed to the right",
        [
            (MARK, swap("origin: ours", "  origin: ours")),
        ],
        [
            "marks/planning/say-hello.yml:3:3: This line cannot be read: it stands further to the right than its "
            "neighbours. Check the spaces at the beginning of the line: fields of one group begin below each other.",
        ],
    ),
    Case(
        "bad-yaml",
        "text below an arrow that is not pushed to the right",
        [
            (MARK, swap("meaning: Somebody says hello.", "meaning: >-\nSomebody says hello.")),
        ],
        [
            "marks/planning/say-hello.yml:7:1: This line cannot be read: text below `>` or `|` must stand "
            "further to the right. Begin each of its lines with two spaces more than the line above has.",
        ],
    ),
    Case(
        "bad-yaml",
        "no space after a dash",
        [
            (MARK, swap("  - A smile.", "  - A smile.\n  -A laugh.\n  - A nod.")),
        ],
        [
            "marks/planning/say-hello.yml:14:3: This line cannot be read: there is no space after the dash. Type "
            "a space after the dash.",
        ],
    ),
    Case(
        "wrong-type",
        "no space after the only dash",
        [
            (STAGE, swap("  - say-hello", "  -say-hello")),
        ],
        [
            "marks/planning/stage.yml:8:3: This is text, and it needs a list. Begin each item on a line of its "
            "own, with a dash and a space.",
        ],
    ),
    Case(
        "bad-yaml",
        "no space after a colon",
        [
            (MARK, swap("title: Say hello", "title:Say hello")),
        ],
        [
            "marks/planning/say-hello.yml:2:1: This line cannot be read: there is no space after the colon. Type "
            "a space after the colon.",
        ],
    ),
    Case(
        "bad-yaml",
        "a field of a list one space short",
        [
            (MARK, swap("    picture: ladder\nwhy", "   picture: ladder\nwhy")),
        ],
        [
            "marks/planning/say-hello.yml:9:4: This line cannot be read: it does not line up with the lines "
            "above. Check the spaces at the beginning of the line: fields of one group begin below each other.",
        ],
    ),
    Case(
        "strange-sign",
        "curly quotation marks around a colon",
        [
            (MARK, swap("meaning: Somebody says hello.", "meaning: “Somebody says: hello.”")),
        ],
        [
            "marks/planning/say-hello.yml:6:10: There is a curly quotation mark (U+201C) at the beginning of a text with a "
            'colon, which it does not hold together. Type straight double quotes (") around the whole text instead.',
        ],
    ),
    Case(
        "bad-yaml",
        "lines below a field that says there are none",
        [
            (RETIRED, whole("marks: {}\n  old-hello: say-hello\n")),
        ],
        [
            "marks/retired.yml:2:3: This line cannot be read: the line above says with `{}` that nothing "
            "follows. Take out `{}` there.",
        ],
    ),
    Case(
        "colon-in-text",
        "in a line that may have a source",
        [
            (MARK, swap("  - A smile.", "  - Remember: smile.")),
        ],
        [
            "marks/planning/say-hello.yml:13:5: `Remember:` is taken for the name of a field, because of its "
            "colon. Put the whole text in double quotes.",
        ],
    ),
    Case(
        "colon-in-text",
        "in a line that may have none",
        [
            (MARK, swap("  - Who says it first?", "  - Ask: who says it first?")),
        ],
        [
            "marks/planning/say-hello.yml:17:5: `Ask:` is taken for the name of a field, because of its colon. "
            "Put the whole text in double quotes.",
        ],
    ),
    Case(
        "id-unlike-file",
        "a copy made by Windows",
        [
            ("marks/planning/say-hello - Copy.yml", like(MARK, "", "")),
        ],
        [
            "marks/planning/say-hello - Copy.yml:1:5: The id `say-hello` is not the name of the file. Rename the "
            "file: small letters, digits and single hyphens, then .yml. Its name is its id.",
        ],
    ),
    Case(
        "unknown-mark",
        "a slip in the order of a stage",
        [
            (STAGE, swap("  - say-hello", "  - say-helo")),
        ],
        [
            "marks/planning/stage.yml:8:5: There is no mark `say-helo`. Did you mean `say-hello`?",
        ],
    ),
    Case(
        "unknown-mark",
        "its file is gone",
        [
            ("marks/planning/nod.yml", like(MARK, "id: say-hello", "id: nod")),
            (STAGE, swap("  - say-hello", "  - nod")),
            (MARK, gone),
        ],
        [
            "marks/example.yml:11:3: There is no mark `say-hello`. Check the spelling. If its file is gone or has a new "
            "name, change this too.",
            "marks/lake/planning.yml:4:11: There is no mark `say-hello`. Check the spelling. If its file is gone "
            "or has a new name, change this too.",
            "marks/quotes.yml:6:11: There is no mark `say-hello`. Check the spelling. If its file is gone or has "
            "a new name, change this too.",
        ],
    ),
    Case(
        "unknown-mark",
        "it has a new name",
        [
            (RETIRED, whole("marks:\n  wave-hello: say-hello\n  gone-for-ever: null\n")),
            (LAKE, swap("marks: [say-hello]", "marks: [wave-hello, gone-for-ever]")),
        ],
        [
            "marks/lake/planning.yml:4:11: There is no mark `wave-hello`. It is now `say-hello`.",
            "marks/lake/planning.yml:4:23: There is no mark `gone-for-ever`. It was taken out of the guide: take "
            "it out here too.",
        ],
    ),
    Case(
        "bad-id",
        "the name of a file in the order of a stage",
        [
            (STAGE, swap("  - say-hello", "  - say-hello.yml")),
        ],
        [
            "marks/planning/stage.yml:8:5: `say-hello.yml` cannot be an id. Leave out `.yml`.",
        ],
    ),
    Case(
        "unknown-field",
        "a slip in a line with a source",
        [
            (MARK, swap("  - A smile.", "  - sya: A smile.\n    source: BOOK-ONE")),
        ],
        [
            "marks/planning/say-hello.yml:13:5: There is no field `sya` here. Did you mean `say`?",
        ],
    ),
]

# Texts that are hard to read: `make check` tells of them, and a site is built all the same.
HARD = [
    Case(
        "too-hard",
        "lines that are judged together",
        [
            (MARK, swap("  - A smile.", "  - Visitors remember yesterday.\n  - Neighbours gather.")),
        ],
        [
            "marks/planning/say-hello.yml:12:1: The reading grade here is 16.1, and the most is 7. Make sentences shorter "
            "and use plainer words: the longest sentence has 3 words (`Visitors remember yesterday.`), and the hardest "
            "words are `yesterday`, `remember`, `visitors`.",
        ],
    ),
    Case(
        "too-hard",
        "a text that stands alone",
        [
            (MARK, swap("Somebody says hello.", "Somebody in every gathering greets each visitor.")),
        ],
        [
            "marks/planning/say-hello.yml:6:10: The reading grade here is 12.4, and the most is 7. Make sentences shorter "
            "and use plainer words: the longest sentence has 7 words (`Somebody in every gathering greets each visitor.`), "
            "and the hardest words are `gathering`, `somebody`, `visitor`.",
        ],
    ),
    Case(
        "long-sentence",
        "a sentence without an end",
        [
            (MARK, swap("It is kind.", "We sit, and " + "we talk, and " * 8 + "we go.")),
        ],
        [
            "marks/planning/say-hello.yml:11:5: This sentence has 29 words, and the most is 25: `We sit, and we talk, and "
            "we talk, and we talk, and we talk,…`. Make two of it.",
        ],
    ),
    Case(
        "long-word",
        "twice, and then in capitals",
        [
            (MARK, swap("title: Say hello", "title: Talk of inequalities, inequality and the Inequality Office")),
        ],
        [
            "marks/planning/say-hello.yml:2:8: `inequality` is a long word, used 2 times. Use a plainer one, or explain it "
            "in glossary.yml. If everybody knows it, add it to everyday.yml.",
        ],
    ),
]

HARD += [
    Case(
        "abbreviation",
        "letters that stand for words",
        [
            (
                MARK,
                swap(
                    "It is kind.", "Ask the ABCD, or the Abcd (ABCD). Ask McAdam of the ABC2 and of the ABC2 (#7A1F1F)."
                ),
            ),
        ],
        [
            "marks/planning/say-hello.yml:11:5: `ABC2` is an abbreviation that nothing explains, used 2 times. Write the "
            "words out, or explain it in glossary.yml. If everybody knows it, add it to everyday.yml.",
        ],
    ),
]

# Rules of macros that pages call, not of files: tests/site/test_plugin.py holds their cases.
# Told of elsewhere: of the look, of a page that calls what there is not, of the layer of a fork (test_overlay.py)
# and of languages (test_languages.py).
OF_PAGES = (
    {"pale-colour", "unknown-macro-name", "bad-colour", "bad-file", "no-picture-file", "not-a-picture", "page-to-come"}
    | REMARKS
    | MISTAKES
    | OF_LANGUAGES
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}: {case.name}")
def test_a_mistake_gets_its_sentence(case: Case, small: Path) -> None:
    for path, edit in case.edits:
        edit(small, small / path)
    guide, found = loader.check(small)
    assert [str(one) for one in found] == case.says
    assert case.rule in {one.rule for one in found}
    assert guide is None


@pytest.mark.parametrize("case", HARD, ids=lambda case: f"{case.rule}: {case.name}")
def test_a_hard_text_gets_its_sentence(case: Case, small: Path) -> None:
    for path, edit in case.edits:
        edit(small, small / path)
    guide, found = loader.check(small)
    assert guide is not None and not found
    hard = readability.check(layers.read_files(small).records)
    assert [str(one) for one in (*hard.problems, *hard.listed)] == case.says
    assert case.rule in {one.rule for one in (*hard.problems, *hard.listed)}


def test_the_smallest_guide_is_whole(tmp_path: Path) -> None:
    guide, found = loader.check(small_guide(tmp_path))
    assert not found and guide is not None and list(guide.marks) == ["say-hello"]


def test_a_link_to_where_to_write_leads_there_in_a_guide_that_has_an_address(small: Path) -> None:
    swap("It says hello.", '"[Write to us](page:about#contact)."')(small, small / ABOUT)
    swap('version: "1"', 'version: "1"\nemail: office@example.org')(small, small / GUIDE)
    assert loader.check(small)[1] == []


def test_each_rule_has_its_broken_guide() -> None:
    assert set(RULES) - {case.rule for case in (*CASES, *HARD)} == OF_PAGES


def test_each_case_has_its_own_name() -> None:
    names = [(case.rule, case.name) for case in (*CASES, *HARD)]
    assert len(names) == len(set(names))


def test_all_mistakes_are_told_at_once_and_in_order(small: Path) -> None:
    for case in CASES:
        if case.rule in ("unknown-field", "bare-number", "also-home", "voice-for-nothing", "ragged-table"):
            if case.name not in ("a merge key", "a field of nothing"):
                for path, edit in case.edits:
                    edit(small, small / path)
    found = loader.check(small)[1]
    assert found == sorted(found)
    assert {"unknown-field", "bare-number", "also-home", "voice-for-nothing", "ragged-table"} <= {
        one.rule for one in found
    }


@pytest.mark.parametrize("field", ["bands", "three_steps"])
def test_a_band_may_have_one_score(field: str, small: Path) -> None:
    path = small / SCALE
    before, name, after = path.read_text(encoding="utf-8").partition(f"{field}:\n")
    kept = re.sub(r"\A(?:[ ].*\n)+", "", after)
    more = "means: So it is." if field == "bands" else "picture: ladder"
    parts = [("low", 1, 1), ("middle", 2, 9), ("high", 10, 10)]
    written = "".join(
        f"  {one}:\n    name: {one.title()}\n    from: {low}\n    to: {high}\n    {more}\n"
        + (f"    score: {low}\n" if field == "three_steps" else "")
        for one, low, high in parts
    )
    path.write_text(f"{before}{name}{written}{kept}", encoding="utf-8")
    assert loader.check(small)[1] == []
