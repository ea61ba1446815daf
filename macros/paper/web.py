"""Where on the web does a page stand? What a file says at its foot, and what its square code leads to."""

from __future__ import annotations

import os
from urllib.parse import urlsplit

from ..content.model import Guide
from ..render.links import target


class Web:
    """The pages of a guide at its address; every answer is empty while it has none."""

    def __init__(self, guide: Guide, address: str) -> None:
        self._guide = guide
        self.top = address.rstrip("/") if urlsplit(address).hostname else ""
        self._is_flat = os.environ.get("DIRECTORY_URLS") == "false"

    def page(self, kind: str, name: str, anchor: str = "") -> str:
        """The whole address of a record's page."""
        if not self.top:
            return ""
        found = target(self._guide, kind, name, anchor)
        stem = found.page.removesuffix(".md")
        path = f"{stem}.html" if self._is_flat else "" if stem == "index" else f"{stem}/"
        return f"{self.top}/{path}" + (f"#{found.anchor}" if found.anchor else "")

    def typed(self, kind: str, name: str) -> str:
        """The same as people may type it."""
        return self.page(kind, name).removeprefix("https://").removeprefix("http://").rstrip("/")
