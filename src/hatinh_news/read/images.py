"""What site.yaml says of pictures: which versions are made of them, and which are too large for that."""

from hatinh_news.model.images import ImageSettings
from hatinh_news.model.picture import Quality
from hatinh_news.read import values
from hatinh_news.read.schema import Field, Origin, Values
from hatinh_news.read.shape import shape_of, shaped
from hatinh_news.read.yaml_nodes import Node

FORMATS = ("avif", "webp", "jpeg")

_width = values.whole_number(16, 8_000)
_format = values.one_of(*FORMATS)


@shaped(shape_of(values.one_or_many(_width)))
def _widths(node: Node, origin: Origin) -> tuple[int, ...]:
    """Widths in pixels, each once, the smallest first."""
    return tuple(sorted(set(values.one_or_many(_width)(node, origin))))


@shaped(shape_of(values.one_or_many(_format)))
def _formats(node: Node, origin: Origin) -> tuple[str, ...]:
    """Formats, each once, those first that browsers that know them shall take."""
    named = frozenset(values.one_or_many(_format)(node, origin))
    return tuple(name for name in FORMATS if name in named)


_QUALITY = tuple(Field(name, values.whole_number(1, 100)) for name in FORMATS)


def _quality(found: Values) -> Quality:
    plain = Quality()
    return Quality(**{field.key: found.get(field, getattr(plain, field.key)) for field in _QUALITY})


ENABLED = Field("enabled", values.flag)
WIDTHS = Field("widths", _widths)
IN_FORMATS = Field("formats", _formats)
QUALITY = Field("quality", values.record(_QUALITY, _quality))
MOST_MEGAPIXELS = Field("most_megapixels", values.whole_number(1, 1_000))
MOST_MEGABYTES = Field("most_megabytes", values.whole_number(1, 1_000))
HEADLINES = Field("headlines", values.whole_number(0, 1_000_000))

FIELDS = (ENABLED, WIDTHS, IN_FORMATS, QUALITY, MOST_MEGAPIXELS, MOST_MEGABYTES, HEADLINES)


def _images(found: Values) -> ImageSettings:
    plain = ImageSettings()
    return ImageSettings(
        enabled=found.get(ENABLED, plain.enabled),
        widths=found.get(WIDTHS, ()) or plain.widths,
        formats=found.get(IN_FORMATS, ()) or plain.formats,
        quality=found.get(QUALITY, plain.quality),
        most_megapixels=found.get(MOST_MEGAPIXELS, plain.most_megapixels),
        most_megabytes=found.get(MOST_MEGABYTES, plain.most_megabytes),
        headlines=found.get(HEADLINES, plain.headlines),
    )


images = values.record(FIELDS, _images)
