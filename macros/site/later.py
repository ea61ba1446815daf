"""What does a page not need at first? What a template keeps for later becomes a script, which works from a disk too.

A builder that serves the guide leaves it in its page: the scripts of the site find it in either place.
"""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

# A template that says so, with nothing but HTML of the guide's own in it, and no other template.
_LATER = re.compile(r"(<template[^>]*\bdata-later)(?:=\"\")?([^>]*>)(.*?)(</template>)", re.DOTALL)
_TOP = re.compile(r'<script src="([^"]*)assets/js/boot[.]js"')
_FOLDER = "assets/js"


def set_aside(site: Path) -> None:
    """Take what is for later out of the pages of a built site: each template names the script that has it."""
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        if "data-later" not in text:
            continue
        top = _TOP.search(text)

        def aside(found: re.Match[str], way: str = top[1] if top else "") -> str:
            words = f"marks.later={json.dumps(found[3], ensure_ascii=False)};\n"
            name = f"{_FOLDER}/later.{hashlib.sha256(words.encode()).hexdigest()[:8]}.js"
            (site / name).write_text(words, encoding="utf-8", newline="\n")
            return f'{found[1]}="{way}{name}"{found[2]}{found[4]}'

        page.write_text(_LATER.sub(aside, text), encoding="utf-8", newline="\n")
