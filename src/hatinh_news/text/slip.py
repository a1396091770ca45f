"""Slips of typing: one letter too many, too few, wrong, or in the place of its neighbour."""

from collections.abc import Iterator


def one_slip(one: str, other: str) -> bool:
    """Whether a single slip makes one text of the other."""
    short, long = sorted((one, other), key=len)
    if short == long or len(long) - len(short) > 1:
        return False
    start = next((place for place, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[start:] == long[start + 1 :]
    swapped = short[start : start + 2] == long[start : start + 2][::-1]
    return short[start + 1 :] == long[start + 1 :] or (swapped and short[start + 2 :] == long[start + 2 :])


def with_one_less(text: str) -> Iterator[str]:
    """The text, and the text without each of its letters: two texts with one of these in common are hardly apart."""
    yield text
    for place in range(len(text)):
        yield text[:place] + text[place + 1 :]
