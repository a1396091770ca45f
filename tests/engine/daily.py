"""A newspaper for tests of the engine: tests/sites/daily.txt, its pictures, and two dozen short news besides."""

import random
import struct
import zlib
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from hatinh_news.model.config import PAPER_ZONE
from newsroom import TESTS, lay_out

NOW: Final = datetime(2025, 6, 1, 12, 0, tzinfo=PAPER_ZONE)
FOLDERS: Final = ("thoi-su", "kinh-te", "van-hoa")
TOPICS: Final = ("Lũ lụt", "Lúa gạo", "Chợ", "Ví giặm", "Nha Trang", "Nhà Trắng", "Đò ngang")
AUTHORS: Final = ("Lê Thị Hạnh", "Trần Bình", "Đỗ Ân")
SYLLABLES: Final = ("an", "bến", "cầu", "chợ", "đê", "đò", "làng", "lúa", "mưa", "nắng", "núi", "rừng", "sông", "thôn")
SHORT_NEWS: Final = 24


def picture(width: int, height: int, shade: int = 128) -> bytes:
    """A grey PNG of this size."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + bytes([shade]) * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


FILES: Final = {
    "content/tac-gia/le-thi-hanh/chan-dung.png": picture(30, 40),
    "content/thoi-su/2025-01-20-sau-lu/bai-boi.png": picture(64, 36),
    "content/thoi-su/2025-01-20-sau-lu/cau-tam.png": picture(48, 32),
    "content/van-hoa/2025-03-01-hat-vi/ben-song.png": picture(80, 45),
    "content/van-hoa/2025-03-01-hat-vi/ban-ghi.pdf": b"%PDF-1.4\n%%EOF\n",
    "static/anh/bien-hieu.png": picture(20, 20),
}


def words(chance: random.Random, count: int) -> str:
    """A phrase of so many syllables, with a capital at its beginning."""
    return " ".join(chance.choices(SYLLABLES, k=count)).capitalize()


def news(title: str, date: datetime, chance: random.Random) -> str:
    """A short article, of one key a line, so that edits can find them."""
    topics = ", ".join(sorted(set(chance.choices(TOPICS, k=chance.randint(1, 2)))))
    lines = [
        "---",
        f"title: {title}",
        f"date: {date:%Y-%m-%d %H:%M}",
        f"topics: [{topics}]",
        f"authors: {chance.choice(AUTHORS)}",
        "---",
        f"{words(chance, 12)}.",
        "",
        f"{words(chance, 20)}.",
        "",
    ]
    return "\n".join(lines)


def lay_out_daily(site: Path, short_news: int = SHORT_NEWS, seed: int = 1) -> Path:
    """Writes the newspaper below `site`, and returns it; the same numbers give the same bytes."""
    lay_out((TESTS / "sites" / "daily.txt").read_text(encoding="utf-8"), site)
    for path, content in FILES.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(content)
    chance = random.Random(seed)
    for number in range(short_news):
        moment = NOW - timedelta(days=3 * number, hours=number)
        file = site / "content" / FOLDERS[number % 3] / f"{moment:%Y-%m-%d}-tin-{number}.md"
        file.write_text(news(words(chance, 6), moment, chance), encoding="utf-8")
    return site


def lay_out_briefs(site: Path, count: int, seed: int = 1) -> Path:
    """Writes a newspaper of `count` short news and no more below `site`, and returns it."""
    chance = random.Random(seed)
    content = site / "content"
    content.mkdir(parents=True)
    (content / "site.yaml").write_text(
        "title: Báo dài\nbase_url: https://bao.example\nsections: [Thời sự, Kinh tế, Văn hóa]\n"
        "images: {enabled: false}\n",
        encoding="utf-8",
    )
    for number in range(count):
        folder = content / FOLDERS[number % 3]
        folder.mkdir(exist_ok=True)
        text = news(words(chance, 8), NOW - timedelta(hours=2 * number), chance)
        (folder / f"tin-{number:05}.md").write_text(text, encoding="utf-8")
    return site
