"""Whatever a title is, the article that is made of it is read back with that title, and without a fault."""

import tempfile
from datetime import datetime
from pathlib import Path
from unicodedata import normalize

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from hatinh_news.build import Request, build
from hatinh_news.build.recall import recall
from hatinh_news.desk import Draft, Known, Wish, compose, know, lay_down, settled
from hatinh_news.desk.yaml_text import written, written_list
from hatinh_news.read import yaml_tree
from hatinh_news.read.yaml_nodes import Mapping, Scalar, Sequence
from hatinh_news.text.clean import clean_line
from newsroom import NOW, lay_out

SITE = "-- content/site.yaml --\ntitle: Báo\nbase_url: https://bao.example\nsections: [Thời sự, Kinh tế]\n"
LONG = (
    "Nắng nóng kéo dài, nông dân các xã ven biển dậy từ ba giờ sáng để tưới rau: “Chậm một buổi là mất cả luống” " * 2
)
WORDS = ["Hà", "Tĩnh", "lũ", "8,05%", "COVID-19", ":", "#", "-", "“", "”", '"', "'", "&", "@", "!", "?", "…", "🌾", "ð"]

SENTENCES = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
TITLES = st.one_of(st.text(max_size=190), SENTENCES, SENTENCES.map(lambda text: normalize("NFD", text)))


@pytest.fixture(scope="module")
def known() -> Known:
    with tempfile.TemporaryDirectory() as folder:
        site = lay_out(SITE, Path(folder))
        return know(Request(site, site / "public", NOW))


def made(known: Known, title: str, topics: tuple[str, ...] = ()) -> Draft:
    wish, _ = settled(known, Wish(title, NOW, topics=topics, section="Kinh tế"))
    return compose(known, wish)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example('Ông nói: "được"')
@example("'Nháy' đầu dòng")
@example('"Nháy" đầu dòng')
@example("Giá lúa: #1")
@example("- gạch đầu dòng")
@example("---")
@example("null")
@example("có")
@example("2025-02-30")
@example("1.500.000")
@example("[Ảnh] Chợ quê")
@example("{a: b}")
@example("*sao* & &neo %phần trăm")
@example("!!python/object")
@example("C:\\thư mục")
@example("\\'\"")
@example("🌾🌾🌾")
@example("…")
@example("index")
@example("con")
@example("_index")
@example(normalize("NFD", "Bão số 5: “Đổ bộ” Kỳ Anh"))
@example("Ha\u0301 Ti\u0303nh, Ðức Thọ, Hа Тĩnh")
@example("Tom &amp;amp; Jerry &lt;b&gt;")
@example("a\x85b\u2028c\x0bd\ufffe\ud800")
@example(LONG[:190])
@given(title=TITLES)
def test_any_title_makes_an_article_that_says_it(known: Known, title: str) -> None:
    meant = clean_line(title)
    if not meant:
        return
    draft = made(known, title)
    assert draft.article.title == meant
    assert draft.article.published == NOW
    assert not draft.faults


@settings(max_examples=150, deadline=None)
@given(texts=st.lists(st.text(min_size=1, max_size=60).map(clean_line).filter(bool), max_size=6))
def test_what_is_written_is_read_as_it_was_meant(texts: list[str]) -> None:
    for text in texts:
        tree = yaml_tree.parse(f"title: {written(text)}", "x.md")
        assert isinstance(tree, Mapping)
        ((_, node),) = tree.pairs
        assert isinstance(node, Scalar)
        assert node.value == text
        assert yaml.safe_load(f"title: {written(text)}") == {"title": text}
    tree = yaml_tree.parse(f"topics:{written_list(texts)}", "x.md")
    assert isinstance(tree, Mapping)
    ((_, nodes),) = tree.pairs
    assert isinstance(nodes, Sequence)
    assert [node.value for node in nodes.nodes if isinstance(node, Scalar)] == texts


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Hà Tĩnh vào vụ gặt", "Hà Tĩnh vào vụ gặt"),
        ("Ông Ba, bà Bảy", "Ông Ba, bà Bảy"),
        ("Hết giờ!", "Hết giờ!"),
        ("Hà Tĩnh: vào vụ", '"Hà Tĩnh: vào vụ"'),
        ("Giá lúa #1", '"Giá lúa #1"'),
        ("C#", "C#"),
        ("“Được mùa”", "“Được mùa”"),
        ('"Được mùa"', "'\"Được mùa\"'"),
        ("Được 'mùa': vui", "\"Được 'mùa': vui\""),
        ("'Được' \"mùa\"", "'''Được'' \"mùa\"'"),
        ("2025", '"2025"'),
        ("yes", '"yes"'),
        ("null", '"null"'),
    ],
)
def test_quotation_marks_stand_where_yaml_needs_them(text: str, typed: str) -> None:
    assert written(text) == typed


def test_a_comma_needs_them_in_a_list_only() -> None:
    assert written("Ví, giặm") == "Ví, giặm"
    assert written_list(["Ví, giặm", "Lúa"]) == ' ["Ví, giặm", Lúa]'
    assert written_list([]) == " []"


def test_a_day_of_odd_titles_is_built_without_a_fault(tmp_path: Path) -> None:
    """Of the titles that are written down above, all at once."""
    site = lay_out(SITE, tmp_path)
    titles = ['Ông nói: "được"', "- gạch", "---", "null", "🌾", "[Ảnh] Chợ", "index", "con", LONG[:190], "Ð & &amp; đ"]
    for number, title in enumerate(titles):
        known = know(Request(site, site / "public", NOW))
        wish, _ = settled(known, Wish(title, NOW, date=f"2025-03-{number + 1:02}", draft=False))
        lay_down(site, compose(known, wish).files)
    report = build(Request(site, site / "public", datetime(2025, 4, 1, tzinfo=NOW.tzinfo), workers=1))
    assert report.faults == ()
    articles = recall(Request(site, site / "public", NOW)).content.articles
    assert [article.title for article in articles] == [clean_line(title) for title in titles]
