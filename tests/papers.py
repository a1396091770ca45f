"""Newspapers as lines of articles, each a few words long."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from hatinh_news.model.config import RelatedSettings
from hatinh_news.model.digest import name_of
from hatinh_news.related.line import Line
from hatinh_news.related.neighbourhood import Neighbourhood, Words
from hatinh_news.related.postings import some_postings
from hatinh_news.related.ranking import DAY, Ranking, factors
from hatinh_news.related.relate import relate
from hatinh_news.text.terms import terms, topic_slot


@dataclass(frozen=True, slots=True)
class Story:
    """An article as far as it has neighbours; `day` counts from the first day of the paper."""

    path: str
    text: str = ""
    day: float = 0
    section: str = "Thời sự"
    topics: tuple[str, ...] = ()
    listed: bool = True
    first: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    slug: str = ""

    @property
    def url(self) -> str:
        return f"/{self.slug or self.path}/"

    @property
    def words(self) -> bytes:
        return terms(self.text.split("\n")).frozen()


@dataclass(frozen=True, slots=True)
class Paper:
    """The stories of a paper by path, and how they are read."""

    stories: Mapping[str, Story] = field(default_factory=dict)

    def line(self) -> Line:
        stories = sorted(self.stories.values(), key=lambda story: (int(story.day * DAY), story.url))
        place = {story.path: number for number, story in enumerate(stories)}
        topics = [array("I", sorted({topic_slot(topic) for topic in story.topics})).tobytes() for story in stories]
        return Line(
            paths=list(place),
            urls=[story.url for story in stories],
            times=[int(story.day * DAY) for story in stories],
            sections=[story.section for story in stories],
            topics=topics,
            names=[name_of(story.words, slots) for story, slots in zip(stories, topics, strict=True)],
            listed=[story.listed for story in stories],
            first={place[s.path]: found for s in stories if (found := [place[p] for p in s.first if p in place])},
            never={place[s.path]: found for s in stories if (found := [place[p] for p in s.never if p in place])},
        )

    def words(self, paths: Sequence[str]) -> Iterable[bytes]:
        return [self.stories[path].words if path in self.stories else b"" for path in paths]

    def related(
        self,
        settings: RelatedSettings = RelatedSettings(),
        known: Neighbourhood | None = None,
        before: "Paper | None" = None,
    ) -> Neighbourhood:
        words = Words(self.words, before.words) if before is not None else Words(self.words)
        return relate(self.line(), words, settings, known)


def paper(*stories: Story) -> Paper:
    return Paper({story.path: story for story in stories})


def alone(found: Neighbourhood) -> Ranking:
    """The ranking of each article by itself, which asks all others."""
    every = {slot for slots, _ in found.vectors for slot in array("I", slots)}
    postings = some_postings(found.vectors, every)
    return Ranking(found.line, found.vectors, postings, found.settings, factors(found.settings.freshness))


def under(found: Neighbourhood, path: str) -> list[str]:
    """The paths of those under an article."""
    line = found.line
    return [line.paths[place] for place in found.list_of(line.paths.index(path))]
