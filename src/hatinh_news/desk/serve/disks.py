"""Disks on which a system does not tell what others change: those of a network, and those of another system."""

import os
import re
from pathlib import Path
from typing import Final

_MOUNTS: Final = Path("/proc/self/mounts")
_FAR: Final = re.compile(
    r"nfs\d?|cifs|smb\w*|ncpfs|afs|ceph|glusterfs|lustre|9p|virtiofs|drvfs|vboxsf|prl_fs|vmhgfs|sshfs|fuse(\..*)?|davfs"
)


def is_far(folder: Path) -> bool:
    """Whether `folder` lies on such a disk, as far as the system tells."""
    try:
        mounts = _MOUNTS.read_text("utf-8", "replace")
    except OSError:
        return False
    return _FAR.fullmatch(kind_of_disk(os.path.realpath(folder), mounts)) is not None


def kind_of_disk(folder: str, mounts: str) -> str:
    """The kind of file system that holds `folder`, by the system's list of mounts; the last one at a place counts."""
    longest, kind = -1, ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        place = re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), fields[1])
        within = folder == place or folder.startswith(f"{place.rstrip('/')}/")
        if within and len(place) >= longest:
            longest, kind = len(place), fields[2]
    return kind
