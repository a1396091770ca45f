"""Width and height of a picture as it is shown, from its file."""

from pathlib import Path

_HEAD = 65_536
_PNG = b"\x89PNG\r\n\x1a\n"
_NO_FRAME = frozenset((0xC4, 0xC8, 0xCC))  # their numbers are among those of frames, and they are none
_END, _SCAN, _EXIF = 0xD9, 0xDA, 0xE1


def picture_size(file: str) -> tuple[int, int]:
    """Width and height in pixels; not above zero for what is no picture, or has no size."""
    try:
        with Path(file).open("rb") as stream:
            size = plain_size(stream.read(_HEAD))
    except OSError:
        return -1, -1
    if size is not None:
        return size
    import imagesize  # takes a while to import, and is needed for rarer files only

    width, height = imagesize.get(file)
    return int(width), int(height)


def plain_size(head: bytes) -> tuple[int, int] | None:
    """The size that the beginning of a PNG, or of a JPEG that no camera has turned, tells; None for other files."""
    if head.startswith(_PNG) and head[12:16] == b"IHDR" and len(head) >= 26:
        return int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")
    return _jpeg_size(head) if head.startswith(b"\xff\xd8") else None


def _jpeg_size(head: bytes) -> tuple[int, int] | None:
    """The size in the one header of a frame; None where anything is unusual, Exif data among it."""
    size = None
    at = 2
    while at + 2 <= len(head) and head[at] == 0xFF:
        marker = head[at + 1]
        if marker in {_END, _SCAN}:
            return size
        length = int.from_bytes(head[at + 2 : at + 4], "big")
        if marker < 0xC0 or 0xD0 <= marker <= 0xD8 or marker in {_EXIF, 0xFF} or length < 2:
            return None
        if marker <= 0xCF and marker not in _NO_FRAME:
            if size is not None or length < 8 or at + 10 > len(head):
                return None
            size = int.from_bytes(head[at + 7 : at + 9], "big"), int.from_bytes(head[at + 5 : at + 7], "big")
        at += 2 + length
    return None
