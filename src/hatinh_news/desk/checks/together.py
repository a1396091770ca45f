"""Rules of articles together: pictures shown twice, names spelt in two ways, odd dates."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from hatinh_news import write
from hatinh_news.build.inspection import Inspection
from hatinh_news.build.look import Look
from hatinh_news.desk.checks import faults
from hatinh_news.desk.checks.files import Checked
from hatinh_news.model.article import Article
from hatinh_news.model.check import CheckSettings
from hatinh_news.model.fault import Fault, Place
from hatinh_news.read.spot import spot, spot_of_date
from hatinh_news.text.dates import short_date
from hatinh_news.text.fold import match_key

MOST: Final = 500
"""So many files are read once more, for a line."""
DAY: Final = 86_400


@dataclass(frozen=True, slots=True)
class Slip:
    """A fault; where one word in place of another would mend it, what stands at its place and what should."""

    fault: Fault
    old: str = ""
    new: str = ""


def together(found: Inspection, seen: Look, files: Mapping[str, Checked]) -> Iterator[Slip]:
    """All that is wrong only beside other articles, and not switched off."""
    off = found.known.config.check.off
    for slip in _all(found, seen, files):
        place = slip.fault.place
        own = files.get(place.path.removeprefix("content/"))
        if slip.fault.code not in off and not (own and own.off and own.silences(slip.fault.code, place.line)):
            yield slip


def _all(found: Inspection, seen: Look, files: Mapping[str, Checked]) -> Iterator[Slip]:
    contents = _Contents(seen)
    articles = [one for one in found.known.content.articles if one.path in files]
    yield from map(Slip, _same_photos(files, contents))
    yield from map(Slip, _photos_again(found, articles, files, contents))
    yield from map(Slip, _odd_dates(found, articles, seen))
    yield from _spellings(found, articles, seen)


class _Contents:
    """What files hold, told by their names; files of one size are read to tell them apart."""

    def __init__(self, seen: Look) -> None:
        self._seen = seen
        self._digests: dict[str, str] = {}

    def alike(self, names: Iterable[str]) -> dict[str, str]:
        """Each name with the same sign as all whose files hold the same; a file that is not there has none."""
        sizes: dict[int, list[str]] = {}
        for name in dict.fromkeys(names):
            if (stamp := self._seen.stamps.get(name)) is not None:
                sizes.setdefault(stamp[0], []).append(name)
        return {name: self._digest(name) if len(same) > 1 else name for same in sizes.values() for name in same}

    def _digest(self, name: str) -> str:
        if name not in self._digests:
            self._digests[name] = name
            with suppress(OSError, KeyError):
                self._digests[name] = write.file_digest(self._seen.file(name))
        return self._digests[name]


def _same_photos(files: Mapping[str, Checked], contents: _Contents) -> Iterator[Fault]:
    """Pictures that one article shows twice; the lead may stand in its text once more."""
    for path, one in files.items():
        pictures = one.pictures[1:] if one.has_lead else one.pictures
        if len(pictures) < 2:
            continue
        signs = contents.alike(picture.name for picture in pictures)
        first: dict[str, int] = {}
        for picture in pictures:
            sign = signs.get(picture.name)
            if sign is None:
                continue
            if sign in first:
                place = Place(f"content/{path}", picture.line, picture.column)
                yield faults.SAME_PHOTO.at(place, target=picture.name.rpartition("/")[2], line=first[sign])
            first.setdefault(sign, picture.line)


def _photos_again(
    found: Inspection, articles: Sequence[Article], files: Mapping[str, Checked], contents: _Contents
) -> Iterator[Fault]:
    days = found.known.config.check.photo_days
    leads = {one.path: files[one.path].pictures[0] for one in articles if files[one.path].has_lead and not one.draft}
    signs = contents.alike(spot.name for spot in leads.values())
    last: dict[str, Article] = {}
    for article in sorted((one for one in articles if one.path in leads), key=lambda one: (one.live_from, one.path)):
        lead = leads[article.path]
        sign = signs.get(lead.name, "")
        before = last.get(sign)
        if sign and before is not None and (article.live_from - before.live_from).days < days:
            place = Place(article.place.path, lead.line, lead.column)
            yield faults.PHOTO_AGAIN.at(place, other=before.place.path, days=days)
        last[sign] = article


def far_until(article: Article, settings: CheckSettings) -> float:
    """Until before when (seconds of the epoch) an article's date lies too far in the future."""
    return article.published.timestamp() - settings.future_days * DAY


def _odd_dates(found: Inspection, articles: Sequence[Article], seen: Look) -> Iterator[Fault]:
    settings, now = found.known.config.check, found.crew.request.now.timestamp()
    for article in articles:
        date = article.published
        past = date.year < settings.first_year
        if not past and far_until(article, settings) <= now:
            continue
        place = article.place
        with suppress(OSError, KeyError):
            place = spot_of_date(seen.file(place.path).read_bytes(), place.path)
        if past:
            yield faults.LONG_PAST.at(place, date=short_date(date), year=settings.first_year)
        else:
            yield faults.FAR_FUTURE.at(place, date=short_date(date), days=settings.future_days)


def _spellings(found: Inspection, articles: Sequence[Article], seen: Look) -> Iterator[Slip]:
    """Topics and authors that an article spells otherwise than the newspaper does."""
    paper, left = found.paper, MOST
    topics = {key: one.name for key, one in paper.topic_by_key.items()}
    people = {key: one.name for key, one in paper.author_by_key.items()}
    for article in articles:
        for names, known in ((article.topics, topics), (article.authors, people)):
            for name in names:
                usual = known.get(key := match_key(name), name)
                if usual == name or match_key(usual) != key or not left:
                    continue
                left -= 1
                place = article.place
                with suppress(OSError, KeyError):
                    place = spot(seen.file(place.path).read_bytes(), place.path, name)
                yield Slip(faults.NAME_SPELLING.at(place, name=name, usual=usual), name, usual)
