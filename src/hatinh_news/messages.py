"""What the program says, in the reader's language: English sentences are the message ids of the catalogs in locale/."""

import gettext
import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

DOMAIN: Final = "hatinh_news"
LOCALE: Final = Path(__file__).with_name("locale")
LANGUAGES: Final = ("vi", "en")
"""The first is the default; English needs no catalog."""


def translator(language: str) -> Callable[[str], str]:
    """A function that says an English sentence in `language`, or as it is where no catalog has it."""
    catalog = gettext.translation(DOMAIN, LOCALE, [language], fallback=True)
    return lambda sentence: catalog.gettext(sentence) if sentence else ""


def speak(language: str) -> None:
    """Lets libraries that translate with Python's own gettext (click does) find our catalogs, in this process."""
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain(DOMAIN, str(LOCALE))
    gettext.textdomain(DOMAIN)
