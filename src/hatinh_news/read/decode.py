"""Bytes of a file as clean text, or the fault that says why they are none."""

from hatinh_news.model.fault import Fault, Place
from hatinh_news.read import file_faults as faults
from hatinh_news.text.clean import clean_text

MAX_BYTES = 1_000_000
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def decode(raw: bytes, path: str) -> str | Fault:
    """Text of a file at `path` (from the site's folder): lines end with a bare newline, and everything is cleaned."""
    text = as_typed(raw, path)
    return text if isinstance(text, Fault) else clean_text(text)


def as_typed(raw: bytes, path: str) -> str | Fault:
    """Text of a file exactly as it was typed, but for the mark of its byte order."""
    if len(raw) > MAX_BYTES:
        return faults.TOO_LARGE.at(Place(path), size=len(raw), limit=MAX_BYTES)
    if raw.startswith(_UTF16_MARKS) or _looks_like_utf16(raw):
        return faults.UTF16.at(Place(path))
    if (index := raw.find(b"\0")) >= 0:
        return faults.NULL_BYTE.at(_place_of(raw, index, path))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        start = error.start + (3 if raw.startswith(b"\xef\xbb\xbf") else 0)
        return faults.NOT_UTF8.at(_place_of(raw, start, path), byte=f"{raw[start]:02X}")


def _looks_like_utf16(raw: bytes) -> bool:
    """Whether nearly every other byte of the beginning is null, as in Latin text saved as UTF-16 without a mark."""
    head = raw[:64]
    return len(head) >= 4 and max(head[::2].count(0), head[1::2].count(0)) * 3 >= len(head)


def _place_of(raw: bytes, index: int, path: str) -> Place:
    before = raw[:index].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line_start = before.rfind(b"\n") + 1
    return Place(path, before.count(b"\n") + 1, len(before[line_start:].decode("utf-8-sig", "replace")) + 1)
