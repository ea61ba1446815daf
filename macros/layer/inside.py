"""How is something taken out that stands inside a file, such as a part of a page? By a line in its own entry there.

The file of the layer is changed line by line, so that all that somebody wrote there stays as it was.
"""

from __future__ import annotations

import re

import yaml

HIDE = "hide: true"


def hidden(text: str, group: str, name: str) -> str:
    """A file in which the entry `name` of `group` is hidden. ValueError when it is written in a way that only a person
    can change."""
    lines = text.splitlines()
    start = next((at for at, line in enumerate(lines) if re.fullmatch(rf"{group}:\s*(#.*)?", line)), None)
    if start is None:
        if re.search(rf"^{group}:", text, re.MULTILINE):
            raise ValueError(group)
        return _sure([*lines, f"{group}:", f"  {name}:", f"    {HIDE}"], group, name)
    found = _entry(lines, start, name)
    if found:
        at, indent = found
        return _sure([*lines[: at + 1], f"{indent}{HIDE}", *lines[at + 1 :]], group, name)
    inside = lines[start + 1] if start + 1 < len(lines) else ""
    indent = re.match(r" *", inside)[0] if inside.startswith(" ") else "  "  # type: ignore[index]
    is_list = inside.lstrip().startswith("- ")
    entry = [f"{indent}- id: {name}", f"{indent}  {HIDE}"] if is_list else [f"{indent}{name}:", f"{indent}  {HIDE}"]
    return _sure([*lines[: start + 1], *entry, *lines[start + 1 :]], group, name)


def shown(text: str, group: str, name: str) -> str:
    """The same file without that; the text itself when nothing there hides it."""
    if not _says_hidden(text, group, name):
        return text
    lines = text.splitlines()
    start = next((at for at, line in enumerate(lines) if line.startswith(f"{group}:")), None)
    found = _entry(lines, start, name) if start is not None else None
    if start is None or not found:
        raise ValueError(group)
    at, _ = found
    depth = len(lines[at]) - len(lines[at].lstrip())
    end = next((n for n in range(at + 1, len(lines)) if _depth(lines[n]) <= depth), len(lines))
    kept = [line for line in lines[at + 1 : end] if not re.match(r"\s+hide:\s*(true|yes)\b", line)]
    left = [*lines[:at], *([lines[at], *kept] if kept else []), *lines[end:]]
    after = next((line for line in left[start + 1 :] if line.strip()), "")
    if not after.startswith((" ", "-")):  # it was all that the group had
        left = [*left[:start], *left[start + 1 :]]
    made = "\n".join(left) + "\n" if left else ""
    if _says_hidden(made, group, name):
        raise ValueError(group)
    return made


def _entry(lines: list[str], start: int, name: str) -> tuple[int, str] | None:
    """The line on which an entry of a group begins, and how far in its fields stand."""
    for at in range(start + 1, len(lines)):
        if lines[at].strip() and not lines[at].startswith((" ", "-", "#")):
            return None
        if found := re.fullmatch(rf"(\s+){re.escape(name)}:\s*(#.*)?", lines[at]):
            return at, f"{found[1]}  "
        if found := re.fullmatch(rf"(\s*)- id:\s*[\"']?{re.escape(name)}[\"']?\s*(#.*)?", lines[at]):
            return at, f"{found[1]}  "
    return None


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip()) if line.strip() else 10_000


def _sure(lines: list[str], group: str, name: str) -> str:
    text = "\n".join(lines) + "\n"
    if not _says_hidden(text, group, name):
        raise ValueError(group)
    return text


def _says_hidden(text: str, group: str, name: str) -> bool:
    """Whether a file hides that entry, as YAML reads it."""
    try:
        data = yaml.safe_load(text)
    except yaml.YAMLError:
        return False
    entries = data.get(group) if isinstance(data, dict) else None
    if isinstance(entries, list):
        entries = {one.get("id"): one for one in entries if isinstance(one, dict)}
    entry = entries.get(name) if isinstance(entries, dict) else None
    return isinstance(entry, dict) and entry.get("hide") is True
