"""Holds a newspaper against the tools of others and prints a table: what was asked, of how many, what came out."""

import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path
from shutil import which

import feed_rules
import maps
import markup
import reading
import speed
import structured_data
from crawl import Crawl
from host import serving

from hatinh_news.build import Request, build
from hatinh_news.model.config import PAPER_ZONE

HERE = Path(__file__).resolve().parent
NODE = HERE / "node_modules"
JAR, LIGHTHOUSE = NODE / "vnu-jar/build/dist/vnu.jar", NODE / ".bin/lighthouse"
HOST = "https://songla.example"
PORT = 8917
FEEDS = ("rss.xml", "atom.xml", "feed.json")
SHOWN = 10


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; `findings` are told below it."""

    what: str
    of: str
    result: str
    findings: tuple[str, ...] = ()


def main(arguments: list[str]) -> int:
    """Builds the site, at its root and under a path, and asks everybody; 1 where something was found."""
    site = Path(arguments[0] if arguments else HERE.parents[1])
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "public"
        _build(site, out, HOST)
        for ask in _AT_THE_ROOT:
            rows += _shown(ask(out))
        below = Path(folder) / "below"
        _build(site, below, f"{HOST}/bao")
        rows += _shown(_crawl(below, f"{HOST}/bao"))
        local = Path(folder) / "local"
        _build(site, local, f"http://127.0.0.1:{PORT}")
        rows += _shown(_lighthouse(local))
    print()
    print("| Audit | Of | Result |\n|---|---|---|")
    for row in rows:
        print(f"| {row.what} | {row.of} | {row.result} |")
    return int(any(row.findings for row in rows))


def _build(site: Path, out: Path, base_url: str) -> None:
    build(Request(site, out, datetime.now(PAPER_ZONE), base_url=base_url))


def _shown(rows: Iterator[Row]) -> Iterator[Row]:
    for row in rows:
        print(f"{row.what}: {row.result}")
        for finding in row.findings[:SHOWN]:
            print(f"    {finding}")
        if len(row.findings) > SHOWN:
            print(f"    … and {len(row.findings) - SHOWN} more")
        yield row


def _row(what: str, of: str, found: list[str], good: str = "0 findings") -> Row:
    return Row(what, of, f"**{len(found)} findings**" if found else good, tuple(found))


def _crawl(out: Path, base_url: str = HOST) -> Iterator[Row]:
    crawl = Crawl(out, base_url)
    addresses = {address for named in crawl.named.values() for address in named}
    where = "under a path" if base_url != HOST else "at the root"
    yield _row(f"crawl {where}", f"{len(crawl.pages)} pages, {len(addresses)} addresses", crawl.findings())


def _structured_data(out: Path) -> Iterator[Row]:
    pages = {path: path.read_text("utf-8") for path in sorted(out.rglob("*.html"))}
    nodes = sum(len(structured_data.graphs(html)) for html in pages.values())
    found = [
        f"{path.relative_to(out)}: {each}" for path, html in pages.items() for each in structured_data.findings(html)
    ]
    yield _row("structured data", f"{nodes} objects of JSON-LD", found)


def _sitemaps(out: Path) -> Iterator[Row]:
    files = sorted(out.glob("*sitemap*.xml"))
    found = [f"{file.name}: {each}" for file in files for each in maps.findings(file)]
    yield _row("sitemaps", f"{len(files)} files", found)


def _feeds(out: Path) -> Iterator[Row]:
    feeds = [file for name in FEEDS for file in sorted(out.rglob(name))]
    found = [f"{file.relative_to(out)}: {each}" for file in feeds for each in feed_rules.findings(file)]
    yield _row("feeds, by their specifications", f"{len(feeds)} feeds", found)
    if find_spec("feedparser") is None:
        yield Row("feedparser", "RSS and Atom", "not run: pip install '.[audit]'")
        return
    import feedparser

    parsed = {file: feedparser.parse(file.read_bytes()) for file in feeds if file.suffix == ".xml"}
    found = [f"{file.relative_to(out)}: {one.bozo_exception}" for file, one in parsed.items() if one.bozo]
    entries = [(file, entry) for file, one in parsed.items() for entry in one.entries]
    for file, entry in entries:
        lacking = [name for name in ("id", "link", "title", "published_parsed") if not entry.get(name)]
        found += [f"{file.relative_to(out)}: an entry without {name}" for name in lacking]
    yield _row("feedparser", f"{len(parsed)} feeds, {len(entries)} entries", found, "bozo 0")


def _markup(out: Path) -> Iterator[Row]:
    missing = "Java" if which("java") is None else "" if JAR.exists() else "npm ci --prefix tools/audit"
    if missing:
        yield Row("Nu HTML Checker", "every page", f"not run: needs {missing}")
        return
    count, found = markup.findings(JAR, out)
    yield _row("Nu HTML Checker", f"{count} files of HTML, CSS and SVG", found, "0 errors, 0 warnings")


def _reading(out: Path) -> Iterator[Row]:
    if find_spec("trafilatura") is None:
        yield Row("trafilatura", "every article", "not run: pip install '.[audit]'")
        return
    read = reading.read_all(out)
    found = [f"{one.page}: {wrong}" for one in read for wrong in one.wrong]
    found += [f"{one.page}: {one.words:.3f} of its words" for one in read if one.words < reading.ENOUGH]
    least, mean = min(one.words for one in read), sum(one.words for one in read) / len(read)
    yield _row(
        "trafilatura", f"{len(read)} articles", found, f"title, author, date; words {mean:.4f}, least {least:.3f}"
    )


def _lighthouse(out: Path) -> Iterator[Row]:
    missing = "Chromium" if speed.browser() is None else "" if LIGHTHOUSE.exists() else "npm ci --prefix tools/audit"
    if missing:
        yield Row("Lighthouse", "front page and an article", f"not run: needs {missing}")
        return
    article = max((path for path, html, _ in reading.articles(out) if "<figure" in html), default="")
    with serving(out, PORT) as host:
        for name, path in (("front page", ""), ("an article", article.removesuffix("index.html"))):
            seen = speed.look(LIGHTHOUSE, f"{host}/{path}")
            scores = " / ".join(map(str, seen.scores))
            result = f"{scores}, CLS {seen.shift:.3f}"
            wanting = seen.wanting if min(seen.scores) < 100 or seen.shift > 0 else ()
            yield Row(f"Lighthouse, mobile: {name}", "performance / accessibility / practices / SEO", result, wanting)


_AT_THE_ROOT: tuple[Callable[[Path], Iterator[Row]], ...] = (
    _crawl, _structured_data, _sitemaps, _feeds, _reading, _markup,
)  # fmt: skip


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
