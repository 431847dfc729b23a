"""Finds the Chromium that browser tests drive: an installed one, else Playwright's own download, else none."""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
# A window of a whole Chromium carries two pages of its own for suggestions beside its address line, which nobody sees here and
# which take half of the time of opening one. The last list given holds, so what Playwright itself turns off is here again.
UNWANTED = (
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "PreloadTopChromeWebUI",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable",
    "LensOverlay",
    "MediaRouter",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "OptimizationHints",
    "NetworkTimeServiceQuerying",
    "AimEnabled",
    "PreconnectToSearch",
)
# No sandbox only as root, where Chromium refuses to start with one. The others keep it from calling out on its own.
FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join(UNWANTED)}",
)
# In TEST_BROWSER, beside a path: Playwright's own build, and no browser at all.
OWN_BUILD, NONE = "playwright", "none"


def flags() -> list[str]:
    return [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else list(FLAGS)


def installed() -> str | None:
    """The path of a Chromium on this machine; `TEST_BROWSER` overrides the search."""
    given = os.environ.get("TEST_BROWSER")
    if given and given not in {OWN_BUILD, NONE}:
        return given
    return next(filter(None, map(shutil.which, NAMES)), None) or next(filter(os.path.exists, MAC), None)


def download() -> bool:
    """Ask Playwright for its own build; false when it cannot be had within three minutes."""
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    try:
        return subprocess.run(command, capture_output=True, timeout=180).returncode == 0
    except subprocess.TimeoutExpired:
        return False


def choose() -> str:
    """A path, `playwright` or `none`; remembered in TEST_BROWSER for the other processes of this run."""
    chosen = os.environ.get("TEST_BROWSER") or installed() or (OWN_BUILD if download() else NONE)
    os.environ["TEST_BROWSER"] = chosen
    return chosen


def describe(chosen: str) -> str:
    if chosen == NONE:
        return "*** NO BROWSER: browser tests are skipped *** (install chromium, or set TEST_BROWSER to its path)"
    if chosen == OWN_BUILD:
        return "Playwright's own Chromium"
    version = subprocess.run([chosen, "--version"], capture_output=True, text=True, timeout=60).stdout.strip()
    return f"{version or 'unknown version'} ({chosen})"
