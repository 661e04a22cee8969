"""`wirelint init`: a configuration, a hook and a gate to begin with, each commented."""

from __future__ import annotations

import os

from ..version import __version__

CONFIGURATION = """\
# Settings of wirelint for the drafts in this folder and below. All of it is optional.
# `wirelint config show` says what counts and where it comes from.

# Rules by id, or by the folder of their ids. `wirelint rule list` shows them all.
# select = ["casing", "spacing"]          # ask these alone
# ignore = ["calque/next-to-power"]       # ask all but these
# enable = []                             # options of a house, off until they are named here
# preview = true                          # ask the rules in preview, too

# The least severity that stops a commit or a build: minor, major, critical or never.
fail-on = "minor"

# Paths to leave out, as in .gitignore.
exclude = ["archive/", "*.source.txt"]

# Folders with rules of your own, beside this file: `wirelint rule new style/our-way --pack desk`
# packs = ["desk"]

# [severity]
# "casing/lowercase-place" = "major"

# [per-path-ignores]
# "opinion/**" = ["calque"]

[vocabulary]
places = []     # places that only your readers know, as you write them
brands = []     # companies, products and papers, as you write them
keep   = []     # words and phrases that are never spoken of

[vocabulary.people]
# "Aminata Traoré" = "f"                  # f, m or any
"""
HOOK = f"""\
# Before each commit: install pre-commit, then `pre-commit install`. What wirelint finds stops the commit.
repos:
  - repo: local
    hooks:
      - id: wirelint
        name: wirelint
        entry: wirelint check --force-exclude
        # To mend what is safe, and stop so that you look at it:
        # entry: wirelint check --fix --exit-non-zero-on-fix --force-exclude
        language: python
        additional_dependencies: ["wirelint=={__version__}"]
        types_or: [plain-text, markdown, html]
        require_serial: true
"""
WORKFLOW = f"""\
# The gate: every pull request is checked, and what is found is shown at its line.
name: wirelint
on:
  pull_request:
  push:
    branches: [main]
permissions:
  contents: read
jobs:
  wirelint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - run: pip install "wirelint=={__version__}"
      - run: wirelint check --format github .
"""
FILES = {
    "wirelint.toml": CONFIGURATION,
    ".pre-commit-config.yaml": HOOK,
    ".github/workflows/wirelint.yml": WORKFLOW,
}


def init(folder: str, *, force: bool) -> int:
    """Writes the files that are not there; those that are stay, unless forced."""
    left = 0
    for name, text in FILES.items():
        path = os.path.join(folder, *name.split("/"))
        if os.path.lexists(path) and not force:
            left += 1
            print(f"{path}: is there, and stays as it is; --force writes over it")
            continue
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        print(f"{path}: written")
    return int(left == len(FILES))
