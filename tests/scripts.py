"""The scripts of the guide, as the tests of pure ones read them: no page, and the one name that they share."""

from __future__ import annotations

from tests.shared import ROOT

FOLDER = ROOT / "overrides" / "assets" / "js"
ALL = sorted(FOLDER.rglob("*.js"))
RECORD = ("core/hash", "core/paths", "core/record", "core/saved-file")
CODE = ("core/hash", "core/score-code")
# Those of the print room alone.
OF_PAPER = (
    *(
        "cards-paper",
        "first-pack",
        "folios",
        "papers",
        "plan-paper",
        "print-room",
        "room-choices",
        "session-plan",
        "tally-paper",
    ),
)
EXPORT = (*RECORD, "core/answers", "core/basket", "core/everyone", "core/export")


def source(*names: str) -> str:
    """These scripts in this order, for an engine that has no page."""
    return "const marks = {};" + "".join((FOLDER / f"{name}.js").read_text(encoding="utf-8") for name in names)
