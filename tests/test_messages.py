import gettext
import os
import string
from importlib import import_module
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

import hatinh_news
from hatinh_news.messages import DOMAIN, LANGUAGES, LOCALE, speak, translator
from hatinh_news.model.fault import Kind

CATALOGS = sorted(LOCALE.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, domain=DOMAIN)


def kinds() -> list[Kind]:
    """Every kind of fault that any stage can find."""
    root = Path(hatinh_news.__file__).parent
    modules = [path.relative_to(root.parent).with_suffix("") for path in sorted(root.rglob("*faults.py"))]
    values = [value for module in modules for value in vars(import_module(".".join(module.parts))).values()]
    return sorted({kind for kind in values if isinstance(kind, Kind)}, key=lambda kind: (kind.code, kind.message))


def places(text: str) -> set[str]:
    return {name.split("!")[0] for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def ids(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def strings(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def test_there_is_a_catalog_for_every_language_but_the_one_of_the_source() -> None:
    assert {path.parents[1].name for path in CATALOGS} == set(LANGUAGES) - {"en"}


@pytest.mark.parametrize("path", CATALOGS, ids=lambda path: path.parents[1].name)
def test_the_compiled_catalog_says_what_the_written_one_says(path: Path) -> None:
    compiled = BytesIO()
    write_mo(compiled, read(path))
    compiled.seek(0)
    with path.with_suffix(".mo").open("rb") as file:
        ours, fresh = gettext.GNUTranslations(file)._catalog, gettext.GNUTranslations(compiled)._catalog  # type: ignore[attr-defined]
    assert {key: value for key, value in ours.items() if key} == {key: value for key, value in fresh.items() if key}


@pytest.mark.parametrize("path", CATALOGS, ids=lambda path: path.parents[1].name)
def test_every_message_is_translated_and_names_no_value_that_the_message_lacks(path: Path) -> None:
    for message in read(path):
        if message.id:
            assert all(strings(message)), f"not translated: {message.id}"
            known = set().union(*(places(text) for text in ids(message)))
            assert all(places(text) <= known for text in strings(message)), message.id


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.code)
def test_every_kind_of_fault_is_told_in_vietnamese(kind: Kind) -> None:
    say = translator("vi")
    for text in filter(None, (kind.message, kind.hint)):
        assert say(text) != text
        assert places(say(text)) == places(text)


def test_vietnamese_is_what_is_spoken_unless_asked_otherwise() -> None:
    assert LANGUAGES[0] == "vi"
    assert translator("vi")("warning") == "cảnh báo"


@pytest.mark.parametrize("language", ["en", "xx", ""])
def test_without_a_catalog_the_source_speaks(language: str) -> None:
    assert translator(language)("warning") == "warning"


def test_nothing_said_is_nothing_in_every_language() -> None:
    assert [translator(language)("") for language in LANGUAGES] == ["", ""]


@pytest.mark.parametrize(("language", "words"), [("vi", "Cách dùng:"), ("en", "Usage:")])
def test_libraries_speak_the_same_language(monkeypatch: pytest.MonkeyPatch, language: str, words: str) -> None:
    before = gettext.textdomain()
    monkeypatch.setenv("LANGUAGE", "restored after the test")
    speak(language)
    assert os.environ["LANGUAGE"] == language
    try:
        assert gettext.gettext("Usage:") == words
    finally:
        gettext.textdomain(before)
