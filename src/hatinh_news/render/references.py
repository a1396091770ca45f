"""References between templates: what a template reaches, every one whose change can change a page that it makes."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from hashlib import blake2b

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.exceptions import TemplateNotFound
from jinja2.loaders import split_template_path
from jinja2.meta import find_referenced_templates

from hatinh_news.render.formats import FORMATS
from hatinh_news.render.theme import Theme, template_source, winners


def closures(theme: Theme) -> dict[str, str]:
    """For each template a digest of all that it reaches, itself first; for each machine format a constant.

    A name that only a page can tell reaches the whole theme, and so does a template that cannot be read.
    """
    sources = _sources(theme)
    digests = {name: blake2b(source).digest() for name, source in sources.items()}
    references = {name: _references(source) for name, source in sources.items()}
    made = {name: _digest(digests, _reached(name, references)) for name in sources}
    return made | {name: _digest({}, {name}) for name in FORMATS}


def reach(theme: Theme, template: str) -> list[str]:
    """The templates of the theme that one of them reaches, itself among them; none for a machine format."""
    sources = _sources(theme)
    if template in FORMATS:
        return []
    reached = _reached(template, {name: _references(source) for name, source in sources.items()})
    return sorted(reached & sources.keys())


def reached_for_sure(theme: Theme, templates: Iterable[str]) -> dict[str, set[str]]:
    """For each of some templates the names that it reaches, itself among them; not what only a page can tell, nor what
    lies behind a template that cannot be read."""
    references = {name: _references(source) or frozenset() for name, source in _sources(theme).items()}
    return {template: _reached(template, references) for template in templates}


def _sources(theme: Theme) -> dict[str, bytes]:
    return {name: template_source(file) for name, file in winners(theme.folders).items()}


def _reached(start: str, references: Mapping[str, frozenset[str] | None]) -> set[str]:
    """Names of templates, also of those that do not exist: one that is added is a change."""
    reached: set[str] = set()
    waiting = [start]
    while waiting:
        name = waiting.pop()
        if name in reached:
            continue
        reached.add(name)
        named = references.get(name, frozenset())
        waiting += references if named is None else named
    return reached


def _digest(digests: Mapping[str, bytes], names: set[str]) -> str:
    digest = blake2b(digest_size=16)
    for name in sorted(names):
        digest.update(f"{name}\0".encode("utf-8", "surrogateescape"))
        digest.update(digests.get(name, b"no such template"))
    return digest.hexdigest()


@lru_cache(maxsize=256)
def _references(source: bytes) -> frozenset[str] | None:
    """Names of the templates that one names itself; None where it could be any."""
    try:
        tree = Environment(autoescape=True).parse(source.decode("utf-8"))
    except (TemplateSyntaxError, UnicodeDecodeError, RecursionError):
        return None
    names = {*find_referenced_templates(tree), *_called(tree)}
    return None if None in names else frozenset(_plain(name) for name in names if name is not None)


def _called(tree: nodes.Template) -> Iterator[str | None]:
    """What our functions are called with; `partial` may be handed on under another name, and then with any template."""
    if any(name.name == "card" and name.ctx == "load" for name in tree.find_all(nodes.Name)):
        yield "card.html"
    calls = [call for call in tree.find_all(nodes.Call) if _is_partial(call.node)]
    yield from map(_first_argument, calls)
    if len(calls) < sum(map(_is_partial, tree.find_all(nodes.Name))):
        yield None


def _is_partial(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Name) and node.name == "partial" and node.ctx == "load"


def _first_argument(call: nodes.Call) -> str | None:
    first = call.args[0] if call.args else None
    return first.value if isinstance(first, nodes.Const) and isinstance(first.value, str) else None


def _plain(name: str) -> str:
    """`a.html` for `./a.html`, as the loader takes it."""
    try:
        return "/".join(split_template_path(name))
    except TemplateNotFound:
        return name
