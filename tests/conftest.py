"""Options of the test run."""

from __future__ import annotations

import pytest
from hypothesis import settings

# The same examples in every run, at any speed of the machine; `--hypothesis-profile=deep` looks for new ones.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.register_profile("deep", deadline=None, max_examples=5000)
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept", action="store_true", help="write golden files again; read the difference before committing"
    )


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--accept"))
