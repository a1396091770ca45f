"""Which addresses there are and were, and what answers them."""

from collections import Counter
from typing import TYPE_CHECKING, Any

from hatinh_news.console.manner import Manner, print_json, print_lines
from hatinh_news.console.telling import fault_record, tell_faults

if TYPE_CHECKING:
    from hatinh_news.build.urls import Answer, Urls


def tell_urls(manner: Manner, urls: "Urls", recorded: bool | None) -> None:
    """Says what answers each address, or where they were to be recorded, that this was done."""
    if manner.as_json:
        told = [fault_record(fault, manner.say) for fault in urls.faults]
        print_json({**urls_record(urls), "recorded": recorded, "faults": told})
        return
    tell_faults(manner, [fault for fault in urls.faults if recorded is None or not fault.is_note])
    print_lines(url_lines(manner, urls) if recorded is None else [_recorded_line(manner, urls, recorded)])


def url_lines(manner: Manner, urls: "Urls") -> list[str]:
    """A line an address: what answers it, and what it is; then how many there are."""
    say = manner.say
    states = {
        "page": say("page"),
        "moved": say("moved"),
        "gone": say("gone"),
        "waits": say("waits"),
        "lost": say("lost"),
    }
    width = max(map(len, states.values()))
    lines = [f"{states[one.state]:<{width}}  {_shown(manner, one)}" for one in urls.answers]
    counts: Counter[str] = Counter(one.state for one in urls.answers)
    total = say(
        "Addresses: {all} ({page} pages, {moved} moved, {gone} gone, {waits} waiting, {lost} lost),"
        " not recorded yet: {new}."
    )
    shown = {state: manner.number(counts[state]) for state in states}
    new = manner.number(sum(one.is_new for one in urls.answers))
    return [*lines, total.format(all=manner.number(len(urls.answers)), new=new, **shown)]


def _shown(manner: Manner, one: "Answer") -> str:
    url = f"{one.recorded.url} → {one.target}" if one.target else one.recorded.url
    what = f"{url}  {one.recorded.what}" if one.recorded.what else url
    return manner.say("{address} (new)").format(address=what) if one.is_new else what


def _recorded_line(manner: Manner, urls: "Urls", changed: bool) -> str:
    if not changed:
        return manner.say("addresses.txt says so already.")
    count = manner.number(len(urls.lines))
    return manner.say("Recorded in addresses.txt: {count} addresses.").format(count=count)


def urls_record(urls: "Urls") -> dict[str, Any]:
    """All addresses for other programs."""
    return {
        "addresses": [
            {
                "url": one.recorded.url,
                "state": one.state,
                "target": one.target or None,
                "kind": one.recorded.kind,
                "what": one.recorded.what,
                "new": one.is_new,
            }
            for one in urls.answers
        ]
    }
