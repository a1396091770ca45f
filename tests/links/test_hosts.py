"""What hosts are told of old addresses, and how they answer."""

import re
from pathlib import Path

import pytest

from hatinh_news.model.config import Config, Deployment
from hatinh_news.model.page import Page
from hatinh_news.model.records import Site, Stub
from hatinh_news.model.redirect import Redirect, Redirects
from hatinh_news.plan.redirects import CAP, answered
from hatinh_news.render.redirects import apache, nginx_map, redirect_lines
from links.hosts import follow, nginx, plain
from links.paper import Paper

HOSTING = {".hosting/nginx-map.conf", ".hosting/nginx-server.conf"}


@pytest.fixture
def paper(tmp_path: Path) -> Paper:
    """One story that moved, one that is gone."""
    paper = Paper(tmp_path / "site")
    for token in ("mot", "hai", "ba"):
        paper.add(token)
    paper.record()
    paper.edit("mot", slug="ten-moi")
    paper.drop("hai")
    paper.record(gone=["/thoi-su/chuyen-cua-hai/"])
    return paper


@pytest.mark.parametrize(
    ("targets", "has_stub", "files"),
    [
        ("[]", True, {"_redirects"}),
        ("[static]", True, set()),
        ("github", True, set()),
        ("[gitlab, static]", True, set()),
        ("[netlify]", False, {"_redirects"}),
        ("[cloudflare, netlify]", False, {"_redirects"}),
        ("[netlify, github]", True, {"_redirects"}),
        ("[nginx]", False, HOSTING),
        ("[apache]", False, {".htaccess"}),
        ("[nginx, apache, static]", True, {*HOSTING, ".htaccess"}),
    ],
)
def test_each_host_gets_what_it_reads_and_stubs_where_one_reads_nothing(
    paper: Paper, targets: str, has_stub: bool, files: set[str]
) -> None:
    paper.targets = targets
    assert paper.build().faults == ()
    public = paper.site / "public"
    assert (public / "thoi-su/chuyen-cua-mot/index.html").exists() == has_stub
    every = {"_redirects", ".htaccess", *HOSTING}
    assert {file for file in every if (public / file).exists()} == files


def test_a_host_that_does_not_exist_is_told_as_a_fault(paper: Paper) -> None:
    paper.lay_out()
    settings = paper.site / "content/site.yaml"
    settings.write_text(settings.read_text().replace("targets: []", "targets: [ngnix]"), encoding="utf-8")
    from hatinh_news.build import build
    from hatinh_news.model.errors import CannotBuild

    with pytest.raises(CannotBuild) as caught:
        build(paper.request())
    assert [fault.code for fault in caught.value.faults] == ["not-one-of"]


def test_nginx_sends_on_with_301_and_says_410(paper: Paper) -> None:
    paper.targets = "[nginx]"
    paper.build()
    with nginx(paper.site / "public") as port:
        for asked in ("/thoi-su/chuyen-cua-mot/", "/thoi-su/chuyen-cua-mot", "/thoi-su/chuyen-cua-mot/index.html"):
            status, body, way = follow(port, asked)
            assert (status, way) == (200, ["/thoi-su/ten-moi/"])
            assert "Bài mot kể" in body
        status, body, way = follow(port, "/thoi-su/chuyen-cua-hai/")
        assert (status, way) == (410, [])
        assert "<title>" in body
        assert follow(port, "/thoi-su/khong-co/")[0] == 404
        assert follow(port, "/.hosting/nginx-server.conf")[0] == 404


def test_nginx_knows_addresses_of_any_letters(paper: Paper) -> None:
    paper.targets = "[nginx]"
    old = ["/cũ $1 (a+b).html", "/có khoảng trắng/", "/~x/", '/a"b/', "/HOA/"]
    paper.edit("ba", keys="aliases:\n" + "".join(f"  - '{url}'\n" for url in old))
    assert paper.build().faults == ()
    with nginx(paper.site / "public") as port:
        for url in old:
            assert follow(port, url)[::2] == (200, ["/thoi-su/chuyen-cua-ba/"])


def test_nginx_below_a_path_of_its_host(paper: Paper) -> None:
    paper.targets = "[nginx]"
    paper.lay_out()
    settings = paper.site / "content/site.yaml"
    settings.write_text(
        settings.read_text().replace("https://bao.example", "https://bao.example/tin"), encoding="utf-8"
    )
    from hatinh_news.build import build

    build(paper.request())
    with nginx(paper.site / "public", "/tin") as port:
        status, _, way = follow(port, "/tin/thoi-su/chuyen-cua-mot/")
        assert (status, way) == (200, ["/tin/thoi-su/ten-moi/"])
        assert follow(port, "/tin/thoi-su/chuyen-cua-hai/")[0] == 410


def test_a_server_of_files_sends_on_by_stubs(paper: Paper) -> None:
    paper.build()
    with plain(paper.site / "public") as port:
        status, body, way = follow(port, "/thoi-su/chuyen-cua-mot/")
        assert (status, way) == (200, ["/thoi-su/ten-moi/"])
        assert "Bài mot kể" in body
        assert follow(port, "/thoi-su/chuyen-cua-hai/")[0] == 404


def test_a_file_of_the_newspapers_own_is_not_replaced_and_stubs_answer(paper: Paper) -> None:
    paper.targets = "[netlify]"
    own = paper.site / "static/_redirects"
    own.parent.mkdir(parents=True)
    own.write_text("/x/ / 301\n")
    paper.build()
    assert (paper.site / "public/_redirects").read_text() == "/x/ / 301\n"
    assert (paper.site / "public/thoi-su/chuyen-cua-mot/index.html").is_file()


def test_redirects_of_articles_stand_newest_first_behind_those_of_lists(paper: Paper) -> None:
    paper.add("cu", 900)
    paper.add("moi", 1)
    paper.record()
    paper.edit("cu", slug="cu")
    paper.edit("moi", slug="moi")
    paper.topics = {"Lũ lụt": "mua-lu"}
    paper.build()
    lines = (paper.site / "public/_redirects").read_text().splitlines()
    assert [line.split(" ")[1] for line in lines if "trang" not in line] == [
        "/chu-de/mua-lu/",
        "/thoi-su/moi/",
        "/thoi-su/ten-moi/",
        "/thoi-su/cu/",
    ]


@pytest.mark.parametrize(("target", "stubs"), [("netlify", 3), ("apache", 3), ("nginx", 0), ("static", CAP + 3)])
def test_beyond_what_a_host_reads_stubs_answer(target: str, stubs: int) -> None:
    old = [Page(f"/{number}/", "stub", Stub("/x/", "X")) for number in range(CAP + 3)]
    answers = Redirects(tuple(Redirect(page.url, "/x/") for page in old), ("/gone/",))
    kept, made = answered(Config("Báo", deployment=Deployment((target,))), old, answers, ())
    assert kept == old[len(old) - stubs :]
    assert {len(page.record.rules) for page in made if isinstance(page.record, Redirects)} <= {CAP, CAP + 3}
    assert all(page.url != "/_redirects" or page.record == Redirects(answers.rules[:CAP], ("/gone/",)) for page in made)


STRANGE = Redirects((Redirect("/cũ $1 (a+b).html", "/mới/100%-$x;/"),), ("/đã 'mất'/",))
SITE = Site("Báo", "https://bao.example/tin")


def test_strange_letters_are_harmless_in_every_language_of_hosts() -> None:
    assert redirect_lines(SITE, STRANGE) == ("/tin/c%C5%A9%20$1%20(a+b).html /tin/m%E1%BB%9Bi/100%-%24x%3B/ 301\n")
    rows = nginx_map(SITE, STRANGE).splitlines()[-3:-1]
    assert rows == [
        '    "/tin/cũ $1 (a+b).html/" "/tin/m%E1%BB%9Bi/100%-%24x%3B/";',
        "    \"/tin/đã 'mất'/\" gone;",
    ]
    found = re.findall(r'^RewriteRule "(.+)" (\S+) \[(.+)\]$', apache(SITE, STRANGE), re.MULTILINE)
    (pattern, target, flags), (gone, nothing, mark) = found
    assert re.fullmatch(pattern, "cũ $1 (a+b).html")
    assert not re.fullmatch(pattern, "cũ $1 (aab).html")
    assert (target, flags) == ("/tin/m\\%E1\\%BB\\%9Bi/100\\%-\\%24x\\%3B/", "R=301,L,NE")
    assert re.fullmatch(gone, "đã 'mất'")
    assert (nothing, mark) == ("-", "G")


def test_nginx_finds_room_for_long_addresses() -> None:
    long = "/" + "rất-dài-" * 60 + "/"
    text = nginx_map(SITE, Redirects((Redirect(long, long),)))
    (size,) = re.findall(r"^map_hash_bucket_size (\d+);", text)
    assert int(size) >= len(long.encode()) * 2
