"""How do people say a day? As in 4 March 2026, where the guide is in English; elsewhere so that all can read it."""

from __future__ import annotations

import calendar
from datetime import date


def spoken(day: str, language: str) -> str:
    """A day such as 2026-03-04, as people say it."""
    found = date.fromisoformat(day)
    is_english = language.partition("-")[0].lower() == "en"
    return f"{found.day} {calendar.month_name[found.month]} {found.year}" if is_english else day
