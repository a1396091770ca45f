"""Pictures from camera to page: made once, put in place whole, and without what nobody asked to be told."""

import os
import re
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from hatinh_news.build import Previews, Request, Shown, build, darkroom
from hatinh_news.build.inspection import inspect
from hatinh_news.ledger import FOLDER, keep_picture, token
from hatinh_news.model.config import PAPER_ZONE
from hatinh_news.model.errors import CannotBuild
from hatinh_news.model.report import Report
from newsroom import NOW, lay_out, told, tree
from snapshots import SPOT, photo, size_of, turned

pytestmark = pytest.mark.darkroom

SITE = """
-- content/site.yaml --
title: Báo
base_url: https://bao.example/tin
sections: [Thời sự]
images: {widths: [20, 50], formats: [jpeg], headlines: 0}
-- content/lu/index.md --
---
title: Lũ về
date: 2025-01-02
image: lu.jpg
---
Nước lên.

![Cầu](cau.jpg "Cầu gãy | Ảnh: An")
-- content/cho/index.md --
---
title: Chợ họp
date: 2025-01-03
---
Chợ đông.

![Chợ](cho.jpg)

![Cổng](/cong.jpg)
"""


class Newsroom:
    """A newspaper with photos, built again and again."""

    def __init__(self, folder: Path, site: str = SITE) -> None:
        self.site, self.out = folder / "site", folder / "site/public"
        lay_out(site, self.site)
        (self.site / "static").mkdir(exist_ok=True)
        shots = {"content/lu/lu.jpg": 0, "content/lu/cau.jpg": 40, "content/cho/cho.jpg": 80, "static/cong.jpg": 120}
        for path, shade in shots.items():
            self.put(path, photo(shade=shade))

    def put(self, path: str, raw: bytes) -> None:
        file = self.site / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(raw)

    def edit(self, path: str, old: str, new: str) -> None:
        file = self.site / path
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new), "utf-8")

    def build(self, now: datetime = NOW, workers: int = 1, **choices: Any) -> Report:
        return build(Request(self.site, self.out, now, workers=workers, **choices))

    def page(self, path: str) -> str:
        return (self.out / path).read_text("utf-8")

    @property
    def pictures(self) -> dict[str, bytes]:
        return tree(self.out / "anh") if (self.out / "anh").exists() else {}

    def clean(self, folder: Path, now: datetime = NOW) -> dict[str, bytes]:
        """What a build from nothing makes of the same input."""
        shutil.copytree(self.site, folder / "clean", ignore=shutil.ignore_patterns("public", FOLDER))
        build(Request(folder / "clean", folder / "clean/public", now, workers=1))
        return tree(folder / "clean/public")


@pytest.fixture
def paper(tmp_path: Path) -> Newsroom:
    return Newsroom(tmp_path)


def test_a_picture_is_made_in_widths_and_formats_and_never_twice(paper: Newsroom, tmp_path: Path) -> None:
    paper.edit("content/site.yaml", "[jpeg]", "[avif, webp, jpeg]")
    report = paper.build()
    assert report.faults == ()
    assert report.pictures == 4 * 2 * 3 + 2  # versions, and a picture to share each article with
    assert sorted({name.rpartition("-")[2] for name in paper.pictures}) == [
        "20.avif", "20.jpg", "20.webp", "50.avif", "50.jpg", "50.webp", "se.jpg",
    ]  # fmt: skip
    assert {size_of(raw) for name, raw in paper.pictures.items() if "-50." in name} == {(50, 33)}
    assert {size_of(raw) for name, raw in paper.pictures.items() if "chia-se" in name} == {(1200, 630)}
    assert paper.build().pictures == 0
    before = tree(paper.out)
    shutil.rmtree(paper.out)
    assert paper.build().pictures == 0
    assert tree(paper.out) == before == paper.clean(tmp_path)


def test_a_page_offers_all_versions_and_loads_the_first_picture_first(paper: Newsroom) -> None:
    paper.edit("content/site.yaml", "[jpeg]", "[avif, webp, jpeg]")
    paper.build()
    for path in ("index.html", "thoi-su/index.html", "2025/01/lu/index.html", "2025/01/cho/index.html"):
        page = paper.page(path)
        pictures = re.findall(r"<picture>(.*?)</picture>", page)
        assert len(pictures) == page.count("<img"), path
        for number, one in enumerate(pictures):
            assert re.findall(r'type="image/(\w+)"', one) == ["avif", "webp"]
            assert ('fetchpriority="high"' in one, 'loading="lazy"' in one) == (number == 0, number > 0), path
            assert 'width="50" height="33"' in one
            assert one.count(' sizes="') == 3
            for choice in (
                choice for choices in re.findall(r'srcset="([^"]*)"', one) for choice in choices.split(", ")
            ):
                address, width = choice.split(" ")
                assert address.endswith((f"-{width[:-1]}.avif", f"-{width[:-1]}.webp", f"-{width[:-1]}.jpg"))
                assert (paper.out / address.removeprefix("/tin/")).exists()


def test_machines_are_told_addresses_that_are_there(paper: Newsroom) -> None:
    paper.edit("content/site.yaml", "images:", "feed_content: full\nimages:")
    paper.build()
    for path in ("2025/01/lu/index.html", "rss.xml", "feed.json", "sitemap.xml", "atom.xml"):
        found = re.findall(r"https://bao\.example/tin/(anh/[0-9a-f]+-[a-z0-9-]+\.jpg)", paper.page(path))
        assert found, path
        assert [name for name in found if not (paper.out / name).exists()] == []
    assert 'og:image" content="https://bao.example/tin/anh/' in paper.page("2025/01/lu/index.html")
    assert "/tin/anh/*\n  Cache-Control: public, max-age=31536000, immutable" in paper.page("_headers")


def test_nothing_that_a_camera_wrote_gets_out(paper: Newsroom) -> None:
    paper.put("static/anh-khac.jpg", photo(shade=7))
    paper.build()
    telling = [path for path, raw in tree(paper.out).items() if SPOT in raw]
    assert telling == ["anh-khac.jpg"]  # no page shows it


def test_identical_pictures_are_one_file(paper: Newsroom) -> None:
    paper.put("content/lu/cau.jpg", photo(shade=80))
    paper.put("static/cong.jpg", photo(shade=80))
    assert paper.build().pictures == 2 * 2 + 2
    assert len(paper.pictures) == 6
    assert size_of((paper.out / "cong.jpg").read_bytes()) == (50, 33)


def test_a_picture_that_changes_costs_its_versions_and_the_pages_that_show_it(paper: Newsroom, tmp_path: Path) -> None:
    paper.build()
    before = paper.pictures
    paper.put("content/lu/cau.jpg", photo(shade=200))
    report = paper.build()
    assert (report.pictures, report.rendered) == (2, 1)
    assert len(before.keys() - paper.pictures.keys()) == len(paper.pictures.keys() - before.keys()) == 2
    paper.put("content/lu/cau.jpg", photo(shade=40))
    assert paper.build().pictures == 0  # nobody forgot the one before
    assert paper.pictures == before
    assert tree(paper.out) == paper.clean(tmp_path)


def test_an_edit_of_words_makes_no_picture(paper: Newsroom) -> None:
    paper.build()
    paper.edit("content/lu/index.md", "Nước lên", "Nước xuống")
    report = paper.build()
    assert (report.pictures, "pictures" in report.seconds) == (0, False)


def test_the_name_of_a_file_says_nothing(paper: Newsroom, tmp_path: Path) -> None:
    paper.build()
    before = paper.pictures
    (paper.site / "content/lu/cau.jpg").rename(paper.site / "content/lu/cau-gay.jpg")
    paper.edit("content/lu/index.md", "cau.jpg", "cau-gay.jpg")
    assert paper.build().pictures == 0
    assert paper.pictures == before
    assert tree(paper.out) == paper.clean(tmp_path)


def test_what_is_not_public_has_no_picture_anywhere(paper: Newsroom, tmp_path: Path) -> None:
    paper.build()
    public = paper.pictures
    paper.put("content/mai/index.md", "---\ntitle: Mai\ndate: 2025-07-01\nimage: kin.jpg\n---\nChờ.\n".encode())
    paper.put("content/mai/kin.jpg", photo(shade=222))
    assert paper.build().pictures == 0
    assert paper.pictures == public
    paper.edit("content/lu/index.md", "title:", "draft: true\ntitle:")
    paper.build()
    assert len(paper.pictures) == len(public) - 5
    assert tree(paper.out) == paper.clean(tmp_path)
    later = datetime(2025, 7, 2, tzinfo=PAPER_ZONE)
    assert paper.build(later).pictures == 3


def test_where_it_matters_in_a_picture_is_what_is_shared(paper: Newsroom, tmp_path: Path) -> None:
    paper.build()
    middle = {name: raw for name, raw in paper.pictures.items() if "chia-se" in name}
    paper.edit("content/lu/index.md", "image: lu.jpg", "image: lu.jpg\nimage_focus: 100% 0%")
    paper.edit("content/cho/index.md", "![Chợ](cho.jpg)", '![Chợ](cho.jpg "Chợ phiên | An | tâm: 12% 90%")')
    report = paper.build()
    assert (report.pictures, report.faults) == (2, ())
    moved = {name: raw for name, raw in paper.pictures.items() if "chia-se" in name}
    assert sorted(name.partition("chia-se")[2] for name in moved) == ["-100-0.jpg", "-12-90.jpg"]
    assert not set(moved.values()) & set(middle.values())
    assert 'class="fx-100 fy-0"' in paper.page("2025/01/lu/index.html")
    assert 'class="fx-10 fy-90"' in paper.page("index.html")
    assert '<figcaption>Chợ phiên <span class="credit">An</span></figcaption>' in paper.page("2025/01/cho/index.html")
    assert tree(paper.out) == paper.clean(tmp_path)


def test_a_point_that_is_none_is_told_and_the_picture_shown(paper: Newsroom) -> None:
    paper.edit("content/lu/index.md", "image: lu.jpg", "image: lu.jpg\nimage_focus: giữa")
    paper.edit("content/cho/index.md", "![Chợ](cho.jpg)", '![Chợ](cho.jpg "Chợ | tâm: trái")')
    report = paper.build()
    assert told(report.faults) == (
        "content/cho/index.md:7:17: warning bad-focus: “trái” is no point in a picture\n"
        "  write how far from the left and from the top it lies: 50% 20%\n"
        "content/lu/index.md:5:14: warning bad-focus: “giữa” is no point in a picture\n"
        "  write how far from the left and from the top it lies: 50% 20%\n"
    )
    assert len(paper.pictures) == 4 * 2 + 2


def test_an_agency_is_believed_where_the_article_says_nothing(paper: Newsroom) -> None:
    words = {"caption": "Đê vỡ trong đêm", "author": "Hà An"}
    paper.put("content/lu/lu.jpg", photo(words=words))
    paper.put("content/lu/cau.jpg", photo(words=words, shade=3))
    paper.build()
    page = paper.page("2025/01/lu/index.html")
    assert re.search(r'<figcaption>Đê vỡ trong đêm <span class="credit">.*Hà An</span>', page)
    assert '<figcaption>Cầu gãy <span class="credit">Ảnh: An</span></figcaption>' in page


def test_a_photo_stands_as_its_camera_was_held(paper: Newsroom) -> None:
    paper.put("content/lu/lu.jpg", turned(photo(90, 60)))
    paper.build()
    assert 'width="50" height="75"' in paper.page("2025/01/lu/index.html")
    assert (50, 75) in {size_of(raw) for raw in paper.pictures.values()}


def test_a_picture_that_breaks_off_is_left_out_and_told_at_its_line(paper: Newsroom, tmp_path: Path) -> None:
    whole = photo(400, 300)
    paper.put("content/lu/cau.jpg", whole[: len(whole) // 2])
    paper.put("content/cho/cho.jpg", whole[:30])
    report = paper.build()
    assert [(str(fault.place), fault.code) for fault in report.faults] == [
        ("content/cho/index.md:7:8", "picture-damaged"),
        ("content/lu/index.md:8:8", "picture-failed"),
    ]
    assert "Nước lên" in paper.page("2025/01/lu/index.html")
    assert 'alt="Cầu"' not in paper.page("2025/01/lu/index.html")
    assert len(paper.pictures) == 2 * 2 + 2
    again = paper.build()
    assert (again.faults, again.rendered) == (report.faults, 0)
    assert inspect(Request(paper.site, paper.out, NOW), lambda sight: sight.inspection().known.faults) == report.faults
    assert paper.build(verify=True).faults == report.faults
    assert tree(paper.out) == paper.clean(tmp_path)
    paper.edit("content/lu/index.md", "title:", "draft: true\ntitle:")
    assert [fault.code for fault in paper.build().faults] == [
        "picture-damaged"
    ]  # what no reader would see nobody makes
    paper.edit("content/lu/index.md", "draft: true\n", "")
    paper.put("content/lu/cau.jpg", whole)
    paper.put("content/cho/cho.jpg", photo(shade=9))
    assert paper.build().faults == ()


def test_strict_builds_touch_nothing_for_a_picture_that_breaks_off(paper: Newsroom) -> None:
    whole = photo(400, 300)
    paper.put("content/lu/cau.jpg", whole[: len(whole) // 2])
    assert paper.build(strict=True).refused
    assert tree(paper.out) == {}


@pytest.mark.parametrize(
    ("setting", "raw", "sentence"),
    [
        ("most_megapixels: 1", photo(1001, 1000), "has 1001 × 1000 pixels, more than 1 million"),
        ("most_megabytes: 1", photo() + b"\0" * 1_000_000, "has 1 MB, more than 1"),
    ],
    ids=["a bomb", "a heavy file"],
)
def test_what_is_too_large_is_not_opened(paper: Newsroom, setting: str, raw: bytes, sentence: str) -> None:
    paper.edit("content/site.yaml", "headlines: 0", f"headlines: 0, {setting}")
    paper.put("content/lu/lu.jpg", raw)
    (fault,) = paper.build().faults
    assert (str(fault.place), fault.code) == ("content/lu/index.md:4:8", "picture-too-large")
    assert sentence in fault.message()


def test_what_moves_and_what_is_drawn_is_shown_as_it_is(paper: Newsroom) -> None:
    from PIL import Image

    frames = [Image.new("L", (30, 20), shade) for shade in (0, 255)]
    frames[0].save(paper.site / "content/lu/cau.gif", save_all=True, append_images=frames[1:])
    paper.put("content/cho/cho.svg", b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="6"/>')
    paper.edit("content/lu/index.md", "cau.jpg", "cau.gif")
    paper.edit("content/cho/index.md", "cho.jpg", "cho.svg")
    assert paper.build().faults == ()
    assert '<img src="/tin/2025/01/lu/cau.gif" alt="Cầu" width="30" height="20"' in paper.page("2025/01/lu/index.html")
    assert '<img src="/tin/2025/01/cho/cho.svg"' in paper.page("2025/01/cho/index.html")
    assert (paper.out / "2025/01/lu/cau.gif").exists()


def test_without_pillow_pictures_are_published_as_they_are(paper: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("hatinh_news.pictures.encoders", tuple)
        report = paper.build()
    assert (report.faults, [note.code for note in report.notes]) == ((), ["no-pillow"])
    assert "3 pictures" in report.notes[0].message()
    assert 'src="/tin/2025/01/lu/lu.jpg"' in paper.page("2025/01/lu/index.html")
    assert paper.pictures == {}
    paper.edit("content/site.yaml", "headlines: 0", "enabled: false")
    assert [note.code for note in paper.build().notes] == []


def test_the_newest_headlines_are_shared_where_there_is_no_photo(tmp_path: Path) -> None:
    paper = Newsroom(tmp_path, SITE.replace("headlines: 0", "headlines: 2"))
    for day in (4, 5):
        paper.put(f"content/ngan-{day}.md", f"---\ntitle: Ngắn {day}\ndate: 2025-01-0{day}\n---\nNgắn.\n".encode())
    assert paper.build().pictures == 4 * 2 + 2 + 2 + 1
    shared = {
        day: re.findall(
            r'og:image" content="https://bao.example/tin/(.*?)"', paper.page(f"2025/01/ngan-{day}/index.html")
        )
        for day in (4, 5)
    }
    assert len({*shared[4], *shared[5]}) == 2
    assert size_of((paper.out / shared[4][0]).read_bytes()) == (1200, 630)
    ours = re.findall(r'og:image" content="https://bao.example/tin/(.*?)"', paper.page("luu-tru/index.html"))
    assert (paper.out / ours[0]).exists()
    paper.put("content/ngan-6.md", "---\ntitle: Ngắn 6\ndate: 2025-01-06\n---\nNgắn.\n".encode())
    assert paper.build().pictures == 1
    assert ours[0] in paper.page("2025/01/ngan-4/index.html")
    assert tree(paper.out) == paper.clean(tmp_path)


def test_workers_make_what_one_process_makes(paper: Newsroom, tmp_path: Path) -> None:
    paper.build(workers=2)
    assert tree(paper.out) == paper.clean(tmp_path)


def test_a_build_that_dies_among_pictures_leaves_the_next_one_the_rest(
    paper: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep, kept = keep_picture, list[str]()

    def dying(folder: Path, key: str, body: bytes) -> str:
        if len(kept) == 3:
            raise KeyboardInterrupt
        kept.append(key)
        return keep(folder, key, body)

    with monkeypatch.context() as patch:
        patch.setattr("hatinh_news.build.darkroom.keep_picture", dying)
        with pytest.raises(KeyboardInterrupt):
            paper.build()
    assert paper.build().pictures == 4 * 2 + 2 - 3
    assert tree(paper.out) == paper.clean(tmp_path)


def test_a_picture_put_back_after_a_build_that_died_is_the_one_on_the_page(
    paper: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper.build()
    paper.put("content/lu/lu.jpg", photo(shade=201))

    def dying(*_: object) -> str:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("hatinh_news.build.darkroom.keep_picture", dying)
        with pytest.raises(KeyboardInterrupt):
            paper.build()
    paper.put("content/lu/lu.jpg", photo(shade=0))
    assert paper.build().pictures == 0
    assert tree(paper.out) == paper.clean(tmp_path)


def test_a_picture_that_was_damaged_in_memory_or_in_place_is_made_good(paper: Newsroom) -> None:
    paper.build()
    before = paper.pictures
    for kept in _kept(paper):
        kept.write_bytes(b"?")
    for name in before:
        (paper.out / "anh" / name).write_bytes(b"?")
    assert paper.build().pictures == len(before)
    assert paper.pictures == before


def test_what_nobody_asks_for_is_thrown_away_in_time(paper: Newsroom) -> None:
    paper.build()
    month = 31 * 86_400
    for passed, left in ((1, 2), (1, 0)):
        for kept in _kept(paper):
            status = kept.stat()
            os.utime(kept, (status.st_atime, status.st_mtime - passed * month))
        shade = 150 + left
        paper.put("content/lu/cau.jpg", photo(shade=shade))
        paper.build()
    assert len(_kept(paper)) == 4 * 2 + 2 + 2  # the version before the last was asked for lately enough


def _kept(paper: Newsroom) -> list[Path]:
    return sorted((paper.site / FOLDER / "pictures").iterdir())


@pytest.fixture
def sealed(paper: Newsroom) -> Iterator[Newsroom]:
    (paper.site / FOLDER).write_bytes(b"")  # a file stands where memory would be
    yield paper
    (paper.site / FOLDER).unlink()


def test_without_memory_pictures_are_made_all_the_same(sealed: Newsroom) -> None:
    assert sealed.build().pictures == 10
    assert len(sealed.pictures) == 10


def test_a_picture_that_is_being_copied_stops_the_build(paper: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    whole, develop = photo(shade=77), darkroom.develop

    def late(*given: Any) -> Any:
        paper.put("content/lu/lu.jpg", whole)
        return develop(*given)

    with monkeypatch.context() as patch:
        patch.setattr("hatinh_news.build.make.develop", late)
        with pytest.raises(CannotBuild) as stopped:
            paper.build()
    assert [(str(fault.place), fault.code) for fault in stopped.value.faults] == [
        ("content/lu/lu.jpg", "picture-changed")
    ]
    assert paper.build().faults == ()


def test_a_preview_has_its_own_pictures_beside_it_and_others_from_the_newspaper(paper: Newsroom) -> None:
    paper.edit("content/site.yaml", "[jpeg]", "[webp, jpeg]")
    front = "title: Mai\ndate: 2025-07-01\nimage: kin.jpg\nrelated: [content/lu/index.md]"
    paper.put("content/mai/index.md", f"---\n{front}\n---\nLũ.\n\n![Kín](k.jpg)\n".encode())
    paper.put("content/mai/kin.jpg", photo(shade=222))
    paper.put("content/mai/k.jpg", photo(shade=230))
    out = paper.site / "xem"
    key = "0123456789abcdef0123456789abcdef"
    shown = Shown(drafts=True, future=True)
    report = build(Request(paper.site, out, NOW, workers=1, shown=shown, previews=Previews(paper.out, key)))
    assert report.faults == ()
    folder = out / token(key, "mai/index.md")
    page = (folder / "index.html").read_text("utf-8")
    choices = [one for found in re.findall(r'srcset="([^"]*)"', page) for one in found.split(", ")]
    own = [one.partition(" ")[0] for one in choices if one.startswith("./anh/")]
    others = [one for one in choices if not one.startswith("./anh/")]
    assert len(own) == 2 * 2 * 2
    assert [name for name in own if not (folder / name).exists()] == []
    assert others
    assert all(one.startswith("https://bao.example/tin/anh/") for one in others)
    assert 'src="./anh/' in page
    assert not any("chia-se" in path for path in tree(out))
    assert not any(SPOT in raw for raw in tree(out).values())
