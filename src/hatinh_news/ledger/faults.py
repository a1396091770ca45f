"""What can be wrong with the ledger, and who may hold it."""

from typing import Final

from hatinh_news.model.fault import Kind

LOCKED: Final = Kind(
    "output-locked",
    "another build is writing this folder (process {pid} on {host}, since {since})",
    "wait until it has ended, or stop it; nothing was changed",
)
NO_SPACE: Final = Kind(
    "ledger-no-space",
    "the disk is full, so what this build made cannot be remembered",
    "make room on the disk, then build again",
)
CANNOT_WRITE: Final = Kind(
    "ledger-cannot-write",
    "what this build made cannot be remembered ({reason})",
    "look whether the disk is there and in order, then build again",
)
KEY_TOO_SHORT: Final = Kind(
    "preview-key-short",
    "this key has {count} characters, too few to keep the addresses of previews from being guessed",
    "take at least {least} characters drawn by lot, such as `openssl rand -hex 32` prints; a key file is best deleted",
)
KEY_NOT_KEPT: Final = Kind(
    "preview-key-not-kept",
    "the key that the addresses of previews are made with cannot be kept here ({reason})",
    "give yourself the right to write in this folder, or set {variable}",
)
CORRUPT: Final = Kind(
    "ledger-corrupt",
    "what earlier builds remembered is damaged; everything is built anew",
    "this mends itself; look at the disk, or for a program that writes to this folder, if it happens again",
    "note",
)
FOREIGN: Final = Kind(
    "ledger-foreign",
    "this file is not what earlier builds remembered, but some other program's; it is replaced, and all is built anew",
    "this mends itself; keep other files out of this folder",
    "note",
)
OLDER: Final = Kind(
    "ledger-older",
    "another version of the program remembered this; everything is built anew",
    "this mends itself",
    "note",
)
