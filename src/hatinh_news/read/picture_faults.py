"""What can be wrong with a picture of which versions are to be made."""

from typing import Final

from hatinh_news.model.fault import Kind

PICTURE_DAMAGED: Final = Kind(
    "picture-damaged",
    "the picture “{target}” is damaged ({reason}), so it is left out",
    "save the picture again, or take it anew from where it came",
    "warning",
)
PICTURE_TOO_LARGE: Final = Kind(
    "picture-too-large",
    "the picture “{target}” has {width} × {height} pixels, more than {limit} million, so it is left out",
    "save it smaller: 4000 pixels across are plenty; or raise images.most_megapixels in content/site.yaml",
    "warning",
)
PICTURE_TOO_HEAVY: Final = Kind(
    "picture-too-large",
    "the file of the picture “{target}” has {size} MB, more than {limit}, so it is left out",
    "save it smaller, as a JPEG; or raise images.most_megabytes in content/site.yaml",
    "warning",
)
PICTURE_FAILED: Final = Kind(
    "picture-failed",
    "no versions can be made of the picture “{target}” ({reason}), so it is left out",
    "save the picture again in another program, as a JPEG",
    "warning",
)
BAD_FOCUS: Final = Kind(
    "bad-focus",
    "“{found}” is no point in a picture",
    "write how far from the left and from the top it lies: 50% 20%",
    "warning",
)
