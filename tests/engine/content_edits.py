"""What editors do to content/, each as a function of the desk and two numbers: which file, and what to make of it."""

import os
import posixpath
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Final, TypeAlias, TypeVar

from engine.daily import AUTHORS, FOLDERS, NOW, TOPICS, news, picture, words
from engine.desk import Desk

Edit: TypeAlias = Callable[[Desk, int, int], None]
T = TypeVar("T")

_HOUR_NS: Final = 3_600_000_000_000


def one_of(choices: list[T], pick: int) -> list[T]:
    """The chosen one, or nothing where there is none to choose."""
    return [choices[pick % len(choices)]] if choices else []


def set_key(file: Path, key: str, value: str) -> None:
    """Gives a key of front matter, or of site.yaml, this value; an empty one takes the key away."""
    lines = file.read_text(encoding="utf-8").split("\n")
    first = 1 if lines[0] == "---" else 0
    end = lines.index("---", 1) if first else len(lines) - 1
    kept = [line for line in lines[first:end] if not line.startswith(f"{key}:")]
    if value:
        kept.append(f"{key}: {value}")
    file.write_text("\n".join(lines[:first] + kept + lines[end:]), encoding="utf-8")


def toggle_key(file: Path, key: str, value: str) -> None:
    """Takes a key away, or gives it this value where it is not there."""
    there = f"\n{key}:" in file.read_text(encoding="utf-8")
    set_key(file, key, "" if there else value)


def prepend(file: Path, text: str) -> None:
    """Puts a paragraph at the beginning of the text."""
    front, body = file.read_text(encoding="utf-8").split("\n---\n", 1)
    file.write_text(f"{front}\n---\n{text}\n\n{body}", encoding="utf-8")


def append(file: Path, text: str) -> None:
    file.write_text(f"{file.read_text(encoding='utf-8')}\n{text}\n", encoding="utf-8")


def with_key(key: str, value: Callable[[int], str]) -> Edit:
    """An edit that gives a key of an article another value."""

    def edit(desk: Desk, pick: int, roll: int) -> None:
        for file in one_of(desk.articles(), pick):
            set_key(file, key, value(roll))

    return edit


def with_switch(key: str, value: str) -> Edit:
    """An edit that gives an article a key, or takes it away."""

    def edit(desk: Desk, pick: int, roll: int) -> None:
        for file in one_of(desk.articles(), pick):
            toggle_key(file, key, value)

    return edit


def add_article(desk: Desk, pick: int, roll: int) -> None:
    chance = Random(roll)
    moment = NOW - timedelta(hours=roll % 4000)
    name = f"{moment:%Y-%m-%d}-moi-{roll}.md"
    folder = desk.site / "content" / FOLDERS[pick % 3]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(news(words(chance, 5), moment, chance), encoding="utf-8")


def edit_body(desk: Desk, pick: int, roll: int) -> None:
    for file in one_of(desk.articles(), pick):
        append(file, f"Thêm câu thứ {roll}.")


def reword(desk: Desk, pick: int, roll: int) -> None:
    for file in one_of(desk.articles(), pick):
        append(file, f"{words(Random(roll), 16)}.")


def tell_another_story(desk: Desk, pick: int, roll: int) -> None:
    """The text of another article below its own first paragraph, so that all lists with either may be others."""
    for file in one_of(desk.articles(), pick):
        for other in one_of(desk.articles(), roll):
            mine, its = (each.read_text(encoding="utf-8").partition("\n---\n") for each in (file, other))
            first = mine[2].partition("\n\n")[0]
            file.write_text(f"{''.join(mine[:2])}{first}\n\n{its[2]}", encoding="utf-8")


def edit_summary(desk: Desk, pick: int, roll: int) -> None:
    for file in one_of(desk.articles(), pick):
        prepend(file, f"Tóm tắt {roll}. <!--more-->")


def edit_first_photo(desk: Desk, pick: int, roll: int) -> None:
    for file in one_of(desk.articles(), pick):
        prepend(file, f'![Biển hiệu {roll}](/anh/bien-hieu.png "Biển hiệu | Ảnh: Trần Bình")')


def add_link(desk: Desk, pick: int, roll: int) -> None:
    for file in one_of(desk.articles(), pick):
        for target in one_of(desk.articles(), roll):
            append(file, f"Xem [bài kia]({posixpath.relpath(target, file.parent)}).")


def add_address(desk: Desk, pick: int, roll: int) -> None:
    addresses = ("/2025/01/lu-ve/", "/2025/01/lu-ve/#muc", "/tin/lu-ve/", f"/cu/{roll % 20}/", "/2025/02/gia-lua")
    for file in one_of(desk.articles(), pick):
        append(file, f"Xem [bài này]({addresses[roll % len(addresses)]}).")


def remove_links(desk: Desk, pick: int, roll: int) -> None:
    linking = [file for file in desk.articles() if "](" in file.read_text(encoding="utf-8")]
    for file in one_of(linking, pick):
        text = file.read_text(encoding="utf-8").split("\n")
        file.write_text("\n".join(line for line in text if "](" not in line), encoding="utf-8")


def rename_file(desk: Desk, pick: int, roll: int) -> None:
    for file in one_of(desk.articles(), pick):
        if file.name != "index.md":
            file.rename(file.with_name(f"2025-0{1 + roll % 5}-1{roll % 10}-ten-moi-{roll}.md"))


def move_to_another_section(desk: Desk, pick: int, roll: int) -> None:
    for file in one_of(desk.articles(), pick):
        if file.name != "index.md":
            there = FOLDERS.index(file.relative_to(desk.site / "content").parts[0])
            folder = desk.site / "content" / FOLDERS[(there + 1 + roll % 2) % 3]
            folder.mkdir(exist_ok=True)
            file.rename(folder / file.name)


def delete_article(desk: Desk, pick: int, roll: int) -> None:
    articles = desk.articles()
    if len(articles) > 1:
        articles[pick % len(articles)].unlink()


def delete_photo(desk: Desk, pick: int, roll: int) -> None:
    for file in one_of(desk.photos(), pick):
        file.unlink()


def replace_photo(desk: Desk, pick: int, roll: int) -> None:
    for file in one_of(desk.photos(), pick):
        file.write_bytes(picture(10 + roll % 90, 10 + roll % 70, roll % 256))


def repaint_photo(desk: Desk, pick: int, roll: int) -> None:
    """Other bytes of the same size in pixels, so that no page changes."""
    for file in one_of(desk.photos(), pick):
        width, height = (int.from_bytes(file.read_bytes()[at : at + 4], "big") for at in (16, 20))
        file.write_bytes(picture(width, height, roll % 256))


def edit_profile(desk: Desk, pick: int, roll: int) -> None:
    for file in one_of(desk.profiles(), pick):
        append(file, f"Lời thêm {roll}.") if roll % 2 else set_key(file, "description", f"Lời giới thiệu {roll}")


def pin_to_front(desk: Desk, pick: int, roll: int) -> None:
    """Two pins on a front, of which one has its time, some hours before or after now."""
    for file in one_of(desk.fronts(), pick):
        named = [article.relative_to(desk.site / "content") for article in desk.articles()]
        chosen = [named[number % len(named)] for number in (roll, roll // 7)]
        since = NOW + timedelta(hours=roll % 60 - 30)
        times = f"from: {since:%Y-%m-%d %H:%M}, until: {since + timedelta(hours=9):%Y-%m-%d %H:%M}"
        pins = f"{{article: {chosen[0]}, position: {1 + roll % 5}, {times}}}, {{article: {chosen[1]}, position: 2}}"
        set_key(file, "pin", "" if roll % 5 == 0 else f"[{pins}]")


def arrange_front(desk: Desk, pick: int, roll: int) -> None:
    blocks = ("", ", blocks: [Văn hóa, {topic: Lúa gạo, limit: 2}]", ", blocks: [Kinh tê, Kinh tế]", ", blocks: []")
    shape = f"{{featured: {roll % 3}, newest: {roll % 7}, featured_among: {roll % 40}{blocks[roll % 4]}}}"
    for file in desk.fronts()[:1]:
        set_key(file, "front", shape if file.parent.name == "content" else "")


def add_profile(desk: Desk, pick: int, roll: int) -> None:
    folder, name = (("chu-de/lua-gao", "Lúa gạo"), ("tac-gia/tran-binh", "Trần Bình"), ("van-hoa", "Văn hóa"))[pick % 3]
    file = desk.site / "content" / folder / "_index.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"---\ntitle: {name}\n---\nLời {roll}.\n", encoding="utf-8")


def relate_topics(desk: Desk, pick: int, roll: int) -> None:
    """Puts one topic below another, merges it into another, or makes it a timeline; circles come about as well."""
    names = {"lua-gao": "Lúa gạo", "lu-lut": "Lũ lụt", "nha-trang": "Nha Trang", "cho": "Chợ"}
    slug = sorted(names)[pick % 4]
    other = names[sorted(names)[roll % 4]]
    said = (f"parent: {other}", f"merged_into: {other}", "timeline: true")[roll // 4 % 3]
    file = desk.site / f"content/chu-de/{slug}/_index.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"---\ntitle: {names[slug]}\n{said}\n---\nLời {roll}.\n", encoding="utf-8")


def number_part(desk: Desk, pick: int, roll: int) -> None:
    for file in one_of(desk.articles(), pick):
        set_key(file, "part", str(roll % 4 + 1))


def remove_profile(desk: Desk, pick: int, roll: int) -> None:
    for file in one_of(desk.profiles(), pick):
        file.unlink()


def edit_standing_page(desk: Desk, pick: int, roll: int) -> None:
    for file in one_of(sorted(desk.site.glob("content/trang/*.md")), pick):
        append(file, f"Câu {roll}.") if roll % 2 else set_key(file, "title", f"Trang {roll}")


def add_or_remove_standing_page(desk: Desk, pick: int, roll: int) -> None:
    file = desk.site / f"content/trang/trang-{pick % 2}.md"
    if file.exists():
        file.unlink()
        return
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"---\ntitle: Trang {roll}\n---\nLời.\n", encoding="utf-8")


def break_article(desk: Desk, pick: int, roll: int) -> None:
    for file in one_of(desk.articles(), pick):
        desk.broken.setdefault(file, file.read_bytes())
        file.write_text(f"---\ntitel: Hỏng {roll}\n---\nLời.\n", encoding="utf-8")


def touch(desk: Desk, pick: int, roll: int) -> None:
    for file in one_of([*desk.articles(), *desk.photos(), *desk.templates(), *desk.profiles()], pick):
        status = file.stat()
        os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns + (roll % 3 - 1) * _HOUR_NS))


def edit_to_the_same_size(desk: Desk, pick: int, roll: int) -> None:
    for file in one_of(desk.articles(), pick):
        raw = bytearray(file.read_bytes())
        end = raw.rfind(b".")
        raw[end : end + 1] = b"!" if end >= 0 else b""
        file.write_bytes(raw)


def edit_under_the_old_time(desk: Desk, pick: int, roll: int) -> None:
    """Other bytes of the same size, their time of change set back: only the time of the status tells, or the number."""
    for file in one_of([*desk.articles(), *desk.templates(), *desk.profiles()], pick):
        before, text = file.stat(), file.read_bytes()
        if roll % 2:
            file.unlink()
        file.write_bytes(text.replace("ờ".encode(), "ố".encode()).replace(b".\n", b"!\n"))
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
        assert file.stat().st_size == before.st_size


def edit_on_a_computer_that_is_fast(desk: Desk, pick: int, roll: int) -> None:
    """Saved twice, with a build between, at one time that lies ahead of the build's: only the bytes tell."""
    for file in one_of(desk.articles(), pick):
        ahead = NOW.replace(year=2100).timestamp()
        os.utime(file, (ahead, ahead))
        desk.build()
        edit_to_the_same_size(desk, pick, roll)
        os.utime(file, (ahead, ahead))


CONTENT_EDITS: Final[dict[str, Edit]] = {
    "add article": add_article,
    "edit body": edit_body,
    "reword": reword,
    "tell another story": tell_another_story,
    "edit summary": edit_summary,
    "edit first photo": edit_first_photo,
    "add link": add_link,
    "remove links": remove_links,
    "retitle": with_key("title", lambda roll: f"Nhan đề {roll}"),
    "shorten title in lists": with_switch("link_title", "Ngắn"),
    "retopic": with_key("topics", lambda roll: f"[{TOPICS[roll % 7]}, {TOPICS[(roll // 7) % 7]}, Chủ đề {roll % 3}]"),
    "redate": with_key("date", lambda roll: f"{NOW - timedelta(hours=roll % 5000):%Y-%m-%d %H:%M}"),
    "resign": with_key("authors", lambda roll: AUTHORS[roll % 3]),
    "rename file": rename_file,
    "move to another section": move_to_another_section,
    "delete article": delete_article,
    "draft on or off": with_switch("draft", "true"),
    "publish later": with_key("publish_date", lambda roll: f"2025-06-{1 + roll % 20:02} 10:00"),
    "expire": with_key("expiry_date", lambda roll: f"2026-01-{1 + roll % 20:02} 10:00"),
    "expire or stay": with_switch("expiry_date", "2025-06-03 10:00"),
    "other slug": with_key("slug", lambda roll: f"duong-dan-{roll % 50}"),
    "alias": with_key("aliases", lambda roll: f"[/cu/{roll % 20}/, /cu/{roll % 20}.html]"),
    "pin": with_key("related", lambda roll: "[thoi-su/2025-01-05-lu-ve.md, /2025/02/gia-lua/]"),
    "exclude": with_key("related_exclude", lambda roll: f"[{('lu-ve', 'gia-lua', 'sau-lu')[roll % 3]}]"),
    "feature": with_switch("featured", "true"),
    "retract": with_switch("retracted", "Nguồn tin sai."),
    "correct": with_switch("corrections", "[{date: 2025-05-01, text: Đúng là ba.}]"),
    "correct later": with_switch("corrections", "[{date: 2025-06-04 10:00, text: Đúng là bốn.}]"),
    "link by address": add_address,
    "series": with_switch("series", "Mùa nước"),
    "own template": with_switch("template", "bai-dai.html"),
    "delete photo": delete_photo,
    "replace photo": replace_photo,
    "repaint photo": repaint_photo,
    "edit profile": edit_profile,
    "pin to front": pin_to_front,
    "arrange front": arrange_front,
    "add profile": add_profile,
    "relate topics": relate_topics,
    "number part": number_part,
    "remove profile": remove_profile,
    "edit standing page": edit_standing_page,
    "add or remove standing page": add_or_remove_standing_page,
    "break article": break_article,
    "touch": touch,
    "edit to the same size": edit_to_the_same_size,
    "edit under the old time": edit_under_the_old_time,
    "edit on a computer that is fast": edit_on_a_computer_that_is_fast,
}
