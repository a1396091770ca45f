"""A made-up newspaper: the same seed gives the same articles, with the shape of real ones but none of their words."""

import random
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Final

SECTIONS: Final = ("Thời sự", "Kinh tế", "Xã hội", "Văn hóa", "Thể thao", "Pháp luật")
SYLLABLES: Final = (
    "an bình biển cảng cầu chợ chương công đất đê điện đồng đường gạo giao giáo gió hà hạ hải hàng hộ hồ họp huyện "
    "khách khóa kỳ làng lúa lũ mùa mưa năm nắng ngân người nhà nông núi nước phố quê rừng sản sông sở tàu thạch "
    "thành thị thôn thủy tiền tỉnh tổ trẻ trường vận vệ việc vụ vườn xã xây xuân ý"
).split(" ")
NEWEST: Final = datetime(2025, 2, 28, 17, 0, tzinfo=timezone(timedelta(hours=7)))

SETTINGS: Final = """title: Báo thử tốc độ
base_url: https://bao.example
sections: [{sections}]
"""
ARTICLE: Final = """---
title: {title}
description: {sapo}
date: {date}
section: {section}
topics: [{topics}]
authors: [{author}]
---
{body}
"""


def words(chance: random.Random, low: int, high: int) -> str:
    """A phrase of so many syllables, with a capital at its beginning."""
    return " ".join(chance.choices(SYLLABLES, k=chance.randint(low, high))).capitalize()


def article(chance: random.Random, number: int) -> str:
    """An article of about 4 KB, an hour older than the one before it."""
    paragraphs = [
        ". ".join(words(chance, 8, 30) for _ in range(chance.randint(2, 5))) + "." for _ in range(chance.randint(6, 12))
    ]
    paragraphs.insert(len(paragraphs) // 2, f"## {words(chance, 4, 8)}")
    return ARTICLE.format(
        title=words(chance, 8, 16),
        sapo=words(chance, 20, 40) + ".",
        date=(NEWEST - timedelta(hours=number)).isoformat(),
        section=chance.choice(SECTIONS),
        topics=", ".join(sorted({f"Chủ đề {chance.randint(1, 60)}" for _ in range(chance.randint(1, 4))})),
        author=f"Nguyễn Văn {chance.choice(SYLLABLES).capitalize()}",
        body="\n\n".join(paragraphs),
    )


def write_corpus(folder: Path, count: int, seed: int = 1) -> None:
    """Writes a site of `count` articles below `folder`."""
    chance = random.Random(seed)
    content = folder / "content"
    content.mkdir(parents=True)
    (content / "site.yaml").write_text(SETTINGS.format(sections=", ".join(SECTIONS)), encoding="utf-8")
    for number in range(count):
        (content / f"bai-{number:06}.md").write_text(article(chance, number), encoding="utf-8")
