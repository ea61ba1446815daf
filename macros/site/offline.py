"""What does somebody carry into a room without a connection? The guide as one zip, which works when it is unpacked.

It is made of the built site: the same pages, whose links name files in place of folders, since a disk shows a folder as
a list. What only a server or a program needs is left out. The same site gives the same bytes.
"""

from __future__ import annotations

import json
import math
import posixpath
import re
import shutil
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from ..content.model import Guide
from .ideas_file import IDEAS
from .needed import linked, needed, pages
from .search_index import INDEX

_OFFER = re.compile(r'<div class="?mk-copy"?(?: hidden(?:="")?)?>(.*?)</div>\s*', re.DOTALL)
_GOAL = re.compile(r'<a class="?mk-button"? data-copy(?:="")?>')
_LINK = re.compile(r'(\s(?:href|goal|data-[\w-]+)=")([^"#?:]*)(?=[#?"])')
_FACTS = re.compile(r'<script type="?application/json.*?</script>', re.DOTALL)
_SAID = re.compile(r'(")((?:[.]{1,2}/)+(?:[\w.-]+/)*)(?=[#?"])')
_LAKE = re.compile(r'"lake":"[^"]*/(?=")')
_IN_COPY = re.compile(r'<template data-in-copy(?:="")?>(.*?)</template>.*?(?=</div>)', re.DOTALL)
_ALIKE = (1980, 1, 1, 0, 0, 0)  # the first day that a zip knows: when it was made changes nothing
_MEGABYTE = 1_000_000
FIRST = "index.html"


def zip_name(guide: Guide) -> str:
    """What the zip is called. It stays so from edition to edition, and so do links to it."""
    return f"{guide.id}.zip"


def pack(site: Path, guide: Guide, address: str) -> None:
    """Put the zip into a built site, and offer it with its size where a page has a place for that."""
    data = zipped(copied(site, guide, address), folder(guide))
    (site / zip_name(guide)).write_bytes(data)
    size = megabytes(len(data), guide)
    for name in pages(site):
        text = (site / name).read_text(encoding="utf-8")
        if _OFFER.search(text):
            goal = posixpath.relpath(zip_name(guide), posixpath.dirname(name) or ".")
            (site / name).write_text(offered(text, goal, size), encoding="utf-8", newline="\n")


def offered(text: str, goal: str, size: str) -> str:
    """A page that offers the copy, at a path from the page, with its size."""

    def shown(found: re.Match[str]) -> str:
        inside = _GOAL.sub(lambda _: f'<a class="mk-button" href="{goal}" download>', found[1])
        return f'<div class="mk-copy">{inside.replace("{size}", size)}</div>\n'

    return _OFFER.sub(shown, text)


def take_out(site: Path, guide: Guide, to: Path) -> str:
    """Put the zip of a built site into a folder, and beside it what it unpacks to. Gives what to say of them."""
    to.mkdir(parents=True, exist_ok=True)
    made = to / zip_name(guide)
    shutil.copyfile(site / zip_name(guide), made)
    whole = to / folder(guide)
    if whole.exists():
        shutil.rmtree(whole)
    with zipfile.ZipFile(made) as zipped_up:
        zipped_up.extractall(to)
    return f"One file to send: {made} ({megabytes(made.stat().st_size, guide)} MB)\nA folder for a stick: {whole}"


def folder(guide: Guide) -> str:
    """The folder that all of it unpacks to."""
    return f"{guide.id}-{re.sub(r'[^0-9A-Za-z.-]+', '-', guide.version).strip('.-')}".rstrip("-")


def megabytes(size: int, guide: Guide) -> str:
    """A size as people say it, never less than it is."""
    tenths = math.ceil(10 * size / _MEGABYTE)
    return f"{tenths // 10}{',' if guide.separator == 'semicolon' else '.'}{tenths % 10}"


def copied(site: Path, guide: Guide, address: str) -> dict[str, bytes]:
    """The files of the copy, by their paths."""
    all_pages = pages(site)
    folders = {posixpath.dirname(name) or "." for name in all_pages if posixpath.basename(name) == FIRST}
    found: dict[str, bytes] = {}
    for name in sorted({*needed(site), *linked(site)} - {zip_name(guide)}):
        if name.endswith(".html"):
            found[name] = to_files((site / name).read_text(encoding="utf-8"), name, folders).encode()
        elif name.endswith(INDEX):
            found[name] = _index((site / name).read_text(encoding="utf-8"), folders, name.removesuffix(INDEX)).encode()
        elif name.endswith(IDEAS):
            found[name] = _LAKE.sub(rf"\g<0>{FIRST}", (site / name).read_text(encoding="utf-8"), count=1).encode()
        else:
            found[name] = (site / name).read_bytes()
    first = "-".join(re.findall(r"[\w-]+", guide.words["copy_first"])) or "README"
    found[f"{first}.txt"] = read_first(guide, address).encode()
    return found


def to_files(text: str, name: str, folders: set[str]) -> str:
    """A page whose links name the files of pages, and which does not offer the copy that it stands in."""

    def named(found: re.Match[str]) -> str:
        way = found[2]
        if not way.endswith(("/", ".")) or (way in (".", "..") and "href" not in found[1] and found[1] != '"'):
            return found[0]
        goal = posixpath.normpath(posixpath.join(posixpath.dirname(name), way))
        if goal not in folders:
            return found[0]
        return f"{found[1]}{posixpath.join('' if way == '.' else way, FIRST)}"

    text = _LINK.sub(named, _IN_COPY.sub(r"\g<1>", _OFFER.sub("", text)))
    return _FACTS.sub(lambda facts: _SAID.sub(named, facts[0]), text)


def _index(text: str, folders: set[str], top: str) -> str:
    """The index of the search, whose places name files too; `top`: the folder of its language."""
    begin, end = text.index("["), text.rindex("]") + 1
    rows = json.loads(text[begin:end])
    for row in rows:
        path, sign, rest = row[0].partition("#")
        if posixpath.normpath(top + path) in folders:
            row[0] = f"{posixpath.join(path, FIRST)}{sign}{rest}"
    return text[:begin] + json.dumps(rows, ensure_ascii=False, separators=(",", ":")) + text[end:]


def read_first(guide: Guide, address: str) -> str:
    """What somebody reads who has just unpacked it. Its ends of lines are those that every computer knows."""
    steps = [guide.words[name] for name in ("copy_first_unpack", "copy_first_open", "copy_first_answers")]
    lines = [guide.name, guide.version, "", *(f"{n}. {said}" for n, said in enumerate(steps, 1))]
    lines = [line.replace("{file}", FIRST) for line in lines]
    if address:
        lines += ["", guide.words["copy_first_newer"].replace("{address}", address)]
    return "\r\n".join([*lines, "", guide.licence, ""])


def zipped(files: Mapping[str, bytes], within: str) -> bytes:
    """A zip of these files in one folder, the same bytes for the same files."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as whole:
        for name, data in sorted(files.items()):
            one = zipfile.ZipInfo(f"{within}/{name}", _ALIKE)
            one.compress_type = zipfile.ZIP_DEFLATED
            one.create_system, one.external_attr = 3, 0o100644 << 16  # as on any system: a file to read
            whole.writestr(one, data, compresslevel=9)
    return made.getvalue()
