"""Where is define_env? Here, and nothing else: a path guard and one import.

Zensical runs this file without the project on the path, and both builders keep old modules while they
serve: so the project's root goes on the path, and changed modules are let go before the import.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import Any

_HOME = Path(__file__).resolve().parent
_KEPT = "_the_mark_of_co_production"  # on `sys`, because this module itself may be loaded for each page


def define_env(env: Any) -> None:
    """Give the builder's pages their macros. Called by MkDocs once a build, by Zensical once a page."""
    # WORKAROUND(zensical 0.0.73): it runs this file without the project on the path.
    root = str(_HOME.parent)
    if root not in sys.path:
        sys.path.insert(0, root)
    stats = [(str(path), path.stat()) for path in sorted(_HOME.rglob("*.py"))]
    seen = [(path, stat.st_mtime_ns, stat.st_size) for path, stat in stats]
    # WORKAROUND(mkdocs-macros-plugin 1.5.0): it keeps old modules while somebody edits, and so does Zensical.
    if getattr(sys, _KEPT, None) != seen:
        for name in [name for name in sys.modules if name.startswith("macros.")]:
            del sys.modules[name]
        importlib.invalidate_caches()
        setattr(sys, _KEPT, seen)
    importlib.import_module("macros.plugin").define_env(env)


def on_post_build(env: Any) -> None:
    """Called by MkDocs after each build."""
    importlib.import_module("macros.plugin").on_post_build(env)
