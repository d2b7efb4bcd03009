"""One random tiny model and its package for all tests: tracing takes longer than everything that is asked of it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
import torch

sys.path.insert(0, str(Path(__file__).parents[1]))
os.environ["HF_HUB_OFFLINE"] = "1"

from sam3_export import models, package
from sam3_export.tokens import Tokens, vocabulary_file

torch.set_num_threads(1)  # the tiny model's sums are too small to share, and a second thread waits more than it works
SEED = 1
FIXTURE = Path(__file__).parents[2] / "src/test/resources/sam3/tiny"


@pytest.fixture(scope="session")
def net():
    return models.load(models.Source("random-tiny", SEED), "cpu", torch.float32)


@pytest.fixture(scope="session")
def made(tmp_path_factory) -> Path:
    source = models.Source("random-tiny", SEED)
    out = tmp_path_factory.mktemp("packages") / "tiny"
    return package.write(package.Order(source, "cpu", torch.float32, out))


@pytest.fixture(scope="session")
def tokens() -> Tokens:
    return Tokens(vocabulary_file())
