"""A Markdown text as a Body: HTML, words, summary, and what it refers to.

There are two roads. `reference` has the parser read the text, and says what every text means. `simple` reads the texts
that need no parser, several times faster and with the same outcome; it leaves all others to the reference.
"""

from hatinh_news.model.article import Body
from hatinh_news.model.fault import Fault
from hatinh_news.read import faults
from hatinh_news.read.library import Document, Library
from hatinh_news.read.markdown.reading import Reading
from hatinh_news.read.markdown.simple import simple_body


def to_body(text: str, first_line: int, document: Document, library: Library) -> tuple[Body, list[Fault]]:
    """The body that `text` makes; `first_line` is the line of the file that it begins on."""
    reading, more = begin(text, first_line, document, library)
    body = simple_body(more, reading)
    if body is None:
        from hatinh_news.read.markdown.reference import reference_body  # the parser takes a while to import

        body = reference_body(more, reading)
    return body, reading.faults


def begin(text: str, first_line: int, document: Document, library: Library) -> tuple[Reading, int]:
    """What either road begins with: the lines of the text without notes, and the line that ends the summary."""
    if "<!--" not in text:
        return Reading(document, library, text, first_line), -1
    from hatinh_news.read.markdown.notes import without_notes

    cleared = without_notes(text)
    reading = Reading(document, library, cleared.text, first_line)
    if cleared.unclosed >= 0:
        reading.fault(faults.UNCLOSED_COMMENT, cleared.unclosed, "<!--")
    return reading, cleared.more
