"""Developing: one picture in all widths and formats that are asked for."""

from hatinh_news.model.picture import Flaw, Order, Version


def develop(raw: bytes, order: Order) -> tuple[Version, ...] | Flaw:
    """The versions of a picture, formats in the order's order, widths rising; of one that moves, its first frame.

    Needs Pillow.
    """
    raise NotImplementedError
