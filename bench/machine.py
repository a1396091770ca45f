"""What ran a benchmark: processors, memory, file system, interpreter."""

import os
import platform
import re
import sysconfig
from pathlib import Path


def processor() -> str:
    """The processor's own name."""
    found = re.search(r"^model name\s*: (.+)$", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    return found[1].strip() if found else platform.processor() or platform.machine()


def memory_gb() -> int:
    """All memory of the machine."""
    return round(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 1_000_000_000)


def file_system(folder: Path) -> str:
    """The sort of file system a folder lies on, such as ext4 or tmpfs."""
    mounts = [line.split()[1:3] for line in Path("/proc/mounts").read_text().splitlines()]
    above = [folder.resolve(), *folder.resolve().parents]
    found = {Path(point): kind for point, kind in mounts}
    return next((found[path] for path in above if path in found), "unknown")


def interpreter() -> str:
    """Implementation and version, and the optimizations that it was built with."""
    given = sysconfig.get_config_var("CONFIG_ARGS") or ""
    built = [name for option, name in (("--enable-optimizations", "PGO"), ("--with-lto", "LTO")) if option in given]
    how = " and ".join(built) or "neither PGO nor LTO"
    return f"{platform.python_implementation()} {platform.python_version()}, {how}"


def machine(work: Path) -> dict[str, str]:
    """Words on all of it, for the page of figures."""
    return {
        "processor": f"{processor()}, {len(os.sched_getaffinity(0))} in use",
        "memory": f"{memory_gb()} GB",
        "system": f"{platform.system()} {platform.machine()}",
        "file system": file_system(work),
        "interpreter": interpreter(),
    }
