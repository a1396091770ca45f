"""Encoders: which formats can be made, and by what; remembered, as asking takes longer than many a build."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from hatinh_news.ledger import Ledger
from hatinh_news.model.config import Config
from hatinh_news.model.images import ImageSettings

ENCODERS: Final = "encoders"


def encoders(ledger: Ledger, engine: bytes) -> Mapping[str, str]:
    """By format, all that its bytes depend on; `engine` names the program and with it the Pillow that is there."""
    kept = ledger.store.shelf(ENCODERS)
    if kept and kept[0] == engine:
        known: Mapping[str, str] = kept[1]
        return known
    from hatinh_news import pictures

    return dict(pictures.encoders())


def keep_encoders(ledger: Ledger, engine: bytes) -> None:
    """Remembers them."""
    kept = ledger.store.shelf(ENCODERS)
    if not kept or kept[0] != engine:
        ledger.store.keep({ENCODERS: (engine, dict(encoders(ledger, engine)))})


def kept_encoders(ledger: Ledger) -> Mapping[str, str]:
    """Those that a build remembers."""
    kept = ledger.store.shelf(ENCODERS)
    return kept[1] if kept else {}


def with_formats(config: Config, ledger: Ledger, engine: bytes) -> Config:
    """The settings in which no format stands that cannot be made here."""
    images: ImageSettings = config.images
    if not images.enabled:
        return config
    able = encoders(ledger, engine)
    formats = tuple(name for name in images.formats if name in able)
    return config if formats == images.formats else replace(config, images=replace(images, formats=formats))
