"""Is there a file in ``marks/`` that nothing reads?"""

from __future__ import annotations

from pathlib import Path

from . import site_map
from .field_types import ID
from .languages import ABOUT, FOLDER
from .problems import Location, Problem, did_you_mean, problem
from .sources import LOCAL, SINGLE, is_content, stages_of

_PICTURES = (".svg", ".png", ".ico")  # what a fork's layer may hold beside its words: guide.yml there names them


def check(root: Path) -> list[Problem]:
    """Each file that nothing reads, or the first of a folder of them, with what to do about it."""
    top = root / "marks"
    base = stages_of(top)
    strays = _strays(root, top, base, (*site_map.FOLDERS, *base))
    if LOCAL in base:  # a stage of that name, which has its own problem
        return strays
    return [
        *strays,
        *_strays(root, top / LOCAL, sorted({*base, *stages_of(top / LOCAL)}), ("lake", "pages", FOLDER)),
    ]


def _strays(root: Path, top: Path, stages: list[str], known: tuple[str, ...]) -> list[Problem]:
    found: list[Problem] = []
    told: set[str] = set()
    folders = {*known, *stages}
    stage_of = {path.name: path.parent.name for stage in stages for path in (root / "marks" / stage).glob("*.yml")}
    for path in sorted(top.rglob("*")) if top.is_dir() else ():
        parts = path.relative_to(top).parts
        is_meant = is_content(path) and not any(part.startswith(".") or part.endswith("~") for part in parts)
        if not is_meant or path.name == "README.md" or (top.name != LOCAL and parts[0] in ("schema", LOCAL)):
            continue
        if not _is_read(parts, stages, top) and (parts[0] in folders or len(parts) == 1 or parts[0] not in told):
            told.add(parts[0])
            place = Location(path.relative_to(root).as_posix())
            found.append(problem(place, "stray-file", advice=_where(parts, folders, stages, stage_of)))
    return found


def _is_read(parts: tuple[str, ...], stages: list[str], top: Path) -> bool:
    """Whether a file is one that is read by its name."""
    name = parts[-1]
    stem = name[:-4] if name.endswith(".yml") else ""
    if parts[0] == FOLDER:  # the files of a language stand where those of the guide do
        inside = parts[2:]
        return bool(inside) and (inside == (ABOUT,) or top.name == LOCAL or _is_read(inside, stages, top))
    if len(parts) == 1:
        return stem in SINGLE or (top.name == LOCAL and name.endswith(_PICTURES))
    if len(parts) == 2 and parts[0] == "lake":
        return stem in stages
    if len(parts) == 2 and parts[0] == "pages":
        return stem in site_map.texts() or bool(top.name == LOCAL and ID.fullmatch(stem))
    return len(parts) == 2 and parts[0] in stages and bool(stem)


def _where(parts: tuple[str, ...], known: set[str], stages: list[str], stage_of: dict[str, str]) -> str:
    """Advice for a file that nothing reads."""
    name = parts[-1]
    for end in (".yaml", ".yml.txt", ".yaml.txt"):  # Notepad adds the last, and hides it
        if name.endswith(end):
            return f"Call it {name.removesuffix(end)}.yml."
    if len(parts) == 1 and stage_of.get(name):
        return f"It is a mark: move it to the folder {stage_of[name]}."
    if len(parts) == 1:
        return did_you_mean(name, [f"{kind}.yml" for kind in SINGLE], 1, "Move it out of marks/.")
    if parts[0] not in known:
        return did_you_mean(parts[0], known, 1, f"If {parts[0]} is a stage, it needs a file stage.yml.")
    if parts[0] == "pages":
        return did_you_mean(name, [f"{page}.yml" for page in site_map.texts()], 1, "Move it out of marks/.")
    if parts[0] == "lake":
        return did_you_mean(name, [f"{stage}.yml" for stage in stages], 1, "Call it by the id of a stage.")
    return (
        "A mark is a file that ends in .yml, straight in the folder of its stage."
        if parts[0] in stages
        else ("Move it out of marks/.")
    )
