"""Every way in which workers can fail."""

from typing import Final

from hatinh_news.model.fault import Kind

WORKER_DIED: Final = Kind(
    "worker-died",
    "a worker died twice at batch {number} of the stage “{name}” ({reason})",
    "most often memory runs out: build with fewer workers (--workers 1) or with more memory",
)
CLUSTER_DIED: Final = Kind(
    "worker-died",
    "workers of the Dask cluster died while they did batch {number} of the stage “{name}”",
    "most often memory runs out: give each worker more memory, or fewer threads",
)
NO_DISTRIBUTED: Final = Kind(
    "cluster-missing",
    "a Dask cluster can build only where the package “distributed” is installed",
    "install it: pip install 'hatinh-news[cluster]'",
)
UNREACHABLE: Final = Kind(
    "cluster-unreachable",
    "the Dask scheduler does not answer ({reason})",
    "look whether the scheduler runs and whether its address is right, then build again",
)
NO_WORKERS: Final = Kind(
    "cluster-no-workers",
    "the Dask scheduler has no workers",
    "start workers on the machines of the cluster: dask worker {address}",
)
OTHER_VERSION: Final = Kind(
    "cluster-version",
    "the worker {worker} has hatinh_news {found}; this is {version}",
    "install the same version on all machines of the cluster",
)
CANNOT_IMPORT: Final = Kind(
    "cluster-version",
    "the worker {worker} cannot import hatinh_news ({reason})",
    "install the same version on all machines of the cluster",
)
FOLDER_UNSEEN: Final = Kind(
    "cluster-folder",
    "the worker {worker} does not see the folder {folder}",
    "share this folder so that it has the same path on all machines of the cluster",
)
