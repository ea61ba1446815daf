"""How long does a build take, and how good is a page? Two things beside each other in one run; a table, and no verdict.

    python tests/tools/bench.py                 everything
    python tests/tools/bench.py --rounds 5      more rounds: the figures are medians, with the spread beside them
    python tests/tools/bench.py --only sizes --sizes 42 500
    python tests/tools/bench.py --only lighthouse

1. The full guide in both engines, against the same pages written as plain Markdown.
2. The time from saving a file to seeing it in the page, against the same pages as plain Markdown.
3. The checker and both engines with 42, 200 and 1,000 made-up marks: the time for each mark must not grow.
4. What a page weighs for somebody who has never been here, against the same page of the theme alone.
5. What Lighthouse says of pages on a telephone, against a page of the theme alone with the same words.
6. How fast a full sheet is on a device four times slower: a key press to the screen and to storage, and opening.
7. The same for everyone's scores, of a small group beside a large one: each press to the screen, and the results.
8. How fast the Lake and its picture answer with 300 ideas on such a device, against a plain list of the same lines.

The figure of a build is processor time, its children counted, because a busy machine changes it least; that of an
edit is what somebody waits.
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from html.parser import HTMLParser
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(HOME))

from playwright.sync_api import Browser

from macros.content import loader, site_map
from tests.live import Served
from tests.packs import pack
from tests.shared import ENGINES, ROOT, copy_project, run, served
from tests.tools import choosing, grouping, lighthouse, writing
from tests.weigh import KB, Packing, a_browser, visit

COMMANDS = {
    "mkdocs": ["-m", "mkdocs", "build", "-q"],
    "zensical": ["-m", "zensical", "build", "--clean"],
    "check": ["-m", "macros", "check"],
}
MOST = 100  # marks of a stage
PARTS = ("builds", "edits", "sizes", "weights", "lighthouse", "writing", "groups", "ideas")


def looked_at() -> dict[str, str]:
    """A page of each kind, by what it is called here: its address below that of the site."""
    stage = next(iter(loader.load(ROOT).stages))
    return {"home": "", "stage": f"{stage}/", "Lake": "lake/", "score sheet": f"{site_map.page_of(stage, 'sheet')}/"}


class Plain(HTMLParser):
    """What a macro gave, written again as plain Markdown: headings, paragraphs, lists, links, anchors."""

    def __init__(self) -> None:
        super().__init__()
        self.out: list[str] = []
        self.lists: list[str] = []
        self.goals: list[str] = []
        self.anchor = ""  # of a block, given to its first paragraph

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.anchor = dict(attrs).get("id") or self.anchor
        if tag in ("ul", "ol"):
            self.lists.append("1." if tag == "ol" else "-")
        elif tag in ("li", "dd"):
            depth = max(len(self.lists) - 1, 0)
            self.out.append("\n" + "    " * depth + (self.lists[-1] if self.lists else "-") + " ")
        elif tag in ("p", "dt", "tr", "h3", "caption", "summary"):
            self.out.append("\n\n### " if tag == "h3" else "\n\n" if not self.lists else " ")
        elif tag == "strong":
            self.out.append("**")
        elif tag == "a":
            self.goals.append(dict(attrs).get("href") or "")
            self.out.append("[")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ul", "ol"):
            self.lists.pop()
            self.out.append("\n")
        elif tag == "strong":
            self.out.append("**")
        elif tag == "a":
            self.out.append(f"]({self.goals.pop()})")
        elif tag in ("th", "td"):
            self.out.append(" ")
        elif tag == "p" and self.anchor and not self.lists:
            self.out.append(f"\n{{: #{self.anchor} }}")
            self.anchor = ""

    def handle_data(self, data: str) -> None:
        self.out.append(re.sub(r"\s+", " ", data))


def plain_markdown(text: str) -> str:
    """The same page without a macro and without HTML. Headings stay as they are."""
    parts = []
    for piece in re.split(r"(?m)^(#{1,3} .*)$", text):
        if piece.startswith("#"):
            parts.append(f"\n\n{re.sub(r' [.]mk-[^}]*', '', piece)}\n\n")
            continue
        reader = Plain()
        reader.feed(piece)
        parts.append("".join(reader.out))
    return re.sub(r"\n{3,}", "\n\n", "".join(parts)).strip() + "\n"


def as_plain(project: Path) -> None:
    """Write the pages of a project again as plain Markdown, with links between the files."""
    from macros.content.loader import load
    from macros.render.links import relative
    from macros.render.pages import Pages

    guide = load(project)
    for path in sorted((project / "docs").glob("*.md")):

        def href(goal: str, here: str = path.name) -> str:
            page, _, anchor = goal.partition("#")
            return relative(here, page) + (f"#{anchor}" if anchor else "")

        pages = Pages(guide, href)
        text = re.sub(
            r'\{\{ (\w+)\((?:"([\w-]+)")?\) \}\}',
            lambda found: getattr(pages, found[1])(*filter(None, [found[2]])),
            path.read_text("utf-8"),
        )
        path.write_text(plain_markdown(text), encoding="utf-8")
    settings = (project / "mkdocs.yml").read_text("utf-8")
    settings = re.sub(r"(?m)^  # Both lines stop.*\n  # .*\n|^  # Both.*\n", "", settings)
    settings = re.sub(r"(?s)  - macros:\n.*?\n\n", "\n", settings)
    (project / "mkdocs.yml").write_text(settings, encoding="utf-8")


def as_theme_alone(project: Path) -> None:
    """Take the guide's look away from a project of plain Markdown: what is left is the theme's own."""
    path = project / "mkdocs.yml"
    settings = re.sub(r"(?m)^  custom_dir: .*\n|^watch: .*\n", "", path.read_text("utf-8"))
    path.write_text(re.sub(r"(?m)^extra_(?:css|javascript):\n(?:  - .*\n)+", "", settings), encoding="utf-8")


def cost(command: str, project: Path) -> float:
    """Processor seconds of one run, children counted. RuntimeError when it fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, *COMMANDS[command]],
        cwd=project,
        check=False,
        capture_output=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )
    if done.returncode:
        raise RuntimeError((done.stdout + done.stderr).decode("utf-8", "replace")[-2000:])
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def interleaved(runs: dict[str, tuple[str, Path]], rounds: int) -> dict[str, list[float]]:
    """Each run once, then each again: what slows the machine slows all of them alike."""
    found: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, (command, project) in runs.items():
            found[name].append(cost(command, project))
    return found


def table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    """Print rows under their heads, in columns."""
    wide = [max(len(row[column]) for row in [head, *rows]) for column in range(len(head))]
    for row in [head, tuple("-" * width for width in wide), *rows]:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, wide)).rstrip())
    print()


def against_plain(guide: Path, plain: Path, rounds: int) -> None:
    """The full guide against the same pages as plain Markdown."""
    runs = {
        f"{engine} {what}": (engine, project)
        for engine in ("mkdocs", "zensical")
        for what, project in (("guide", guide), ("plain", plain))
    }
    found = interleaved(runs, rounds)
    rows = []
    for engine in ("mkdocs", "zensical"):
        ours, theirs = found[f"{engine} guide"], found[f"{engine} plain"]
        ratios = [one / other for one, other in zip(ours, theirs)]
        rows.append(
            (
                engine,
                f"{statistics.median(ours):.2f}",
                f"{statistics.median(theirs):.2f}",
                f"{statistics.median(ratios):.2f}",
                f"{min(ratios):.2f} to {max(ratios):.2f}",
            )
        )
    print(f"The full guide against the same pages as plain Markdown (processor seconds, {rounds} rounds; aim 1.15)")
    table(("engine", "guide", "plain", "guide / plain", "spread"), rows)


def from_save_to_page(guide: Path, plain: Path, rounds: int) -> None:
    """An edit of the guide's YAML against the same edit of a plain page, while each builder serves both."""
    rows = []
    for engine in ("mkdocs", "zensical"):
        seen: dict[Path, list[float]] = {guide: [], plain: []}
        for project, path, words in (
            (guide, "marks/process/listening.yml", "title: Listening"),
            (plain, "docs/process.md", "## Listening"),
        ):
            live = Served(engine, project)
            live.wait(lambda text: 'id="listening"' in text)
            for number in range(max(3, rounds)):
                new = f"{words}, again {number}"
                live.settle()
                start = time.monotonic()
                live.edit(words, new, path)
                live.wait(lambda text: f"Listening, again {number}" in text)
                seen[project].append(time.monotonic() - start)
                live.edit(new, words, path)
                live.wait(lambda text: f"Listening, again {number}" not in text)
            live.stop()
        rows.append(
            (
                engine,
                *(f"{statistics.median(seen[project]):.2f}" for project in (guide, plain)),
                f"{max(seen[guide]):.2f}",
            )
        )
    print("From saving a file to the page that shows it (seconds of waiting; aim 2)")
    table(("engine", "guide", "plain", "longest of the guide"), rows)


def stages_for(marks: int) -> int:
    """Four, as most guides have, or as many as so many marks need."""
    return max(4, -(-marks // MOST))


def by_size(work: Path, sizes: list[int], rounds: int) -> None:
    """Made-up guides of several sizes: does a mark cost more the more there are?"""
    projects = {}
    for size in sizes:
        projects[size] = work / f"pack-{size}"
        pack(projects[size], size, stages_for(size))
    runs = {f"{command} {size}": (command, projects[size]) for size in sizes for command in COMMANDS}
    found = interleaved(runs, rounds)
    print(
        f"Made-up guides by size (processor seconds, {rounds} rounds; the last column: for each mark more than in the "
        "row above. It must not grow)"
    )
    rows = []
    for command in COMMANDS:
        medians = [statistics.median(found[f"{command} {size}"]) for size in sizes]
        for size, seconds, before, smaller in zip(sizes, medians, [None, *medians], [0, *sizes]):
            added = f"{(seconds - before) / (size - smaller) * 1000:.1f}" if before is not None else ""
            each = f"{seconds / size * 1000:.1f}"
            rows.append((command, f"{size}", f"{stages_for(size)}", f"{seconds:.2f}", each, added))
    table(("command", "marks", "stages", "seconds", "ms a mark", "ms a mark added"), rows)


def published(guide: Path, plain: Path, engine: str) -> tuple[Path, Path]:
    """The guide as it is published, and the same words in the theme alone."""
    alone = plain.with_name(f"alone-{engine}")
    if not alone.exists():
        shutil.copytree(plain, alone)
        as_theme_alone(alone)
        cost(engine, alone)
    site = guide / f"site-{engine}"
    if not site.exists():
        done = run("-m", "macros", "build", "--engine", engine, "--site", site.name, cwd=guide)
        if done.returncode:
            raise RuntimeError(done.stdout[-2000:])
    return site, alone / "site"


def by_weight(guide: Path, plain: Path) -> None:
    """Each kind of page of the guide and of the theme alone, as bytes that travel to a new visitor."""
    rows = []
    with a_browser() as chrome:
        for engine in ENGINES:
            ours, theirs = published(guide, plain, engine)
            for name, place in looked_at().items():
                row = [f"{engine} {name}"]
                for site, searches in ((ours, True), (theirs, False)):
                    with served(site, Packing) as address:
                        seen = visit(chrome, site, address, f"{place}index.html", searches)
                    row += [f"{seen.weight / KB:.1f}", str(len(seen.page))]
                rows.append(tuple(row))
    print(
        "What a first visit weighs (KB as they travel; the theme fetches its search at once, the guide when it is asked)"
    )
    table(("page", "guide", "requests", "theme alone", "requests"), rows)


def in_lighthouse(guide: Path, plain: Path, rounds: int) -> None:
    """Pages of the guide as they are published, against a stage of the theme alone."""
    reason = lighthouse.missing()
    if reason:
        print(f"{reason}\n")
        return
    addresses = {}
    with ExitStack() as open_now:
        for engine in ENGINES:
            site, alone = published(guide, plain, engine)
            ours = open_now.enter_context(served(site, Packing))
            theirs = open_now.enter_context(served(alone, Packing))
            addresses[f"{engine} theme alone, stage"] = theirs + looked_at()["stage"]
            addresses |= {f"{engine} {name}": ours + page for name, page in looked_at().items()}
        found = lighthouse.measured(addresses, rounds)
    print(
        f"Lighthouse {lighthouse.VERSION}, as a telephone ({rounds} rounds, performance is the median; aim 100, and "
        "performance as that of the theme alone)"
    )
    table(
        ("page", "performance", "spread", "accessibility", "best practices", "SEO", "finds"),
        [(name, *scores.row()) for name, scores in found.items()],
    )


@contextmanager
def opened(project: Path) -> Iterator[tuple[Browser, Path]]:
    """A browser, and the site of a project that was built for it. RuntimeError when it cannot be built."""
    done = run("-m", "macros", "build", cwd=project)
    if done.returncode:
        raise RuntimeError(done.stdout[-2000:])
    with a_browser() as chrome:
        yield chrome, project / "site"


def in_writing(guide: Path, rounds: int) -> None:
    """A full sheet in a browser, against the same page without its script."""
    with opened(guide) as (chrome, site):
        rows = [
            row
            for page in (looked_at()["score sheet"].rstrip("/"), "choose")
            for row in writing.measured(chrome, site, page, rounds)
        ]
    print(
        f"42 marks with {writing.NOTES} characters each, {writing.SLOWER} times slower (milliseconds, {rounds} rounds; "
        "aims: opening 500, screen 50, storage 300)"
    )
    table(("page", "page on the screen", "of that, the project", "key to screen", "key to storage"), rows)


def in_groups(guide: Path, rounds: int) -> None:
    """Everyone's scores, of a small group beside a large one."""
    with opened(guide) as (chrome, site):
        rows = grouping.measured(chrome, site, rounds)
    print(
        f"Everyone's scores, {grouping.SLOWER} times slower (milliseconds, {rounds} rounds; aims: press 100, results 500)"
    )
    table(("group", "answers", "key to screen", "slowest key", "slowest other", "results drawn", "that other"), rows)


def in_choosing(folder: Path, rounds: int) -> None:
    """The Lake with many ideas, as a list and as a picture, against a plain list."""
    project = pack(folder / "ideas", choosing.MARKS, choosing.STAGES)
    with opened(project) as (chrome, site):
        rows = choosing.measured(chrome, site, rounds)
    print(f"{choosing.IDEAS} ideas, {choosing.SLOWER} times slower (milliseconds, {rounds} rounds; aim: 50)")
    first, *others = (name for name, _ in choosing.CHOICES)
    table(("list", first, choosing.AGAIN, *others), rows)


def main() -> None:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--sizes", type=int, nargs="*", default=[42, 200, 1000], help="how many marks")
    parser.add_argument("--only", choices=PARTS, nargs="+", default=PARTS)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        guide, plain = Path(folder, "guide"), Path(folder, "plain")
        if set(chosen.only) - {"sizes", "ideas"}:
            for project in (guide, plain):
                project.mkdir()
                copy_project(project)
            as_plain(plain)
        if "builds" in chosen.only:
            against_plain(guide, plain, chosen.rounds)
        if "weights" in chosen.only:
            by_weight(guide, plain)
        if "lighthouse" in chosen.only:
            in_lighthouse(guide, plain, chosen.rounds)
        if "writing" in chosen.only:
            in_writing(guide, chosen.rounds)
        if "groups" in chosen.only:
            in_groups(guide, chosen.rounds)
        if "ideas" in chosen.only:
            in_choosing(Path(folder), chosen.rounds)
        if "edits" in chosen.only:
            from_save_to_page(guide, plain, chosen.rounds)
        if "sizes" in chosen.only and chosen.sizes:
            by_size(Path(folder), chosen.sizes, max(1, chosen.rounds // 3))


if __name__ == "__main__":
    main()
