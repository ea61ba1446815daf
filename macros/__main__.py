"""How do I run it by hand?  python -m macros check | build | serve | new | hide | list | diff and more: see --help"""

from __future__ import annotations

import os
import sys

from .own_python import use

if __name__ == "__main__":
    status, begun = 1, False
    try:
        use()
        from .commands import main  # it needs packages that only the project's own Python may have

        begun = True
        status = main()
        sys.stdout.flush()
    except BrokenPipeError:  # whoever reads has read enough, as in `python -m macros list ideas | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 0
    except KeyboardInterrupt:  # where something may have been written, a command has words of its own
        print("\nStopped." if begun else "\nNothing was written.")
    sys.exit(status)
