"""The start of a build: what it finds before anything is read."""

from collections.abc import Collection
from dataclasses import dataclass

from hatinh_news import render, write
from hatinh_news.build.crew import Crew
from hatinh_news.build.edition import Known, known_edition, name_of_edition
from hatinh_news.build.look import Look, look
from hatinh_news.build.request import Request, Watch
from hatinh_news.ledger import FOLDER, Ledger, Output


@dataclass(frozen=True, slots=True)
class Start:
    """What a build finds: the files it reads, those of the output folder that are not as they were left, and the
    edition that was laid out last, where it would still be laid out so."""

    crew: Crew
    ledger: Ledger
    watch: Watch
    seen: Look
    known: Known | None
    altered: Collection[str]
    restamped: bool
    name: bytes

    @property
    def request(self) -> Request:
        return self.crew.request

    @property
    def believed(self) -> dict[str, Output]:
        """The files that are as we left them, and need not be made again where they still have the key they had."""
        if self.request.verify:
            return {}
        return {path: output for path, output in self.ledger.outputs.items() if path not in self.altered}

    @property
    def theme(self) -> render.Theme:
        """The theme as it is now; what is compiled of it is remembered like all else."""
        request, folder = self.request, "templates" if self.request.previews is None else "preview-templates"
        return render.load_theme(request.site, None if request.verify else request.site / FOLDER / folder)

    def held(self, path: str) -> str:
        """The digest of what the file at `path` of the output folder holds; empty where that is not sure."""
        output = self.ledger.outputs.get(path)
        return output[0] if output is not None and path not in self.altered else ""


def start(crew: Crew, ledger: Ledger, watch: Watch, glimpse: Look | None = None) -> Start:
    """Looks at all files, unless a `glimpse` at those that can have changed tells what a look would see."""
    request = crew.request
    seen = glimpse or look(request.site, ledger)
    altered, restamped = write.altered(request.out, {} if glimpse else ledger.outputs)
    for path, stamp in restamped.items():
        digest, _, key, source = ledger.outputs[path]
        ledger.outputs[path] = (digest, stamp, key, source)
    name = name_of_edition(crew.engine, request)
    known = None if request.verify else known_edition(ledger, name, request.now)
    watch.lap("look")
    return Start(crew, ledger, watch, seen, known, altered, bool(restamped), name)
