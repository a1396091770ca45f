"""Every way in which the output folder can refuse what was built."""

from typing import Final

from hatinh_news.model.fault import Kind

HOLDS_INPUT: Final = Kind(
    "output-holds-input",
    "the output folder is, holds or lies in {input}, which a build reads from",
    "name another folder: --out public",
)
IS_PREVIEW: Final = Kind(
    "output-is-preview",
    "{folder} is a folder of previews, and the newspaper is never built among them",
    "name another folder: --out public",
)
PREVIEW_MIXED: Final = Kind(
    "preview-mixed",
    "the folder of previews is, holds or lies in {folder}, and previews are never mixed with that",
    "name a folder of its own: --preview xem-rieng",
)
NOT_A_PREVIEW: Final = Kind(
    "preview-not-empty",
    "this folder holds files that are not previews",
    "name an empty folder, or one that does not exist yet: --preview xem-rieng",
)
NOT_A_FOLDER: Final = Kind(
    "output-no-folder",
    "a file stands here, where a folder must be",
    "move the file away, or name another output folder with --out",
)
FOLDER_IN_THE_WAY: Final = Kind(
    "output-folder-in-the-way",
    "a folder stands here, where a file must be",
    "move the folder away, or delete the output folder and build again",
)
LEADS_OUT: Final = Kind(
    "output-leads-out",
    "a link on the way to this file leads out of the output folder",
    "remove the link {link}, then build again",
)
NO_SPACE: Final = Kind(
    "output-no-space",
    "the disk is full",
    "make room on the disk, then build again",
)
NO_PERMISSION: Final = Kind(
    "output-no-permission",
    "this file or its folder may not be written",
    "give yourself the right to write there, or name another output folder with --out",
)
NAME_TOO_LONG: Final = Kind(
    "output-name-too-long",
    "the name of this file is too long for the disk",
    "give the article a shorter slug, or the photo a shorter file name",
)
CANNOT_READ: Final = Kind(
    "output-cannot-read",
    "the file {source} cannot be read and so not be copied ({reason})",
    "bring the file back, or give yourself the right to read it, then build again",
)
CANNOT_WRITE: Final = Kind(
    "output-cannot-write",
    "this file cannot be written ({reason})",
    "look whether the disk is there and in order, then build again",
)
EDITED: Final = Kind(
    "output-edited",
    "this file no longer belongs to the site, but somebody has changed it since it was built; it was left where it is",
    "delete the file, or move it away if it is still needed",
    "warning",
)
