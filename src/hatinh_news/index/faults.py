"""What can be wrong between the files of a newspaper: names that nobody declared, and addresses that two want."""

from typing import Final

from hatinh_news.model.fault import Kind

UNKNOWN_SECTION: Final = Kind(
    "unknown-section",
    "there is no section “{name}”",
    "write the section as site.yaml does, perhaps “{nearest}”, or add “{name}” to the sections of site.yaml",
)
UNKNOWN_DEFAULT_SECTION: Final = Kind(
    "unknown-default-section",
    "the default section “{name}” is not among the sections",
    "set default_section to one of the sections, perhaps “{nearest}”; until then “{used}” is used",
    "warning",
)
NAMED_TWICE: Final = Kind(
    "named-twice",
    "“{name}” is declared twice; the other spelling is “{other}”",
    "keep one of the two; only “{other}” counts now",
    "warning",
)
SECOND_PROFILE: Final = Kind(
    "second-profile",
    "“{name}” already has a page of its own: {other}",
    "move this text into {other} and delete this file",
)
SAME_SLUG: Final = Kind(
    "same-slug",
    "“{name}” and “{other}” are both declared with the slug “{slug}”",
    "give one of the two another slug; until then “{name}” stands at {url}",
)
RESERVED_SLUG: Final = Kind(
    "reserved-slug",
    "“{name}” has the slug “{slug}”, which the site keeps for pages that it makes by itself",
    "give “{name}” another slug in site.yaml; until then it stands at {url}",
)
TWIN_SLUG: Final = Kind(
    "twin-slug",
    "“{name}” would have the same address as “{other}”, so it stands at {url}",
    "if both names are meant, declare “{name}” in site.yaml with a slug of its own; if not, write “{other}”",
    "warning",
)
UNKNOWN_TOPIC: Final = Kind(
    "unknown-topic",
    "“{key}” of “{name}” names a topic that does not exist: “{target}”",
    "write the name of a topic that articles use or that is declared; until then the line counts for nothing",
    "warning",
)
UNKNOWN_TOPIC_NEAR: Final = Kind(
    "unknown-topic",
    "“{key}” of “{name}” names a topic that does not exist: “{target}”",
    "write the name of a topic as it is, perhaps “{nearest}”; until then the line counts for nothing",
    "warning",
)
TOPIC_CIRCLE: Final = Kind(
    "topic-circle",
    "these topics lead to one another in a circle: {circle}",
    "delete “{key}” from one of them; until then it counts for nothing in all of them",
    "warning",
)
TOPIC_PERHAPS: Final = Kind(
    "topic-perhaps",
    "the topic “{name}” has no more than {count} of the articles; do you mean “{nearest}”?",
    "write “{nearest}” if so; if “{name}” is a topic of its own, declare it in the topics of site.yaml",
    "warning",
)
AUTHOR_PERHAPS: Final = Kind(
    "author-perhaps",
    "“{name}” signed no more than {count} of the articles; do you mean “{nearest}”?",
    "write “{nearest}” if so; if “{name}” is somebody else, declare the name in the authors of site.yaml",
    "warning",
)
SAME_PART: Final = Kind(
    "same-part",
    "another article is part {part} of the series “{series}”, too: {other}",
    "give one of the two another “part”, or none",
    "warning",
)
ADDRESS_TAKEN: Final = Kind(
    "address-taken",
    "the address {url} is already that of {other}",
    "give this file another slug or date, or delete one of the two files",
)
ADDRESS_RESERVED: Final = Kind(
    "address-taken",
    "the address {url} is kept for a page that the site makes by itself",
    "give this file another slug",
)
UNKNOWN_PIN: Final = Kind(
    "unknown-pin",
    "there is no article “{target}” to pin",
    "name the article by its file, its slug or its address; until then the front goes without it",
    "warning",
)
UNKNOWN_PIN_NEAR: Final = Kind(
    "unknown-pin",
    "there is no article “{target}” to pin",
    "name the article by its file, its slug or its address, perhaps “{nearest}”; until then the front goes without it",
    "warning",
)
PINNED_TWICE: Final = Kind(
    "pinned-twice",
    "“{target}” is pinned twice to this front at one time",
    "delete one of the two pins; the one that stands first counts",
    "warning",
)
PIN_PLACE_TAKEN: Final = Kind(
    "pin-place-taken",
    "position {position} is already that of the pin “{other}”",
    "give one of the two another position or another time; “{target}” takes the next free place",
    "warning",
)
PIN_WITHOUT_PLACE: Final = Kind(
    "pin-without-place",
    "the front page has {places} places, and other pins have them all: “{target}” is not shown",
    "delete a pin, or raise “featured” or “newest” below “front:”",
    "warning",
)
PIN_OF_DRAFT: Final = Kind(
    "pin-not-shown",
    "the pin “{target}” is not shown now: the article is a draft",
    "nothing is to be done: it comes to its place when the article is published",
    "note",
)
PIN_OF_FUTURE: Final = Kind(
    "pin-not-shown",
    "the pin “{target}” is not shown now: the article goes live {moment}",
    "nothing is to be done: it comes to its place when the article is published",
    "note",
)
PIN_OF_EXPIRED: Final = Kind(
    "pin-not-shown",
    "the pin “{target}” is not shown any more: the article expired {moment}",
    "delete the pin when you like",
    "note",
)
PIN_OF_RETRACTED: Final = Kind(
    "pin-not-shown",
    "the pin “{target}” is not shown: the article is retracted",
    "delete the pin when you like",
    "note",
)
UNKNOWN_FRONT_BLOCK: Final = Kind(
    "unknown-front-block",
    "there is no section or topic “{name}” that could have a block on the front page",
    "write the name as the menu or the page of topics has it; until then the block is left out",
    "warning",
)
UNKNOWN_FRONT_BLOCK_NEAR: Final = Kind(
    "unknown-front-block",
    "there is no section or topic “{name}” that could have a block on the front page",
    "write the name as the menu or the page of topics has it, perhaps “{nearest}”; until then the block is left out",
    "warning",
)
FRONT_BLOCK_TWICE: Final = Kind(
    "front-block-twice",
    "“{name}” already has a block on the front page",
    "delete one of the two; the one that stands first counts",
    "warning",
)
SECTION_IS_DRAFT: Final = Kind(
    "draft-section",
    "the section “{name}” is a draft, and so its articles are not public either",
    "take “draft” out of this file when the section shall appear",
    "note",
)
FUTURE_CORRECTION: Final = Kind(
    "future-correction",
    "the correction is dated {date}, which is still to come",
    "mend the date; until then readers do not see the correction",
    "warning",
)
HIDDEN_RELATED: Final = Kind(
    "hidden-related",
    "the article “{target}” is not public now, or was retracted",
    "nothing need be done: readers find it in the list as soon as it is public",
    "note",
)
UNKNOWN_RELATED: Final = Kind(
    "unknown-related",
    "there is no article “{target}”",
    "name the article by its file, its slug or its address",
    "warning",
)
UNKNOWN_RELATED_NEAR: Final = Kind(
    "unknown-related",
    "there is no article “{target}”",
    "name the article by its file, its slug or its address, perhaps “{nearest}”",
    "warning",
)
