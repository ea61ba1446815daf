"""How do I run it by hand?  python -m macros check | build | serve | new | hide | list | diff and more: see --help"""

from __future__ import annotations

import sys

from .own_python import use

if __name__ == "__main__":
    use()
    from .commands import main  # it needs packages that only the project's own Python may have

    sys.exit(main())
