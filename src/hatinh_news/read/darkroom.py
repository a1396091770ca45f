"""The darkroom as a text sees it: which versions a picture will have, told by what its file's head says."""

from hatinh_news.model.article import Asset, Photo
from hatinh_news.model.digest import name_of
from hatinh_news.model.fault import Kind
from hatinh_news.model.images import FOLDER, ImageSettings, Negative, plain_format, version_url
from hatinh_news.model.picture import Look
from hatinh_news.read import picture_faults as faults

_DIGITS = 16
_MILLION = 1_000_000
_LONGEST = {"webp": 16_383, "jpeg": 65_500, "avif": 65_535}
"""How many pixels wide or high a picture of a format can be."""


def developed(source: str, negative: Negative, images: ImageSettings) -> tuple[Photo, Asset] | None:
    """The photo that versions are made of; None for a picture that is shown as it is, one that moves among them."""
    look = negative.found
    if not isinstance(look, Look) or look.moving:
        return None
    stem = FOLDER + name_of(negative.digest, images.quality).hex()[:_DIGITS]
    widths = widths_of(look.width, images.widths)
    largest = widths[-1]
    height = max(1, (2 * largest * look.height + look.width) // (2 * look.width))
    formats = tuple(name for name in images.formats if max(largest, height) <= _LONGEST[name])
    if not formats:
        return None
    url = version_url(stem, largest, plain_format(formats))
    photo = Photo(url, "", look.caption, look.credit, largest, height, "", stem, widths, formats)
    return photo, Asset(source, stem, widths, formats)


def widths_of(own: int, wanted: tuple[int, ...]) -> tuple[int, ...]:
    """The widths that a picture `own` pixels wide has: it is never enlarged, and keeps its own where it is narrow."""
    smaller = tuple(width for width in wanted if width < own)
    return smaller if len(smaller) == len(wanted) else (*smaller, own)


def unfit(negative: Negative, images: ImageSettings) -> tuple[Kind, dict[str, str]] | None:
    """What is wrong with a picture, and the values of its sentence; None where nothing is."""
    if negative.size > images.most_megabytes * _MILLION:
        values = {"size": str(negative.size // _MILLION), "limit": str(images.most_megabytes)}
        return faults.PICTURE_TOO_HEAVY, values
    found = negative.found
    if isinstance(found, Look):
        return _too_large(found.width, found.height, images)
    if negative.failed:
        return faults.PICTURE_FAILED, {"reason": found.reason or found.kind}
    return (faults.PICTURE_DAMAGED, {"reason": found.reason or "…"}) if found.kind == "damaged" else None


def _too_large(width: int, height: int, images: ImageSettings) -> tuple[Kind, dict[str, str]] | None:
    if width * height <= images.most_megapixels * _MILLION:
        return None
    values = {"width": str(width), "height": str(height), "limit": str(images.most_megapixels)}
    return faults.PICTURE_TOO_LARGE, values
