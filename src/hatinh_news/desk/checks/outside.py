"""Links to other sites: whether the pages answer, asked of each once in a while, politely, and never for long."""

import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final
from urllib.error import HTTPError, URLError
from urllib.parse import urldefrag, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from hatinh_news import __version__
from hatinh_news.desk.checks import faults
from hatinh_news.desk.checks.files import Checked
from hatinh_news.ledger import FOLDER, folder_made
from hatinh_news.model.check import CheckSettings
from hatinh_news.model.fault import Fault, Place

FILE: Final = "links.json"
KEPT: Final = 7 * 24 * 3600
"""So many seconds an answer is believed; a dead page is asked again each time."""

_HOSTS: Final = 16
_BETWEEN: Final = 0.2
_AGENT: Final = f"hatinh-news/{__version__} (link check)"
_NO_HEAD: Final = frozenset({400, 403, 404, 405, 406, 429, 501, 503})
_ALIVE: Final = frozenset({401, 403, 429, 451, 999})
"""Answers that say that somebody is there, and wants no programs."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of asking for a page: `reason` is empty where it answered, `moved` is where it has gone for good."""

    reason: str = ""
    moved: str = ""


Ask = Callable[[str, float], Answer]


def outside_faults(
    site: Path, checked: Mapping[str, Checked], settings: CheckSettings, now: datetime, ask: Ask | None = None
) -> list[Fault]:
    """The faults of links to pages elsewhere that do not answer, or have moved for good."""
    places: dict[str, list[Place]] = {}
    for path, one in checked.items():
        for link in one.links:
            url = urldefrag(link.name)[0]
            if not any(one.silences(code, link.line) for code in ("dead-outside-link", "moved-outside-link")):
                places.setdefault(url, []).append(Place(f"content/{path}", link.line, link.column))
    moment = now.timestamp()
    known = _known(site, moment)
    wanted = [url for url in sorted(places) if url not in known][: settings.links]
    fresh = dict(_answers(wanted, settings.link_seconds, ask or answer))
    _keep(site, {**known, **{url: (moment, one.moved) for url, one in fresh.items() if not one.reason}})
    answers = {**{url: Answer("", moved) for url, (_, moved) in known.items()}, **fresh}
    told = [fault for url, one in sorted(answers.items()) for fault in _faults(url, one, places.get(url, ()))]
    return [fault for fault in told if fault.code not in settings.off]


def _faults(url: str, told: Answer, places: Iterable[Place]) -> Iterator[Fault]:
    for place in places:
        if told.reason:
            yield faults.DEAD_OUTSIDE_LINK.at(place, url=url, reason=told.reason)
        elif told.moved:
            yield faults.MOVED_OUTSIDE_LINK.at(place, url=url, target=told.moved)


def _answers(urls: Iterable[str], seconds: float, ask: Ask) -> Iterator[tuple[str, Answer]]:
    """Hosts are asked side by side, the pages of one host one after the other."""
    hosts: dict[str, list[str]] = {}
    for url in urls:
        hosts.setdefault(urlsplit(url).netloc, []).append(url)

    def of_host(pages: list[str]) -> list[tuple[str, Answer]]:
        found = []
        for number, url in enumerate(pages):
            if number:
                time.sleep(_BETWEEN)
            found.append((url, ask(url, seconds)))
        return found

    with ThreadPoolExecutor(_HOSTS, "links") as crew:
        for some in crew.map(of_host, hosts.values()):
            yield from some


class _Moves(HTTPRedirectHandler):
    """Follows redirects, and remembers whether all of them are for good."""

    def __init__(self) -> None:
        self.for_good = True

    def redirect_request(
        self, req: Request, fp: object, code: int, msg: str, headers: object, newurl: str
    ) -> Request | None:
        self.for_good = self.for_good and code in (301, 308)
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]


def answer(url: str, seconds: float) -> Answer:
    """Asks for the head of a page, and for all of it where a host gives no heads."""
    return _asked(url, "HEAD", seconds) or _asked(url, "GET", seconds) or Answer()


def _asked(url: str, method: str, seconds: float) -> Answer | None:
    moves = _Moves()
    try:
        request = Request(url, method=method, headers={"User-Agent": _AGENT, "Accept": "*/*"})  # noqa: S310
        with build_opener(moves).open(request, timeout=seconds) as reply:
            moved = reply.url if moves.for_good and urldefrag(reply.url)[0] != url else ""
        return Answer("", moved)
    except HTTPError as error:
        error.close()
        if method == "HEAD" and error.code in _NO_HEAD:
            return None
        return Answer("" if error.code in _ALIVE else f"{error.code} {error.reason}")
    except (URLError, OSError, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        return Answer(str(reason) or type(error).__name__)


def _known(site: Path, moment: float) -> dict[str, tuple[float, str]]:
    """Pages that answered not long ago, and where they have gone."""
    try:
        found = json.loads((site / FOLDER / FILE).read_bytes())
        return {str(url): (float(at), str(to)) for url, (at, to) in found.items() if 0 <= moment - float(at) < KEPT}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _keep(site: Path, known: Mapping[str, tuple[float, str]]) -> None:
    with suppress(OSError):
        if folder_made(site / FOLDER):
            made = site / FOLDER / f"{FILE}.new"
            made.write_text(json.dumps(known, ensure_ascii=True, sort_keys=True), encoding="ascii")
            made.replace(site / FOLDER / FILE)
