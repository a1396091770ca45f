"""Every way in which an extension can be missing, broken or misused."""

from typing import Final

from hatinh_news.model.fault import Kind

UNKNOWN: Final = Kind(
    "unknown-extension",
    "there is no extension “{name}”",
    "install the package that brings it, or take it out of “extensions”; installed are: {installed}",
)
UNKNOWN_NEAR: Final = Kind(
    "unknown-extension",
    "there is no extension “{name}”",
    "did you mean “{nearest}”? If not, install the package that brings it",
)
NAMED_TWICE: Final = Kind(
    "extension-twice",
    "the extension “{name}” is named twice",
    "name it once, at its place in the order",
)
AMBIGUOUS: Final = Kind(
    "extension-ambiguous",
    "several packages bring an extension “{name}”: {packages}",
    "uninstall all but one of them",
)
BROKEN: Final = Kind(
    "extension-broken",
    "the extension “{name}” cannot be loaded ({reason})",
    "install the package {package} again in a version for this program, or take “{name}” out of “extensions”",
)
FILTER_TWICE: Final = Kind(
    "extension-filter",
    "the extensions “{name}” and “{other}” both bring a filter “{filter}”",
    "take one of the two out of “extensions”",
)
OTHER_VERSION: Final = Kind(
    "extension-version",
    "a worker has the extensions {found}, and the program {wanted}",
    "install the same packages on all machines of the cluster",
)
FAILED_ARTICLE: Final = Kind(
    "extension-failed",
    "the extension “{name}” failed at this article: {reason}",
    "tell the authors of the extension; to build without it, take “{name}” out of “extensions” in site.yaml",
)
FAILED_PAGE: Final = Kind(
    "extension-failed",
    "the extension “{name}” failed at {page}: {reason}",
    "tell the authors of the extension; to build without it, take “{name}” out of “extensions” in site.yaml",
)
