"""Which pages does a browser keep for a room without a connection? Those of one edition, by the hash of each file.

``overrides/sw.js`` keeps them. Here it is told what there is to keep, and the script that every page has is told of it.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path
from urllib.parse import quote

from rjsmin import jsmin  # type: ignore[import-untyped]

from .minify import minified
from .needed import REGISTER, needed

WORKER = "sw.js"
_BOOT = "assets/js/boot.js"
_LENGTH = 16  # signs of a hash
_PACKED = (".html", ".css", ".js", ".svg")  # what a host packs before it sends it


def write(site: Path, is_on: bool, elsewhere: tuple[str, ...] = ()) -> None:
    """Let browsers keep the pages of a built site; or let them forget what an earlier edition had them keep.

    `elsewhere`: folders of other languages. Whoever reads one language would be sent all of them.
    """
    worker = (site / WORKER).read_text(encoding="utf-8")
    if is_on:
        kept = [name for name in needed(site) if not name.startswith(tuple(f"{tag}/" for tag in elsewhere))]
        files = {_address(name): _hash((site / name).read_bytes()) for name in kept if name != _BOOT}
        boot = ";\n".join(minified((site / name).read_text(encoding="utf-8")) for name in (_BOOT, REGISTER))
        (site / _BOOT).write_text(boot, encoding="utf-8", newline="\n")
        files[_BOOT] = _hash(boot.encode())
        list_of_files = json.dumps(dict(sorted(files.items())), separators=(",", ":"))
        for line, said in (
            ('const EDITION = "";', f'const EDITION = "{_hash(list_of_files.encode())}";'),
            ("const FILES = {};", f"const FILES = {list_of_files};"),
            ("const WEIGHT = 0;", f"const WEIGHT = {sum(_weight(site / name) for name in kept)};"),
        ):
            if worker.count(line) != 1:
                raise ValueError(f"overrides/{WORKER} has no line to fill in: {line}")
            worker = worker.replace(line, said)
    for tag in ("", *elsewhere):
        (site / tag / REGISTER).unlink()
    (site / WORKER).write_text(str(jsmin(worker)), encoding="utf-8", newline="\n")


def _address(name: str) -> str:
    """How a page is asked for: by its folder. Any other file has its own path."""
    return quote(name.removesuffix("index.html") if name.endswith(("/index.html",)) or name == "index.html" else name)


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:_LENGTH]


def _weight(path: Path) -> int:
    """The bytes of a file as it travels."""
    data = path.read_bytes()
    return len(gzip.compress(data, 6, mtime=0) if path.suffix in _PACKED else data)
