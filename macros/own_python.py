"""Which Python runs the commands? That of `.venv`, which `make` fills, where the one that was asked lacks something."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
_NEEDED = ("babel", "yaml", "jinja2", "rcssmin", "rjsmin", "tinycss2")
_AGAIN = "MACROS_OWN_PYTHON"  # set for the one that is asked in its place


def use(root: Path = _ROOT) -> None:
    """Go on in the project's own Python, if this one lacks a package. Ends the program when there is none."""
    if all(importlib.util.find_spec(name) for name in _NEEDED):
        return
    own = root / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not own.is_file() or os.environ.get(_AGAIN):
        sys.exit("Type `make check` once (on Windows see README.md): it sets up what the commands need.")
    done = subprocess.run([str(own), "-m", "macros", *sys.argv[1:]], env={**os.environ, _AGAIN: "1"}, check=False)
    sys.exit(done.returncode)
