"""Scaling: the same picture smaller."""

from collections.abc import Sequence
from typing import Final, TypeAlias

from PIL.Image import Image, Resampling

Box: TypeAlias = tuple[float, float, float, float]

_GAP: Final = 3.0
"""Pillow's own measure of how much may be left out by plain averaging first; at 3 nobody sees it."""


def scaled(image: Image, sizes: Sequence[tuple[int, int]]) -> list[Image]:
    """The picture in sizes that rise, each made from the next larger one."""
    steps = []
    for size in reversed(sizes):
        image = to_size(image, size)
        steps.append(image)
    return steps[::-1]


def to_size(image: Image, size: tuple[int, int], box: Box | None = None) -> Image:
    """What a box holds of the picture, the whole without one, in a size."""
    if image.size == size and box is None:
        return image
    return image.resize(size, Resampling.LANCZOS, box, reducing_gap=_GAP)
