"""The template engine: Jinja, with what it does for every page done once, and its words for what is not there."""

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined, Template, TemplateNotFound, nodes
from jinja2.environment import TemplateModule
from jinja2.loaders import split_template_path
from jinja2.runtime import Context
from jinja2.utils import missing
from markupsafe import Markup, escape

from hatinh_news.render.compiled import Compiled
from hatinh_news.render.theme import Theme, winners

try:
    from markupsafe._speedups import _escape_inner as escaped  # the same without a Markup around each piece of a page
except ImportError:  # pragma: no cover
    escaped = escape


_HANDED_ON = re.compile(r"(?<=\n)( +)yield from ((?:context\.blocks|parent_template|template)\b.*)(?=\n)")


def written(value: object) -> str:
    """What stands in the page where a template writes `value`."""
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[return-value]
    return escaped(value) if kind is str else escape(value)  # type: ignore[arg-type]


class Undefined(StrictUndefined):
    """A name that does not exist, told by the record's name instead of its module's path."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        owner = "" if self._undefined_obj is missing else f" in {type(self._undefined_obj).__name__}"
        return f"“{self._undefined_name}” does not exist{owner}"


class _Loader(BaseLoader):
    """Templates by the files that the theme's digest is made of, and no others."""

    def __init__(self, theme: Theme) -> None:
        self.files = winners(theme.folders)

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, None]:  # noqa: ARG002
        file = self.files.get("/".join(split_template_path(template)))
        if file is None:
            raise TemplateNotFound(template)
        try:
            return Path(file).read_text("utf-8"), file, None
        except FileNotFoundError:
            raise TemplateNotFound(template) from None

    def list_templates(self) -> list[str]:
        return sorted(self.files)


class _Context(Context):
    """What a template sees while it makes one page."""

    environment: "Engine"

    def call(
        self,
        function: Callable[..., Any],
        /,
        *arguments: Any,
        _block_vars: Any = None,
        _loop_vars: Any = None,
        **named: Any,
    ) -> Any:
        """Our own functions want nothing of the context, so they need not be asked."""
        if id(function) in self.environment.ours:
            return function(*arguments, **named)
        return super().call(function, *arguments, _block_vars=_block_vars, _loop_vars=_loop_vars, **named)


class _Template(Template):
    @classmethod
    def from_code(cls, environment: Environment, code: CodeType, globals: Any, uptodate: Any = None) -> Template:  # noqa: A002, ARG003
        # All templates share the globals of the engine: asking them for what is their own would find nothing.
        made = super().from_code(environment, code, environment.globals, uptodate)
        # Compiled templates escape by this name.
        made.root_render_func.__globals__["escape"] = written
        return made

    def new_context(self, vars: dict[str, Any] | None = None, shared: bool = False, locals: Any = None) -> Context:  # noqa: A002
        if shared or locals:
            return super().new_context(vars, shared, locals)
        seen = self.environment.globals | vars if vars else self.environment.globals
        return _Context(self.environment, seen, self.name, self.blocks)

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:  # noqa: ARG002
        return super()._get_default_module()


class Engine(Environment):
    """The templates of a theme; `site` is all of a site that filters of constants know."""

    template_class = _Template
    context_class = _Context

    def __init__(self, theme: Theme, site: str) -> None:
        loader = _Loader(theme)
        super().__init__(
            loader=loader,
            undefined=Undefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            bytecode_cache=Compiled(theme.cache, site, loader.files) if theme.cache else None,
        )
        self.ours: set[int] = set()
        self._ready: dict[object, Template] = {}
        # Same input, same bytes: nothing that draws lots.
        del self.globals["lipsum"], self.filters["random"]

    def get_template(self, name: str | Template, parent: str | None = None, globals: Any = None) -> Template:  # noqa: A002
        ready = self._ready.get(name)
        if ready is None:
            ready = self._ready[name] = super().get_template(name, parent, globals)
        return ready

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        """Python for a template; a block hands its text on whole, not piece by piece to each block around it."""
        return _HANDED_ON.sub(r"\1yield concat(\2)", super()._generate(source, name, filename, defer_init))

    def add_functions(self, functions: Mapping[str, Callable[..., object]]) -> None:
        """Globals that want nothing of a page's context."""
        self.globals |= functions
        self.ours |= {id(function) for function in functions.values()}

    def compile_all(self) -> None:
        """Makes every template ready that can be; what is wrong with the others is told where a page wants them."""
        for name in self.list_templates():
            with suppress(Exception):
                self.get_template(name)
