"""Topics alike: which topics share the most articles, and that one article more changes little."""

import random
import time
from collections.abc import Callable

from hatinh_news.index.alike import MOST, alike
from hatinh_news.model.article import Article, Profile, Reference
from hatinh_news.model.fault import Fault, Place
from hatinh_news.model.site import Index
from hatinh_news.text.fold import match_key

Indexed = Callable[..., tuple[Index, list[Fault]]]
NewArticle = Callable[..., Article]


def likest(index: Index, name: str) -> list[str]:
    return [index.topic_by_key[key].name for key in index.topic_by_key[match_key(name)].alike]


def test_who_shares_more_is_more_alike_and_a_topic_of_everything_less(
    indexed: Indexed, new_article: NewArticle
) -> None:
    articles = [new_article(f"lu-{n}", n, topics=("Lũ", "Đê", "Tin")) for n in range(4)]
    articles += [new_article(f"cau-{n}", n, topics=("Lũ", "Cầu")) for n in range(2)]
    articles += [new_article(f"tin-{n}", n, topics=("Tin",)) for n in range(100)]
    index, _ = indexed(articles)
    assert likest(index, "Lũ") == ["Đê", "Cầu", "Tin"]
    assert likest(index, "Cầu") == ["Lũ"]


def test_one_article_in_common_may_be_chance(indexed: Indexed, new_article: NewArticle) -> None:
    index, _ = indexed([new_article("a", topics=("Lũ", "Đê")), new_article("b", topics=("Lũ",))])
    assert likest(index, "Lũ") == []


def test_equals_stand_in_dictionary_order_and_a_list_ends(indexed: Indexed, new_article: NewArticle) -> None:
    names = [f"Xã {letter}" for letter in "AĂÂBCDĐEÊG"]
    articles = [new_article(f"bai-{n}", n, topics=("Lũ", *names)) for n in range(3)]
    index, _ = indexed(articles)
    assert likest(index, "Lũ") == names[:MOST]


def test_an_article_on_everything_says_nothing(indexed: Indexed, new_article: NewArticle) -> None:
    names = tuple(f"Xã {n}" for n in range(30))
    index, _ = indexed([new_article(f"bai-{n}", n, topics=names) for n in range(3)])
    assert likest(index, "Xã 1") == []


def test_a_topics_own_kin_are_no_news_to_its_readers(
    indexed: Indexed, new_article: NewArticle, new_profile: Callable[..., Profile]
) -> None:
    place = Place("x")
    profiles = [
        new_profile("topic", "lu", "Lũ", parent=Reference("Thiên tai", place)),
        new_profile("topic", "quet", "Lũ quét", parent=Reference("Lũ", place)),
    ]
    articles = [new_article(f"bai-{n}", n, topics=("Thiên tai", "Lũ", "Lũ quét", "Đê")) for n in range(3)]
    index, _ = indexed(articles, profiles=profiles)
    assert likest(index, "Lũ") == ["Đê"]
    assert likest(index, "Lũ quét") == ["Đê"]
    assert likest(index, "Thiên tai") == ["Đê", "Lũ quét"]


def paper(new_article: NewArticle, count: int) -> dict[str, list[Article]]:
    """Some topics have hundreds of articles and most have few, and some go together."""
    chance = random.Random(7)
    found: dict[str, list[Article]] = {f"chủ đề {n}": [] for n in range(2_000)}
    keys = list(found)
    for number in range(count):
        article = new_article(f"bai-{number}", count - number)
        first = int(2_000 * chance.random() ** 2)
        for place in {first, (first + chance.randrange(1, 6)) % 2_000, int(2_000 * chance.random() ** 2)}:
            found[keys[place]].append(article)
    return found


def test_ten_thousand_articles_on_two_thousand_topics_take_no_time(new_article: NewArticle) -> None:
    articles = paper(new_article, 10_000)
    spent = []
    for _ in range(3):
        start = time.process_time()
        alike(articles, {})
        spent.append(time.process_time() - start)
    assert min(spent) < 0.1


def test_one_article_more_changes_hardly_any_list_but_those_of_its_own_topics(new_article: NewArticle) -> None:
    articles = paper(new_article, 10_000)
    before = alike(articles, {})
    chance = random.Random(11)
    changed = []
    for number in range(20):
        keys = chance.sample(list(articles)[:1_000], 3)
        new = new_article(f"moi-{number}", 0)
        after = alike(articles | {key: [new, *articles[key]] for key in keys}, {})
        changed.append(sum(before.get(key) != after.get(key) for key in articles if key not in keys))
    assert sum(changed) / len(changed) < 3
