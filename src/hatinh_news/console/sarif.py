"""Findings as SARIF 2.1.0, the form in which code hosts take what programs have found in files."""

from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from hatinh_news import __version__
from hatinh_news.model.fault import Fault, Kind, Translate

if TYPE_CHECKING:
    from hatinh_news.desk.checks import Findings

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def sarif(found: "Findings", say: Translate, before: str = "") -> dict[str, Any]:
    """The log of one run; `before` stands before each path, to make it one from the repository's folder."""
    kinds: dict[str, Kind] = {}
    for fault in found.faults:
        kinds.setdefault(fault.code, fault.kind)
    rules = sorted(kinds)
    numbers = {code: number for number, code in enumerate(rules)}
    driver = {
        "name": "hatinh-news",
        "version": __version__,
        "rules": [_rule(kinds[code], say) for code in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(fault, numbers[fault.code], say, before) for fault in found.faults],
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(kind: Kind, say: Translate) -> dict[str, Any]:
    return {
        "id": kind.code,
        "shortDescription": {"text": say(kind.message)},
        "help": {"text": say(kind.hint)},
        "defaultConfiguration": {"level": kind.severity},
    }


def _result(fault: Fault, number: int, say: Translate, before: str) -> dict[str, Any]:
    words = "\n".join(filter(None, (fault.message(say), fault.hint(say))))
    location: dict[str, Any] = {"artifactLocation": {"uri": quote(before + fault.place.path)}}
    if fault.place.line:
        column = {"startColumn": fault.place.column} if fault.place.column else {}
        location["region"] = {"startLine": fault.place.line, **column}
    return {
        "ruleId": fault.code,
        "ruleIndex": number,
        "level": fault.kind.severity,
        "message": {"text": words},
        "locations": [{"physicalLocation": location}],
    }
