"""What an editor says of fronts in an `_index.md`: pinned articles, and the parts of the front page."""

from collections.abc import Callable
from typing import Any, Literal, TypeVar

from hatinh_news.model.article import BLOCK_CARDS, BlockWish, FrontPage, Pin, ProfileKind, Reference
from hatinh_news.model.fault import Fault, Place
from hatinh_news.read import faults, values
from hatinh_news.read.schema import Field, Origin, Values, Wrong
from hatinh_news.read.shape import Shape, shaped
from hatinh_news.read.yaml_nodes import Mapping, Node
from hatinh_news.text.dates import article_date

T = TypeVar("T")

_ARTICLE = Field("article", values.reference, required=True)
_POSITION = Field("position", values.whole_number(1, 1000))
_FROM = Field("from", values.moment)
_UNTIL = Field("until", values.moment)
_SECTION = Field("section", values.reference)
_TOPIC = Field("topic", values.reference)
_LIMIT = Field("limit", values.whole_number(1, 50))
_NAME = Field("name", values.reference)  # a bare name: no key that may be written
_NOTHING = Reference("", Place(""))  # stands in for a required article that is missing: a fault, told by then


def _named(
    field: Field[Any], fields: tuple[Field[Any], ...], build: Callable[[Values, Node], T]
) -> Callable[[Node, Origin], T]:
    """A reader of one entry of a list: a bare name, which is the value of `field`, or a group of keys."""

    def read(node: Node, origin: Origin) -> T:
        if isinstance(node, Mapping):
            return values.record(fields, lambda found: build(found, node))(node, origin)
        return build(Values({field.key: field.read(node, origin)}), node)

    return shaped(Shape(fields=fields, bare=True, widget="object"))(read)


def _pin(found: Values, _node: Node) -> Pin:
    since, until = found.find(_FROM), found.find(_UNTIL)
    if since is not None and until is not None and until <= since:
        dates = {"since": article_date(since), "until": article_date(until)}
        raise Wrong(faults.PIN_ENDS_FIRST, found.nodes[_UNTIL.key], **dates)
    return Pin(found.get(_ARTICLE, _NOTHING), found.get(_POSITION, 0), since, until)


def _block(found: Values, node: Node) -> BlockWish:
    section, topic, bare = found.find(_SECTION), found.find(_TOPIC), found.find(_NAME)
    name = section or topic or bare
    if name is None or (section and topic):
        raise Wrong(faults.BLOCK_OF_ONE, node)
    kind: Literal["", "section", "topic"] = "section" if section else "topic" if topic else ""
    return BlockWish(name.target, name.place, kind, found.get(_LIMIT, BLOCK_CARDS))


_FEATURED = Field("featured", values.whole_number(0, 50))
_NEWEST = Field("newest", values.whole_number(0, 200))
_FEATURED_AMONG = Field("featured_among", values.whole_number(0, 100_000))
_BLOCKS = Field("blocks", values.one_or_many(_named(_NAME, (_SECTION, _TOPIC, _LIMIT), _block)))


def _front(found: Values) -> FrontPage:
    plain = FrontPage()
    return FrontPage(
        featured=found.get(_FEATURED, plain.featured),
        newest=found.get(_NEWEST, plain.newest),
        featured_among=found.get(_FEATURED_AMONG, plain.featured_among),
        blocks=found.find(_BLOCKS),
    )


PIN = Field("pin", values.one_or_many(_named(_ARTICLE, (_ARTICLE, _POSITION, _FROM, _UNTIL), _pin)))
FRONT = Field("front", values.record((_FEATURED, _NEWEST, _FEATURED_AMONG, _BLOCKS), _front))


def misplaced(kind: ProfileKind, found: Values, origin: Origin) -> list[Fault]:
    """What an `_index.md` says of a front, where its page is none."""
    wrong = []
    if PIN.key in found.nodes and kind not in {"home", "section", "topic"}:
        wrong.append(faults.PIN_OF_NO_FRONT.at(found.place(PIN, origin), key=PIN.key))
    if FRONT.key in found.nodes and kind != "home":
        wrong.append(faults.NO_FRONT_PAGE.at(found.place(FRONT, origin), key=FRONT.key))
    return wrong
