"""Nothing undocumented: every command, setting, key, block, record, filter, template and fault stands in docs/."""

import json
import re
import runpy
import shlex
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args

import click
import pytest
from jinja2 import Environment

from hatinh_news import cli, console
from hatinh_news.build.turns import What
from hatinh_news.index.reserved import FOLDERS
from hatinh_news.model import records
from hatinh_news.model.article import Correction, Photo
from hatinh_news.model.config import Imprint, Label
from hatinh_news.model.fault import Kind, Place
from hatinh_news.model.feeds import Feed, FeedEntry, FullText
from hatinh_news.model.hosting import Budgets, HeaderRules, Icon, Manifest, PlainFile, StaticFile
from hatinh_news.model.report import Report
from hatinh_news.model.search import SearchFile, SearchPage
from hatinh_news.model.strings import ENGLISH, VIETNAMESE, Strings
from hatinh_news.plan.feeds import FORMATS as FEEDS
from hatinh_news.read import decode, front_matter, settings, split, yaml_tree
from hatinh_news.read.library import Document, Library
from hatinh_news.read.markdown import to_body
from hatinh_news.read.markdown.blocks import BLOCKS
from hatinh_news.read.permalink import TOKENS
from hatinh_news.read.schema import Field
from hatinh_news.render import Theme
from hatinh_news.render.formats import FORMATS
from hatinh_news.render.press import environment

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "hatinh_news"
TEMPLATES = ROOT / "templates"
PAGES = sorted([*ROOT.glob("docs/*.md"), *(ROOT / name for name in ("README.md", "CONTRIBUTING.md"))])

_FENCED = re.compile(r"^( *)(`{3,}).*?^\1\2$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^(#+) (.+)$", re.MULTILINE)


def page(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def headings(text: str) -> list[tuple[int, str, int, int]]:
    """Level, words, and where the heading begins and ends; what stands in code is none."""
    bare = _FENCED.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), text)
    return [(len(found[1]), found[2], found.start(), found.end()) for found in _HEADING.finditer(bare)]


def sections(text: str) -> dict[str, str]:
    """What stands below each heading, deeper headings included."""
    found = headings(text)
    below: dict[str, str] = {}
    for number, (level, words, _start, end) in enumerate(found):
        after = next((start for deeper, _, start, _ in found[number + 1 :] if deeper <= level), len(text))
        below.setdefault(words, text[end:after])
    return below


def quoted(words: str) -> set[str]:
    """The names in backticks."""
    return set(re.findall(r"`([^`]+)`", words))


def named_by_headings(text: str) -> set[str]:
    return {name for _, words, _, _ in headings(text) for name in quoted(words)}


def named_by_rows(text: str) -> set[str]:
    """The names in the first cell of each row of a table; of `link(url)`, the name before the bracket."""
    cells = re.findall(r"^\|(.*?)(?<!\\)\|", text, re.MULTILINE)
    return {name.partition("(")[0] for cell in cells for name in quoted(cell)}


# The command line


def commands() -> list[tuple[str, click.Command, click.Context]]:
    group = cli.program("en")
    context = click.Context(group, info_name=cli.PROGRAM, **group.context_settings)
    below = [
        (f"{cli.PROGRAM} {name}", command, click.Context(command, context, name))
        for name, command in group.commands.items()
    ]
    return [(cli.PROGRAM, group, context), *below]


@pytest.mark.parametrize(
    ("name", "command", "context"), commands(), ids=lambda one: one if isinstance(one, str) else ""
)
def test_every_command_and_option_has_a_heading(name: str, command: click.Command, context: click.Context) -> None:
    below = sections(page("cli.md"))
    assert f"`{name}`" in below
    known = named_by_headings(below[f"`{name}`"])
    for parameter in command.get_params(context):
        wanted = {*parameter.opts, *parameter.secondary_opts}
        if isinstance(parameter, click.Argument):
            wanted = {parameter.make_metavar(context)}
        assert wanted <= known, name
    options = {
        option for parameter in command.get_params(context) for option in (*parameter.opts, *parameter.secondary_opts)
    }
    assert {option for option in known if option.startswith("-")} <= options, "no option of this name any more"


def test_every_environment_variable_that_is_asked_has_a_row() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in sorted(SOURCE.rglob("*.py")))
    asked = set(re.findall(r'environ(?:ment)?(?:\.get\(|\[)"(\w+)"(?!\] =)', source)) | {cli.LANGUAGE_VARIABLE}
    assert {"SOURCE_DATE_EPOCH", "NO_COLOR"} <= asked
    assert named_by_rows(sections(page("cli.md"))["Environment variables"]) == asked


def test_every_exit_code_has_a_row() -> None:
    rows = re.findall(r"^\| (\d+) \|", sections(page("cli.md"))["Exit codes"], re.MULTILINE)
    assert {int(row) for row in rows} == {0, 1, cli.CANNOT, cli.STOPPED}


def shape(value: object) -> object:
    """The keys of nested objects, without their values."""
    if isinstance(value, dict):
        return {key: shape(inside) for key, inside in value.items()}
    return [shape(value[0])] if isinstance(value, list) and value else None


def test_the_report_as_json_has_the_keys_that_the_example_shows() -> None:
    (example,) = re.findall(r"^```json\n(.*?)^```$", page("cli.md"), re.MULTILINE | re.DOTALL)
    shown = json.loads(example)
    seconds = dict.fromkeys(shown["seconds"], 0.0)
    report = Report(faults=(Kind("x", "x", "x").at(Place("x")),), seconds=seconds, cpu=seconds)
    assert shape(shown) == shape(console.report_record(report, str))


def quoted_commands() -> Iterator[tuple[str, str]]:
    """Every `hatinh-news …` that a page tells its readers to type."""
    for path in PAGES:
        text = path.read_text(encoding="utf-8")
        lines = re.findall(r"^ {4}(?:\$ )?(hatinh-news .*)$", text, re.MULTILINE)
        lines += re.findall(r"`(hatinh-news [^`]*)`", text)
        yield from ((path.name, re.split(r"[;&|>] ", line)[0]) for line in lines)


def test_commands_are_quoted_at_all() -> None:
    assert len(list(quoted_commands())) > 10


@pytest.mark.parametrize(("name", "line"), sorted(set(quoted_commands())))
def test_every_command_that_is_quoted_can_be_typed(name: str, line: str) -> None:
    group, context = commands()[0][1:]
    assert isinstance(group, click.Group)
    _, words, _ = group.make_parser(context).parse_args(shlex.split(line, comments=True)[1:])
    if not words:
        return
    command = group.get_command(context, words[0])
    assert command is not None, words[0]
    _, rest, _ = command.make_parser(click.Context(command, context, words[0])).parse_args(words[1:])
    assert rest == []


# Settings and front matter


def nested(field: Field[Any]) -> tuple[Field[Any], ...]:
    """The fields of the group of keys that a field reads; a field that reads none has none."""
    return _nested(field.read)


def _nested(read: Callable[..., Any]) -> tuple[Field[Any], ...]:
    for cell in getattr(read, "__closure__", None) or ():
        inside = cell.cell_contents
        if isinstance(inside, tuple) and inside and all(isinstance(one, Field) for one in inside):
            return inside
        if callable(inside) and (found := _nested(inside)):
            return found
    return ()


def by_path(known: Iterable[Field[Any]], above: str = "") -> Iterator[tuple[str, Field[Any]]]:
    for field in known:
        path = f"{above}{field.key}"
        yield path, field
        if field is not settings.STRINGS:  # these have a table of their own
            yield from by_path(nested(field), f"{path}.")


def test_nested_settings_are_found() -> None:
    found = dict(by_path(settings.FIELDS))
    assert {"sections.slug", "authors.role", "menus.foot.url", "related.limit", "imprint.licence"} <= found.keys()


def test_every_setting_has_a_heading_and_no_heading_is_without_its_setting() -> None:
    assert named_by_headings(page("site-yaml.md")) == dict(by_path(settings.FIELDS)).keys()


@pytest.mark.parametrize(
    ("path", "field"), list(by_path(settings.FIELDS)), ids=lambda one: one if isinstance(one, str) else ""
)
def test_every_setting_is_told_with_an_example_and_its_synonyms(path: str, field: Field[Any]) -> None:
    below = sections(page("site-yaml.md"))[f"`{path}`"]
    assert re.search(rf"^ {{4}}(  - )?{field.key}:|^ {{4}} *- {{name: ", below, re.MULTILINE)
    assert set(field.synonyms) <= quoted(below)


KEYS = {
    field.key: field
    for known in (
        front_matter.ARTICLE_FIELDS,
        front_matter.PAGE_FIELDS,
        front_matter.PROFILE_FIELDS,
        front_matter.TOPIC_FIELDS,
        front_matter.AUTHOR_FIELDS,
    )
    for field in known
}


@pytest.mark.parametrize("field", list(KEYS.values()), ids=list(KEYS))
def test_every_key_of_front_matter_is_in_the_handbook(field: Field[Any]) -> None:
    below = sections(page("cam-nang-bien-tap.md"))
    assert f"`{field.key}`" in below
    told = below[f"`{field.key}`"]
    assert set(field.synonyms) <= quoted(told)
    assert all(f"{inside.key}:" in told for inside in nested(field))
    assert re.search(rf"^ {{4}}({'|'.join([field.key, *field.synonyms])}):", told, re.MULTILINE), "an example"


def test_the_handbook_has_no_key_that_is_none() -> None:
    told = sections(page("cam-nang-bien-tap.md"))["Phần khai báo: mọi khóa"]
    assert named_by_headings(told) == KEYS.keys()


# Content and Markdown


@pytest.mark.parametrize("name", ["markdown.md", "cam-nang-bien-tap.md"])
@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.names[0])
def test_every_block_is_told_with_its_other_names(name: str, block: Any) -> None:
    below = {words: text for words, text in sections(page(name)).items() if block.names[0] in quoted(words)}
    told = "".join(text for words, text in below.items() if not quoted(words).isdisjoint(block.names))
    assert set(block.names[1:]) <= quoted(told)
    assert f"::: {block.names[0]}" in told


EXAMPLES = re.findall(r"```markdown\n(.*?)```\n\n```html\n(.*?)```", page("markdown.md"), re.DOTALL)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    names = ("anh-1.jpg", "anh-2.jpg", "phim.mp4", "quy-hoach.pdf")
    size = (1200).to_bytes(2, "little") + (800).to_bytes(2, "little")
    for name in names:
        (tmp_path / name).write_bytes(b"GIF89a" + size)
    return Library("https://songla.example", {f"xa-hoi/2026-03-14-cau/{name}": str(tmp_path / name) for name in names})


@pytest.mark.parametrize(("given", "html"), EXAMPLES, ids=[given[:20] for given, _ in EXAMPLES])
def test_every_example_of_markdown_gives_the_html_below_it(library: Library, given: str, html: str) -> None:
    body, wrong = to_body(given, 1, Document("xa-hoi/2026-03-14-cau/index.md", "/2026/03/cau/"), library)
    assert body.html.strip() == html.strip()
    assert wrong == []


def test_every_pair_of_markdown_and_html_is_looked_at() -> None:
    assert len(EXAMPLES) == page("markdown.md").count("```markdown\n") > len(BLOCKS)


def test_every_token_of_permalinks_has_a_row() -> None:
    assert named_by_rows(sections(page("content.md"))["Addresses"]) == set(TOKENS)


def test_every_folder_that_the_site_keeps_is_named() -> None:
    assert {f"/{folder}/" for folder in FOLDERS} <= quoted(sections(page("content.md"))["Addresses"])


@pytest.mark.parametrize(
    "limit", [decode.MAX_BYTES, split.MAX_FRONT_CHARACTERS, yaml_tree.MAX_DEPTH, yaml_tree.MAX_NODES]
)
def test_every_limit_is_told(limit: int) -> None:
    assert f" {limit:,} " in sections(page("content.md"))["Limits"]


def test_every_sort_of_moment_at_which_the_newspaper_changes_has_a_row() -> None:
    assert named_by_rows(sections(page("content.md"))["The clock"]) == set(get_args(What))


# Templates and records


def test_every_string_of_the_theme_has_a_row_with_its_words() -> None:
    rows = re.findall(r"^\| `strings\.(\w+)` \| (.+) \| (.+) \|$", page("templates.md"), re.MULTILINE)
    words = [(one.name, getattr(VIETNAMESE, one.name), getattr(ENGLISH, one.name)) for one in fields(Strings)]
    assert rows == words
    assert [field.key for field in nested(settings.STRINGS)] == [name for name, *_ in words]


RECORDS = [
    *(each for each in vars(records).values() if is_dataclass(each) and each.__module__ == records.__name__),
    *(Photo, Correction, Label, Imprint, SearchPage, SearchFile),
    *(Feed, FeedEntry, FullText),
    *(Budgets, HeaderRules, Icon, Manifest, PlainFile, StaticFile),
]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_field_of_every_record_has_a_row(record: Any) -> None:
    rows = named_by_rows(page("templates.md")) | named_by_rows(page("outputs.md"))
    told = {row for row in rows if row.startswith(f"{record.__name__}.")}
    assert told == {f"{record.__name__}.{field.name}" for field in fields(record)}


def press() -> Any:
    return environment(Theme((TEMPLATES,)), records.Site("Báo thử", "https://thu.example"))


def test_every_filter_has_a_row() -> None:
    assert (
        named_by_rows(sections(page("templates.md"))["Filters"])
        == press().filters.keys() - Environment(autoescape=True).filters.keys()
    )


def test_every_function_has_a_row() -> None:
    ours = press().globals.keys() - Environment(autoescape=True).globals.keys() - {"site", "strings"}
    assert named_by_rows(sections(page("templates.md"))["Functions"]) == ours


def test_every_template_has_a_heading() -> None:
    assert named_by_headings(sections(page("templates.md"))["Templates"]) == {
        path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.html")
    }


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: path.name)
def test_every_block_and_macro_of_a_template_is_told(path: Path) -> None:
    template = path.read_text(encoding="utf-8")
    below = sections(page("templates.md"))[f"`{path.relative_to(TEMPLATES).as_posix()}`"]
    overridden = re.search(r"Overrides .*?\n\n", below, re.DOTALL)
    told = named_by_rows(below) | quoted(overridden[0] if overridden else "")
    assert set(re.findall(r"\{%-? block (\w+)", template)) <= told
    assert set(re.findall(r"\{%-? macro (\w+)", template)) <= named_by_rows(below)


def test_every_machine_format_and_feed_has_a_row() -> None:
    below = sections(page("outputs.md"))["Files for machines"]
    assert FORMATS.keys() <= named_by_rows(below)
    assert {file for _, file in FEEDS} <= quoted(below)


# Faults


def test_the_page_of_faults_is_up_to_date(capsys: pytest.CaptureFixture[str]) -> None:
    main = runpy.run_path(str(ROOT / "tools" / "fault_pages.py"))["main"]
    assert main(["--check"]) == 0, capsys.readouterr().err


def kinds() -> Iterator[Kind]:
    """Every Kind of every module that a whole run loads."""
    for module in [module for name, module in sys.modules.items() if name.startswith("hatinh_news.")]:
        yield from (value for value in vars(module).values() if isinstance(value, Kind))


def test_every_fault_has_a_heading() -> None:
    assert {kind.code for kind in kinds()} <= named_by_headings(page("faults.md"))


# The pages themselves


def test_every_target_of_the_makefile_is_told() -> None:
    targets = re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert named_by_rows(sections(page("README.md"))["What make can do"]) == {f"make {target}" for target in targets}
    told = "\n".join(path.read_text(encoding="utf-8") for path in PAGES)
    assert set(re.findall(r"(?:^ {4}|`)make ([a-z-]+)", told, re.MULTILINE)) <= set(targets)


def test_every_page_is_in_the_index() -> None:
    linked = set(re.findall(r"\]\(([\w-]+\.md)\)", page("README.md")))
    assert linked == {path.name for path in (ROOT / "docs").glob("*.md")} - {"README.md"}


def anchor(words: str) -> str:
    """The address of a heading, as GitHub makes it."""
    return re.sub(r"[^\w -]", "", words.lower()).replace(" ", "-")


def anchors(path: Path) -> set[str]:
    return {anchor(words) for _, words, _, _ in headings(path.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_link_between_pages_leads_somewhere(path: Path) -> None:
    prose = re.sub(r"`[^`\n]*`", "", _FENCED.sub("", path.read_text(encoding="utf-8")))
    prose = re.sub(r"^ {4}.*$", "", prose, flags=re.MULTILINE)
    for target in re.findall(r"\]\(([^)\s]+)\)", prose):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, part = target.partition("#")
        file = path.parent / name if name else path
        assert file.exists(), target
        assert not part or part in anchors(file), target
