"""wirelint: a translation-quality linter for syndicated news."""

from .version import __version__

__all__ = ["__version__"]
