"""Developing: one picture in all widths and formats that are asked for."""

from functools import partial

from hatinh_news.model.picture import Flaw, Order, Version
from hatinh_news.pictures.encoders import encoders
from hatinh_news.pictures.head import Head
from hatinh_news.pictures.look import head_of


def develop(raw: bytes, order: Order) -> tuple[Version, ...] | Flaw:
    """The versions of a picture, formats in the order's order, widths rising; of one that moves, its first frame.

    None is larger than the picture; formats that cannot be made here, or not in that size, are left out. Needs Pillow.
    """
    from hatinh_news.pictures.encoding import can_hold, encoded
    from hatinh_news.pictures.opening import Wanted, opened
    from hatinh_news.pictures.scaling import scaled, to_size

    head = head_of(raw)
    if isinstance(head, Flaw):
        return head
    sizes = sizes_of(head, order.widths)
    image = opened(raw, head, order.most_megapixels, Wanted(sizes[-1], partial(to_size, size=sizes[-1])))
    if isinstance(image, Flaw):
        return image
    steps = scaled(image, sizes)
    able = dict(encoders())
    versions = tuple(
        Version(*step.size, name, encoded(step, name, order.quality))
        for name in order.formats
        for step in steps
        if name in able and can_hold(name, step.size)
    )
    return versions or Flaw("too-large", "side", *head.seen, order.most_megapixels)


def sizes_of(head: Head, widths: tuple[int, ...]) -> list[tuple[int, int]]:
    """The sizes of the versions, rising: those of its own width stand for all that would be larger."""
    width, height = head.seen
    return [
        (each, max(1, (2 * each * height + width) // (2 * width))) for each in sorted({min(w, width) for w in widths})
    ]
