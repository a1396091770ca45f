"""The Nu HTML Checker over every page and stylesheet."""

import json
import subprocess
from pathlib import Path


def findings(jar: Path, out: Path) -> tuple[int, list[str]]:
    """How many files were looked at, and each error and warning with its place."""
    files = sorted([*out.rglob("*.html"), *out.rglob("*.css"), *out.rglob("*.svg")])
    command = ["java", "-jar", str(jar), "--format", "json", "--also-check-css", "--also-check-svg"]
    ran = subprocess.run([*command, *map(str, files)], capture_output=True, text=True, check=False)
    messages = json.loads(ran.stderr)["messages"]
    found = [
        f"{each['url'].rpartition(out.as_posix())[2].lstrip('/')}:{each.get('lastLine', 0)}: {each['message']}"
        for each in messages
        if each["type"] == "error" or each.get("subType") in {"warning", "fatal"}
    ]
    return len(files), found
