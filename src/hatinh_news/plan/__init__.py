"""The plan: every page of the site as a value, before anything is rendered."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import datetime
from itertools import chain

from hatinh_news.model.address import is_absolute, output_path
from hatinh_news.model.config import Label
from hatinh_news.model.fault import Fault
from hatinh_news.model.hosting import StaticFile
from hatinh_news.model.page import Page, Plan
from hatinh_news.model.records import Site
from hatinh_news.model.site import Index
from hatinh_news.plan.archive import archive, months
from hatinh_news.plan.articles import articles
from hatinh_news.plan.assets import assets
from hatinh_news.plan.corrections import corrections, corrections_feeds
from hatinh_news.plan.directories import directories
from hatinh_news.plan.edition import Edition, edition
from hatinh_news.plan.feeds import feeds
from hatinh_news.plan.former import former_faults, gone, unrecorded
from hatinh_news.plan.home import home
from hatinh_news.plan.hosts import host_files
from hatinh_news.plan.links import dead_links, unlinked
from hatinh_news.plan.lists import lists
from hatinh_news.plan.missing import missing
from hatinh_news.plan.previews import Preview, plan_previews
from hatinh_news.plan.redirects import answered, redirects
from hatinh_news.plan.search import search, search_index
from hatinh_news.plan.segments import files_of, segment
from hatinh_news.plan.sitemaps import sitemaps
from hatinh_news.plan.standing import standing
from hatinh_news.plan.stubs import stubs
from hatinh_news.plan.wants import wants

__all__ = ["Preview", "files_of", "plan", "plan_articles", "plan_previews", "segment"]

# In the order in which they are written: an interrupted run has no list of articles that are not there.
_KINDS: tuple[Callable[[Edition], Iterator[Page]], ...] = (
    articles, standing, lists, corrections, months, directories, archive, search, home, missing,
)  # fmt: skip


NO_FINGERPRINTS: Mapping[str, StaticFile] = {}


def plan(
    index: Index, now: datetime, files: Collection[str] = (), fingerprints: Mapping[str, StaticFile] = NO_FINGERPRINTS
) -> tuple[Plan, list[Fault]]:
    """All pages of the newspaper in the order of writing.

    `files` are the addresses of static files, `fingerprints` what those are called whose names change with what they
    hold. A file for machines that the newspaper has itself in static/ is not made.
    """
    paper = edition(index, now)
    pages = [page for kind in _KINDS for page in kind(paper)]
    found, segments = search_index(paper)
    machines = (feeds(paper), corrections_feeds(paper), sitemaps(paper, pages), host_files(paper, files, fingerprints))
    for_machines = [page for page in chain(found, *machines) if page.url not in files]
    known = _by_file(chain(files, (page.url for page in chain(pages, for_machines))))
    taken = set(map(str.casefold, known))
    copied, asset_faults = assets(paper, taken)
    beside = _by_file(asset.url for asset in copied)
    taken.update(map(str.casefold, beside))
    old, faults = stubs(paper, taken)
    known |= beside | _by_file(page.url for page in old)
    answering = set(map(str.casefold, known)) if index.former else taken
    faults += [*former_faults(paper, taken, answering), *unrecorded(paper, (*pages, *old))]
    answers = redirects(paper, old, gone(paper, answering))
    kept, for_hosts = answered(index.config, old, answers, known)
    site = _site(index, files, fingerprints)
    planned = Plan(site, (*pages, *kept, *for_machines, *for_hosts), copied, segments, answers)
    told = (asset_faults, faults, dead_links(paper, known), unlinked(paper), wants(paper))
    return planned, list(chain(*told))


def plan_articles(index: Index, now: datetime, files: Collection[str], fingerprints: Mapping[str, StaticFile]) -> Plan:
    """The pages of articles alone, of an index that may be an excerpt."""
    return Plan(_site(index, files, fingerprints), tuple(articles(edition(index, now))))


def _by_file(urls: Iterable[str]) -> dict[str, str]:
    return {output_path(url): url for url in urls}


def _site(index: Index, files: Collection[str], fingerprints: Mapping[str, StaticFile]) -> Site:
    config = index.config
    return Site(
        title=config.title,
        base_url=config.base_url,
        description=config.description,
        language=config.language,
        sections=tuple(Label(section.name, section.url) for section in index.sections),
        menu=config.menu,
        foot_menu=config.foot_menu,
        imprint=config.imprint,
        search=config.search,
        corrections_heading=config.corrections_heading,
        logo=config.logo if config.logo in files or is_absolute(config.logo) else "",
        theme_color=config.theme_color,
        fingerprints=fingerprints,
        budgets=config.budgets,
        strings=config.strings,
        extra=config.extra,
    )
