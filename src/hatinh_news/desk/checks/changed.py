"""What git says has changed, and what it was before."""

import os
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

from hatinh_news.desk.checks.git_faults import NO_REPOSITORY, NO_REVISION
from hatinh_news.model.errors import CannotBuild
from hatinh_news.model.fault import Place

PATIENCE = 60.0
"""So many seconds git may take for an answer."""

_PLACE = Place("--since")
_QUIET: Mapping[str, str] = {"GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
"""Nothing is written to the repository, and nothing fetched."""


def changed_since(site: Path, revision: str) -> list[str]:
    """The files of content/ that differ from those of a revision, or that git does not know, from the site's folder.

    What was done in the revision since the two lines parted does not count. Raises CannotBuild where there is no
    repository, or no such revision.
    """
    known = _git(site, "diff", "--name-only", "-z", "--relative", "--diff-filter=d", _base(site, revision), *_CONTENT)
    unknown = _git(site, "ls-files", "--others", "--exclude-standard", "-z", *_CONTENT)
    return sorted({os.fsdecode(name) for name in (known + unknown).split(b"\0") if name})


def former_texts(site: Path, revision: str = "") -> dict[str, tuple[str, bytes]]:
    """Each file of content/ that differs from the last commit, or from where a revision and this line parted: what it
    was called and what it held. Files that are new are none of them, and there are none without a repository."""
    try:
        base = _base(site, revision) if revision else "HEAD"
        raw = _git(site, "diff", "--raw", "-z", "-M", "--no-abbrev", "--relative", "--diff-filter=MR", base, *_CONTENT)
        changes = list(_changes(raw.split(b"\0")))
        names = b"".join(b"%b\n" % blob for _, _, blob in changes)
        held = _blobs(_git(site, "cat-file", "--batch", given=names)) if changes else iter(())
    except CannotBuild:
        return {}
    pairs = zip(changes, held, strict=False)
    return {path: (before, held) for (path, before, _), held in pairs if held is not None}


_CONTENT = ("--", "content")


def _base(site: Path, revision: str) -> str:
    """The commit that a revision and this line have in common; where none is known, the revision's own."""
    _git(site, "rev-parse", "--git-dir")
    try:
        found = _git(site, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except CannotBuild as error:
        raise CannotBuild(NO_REVISION.at(_PLACE, revision=revision)) from error
    commit = os.fsdecode(found.strip())
    try:
        return os.fsdecode(_git(site, "merge-base", commit, "HEAD").strip())
    except CannotBuild:
        return commit


def _changes(tokens: list[bytes]) -> Iterator[tuple[str, str, bytes]]:
    """Of `git diff --raw -z` the path of each file, the one that it had, and the name of what it held."""
    coming = iter(tokens)
    for token in coming:
        if not token:
            return
        _, _, blob, _, status = token.split(b" ")
        before = os.fsdecode(next(coming))
        yield os.fsdecode(next(coming)) if status.startswith(b"R") else before, before, blob


def _blobs(raw: bytes) -> Iterator[bytes | None]:
    """What `git cat-file --batch` answers, one by one; None for what the repository does not have."""
    at = 0
    while at < len(raw):
        end = raw.index(b"\n", at)
        *_, kind, size = raw[at:end].split(b" ")
        at = end + 1
        if size == b"missing":
            yield None
            continue
        yield raw[at : at + int(size)] if kind == b"blob" else None
        at += int(size) + 1


def _git(site: Path, *words: str, given: bytes = b"") -> bytes:
    told = ["git", "-C", str(site), *words]
    quiet = {**os.environ, **_QUIET}
    try:
        done = subprocess.run(told, input=given, capture_output=True, check=False, env=quiet, timeout=PATIENCE)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired) as error:
        raise CannotBuild(NO_REPOSITORY.at(_PLACE, reason=getattr(error, "strerror", "") or str(error))) from error
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        raise CannotBuild(NO_REPOSITORY.at(_PLACE, reason=reason))
    return done.stdout
