"""The picture that goes with an article when it is shared."""

from hatinh_news.model.picture import Flaw, Order

WIDTH, HEIGHT = 1200, 630


def share(raw: bytes, focus: tuple[float, float], order: Order) -> bytes | Flaw:
    """A JPEG of 1200×630, cropped around `focus` (per cent of width and height, as seen). Needs Pillow."""
    raise NotImplementedError
