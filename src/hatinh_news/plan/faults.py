"""What can be wrong on planned pages: links that lead nowhere, and old addresses and files in the place of pages."""

from typing import Final

from hatinh_news.model.fault import Kind

DEAD_LINK: Final = Kind(
    "dead-link",
    "the link “{target}” leads nowhere",
    "correct the link, or delete it",
    "warning",
)
DEAD_LINK_NEAR: Final = Kind(
    "dead-link",
    "the link “{target}” leads nowhere",
    "correct the link, perhaps to “{nearest}”, or delete it",
    "warning",
)
HIDDEN_LINK: Final = Kind(
    "hidden-link",
    "the link “{target}” leads to what is not public now",
    "nothing need be done: readers see its words alone, and the link as soon as that is public",
    "note",
)
FILE_TAKEN: Final = Kind(
    "file-taken",
    "the file {source} cannot be copied to {url}: something else is already there",
    "give the file another name",
    "warning",
)
ALIAS_IS_TAKEN: Final = Kind(
    "alias-taken",
    "the old address {url} is not free: the site has a page or a file there",
    "delete the old address here, or move what is there now",
    "warning",
)
ALIAS_NAMED_TWICE: Final = Kind(
    "alias-taken",
    "the old address {url} already sends readers to {other}",
    "keep the old address in one of the two files only",
    "warning",
)
