"""The exceptions of the program.

HatinhNewsError         everything that we raise on purpose; carries the Faults that say why
├── CannotBuild         no content, an unreadable site.yaml, a theme without a template: nothing was built (exit 2)
└── CannotWrite         the output folder refuses: read-only, full, or not ours (exit 2)
"""

from hatinh_news.model.fault import Fault


class HatinhNewsError(Exception):
    """Something that stops the run; each fault says where, what, and what to do."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(*faults)
        self.faults = faults

    def __str__(self) -> str:
        return "; ".join(f"{fault.place}: {fault.message()}" for fault in self.faults)


class CannotBuild(HatinhNewsError):
    """The input does not allow any build."""


class CannotWrite(HatinhNewsError):
    """The output folder does not take what was built."""
