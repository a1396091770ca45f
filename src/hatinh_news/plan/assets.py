"""Files that articles and pages show, copied beside them."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from hatinh_news.model.address import collision_key
from hatinh_news.model.article import Asset
from hatinh_news.model.fault import Fault, Place
from hatinh_news.plan.edition import Edition
from hatinh_news.plan.faults import FILE_TAKEN
from hatinh_news.plan.pictures import with_files


def assets(paper: Edition, files: AbstractSet[str]) -> tuple[tuple[Asset, ...], list[Fault]]:
    """The files of all that is planned, each once, without pictures that versions are made of.

    `files` are the collision keys of pages and other files.
    """
    found: dict[str, Asset] = {}
    faults = []
    for place, asset in _all(paper):
        key = collision_key(asset.url)
        if key in files or found.setdefault(key, asset) != asset:
            faults.append(FILE_TAKEN.at(place, source=asset.source, url=asset.url))
    return tuple(found.values()), faults


def _all(paper: Edition) -> Iterator[tuple[Place, Asset]]:
    for one in with_files(paper):
        yield from ((one.place, asset) for asset in one.body.assets if not asset.widths)
