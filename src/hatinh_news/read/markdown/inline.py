"""Links and pictures inside a line of text: resolved, marked, or dropped."""

import re
from collections.abc import Iterator
from urllib.parse import quote, unquote, urlsplit

from markdown_it.token import Token

from hatinh_news.model.article import Photo, Reference
from hatinh_news.read import faults
from hatinh_news.read.library import beside, content_path, own_path, scheme_of
from hatinh_news.read.markdown.pictures import Picture, shown_photo
from hatinh_news.read.markdown.reading import Reading

_SAFE = frozenset({"http", "https", "mailto", "tel"})
_RAW_HTML = re.compile(
    r"</?(?:a|b|blockquote|br|center|div|em|embed|font|h[1-6]|hr|i|iframe|img|li|object|ol|p|script|span|strong|style"
    r"|sub|sup|table|td|tr|u|ul|video)\b[^<>]*>",
    re.IGNORECASE,
)


def resolve(children: list[Token], offset: int, reading: Reading) -> list[Token]:
    """The tokens of one line of text, its links and pictures finished; `offset` is its line."""
    return list(_resolved(children, offset, reading))


def _resolved(children: list[Token], offset: int, reading: Reading) -> Iterator[Token]:
    dropped: list[bool] = []
    for token in children:
        if token.type == "link_open":
            keep = _link(token, offset, reading)
            dropped.append(not keep)
            if not keep:
                continue
        elif token.type == "link_close":
            if dropped.pop():
                continue
        elif token.type == "image":
            photo = _photo(token, offset, reading)
            if photo is None:
                continue
            token.meta["photo"] = photo
        elif token.type == "text" and "<" in token.content and (match := _RAW_HTML.search(token.content)):
            typed = reading.typed(_RAW_HTML, offset) or match[0]
            reading.fault(faults.RAW_HTML, offset, typed, found=typed[:40])
        yield token


def _link(token: Token, offset: int, reading: Reading) -> bool:
    """Finishes a link's address; False when it must be dropped and only its words stay."""
    given = str(token.attrs.get("href", ""))
    words = unquote(given)
    target = own_path(given, reading.library)
    scheme = scheme_of(target)
    if scheme and scheme not in _SAFE:
        reading.fault(faults.UNSAFE_LINK, offset, given, words, target=words[:60])
        return False
    if scheme in {"http", "https"}:
        token.attrSet("rel", "external noopener")
        return True
    if scheme:
        return True
    if target.startswith("#"):
        reading.parts.append(Reference(unquote(target[1:]), reading.place(offset, given, words)))
        return True
    if target.startswith("/"):
        reading.links.append(Reference(unquote(target), reading.place(offset, given, words)))
        token.attrSet("href", f"site:{target}")
        return True
    return _relative(token, target, offset, reading)


def _relative(token: Token, target: str, offset: int, reading: Reading) -> bool:
    """A link to another Markdown file, or to a file that goes along with the article."""
    path = content_path(target, reading.document)
    fragment = urlsplit(target).fragment
    if path.lower().endswith((".md", ".markdown")):
        address = f"{path}#{unquote(fragment)}" if fragment else path
        reading.links.append(Reference(address, reading.place(offset, target, unquote(target))))
        token.attrSet("href", f"content:{address}")
        return True
    found = beside(path, reading.document, reading.library)
    if found is None or found.asset is None:
        reading.fault(faults.MISSING_FILE, offset, target, unquote(target), target=unquote(target))
        return False
    reading.assets.append(found.asset)
    token.attrSet("href", f"site:{quote(found.url)}")
    return True


def _photo(token: Token, offset: int, reading: Reading) -> Photo | None:
    """The picture that a token shows; None, and a fault, where it cannot be shown."""
    target, title = str(token.attrs.get("src", "")), str(token.attrs.get("title", ""))
    return shown_photo(Picture(target, plain(token.children or []), title), offset, reading)


def photos_alone(inline: Token) -> list[Token] | None:
    """The pictures of a line with no words; None for any other line. A line that lost its pictures is empty."""
    children = inline.children or []
    if "![" not in inline.content or any(
        child.type not in {"image", "softbreak"} and child.content.strip() for child in children
    ):
        return None
    if any(child.nesting for child in children):
        return None
    return [child for child in children if child.type == "image"]


def plain(children: list[Token]) -> str:
    """The words of a line of text, without marks of any kind."""
    return "".join(_plain(token) for token in children)


def _plain(token: Token) -> str:
    if token.type in {"softbreak", "hardbreak"}:
        return " "
    if token.type == "image":
        return ""
    return token.content
