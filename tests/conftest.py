"""What holds for all tests."""

import os
from collections.abc import Iterator

import pytest

from hatinh_news.pictures.encoders import encoders


@pytest.fixture(autouse=True)
def no_power_cuts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Builds within the tests' own process do not wait for the disk: they are killed, but the power stays on."""
    monkeypatch.setattr(os, "sync", lambda: None, raising=False)


@pytest.fixture(scope="session", autouse=True)
def no_darkroom() -> Iterator[pytest.MonkeyPatch]:
    """Builds within the tests' own process make no versions of pictures: most tests are about other things."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("hatinh_news.pictures.encoders", tuple)
        yield patch


@pytest.fixture(autouse=True)
def darkroom(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """They do where a test is marked `darkroom`."""
    if request.node.get_closest_marker("darkroom") is not None:
        monkeypatch.setattr("hatinh_news.pictures.encoders", encoders)
