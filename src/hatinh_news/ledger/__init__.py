"""What builds remember, and the lock that lets one at a time remember it."""

from hatinh_news.ledger.book import Ledger, Output, folder_made
from hatinh_news.ledger.pictures import is_whole, keep_picture, known_pictures, picture_file, tidy_pictures
from hatinh_news.ledger.preview_key import preview_key, token
from hatinh_news.ledger.store import FOLDER, discard, ledger_path

__all__ = [
    "FOLDER",
    "Ledger",
    "Output",
    "discard",
    "folder_made",
    "is_whole",
    "keep_picture",
    "known_pictures",
    "ledger_path",
    "picture_file",
    "preview_key",
    "tidy_pictures",
    "token",
]
