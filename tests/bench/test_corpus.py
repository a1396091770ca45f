import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from corpus import SECTIONS, articles, latin, write_corpus

import hatinh_news.cli as program

COUNT = 400


@cache
def heads(count: int) -> list[dict[str, Any]]:
    return [yaml.safe_load(text.split("\n---\n")[0].removeprefix("---\n")) for _, text in articles(count)]


def test_the_same_seed_gives_the_same_articles() -> None:
    assert list(articles(30, 5)) == list(articles(30, 5))


def test_another_seed_gives_others() -> None:
    assert list(articles(30, 5)) != list(articles(30, 6))


def test_articles_are_made_one_by_one() -> None:
    name, text = next(articles(1_000_000))
    assert re.fullmatch(r"2025/02/[a-z0-9-]+-0\.md", name)
    assert text.startswith("---\ntitle: ")


def test_articles_are_as_long_as_real_ones() -> None:
    lengths = sorted(len(text.encode()) for _, text in articles(COUNT))
    assert 3_000 < lengths[COUNT // 2] < 5_000
    assert lengths[COUNT // 10] * 1.5 < lengths[COUNT * 9 // 10]


def test_articles_have_photos_headings_quotations_lists_links_and_emphasis() -> None:
    texts = "".join(text for _, text in articles(COUNT))
    for sign in (r'^!\[.+\]\(/images/.+ "', r"^## ", r"^> “", r"^- ", r"\]\(/", r"\]\(https://", r"\*\*", r" \| Ảnh: "):
        assert re.search(sign, texts, re.MULTILINE), sign


def test_they_are_the_newest_first_over_ten_years() -> None:
    dates = [str(head["date"]) for head in heads(COUNT)]
    assert dates == sorted(dates, reverse=True)
    assert (dates[0][:4], dates[-1][:4]) == ("2025", "2015")


def test_a_few_topics_are_frequent_and_most_are_rare() -> None:
    found = Counter(topic for head in heads(2_000) for topic in head["topics"])
    often = [count for _, count in found.most_common()]
    assert 700 < len(often) <= 894
    assert often[0] > 5 * often[len(often) // 2]


def test_all_sections_have_articles_and_sixty_people_write_them() -> None:
    found = heads(2_000)
    assert {head["section"] for head in found} == set(SECTIONS)
    assert len({json.dumps(head["authors"]) for head in found}) == 60


def test_no_two_topics_have_one_address_and_none_has_that_of_a_section() -> None:
    topics = {topic for head in heads(2_000) for topic in head["topics"]}
    addresses = [latin(topic) for topic in topics]
    assert len(set(addresses)) == len(addresses)
    assert not set(addresses) & set(map(latin, SECTIONS))


def test_latin_letters_have_no_marks() -> None:
    assert latin("Đường “Ấp Bắc”, số 7") == "duong-ap-bac-so-7"


def test_the_program_builds_a_made_up_newspaper_without_any_fault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_corpus(tmp_path, 12)
    (tmp_path / "content" / "site.yaml").write_text("title: Báo thử\nbase_url: https://thu.example\n")
    command = ["build", str(tmp_path), "--now", "2025-03-01", "--workers", "1", "--strict", "--json"]
    assert program.main(command) == 0, capsys.readouterr().out
