"""File names that a server sends, made safe: one component of a path, never hidden, never a device."""

from __future__ import annotations

import re
from urllib.parse import unquote

_EXTENDED = re.compile(r";\s*filename\*\s*=\s*([A-Za-z0-9_-]*)'[^']*'([^;\s]+)", re.IGNORECASE)
_PLAIN = re.compile(r';\s*filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))', re.IGNORECASE)
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\..*)?", re.IGNORECASE)


def file_name(disposition: str | None, fallback: str) -> str:
    """A file name out of a Content-Disposition header, which may say anything: never a path, never hidden, never a device."""
    return safe_name(_announced(disposition or "")) or safe_name(fallback) or "download"


def _announced(disposition: str) -> str:
    extended = _EXTENDED.search(disposition)
    if extended is not None:
        encoding = extended[1] if extended[1].lower() in ("utf-8", "iso-8859-1") else "utf-8"
        return unquote(extended[2], encoding, "replace")
    plain = _PLAIN.search(disposition)
    if plain is None:
        return ""
    text = plain[2] if plain[1] is None else re.sub(r"\\(.)", r"\1", plain[1])
    try:
        # Header text reaches us as Latin-1; most servers mean UTF-8.
        return text.encode("latin-1").decode("utf-8")
    except (UnicodeDecodeError, UnicodeEncodeError):
        return text


def safe_name(text: str) -> str:
    """One component of a path, or nothing."""
    name = re.split(r"[/\\]", text)[-1]
    name = re.sub(r'[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff<>:"|?*]', "_", name).strip(" ")
    name = name.rstrip(". ").lstrip(".")
    if not name.strip("_. "):
        return ""
    if _RESERVED.fullmatch(name):
        name = f"_{name}"
    while len(name.encode()) > 200:
        stem, dot, suffix = name.rpartition(".")
        name = f"{stem[:-1]}{dot}{suffix}" if dot and len(stem) > 1 and len(suffix) < 20 else name[:-1]
    return name
