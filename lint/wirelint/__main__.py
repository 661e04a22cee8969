"""The way in: the plain `check` by the shortest way, everything else through the library that knows of help and errors."""

from __future__ import annotations

import gc
import os
import sys

from .errors import WirelintError


def main() -> None:
    """Ends the process: 0 nothing found, 1 findings, 2 something was not checked."""
    try:
        status = _run(sys.argv[1:])
        sys.stdout.flush()
    except WirelintError as error:
        print(f"wirelint: {error}", file=sys.stderr)
        status = 2
    except KeyboardInterrupt:
        status = 130  # as shells say of a program that was interrupted
    except BrokenPipeError:
        # Whoever read has left, as `head` does. What Python would still flush goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 141
    except Exception:
        # A mistake of ours; and its status must not be that of findings.
        import traceback

        traceback.print_exc()
        status = 2
    sys.exit(status)


def _run(words: list[str]) -> int:
    if words[:1] == ["check"]:
        from .options import parsed

        given = parsed(words[1:])
        if given is not None:
            # The book is some ten thousand small objects, which live as long as the run; to go through them again and
            # again for garbage was a tenth of the time that one draft takes.
            gc.set_threshold(100_000)
            from .commands.check import check

            return check(given)
    from .cli import run

    return run(words)


if __name__ == "__main__":
    main()
