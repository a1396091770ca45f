"""What front matter, file names and folders make of an article, a standing page or an _index.md."""

from datetime import datetime
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hatinh_news.model.address import site_link
from hatinh_news.model.article import Alias, Article, Asset, Content, Link, Photo, Profile, Reference
from hatinh_news.model.config import PAPER_ZONE, Config, SectionSettings
from hatinh_news.model.fault import Fault, Place
from hatinh_news.read import front_matter
from hatinh_news.read.article import Rules, read_file
from hatinh_news.read.library import Library
from hatinh_news.read.load import declared_sections, load
from hatinh_news.read.spot import spot
from newsroom import lay_out

JPEG = bytes.fromhex("ffd8ffc0001108 01e0 0280 03011100021100031100ffd9")
PLAIN = Config("Báo")
SECTIONS = (SectionSettings("Thời sự"), SectionSettings("Kinh tế", "kinh-doanh"))


def at(*moment: int) -> datetime:
    return datetime(*moment, tzinfo=PAPER_ZONE)  # type: ignore[misc, arg-type]


def read(text: str, path: str = "thoi-su/bai.md", config: Config = PLAIN) -> tuple[object, list[Fault]]:
    return read_file(path, text.encode(), Rules(config, Library(config.base_url), declared_sections(config)))


def article(front: str, path: str = "thoi-su/bai.md", config: Config = PLAIN) -> Article:
    made, faults = read(f"---\n{front}\n---\nThân bài.\n", path, config)
    assert [fault.code for fault in faults] == []
    assert isinstance(made, Article)
    return made


def everything(site: str, folder: Path, config: Config = PLAIN) -> Content:
    content, faults = load(lay_out(site, folder), config, {})
    assert faults == []
    return content


def test_title_and_date_are_enough() -> None:
    made = article("title: Lúa chín\ndate: 2025-02-28 15:30")
    assert (made.title, made.published, made.url) == ("Lúa chín", at(2025, 2, 28, 15, 30), "/2025/02/bai/")
    assert (made.section, made.slug, made.draft, made.expires) == ("Tin tức", "bai", False, None)


FULL = """
headline: "Hà Tĩnh: &ldquo;lúa&rdquo;  chín"
published: 28/02/2025
publishDate: 2025-03-01T06:00:00+07:00
expiryDate: 2025-04-01
lastmod: 2025-03-02
status: draft
slug: lua-chin
redirect_from: [/cu/bai, /cu/bai.html]
category: Kinh tế
tags: [Lúa, Hạn, Lúa]
series: Đồng hạn
byline: Lê An
sapo: >
  Dẫn
  dài.
kicker: Phóng sự
dateline: Sông La
link_title: Lúa
featured: yes
related: ../a.md
related_exclude: [b, c]
corrections:
  - {date: 2025-03-05, text: Sai số hộ.}
template: dai
lang: vi
extra: {nhiet_do: 37, co: true, le: 0.5, ten: "001", ds: [a, ~], so: 001}
"""


def test_every_key_has_its_effect() -> None:
    made = article(FULL)
    assert made.title == "Hà Tĩnh: “lúa” chín"
    assert (made.published, made.live_from) == (at(2025, 2, 28), at(2025, 3, 1, 6))
    assert (made.expires, made.updated) == (at(2025, 4, 1), at(2025, 3, 2))
    assert made.draft
    assert made.url == "/2025/02/lua-chin/"
    assert made.aliases == (
        Alias("/cu/bai/", Place("content/thoi-su/bai.md", 10, 17)),
        Alias("/cu/bai.html", Place("content/thoi-su/bai.md", 10, 26)),
    )
    assert (made.section, made.topics, made.series, made.authors) == ("Kinh tế", ("Lúa", "Hạn"), "Đồng hạn", ("Lê An",))
    assert (made.sapo, made.kicker, made.dateline, made.link_title) == ("Dẫn dài.", "Phóng sự", "Sông La", "Lúa")
    assert made.featured
    assert [each.target for each in made.related + made.related_exclude] == ["../a.md", "b", "c"]
    assert [(each.date, each.text) for each in made.corrections] == [(at(2025, 3, 5), "Sai số hộ.")]
    assert (made.template, made.lang) == ("dai.html", "vi")
    assert made.extra == {"nhiet_do": 37, "co": True, "le": 0.5, "ten": "001", "ds": ["a", None], "so": "001"}


def test_every_synonym_reads_as_its_key() -> None:
    sample = {"title": "Bài", "date": "2025-02-28", "updated": "2025-03-01", "expiry_date": "2025-04-01"}
    sample |= {"series": "Loạt", "part": "3"}
    for field in front_matter.ARTICLE_FIELDS:
        for synonym in field.synonyms:
            value = sample.get(field.key, "2025-03-01" if "date" in field.key else "/x/")
            fronts = []
            for key in (field.key, synonym):
                rest = {name: text for name, text in sample.items() if name != field.key}
                fronts.append("\n".join(f"{name}: {text}" for name, text in {key: value, **rest}.items()))
            assert _without_places(article(fronts[0])) == _without_places(article(fronts[1])), synonym


def _without_places(made: Article) -> tuple[object, ...]:
    names = [name for name in Article.__dataclass_fields__ if name not in {"aliases", "related"}]
    return (*(getattr(made, name) for name in names), [alias.url for alias in made.aliases])


@pytest.mark.parametrize("front", ["draft: true", "draft: có", "status: draft", "published: false", "published: no"])
def test_three_ways_to_say_draft(front: str) -> None:
    assert article(f"title: Bài\ndate: 2025-02-28\n{front}").draft


@pytest.mark.parametrize("front", ["draft: false", "status: published", "published: true", "published: 2025-03-01"])
def test_and_ways_not_to(front: str) -> None:
    assert not article(f"title: Bài\ndate: 2025-02-28\n{front}").draft


@pytest.mark.parametrize(
    ("path", "url"),
    [
        ("2025-03-01-ten-bai.md", "/2025/03/ten-bai/"),
        ("kinh-te/2025-03-01-ten-bai.md", "/2025/03/ten-bai/"),
        ("kinh-te/2025-03-01-ten-bai/index.md", "/2025/03/ten-bai/"),
        ("2025-03-01 Tên bài.md", "/2025/03/ten-bai/"),
        ("2025-03-01_Tên.Bài.markdown", "/2025/03/ten-bai/"),
        ("kinh-te/2025-03-01-Bai_A.1.MD", "/2025/03/Bai_A.1/"),
    ],
)
def test_file_names_give_date_and_slug(path: str, url: str) -> None:
    made = article("title: Bài", path)
    assert (made.url, made.published) == (url, at(2025, 3, 1))


def test_a_date_of_its_own_wins_over_the_file_name() -> None:
    assert article("title: Bài\ndate: 2025-04-02 08:00", "2025-03-01-a.md").published == at(2025, 4, 2, 8)


def test_the_moment_of_publication_is_a_date_where_there_is_no_other() -> None:
    made = article("title: Bài\npublish_date: 2025-04-02 08:00")
    assert made.published == made.live_from == at(2025, 4, 2, 8)


@pytest.mark.parametrize(
    ("pattern", "url"),
    [
        ("/:section/:year/:month/:day/:slug/", "/kinh-doanh/2025/02/08/bai/"),
        ("/bai/:slug/", "/bai/bai/"),
        ("/:path/", "/kinh-te/Tin-2025/bai/"),
    ],
)
def test_permalinks_of_the_site(pattern: str, url: str) -> None:
    config = Config("Báo", permalink=pattern, sections=SECTIONS)
    site = Rules(config, Library(config.base_url), {"thoi-su": "Thời sự", "kinh-doanh": "Kinh tế"})
    text = "---\ntitle: Bài\ndate: 2025-02-08\nsection: kinh tế\n---\n"
    made, _ = read_file("kinh-te/Tin-2025/bai.md", text.encode(), site)
    assert isinstance(made, Article)
    assert made.url == url


def test_the_folder_names_the_section_when_the_article_does_not(tmp_path: Path) -> None:
    site = """
-- content/kinh-doanh/a.md --
---
title: A
date: 2025-02-28
---
-- content/xa-hoi/_index.md --
---
title: Xã hội
---
-- content/xa-hoi/2025/b.md --
---
title: B
date: 2025-02-28
---
-- content/khac/c.md --
---
title: C
date: 2025-02-28
---
-- content/xa-hoi/d.md --
---
title: D
date: 2025-02-28
section: Kinh tế
---
"""
    content = everything(site, tmp_path, Config("Báo", sections=SECTIONS))
    found = {made.title: made.section for made in content.articles}
    assert found == {"A": "Kinh tế", "B": "Xã hội", "C": "Thời sự", "D": "Kinh tế"}


def test_without_settings_the_default_section_is_the_first_with_a_page_of_its_own(tmp_path: Path) -> None:
    site = "".join(
        f"-- content/{slug}/_index.md --\n---\ntitle: {name}\n---\n"
        for slug, name in (("xa-hoi", "Xã hội"), ("doi-song", "Đời sống"), ("kinh-te", "Kinh tế"))
    )
    content = everything(f"{site}-- content/a.md --\n---\ntitle: A\ndate: 2025-02-28\n---\n", tmp_path)
    assert content.articles[0].section == "Đời sống"


def test_the_site_can_name_its_default_section() -> None:
    config = Config("Báo", sections=SECTIONS, default_section="Kinh tế")
    assert article("title: Bài\ndate: 2025-02-28", "a.md", config).section == "Kinh tế"


def test_an_image_beside_the_article_goes_along(tmp_path: Path) -> None:
    site = lay_out(
        "-- content/thoi-su/bai/index.md --\n---\ntitle: Bài\ndate: 2025-02-28\nimage: anh 1.jpg\nimage_alt: Ruộng\n"
        "image_caption: Lúa chín\nimage_credit: 'Ảnh: An'\n---\n![hai](anh%201.jpg)\n",
        tmp_path,
    )
    (site / "content/thoi-su/bai/anh 1.jpg").write_bytes(JPEG)
    made = load(site, Config("Báo"), {})[0].articles[0]
    assert made.photo == Photo("/2025/02/bai/anh 1.jpg", "Ruộng", "Lúa chín", "Ảnh: An", 640, 480)
    assert made.body.assets == (Asset("content/thoi-su/bai/anh 1.jpg", "/2025/02/bai/anh 1.jpg"),)
    assert 'src="site:/2025/02/bai/anh%201.jpg"' in made.body.html


def test_standing_pages_need_no_date(tmp_path: Path) -> None:
    site = "-- content/trang/Giới thiệu.md --\n---\ntitle: Giới thiệu\nupdated: 2025-01-01\n---\nChúng tôi.\n"
    page = everything(site, tmp_path).pages[0]
    assert (page.url, page.title, page.updated) == ("/gioi-thieu/", "Giới thiệu", at(2025, 1, 1))


@pytest.mark.parametrize(
    ("path", "kind", "slug"),
    [
        ("_index.md", "home", ""),
        ("thoi-su/_index.md", "section", "thoi-su"),
        ("chu-de/lua/_index.md", "topic", "lua"),
        ("tac-gia/le-an/_index.md", "author", "le-an"),
        ("loat-bai/dong-han/_index.md", "series", "dong-han"),
    ],
)
def test_an_index_file_is_about_its_folder(tmp_path: Path, path: str, kind: str, slug: str) -> None:
    profile = everything(f"-- content/{path} --\n---\ntitle: Tên\nsapo: Dẫn\n---\nLời.\n", tmp_path).profiles[0]
    assert (profile.kind, profile.slug, profile.name, profile.description) == (kind, slug, "Tên", "Dẫn")


KEYS = st.sampled_from(sorted(front_matter.ARTICLE_KEYS))
VALUES = st.one_of(
    st.sampled_from(
        ["true", "2025-02-30", "2025-02-28", "[]", "{}", "[a, [b]]", "{a: b}", '"', "'", "&a x", "*a", "|", "~"]
    ),
    st.text(max_size=20),
)


@given(st.lists(st.tuples(KEYS, VALUES), max_size=6), st.text(max_size=40))
@settings(max_examples=100, deadline=None)
def test_no_front_matter_crashes_the_loader(pairs: list[tuple[str, str]], body: str) -> None:
    front = "\n".join(f"{key}: {value}" for key, value in [("title", "Bài"), ("date", "2025-02-28"), *pairs])
    made, faults = read(f"---\n{front}\n---\n{body}")
    assert (made is None) == any(fault.is_error for fault in faults)


@given(st.binary(max_size=200))
@settings(max_examples=100, deadline=None)
def test_no_bytes_crash_the_loader(raw: bytes) -> None:
    for text in (raw, b"---\n" + raw + b"\n---\n"):
        made, faults = read_file("bai.md", text, Rules(Config("Báo"), Library("https://bao.example")))
        assert made is None
        assert all(fault.message() and fault.hint() for fault in faults)
        assert faults


def test_a_file_name_with_signs_of_addresses_is_found_by_browsers(tmp_path: Path) -> None:
    name = "50% #1?.jpg"
    front = f"title: Bài\ndate: 2025-02-28\nimage: '{quote(name)}'"
    site = lay_out(f"-- content/bai/index.md --\n---\n{front}\n---\n![hai]({quote(name)})\n", tmp_path)
    (site / "content/bai" / name).write_bytes(JPEG)
    made = load(site, PLAIN, {})[0].articles[0]
    assert made.body.assets == (Asset(f"content/bai/{name}", f"/2025/02/bai/{name}"),)
    assert made.photo is not None
    assert site_link("https://bao.example", made.photo.url) == f"/2025/02/bai/{quote(name)}"
    assert f'src="site:/2025/02/bai/{quote(name)}"' in made.body.html


@pytest.mark.parametrize("path", ["thoi-su/!!!.md", "trang/!!!.md", "chu-de/!!!/_index.md"])
def test_a_name_without_letters_makes_no_address(path: str) -> None:
    made, faults = read("---\ntitle: a\n---\n", path)
    assert made is None
    assert "no-address" in {fault.code for fault in faults}


def test_empty_entries_of_a_list_are_left_out() -> None:
    assert article("title: a\ndate: 2025-02-28\ntopics: [a, ~, ]").topics == ("a",)


def profile(front: str, path: str) -> Profile:
    made, faults = read(f"---\n{front}\n---\n", path)
    assert faults == []
    assert isinstance(made, Profile)
    return made


def test_the_page_of_a_topic_says_where_it_belongs() -> None:
    path = "chu-de/lua/_index.md"
    found = profile("title: Lúa\nparent: Nông nghiệp\nmerged_into: Lúa gạo\ntimeline: có", path)
    assert found.parent == Reference("Nông nghiệp", Place(f"content/{path}", 3, 9))
    assert found.merged_into == Reference("Lúa gạo", Place(f"content/{path}", 4, 14))
    assert found.timeline


def test_the_page_of_an_author_says_how_they_are_reached() -> None:
    links = "links:\n  - {name: Trang, url: https://an.example/}\n  - title: Ảnh\n    url: http://anh.example"
    found = profile(f"title: Lê An\nrole: Phóng viên\nemail: an@x.vn\nphone: 0239 1\n{links}", "tac-gia/an/_index.md")
    assert (found.role, found.email, found.phone) == ("Phóng viên", "an@x.vn", "0239 1")
    assert found.links == (Link("Trang", "https://an.example/"), Link("Ảnh", "http://anh.example"))


@pytest.mark.parametrize("url", ["an.example", "/ve-toi/", "javascript:alert(1)", "mailto:an@x.vn", "https://", "//x"])
def test_a_link_elsewhere_is_a_whole_address(url: str) -> None:
    _, faults = read(f'---\ntitle: An\nlinks: [{{name: A, url: "{url}"}}]\n---\n', "tac-gia/an/_index.md")
    assert [fault.code for fault in faults] == ["bad-web-address"]


@pytest.mark.parametrize(
    ("path", "key"),
    [("chu-de/a/_index.md", "phone"), ("tac-gia/a/_index.md", "parent"), ("loat-bai/a/_index.md", "timeline")],
)
def test_each_sort_of_page_takes_its_own_keys_alone(path: str, key: str) -> None:
    _, faults = read(f"---\ntitle: A\n{key}: b\n---\n", path)
    assert [fault.code for fault in faults] == ["unknown-key"]


def test_a_part_has_its_number() -> None:
    assert article("title: A\ndate: 2025-01-01\nseries: Loạt\nseries_part: 4").part == 4


def test_a_name_is_found_where_front_matter_spells_it() -> None:
    raw = 'title: Lúa\ntags: [Lúa, "Hai  từ"]\nauthor: An\n'
    lines = ("---", *raw.splitlines(), "---", "Lúa")
    text = "\n".join(lines).encode()
    assert spot(text, "content/a.md", "Hai từ") == Place("content/a.md", 3, 13)
    assert spot(text, "content/a.md", "An") == Place("content/a.md", 4, 9)
    assert spot(text, "content/a.md", "Gạo") == Place("content/a.md")


@pytest.mark.parametrize("raw", [b"", b"\xff\xfe", b"---\ntopics: [A\n---\n", b"khong co gi"])
def test_in_a_file_that_cannot_be_read_any_more_a_name_has_the_whole_file(raw: bytes) -> None:
    assert spot(raw, "content/a.md", "A") == Place("content/a.md")
