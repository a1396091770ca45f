"""What holds for all tests."""

import os

import pytest


@pytest.fixture(autouse=True)
def no_power_cuts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Builds within the tests' own process do not wait for the disk: they are killed, but the power stays on."""
    monkeypatch.setattr(os, "sync", lambda: None, raising=False)
