"""Drafts of standing pages and of _index.md files."""

from dataclasses import replace

from hatinh_news.index import Shown, index
from hatinh_news.model.article import Body, Content, Profile, StandingPage
from hatinh_news.model.config import Config
from newsroom import NOW

PAGE = StandingPage("trang/lien-he.md", "/lien-he/", "Liên hệ", Body(), draft=True)
PROFILE = Profile("chu-de/lua/_index.md", "topic", "lua", "Lúa", Body(), draft=True)
CONTENT = Content(pages=(PAGE,), profiles=(PROFILE,))


def test_a_draft_of_a_page_is_not_shown_and_a_link_to_it_is_no_fault() -> None:
    found, faults = index(CONTENT, Config("Báo"), NOW, Shown())
    assert (len(found.pages), len(found.topics), sorted(found.hidden), faults) == (0, 0, ["trang/lien-he.md"], [])


def test_drafts_are_shown_when_asked_for() -> None:
    found, _ = index(CONTENT, Config("Báo"), NOW, Shown(drafts=True))
    assert ([page.url for page in found.pages], [topic.name for topic in found.topics]) == (["/lien-he/"], ["Lúa"])


def test_what_is_no_draft_is_shown() -> None:
    content = Content(pages=(replace(PAGE, draft=False),), profiles=(replace(PROFILE, draft=False),))
    found, _ = index(content, Config("Báo"), NOW, Shown())
    assert ([page.url for page in found.pages], [topic.name for topic in found.topics]) == (["/lien-he/"], ["Lúa"])
