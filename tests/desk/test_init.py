import json
import re
import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from hatinh_news import __version__, cli
from hatinh_news.build import Request, build
from hatinh_news.desk import HOSTS
from hatinh_news.desk.archetype import scaffold
from newsroom import told, tree

Output = pytest.CaptureFixture[str]

EVERY_HOST = [word for host in HOSTS for word in ("--host", host)]
INSTALL = f"pip install 'hatinh-news[images]=={__version__}'"


def init(*options: str, folder: str = "bao") -> int:
    return cli.main(["init", folder, *options])


def text_of(path: str, folder: str = "bao") -> str:
    return (Path(folder) / path).read_text(encoding="utf-8")


def faults_of(folder: str = "bao", *, drafts: bool = False) -> str:
    from hatinh_news.build import Shown

    request = Request(Path(folder), Path(folder, "public"), datetime.now(UTC), shown=Shown(drafts=drafts), workers=1)
    return told(build(request).faults)


@pytest.mark.parametrize("options", [[], EVERY_HOST, ["--host", "none"]], ids=["plain", "every host", "none"])
def test_a_new_newspaper_builds_at_once_without_a_fault(options: list[str], capsys: Output) -> None:
    assert init(*options) == 0
    assert cli.main(["build", "bao", "--strict", "--workers", "1"]) == 0
    assert "Articles: 1, " in capsys.readouterr().out
    page = text_of("public/2025/02/bai-dau-tien/index.html")
    assert "content/thoi-su/2025/2025-02-28-bai-dau-tien.md" in page
    assert Path("bao/public/gioi-thieu/index.html").is_file()


def test_new_works_in_it(capsys: Output) -> None:
    init()
    assert cli.main(["new", "Bài thứ hai", "bao", "--topic", "huong dan", "--section", "doi song", "--no-draft"]) == 0
    assert cli.main(["build", "bao", "--strict", "--workers", "1"]) == 0
    assert faults_of(drafts=True) == ""
    assert Path("bao/public/2025/02/bai-thu-hai/index.html").is_file()
    assert "Articles: 2, " in capsys.readouterr().out


def test_it_ends_with_the_next_two_things_to_type(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    init("--title", "Sông La", folder="tờ báo")
    first, *following = capsys.readouterr().out.splitlines()
    assert first == "The newspaper “Sông La” is in tờ báo (14 files). Type next:"
    assert following == ["", "    cd 'tờ báo'", "    hatinh-news build"]
    Path("here").mkdir()
    monkeypatch.chdir("here")
    init("--lang", "vi", folder=".")
    assert capsys.readouterr().out.endswith('    hatinh-news build\n    hatinh-news new "…"\n')


def test_it_can_be_had_as_json(capsys: Output) -> None:
    init("--json", "--title", "Sông La")
    answer = json.loads(capsys.readouterr().out)
    assert answer["title"] == "Sông La"
    assert answer["next"] == ["cd bao", "hatinh-news build"]
    assert sorted(answer["files"]) == sorted(tree(Path("bao")))
    assert {".gitignore", ".editorconfig", ".vscode/settings.json", "README.md"} < set(answer["files"])


@pytest.mark.parametrize("title", ['Sông "La": #1', "null", "- báo", "🌾", "Báo @@VERSION@@", "x" * 190])
def test_any_title_will_do(title: str) -> None:
    assert init("--title", title, *EVERY_HOST) == 0
    assert faults_of() == ""
    assert yaml.safe_load(text_of("content/site.yaml"))["title"] == title
    assert f"# {title}\n" in text_of("README.md")
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", tomllib.loads(text_of("wrangler.toml"))["name"])


def test_the_address_goes_into_the_settings() -> None:
    init("-b", "https://songla.example/bao/")
    assert yaml.safe_load(text_of("content/site.yaml"))["base_url"] == "https://songla.example/bao"


@pytest.mark.parametrize("url", ["songla.example", "ftp://songla.example"])
def test_an_address_that_is_none_is_refused(url: str, capsys: Output) -> None:
    assert init("--base-url", url) == 2
    assert url in capsys.readouterr().err
    assert not Path("bao").exists()


# Where it may go


def test_a_folder_that_is_not_empty_is_refused_and_says_what_is_in_the_way(capsys: Output) -> None:
    for number in range(7):
        Path(f"bao/{number}").mkdir(parents=True)
    Path("bao/.git").mkdir()
    before = tree(Path("bao"))
    assert init("--json") == 2
    (fault,) = json.loads(capsys.readouterr().out)["faults"]
    assert (fault["path"], fault["code"]) == ("bao", "folder-not-empty")
    assert fault["message"].endswith("here is: 0, 1, 2, 3, 4 …")
    assert tree(Path("bao")) == before


@pytest.mark.parametrize("folder", ["bao", "a/b/c"])
def test_an_empty_folder_or_none_will_do(folder: str) -> None:
    Path("bao").mkdir()
    assert init(folder=folder) == 0


def test_a_repository_that_has_only_begun_counts_as_empty() -> None:
    Path("bao/.git").mkdir(parents=True)
    assert init() == 0
    assert Path("bao/.git").is_dir()


def test_a_file_is_no_folder(capsys: Output) -> None:
    Path("bao").touch()
    assert init() == 2
    assert "'bao' is a file" in capsys.readouterr().err


def test_a_folder_that_cannot_be_read_or_made_is_told(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "mkdir", refuse)
        assert init() == 2
    assert "this cannot be created: Permission denied" in capsys.readouterr().err
    Path("bao").mkdir()
    with monkeypatch.context() as patched:
        patched.setattr(Path, "iterdir", refuse)
        assert init() == 2
    assert "this cannot be created: Permission denied" in capsys.readouterr().err


# What the hosts get


@pytest.fixture
def hosted() -> dict[str, str]:
    init("--title", "Sông La", *EVERY_HOST)
    return {path: content.decode() for path, content in tree(Path("bao")).items()}


def test_only_the_hosts_that_were_named_get_files() -> None:
    init("--host", "gitlab", "--host", "none")
    paths = tree(Path("bao")).keys()
    assert ".gitlab-ci.yml" in paths
    assert not any(path.startswith((".github", "netlify", "wrangler", "dung-lai")) for path in paths)


def test_no_blank_is_left_and_no_secret_is_there(hosted: dict[str, str]) -> None:
    for path, text in hosted.items():
        assert "@@" not in path + text
        assert "secrets." not in text
        assert not re.search(r"(?i)(?<!id-)(token|password|api_key)\s*[:=]", text), path


def test_every_file_for_a_host_installs_this_version(hosted: dict[str, str]) -> None:
    for path in (".github/workflows/dung-bao.yml", ".gitlab-ci.yml", "netlify.toml", "wrangler.toml", "README.md"):
        assert INSTALL in hosted[path], path


def test_github_pages(hosted: dict[str, str]) -> None:
    workflow: dict[Any, Any] = yaml.safe_load(hosted[".github/workflows/dung-bao.yml"])
    started = workflow[True]  # YAML 1.1 takes `on` for a flag
    assert started.keys() == {"push", "workflow_dispatch", "schedule"}
    assert started["schedule"] == [{"cron": "7,22,37,52 * * * *"}]
    assert workflow["permissions"] == {"contents": "write", "pages": "write", "id-token": "write"}
    recording = workflow["jobs"]["dung-bao"]["steps"][-1]["run"]
    assert recording.startswith(".venv/bin/hatinh-news urls --record\ngit add addresses.txt\n")
    assert workflow["concurrency"] == {"group": "pages", "cancel-in-progress": False}
    (job,) = workflow["jobs"].values()
    assert re.fullmatch(r"ubuntu-\d\d\.\d\d", job["runs-on"])
    actions = [step["uses"] for step in job["steps"] if "uses" in step]
    assert all(re.fullmatch(r"actions/[a-z-]+@v\d+\.\d+\.\d+", action) for action in actions)
    assert [action.partition("@")[0] for action in actions] == [
        *("actions/checkout", "actions/setup-python", "actions/cache"),
        *("actions/configure-pages", "actions/upload-pages-artifact", "actions/deploy-pages"),
    ]
    (cache,) = [step["with"] for step in job["steps"] if step.get("uses", "").startswith("actions/cache@")]
    assert cache["path"].split() == [".venv", ".hatinh-news", "public"]
    assert cache["key"].startswith(cache["restore-keys"])
    assert any("hatinh-news build --base-url" in step.get("run", "") for step in job["steps"])


def test_gitlab_pages(hosted: dict[str, str]) -> None:
    pipeline = yaml.safe_load(hosted[".gitlab-ci.yml"])
    assert re.fullmatch(r"python:\d\.\d+\.\d+-\S+", pipeline["image"])
    job = pipeline["pages"]
    assert job["artifacts"]["paths"] == ["public"]
    assert ".hatinh-news/" in job["cache"]["paths"]
    assert any("hatinh-news build" in line for line in job["script"])
    assert "Cron: 7 * * * *" in hosted[".gitlab-ci.yml"]


def test_netlify(hosted: dict[str, str]) -> None:
    settings = tomllib.loads(hosted["netlify.toml"])
    assert settings["build"]["publish"] == "public"
    assert "hatinh-news build" in settings["build"]["command"]
    for plugin in settings["plugins"]:
        folder = plugin["package"].lstrip("/")
        assert yaml.safe_load(hosted[f"{folder}/manifest.yml"]) == {"name": "tri-nho"}
        assert json.loads(hosted[f"{folder}/package.json"])["type"] == "module"
        assert '".hatinh-news", "public"' in hosted[f"{folder}/index.js"]
    assert 'schedule: "7 * * * *"' in hosted[f"{settings['functions']['directory']}/dung-lai.mjs"]


def test_cloudflare_pages(hosted: dict[str, str]) -> None:
    pages, clock = (tomllib.loads(hosted[path]) for path in ("wrangler.toml", "dung-lai/wrangler.toml"))
    assert (pages["name"], pages["pages_build_output_dir"]) == ("song-la", "public")
    assert (clock["name"], clock["main"], clock["triggers"]["crons"]) == (
        "song-la-dung-lai",
        "index.js",
        ["7 */2 * * *"],
    )
    assert "dung-lai/index.js" in hosted
    assert hosted[".python-version"] == "3.13\n"


def test_every_schedule_says_why(hosted: dict[str, str]) -> None:
    paths = (
        ".github/workflows/dung-bao.yml",
        ".gitlab-ci.yml",
        "netlify/functions/dung-lai.mjs",
        "dung-lai/wrangler.toml",
    )
    assert all(
        "Bài hẹn giờ (publish_date) chỉ lên trang ở lần dựng đầu tiên sau giờ ấy" in hosted[path] for path in paths
    )


# The rest of the folder


def test_what_is_made_stays_out_of_git(hosted: dict[str, str]) -> None:
    assert {"/public/", "/.hatinh-news/"} <= set(hosted[".gitignore"].split("\n"))


def test_the_editors_settings_are_json(hosted: dict[str, str]) -> None:
    settings = json.loads(hosted[".vscode/settings.json"])
    assert settings["[markdown]"]["editor.wordWrap"] == "on"


def test_no_file_of_the_package_is_hidden() -> None:
    assert [path for path in scaffold().rglob("*") if path.name.startswith(".")] == []
