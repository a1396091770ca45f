"""Pictures of a text as HTML: the browser chooses among versions where there are any."""

from collections.abc import Iterator
from functools import lru_cache
from html import escape
from typing import Final, Literal, TypeAlias

from hatinh_news.model.address import site_link
from hatinh_news.model.article import Photo
from hatinh_news.model.images import focus_class, plain_format, version_url

Spot: TypeAlias = Literal["text", "gallery"]

_SIZES: Final[dict[Spot, str]] = {
    "text": "(min-width: 40rem) 38rem, 100vw",
    "gallery": "(min-width: 40rem) 19rem, 50vw",
}
"""How wide a picture is shown, by what the theme makes of its spot."""

LAZY: Final = ' loading="lazy"'
"""In running text a quotation mark is an entity: this can only stand in a tag."""

EAGER: Final = ' fetchpriority="high"'


def picture(photo: Photo, spot: Spot = "text") -> str:
    """The picture itself, loaded when it comes near."""
    size = f' width="{photo.width}" height="{photo.height}"' if photo.width and photo.height else ""
    focus = f' class="{focus_class(photo.focus)}"' if photo.focus else ""
    common = f'alt="{escape(photo.alt)}"{size}{focus}{LAZY} decoding="async">'
    if not photo.widths:
        return f'<img src="{_source(photo.url)}" {common}'
    usual = plain_format(photo.formats)
    others = (f"<source {_choices(photo, name, spot)}>" for name in photo.formats if name != usual)
    choices = _choices(photo, usual, spot).partition(" ")[2]
    return f'<picture>{"".join(others)}<img src="{_source(photo.url)}" {choices} {common}</picture>'


def figure(photo: Photo, spot: Spot = "text") -> str:
    """A picture with its caption and credit."""
    credit = f'<span class="credit">{escape(photo.credit)}</span>' if photo.credit else ""
    words = " ".join(part for part in (escape(photo.caption), credit) if part)
    caption = f"<figcaption>{words}</figcaption>" if words else ""
    return f'<figure class="photo">{picture(photo, spot)}{caption}</figure>\n'


def _choices(photo: Photo, name: str, spot: Spot) -> str:
    """What a browser chooses from, and how wide the picture will be."""
    return f'type="image/{name}" srcset="{", ".join(_named(photo, name))}" sizes="{_SIZES[spot]}"'


def _named(photo: Photo, name: str) -> Iterator[str]:
    for width in photo.widths:
        yield f"site:{version_url(photo.stem, width, name)} {width}w"


@lru_cache(1024)
def _source(url: str) -> str:
    return f"site:{site_link('', url)}"
