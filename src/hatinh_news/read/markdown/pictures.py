"""Pictures in a text, whichever road found them."""

from typing import NamedTuple
from urllib.parse import unquote

from hatinh_news.model.article import Photo
from hatinh_news.read.library import find_picture
from hatinh_news.read.markdown.reading import Reading


class Picture(NamedTuple):
    """What the editor typed: `![alt](target "title")`."""

    target: str
    alt: str
    title: str


def shown_photo(picture: Picture, offset: int, reading: Reading) -> Photo | None:
    """The photo that a picture of the line at `offset` shows; None, and a fault, where it cannot be shown."""
    found = find_picture(picture.target, reading.document, reading.library)
    if not isinstance(found, tuple):
        reading.refuse(found, offset, picture.target, unquote(picture.target))
        return None
    file, asset = found
    if asset is not None:
        reading.assets.append(asset)
    caption, credit = caption_and_credit(picture.title)
    photo = Photo(file.url, picture.alt, caption, credit, file.width, file.height)
    reading.photos.append(photo)
    return photo


def caption_and_credit(title: str) -> tuple[str, str]:
    """`Chú thích | Ảnh: Người chụp` as its two parts; the bar needs no spaces around it."""
    caption, _, credit = title.rpartition("|") if "|" in title else (title, "", "")
    return caption.strip(), credit.strip()
