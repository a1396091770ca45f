"""The album: every file of the output that is a picture of ours, under the key of all that it is made of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hatinh_news.model.address import output_path
from hatinh_news.model.config import Config
from hatinh_news.model.digest import name_of, short_digest
from hatinh_news.model.images import Negative, Picture, Share
from hatinh_news.model.page import Plan


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
    makers = {name: _maker(name, config, made_by) for name in ("avif", "webp", "jpeg", "png")}
    versions = (one for picture in plan.pictures for one in _versions(picture, pictures, makers))
    shares = (_share(share, config, pictures, makers) for share in plan.shares)
    return {output_path(url): frame for url, frame in (*versions, *shares)}


def _maker(name: str, config: Config, made_by: Mapping[str, str]) -> str:
    """All that the bytes of a format depend on beside the picture, in one short name."""
    return short_digest(f"{name} {getattr(config.images.quality, name, '')} {made_by.get(name, '')}")


def _versions(
    picture: Picture, pictures: Mapping[str, Negative], makers: Mapping[str, str]
) -> Iterator[tuple[str, Frame]]:
    source = picture.source
    of = pictures[source].digest
    for url, width, name in (*picture.versions(), *picture.instead()):
        yield url, Frame(f"{of}-{width}-{makers[name]}", source, of, width, name)


def _share(
    share: Share, config: Config, pictures: Mapping[str, Negative], makers: Mapping[str, str]
) -> tuple[str, Frame]:
    if share.source:
        of = pictures[share.source].digest
        point = short_digest(share.focus) or "0"
        return share.url, Frame(f"{of}-share-{point}-{makers['jpeg']}", share.source, of, share=share)
    of = name_of(share.headline, share.section, config.title, config.theme_color).hex()
    return share.url, Frame(f"{of}-words-{makers['png']}", share=share)


def frame_key(frame: Frame) -> bytes:
    """The key of a file that shows the frame."""
    return b"picture " + frame.key.encode()
