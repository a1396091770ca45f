"""One line of a simple text with marks in it, which the parser reads."""

from hatinh_news.read.markdown.engine import engine
from hatinh_news.read.markdown.figures import figure
from hatinh_news.read.markdown.inline import photos_alone, plain, resolve
from hatinh_news.read.markdown.reading import Reading


def marked_line(text: str, offset: int, reading: Reading) -> tuple[str, str, str | None]:
    """The words of the line at `offset`, its HTML, and the figures that it is where it holds pictures alone."""
    parser = engine()
    line = parser.parseInline(text)[0]
    line.children = resolve(line.children or [], offset, reading)
    html = parser.renderer.render([line], parser.options, {})
    photos = photos_alone(line)
    figures = None if photos is None else "".join(figure(photo.meta["photo"]) for photo in photos)
    return plain(line.children), html, figures
