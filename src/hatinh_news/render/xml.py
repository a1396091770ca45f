"""XML 1.0 as text: the one place that escapes."""

import re

_ALLOWED = "\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff"

DECLARATION = '<?xml version="1.0" encoding="utf-8"?>'


def clean(text: str) -> str:
    """`text` without the characters that XML 1.0 forbids: real titles hold some."""
    # What can be printed is allowed, and the pattern takes longer to make ready than a feed.
    return text if text.isprintable() else re.sub(f"[^{_ALLOWED}]", "", text)


def escape(text: str) -> str:
    """`text` for the inside of an element or of a double-quoted attribute, in XML and in HTML."""
    return clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def element(name: str, text: str = "", /, **attributes: object) -> str:
    """One element around plain text."""
    inside = f">{escape(text)}</{name}>" if text else "/>"
    return f"<{name}{_written(attributes)}{inside}"


def parent(name: str, *children: str, **attributes: object) -> str:
    """One element around elements, a line for each; empty children are left out."""
    return "\n".join([f"<{name}{_written(attributes)}>", *filter(None, children), f"</{name}>"])


def document(root: str) -> str:
    """A whole file."""
    return f"{DECLARATION}\n{root}\n"


def _written(attributes: dict[str, object]) -> str:
    return "".join(f' {name}="{escape(str(value))}"' for name, value in attributes.items())
