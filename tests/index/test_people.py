from collections.abc import Callable

from hatinh_news.model.article import Article, Link, Profile
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


def test_an_authors_own_page_comes_before_site_yaml(
    indexed: Callable[..., tuple[Index, list[Fault]]], new_profile: Callable[..., Profile]
) -> None:
    link = Link("Trang riêng", "https://an.example/")
    config = Config("Báo", authors=(AuthorSettings("Lê An", "", "Phóng viên", "an@x.vn", "0239 1", (link,)),))
    own = new_profile("author", "le-an", "Lê An", role="Trưởng ban", phone="0239 2")
    (author,) = indexed((), config, profiles=[own])[0].authors
    assert (author.role, author.email, author.phone, author.links) == ("Trưởng ban", "an@x.vn", "0239 2", (link,))


def test_given_names_stand_in_the_order_of_dictionaries_and_namesakes_by_their_whole_names(
    indexed: Callable[..., tuple[Index, list[Fault]]], new_article: Callable[..., Article]
) -> None:
    names = ("Vũ An", "Bùi Đức Anh", "Lê Ánh", "Đỗ Ân", "Phan Thị Dung", "Trần Đông", "Hà Hoà", "Lê Thị Hòa", "Mai Ý")
    found, _ = indexed([new_article("a", authors=names[::-1])])
    assert [one.name for one in found.authors] == list(names)
