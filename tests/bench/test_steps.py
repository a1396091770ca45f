"""The steps, run with a stand-in for a tool: one that copies Markdown into pages."""

import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from alike import UnlikeError, compare, lacks
from corpus import articles
from material import Material, lay_out
from run import in_turn, once, size
from steps import STEPS, StaleError

from pictures import write_pictures
from sites import HUGO, OURS, Site, our_site

COUNT = 200
BUILD = """
import json, sys
from pathlib import Path
site = Path(sys.argv[1])
template = (site / "templates" / "article.html").read_text()
lists = ""
for path in sorted(site.glob("content/**/*.md")):
    text = path.read_text()
    lists += text.split("\\n---\\n")[0]
    page = site / "public" / path.relative_to(site / "content").with_suffix("") / "index.html"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(template + text)
for name in ("index.html", "chu-de/lua/index.html"):
    (site / "public" / name).parent.mkdir(parents=True, exist_ok=True)
    (site / "public" / name).write_text(lists)
print(json.dumps({"pages": {"rendered": 7}}))
"""


@pytest.fixture
def site(tmp_path: Path) -> Site:
    made = our_site(tmp_path / "ours")
    return replace(made, command=lambda _now: [sys.executable, "-c", BUILD, str(made.folder)])


@pytest.fixture
def material(site: Site) -> Material:
    return lay_out(articles(6), 6, [site.folder])


def test_each_step_changes_what_it_says_and_the_pages_show_it(site: Site, material: Material) -> None:
    for step in STEPS:
        for turn in (1, 2):
            once(site, material, step, turn)
    content = site.folder / "content"
    subject = (content / material.subject).read_text(encoding="utf-8")
    assert 'title: "banthutitle2 ' in subject
    assert "banthutitle1" not in subject
    assert subject.endswith("Cập nhật banthubody1.\n\nCập nhật banthubody2.\n")
    assert len(list(content.rglob("banthunew?.md"))) == 2
    assert site.template.read_text(encoding="utf-8").count("data-bench") == 1


def test_a_cold_build_finds_nothing_of_earlier_ones(site: Site, material: Material) -> None:
    once(site, material, STEPS[0], 1)
    (site.folder / ".hatinh-news").mkdir()
    STEPS[0].change(site, material, "", 2)
    assert {path.name for path in site.folder.iterdir()} == {"content", "templates"}


@pytest.mark.parametrize("step", [step for step in STEPS if step.key not in {"cold", "no-op"}], ids=lambda one: one.key)
def test_pages_that_do_not_show_the_change_give_no_figures(site: Site, material: Material, step: object) -> None:
    once(site, material, STEPS[0], 1)
    stale = replace(site, command=lambda _now: [sys.executable, "-c", "print()"])
    with pytest.raises((StaleError, FileNotFoundError)):
        once(stale, material, step, 1)  # type: ignore[arg-type]


def test_tools_take_turns(site: Site, material: Material, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = replace(our_site(tmp_path / "hugo"), tool=HUGO)
    other = replace(other, command=lambda _now: [sys.executable, "-c", BUILD, str(other.folder)])
    lay_out(articles(6), 6, [other.folder])
    found = in_turn([site, other], material, STEPS[0], 2)
    assert [line.split()[2] for line in capsys.readouterr().err.splitlines()] == [OURS, HUGO] * 2
    assert found[OURS].rendered == 7, "as it says"
    assert found[HUGO].rendered == 8, "all that there are"


def test_a_site_that_lacks_a_part_ends_the_run(site: Site, material: Material) -> None:
    with pytest.raises(UnlikeError, match=r"hatinh-news has not: sitemap\.xml"):
        size([site], material, 1, frozenset())


def test_the_page_of_an_article_must_have_all_parts() -> None:
    article = "---\ntopics: [Lúa]\n---\n![a](b)\n\n![c](d)\n"
    related = "".join(f'<a href="/2025/01/bai-{number}/">' for number in range(7))
    page = (
        '<nav aria-label="Vị trí trang"><h1><time><a rel="tag">NewsArticle<meta property="og:title">'
        f"<figure><figure><section data-related>{related}"
    )
    assert lacks(page, article) == []
    assert lacks(page.replace("<figure><figure>", "<figure>"), article) == ["a figure for each photo"]
    assert lacks(page.replace("bai-6", "bai-5"), article) == ["seven related articles"]
    assert lacks(page.replace('rel="tag"', ""), article) == ["topics"]
    assert lacks(page.replace('rel="tag"', ""), article.replace("topics: [Lúa]\n", "")) == []


def test_this_program_s_own_site_is_whole(tmp_path: Path) -> None:
    made = our_site(tmp_path / "ours")
    write_pictures(made.folder / "static" / "images")
    whole = lay_out(articles(COUNT), COUNT, [made.folder])
    _, output = once(made, whole, STEPS[0], 1)
    compare(made, whole)
    assert json.loads(output)["articles"]["published"] == COUNT
