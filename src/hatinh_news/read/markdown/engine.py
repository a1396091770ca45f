"""The Markdown parser, set up once a process."""

from collections.abc import Sequence
from functools import cache
from html import escape

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.footnote import footnote_plugin

from hatinh_news.read.markdown.figures import figure, picture

MAX_NESTING = 20


@cache
def engine() -> MarkdownIt:
    """CommonMark with tables, strike-through, footnotes, typography and blocks; raw HTML is text."""
    options = {"html": False, "typographer": True, "quotes": "“”‘’", "maxNesting": MAX_NESTING, "xhtmlOut": False}
    parser = MarkdownIt("commonmark", options)
    parser.enable(["table", "strikethrough", "replacements", "smartquotes"])
    parser.validateLink = _any_link  # type: ignore[method-assign, assignment]
    footnote_plugin(parser, inline=True)
    container_plugin(parser, "block", validate=_has_name)
    parser.add_render_rule("markup", _markup)
    parser.add_render_rule("photo", _photo)
    parser.add_render_rule("image", _image)
    parser.add_render_rule("table_open", _table_open)
    parser.add_render_rule("table_close", _table_close)
    parser.add_render_rule("footnote_caption", _footnote_caption)
    parser.add_render_rule("footnote_block_open", _footnotes_open)
    parser.add_render_rule("footnote_block_close", _footnotes_close)
    for cell in ("th_open", "td_open"):
        parser.add_render_rule(cell, _cell_open)
    return parser


def _any_link(_url: str) -> bool:
    """Every address is parsed, so that an unsafe one can be dropped with a fault and not left in the text."""
    return True


def _has_name(params: str, _markup: str) -> bool:
    return bool(params.strip())


def _markup(_self: RendererHTML, tokens: Sequence[Token], index: int, _options: OptionsDict, _env: EnvType) -> str:
    return tokens[index].content


def _photo(_self: RendererHTML, tokens: Sequence[Token], index: int, _options: OptionsDict, _env: EnvType) -> str:
    return figure(tokens[index].meta["photo"], tokens[index].meta.get("spot", "text"))


def _image(_self: RendererHTML, tokens: Sequence[Token], index: int, _options: OptionsDict, _env: EnvType) -> str:
    return picture(tokens[index].meta["photo"])


def _table_open(_self: RendererHTML, tokens: Sequence[Token], index: int, _options: OptionsDict, _env: EnvType) -> str:
    return "<table>\n" if tokens[index].meta.get("captioned") else '<div class="table" tabindex="0"><table>\n'


def _table_close(_self: RendererHTML, tokens: Sequence[Token], index: int, _options: OptionsDict, _env: EnvType) -> str:
    return "</table>\n" if tokens[index].meta.get("captioned") else "</table></div>\n"


def _footnote_caption(
    _self: RendererHTML, tokens: Sequence[Token], index: int, _options: OptionsDict, _env: EnvType
) -> str:
    """A footnote's mark: a bare number, which the style sheet raises."""
    return escape(str(tokens[index].meta["id"] + 1))


def _footnotes_open(
    _self: RendererHTML, _tokens: Sequence[Token], _index: int, _options: OptionsDict, _env: EnvType
) -> str:
    return '<div class="footnotes" role="doc-endnotes">\n<ol>\n'


def _footnotes_close(
    _self: RendererHTML, _tokens: Sequence[Token], _index: int, _options: OptionsDict, _env: EnvType
) -> str:
    return "</ol>\n</div>\n"


def _cell_open(_self: RendererHTML, tokens: Sequence[Token], index: int, _options: OptionsDict, _env: EnvType) -> str:
    """A cell of a table; its alignment is a class, as a strict content policy allows no style attributes."""
    token = tokens[index]
    align = str(token.attrs.get("style", "")).removeprefix("text-align:")
    return f'<{token.tag} class="{align}">' if align else f"<{token.tag}>"
