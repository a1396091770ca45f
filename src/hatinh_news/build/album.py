"""The album: every file of the output that is a picture of ours, under the key of all that it is made of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from hatinh_news.model.address import output_path
from hatinh_news.model.config import Config
from hatinh_news.model.digest import name_of
from hatinh_news.model.images import Negative, Picture, Share
from hatinh_news.model.page import Plan

PICTURE: Final = b"picture"


@dataclass(frozen=True, slots=True)
class Frame:
    """A picture that is to be: a version of the file `source` so wide in a `format`, its `share`, or one that is made
    of a headline and has no source; `digest` is the source's."""

    key: str
    source: str = ""
    digest: str = ""
    width: int = 0
    format: str = ""
    share: Share = Share("")


def album(plan: Plan, config: Config, pictures: Mapping[str, Negative], made_by: Mapping[str, str]) -> dict[str, Frame]:
    """The frame of each file, by its path in the output folder; `made_by` are the encoders of formats."""
    if not config.images.made:
        return {}
    versions = (one for picture in plan.pictures for one in _versions(picture, config, pictures, made_by))
    shares = (_share(share, config, pictures, made_by) for share in plan.shares)
    return {output_path(url): frame for url, frame in (*versions, *shares)}


def _versions(
    picture: Picture, config: Config, pictures: Mapping[str, Negative], made_by: Mapping[str, str]
) -> Iterator[tuple[str, Frame]]:
    source = picture.source
    of = pictures[source].digest
    for url, width, name in (*picture.versions(), *picture.instead()):
        key = name_of(of, width, name, getattr(config.images.quality, name), made_by.get(name, ""))
        yield url, Frame(key.hex(), source, of, width, name)


def _share(
    share: Share, config: Config, pictures: Mapping[str, Negative], made_by: Mapping[str, str]
) -> tuple[str, Frame]:
    if share.source:
        of = pictures[share.source].digest
        key = name_of("share", of, share.focus, config.images.quality.jpeg, made_by.get("jpeg", ""))
        return share.url, Frame(key.hex(), share.source, of, share=share)
    made_of = (share.headline, share.section, config.title, config.theme_color)
    return share.url, Frame(name_of("headline", *made_of, made_by.get("png", "")).hex(), share=share)


def frame_key(frame: Frame) -> bytes:
    """The key of a file that shows the frame."""
    return name_of(PICTURE, frame.key)
