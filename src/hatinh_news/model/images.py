"""Pictures: what site.yaml says of them, what is known of their files, and what pages want of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from hatinh_news.model.picture import Flaw, Look, Quality

FOLDER: Final = "/anh/"
"""Where versions of pictures have their addresses; what stands at one of them never changes."""

SHARE_SIZE: Final = (1200, 630)
"""Width and height of the picture that goes with a page when it is shared."""

_SUFFIXES: Final = {"jpeg": "jpg"}


@dataclass(frozen=True, slots=True)
class ImageSettings:
    """Which versions are made of pictures, how good they are, and which pictures are too large for it.

    `formats` is empty where nothing can be made as Pillow is missing. Of the newest `headlines` articles those without
    a photo get a picture of their headline, to be shared with.
    """

    enabled: bool = True
    widths: tuple[int, ...] = (400, 800, 1200)
    formats: tuple[str, ...] = ("avif", "webp", "jpeg")
    quality: Quality = Quality()
    most_megapixels: int = 80
    most_megabytes: int = 40
    headlines: int = 100

    @property
    def made(self) -> bool:
        """Whether versions are made at all."""
        return self.enabled and bool(self.formats)


@dataclass(frozen=True, slots=True)
class Negative:
    """The file of a picture: the digest and number of its bytes, and what its head tells, or what is wrong with it.

    `failed` says that this was not found out before it was developed.
    """

    digest: str
    size: int
    found: Look | Flaw
    failed: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that pages show: the files that hold it, and its versions, whose addresses begin with `stem`."""

    sources: tuple[str, ...]
    stem: str
    widths: tuple[int, ...]
    formats: tuple[str, ...]

    @property
    def source(self) -> str:
        """The file that it is made of."""
        return self.sources[0]

    def instead(self) -> Iterator[tuple[str, int, str]]:
        """Of files in static/ the address, and width and format of what stands there: nothing that a camera wrote."""
        for source in self.sources:
            name = _format_of(source)
            if source.startswith("static/") and name in self.formats:
                yield source.removeprefix("static"), self.widths[-1], name

    def versions(self) -> Iterator[tuple[str, int, str]]:
        """Address, width and format of each."""
        for name in self.formats:
            for width in self.widths:
                yield version_url(self.stem, width, name), width, name


@dataclass(frozen=True, slots=True)
class Share:
    """A picture to be shared with, at `url`: made of the photo `source` around its `focus`, or of a headline."""

    url: str
    source: str = ""
    focus: str = ""
    headline: str = ""
    section: str = ""


def _format_of(source: str) -> str:
    """The format that the name of a file promises."""
    suffix = source.rpartition(".")[2].lower()
    return "jpeg" if suffix in {"jpg", "jpeg"} else suffix


def version_url(stem: str, width: int, name: str) -> str:
    """The address of a version of so many pixels in the format of this name."""
    return f"{stem}-{width}.{_SUFFIXES.get(name, name)}"


def plain_format(formats: tuple[str, ...]) -> str:
    """The format for whoever knows no other: JPEG where it is among them."""
    return "jpeg" if "jpeg" in formats else formats[-1]


def focus_class(focus: str) -> str:
    """The classes by which a style sheet keeps a focal point in sight; to the nearest tenth, as each has its rule."""
    across, down = (min(100, int(each / 10 + 0.5) * 10) for each in percents(focus))
    return f"fx-{across} fy-{down}"


def percents(focus: str) -> tuple[float, float]:
    """A focal point (`50% 20%`) in per cent of width and height; the middle where there is none."""
    if not focus:
        return 50.0, 50.0
    across, down = (float(each.rstrip("%")) for each in focus.split())
    return across, down
