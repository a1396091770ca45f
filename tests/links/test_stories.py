"""What an editor changes on a newspaper that is public, and what becomes of the old addresses."""

from datetime import timedelta
from pathlib import Path

import pytest

from hatinh_news.model.fault import Fault
from links.paper import NOW, Paper


@pytest.fixture
def paper(tmp_path: Path) -> Paper:
    """Five stories that were public, and recorded."""
    paper = Paper(tmp_path / "site")
    for number, token in enumerate(("mot", "hai", "ba", "bon", "nam")):
        paper.add(token, 10 + number)
    paper.record()
    return paper


def codes(faults: tuple[Fault, ...]) -> list[tuple[str, str]]:
    return [(fault.code, dict(fault.values).get("url", "")) for fault in faults]


def test_a_newspaper_that_nobody_changed_has_nothing_moved_and_nothing_to_tell(paper: Paper) -> None:
    report = paper.build()
    assert (report.faults, report.notes, paper.answers()) == ((), (), {})
    assert not list((paper.site / "public").glob("_redirects"))


def test_another_slug(paper: Paper) -> None:
    paper.edit("mot", slug="ten-moi")
    assert paper.answers() == {"/thoi-su/chuyen-cua-mot/": ("moved", "/thoi-su/ten-moi/")}
    report = paper.build()
    assert report.faults == ()
    stub = (paper.site / "public/thoi-su/chuyen-cua-mot/index.html").read_text(encoding="utf-8")
    assert 'content="0; url=/thoi-su/ten-moi/"' in stub
    assert (paper.site / "public/_redirects").read_text() == "/thoi-su/chuyen-cua-mot/ /thoi-su/ten-moi/ 301\n"


def test_another_file_name_is_the_same_article(paper: Paper) -> None:
    paper.edit("mot", file="2025/ten-khac.md")
    assert paper.answers() == {"/thoi-su/chuyen-cua-mot/": ("moved", "/thoi-su/ten-khac/")}
    assert paper.build().faults == ()


def test_another_file_name_with_another_date_or_another_title_is_still_the_same_article(paper: Paper) -> None:
    paper.edit("mot", file="a.md", date=NOW - timedelta(days=40))
    paper.edit("hai", file="b.md", title="Chuyện kể lại từ đầu")
    assert paper.answers() == {
        "/thoi-su/chuyen-cua-mot/": ("moved", "/thoi-su/a/"),
        "/thoi-su/chuyen-cua-hai/": ("moved", "/thoi-su/b/"),
    }


def test_another_file_with_another_date_and_another_title_is_another_article(paper: Paper) -> None:
    paper.edit("mot", file="a.md", date=NOW - timedelta(days=3), title="Một chuyện khác hẳn")
    assert paper.answers() == {"/thoi-su/chuyen-cua-mot/": ("lost", "")}
    assert codes(paper.build().faults) == [("lost-address", "/thoi-su/chuyen-cua-mot/")]


def test_yesterdays_weather_is_not_todays(tmp_path: Path) -> None:
    """The same title every day, and the same words at the beginning: the day and the text tell them apart."""
    paper = Paper(tmp_path / "site", permalink="/:year/:month/:day/:slug/")
    paper.add("hom-qua", 2, title="Thời tiết hôm nay", file="2025-05-30-thoi-tiet.md", text="Nắng.")
    paper.record()
    paper.drop("hom-qua")
    paper.add("hom-nay", 1, title="Thời tiết hôm nay", file="2025-05-31-thoi-tiet.md", text="Mưa từ chiều.")
    assert paper.answers() == {"/2025/05/30/thoi-tiet/": ("lost", "")}


def test_two_lost_articles_that_are_alike_are_not_taken_for_one(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "site")
    paper.add("x", 5, title="Tin vắn", file="a.md")
    paper.add("x", 5, title="Tin vắn", file="b.md")
    paper.record()
    paper.drop("x")
    paper.add("x", 5, title="Tin vắn", file="c.md")
    assert {url: state for url, (state, _) in paper.answers().items()} == {
        "/thoi-su/a/": "lost",
        "/thoi-su/b/": "lost",
    }


def test_two_articles_that_exchange_their_files(paper: Paper) -> None:
    """Each keeps its own address, by its slug; then the slugs go, and each is where its new file says."""
    paper.edit("mot", file="hai.md", slug="chuyen-cua-mot")
    paper.edit("hai", file="mot.md", slug="chuyen-cua-hai")
    paper.edit("ba", file="chuyen-cua-mot.md", slug="thu-ba")
    assert paper.answers() == {"/thoi-su/chuyen-cua-ba/": ("moved", "/thoi-su/thu-ba/")}


def test_a_deleted_article_is_a_fault_until_somebody_says_that_it_is_gone(paper: Paper) -> None:
    paper.drop("mot")
    report = paper.build()
    (fault,) = report.faults
    line = (paper.site / "addresses.txt").read_text(encoding="utf-8").splitlines()[fault.place.line - 1]
    assert (fault.place.path, line.split("\t")[0]) == ("addresses.txt", "/thoi-su/chuyen-cua-mot/")
    assert "urls --gone /thoi-su/chuyen-cua-mot/" in fault.hint()
    paper.record(gone=["https://bao.example/thoi-su/chuyen-cua-mot"])
    assert paper.answers() == {"/thoi-su/chuyen-cua-mot/": ("gone", "")}
    assert paper.build().faults == ()


def test_an_article_that_comes_back_answers_again(paper: Paper) -> None:
    one = paper.stories[0]
    paper.drop("mot")
    paper.record(gone=["/thoi-su/chuyen-cua-mot/"])
    paper.stories.append(one)
    assert paper.answers() == {}
    assert "\tgone\t" in (paper.site / "addresses.txt").read_text(encoding="utf-8")
    paper.record()
    assert "\tgone\t" not in (paper.site / "addresses.txt").read_text(encoding="utf-8")


def test_a_retracted_article_answers_with_its_notice(paper: Paper) -> None:
    paper.edit("mot", keys="retracted: Bài sai sự thật.")
    assert paper.answers() == {}


def test_an_expired_article_is_gone_by_the_clock_and_no_fault(paper: Paper) -> None:
    paper.edit("mot", keys="expiry_date: 2025-05-31")
    assert paper.answers() == {"/thoi-su/chuyen-cua-mot/": ("gone", "")}
    assert paper.build().faults == ()


def test_what_becomes_a_draft_again_must_be_decided(paper: Paper) -> None:
    paper.edit("mot", keys="draft: true")
    assert codes(paper.build().faults) == [("lost-address", "/thoi-su/chuyen-cua-mot/")]
    paper.record(gone=["/thoi-su/chuyen-cua-mot/"])
    assert paper.build().faults == ()


def test_an_article_that_is_scheduled_anew_waits_and_no_file_names_it(paper: Paper) -> None:
    """So does a build of an earlier moment know nothing of what was recorded later."""
    paper.targets = "[nginx, apache]"
    paper.edit("mot", slug="ten-mat", topics=("Mật",), keys="publish_date: 2025-06-30")
    assert paper.answers() == {"/thoi-su/chuyen-cua-mot/": ("waits", "")}
    paper.record()
    assert paper.build().faults == ()
    assert not [file for file in (paper.site / "public").rglob("*") if file.is_file() and "cua-mot" in _text(file)]
    paper.now = NOW.replace(month=7)
    assert paper.build().faults == ()
    assert paper.answers() == {"/thoi-su/chuyen-cua-mot/": ("moved", "/thoi-su/ten-mat/")}
    paper.record()
    paper.now = NOW
    assert paper.build().faults == ()
    every = [_text(file) for file in (paper.site / "public").rglob("*") if file.is_file()]
    assert not [text for text in every if "cua-mot" in text or "ten-mat" in text or "chu-de/mat" in text]


def _text(file: Path) -> str:
    return file.read_bytes().decode("utf-8", "replace")


def test_an_article_with_a_fault_has_that_fault_and_no_other(paper: Paper) -> None:
    paper.edit("mot", keys="topicz: [x]\ntitle: Hai lần")
    assert {fault.place.path for fault in paper.build().faults} == {"content/chuyen-cua-mot.md"}


def test_an_alias_takes_the_place_of_a_lost_page(paper: Paper) -> None:
    paper.drop("mot")
    paper.edit("hai", keys="aliases: [/thoi-su/chuyen-cua-mot/]")
    assert paper.answers() == {"/thoi-su/chuyen-cua-mot/": ("moved", "/thoi-su/chuyen-cua-hai/")}
    paper.record()
    paper.edit("hai", keys="")
    assert paper.answers() == {"/thoi-su/chuyen-cua-mot/": ("moved", "/thoi-su/chuyen-cua-hai/")}


def test_many_moves_are_one_hop(paper: Paper) -> None:
    for name in ("b", "c", "d"):
        paper.edit("mot", slug=name)
        paper.record()
    assert paper.answers() == {f"/thoi-su/{name}/": ("moved", "/thoi-su/d/") for name in ("chuyen-cua-mot", "b", "c")}
    paper.edit("mot", slug="")
    assert paper.answers() == {f"/thoi-su/{name}/": ("moved", "/thoi-su/chuyen-cua-mot/") for name in ("b", "c", "d")}


def test_articles_that_exchange_their_slugs_are_told_of_and_not_redirected(paper: Paper) -> None:
    paper.edit("mot", slug="chuyen-cua-hai")
    paper.edit("hai", slug="chuyen-cua-mot")
    report = paper.build()
    assert report.faults == ()
    assert codes(report.notes) == [
        ("reused-address", "/thoi-su/chuyen-cua-hai/"),
        ("reused-address", "/thoi-su/chuyen-cua-mot/"),
    ]
    assert paper.answers() == {}
    paper.record()
    assert paper.build().notes == ()


def test_a_page_comes_before_the_redirect_of_an_article_that_stood_there(paper: Paper) -> None:
    paper.edit("mot", slug="noi-khac")
    paper.record()
    paper.add("sau", 1, slug="chuyen-cua-mot")
    assert paper.answers() == {}
    paper.record()
    paper.edit("sau", slug="chuyen-cua-sau")
    assert paper.answers() == {"/thoi-su/chuyen-cua-mot/": ("moved", "/thoi-su/chuyen-cua-sau/")}


def test_another_section_with_its_name_in_the_address(paper: Paper) -> None:
    paper.edit("mot", section="Kinh tế")
    assert paper.answers()["/thoi-su/chuyen-cua-mot/"] == ("moved", "/kinh-te/chuyen-cua-mot/")


def test_another_slug_of_a_section_takes_its_articles_pages_and_feeds_along(paper: Paper) -> None:
    paper.sections = {"Thời sự": "tin", "Kinh tế": "kinh-te"}
    answers = paper.answers()
    assert answers["/thoi-su/"] == ("moved", "/tin/")
    assert answers["/thoi-su/trang/1/"] == ("moved", "/tin/trang/1/")
    assert answers["/thoi-su/chuyen-cua-mot/"] == ("moved", "/tin/chuyen-cua-mot/")
    assert paper.build().faults == ()
    feed = (paper.site / "public/thoi-su/rss.xml").read_text(encoding="utf-8")
    assert 'href="https://bao.example/tin/rss.xml"' in feed


def test_another_name_of_a_section_topic_author_and_series_is_known_by_the_oldest_article(paper: Paper) -> None:
    for one in list(paper.stories):
        paper.edit(one.token, series="Chuyện làng")
    paper.record()
    paper.sections = {"Tin tức": "tin-tuc", "Kinh tế": "kinh-te"}
    for one in list(paper.stories):
        paper.edit(one.token, section="Tin tức", topics=("Ngập lụt",), author="Lê Thị Hạnh", series="Chuyện quê")
    answers = paper.answers()
    assert answers["/thoi-su/"] == ("moved", "/tin-tuc/")
    assert answers["/chu-de/lu-lut/"] == ("moved", "/chu-de/ngap-lut/")
    assert answers["/chu-de/lu-lut/trang/1/"] == ("moved", "/chu-de/ngap-lut/trang/1/")
    assert answers["/tac-gia/le-hanh/"] == ("moved", "/tac-gia/le-thi-hanh/")
    assert answers["/loat-bai/chuyen-lang/"] == ("moved", "/loat-bai/chuyen-que/")
    report = paper.build()
    assert report.faults == ()
    assert (paper.site / "public/chu-de/lu-lut/rss.xml").is_file()
    paper.record()
    assert paper.answers() == answers


def test_a_name_that_others_have_already_takes_no_addresses_over(paper: Paper) -> None:
    """Whether a topic became part of another is for an editor to say."""
    paper.add("sau", 2, topics=("Chợ",))
    paper.record()
    for one in list(paper.stories):
        paper.edit(one.token, topics=("Chợ",))
    assert paper.answers()["/chu-de/lu-lut/"] == ("lost", "")
    assert codes(paper.build().faults) == [("lost-address", "/chu-de/lu-lut/")]
    paper.merged = {"Lũ lụt": "Chợ"}
    assert paper.answers()["/chu-de/lu-lut/"] == ("moved", "/chu-de/cho/")
    assert paper.build().faults == ()


def test_another_slug_of_a_topic(paper: Paper) -> None:
    paper.topics = {"Lũ lụt": "mua-lu"}
    assert paper.answers() == {
        "/chu-de/lu-lut/": ("moved", "/chu-de/mua-lu/"),
        "/chu-de/lu-lut/trang/1/": ("moved", "/chu-de/mua-lu/trang/1/"),
    }


def test_a_list_that_has_become_shorter_leads_to_its_front(paper: Paper) -> None:
    """The last numbered page goes with two of its articles; nobody need decide anything."""
    for token in ("mot", "hai"):
        paper.drop(token)
    gone = ["/thoi-su/chuyen-cua-mot/", "/thoi-su/chuyen-cua-hai/"]
    paper.record(gone=gone)
    answers = paper.answers()
    assert answers["/chu-de/lu-lut/trang/1/"] == ("moved", "/chu-de/lu-lut/")
    assert answers["/luu-tru/2025/05/trang/1/"] == ("moved", "/luu-tru/")
    assert paper.build().faults == ()


def test_a_topic_whose_articles_are_all_hidden_by_the_clock_is_no_fault(paper: Paper) -> None:
    paper.add("sau", 2, topics=("Chợ",))
    paper.record()
    paper.edit("sau", keys="expiry_date: 2025-05-31")
    assert paper.answers()["/chu-de/cho/"] == ("gone", "")
    assert paper.build().faults == ()


def test_a_topic_that_is_gone_is_told_once_whatever_pages_it_had(paper: Paper) -> None:
    for one in list(paper.stories):
        paper.edit(one.token, topics=())
    assert codes(paper.build().faults) == [("lost-address", "/chu-de/lu-lut/")]
    paper.record(gone=["/chu-de/lu-lut/"])
    assert paper.build().faults == ()


def test_another_pattern_of_addresses_for_the_whole_newspaper(paper: Paper) -> None:
    paper.permalink = "/:year/:month/:slug/"
    assert paper.answers() == {
        f"/thoi-su/chuyen-cua-{token}/": ("moved", f"/2025/05/chuyen-cua-{token}/")
        for token in ("mot", "hai", "ba", "bon", "nam")
    }


def test_new_addresses_are_counted_in_one_note_where_there_is_a_ledger(paper: Paper, tmp_path: Path) -> None:
    paper.add("sau", 1, author="Trần Bình")
    (note,) = paper.build().notes  # the article, its author, and one page more of each list that it is in
    assert (note.code, note.values, note.is_note) == ("unrecorded-addresses", (("count", "5"),), True)
    paper.record()
    assert paper.build().notes == ()
    other = Paper(tmp_path / "other")
    other.add("mot")
    assert other.build().notes == ()


def test_a_build_that_follows_a_record_is_nothing_to_do(paper: Paper) -> None:
    paper.build()
    assert paper.build().rendered == 0
    report = paper.build()
    assert (report.rendered, report.written) == (0, 0)


def test_what_was_built_before_makes_no_difference(paper: Paper, tmp_path: Path) -> None:
    paper.build()
    paper.edit("mot", slug="ten-moi", section="Kinh tế")
    paper.edit("hai", file="khac.md")
    paper.build()
    paper.record()
    paper.build()
    clean = paper.clean(tmp_path / "clean")
    ours = paper.site / "public"
    assert {file.relative_to(clean): file.read_bytes() for file in clean.rglob("*") if file.is_file()} == {
        file.relative_to(ours): file.read_bytes() for file in ours.rglob("*") if file.is_file()
    }
