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
DEAD_PART: Final = Kind(
    "dead-part",
    "the link “{target}” leads to a page that has no such part",
    "correct what stands behind the #, or delete it: {parts}",
    "warning",
)
UNLINKED: Final = Kind(
    "unlinked-page",
    "no menu and no text leads to {url}: readers cannot find this page",
    "name it in site.yaml below “menus: foot:”, or link to it where it belongs",
    "note",
)
NO_PICTURE: Final = Kind(
    "no-picture",
    "{count} of {total} articles have no picture, and search engines show news with pictures first",
    "where there is a picture, name it as “image: …”; the newest without one: {first}",
    "note",
)
NO_AUTHOR: Final = Kind(
    "no-author",
    "{count} of {total} articles name no author, and search engines want to know who wrote them",
    "where somebody signs, write “authors: …”; the newest without: {first}",
    "note",
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
LOST_FILE: Final = Kind(
    "lost-address",
    "the address {url} was that of {what}, which is no more: links to it lead nowhere",
    "write the address below “aliases” of the file that readers shall find instead; "
    "if nothing shall answer it any more: hatinh-news urls --gone {url}",
    "warning",
)
LOST_NAME: Final = Kind(
    "lost-address",
    "the address {url} was that of “{what}”, which is no more: links to it lead nowhere",
    "write the address below “aliases” of the _index.md that readers shall find instead, or of a topic “merged_into”; "
    "if nothing shall answer it any more: hatinh-news urls --gone {url}",
    "warning",
)
WITHDRAWN: Final = Kind(
    "lost-address",
    "the address {url} was that of {what}, which is not public any more: links to it lead nowhere",
    "publish it again, or retract it (“retracted”); if nothing shall answer the address any more: "
    "hatinh-news urls --gone {url}",
    "warning",
)
ADDRESS_REUSED: Final = Kind(
    "reused-address",
    "the address {url} was that of {what}, which stands at {now} now: readers find another page there",
    "nothing need be done if that is meant; if not, give the new page another slug",
    "note",
)
UNRECORDED: Final = Kind(
    "unrecorded-addresses",
    "new addresses that are not recorded yet: {count}",
    "record them before you commit, so that their links never die: hatinh-news urls --record",
    "note",
)
