"""Runs the program as it is used: a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

LINT = str(Path(__file__).parents[1] / "lint")


def wirelint(
    *words: str, cwd: Path, stdin: str = "", env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    environ = {**os.environ, "PYTHONPATH": LINT, "NO_COLOR": "1", "XDG_CACHE_HOME": str(cwd / ".cache"), **(env or {})}
    return subprocess.run(
        [sys.executable, "-m", "wirelint", *words],
        cwd=cwd,
        input=stdin,
        env=environ,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
