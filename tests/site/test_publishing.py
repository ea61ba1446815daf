"""Is a site ready for any host? Under its address, in a folder of one that nobody named, and for search engines."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, expect

from macros.site import publishing
from macros.site.not_found import PAGE
from tests.shared import ROOT, Quiet, served
from tests.words import say

PAGE_TEXT = """<head><link rel="stylesheet" href="/assets/css/a.css">
<link rel="icon" href="/assets/i.svg"></head><a href="/.">Home</a><a href="/">Home</a><a href="/lake/">Lake</a>"""


class Lost(Quiet):
    """A host that shows the page for a lost address, as hosts do."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        top = next(Path(self.directory).rglob(PAGE))
        body = top.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture
def made(tmp_path: Path) -> Path:
    (tmp_path / PAGE).write_text(PAGE_TEXT, encoding="utf-8")
    return tmp_path


def test_a_site_with_an_address_names_its_map_and_stays_as_it_is(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SITE_URL", raising=False)
    assert publishing.finish(made, "https://example.org/ours/") == ""
    assert "Sitemap: https://example.org/ours/sitemap.xml\n" in (made / publishing.ROBOTS).read_text(encoding="utf-8")
    assert (made / PAGE).read_text(encoding="utf-8") == PAGE_TEXT
    monkeypatch.setenv("SITE_URL", "https://other.example/")
    publishing.finish(made, "https://example.org/ours/")
    assert "https://other.example/sitemap.xml" in (made / publishing.ROBOTS).read_text(encoding="utf-8")


@pytest.mark.parametrize("said", ["", "http://127.0.0.1:8000/", "http://localhost/"])
def test_one_without_says_so(said: str, made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SITE_URL", raising=False)
    told = publishing.finish(made, said)
    assert (f"{said} is an address of this computer" if said else "No address is set") in told
    assert "Sitemap" not in (made / publishing.ROBOTS).read_text(encoding="utf-8")
    text = (made / PAGE).read_text(encoding="utf-8")
    assert text.count("assets/css/a.css") == 4 and text.count('href="./"') == 2 and 'href="/lake/"' in text


@pytest.mark.parametrize("engine", ["mkdocs"], indirect=True)
@pytest.mark.parametrize("lost", ["nowhere", "lake/nowhere", "lake/deep/nowhere"])
def test_a_lost_page_has_its_look_in_any_folder_of_a_host(
    lost: str, made_up_site: Path, tmp_path: Path, chrome: Browser
) -> None:
    shutil.copytree(made_up_site, tmp_path / "ours" / "guide")
    with served(tmp_path, Lost) as top, chrome.new_context() as context:
        tab = context.new_page()
        tab.goto(f"{top}ours/guide/{lost}")
        header = tab.locator(".md-header")
        expect(header).to_have_css("position", "sticky")
        home = tab.get_by_role("link", name=say("missing_home"))
        expect(home).to_be_visible()
        assert home.evaluate("one => getComputedStyle(one).fontFamily").startswith('"Atkinson')
        if "/" not in lost:
            home.click()
            expect(tab).to_have_url(f"{top}ours/guide/")


def test_the_files_to_publish_with_are_short_and_can_be_read() -> None:
    folder = ROOT / ".github" / "publish"
    pages = yaml.safe_load((folder / "gitlab-ci.yml").read_text(encoding="utf-8"))["pages"]
    assert pages["artifacts"]["paths"] == ["public"] and any("make build" in line for line in pages["script"])
    netlify = (folder / "netlify.toml").read_text(encoding="utf-8")
    assert 'publish = "site"\n' in netlify and "make build" in netlify and "[build]\n" in netlify
    nginx = (folder / "nginx.conf").read_text(encoding="utf-8")
    assert (
        nginx.count("{") == nginx.count("}") == 2
        and "location = /sw.js { add_header Cache-Control no-cache; }" in nginx
        and "error_page 404 /404.html;" in nginx
    )
    for path in folder.iterdir():
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
        assert len(lines) <= 10
