"""Whose words does the guide print with their leave, and which leave ends soon?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from ..content.problems import Location

SOON = timedelta(days=90)


def told(voices: Mapping[str, Any], today: date) -> list[str]:
    """A line or two for each voice with a consent, those first whose leave ends first. `voices`: checked records."""
    held = sorted(
        ((_until(one), name, one) for name, one in voices.items() if "consent" in one),
        key=lambda found: (found[0] or date.max, found[1]),
    )
    lines = []
    for until, name, one in held:
        consent = one["consent"]
        place: Location = one.place
        lines.append(f"{name}: {one.get('who', '')} ({one.get('kind', '')}). {place.file}, line {place.line}")
        ends = f"until {until.isoformat()}" if until else "with no last day"
        due = ""
        if until and until < today:
            due = " It has ended: ask again, or take the voice out."
        elif until and until - today <= SOON:
            due = f" {(until - today).days} days are left: ask again."
        lines.append(f"  Leave by {consent['by']}, {consent['on']}, for {consent['for']}, {ends}.{due}")
    return lines


def _until(voice: Mapping[str, Any]) -> date | None:
    try:
        return date.fromisoformat(voice["consent"]["until"])
    except (KeyError, ValueError):
        return None
