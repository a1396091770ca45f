"""What can be wrong with a template."""

from hatinh_news.model.fault import Kind

TEMPLATE_ERROR = Kind(
    "template-error",
    "This template failed while making {page}: {reason}.",
    "Correct this line; the names a template may use stand in the theme's documentation. If the file is your own copy "
    "of one of the program's templates, take it out of templates/ and the program's own is used again.",
)

TEMPLATE_MISSING = Kind(
    "template-missing",
    "The template “{name}”, wanted for {page}, does not exist.",
    "Check how its name is spelt after “template:” in the article, or put a file of this name into templates/.",
)

TEMPLATE_SYNTAX = Kind(
    "template-syntax",
    "This template cannot be read, so {page} cannot be made: {reason}.",
    "Look at this line and the one before it: every opening mark wants its closing one, and every name must be known. "
    "If the file is your own copy, take it out of templates/ and the program's own is used again.",
)
