"""Links in bodies: where they lead, and which lead nowhere."""

from collections.abc import Collection, Container, Iterator, Mapping
from itertools import islice

from hatinh_news.model.address import output_path
from hatinh_news.model.article import Body, Reference
from hatinh_news.model.fault import Fault, Place
from hatinh_news.model.parts import is_part
from hatinh_news.model.records import Text
from hatinh_news.plan.edition import Edition, profiles
from hatinh_news.plan.faults import DEAD_LINK, DEAD_LINK_NEAR, DEAD_PART, HIDDEN_LINK, UNLINKED
from hatinh_news.text.nearest import nearest

SUGGESTIONS = 20
"""So many dead links are told with what was probably meant: looking through all addresses takes its time."""

SHOWN_PARTS = 5
"""So many parts of a page are named where none is near."""

_NO_TEXT = Text()
_SETTINGS_PLACE = Place("content/site.yaml")


def text(paper: Edition, body: Body) -> Text:
    """A body with the addresses of the articles that it links to."""
    if not body.links:
        return Text(body.html) if body.html else _NO_TEXT
    hidden = paper.index.hidden_files
    targets = dict.fromkeys(
        link.target
        for link in body.links
        if not _is_address(link.target) or (hidden and _answers(hidden, _path(link.target)))
    )
    return Text(body.html, tuple((target, _destination(paper.urls, target)) for target in targets))


def bodies(paper: Edition) -> Iterator[Body]:
    """The bodies that readers see."""
    yield from (article.body for article in paper.listed)
    yield from (page.body for page in paper.index.pages)
    yield from (profile.body for profile, _ in profiles(paper.index))


def dead_links(paper: Edition, known: Mapping[str, str]) -> list[Fault]:
    """The links that lead to none of the site's addresses, `known` by their files; and those to what is not public."""
    links = (*_menu_links(paper), *(link for body in bodies(paper) for link in body.links))
    lost = [link for link in links if not _leads_somewhere(paper, known, link.target)]
    hidden = [link for link in lost if link.place != _SETTINGS_PLACE and _leads_to_hidden(paper, link.target)]
    dead = [link for link in lost if link not in hidden] if hidden else lost
    near = {
        target: nearest(target.partition("#")[0], known.values() if _is_address(target) else paper.urls)
        for target in islice(dict.fromkeys(link.target for link in dead), SUGGESTIONS)
    }
    told = [HIDDEN_LINK.at(link.place, target=link.target) for link in hidden]
    return told + [_fault(link, near.get(link.target)) for link in dead] + dead_parts(paper, lost)


def unlinked(paper: Edition) -> Iterator[Fault]:
    """The standing pages to which no menu and no text leads."""
    if not paper.index.pages:
        return
    links = (*_menu_links(paper), *(link for body in bodies(paper) for link in body.links))
    paths = {_path(link.target) for link in links}
    linked = {path.rstrip("/") if _is_address(path) else paper.urls.get(path, "").rstrip("/") for path in paths}
    yield from (
        UNLINKED.at(page.place, url=page.url) for page in paper.index.pages if page.url.rstrip("/") not in linked
    )


def dead_parts(paper: Edition, lost: Collection[Reference]) -> list[Fault]:
    """The links to pages with a text of their own that lead to no part of it; `lost` lead to no page at all."""
    known = set(lost)
    partial = [link for body in bodies(paper) for link in body.links if "#" in link.target and link not in known]
    if not partial:
        return []
    anchors = {paper.urls[path]: body.anchors for path, body in _texts(paper)}
    return [fault for link in partial if (fault := _dead_part(paper, link, anchors)) is not None]


def _dead_part(paper: Edition, link: Reference, anchors: Mapping[str, tuple[str, ...]]) -> Fault | None:
    path, part = _path(link.target), link.target.partition("#")[2]
    url = path if _is_address(path) else paper.urls[path]
    known = anchors.get(url, anchors.get(f"{url}/"))
    if known is None or is_part(part, known):
        return None
    near = nearest(part, known)
    parts = ", ".join(f"#{name}" for name in ([near] if near else known[:SHOWN_PARTS])) or "—"
    return DEAD_PART.at(link.place, target=link.target, parts=parts)


def _texts(paper: Edition) -> Iterator[tuple[str, Body]]:
    """The files with a page, and their bodies."""
    yield from ((article.path, article.body) for article in paper.listed)
    yield from ((page.path, page.body) for page in paper.index.pages)
    yield from ((profile.path, profile.body) for profile, _ in profiles(paper.index))


def _leads_to_hidden(paper: Edition, target: str) -> bool:
    """Whether a link leads to something of content/ that is not public now."""
    path = _path(target)
    return _answers(paper.index.hidden_files, path) if _is_address(target) else path in paper.index.hidden


def _leads_somewhere(paper: Edition, known: Mapping[str, str], target: str) -> bool:
    path = _path(target)
    return _answers(known, path) if _is_address(target) else path in paper.urls


def _path(target: str) -> str:
    """What a link names, without a part of it and without a question."""
    path = target.partition("#")[0]
    return path.partition("?")[0] if _is_address(path) else path


def _menu_links(paper: Edition) -> Iterator[Reference]:
    config = paper.index.config
    for label in (*config.menu, *config.foot_menu):
        if _is_address(label.url):
            yield Reference(label.url, _SETTINGS_PLACE)


def _is_address(target: str) -> bool:
    """Whether a link names an address of the site, not a file of content/."""
    return target.startswith("/")


def _destination(urls: Mapping[str, str], target: str) -> str:
    path, mark, part = target.partition("#")
    url = urls.get(path, "")
    return f"{url}{mark}{part}" if url else ""


def _answers(known: Container[str], path: str) -> bool:
    """Whether an address has a file; hosts forgive a missing slash at the end."""
    return output_path(path) in known or output_path(f"{path}/") in known


def _fault(link: Reference, near: str | None) -> Fault:
    if near is None:
        return DEAD_LINK.at(link.place, target=link.target)
    return DEAD_LINK_NEAR.at(link.place, target=link.target, nearest=near)
