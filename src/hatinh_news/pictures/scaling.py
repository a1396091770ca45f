"""Scaling: the same picture smaller."""

from collections.abc import Sequence

from PIL.Image import Image, Resampling

_GAP = 3.0
"""Pillow's own measure of how much may be left out by plain averaging first; at 3 nobody sees it."""


def scaled(image: Image, sizes: Sequence[tuple[int, int]]) -> list[Image]:
    """The picture in sizes that rise, each made from the next larger one."""
    steps = []
    for size in reversed(sizes):
        image = image if image.size == size else image.resize(size, Resampling.LANCZOS, reducing_gap=_GAP)
        steps.append(image)
    return steps[::-1]
