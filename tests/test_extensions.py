import importlib.metadata
import pickle
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from hatinh_news.build import Request, build
from hatinh_news.build.explain import explain
from hatinh_news.desk import Wish, compose, know
from hatinh_news.extensions import Extension, apply_article, apply_output, apply_page, filters, find, key, loaded
from hatinh_news.extensions.find import GROUP
from hatinh_news.model.article import Article, Body
from hatinh_news.model.config import PAPER_ZONE
from hatinh_news.model.errors import CannotBuild
from hatinh_news.model.fault import Fault
from hatinh_news.model.page import Page
from hatinh_news.model.records import Robots
from newsroom import NOW, lay_out, told

DOCS = Path(__file__).parents[1] / "docs"
EXAMPLE = DOCS / "example-extension"

DAY = datetime(2025, 2, 28, tzinfo=PAPER_ZONE)
ARTICLE = Article("a.md", "/a/", "a", "Bài A", DAY, DAY, "Thời sự", Body("<p>A</p>"))
PAGE = Page("/robots.txt", "robots", Robots(("/sitemap.xml",)))


def louder(article: Article) -> Article:
    return replace(article, title=article.title + "!")


def asking(article: Article) -> Article:
    return replace(article, title=article.title + "?")


def moved(page: Page) -> Page:
    return replace(page, url="/elsewhere/")


def other_format(page: Page) -> Page:
    return replace(page, template="stub")


def with_end(_page: Page, rendered: bytes) -> bytes:
    return rendered + b"end"


def failing(*_given: object) -> Any:
    raise LookupError("nothing\nat all")


def nothing(*_given: object) -> Any:
    return None


LOUD = Extension("loud", "1", article=louder, output=with_end, filters={"loud": str.upper})
ASK = Extension("ask", "2", article=asking, page=other_format, filters={"ask": str.lower})


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    loaded.cache_clear()
    yield
    loaded.cache_clear()


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Makes packages that bring entry points, as pip leaves them behind."""
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setitem(sys.modules, "here", type(sys)("here"))

    def install(package: str, values: Mapping[str, object], **targets: str) -> None:
        folder = tmp_path / f"{package.replace('-', '_')}-1.0.dist-info"
        folder.mkdir()
        (folder / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n", encoding="utf-8")
        lines = [f"{name} = here:{package.replace('-', '_')}_{number}" for number, name in enumerate(values)]
        lines += [f"{name} = {target}" for name, target in targets.items()]
        (folder / "entry_points.txt").write_text("\n".join([f"[{GROUP}]", *lines, ""]), encoding="utf-8")
        for number, value in enumerate(values.values()):
            monkeypatch.setattr(f"here.{package.replace('-', '_')}_{number}", value, raising=False)

    return install


# Found by name


def test_no_name_is_no_extension_and_looks_for_none() -> None:
    code = "import hatinh_news.extensions as e, sys; print(e.find(()), 'importlib.metadata' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout == "((), []) False\n"


def test_extensions_are_found_by_their_entry_points_in_the_order_of_the_names(installed: Any) -> None:
    installed("loud-news", {"loud": LOUD})
    installed("ask-news", {"ask": ASK})
    assert find(["loud", "ask"]) == ((LOUD, ASK), [])
    assert find(["ask", "loud"]) == ((ASK, LOUD), [])
    assert find(["ask"]) == ((ASK,), [])


def test_a_name_that_is_not_installed_is_told_with_those_that_are(installed: Any) -> None:
    installed("loud-news", {"loud": LOUD, "ask": ASK})
    found, wrong = find(["ask", "louder", "tu-khoa"])
    assert found == (ASK,)
    assert told(wrong) == (
        "content/site.yaml: error unknown-extension: there is no extension “louder”\n"
        "  did you mean “loud”? If not, install the package that brings it\n"
        "content/site.yaml: error unknown-extension: there is no extension “tu-khoa”\n"
        "  install the package that brings it, or take it out of “extensions”; installed are: ask, loud\n"
    )


def test_where_none_is_installed_none_is_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.metadata, "entry_points", lambda group: ())
    assert told(find(["loud"])[1]).endswith("installed are: –\n")


def test_an_extension_is_named_once(installed: Any) -> None:
    installed("loud-news", {"loud": LOUD})
    found, wrong = find(["loud", "loud"])
    assert found == (LOUD,)
    assert [fault.code for fault in wrong] == ["extension-twice"]


def test_two_packages_must_not_bring_one_name(installed: Any) -> None:
    installed("loud-news", {"loud": LOUD})
    installed("a-loud-news", {"loud": LOUD})
    (fault,) = find(["loud"])[1]
    assert (fault.code, fault.message()) == (
        "extension-ambiguous",
        "several packages bring an extension “loud”: a-loud-news, loud-news",
    )


@pytest.mark.parametrize(
    ("value", "target", "reason"),
    [
        (None, "no_such_module:EXTENSION", "ModuleNotFoundError: No module named 'no_such_module'"),
        (None, "here:EXTENSION", "AttributeError: module 'here' has no attribute 'EXTENSION'"),
        (Extension, "", "here:loud_news_0 is type, not Extension"),
        (ASK, "", "it calls itself “ask”"),
    ],
)
def test_what_cannot_be_loaded_is_told_with_its_package(installed: Any, value: Any, target: str, reason: str) -> None:
    installed("loud-news", {} if target else {"loud": value}, **({"loud": target} if target else {}))
    found, (fault,) = find(["loud"])
    assert found == ()
    assert (fault.code, fault.message()) == ("extension-broken", f"the extension “loud” cannot be loaded ({reason})")
    assert "the package loud-news" in fault.hint()


def test_an_entry_point_without_a_package_is_named_by_its_module(monkeypatch: pytest.MonkeyPatch) -> None:
    offer = importlib.metadata.EntryPoint("loud", "no_such_module:EXTENSION", GROUP)
    monkeypatch.setattr(importlib.metadata, "entry_points", lambda group: [offer])
    assert "the package no_such_module" in find(["loud"])[1][0].hint()


def test_two_extensions_must_not_bring_one_filter(installed: Any) -> None:
    installed("loud-news", {"loud": LOUD, "ask": replace(ASK, filters=LOUD.filters)})
    (fault,) = find(["loud", "ask"])[1]
    assert (fault.code, fault.message()) == (
        "extension-filter",
        "the extensions “loud” and “ask” both bring a filter “loud”",
    )


@pytest.mark.parametrize(
    "parts",
    [
        {"name": ""},
        {"version": 1},
        {"version": "1\n2"},
        {"article": "upper"},
        {"page": 3},
        {"output": b""},
        {"filters": {"loud": "upper"}},
        {"filters": {"two words": str.upper}},
    ],
    ids=str,
)
def test_an_extension_is_made_of_the_right_parts(parts: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match=next(iter(parts)).removesuffix("s")):
        Extension(**{"name": "loud", "version": "1", **parts})


# Keys, filters, workers


def test_the_key_is_names_and_versions_in_order() -> None:
    assert key([]) == ""
    assert key([LOUD, ASK]) == "loud 1\nask 2\n"
    assert len({key([LOUD, ASK]), key([ASK, LOUD]), key([LOUD]), key([replace(LOUD, version="2")])}) == 4


def test_the_filters_of_all_are_put_together() -> None:
    assert filters([LOUD, ASK]) == {"loud": str.upper, "ask": str.lower}


def test_an_extension_can_be_pickled() -> None:
    assert pickle.loads(pickle.dumps(LOUD)) == LOUD


def test_a_worker_has_the_extensions_of_the_program_and_looks_for_them_once(
    installed: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed("loud-news", {"loud": LOUD})
    assert loaded(("loud",), key([LOUD])) == (LOUD,)
    monkeypatch.setattr(importlib.metadata, "entry_points", lambda group: ())
    assert loaded(("loud",), key([LOUD])) == (LOUD,)


def test_a_worker_with_other_extensions_is_told(installed: Any) -> None:
    installed("loud-news", {"loud": LOUD})
    with pytest.raises(CannotBuild, match="a worker has the extensions loud 1, and the program loud 2"):
        loaded(("loud",), key([replace(LOUD, version="2")]))
    with pytest.raises(CannotBuild) as refused:
        loaded(("loud", "ask"), key([LOUD, ASK]))
    assert [fault.code for fault in refused.value.faults] == ["unknown-extension"]
    with pytest.raises(CannotBuild) as refused:
        loaded((), key([LOUD]))
    assert [fault.code for fault in refused.value.faults] == ["extension-version"]


WITH_FILTER = """
-- content/site.yaml --
title: Báo
base_url: https://bao.example
extensions: loud
-- content/2025-02-28-bai.md --
---
title: Bài
---
Lời.
-- templates/footer.html --
<footer>{{ "Kêu" | loud }}</footer>
"""


def test_a_filter_of_another_version_is_asked_again_for_what_always_stands_in_a_template(
    installed: Any, tmp_path: Path
) -> None:
    installed("loud-news", {"loud": LOUD})
    site = lay_out(WITH_FILTER, tmp_path / "site")
    request = Request(site, site / "public", NOW, workers=1)
    build(request)
    assert "<footer>KÊU</footer>" in _page(site, "index.html")
    quiet = replace(LOUD, version="2", filters={"loud": str.lower})
    sys.modules["here"].loud_news_0 = quiet  # type: ignore[attr-defined]
    loaded.cache_clear()
    build(request)
    assert "<footer>kêu</footer>" in _page(site, "index.html")


def test_without_its_extension_a_filter_is_missing_as_if_there_had_never_been_one(
    installed: Any, tmp_path: Path
) -> None:
    installed("loud-news", {"loud": LOUD})
    site, other = (lay_out(WITH_FILTER, tmp_path / name) for name in ("site", "other"))
    build(Request(site, site / "public", NOW, workers=1))
    for one in (site, other):
        settings = one / "content/site.yaml"
        settings.write_text(settings.read_text(encoding="utf-8").replace("extensions: loud", ""), encoding="utf-8")
    reports = [build(Request(one, one / "public", NOW, workers=1)) for one in (site, other)]
    assert told(reports[0].faults) == told(reports[1].faults) != ""


# Hooks


def test_each_takes_what_the_one_before_it_returned() -> None:
    assert apply_article([LOUD, ASK], ARTICLE) == replace(ARTICLE, title="Bài A!?")
    assert apply_article([ASK, LOUD], ARTICLE) == replace(ARTICLE, title="Bài A?!")
    assert apply_page([LOUD, ASK], PAGE) == replace(PAGE, template="stub")
    assert apply_output([LOUD, ASK, LOUD], PAGE, b"bytes ") == b"bytes endend"


@pytest.mark.parametrize("extensions", [[], [Extension("only-filters", "1", filters={"loud": str.upper})]], ids=len)
def test_without_hooks_all_stays_the_same(extensions: list[Extension]) -> None:
    assert apply_article(extensions, ARTICLE) is ARTICLE
    assert apply_page(extensions, PAGE) is PAGE
    assert apply_output(extensions, PAGE, b"bytes") == b"bytes"


@pytest.mark.parametrize(
    ("hook", "reason"),
    [
        (failing, r"LookupError: nothing \(test_extensions.py, line \d+\)"),
        (nothing, "it returned NoneType in place of {}"),
        (
            lambda *_given: replace(ARTICLE, path="b.md"),
            "it (changed “path” to 'b.md'|returned Article in place of {})",
        ),
        (lambda *_given: replace(PAGE, url="/b/"), "it (changed “url” to '/b/'|returned Page in place of {})"),
    ],
)
def test_what_an_extension_does_wrong_is_a_fault_that_names_it(hook: Any, reason: str) -> None:
    wrong = Extension("wrong", "1", article=hook, page=hook, output=hook)
    on_article = apply_article([LOUD, wrong, LOUD], ARTICLE)
    on_page = apply_page([LOUD, wrong, LOUD], PAGE)
    on_output = apply_output([LOUD, wrong, LOUD], PAGE, b"")
    for fault, where, what in (
        (on_article, "content/a.md: error extension-failed: the extension “wrong” failed at this article", "Article"),
        (on_page, "content/site.yaml: error extension-failed: the extension “wrong” failed at /robots.txt", "Page"),
        (on_output, "content/site.yaml: error extension-failed: the extension “wrong” failed at /robots.txt", "bytes"),
    ):
        assert isinstance(fault, Fault)
        assert re.fullmatch(f"{where}: {reason.format(what)}", told([fault]).partition("\n")[0])
    assert isinstance(on_page, Fault)
    assert on_page.values[-1] == ("page", "/robots.txt")


# The pages about extensions, and the example in them


def test_every_part_of_an_extension_has_a_row() -> None:
    page = (DOCS / "extensions.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE) == [field.name for field in fields(Extension)]


@pytest.fixture
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The example as if it had been installed: its module, and what its pyproject.toml announces."""
    project = tomllib.loads((EXAMPLE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    folder = tmp_path / "packages" / f"{project['name'].replace('-', '_')}-{project['version']}.dist-info"
    folder.mkdir(parents=True)
    head = f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n"
    (folder / "METADATA").write_text(head, encoding="utf-8")
    announced = [
        f"[{group}]\n" + "".join(f"{name} = {target}\n" for name, target in points.items())
        for group, points in project["entry-points"].items()
    ]
    (folder / "entry_points.txt").write_text("\n".join(announced), encoding="utf-8")
    monkeypatch.syspath_prepend(str(folder.parent))
    monkeypatch.syspath_prepend(str(EXAMPLE))


SITE = """
-- content/site.yaml --
title: Báo
base_url: https://bao.example
sections: [Thời sự]
extensions: advertorial
-- content/2025-02-28-nha-may.md --
---
title: Nhà máy mới
extra: {advertorial: true}
---
Xem [trang của nhà máy](https://nha-may.example/).
-- content/2025-02-27-lua.md --
---
title: Lúa được mùa
---
Xem [trang của xã](https://xa.example/).
-- templates/footer.html --
<footer>{{ "02393855678" | phone }}</footer>
"""


@pytest.mark.usefixtures("example")
def test_the_example_marks_what_somebody_has_paid_for(tmp_path: Path) -> None:
    site = lay_out(SITE, tmp_path / "site")
    assert build(Request(site, site / "public", NOW, workers=1)).faults == ()
    paid, other = (_page(site, f"2025/02/{name}/index.html") for name in ("nha-may", "lua"))
    assert "Thông tin doanh nghiệp" in paid
    assert '<a rel="sponsored" href="https://nha-may.example/"' in paid
    assert 'content="noindex' in paid
    assert "0239 385 5678" in paid
    assert "Thông tin doanh nghiệp" in _page(site, "index.html")
    assert "Thông tin doanh nghiệp" not in other.partition("</h1>")[0]
    assert '<a href="https://xa.example/"' in other
    assert 'content="noindex' not in other


@pytest.mark.usefixtures("example")
def test_switching_an_extension_on_or_off_makes_everything_anew(tmp_path: Path) -> None:
    site = lay_out(SITE, tmp_path / "site")
    request = Request(site, site / "public", NOW, workers=1)
    whole = build(request).rendered
    assert build(request).rendered == 0
    settings = site / "content/site.yaml"
    with_it = settings.read_text(encoding="utf-8")
    settings.write_text(with_it.replace("extensions: advertorial\n", ""), encoding="utf-8")
    (site / "templates/footer.html").unlink()
    assert build(request).rendered == whole
    assert "Thông tin doanh nghiệp" not in _page(site, "2025/02/nha-may/index.html")


@pytest.mark.usefixtures("example")
def test_what_is_explained_is_read_with_the_help_of_extensions(tmp_path: Path) -> None:
    site = lay_out(SITE, tmp_path / "site")
    request = Request(site, site / "public", NOW, workers=1)
    build(request)
    article = site / "content/2025-02-28-nha-may.md"
    article.write_text(article.read_text(encoding="utf-8") + "\nThêm.\n", encoding="utf-8")
    assert explain(request, "/").state == "kept"
    assert explain(request, "/2025/02/nha-may/").state == "stale"
    assert build(request).rendered == 2, "the page, and the index file of its words"


def test_extensions_have_the_last_word_on_a_new_article(installed: Any, tmp_path: Path) -> None:
    installed("loud", {"loud": Extension("loud", "1", article=louder)})
    installed("worse", {"worse": Extension("worse", "1", article=failing)})
    site = lay_out("-- content/site.yaml --\ntitle: Báo\nextensions: loud\n", tmp_path / "site")
    known = know(Request(site, site / "public", NOW))
    assert compose(known, Wish("Mới", NOW, section="Tin tức")).article.title == "Mới!"
    lay_out("-- content/site.yaml --\ntitle: Báo\nextensions: worse\n", site)
    with pytest.raises(CannotBuild, match="worse"):
        compose(know(Request(site, site / "public", NOW)), Wish("Mới", NOW, section="Tin tức"))


@pytest.mark.usefixtures("example")
def test_an_extension_that_is_not_there_stops_the_build(tmp_path: Path) -> None:
    site = lay_out(SITE.replace("extensions: advertorial", "extensions: advertorials"), tmp_path / "site")
    with pytest.raises(CannotBuild, match="advertorials"):
        build(Request(site, site / "public", NOW, workers=1))


def test_what_an_extension_does_to_pages_and_articles_is_told_as_a_fault(installed: Any, tmp_path: Path) -> None:
    installed("bad", {"bad": Extension("bad", "1", page=moved)})
    installed("worse", {"worse": Extension("worse", "1", article=failing)})
    plain = SITE.partition("-- templates")[0]
    for name, place in (("bad", "content/site.yaml"), ("worse", "content/2025-02-27-lua.md")):
        site = lay_out(plain.replace("advertorial\n", f"{name}\n", 1), tmp_path / name)
        report = build(Request(site, site / "public", NOW, workers=1))
        assert {fault.code for fault in report.faults} == {"extension-failed"}
        assert report.faults[0].place.path == place
        assert report.exit_code == 1


def _page(site: Path, path: str) -> str:
    return (site / "public" / path).read_text(encoding="utf-8")
