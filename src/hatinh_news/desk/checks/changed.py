"""What git says has changed."""

import subprocess
from pathlib import Path

from hatinh_news.desk.checks.faults import NO_REPOSITORY
from hatinh_news.model.errors import CannotBuild
from hatinh_news.model.fault import Place

_PLACE = Place("--since")


def changed_since(site: Path, revision: str) -> list[str]:
    """The files of content/ that differ from those of a revision, or that git does not know, from the site's folder.

    Raises CannotBuild where there is no repository, or no such revision.
    """
    commit = _git(site, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}").strip()
    known = _git(site, "diff", "--name-only", "-z", "--relative", "--diff-filter=d", commit, "--", "content")
    unknown = _git(site, "ls-files", "--others", "--exclude-standard", "-z", "--", "content")
    return sorted({name for name in (known + unknown).split("\0") if name})


def _git(site: Path, *words: str) -> str:
    try:
        done = subprocess.run(["git", "-C", str(site), *words], capture_output=True, check=False)  # noqa: S603, S607
    except OSError as error:
        raise CannotBuild(NO_REPOSITORY.at(_PLACE, reason=error.strerror or str(error))) from error
    if done.returncode:
        told = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        raise CannotBuild(NO_REPOSITORY.at(_PLACE, reason=told))
    return done.stdout.decode("utf-8", "surrogateescape")
