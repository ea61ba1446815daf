"""Who looks at a page in a test? Somebody with a browser of their own, for whom no script may stumble."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ViewportSize
from playwright.sync_api import Page as Tab

DESK: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 360, "height": 780}


@contextmanager
def visitor(chrome: Browser, size: ViewportSize = DESK, **how: Any) -> Iterator[BrowserContext]:
    """Somebody who was never here; `how`: what else their browser is. AssertionError, at last, when a script stumbled."""
    wrong: list[str] = []
    with chrome.new_context(viewport=size, **how) as context:
        context.on("weberror", lambda error: wrong.append(error.error.stack or str(error.error)))
        yield context
    assert not wrong


@contextmanager
def visit(chrome: Browser, page: str, size: ViewportSize = DESK) -> Iterator[Tab]:
    """The same, on a page."""
    with visitor(chrome, size, reduced_motion="reduce") as context:
        tab = context.new_page()
        tab.goto(page)
        yield tab
