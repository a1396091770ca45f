"""A made-up newspaper: the same seed gives the same articles, with the shape of real ones but none of their words."""

import json
import math
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from functools import partial
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Final

import pictures

SECTIONS: Final = (
    "Thời sự", "Chính trị", "Kinh tế", "Xã hội", "Pháp luật", "Giáo dục",
    "Y tế", "Văn hóa", "Thể thao", "Du lịch", "Đời sống", "Thế giới",
)  # fmt: skip
SECTION_WEIGHTS: Final = (30, 12, 16, 16, 9, 7, 6, 6, 5, 4, 11, 20)
FAMILIES: Final = "Nguyễn Trần Lê Phạm Hoàng Phan Võ Đặng Bùi Đỗ Hồ Dương".split()
MIDDLES: Final = "Thị Văn Đức Thanh Minh Ngọc Hữu Xuân Quang Thu".split()
GIVEN: Final = "An Bình Châu Dũng Giang Hà Hải Hạnh Khánh Lan Linh Mai Nam Nga Phong Quân Sơn Thảo Trang Vinh".split()
SYLLABLES: Final = (
    "ai an anh ấm ẩm ba bao bàn bán bản báo bảo bay bài bãi bảy bé bên bến bếp bền biên biển biết bình bóng bò "
    "bơi bờ bộ bước bưởi bữa ca cam canh cao cá các cách cảng cảnh cây câu cầu chai chăm chân chè chị chiều chín "
    "chính cho chợ chủ chung chuyến chuyện chương chống con cô công cơm cơn cùng cũ cửa cựu da dài dạy dân dâu "
    "dệt diện dòng dừa dưới dự đá đạt đảo đau đám đảm đang đã đất đầm đập đầu đèn đêm đề đền đều đê đi điểm điện "
    "đình định đo đoàn đón đông đồi đồng độ đội động đời đợt đua đường đưa em gà gái gạo gia giao giá giải giảng "
    "giáo giếng giọng giống gió giờ giữa góp gốc gỗ hai hàng hành hát hạt hải hạn hè hẹn hiểm hiện hình hoa hòa "
    "hoạch học họ họp hồ hội hôm hộ hơn huyện hương hướng hữu ích kênh kết kế khách khai khăn khẩu khí khó khóa "
    "khoai khu khuyến kiểm kiến kinh kỳ là làm làng lạc lãi lắm lấy lâu lên lịch liên linh lòng lối lớp lớn lời "
    "lợi lúa luật lũ lụt lửa lương lượng mang mát máy mạ mẹ mét mía miền miếng mong môn mộc một mới mùa mưa mừng "
    "muối mười nam nay năm nắng nâng nếp ngàn ngày ngân nghe nghề nghiệp nghìn ngon ngọt ngô người nguồn ngư nhà "
    "nhân nhau nhiều nhịp nhỏ nhớ những nón nông nơi nước nương nữ ong ổn phà phát phân phí phong phòng phố phụ "
    "phương quả quan quanh quê quốc quy quyết ra rau rằng rét riêng rộng ruộng rừng sạch sản sau sáng sân sâu "
    "sinh sông sống sổ sở suối sức sửa ta tay tàu tại tàn tán tập tấn tế thả tham thanh thay thác tháng thăm "
    "thân thấp thầy thêm thi thiếu thôn thông thời thu thuế thuyền thủy thửa thước thường tiêm tiếng tiền tiết "
    "tìm tỉnh tính tin to toàn tôm tới tổ tốt tra trại trâu trám trạm trăm trẻ trên trồng trong trời trung "
    "truyền trước trường tuần tuổi tuyến từ từng tưới ủng vải vàng vào vay vạn văn vận vật vẽ về vệ vịt việc "
    "viên vốn vối vui vùng vụ vườn vượt xã xanh xây xe xuân xóm xuống xưa xưởng yên yêu ý"
).split()
NEWEST: Final = datetime(2025, 2, 28, 17, 0, tzinfo=timezone(timedelta(hours=7)))
SPAN: Final = timedelta(days=3650)
TITLE_SYLLABLES: Final = 10


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the articles of one newspaper are made of: phrases in small letters, and names with their frequencies."""

    phrases: tuple[str, ...]
    authors: tuple[str, ...]
    topics: tuple[str, ...]
    topic_weights: tuple[float, ...]


def latin(text: str) -> str:
    """Small Latin letters without marks, joined by hyphens."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "-".join(
        "".join(char if char.isascii() and char.isalnum() else " " * char.isascii() for char in plain).split()
    )


def upper_first(text: str) -> str:
    """The text with a capital at its beginning and the rest as it is."""
    return text[:1].upper() + text[1:]


def distinct(count: int, draw: Callable[[], str]) -> tuple[str, ...]:
    """So many names whose addresses differ."""
    found: dict[str, str] = {}
    while len(found) < count:
        name = draw()
        found.setdefault(latin(name), name)
    return tuple(found.values())


def vocabulary(chance: Random, count: int) -> Vocabulary:
    """Topics grow with the square root of the articles; a few are frequent and most are rare, as with real ones."""
    topics = max(20, round(20 * math.sqrt(count)))
    taken = frozenset(map(latin, SECTIONS))
    return Vocabulary(
        phrases=tuple(" ".join(chance.choices(SYLLABLES, k=chance.randint(2, 7))) for _ in range(4000)),
        authors=distinct(60, lambda: " ".join(map(chance.choice, (FAMILIES, MIDDLES, GIVEN)))),
        topics=tuple(
            name
            for name in distinct(
                topics + len(taken), lambda: " ".join(chance.choices(SYLLABLES, k=chance.randint(2, 3))).capitalize()
            )
            if latin(name) not in taken
        )[:topics],
        topic_weights=tuple(accumulate((rank + 30) ** -0.7 for rank in range(topics))),
    )


def sentence(words: Vocabulary, chance: Random) -> str:
    """Two to five phrases, some with a name or a quotation among them."""
    phrases = chance.choices(words.phrases, k=chance.randint(2, 6))
    if (luck := chance.random()) < 0.12:
        phrases[1] = f"“{upper_first(phrases[1])}”"
    elif luck < 0.22:
        phrases[1] = f"ông {chance.choice(words.authors)} {phrases[1]}"
    elif luck < 0.32:
        phrases[1] = f"{chance.randint(2, 990)} {phrases[1]}"
    return upper_first((", " if luck > 0.5 else " ").join(phrases)) + "."


def paragraph(words: Vocabulary, chance: Random, section: str) -> str:
    """Two to six sentences; one phrase in some of them is emphasized, or leads to the section or away."""
    text = " ".join([sentence(words, chance) for _ in range(chance.randint(2, 6))])
    luck, phrase = chance.random(), chance.choice(words.phrases)
    if luck < 0.06:
        return f"**{upper_first(phrase)}.** {text}"
    if luck < 0.12:
        return f"{text} *{upper_first(phrase)}.*"
    if luck < 0.18:
        return f"{text} [{upper_first(phrase)}](/{latin(section)}/)."
    if luck < 0.21:
        return f"{text} [{upper_first(phrase)}](https://vi-du.example/{latin(phrase)})."
    return text


def figure(words: Vocabulary, chance: Random) -> str:
    """A photo with a caption and its photographer."""
    caption = sentence(words, chance).replace('"', "")
    file = pictures.name(chance.randint(1, pictures.COUNT))
    return f'![{caption}](/images/{file} "{caption} | Ảnh: {chance.choice(words.authors)}")'


def heading(words: Vocabulary, chance: Random) -> str:
    return f"## {upper_first(' '.join(chance.choices(words.phrases, k=2)))}"


def quotation(words: Vocabulary, chance: Random) -> str:
    return f"> “{sentence(words, chance)}”\n>\n> {chance.choice(words.authors)}"


def bullets(words: Vocabulary, chance: Random) -> str:
    return "\n".join(f"- {sentence(words, chance)}" for _ in range(chance.randint(3, 5)))


# What may stand between the paragraphs of an article, with its chance at each of six places.
BLOCKS: Final = ((figure, 0.26), (heading, 0.08), (quotation, 0.03), (bullets, 0.02))


def body(words: Vocabulary, chance: Random, section: str) -> str:
    """Three paragraphs or more, most often six, and photos, headings, quotations and lists between them."""
    paragraphs = [paragraph(words, chance, section) for _ in range(int(chance.triangular(3, 13, 5)))]
    for block, likely in BLOCKS:
        for _ in range(6):
            if chance.random() < likely:
                paragraphs.insert(chance.randint(1, len(paragraphs) - 1), block(words, chance))
    return "\n\n".join(paragraphs)


def title(words: Vocabulary, chance: Random) -> str:
    """A headline of ten syllables or a few more."""
    phrases: list[str] = []
    while sum(map(len, phrases)) < 5 * TITLE_SYLLABLES:
        phrases.append(chance.choice(words.phrases))
    return upper_first(": ".join(phrases[:2]) if chance.random() < 0.2 else " ".join(phrases))


def article(words: Vocabulary, chance: Random, number: int, date: datetime) -> tuple[str, str]:
    """File name below content/, and text, of about 4 KB."""
    section = chance.choices(SECTIONS, SECTION_WEIGHTS)[0]
    head = {
        "title": title(words, chance),
        "date": date.isoformat(),
        "section": section,
        "topics": list(
            dict.fromkeys(chance.choices(words.topics, cum_weights=words.topic_weights, k=chance.randint(1, 5)))
        ),
        "authors": [chance.choice(words.authors)],
        "description": " ".join([sentence(words, chance), sentence(words, chance)]),
    }
    written = partial(json.dumps, ensure_ascii=False)
    lines = [f"{key}: {value if key == 'date' else written(value)}" for key, value in head.items()]
    name = f"{date:%Y/%m}/{latin(str(head['title']))[:70].rstrip('-')}-{number}.md"
    return name, "\n".join(["---", *lines, "---", "", body(words, chance, section), ""])


def articles(count: int, seed: int = 1) -> Iterator[tuple[str, str]]:
    """So many articles, the newest first, spread over ten years."""
    chance = Random(seed)
    words = vocabulary(chance, count)
    step = SPAN / count
    for number in range(count):
        moment = NEWEST - (number + chance.random() / 2) * step
        yield article(words, chance, number, moment.replace(microsecond=0))


def write_corpus(folder: Path, count: int, seed: int = 1) -> None:
    """Writes content/ and static/ below `folder`, one article after the other."""
    pictures.write_pictures(folder / "static" / "images")
    for name, text in articles(count, seed):
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
