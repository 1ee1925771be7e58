"""Which Chromium the browser tests drive, and how it is started."""

import os
import shutil

NO_CHROMIUM = "no Chromium found: apt-get install chromium (or set LEITSTAND_CHROMIUM to its path)"

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_MACOS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
_GIVEN = os.environ.get("LEITSTAND_CHROMIUM", "")

CHROMIUM_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-sync",
)


def find_chromium() -> str | None:
    """Return the path of a Chromium of this machine, None when there is none."""
    for name in (_GIVEN, *_NAMES, *_MACOS):
        if name and (path := shutil.which(name)):
            return path
    return None
