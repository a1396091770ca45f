"""Questions on a terminal: what is missing in an editor's wish, with the newspaper's own names at hand."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import click

from hatinh_news.console.manner import Manner, print_lines
from hatinh_news.model.fault import Translate
from hatinh_news.text.clean import clean_line
from hatinh_news.text.lookup import look_up
from hatinh_news.text.nearest import nearest

if TYPE_CHECKING:
    from hatinh_news.desk import Known, Newspaper, Wish

NEW: Final = "+"
"""Typed before a name, it makes a new one, whatever it resembles."""

ALL: Final = "?"
"""Asks for all names there are."""

_HOSTS: Final = {
    "github": "GitHub Pages",
    "netlify": "Netlify",
    "cloudflare": "Cloudflare Pages",
    "gitlab": "GitLab Pages",
}
_MANY: Final = 9
_YES: Final = frozenset(("c", "co", "có", "y", "yes"))


def ask_wish(manner: Manner, known: "Known", wish: "Wish") -> "Wish":
    """The wish with what was missing or doubtful in it as the editor answers; raises click.Abort where none comes."""
    say = manner.say
    title = wish.title
    while not clean_line(title):
        title = ask(say("Title"))
    section, new = _section(say, known, wish.section)
    topics = _names(Shelf(say("Topic"), known.topics, say), wish.topics)
    authors = _names(Shelf(say("Author"), known.authors, say), wish.authors)
    series = _settle(Shelf(say("Series"), known.series, say), wish.series) if wish.series else ""
    return replace(wish, title=title, section=section, topics=topics, authors=authors, series=series, new_section=new)


@dataclass(frozen=True, slots=True)
class Shelf:
    """Names of one sort, what the sort is called, and how to speak."""

    label: str
    names: Sequence[str]
    say: Translate


def ask(question: str) -> str:
    """What the editor types behind a question."""
    answer: str = click.prompt(question, default="", show_default=False, err=True)
    return clean_line(answer)


def ask_yes(question: str) -> bool:
    return ask(question).casefold() in _YES


def choose(label: str, names: Sequence[str], say: Translate, *, otherwise: str) -> str | None:
    """One of a few names by its number; None for `otherwise`, which is 0 or nothing typed, and for words.

    What is no number of the list is asked again.
    """
    print_lines([f"  {number}. {name}" for number, name in enumerate(names, 1)], to_stderr=True)
    print_lines([f"  0. {otherwise}"], to_stderr=True)
    while True:
        answer = ask(label)
        if answer in {"", "0"}:
            return None
        if answer.isdecimal() and int(answer) <= len(names):
            return names[int(answer) - 1]
        print_lines([say("Type a number from 0 to {last}.").format(last=len(names))], to_stderr=True)


def _section(say: Translate, known: "Known", typed: str) -> tuple[str, bool]:
    """The section, and whether it is to be made."""
    if not typed and len(known.sections) <= 1:
        return known.default_section, False
    shelf = Shelf(say("Section"), known.sections, say)
    if not typed:
        print_lines([f"  {number}. {name}" for number, name in enumerate(known.sections, 1)], to_stderr=True)
    question = say("Section: number or a few letters (Enter: {default})").format(default=known.default_section)
    while True:
        typed = typed or ask(question)
        if not typed:
            return known.default_section, False
        if typed.isdecimal() and 1 <= int(typed) <= len(known.sections):
            return known.sections[int(typed) - 1], False
        found = known.folders.get(typed) or _settle(shelf, typed)
        if found:
            return found, known.declared and found not in known.sections
        typed = ""


def _names(shelf: Shelf, typed: Sequence[str]) -> tuple[str, ...]:
    """Those that were typed already, or as many as are typed now, one after the other until nothing is."""
    found = [_settle(shelf, name) for name in typed]
    if typed:
        return tuple(dict.fromkeys(filter(None, found)))
    if shelf.names:
        often = shelf.say("  often: {names}").format(names=" · ".join(shelf.names[:5]))
        print_lines([often], to_stderr=True)
    first = shelf.say("{label}: a few letters, marks or not ({all} for all, {new}name for a new one, Enter for none)")
    more = shelf.say("{label}: one more (Enter when done)")
    while answer := ask((more if found else first).format(label=shelf.label, all=ALL, new=NEW)):
        if answer == ALL:
            print_lines([f"  {name}" for name in shelf.names], to_stderr=True)
        elif name := _settle(shelf, answer):
            found.append(name)
    return tuple(dict.fromkeys(found))


def _settle(shelf: Shelf, typed: str) -> str:
    """The name that is meant; empty where the editor takes it back."""
    say, typed = shelf.say, clean_line(typed)
    if typed.startswith(NEW):
        return _told(typed.removeprefix(NEW).strip())
    found = look_up(typed, shelf.names)
    if found.sure:
        return _told(found.sure)
    if len(found.likely) == 1:
        return _told(found.likely[0])
    if found.likely:
        otherwise = say("none of these: “{name}” is new").format(name=typed)
        return _told(choose(shelf.label, found.likely[:_MANY], say, otherwise=otherwise) or typed)
    near = nearest(typed, shelf.names)
    question = say("{label} “{name}” is not there yet. Make it? [y/N]")
    if near is not None:
        question = say("{label} “{name}” is not there yet; the nearest is “{nearest}”. Make a new one? [y/N]")
    return typed if ask_yes(question.format(label=shelf.label, name=typed, nearest=near)) else ""


def _told(name: str) -> str:
    """Shows what was understood."""
    print_lines([f"  → {name}"], to_stderr=True)
    return name


def ask_newspaper(manner: Manner, wished: "Newspaper", *, ask_hosts: bool) -> "Newspaper":
    """What a newspaper is to be, with what was not said of it as the editor answers; an empty answer leaves it so."""
    say = manner.say
    title = wished.title or ask(say("What is the newspaper called?"))
    base_url = wished.base_url or ask(say("Its address, with https:// (Enter: not known yet)"))
    hosts = wished.hosts
    if ask_hosts:
        print_lines([f"  {number}. {name}" for number, name in enumerate(_HOSTS.values(), 1)], to_stderr=True)
        answer = ask(say("Who is to publish it: numbers (Enter: nobody yet)"))
        hosts = tuple(host for number, host in enumerate(_HOSTS, 1) if str(number) in answer)
    return replace(wished, title=title, base_url=base_url, hosts=hosts)
