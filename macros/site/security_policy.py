"""What may a page of a built site do? Use files of the site, and nothing else: no other host, nothing inside itself.

While somebody writes, the page that shows each edit has a script of the builder inside, so `overrides/main.html` allows
that. A built page has none, and its policy says so. What only a host can say stands in a file that some hosts read.
"""

from __future__ import annotations

import re
from pathlib import Path

_POLICY = re.compile(r'(<meta http-equiv="?Content-Security-Policy"? content=")([^"]*)')
_INSIDE = re.compile(
    r"""<script(?![^>]*\ssrc=)(?![^>]*\stype="?application/json)[^>]*>
  |<style[\s>]
  |<[a-z](?:[^>"']|"[^"]*"|'[^']*')*?\s(?:style|on[a-z]+)=""",
    re.IGNORECASE | re.VERBOSE,
)
_LOOSE = " 'unsafe-inline'"

_REFUSED = """\
The page {page} has a script or a style inside: {tag}
A page of the guide may only run and show files, so that nothing else ever gets in. Put it into a file of its own in
overrides/assets/ and name that file in mkdocs.yml, under extra_css or extra_javascript."""

# Netlify, Cloudflare Pages and some others read this file. GitHub Pages does not: there the policy of a page is all.
HEADERS = "_headers"
_HEADERS = """\
/*
  Content-Security-Policy: frame-ancestors 'self'
  Cross-Origin-Opener-Policy: same-origin
  Permissions-Policy: camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()
  Referrer-Policy: no-referrer
  X-Content-Type-Options: nosniff
/sw.js
  Cache-Control: no-cache
"""


def tighten(site: Path) -> None:
    """Let each built page run and show files of the site alone. ValueError when one has a script or a style inside."""
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        strict, count = _POLICY.subn(lambda found: found[1] + found[2].replace(_LOOSE, ""), text)
        if not count:
            continue
        if inside := _INSIDE.search(text):
            raise ValueError(_REFUSED.format(page=page.relative_to(site).as_posix(), tag=inside[0]))
        page.write_text(strict, encoding="utf-8", newline="\n")
    (site / HEADERS).write_text(_HEADERS, encoding="utf-8", newline="\n")
