"""A newspaper that keeps secrets: every field of every article holds words that nothing else holds, so that one byte of
an article that is not public can be found wherever it went."""

import shutil
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final, Literal, TypeAlias

from engine.daily import NOW
from newsroom import lay_out, tree

Fate: TypeAlias = Literal["out", "draft", "later", "over", "retracted", "faulty", "deleted"]
FATES: Final[tuple[Fate, ...]] = ("out", "draft", "later", "over", "retracted", "faulty", "deleted")
SECRETS: Final = 6
IN_A_DRAFT_SECTION: Final = 5
MAY_BE_FAULTY: Final = 4
"""Its address is known to nobody as long as it cannot be read or is not there, so nobody links to it by its address."""
PAGES: Final = ("muc", "chu-de", "loat-bai", "tac-gia", "trang")
"""What may be a draft besides articles: a section, the words on a topic, a series, an author, and a standing page."""

_SITE: Final = """
-- content/site.yaml --
title: Báo kín
base_url: https://bao.example
paginate_by: 2
sections: [Thời sự]
{settings}
-- content/_index.md --
---
title: Trang nhất
pin: [{pins}]
front: {{featured: 2, blocks: [Thời sự]}}
---
-- content/thoi-su/2025-05-01-bai-ngo.md --
---
title: Bài ngỏ
related: [{pins}]
---
Lời ngỏ. {links}
-- content/thoi-su/2025-05-02-bai-khac.md --
---
title: Bài khác
---
Lời khác.
"""
SETTINGS: Final = (
    "feed_content: full",
    "feed_content: full\ndeployment: {targets: [nginx]}",
    "search: false\ntopic_feeds_from: 2",
    "deployment: {targets: [netlify, apache]}\nheaders: {X-A: 1, /thoi-su/: {X-B: 2}}",
    "feed_content: summary\ndeployment: {targets: [cloudflare]}\nheaders: false\nrelated: {limit: 0}",
    "language: en\ntheme_color: '#7a1f1f'\nstrings: {related: Xem nữa}\nbudgets: {article_html: 1 KB}",
    "feed_limit: 3\nlogo: /icon-192.png\ndescription: Khác",
)
"""What site.yaml says in turn."""
LISTS: Final = ("chu-de", "loat-bai", "tac-gia")
"""Those of PAGES that tell of a list which is there without them, so that what was an address of it leads to it."""
HOSTS: Final = ("_redirects", ".htaccess", ".hosting/nginx-map.conf", ".hosting/nginx-server.conf")
"""Files that say to hosts which recorded addresses are over, and where others lead."""
_SVG: Final = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><!-- {word} --></svg>'


@dataclass(frozen=True, slots=True)
class Secret:
    """One article: what becomes of it, at which hour from NOW, when it is corrected, and how often it was edited."""

    number: int
    fate: Fate = "out"
    hour: int = 0
    corrected: int = 0
    edits: int = 0

    @property
    def name(self) -> str:
        """The word that stands in what even a notice shows: headline, address, names."""
        return f"zqten{self.number}x"

    @property
    def words(self) -> str:
        """The word that stands in all else."""
        return f"zqloi{self.number}x"

    @property
    def correction(self) -> str:
        return f"zqsai{self.number}x"

    @property
    def path(self) -> str:
        folder = "muc-zqmucx" if self.number == IN_A_DRAFT_SECTION else "thoi-su"
        return f"{folder}/2025-05-20-{self.name}/index.md"

    @property
    def files(self) -> dict[str, str]:
        name, words, moment = self.name, self.words, NOW + timedelta(hours=self.hour)
        fate = {
            "draft": "draft: true",
            "later": f"publish_date: {moment:%Y-%m-%d %H:%M}",
            "over": f"expiry_date: {moment:%Y-%m-%d %H:%M}",
            "retracted": "retracted: Nguồn tin sai.",
            "faulty": "tilte: sai",
        }.get(self.fate, "lang: vi")
        told = NOW + timedelta(hours=self.corrected)
        lines = [
            "---",
            f"title: Nhan đề {name}",
            f"sapo: Sapo {words}",
            f"topics: [Chủ đề {name}]",
            f"authors: [Tác giả {name}]",
            f"series: Loạt {name}",
            f"aliases: [/cu-{name}/, /cu-{name}.html]",
            f"image: anh-{words}.svg",
            f"image_alt: Tả {words}",
            f"image_caption: Chú thích {words}",
            f"image_credit: 'Ảnh: {words}'",
            f"kicker: Mục {words}",
            f"dateline: Nơi {words}",
            f"extra: {{khoa: {words}}}",
            f"corrections: [{{date: {told:%Y-%m-%d %H:%M}, text: Đúng là {self.correction}}}]",
            fate,
            "---",
            f"Thân bài {words}, lần {self.edits}. [Tệp kèm](tep-{words}.pdf)",
            "",
            f'![Ảnh {words}](anh-2-{words}.svg "Chú thích {words} | Ảnh: {words}")',
        ]
        folder = self.path.removesuffix("index.md")
        pictures = {f"{folder}{file}-{words}.svg": _SVG.format(word=words) for file in ("anh", "anh-2")}
        return {self.path: "\n".join(lines), f"{folder}tep-{words}.pdf": f"%PDF-1.4 {words}", **pictures}


@dataclass(slots=True)
class Newspaper:
    """What lies in content/, and what of it no reader may see; `recorded` says that addresses were recorded."""

    secrets: list[Secret] = field(default_factory=lambda: [Secret(number) for number in range(SECRETS)])
    drafts: set[str] = field(default_factory=set)
    edits: int = 0
    settings: str = SETTINGS[0]
    recorded: bool = False

    def write(self, site: Path) -> None:
        files = {path: text for secret in self.secrets for path, text in secret.files.items()}
        for path, text in {**files, **self._profiles()}.items():
            file = site / "content" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            if not file.exists() or file.read_text(encoding="utf-8") != text:
                file.write_text(text, encoding="utf-8")
        for secret in self.secrets:
            if secret.fate == "deleted":
                shutil.rmtree((site / "content" / secret.path).parent)
        pins = ", ".join(secret.path for secret in self.secrets)
        lay_out(_SITE.format(links=self._links(), pins=pins, settings=self.settings), site)

    def _links(self) -> str:
        """The open article leads to every secret one, by its file, its address, an old address and a picture."""
        links = [f"[tệp](../{secret.path}#muc)" for secret in self.secrets]
        for secret in self.secrets:
            if secret.number != MAY_BE_FAULTY:
                url = f"/2025/05/{secret.name}/"
                links += [f"[bài]({url})", f"[cũ](/cu-{secret.name}/)", f"[ảnh]({url}anh-{secret.words}.svg)"]
        links.append("[trang](../trang/zqtrangx/index.md) [trang](/zqtrangx/) [nhà](https://bao.example/zqtrangx/)")
        first = self.secrets[0].name
        urls = [f"/{folder}-{first}/" for folder in ("chu-de/chu-de", "loat-bai/loat", "tac-gia/tac-gia")]
        urls += ["/muc-zqmucx/", *(f"/cu-{_word(kind)}/" for kind in PAGES)]
        links += [f"[trang]({url})" for url in urls]
        return f"{' '.join(links)} Lần {self.edits}."

    def _profiles(self) -> dict[str, str]:
        first = self.secrets[0].name
        titles = {
            "muc": ("muc-zqmucx/_index.md", "Mục zqmucx"),
            "chu-de": (f"chu-de/chu-de-{first}/_index.md", f"Chủ đề {first}"),
            "loat-bai": (f"loat-bai/loat-{first}/_index.md", f"Loạt {first}"),
            "tac-gia": (f"tac-gia/tac-gia-{first}/_index.md", f"Tác giả {first}"),
            "trang": ("trang/zqtrangx/index.md", "Trang zqtrangx"),
        }
        files = {}
        for kind, (path, title) in titles.items():
            word = _word(kind)
            lines = [
                "---",
                f"title: {title}",
                f"description: Lời {word}",
                f"image: anh-{word}.svg",
                f"aliases: [/cu-{word}/]",
                f"draft: {str(kind in self.drafts).lower()}",
                "---",
                f"Lời {word}. ![Ảnh {word}](hinh-{word}.svg)",
            ]
            files[path] = "\n".join(lines)
            folder = path.rpartition("/")[0]
            files |= {f"{folder}/{name}-{word}.svg": _SVG.format(word=word) for name in ("anh", "hinh")}
        return files

    def shown(self, now: datetime) -> dict[str, bool]:
        """Each word, and whether readers may find it at `now`."""
        found: dict[str, bool] = {}
        for secret in self.secrets:
            moment = NOW + timedelta(hours=secret.hour)
            public = {
                "draft": False, "later": moment <= now, "over": now < moment, "faulty": False, "deleted": False,
            }.get(secret.fate, True)  # fmt: skip
            if secret.number == IN_A_DRAFT_SECTION and "muc" in self.drafts:
                public = False
            open_to_all = public and secret.fate != "retracted"
            told = NOW + timedelta(hours=secret.corrected) <= now
            found |= {secret.name: public, secret.words: open_to_all, secret.correction: open_to_all and told}
        first = found[self.secrets[0].name]
        for kind in PAGES:
            named = kind in {"muc", "trang"} or kind not in self.drafts
            found[_word(kind)] = kind not in self.drafts and named
        # A page of a topic, series or author is there without any article, and bears its name.
        found[self.secrets[0].name] = first or not set(LISTS) <= self.drafts
        return found


def _word(kind: str) -> str:
    """The word that stands in one of PAGES."""
    return f"zq{kind.replace('-', '')}x"


def _without(address: str, path: str, content: bytes) -> bytes:
    """A file but for a recorded address that leads to a list: hosts know it, or a stub or a feed stands at it."""
    if path in HOSTS:
        return content.replace(f"/{address}".encode(), b"")
    return content.removeprefix(path.encode()) if path.startswith(address) else content


def leaks(newspaper: Newspaper, out: Path, now: datetime) -> list[str]:
    """Words in the wrong place: what must not be found and is, and what should be found and is not."""
    everything = {path: path.encode() + b"\n" + content for path, content in tree(out).items()}
    over = {secret.name for secret in newspaper.secrets if secret.fate == "over"}
    told = []
    for word, open_to_all in newspaper.shown(now).items():
        where = [path for path, content in everything.items() if word.encode() in content]
        if newspaper.recorded and word in over:
            where = [path for path in where if path not in HOSTS]
        if newspaper.recorded and word in map(_word, LISTS):
            where = [path for path in where if word.encode() in _without(f"cu-{word}/", path, everything[path])]
        if where and not open_to_all:
            told.append(f"{word} in {', '.join(where)}")
        if not where and open_to_all:
            told.append(f"{word} is missing")
    return told
