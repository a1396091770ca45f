"""What the head of a picture's file tells, read without decoding its pixels, and without Pillow."""

from hatinh_news.model.picture import Flaw, Look


def look(raw: bytes) -> Look | Flaw:
    """Size as seen, format, caption, credit, and whether it moves."""
    raise NotImplementedError
