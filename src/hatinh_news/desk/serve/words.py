"""Words: what a preview says on pages, in the language of whoever asked for it."""

from html import escape

from hatinh_news.model.fault import Translate


def words(say: Translate) -> dict[str, str]:
    """What the script says, by the names that it knows; `{moment}` is filled in."""
    return {
        "draft": say("Draft: readers do not see this article"),
        "future": say("Scheduled: readers see this article from {moment}"),
        "expired": say("Expired: readers have not seen this article since {moment}"),
        "slips": say("The newspaper has faults"),
        "error": say("error"),
        "warning": say("warning"),
        "hint": say("hint"),
        "close": say("Close (Esc)"),
        "warnings": say("Warnings: {number}"),
        "look": say("looking for changes"),
        "load": say("reading the articles"),
        "index": say("putting them in order"),
        "relate": say("relating them"),
        "plan": say("planning the pages"),
        "render": say("building the pages"),
        "write": say("writing files"),
        "lost": say("The preview has ended: start it again to see changes"),
    }


def waiting_page(say: Translate, language: str) -> str:
    """The page for those who come before there is any."""
    title = escape(say("The newspaper is being built …"))
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<title>{title}</title>\n</head>\n<body style="font-family: system-ui, sans-serif; margin: 20vh auto; '
        f'max-width: 32rem; padding: 0 1rem">\n<h1 style="font-size: 1.25rem">{title}</h1>\n'
        '<p id="hatinh-wait" role="status"></p>\n</body>\n</html>\n'
    )
