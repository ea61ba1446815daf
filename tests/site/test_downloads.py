"""Does the page of files tell the truth: is each there, as long and as big as it says?"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

from pypdf import PdfReader

from macros.content import loader
from macros.content.model import Guide
from macros.content.ready import FACTS, FOLDER
from macros.paper.make import every
from macros.site import downloads
from tests.shared import ROOT
from tests.words import say

LINK = re.compile(
    r'<a class="mk-download" href="([^"]+)">(.*?)</a>\s*<span class="mk-download__facts">([^<]+)</span>', re.DOTALL
)


def test_each_file_is_there_and_as_it_is_said(made_up_site: Path, made_up: Guide) -> None:
    page = made_up_site / "downloads" / "index.html"
    found = LINK.findall(page.read_text(encoding="utf-8"))
    paths = [(page.parent / href).resolve() for href, _, _ in found]
    assert [path.name for path in paths] == [one.name for one in every(made_up)]
    for path, (_, _, facts) in zip(paths, found):
        size = downloads.size(path.stat().st_size, made_up.words)
        assert facts.endswith(size)
        if path.suffix == ".pdf":
            n = len(PdfReader(path).pages)
            said = made_up.words["ready_pages_one"] if n == 1 else made_up.words["ready_pages_other"].format(n=n)
            assert facts == f"{said}, {size}"
        else:
            assert facts == size
    assert say("ready_none") not in page.read_text(encoding="utf-8")
    assert not (made_up_site / FOLDER / FACTS).exists()


def test_each_stage_leads_to_its_files(made_up_site: Path, made_up: Guide) -> None:
    for stage in made_up.stages:
        text = (made_up_site / stage / "index.html").read_text(encoding="utf-8")
        assert f'href="../downloads/#{stage}"' in text
        assert f'id="{stage}"' in (made_up_site / "downloads" / "index.html").read_text(encoding="utf-8")


def test_a_site_without_files_says_so(own_site: Path) -> None:
    text = (own_site / "downloads" / "index.html").read_text(encoding="utf-8")
    assert loader.load(ROOT).words["ready_none"] in text and not LINK.search(text)
    assert not (own_site / FOLDER).exists()


def test_a_name_without_a_file_goes_and_the_way_is_that_of_the_page(tmp_path: Path, made_up: Guide) -> None:
    site, paper = tmp_path / "site", tmp_path / "paper"
    (site / "deep" / "er").mkdir(parents=True)
    paper.mkdir()
    (paper / "a-b.pdf").write_bytes(b"x" * 1_250_000)
    (paper / FACTS).write_text(json.dumps({"pages": {"a-b.pdf": 1}, "missing": ""}), encoding="utf-8")
    names = "".join(
        f'<li>\n<span class="mk-download" data-ready="{name}">Word<b>: x</b></span>\n</li>\n'
        for name in ("a-b.pdf", "gone.pdf")
    )
    for path in (site / "deep" / "er" / "index.html", site / "top.html"):
        path.write_text(f'<p class="mk-downloads__none">None.</p>\n<ul>{names}</ul>', encoding="utf-8")
    downloads.fill(site, paper, made_up)
    text = (site / "deep" / "er" / "index.html").read_text(encoding="utf-8")
    assert 'href="../../paper/a-b.pdf">Word<b>: x</b></a>' in text and "gone" not in text and "None." not in text
    assert text.count("<li>") == 1 and "1.2 MB" in text
    assert 'href="paper/a-b.pdf"' in (site / "top.html").read_text(encoding="utf-8")


def test_in_another_language_it_is_said_in_which_language_a_file_is(tmp_path: Path, made_up: Guide) -> None:
    site, paper = tmp_path / "site", tmp_path / "paper"
    site.mkdir()
    paper.mkdir()
    (paper / "a.pdf").write_bytes(b"x")
    (paper / FACTS).write_text(json.dumps({"pages": {"a.pdf": 1}, "missing": ""}), encoding="utf-8")
    page = site / "index.html"
    page.write_text('<ul><li><span class="mk-download" data-ready="a.pdf">PDF</span></li></ul>', encoding="utf-8")
    downloads.fill(site, paper, replace(made_up, language="cy", fallback="en-GB"), is_below=True)
    text = page.read_text(encoding="utf-8")
    assert '<a class="mk-download" href="../paper/a.pdf" hreflang="en-GB">PDF</a>' in text
    assert "English" in text
