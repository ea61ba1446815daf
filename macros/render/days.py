"""How do people say a day? As in 4 March 2026 in English, and as in the language of the guide elsewhere."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date

from ..content.languages import locale


def spoken(day: str, language: str) -> str:
    """A day such as 2026-03-04, as people say it."""
    found = locale(language)
    return format_date(date.fromisoformat(day), "long", locale=found) if found else day
