"""The picture that goes with an article when it is shared."""

from typing import Final

from hatinh_news.model.picture import Flaw, Order
from hatinh_news.pictures.look import head_of

WIDTH: Final = 1200
HEIGHT: Final = 630


def share(raw: bytes, focus: tuple[float, float], order: Order) -> bytes | Flaw:
    """A JPEG of 1200×630, cropped around `focus` (per cent of width and height, as seen); small ones are enlarged.

    Needs Pillow.
    """
    from PIL.Image import Image

    from hatinh_news.pictures.encoding import jpeg_bytes
    from hatinh_news.pictures.opening import Wanted, opened
    from hatinh_news.pictures.scaling import to_size

    head = head_of(raw)
    if isinstance(head, Flaw):
        return head

    def cut(image: Image) -> Image:
        return to_size(image, (WIDTH, HEIGHT), crop(image.size, focus))

    image = opened(raw, head, order.most_megapixels, Wanted(_needed(*head.seen), cut))
    return image if isinstance(image, Flaw) else jpeg_bytes(image, order.quality.jpeg)


def crop(size: tuple[int, int], focus: tuple[float, float]) -> tuple[float, float, float, float]:
    """The largest box of the right shape, its middle as near to the focus as the picture's edges let it be."""
    scale = min(size[0] / WIDTH, size[1] / HEIGHT)
    width, height = min(WIDTH * scale, size[0]), min(HEIGHT * scale, size[1])  # the last digit may be one too many
    left = min(max(size[0] * focus[0] / 100 - width / 2, 0.0), size[0] - width)
    top = min(max(size[1] * focus[1] / 100 - height / 2, 0.0), size[1] - height)
    return left, top, min(left + width, size[0]), min(top + height, size[1])


def _needed(width: int, height: int) -> tuple[int, int]:
    """The size at which the crop is as large as it is shown."""
    scale = max(WIDTH / width, HEIGHT / height)
    return min(width, round(width * scale)), min(height, round(height * scale))
