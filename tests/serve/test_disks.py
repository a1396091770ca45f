"""Which disk a folder lies on, by the system's list."""

from pathlib import Path

import pytest

from hatinh_news.desk.serve import disks

MOUNTS = """\
overlay / overlay rw 0 0
tmpfs /dev/shm tmpfs rw 0 0
nas:/bao /mnt/bao nfs4 rw 0 0
C: /mnt/c 9p rw 0 0
//nas/anh /mnt/t\\303\\262a\\040so\\341\\272\\241n cifs rw 0 0
tmpfs /mnt/bao/tam tmpfs rw 0 0
broken
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/lan/bao", "overlay"),
        ("/mnt/bao", "nfs4"),
        ("/mnt/bao/so-moi", "nfs4"),
        ("/mnt/bao/tam/x", "tmpfs"),
        ("/mnt/baogia", "overlay"),
        ("/mnt/c/bao", "9p"),
    ],
)
def test_the_nearest_mount_counts(folder: str, kind: str) -> None:
    assert disks.kind_of_disk(folder, MOUNTS) == kind


@pytest.mark.parametrize(("kind", "far"), [("nfs4", True), ("9p", True), ("fuse.sshfs", True), ("ext4", False)])
def test_disks_of_a_network_are_far(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, far: bool) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"x / {kind} rw 0 0\n")
    monkeypatch.setattr(disks, "_MOUNTS", mounts)
    assert disks.is_far(tmp_path) is far


def test_a_system_without_the_list_has_no_far_disks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disks, "_MOUNTS", tmp_path / "none")
    assert not disks.is_far(tmp_path)
