"""What do the tests of a copy of the project say? Each run is a process of its own, which is given so much time."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[2]
LISTS = ("constraints.txt", "requirements.txt", "requirements-properdocs.txt", "requirements-zensical.txt")
BESIDE = (".ci", ".github", ".pre-commit-config.yaml", "README.md", "LICENSE", "Makefile")  # what some tests read
PARTS = ("marks", "macros", "docs", "overrides", "tests", "mkdocs.yml", "pyproject.toml", *LISTS, *BESIDE)


class Told(NamedTuple):
    """What a process said before it ended, and how it ended: 0 when all went well, -14 when it took too long."""

    words: str
    status: int

    @property
    def late(self) -> bool:
        """Whether it was ended because it took too long."""
        return self.status == -signal.SIGALRM


def copied(folder: Path) -> Path:
    """The project in another folder, so that nothing of it is touched, and a run that is stopped leaves nothing."""
    leave = shutil.ignore_patterns("__pycache__")
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, folder / part, ignore=leave)
        else:
            shutil.copy(ROOT / part, folder / part)
    return folder


def apart(ask: Callable[[], tuple[int, str]], seconds: int) -> Told:
    """What a question answers that is asked in a process of its own. What it began ends with it."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.setpgid(0, 0)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.alarm(seconds)
        status = 125
        try:
            status, words = ask()
            os.write(writing, words.encode())
        finally:
            os._exit(min(status, 125))
    os.close(writing)
    try:
        with os.fdopen(reading, encoding="utf-8") as said:
            words = said.read()
        return Told(words, os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
    finally:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(child, signal.SIGKILL)


def tested(project: Path, arguments: Sequence[str], plugin: Any) -> int:
    """Run the tests of a copy of the project, in silence, in this process: it is good for nothing else after that."""
    import pytest

    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nothing, stream)
    for name in [name for name in sys.modules if name.partition(".")[0] in ("macros", "tests")]:
        del sys.modules[name]  # those of the copy are loaded in their place
    os.chdir(project)
    sys.path.insert(0, str(project))
    os.environ.pop("PYTHONPATH", None)  # what a test builds in a process of its own finds the copy by where it runs
    how = ["-q", "-p", "no:cacheprovider", "-p", "no:xdist", f"--basetemp={project / '.made'}"]
    return int(pytest.main([*how, *arguments], plugins=[plugin]))
