"""Whatever happens to the files of a newspaper that is shown: in the end it shows what a build from nothing makes.

Storms come one after another to one newspaper, yet each needs none before it: several runners share them out.
"""

import os
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from serving import Serving

FIRST = "content/thoi-su/bai-1.md"


def article(number: int, more: str = "") -> str:
    return f"---\ntitle: Tin {number}\ndate: 2025-05-20\nsection: Kinh tế\n{more}---\nLời tin {number}.\n"


def saved_in_place(serving: Serving) -> None:
    serving.edit(FIRST, "mùa lúa", "vụ hè thu")


def saved_beside_and_renamed(serving: Serving) -> None:
    file = serving.site / FIRST
    beside = serving.write("content/thoi-su/bai-1.md.tmp8731", file.read_text(encoding="utf-8") + "\nThêm.\n")
    beside.replace(file)


def saved_by_vim(serving: Serving) -> None:
    file = serving.site / FIRST
    text = file.read_text(encoding="utf-8")
    probe = serving.write("content/thoi-su/4913", "")
    probe.unlink()
    backup = file.with_name("bai-1.md~")
    file.rename(backup)
    serving.write(FIRST, f"{text}\nViết bằng vim.\n")
    backup.unlink()


def title_changed(serving: Serving) -> None:
    serving.edit("content/thoi-su/bai-2.md", "title: Bài 2", "title: Cầu mới thông xe")


def new_article(serving: Serving) -> None:
    serving.write("content/kinh-te/moi.md", article(6))


def article_deleted(serving: Serving) -> None:
    (serving.site / "content/thoi-su/bai-5.md").unlink()


def new_folders_within_folders(serving: Serving) -> None:
    serving.write("content/kinh-te/2025/05/trong.md", article(7))


def folder_deleted_and_made_again(serving: Serving) -> None:
    folder = serving.site / "content/thoi-su"
    kept = {file.name: file.read_text(encoding="utf-8") for file in folder.glob("*.md")}
    shutil.rmtree(folder)
    for name, text in kept.items():
        serving.write(f"content/thoi-su/{name}", f"{text}\nSau khi lập lại.\n")


def folder_renamed(serving: Serving) -> None:
    serving.write("content/kinh-te/truoc.md", article(8))
    serving.shows("/2025/05/truoc/", "Tin 8")
    (serving.site / "content/kinh-te").rename(serving.site / "content/lam-an")


def another_branch_checked_out(serving: Serving) -> None:
    for number in range(100, 400):
        serving.write(f"content/kho/{number % 7}/tin-{number}.md", article(number))
    for number in range(100, 200):
        (serving.site / f"content/kho/{number % 7}/tin-{number}.md").unlink()


def settings_changed(serving: Serving) -> None:
    serving.edit("content/site.yaml", "title: Báo Ngàn Phố", "title: Báo Ngàn Sâu")


def template_added(serving: Serving) -> None:
    serving.write("templates/footer.html", "<footer>Chân trang mới</footer>\n")


def template_changed(serving: Serving) -> None:
    serving.write("templates/footer.html", "<footer>Chân trang cũ</footer>\n")
    serving.shows("/", "Chân trang cũ")
    serving.edit("templates/footer.html", "cũ", "mới hơn")


def static_file_added(serving: Serving) -> None:
    serving.write("static/anh/so-do.txt", "Sơ đồ.\n")


def static_file_changed(serving: Serving) -> None:
    serving.write("static/anh/so-do.txt", "Sơ đồ cũ.\n")
    serving.shows("/anh/so-do.txt", "Sơ đồ cũ")
    serving.edit("static/anh/so-do.txt", "Sơ đồ cũ", "Sơ đồ thửa ruộng")


def content_taken_away_and_put_back(serving: Serving) -> None:
    content = serving.site / "content"
    content.rename(serving.site / "cat-di")
    serving.until(lambda: any("Nothing is built" in line for line in serving.lines))
    assert "Báo Ngàn" in serving.text("/")
    (serving.site / "cat-di").rename(content)
    serving.edit(FIRST, "Lời 1", "Lời một")


def saved_again_and_again_while_it_builds(serving: Serving) -> None:
    def save(path: str) -> None:
        for number in range(25):
            serving.write(path, f"---\ntitle: Viết nhanh\ndate: 2025-05-21\n---\nBản {number}.\n")

    hands = [threading.Thread(target=save, args=(f"content/viet-nhanh-{hand}.md",)) for hand in range(3)]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()


def written_bit_by_bit(serving: Serving) -> None:
    with (serving.site / FIRST).open("a", encoding="utf-8") as file:
        for word in ("Một", "hai", "ba"):
            file.write(f"{word} ")
            file.flush()
            os.fsync(file.fileno())


def memory_thrown_away(serving: Serving) -> None:
    shutil.rmtree(serving.site / ".hatinh-news")
    serving.write(FIRST, (serving.site / FIRST).read_text(encoding="utf-8") + "\nSau khi quên.\n")


STORMS: tuple[Callable[[Serving], None], ...] = (
    saved_in_place,
    saved_beside_and_renamed,
    saved_by_vim,
    title_changed,
    new_article,
    article_deleted,
    new_folders_within_folders,
    folder_deleted_and_made_again,
    folder_renamed,
    another_branch_checked_out,
    settings_changed,
    template_added,
    template_changed,
    static_file_added,
    static_file_changed,
    content_taken_away_and_put_back,
    saved_again_and_again_while_it_builds,
    written_bit_by_bit,
    memory_thrown_away,
)


@pytest.mark.parametrize("storm", STORMS, ids=lambda storm: storm.__name__)
def test_after_a_storm_all_is_as_if_built_from_nothing(
    serving: Serving, storm: Callable[[Serving], None], tmp_path: Path
) -> None:
    storm(serving)
    serving.settled(tmp_path / "clean")
