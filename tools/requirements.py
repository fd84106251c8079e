"""Compile the pinned requirements: `make requirements`.

`main.txt` is what running needs, `web.txt` what both web faces need (running included), `screening.txt` what screening
needs (running included), `spark.txt` what it needs on Spark, `dev.txt` what checking needs besides, `assets.txt` what
makes styles without a machine's npm, `bench.txt` what the benchmark needs. The later ones are held to the versions of
the earlier ones, so that they can be installed on top of each other. No index address and no path of a machine is
written down.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
TARGETS: dict[str, tuple[list[str], list[str]]] = {
    "main": (["--extra=documents", "pyproject.toml", "requirements/build.in"], []),
    "web": (["--extra=web", "--extra=registry", "pyproject.toml"], ["main"]),
    "dev": (["requirements/dev.in"], ["main", "web"]),
    "assets": (["requirements/assets.in"], []),
    "screening": (["--extra=screening", "pyproject.toml"], ["main", "web", "dev"]),
    "spark": (["--extra=screening", "--extra=spark", "pyproject.toml"], ["main", "web", "dev", "screening"]),
    "bench": (["requirements/bench.in"], ["main", "dev"]),
}


def compile_target(name: str, *options: str) -> None:
    """Write `requirements/<name>.txt`."""
    sources, held_to = TARGETS[name]
    constraints = [part for other in held_to for part in ("-c", f"requirements/{other}.txt")]
    subprocess.run(
        [
            *(sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11"),
            *("--generate-hashes", "--no-emit-index-url", "--no-emit-find-links"),
            *("--custom-compile-command", "make requirements"),
            *sources,
            *constraints,
            *options,
            *("-o", f"requirements/{name}.txt"),
        ],
        cwd=ROOT,
        check=True,
        stdout=subprocess.DEVNULL,
    )


if __name__ == "__main__":
    for target in TARGETS:
        compile_target(target, *sys.argv[1:])
