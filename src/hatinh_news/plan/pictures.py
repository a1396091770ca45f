"""Pictures that pages show, each once: nobody makes versions of a picture that no reader can see."""

from collections.abc import Iterable, Iterator, Mapping

from hatinh_news.model.article import Article, Asset, Photo, Profile, StandingPage
from hatinh_news.model.config import Config
from hatinh_news.model.digest import name_of
from hatinh_news.model.images import FOLDER, Picture, Share, percents
from hatinh_news.model.page import Page
from hatinh_news.model.records import Head
from hatinh_news.model.site import Index
from hatinh_news.plan.edition import Edition, profiles

_DIGITS = 16
_SHARE = "chia-se"


def pictures(paper: Edition) -> tuple[Picture, ...]:
    """All that are made in versions; two files that hold the same are one picture."""
    found: dict[str, dict[str, Asset]] = {}
    for one in with_files(paper):
        for asset in one.body.assets:
            if asset.widths:
                found.setdefault(asset.url, {}).setdefault(asset.source, asset)
    return tuple(_picture(url, files) for url, files in found.items())


def _picture(url: str, files: Mapping[str, Asset]) -> Picture:
    first = next(iter(files.values()))
    return Picture(tuple(files), url, first.widths, first.formats)


def with_files(paper: Edition) -> Iterator[Article | StandingPage | Profile]:
    """All whose files readers can see."""
    yield from paper.listed
    yield from paper.index.pages
    yield from (profile for profile, _ in profiles(paper.index))


def showing(index: Index) -> frozenset[str]:
    """The files of content/ whose pictures readers can see."""
    shown: tuple[Article | StandingPage | Profile, ...]
    shown = (*(one for one in index.articles if not one.retracted), *index.pages, *(one for one, _ in profiles(index)))
    return frozenset(one.place.path for one in shown)


def photo_share(photo: Photo | None) -> str:
    """The address of the picture that goes with a page which shows a photo; empty where none is made."""
    if photo is None or not photo.stem:
        return ""
    across, down = percents(photo.focus)
    point = f"-{across:.0f}-{down:.0f}" if photo.focus else ""
    return f"{photo.stem}-{_SHARE}{point}.jpg"


def headline_share(config: Config, headline: str = "", section: str = "") -> str:
    """The address of the picture that is made of a headline, or of the newspaper's name alone."""
    made_of = name_of(headline, section, config.title, config.theme_color)
    return f"{FOLDER}{made_of.hex()[:_DIGITS]}-{_SHARE}.png"


def site_share(config: Config) -> str:
    """The address of the picture for all pages that have none; empty where none is made."""
    return headline_share(config) if config.images.made and config.images.headlines else ""


def shares(config: Config, pages: Iterable[Page], shown: Iterable[Picture]) -> tuple[Share, ...]:
    """The pictures that pages are shared with, each once; `shown` are those that pages show."""
    sources = {picture.stem: picture.source for picture in shown}
    found = {share.url: share for share in _all(pages, sources)}
    if url := site_share(config):
        found[url] = Share(url)
    return tuple(found.values())


def _all(pages: Iterable[Page], sources: dict[str, str]) -> Iterator[Share]:
    for page in pages:
        head = getattr(page.record, "head", None)
        if not isinstance(head, Head) or not head.share:
            continue
        if (photo := head.photo) is not None:
            if photo.stem in sources:
                yield Share(head.share, sources[photo.stem], photo.focus)
        else:
            yield Share(head.share, headline=head.title, section=head.trail[-1].name if head.trail else "")
