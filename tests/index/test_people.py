from collections.abc import Callable

from hatinh_news.model.article import Article, Profile
from hatinh_news.model.config import AuthorSettings, Config
from hatinh_news.model.fault import Fault
from hatinh_news.model.site import Index


def test_authors_stand_by_given_name(
    indexed: Callable[..., tuple[Index, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    names = ("Trần Văn Bình", "Lê An", "Nguyễn Thị Ánh", "Phạm Đức")
    found, _ = indexed([new_article("a", authors=names)])
    assert [one.name for one in found.authors] == ["Lê An", "Nguyễn Thị Ánh", "Trần Văn Bình", "Phạm Đức"]


def test_site_yaml_gives_role_mail_and_address(
    indexed: Callable[..., tuple[Index, list[Fault]]],
    new_article: Callable[..., Article],
    new_profile: Callable[..., Profile],
) -> None:
    config = Config("Báo", authors=(AuthorSettings("Lê An", "an", "Phóng viên", "an@x.vn"),))
    own = new_profile("author", "an", "Lê An")
    found, faults = indexed([new_article("a", authors=("LÊ AN",))], config, profiles=[own])
    (author,) = found.authors
    assert (author.url, author.role, author.email, author.profile) == ("/tac-gia/an/", "Phóng viên", "an@x.vn", own)
    assert len(author.articles) == 1
    assert not faults
