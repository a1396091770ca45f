"""A crawl over an output folder: every internal address leads somewhere, and every page can be reached."""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

ALONE = re.compile(
    r"(404\.html|_headers|_redirects|\.nojekyll|robots\.txt|ads\.txt|favicon\.ico|\.well-known/.*|(css|js)/.*|icon-.*\.png|fonts/.*\.txt|tim-kiem/.+\.json)"
)
"""Files that stand by themselves: hosts, browsers, templates of one's own and the script that searches know where
they are."""

_SOURCES = {"src", "poster", "data-embed"}
_MACHINES = (".xml", ".json", ".webmanifest", ".txt")


@dataclass(slots=True)
class Seen:
    """What one page says of others: `links` are those that a reader can follow, `uses` all else that it names."""

    links: list[str] = field(default_factory=list)
    uses: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    canonical: str = ""
    og_url: str = ""
    indexed: bool = True
    stub: bool = False


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen = Seen()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            self.seen.ids.add(given["id"])
        if tag == "a" and "href" in given:
            self.seen.links.append(given["href"])
        elif tag == "meta":
            self._meta(given)
        elif tag == "link":
            self.seen.uses.append(given.get("href", ""))
            if given.get("rel") == "canonical":
                self.seen.canonical = given["href"]
        for name in _SOURCES & given.keys():
            self.seen.uses.append(given[name])
        for name in {"srcset", "imagesrcset"} & given.keys():
            self.seen.uses += [choice.split()[0] for choice in given[name].split(",") if choice.strip()]

    def _meta(self, given: dict[str, str]) -> None:
        name, content = given.get("property") or given.get("name", ""), given.get("content", "")
        if name == "og:url":
            self.seen.og_url = content
        if name.endswith((":url", ":image")):
            self.seen.uses.append(content)
        if name == "robots" and "noindex" in content:
            self.seen.indexed = False
        if given.get("http-equiv", "").lower() == "refresh":
            self.seen.stub = True
            self.seen.links.append(content.partition("url=")[2])


def read(html: str) -> Seen:
    reader = _Reader()
    reader.feed(html)
    return reader.seen


class Crawl:
    """An output folder as the host at `base_url` serves it."""

    def __init__(self, out: Path, base_url: str) -> None:
        self.base_url = base_url.rstrip("/")
        parts = urlsplit(self.base_url)
        self.host, self.prefix = f"{parts.scheme}://{parts.netloc}", unquote(parts.path)
        self.files = {
            path.relative_to(out).as_posix(): path
            for path in sorted(out.rglob("*"))
            if path.is_file() and not path.relative_to(out).as_posix().startswith(".hatinh-news")
        }
        texts = {name: path.read_text("utf-8") for name, path in self.files.items() if name.endswith(".html")}
        self.pages = {name: read(text) for name, text in texts.items()}
        self.named = {name: self._named(name, path) for name, path in self.files.items()}

    def findings(self) -> list[str]:
        """All that is wrong, in the order of the files."""
        return [*self._dead(), *self._orphans(), *self._names(), *self._sitemap()]

    def _address(self, name: str) -> str:
        return f"{self.base_url}/{name.removesuffix('index.html') if name.endswith('index.html') else name}"

    def _named(self, name: str, path: Path) -> list[str]:
        """Every address in a file, in full."""
        if name in self.pages:
            seen = self.pages[name]
            found = [*seen.links, *seen.uses]
        elif name.endswith(".css"):
            found = re.findall(r"url\(['\"]?([^'\")]+)", path.read_text("utf-8"))
        elif name.endswith(_MACHINES):
            found = self._of_machines(path.read_text("utf-8"))
        else:
            return []
        return [urljoin(self._address(name), each) for each in found if each and not each.startswith("data:")]

    def _of_machines(self, text: str) -> list[str]:
        """Addresses of this site in feeds, sitemaps and the like, whole articles in them included."""
        text = unescape(unescape(text)).replace("\\/", "/").replace('\\"', '"')
        return [
            *re.findall(re.escape(self.host) + r"[^\s\"'<>]*", text),
            *re.findall(r"\"(?:src|start_url)\": \"([^\"]+)\"", text),
        ]

    def _file(self, address: str) -> str | None:
        """The file that answers an address of this host; None for none."""
        path = unquote(urlsplit(address).path)
        if not path.startswith(f"{self.prefix}/"):
            return None
        path = path.removeprefix(f"{self.prefix}/")
        name = f"{path}index.html" if not path or path.endswith("/") else path
        return name if name in self.files else None

    def _dead(self) -> Iterator[str]:
        for name, addresses in self.named.items():
            for address in dict.fromkeys(addresses):
                if not address.startswith((f"{self.host}/", f"{self.host}#")) and address != self.host:
                    continue
                target, part = self._file(address), unquote(urlsplit(address).fragment)
                if target is None:
                    yield f"{name}: {address} leads nowhere"
                elif part and target in self.pages and part not in self.pages[target].ids and part != "publisher":
                    yield f"{name}: {address} leads to no part of its page"

    def _orphans(self) -> Iterator[str]:
        """Pages that no reader comes to from the front, and files that nothing names."""
        reached, waiting = {"index.html"}, deque(["index.html"])
        while waiting:
            here = waiting.popleft()
            for link in self.pages[here].links:
                target = self._file(urljoin(self._address(here), link))
                if target is not None and target not in reached:
                    reached.add(target)
                    if target in self.pages:
                        waiting.append(target)
        named = {self._file(address) for addresses in self.named.values() for address in addresses}
        for name in self.files:
            if name in self.pages and self.pages[name].indexed and name not in reached:
                yield f"{name}: no link leads here"
            if name not in self.pages and name not in named and not self._stands_alone(name):
                yield f"{name}: nothing names this file"

    def _stands_alone(self, name: str) -> bool:
        """Whether nobody need name a file: also the feeds of a topic that was merged, for those who have them."""
        beside = self.pages.get(f"{name.rpartition('/')[0]}/index.html")
        return ALONE.fullmatch(name) is not None or (beside is not None and beside.stub)

    def _names(self) -> Iterator[str]:
        """A page that search engines may list is called the same by itself and by all."""
        for name, seen in self.pages.items():
            own = self._address(name)
            if seen.indexed and (seen.canonical, seen.og_url) != (own, own):
                yield f"{name}: canonical {seen.canonical}, og:url {seen.og_url}, but the address is {own}"

    def _sitemap(self) -> Iterator[str]:
        listed = set[str]()
        for name, path in self.files.items():
            if re.fullmatch(r"sitemap(-\d+)?\.xml", name):
                listed |= {unescape(loc) for loc in re.findall(r"<loc>([^<]+)</loc>", path.read_text("utf-8"))}
        listed = {address for address in listed if not address.endswith(".xml")}
        indexed = {self._address(name) for name, seen in self.pages.items() if seen.indexed}
        yield from (f"sitemap.xml: {address} is missing" for address in sorted(indexed - listed))
        yield from (f"sitemap.xml: {address} is not for search engines" for address in sorted(listed - indexed))
