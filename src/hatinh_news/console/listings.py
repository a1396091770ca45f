"""Which articles there are."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from hatinh_news.console.manner import Manner, print_json, print_lines
from hatinh_news.console.telling import fault_record, tell_faults
from hatinh_news.model.fault import Fault
from hatinh_news.text import dates

if TYPE_CHECKING:
    from hatinh_news.build.survey import Listing


def tell_listings(manner: Manner, listings: Sequence["Listing"], faults: Sequence[Fault]) -> None:
    """Says which articles there are: state, moment, file, title."""
    if manner.as_json:
        records = [listing_record(listing) for listing in listings]
        print_json({"articles": records, "faults": [fault_record(fault, manner.say) for fault in faults]})
        return
    tell_faults(manner, faults)
    print_lines(listing_lines(manner, listings))
    if not listings:
        print_lines([manner.say("No articles.")])


def listing_lines(manner: Manner, listings: Iterable["Listing"]) -> list[str]:
    """One line an article, in columns."""
    say = manner.say
    states = {
        "published": say("published"),
        "draft": say("draft"),
        "future": say("in future"),
        "expired": say("expired"),
    }
    rows = [
        (states[one.state], f"{dates.short_date(one.moment)} {dates.clock_time(one.moment)}", one.path, one.title)
        for one in listings
    ]
    state, path = (max((len(row[column]) for row in rows), default=0) for column in (0, 2))
    return [f"{row[0]:<{state}}  {row[1]}  {row[2]:<{path}}  {row[3]}" for row in rows]


def listing_record(listing: "Listing") -> dict[str, str]:
    """A listed article for other programs."""
    return {
        "state": listing.state,
        "moment": listing.moment.isoformat(),
        "path": listing.path,
        "title": listing.title,
        "url": listing.url,
    }
