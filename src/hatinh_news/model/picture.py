"""A picture: what its file tells, what versions of it are asked for, and what comes of it."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

PictureFormat: TypeAlias = Literal["jpeg", "png", "webp", "gif", "avif"]
FlawKind: TypeAlias = Literal["damaged", "too-large", "unknown"]


@dataclass(frozen=True, slots=True)
class Look:
    """What the head of a picture's file tells: its size as a reader sees it, and whether it moves.

    `caption` and `credit` are those that a photographer or an agency wrote into it, empty where nobody did.
    """

    width: int
    height: int
    format: PictureFormat
    caption: str = ""
    credit: str = ""
    moving: bool = False


@dataclass(frozen=True, slots=True)
class Quality:
    """How much of a picture each format keeps, from 0 to 100; on scales of their own, so that these are about equal."""

    avif: int = 55
    webp: int = 78
    jpeg: int = 80


@dataclass(frozen=True, slots=True)
class Order:
    """Which versions of a picture are asked for; one of more megapixels than `most_megapixels` is not opened."""

    widths: tuple[int, ...] = (480, 800, 1200, 1600)
    formats: tuple[str, ...] = ("avif", "webp", "jpeg")
    quality: Quality = Quality()
    most_megapixels: int = 80


@dataclass(frozen=True, slots=True)
class Version:
    """One file that shows a picture."""

    width: int
    height: int
    format: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Flaw:
    """Why nothing can be made of a file: it is damaged, too large to open, or no picture that we know.

    Size and limit are told of one that is too large; `reason` is a word or two, in English, for whoever looks closer.
    """

    kind: FlawKind
    reason: str = ""
    width: int = 0
    height: int = 0
    most_megapixels: int = 0
