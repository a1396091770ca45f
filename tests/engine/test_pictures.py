"""Pictures in any order of edits, accidents and builds: what stands in public/ is what a clean build makes."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given

from engine.content_edits import CONTENT_EDITS, Edit, one_of, set_key, toggle_key
from engine.daily import lay_out_daily, picture
from engine.desk import Desk
from engine.scripts import ALL, Step, drawn, steps
from engine.site_edits import ACCIDENTS, mend
from hatinh_news.ledger import known_pictures
from hatinh_news.model.digest import digest, name_of
from hatinh_news.model.picture import Quality

pytestmark = pytest.mark.darkroom

FEW_NEWS: Final = 3
SMALL: Final = "{widths: [16, 40], formats: [jpeg], headlines: 2}"


def beside(change: Callable[[Desk, Path, Path, int], None]) -> Edit:
    """An edit of an article in a folder of its own, and of a photo that lies there."""

    def edit(desk: Desk, pick: int, roll: int) -> None:
        photos = [file for file in desk.photos() if (file.parent / "index.md").exists()]
        for photo in one_of(photos, pick):
            change(desk, photo.parent / "index.md", photo, roll)

    return edit


def _rename(_desk: Desk, article: Path, photo: Path, roll: int) -> None:
    new = photo.with_name(f"anh-{roll}.png")
    photo.rename(new)
    article.write_text(article.read_text("utf-8").replace(photo.name, new.name), "utf-8")


def _show_the_same(desk: Desk, article: Path, photo: Path, roll: int) -> None:
    for other in one_of(desk.photos(), roll):
        photo.write_bytes(other.read_bytes())


def _break_off(_desk: Desk, article: Path, photo: Path, roll: int) -> None:
    raw = picture(20 + roll % 50, 30)
    photo.write_bytes(raw[: len(raw) - 14 - roll % 20])


def _settings(desk: Desk, pick: int, roll: int) -> None:
    chosen = (
        SMALL,
        SMALL.replace("40", "30"),
        SMALL.replace("formats", "quality: {jpeg: 40}, formats"),
        "{enabled: false}",
    )
    set_key(desk.site / "content/site.yaml", "images", chosen[roll % 4])


PICTURE_EDITS: Final[dict[str, Edit]] = {
    "rename photo and all that shows it": beside(_rename),
    "show the same photo elsewhere": beside(_show_the_same),
    "photo that breaks off": beside(_break_off),
    "other focus": beside(
        lambda _, article, photo, roll: set_key(article, "image_focus", f"{roll % 101}% {roll % 7}0%")
    ),
    "lead photo on or off": beside(lambda _, article, photo, roll: toggle_key(article, "image", photo.name)),
    "draft with a photo on or off": beside(lambda _, article, photo, roll: toggle_key(article, "draft", "true")),
    "settings of pictures": _settings,
}
NAMES: Final = ("replace photo", "repaint photo", "delete photo", "edit first photo", "edit body", "retitle", "retract")


def step(name: str) -> Edit:
    return PICTURE_EDITS.get(name) or ALL[name]


def test_pictures_that_are_edited_are_those_of_a_clean_build() -> None:
    usual = [name for name in NAMES if name in CONTENT_EDITS]
    names = [*PICTURE_EDITS, *PICTURE_EDITS, *usual, *ACCIDENTS, *["build"] * 12, *["die"] * 4]

    @drawn(few=8, many=60)
    @given(script=steps(names, longest=10))
    def after_any_script(script: list[Step]) -> None:
        with tempfile.TemporaryDirectory() as folder:
            desk = _desk(Path(folder))
            desk.build()
            for name, pick, roll in script:
                step(name)(desk, pick, roll)
            mend(desk, 0, 0)
            desk.build_and_compare()
            _no_picture_of_what_is_hidden(desk)
            ALL["verify"](desk, 0, 0)

    after_any_script()


def test_each_edit_of_pictures_by_itself(tmp_path: Path) -> None:
    desk = _desk(tmp_path)
    desk.build()
    for number, name in enumerate([*PICTURE_EDITS, *PICTURE_EDITS]):
        step(name)(desk, number, 7 * number + 1)
        desk.build_and_compare()
        _no_picture_of_what_is_hidden(desk)


def _desk(folder: Path) -> Desk:
    desk = Desk(lay_out_daily(folder / "site", FEW_NEWS), folder / "clean")
    set_key(desk.site / "content/site.yaml", "images", SMALL)
    return desk


def _no_picture_of_what_is_hidden(desk: Desk) -> None:
    """Nothing in public/ is called after a photo that only drafts show."""
    photos = {file: file.read_bytes() for file in desk.photos()}
    drafts = {file for file in photos if _is_draft(file.parent / "index.md")}
    public = {photos[file] for file in photos.keys() - drafts}
    stems = {_stem(photos[file]) for file in drafts if photos[file] not in public}
    names = [file.name for file in (desk.out / "anh").glob("*")] if desk.out.exists() else []
    assert [name for name in names if name.partition("-")[0] in stems] == []


def _is_draft(article: Path) -> bool:
    return article.exists() and "\ndraft: true" in article.read_text("utf-8")


def _stem(raw: bytes) -> str:
    return name_of(digest(raw), Quality()).hex()[:16]


def test_the_sentinel_would_be_seen(tmp_path: Path) -> None:
    desk = _desk(tmp_path)
    desk.build()
    stems = {_stem(file.read_bytes()) for file in desk.photos()}
    shown = {file.name.partition("-")[0] for file in (desk.out / "anh").glob("*.jpg")}
    assert len(stems & shown) >= 4
    assert known_pictures(desk.site / ".hatinh-news/pictures")
