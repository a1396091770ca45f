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
