"""What holds for all tests."""

import os

import pytest


@pytest.fixture(autouse=True)
def no_power_cuts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Builds within the tests' own process do not wait for the disk: they are killed, but the power stays on."""
    monkeypatch.setattr(os, "sync", lambda: None, raising=False)


@pytest.fixture(autouse=True)
def no_darkroom(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Builds within the tests' own process make no versions of pictures, but where a test is marked `darkroom`.

    Most tests are about other things, and their sites would be a second slower each.
    """
    if request.node.get_closest_marker("darkroom") is None:
        monkeypatch.setattr("hatinh_news.pictures.encoders", tuple)
