"""In which other way can a page be read? In Easy Read, or in full."""

from __future__ import annotations

from typing import NamedTuple


class View(NamedTuple):
    """The other way to read a page. `leads_to`: "easy" or "full"; `page`: as `href` takes it. `is_twin`: the same page,
    mark by mark."""

    leads_to: str
    page: tuple[str, ...]
    is_twin: bool = False


# A page that has no Easy Read of its own leads to where Easy Read begins.
EASY = View("easy", ("page", "easy"))
