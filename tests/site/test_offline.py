"""Is the copy for a stick whole and always the same, and does a browser keep what is needed and no more?"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from macros.content import loader
from macros.content.model import Guide
from macros.site import kept_pages, offline
from macros.site.data_links import mended_page
from macros.site.needed import linked, needed, pages
from tests.conftest import whole
from tests.shared import ENGINES, ROOT, built, made_up_project, run
from tests.sitepage import links, page
from tests.words import say

in_one = pytest.mark.parametrize("engine", ENGINES[:1], indirect=True)
SECOND_TOOLS = (("unzip", "-q", "{zip}", "-d", "{to}"), ("bsdtar", "-xf", "{zip}", "-C", "{to}"))
NOT_CARRIED = {"404.html", "robots.txt", "sitemap.xml", "_headers", "sw.js", "guide.json", "social.png"}


def packed(site: Path) -> Path:
    """The zip that a site offers."""
    (found,) = site.glob("*.zip")
    return found


@in_one
def test_the_same_files_give_the_same_bytes(made_up_site: Path, made_up: Guide) -> None:
    files = offline.copied(made_up_site, made_up, "")
    assert len(files) > 50 and offline.zip_name(made_up) not in files
    made = {offline.zipped(dict(order), "a") for order in (files.items(), reversed(files.items()))}
    assert len(made) == 1


def test_another_program_unpacks_it(copy: Path, made_up_site: Path, tmp_path: Path) -> None:
    tool = next((tool for tool in SECOND_TOOLS if shutil.which(tool[0])), None)
    if not tool:
        pytest.skip("there is no second program for zip files here")
    subprocess.run([part.format(zip=packed(made_up_site), to=tmp_path) for part in tool], check=True)
    (there,) = tmp_path.iterdir()
    assert there.name == copy.name
    ours, theirs = (
        {path.relative_to(top).as_posix(): path.read_bytes() for path in top.rglob("*") if path.is_file()}
        for top in (copy, there)
    )
    assert ours == theirs


def test_each_link_of_it_names_a_file_that_is_there(copy: Path) -> None:
    lost, seen = [], 0
    for name in pages(copy):
        one = page(copy, name)
        for address in links(one.root):
            path = address.partition("#")[0].partition("?")[0]
            if not path or re.match(r"https?:|mailto:|data:", address):
                continue
            seen += 1
            goal = one.goal(address)
            if not goal or path.endswith(("/", ".")) or not (copy / goal[0]).is_file():
                lost.append(f"{name}: {address}")
            elif goal[1] and goal[0].endswith(".html") and goal[1] not in page(copy, goal[0]).anchors:
                lost.append(f"{name}: {address}")
    assert not lost and seen > 1000
    facts = "".join(
        found
        for name in pages(copy)
        for found in re.findall(r"<script type=.?application/json.*?</script>", page(copy, name).source, re.DOTALL)
    )
    assert "../lake/index.html#" in facts and "../lake/#" not in facts


def test_it_holds_what_a_reader_needs_and_nothing_for_servers(copy: Path, made_up_site: Path, made_up: Guide) -> None:
    there = {path.relative_to(copy).as_posix() for path in copy.rglob("*") if path.is_file()}
    assert set(pages(made_up_site)) < there and not {Path(name).name for name in there} & NOT_CARRIED
    assert not [name for name in there if name.endswith((".map", ".zip"))]
    first = copy / f"{say('copy_first').replace(' ', '-')}.txt"
    lines = first.read_bytes().decode("utf-8").split("\r\n")
    assert lines[:2] == [made_up.name, made_up.version] and any("index.html" in line for line in lines)
    for name in pages(copy):
        assert 'class="mk-copy"' not in page(copy, name).source
    assert "serviceWorker" not in (copy / "assets" / "js" / "boot.js").read_text(encoding="utf-8")


def test_what_it_says_of_kept_pages_is_true_of_it(copy: Path, made_up_site: Path) -> None:
    """A copy keeps nothing, and has no switch: it says so where the site tells of both."""
    name = "privacy/index.html"
    here, there = ((top / name).read_text(encoding="utf-8") for top in (copy, made_up_site))
    first = say("kept_private_same").split(".")[0]
    assert say("kept_private_copy").split(",")[0] in here and "<template data-in-copy" not in here
    assert first in there and first not in here


def test_the_note_says_where_a_newer_one_is(made_up: Guide) -> None:
    assert "https://example.org/ours/" in offline.read_first(made_up, "https://example.org/ours/")
    assert "http" not in offline.read_first(made_up, "")


@pytest.mark.parametrize(
    ("size", "separator", "said"),
    [(1, "comma", "0.1"), (100_000, "comma", "0.1"), (100_001, "comma", "0.2"), (12_345_678, "semicolon", "12,4")],
)
def test_a_size_is_never_less_than_it_is(size: int, separator: str, said: str, made_up: Guide) -> None:
    assert offline.megabytes(size, replace(made_up, separator=separator)) == said


@pytest.mark.parametrize(
    ("version", "name"),
    [("2026.1", "g-2026.1"), ("../../etc", "g-etc"), ("1 / ä", "g-1"), ("…", "g"), ("CON:", "g-CON")],
)
def test_a_folder_has_a_name_that_every_disk_takes(version: str, name: str, made_up: Guide) -> None:
    assert offline.folder(replace(made_up, id="g", version=version)) == name


@pytest.mark.parametrize(
    ("words", "name"),
    [("Read me first", "Read-me-first"), ("Bitte: zuerst / lesen", "Bitte-zuerst-lesen"), ("?!", "README")],
)
def test_the_note_has_a_name_that_every_disk_takes(words: str, name: str, made_up: Guide, made_up_site: Path) -> None:
    named = replace(made_up, words={**made_up.words, "copy_first": words})
    assert f"{name}.txt" in offline.copied(made_up_site, named, "")


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("use/index.html", '<button data-link="lake.md">', '<button data-link="../lake/">'),
        ("use/index.html", '<mk-a goal="index.md#a">', '<mk-a goal="../#a">'),
        ("index.html", '<mk-a goal="results.md">', '<mk-a goal="results/">'),
        ("a/b/index.html", '<mk-a goal="../lake.md">', '<mk-a goal="../../lake/">'),
        ("use/index.html", '<mk-a title="lake.md">lake.md "lake.md"', '<mk-a title="lake.md">lake.md "lake.md"'),
        (
            "use/index.html",
            '<script type="application/json">["lake.md#a", "about lake.md", "lake.mdx"]</script>',
            '<script type="application/json">["../lake/#a", "about lake.md", "lake.mdx"]</script>',
        ),
    ],
)
def test_a_link_in_data_leads_to_its_page(name: str, before: str, after: str) -> None:
    assert mended_page(before, name) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<a href="../lake/">', '<a href="../lake/index.html">'),
        ('<a href="../lake/?h=tea#one">', '<a href="../lake/index.html?h=tea#one">'),
        ('<a href="..">', '<a href="../index.html">'),
        ('<a href=".">', '<a href="index.html">'),
        ('<a href="./">', '<a href="./index.html">'),
        ('<button data-link="../lake/">', '<button data-link="../lake/index.html">'),
        *(
            (same, same)
            for same in (
                '<a href="#one">',
                '<a href="../nowhere/">',
                '<a href="https://example.org/lake/">',
                '<a href="//example.org/lake/">',
                '<a href="mailto:a@example.org">',
                '<p data-said="..">',
                '<p data-says="A full stop.">',
                '<p title="../lake/">',
                "<p>href=&quot;../lake/&quot;",
                '<link href="../assets/a.css">',
            )
        ),
        (
            '<script type="application/json">{"a":"../lake/#x","b":"..","c":"../nowhere/","d":"."}</script>',
            '<script type="application/json">{"a":"../lake/index.html#x","b":"..","c":"../nowhere/","d":"."}</script>',
        ),
    ],
)
def test_links_to_folders_name_their_pages_and_nothing_else_changes(before: str, after: str) -> None:
    assert offline.to_files(before, "use/index.html", {".", "lake", "use"}) == after


@in_one
def test_it_is_offered_with_its_size(made_up_site: Path, address: str, chrome: Browser, made_up: Guide) -> None:
    size = offline.megabytes(packed(made_up_site).stat().st_size, made_up)
    with chrome.new_page() as tab:
        tab.goto(f"{address}use/#offline")
        link = tab.get_by_role("link", name=say("copy_get", size=size))
        expect(link).to_be_visible()
        with tab.expect_download() as waiting:
            link.click()
        assert Path(waiting.value.path()).read_bytes() == packed(made_up_site).read_bytes()
        assert waiting.value.suggested_filename == f"{made_up.id}.zip"


@in_one
def test_one_command_makes_the_file_and_the_folder_and_always_the_same(made_up_site: Path, tmp_path: Path) -> None:
    project = made_up_project(tmp_path)
    done = run("-m", "macros", "offline", cwd=project, PAPER="yes")
    assert done.returncode == 0, done.stdout
    made = packed(project / "build" / "offline")
    assert made.read_bytes() == packed(made_up_site).read_bytes(), "another build, in another folder"
    (folder,) = [path for path in made.parent.iterdir() if path.is_dir()]
    assert (folder / "index.html").is_file() and str(folder) in done.stdout
    with zipfile.ZipFile(made) as zipped:
        assert not [name for name in zipped.namelist() if ".." in name or not name.startswith(f"{folder.name}/")]


@in_one
def test_a_folder_of_an_older_edition_gives_way(made_up_site: Path, made_up: Guide, tmp_path: Path) -> None:
    old = tmp_path / "to" / offline.folder(made_up) / "of-an-older-edition.html"
    old.parent.mkdir(parents=True)
    old.write_text("", encoding="utf-8")
    (tmp_path / "to" / "mine.txt").write_text("", encoding="utf-8")
    said = offline.take_out(made_up_site, made_up, tmp_path / "to")
    assert not old.exists() and (old.parent / "index.html").is_file() and (tmp_path / "to" / "mine.txt").is_file()
    assert str(old.parent) in said and " MB" in said


def listed(site: Path) -> dict[str, str]:
    """What the worker of a site keeps."""
    found = re.search(r"FILES=(\{.*?\})", (site / kept_pages.WORKER).read_text(encoding="utf-8"))
    assert found
    return dict(json.loads(found[1]))


def test_browsers_keep_each_page_and_what_it_asks_for(made_up_site: Path) -> None:
    kept = listed(made_up_site)
    for name, sign in kept.items():
        path = made_up_site / (f"{name}index.html" if name == "" or name.endswith("/") else name)
        assert hashlib.sha256(path.read_bytes()).hexdigest().startswith(sign) and len(sign) >= 16
    assert {f"{name}index.html" for name in kept if name == "" or name.endswith("/")} == set(pages(made_up_site))
    assert set(needed(made_up_site)) - set(linked(made_up_site)) >= {"assets/js/index.js", "assets/js/boot.js"}
    assert {
        "assets/js/index.js",
        "assets/js/elements/search-results.js",
        "assets/css/elements/search-results.css",
    } < set(kept)
    assert len([name for name in kept if name.endswith(".woff2")]) == 6
    assert not [name for name in kept if re.search(r"[.](?:zip|png|map|json|xml|txt)$|404|sw[.]js|register", name)]


@pytest.mark.own
def test_what_is_kept_is_no_burden_for_a_phone(base: Path) -> None:
    own = whole(built("mkdocs", base))
    found = re.search(r"WEIGHT=(\d+)", (own / kept_pages.WORKER).read_text(encoding="utf-8"))
    if loader.load(ROOT).kept_pages == "none":
        pytest.skip("this guide has switched it off")
    assert found and 100_000 < int(found[1]) < 30_000 * len(pages(own))
    assert len((own / kept_pages.WORKER).read_bytes()) < 20_000


def test_a_file_that_changes_makes_another_edition(made_up_site: Path, tmp_path: Path) -> None:
    def signed(site: Path) -> str:
        found = re.search(r'EDITION="(\w+)"', (site / kept_pages.WORKER).read_text(encoding="utf-8"))
        assert found
        return found[1]

    made: list[str] = []
    for words in ("", "", "a"):
        site = tmp_path / str(len(made))
        shutil.copytree(made_up_site, site)
        (site / "index.html").write_text(f"{words}{page(made_up_site, 'index.html').source}", encoding="utf-8")
        shutil.copy(ROOT / "overrides" / "sw.js", site)
        shutil.copy(ROOT / "overrides" / "assets" / "js" / "register.js", site / "assets" / "js")
        kept_pages.write(site, True)
        made.append(signed(site))
    assert made[0] == made[1] != made[2]


def test_a_worker_without_a_place_for_the_list_is_refused(made_up_site: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(made_up_site, site)
    shutil.copy(ROOT / "overrides" / "assets" / "js" / "register.js", site / "assets" / "js")
    with pytest.raises(ValueError, match=r"overrides/sw\.js has no line to fill in"):
        kept_pages.write(site, True)


@pytest.mark.built
def test_one_line_switches_it_off(tmp_path: Path) -> None:
    project = made_up_project(tmp_path)
    path = project / "marks" / "guide.yml"
    path.write_text(f"{path.read_text(encoding='utf-8')}kept_pages: none\n", encoding="utf-8")
    done = run("-m", "macros", "build", cwd=project)
    assert done.returncode == 0, done.stdout
    site = project / "site"
    assert 'EDITION=""' in (site / kept_pages.WORKER).read_text(encoding="utf-8") and listed(site) == {}
    assert "serviceWorker" not in (site / "assets" / "js" / "boot.js").read_text(encoding="utf-8")
    assert not (site / "assets" / "js" / "register.js").exists()
    assert "kept-pages" not in page(site, "privacy/index.html").anchors
    assert "mk-kept-pages" not in page(site, "use/index.html").source
    assert packed(site).is_file() and 'href="../a-made-up-guide.zip"' in page(site, "use/index.html").source
