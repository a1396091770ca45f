"""What is found beside the stages: memory or an output folder that is not what the input makes, and wrong addresses."""

from typing import Final

from hatinh_news.model.fault import Kind

UNSEEN_CHANGE: Final = Kind(
    "verify-unseen-change",
    "this file was changed, but its size and its times are what they were: builds took it for the same",
    "nothing more is to be done: it has been read again; find out which program sets back the times of files",
)
TEXT_DIFFERS: Final = Kind(
    "verify-text-differs",
    "what was remembered of this file is not what it says",
    "nothing more is to be done: it has been read again; tell the makers of the program, for this must not happen",
)
PAGE_DIFFERS: Final = Kind(
    "verify-page-differs",
    "made anew, this page is not what was made of the same input before",
    "nothing more is to be done: it has been made again; look for a template or an extension that asks for the time or "
    "draws lots",
)
OUTPUT_ALTERED: Final = Kind(
    "verify-output-altered",
    "this file was changed or deleted since it was built",
    "nothing more is to be done: it has been made again; change content/ or templates/, never the output folder",
)
PAGE_TOO_HEAVY: Final = Kind(
    "over-budget",
    "{url} weighs {size} gzipped, more than the {limit} of {key}",
    "{share} of it is in {part}: make that part shorter, or raise {key} in content/site.yaml",
    "warning",
)
PAGE_TOO_HEAVY_WITH: Final = Kind(
    "over-budget",
    "{url} weighs {size} gzipped with its stylesheets and scripts, more than the {limit} of budgets.page_weight",
    "the page itself has {own}, what it loads {parts}: lighten the heaviest, or raise budgets.page_weight in "
    "content/site.yaml",
    "warning",
)
FILE_TOO_HEAVY: Final = Kind(
    "file-over-budget",
    "this file weighs {size} gzipped, more than the {limit} of {key}",
    "take out what no page needs, or raise {key} in content/site.yaml",
    "warning",
)
NOT_RECORDED: Final = Kind(
    "not-recorded",
    "the address {url} is not recorded",
    "write an address as addresses.txt has it; what was never recorded need not be said to be gone",
)
NOT_RECORDED_NEAR: Final = Kind(
    "not-recorded",
    "the address {url} is not recorded",
    "write an address as addresses.txt has it, perhaps {nearest}",
)
STILL_ANSWERED: Final = Kind(
    "still-answered",
    "the address {url} is not gone: readers find {now} there",
    "delete that page first, or the old address below its “aliases”",
)
PREVIEW_INDEXED: Final = Kind(
    "preview-indexed",
    "the preview {url} does not say noindex, so search engines would keep it",
    "where site.preview is true, write a robots tag with noindex, as base.html of the program does",
)
