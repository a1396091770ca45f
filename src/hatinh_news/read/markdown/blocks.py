"""The desk's blocks: pull quote, fact box, gallery, video, table with caption.

A block begins with `::: name argument` and ends with `:::`. Its tokens are wrapped in HTML of ours.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from markdown_it.token import Token

from hatinh_news.model.address import site_link
from hatinh_news.read import faults
from hatinh_news.read.library import beside, content_path, scheme_of
from hatinh_news.read.markdown.figures import picture
from hatinh_news.read.markdown.reading import Reading
from hatinh_news.text.fold import fold
from hatinh_news.text.nearest import nearest

OPEN, CLOSE = "container_block_open", "container_block_close"

_YOUTUBE = re.compile(
    r"https?://(?:www\.|m\.)?(?:youtube(?:-nocookie)?\.com/(?:watch\?(?:.*&)?v=|shorts/|embed/|live/)|youtu\.be/)"
    r"([\w-]{11})(?![\w-])"
)
_VIMEO = re.compile(r"https?://(?:www\.|player\.)?vimeo\.com/(?:video/)?(\d+)")
_OWN_FILM = (".mp4", ".webm", ".ogv", ".m4v")


@dataclass(frozen=True, slots=True)
class Block:
    """One kind of block: what it is called (the first name is the one to teach), and how its inside is dressed."""

    names: tuple[str, ...]
    dress: Callable[[str, list[Token], Token, Reading], list[Token]]


def _markup(html: str) -> Token:
    """HTML of ours as a token."""
    return Token("markup", "", 0, content=html)


def dressed(tokens: Sequence[Token], reading: Reading) -> list[Token]:
    """The tokens with every block turned into HTML of ours; blocks may stand in blocks."""
    stack: list[list[Token]] = [[]]
    opened: list[Token] = []
    for token in tokens:
        if token.type == OPEN:
            opened.append(token)
            stack.append([])
        elif token.type == CLOSE:
            inside, opening = stack.pop(), opened.pop()
            stack[-1] += _dress(opening, inside, reading)
        else:
            stack[-1].append(token)
    return stack[0]


def _dress(opening: Token, inside: list[Token], reading: Reading) -> list[Token]:
    words = opening.info.split(maxsplit=2)
    for count in (2, 1):  # names of two words first: “trích dẫn”
        block = _BY_NAME.get("-".join(fold(word) for word in words[:count])) if len(words) >= count else None
        if block is not None:
            argument = opening.info.strip().split(maxsplit=count)[count:]
            break
    else:
        return _unknown(words[0], opening, inside, reading)
    start, end = opening.map or [0, 0]
    if not reading.line(end).lstrip().startswith(":::"):
        reading.fault(faults.UNCLOSED_BLOCK, start, name=words[0])
    return block.dress(argument[0].strip() if argument else "", inside, opening, reading)


def _unknown(name: str, opening: Token, inside: list[Token], reading: Reading) -> list[Token]:
    start = (opening.map or [0])[0]
    near = nearest(name, _BY_NAME)
    if near is None:
        choices = ", ".join(block.names[0] for block in BLOCKS)
        reading.fault(faults.UNKNOWN_BLOCK, start, name=name, choices=choices)
    else:
        reading.fault(faults.UNKNOWN_BLOCK_NEAR, start, name=name, nearest=near)
    return inside


def _caption(text: str) -> str:
    return f"<figcaption>{escape(text)}</figcaption>" if text else ""


def _quote(argument: str, inside: list[Token], opening: Token, reading: Reading) -> list[Token]:
    if not inside:
        reading.fault(faults.EMPTY_BLOCK, (opening.map or [0])[0], name="trich-dan")
    end = f"</blockquote>{_caption(argument)}</figure>\n"
    return [_markup('<figure class="quote"><blockquote>\n'), *inside, _markup(end)]


def _box(argument: str, inside: list[Token], opening: Token, reading: Reading) -> list[Token]:
    if not inside:
        reading.fault(faults.EMPTY_BLOCK, (opening.map or [0])[0], name="hop")
    heading = f'<h2 class="box-title">{escape(argument)}</h2>\n' if argument else ""
    return [_markup(f'<aside class="box">\n{heading}'), *inside, _markup("</aside>\n")]


def _gallery(argument: str, inside: list[Token], opening: Token, reading: Reading) -> list[Token]:
    frames = [token for token in inside if token.type == "photo"]
    rest = [token for token in inside if token.type != "photo"]
    if not frames:
        start, end_line = opening.map or [0, 0]
        if "![" not in "".join(reading.lines[start:end_line]):  # else the pictures are missing, and that is told
            reading.fault(faults.NO_PICTURES, start)
        return inside
    for frame in frames:
        frame.meta["spot"] = "gallery"
    end = f"</div>{_caption(argument)}</figure>\n"
    return [_markup('<figure class="gallery"><div class="frames">\n'), *frames, _markup(end), *rest]


def _table(argument: str, inside: list[Token], opening: Token, reading: Reading) -> list[Token]:
    if not any(token.type == "table_open" for token in inside):
        reading.fault(faults.NO_TABLE, (opening.map or [0])[0])
        return inside
    for token in inside:
        if token.type == "table_open":
            token.meta["captioned"] = True
        if token.type == "table_close":
            token.meta["captioned"] = True
    return [_markup('<figure class="table" tabindex="0">\n'), *inside, _markup(f"{_caption(argument)}</figure>\n")]


def _video(argument: str, inside: list[Token], opening: Token, reading: Reading) -> list[Token]:
    start = (opening.map or [0])[0]
    address, _, caption = argument.partition(" ")
    still = next((token.meta["photo"] for token in inside if token.type == "photo"), None)
    rest = [token for token in inside if token.type != "photo"]
    caption = caption.strip() or (still.caption if still else "")
    player = _player(address, caption, picture(still) if still else "", still.url if still else "", reading)
    if player is None:
        missing = _is_own_film(address)
        reading.fault(faults.MISSING_FILE if missing else faults.BAD_VIDEO, start, address, target=address)
        return rest
    has_picture = still is not None or _is_own_film(address)
    below = _caption(caption) if has_picture else ""  # a bare link's words are the caption
    return [_markup(f'<figure class="video">{player}{below}</figure>\n'), *rest]


def _player(address: str, caption: str, still: str, poster: str, reading: Reading) -> str | None:
    """A film of our own plays where it stands; one on another site is a link until it is clicked."""
    if _is_own_film(address):
        return _own_film(address, poster, reading)
    if scheme_of(address) not in {"http", "https"}:
        return None
    embed = ""
    if match := _YOUTUBE.match(address):
        embed = f"https://www.youtube-nocookie.com/embed/{match[1]}"
    elif match := _VIMEO.match(address):
        embed = f"https://player.vimeo.com/video/{match[1]}"
    inner = still or f"<span>{escape(caption or address)}</span>"
    data = f' data-embed="{embed}"' if embed else ""
    return f'<a class="play" href="{escape(address)}"{data} rel="external noopener">{inner}</a>'


def _is_own_film(address: str) -> bool:
    return address.lower().endswith(_OWN_FILM) and not scheme_of(address)


def _own_film(address: str, poster: str, reading: Reading) -> str | None:
    if address.startswith("/"):
        url = address if address in reading.library.static else None
    else:
        found = beside(content_path(address, reading.document), reading.document, reading.library)
        url = found.url if found else None
        if found and found.asset:
            reading.assets.append(found.asset)
    if url is None:
        return None
    shown = f' poster="site:{site_link("", poster)}"' if poster else ""
    return f'<video controls preload="none"{shown} src="site:{quote(url)}"></video>'


BLOCKS = (
    Block(("trich-dan", "quote"), _quote),
    Block(("hop", "box"), _box),
    Block(("anh", "gallery"), _gallery),
    Block(("video",), _video),
    Block(("bang", "table"), _table),
)
_BY_NAME = {name: block for block in BLOCKS for name in block.names}
