"""Random histories of a newspaper: whatever is renamed, moved, merged or deleted, every address that was ever public
answers 200, leads by one redirect to the page of the same article, or is gone because somebody said so."""

import re
import shutil
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Final, TypeAlias

from hypothesis import example, given
from hypothesis import strategies as st

from engine.scripts import SOAK, drawn
from links.hosts import Answer, follow, nginx, plain
from links.paper import NOW, Paper

Step: TypeAlias = tuple[str, int, int]

_TOKEN: Final = re.compile(r"Bài (\w+) kể chuyện")
_NOTICE: Final = "Gỡ bài"
_REFRESH: Final = 'http-equiv="refresh"'
_GONE: Final = 410
_NOT_FOUND: Final = 404
_FOUND: Final = 200


@dataclass
class History:
    """A paper, and what is known of it from looking at its pages: `owners` are the articles of all addresses that an
    article ever had, the latest of each; `ever` all addresses that ever had a page; `dropped` what was deleted."""

    paper: Paper
    owners: dict[str, str] = field(default_factory=dict)
    ever: set[str] = field(default_factory=set)
    dropped: set[str] = field(default_factory=set)
    count: int = 0

    def fresh(self, stem: str) -> str:
        self.count += 1
        return f"{stem} {self.count}"

    def publish(self) -> None:
        """Records, says of what was lost that it is gone, and builds for an nginx and for a plain server."""
        found = self.paper.record()
        lost = [one.recorded.url for one in found.answers if one.state == "lost"]
        if lost:
            self.paper.record(gone=lost)
        for out, targets in (("public", "[nginx]"), ("public-plain", "[]")):
            self.paper.targets = targets
            report = self.paper.build(out)
            assert [fault for fault in report.faults if fault.code == "lost-address"] == []
        self.look()

    def look(self) -> None:
        public = self.paper.site / "public"
        for file in public.rglob("index.html"):
            folder = file.parent.relative_to(public).as_posix()
            url = "/" if folder == "." else f"/{folder}/"
            self.ever.add(url)
            text = file.read_text(encoding="utf-8")
            if token := _TOKEN.search(text):
                self.owners[url] = token[1]
            elif _NOTICE in text:
                self.owners.pop(url, None)  # whoever had the address, it is a retracted article's now

    def crawl(self) -> None:
        public = self.paper.site / "public"
        with nginx(public) as port:
            for url in sorted(self.ever):
                self.check(url, follow(port, url), _GONE)
            assert follow(port, "/.hosting/nginx-map.conf")[0] == _NOT_FOUND
        with plain(self.paper.site / "public-plain") as port:
            for url in sorted(self.ever):
                self.check(url, follow(port, url), _NOT_FOUND)

    def check(self, url: str, answer: Answer, gone: int) -> None:
        status, body, way = answer
        assert status in {_FOUND, gone}, (url, status)
        assert len(way) <= 1, (url, way)
        owner = self.owners.get(url)
        if owner is None:
            return
        found = _TOKEN.search(body)
        if owner in self.dropped:
            assert (status, found) == (gone, None), url
        else:
            assert status == _FOUND and found is not None and found[1] == owner, (url, owner, way)  # noqa: PT018


Edit: TypeAlias = Callable[[History, int, int], None]


def _one(history: History, pick: int) -> str:
    return history.paper.stories[pick % len(history.paper.stories)].token


def write(history: History, _pick: int, roll: int) -> None:
    paper = history.paper
    token = f"t{len(history.owners)}x{len(paper.stories)}"
    section = list(paper.sections)[roll % len(paper.sections)]
    topics = [topic for one in paper.stories for topic in one.topics] or ["Mùa màng"]
    topic = topics[roll % len(topics)] if roll % 3 else history.fresh("Việc")
    paper.add(token, roll % 50, title=history.fresh("Chuyện mới"), section=section, topics=(topic,))


def move(history: History, pick: int, roll: int) -> None:
    """`git mv`; the slug, which comes from the file's name, goes along."""
    history.paper.edit(_one(history, pick), file=f"{roll % 3}/{history.fresh('tep').replace(' ', '-')}.md")


def move_and_date(history: History, pick: int, roll: int) -> None:
    token, date = _one(history, pick), NOW - timedelta(days=roll % 300)
    history.paper.edit(token, date=date, file=f"{date:%Y-%m-%d}-{history.fresh('tep').replace(' ', '-')}.md")


def date(history: History, pick: int, roll: int) -> None:
    history.paper.edit(_one(history, pick), date=NOW - timedelta(days=roll % 300))


def retitle(history: History, pick: int, roll: int) -> None:
    """With or without another name of the file."""
    more = {"file": f"{history.fresh('tep').replace(' ', '-')}.md"} if roll % 2 else {}
    history.paper.edit(_one(history, pick), title=history.fresh("Tít khác"), **more)


def retext(history: History, pick: int, roll: int) -> None:
    history.paper.edit(_one(history, pick), text=f"Thêm {roll % 50} lời. " * (roll % 7))


def slug(history: History, pick: int, roll: int) -> None:
    """One out of three, so that some come back to an address, and others take it; two at one address are a fault."""
    wanted = f"slug-{roll % 3}"
    if all(one.slug != wanted for one in history.paper.stories):
        history.paper.edit(_one(history, pick), slug=wanted)


def swap_slugs(history: History, pick: int, roll: int) -> None:
    one, other = _one(history, pick), _one(history, roll)
    found = {story.token: story.slug for story in history.paper.stories}
    if one != other and found[one] and found[other]:
        history.paper.edit(one, slug=found[other])
        history.paper.edit(other, slug=found[one])


def swap_files(history: History, pick: int, roll: int) -> None:
    one, other = _one(history, pick), _one(history, roll)
    found = {story.token: story.file for story in history.paper.stories}
    history.paper.edit(one, file=found[other])
    history.paper.edit(other, file=found[one])


def change_section(history: History, pick: int, roll: int) -> None:
    sections = list(history.paper.sections)
    history.paper.edit(_one(history, pick), section=sections[roll % len(sections)])


def delete(history: History, pick: int, _roll: int) -> None:
    if len(history.paper.stories) > 1:
        token = _one(history, pick)
        history.dropped.add(token)
        history.paper.drop(token)


def merge_topics(history: History, pick: int, roll: int) -> None:
    topics = sorted({topic for one in history.paper.stories for topic in one.topics})
    if len(topics) < 2 or history.paper.topics:
        return
    old, into = topics[pick % len(topics)], topics[roll % len(topics)]
    if old == into:
        return
    history.paper.merged = {
        name: into if to == old else to for name, to in history.paper.merged.items() if name != into
    }
    history.paper.merged[old] = into
    for one in list(history.paper.stories):
        history.paper.edit(one.token, topics=tuple(into if topic == old else topic for topic in one.topics))


def rename_topic(history: History, pick: int, _roll: int) -> None:
    topics = sorted({topic for one in history.paper.stories for topic in one.topics})
    old, new = topics[pick % len(topics)], history.fresh("Chủ đề khác")
    if old in history.paper.merged.values() or old in history.paper.topics:
        return
    for one in list(history.paper.stories):
        history.paper.edit(one.token, topics=tuple(new if topic == old else topic for topic in one.topics))


def topic_slug(history: History, pick: int, _roll: int) -> None:
    topics = sorted({topic for one in history.paper.stories for topic in one.topics} - history.paper.merged.keys())
    history.paper.topics[topics[pick % len(topics)]] = history.fresh("dia-chi").replace(" ", "-")


def rename_author(history: History, pick: int, _roll: int) -> None:
    authors = sorted({one.author for one in history.paper.stories})
    old, new = authors[pick % len(authors)], history.fresh("Lê Thị")
    for one in list(history.paper.stories):
        history.paper.edit(one.token, author=new if one.author == old else one.author)


def rename_section(history: History, pick: int, roll: int) -> None:
    """Its name, its slug, or both."""
    paper = history.paper
    old = list(paper.sections)[pick % len(paper.sections)]
    if not any(one.section == old for one in paper.stories):
        return
    new = history.fresh("Mục") if roll % 3 else old
    slug = history.fresh("muc").replace(" ", "-") if roll % 2 else paper.sections[old]
    paper.sections = {
        (new if name == old else name): (slug if name == old else at) for name, at in paper.sections.items()
    }
    for one in list(paper.stories):
        paper.edit(one.token, section=new if one.section == old else one.section)


def permalinks(history: History, _pick: int, roll: int) -> None:
    history.paper.permalink = ("/:section/:slug/", "/:year/:month/:slug/", "/bai/:slug/")[roll % 3]


def retract(history: History, pick: int, _roll: int) -> None:
    """Its page stays as a notice, which has none of its text."""
    token = _one(history, pick)
    history.paper.edit(token, keys="retracted: Bài sai sự thật.")
    history.owners = {url: owner for url, owner in history.owners.items() if owner != token}


EDITS: Final[Mapping[str, Edit]] = {
    one.__name__: one
    for one in (
        write, move, move_and_date, date, retitle, retext, slug, swap_slugs, swap_files, change_section, delete,
        merge_topics, rename_topic, topic_slug, rename_author, rename_section, permalinks, retract,
    )
}  # fmt: skip
_NUMBERS: Final = st.integers(0, 999)
HISTORIES: Final = st.lists(
    st.tuples(st.sampled_from([*EDITS, "slug", "move"]), _NUMBERS, _NUMBERS), min_size=4, max_size=24 if SOAK else 10
)


@drawn(few=8, many=60)
@given(script=HISTORIES)
@example(script=[(name, 3, 1) for name in EDITS])
def test_no_address_that_was_ever_public_dies(script: list[Step]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        history = History(Paper(Path(folder) / "site"))
        for number, token in enumerate(("mot", "hai", "ba", "bon", "nam")):
            section = ("Thời sự", "Kinh tế")[number % 2]
            history.paper.add(token, 10 + number, section=section, topics=(("Lũ lụt", "Chợ")[number % 2],))
        history.publish()
        for name, pick, roll in script:
            EDITS[name](history, pick, roll)
            history.publish()
            if SOAK:
                history.crawl()
        history.crawl()
        clean = history.paper.clean(Path(folder) / "clean")
        assert _standing(clean) == _standing(history.paper.site / "public-plain")
        shutil.rmtree(clean)


def _standing(out: Path) -> dict[str, bytes]:
    return {file.relative_to(out).as_posix(): file.read_bytes() for file in out.rglob("*") if file.is_file()}
