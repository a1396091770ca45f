"""The survey: which articles there are, without building anything."""

from dataclasses import dataclass
from datetime import datetime

from hatinh_news import read, render
from hatinh_news.build.request import Request
from hatinh_news.index import settled, state
from hatinh_news.model.article import State
from hatinh_news.model.errors import CannotBuild
from hatinh_news.model.fault import Fault, in_order
from hatinh_news.read.load import load, load_settings


@dataclass(frozen=True, slots=True)
class Listing:
    """One article as `list` shows it."""

    state: State
    moment: datetime
    path: str
    title: str
    url: str


def survey(request: Request) -> tuple[list[Listing], tuple[Fault, ...]]:
    """Every readable article with its state at `now`, newest first, and the faults of the others."""
    config, faults = load_settings(request.site, request.base_url)
    if any(fault.is_error for fault in faults):
        raise CannotBuild(*faults)
    static, found = read.scan_static(render.theme_folders(request.site, "static"), request.site)
    content, wrong = load(request.site, config, static)
    listings = [
        Listing(state(article, request.now), article.live_from, article.place.path, article.title, article.url)
        for article in settled(content, config).articles
    ]
    return sorted(listings, key=lambda each: (-each.moment.timestamp(), each.url)), in_order([*faults, *found, *wrong])
