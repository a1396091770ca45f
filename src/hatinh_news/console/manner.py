"""The manner of speaking: in which language, how much, to people or to programs."""

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import click

from hatinh_news.messages import translator
from hatinh_news.model.fault import Translate


@dataclass(frozen=True, slots=True)
class Manner:
    """How to speak: `quiet` tells faults only, `verbose` more than most want to know, `as_json` speaks to programs,
    `profile` tells where the time goes."""

    language: str
    quiet: bool = False
    verbose: bool = False
    as_json: bool = False
    profile: bool = False

    @property
    def say(self) -> Translate:
        return translator(self.language)

    def number(self, value: float, digits: int = 0) -> str:
        """1.500 and 1,8 in Vietnamese, 1,500 and 1.8 in English."""
        english = f"{value:,.{digits}f}"
        return english.translate(str.maketrans(".,", ",.")) if self.language == "vi" else english


def stage_name(stage: str, say: Translate) -> str:
    """What the road calls `load`, as an editor reads it."""
    names = {
        "look": say("looking for changes"),
        "load": say("reading the articles"),
        "index": say("putting them in order"),
        "relate": say("relating them"),
        "plan": say("planning the pages"),
        "render": say("building the pages"),
        "pictures": say("making pictures"),
        "write": say("writing files"),
        "check": say("checking the texts"),
    }
    return names.get(stage, stage)


def print_lines(lines: Iterable[str], *, to_stderr: bool = False) -> None:
    colour = False if os.environ.get("NO_COLOR") else None
    for line in lines:
        click.echo(line, err=to_stderr, color=colour)


def print_json(record: dict[str, Any]) -> None:
    click.echo(json.dumps(record, ensure_ascii=False, indent=2))
