"""How must the files fit together? Rules that need more than one file, or more than one field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from .fields import PAGE_NAMES
from .wordlist import WORDS
from .problems import Place, Problem, did_you_mean, problem
from .schema import Items, Record, Reference

Records = Mapping[str, Mapping[str, Record]]
_NONE: Mapping[str, Record] = {}
# Anchors that the pages themselves use, beside the ids of stages and of groups of sources.
RESERVED = ("questions", "marks", "ideas", "top")
LINK = re.compile(r"\[([^\[\]]+)\]\(([^()\s]*)\)")
_MAYBE_LINK = re.compile(r"\[[^\[\]]*\]\([^()]*\)?")


def check(records: Records, references: Iterable[Reference], prose: Iterable[tuple[str, Place]],
          pictures: frozenset[str] | None) -> list[Problem]:
    """Every problem between the files. `pictures` is None when no theme is there to say."""
    known = names(records, pictures)
    found = [
        *_dangling(references, known), *_links(prose, known, records), *_ids(records), *_orders(records),
        *_also(records), *_voices(records), *_scale(records), *_retired(records), *_pages(records), *_words(records),
    ]
    return found


def names(records: Records, pictures: frozenset[str] | None = None) -> dict[str, set[str] | None]:
    """The ids that exist, by kind. None: nobody can say."""
    def ids(kind: str) -> set[str]:
        return {name for record in records.get(kind, _NONE).values() for name in record.keys_at}

    guide = records.get("guide", _NONE).get("guide", {})
    return {
        "mark": {key.partition("/")[2] for key in records.get("mark", _NONE)},
        "stage": set(records.get("stage", _NONE)),
        "idea": ids("lake"), "source": ids("references"), "word": ids("glossary"),
        "group": set(guide.get("source_groups", ())),
        "picture": set(pictures) if pictures is not None else None,
    }


def _dangling(references: Iterable[Reference], known: dict[str, set[str] | None]) -> Iterator[Problem]:
    for one in references:
        there = known[one.kind]
        if there is not None and one.text not in there:
            yield problem(one.place, f"unknown-{one.kind}", text=one.text, advice=did_you_mean(one.text, there))


def _links(prose: Iterable[tuple[str, Place]], known: dict[str, set[str] | None],
           records: Records) -> Iterator[Problem]:
    pages = set(PAGE_NAMES) - {"facilitation", "sheet"} | (known["stage"] or set())
    pages |= {f"{stage}-sheet" for stage in known["stage"] or ()}
    targets: dict[str, set[str]] = {"page": pages}
    for kind in ("stage", "mark", "idea", "word", "source"):
        targets[kind] = known[kind] or set()
    for text, place in prose:
        for maybe in _MAYBE_LINK.finditer(text):
            link = LINK.fullmatch(maybe.group())
            if not link:
                yield problem(place, "bad-link", text=maybe.group(), advice="Write it as [words](target).")
                continue
            target = link.group(2)
            if re.fullmatch(r"https?://[^\s<>\"'`]+|mailto:[^\s@]+@[^\s@]+", target):
                continue
            kind, _, name = target.partition(":")
            name, _, anchor = name.partition("#")
            if kind not in targets:
                yield problem(place, "bad-link", text=target,
                              advice=f"Begin with one of: {', '.join(f'{known}:' for known in targets)}, https://.")
            elif name not in targets[kind]:
                rule = f"unknown-{kind}"
                yield problem(place, rule, text=name, advice=did_you_mean(name, targets[kind]))
            elif anchor and anchor not in _anchors(name, records):
                yield problem(place, "bad-link", text=target, advice=did_you_mean(anchor, _anchors(name, records)))


def _anchors(page: str, records: Records) -> set[str]:
    """The anchors of one page that page text may lead to."""
    def of(kind: str, name: str) -> set[str]:
        record = records.get(kind, _NONE).get(name)
        return {section["id"] for section in record.get("sections", ()) if "id" in section} if record else set()

    if page in records.get("stage", _NONE):
        mine = {key.partition("/")[2] for key in records.get("mark", _NONE) if key.startswith(f"{page}/")}
        return mine | {"questions", "marks"}
    extra = of("page", "facilitation") | {"facilitation", "questions", "scale"} if page == "use" else set()
    return of("page", page) | extra


def _ids(records: Records) -> Iterator[Problem]:
    """Ids unlike their file's name, taken twice, or kept for the page itself."""
    guide = records.get("guide", _NONE).get("guide", {})
    kept = {*RESERVED, *guide.get("stages", ()), *guide.get("source_groups", ())}
    first: dict[str, tuple[str, int]] = {}
    for key, record in records.get("mark", _NONE).items():
        name = key.partition("/")[2]
        place = record.values_at.get("id", record.place)
        if record.get("id", name) != name:
            yield problem(place, "id-unlike-file", text=record["id"], name=name)
        if name in first:
            file, line = first[name]
            yield problem(place, "duplicate-id", text=name, file=file, line=line)
        first.setdefault(name, (place.file, place.line))
    for kind in ("lake", "quotes", "glossary"):
        seen: dict[str, Place] = {}
        for record in records.get(kind, _NONE).values():
            for name, place in record.keys_at.items():
                if name in seen:
                    yield problem(place, "duplicate-id", text=name, file=seen[name].file, line=seen[name].line)
                seen.setdefault(name, place)
                if name in kept:
                    yield problem(place, "reserved-id", text=name)
    for key, record in records.get("mark", _NONE).items():
        if key.partition("/")[2] in kept:
            yield problem(record.values_at.get("id", record.place), "reserved-id", text=key.partition("/")[2])


def _orders(records: Records) -> Iterator[Problem]:
    """Each mark stands in the order of its own stage, once."""
    folders: dict[str, list[str]] = {}
    for key in records.get("mark", _NONE):
        folder, _, name = key.partition("/")
        folders.setdefault(name, []).append(folder)
    listed: dict[str, Place] = {}
    order = records.get("guide", _NONE).get("guide", {}).get("stages")
    for stage, record in records.get("stage", _NONE).items():
        if order is not None and stage not in order:
            yield problem(record.place, "stage-in-no-order", text=stage)
    for stage, record in records.get("stage", _NONE).items():
        order = record.get("marks", Items(record.place))
        for name, place in zip(order, getattr(order, "places", ())):
            if name in listed and listed[name].file != place.file:
                yield problem(place, "mark-in-two", text=name, file=listed[name].file, line=listed[name].line)
            elif name in folders and stage not in folders[name]:
                yield problem(place, "mark-of-another-stage", text=name, folder=folders[name][0])
            listed.setdefault(name, place)
    for key, record in records.get("mark", _NONE).items():
        folder, _, name = key.partition("/")
        stage_record = records.get("stage", _NONE).get(folder)
        if name not in listed and stage_record is not None and "marks" in stage_record:
            yield problem(record.values_at.get("id", record.place), "mark-in-no-stage", text=name,
                          stage=stage_record.place.file)


def _also(records: Records) -> Iterator[Problem]:
    for home, ideas in records.get("lake", _NONE).items():
        for name, idea in ideas.items():
            for also in idea.get("also", ()):
                if also.get("stage") == home:
                    yield problem(also.values_at["stage"], "also-home", text=name, stage=home)


def _voices(records: Records) -> Iterator[Problem]:
    for name, voice in records.get("quotes", _NONE).get("quotes", {}).items():
        place = voice.place
        given = voice.keys_at  # a field that is there and wrong has its own problem
        if "source" not in given and "consent" not in given:
            yield problem(place, "voice-without-ground", text=name)
        elif voice.get("kind") == "verbatim" and "consent" not in given:
            yield problem(voice.values_at["kind"], "quote-without-consent", text=name)
        if "marks" not in given and "opens" not in given:
            yield problem(place, "voice-for-nothing", text=name)


def _scale(records: Records) -> Iterator[Problem]:
    scale = records.get("scale", _NONE).get("scale")
    if not scale:
        return
    low, high = scale.get("lowest", 1), scale.get("highest", 10)
    for field in ("bands", "three_steps"):
        steps = scale.get(field)
        if not steps or any("from" not in step or "to" not in step for step in steps.values()):
            continue
        following = low
        for step in [*steps.values(), None]:
            if step is None:
                if following != high + 1:
                    yield problem(scale.values_at[field], "band-gap", low=low, high=high, score=following)
            elif step["from"] != following or step["to"] < step["from"]:
                yield problem(step.values_at["from"], "band-gap", low=low, high=high, score=following)
                break
            else:
                following = step["to"] + 1
    for step in scale.get("three_steps", {}).values():
        if {"from", "to", "score"} <= step.keys() and not step["from"] <= step["score"] <= step["to"]:
            yield problem(step.values_at["score"], "score-outside-step", score=step["score"],
                          low=step["from"], high=step["to"])


def _retired(records: Records) -> Iterator[Problem]:
    marks = records.get("retired", _NONE).get("retired", {}).get("marks")
    living = {key.partition("/")[2] for key in records.get("mark", _NONE)}
    for name in marks or ():
        if name in living:
            yield problem(marks.keys_at[name], "not-retired", text=name)


def _pages(records: Records) -> Iterator[Problem]:
    """Anchors twice on a page, and rows of a table that do not fit its head."""
    for name, page in records.get("page", _NONE).items():
        seen: dict[str, Place] = {}
        if name == "facilitation":  # it stands on the same page as the guide to use
            use = records["page"].get("use", {})
            seen = {one["id"]: one.values_at["id"] for one in use.get("sections", ()) if "id" in one}
        for section in page.get("sections", ()):
            if "id" in section:
                place = section.values_at["id"]
                if section["id"] in seen:
                    first = seen[section["id"]]
                    yield problem(place, "duplicate-id", text=section["id"], file=first.file, line=first.line)
                seen.setdefault(section["id"], place)
                if section["id"] in (*RESERVED, "scale", "facilitation"):
                    yield problem(place, "reserved-id", text=section["id"])
            for block in section.get("body", ()):
                table = block.get("table", {})
                for row in table.get("rows", ()):
                    if "head" in table and len(row) != len(table["head"]):
                        yield problem(row.place, "ragged-table", count=len(row), wanted=len(table["head"]))


def _words(records: Records) -> Iterator[Problem]:
    """The places in the interface's words that are filled in: all of them, and no other."""
    words = records.get("words", _NONE).get("words", Record(Place("")))
    for name, text in words.items():
        wanted = set(WORDS[name][1])
        held = set(re.findall(r"\{([^{}]*)\}", text))
        if wanted != held or text.count("{") != text.count("}"):
            def shown(some: set[str]) -> str:
                return ", ".join(f"{{{one}}}" for one in sorted(some)) or "none"
            yield problem(words.values_at[name], "bad-placeholder", wanted=shown(wanted), found=shown(held))
