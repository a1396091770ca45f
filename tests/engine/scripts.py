"""Edit scripts: lists of edits, accidents and builds that hypothesis draws, and how many of them a run draws."""

import os
from collections.abc import Sequence
from typing import Final, TypeAlias

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from engine.content_edits import CONTENT_EDITS
from engine.desk import Desk
from engine.marking import announce
from engine.site_edits import ACCIDENTS, BUILDS, SITE_EDITS, mend

Step: TypeAlias = tuple[str, int, int]
"""The name of an edit, which of the files it is about, and what is made of it."""

SOAK: Final = bool(os.environ.get("SOAK"))
"""Whether this run draws the full counts, as `make soak` does."""

EDITS: Final = CONTENT_EDITS | SITE_EDITS
ALL: Final = EDITS | ACCIDENTS | BUILDS

_NUMBERS: Final = st.integers(0, 9999)
_WEIGHED: Final = (*EDITS, *ACCIDENTS, *("build",) * 14, *("build strictly",) * 3, *("die",) * 8)


def steps(names: Sequence[str] = _WEIGHED, longest: int = 14) -> st.SearchStrategy[list[Step]]:
    """Scripts of these steps."""
    return st.lists(st.tuples(st.sampled_from(names), _NUMBERS, _NUMBERS), min_size=1, max_size=longest)


def perform(desk: Desk, script: Sequence[Step], last: str = "verify") -> None:
    """Builds, does all that the script says, mends what is broken, and builds again; all but the first are compared.

    Afterwards a build that believes nothing finds nothing, unless the `last` step is another one.
    """
    announce(1)
    desk.build()
    for name, pick, roll in script:
        ALL[name](desk, pick, roll)
    mend(desk, 0, 0)
    ALL[last](desk, 0, 0)


def drawn(few: int, many: int) -> settings:
    """So many scripts in `make test`, always the same ones; so many others, at each run new ones, in `make soak`."""
    return settings(
        max_examples=many if SOAK else few,
        derandomize=not SOAK,
        deadline=None,
        phases=[phase for phase in Phase if SOAK or phase is not Phase.shrink],
        print_blob=True,
        suppress_health_check=list(HealthCheck),
    )
