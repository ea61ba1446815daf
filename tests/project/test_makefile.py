"""Does setting everything up touch nothing but what is there for that?"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.shared import ROOT


@pytest.mark.skipif(not shutil.which("make"), reason="make is not here")
def test_what_a_link_leads_to_is_not_emptied(tmp_path: Path) -> None:
    for path in [ROOT / "Makefile", *ROOT.glob("*.txt")]:
        shutil.copy(path, tmp_path)
    other = tmp_path / "other" / "kept.txt"
    other.parent.mkdir()
    other.write_text("ours", encoding="utf-8")
    (tmp_path / ".venv").symlink_to(other.parent)
    done = subprocess.run(
        ["make", ".venv/base-is-ready"],
        cwd=tmp_path,
        env={**os.environ, "MAKEFLAGS": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode and "is a link to another folder" in done.stderr
    assert other.read_text(encoding="utf-8") == "ours" and (tmp_path / ".venv").is_symlink()
