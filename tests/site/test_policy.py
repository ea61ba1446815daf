"""May a page do only what it needs? Its own files run and show; nothing inside the page does, and no other host is asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from macros.site.security_policy import HEADERS, tighten
from tests.shared import ENGINES, ROOT, built, made_up
from tests.site.test_built_site import NAMES
from tests.sitepage import Page, page

REFUSED = """document.refused = [];
document.addEventListener("securitypolicyviolation", (event) => document.refused.push(`${event.violatedDirective} ${event.blockedURI}`));"""
OPEN_ALL = "() => document.querySelectorAll('details').forEach(one => one.open = true)"


def rules(one: Page) -> dict[str, str]:
    """The policy of a page."""
    (policy,) = [
        meta.get("content", "")
        for meta in one.root.iter("meta")
        if meta.get("http-equiv", "").lower() == "content-security-policy"
    ]
    return dict(rule.strip().partition(" ")[::2] for rule in policy.split(";") if rule.strip())


@pytest.mark.parametrize("name", [*NAMES, "404.html"])
def test_each_page_may_use_its_own_files_alone(name: str, own_site: Path) -> None:
    policy = rules(page(own_site, name))
    assert policy["default-src"] == policy["form-action"] == policy["base-uri"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == policy["font-src"] == "'self'"
    assert {word for words in policy.values() for word in words.split()} == {"'none'", "'self'", "data:"}
    assert "data:" not in policy["connect-src"] + policy["script-src"]


@pytest.mark.parametrize(
    ("engine", "name"),
    [
        *(
            ("mkdocs", name)
            for name in (
                "index.html",
                "early-days/",
                "early-days-easy/",
                "early-days-sheet/",
                "choose/",
                "lake/",
                "404.html",
            )
        ),
        ("zensical", "index.html"),
        ("zensical", "early-days-sheet/"),
    ],
    indirect=["engine"],
)
def test_nothing_that_a_page_does_is_refused(name: str, address: str, chrome: Browser) -> None:
    with chrome.new_context(viewport={"width": 1280, "height": 800}) as context:
        context.add_init_script(REFUSED)
        tab = context.new_page()
        said: list[str] = []
        tab.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        tab.goto(address + name, wait_until="load")
        tab.evaluate(OPEN_ALL)
        tab.get_by_title("Switch to dark").click()
        tab.locator(".mk-site-search__input").click()
        tab.keyboard.type("listen")
        tab.locator(".mk-site-search__list mark").first.wait_for()
        tab.keyboard.press("Escape")
        tab.emulate_media(media="print")
        assert tab.evaluate("document.refused") == []
        assert not [
            words for words in said if "404" not in words
        ]  # the page for a missing address comes with that status


@pytest.mark.parametrize("engine", ENGINES[:1], indirect=True)
def test_what_gets_into_a_page_is_refused(address: str, chrome: Browser) -> None:
    with chrome.new_context() as context:
        context.add_init_script(REFUSED)
        tab = context.new_page()
        tab.goto(f"{address}early-days-sheet/")
        tab.evaluate("""() => {
          const add = (tag, given) => document.body.append(Object.assign(document.createElement(tag), given));
          add("script", { textContent: "window.ran = 1" });
          add("script", { type: "speculationrules", textContent: '{"prefetch": [{"source": "list", "urls": ["/x"]}]}' });
          add("div", { innerHTML: '<img src="nothing.png" onerror="window.ran = 2"><p style="color: red">' });
          add("img", { src: "https://example.org/a.png" });
        }""")
        tab.wait_for_function("() => document.refused.length >= 5")
        refused = {words.split()[0] for words in tab.evaluate("document.refused")}
        assert refused == {"script-src-elem", "script-src-attr", "style-src-attr", "img-src"}
        assert tab.evaluate("window.ran") is None


def test_no_page_is_fetched_unasked(own_site: Path) -> None:
    links = [(name, link.get("rel")) for name in NAMES for link in page(own_site, name).root.iter("link")]
    assert links and not {rel for _, rel in links} & {
        "next",
        "prev",
        "prefetch",
        "preconnect",
        "dns-prefetch",
        "prerender",
    }


def test_hosts_that_read_it_are_told_the_rest(site: Path) -> None:
    lines, worker = (site / HEADERS).read_text(encoding="utf-8").split("/sw.js\n")
    told = dict(line.strip().split(": ", 1) for line in lines.splitlines()[1:])
    assert worker == "  Cache-Control: no-cache\n"
    assert told["Content-Security-Policy"] == "frame-ancestors 'self'" and told["X-Content-Type-Options"] == "nosniff"
    assert told["Referrer-Policy"] == "no-referrer" and "camera=()" in told["Permissions-Policy"]


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<p style="color: red">words</p>',
        "<style>p { color: red }</style>",
        '<a href="#a" onclick="alert(1)">words</a>',
    ],
)
def test_a_page_with_a_script_or_a_style_inside_is_refused_in_words(inside: str, tmp_path: Path) -> None:
    head = (ROOT / "overrides" / "main.html").read_text(encoding="utf-8")
    start = head.index('<meta http-equiv="Content-Security-Policy"')
    (tmp_path / "about").mkdir()
    path = tmp_path / "about" / "index.html"
    path.write_text(f"<head>{head[start : head.index('>', start) + 1]}</head><body>{inside}", encoding="utf-8")
    with pytest.raises(ValueError, match="The page about/index.html has a script or a style inside: <"):
        tighten(tmp_path)
    assert "'unsafe-inline'" in path.read_text(encoding="utf-8"), "as it was"


def test_words_about_scripts_are_no_scripts(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'self' 'unsafe-inline'\">"
        '<script src="a.js"></script><script type="application/json">{"style": "x"}</script>'
        '<p title="style=1 on=2">&lt;p style="a"&gt; and onclick="b"',
        encoding="utf-8",
    )
    tighten(tmp_path)
    assert "content=\"script-src 'self'\"" in (tmp_path / "index.html").read_text(encoding="utf-8")


@pytest.mark.built
def test_a_build_with_such_a_page_leaves_the_old_site(base: Path) -> None:
    def change(project: Path) -> None:
        made_up(project)
        path = project / "docs" / "about.md"
        path.write_text(path.read_text(encoding="utf-8") + '\n<p style="color: red">words</p>\n', encoding="utf-8")

    site, said = built("mkdocs", base, "styled", change)
    assert not site.exists() and "exit status 1" in said and "The page about/index.html has a" in said
