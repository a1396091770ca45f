"""The settings of a build, and the extensions that they name."""

from dataclasses import replace

from hatinh_news.build.hands import Hands, hands
from hatinh_news.build.request import Request
from hatinh_news.model.config import Config
from hatinh_news.model.errors import CannotBuild
from hatinh_news.model.fault import Fault
from hatinh_news.read.load import load_settings


def settings(request: Request) -> tuple[Config, Hands, list[Fault]]:
    """What site.yaml says, who lends a hand, and warnings about both; raises CannotBuild for errors."""
    config, faults = load_settings(request.site, request.base_url)
    lent, wrong = hands(config.extensions)
    if any(fault.is_error for fault in (*faults, *wrong)):
        raise CannotBuild(*faults, *wrong)
    return _with_encoders(config), lent, [*faults, *wrong]


def _with_encoders(config: Config) -> Config:
    """The settings in which no format stands that cannot be made here."""
    if not config.images.enabled:
        return config
    from hatinh_news.pictures import encoders

    able = dict(encoders())
    formats = tuple(name for name in config.images.formats if name in able)
    return (
        config if formats == config.images.formats else replace(config, images=replace(config.images, formats=formats))
    )
