"""What do the builders read? ``mkdocs.yml`` as it is, or a copy in which a fork's name, look, menu and pages stand.

Nothing that the guide owns is edited: the copy and the pages are made anew from ``marks/`` before each build, in places
that Git leaves alone.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from ..content import languages, loader, own_colours, own_look, thin_pages
from ..content.model import Guide
from ..content.site_map import Shown, own_pages, pages
from . import publishing

SETTINGS = thin_pages.SETTINGS
OWN = "mkdocs.layered.yml"
OWN_LANGUAGE = "mkdocs.layered-{}.yml"  # of another language
DOCS = ".layered"  # the pages, and the pictures and styles of a fork, as a builder finds them
ASSETS = "assets/local"
_STYLES = ("assets/css/tokens.css", "assets/css/contrast.css")  # what a fork's colours stand behind
_OWN_STYLES = ("assets/css/local.css", "assets/css/local-contrast.css")
_THEMES = ("material", "zensical")


class _Variable(yaml.YAMLObject):
    """A value that a builder takes from the environment, kept as it is written."""

    yaml_tag = "!ENV"

    def __init__(self, node: yaml.Node) -> None:
        self.node = node


class _Reader(yaml.SafeLoader):
    """Reads a builder's settings without asking the environment."""


class _Writer(yaml.SafeDumper):
    """Writes them again."""


_shown: dict[Path, Guide] = {}  # what a server shows now, by project
_Reader.add_constructor("!ENV", lambda _, node: _Variable(node))
_Writer.add_representer(_Variable, lambda _, value: value.node)


def prepare(root: Path, guide: Guide) -> str:
    """The name of the file of settings that fits the guide; what it asks for is made."""
    settings = _read(root / SETTINGS)
    changes = differences(root, settings, guide)
    is_layered = bool(changes) or bool(_own_files(root, guide))
    if not is_layered or not (root / "docs").is_dir():
        (root / OWN).unlink(missing_ok=True)
        return SETTINGS
    settings = {**settings, **changes, "docs_dir": DOCS, "watch": [*settings.get("watch", []), "docs"]}
    if guide.colours:
        settings["extra_css"] = list(_with_colours(settings["extra_css"]))
    _fill(root, guide)
    _put(root / OWN, f"# Made from {SETTINGS} and marks/. Change those.\n" + _written(settings))
    return OWN


def prepare_language(root: Path, tag: str) -> str:
    """The name of the file of settings of another language, which has the pages of the guide and words of its own."""
    guide = loader.load(root, tag)
    own = root / OWN
    settings = _read(own if own.is_file() else root / SETTINGS)
    settings |= differences(root, settings, guide)
    settings["theme"] = {**settings["theme"], "direction": "rtl" if languages.is_rtl(tag) else "ltr"}
    settings["extra"] = {**settings.get("extra", {}), "language": tag}
    address = publishing.address(guide.address)
    if address:
        settings["site_url"] = f"{address.rstrip('/')}/{tag}/"
    name = OWN_LANGUAGE.format(tag)
    _put(root / name, f"# Made from {SETTINGS} and marks/. Change those.\n" + _written(settings))
    return name


def refresh(root: Path, guide: Guide, docs: Path) -> None:
    """Bring what a server shows up to date, if it shows what was made here."""
    if docs == root / DOCS and _shown.get(root) is not guide:
        prepare(root, guide)
        _shown[root] = guide


def differences(root: Path, settings: Mapping[str, Any], guide: Guide) -> dict[str, Any]:
    """What the guide says otherwise than these settings, by their names."""
    others = thin_pages.others(root, settings.get("nav") or [], guide.stages)
    theme = dict(settings["theme"])
    found = {
        "site_name": guide.name,
        "site_description": guide.purpose,
        "copyright": guide.licence,
        "nav": yaml.safe_load(thin_pages.menu(guide.stages, guide.words, others, own_pages(guide.pages)))["nav"],
    }
    theme["language"] = _language(guide.language)
    theme |= {name: f"{ASSETS}/{own}" for name, own in own_look.pictures(guide).items()}
    found["theme"] = theme
    if guide.address:
        found["site_url"] = _environment("SITE_URL", guide.address)
    return {name: value for name, value in found.items() if settings.get(name) != value}


def _language(tag: str) -> str:
    """The nearest language that the theme has words in: `pt-BR`, else `pt`, else English."""
    specs = (importlib.util.find_spec(name) for name in _THEMES)
    folders = [Path(spec.origin).parent / "templates/partials/languages" for spec in specs if spec and spec.origin]
    for name in (tag, tag.partition("-")[0]):
        if any((folder / f"{name}.html").is_file() for folder in folders):
            return name
    return "en"


def _pages(guide: Guide) -> dict[str, tuple[Shown, str]]:
    return pages(guide.stages, own_pages(guide.pages))


def _own_files(root: Path, guide: Guide) -> list[str]:
    """The pages that the guide needs and ``docs/`` lacks, and those that it has too many."""
    lacking = [name for name in _pages(guide) if not (root / "docs" / f"{name}.md").is_file()]
    return [*lacking, *(path.name for path, _ in thin_pages.of_no_stage(root, guide.stages))]


def _fill(root: Path, guide: Guide) -> None:
    """Make the folder that a builder reads: what stands in ``docs/``, without pages of stages that are hidden, and with
    those of new ones."""
    docs = root / DOCS
    gone = {path for path, _ in thin_pages.of_no_stage(root, guide.stages)}
    wanted: dict[Path, bytes] = {
        docs / path.relative_to(root / "docs"): path.read_bytes()
        for path in sorted((root / "docs").rglob("*"))
        if path.is_file() and path not in gone
    }
    for name, (shown, stage) in _pages(guide).items():
        wanted.setdefault(docs / f"{name}.md", thin_pages.text(shown, stage).encode())
    for own in own_look.pictures(guide).values():
        wanted[docs / ASSETS / own] = own_look.picture(root, own).read_bytes()
    if guide.colours:
        wanted |= {docs / name: text.encode() for name, text in zip(_OWN_STYLES, own_colours.style(guide.colours))}
    for path in sorted(docs.rglob("*"), reverse=True) if docs.is_dir() else ():
        if path.is_file() and path not in wanted:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
    for path, data in wanted.items():
        _put(path, data)


def _with_colours(styles: Iterable[str]) -> Iterable[str]:
    for name in styles:
        yield name
        if name in _STYLES:
            yield _OWN_STYLES[_STYLES.index(name)]


def _put(path: Path, data: bytes | str) -> None:
    """Write a file unless it says the same: whoever watches it should not be woken."""
    data = data.encode() if isinstance(data, str) else data
    if path.is_file() and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _environment(name: str, otherwise: str) -> _Variable:
    items = [yaml.ScalarNode("tag:yaml.org,2002:str", text) for text in (name, otherwise)]
    return _Variable(yaml.SequenceNode("!ENV", items, flow_style=True))


def _read(path: Path) -> dict[str, Any]:
    reader = _Reader(path.read_text(encoding="utf-8"))
    try:
        found: dict[str, Any] = reader.get_single_data()
    finally:
        reader.dispose()
    return found


def _written(settings: Mapping[str, Any]) -> str:
    text: str = yaml.dump(dict(settings), Dumper=_Writer, allow_unicode=True, sort_keys=False, width=1000)
    return text
