"""What can stand in the way of a new article, or of a new newspaper."""

from typing import Final

from hatinh_news.model.fault import Kind

NO_TITLE: Final = Kind(
    "no-title",
    "an article needs a title",
    'put it in quotation marks behind the command: hatinh-news new "Hà Tĩnh vào vụ gặt"',
)
NO_SUCH_SECTION: Final = Kind(
    "no-such-section",
    "there is no section “{name}”",
    "choose one of: {choices}",
)
NO_SUCH_SECTION_NEAR: Final = Kind(
    "no-such-section",
    "there is no section “{name}”",
    "did you mean “{nearest}”? The sections are: {choices}",
)
SEVERAL_NAMES: Final = Kind(
    "several-names",
    "“{name}” may mean several names: {choices}",
    "write one of them in full",
)
NEW_NAME_NEAR: Final = Kind(
    "new-name",
    "nothing is called “{name}” so far; it is new with this article",
    "if that was a slip, write “{nearest}” in the article",
    "warning",
)
BAD_DATE: Final = Kind(
    "bad-date",
    "“{found}” is no date",
    "write year-month-day and if need be the time: 2025-02-28 15:30",
)
BAD_NEW_SLUG: Final = Kind(
    "bad-new-slug",
    "“{found}” cannot be a piece of an address",
    "use Latin letters without marks, digits and hyphens: {example}",
)
NO_SUCH_PICTURE: Final = Kind(
    "no-such-picture",
    "there is no picture “{found}”",
    "name a picture on this computer (JPEG, PNG, WebP, AVIF, GIF, SVG), or one in static/ by its address: /anh/a.jpg",
)
FILE_THERE: Final = Kind(
    "file-there",
    "there is a file already where the new one should go",
    "open that one; or give the new article another title, --slug or --date",
)
BAD_ARCHETYPE: Final = Kind(
    "bad-archetype",
    "this archetype makes no article: its keys cannot be told apart",
    "begin each key at the start of a line of its own, without quotation marks: kicker: Phóng sự",
)
CANNOT_CREATE: Final = Kind(
    "cannot-create",
    "this cannot be created: {reason}",
    "look whether the disk has room and lets you write there",
)
NO_EDITOR: Final = Kind(
    "no-editor",
    "there is no editor to open the article with",
    "set the variable VISUAL or EDITOR to the command of your editor, such as: code --wait",
)
EDITOR_FAILED: Final = Kind(
    "editor-failed",
    "the article is there, but “{command}” did not open it",
    "open the file by hand; mend the variable VISUAL or EDITOR",
    "warning",
)
FOLDER_NOT_EMPTY: Final = Kind(
    "folder-not-empty",
    "a new newspaper needs an empty folder, and here is: {found}",
    "name a folder that is not there yet, or move away what is in this one",
)
PORT_TAKEN: Final = Kind(
    "port-taken",
    "another program listens at port {port} already; perhaps a preview that still runs",
    "stop that one, name another port, or leave --port away: then the next free one is taken",
)
CANNOT_LISTEN: Final = Kind(
    "cannot-listen",
    "the preview cannot be shown at {address}, port {port}: {reason}",
    "leave --bind away, or name an address of this computer; ports below 1024 are the system's own",
)
