"""The doorman: who may come in. A page of a stranger can make a browser ask us, but not under our name."""

import ipaddress
import socket
from urllib.parse import urlsplit

_OURS = ("localhost", "127.0.0.1", "::1")


def is_loopback(bind: str) -> bool:
    """Whether only programs of this computer reach what listens at `bind`."""
    try:
        return ipaddress.ip_address(bind).is_loopback
    except ValueError:
        return bind == "localhost"


def is_welcome(host: str, bind: str, port: int) -> bool:
    """Whether a browser that calls us `host` (the header) means us.

    A name of somebody else's that leads here is a trap. On a network we are also called by number, which no such name
    is, and by the computer's own name.
    """
    name, called = _apart(host)
    if called != port:
        return False
    if name in _OURS or name == bind:
        return True
    return not is_loopback(bind) and (_is_number(name) or name in (_own_name(), f"{_own_name()}.local"))


def host_of(bind: str) -> str:
    """What a browser of this computer is to call us."""
    if is_loopback(bind) or bind in ("0.0.0.0", "::"):  # noqa: S104 (asked, not listened at)
        return "localhost"
    return f"[{bind}]" if ":" in bind else bind


def _apart(host: str) -> tuple[str, int]:
    try:
        parts = urlsplit(f"//{host}")
        name, port = parts.hostname or "", 80 if parts.port is None else parts.port
    except ValueError:
        return "", 0
    return (name, port) if parts.netloc == host and "@" not in host else ("", 0)


def _is_number(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _own_name() -> str:
    return socket.gethostname().lower()
