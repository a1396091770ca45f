import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from hatinh_news import cli
from hatinh_news.build import Request, build
from hatinh_news.build.survey import survey
from hatinh_news.ledger import Ledger
from hatinh_news.read.load import Desk, read_all
from newsroom import NOW, lay_out, told, tree

GIF = b"GIF89a" + (1200).to_bytes(2, "little") + (800).to_bytes(2, "little")

Output = pytest.CaptureFixture[str]
Typed = Callable[..., tuple[int, Any]]


def text_of(site: Path, path: str) -> str:
    return (site / path).read_text(encoding="utf-8")


def codes(answer: dict[str, list[dict[str, str]]]) -> list[str]:
    return [fault["code"] for fault in answer["faults"]]


def test_an_article_goes_where_its_section_keeps_its_articles(site: Path, new: Typed) -> None:
    code, made = new("Cây cầu mới: hai xóm gần nhau", site, "--section", "Kinh tế")
    assert code == 0
    assert made == {
        "path": "content/kinh-te/2025/2025-02-28-cay-cau-moi-hai-xom-gan-nhau.md",
        "files": ["content/kinh-te/2025/2025-02-28-cay-cau-moi-hai-xom-gan-nhau.md"],
        "url": "/2025/02/cay-cau-moi-hai-xom-gan-nhau/",
        "title": "Cây cầu mới: hai xóm gần nhau",
        "date": "2025-02-28T15:30:00+07:00",
        "draft": True,
        "section": "Kinh tế",
        "topics": [],
        "authors": [],
        "series": "",
        "faults": [],
    }


def test_front_matter_reads_as_an_editor_types_it(site: Path, new: Typed) -> None:
    _, made = new(
        *("Bài “B” & C", site, "--section", "kinh-te", "--topic", "nong thon moi", "--topic", "Dân ca ví, giặm"),
        *("--author", "Trần Thị Mai Khê", "--series", "giu nuoc", "--date", "14/3/2025 8h30"),
    )
    assert text_of(site, made["path"]) == (
        "---\n"
        "title: Bài “B” & C\n"
        "description:  # sapo: 30 – 50 chữ tóm ý chính\n"
        "date: 2025-03-14 08:30\n"
        "draft: true  # bài nháp: duyệt xong thì xóa dòng này\n"
        'topics: [Nông thôn mới, "Dân ca ví, giặm"]\n'
        "series: Giữ nước\n"
        "authors: [Trần Thị Mai Khê]\n"
        "---\n"
        "\n"
        "<!-- Viết thân bài ở đây, mỗi đoạn cách nhau một dòng trống. Ghi chú này không hiện trên trang. -->\n"
    )


def test_what_was_made_is_built_without_a_fault(site: Path, new: Typed) -> None:
    new("Bài mới", site, "--no-draft", "--topic", "Chủ đề mới", "--author", "Lê Văn Mới")
    report = build(Request(site, site / "public", NOW, workers=1))
    assert told(report.faults) == ""
    assert (site / "public/2025/02/bai-moi/index.html").is_file()
    assert (site / "public/chu-de/chu-de-moi/index.html").is_file()


def test_a_draft_is_not_built(site: Path, new: Typed) -> None:
    assert new("Bài mới", site)[1]["draft"] is True
    assert build(Request(site, site / "public", NOW, workers=1)).drafts == 1
    assert "bai-moi" not in "".join(tree(site / "public"))


def test_without_a_section_it_is_the_one_of_articles_that_name_none(site: Path, new: Typed) -> None:
    assert new("Bài mới", site)[1]["section"] == "Thời sự"


def test_a_long_list_of_topics_stands_one_below_the_other(site: Path, new: Typed) -> None:
    names = [f"Một chủ đề có tên rất dài số {number}" for number in range(4)]
    _, made = new("Bài mới", site, *(word for name in names for word in ("--topic", name)))
    assert "topics:\n  - Một chủ đề có tên rất dài số 0\n  - " in text_of(site, made["path"])
    assert made["topics"] == names


# Where it goes


@pytest.mark.parametrize(
    ("folder", "path"),
    [
        ("thoi-su", "thoi-su/2025-02-28-moi.md"),
        ("thoi-su/2024", "thoi-su/2025/2025-02-28-moi.md"),
        ("thoi-su/2024/12", "thoi-su/2025/02/2025-02-28-moi.md"),
        ("thoi-su/goc-nhin", "thoi-su/2025/2025-02-28-moi.md"),
    ],
)
def test_folders_by_date_are_those_of_the_sections_articles(site: Path, new: Typed, folder: str, path: str) -> None:
    for number in range(3):
        lay_out(f"-- content/{folder}/2024-12-0{number + 1}-x.md --\n---\ntitle: X\n---\nX\n", site)
    assert new("Mới", site)[1]["path"] == f"content/{path}"


def test_the_file_is_named_after_its_own_date(site: Path, new: Typed) -> None:
    _, made = new("Tết", site, "--date", "2030-01-01")
    assert (made["path"], made["url"]) == ("content/thoi-su/2030/2030-01-01-tet.md", "/2030/01/tet/")


def test_a_bundle_is_a_folder(site: Path, new: Typed) -> None:
    assert new("Mới", site, "--bundle")[1]["path"] == "content/thoi-su/2025/2025-02-28-moi/index.md"


def test_a_section_that_no_folder_means_is_named_in_the_article(tmp_path: Path, new: Typed) -> None:
    """A newspaper whose articles name its sections: one more article, and one more section."""
    site = lay_out(
        "-- content/site.yaml --\ntitle: Báo\n-- content/2025-01-01-a.md --\n---\ntitle: A\n---\nA\n", tmp_path
    )
    _, made = new("Mới", site, "--section", "Thể thao")
    assert made["path"] == "content/the-thao/2025/2025-02-28-moi.md"
    assert "\nsection: Thể thao\n" in text_of(site, made["path"])


@pytest.mark.parametrize("name", ["Trang", "🌾"])
def test_a_section_that_can_have_no_folder_is_named_in_the_article(tmp_path: Path, new: Typed, name: str) -> None:
    site = lay_out("-- content/site.yaml --\ntitle: Báo\n", tmp_path)
    _, made = new("Mới", site, "--section", name)
    assert (made["path"], made["section"]) == ("content/2025/2025-02-28-moi.md", name)


def test_the_first_article_of_a_newspaper_can_be_made(tmp_path: Path, new: Typed) -> None:
    site = lay_out("-- content/site.yaml --\ntitle: Báo\nsections: [Thời sự]\n", tmp_path)
    assert new("Mới", site)[1]["url"] == "/2025/02/moi/"


def test_dates_are_in_the_papers_zone(tmp_path: Path, new: Typed) -> None:
    settings = "title: Báo\nsections: [Thời sự]\ntimezone: Europe/Paris\n"
    site = lay_out(f"-- content/site.yaml --\n{settings}", tmp_path)
    _, made = new("Mới", site)
    assert made["date"] == "2025-02-28T09:30:00+01:00"
    assert "date: 2025-02-28 09:30\n" in text_of(site, made["path"])


# Names


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Nông thôn mới", "Nông thôn mới"),
        ("NÔNG THÔN MỚI", "Nông thôn mới"),
        ("nong thon moi", "Nông thôn mới"),
        ("nong thon", "Nông thôn mới"),
        ("dan ca", "Dân ca ví, giặm"),
        ("Nông thôn", "Nông thôn"),
        (" Thủy  lợi ", "Thủy lợi"),
    ],
)
def test_a_topic_is_spelt_as_the_newspaper_spells_it(site: Path, new: Typed, typed: str, meant: str) -> None:
    assert new("Mới", site, "--topic", typed)[1]["topics"] == [meant]


def test_a_name_that_finds_several_is_refused(site: Path, new: Typed) -> None:
    code, answer = new("Mới", site, "--topic", "nong")
    assert (code, codes(answer)) == (2, ["several-names"])
    assert "Nông sản, Nông thôn mới" in answer["faults"][0]["message"]


def test_a_new_name_that_is_nearly_an_old_one_is_told(site: Path, new: Typed) -> None:
    code, answer = new("Mới", site, "--author", "Trần Thị Mai Khe")
    assert (code, codes(answer), answer["authors"]) == (0, ["new-name"], ["Trần Thị Mai Khe"])
    assert "Trần Thị Mai Khê" in answer["faults"][0]["hint"]


@pytest.mark.parametrize(
    ("typed", "code", "hint"),
    [
        ("Kinh tết", "no-such-section", "did you mean “Kinh tế”? The sections are: Thời sự, Kinh tế, Kinh doanh"),
        ("Zzz", "no-such-section", "choose one of: Thời sự, Kinh tế, Kinh doanh"),
        ("kinh", "several-names", "write one of them in full"),
    ],
)
def test_a_section_that_is_none_is_refused_with_those_that_are(
    site: Path, new: Typed, typed: str, code: str, hint: str
) -> None:
    before = tree(site)
    exit_code, answer = new("Mới", site, "--section", typed)
    assert (exit_code, codes(answer)) == (2, [code])
    assert answer["faults"][0]["hint"] == hint
    assert tree(site).keys() - {path for path in tree(site) if path.startswith(".hatinh-news")} == before.keys()


# What is refused


@pytest.mark.parametrize("option", ["", "--bundle"])
def test_nothing_is_ever_overwritten(site: Path, new: Typed, option: str) -> None:
    options = [option] if option else []
    _, made = new("Mới", site, *options)
    before = tree(site / "content")
    for again in ([], ["--bundle"]):
        code, answer = new("Mới", site, *again)
        assert (code, codes(answer)) == (2, ["file-there"])
        assert answer["faults"][0]["path"] == made["path"]
    assert tree(site / "content") == before


@pytest.mark.parametrize(
    ("options", "other"),
    [
        (["--slug", "bai-a", "--date", "2025-01-20"], "content/thoi-su/2025/2025-01-01-bai-a.md"),
        (["--slug", "BAI-A", "--date", "2025-01-20"], "content/thoi-su/2025/2025-01-01-bai-a.md"),
    ],
)
def test_an_address_that_another_article_has_is_refused(site: Path, new: Typed, options: list[str], other: str) -> None:
    code, answer = new("Mới", site, *options)
    assert (code, codes(answer)) == (2, ["address-taken"])
    assert other in answer["faults"][0]["message"]


@pytest.mark.parametrize(
    ("pattern", "slug"), [("/:slug/", "gioi-thieu"), ("/:slug/", "chu-de"), ("/cu/:slug/", "bai-a")]
)
def test_an_address_that_a_page_or_an_old_article_has_is_refused(
    site: Path, new: Typed, pattern: str, slug: str
) -> None:
    settings = site / "content/site.yaml"
    settings.write_text(f'{settings.read_text(encoding="utf-8")}permalinks: "{pattern}"\n', encoding="utf-8")
    code, answer = new("Mới", site, "--slug", slug)
    assert (code, codes(answer)) == (2, ["address-taken"])


@pytest.mark.parametrize(
    ("title", "options", "code"),
    [
        ("  \u200b ", [], "no-title"),
        ("Mới", ["--date", "hôm nay"], "bad-date"),
        ("Mới", ["--date", "2025-02-30"], "bad-date"),
        ("Mới", ["--slug", "bài mới"], "bad-new-slug"),
        ("Mới", ["--slug", "../bai"], "bad-new-slug"),
        ("Mới", ["--image", "khong-co.jpg"], "no-such-picture"),
        ("Mới", ["--image", "thu.txt"], "no-such-picture"),
        ("Mới", ["--image", "gia.jpg"], "no-such-picture"),
        ("Mới", ["--open"], "no-editor"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_written(
    site: Path, new: Typed, title: str, options: list[str], code: str
) -> None:
    Path("thu.txt").write_text("x")
    Path("gia.jpg").write_text("không phải ảnh", encoding="utf-8")
    before = tree(site / "content")
    exit_code, answer = new(title, site, *options)
    assert (exit_code, codes(answer)) == (2, [code])
    assert tree(site / "content") == before


def test_a_folder_without_a_newspaper_is_refused(tmp_path: Path, new: Typed) -> None:
    assert new("Mới", tmp_path)[0] == 2
    assert tree(tmp_path) == {}


def test_a_disk_that_refuses_is_told_and_leaves_nothing_behind(
    site: Path, new: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = Path("anh.gif")
    picture.write_bytes(GIF)
    (site / "content/thoi-su/2025/2025-02-28-moi").write_text("a file, where a folder should be")
    code, answer = new("Mới", site, "--bundle", "--image", "anh.gif")
    assert (code, codes(answer)) == (2, ["file-there"])

    def fail(*_: object) -> bytes:
        raise OSError(28, "No space left on device")

    before = tree(site / "content")
    real = Path.open

    def full(self: Path, mode: str = "r", **rest: object) -> object:
        return fail() if mode == "xb" and self.suffix == ".md" else real(self, mode)

    monkeypatch.setattr(Path, "open", full)
    code, answer = new("Khác", site, "--image", "anh.gif")
    assert (code, codes(answer)) == (2, ["cannot-create"])
    assert "No space left" in answer["faults"][0]["message"]
    assert tree(site / "content") == before


def test_a_file_that_appears_meanwhile_is_not_overwritten(
    site: Path, new: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hatinh_news.desk.article._check_free", lambda *_: None)
    new("Mới", site)
    before = tree(site / "content")
    monkeypatch.setattr("hatinh_news.build.trial._rivals", lambda *_: ())
    code, answer = new("Mới", site)
    assert (code, codes(answer)) == (2, ["file-there"])
    assert tree(site / "content") == before


# Pictures


def test_a_picture_is_copied_beside_the_article(site: Path, new: Typed) -> None:
    Path("Ảnh Chính.GIF").write_bytes(GIF)
    _, made = new("Mới", site, "--image", "Ảnh Chính.GIF", "--no-draft")
    folder = site / "content/thoi-su/2025/2025-02-28-moi"
    assert (folder / "anh-chinh.gif").read_bytes() == Path("Ảnh Chính.GIF").read_bytes() == GIF
    assert "image: anh-chinh.gif\nimage_alt:  # " in text_of(site, made["path"])
    assert told(build(Request(site, site / "public", NOW, workers=1)).faults) == ""
    assert (site / "public/2025/02/moi/anh-chinh.gif").is_file()


def test_a_picture_of_static_is_named_by_its_address(site: Path, new: Typed) -> None:
    (site / "static").mkdir()
    (site / "static/a.gif").write_bytes(GIF)
    _, made = new("Mới", site, "--image", "/a.gif")
    assert made["files"] == ["content/thoi-su/2025/2025-02-28-moi.md"]
    assert "image: /a.gif\n" in text_of(site, made["path"])


# Archetypes


ARCHETYPE = """
-- archetypes/kinh-te.md --
---
# Khuôn của chuyên mục Kinh tế
kicker: Giá cả
sapo:  # hai câu
# ai ký tên
byline: Phan Đình Lâm
draft: false
extra:
  bang: gia
---

## Giá hôm nay

-- archetypes/default.md --
---
title: không dùng
status: draft
dateline: Sông La
---
Mở bài.
"""


def test_an_archetype_of_the_section_is_the_start(site: Path, new: Typed) -> None:
    lay_out(ARCHETYPE, site)
    _, made = new("Mới", site, "--section", "Kinh tế", "--topic", "Nông sản")
    assert text_of(site, made["path"]) == (
        "---\n"
        "title: Mới\n"
        "# Khuôn của chuyên mục Kinh tế\n"
        "kicker: Giá cả\n"
        "sapo:  # hai câu\n"
        "date: 2025-02-28 15:30\n"
        "draft: false\n"
        "topics: [Nông sản]\n"
        "# ai ký tên\n"
        "byline: Phan Đình Lâm\n"
        "extra:\n"
        "  bang: gia\n"
        "---\n"
        "\n"
        "## Giá hôm nay\n"
        "\n"
    )
    assert (made["draft"], made["authors"]) == (False, ["Phan Đình Lâm"])


def test_the_default_archetype_is_that_of_all_other_sections(site: Path, new: Typed) -> None:
    lay_out(ARCHETYPE, site)
    _, made = new("Mới", site)
    text = text_of(site, made["path"])
    assert text == ("---\ntitle: Mới\ndateline: Sông La\ndate: 2025-02-28 15:30\nstatus: draft\n---\nMở bài.\n")


@pytest.mark.parametrize(("option", "draft"), [("--draft", True), ("--no-draft", False)])
def test_options_win_over_the_archetype(site: Path, new: Typed, option: str, draft: bool) -> None:
    lay_out(ARCHETYPE, site)
    for section in ("Kinh tế", "Thời sự"):
        assert new(f"Bài {section}", site, option, "--section", section)[1]["draft"] is draft


@pytest.mark.parametrize(
    ("archetype", "place", "code"),
    [
        ("---\nkickr: x\n---\n", "archetypes/default.md:2", "unknown-key"),
        ("---\nkicker: [a\n---\n", "archetypes/default.md:2", "yaml-unclosed-list"),
        ("không có phần khai báo\n", "archetypes/default.md:1", "no-front-matter"),
        ("---\n{kicker: x}\n---\n", "archetypes/default.md:2", "bad-archetype"),
        ("---\nkicker: x\n---\n::: hop\nX\n", "archetypes/default.md:0", "unclosed-block"),
        ("---\nimage: a.jpg\n---\n", "archetypes/default.md:0", "missing-picture"),
    ],
)
def test_a_faulty_archetype_is_told_by_its_own_name(
    site: Path, new: Typed, archetype: str, place: str, code: str
) -> None:
    lay_out(f"-- archetypes/default.md --\n{archetype}", site)
    exit_code, answer = new("Mới", site)
    assert exit_code == 2
    assert codes(answer) == [code]
    assert f"{answer['faults'][0]['path']}:{answer['faults'][0]['line']}" == place


def test_an_archetype_that_cannot_be_read_is_told(site: Path, new: Typed, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_out(ARCHETYPE, site)
    real = Path.read_bytes

    def refuse(self: Path) -> bytes:
        if self.parent.name == "archetypes":
            raise PermissionError(13, "Permission denied")
        return real(self)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert codes(new("Mới", site)[1]) == ["unreadable"]


def test_an_archetype_without_an_ending_line_or_with_windows_lines_will_do(site: Path, new: Typed) -> None:
    lay_out("-- archetypes/default.md --\n---\r\nkicker: Tin nhanh\r\n---", site)
    assert "kicker: Tin nhanh\n" in text_of(site, new("Mới", site)[1]["path"])


# The editor, and what is said


def test_the_article_is_opened_in_the_editor(site: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    note = "import sys; from pathlib import Path; Path('opened').write_text(sys.argv[-1])"
    monkeypatch.setenv("EDITOR", f'"{sys.executable}" -c "{note}"')
    assert cli.main(["new", "Mới", str(site), "--editor"]) == 0
    assert Path("opened").read_text() == str(site / "content/thoi-su/2025/2025-02-28-moi.md")
    assert capsys.readouterr().out == (
        f"{site}/content/thoi-su/2025/2025-02-28-moi.md\n  address: /2025/02/moi/ (a draft)\n"
    )


@pytest.mark.parametrize("command", ["no-such-editor --wait", "false"])
def test_an_editor_that_does_not_come_is_told(
    site: Path, new: Typed, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("VISUAL", command)
    code, answer = new("Mới", site, "--open")
    assert (code, codes(answer)) == (0, ["editor-failed"])
    assert command in answer["faults"][0]["message"]


def test_the_address_of_what_is_no_draft_is_told(site: Path, capsys: Output) -> None:
    assert cli.main(["new", "Mới", str(site), "--no-draft", "--lang", "vi"]) == 0
    assert capsys.readouterr().out.endswith("  địa chỉ: /2025/02/moi/\n")


def test_without_a_title_and_without_a_terminal_it_is_refused(site: Path, capsys: Output) -> None:
    assert cli.main(["new", "", str(site), "--lang", "vi"]) == 2
    assert "bài báo cần có nhan đề" in capsys.readouterr().err


def test_faulty_settings_are_told(site: Path, new: Typed) -> None:
    (site / "content/site.yaml").write_text("titel: x\n", encoding="utf-8")
    assert codes(new("Mới", site)[1])[0] == "unknown-key"


# What is remembered


def test_names_come_from_what_the_last_build_remembers(site: Path, new: Typed, monkeypatch: pytest.MonkeyPatch) -> None:
    build(Request(site, site / "public", NOW, workers=1))
    read: list[str] = []

    def watched(desk: Desk, paths: list[str], *rest: Any) -> Any:
        read.extend(paths)
        return read_all(desk, paths, *rest)

    monkeypatch.setattr("hatinh_news.build.intake.read_all", watched)
    assert new("Mới", site, "--series", "giu nuoc")[1]["series"] == "Giữ nước"
    assert read == []


def test_a_build_that_is_under_way_is_not_disturbed(site: Path, new: Typed) -> None:
    build(Request(site, site / "public", NOW, workers=1))
    with Ledger(site, site / "public"):
        assert new("Mới", site)[0] == 0
        assert len(survey(Request(site, site / "public", datetime.now(UTC)))[0]) == 2


def test_a_newspaper_that_was_never_built_gets_no_ledger(site: Path, new: Typed) -> None:
    new("Mới", site)
    assert not (site / ".hatinh-news").exists()


def test_what_turns_out_to_be_damaged_is_read_from_the_files(site: Path, new: Typed) -> None:
    build(Request(site, site / "public", NOW, workers=1))
    with Ledger(site, site / "public") as ledger:
        ledger.store._database.execute("UPDATE manuscript SET record = x'00'")
        ledger.store._database.commit()
    assert new("Mới", site, "--series", "giu nuoc")[1]["series"] == "Giữ nước"


def test_a_damaged_ledger_is_left_for_the_next_build(site: Path, new: Typed) -> None:
    build(Request(site, site / "public", NOW, workers=1))
    (ledger,) = (site / ".hatinh-news").glob("*.sqlite3")
    ledger.write_bytes(b"broken")
    assert new("Mới", site)[0] == 0
    assert ledger.read_bytes() == b"broken"
