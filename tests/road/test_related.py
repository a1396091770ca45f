"""Lists of related articles follow the words of all: what an edit of a text costs, and that no list tells too much."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from hatinh_news import related
from hatinh_news.build import Request, make
from hatinh_news.build.edition import NEIGHBOURS
from hatinh_news.build.kinship import all_lists
from hatinh_news.ledger import Ledger
from hatinh_news.ledger.store import Store
from hatinh_news.model.config import PAPER_ZONE, Shown
from newsroom import NOW, lay_out, tree

from .conftest import Paper
from .test_incremental import clean

MANY = 84
"""So many that their lexicon is kept up, article by article."""

SHORT_ROAD = ["look", "load", "relate", "plan", "render", "write"]


def text(number: int, words: str = "", keys: str = "") -> str:
    """An article on a matter of which three others tell as well, in words of its own."""
    matter = number % (MANY // 4)
    told = " ".join(f"việc{matter} chuyện{matter} nơi{matter}x" for _ in range(2))
    own = " ".join(f"riêng{number}{letter}" for letter in "abcdefghik")
    return (
        f"---\ntitle: Tin số {number}\ndescription: Lời dẫn.\ndate: 2025-0{number % 4 + 1}-{number % 28 + 1:02}\n"
        f"section: Thời sự\n{keys}---\n{words or told} {own} {own}.\n"
    )


@pytest.fixture
def many(paper: Paper) -> Paper:
    """A newspaper of many articles, built once."""
    paper.edit("content/site.yaml", "sections:", "related: {limit: 3}\nsections:")
    lay_out("".join(f"-- content/tin-{n:02}.md --\n{text(n)}" for n in range(MANY)), paper.site)
    assert paper.build().faults == ()
    return paper


def page_of(url: str) -> str:
    return f"{url[1:]}index.html"


def lists_on_pages(paper: Paper) -> dict[str, list[str]]:
    """The addresses of those under each article, as its page has them."""
    found = {}
    for path in sorted(paper.out.glob("20*/*/*/index.html")):
        html = path.read_text(encoding="utf-8")
        (part,) = re.findall(r"<section[^>]* data-related.*?</section>", html, re.DOTALL) or [""]
        links = [link.removeprefix("https://bao.example") for link in re.findall(r'<a [^>]*href="([^"#]+)"', part)]
        found[f"/{path.parent.relative_to(paper.out).as_posix()}/"] = list(dict.fromkeys(links))
    return found


def lists_told(paper: Paper, **choices: Any) -> dict[str, list[str]]:
    """The same, as `related` tells them."""
    asked = replace(Request(paper.site, paper.out, NOW, workers=1), **choices)
    lists, unknown = all_lists(asked)
    assert not unknown
    return {one.article.url: [other.url for other, _, _ in one.related] for one in lists}


def remembered(site: Path, out: Path) -> object:
    """All that the ledger knows of the neighbours of articles."""
    with Ledger(site, out) as ledger:
        _, plain = ledger.store.shelf(NEIGHBOURS)
        return related.neighbourhood(plain)


def changed(before: dict[str, bytes], after: dict[str, bytes]) -> set[str]:
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def write(paper: Paper, number: int, content: str) -> None:
    (paper.site / f"content/tin-{number:02}.md").write_text(content, encoding="utf-8")


def assert_as_clean(paper: Paper, folder: Path) -> None:
    """The tree is that of a clean build, and the ledger knows what that one's does."""
    assert not changed(clean(paper, folder), tree(paper.out))
    other = folder / "clean/site"
    same = remembered(paper.site, paper.out) == remembered(other, other / "public")
    assert same  # what differs is too long to be told


def test_pages_show_what_related_tells(many: Paper) -> None:
    shown = lists_on_pages(many)
    assert len(shown) == 12 + MANY
    assert shown == lists_told(many)
    assert all(len(listed) == 3 for listed in shown.values())


def test_a_text_with_other_words_costs_the_pages_whose_lists_that_changes_and_no_others(
    many: Paper, tmp_path: Path
) -> None:
    before, lists = tree(many.out), lists_on_pages(many)
    write(many, 60, text(60, words="việc5 chuyện5 nơi5x việc5 chuyện5 nơi5x"))
    report = many.build()
    now = lists_on_pages(many)
    own = "/2025/01/tin-60/"
    others = {url for url in now if now[url] != lists[url]} - {own}
    assert others
    assert len(others) < MANY / 4
    found = changed(before, tree(many.out))
    index = {path for path in found if path.startswith("tim-kiem/moi/")}
    assert found - index == {page_of(url) for url in {own, *others}}
    assert report.rendered == report.written == len(found)
    assert list(report.seconds) == SHORT_ROAD
    assert_as_clean(many, tmp_path)


def test_a_text_with_the_same_words_costs_its_own_page(many: Paper, tmp_path: Path) -> None:
    before = tree(many.out)
    many.edit("content/tin-60.md", "riêng60a", "*riêng60a*")
    report = many.build()
    assert (report.rendered, list(report.seconds)) == (1, SHORT_ROAD)
    assert changed(before, tree(many.out)) == {"2025/01/tin-60/index.html"}
    assert_as_clean(many, tmp_path)


def test_texts_are_edited_again_and_again_on_the_short_road(many: Paper, tmp_path: Path) -> None:
    for number in range(4):
        write(many, 9 + number, text(9 + number, words=f"việc{number} chuyện{number} " * 3))
        write(many, 40, text(40, words=f"việc{number + 7} riêng{number} " * 3))
        assert list(many.build().seconds) == SHORT_ROAD
    assert_as_clean(many, tmp_path)


def test_a_draft_with_other_words_changes_nothing_for_anybody(many: Paper, tmp_path: Path) -> None:
    write(many, 60, text(60, keys="draft: true\n"))
    many.build()
    write(many, 60, text(60, words="việc5 chuyện5 nơi5x", keys="draft: true\n"))
    report = many.build()
    assert (report.rendered, report.written, list(report.seconds)) == (0, 0, SHORT_ROAD)
    assert_as_clean(many, tmp_path)


def _die(*_given: object) -> None:
    raise KeyboardInterrupt


def killed(paper: Paper) -> None:
    """A build that ends when all is read and nothing is written."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(make, "_publish", _die)
        with pytest.raises(KeyboardInterrupt):
            paper.build()


def refused(paper: Paper) -> None:
    """A strict build that finds a fault, which is mended afterwards."""
    lay_out("-- content/sai.md --\n---\ntitel: x\n---\n", paper.site)
    assert paper.build(strict=True).refused
    (paper.site / "content/sai.md").unlink()


BROKEN = {"killed": killed, "refused": refused}


@pytest.mark.parametrize("name", BROKEN)
def test_words_that_a_build_read_which_made_nothing_of_them_are_not_lost(
    many: Paper, tmp_path: Path, name: str
) -> None:
    for number, words in ((20, "việc5 chuyện5 nơi5x"), (21, "việc6 chuyện6"), (22, "gì khác")):
        write(many, number, text(number, words=f"{words} {words}"))
        BROKEN[name](many)
    (many.site / "content/tin-23.md").unlink()
    BROKEN[name](many)
    write(many, 20, text(20, words="lại khác nữa"))
    many.build()
    assert_as_clean(many, tmp_path)
    write(many, 21, text(21))
    many.build()
    assert_as_clean(many, tmp_path / "again")


@pytest.mark.parametrize("name", BROKEN)
def test_without_the_former_words_what_is_known_of_all_would_be_wrong(
    many: Paper, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the ledger keeps them for: a term that two articles had, and only one has now, tells nothing any more."""
    write(many, 20, text(20, words="việc5 chuyện5 nơi5x"))
    BROKEN[name](many)
    monkeypatch.setattr(Store, "former_terms", lambda store, paths: list(store.terms(paths)))
    many.build()
    monkeypatch.undo()
    with pytest.raises(AssertionError):
        assert_as_clean(many, tmp_path)


def test_drafts_are_switched_on_and_off(many: Paper, tmp_path: Path) -> None:
    write(many, 20, text(20, keys="draft: true\n"))
    many.build()
    before, lists = tree(many.out), lists_on_pages(many)
    own = "/2025/01/tin-20/"
    assert own not in {url for listed in lists.values() for url in listed}
    many.build(shown=Shown(drafts=True))
    with_drafts = lists_on_pages(many)
    assert with_drafts[own]
    assert own in {url for listed in with_drafts.values() for url in listed}
    assert with_drafts == lists_told(many, shown=Shown(drafts=True))
    assert lists_told(many) == lists
    many.build()
    assert tree(many.out) == before
    assert_as_clean(many, tmp_path)


HIDDEN = {
    "a draft": "draft: true\n",
    "one whose time has not come": "publish_date: 2030-01-01\n",
    "one whose time is over": "expiry_date: 2025-04-30\n",
    "a retracted one": "retracted: Bài sai.\n",
}


@pytest.mark.parametrize("name", HIDDEN)
def test_what_readers_are_not_to_find_stands_in_no_list(many: Paper, tmp_path: Path, name: str) -> None:
    own = "/2025/01/tin-20/"
    assert own in {url for listed in lists_on_pages(many).values() for url in listed}
    write(many, 20, text(20, keys=HIDDEN[name]))
    many.edit("content/tin-21.md", "section: Thời sự", "section: Thời sự\nrelated: [tin-20.md]")
    before = lists_told(many)
    many.build()
    for lists in (before, lists_on_pages(many), lists_told(many)):
        assert own not in {url for listed in lists.values() for url in listed}
        assert (own in lists) == (name == "a retracted one")
    assert tree(many.out) == clean(many, tmp_path)
    write(many, 20, text(20))
    many.build()
    assert lists_on_pages(many)["/2025/02/tin-21/"][0] == own
    assert_as_clean(many, tmp_path / "again")


def test_time_passes_and_lists_follow(many: Paper, tmp_path: Path) -> None:
    write(many, 20, text(20, keys="publish_date: 2025-06-02 08:00\nexpiry_date: 2025-06-03 08:00\n"))
    own = "/2025/01/tin-20/"
    for number, (day, seen) in enumerate(((1, False), (2, True), (4, False))):
        now = datetime(2025, 6, day, 12, tzinfo=PAPER_ZONE)
        many.build(now)
        assert (own in {url for listed in lists_on_pages(many).values() for url in listed}) == seen
        assert lists_told(many, now=now) == lists_on_pages(many)
        assert tree(many.out) == clean(many, tmp_path / str(number), now)


@pytest.mark.parametrize(
    "setting",
    [
        "limit: 5",
        "limit: 0",
        "threshold: 60",
        "newer_days: 0",
        "topics: 0",
        "freshness: 0",
        "alike: 1",
        "most_lists: 1",
    ],
)
def test_other_settings_make_other_lists(many: Paper, tmp_path: Path, setting: str) -> None:
    before = remembered(many.site, many.out)
    many.edit("content/site.yaml", "{limit: 3}", f"{{{setting}}}")
    assert many.build().faults == ()
    assert_as_clean(many, tmp_path)
    assert lists_told(many) == lists_on_pages(many)
    many.edit("content/site.yaml", f"{{{setting}}}", "{limit: 3}")
    many.build()
    assert remembered(many.site, many.out) == before


def edits_of_topics(paper: Paper) -> Iterator[tuple[str, bool]]:
    """Edits of the topics of articles, each with whether they are about something else afterwards."""
    for path in ("content/bai-02.md", "content/bai-08.md"):
        paper.edit(path, "topics: [Lúa]", "topics: [LÚA]")
    yield "another spelling", False
    paper.edit("content/bai-02.md", "topics: [LÚA]", "topics: [Cá]")
    yield "another topic", True
    lay_out("-- content/chu-de/ca/_index.md --\n---\ntitle: Cá\nmerged_into: Lúa\n---\n", paper.site)
    yield "a topic that becomes part of another", True
    (paper.site / "content/chu-de/ca/_index.md").unlink()
    yield "and is itself again", True
    for file in sorted(paper.site.glob("content/tin-*.md")):
        paper.edit(f"content/{file.name}", "section:", "topics: [Ngô]\nsection:")
    yield "a topic of very many", True
    lay_out("-- content/chu-de/ngo/_index.md --\n---\ntitle: Ngô\nmerged_into: Lúa\n---\n", paper.site)
    yield "which becomes part of another", True


def test_topics_are_spelt_otherwise_merged_and_parted(many: Paper, tmp_path: Path) -> None:
    topics = remembered_topics(many)
    for name, others in edits_of_topics(many):
        assert many.build().exit_code == 0
        assert_as_clean(many, tmp_path / name)
        now = remembered_topics(many)
        assert (now != topics) == others, name
        topics = now


def remembered_topics(paper: Paper) -> object:
    found = remembered(paper.site, paper.out)
    assert isinstance(found, related.Neighbourhood)
    return dict(zip(found.line.paths, found.line.topics, strict=True))


@pytest.mark.parametrize("executor", ["serial", "fork", "spawn", "threads"])
def test_lists_are_the_same_whoever_makes_them(many: Paper, tmp_path: Path, executor: str) -> None:
    expected = remembered(many.site, many.out)
    write(many, 20, text(20, words="việc5 chuyện5 nơi5x"))
    many.build(executor=executor, workers=2)
    assert_as_clean(many, tmp_path)
    (many.site / "content/tin-20.md").write_text(text(20), encoding="utf-8")
    many.build(executor=executor, workers=2, verify=True)
    assert remembered(many.site, many.out) == expected


def test_a_build_that_believes_nothing_finds_nothing_after_the_short_road(many: Paper) -> None:
    write(many, 20, text(20, words="việc5 chuyện5 nơi5x"))
    many.build()
    known = remembered(many.site, many.out)
    report = many.build(verify=True)
    assert (report.faults, report.written) == ((), 0)
    assert remembered(many.site, many.out) == known


def test_related_tells_what_a_build_would_make_before_there_is_one(many: Paper) -> None:
    write(many, 20, text(20, words="việc5 chuyện5 nơi5x"))
    write(many, 90, text(90, words="việc5 chuyện5 nơi5x"))
    (many.site / "content/tin-33.md").unlink()
    known = remembered(many.site, many.out)
    told = lists_told(many)
    assert told != lists_on_pages(many)
    assert remembered(many.site, many.out) == known
    assert many.build().rendered > 2
    assert told == lists_on_pages(many)


def test_an_edition_without_its_neighbours_is_forgotten_and_made_anew(many: Paper, tmp_path: Path) -> None:
    with Ledger(many.site, many.out) as ledger:
        ledger.store.keep({}, drop=[NEIGHBOURS])
    write(many, 20, text(20, words="chuyện khác hẳn"))
    assert [note.code for note in many.build().notes] == ["ledger-corrupt", "no-author"]
    assert_as_clean(many, tmp_path)
