"""Redirects: what hosts are told of old addresses."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Redirect:
    """An old address, and the one that readers are sent to."""

    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Redirects:
    """Redirects for a host, the most important first, and addresses that are gone for ever."""

    rules: tuple[Redirect, ...] = ()
    gone: tuple[str, ...] = ()
