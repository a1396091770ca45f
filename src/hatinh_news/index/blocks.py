"""Blocks of the front page: the sections and topics that its editor chose, or every section."""

from hatinh_news.index.faults import FRONT_BLOCK_TWICE, UNKNOWN_FRONT_BLOCK, UNKNOWN_FRONT_BLOCK_NEAR
from hatinh_news.model.article import BlockWish, Content
from hatinh_news.model.fault import Fault
from hatinh_news.model.site import FrontBlock, Index, Section, Topic
from hatinh_news.text.fold import match_key
from hatinh_news.text.nearest import nearest


def blocks(index: Index, content: Content) -> tuple[tuple[FrontBlock, ...], list[Fault]]:
    """The blocks in their order; a topic that only articles of `content` name which are not public has none yet."""
    wishes = index.home.front.blocks if index.home is not None else None
    if wishes is None:
        return tuple(map(FrontBlock, index.sections)), []
    found: dict[str, FrontBlock] = {}
    faults = []
    for wish in wishes:
        meant = _meant(wish, index)
        if meant is None:
            faults += _unknown(wish, index, content)
        elif meant.url in found:
            faults.append(FRONT_BLOCK_TWICE.at(wish.place, name=wish.name))
        else:
            found[meant.url] = FrontBlock(meant, wish.limit)
    return tuple(found.values()), faults


def _meant(wish: BlockWish, index: Index) -> Section | Topic | None:
    """By name or by slug; a bare name is a section's before it is a topic's."""
    key = match_key(wish.name)
    section = index.section_by_key.get(key) or index.section_by_key.get(wish.name)
    if wish.kind != "topic" and section is not None:
        return section
    if wish.kind == "section":
        return None
    by_slug = (topic for topic in index.topics if topic.url == f"/chu-de/{wish.name}/")
    return index.topic_by_key.get(key) or next(by_slug, None)


def _unknown(wish: BlockWish, index: Index, content: Content) -> list[Fault]:
    key = match_key(wish.name)
    if wish.kind != "section" and any(key in map(match_key, article.topics) for article in content.articles):
        return []
    names = [section.name for section in index.sections] if wish.kind != "topic" else []
    names += [topic.name for topic in index.topics] if wish.kind != "section" else []
    near = nearest(wish.name, names)
    if near is None:
        return [UNKNOWN_FRONT_BLOCK.at(wish.place, name=wish.name)]
    return [UNKNOWN_FRONT_BLOCK_NEAR.at(wish.place, name=wish.name, nearest=near)]
