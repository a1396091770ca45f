"""Which previews were built, and where each is found."""

from collections.abc import Sequence
from datetime import datetime

from hatinh_news.console.manner import Manner
from hatinh_news.model.report import Previewed
from hatinh_news.text.dates import clock_time, short_date


def preview_lines(manner: Manner, previews: Sequence[Previewed], base: str) -> list[str]:
    """One line a preview: its address, the article's state, title and file."""
    say = manner.say
    if not previews:
        return [say("No article waits to be published: there is nothing to preview.")]
    states = {"draft": say("draft"), "future": say("in future"), "expired": say("expired")}
    rows = [(f"{base}{one.url}", f"{states[one.state]}{_when(one)}", f"{one.title} ({one.path})") for one in previews]
    width = max(len(state) for _, state, _ in rows)
    return [f"  {url}  {state:<{width}}  {article}" for url, state, article in rows]


def _when(one: Previewed) -> str:
    if one.state != "future":
        return ""
    moment = datetime.fromisoformat(one.moment)
    return f" {short_date(moment)} {clock_time(moment)}"


def preview_record(one: Previewed, base: str) -> dict[str, str]:
    """A preview for other programs."""
    return {
        "url": f"{base}{one.url}",
        "path": one.path,
        "state": one.state,
        "live_from": one.moment,
        "title": one.title,
    }
