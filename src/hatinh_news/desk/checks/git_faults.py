"""What git shows of articles that readers have read already, and what it cannot tell."""

from typing import Final

from hatinh_news.model.fault import Kind

SILENT_NUMBER: Final = Kind(
    "silent-change",
    "the article is public, and now says another number without telling readers so: “{was}” became “{now}”",
    "if readers were told something wrong, add “corrections:” with its date and text; if there is news, "
    "add “updated: {moment}”",
    "warning",
)
SILENT_DENIAL: Final = Kind(
    "silent-change",
    "the article is public, and now denies or affirms something else without telling readers so: "
    "“{was}” became “{now}”",
    SILENT_NUMBER.hint,
    "warning",
)
SILENT_NAME: Final = Kind(
    "silent-change",
    "the article is public, and now has another name without telling readers so: “{was}” became “{now}”",
    SILENT_NUMBER.hint,
    "warning",
)
SILENT_TEXT: Final = Kind(
    "silent-change",
    "the article is public, and much of it is another now without telling readers so: “{was}” became “{now}”",
    SILENT_NUMBER.hint,
    "warning",
)

SILENT_CUT: Final = Kind(
    "silent-change",
    "the article is public, and a passage is gone without telling readers so: “{before}”",
    SILENT_NUMBER.hint,
    "warning",
)
SILENT_ADDITION: Final = Kind(
    "silent-change",
    "the article is public, and a passage was added without telling readers so: “{after}”",
    SILENT_NUMBER.hint,
    "warning",
)
NO_REPOSITORY: Final = Kind(
    "no-repository",
    "git does not tell what changed: {reason}",
    "call the command in a clone of a git repository, and name a revision that it has",
)
NO_REVISION: Final = Kind(
    "no-revision",
    "git knows no revision “{revision}”",
    "name a branch, a tag or a commit that this clone has, such as HEAD~1 or origin/main; "
    "a shallow clone lacks old ones",
)
