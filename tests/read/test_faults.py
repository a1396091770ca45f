"""What editors can do wrong, against the spec: every fault with its place, message and hint."""

from contextlib import suppress
from pathlib import Path

from hatinh_news.model.config import Config
from hatinh_news.model.errors import CannotBuild
from hatinh_news.model.fault import in_order
from hatinh_news.read.load import load, load_settings
from newsroom import Case, files_of, lay_out, parametrized, told


def faults_of(site: str, folder: Path) -> str:
    """All that reading the site has to say, as text."""
    lay_out(site, folder)
    faults = load_settings(folder)[1] if "content/site.yaml" in files_of(site) else []
    with suppress(CannotBuild):
        faults += load(folder, Config("Báo"), {})[1]
    return told(in_order(faults))


@parametrized("faults")
def test_faults_are_told_as_in_the_spec(case: Case, tmp_path: Path) -> None:
    assert faults_of(case.given, tmp_path) == case.expected
