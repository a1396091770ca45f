from datetime import datetime
from itertools import islice
from pathlib import Path

import pytest
from corpus import articles
from material import HANOI, chosen, dated, lay_out, redated

ARTICLE = "---\ntitle: Một\ndate: {date}\ntopics: [Lúa]\n---\nLời.\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "given" / "content"
    for number in range(6):
        path = folder / "2025" / f"bai-{number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(ARTICLE.format(date=f"2025-01-0{number + 1}T08:00:00+07:00"), encoding="utf-8")
    for name in ("site.yaml", "_index.md", "trang/gioi-thieu.md"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("title: Không phải bài\n", encoding="utf-8")
    return folder


def test_only_articles_of_a_folder_are_taken(content: Path) -> None:
    assert [name for name, _ in chosen(content, 6)] == [f"2025/bai-{number}.md" for number in range(6)]


def test_of_many_articles_some_are_taken_spread_over_all(content: Path) -> None:
    assert [name for name, _ in chosen(content, 3)] == ["2025/bai-0.md", "2025/bai-2.md", "2025/bai-4.md"]


def test_few_articles_are_repeated_under_other_names(content: Path) -> None:
    names = [name for name, _ in chosen(content, 14)]
    assert len(set(names)) == 14
    assert names[5:7] == ["2025/bai-5.md", "2025/bai-0-2.md"]
    assert names[-1] == "2025/bai-1-3.md"


def test_a_folder_without_articles_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="has no articles"):
        list(chosen(tmp_path, 3))


def test_every_site_gets_the_same_files(content: Path, tmp_path: Path) -> None:
    sites = [tmp_path / "a", tmp_path / "b"]
    material = lay_out(chosen(content, 4), 4, sites)
    files = [{path.relative_to(site): path.read_bytes() for path in site.rglob("*.md")} for site in sites]
    assert files[0] == files[1]
    assert len(files[0]) == material.count == 4


def test_the_article_in_the_middle_is_the_one_to_edit_and_the_newest_date_is_known(
    content: Path, tmp_path: Path
) -> None:
    material = lay_out(chosen(content, 6), 6, [tmp_path / "a"])
    assert material.subject == "2025/bai-3.md"
    assert material.newest == datetime(2025, 1, 6, 8, tzinfo=HANOI)


def test_some_articles_of_all_ages_are_looked_at(tmp_path: Path) -> None:
    material = lay_out(articles(100), 100, [tmp_path])
    assert len(material.samples) == 50


def test_articles_without_topics_cannot_be_edited(tmp_path: Path) -> None:
    bare = [("a.md", "---\ntitle: Một\ndate: 2025-01-01\n---\n")]
    with pytest.raises(ValueError, match="no article with topics"):
        lay_out(bare, 1, [tmp_path])


@pytest.mark.parametrize("date", ["2025-01-02T08:00:00+07:00", '"2025-01-02 08:00"', "2025-01-02T01:00Z"])
def test_dates_are_read_in_any_form(date: str) -> None:
    assert dated(ARTICLE.format(date=date)) == datetime(2025, 1, 2, 8, tzinfo=HANOI)


def test_another_date_takes_the_place_of_the_old_one() -> None:
    _, text = next(islice(articles(3), 1, 2))
    moment = datetime(2030, 5, 6, 7, 8, tzinfo=HANOI)
    assert dated(redated(text, moment)) == moment
    assert redated(text, moment).split("\n---\n")[1] == text.split("\n---\n")[1]


def test_an_article_without_a_date_is_refused() -> None:
    with pytest.raises(ValueError, match="without a date"):
        dated("---\ntitle: Một\n---\ndate: 2025-01-01\n")
