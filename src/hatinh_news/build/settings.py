"""The settings of a build, and the extensions that they name."""

from hatinh_news.build.encoders import with_formats
from hatinh_news.build.hands import Hands, hands
from hatinh_news.build.request import Request
from hatinh_news.ledger import Ledger
from hatinh_news.model.config import Config
from hatinh_news.model.errors import CannotBuild
from hatinh_news.model.fault import Fault
from hatinh_news.read.load import load_settings


def settings(request: Request, ledger: Ledger | None = None, engine: bytes = b"") -> tuple[Config, Hands, list[Fault]]:
    """What site.yaml says, who lends a hand, and warnings about both; raises CannotBuild for errors.

    With the ledger, and the name of the engine, pictures are to be in those formats only that can be made here.
    """
    config, faults = load_settings(request.site, request.base_url)
    lent, wrong = hands(config.extensions)
    if any(fault.is_error for fault in (*faults, *wrong)):
        raise CannotBuild(*faults, *wrong)
    if ledger is not None:
        config = with_formats(config, ledger, engine)
    return config, lent, [*faults, *wrong]
