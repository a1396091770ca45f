"""Every way in which the settings of a newspaper can be wrong, beyond their keys and values."""

from typing import Final

from hatinh_news.model.fault import Kind

NO_SITE_TITLE: Final = Kind(
    "no-site-title",
    "content/site.yaml does not give the newspaper's title",
    "write a line “title: …” into content/site.yaml",
    "warning",
)
BAD_BASE_URL: Final = Kind(
    "bad-base-url",
    "“{found}” is not the address of a site",
    "write it in full: https://baohatinh.vn",
)
BAD_TIMEZONE: Final = Kind(
    "bad-timezone",
    "there is no time zone “{found}”",
    "write its name, such as Asia/Ho_Chi_Minh",
)
BAD_PERMALINK: Final = Kind(
    "bad-permalink",
    "the pattern “{found}” cannot make addresses",
    "build it from {choices}; it holds :slug or :path, and slashes at both ends: /:year/:month/:slug/",
)
UNKNOWN_TOKEN: Final = Kind(
    "bad-permalink",
    "the pattern “{found}” cannot make addresses: there is no {token}",
    "build it from {choices}",
)
BAD_COLOR: Final = Kind(
    "bad-color",
    "“{key}”: “{found}” is not a colour",
    'write it in quotation marks, with six digits: "#123f4a"',
)
BAD_SIZE: Final = Kind(
    "bad-size",
    "“{key}”: “{found}” is not a size",
    "write a number with KB or MB, such as 40 KB, or off for no limit",
)
BAD_HEADER: Final = Kind(
    "bad-header",
    "“{found}” can be no header, nor the path of some",
    "write headers as “X-Robots-Tag: noindex”, in Latin letters, and paths from the root: “/tai-lieu/*:”",
)
