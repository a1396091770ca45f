"""The key that the addresses of previews are made with: whoever has it knows them all, and nobody else knows one."""

import base64
import hashlib
import hmac
import os
import secrets
from pathlib import Path
from typing import Final

from hatinh_news.ledger import faults
from hatinh_news.ledger.book import folder_made
from hatinh_news.ledger.store import FOLDER
from hatinh_news.model.errors import CannotBuild
from hatinh_news.model.fault import Place

VARIABLE: Final = "HATINH_NEWS_PREVIEW_KEY"
FILE: Final = "preview-key"
LEAST: Final = 32
"""So many characters has a key at least: 128 bits, if they are hexadecimal digits."""

_BYTES: Final = 32
_DIGEST: Final = 20
_PURPOSE: Final = b"hatinh-news preview\0"


def preview_key(site: Path, given: str = "") -> str:
    """The key that is `given`, else that of the site, which is drawn when it is first asked for.

    Raises CannotBuild for a key that is too short, and where none can be kept.
    """
    if given:
        return _checked(given, Place(VARIABLE))
    place = Place(f"{FOLDER}/{FILE}")
    file = site / FOLDER / FILE
    try:
        if not file.exists():
            folder_made(file.parent)
            _keep(file, secrets.token_hex(_BYTES))
        return _checked(file.read_text("ascii", "replace"), place)
    except OSError as error:
        reason = error.strerror or str(error)
        raise CannotBuild(faults.KEY_NOT_KEPT.at(place, reason=reason, variable=VARIABLE)) from error


def token(key: str, path: str) -> str:
    """The name of the folder that the preview of `path` has: 160 bits, in letters and digits that no disk mistakes."""
    made = hmac.new(key.encode(), _PURPOSE + path.encode("utf-8", "surrogatepass"), hashlib.sha256).digest()
    return base64.b32encode(made[:_DIGEST]).decode("ascii").lower()


def _checked(key: str, place: Place) -> str:
    bare = key.strip()
    if len(bare) < LEAST:
        raise CannotBuild(faults.KEY_TOO_SHORT.at(place, count=len(bare), least=LEAST))
    return bare


def _keep(file: Path, key: str) -> None:
    """Only its owner reads it; where another build keeps one at the same time, the first counts for both."""
    beside = file.with_name(f"{FILE}.{os.getpid()}-{secrets.token_hex(4)}")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as opened:
            opened.write(f"{key}\n")
        _link(file, beside)
    finally:
        beside.unlink(missing_ok=True)


def _link(file: Path, beside: Path) -> None:
    try:
        file.hardlink_to(beside)
    except FileExistsError:
        return
    except OSError:  # a disk that gives a file one name only
        beside.replace(file)
