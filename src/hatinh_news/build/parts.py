"""Parts of a page: which element makes it heavy."""

from html.parser import HTMLParser

_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)

Part = tuple[str, int, int]
"""How an element begins, and where it begins and ends in the page."""


def heaviest_part(html: str) -> tuple[str, float]:
    """The smallest element that still has more than half of the page, as its tag, and its share of the page."""
    reader = _Reader(html)
    reader.feed(html)
    large = [(end - start, tag) for tag, start, end in reader.parts if (end - start) * 2 > len(html)]
    size, tag = min(large, default=(len(html), "<html>"))
    return tag, size / max(1, len(html))


class _Reader(HTMLParser):
    """Notes every element with its place."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.parts: list[Part] = []
        self._open: list[tuple[str, str, int]] = []
        self._lines = [0]
        for line in html.splitlines(keepends=True):
            self._lines.append(self._lines[-1] + len(line))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _VOID:
            kind = dict(attrs).get("class")
            shown = f'<{tag} class="{kind}">' if kind else f"<{tag}>"
            self._open.append((tag, shown, self._at()))

    def handle_endtag(self, tag: str) -> None:
        if any(name == tag for name, _, _ in self._open):
            while self._open:
                name, shown, start = self._open.pop()
                self.parts.append((shown, start, self._at()))
                if name == tag:
                    break

    def _at(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column
