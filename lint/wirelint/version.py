"""The version, alone in its file so that building needs to import nothing."""

__version__ = "0.1.0"
