"""The JSON Schemas say what the loader takes, and are what the docs and editors' programs are told."""

import json
import re
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from hatinh_news import cli
from hatinh_news.desk.schema import _TABLES, KINDS, Names, paths, schema
from hatinh_news.desk.template import fresh, speaks, template
from hatinh_news.desk.words import FRONT_MATTER, Fresh
from hatinh_news.messages import translator
from hatinh_news.model.config import PAPER_ZONE
from hatinh_news.model.fault import Fault
from hatinh_news.read import yaml_tree
from hatinh_news.read.front_matter import ARTICLE_FIELDS
from hatinh_news.read.schema import Field, Origin, names, read_mapping
from hatinh_news.read.shape import Shape, is_shaped, shape_of
from newsroom import lay_out

GOOD = (
    *("Nước về đồng", "2025-02-28", "2025-02-28 15:30", "28/02/2025 15:30", "Thứ Sáu, 28/02/2025", "2025/2/8"),
    *("20250228", "ten-bai", "vi", "en-GB", "/cu/", "/cu/bai.html", "https://a.example/x", "http://a.example"),
    *("long-read.html", "draft", "published", "double-space", "true", "không", "Yes", "", "2025-13-01", "2025-02-32"),
    *("//x/", "/a/../b/", "ftp://a", "1/2"),
)
TEXTS = st.one_of(st.sampled_from(GOOD), st.text("aăĐ /-:.#?0", max_size=12).map(lambda text: " ".join(text.split())))
FRACTIONS = st.floats(-9, 9, allow_nan=False).filter(lambda one: one % 1)
LEAVES = st.one_of(TEXTS, st.none(), st.booleans(), st.integers(-3, 2_000), FRACTIONS)
GROUPS = st.dictionaries(st.sampled_from(["name", "x"]), LEAVES, max_size=2)
JUNK = st.one_of(LEAVES, st.lists(LEAVES, max_size=3), GROUPS)


WORDS = {word.path: word for word in FRONT_MATTER}


def is_beyond_a_schema(shape: Shape, value: object) -> bool:
    """Where the loader reads a value as text, and a schema sees a number, or cannot see what a calendar has."""
    if shape.widget == "datetime":
        return isinstance(value, int | float) or (isinstance(value, str) and value not in GOOD and "0" in value)
    if shape.widget == "number":
        return isinstance(value, str) and value.isdigit()
    if isinstance(value, int | float) and ("pattern" in shape.schema or "enum" in shape.schema):
        return shape.schema.get("type") == "string" or "enum" in shape.schema
    return False


@st.composite
def of_shape(draw: st.DrawFn, shape: Shape) -> Any:
    """A value that the shape may take, or may not."""
    if draw(st.integers(0, 9)) == 0 and shape.widget != "datetime":
        value = draw(JUNK)
    elif shape.items is not None:
        one = of_shape(shape_of(shape.items))
        value = draw(st.one_of(one, st.lists(one, max_size=3)))
    elif shape.fields:
        value = draw(st.one_of(group(shape.fields), LEAVES) if shape.bare else group(shape.fields))
    else:
        value = draw(LEAVES)
    inside = shape_of(shape.items) if shape.items else shape
    values = value if isinstance(value, list) else [value]
    return None if any(is_beyond_a_schema(inside, one) for one in values) else value


@st.composite
def group(draw: st.DrawFn, fields: tuple[Field[Any], ...]) -> dict[str, Any]:
    """Some of the keys, in any spelling, and now and then one that there is not."""
    found = {}
    for field in draw(st.lists(st.sampled_from(fields), max_size=4)):
        found[draw(st.sampled_from((field.key, *field.synonyms)))] = draw(of_shape(shape_of(field.read)))
    if draw(st.integers(0, 9)) == 0:
        found["khoa_la"] = "x"
    if any(field.key == "title" for field in fields) and draw(st.integers(0, 9)):
        found.setdefault("title", "Nước về đồng")
    return found


NO_SCHEMA_KNOWS = {"front", "pin", "permalinks", "timezone"}
"""A block is that of one section or one topic, a pin ends behind its beginning; tokens of addresses; names of zones."""


@pytest.mark.parametrize("kind", KINDS)
def test_schema_and_loader_take_the_same(kind: str) -> None:
    fields = tuple(_TABLES[kind][0])
    validator, known = Draft7Validator(schema(kind, str)), names(fields)

    @settings(max_examples=60, deadline=None, database=None)
    @given(group(fields))
    def agree(found: dict[str, Any]) -> None:
        if NO_SCHEMA_KNOWS & found.keys():
            return
        tree = yaml_tree.parse(json.dumps(found, ensure_ascii=False), "x")
        assert not isinstance(tree, Fault)
        _, wrong = read_mapping(tree, known, Origin("x", PAPER_ZONE))
        problems = [error.message for error in validator.iter_errors(found)]
        assert bool(wrong) == bool(problems), (found, wrong, problems)

    agree()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["en", "vi"])
def test_a_schema_is_one_and_says_what_each_key_is(kind: str, language: str) -> None:
    found = schema(kind, translator(language))
    Draft7Validator.check_schema(found)
    for name, one in found["properties"].items():
        assert one["title"], name
        assert one["description"].endswith("."), name
        assert one["x-widget"] in {"string", "boolean", "datetime", "number", "select", "list", "object", "image"}


def test_every_key_has_words_and_no_words_are_without_their_key() -> None:
    from hatinh_news.desk.words import FRONT_MATTER, SETTINGS

    for words, kinds in ((FRONT_MATTER, KINDS[:-1]), (SETTINGS, KINDS[-1:])):
        assert {word.path for word in words} == {path for kind in kinds for path, *_ in paths(kind)}
        assert len(words) == len({word.path for word in words})
    assert [path for kind in KINDS for path, field, *_ in paths(kind) if not is_shaped(field.read)] == []


@pytest.mark.parametrize("language", ["vi", "vi-VN", "en", "fr"])
def test_new_articles_begin_as_the_schema_says(language: str) -> None:
    say = speaks(language)
    front = template(say).split("---\n")[1]
    found = yaml.safe_load(front)
    assert list(found) == [field.key for field in ARTICLE_FIELDS if WORDS[field.key].fresh == "always"]
    assert list(Draft7Validator(schema("article", say)).iter_errors({**found, "title": "A"})) == []
    for line in front.splitlines():
        word = WORDS[line.partition(":")[0]]
        assert line.partition("  # ")[2] == say(word.remark)
        assert not word.remark or (say(word.remark) == word.remark) == (not language.startswith("vi"))


def test_a_new_article_has_other_keys_only_where_it_wants_them() -> None:
    assert list(fresh("picture", str)) == ["image_alt", "image_caption", "image_credit"]
    assert yaml.safe_load(fresh("draft", str)["draft"]) == {"draft": True}
    assert {word.fresh for word in WORDS.values()} == set(get_args(Fresh))


def test_names_of_the_newspaper_are_offered() -> None:
    found = schema("article", str, Names(["Thời sự"], ["Y tế"], ["Thu Hà"], ["Giữ nước"]))["properties"]
    assert [found[key]["examples"] for key in ("section", "category", "topics", "tags", "series")] == [
        ["Thời sự"], ["Thời sự"], ["Y tế"], ["Y tế"], ["Giữ nước"]
    ]  # fmt: skip


def test_the_command_prints_or_writes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = lay_out("-- content/site.yaml --\ntitle: Báo\nsections: [Thời sự]\n", tmp_path / "bao")
    assert cli.main(["schema", "article", str(site), "--lang", "en"]) == 0
    printed = capsys.readouterr().out
    assert json.loads(printed)["properties"]["section"]["examples"] == ["Thời sự"]
    assert cli.main(["schema", "article", str(site), "--lang", "en", "--out", str(tmp_path / "a.json")]) == 0
    assert (tmp_path / "a.json").read_text(encoding="utf-8") == printed
    assert capsys.readouterr().out == ""
    assert cli.main(["schema", "site", str(site), "--out", str(tmp_path / "mất" / "a.json")]) == 2


def test_a_folder_without_a_newspaper_has_schemas_without_names(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["schema", "article", str(tmp_path), "--lang", "en"]) == 0
    assert "examples" not in json.loads(capsys.readouterr().out)["properties"]["section"]


def test_a_new_newspaper_has_schemas_that_its_settings_name_and_keep(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main(["init", "bao", "--title", "Sông La", "--host", "none"]) == 0
    text = Path("bao/content/site.yaml").read_text(encoding="utf-8")
    (named,) = re.findall(r"\$schema=(\S+)", text)
    found = json.loads((Path("bao/content") / named).read_text(encoding="utf-8"))
    assert found["properties"]["title"]["title"] == "Tên báo"
    tree = json.loads(Path("bao/.vscode/settings.json").read_text(encoding="utf-8"))
    assert [(Path("bao") / name).is_file() for name in tree["yaml.schemas"]] == [True]
    import yaml

    assert list(Draft7Validator(found).iter_errors(yaml.safe_load(text))) == []
