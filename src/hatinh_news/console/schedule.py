"""What is due, and when."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from hatinh_news.console.manner import Manner, print_json, print_lines
from hatinh_news.console.telling import fault_record, tell_faults
from hatinh_news.model.fault import Fault
from hatinh_news.text.dates import article_date

if TYPE_CHECKING:
    from hatinh_news.build.schedule import Due

_MINUTE = timedelta(minutes=1)


def tell_schedule(manner: Manner, schedule: Sequence["Due"], faults: Sequence[Fault], now: datetime) -> None:
    """Says what is due after `now`, and when the newspaper must be built for it."""
    if manner.as_json:
        told = [fault_record(fault, manner.say) for fault in faults]
        print_json({"now": now.isoformat(), **schedule_record(schedule), "faults": told})
        return
    tell_faults(manner, faults)
    print_lines(schedule_lines(manner, schedule))


def schedule_lines(manner: Manner, schedule: Sequence["Due"]) -> list[str]:
    """The moment of the next build, and a line for each thing that is due."""
    say = manner.say
    if not schedule:
        return [say("Nothing is due.")]
    what = {
        "live": say("goes live"),
        "correction": say("is corrected"),
        "pinned": say("comes to a front"),
        "unpinned": say("leaves a front"),
        "no-news": say("leaves the news sitemap"),
        "expired": say("expires"),
    }
    rows = [(printed(due.moment), what[due.what], _of_what(due)) for due in schedule]
    first, second = (max(len(row[column]) for row in rows) for column in (0, 1))
    lines = [f"  {row[0]:<{first}}  {row[1]:<{second}}  {row[2]}" for row in rows]
    return [due_line(manner, schedule[0].moment), *lines]


def _of_what(due: "Due") -> str:
    """The article, and the front on which it is pinned."""
    article = f"{due.title} ({due.path})"
    return f"{article} → {due.front}" if due.front else article


def due_line(manner: Manner, moment: datetime) -> str:
    """When the newspaper must be built next."""
    return manner.say("Next to be built again: {moment}").format(moment=printed(moment))


def printed(moment: datetime) -> str:
    """The moment as the paper prints it, no earlier than it is: a build in that minute must not come too soon."""
    whole = moment.replace(second=0, microsecond=0)
    return article_date(whole if whole == moment else whole + _MINUTE)


def schedule_record(schedule: Sequence["Due"]) -> dict[str, Any]:
    """A schedule for other programs."""
    turns = [
        {
            "moment": due.moment.isoformat(),
            "kind": due.what,
            "path": due.path,
            "url": due.url,
            "title": due.title,
            "front": due.front,
        }
        for due in schedule
    ]
    return {"next": schedule[0].moment.isoformat() if schedule else None, "turns": turns}
