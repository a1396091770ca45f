"""What engineers, the clock and accidents do to a site, each as a function of the desk and two numbers."""

import shutil
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Final

from engine.content_edits import Edit, append, one_of, set_key, toggle_key
from engine.daily import NOW, picture
from engine.desk import STAGING, Desk, standing
from engine.marking import NAME, VERSIONS, announce
from hatinh_news.build import Shown
from hatinh_news.build.urls import urls
from hatinh_news.desk import record
from hatinh_news.model.errors import CannotBuild
from hatinh_news.render import theme_folders

SETTINGS: Final = {
    "title": ("Nhật báo Ngàn Phố", "Báo Sông", "Báo Núi"),
    "description": ("Tin mỗi ngày", ""),
    "paginate_by": ("2", "3", "4", "50"),
    "feed_limit": ("1", "5", "50"),
    "topic_feeds_from": ("", "2", "4"),
    "feed_content": ("full", "summary", "full", ""),
    "budgets": ("{article_html: 3 KB, list_html: 2 KB}", "{page_weight: 9 KB, css: 1 KB}", "{css: off}", ""),
    "headers": ("false", "{X-A: 1, /lien-he/: {X-B: 2}}", ""),
    "theme_color": ('"#7a1f1f"', ""),
    "logo": ("/anh/bien-hieu.png", "/khong-co.png", ""),
    "search": ("false", "true", "false", ""),
    "strings": ("{related: Xem nữa, corrections_heading: Sửa lại}", "{newest: Tin vừa đến}", ""),
    "corrections_heading": ("Đính chính", ""),
    "default_section": ("Kinh tế", ""),
    "related": (
        "{limit: 0}",
        "{limit: 3}",
        "{limit: 5, threshold: 2}",
        "{newer_days: 400}",
        "{alike: 20, most_lists: 3, freshness: 0, topics: 0}",
        "",
    ),
    "sections": (
        "[Thời sự, Kinh tế, Văn hóa]",
        "[Văn hóa, Kinh tế, Thời sự, Thể thao]",
        "[{name: Thời sự, description: Khác}, {name: Kinh doanh, slug: kinh-te}, Văn hóa]",
        "[Thời sự, Văn hóa]",
    ),
    "menus": ("{main: [{name: Lưu trữ, url: /luu-tru/}]}", "{foot: [{name: Hỏng, url: /khong-co/}]}", ""),
    "imprint": ("{publisher: Nhà in, phone: 0239 111}", "{note: Đã đổi}", ""),
    "authors": ("[{name: Trần Bình, role: Biên tập}]", "[{name: Đỗ Ân, slug: an}]", ""),
    "topics": ("[{name: Nhà Trắng, slug: toa-bach-oc}]", "[{name: Lúa gạo, slug: lua}]", ""),
    "deployment": ("{targets: [nginx, apache]}", "{targets: [netlify]}", "{targets: [cloudflare, github]}", ""),
    "permalinks": ('"/:section/:year/:slug/"', '"/:path/"', ""),
    "language": ("en", ""),
    "timezone": ("Europe/Berlin", "UTC", ""),
    "base_url": ("https://khac.example", "https://nganpho.example/bao"),
    "extra": ("{hotline: 1}", ""),
}
"""Values that a setting is given in turn; an empty one takes the setting away."""

PROGRAM_TEMPLATES: Final = ("header.html", "footer.html", "card.html", "list.html", "macros.html", "article.html")


def edit_settings(desk: Desk, pick: int, roll: int) -> None:
    file = desk.site / "content/site.yaml"
    key = list(SETTINGS)[pick % len(SETTINGS)]
    values = SETTINGS[key]
    set_key(file, key, values[roll % len(values)])


def break_settings(desk: Desk, pick: int, roll: int) -> None:
    file = desk.site / "content/site.yaml"
    desk.broken.setdefault(file, file.read_bytes())
    set_key(file, "titel", "x")


def edit_template(desk: Desk, pick: int, roll: int) -> None:
    for file in one_of(desk.templates(), pick):
        text = file.read_text(encoding="utf-8")
        marked = text.replace("{% endmacro %}", f"<i>{roll}</i>{{% endmacro %}}")
        marked = marked.replace("{% endblock %}", f"<i>{roll}</i>{{% endblock %}}")
        file.write_text(marked if marked != text else f"{text}<i>{roll}</i>\n", encoding="utf-8")


def add_or_remove_override(desk: Desk, pick: int, roll: int) -> None:
    """A site's own file in place of one of the program's, and away again."""
    name = PROGRAM_TEMPLATES[pick % len(PROGRAM_TEMPLATES)]
    own = desk.site / "templates" / name
    if own.exists():
        own.unlink()
        desk.broken.pop(own, None)
    else:
        text = (theme_folders(desk.site)[-1] / name).read_text(encoding="utf-8")
        own.write_text(f"{text}<!-- {roll} -->\n", encoding="utf-8")


def remove_template(desk: Desk, pick: int, roll: int) -> None:
    """Takes away an include that pages can do without."""
    (desk.site / "templates/chan-van-hoa.html").unlink(missing_ok=True)


def add_include(desk: Desk, pick: int, roll: int) -> None:
    name = ("van-hoa", "thoi-su", "the-thao")[pick % 3]
    (desk.site / f"templates/chan-{name}.html").write_text(f"<p>Chân {roll}</p>\n", encoding="utf-8")


def break_template(desk: Desk, pick: int, roll: int) -> None:
    for file in one_of(desk.templates(), pick):
        desk.broken.setdefault(file, file.read_bytes())
        append(file, "{{ khong_co.gi }}" if roll % 2 else "{% if %}")


def add_static(desk: Desk, pick: int, roll: int) -> None:
    file = desk.site / ("static/css/site.css" if pick % 3 == 0 else f"static/tai/tep-{pick % 5}.txt")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"/* {roll} */\n", encoding="utf-8")


def remove_static(desk: Desk, pick: int, roll: int) -> None:
    for file in one_of(sorted(each for each in (desk.site / "static").rglob("*") if each.is_file()), pick):
        file.unlink()


def rename_static(desk: Desk, pick: int, roll: int) -> None:
    """The same bytes under another name, or under that of another file."""
    files = sorted(each for each in (desk.site / "static").rglob("*") if each.is_file())
    for file in one_of(files, pick):
        others = [other.name for other in files if other.suffix == file.suffix]
        name = f"ten-khac-{roll % 4}{file.suffix}" if roll % 3 else others[roll % len(others)]
        file.replace(file.with_name(name))


def add_script(desk: Desk, pick: int, roll: int) -> None:
    """A script or stylesheet of the program's name, or one that nothing names."""
    name = ("js/search.js", "css/site.css", "js/rieng.js")[pick % 3]
    file = desk.site / "static" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"/* {roll % 3} */\n", encoding="utf-8")


def bring_back_static_photo(desk: Desk, pick: int, roll: int) -> None:
    file = desk.site / "static/anh/bien-hieu.png"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(picture(20 + roll % 5, 20))


def extension_on_or_off(desk: Desk, pick: int, roll: int) -> None:
    toggle_key(desk.site / "content/site.yaml", "extensions", f"[{NAME}]")


def other_version_of_extension(desk: Desk, pick: int, roll: int) -> None:
    """Another version is installed, and switched on where it was not."""
    set_key(desk.site / "content/site.yaml", "extensions", f"[{NAME}]")
    announce(1 + roll % VERSIONS)


def other_base_url(desk: Desk, pick: int, roll: int) -> None:
    desk.base_url = ("", "https://thu.example", "https://thu.example/muc")[roll % 3]


def clock_forward(desk: Desk, pick: int, roll: int) -> None:
    desk.now += timedelta(hours=1 + roll % 1000)


def clock_backward(desk: Desk, pick: int, roll: int) -> None:
    desk.now = NOW - timedelta(hours=roll % 4000)


def show_or_hide(desk: Desk, pick: int, roll: int) -> None:
    desk.shown = type(desk.shown)(bool(roll & 1), bool(roll & 2), bool(roll & 4))


def _made(desk: Desk) -> list[Path]:
    """What stands in public/ and is the newspaper's."""
    files = [file for file in desk.out.rglob("*") if file.is_file() and STAGING not in file.parts]
    return sorted(file for file in files if file.relative_to(desk.out).as_posix() not in desk.foreign)


def delete_output(desk: Desk, pick: int, roll: int) -> None:
    for file in one_of(_made(desk), pick):
        file.unlink()
        desk.loose.pop(file.relative_to(desk.out).as_posix(), None)


def tamper_with_output(desk: Desk, pick: int, roll: int) -> None:
    for file in one_of(_made(desk), pick):
        held = file.read_bytes()
        file.write_bytes(held[:-1] + bytes([held[-1] ^ 1]) if held and roll % 2 else f"ai đó sửa {roll}".encode())
        desk.loose[file.relative_to(desk.out).as_posix()] = file.read_bytes()


def foreign_file(desk: Desk, pick: int, roll: int) -> None:
    folders = [desk.out, *sorted(file.parent for file in _made(desk))]
    path = folders[pick % len(folders)] / f"ghi-chu-{roll % 5}.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"không phải của báo {roll}\n", encoding="utf-8")
    desk.foreign[path.relative_to(desk.out).as_posix()] = path.read_bytes()


def wipe_output(desk: Desk, pick: int, roll: int) -> None:
    shutil.rmtree(desk.out, ignore_errors=True)
    desk.foreign.clear()
    desk.loose.clear()


def delete_ledger(desk: Desk, pick: int, roll: int) -> None:
    desk.forget_the_ledger(Path.unlink)


def corrupt_ledger(desk: Desk, pick: int, roll: int) -> None:
    def spoil(file: Path) -> None:
        held = file.read_bytes()
        spoilt = (b"", b"rubbish" * 1000, held[: len(held) // 2], b"\0" * len(held), held[:100])
        file.write_bytes(spoilt[roll % len(spoilt)])

    desk.forget_the_ledger(spoil)


def remove_ledger_folder(desk: Desk, pick: int, roll: int) -> None:
    shutil.rmtree(desk.site / ".hatinh-news", ignore_errors=True)
    desk.let_go()


def put_away_ledger_or_bring_it_back(desk: Desk, pick: int, roll: int) -> None:
    """A backup of the ledger, older than what stands in public/ when it comes back."""
    ledger, backup = desk.site / ".hatinh-news", desk.site.with_name(f"{desk.site.name}-backup")
    if backup.exists():
        shutil.rmtree(ledger, ignore_errors=True)
        backup.rename(ledger)
        desk.let_go()
    elif ledger.exists():
        shutil.copytree(ledger, backup)


def mend(desk: Desk, pick: int, roll: int) -> None:
    desk.mend()


def build(desk: Desk, pick: int, roll: int) -> None:
    desk.build_and_compare()


def build_strictly(desk: Desk, pick: int, roll: int) -> None:
    desk.build_and_compare(strict=True)


def verify(desk: Desk, pick: int, roll: int) -> None:
    desk.build_believing_nothing()


def die(desk: Desk, pick: int, roll: int) -> None:
    desk.build_and_die(roll % 4096)
    left = standing(desk.out)
    assert {path: left.get(path) for path in desk.foreign} == desk.foreign
    desk.loose = {path: left[path] for path in desk.loose if path in left}


def record_addresses(desk: Desk, pick: int, roll: int) -> None:
    """Whatever is then renamed or deleted is redirected, or told; settings that are broken are not recorded of."""
    with suppress(CannotBuild):
        record(desk.site, urls(desk.request(shown=Shown())).lines)


def say_gone(desk: Desk, pick: int, roll: int) -> None:
    """Deletes an article and says of its recorded addresses that nothing is to answer them, as far as nothing does."""
    record_addresses(desk, pick, roll)
    files = desk.articles()
    if len(files) == 1:
        return
    for file in one_of(files, pick):
        file.unlink()
    with suppress(CannotBuild):
        lost = [one.recorded.url for one in urls(desk.request(shown=Shown())).answers if one.state == "lost"]
        record(desk.site, urls(desk.request(shown=Shown()), lost).lines)


SITE_EDITS: Final[dict[str, Edit]] = {
    "edit settings": edit_settings,
    "break settings": break_settings,
    "edit template": edit_template,
    "add or remove override": add_or_remove_override,
    "remove template": remove_template,
    "add include": add_include,
    "break template": break_template,
    "add static": add_static,
    "remove static": remove_static,
    "rename static": rename_static,
    "add script": add_script,
    "bring back static photo": bring_back_static_photo,
    "extension on or off": extension_on_or_off,
    "other version of extension": other_version_of_extension,
    "other base URL": other_base_url,
    "clock forward": clock_forward,
    "clock backward": clock_backward,
    "show or hide": show_or_hide,
    "record addresses": record_addresses,
    "say gone": say_gone,
    "mend": mend,
}
ACCIDENTS: Final[dict[str, Edit]] = {
    "delete output": delete_output,
    "tamper with output": tamper_with_output,
    "foreign file": foreign_file,
    "wipe output": wipe_output,
    "delete ledger": delete_ledger,
    "corrupt ledger": corrupt_ledger,
    "remove ledger folder": remove_ledger_folder,
    "put away ledger or bring it back": put_away_ledger_or_bring_it_back,
}
BUILDS: Final[dict[str, Edit]] = {"build": build, "build strictly": build_strictly, "verify": verify, "die": die}
