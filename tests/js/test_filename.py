"""What is a saved file called? By its project and the reader's own day, in any script, on any disk."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as some
from playwright.sync_api import Browser
from py_mini_racer import MiniRacer

from tests.scripts import EXPORT, source
from tests.sheets import in_one, opened
from tests.words import say

Named = Callable[[str], str]
DAY = "2026-11-25"
# Windows keeps these for devices, whatever follows the first dot.
DEVICES = ["CON", "prn", "AUX", "nul", "COM1", "com9", "LPT1", "COM¹", "CONIN$", "CLOCK$"]


@pytest.fixture(scope="module")
def named() -> Named:
    """The name of a file for the name of a project."""
    engine = MiniRacer()
    engine.eval(source(*EXPORT))
    # A reader's clock that shows the day before the one in Greenwich.
    now = "{ getFullYear: () => 2026, getMonth: () => 10, getDate: () => 25, toISOString: () => '2026-11-26T01:30:00.000Z' }"

    def name(project: str) -> str:
        return str(engine.eval(f"marks.exporter.fileName({json.dumps(project)}, 'our-guide', 'json', {now})"))

    return name


@pytest.mark.parametrize(
    ("project", "name"),
    [
        ("Our garden", "Our-garden"),
        ("हिन्दी समूह", "हिन्दी-समूह"),
        ("กลุ่มเพื่อนบ้าน", "กลุ่มเพื่อนบ้าน"),
        ("ကျောင်း", "ကျောင်း"),
        ("می‌خواهم", "می‌خواهم"),
        ("קבוצה", "קבוצה"),
        ("e\u0301te\u0301", "été"),
        ("Zoë & Co. (2)", "Zoë-Co-2"),
        ("会議", "会議"),
        ("", "our-guide"),
        ("💧", "our-guide"),
        ("../../etc/passwd", "etc-passwd"),
        ("a\nb\u202ec", "a-b-c"),
        ("\u0301x", "x"),
        ('a/b\\c:d*e?f"g<h>i|j', "a-b-c-d-e-f-g-h-i-j"),
        (" - ", "our-guide"),
        ("end. ", "end"),
        ("\u200da\u200d", "a"),
    ],
)
def test_a_name_keeps_its_letters(project: str, name: str, named: Named) -> None:
    assert named(project) == f"{name}-{DAY}.json"


@pytest.mark.parametrize("device", DEVICES)
def test_no_file_has_the_name_of_a_device(device: str, named: Named) -> None:
    assert named(device).partition(".")[0].endswith(f"-{DAY}")


@given(project=some.text(max_size=400))
def test_any_name_is_one_that_every_disk_takes(project: str, named: Named) -> None:
    name = named(project)
    assert re.fullmatch(
        rf"[^\x00-\x1f\x7f-\x9f/\\:*?\"<>|\s.\u202a-\u202e\u2066-\u2069\ud800-\udfff]+-{DAY}\.json", name
    ), name
    assert len(name.encode()) <= 200 and len(name.encode("utf-16-le")) <= 400 and name[0] not in "-.~"


def test_a_long_name_ends_between_two_letters(named: Named) -> None:
    assert named("กำ" * 200) == f"{'กำ' * 30}-{DAY}.json"  # 30 times two letters, each of three bytes
    assert named("की" * 200).removesuffix(f"-{DAY}.json") == "की" * 30
    assert named("a" * 200) == f"{'a' * 60}-{DAY}.json" and named("word " * 40) == f"{'word-' * 11}word-{DAY}.json"


@in_one
@pytest.mark.parametrize(
    ("zone", "now", "day"),
    [
        ("America/New_York", "2026-11-26T01:30:00Z", "2026-11-25"),
        ("Australia/Sydney", "2026-11-25T22:30:00Z", "2026-11-26"),
        ("Europe/London", "2026-07-01T23:30:00Z", "2026-07-02"),
    ],
)
def test_the_day_is_that_of_the_reader(zone: str, now: str, day: str, address: str, chrome: Browser) -> None:
    with chrome.new_context(timezone_id=zone, accept_downloads=True) as context:
        context.clock.install(time=now)
        tab = opened(context, address)
        tab.get_by_label(say("keep_name")).fill("हिन्दी समूह")
        with tab.expect_download() as saved:
            tab.locator("[data-save]").click()
        assert saved.value.suggested_filename == f"हिन्दी-समूह-{day}.json"
