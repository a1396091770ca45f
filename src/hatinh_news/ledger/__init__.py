"""What builds remember, and the lock that lets one at a time remember it."""

from hatinh_news.ledger.book import Ledger, Output, folder_made
from hatinh_news.ledger.preview_key import preview_key, token
from hatinh_news.ledger.store import FOLDER, discard, ledger_path

__all__ = ["FOLDER", "Ledger", "Output", "discard", "folder_made", "ledger_path", "preview_key", "token"]
