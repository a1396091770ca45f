"""Text as an editor would type it into YAML: bare, and in quotation marks only where YAML needs them."""

import json
from collections.abc import Iterable
from typing import Any, Final

import yaml

_Loader: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WIDTH: Final = 100


def written(text: str) -> str:
    """The text as the value of a key."""
    return _written(text, "key: {}", {"key": text})


def written_list(texts: Iterable[str]) -> str:
    """The texts as a list: on the line of its key where that is wide enough, else one below the other."""
    texts = tuple(texts)
    flow = ", ".join(_written(text, "[{}]", [text]) for text in texts)
    if len(flow) <= _WIDTH:
        return f" [{flow}]"
    return "".join(f"\n  - {_written(text, '- {}', [text])}" for text in texts)


def _written(text: str, form: str, meant: object) -> str:
    """The plainest of the ways to write `text` that any reader of YAML takes for it where `form` puts it."""
    ways = [text]
    if '"' not in text and "\\" not in text:
        ways.append(f'"{text}"')
    ways += ["'" + text.replace("'", "''") + "'", json.dumps(text, ensure_ascii=False)]
    return next((way for way in ways if _read(form.format(way)) == meant), json.dumps(text))


def _read(document: str) -> object:
    try:
        return yaml.load(document, Loader=_Loader)  # noqa: S506  a safe loader, in C where there is one
    except (yaml.YAMLError, ValueError):  # a day that no calendar has is a ValueError
        return None
