"""What may a text hold beside words? `**strong**` and `[words](target)`: the one grammar of prose."""

from __future__ import annotations

import re

LINK = re.compile(r"\[([^\[\]]+)\]\(([^()\s]*)\)")
# Whatever looks as if a link was meant.
MAYBE_LINK = re.compile(r"\[[^\[\]]*\]\([^()]*\)?")
ADDRESS = re.compile(r"https?://[^\s<>\"'`]+|mailto:[^\s@]+@[^\s@]+")
