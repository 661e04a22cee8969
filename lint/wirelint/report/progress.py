"""A bar that shows how far a long run is, on a terminal and nowhere else."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

# Fewer files are done before the bar would be read.
MANY = 64
SECONDS = 0.1


def on_terminal() -> bool:
    """Whether anybody would see a bar."""
    return sys.stderr.isatty()


@contextmanager
def bar(total: int | None) -> Iterator[Callable[[], None]]:
    """Gives what is called after each file. What is printed meanwhile stands above the bar, which leaves no trace."""
    if total is None or total < MANY or not on_terminal():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    # Where the report goes to the terminal too, it has to be written through the same console.
    whole = sys.stdout.isatty()
    progress = Progress(
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=not whole),
        transient=True,
        auto_refresh=False,  # a thread that draws would be copied into the processes that check
        redirect_stdout=whole,
        redirect_stderr=whole,
    )
    task = progress.add_task("", total=total)
    last = time.monotonic()

    def step() -> None:
        nonlocal last
        now = time.monotonic()
        progress.update(task, advance=1, refresh=now - last > SECONDS)
        last = now if now - last > SECONDS else last

    with progress:
        yield step
