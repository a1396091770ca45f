"""Pictures in a text, whichever road found them."""

import re
from dataclasses import replace
from typing import Final, NamedTuple
from urllib.parse import unquote

from hatinh_news.model.article import Photo
from hatinh_news.model.strings import FOCUS_WORDS
from hatinh_news.read import picture_faults as faults
from hatinh_news.read.focus import focus_of
from hatinh_news.read.library import find_picture
from hatinh_news.read.markdown.reading import Reading

_FOCUS: Final = re.compile(rf"(?:^|\|)\s*(?:{'|'.join(FOCUS_WORDS)})\s*:([^|]*)$", re.IGNORECASE)


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
    title, focus = without_focus(picture.title)
    if focus is None:
        reading.fault(faults.BAD_FOCUS, offset, picture.title, found=focus_words(picture.title))
    caption, credit = caption_and_credit(title)
    said = replace(file, caption=caption or file.caption, credit=credit or file.credit)
    photo = replace(said, alt=picture.alt, focus=focus or "")
    reading.photos.append(photo)
    return photo


def without_focus(title: str) -> tuple[str, str | None]:
    """What stands under a picture, and the focal point behind the last bar (`| tâm: 50% 20%`): empty where there is
    none, None where what stands there is no point."""
    found = _FOCUS.search(title)
    return (title, "") if found is None else (title[: found.start()], focus_of(found[1]))


def focus_words(title: str) -> str:
    """What an editor wrote for a focal point."""
    found = _FOCUS.search(title)
    return found[1].strip() if found else ""


def caption_and_credit(title: str) -> tuple[str, str]:
    """`Chú thích | Ảnh: Người chụp` as its two parts; the bar needs no spaces around it."""
    caption, _, credit = title.rpartition("|") if "|" in title else (title, "", "")
    return caption.strip(), credit.strip()
