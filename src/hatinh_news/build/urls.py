"""All addresses that the newspaper has or had, what answers each, and what is to be recorded of them."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from hatinh_news.build.faults import NOT_RECORDED, NOT_RECORDED_NEAR, STILL_ANSWERED
from hatinh_news.build.former import recorded
from hatinh_news.build.recall import recall
from hatinh_news.build.request import Request
from hatinh_news.index import index
from hatinh_news.model.address import base_path
from hatinh_news.model.config import Config
from hatinh_news.model.errors import CannotBuild
from hatinh_news.model.fault import Fault, Place, in_order
from hatinh_news.model.page import Plan
from hatinh_news.model.recorded import ADDRESSES, Recorded
from hatinh_news.model.site import Index
from hatinh_news.plan import plan
from hatinh_news.plan.recording import recording
from hatinh_news.read.load import check_content
from hatinh_news.text.nearest import nearest

AnswerState: TypeAlias = Literal["page", "moved", "gone", "waits", "lost"]


@dataclass(frozen=True, slots=True)
class Answer:
    """An address and what answers it: a page; where it moved, that is `target`; nothing, as it is gone, or waits for
    its time or for somebody who mends it; or nothing, and nobody said so. `is_new` says that it is not recorded yet."""

    recorded: Recorded
    state: AnswerState
    target: str = ""
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class Urls:
    """Every address, what is to be told of them, and all that addresses.txt is to say."""

    answers: tuple[Answer, ...]
    faults: tuple[Fault, ...]
    lines: tuple[Recorded, ...]


def urls(request: Request, gone: Sequence[str] = ()) -> Urls:
    """Every address that the newspaper has at `now`, or had; those of `gone` are to be answered by nothing.

    Raises CannotBuild where one of these is none, or is answered by a page.
    """
    known = recall(request)
    check_content(known.tree, ())
    addresses, wrong = recorded(known.site, known.faults)
    if any(fault.is_error for fault in wrong):
        raise CannotBuild(*wrong)
    files = known.static.keys()
    paper, _ = index(known.content, known.config, request.now, request.shown, files, addresses)
    planned, found = plan(paper, request.now, files)
    lines = {one.url: one for one in recording(paper, planned)}
    answers = {one.recorded.url: one for one in _answers(lines.values(), paper, planned)}
    if gone:
        by_hand, _ = plan(replace(paper, former=None), request.now, files)
        fixed = {page.url for page in by_hand.pages} | {rule.source for rule in by_hand.redirects.rules}
        lines |= {url: replace(lines[url], kind="gone", mark=None) for url in _checked(gone, answers, fixed, paper)}
    ours = [fault for fault in found if fault.place.path == ADDRESSES]
    faults = in_order([*known.faults, *wrong, *ours])
    return Urls(tuple(answers[url] for url in sorted(answers)), faults, tuple(lines.values()))


def _answers(lines: Iterable[Recorded], paper: Index, planned: Plan) -> Iterator[Answer]:
    known = {one.recorded.url: one.state for one in paper.former or ()}
    pages = {page.url for page in planned.pages}
    targets = {rule.source: rule.target for rule in planned.redirects.rules}
    gone = set(planned.redirects.gone)
    for one in lines:
        url, is_new = one.url, one.url not in known
        if url in targets:
            yield Answer(one, "moved", targets[url], is_new)
        elif url in pages:
            yield Answer(one, "page", is_new=is_new)
        else:
            waits = known.get(url) in {"later", "unread"}
            yield Answer(one, "gone" if url in gone else "waits" if waits else "lost")


def _checked(gone: Sequence[str], answers: Mapping[str, Answer], fixed: Container[str], paper: Index) -> Iterator[str]:
    """The recorded addresses that are meant, that of a list with all of its pages; `fixed` are those that would be
    answered though nobody recorded them."""
    for typed in gone:
        url = _address(typed, paper.config)
        found = answers.get(url) or answers.get(f"{url}/")
        if found is None or found.is_new:
            near = nearest(url, [one for one, answer in answers.items() if not answer.is_new])
            kind = NOT_RECORDED_NEAR if near else NOT_RECORDED
            raise CannotBuild(kind.at(Place("--gone"), url=url, nearest=near))
        url = found.recorded.url
        if url in fixed:
            raise CannotBuild(STILL_ANSWERED.at(Place("--gone"), url=url, now=found.target or url))
        yield url
        yield from (one for one in answers if one.startswith(f"{url}trang/") and one not in fixed)


def _address(typed: str, config: Config) -> str:
    """An address from the site's root, as an editor may have copied it from anywhere."""
    path = typed.removeprefix(config.base_url).partition("#")[0].partition("?")[0]
    base = base_path(config.base_url)
    return f"/{path.removeprefix(f'{base}/') if base else path}".replace("//", "/")
