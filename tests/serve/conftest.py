from collections.abc import Iterator

import pytest

from newsroom import lay_out
from serving import SITE, Serving


@pytest.fixture(scope="module")
def serving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    site = lay_out(SITE, tmp_path_factory.mktemp("bao") / "site")
    running = Serving(site, "--now", "2025-06-01T12:00", "--lang", "en")
    yield running
    running.stop()
